import { enqueueAll, type Tx } from '../../../infra/db.ts';
import { personReminderAfter, staffReminderAfter } from '../rules.ts';
import { remindPersonTask, remindStaffTask } from '../wire.ts';

type Due = { id: number; guildId: string };
const entries = (due: readonly Due[]) => due.map(({ id, guildId }) => ({ payload: { guildId, requestId: id }, key: String(id) }));

/** Tells staff, once, of requests that wait for more than 24 hours. */
export async function remindStaff(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<Due[]>`
    UPDATE identification_request SET staff_reminded_at = ${now}
    WHERE status = 'pending' AND staff_reminded_at IS NULL AND submitted_at <= ${new Date(now.getTime() - staffReminderAfter)}
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = guild_id AND guild.left_at IS NOT NULL)
    RETURNING id, guild_id AS "guildId"`;
  await enqueueAll(tx, remindStaffTask, entries(due));
}

/** Tells, once, people who stopped half-way more than 48 hours ago. */
export async function remindPeople(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<Due[]>`
    UPDATE identification_request SET person_reminded_at = ${now}
    WHERE status = 'draft' AND person_reminded_at IS NULL AND created_at <= ${new Date(now.getTime() - personReminderAfter)}
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = guild_id AND guild.left_at IS NOT NULL)
    RETURNING id, guild_id AS "guildId"`;
  await enqueueAll(tx, remindPersonTask, entries(due));
}
