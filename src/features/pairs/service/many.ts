import { enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { readMentoring } from '../../mentors/service/setting.ts';
import { learnerHasMentor } from '../messages/refusal.ts';
import { openTask } from '../wire.ts';
import { freeSeat, managerOf, type Obstacle, obstaclesTo } from './check.ts';
import type { Pair } from './pair.ts';

export type NewPairs = {
  guildId: string;
  /**
   * JSON text of `{ mentor, learner, score, reasons }[]`, each learner once: as the database gives it, since to read thousands of them here would keep
   * others waiting.
   */
  wishes: string;
  origin: Pair['origin'];
  /** Null: whoever the guild's rule says. */
  coordinatorId: string | null;
  createdBy: string;
  now: Date;
};

/** Tasks promised at once: what they carry is checked one by one. */
const batch = 500;

/**
 * Pairs many people at once, all or none: the same as `openPair` for each, in a few statements. Returns what stands in the way, in which case nothing was
 * written; throws `pairs.learner_has_mentor` when that happened while it wrote.
 */
export async function openPairs(
  tx: Tx,
  { guildId, wishes, origin, coordinatorId, createdBy, now }: NewPairs,
): Promise<Obstacle[]> {
  const obstacles = await obstaclesTo(tx, { guildId, wishes });
  if (obstacles.length > 0) return obstacles;

  const { needsCoordinator } = await readMentoring(tx, guildId);
  const [guild, mentor] = [Prisma.sql`${guildId}`, Prisma.sql`wish.mentor`];
  const opened = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO mentoring_pair (guild_id, mentor_id, learner_id, request_id, origin, seat, coordinator_id, score, reasons, created_by, created_at, active_at)
    SELECT ${guildId}, wish.mentor, wish.learner, request.id, ${origin}::mentoring_origin, free.seat,
      CASE WHEN ${coordinatorId} NOT IN (wish.mentor, wish.learner) THEN ${coordinatorId} WHEN ${needsCoordinator} THEN coalesce(manager.id, maker.id) END,
      wish.score, wish.reasons, ${createdBy}, ${now}, ${now}
    FROM (
      SELECT *, row_number() OVER (PARTITION BY mentor ORDER BY learner) AS place
      FROM jsonb_to_recordset(${wishes}::jsonb) AS one (mentor text, learner text, score float8, reasons jsonb)
    ) AS wish
    JOIN mentor_profile AS profile ON profile.guild_id = ${guildId} AND profile.user_id = wish.mentor
    JOIN LATERAL (${freeSeat({ guildId: guild, mentorId: mentor, capacity: Prisma.sql`profile.capacity`, skipped: Prisma.sql`wish.place - 1` })}) AS free ON true
    LEFT JOIN mentoring_request AS request ON request.guild_id = ${guildId} AND request.user_id = wish.learner AND request.state = 'waiting'
    LEFT JOIN LATERAL (${managerOf({ guildId: guild, mentorId: mentor, learnerId: Prisma.sql`wish.learner` })}) AS manager ON true
    LEFT JOIN LATERAL (SELECT ${createdBy}::text AS id WHERE ${createdBy} NOT IN (wish.mentor, wish.learner)) AS maker ON true
    ON CONFLICT DO NOTHING RETURNING id`;
  const [asked] = await tx.$queryRaw<{ count: number }[]>`SELECT jsonb_array_length(${wishes}::jsonb) AS count`;
  // Somebody paired one of the learners while we wrote: all or none.
  if (opened.length !== asked?.count) throw learnerHasMentor();
  for (let from = 0; from < opened.length; from += batch)
    await enqueueAll(
      tx,
      openTask,
      opened.slice(from, from + batch).map(({ id }) => ({
        payload: { guildId, pairId: id },
        key: String(id),
        // One after the other: hundreds of threads must not hold what somebody waits for.
        queue: `pairs:${guildId}`,
      })),
    );
  return [];
}
