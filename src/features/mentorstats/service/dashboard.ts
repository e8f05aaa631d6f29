import { type Db, Prisma } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';
import { months } from '../rules.ts';

/** Days without a word after which a pair is quiet, and after which it was warned. */
export type Silence = { nudgeDays: number; warnDays: number };
export type Asked = { guildId: string; timeZone: string; now: Date } & Silence;

export type Dashboard = {
  waiting: number;
  /** When the one who has waited longest asked. */
  waitingSince: Date | null;
  pairs: number;
  quiet: number;
  silent: number;
  paused: number;
  mentors: number;
  /** Learners whom they could still take. */
  seats: number;
  pending: number;
  /** Sessions to come, and those of the last 30 days. */
  planned: number;
  done: number;
  missed: number;
  months: { month: string; begun: number; ended: number; sessions: number }[];
};

const recently = 30 * day;

/** When a pair was last heard of, for it to count as quiet or as silent now. */
export const silentSince = ({ nudgeDays, warnDays, now }: Silence & { now: Date }) => ({
  quiet: new Date(now.getTime() - nudgeDays * day),
  silent: new Date(now.getTime() - warnDays * day),
});

/** What staff see first. Every count is of one guild and by an index. */
export async function readDashboard(db: Db, asked: Asked): Promise<Dashboard> {
  const { guildId, timeZone, now } = asked;
  const { quiet, silent } = silentSince(asked);
  const since = new Date(now.getTime() - recently);
  const counts = db.$queryRaw<Omit<Dashboard, 'months'>[]>`/* kept */
    SELECT request.*, pair.*, mentor.*, session.*
    FROM (
      SELECT count(*)::int AS waiting, min(created_at) AS "waitingSince" FROM mentoring_request
      WHERE guild_id = ${guildId} AND state = 'waiting') AS request,
    (
      SELECT count(*)::int AS pairs, count(*) FILTER (WHERE state = 'paused')::int AS paused,
        count(*) FILTER (WHERE state = 'active' AND active_at <= ${quiet} AND active_at > ${silent})::int AS quiet,
        count(*) FILTER (WHERE state = 'active' AND active_at <= ${silent})::int AS silent
      FROM mentoring_pair WHERE guild_id = ${guildId} AND state <> 'ended') AS pair,
    (
      SELECT count(*) FILTER (WHERE state IN ('approved', 'paused'))::int AS mentors, count(*) FILTER (WHERE state = 'pending')::int AS pending,
        coalesce(sum(greatest(0, capacity - taken.count)) FILTER (WHERE state = 'approved'), 0)::int AS seats
      FROM mentor_profile AS mentor, LATERAL (
        SELECT count(*)::int FROM mentoring_pair AS pair
        WHERE pair.guild_id = mentor.guild_id AND pair.mentor_id = mentor.user_id AND pair.state <> 'ended') AS taken
      WHERE guild_id = ${guildId}) AS mentor,
    (
      SELECT count(*) FILTER (WHERE state = 'planned' AND starts_at > ${now})::int AS planned, count(*) FILTER (WHERE state = 'done')::int AS done,
        count(*) FILTER (WHERE state = 'missed')::int AS missed
      FROM mentoring_session WHERE guild_id = ${guildId} AND starts_at > ${since}) AS session`;
  const [[found], byMonth] = await Promise.all([counts, readMonths(db, { guildId, timeZone, now })]);
  if (!found) throw new Error('a count without a row');
  return { ...found, months: byMonth };
}

/** Pairs that began and ended and sessions that took place, month by month, the oldest first. */
function readMonths(
  db: Db,
  { guildId, timeZone, now }: Pick<Asked, 'guildId' | 'timeZone' | 'now'>,
): Promise<Dashboard['months']> {
  const monthOf = (at: Prisma.Sql) => Prisma.sql`date_trunc('month', ${at} AT TIME ZONE ${timeZone})`;
  return db.$queryRaw`/* kept */
    WITH shown AS (
      SELECT generate_series(
        ${monthOf(Prisma.sql`${now}::timestamptz`)} - make_interval(months => ${months - 1}::int), ${monthOf(Prisma.sql`${now}::timestamptz`)},
        interval '1 month') AS month
    ), bounds AS (SELECT min(month) AT TIME ZONE ${timeZone} AS since FROM shown
    ), fact AS (
      SELECT ${monthOf(Prisma.sql`created_at`)} AS month, 1 AS begun, 0 AS ended, 0 AS sessions
      FROM mentoring_pair, bounds WHERE guild_id = ${guildId} AND created_at >= since AND created_at <= ${now}
      UNION ALL
      SELECT ${monthOf(Prisma.sql`ended_at`)}, 0, 1, 0
      FROM mentoring_pair, bounds WHERE guild_id = ${guildId} AND state = 'ended' AND ended_at >= since AND ended_at <= ${now}
      UNION ALL
      SELECT ${monthOf(Prisma.sql`starts_at`)}, 0, 0, 1
      FROM mentoring_session, bounds WHERE guild_id = ${guildId} AND state = 'done' AND starts_at >= since AND starts_at <= ${now}
    )
    SELECT to_char(month, 'YYYY-MM') AS month, coalesce(sum(begun), 0)::int AS begun, coalesce(sum(ended), 0)::int AS ended,
      coalesce(sum(sessions), 0)::int AS sessions
    FROM shown LEFT JOIN fact USING (month) GROUP BY month ORDER BY month`;
}

/** Pairs that were warned of their silence: *Mon espace* counts them. */
export const countSilent = (db: Db, asked: Asked): Promise<number> =>
  db.mentoringPair.count({ where: { guildId: asked.guildId, state: 'active', activeAt: { lte: silentSince(asked).silent } } });
