import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { type Db, lock, Prisma, type Tx } from '../../../infra/db.ts';
import { type Fit, fitOf } from '../../../kernel/fit.ts';
import { type Contract, contracts, type Level, levels, type Remote, remotes } from '../../../kernel/hiring.ts';
import { type Place, placeName, readPlace } from '../../../kernel/place.ts';
import { knownSkill } from '../../../kernel/skill.ts';
import { dateOf } from '../../promos/service/day.ts';
import { unknownOffer } from '../messages/contact.ts';
import { severalPlaces, unknownPlace } from '../messages/profile.ts';
import { enoughToday, searchGone } from '../messages/search.ts';
import { cardsADay, kept, leftAloneFor, pageSize } from '../rules/limit.ts';
import { wordsOf } from '../rules/profile.ts';
import { type Card, cardsOf } from './card.ts';
import { companyLock, type OwnOffer, openOffers, requireCompany, type Who } from './company.ts';
import { demandOf, rarityAmong, regionAround, scoreSql } from './rank.ts';

const { sql } = Prisma;
const oneOf = <K extends string>(texts: Record<K, unknown>) => z.enum(Object.keys(texts) as [K, ...K[]]);

const filtersSchema = z.object({
  text: z.string().default(''),
  contract: oneOf<Contract>(contracts).nullable().default(null),
  city: z.string().nullable().default(null),
  department: z.string().nullable().default(null),
  remote: oneOf<Remote>(remotes).nullable().default(null),
  level: oneOf<Level>(levels).nullable().default(null),
  offerId: z.number().int().positive().nullable().default(null),
});
export type Filters = z.output<typeof filtersSchema>;
export const noFilters: Filters = filtersSchema.parse({});

/** A place that is known, or the way to say it better. */
export function requirePlace(typed: string): Place {
  const reading = readPlace(typed);
  if (reading.ok) return reading.place;
  throw reading.among.length > 0 ? severalPlaces(typed, reading.among) : unknownPlace(typed);
}

/** How the place of a filter was understood, as it may be typed again. */
export const placeOf = ({ city, department }: Pick<Filters, 'city' | 'department'>): string =>
  department === null ? '' : placeName({ city, department } as Place);

/** Keeps a search, so that its pages can be turned. */
export async function beginSearch(db: Db, { guildId, userId, now }: Who, filters: Filters): Promise<number> {
  const { id } = await db.talentSearch.create({ data: { guildId, userId, filters, madeAt: now }, select: { id: true } });
  return id;
}

async function getFilters(db: Db | Tx, { guildId, userId }: Who, searchId: number): Promise<Filters> {
  const found = await db.talentSearch.findFirst({ where: { id: searchId, guildId, userId }, select: { filters: true } });
  if (!found) throw searchGone();
  return filtersSchema.parse(found.filters);
}

/** Somebody's own search, to be changed. */
export const findFilters = async (db: Db, who: Who, searchId: number): Promise<Filters> =>
  searchId === 0 ? noFilters : getFilters(db, who, searchId);

export async function changeFilters(db: Db, who: Who, searchId: number, change: Partial<Filters>): Promise<number> {
  if (searchId === 0) return beginSearch(db, who, { ...noFilters, ...change });
  const filters = { ...(await getFilters(db, who, searchId)), ...change };
  await db.talentSearch.updateMany({ where: { id: searchId, userId: who.userId }, data: { filters, madeAt: who.now } });
  return searchId;
}

/** What was typed, as conditions: a skill of the list is that skill (`java` is not `javascript`), any other word is part of what the card says. */
const matches = (text: string): Prisma.Sql[] =>
  text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => (knownSkill(part) ? [part] : part.split(/\s+/)))
    .slice(0, 10)
    .flatMap((term) => {
      const skill = knownSkill(term);
      return skill ? [sql`skill_keys @> ARRAY[${skill}]`] : wordsOf(term).map((word) => sql`search LIKE ${`%${word}%`}`);
    });

