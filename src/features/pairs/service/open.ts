import { audit } from '../../../infra/audit.ts';
import { enqueue, isDuplicate, type Tx } from '../../../infra/db.ts';
import type { Reason } from '../../../kernel/mentoring.ts';
import { readMentoring } from '../../mentors/service/setting.ts';
import {
  coordinatorInPair,
  keptApart,
  learnerHasMentor,
  mentorFull,
  mentorUnavailable,
  personGone,
  samePerson,
} from '../messages/refusal.ts';
import { openTask } from '../wire.ts';
import { candidatesFor } from './coordinator.ts';
import type { Pair } from './pair.ts';

export type NewPair = {
  guildId: string;
  mentorId: string;
  learnerId: string;
  requestId: number | null;
  origin: Pair['origin'];
  score: number | null;
  reasons: readonly Reason[] | null;
  /** Null: whoever the guild's rule says. */
  coordinatorId: string | null;
  /** Who of staff made it; null when the two found each other. */
  createdBy: string | null;
  now: Date;
};

/**
 * Pairs two people, and promises their thread. The mentor's row is held until the transaction ends, so that those who pair the same mentor come one
 * after the other; the unique indexes are the last word. Throws `pairs.mentor_unavailable`, `pairs.mentor_full`, `pairs.learner_has_mentor`,
 * `pairs.kept_apart`, `pairs.same_person`, `pairs.person_gone`, `pairs.coordinator_in_pair`.
 */
export async function openPair(tx: Tx, asked: NewPair): Promise<Pair> {
  const { guildId, mentorId, learnerId, requestId, origin, score, reasons, createdBy, now } = asked;
  if (mentorId === learnerId) throw samePerson();
  if (asked.coordinatorId === mentorId || asked.coordinatorId === learnerId) throw coordinatorInPair();
  const [mentor] = await tx.$queryRaw<{ state: string; capacity: number }[]>`
    SELECT state::text AS state, capacity FROM mentor_profile WHERE guild_id = ${guildId} AND user_id = ${mentorId} FOR UPDATE`;
  if (mentor?.state !== 'approved') throw mentorUnavailable();
  const [standing] = await tx.$queryRaw<{ seats: number[]; isTaken: boolean; isApart: boolean; isGone: boolean }[]>`
    SELECT
      ARRAY(SELECT seat FROM mentoring_pair WHERE guild_id = ${guildId} AND mentor_id = ${mentorId} AND state <> 'ended') AS seats,
      EXISTS (SELECT FROM mentoring_pair WHERE guild_id = ${guildId} AND learner_id = ${learnerId} AND state <> 'ended') AS "isTaken",
      EXISTS (SELECT FROM mentoring_avoid WHERE guild_id = ${guildId}
        AND (user_id, avoided_id) IN ((${mentorId}, ${learnerId}), (${learnerId}, ${mentorId}))) AS "isApart",
      EXISTS (SELECT FROM member WHERE guild_id = ${guildId} AND user_id IN (${mentorId}, ${learnerId}) AND left_at IS NOT NULL) AS "isGone"`;
  if (!standing || standing.isGone) throw personGone();
  if (standing.isTaken) throw learnerHasMentor();
  if (standing.isApart) throw keptApart();
  const seat = Array.from({ length: mentor.capacity }, (_, index) => index + 1).find((one) => !standing.seats.includes(one));
  if (seat === undefined || standing.seats.length >= mentor.capacity) throw mentorFull();
  const { needsCoordinator } = await readMentoring(tx, guildId);
  const coordinatorId = asked.coordinatorId ?? (needsCoordinator ? ((await candidatesFor(tx, asked))[0] ?? null) : null);
  const pair = await tx.mentoringPair
    .create({
      data: {
        guildId,
        mentorId,
        learnerId,
        requestId,
        origin,
        seat,
        coordinatorId,
        score,
        createdBy,
        createdAt: now,
        activeAt: now,
        ...(reasons && { reasons: [...reasons] as never }),
      },
    })
    .catch((error: unknown) => {
      if (isDuplicate(error, 'mentoring_pair_seat')) throw mentorFull();
      if (isDuplicate(error, 'mentoring_pair_learner')) throw learnerHasMentor();
      throw error;
    });
  await enqueue(tx, openTask, { guildId, pairId: pair.id }, { key: String(pair.id) });
  if (createdBy !== null)
    await audit(tx, {
      guildId,
      actorId: createdBy,
      targetId: learnerId,
      action: 'pairs.open',
      subject: `pair:${pair.id}`,
      at: now,
    });
  return pair;
}
