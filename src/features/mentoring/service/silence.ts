import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { pauseMentor } from '../../mentors/service/hold.ts';
import { lockMentors } from '../../mentors/service/lock.ts';
import { findMentor } from '../../mentors/service/mentor.ts';
import { requestExpires, requestRemind, silentAfter } from '../rules/limit.ts';
import { expiredTask, expiringTask, silenceTask } from '../wire.ts';
import { closeRequests } from './request.ts';

/** Looked at in one turn of the schedule; the next one takes the rest. */
const atOnce = 500;

/** Pauses mentors who let a question expire and answered none since, for a week. Both they and whoever asked are told. */
export async function pauseSilent(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - silentAfter);
  const found = await tx.$queryRaw<{ id: number; guildId: string; mentorId: string; isSilent: boolean }[]>`
    SELECT id, guild_id AS "guildId", mentor_id AS "mentorId", NOT EXISTS (
      SELECT FROM mentoring_ask AS other
      WHERE other.guild_id = ask.guild_id AND other.mentor_id = ask.mentor_id AND other.answered_at > ask.asked_at) AS "isSilent"
    FROM mentoring_ask AS ask
    WHERE state = 'expired' AND silence_at IS NULL AND asked_at <= ${before} ORDER BY guild_id, mentor_id, id LIMIT ${atOnce}`;
  const told = new Set<string>();
  for (const { id: askId, guildId, mentorId: userId, isSilent } of found) {
    const key = `${guildId}:${userId}`;
    if (!isSilent || told.has(key)) continue;
    await lockMentors(tx, guildId, [userId]);
    if ((await findMentor(tx, { guildId, userId }))?.state !== 'approved') continue;
    await pauseMentor(tx, { guildId, userId, as: 'silence', until: null, now });
    told.add(key);
    await enqueue(tx, silenceTask, { guildId, askId }, { key });
  }
  await tx.mentoringAsk.updateMany({ where: { id: { in: found.map(({ id }) => id) } }, data: { silenceAt: now } });
}

/** Asks about requests that nobody has touched for long, and closes those that nobody kept. */
export async function expireRequests(tx: Tx, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age);
  const old = await tx.$queryRaw<{ id: number; guildId: string; userId: string }[]>`
    SELECT id, guild_id AS "guildId", user_id AS "userId" FROM mentoring_request
    WHERE state = 'waiting' AND updated_at <= ${before(requestExpires)} AND reminded_at IS NOT NULL
    ORDER BY id LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`;
  for (const { id: requestId, guildId, userId } of old) {
    await closeRequests(tx, { guildId, learnerIds: [userId], as: 'expired', now });
    await enqueue(tx, expiredTask, { guildId, requestId }, { key: String(requestId) });
  }
  // Whoever is asked late has as many days to answer as everybody.
  const due = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    UPDATE mentoring_request SET reminded_at = ${now}, updated_at = greatest(updated_at, ${before(requestRemind)})
    WHERE id IN (
      SELECT id FROM mentoring_request WHERE state = 'waiting' AND updated_at <= ${before(requestRemind)} AND reminded_at IS NULL FOR UPDATE SKIP LOCKED)
    RETURNING id, guild_id AS "guildId"`;
  await enqueueAll(
    tx,
    expiringTask,
    due.map(({ id: requestId, guildId }) => ({ payload: { guildId, requestId }, key: String(requestId) })),
  );
}

/** Whoever left the server waits for nobody. */
export const withdrawAbsent = async (tx: Tx, now: Date): Promise<void> => {
  const absent = await tx.$queryRaw<{ guildId: string; userIds: string[] }[]>`
    SELECT guild_id AS "guildId", array_agg(user_id) AS "userIds" FROM (
      SELECT request.guild_id, request.user_id FROM mentoring_request AS request
      JOIN member ON member.guild_id = request.guild_id AND member.user_id = request.user_id AND member.left_at IS NOT NULL
      WHERE request.state = 'waiting' FOR UPDATE OF request SKIP LOCKED
    ) AS left_behind GROUP BY guild_id`;
  for (const { guildId, userIds } of absent) await closeRequests(tx, { guildId, learnerIds: userIds, as: 'withdrawn', now });
};

export const withdrawLeft = (
  db: Db,
  { guildId, userId, now }: { guildId: string; userId: string; now: Date },
): Promise<number[]> => db.$transaction((tx) => closeRequests(tx, { guildId, learnerIds: [userId], as: 'withdrawn', now }));
