import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { pairEnded } from '../../../kernel/mentoring.ts';
import { keepApart, partWays } from '../../mentors/service/avoid.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { ownEnd, pairOver, unknownPair } from '../messages/refusal.ts';
import { alertTask, closeTask, questionTask, reasonTask } from '../wire.ts';
import { findPair, getOwnPair, holdPair, isOfPair, type Pair, type PairKey, type Who } from './pair.ts';

export type End = NonNullable<Pair['endedAs']>;
export type Ending = PairKey & {
  as: End;
  /** Who ends it, where it is a person. */
  by?: string | null;
  /** For staff alone. */
  reason?: string | null;
  now: Date;
};

/**
 * Ends a pair, once: null when it is over already or never was. Its seat is free, the two are never paired again, their thread gets a last word, and
 * `sessions` tells both what comes next.
 */
export async function endPair(tx: Tx, ending: Ending): Promise<Pair | null> {
  const ended = await finish(tx, ending);
  if (!ended) return null;
  const { guildId, id: pairId, mentorId, learnerId } = ended;
  const part = ending.as === 'reported' ? partWays : keepApart;
  if (mentorId && learnerId) await part(tx, { guildId, one: mentorId, other: learnerId, now: ending.now });
  await enqueue(tx, closeTask, { guildId, pairId }, { key: String(pairId) });
  if (ending.as === 'silence')
    await enqueue(tx, alertTask, { guildId, pairId, what: 'ended', at: ending.now }, { key: `${pairId}:ended` });
  // Staff know what they wrote themselves.
  if (ended.endReason && ended.endedBy && isOfPair(ended, ended.endedBy))
    await enqueue(tx, reasonTask, { guildId, pairId }, { key: String(pairId) });
  return ended;
}

/** The row and the promises to others alone. */
export async function finish(tx: Tx, { guildId, pairId, as, by = null, reason = null, now }: Ending): Promise<Pair | null> {
  const [ended] = await tx.mentoringPair.updateManyAndReturn({
    where: { id: pairId, guildId, state: { not: 'ended' } },
    data: {
      state: 'ended',
      endedAt: now,
      endedAs: as,
      endedBy: by,
      endReason: reason || null,
      pausedUntil: null,
      pausedAs: null,
      absentSince: null,
    },
  });
  if (!ended) return null;
  await enqueue(tx, pairEnded, { guildId, pairId }, { key: String(pairId) });
  // Also where it is being asked at this moment.
  if (ended.questionMessageId !== null || ended.coordinatorId === null)
    await enqueue(tx, questionTask, { guildId, pairId }, { key: String(pairId) });
  return ended;
}

/** What one of the two says of the end: they have done what they wanted, or stop before. */
export type Choice = 'finished' | 'stop';

/** One of the two ends it, at any time and without blame. Throws `pairs.unknown`, `pairs.over`. */
export const endOwn = (
  db: Db,
  who: Who,
  { pairId, choice, reason }: { pairId: number; choice: Choice; reason: string },
): Promise<Pair> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    const { mentorId } = await getOwnPair(tx, who, pairId);
    const as = choice === 'finished' ? 'finished' : mentorId === userId ? 'mentor' : 'learner';
    const ended = await endPair(tx, { guildId, pairId, as, by: userId, reason, now });
    if (!ended) throw pairOver();
    return ended;
  });

/** Staff end it, and say why for themselves. Throws `pairs.unknown`, `pairs.over`. */
export const endByStaff = (
  db: Db,
  { guildId, actorId, now }: Change,
  { pairId, reason }: { pairId: number; reason: string },
): Promise<Pair> =>
  db.$transaction(async (tx) => {
    const before = await holdPair(tx, { guildId, pairId });
    if (!before) throw unknownPair();
    const ended = await endPair(tx, { guildId, pairId, as: 'staff', by: actorId, reason, now });
    if (!ended) throw pairOver();
    await audit(tx, {
      guildId,
      actorId,
      ...(before.learnerId && { targetId: before.learnerId }),
      action: 'pairs.end',
      subject: `pair:${pairId}`,
      before: { state: before.state },
      after: { state: 'ended', as: 'staff' },
      at: now,
    });
    return ended;
  });

/**
 * Everybody whom somebody accompanied until then: they mentor no more. Those whom they took since, as a mentor again, stay. Each in its own transaction
 * would leave some behind.
 */
export const endAllOfMentor = (db: Db, { guildId, userId, now }: Who, until: Date | null): Promise<void> =>
  db.$transaction(async (tx) => {
    const [profile] = await tx.$queryRaw<{ state: string }[]>`
      SELECT state::text AS state FROM mentor_profile WHERE guild_id = ${guildId} AND user_id = ${userId} FOR UPDATE`;
    // Promised without a moment: nobody knows any more which of their pairs were meant.
    if (until === null && (profile?.state === 'approved' || profile?.state === 'paused')) return;
    const pairs = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM mentoring_pair WHERE guild_id = ${guildId} AND mentor_id = ${userId} AND state <> 'ended' AND created_at <= ${until ?? now}
      ORDER BY id FOR UPDATE`;
    for (const { id: pairId } of pairs) await endPair(tx, { guildId, pairId, as: 'withdrawn', now });
  });

/** Why one of the two ended it; never read by the other. */
export type Why = { pair: Pair; mentor: string | null; learner: string | null; reason: string };

/** For staff. Throws `pairs.unknown`, and `pairs.own_end` for one of the two. */
export async function getWhy(db: Db, { guildId, actorId }: Pick<Change, 'guildId' | 'actorId'>, pairId: number): Promise<Why> {
  const pair = await findPair(db, { guildId, pairId });
  if (!pair?.endReason) throw unknownPair();
  if (isOfPair(pair, actorId)) throw ownEnd();
  const names = await namesOf(db, guildId, [pair.mentorId, pair.learnerId]);
  return {
    pair,
    mentor: names.get(pair.mentorId ?? '') ?? null,
    learner: names.get(pair.learnerId ?? '') ?? null,
    reason: pair.endReason,
  };
}
