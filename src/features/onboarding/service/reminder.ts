import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { personReminderAfter, staffReminderAfter } from '../rules.ts';
import { remindPersonTask, remindStaffTask } from '../wire.ts';

type Due = { id: number; guildId: string };
const entries = (due: readonly Due[]) => due.map(({ id, guildId }) => ({ payload: { guildId, requestId: id }, key: String(id) }));

/** Asks to tell staff of requests that wait for more than 24 hours and that they were not told of. */
export async function remindStaff(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<Due[]>`
    SELECT id, guild_id AS "guildId" FROM identification_request
    WHERE status = 'pending' AND staff_reminded_at IS NULL AND submitted_at <= ${new Date(now.getTime() - staffReminderAfter)}
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = guild_id AND guild.left_at IS NOT NULL)`;
  await enqueueAll(tx, remindStaffTask, entries(due));
}

/** Staff were told, of the request as it was sent at `submittedAt`: sent anew, it is another wait. */
export async function markStaffReminded(
  db: Db,
  { requestId, submittedAt, now }: { requestId: number; submittedAt: Date | null; now: Date },
): Promise<void> {
  await db.identificationRequest.updateMany({ where: { id: requestId, submittedAt }, data: { staffRemindedAt: now } });
}

/** Asks to tell people who stopped half-way more than 48 hours ago and were not told. */
export async function remindPeople(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<Due[]>`
    SELECT id, guild_id AS "guildId" FROM identification_request
    WHERE status = 'draft' AND person_reminded_at IS NULL AND created_at <= ${new Date(now.getTime() - personReminderAfter)}
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = guild_id AND guild.left_at IS NOT NULL)`;
  await enqueueAll(tx, remindPersonTask, entries(due));
}

export async function markPersonReminded(db: Db, { requestId, now }: { requestId: number; now: Date }): Promise<void> {
  await db.identificationRequest.updateMany({ where: { id: requestId }, data: { personRemindedAt: now } });
}
