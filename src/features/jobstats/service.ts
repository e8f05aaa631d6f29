import { type Db, Prisma } from '../../infra/db.ts';
import { type Contract, contracts } from '../../kernel/hiring.ts';
import type { Text } from '../../kernel/text.ts';
import { hoursToAnswer } from '../applications/service/silence.ts';
import { type Dimension, type State, states, text } from './messages.ts';
import { type Cell, fewest, monthsUntil, type Suppressed, suppressTogether } from './rules.ts';

export type Line = {
  label: Text;
  /** Null where offers are not counted. */
  offers: number | null;
  applications: number | null;
  hires: number | null;
  /** Medians, in hours; null over so few cases that they would be chance, and of groups that are hidden. */
  review: number | null;
  response: number | null;
};
export type Table = { dimension: Dimension; lines: Line[]; total: Omit<Line, 'label'> };
export type Stats = {
  now: { state: State; count: number }[];
  review: { median: number; p90: number } | null;
  response: number | null;
  tables: Table[];
};

type Counted = {
  key: string | null;
  offers: number;
  applications: number;
  /** Who applied, and who was hired, where they are few. */
  applicants: string[] | null;
  hires: number;
  hired: string[] | null;
};
type Taken = { kind: 'review' | 'response'; dimension: Dimension | 'all'; key: string | null; median: number; p90: number };

const monthName = (month: string): Text => {
  const day = new Date(`${month}-15T12:00:00Z`);
  const said = (locale: string) =>
    new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day);
  return { fr: said('fr-FR'), en: said('en-GB') };
};

type Row = Counted & { label: Text };
type Hidden = { applications: Suppressed; hires: Suppressed };
type TimeOf = (kind: Taken['kind'], dimension: Taken['dimension'], key?: string | null) => Taken | null;

function tableOf(dimension: Dimension, rows: readonly Row[], { applications, hires }: Hidden, timeOf: TimeOf): Table {
  const counts = dimension !== 'campus';
  return {
    dimension,
    lines: rows.map(({ label, offers, key }, index) => {
      const shown = applications.values[index] ?? null;
      return {
        label,
        offers: counts ? offers : null,
        applications: shown,
        hires: hires.values[index] ?? null,
        review: counts ? (timeOf('review', dimension, key)?.median ?? null) : null,
        response: shown === null ? null : (timeOf('response', dimension, key)?.median ?? null),
      };
    }),
    total: {
      offers: counts ? rows.reduce((sum, { offers }) => sum + offers, 0) : null,
      applications: applications.total,
      hires: hires.total,
      review: counts ? (timeOf('review', 'all')?.median ?? null) : null,
      response: timeOf('response', 'all')?.median ?? null,
    },
  };
}

/** Tables in which small groups cannot be seen, not even from one to the other. */
function tablesOf(all: readonly { dimension: Dimension; rows: readonly Row[] }[], timeOf: TimeOf): Table[] {
  const hidden = (of: (row: Row) => Cell) => suppressTogether(all.map(({ rows }) => rows.map(of)));
  const applications = hidden((row) => ({ count: row.applications, people: row.applicants }));
  const hires = hidden((row) => ({ count: row.hires, people: row.hired }));
  const nothing: Suppressed = { values: [], total: null };
  return all.map(({ dimension, rows }, index) =>
    tableOf(dimension, rows, { applications: applications[index] ?? nothing, hires: hires[index] ?? nothing }, timeOf),
  );
}

/** Which of the three groupings a row is of, and its group. */
const grouping = Prisma.sql`
  CASE WHEN GROUPING(month) = 0 THEN 'month' WHEN GROUPING(contract) = 0 THEN 'contract' WHEN GROUPING(campus) = 0 THEN 'campus' ELSE 'all' END AS dimension,
  CASE WHEN GROUPING(month) = 0 THEN month WHEN GROUPING(contract) = 0 THEN contract WHEN GROUPING(campus) = 0 THEN campus END AS key`;