/** Whom the filters leave: the place is where work would be, so those who would go there. */
function conditions({ text, contract, city, department, remote, level }: Filters): Prisma.Sql[] {
  return [
    ...matches(text),
    ...(contract ? [sql`${contract} = ANY (contracts)`] : []),
    ...(remote ? [sql`(profile.remote IS NULL OR profile.remote = ${remote}::offer_remote)`] : []),
    ...(level ? [sql`profile.level = ${level}::offer_level`] : []),
    ...(department
      ? [
          sql`(mobility = 'country' OR (mobility = 'region' AND profile.department = ANY (${[department, ...regionAround(department)]}::text[]))
            OR (profile.department = ${department} AND (mobility <> 'city' OR ${city}::text IS NULL OR lower(profile.city) = lower(${city}::text))))`,
        ]
      : []),
  ];
}

type Ranked = { userId: string; total: number };

/** A page of those who are visible to that company: by fit, else in an order of chance that is the company's own and favours nobody. */
async function rank(
  tx: Tx,
  {
    guildId,
    companyId,
    filters,
    today,
    page,
    exceptId,
  }: { guildId: string; companyId: number; filters: Filters; today: Date; page: number; exceptId: string },
): Promise<Ranked[]> {
  const offer = filters.offerId === null ? null : await findOffer(tx, { guildId, companyId, offerId: filters.offerId });
  const demand = offer && demandOf(offer);
  const order = demand
    ? sql`${scoreSql(demand, { rarity: await rarityAmong(tx, guildId, demand.skillKeys), today })} DESC, hashtextextended(user_id, ${companyId})`
    : sql`hashtextextended(user_id, ${companyId})`;
  return tx.$queryRaw<Ranked[]>`
    SELECT user_id AS "userId", count(*) OVER ()::int AS total FROM talent_profile AS profile
    WHERE ${Prisma.join(
      [
        sql`guild_id = ${guildId} AND is_open AND user_id <> ${exceptId}
          AND NOT EXISTS (SELECT FROM talent_block AS block WHERE block.guild_id = profile.guild_id AND block.user_id = profile.user_id AND block.company_id = ${companyId})`,
        ...conditions(filters),
      ],
      ' AND ',
    )}
    ORDER BY ${order} LIMIT ${pageSize} OFFSET ${page * pageSize}`;
}

export async function findOffer(
  db: Db | Tx,
  { guildId, companyId, offerId }: { guildId: string; companyId: number; offerId: number },
) {
  const offer = await db.offer.findFirst({ where: { id: offerId, guildId, companyId, state: 'published' } });
  if (!offer) throw unknownOffer();
  return offer;
}

/** How the company stands with somebody. */
export type Standing = 'free' | 'asked' | 'talking' | 'unavailable';

export type Shown = { number: number; card: Card; fit: Fit | null; standing: Standing };
export type SearchPage = {
  searchId: number;
  filters: Filters;
  shown: Shown[];
  total: number;
  page: number;
  /** Cards that the company may still discover today. */
  left: number;
  offers: OwnOffer[];
};

/** What each is called by this company; new ones are drawn at random, as many as the day still allows. */
async function see(
  tx: Tx,
  {
    guildId,
    companyId,
    now,
    today,
    userIds,
  }: { guildId: string; companyId: number; now: Date; today: Date; userIds: readonly string[] },
): Promise<{ numbers: Map<string, number>; left: number }> {
  const seenToday = await tx.talentSight.count({ where: { companyId, seenOn: today } });
  const former = await tx.talentSight.findMany({ where: { companyId, userId: { in: [...userIds] } } });
  const known = new Map(former.map((sight) => [sight.userId, sight]));
  const isOfToday = (userId: string) => known.get(userId)?.seenOn.getTime() === today.getTime();
  const discovered = userIds.filter((userId) => !isOfToday(userId)).slice(0, Math.max(0, cardsADay - seenToday));
  const again = discovered.filter((userId) => known.has(userId));
  await tx.talentSight.updateMany({ where: { companyId, userId: { in: again } }, data: { seenOn: today } });
  let unnumbered = discovered.filter((userId) => !known.has(userId));
  // Two of ninety million draws are rarely the same; who drew a number that is taken draws again.
  while (unnumbered.length > 0) {
    const drawn = unnumbered.map((userId) => ({
      id: randomInt(10_000_000, 100_000_000),
      guildId,
      companyId,
      userId,
      firstAt: now,
      seenOn: today,
    }));
    const made = await tx.talentSight.createManyAndReturn({ data: drawn, skipDuplicates: true });
    for (const sight of made) known.set(sight.userId, sight);
    unnumbered = unnumbered.filter((userId) => !known.has(userId));
  }
  const visible = new Set([...userIds.filter(isOfToday), ...discovered]);
  const numbers = new Map([...known].flatMap(([userId, { id }]) => (visible.has(userId) ? [[userId, id] as const] : [])));
  return { numbers, left: cardsADay - seenToday - discovered.length };
}

