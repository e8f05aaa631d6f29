import { Prisma, type Tx } from '../../../infra/db.ts';

/** Why two people cannot be paired any more. */
export type Obstacle = {
  mentorId: string;
  learnerId: string;
  why: 'mentor_unavailable' | 'mentor_full' | 'learner_has_mentor' | 'kept_apart' | 'person_gone';
};

/** JSON text of `{ mentor, learner }[]`, each learner once. */
export type Wishes = { guildId: string; wishes: string };

/**
 * What stands in the way of these pairs; at most 100. The mentors' rows are held until the transaction ends, so that those who pair the same mentor come one
 * after the other.
 */
export async function obstaclesTo(tx: Tx, { guildId, wishes }: Wishes): Promise<Obstacle[]> {
  // By itself: what follows sees what those committed for whom this one waited.
  await tx.$queryRaw`
    SELECT count(*)::int FROM (
      SELECT 1 FROM mentor_profile WHERE guild_id = ${guildId}
        AND user_id IN (SELECT mentor FROM jsonb_to_recordset(${wishes}::jsonb) AS wish (mentor text))
      ORDER BY user_id FOR UPDATE) AS held`;
  return tx.$queryRaw<Obstacle[]>`
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
}

/** The place of a mentor that is free, the first but `skipped`. Null when there is none. */
export const freeSeat = (who: {
  guildId: Prisma.Sql;
  mentorId: Prisma.Sql;
  capacity: Prisma.Sql;
  skipped: Prisma.Sql;
}): Prisma.Sql => Prisma.sql`
  SELECT seat FROM generate_series(1, ${who.capacity}) AS seat
  WHERE NOT EXISTS (SELECT FROM mentoring_pair AS pair
    WHERE pair.guild_id = ${who.guildId} AND pair.mentor_id = ${who.mentorId} AND pair.seat = seat.seat AND pair.state <> 'ended')
  ORDER BY seat OFFSET ${who.skipped} LIMIT 1`;

/** The learner's project manager, of the latest promo that has one who is still there, and never one of the two. */
export const managerOf = (who: { guildId: Prisma.Sql; mentorId: Prisma.Sql; learnerId: Prisma.Sql }): Prisma.Sql => Prisma.sql`
  SELECT promo.manager_id AS id FROM promo_member AS stay JOIN promo ON promo.id = stay.promo_id
  WHERE stay.guild_id = ${who.guildId} AND stay.user_id = ${who.learnerId} AND stay.part = 'learner' AND stay.left_at IS NULL
    AND promo.manager_id NOT IN (${who.mentorId}, ${who.learnerId}) AND promo.cleared_at IS NULL
    AND NOT EXISTS (SELECT FROM member WHERE member.guild_id = promo.guild_id AND member.user_id = promo.manager_id AND member.left_at IS NOT NULL)
  ORDER BY promo.starts_on DESC, promo.id DESC LIMIT 1`;
