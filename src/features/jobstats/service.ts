import type { Db } from '../../infra/db.ts';
import { type Contract, contracts } from '../../kernel/hiring.ts';
import type { Text } from '../../kernel/text.ts';
import { type Dimension, type State, states, text } from './messages.ts';
import { fewest, monthsUntil, type Suppressed, suppress } from './rules.ts';

export type Line = {
  label: Text /** Null where offers are not counted. */;
  offers: number | null;
  applications: number | null;
  hires: number | null;
};
export type Table = { dimension: Dimension; lines: Line[]; total: Omit<Line, 'label'> };
export type Stats = {
  now: { state: State; count: number }[];
  review: { median: number; p90: number } | null;
  response: number | null;
  tables: Table[];
};

type Counted = { key: string | null; offers: number; applications: number; hires: number };

const monthName = (month: string): Text => {
  const day = new Date(`${month}-15T12:00:00Z`);
  const said = (locale: string) =>
    new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(day);
  return { fr: said('fr-FR'), en: said('en-GB') };
};

/** A table in which small groups cannot be seen. */
function tableOf(dimension: Dimension, rows: readonly (Counted & { label: Text })[]): Table {
  const hidden = (of: (row: Counted) => number): Suppressed => suppress(rows.map(of));
  const applications = hidden((row) => row.applications);
  const hires = hidden((row) => row.hires);
  const counts = dimension !== 'campus';
  return {
    dimension,
    lines: rows.map(({ label, offers }, index) => ({
      label,
      offers: counts ? offers : null,
      applications: applications.values[index] ?? null,
      hires: hires.values[index] ?? null,
    })),
    total: {
      offers: counts ? rows.reduce((sum, { offers }) => sum + offers, 0) : null,
      applications: applications.total,
      hires: hires.total,
    },
  };
}

/** The numbers of twelve months, that of `now` included. Times are hours. */
export async function readStats(
  db: Db,
  { guildId, timeZone, now }: { guildId: string; timeZone: string; now: Date },
): Promise<Stats> {
  const months = monthsUntil(now, timeZone);
  const first = `${months[0] ?? ''}-01`;
  const counted = db.$queryRaw<(Counted & { dimension: Dimension })[]>`
    WITH bounds AS (SELECT ${first}::date::timestamp AT TIME ZONE ${timeZone} AS since), fact AS (
      SELECT published_at AS at, contract::text AS contract, NULL::integer AS campus_id, 1 AS offers, 0 AS applications, 0 AS hires
      FROM offer, bounds WHERE guild_id = ${guildId} AND published_at >= since AND published_at <= ${now}
      UNION ALL
      SELECT application.sent_at, offer.contract::text, campus_id, 0, 1, 0
      FROM bounds, application JOIN offer ON offer.id = offer_id
      WHERE application.guild_id = ${guildId} AND application.sent_at >= since AND application.sent_at <= ${now}
      UNION ALL
      SELECT application.closed_at, offer.contract::text, campus_id, 0, 0, 1
      FROM bounds, application JOIN offer ON offer.id = offer_id
      WHERE application.guild_id = ${guildId} AND stage = 'hired' AND application.closed_at >= since AND application.closed_at <= ${now}
    )
    SELECT CASE WHEN GROUPING(month) = 0 THEN 'month' WHEN GROUPING(contract) = 0 THEN 'contract' ELSE 'campus' END AS dimension,
      CASE WHEN GROUPING(month) = 0 THEN month WHEN GROUPING(contract) = 0 THEN contract ELSE campus END AS key,
      sum(offers)::int AS offers, sum(applications)::int AS applications, sum(hires)::int AS hires
    FROM (
      SELECT to_char(at AT TIME ZONE ${timeZone}, 'YYYY-MM') AS month, contract, entry.name AS campus, offers, applications, hires
      FROM fact LEFT JOIN catalogue_entry AS entry ON entry.id = campus_id) AS named
    GROUP BY GROUPING SETS ((month), (contract), (campus))`;
  const offers = db.$queryRaw<{ state: State; count: number }[]>`
    SELECT state::text AS state, count(*)::int AS count FROM offer WHERE guild_id = ${guildId} GROUP BY state`;
  const times = db.$queryRaw<{ kind: string; count: number; median: number; p90: number }[]>`
    WITH bounds AS (SELECT ${first}::date::timestamp AT TIME ZONE ${timeZone} AS since), taken AS (
      SELECT 'review' AS kind, extract(epoch FROM decided_at - submitted_at) / 3600 AS hours
      FROM offer, bounds WHERE guild_id = ${guildId} AND decided_at >= since AND decided_at >= submitted_at
      UNION ALL
      SELECT 'response', extract(epoch FROM answered_at - sent_at) / 3600
      FROM application, bounds WHERE guild_id = ${guildId} AND sent_at >= since AND answered_at IS NOT NULL
    )
    SELECT kind, count(*)::int AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY hours)::float AS median,
      percentile_cont(0.9) WITHIN GROUP (ORDER BY hours)::float AS p90
    FROM taken GROUP BY kind`;
  const [rows, known, taken] = await Promise.all([counted, offers, times]);

  const of = (dimension: Dimension) => rows.filter((row) => row.dimension === dimension);
  const row = (dimension: Dimension, key: string): Counted =>
    of(dimension).find((one) => one.key === key) ?? { key, offers: 0, applications: 0, hires: 0 };
  const time = (kind: string) => taken.find((one) => one.kind === kind && one.count >= fewest) ?? null;
  const review = time('review');
  const campuses = of('campus')
    .filter(({ applications, hires }) => applications + hires > 0)
    .map((one) => ({ ...one, label: one.key === null ? text.noCampus : { fr: one.key, en: one.key } }))
    .sort((a, b) => (a.key ?? '\uFFFF').localeCompare(b.key ?? '\uFFFF', 'fr'));
  return {
    now: (Object.keys(states) as State[]).flatMap((state) => known.find((one) => one.state === state) ?? []),
    review: review && { median: review.median, p90: review.p90 },
    response: time('response')?.median ?? null,
    tables: [
      tableOf(
        'month',
        months.map((month) => ({ ...row('month', month), label: monthName(month) })),
      ),
      tableOf(
        'contract',
        (Object.keys(contracts) as Contract[]).map((contract) => ({ ...row('contract', contract), label: contracts[contract] })),
      ),
      tableOf('campus', campuses),
    ],
  };
}
