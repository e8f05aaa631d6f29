import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import type { Wish } from '../../../kernel/fit.ts';
import { day, second } from '../../../kernel/time.ts';
import { type Candidate, mostFound, recentEnough } from '../rules/rank.ts';
import { doubtful, type Group, listedWords, mark, queryOf } from '../rules/words.ts';
import type { Person } from './offer.ts';

export type Prepared = {
  /** Day of publication, counted from 1970, of the offer beyond which recent ones end; null when there are fewer. */
  cutDay: number | null;
  /** Of the words asked for, those that some offer has, with their stems. */
  stems: ReadonlyMap<string, string>;
  /** Offers of no other server are listed. */
  isAlone: boolean;
  unknown: { word: string; near: string[] }[];
  isWordless: boolean;
  wish: Omit<Wish, 'availableFrom'> | null;
};

/** All that is needed to know before the search, in one round trip. */
export async function prepare(db: Db | Tx, { guildId, userId }: Person, groups: readonly Group[]): Promise<Prepared> {
  const [row] = await db.$queryRaw<
    (Omit<Prepared, 'unknown' | 'stems'> & { unknown: Prepared['unknown'] | null; stems: Record<string, string> | null })[]
  >`/* kept */
    SELECT
      (SELECT jsonb_object_agg(word, stems[1]) FROM unnest(${listedWords(groups)}::text[]) AS word, ts_lexize('french_stem', word) AS stems
        WHERE EXISTS (SELECT FROM offer_word WHERE guild_id = ${guildId} AND stem = stems[1])) AS stems,
      NOT EXISTS (SELECT FROM listed_offer WHERE guild_id < ${guildId}) AND NOT EXISTS (SELECT FROM listed_offer WHERE guild_id > ${guildId}) AS "isAlone",
      (SELECT floor(extract(epoch FROM published_at) / 86400)::int FROM listed_offer WHERE guild_id = ${guildId}
        ORDER BY published_at DESC OFFSET ${recentEnough} LIMIT 1) AS "cutDay",
      (SELECT jsonb_agg(jsonb_build_object('word', typed.word, 'near', ARRAY(
          SELECT word FROM offer_word WHERE guild_id = ${guildId} AND word % typed.word
          UNION SELECT word FROM offer_word WHERE guild_id = ${guildId} AND word BETWEEN typed.word AND typed.word || '{'
          -- Two letters swapped in a short word leave it few groups of three.
          UNION SELECT word FROM offer_word WHERE guild_id = ${guildId} AND word BETWEEN left(typed.word, 1) AND left(typed.word, 1) || '{'
            AND right(word, 1) = right(typed.word, 1) AND abs(length(word) - length(typed.word)) <= 1
          LIMIT 300)))
        FROM unnest(${doubtful(groups)}::text[]) AS typed (word), ts_lexize('french_stem', typed.word) AS stems
        WHERE stems[1] IS NOT NULL AND NOT EXISTS (SELECT FROM offer_word WHERE guild_id = ${guildId} AND stem = stems[1])) AS unknown,
      numnode(to_tsquery('offer_words', ${queryOf(groups)})) = 0 AS "isWordless",
      (SELECT jsonb_build_object('contracts', contracts, 'department', department, 'remote', remote, 'level', level, 'city', city, 'mobility', mobility,
          'skillKeys', skill_keys)
        FROM talent_profile WHERE guild_id = ${guildId} AND user_id = ${userId}) AS wish`;
  if (!row) throw new Error('a query without a row');
  return { ...row, stems: new Map(Object.entries(row.stems ?? {})), unknown: row.unknown ?? [] };
}

export type Question = {
  guildId: string;
  now: Date;
  since: Date | null;
  cutDay: number | null;
  isAlone: boolean;
  /** As `wholeQuery` makes it. */
  query: string;
};

type Bounds = Omit<Question, 'query'>;

/** The query among all offers of the server. Where there is one server, its mark would be a list of every offer that says nothing. */
const everywhere = ({ guildId, isAlone }: Bounds): string => (isAlone ? '' : ` & ${mark('g', guildId)}`);

