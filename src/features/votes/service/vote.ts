import type { Prisma } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, isDuplicate, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { reportVoted, type Severity, type Source } from '../../../kernel/moderation.ts';
import { requireSanctionable, type Standing } from '../../moderation/service/guard.ts';
import { alreadyOpen, unknownRule, unknownSource, voteOver } from '../messages/refusal.ts';
import { cast, closeOf, type VotedMeasure } from '../rules/vote.ts';
import type { Choice } from '../wire.ts';
import { countsOf, holdVote, promiseCard, promiseClose, type Vote } from './hold.ts';

export type Proposal = {
  /** Of whom it is about, and of who proposes it. */
  standing: Standing;
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
async function requireSource(tx: Tx, { guildId }: Change, { standing, evidenceId, source }: Proposal): Promise<void> {
  const userId = standing.target.id;
  const [kept] = evidenceId
    ? await tx.$queryRaw<{ ok: boolean }[]>`
        SELECT true AS ok FROM moderation_evidence WHERE id = ${evidenceId} AND guild_id = ${guildId} AND user_id = ${userId}`
    : [{ ok: true }];
  if (!kept || (source && !(await isOpen(tx, { guildId, userId, source })))) throw unknownSource();
}

/** A report is held, lest it be answered at this very moment: whoever votes on one holds it before the vote. */
async function isOpen(
  tx: Tx,
  { guildId, userId, source: { kind, id } }: { guildId: string; userId: string; source: Source },
): Promise<boolean> {
  const found =
    kind === 'report'
      ? await tx.$queryRaw<{ ok: boolean }[]>`
          SELECT true AS ok FROM report_subject AS subject
          WHERE id = ${id} AND guild_id = ${guildId} AND user_id = ${userId} AND state = 'open' AND NOT EXISTS (
            SELECT FROM moderation_case AS made WHERE made.id = subject.case_id AND made.state <> 'failed' AND made.voided_at IS NULL)
          FOR UPDATE OF subject`
      : kind === 'hit'
        ? await tx.$queryRaw<{ ok: boolean }[]>`
            SELECT true AS ok FROM rule_hit WHERE id = ${id} AND guild_id = ${guildId} AND user_id = ${userId}`
        : kind === 'account'
          ? await tx.$queryRaw<{ ok: boolean }[]>`
              SELECT true AS ok FROM compromised_account WHERE id = ${id} AND guild_id = ${guildId} AND user_id = ${userId}`
          : [];
  return found.length > 0;
}

async function ruleIdOf(tx: Tx, guildId: string, number: number | null): Promise<number | null> {
  if (number === null) return null;
  const rule = await tx.serverRule.findFirst({ where: { guildId, number, retiredAt: null }, select: { id: true } });
  if (!rule) throw unknownRule();
  return rule.id;
}

/**
 * Puts a sanction to the vote of the team; one vote about a person at a time. Nobody proposes what they could not do to that person themselves, but for
 * the last word of an admin on a permanent ban. Throws what `requireSanctionable` does, `votes.source`, `votes.rule`, `votes.already_open`.
 */
export const proposeVote = (db: Db, by: Change, proposal: Proposal): Promise<Vote> =>
  db
    .$transaction(async (tx) => {
      const { guildId, actorId, now } = by;
      const { standing, source, ruleNumber, ...what } = proposal;
      const userId = standing.target.id;
      requireSanctionable(proposal.measure, standing);
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
        // Nothing leads to the person: what waits is not told to whom it is about.
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
    if (isOver) await promiseClose(tx, vote);
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
