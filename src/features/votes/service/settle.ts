import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { accountActed, hitActed, reportActed, reportVoted } from '../../../kernel/moderation.ts';
import { openCase } from '../../moderation/service/case.ts';
import { requireSanctionable, type Standing } from '../../moderation/service/guard.ts';
import { notYours, tooFew, voteOver } from '../messages/refusal.ts';
import { type Counts, cast, confirmFor, measuresToVote, quorum, type VotedMeasure, verdictOf } from '../rules/vote.ts';
import { askTask, cardTask, closeTask } from '../wire.ts';
import { countsOf, holdVote, promiseAsk, promiseCard, promiseClose, type Vote } from './hold.ts';

/** A case came of what was voted on, or none: whoever asked is told. What found no quorum was decided by nobody, and goes on waiting. */
async function tellSource(tx: Tx, { guildId, source, sourceId }: Vote, caseId: number | null): Promise<void> {
  if (sourceId === null) return;
  const outcome = { guildId, caseId };
  const key = { key: String(sourceId) };
  if (source === 'report') await enqueue(tx, reportActed, { ...outcome, reportId: sourceId }, key);
  if (source === 'hit') await enqueue(tx, hitActed, { ...outcome, hitId: sourceId }, key);
  if (source === 'account') await enqueue(tx, accountActed, { ...outcome, accountId: sourceId }, key);
}

/** What waits on. */
async function releaseSource(tx: Tx, { guildId, source, sourceId }: Vote): Promise<void> {
  if (source === 'report' && sourceId !== null)
    await enqueue(tx, reportVoted, { guildId, reportId: sourceId }, { key: String(sourceId) });
}

/**
 * Discord knows one timeout and one ban at a time; whoever is banned already is neither excluded nor expelled as well. A permanent ban takes the place of
 * a temporary one. Whoever opens a case of the server holds the row of its settings, so that none comes in between.
 */
