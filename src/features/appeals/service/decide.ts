import { audit } from '../../../infra/audit.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { timeOf } from '../../../kernel/time.ts';
import { isActive } from '../../moderation/service/end.ts';
import { annulCase, type Reduction, reduceCase } from '../../moderation/service/void.ts';
import { alreadyDecided, appealUnknown, notByVoter, notByYou, nothingToReduce } from '../messages/refusal.ts';
import { text } from '../messages/review.ts';
import { type Appeal, lockAppeal, promiseCard, promiseTelling } from './appeal.ts';
import type { ReviewedCase } from './review.ts';

export type Decision = { outcome: 'accept' } | { outcome: 'uphold' } | { outcome: 'reduce'; reduction: Reduction };

/** What may be made lighter: the time of what runs, or else the severity. Null: nothing. */
export function reducible(made: ReviewedCase): 'length' | 'severity' | null {
  if (isActive(made)) return 'length';
  return made.severity === 'medium' || made.severity === 'high' ? 'severity' : null;
}

/** Whoever erased their own data is no author any more, yet opened the case: the log still leads to them. */
async function openedIt(tx: Db | Tx, { guildId, number }: ReviewedCase, userId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM pseudonym AS actor
      JOIN audit_entry AS entry ON entry.guild_id = actor.guild_id AND entry.actor_ref = actor.ref
      WHERE actor.guild_id = ${guildId} AND actor.user_id = ${userId}
        AND entry.action = 'moderation.open' AND entry.subject = ${String(number)}
    ) AS found`;
  return row?.found ?? false;
}

/** A sanction that was voted has no author but those who proposed it, ended the vote or had the last word, and those who wanted it. */
async function votedIt(
  tx: Db | Tx,
  { guildId, source, sourceId }: ReviewedCase,
  userId: string,
): Promise<'led' | 'agreed' | null> {
  if (source !== 'vote' || sourceId === null) return null;
  const [row] = await tx.$queryRaw<{ led: boolean; agreed: boolean }[]>`
    SELECT
      EXISTS (
        SELECT FROM moderation_vote WHERE id = ${sourceId} AND guild_id = ${guildId} AND ${userId} IN (proposed_by, decided_by)
      ) OR EXISTS (
        SELECT FROM pseudonym AS actor
        JOIN audit_entry AS entry ON entry.guild_id = actor.guild_id AND entry.actor_ref = actor.ref
        WHERE actor.guild_id = ${guildId} AND actor.user_id = ${userId} AND entry.subject = ${`vote:${sourceId}`}
          AND entry.action IN ('votes.propose', 'votes.expedite', 'votes.confirm')
      ) AS led,
      EXISTS (SELECT FROM moderation_ballot WHERE vote_id = ${sourceId} AND voter_id = ${userId} AND choice = 'yes') AS agreed`;
  return row?.led ? 'led' : row?.agreed ? 'agreed' : null;
}

/** Where all voted for it nobody else might be left: once the answer is late, those who only voted may give it. */
async function requireOther(tx: Db | Tx, appeal: Appeal, made: ReviewedCase, { actorId, now }: Change): Promise<void> {
  const { authorId, behalfId, userId: personId } = made;
  if ([authorId, behalfId, personId].includes(actorId) || (await openedIt(tx, made, actorId))) throw notByYou();
  const part = await votedIt(tx, made, actorId);
  if (part === 'led') throw notByYou();
  if (part === 'agreed' && appeal.dueAt !== null && now < appeal.dueAt) throw notByVoter(timeOf(appeal.dueAt));
}

type Decided = { appeal: Appeal; made: ReviewedCase };

async function requireDecidable(tx: Db | Tx, appeal: Appeal | null, by: Change): Promise<Decided> {
  const made = appeal && (await tx.moderationCase.findUnique({ where: { id: appeal.caseId } }));
  if (!appeal || !made) throw appealUnknown();
  await requireOther(tx, appeal, made, by);
  if (appeal.state !== 'open') throw alreadyDecided(text.states[appeal.state]);
  return { appeal, made };
}

/** Before the form is filled in for nothing. Throws as `decideAppeal`. */
export const getDecidable = async (db: Db, by: Change, appealId: number): Promise<Decided> =>
  requireDecidable(db, await db.appeal.findFirst({ where: { id: appealId, guildId: by.guildId } }), by);

const states = { accept: 'accepted', reduce: 'reduced', uphold: 'upheld' } as const;

/**
 * By somebody else than who took the decision, asked for it, or is concerned by it; once. What was decided is carried out with it. `answer` is told to the
 * person as it is. Throws `appeals.unknown`, `not_by_you`, `already_decided`, `nothing_to_reduce`, and what changing the case refuses.
 */
export const decideAppeal = (
  db: Db,
  by: Change,
  { appealId, answer, decision }: { appealId: number; answer: string; decision: Decision },
): Promise<Appeal> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const { appeal, made } = await requireDecidable(tx, await lockAppeal(tx, { guildId, appealId }), by);
    const change = { ...by, caseId: appeal.caseId };
    if (decision.outcome === 'accept') await annulCase(tx, change, { reason: answer, origin: 'appeal' });
    if (decision.outcome === 'reduce') {
      if (reducible(made) === null) throw nothingToReduce();
      await reduceCase(tx, change, decision.reduction);
    }
    const decided = await tx.appeal.update({
      where: { id: appealId },
      data: { state: states[decision.outcome], decidedAt: now, decidedBy: actorId, answer },
    });
    await audit(tx, {
      guildId,
      actorId,
      ...(appeal.userId && { targetId: appeal.userId }),
      action: `appeals.${decision.outcome}`,
      subject: `case:${appeal.caseId}`,
      after: { state: decided.state },
      at: now,
    });
    await promiseCard(tx, decided);
    await promiseTelling(tx, decided);
    return decided;
  });
