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
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM promo WHERE guild_id = ${guildId} AND (fold(name) = fold(${name}) OR id::text = ${name})
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
    WHERE guild_id = ${guildId} AND state::text = ANY (${[...states]}::text[]) AND fold(name) LIKE fold(${part})
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
  { guildId, filter, page }: { guildId: string; filter: Filter; page: number },
): Promise<PromoPage> {
  const { state, courseId, campusId } = filter;
  const where = Prisma.join(
    [
      Prisma.sql`promo.guild_id = ${guildId}`,
      state === null ? Prisma.sql`state IN ('planned', 'active', 'ended')` : Prisma.sql`state = ${state}::promo_state`,
      ...(courseId === null ? [] : [Prisma.sql`course_id = ${courseId}`]),
      ...(campusId === null ? [] : [Prisma.sql`campus_id = ${campusId}`]),
    ],
    ' AND ',
  );
  const [counted] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM promo WHERE ${where}`;
  const total = counted?.total ?? 0;
  const shown = Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1));
  const promos = await db.$queryRaw<Listed[]>`
    SELECT promo.id, promo.name, state::text AS state, starts_on AS "startsOn", ends_on AS "endsOn", course.name AS course, campus.name AS campus,
      (SELECT count(*)::int FROM promo_member AS person
        WHERE person.promo_id = promo.id AND person.left_at IS NULL AND person.part = 'learner') AS learners
    FROM promo JOIN catalogue_entry AS course ON course.id = course_id JOIN catalogue_entry AS campus ON campus.id = campus_id
    WHERE ${where} ORDER BY ends_on, promo.id LIMIT ${pageSize} OFFSET ${shown * pageSize}`;
  return { promos, total, page: shown, filter };
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
  const where = { promoId, leftAt: null };
  const [learners, trainers] = await Promise.all([
    db.promoMember.count({ where: { ...where, part: 'learner' } }),
    db.promoMember.count({ where: { ...where, part: 'trainer' } }),
  ]);
  return { learners, trainers };
}

/** Promos that live and in which a person is, or that they manage. */
export const promosOf = (db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<Promo[]> =>
  db.promo.findMany({
    where: {
      guildId,
      state: { in: ['planned', 'active', 'ended'] },
      OR: [{ managerId: userId }, { members: { some: { userId, leftAt: null } } }],
    },
    include: { course: true, campus: true },
    orderBy: [{ endsOn: 'asc' }, { id: 'asc' }],
    take: 25,
  });

/** True for who manages or teaches it: besides staff, they see its roster and may silence it. */
export async function leads(db: Db, { promoId, userId }: { promoId: number; userId: string }): Promise<boolean> {
  const found = await db.promo.count({
    where: { id: promoId, OR: [{ managerId: userId }, { members: { some: { userId, part: 'trainer', leftAt: null } } }] },
  });
  return found > 0;
}

/** Names already taken, as the unique index compares them. */
export const findNamesake = async (db: Db | Tx, { guildId, name }: { guildId: string; name: string }): Promise<boolean> => {
  const rows = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM promo WHERE guild_id = ${guildId} AND fold(name) = fold(${name}) AND state <> 'cancelled' LIMIT 1`;
  return rows.length > 0;
};