/** The numbers of twelve months, that of `now` included. Times are hours. */
export async function readStats(
  db: Db,
  { guildId, timeZone, now }: { guildId: string; timeZone: string; now: Date },
): Promise<Stats> {
  const months = monthsUntil(now, timeZone);
  const first = `${months[0] ?? ''}-01`;
  const bounds = Prisma.sql`bounds AS (SELECT ${first}::date::timestamp AT TIME ZONE ${timeZone} AS since)`;
  const monthOf = (at: Prisma.Sql) => Prisma.sql`to_char(${at} AT TIME ZONE ${timeZone}, 'YYYY-MM')`;
  // Somebody who was erased is one person for each of their applications: nothing says any more that they were the same.
  const person = Prisma.sql`coalesce(user_id, '#' || application.id)`;
  const few = (count: Prisma.Sql) =>
    Prisma.sql`CASE WHEN count(*) FILTER (WHERE ${count} > 0) < ${fewest} THEN coalesce(array_agg(person) FILTER (WHERE ${count} > 0), '{}') END`;
  const counted = db.$queryRaw<(Counted & { dimension: Dimension })[]>`
    WITH ${bounds}, fact AS (
      SELECT published_at AS at, contract::text AS contract, NULL::integer AS campus_id, NULL AS person, 1 AS offers, 0 AS applications, 0 AS hires
      FROM offer, bounds WHERE guild_id = ${guildId} AND published_at >= since AND published_at <= ${now}
      UNION ALL
      SELECT application.sent_at, offer.contract::text, campus_id, ${person}, 0, 1, 0
      FROM bounds, application JOIN offer ON offer.id = offer_id
      WHERE application.guild_id = ${guildId} AND application.sent_at >= since AND application.sent_at <= ${now}
      UNION ALL
      SELECT application.closed_at, offer.contract::text, campus_id, ${person}, 0, 0, 1
      FROM bounds, application JOIN offer ON offer.id = offer_id
      WHERE application.guild_id = ${guildId} AND stage = 'hired' AND application.closed_at >= since AND application.closed_at <= ${now}
    ), each AS (
      SELECT ${grouping}, person, sum(offers) AS offers, sum(applications) AS applications, sum(hires) AS hires
      FROM (
        SELECT ${monthOf(Prisma.sql`at`)} AS month, contract, entry.name AS campus, person, offers, applications, hires
        FROM fact LEFT JOIN catalogue_entry AS entry ON entry.id = campus_id) AS named
      GROUP BY GROUPING SETS ((month, person), (contract, person), (campus, person)))
    SELECT dimension, key, sum(offers)::int AS offers, sum(applications)::int AS applications, ${few(Prisma.sql`applications`)} AS applicants,
      sum(hires)::int AS hires, ${few(Prisma.sql`hires`)} AS hired
    FROM each GROUP BY dimension, key`;
  const offers = db.$queryRaw<{ state: State; count: number }[]>`
    SELECT state::text AS state, count(*)::int AS count FROM offer WHERE guild_id = ${guildId} GROUP BY state`;
  const times = db.$queryRaw<Taken[]>`
    WITH ${bounds}, taken AS (
      SELECT 'review' AS kind, ${monthOf(Prisma.sql`decided_at`)} AS month, contract::text AS contract, NULL AS campus, id::text AS one,
        extract(epoch FROM decided_at - submitted_at) / 3600 AS hours
      FROM offer, bounds WHERE guild_id = ${guildId} AND decided_at >= since AND decided_at >= submitted_at
      UNION ALL
      SELECT 'response', ${monthOf(Prisma.sql`application.sent_at`)}, offer.contract::text, entry.name, ${person}, ${hoursToAnswer(now)}
      FROM bounds, application JOIN offer ON offer.id = offer_id LEFT JOIN catalogue_entry AS entry ON entry.id = campus_id
      WHERE application.guild_id = ${guildId} AND application.sent_at >= since AND application.sent_at <= ${now}
    )
    SELECT kind, ${grouping}, percentile_cont(0.5) WITHIN GROUP (ORDER BY hours)::float AS median,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY hours)::float AS p90
    FROM taken WHERE hours IS NOT NULL
    GROUP BY kind, GROUPING SETS ((month), (contract), (campus), ()) HAVING count(DISTINCT one) >= ${fewest}`;
  const [rows, known, taken] = await Promise.all([counted, offers, times]);

  const of = (dimension: Dimension) => rows.filter((row) => row.dimension === dimension);
  const row = (dimension: Dimension, key: string): Counted =>
    of(dimension).find((one) => one.key === key) ?? { key, offers: 0, applications: 0, applicants: [], hires: 0, hired: [] };
  const timeOf: TimeOf = (kind, dimension, key = null) =>
    taken.find((one) => one.kind === kind && one.dimension === dimension && one.key === key) ?? null;
  const review = timeOf('review', 'all');
  const campuses = of('campus')
    .filter(({ applications, hires }) => applications + hires > 0)
    .map((one) => ({ ...one, label: one.key === null ? text.noCampus : { fr: one.key, en: one.key } }))
    .sort((a, b) => (a.key ?? '\uFFFF').localeCompare(b.key ?? '\uFFFF', 'fr'));
  return {
    now: (Object.keys(states) as State[]).flatMap((state) => known.find((one) => one.state === state) ?? []),
    review: review && { median: review.median, p90: review.p90 },
    response: timeOf('response', 'all')?.median ?? null,
    tables: tablesOf(
      [
        { dimension: 'month', rows: months.map((month) => ({ ...row('month', month), label: monthName(month) })) },
        {
          dimension: 'contract',
          rows: (Object.keys(contracts) as Contract[]).map((contract) => ({
            ...row('contract', contract),
            label: contracts[contract],
          })),
        },
        { dimension: 'campus', rows: campuses },
      ],
      timeOf,
    ),
  };
}
