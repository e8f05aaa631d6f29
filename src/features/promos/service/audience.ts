import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import { generalKey } from '../../catalogue/service/template.ts';
import { type Place, readSpace } from './place.ts';

/** A promo that can be spoken to: its space is there and its people write in it. */
export type Reachable = { id: number; name: string; people: number };

type Among = { guildId: string; courseId?: number; campusId?: number; promoIds?: readonly number[] };

const reachableWhere = ({ guildId, courseId, campusId, promoIds }: Among): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`promo.guild_id = ${guildId} AND promo.built_at IS NOT NULL AND promo.clearing_at IS NULL AND promo.state IN ('planned', 'active')`,
      ...(courseId === undefined ? [] : [Prisma.sql`promo.course_id = ${courseId}`]),
      ...(campusId === undefined ? [] : [Prisma.sql`promo.campus_id = ${campusId}`]),
      ...(promoIds === undefined ? [] : [Prisma.sql`promo.id = ANY (${[...promoIds]}::integer[])`]),
    ],
    ' AND ',
  );

/** Promos that can be spoken to, by name; a slice of them with `limit`. */
export const reachablePromos = (
  db: Db | Tx,
  among: Among,
  { limit, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<Reachable[]> => db.$queryRaw<Reachable[]>`
    SELECT promo.id, promo.name,
      (SELECT count(*)::int FROM promo_member AS person WHERE person.promo_id = promo.id AND person.left_at IS NULL) AS people
    FROM promo WHERE ${reachableWhere(among)} ORDER BY fold(promo.name), promo.id
    ${limit === undefined ? Prisma.empty : Prisma.sql`LIMIT ${limit} OFFSET ${offset}`}`;

export async function countReachable(db: Db | Tx, among: Among): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM promo WHERE ${reachableWhere(among)}`;
  return row?.total ?? 0;
}

/** People of these promos, each once. */
export async function countPeopleOf(db: Db | Tx, promoIds: readonly number[]): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    SELECT count(DISTINCT user_id)::int AS total FROM promo_member WHERE promo_id = ANY (${[...promoIds]}::integer[]) AND left_at IS NULL`;
  return row?.total ?? 0;
}

/** Where a promo is spoken to, and the role of its people. */
export type Address = { channelId: string | null; roleId: string | null };

/** The promo's general post; without one, the first text channel that its learners read. Null for a promo that is over or never was. */
export async function addressOf(db: Db, key: { guildId: string; promoId: number }, locale: 'fr' | 'en'): Promise<Address | null> {
  const space = await readSpace(db, key, locale);
  if (!space || space.promo.clearingAt || (space.promo.state !== 'planned' && space.promo.state !== 'active')) return null;
  const idOf = (place: string) => (space.places.get(place) satisfies Place | undefined)?.discordId ?? null;
  const places = [
    ...space.parts.filter(({ what, key: part }) => what === 'post' && part.endsWith(`:${generalKey}`)),
    ...space.parts.filter(
      (part) => part.what === 'channel' && part.channel.kind === 'text' && part.channel.levels.learner !== 'none',
    ),
  ];
  return { channelId: places.map(({ key: part }) => idOf(part)).find((id) => id !== null) ?? null, roleId: idOf('role') };
}

/** Of these promos, those that no longer run, and those whose space is gone. */
export async function finishedAmong(tx: Tx, promoIds: readonly number[]): Promise<{ over: number[]; cleared: number[] }> {
  const rows = await tx.promo.findMany({
    where: { id: { in: [...promoIds] }, OR: [{ state: { notIn: ['planned', 'active'] } }, { clearingAt: { not: null } }] },
    select: { id: true, clearedAt: true },
  });
  return { over: rows.map(({ id }) => id), cleared: rows.flatMap(({ id, clearedAt }) => (clearedAt ? [id] : [])) };
}
