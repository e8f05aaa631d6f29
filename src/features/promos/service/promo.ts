import type { CatalogueEntry, Promo as Row } from '../../../../prisma/client/client.ts';
import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import { tidyName } from '../../catalogue/service/entry.ts';
import { unknownPromo } from '../messages/promo.ts';
import type { State } from '../rules/life.ts';

/** A promo with its course and campus. */
export type Promo = Row & { course: CatalogueEntry; campus: CatalogueEntry };

type PromoKey = { guildId: string; promoId: number };

/** Null when it never was of this server. */
export const findPromo = (db: Db | Tx, { guildId, promoId }: PromoKey): Promise<Promo | null> =>
  db.promo.findFirst({ where: { id: promoId, guildId }, include: { course: true, campus: true } });

/** Throws `promos.unknown`. */
export async function getPromo(db: Db | Tx, key: PromoKey): Promise<Promo> {
  const promo = await findPromo(db, key);
  if (!promo) throw unknownPromo();
  return promo;
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockPromo(tx: Tx, key: PromoKey): Promise<Promo> {
  await tx.$queryRaw`SELECT id FROM promo WHERE id = ${key.promoId} FOR UPDATE`;
  return getPromo(tx, key);
}

/** What a person typed or chose for a promo: its id, or its name in any case and without accents. Throws `promos.unknown`. */
export async function resolvePromo(db: Db, { guildId, typed }: { guildId: string; typed: string }): Promise<Promo> {
  const name = tidyName(typed);
  const id = /^\d{1,9}$/.test(name) ? Number(name) : null;
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM promo WHERE guild_id = ${guildId} AND (fold(name) = fold(${name}) OR id = ${id}::integer)
    ORDER BY fold(name) = fold(${name}), state = 'cancelled', id DESC LIMIT 1`;
  if (!row) throw unknownPromo();
  return getPromo(db, { guildId, promoId: row.id });
}

export type Suggested = { id: number; name: string; state: State };

/** Those whose name holds what was typed, those that live first, for the autocomplete. */
export const suggestPromos = (
  db: Db,
  { guildId, typed, states }: { guildId: string; typed: string; states: readonly State[] },
): Promise<Suggested[]> => {
  const part = `%${tidyName(typed).replace(/[\\%_]/g, '\\$&')}%`;
  return db.$queryRaw`
    SELECT id, name, state::text AS state FROM promo
    WHERE guild_id = ${guildId} AND state = ANY (${[...states]}::text[]::promo_state[]) AND fold(name) LIKE fold(${part})
    ORDER BY state, starts_on, fold(name) LIMIT 25`;
};

export const pageSize = 15;

export type Filter = { state: State | null; courseId: number | null; campusId: number | null };
export type Listed = {
  id: number;
  name: string;
  state: State;
  startsOn: Date;
  endsOn: Date;
  course: string;
  campus: string;
  learners: number;
};
export type PromoPage = { promos: Listed[]; total: number; page: number; filter: Filter };

/** A page of a server's promos, the next to end first; without a filter on the state, those that live. `page` begins at 0. */
export async function listPromos(
  db: Db,
  { guildId, filter, page, size = pageSize }: { guildId: string; filter: Filter; page: number; size?: number },
): Promise<PromoPage> {
  const { state, courseId, campusId } = filter;
  const where = Prisma.join(
    [
      Prisma.sql`guild_id = ${guildId}`,
      state === null ? Prisma.sql`state IN ('planned', 'active', 'ended')` : Prisma.sql`state = ${state}::promo_state`,
      ...(courseId === null ? [] : [Prisma.sql`course_id = ${courseId}`]),
      ...(campusId === null ? [] : [Prisma.sql`campus_id = ${campusId}`]),
    ],
    ' AND ',
  );
  // Which ones first, and only then their people: those of the pages before are not to be counted.
  const rows = await db.$queryRaw<({ total: number; shown: number } & (Listed | { id: null }))[]>`
    WITH found AS MATERIALIZED (SELECT id, ends_on FROM promo WHERE ${where}),
    counted AS (
      SELECT count(*)::int AS total, least(${page}::int, greatest(0, (count(*)::int - 1) / ${size}::int)) AS shown FROM found),
    page AS (
      SELECT id FROM found ORDER BY ends_on, id LIMIT ${size} OFFSET (SELECT shown * ${size}::int FROM counted))
    SELECT counted.total, counted.shown, promo.id, promo.name, promo.state::text AS state, promo.starts_on AS "startsOn",
      promo.ends_on AS "endsOn", course.name AS course, campus.name AS campus, people.learners
    FROM counted LEFT JOIN page ON true LEFT JOIN promo ON promo.id = page.id
    LEFT JOIN catalogue_entry AS course ON course.id = course_id LEFT JOIN catalogue_entry AS campus ON campus.id = campus_id
    LEFT JOIN LATERAL (SELECT count(*)::int AS learners FROM promo_member AS person
      WHERE person.promo_id = page.id AND person.left_at IS NULL AND person.part = 'learner') AS people ON true
    ORDER BY promo.ends_on, promo.id`;
  const [{ total, shown } = { total: 0, shown: 0 }] = rows;
  return { promos: rows.flatMap((row) => (row.id === null ? [] : [row])), total, page: shown, filter };
}

export const rosterSize = 20;

export type RosterLine = {
  userId: string;
  part: 'learner' | 'trainer';
  addedAt: Date;
  firstName: string | null;
  lastName: string | null;
  displayName: string | null;
  email: string | null;
  hasLeft: boolean;
};

/** Who is in a promo: trainers first, then by last name. All of them without `page`. */
export async function readRoster(db: Db, { promoId, page }: { promoId: number; page?: number }): Promise<RosterLine[]> {
  const bounds = page === undefined ? Prisma.empty : Prisma.sql`LIMIT ${rosterSize} OFFSET ${page * rosterSize}`;
  return db.$queryRaw<RosterLine[]>`
    SELECT person.user_id AS "userId", person.part::text AS part, person.added_at AS "addedAt", member.first_name AS "firstName",
      member.last_name AS "lastName", member.display_name AS "displayName", member.email, member.left_at IS NOT NULL AS "hasLeft"
    FROM promo_member AS person
    LEFT JOIN member ON member.guild_id = person.guild_id AND member.user_id = person.user_id
    WHERE person.promo_id = ${promoId} AND person.left_at IS NULL
    ORDER BY person.part = 'learner', fold(coalesce(member.last_name, member.display_name, '')), fold(coalesce(member.first_name, '')), person.id
    ${bounds}`;
}

export type Headcount = { learners: number; trainers: number };

export async function countPeople(db: Db | Tx, promoId: number): Promise<Headcount> {
  const [row] = await db.$queryRaw<Headcount[]>`
    SELECT (count(*) FILTER (WHERE part = 'learner'))::int AS learners, (count(*) FILTER (WHERE part = 'trainer'))::int AS trainers
    FROM promo_member WHERE promo_id = ${promoId} AND left_at IS NULL`;
  return row ?? { learners: 0, trainers: 0 };
}

/** Its trainers of today, by when they came. */
export async function trainersOf(db: Db | Tx, promoId: number): Promise<string[]> {
  const rows = await db.$queryRaw<{ userId: string }[]>`
    SELECT user_id AS "userId" FROM promo_member WHERE promo_id = ${promoId} AND left_at IS NULL AND part = 'trainer' ORDER BY id`;
  return rows.map(({ userId }) => userId);
}

const ownIds = ({ guildId, userId }: { guildId: string; userId: string }): Prisma.Sql => Prisma.sql`
    SELECT id FROM promo WHERE guild_id = ${guildId} AND manager_id = ${userId} AND state IN ('planned', 'active', 'ended')
    UNION
    SELECT promo.id FROM promo_member AS person JOIN promo ON promo.id = person.promo_id
    WHERE person.guild_id = ${guildId} AND person.user_id = ${userId} AND person.left_at IS NULL
      AND promo.state IN ('planned', 'active', 'ended')`;

/** As many as a select holds. */
export const ownSize = 25;

export type OwnPage = { promos: Promo[]; total: number; page: number };

/** A page of the promos that live and in which a person is, or that they manage, the next to end first; `page` begins at 0. */
export async function ownPromos(
  db: Db,
  { guildId, userId, page }: { guildId: string; userId: string; page: number },
): Promise<OwnPage> {
  const rows = await db.$queryRaw<{ id: number }[]>`${ownIds({ guildId, userId })}`;
  if (rows.length === 0) return { promos: [], total: 0, page: 0 };
  const shown = Math.min(page, Math.ceil(rows.length / ownSize) - 1);
  const promos = await db.promo.findMany({
    where: { guildId, id: { in: rows.map(({ id }) => id) } },
    include: { course: true, campus: true },
    orderBy: [{ endsOn: 'asc' }, { id: 'asc' }],
    skip: shown * ownSize,
    take: ownSize,
  });
  return { promos, total: rows.length, page: shown };
}

/** The first of them. */
export const promosOf = async (db: Db, who: { guildId: string; userId: string }): Promise<Promo[]> =>
  (await ownPromos(db, { guildId: who.guildId, userId: who.userId, page: 0 })).promos;

export async function countPromosOf(db: Db, who: { guildId: string; userId: string }): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM (${ownIds(who)}) AS own`;
  return row?.total ?? 0;
}

/** One of the promos of a person; null for any other. */
export async function ownOf(
  db: Db,
  { guildId, userId, promoId }: { guildId: string; userId: string; promoId: number },
): Promise<Promo | null> {
  const [row] = await db.$queryRaw<
    { id: number }[]
  >`SELECT id FROM (${ownIds({ guildId, userId })}) AS own WHERE id = ${promoId}`;
  return row ? findPromo(db, { guildId, promoId: row.id }) : null;
}

export type Place = { id: number; name: string; state: State; part: 'learner' | 'trainer' | 'manager' };

/** What a person is in which promos that live, for staff: as its manager first. */
export const placesOf = (db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<Place[]> => db.$queryRaw<
  Place[]
>`
  SELECT id, name, state::text AS state, part FROM (
    SELECT id, name, state, ends_on, 'manager' AS part FROM promo
    WHERE guild_id = ${guildId} AND manager_id = ${userId} AND state IN ('planned', 'active', 'ended')
    UNION ALL
    SELECT promo.id, promo.name, promo.state, promo.ends_on, person.part::text FROM promo_member AS person
    JOIN promo ON promo.id = person.promo_id
    WHERE person.guild_id = ${guildId} AND person.user_id = ${userId} AND person.left_at IS NULL
      AND promo.state IN ('planned', 'active', 'ended')) AS place
  ORDER BY part = 'manager' DESC, ends_on, id LIMIT 10`;

/** True for who manages or teaches it: besides staff, they see its roster and may silence it. */
export async function leads(db: Db, { promoId, userId }: { promoId: number; userId: string }): Promise<boolean> {
  const [row] = await db.$queryRaw<{ leads: boolean }[]>`
    SELECT EXISTS (SELECT FROM promo WHERE id = ${promoId} AND manager_id = ${userId}) OR EXISTS (
      SELECT FROM promo_member WHERE promo_id = ${promoId} AND user_id = ${userId} AND part = 'trainer' AND left_at IS NULL) AS leads`;
  return row?.leads ?? false;
}

/** Promos that run and that somebody manages or teaches, the next to end first. At most as many as a menu shows. */
export const ledPromos = (db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<Promo[]> =>
  db.promo.findMany({
    where: {
      guildId,
      state: { in: ['planned', 'active'] },
      OR: [{ managerId: userId }, { members: { some: { userId, part: 'trainer', leftAt: null } } }],
    },
    include: { course: true, campus: true },
    orderBy: [{ endsOn: 'asc' }, { id: 'asc' }],
    take: 25,
  });

/** Names already taken, as the unique index compares them. */
export const findNamesake = async (db: Db | Tx, { guildId, name }: { guildId: string; name: string }): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM promo WHERE guild_id = ${guildId} AND fold(name) = fold(${name}) AND state <> 'cancelled' LIMIT 1`;
  return rows.length > 0;
};
