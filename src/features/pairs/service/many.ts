import { enqueueAll, type Tx } from '../../../infra/db.ts';
import { readMentoring } from '../../mentors/service/setting.ts';
import { learnerHasMentor } from '../messages/refusal.ts';
import { openTask } from '../wire.ts';
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

/** Why two people cannot be paired any more. */
export type Obstacle = {
  mentorId: string;
  learnerId: string;
  why: 'mentor_unavailable' | 'mentor_full' | 'learner_has_mentor' | 'kept_apart' | 'person_gone';
};

/** Tasks promised at once: what they carry is checked one by one. */
const batch = 500;

/**
 * Pairs many people at once, all or none: the same as `openPair` for each, in a few statements. The mentors' rows are held until the transaction ends.
 * Returns what stands in the way, in which case nothing was
 * written; throws `pairs.learner_has_mentor` when that happened while it wrote.
 */
export async function openPairs(
  tx: Tx,
  { guildId, wishes, origin, coordinatorId, createdBy, now }: NewPairs,
): Promise<Obstacle[]> {
  // By itself: what follows sees what those committed for whom this one waited.
  await tx.$queryRaw`
    SELECT count(*)::int FROM (
      SELECT 1 FROM mentor_profile WHERE guild_id = ${guildId}
        AND user_id IN (SELECT mentor FROM jsonb_to_recordset(${wishes}::jsonb) AS wish (mentor text))
      ORDER BY user_id FOR UPDATE) AS held`;
  const obstacles = await tx.$queryRaw<Obstacle[]>`
    SELECT mentor AS "mentorId", learner AS "learnerId", why FROM (
      SELECT wish.mentor, wish.learner, CASE
        WHEN profile.state IS DISTINCT FROM 'approved' THEN 'mentor_unavailable'
        WHEN EXISTS (SELECT FROM member WHERE member.guild_id = ${guildId} AND member.user_id IN (wish.mentor, wish.learner) AND member.left_at IS NOT NULL)
          THEN 'person_gone'
        WHEN EXISTS (SELECT FROM mentoring_pair AS pair WHERE pair.guild_id = ${guildId} AND pair.learner_id = wish.learner AND pair.state <> 'ended')
          THEN 'learner_has_mentor'
        WHEN wish.mentor = wish.learner OR EXISTS (SELECT FROM mentoring_avoid AS avoid WHERE avoid.guild_id = ${guildId}
          AND (avoid.user_id, avoid.avoided_id) IN ((wish.mentor, wish.learner), (wish.learner, wish.mentor))) THEN 'kept_apart'
        WHEN row_number() OVER (PARTITION BY wish.mentor ORDER BY wish.learner) > profile.capacity
          - (SELECT count(*) FROM mentoring_pair AS pair WHERE pair.guild_id = ${guildId} AND pair.mentor_id = wish.mentor AND pair.state <> 'ended')
          THEN 'mentor_full' END AS why
      FROM jsonb_to_recordset(${wishes}::jsonb) AS wish (mentor text, learner text)
      LEFT JOIN mentor_profile AS profile ON profile.guild_id = ${guildId} AND profile.user_id = wish.mentor
    ) AS looked WHERE why IS NOT NULL ORDER BY mentor, learner LIMIT 100`;
  if (obstacles.length > 0) return obstacles;

  const { needsCoordinator } = await readMentoring(tx, guildId);
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
    JOIN LATERAL (
      SELECT seat FROM generate_series(1, profile.capacity) AS seat
      WHERE NOT EXISTS (SELECT FROM mentoring_pair AS pair
        WHERE pair.guild_id = ${guildId} AND pair.mentor_id = wish.mentor AND pair.seat = seat.seat AND pair.state <> 'ended')
      ORDER BY seat OFFSET wish.place - 1 LIMIT 1
    ) AS free ON true
    LEFT JOIN mentoring_request AS request ON request.guild_id = ${guildId} AND request.user_id = wish.learner AND request.state = 'waiting'
    LEFT JOIN LATERAL (
      SELECT promo.manager_id AS id FROM promo_member AS stay JOIN promo ON promo.id = stay.promo_id
      WHERE stay.guild_id = ${guildId} AND stay.user_id = wish.learner AND stay.part = 'learner' AND stay.left_at IS NULL
        AND promo.manager_id NOT IN (wish.mentor, wish.learner) AND promo.cleared_at IS NULL
        AND NOT EXISTS (SELECT FROM member WHERE member.guild_id = promo.guild_id AND member.user_id = promo.manager_id AND member.left_at IS NOT NULL)
      ORDER BY promo.starts_on DESC, promo.id DESC LIMIT 1
    ) AS manager ON true
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
