import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import type { Contract, Level, Remote } from '../../../kernel/hiring.ts';
import { day, second } from '../../../kernel/time.ts';
import { searchReplaced } from '../messages/search.ts';
import { type Filters, noFilters, type Step, wholeQuery, widen, widerThan } from '../rules/filter.ts';
import { firstLook, mostNews, sameVisit } from '../rules/limit.ts';
import { type Candidate, mostFound, pageIn, pageSize, ranked, recentEnough, sharedSkills, type Wish } from '../rules/rank.ts';
import { corrected, doubtful, type Group, groupsOf, listedWords, mark, queryOf, readingsOf, usedIn } from '../rules/words.ts';

export type Person = { guildId: string; userId: string };

/** An offer as a list shows it. */
export type Listed = {
  id: number;
  title: string;
  /** Of the company, as it or the person who relays it typed it. */
  company: string;
  contract: Contract | null;
  months: number | null;
  city: string | null;
  department: string | null;
  remote: Remote | null;
  payMinCents: number | null;
  payMaxCents: number | null;
  payPeriod: 'hour' | 'day' | 'month' | 'year' | null;
  skills: readonly string[];
  level: Level | null;
  publishedAt: Date | null;
  expiresAt: Date | null;
  /** False: nobody can apply any more. */
  isOpen: boolean;
  threadId: string | null;
};

export type Reading = { typed: string; words: readonly string[] };

export type Found = {
  /** Of the search: its pages name it. */
  number: number;
  kind: 'search' | 'news';
  filters: Filters;
  /** Of `news`: the offers since then. */
  since: Date | null;
  offers: readonly (Listed & { shared: readonly string[] })[];
  page: number;
  total: number;
  /** More match than were ranked. */
  isCut: boolean;
  /** Mistyped words, and what they were read as. */
  readings: readonly Reading[];
  /** When nothing was found: what finds something. */
  wider: readonly { step: Step; count: number }[];
};

type Prepared = {
  /** Day of publication, counted from 1970, of the offer beyond which recent ones end; null when there are fewer. */
  cutDay: number | null;
  /** Of the words asked for, those that some offer has. */
  known: string[];
  unknown: { word: string; near: string[] }[];
  isWordless: boolean;
  wish: Wish | null;
};

