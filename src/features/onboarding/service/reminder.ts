import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { personReminderAfter, staffReminderAfter } from '../rules.ts';
import { remindPersonTask, remindStaffTask } from '../wire.ts';
import type { Request } from './request.ts';

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

/**
 * Asks to tell, once, people who stopped half-way or left a question of staff without an answer more than 48 hours ago. Not of a change that
 * somebody identified only began: they are in already.
 */
export async function remindPeople(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - personReminderAfter);
  const due = await tx.$queryRaw<Due[]>`
    SELECT id, guild_id AS "guildId" FROM identification_request AS request
    WHERE person_reminded_at IS NULL
      AND ((status = 'asked' AND decided_at <= ${before})
        OR (status = 'draft' AND created_at <= ${before} AND NOT EXISTS (
          SELECT FROM member WHERE member.guild_id = request.guild_id AND member.user_id = request.user_id
            AND member.identified_at IS NOT NULL)))
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = guild_id AND guild.left_at IS NOT NULL)`;
  await enqueueAll(tx, remindPersonTask, entries(due));
}

/** They were told of it as it was then: a question that came since is another. */
export async function markPersonReminded(
  db: Db,
  { requestId, status, now }: { requestId: number; status: Request['status']; now: Date },
): Promise<void> {
  await db.identificationRequest.updateMany({ where: { id: requestId, status }, data: { personRemindedAt: now } });
}
