import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { requestKept } from '../rules/limit.ts';
import { clearTask, nextTask } from '../wire.ts';
import { closeRequests } from './request.ts';

/** What somebody asked for, and what they were asked as a mentor, without the names of others. */
export async function exportRequests(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const [requests, asked, preferred] = await Promise.all([
    db.mentoringRequest.findMany({
      where: { guildId, userId },
      // Who was asked or wished for is another person's data.
      include: {
        asks: { omit: { mentorId: true }, orderBy: { id: 'asc' } },
        preferences: { orderBy: { place: 'asc' }, select: { place: true } },
      },
      orderBy: { id: 'asc' },
    }),
    // What was never put to them they are not told; how they were rated, and what they were answered, belongs to whoever asked.
    db.mentoringAsk.findMany({
      where: { guildId, mentorId: userId, askedAt: { not: null } },
      omit: { mentorId: true, requestId: true, place: true, score: true, reasons: true, answer: true },
      orderBy: { id: 'asc' },
    }),
    db.mentoringPreference.count({ where: { guildId, mentorId: userId } }),
  ]);
  return { requests, asked, preferredBy: preferred };
}

/** Kinds of what somebody was told whose key goes on with the number of a question. Others have that of a request or a pair. */
const ofQuestion = ['asked', 'remind', 'news', 'question', 'closed', 'silent'].map((kind) => `mentoring.${kind}`);

/** What the other was told of a question between two people: mentors of one who asked, and those who asked of a mentor. */
async function clearTold(tx: Tx, guildId: string, userId: string): Promise<void> {
  const told = await tx.$queryRaw<{ channelId: string; messageId: string }[]>`
    SELECT DISTINCT channel_id AS "channelId", message_id AS "messageId" FROM (
      SELECT ask.mentor_id AS reader, ask.id FROM mentoring_request AS request JOIN mentoring_ask AS ask ON ask.request_id = request.id
      WHERE request.guild_id = ${guildId} AND request.user_id = ${userId}
      UNION
      -- The news of one question names the mentor who is asked next.
      SELECT request.user_id, every.id FROM mentoring_ask AS own JOIN mentoring_request AS request ON request.id = own.request_id
      JOIN mentoring_ask AS every ON every.request_id = request.id WHERE own.guild_id = ${guildId} AND own.mentor_id = ${userId}
    ) AS known
    JOIN notice ON notice.guild_id = ${guildId} AND notice.user_id = known.reader AND split_part(key, ':', 1) = ANY (${ofQuestion}::text[])
      AND split_part(key, ':', 2) = known.id::text
    WHERE message_id IS NOT NULL AND channel_id IS NOT NULL`;
  await enqueueAll(
    tx,
    clearTask,
    told.map(({ channelId, messageId }) => ({ payload: { guildId, channelId, messageId }, key: messageId })),
  );
}

/** Whoever waited for an answer of theirs goes on to the next mentor, and mentors whom they had asked need not answer. */
export async function eraseRequests(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  await clearTold(tx, guildId, userId);
  await closeRequests(tx, { guildId, learnerIds: [userId], as: 'withdrawn', now });
  await tx.mentoringRequest.deleteMany({ where: { guildId, userId } });
  const waiting = await tx.mentoringAsk.findMany({
    where: { guildId, mentorId: userId, state: { in: ['asked', 'question'] } },
    select: { id: true, requestId: true },
  });
  await enqueueAll(
    tx,
    nextTask,
    waiting.map(({ id: askId, requestId }) => ({
      payload: { guildId, requestId, askId, why: 'unavailable' as const },
      key: String(askId),
    })),
  );
  await tx.mentoringAsk.deleteMany({ where: { guildId, mentorId: userId } });
  await tx.mentoringPreference.deleteMany({ where: { guildId, mentorId: userId } });
}

/** Deletes closed requests that have outlived their use, with what was asked for them. */
export const forgetRequests = (tx: Tx, now: Date) =>
  tx.mentoringRequest.deleteMany({
    where: { state: { not: 'waiting' }, closedAt: { lt: new Date(now.getTime() - requestKept) } },
  });
