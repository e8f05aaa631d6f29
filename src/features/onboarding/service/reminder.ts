import type { Panel } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { personReminderAfter, staffReminderAfter } from '../rules.ts';
import { remindPersonTask, remindStaffTask } from '../wire.ts';
import { isSent, type SentRequest } from './decision.ts';
import type { Request } from './request.ts';

type Due = { id: number; guildId: string };
const entries = (due: readonly Due[]) => due.map(({ id, guildId }) => ({ payload: { guildId, requestId: id }, key: String(id) }));

/** Asks to tell staff, once a server, of requests that wait for more than 24 hours, when there is one that they were not told of. */
export async function remindStaff(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT DISTINCT guild_id AS "guildId" FROM identification_request
    WHERE status = 'pending' AND staff_reminded_at IS NULL AND submitted_at <= ${lateBefore(now)}
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = guild_id AND guild.left_at IS NOT NULL)`;
  await enqueueAll(
    tx,
    remindStaffTask,
    due.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
}

const lateBefore = (now: Date): Date => new Date(now.getTime() - staffReminderAfter);

/** Requests that wait for more than 24 hours: the oldest of them, how many there are, and when the last of them was sent. */
export type Late = {
  requests: SentRequest[];
  total: number;
  lastSentAt: Date;
  /** Who manages the promos that those named which nobody was told of yet. */
  managerIds: string[];
};

/** Of one list; more are found by the requests themselves. */
const mostManagers = 25;

/** Null when staff were told of all of them. */
export async function findLate(
  db: Db,
  { guildId, now, limit }: { guildId: string; now: Date; limit: number },
): Promise<Late | null> {
  const where = { guildId, status: 'pending' as const, submittedAt: { lte: lateBefore(now) } };
  if ((await db.identificationRequest.count({ where: { ...where, staffRemindedAt: null } })) === 0) return null;
  const [oldest, { _count, _max }, managers] = await Promise.all([
    db.identificationRequest.findMany({ where, orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }], take: limit }),
    db.identificationRequest.aggregate({ where, _count: true, _max: { submittedAt: true } }),
    db.$queryRaw<{ id: string }[]>`
      SELECT promo.manager_id AS id FROM identification_request AS request JOIN promo ON promo.id = request.promo_id
      WHERE request.guild_id = ${guildId} AND request.status = 'pending' AND request.submitted_at <= ${lateBefore(now)}
        AND request.staff_reminded_at IS NULL AND promo.manager_id IS NOT NULL
      GROUP BY promo.manager_id ORDER BY min(request.submitted_at) LIMIT ${mostManagers}`,
  ]);
  const managerIds = managers.map(({ id }) => id);
  return _max.submittedAt && { requests: oldest.filter(isSent), total: _count, lastSentAt: _max.submittedAt, managerIds };
}

/** Key of the list of late requests in `panel`. It has names, so it is known where it is, and goes with what it names. */
const lateKey = 'late';

export const findLateList = (db: Db | Tx, guildId: string): Promise<Panel | null> =>
  db.panel.findUnique({ where: { guildId_key: { guildId, key: lateKey } } });

/** Staff were told of those sent until `lastSentAt`, by that message. What is sent anew is another wait. */
export const recordLateList = (
  db: Db,
  { guildId, channelId, messageId, lastSentAt, now }: Omit<Panel, 'key'> & { lastSentAt: Date; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.panel.upsert({
      where: { guildId_key: { guildId, key: lateKey } },
      update: { channelId, messageId },
      create: { guildId, key: lateKey, channelId, messageId },
    });
    await tx.identificationRequest.updateMany({
      where: { guildId, status: 'pending', submittedAt: { lte: lastSentAt }, staffRemindedAt: null },
      data: { staffRemindedAt: now },
    });
  });

/** The list is forgotten, for its message to be deleted; staff are told anew of the others in it. */
export async function dropLateList(tx: Tx, guildId: string): Promise<Panel | null> {
  const list = await findLateList(tx, guildId);
  if (!list) return null;
  await tx.panel.delete({ where: { guildId_key: { guildId, key: lateKey } } });
  await tx.identificationRequest.updateMany({
    where: { guildId, status: 'pending', staffRemindedAt: { not: null } },
    data: { staffRemindedAt: null },
  });
  return list;
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
