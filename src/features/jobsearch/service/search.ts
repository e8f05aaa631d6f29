import type { Db, Tx } from '../../../infra/db.ts';
import type { Contract, Level, Remote } from '../../../kernel/hiring.ts';
import { searchReplaced } from '../messages/search.ts';
import { type Filters, noFilters, type Step, wholeQuery, widen, widerThan } from '../rules/filter.ts';
import { firstLook, mostNews, sameVisit } from '../rules/limit.ts';
import { mostFound, pageIn, pageSize, ranked, sharedSkills } from '../rules/rank.ts';
import { corrected, type Group, groupsOf, queryOf, readingsOf, usedIn } from '../rules/words.ts';
import { candidates, counts, prepare, type Question } from './matching.ts';
import { type Listed, type Person, readOffers } from './offer.ts';

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
  const [row] = await db.$queryRaw<{ number: number }[]>`/* kept */
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
  const { cutDay, isAlone, stems, unknown, isWordless, wish } = await prepare(db, person, typed);
  const readings = unknown.flatMap(({ word, near }): Reading[] => {
    const words = readingsOf(word, near);
    return words.length > 0 ? [{ typed: word, words }] : [];
  });
  const used = usedIn(typed, stems);
  const groups = isWordless ? [] : corrected(used, new Map(readings.map(({ typed: word, words }) => [word, words])));
  const question = { guildId, now, since, cutDay, isAlone, query: wholeQuery(filters, groups) };
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
    offers: offers.map((offer) => ({ ...offer, shared: sharedSkills(wish?.skillKeys ?? [], offer.skills) })),
    page: 0,
    total: ids.length,
    isCut,
    readings,
    wider,
  };
}

/** The steps that find something, the least first; the last, all offers. */
async function findWider(db: Db, filters: Filters, groups: readonly Group[], question: Question): Promise<Found['wider']> {
  const steps = widerThan(filters);
  const queryFor = (looser: Filters) => wholeQuery(looser, looser.text === '' ? [] : groups);
  // Words that no offer has together are in none whatever the filters: one question in the place of five.
  const isFiltered = filters.text !== '' && steps.length > 1;
  const [withWords] = isFiltered ? await counts(db, question, [queryFor({ ...noFilters, text: filters.text })]) : [];
  const hopeful = withWords === 0 ? steps.filter(({ step }) => step === 'text') : steps;
  const found = await counts(
    db,
    question,
    hopeful.map(({ filters: looser }) => queryFor(looser)),
  );
  return hopeful
    .map(({ step }, place) => ({ step, count: found[place] ?? 0 }))
    .filter(({ count }) => count > 0)
    .slice(0, 4);
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
    db.talentProfile.findUnique({ where: { guildId_userId: { guildId, userId } }, select: { skillKeys: true } }),
  ]);
  return {
    number,
    kind: kept.kind,
    filters: filtersOf(kept),
    since: kept.since,
    offers: offers.map((offer) => ({ ...offer, shared: sharedSkills(profile?.skillKeys ?? [], offer.skills) })),
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
  const { cutDay, isAlone, unknown, isWordless } = await prepare(db, person, groups);
  const query = wholeQuery(filters, isWordless ? [] : groups);
  const [found = 0] = await counts(db, { guildId: person.guildId, now, since: null, cutDay, isAlone }, [query]);
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