/** The query among the newest days, which hold some thousand offers; null when all are as few. */
function newestDays({ guildId, now, cutDay }: Bounds): string | null {
  if (cutDay === null) return null;
  const today = Math.floor(now.getTime() / day);
  const days = Math.max(1, today - cutDay + 1);
  return ` & (${Array.from({ length: days }, (_, ago) => mark('j', `${guildId}x${today - ago}`)).join(' | ')})`;
}

const limitsOf = ({ guildId, now, since }: Bounds): Prisma.Sql =>
  Prisma.sql`guild_id = ${guildId} AND expires_at > ${now}::timestamptz ${
    since === null ? Prisma.empty : Prisma.sql`AND published_at > ${since}::timestamptz`
  }`;

/**
 * The newest offers that match, at most `mostFound` and one. Everything that is asked for is a word of one index: first among the newest some
 * thousands, which is enough whenever many match; all of them when few do. So neither a common word nor a rare one reads many rows. The query
 * is a subquery lest the planner, who cannot know which of them will run, prefer to read the table.
 */
function matching(question: Question): Prisma.Sql {
  const { query } = question;
  const limits = limitsOf(question);
  const newest = Prisma.sql`ORDER BY published_at DESC, offer_id DESC LIMIT ${mostFound + 1}`;
  if (query === '') return Prisma.sql`newest AS (SELECT offer_id FROM listed_offer WHERE ${limits} ${newest})`;
  const found = (asked: string) =>
    Prisma.sql`SELECT offer_id, published_at FROM listed_offer WHERE words @@ (SELECT to_tsquery('offer_words', ${asked})) AND ${limits}`;
  const all = found(`${query}${everywhere(question)}`);
  const days = newestDays(question);
  if (days === null) return Prisma.sql`found AS MATERIALIZED (${all}), newest AS (SELECT offer_id FROM found ${newest})`;
  return Prisma.sql`
    recent AS MATERIALIZED (${found(`${query}${days}`)}),
    others AS MATERIALIZED (${all} AND (SELECT count(*) FROM recent) <= ${mostFound}),
    newest AS (SELECT offer_id FROM (SELECT * FROM recent UNION SELECT * FROM others) AS found ${newest})`;
}

/** How many offers match each of these queries, up to `mostFound`, in one round trip. */
export async function counts(db: Db | Tx, bounds: Bounds, queries: readonly string[]): Promise<number[]> {
  const limits = limitsOf(bounds);
  const among = (marks: string) => Prisma.sql`SELECT count(*)::int FROM (
    SELECT FROM listed_offer WHERE words @@ (SELECT to_tsquery('offer_words', query || ${marks})) AND ${limits} LIMIT ${mostFound}) AS found`;
  const days = newestDays(bounds);
  const all = among(everywhere(bounds));
  const rows = await db.$queryRaw<{ count: number }[]>`/* kept */
    SELECT CASE WHEN query = '' THEN (
        SELECT count(*)::int FROM (SELECT FROM listed_offer WHERE ${limits} ORDER BY published_at DESC LIMIT ${mostFound}) AS found)
      WHEN recent = ${mostFound}::int THEN recent ELSE (${all}) END AS count
    FROM unnest(${[...queries]}::text[]) WITH ORDINALITY AS asked (query, place),
      LATERAL (SELECT CASE WHEN query <> '' THEN (${days === null ? Prisma.sql`0` : among(days)}) END AS recent) AS newest
    ORDER BY place`;
  return rows.map(({ count }) => count);
}

/** In one value: to decode a hundred rows would take longer than to find them. */
export async function candidates(db: Db | Tx, question: Question, words: string): Promise<Candidate[]> {
  const rank = words === '' ? Prisma.sql`0` : Prisma.sql`ts_rank(words, to_tsquery('offer_words', ${words}))`;
  const [row] = await db.$queryRaw<{ found: (Omit<Candidate, 'publishedAt'> & { publishedAt: number })[] | null }[]>`/* kept */
    WITH ${matching(question)}
    SELECT json_agg(json_build_object('id', offer_id, 'publishedAt', extract(epoch FROM published_at), 'contract', contract, 'remote', remote, 'level', level,
      'department', department, 'skills', skills, 'rank', ${rank})) AS found
    FROM listed_offer WHERE offer_id = ANY (ARRAY(SELECT offer_id FROM newest))`;
  return (row?.found ?? []).map((offer) => ({ ...offer, publishedAt: new Date(offer.publishedAt * second) }));
}
