import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { keptFor } from '../rules/vote.ts';
import { cardTask, uncardTask } from '../wire.ts';
import type { Vote } from './hold.ts';

/** What was decided about somebody, how they voted, and how often they proposed. An open vote is told to its subject once it is over. */
export async function exportVotes(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const [about, ballots, proposed, decided] = await Promise.all([
    db.moderationVote.findMany({
      where: { guildId, userId, closedAt: { not: null } },
      select: {
        measure: true,
        severity: true,
        seconds: true,
        reason: true,
        source: true,
        state: true,
        createdAt: true,
        closesAt: true,
        closedAt: true,
      },
      orderBy: { id: 'asc' },
    }),
    db.moderationBallot.findMany({
      where: { guildId, voterId: userId },
      select: { choice: true, at: true },
      orderBy: { id: 'asc' },
    }),
    db.moderationVote.findMany({
      where: { guildId, proposedBy: userId },
      select: {
        measure: true,
        severity: true,
        reason: true,
        source: true,
        state: true,
        createdAt: true,
        closesAt: true,
        closedAt: true,
        decidedReason: true,
      },
      orderBy: { id: 'asc' },
    }),
    db.moderationVote.findMany({
      where: { guildId, decidedBy: userId },
      select: {
        measure: true,
        severity: true,
        reason: true,
        source: true,
        state: true,
        createdAt: true,
        closesAt: true,
        closedAt: true,
        decidedReason: true,
      },
      orderBy: { id: 'asc' },
    }),
  ]);
  return { about, ballots, proposed, decided };
}

type Carded = Pick<Vote, 'guildId' | 'cardChannelId' | 'cardMessageId' | 'askChannelId' | 'askMessageId'>;

const promiseUncard = (tx: Tx, votes: readonly Carded[]): Promise<void> =>
  enqueueAll(
    tx,
    uncardTask,
    votes.flatMap(({ guildId, cardChannelId, cardMessageId, askChannelId, askMessageId }) =>
      [
        [cardChannelId, cardMessageId],
        [askChannelId, askMessageId],
      ].flatMap(([channelId, messageId]) =>
        channelId && messageId ? [{ payload: { guildId, channelId, messageId }, key: messageId }] : [],
      ),
    ),
  );

/** Votes about somebody go with their cards; those that they took part in stay, and name them no more. */
export async function eraseVotes(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM moderation_vote WHERE guild_id = ${guildId} AND user_id = ${userId} ORDER BY id FOR UPDATE`;
  await promiseUncard(tx, await tx.moderationVote.findMany({ where: { guildId, userId } }));
  await tx.moderationVote.deleteMany({ where: { guildId, userId } });
  const named = await tx.moderationVote.findMany({
    where: { guildId, OR: [{ proposedBy: userId }, { decidedBy: userId }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  await tx.moderationVote.updateMany({ where: { guildId, proposedBy: userId }, data: { proposedBy: null } });
  await tx.moderationVote.updateMany({ where: { guildId, decidedBy: userId }, data: { decidedBy: null } });
  await tx.moderationBallot.updateMany({ where: { guildId, voterId: userId }, data: { voterId: null } });
  await enqueueAll(
    tx,
    cardTask,
    named.map(({ id: voteId }) => ({ payload: { guildId, voteId }, key: String(voteId) })),
  );
}

/** At once; the next day sees to the others. */
const most = 500;

/** Deletes what has outlived its use, and its cards. */
export async function forgetVotes(tx: Tx, now: Date): Promise<void> {
  const old = await tx.moderationVote.findMany({
    where: { closedAt: { lt: new Date(now.getTime() - keptFor) }, state: { not: 'confirming' } },
    orderBy: { closedAt: 'asc' },
    take: most,
  });
  await promiseUncard(tx, old);
  await tx.moderationVote.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
}
