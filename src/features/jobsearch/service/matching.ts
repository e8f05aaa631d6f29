import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import type { Wish } from '../../../kernel/fit.ts';
import { day, second } from '../../../kernel/time.ts';
import { type Candidate, mostFound, recentEnough } from '../rules/rank.ts';
import { doubtful, type Group, listedWords, mark, queryOf } from '../rules/words.ts';
import type { Person } from './offer.ts';

export type Prepared = {
  /** Day of publication, counted from 1970, of the offer beyond which recent ones end; null when there are fewer. */
  cutDay: number | null;
  /** Of the words asked for, those that some offer has. */
  known: string[];
  unknown: { word: string; near: string[] }[];
  isWordless: boolean;
  wish: Omit<Wish, 'availableFrom'> | null;
};

/** All that is needed to know before the search, in one round trip. */
export async function prepare(db: Db | Tx, { guildId, userId }: Person, groups: readonly Group[]): Promise<Prepared> {
  const [row] = await db.$queryRaw<
    (Omit<Prepared, 'unknown' | 'known'> & { unknown: Prepared['unknown'] | null; known: string[] | null })[]
  >`
    SELECT
      (SELECT array_agg(word) FROM unnest(${listedWords(groups)}::text[]) AS word, ts_lexize('french_stem', word) AS stems
        WHERE EXISTS (SELECT FROM offer_word WHERE guild_id = ${guildId} AND stem = stems[1])) AS known,
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
  return { ...row, known: row.known ?? [], unknown: row.unknown ?? [] };
}

/** The newest days of publication, by the marks that the index has of them. */
function daysOf(guildId: string, now: Date, count: number): string {
  const today = Math.floor(now.getTime() / day);
  return `(${Array.from({ length: count }, (_, ago) => mark('j', `${guildId}x${today - ago}`)).join(' | ')})`;
}

/** After the days that hold the newest offers, so many times as many; then all. */
const widening = 5;
/** With fewer than these among the newest, all are soon read. */
const rare = 10;

export type Question = {
  guildId: string;
  now: Date;
  since: Date | null;
  cutDay: number | null;
  /** As `wholeQuery` makes it. */
  query: string;
};

/**
 * The newest offers that match, at most `mostFound` and one. Everything that is asked for is a word of one index: first among the newest some
 * thousands, which is enough whenever many match; older ones only when few do. So neither a common word nor a rare one reads many rows. The query
 * is a subquery lest the planner, who cannot know which of them will run, prefer to read the table.
 */
function matching({ guildId, now, since, cutDay, query }: Question): Prisma.Sql {
  const later = since === null ? Prisma.empty : Prisma.sql`AND published_at > ${since}::timestamptz`;
  const limits = Prisma.sql`guild_id = ${guildId} AND expires_at > ${now}::timestamptz ${later}`;
  const newest = Prisma.sql`ORDER BY published_at DESC, offer_id DESC LIMIT ${mostFound + 1}`;
  if (query === '') return Prisma.sql`newest AS (SELECT offer_id FROM listed_offer WHERE ${limits} ${newest})`;
  const found = (asked: string) =>
    Prisma.sql`SELECT offer_id, published_at FROM listed_offer WHERE words @@ (SELECT to_tsquery('offer_words', ${asked})) AND ${limits}`;
  const everywhere = found(`${query} & ${mark('g', guildId)}`);
  if (cutDay === null) return Prisma.sql`found AS MATERIALIZED (${everywhere}), newest AS (SELECT offer_id FROM found ${newest})`;
  const days = Math.max(1, Math.floor(now.getTime() / day) - cutDay + 1);
  return Prisma.sql`
    recent AS MATERIALIZED (${found(`${query} & ${daysOf(guildId, now, days)}`)}),
    older AS MATERIALIZED (
      ${found(`${query} & ${daysOf(guildId, now, days * widening)}`)} AND (SELECT count(*) FROM recent) BETWEEN ${rare} AND ${mostFound}),
    others AS MATERIALIZED (
      ${everywhere} AND (SELECT count(*) FROM recent) <= ${mostFound} AND (SELECT count(*) FROM older) <= ${mostFound}),
    newest AS (
      SELECT offer_id FROM (SELECT * FROM recent UNION SELECT * FROM older UNION SELECT * FROM others) AS found ${newest})`;
}

/** How many offers match, up to `mostFound`. */
export async function count(db: Db | Tx, question: Question): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`WITH ${matching(question)} SELECT count(*)::int AS count FROM newest`;
  return Math.min(row?.count ?? 0, mostFound);
}

/** In one value: to decode a hundred rows would take longer than to find them. */
export async function candidates(db: Db | Tx, question: Question, words: string): Promise<Candidate[]> {
  const rank = words === '' ? Prisma.sql`0` : Prisma.sql`ts_rank(words, to_tsquery('offer_words', ${words}))`;
  const [row] = await db.$queryRaw<{ found: (Omit<Candidate, 'publishedAt'> & { publishedAt: number })[] | null }[]>`
    WITH ${matching(question)}
    SELECT json_agg(json_build_object('id', offer_id, 'publishedAt', extract(epoch FROM published_at), 'contract', contract, 'remote', remote, 'level', level,
      'department', department, 'skills', skills, 'rank', ${rank})) AS found
    FROM listed_offer WHERE offer_id = ANY (ARRAY(SELECT offer_id FROM newest))`;
  return (row?.found ?? []).map((offer) => ({ ...offer, publishedAt: new Date(offer.publishedAt * second) }));
}