/** How the company stands with each of these people. */
async function standingsOf(
  tx: Tx,
  { companyId, userIds, now }: { companyId: number; userIds: readonly string[]; now: Date },
): Promise<Map<string, Standing>> {
  const contacts = await tx.talentContact.findMany({
    where: { companyId, userId: { in: [...userIds] } },
    orderBy: { askedAt: 'asc' },
    select: { userId: true, state: true, endedAt: true },
  });
  return new Map(contacts.map(({ userId, state, endedAt }) => [userId, standingOf({ state, endedAt }, now)]));
}

/** Of the last contact: after anything but a yes, somebody is left alone for a while. */
export function standingOf({ state, endedAt }: { state: string; endedAt: Date | null }, now: Date): Standing {
  if (state === 'asked') return 'asked';
  if (state === 'accepted') return 'talking';
  return endedAt && endedAt.getTime() + leftAloneFor > now.getTime() ? 'unavailable' : 'free';
}

/** A page of cards for a recruiter. `today` is the day in the zone of the guild. */
export async function readPage(
  db: Db,
  who: Who,
  { searchId, page, today }: { searchId: number; page: number; today: string },
): Promise<SearchPage> {
  const { guildId, userId, now } = who;
  const day = dateOf(today);
  return db.$transaction(async (tx) => {
    const company = await requireCompany(tx, who);
    const companyId = company.id;
    await lock(tx, companyLock(companyId));
    const filters = await getFilters(tx, who, searchId);
    const offers = await openOffers(tx, { guildId, companyId });
    // The offer for which they ranked may be closed by now: the search goes on without it.
    const offer =
      filters.offerId === null
        ? null
        : await tx.offer.findFirst({ where: { id: filters.offerId, guildId, companyId, state: 'published' } });
    const kept = { ...filters, offerId: offer?.id ?? null };
    const ranked = await rank(tx, { guildId, companyId, filters: kept, today: day, page, exceptId: userId });
    const userIds = ranked.map((one) => one.userId);
    const { numbers, left } = await see(tx, { guildId, companyId, now, today: day, userIds });
    if (userIds.length > 0 && numbers.size === 0) throw enoughToday(cardsADay);
    const visible = userIds.filter((id) => numbers.has(id));
    const profiles = await tx.talentProfile.findMany({ where: { guildId, userId: { in: visible } } });
    const byId = new Map(profiles.map((profile) => [profile.userId, profile]));
    const cards = await cardsOf(tx, guildId, profiles);
    const standings = await standingsOf(tx, { companyId, userIds: visible, now });
    const demand = offer && demandOf(offer);
    const at = demand && { rarity: await rarityAmong(tx, guildId, demand.skillKeys), today: day };
    const shown = visible.flatMap((id): Shown[] => {
      const [profile, card, number] = [byId.get(id), cards.get(id), numbers.get(id)];
      if (!profile || !card || number === undefined) return [];
      const fit = demand && at ? fitOf(profile, demand, at) : null;
      return [{ number, card, fit, standing: standings.get(id) ?? 'free' }];
    });
    return { searchId, filters: kept, shown, total: ranked[0]?.total ?? 0, page, left, offers };
  });
}

export const forgetSearches = (tx: Tx, now: Date) =>
  tx.talentSearch.deleteMany({ where: { madeAt: { lt: new Date(now.getTime() - kept.search) } } });
