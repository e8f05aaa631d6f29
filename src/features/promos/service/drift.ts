import type { Db, Prisma } from '../../../infra/db.ts';

export type Drifted = { id: number; name: string; count: number };
export type DriftedPage = { promos: Drifted[]; total: number; page: number };

/** As many as a select holds. */
export const driftedSize = 25;

/** How many differences a night found, by promo; what it did not look at has none any more. */
export async function recordDrift(db: Db, guildId: string, found: ReadonlyMap<number, number>): Promise<void> {
  await db.$executeRaw`
    UPDATE promo SET drifted = seen.count
    FROM (SELECT one.id, coalesce(night.count, 0) AS count FROM promo AS one
      LEFT JOIN unnest(${[...found.keys()]}::integer[], ${[...found.values()]}::integer[]) AS night (id, count) USING (id)
      WHERE one.guild_id = ${guildId} AND (one.drifted > 0 OR night.count > 0)) AS seen
    WHERE promo.id = seen.id AND promo.drifted <> seen.count`;
}

/** A page of the promos that differed last night, by name; `page` begins at 0. */
export async function readDrifted(db: Db, { guildId, page }: { guildId: string; page: number }): Promise<DriftedPage> {
  const where: Prisma.PromoWhereInput = { guildId, drifted: { gt: 0 }, clearingAt: null };
  const total = await db.promo.count({ where });
  const shown = Math.min(page, Math.max(0, Math.ceil(total / driftedSize) - 1));
  const rows = await db.promo.findMany({
    where,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    skip: shown * driftedSize,
    take: driftedSize,
    select: { id: true, name: true, drifted: true },
  });
  return { promos: rows.map(({ id, name, drifted }) => ({ id, name, count: drifted })), total, page: shown };
}