/** All that is needed to know before the search, in one round trip. */
async function prepare(db: Db | Tx, { guildId, userId }: Person, groups: readonly Group[]): Promise<Prepared> {
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
      (SELECT jsonb_build_object('contracts', contracts, 'department', department, 'remote', remote, 'level', level, 'skills', skills)
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
const rare = 20;

type Question = {
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
async function count(db: Db | Tx, question: Question): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`WITH ${matching(question)} SELECT count(*)::int AS count FROM newest`;
  return Math.min(row?.count ?? 0, mostFound);
}

/** In one value: to decode two hundred rows would take longer than to find them. */
async function candidates(db: Db | Tx, question: Question, words: string): Promise<Candidate[]> {
  const rank = words === '' ? Prisma.sql`0` : Prisma.sql`ts_rank(words, to_tsquery('offer_words', ${words}))`;
  const [row] = await db.$queryRaw<{ found: (Omit<Candidate, 'publishedAt'> & { publishedAt: number })[] | null }[]>`
    WITH ${matching(question)}
    SELECT json_agg(json_build_object('id', offer_id, 'publishedAt', extract(epoch FROM published_at), 'contract', contract, 'remote', remote, 'level', level,
      'department', department, 'skills', skills, 'rank', ${rank})) AS found
    FROM listed_offer WHERE offer_id = ANY (ARRAY(SELECT offer_id FROM newest))`;
  return (row?.found ?? []).map((offer) => ({ ...offer, publishedAt: new Date(offer.publishedAt * second) }));
}

const listedColumns = Prisma.sql`
  offer.id, offer.title, coalesce(company.name, offer.relayed_for, '') AS company, offer.contract, offer.months, offer.city, offer.department, offer.remote,
  offer.pay_min_cents AS "payMinCents", offer.pay_max_cents AS "payMaxCents", offer.pay_period AS "payPeriod", offer.skills, offer.level,
  offer.published_at AS "publishedAt", offer.expires_at AS "expiresAt", offer.thread_id AS "threadId"`;

/** The offers of these ids, in that order; those that are gone for good are left out. */
export const readOffers = (db: Db | Tx, { guildId, now }: { guildId: string; now: Date }, ids: readonly number[]) =>
  db.$queryRaw<Listed[]>`
    SELECT ${listedColumns}, coalesce(listed_offer.expires_at > ${now}::timestamptz, false) AS "isOpen"
    FROM unnest(${[...ids]}::int[]) WITH ORDINALITY AS wanted (id, place)
    JOIN offer ON offer.id = wanted.id LEFT JOIN company ON company.id = offer.company_id LEFT JOIN listed_offer ON listed_offer.offer_id = offer.id
    WHERE offer.guild_id = ${guildId} ORDER BY wanted.place`;

type Kept = {
  number: number;
  kind: 'search' | 'news';
  text: string;
  contract: Contract | null;
  place: string | null;
  remote: Remote | null;
  level: Level | null;
  since: Date | null;
  readings: Reading[] | null;
  ids: number[];
  total: number;
  isCut: boolean;
};

/** Takes the place of the person's last search. */
async function keep(
  db: Db | Tx,
  { guildId, userId }: Person,
  {
    kind,
    filters,
    since,
    readings,
    ids,
    isCut,
    now,
  }: Pick<Found, 'kind' | 'filters' | 'since' | 'readings' | 'isCut'> & {
    ids: readonly number[];
    now: Date;
  },
): Promise<number> {
  const { text, contract, place, remote, level } = filters;
  const [row] = await db.$queryRaw<{ number: number }[]>`
    INSERT INTO job_search (guild_id, user_id, kind, text, contract, place, remote, level, since, read_as, offer_ids, is_cut, asked_at)
    VALUES (${guildId}, ${userId}, ${kind}, ${text}, ${contract}::offer_contract, ${place}, ${remote}::offer_remote, ${level}::offer_level, ${since}::timestamptz,
      ${JSON.stringify(readings)}::jsonb, ${[...ids]}::int[], ${isCut}, ${now}::timestamptz)
    ON CONFLICT (guild_id, user_id) DO UPDATE SET number = job_search.number % 2000000000 + 1, kind = EXCLUDED.kind, text = EXCLUDED.text,
      contract = EXCLUDED.contract, place = EXCLUDED.place, remote = EXCLUDED.remote, level = EXCLUDED.level, since = EXCLUDED.since,
      read_as = EXCLUDED.read_as, offer_ids = EXCLUDED.offer_ids, is_cut = EXCLUDED.is_cut, asked_at = EXCLUDED.asked_at
    RETURNING number`;
  return row?.number ?? 1;
}

type Asked = { filters: Filters; now: Date; kind?: 'search' | 'news'; since?: Date | null };

/** Looks for offers, remembers what was found, and gives its first page. */
export async function search(db: Db, person: Person, { filters, now, kind = 'search', since = null }: Asked): Promise<Found> {
  const { guildId } = person;
  const typed = groupsOf(filters.text);
  const { cutDay, known, unknown, isWordless, wish } = await prepare(db, person, typed);
  const readings = unknown.flatMap(({ word, near }): Reading[] => {
    const words = readingsOf(word, near);
    return words.length > 0 ? [{ typed: word, words }] : [];
  });
  const used = usedIn(typed, new Set(known));
  const groups = isWordless ? [] : corrected(used, new Map(readings.map(({ typed: word, words }) => [word, words])));
  const question = { guildId, now, since, cutDay, query: wholeQuery(filters, groups) };
  const found = await candidates(db, question, queryOf(groups));
  const isCut = found.length > mostFound;
  const ids = ranked(found.slice(0, mostFound), { wish, now });
  const wider = ids.length > 0 || kind === 'news' ? [] : await findWider(db, filters, groups, question);
  const [number, offers] = await Promise.all([
    keep(db, person, { kind, filters, since, readings, ids, isCut, now }),
    readOffers(db, { guildId, now }, ids.slice(0, pageSize)),
  ]);
  return {
    number,
    kind,
    filters,
    since,
    offers: offers.map((offer) => ({ ...offer, shared: sharedSkills(wish, offer.skills) })),
    page: 0,
    total: ids.length,
    isCut,
    readings,
    wider,
  };
}

/** The steps that find something, the least first; the last, all offers. */
async function findWider(db: Db, filters: Filters, groups: readonly Group[], question: Question): Promise<Found['wider']> {
  const counted = await Promise.all(
    widerThan(filters).map(async ({ step, filters: looser }) => ({
      step,
      count: await count(db, { ...question, query: wholeQuery(looser, looser.text === '' ? [] : groups) }),
    })),
  );
  return counted.filter(({ count: some }) => some > 0).slice(0, 4);
}

/** The person's last search, if it is that one. A later one took its place, or a day went by. */
async function findSearch(db: Db, { guildId, userId }: Person, number: number, page: number): Promise<Kept> {
  const [kept] = await db.$queryRaw<Kept[]>`
    SELECT number, kind, text, contract, place, remote, level, since, read_as AS readings,
      offer_ids[${page * pageSize + 1}::int:${(page + 1) * pageSize}::int] AS ids, cardinality(offer_ids) AS total, is_cut AS "isCut"
    FROM job_search WHERE guild_id = ${guildId} AND user_id = ${userId} AND number = ${number}`;
  if (!kept) throw searchReplaced();
  return kept;
}

const filtersOf = ({ text, contract, place, remote, level }: Kept): Filters => ({ text, contract, place, remote, level });

/** What the person asked in that search. Throws `jobsearch.search_replaced`. */
export const readSearch = async (db: Db, person: Person, number: number): Promise<Filters> =>
  filtersOf(await findSearch(db, person, number, 0));

/** Another page of what was found then, as the offers are now. Throws `jobsearch.search_replaced`. */
export async function turnPage(
  db: Db,
  person: Person,
  { number, page, now }: { number: number; page: number; now: Date },
): Promise<Found> {
  const { guildId, userId } = person;
  const asked = await findSearch(db, person, number, page);
  const shown = pageIn(page, asked.total);
  const kept = shown === page ? asked : await findSearch(db, person, number, shown);
  const [offers, profile] = await Promise.all([
    readOffers(db, { guildId, now }, kept.ids),
    db.talentProfile.findUnique({ where: { guildId_userId: { guildId, userId } }, select: { skills: true } }),
  ]);
  const wish = profile && { contracts: [], department: null, remote: null, level: null, skills: profile.skills };
  return {
    number,
    kind: kept.kind,
    filters: filtersOf(kept),
    since: kept.since,
    offers: offers.map((offer) => ({ ...offer, shared: sharedSkills(wish, offer.skills) })),
    page: shown,
    total: kept.total,
    isCut: kept.isCut,
    readings: kept.readings ?? [],
    wider: [],
  };
}

/** The same search, wider. Throws `jobsearch.search_replaced`. */
export async function searchWider(
  db: Db,
  person: Person,
  { number, step, now }: { number: number; step: Step; now: Date },
): Promise<Found> {
  const filters = widen(await readSearch(db, person, number), step);
  if (filters === null) throw searchReplaced();
  return search(db, person, { filters, now });
}

/** How many open offers match these filters now, up to `mostFound`; and words that no offer has. */
export async function preview(
  db: Db,
  person: Person,
  { filters, now }: { filters: Filters; now: Date },
): Promise<{ count: number; readings: readonly Reading[]; query: string }> {
  const groups = groupsOf(filters.text);
  const { cutDay, unknown, isWordless } = await prepare(db, person, groups);
  const query = wholeQuery(filters, isWordless ? [] : groups);
  const found = await count(db, { guildId: person.guildId, now, since: null, cutDay, query });
  const readings = unknown.map(({ word, near }) => ({ typed: word, words: readingsOf(word, near) }));
  return { count: found, readings, query };
}

/** Since when the person has seen nothing new. */
async function lastLook(db: Db | Tx, { guildId, userId }: Person, now: Date): Promise<Date> {
  const seeker = await db.jobSeeker.findUnique({
    where: { guildId_userId: { guildId, userId } },
    select: { seenAt: true, seenBefore: true },
  });
  const early = new Date(now.getTime() - firstLook);
  if (!seeker?.seenAt) return early;
  const isSameVisit = now.getTime() - seeker.seenAt.getTime() < sameVisit;
  return isSameVisit ? (seeker.seenBefore ?? early) : seeker.seenAt;
}

/** The offers since the person's last visit, which is recorded. */
export async function readNews(db: Db, person: Person, now: Date): Promise<Found> {
  const { guildId, userId } = person;
  const since = await lastLook(db, person, now);
  const news = await search(db, person, { filters: noFilters, now, kind: 'news', since });
  await db.jobSeeker.upsert({
    where: { guildId_userId: { guildId, userId } },
    create: { guildId, userId, seenAt: now, seenBefore: since, usedAt: now },
    update: { seenAt: now, seenBefore: since, usedAt: now },
  });
  return news;
}

/** How many offers came since the last visit, up to `mostNews` and one. */
export async function countNews(db: Db, person: Person, now: Date): Promise<number> {
  const since = await lastLook(db, person, now);
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM listed_offer WHERE guild_id = ${person.guildId} AND published_at > ${since}::timestamptz AND expires_at > ${now}::timestamptz
      ORDER BY published_at DESC LIMIT ${mostNews + 1}) AS news`;
  return row?.count ?? 0;
}
