import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import { generalKey } from '../../catalogue/service/template.ts';
import { readSpace, type Space } from './place.ts';

/** A promo that can be spoken to: its space is there and its people write in it. */
export type Reachable = { id: number; name: string; people: number };

type Among = {
  guildId: string;
  courseId?: number;
  campusId?: number;
  promoIds?: readonly number[];
  /** From one promo to another, in the order of their creation. */
  between?: { first: number; last: number };
};

const reachableWhere = ({ guildId, courseId, campusId, promoIds, between }: Among): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`promo.guild_id = ${guildId} AND promo.built_at IS NOT NULL AND promo.clearing_at IS NULL AND promo.state IN ('planned', 'active')`,
      ...(courseId === undefined ? [] : [Prisma.sql`promo.course_id = ${courseId}`]),
      ...(campusId === undefined ? [] : [Prisma.sql`promo.campus_id = ${campusId}`]),
      ...(between === undefined ? [] : [Prisma.sql`promo.id BETWEEN ${between.first} AND ${between.last}`]),
      ...(promoIds === undefined ? [] : [Prisma.sql`promo.id = ANY (${[...promoIds]}::integer[])`]),
    ],
    ' AND ',
  );

/** Promos that can be spoken to, by name, or in the order of their creation, which no change moves; a slice of them with `limit`. */
export const reachablePromos = (
  db: Db | Tx,
  among: Among,
  { limit, offset = 0, order = 'name' }: { limit?: number; offset?: number; order?: 'name' | 'creation' } = {},
): Promise<Reachable[]> => db.$queryRaw<Reachable[]>`
    SELECT promo.id, promo.name,
      (SELECT count(*)::int FROM promo_member AS person WHERE person.promo_id = promo.id AND person.left_at IS NULL) AS people
    FROM promo WHERE ${reachableWhere(among)} ORDER BY ${order === 'name' ? Prisma.sql`fold(promo.name), promo.id` : Prisma.sql`promo.id`}
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

/** Where a promo is spoken to, the first that exists: the general post of a forum that its learners see, else a text channel that they read. */
export function speakingPlaces({ parts, places }: Pick<Space, 'parts' | 'places'>): string[] {
  const read = parts.filter((part) => part.what === 'channel' && part.channel.levels.learner !== 'none');
  const forums = new Set(read.map(({ key }) => key));
  return [
    ...parts.filter((part) => part.what === 'post' && forums.has(part.forum) && part.key.endsWith(`:${generalKey}`)),
    ...read.filter((part) => part.what === 'channel' && part.channel.kind === 'text'),
  ].flatMap(({ key }) => places.get(key)?.discordId ?? []);
}

/** Null for a promo that is over or never was. */
export async function addressOf(db: Db, key: { guildId: string; promoId: number }, locale: 'fr' | 'en'): Promise<Address | null> {
  const space = await readSpace(db, key, locale);
  if (!space || space.promo.clearingAt || (space.promo.state !== 'planned' && space.promo.state !== 'active')) return null;
  const [channelId = null] = speakingPlaces(space);
  return { channelId, roleId: space.places.get('role')?.discordId ?? null };
}

/** Of these promos, those that no longer run, and those whose space is gone. */
export async function finishedAmong(tx: Tx, promoIds: readonly number[]): Promise<{ over: number[]; cleared: number[] }> {
  const rows = await tx.promo.findMany({
    where: { id: { in: [...promoIds] }, OR: [{ state: { notIn: ['planned', 'active'] } }, { clearingAt: { not: null } }] },
    select: { id: true, clearedAt: true },
  });
  return { over: rows.map(({ id }) => id), cleared: rows.flatMap(({ id, clearedAt }) => (clearedAt ? [id] : [])) };
}
