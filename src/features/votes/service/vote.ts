import type { Prisma } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, isDuplicate, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { reportVoted, type Severity, type Source } from '../../../kernel/moderation.ts';
import { aboutBot, aboutSelf, alreadyOpen, unknownRule, unknownSource, voteOver } from '../messages/refusal.ts';
import { cast, closeOf, type VotedMeasure } from '../rules/vote.ts';
import type { Choice } from '../wire.ts';
import { countsOf, holdVote, promiseCard, type Vote } from './hold.ts';
import { settle } from './settle.ts';

export type Proposal = {
  userId: string;
  isBot: boolean;
  measure: VotedMeasure;
  seconds: number | null;
  severity: Severity;
  /** Of the rules of the server, as people read it. */
  ruleNumber: number | null;
  reason: string;
  evidenceId: number | null;
  source: Source | null;
};

/** What a custom id names may be another server's, about somebody else, or answered since: then there is nothing to vote on. */
async function requireSource(tx: Tx, { guildId }: Change, { userId, evidenceId, source }: Proposal): Promise<void> {
  const [kept] = evidenceId
    ? await tx.$queryRaw<{ ok: boolean }[]>`
        SELECT true AS ok FROM moderation_evidence WHERE id = ${evidenceId} AND guild_id = ${guildId} AND user_id = ${userId}`
    : [{ ok: true }];
  const [reported] =
    source?.kind === 'report'
      ? await tx.$queryRaw<{ ok: boolean }[]>`
          SELECT true AS ok FROM report_subject
          WHERE id = ${source.id} AND guild_id = ${guildId} AND user_id = ${userId} AND case_id IS NULL`
      : [{ ok: true }];
  if (!kept || !reported) throw unknownSource();
}

async function ruleIdOf(tx: Tx, guildId: string, number: number | null): Promise<number | null> {
  if (number === null) return null;
  const rule = await tx.serverRule.findFirst({ where: { guildId, number, retiredAt: null }, select: { id: true } });
  if (!rule) throw unknownRule();
  return rule.id;
}

/**
 * Puts a sanction to the vote of the team; one vote about a person at a time. Throws `votes.self`, `votes.bot`, `votes.source`, `votes.rule`,
 * `votes.already_open`.
 */
export const proposeVote = (db: Db, by: Change, proposal: Proposal): Promise<Vote> =>
  db
    .$transaction(async (tx) => {
      const { guildId, actorId, now } = by;
      const { userId, isBot, source, ruleNumber, ...what } = proposal;
      if (userId === actorId) throw aboutSelf();
      if (isBot) throw aboutBot();
      await requireSource(tx, by, proposal);
      const ruleId = await ruleIdOf(tx, guildId, ruleNumber);
      const vote = await tx.moderationVote.create({
        data: {
          ...what,
          guildId,
          userId,
          ruleId,
          source: source?.kind ?? null,
          sourceId: source?.id ?? null,
          proposedBy: actorId,
          createdAt: now,
          closesAt: closeOf({ createdAt: now, ballots: 0, now }),
        },
      });
      await promiseCard(tx, vote);
      if (source?.kind === 'report') await enqueue(tx, reportVoted, { guildId, reportId: source.id }, { key: String(source.id) });
      await audit(tx, {
        guildId,
        actorId,
        targetId: userId,
        action: 'votes.propose',
        subject: `vote:${vote.id}`,
        after: { measure: proposal.measure, seconds: proposal.seconds, source },
        at: now,
      });
      return vote;
    })
    .catch((error: unknown) => {
      throw isDuplicate(error, 'moderation_vote_person_once') ? alreadyOpen() : error;
    });

/** One ballot a person, changed as long as the vote is open. Throws `votes.unknown`, `votes.concerned`, `votes.over`. */
export const castBallot = (
  db: Db,
  by: Change,
  { voteId, choice }: { voteId: number; choice: Choice },
): Promise<{ closesAt: Date; isOver: boolean }> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const vote = await holdVote(tx, by, voteId);
    if (vote.state !== 'open' || vote.closesAt <= now) throw voteOver();
    const ballot = { choice, at: now };
    await tx.moderationBallot.upsert({
      where: { voteId_voterId: { voteId, voterId: actorId } },
      create: { ...ballot, voteId, guildId, voterId: actorId },
      update: ballot,
    });
    const counts = await countsOf(tx, voteId);
    const closesAt = closeOf({ createdAt: vote.createdAt, ballots: cast(counts), now });
    await tx.moderationVote.update({ where: { id: voteId }, data: { closesAt } });
    const isOver = closesAt <= now;
    if (isOver) await settle(tx, vote, { counts, now });
    await promiseCard(tx, vote);
    return { closesAt, isOver };
  });

/** What somebody may still vote on: not what concerns them. */
const waitingFor = ({ guildId, actorId }: Pick<Change, 'guildId' | 'actorId'>): Prisma.ModerationVoteWhereInput => ({
  guildId,
  state: { in: ['open', 'confirming'] },
  userId: { not: actorId },
});

/** Those under way, the next to end first. */
export async function listVotes(db: Db, by: Pick<Change, 'guildId' | 'actorId'>, { page, size }: { page: number; size: number }) {
  const total = await db.moderationVote.count({ where: waitingFor(by) });
  const at = Math.min(page, Math.max(0, Math.ceil(total / size) - 1));
  const votes = await db.moderationVote.findMany({
    where: waitingFor(by),
    include: { _count: { select: { ballots: true } } },
    orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
    skip: at * size,
    take: size,
  });
  return { votes: votes.map(({ _count, ...vote }) => ({ vote, cast: _count.ballots })), total, page: at };
}
export type VotePage = Awaited<ReturnType<typeof listVotes>>;

/** Open ones without a ballot of theirs, and those that wait for the last word of an admin. */
export async function countWaiting(
  db: Db,
  by: Pick<Change, 'guildId' | 'actorId'>,
): Promise<{ ballots: number; confirmations: number }> {
  const [ballots, confirmations] = await Promise.all([
    db.moderationVote.count({ where: { ...waitingFor(by), state: 'open', ballots: { none: { voterId: by.actorId } } } }),
    db.moderationVote.count({ where: { ...waitingFor(by), state: 'confirming' } }),
  ]);
  return { ballots, confirmations };
}
