import type { Db } from '../../infra/db.ts';
import type { CaseKind, Category } from '../../kernel/moderation.ts';

type Asked = { guildId: string; actorId: string; since: Date; timeZone: string; now: Date };

export type Month = { month: string; cases: number; reports: number; appeals: number };
export type Stats = {
  kinds: { kind: CaseKind; count: number }[];
  voided: number;
  /** Opened by whoever asks. */
  own: number;
  active: number;
  categories: { category: Category; count: number }[];
  /** Subjects that wait for an answer, and the median of hours until one. */
  openReports: number;
  reportHours: number | null;
  upheld: number;
  changed: number;
  openAppeals: number;
  appealHours: number | null;
  hits: number;
  observed: number;
  mistaken: number;
  restored: number;
  votes: number;
  adopted: number;
  openVotes: number;
  accounts: number;
  months: Month[];
};

/** How many months the chart shows. */
const months = 6;

/**
 * What moderation did since then, of one server and each count by an index. Notes count, for they are work too; the protection of a hacked account is no
 * sanction and is counted by itself.
 */
export async function readStats(db: Db, { guildId, actorId, since, timeZone, now }: Asked): Promise<Stats> {
  const [kinds, categories, numbers, byMonth] = await Promise.all([
    db.$queryRaw<Stats['kinds']>`
      SELECT kind::text AS kind, count(*)::int AS count FROM moderation_case
      WHERE guild_id = ${guildId} AND created_at >= ${since} AND voided_at IS NULL AND kind <> 'release' AND origin <> 'compromised'
      GROUP BY kind ORDER BY moderation_case.kind`,
    db.$queryRaw<Stats['categories']>`
      SELECT report.category::text AS category, count(*)::int AS count
      FROM report_subject AS subject JOIN report ON report.subject_id = subject.id
      WHERE subject.guild_id = ${guildId} AND report.created_at >= ${since}
      GROUP BY report.category ORDER BY count(*) DESC, report.category`,
    db.$queryRaw<Omit<Stats, 'kinds' | 'categories' | 'months'>[]>`
      SELECT made.*, standing.*, subject.*, appealed.*, hit.*, back.*, vote.*, account.*
      FROM (
        SELECT count(*) FILTER (WHERE voided_at IS NOT NULL AND origin <> 'compromised')::int AS voided,
          count(*) FILTER (WHERE author_id = ${actorId} AND voided_at IS NULL AND kind <> 'release')::int AS own
        FROM moderation_case WHERE guild_id = ${guildId} AND created_at >= ${since}) AS made,
      (
        SELECT count(*)::int AS active FROM moderation_case
        WHERE guild_id = ${guildId} AND kind IN ('timeout', 'tempban', 'ban') AND ended_at IS NULL AND voided_at IS NULL AND user_id IS NOT NULL
          AND origin <> 'compromised'
      ) AS standing,
      (
        SELECT count(*) FILTER (WHERE state = 'open')::int AS "openReports",
          (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM closed_at - waiting_since) / 3600)
            FILTER (WHERE closed_at >= ${since}))::float AS "reportHours"
        FROM report_subject WHERE guild_id = ${guildId} AND (state = 'open' OR closed_at >= ${since})) AS subject,
      (
        SELECT count(*) FILTER (WHERE state = 'upheld' AND decided_at >= ${since})::int AS upheld,
          count(*) FILTER (WHERE state IN ('accepted', 'reduced') AND decided_at >= ${since})::int AS changed,
          count(*) FILTER (WHERE state = 'open')::int AS "openAppeals",
          (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM decided_at - sent_at) / 3600)
            FILTER (WHERE decided_at >= ${since}))::float AS "appealHours"
        FROM appeal WHERE guild_id = ${guildId} AND (state = 'open' OR decided_at >= ${since})) AS appealed,
      (
        SELECT count(*) FILTER (WHERE mode = 'on' AND is_due)::int AS hits, count(*) FILTER (WHERE mode = 'shadow')::int AS observed,
          count(*) FILTER (WHERE verdict = 'mistaken')::int AS mistaken
        FROM rule_hit WHERE guild_id = ${guildId} AND created_at >= ${since}) AS hit,
      (
        SELECT count(*)::int AS restored
        FROM rule_restore WHERE guild_id = ${guildId} AND done_at >= ${since} AND failure IS NULL) AS back,
      (
        SELECT count(*) FILTER (WHERE created_at >= ${since})::int AS votes,
          count(*) FILTER (WHERE state = 'adopted' AND closed_at >= ${since})::int AS adopted,
          count(*) FILTER (WHERE state IN ('open', 'confirming'))::int AS "openVotes"
        FROM moderation_vote WHERE guild_id = ${guildId}
          AND (state IN ('open', 'confirming') OR created_at >= ${since} OR closed_at >= ${since})) AS vote,
      (
        SELECT count(*)::int AS accounts FROM compromised_account WHERE guild_id = ${guildId} AND created_at >= ${since}) AS account`,
    db.$queryRaw<Month[]>`
      SELECT to_char(month, 'YYYY-MM') AS month,
        (SELECT count(*)::int FROM moderation_case AS made WHERE guild_id = ${guildId} AND voided_at IS NULL AND kind <> 'release' AND origin <> 'compromised'
          AND made.created_at >= month AT TIME ZONE ${timeZone} AND made.created_at < (month + interval '1 month') AT TIME ZONE ${timeZone}) AS cases,
        (SELECT count(*)::int FROM report_subject AS subject WHERE guild_id = ${guildId}
          AND subject.created_at >= month AT TIME ZONE ${timeZone} AND subject.created_at < (month + interval '1 month') AT TIME ZONE ${timeZone}) AS reports,
        (SELECT count(*)::int FROM appeal WHERE guild_id = ${guildId}
          AND appeal.sent_at >= month AT TIME ZONE ${timeZone} AND appeal.sent_at < (month + interval '1 month') AT TIME ZONE ${timeZone}) AS appeals
      FROM generate_series(
        date_trunc('month', ${now}::timestamptz AT TIME ZONE ${timeZone}) - ${months - 1}::int * interval '1 month',
        date_trunc('month', ${now}::timestamptz AT TIME ZONE ${timeZone}), interval '1 month') AS month
      ORDER BY month`,
  ]);
  const [first] = numbers;
  if (!first) throw new Error('the numbers of moderation could not be read');
  return { ...first, kinds, categories, months: byMonth };
}
