import { type Db, enqueueAll, type Prisma, type Tx } from '../../../infra/db.ts';
import { dropReviewed } from '../../moderation/service/evidence.ts';
import { closeOf, erasedAfter, keptFor } from '../rules/vote.ts';
import { cardTask, uncardTask } from '../wire.ts';
import { promiseCard, type Vote } from './hold.ts';

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

/**
 * Votes about somebody go with their cards, but one under way only once it is over: erasing oneself is no way out of it (GDPR, article 17(3)(e)). Those that
 * they took part in stay, and name them no more; of what is not decided yet their ballot goes.
 */
export async function eraseVotes(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  const voted = { guildId, state: 'open', ballots: { some: { voterId: userId } } } as const;
  // What is reported before what is voted, as whoever proposes a vote.
  await tx.$queryRaw`SELECT id FROM report_subject WHERE guild_id = ${guildId} AND user_id = ${userId} ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`
    SELECT id FROM moderation_vote AS vote WHERE guild_id = ${guildId} AND (user_id = ${userId}
      OR id IN (SELECT vote_id FROM moderation_ballot WHERE guild_id = ${guildId} AND voter_id = ${userId}))
    ORDER BY id FOR UPDATE`;
  const waiting = { state: { in: ['open', 'confirming'] } } satisfies Prisma.ModerationVoteWhereInput;
  await tx.moderationVote.updateMany({ where: { guildId, userId, ...waiting }, data: { erasureAskedAt: now } });
  const over = { guildId, userId, NOT: waiting };
  await promiseUncard(tx, await tx.moderationVote.findMany({ where: over }));
  await tx.moderationVote.deleteMany({ where: over });
  for (const { id, createdAt } of await tx.moderationVote.findMany({ where: voted, orderBy: { id: 'asc' } })) {
    await tx.moderationBallot.deleteMany({ where: { voteId: id, voterId: userId } });
    const ballots = await tx.moderationBallot.count({ where: { voteId: id } });
    await tx.moderationVote.update({ where: { id }, data: { closesAt: closeOf({ createdAt, ballots, now }) } });
    await promiseCard(tx, { guildId, id });
  }
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

/** Deletes what has outlived its use, and its cards; and votes about those who had their data erased meanwhile, once nothing of them is on its way. */
export async function forgetVotes(tx: Tx, now: Date): Promise<void> {
  const erased = await tx.moderationVote.findMany({
    where: {
      erasureAskedAt: { not: null },
      closedAt: { lte: new Date(now.getTime() - erasedAfter) },
      state: { notIn: ['open', 'confirming'] },
      OR: [{ caseId: null }, { opened: { is: { state: { not: 'pending' } } } }],
    },
    orderBy: { closedAt: 'asc' },
    take: most,
  });
  const old = await tx.moderationVote.findMany({
    where: { closedAt: { lt: new Date(now.getTime() - keptFor) }, state: { not: 'confirming' } },
    orderBy: { closedAt: 'asc' },
    take: most,
  });
  const gone = [...old, ...erased];
  await promiseUncard(tx, gone);
  await tx.moderationVote.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  await dropReviewed(tx, erased);
}
