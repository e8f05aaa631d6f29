import { type Db, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { recordBadges } from '../../mentors/service/badge.ts';
import { noHours } from '../messages.ts';
import { badgeOf } from '../rules.ts';
import { thankTask } from '../wire.ts';

/**
 * Every time that a mentor gave: in a pair, at once for one theme, or in a circle. This is what an attestation says, and what badges count. `people`: whom it
 * adds to those of before, where a name can be forgotten: of a flash session the first of the two; of a circle, whoever was inside.
 */
const givenBy = (guildId: Prisma.Sql, mentorId: Prisma.Sql) => Prisma.sql`
  SELECT 'pair' AS kind, pair.id AS within, session.starts_at AS at, session.minutes, 1 AS people
  FROM mentoring_pair AS pair JOIN mentoring_session AS session ON session.pair_id = pair.id
  WHERE pair.guild_id = ${guildId} AND pair.mentor_id = ${mentorId} AND session.state = 'done'
  UNION ALL
  SELECT 'flash', id, taken_at, minutes, is_first::integer
  FROM mentoring_flash WHERE guild_id = ${guildId} AND mentor_id = ${mentorId} AND state = 'done'
  UNION ALL
  SELECT 'circle', circle_id, starts_at, minutes, coalesce(people, 0)
  FROM mentoring_circle_meeting WHERE guild_id = ${guildId} AND mentor_id = ${mentorId} AND state = 'done'`;

/** Minutes and meetings in all, and the people of each kind: somebody may be of several. */
export type Hours = {
  minutes: number;
  meetings: number;
  inPairs: number;
  inFlashes: number;
  /** Of each circle the meeting with the most people. */
  inCircles: number;
  from: Date;
  to: Date;
};

/** What somebody gave in all; throws `mentorstats.no_hours` when it is nothing yet. */
export async function hoursOf(db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<Hours> {
  const [row] = await db.$queryRaw<(Omit<Hours, 'from' | 'to'> & { from: Date | null; to: Date | null })[]>`
    WITH given AS (${givenBy(Prisma.sql`${guildId}`, Prisma.sql`${userId}`)}),
    met AS (SELECT kind, within, max(people) AS people FROM given GROUP BY kind, within),
    counted AS (
      SELECT coalesce(sum(people) FILTER (WHERE kind = 'pair'), 0)::int AS "inPairs",
        coalesce(sum(people) FILTER (WHERE kind = 'flash'), 0)::int AS "inFlashes",
        coalesce(sum(people) FILTER (WHERE kind = 'circle'), 0)::int AS "inCircles"
      FROM met)
    SELECT coalesce(sum(minutes), 0)::int AS minutes, count(*)::int AS meetings, min(at) AS "from", max(at) AS "to",
      (SELECT "inPairs" FROM counted) AS "inPairs", (SELECT "inFlashes" FROM counted) AS "inFlashes",
      (SELECT "inCircles" FROM counted) AS "inCircles"
    FROM given`;
  if (!row?.from || !row.to) throw noHours();
  return { ...row, from: row.from, to: row.to };
}

/** Mentors of whom something was settled since then, and who reached more hours than they were thanked for. */
export async function promiseThanks(tx: Tx, since: Date): Promise<void> {
  const sums = await tx.$queryRaw<{ guildId: string; userId: string; minutes: number }[]>`
    WITH recent AS MATERIALIZED (
      SELECT pair.guild_id, pair.mentor_id FROM mentoring_session AS session JOIN mentoring_pair AS pair ON pair.id = session.pair_id
      WHERE session.state = 'done' AND session.settled_at > ${since} AND pair.mentor_id IS NOT NULL
      UNION
      SELECT guild_id, mentor_id FROM mentoring_flash WHERE state = 'done' AND ended_at > ${since} AND mentor_id IS NOT NULL
      UNION
      SELECT guild_id, mentor_id FROM mentoring_circle_meeting WHERE state = 'done' AND settled_at > ${since} AND mentor_id IS NOT NULL
    )
    SELECT recent.guild_id AS "guildId", recent.mentor_id AS "userId", sum(given.minutes)::int AS minutes
    FROM recent CROSS JOIN LATERAL (${givenBy(Prisma.sql`recent.guild_id`, Prisma.sql`recent.mentor_id`)}) AS given
    GROUP BY recent.guild_id, recent.mentor_id`;
  const reached = sums.map(({ minutes, ...mentor }) => ({ ...mentor, badge: badgeOf(minutes) })).filter(({ badge }) => badge > 0);
  const fresh = await recordBadges(tx, reached);
  await enqueueAll(
    tx,
    thankTask,
    fresh.map((payload) => ({ payload, key: `${payload.guildId}:${payload.userId}:${payload.badge}` })),
  );
}
