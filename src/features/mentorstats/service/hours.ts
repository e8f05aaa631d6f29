import { type Db, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { recordBadges } from '../../mentors/service/badge.ts';
import { noHours } from '../messages.ts';
import { badgeOf } from '../rules.ts';
import { thankTask } from '../wire.ts';

/** Every time that somebody gave as a mentor: whose, to whom, when, and for how many minutes. In a pair, at once for one theme, or in a circle. */
const given = Prisma.sql`
  SELECT session.guild_id, pair.mentor_id, ARRAY[coalesce(pair.learner_id, 'pair ' || pair.id)] AS people, session.starts_at AS at, session.minutes,
    session.settled_at
  FROM mentoring_session AS session JOIN mentoring_pair AS pair ON pair.id = session.pair_id
  WHERE session.state = 'done' AND pair.mentor_id IS NOT NULL
  UNION ALL
  SELECT guild_id, mentor_id, ARRAY[coalesce(learner_id, 'flash ' || id)], taken_at, minutes, ended_at
  FROM mentoring_flash WHERE state = 'done' AND mentor_id IS NOT NULL
  UNION ALL
  SELECT guild_id, mentor_id,
    ARRAY(SELECT user_id FROM mentoring_circle_place AS place WHERE place.circle_id = meeting.circle_id AND place.state <> 'waiting'),
    starts_at, minutes, settled_at
  FROM mentoring_circle_meeting AS meeting WHERE state = 'done' AND mentor_id IS NOT NULL`;

export type Hours = { minutes: number; meetings: number; people: number; from: Date; to: Date };

/** What somebody gave in all; throws `mentorstats.no_hours` when it is nothing yet. */
export async function hoursOf(db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<Hours> {
  const [row] = await db.$queryRaw<(Omit<Hours, 'from' | 'to'> & { from: Date | null; to: Date | null })[]>`
    WITH given AS (SELECT * FROM (${given}) AS given WHERE guild_id = ${guildId} AND mentor_id = ${userId})
    SELECT coalesce(sum(minutes), 0)::int AS minutes, count(*)::int AS meetings, min(at) AS "from", max(at) AS "to",
      (SELECT count(DISTINCT person)::int FROM given, unnest(people) AS person) AS people
    FROM given`;
  if (!row?.from || !row.to) throw noHours();
  return { ...row, from: row.from, to: row.to };
}

/** Mentors of whom something was settled since then, and who reached more hours than they were thanked for. */
export async function promiseThanks(tx: Tx, since: Date): Promise<void> {
  const sums = await tx.$queryRaw<{ guildId: string; userId: string; minutes: number }[]>`
    WITH given AS (${given}), recent AS (SELECT DISTINCT guild_id, mentor_id FROM given WHERE settled_at > ${since})
    SELECT guild_id AS "guildId", mentor_id AS "userId", sum(minutes)::int AS minutes
    FROM recent JOIN given USING (guild_id, mentor_id) GROUP BY guild_id, mentor_id`;
  const reached = sums.map(({ minutes, ...mentor }) => ({ ...mentor, badge: badgeOf(minutes) })).filter(({ badge }) => badge > 0);
  const fresh = await recordBadges(tx, reached);
  await enqueueAll(
    tx,
    thankTask,
    fresh.map((payload) => ({ payload, key: `${payload.guildId}:${payload.userId}:${payload.badge}` })),
  );
}
