import { audit } from '../../../infra/audit.ts';
import { enqueue, isDuplicate, Prisma, type Tx } from '../../../infra/db.ts';
import type { Reason } from '../../../kernel/mentoring.ts';
import type { UserError } from '../../../kernel/text.ts';
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
import { freeSeat, type Obstacle, obstaclesTo } from './check.ts';
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

const refusals = {
  mentor_unavailable: mentorUnavailable,
  mentor_full: mentorFull,
  learner_has_mentor: learnerHasMentor,
  kept_apart: keptApart,
  person_gone: personGone,
} satisfies Record<Obstacle['why'], () => UserError>;

/**
 * Pairs two people, and promises their thread. The mentor's row is held until the transaction ends; the unique indexes are the last word. Throws `pairs.mentor_unavailable`, `pairs.mentor_full`, `pairs.learner_has_mentor`,
 * `pairs.kept_apart`, `pairs.same_person`, `pairs.person_gone`, `pairs.coordinator_in_pair`.
 */
export async function openPair(tx: Tx, asked: NewPair): Promise<Pair> {
  const { guildId, mentorId, learnerId, requestId, origin, score, reasons, createdBy, now } = asked;
  if (mentorId === learnerId) throw samePerson();
  if (asked.coordinatorId === mentorId || asked.coordinatorId === learnerId) throw coordinatorInPair();
  const [obstacle] = await obstaclesTo(tx, { guildId, wishes: JSON.stringify([{ mentor: mentorId, learner: learnerId }]) });
  if (obstacle) throw refusals[obstacle.why]();
  const [free] = await tx.$queryRaw<{ seat: number }[]>`
    SELECT free.seat FROM mentor_profile AS profile JOIN LATERAL (${freeSeat({
      guildId: Prisma.sql`${guildId}`,
      mentorId: Prisma.sql`profile.user_id`,
      capacity: Prisma.sql`profile.capacity`,
      skipped: Prisma.sql`0`,
    })}) AS free ON true WHERE profile.guild_id = ${guildId} AND profile.user_id = ${mentorId}`;
  if (!free) throw mentorFull();
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
        seat: free.seat,
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
