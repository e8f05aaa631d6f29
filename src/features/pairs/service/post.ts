import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { uncardTask } from '../wire.ts';
import { holdPair, type PairKey } from './pair.ts';

export type Sent = { channelId: string; messageId: string };

const promiseGone = (tx: Tx, guildId: string, sent: readonly Sent[]): Promise<void> =>
  enqueueAll(
    tx,
    uncardTask,
    sent.map(({ channelId, messageId }) => ({ payload: { guildId, channelId, messageId }, key: messageId })),
  );

/** A message for staff names the two. It is taken back at once when one of them was erased while it was sent. */
export const recordPost = (db: Db, key: PairKey, { channelId, messageId }: Sent, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const pair = await holdPair(tx, key);
    if (!pair?.mentorId || !pair.learnerId) return promiseGone(tx, key.guildId, [{ channelId, messageId }]);
    const row = { channelId, pairId: key.pairId, guildId: key.guildId, postedAt: now };
    await tx.mentoringPairPost.upsert({ where: { messageId }, update: {}, create: { messageId, ...row } });
  });

/** Nothing that names the two of these pairs is left with staff. */
export async function promisePostsGone(tx: Tx, pairIds: readonly number[]): Promise<void> {
  const where = { pairId: { in: [...pairIds] } };
  const posts = await tx.mentoringPairPost.findMany({ where });
  for (const post of posts) await promiseGone(tx, post.guildId, [post]);
  await tx.mentoringPairPost.deleteMany({ where });
}

/** The direct message under that key, where it is on Discord. */
export async function noticeOf(
  db: Db,
  { guildId, userId, key }: { guildId: string; userId: string; key: string },
): Promise<Sent | null> {
  const told = await db.notice.findUnique({ where: { guildId_userId_key: { guildId, userId, key } } });
  return told?.channelId && told.messageId ? { channelId: told.channelId, messageId: told.messageId } : null;
}