async function isSanctioned(tx: Tx, { guildId, userId, measure }: Vote): Promise<boolean> {
  if (measure === 'warning') return false;
  await tx.$queryRaw`SELECT 1 FROM moderation_setting WHERE guild_id = ${guildId} FOR UPDATE`;
  const [found] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM moderation_case
      WHERE guild_id = ${guildId} AND user_id = ${userId} AND ended_at IS NULL AND voided_at IS NULL
        AND (kind = 'ban' OR (kind = 'tempban' AND ${measure !== 'ban'}) OR (kind = 'timeout' AND ${measure === 'timeout'}))
    ) AS found`;
  return found?.found ?? false;
}

/** The table has the kinds of all cases; nobody votes on the others. */
function measureOf({ measure }: Vote): VotedMeasure {
  const found = measuresToVote.find((one) => one === measure);
  if (!found) throw new Error(`nobody votes on ${measure}`);
  return found;
}

type Ending = { now: Date; decidedBy?: string | null; decidedReason?: string | null };

/** The sanction that the team wants, by the one door; the program signs for all of them. */
async function carryOut(tx: Tx, vote: Vote, { now, decidedBy = null, decidedReason = null }: Ending): Promise<void> {
  const { id, guildId, userId, measure, severity, reason, ruleId, evidenceId, seconds } = vote;
  const opened = (await isSanctioned(tx, vote))
    ? null
    : await openCase(tx, {
        ...{ guildId, userId, kind: measure, origin: 'vote', authorId: null, severity, reason, ruleId, evidenceId, seconds, now },
        source: { kind: 'vote', id },
      });
  const caseId = opened?.id ?? null;
  await tx.moderationVote.update({
    where: { id },
    data: { state: 'adopted', closedAt: vote.closedAt ?? now, caseId, decidedBy, decidedReason },
  });
  await tellSource(tx, vote, caseId);
}

/** Ends a vote that is open, once: whoever calls holds its row. `isForAdmins`: an admin has the last word, as on any permanent ban. */
async function settle(
  tx: Tx,
  vote: Vote,
  { counts, now, isForAdmins }: { counts: Counts; now: Date; isForAdmins: boolean },
): Promise<void> {
  const { id, measure, decidedBy, decidedReason } = vote;
  const verdict = verdictOf(counts);
  if (verdict === 'adopted' && measure !== 'ban' && !isForAdmins) return carryOut(tx, vote, { now, decidedBy, decidedReason });
  const state = verdict === 'adopted' ? 'confirming' : verdict;
  await tx.moderationVote.update({ where: { id }, data: { state, closedAt: now } });
  if (state === 'confirming') await promiseAsk(tx, vote);
  else if (state === 'lacking') await releaseSource(tx, vote);
  else await tellSource(tx, vote, null);
}

type Due = Pick<Vote, 'userId' | 'proposedBy' | 'decidedBy'> & { voterIds: string[] };

/** Who must be looked at before a vote whose time is over is settled; null: there is none. */
export async function readDue(
  db: Db,
  { guildId, voteId, now }: { guildId: string; voteId: number; now: Date },
): Promise<Due | null> {
  const found = await db.moderationVote.findFirst({
    where: { id: voteId, guildId, state: 'open', closesAt: { lte: now } },
    select: { userId: true, proposedBy: true, decidedBy: true, ballots: { select: { voterId: true } } },
  });
  if (!found) return null;
  const { ballots, ...due } = found;
  return { ...due, voterIds: ballots.flatMap(({ voterId }) => voterId ?? []) };
}

export type Checked = {
  /** Voted, and are no moderators any more: their ballots do not count. */
  goneIds?: readonly string[];
  /** About somebody of the team, and no admin proposed or concluded it. */
  isForAdmins?: boolean;
};

/** Its time is over. Does nothing when it is not, or when somebody ended it. */
export const closeVote = (
  db: Db,
  { guildId, voteId, now, goneIds = [], isForAdmins = false }: Checked & { guildId: string; voteId: number; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM moderation_vote WHERE id = ${voteId} AND guild_id = ${guildId} FOR UPDATE`;
    const vote = await tx.moderationVote.findFirst({ where: { id: voteId, guildId } });
    if (!vote) return;
    if (vote.state === 'open' && vote.closesAt <= now) {
      await tx.moderationBallot.deleteMany({ where: { voteId, voterId: { in: [...goneIds] } } });
      await settle(tx, vote, { counts: await countsOf(tx, voteId), now, isForAdmins });
    } else if (vote.state === 'confirming' && vote.closedAt && vote.closedAt.getTime() + confirmFor <= now.getTime()) {
      await tx.moderationVote.update({ where: { id: voteId }, data: { state: 'lapsed' } });
      await tellSource(tx, vote, null);
      await promiseAsk(tx, vote);
    } else return;
    await promiseCard(tx, vote);
  });

/** A change of somebody to a vote in that state, with its line in the log. Throws `votes.unknown`, `votes.concerned`, `votes.over`. */
const decide = (
  db: Db,
  by: Change,
  {
    voteId,
    state,
    action,
  }: { voteId: number; state: 'open' | 'confirming'; action: 'expedite' | 'withdraw' | 'confirm' | 'decline' },
  work: (tx: Tx, vote: Vote) => Promise<void>,
): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const vote = await holdVote(tx, by, voteId);
    if (vote.state !== state || (state === 'open' && vote.closesAt <= now)) throw voteOver();
    await work(tx, vote);
    await promiseCard(tx, vote);
    if (state === 'confirming') await promiseAsk(tx, vote);
    const { state: after } = await tx.moderationVote.findUniqueOrThrow({ where: { id: voteId }, select: { state: true } });
    await audit(tx, {
      ...{ guildId, actorId, action: `votes.${action}`, subject: `vote:${voteId}` },
      ...{ before: { state }, after: { state: after }, at: now },
    });
  });

/** An admin ends it before its time, as the ballots stand. Throws `votes.quorum` too, and what stands in the way of the measure when it is adopted. */
export const expediteVote = (
  db: Db,
  by: Change & { standing: Standing },
  { voteId, reason }: { voteId: number; reason: string },
): Promise<void> =>
  decide(db, by, { voteId, state: 'open', action: 'expedite' }, async (tx, vote) => {
    const counts = await countsOf(tx, voteId);
    if (cast(counts) < quorum) throw tooFew(cast(counts), quorum);
    if (verdictOf(counts) === 'adopted') requireSanctionable(measureOf(vote), by.standing);
    await tx.moderationVote.update({
      where: { id: voteId },
      data: { closesAt: by.now, decidedBy: by.actorId, decidedReason: reason },
    });
    await promiseClose(tx, vote);
  });

/** By whoever proposed it, or an admin. Throws `votes.not_yours` too. */
export const withdrawVote = (
  db: Db,
  by: Change & { isAdmin: boolean },
  { voteId, reason }: { voteId: number; reason: string },
): Promise<void> =>
  decide(db, by, { voteId, state: 'open', action: 'withdraw' }, async (tx, vote) => {
    if (vote.proposedBy !== by.actorId && !by.isAdmin) throw notYours();
    await tx.moderationVote.update({
      where: { id: voteId },
      data: { state: 'withdrawn', closedAt: by.now, decidedBy: by.actorId, decidedReason: reason },
    });
    await releaseSource(tx, vote);
  });

/** An admin has the last word. Throws what stands in the way of the measure too. */
export const confirmVote = (db: Db, by: Change & { standing: Standing }, voteId: number): Promise<void> =>
  decide(db, by, { voteId, state: 'confirming', action: 'confirm' }, (tx, vote) => {
    requireSanctionable(measureOf(vote), by.standing);
    return carryOut(tx, vote, { now: by.now, decidedBy: by.actorId });
  });

export const declineVote = (db: Db, by: Change, { voteId, reason }: { voteId: number; reason: string }): Promise<void> =>
  decide(db, by, { voteId, state: 'confirming', action: 'decline' }, async (tx, vote) => {
    await tx.moderationVote.update({
      where: { id: voteId },
      data: { state: 'declined', decidedBy: by.actorId, decidedReason: reason },
    });
    await tellSource(tx, vote, null);
  });

/** The case of a vote was carried out, failed or is void: its card says so, and whoever asked for the vote is told as well. */
export const recordActed = (
  db: Db,
  { guildId, voteId, caseId }: { guildId: string; voteId: number; caseId: number | null },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const vote = await tx.moderationVote.findFirst({ where: { id: voteId, guildId } });
    if (!vote) return;
    await promiseCard(tx, vote);
    if (caseId !== null && vote.caseId === caseId) await tellSource(tx, vote, caseId);
  });

/** At once; the next round sees to the others. */
const most = 500;

/** Votes whose time is over, and bans on which no admin said a word for too long. On a server that we left nothing is carried out. */
export async function promiseClosed(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT * FROM (
      (SELECT id, guild_id AS "guildId" FROM moderation_vote WHERE state = 'open' AND closes_at <= ${now} ORDER BY closes_at LIMIT ${most})
      UNION ALL
      (SELECT id, guild_id FROM moderation_vote
       WHERE state = 'confirming' AND closed_at <= ${new Date(now.getTime() - confirmFor)} ORDER BY closed_at LIMIT ${most})) AS due
    WHERE NOT EXISTS (SELECT FROM guild WHERE guild.id = due."guildId" AND guild.left_at IS NOT NULL)`;
  await enqueueAll(
    tx,
    closeTask,
    due.map(({ id, guildId }) => ({ payload: { guildId, voteId: id }, key: String(id) })),
  );
}

/** Votes of which the team has no card yet, and questions that admins were not asked. */
export async function promiseCards(tx: Tx, guildId: string | null = null): Promise<void> {
  const due = await tx.$queryRaw<{ id: number; guildId: string; isAsk: boolean }[]>`
    SELECT id, guild_id AS "guildId", state = 'confirming' AS "isAsk" FROM moderation_vote
    WHERE ((state = 'open' AND card_message_id IS NULL) OR (state = 'confirming' AND ask_message_id IS NULL))
      AND state IN ('open', 'confirming') AND (${guildId}::text IS NULL OR guild_id = ${guildId})
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = guild_id AND guild.left_at IS NOT NULL)
    ORDER BY id LIMIT ${most}`;
  const entriesOf = (asks: boolean) =>
    due
      .filter(({ isAsk }) => isAsk === asks)
      .map(({ id, guildId: where }) => ({ payload: { guildId: where, voteId: id }, key: String(id) }));
  await enqueueAll(tx, cardTask, entriesOf(false));
  await enqueueAll(tx, askTask, entriesOf(true));
}
