import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { orphansTask, permitTask, trustTask } from '../wire.ts';

type Who = { guildId: string; userId: string };

/** True for who sees a promo's space for being of the staff: they manage it, or chose to see it. */
export async function isTrusted(db: Db, { guildId, userId }: Who): Promise<boolean> {
  const [row] = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM promo_viewer WHERE guild_id = ${guildId} AND user_id = ${userId} AND until IS NULL)
      OR EXISTS (SELECT FROM promo WHERE guild_id = ${guildId} AND manager_id = ${userId} AND clearing_at IS NULL) AS found`;
  return row?.found ?? false;
}

/** All of them on a server. */
export async function trustedOf(db: Db, guildId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ userId: string }[]>`
    SELECT user_id AS "userId" FROM promo_viewer
    JOIN promo ON promo.id = promo_id WHERE promo.guild_id = ${guildId} AND promo.clearing_at IS NULL AND until IS NULL
    UNION SELECT manager_id FROM promo WHERE guild_id = ${guildId} AND manager_id IS NOT NULL AND clearing_at IS NULL`;
  return rows.map(({ userId }) => userId);
}

/** An event says that somebody may no longer be of the staff: Discord is asked before anything closes. */
export const promiseTrust = (db: Db, { guildId, userId }: Who): Promise<void> =>
  enqueue(db, trustTask, { guildId, userId }, { key: `${guildId}:${userId}` });

/**
 * Somebody is no longer of the staff, or left the server: what they saw as staff closes to them, and what they managed waits for somebody
 * else, which staff are told.
 */
export const distrust = (db: Db, { guildId, userId, now }: Who & { now: Date }): Promise<void> =>
  db.$transaction(async (tx) => {
    const closed = await tx.$queryRaw<{ promoId: number }[]>`
      UPDATE promo_viewer SET until = ${now} WHERE guild_id = ${guildId} AND user_id = ${userId} AND until IS NULL RETURNING promo_id AS "promoId"`;
    const left = await tx.$queryRaw<{ promoId: number }[]>`
      UPDATE promo SET manager_id = NULL WHERE guild_id = ${guildId} AND manager_id = ${userId} AND clearing_at IS NULL RETURNING id AS "promoId"`;
    await promiseDoors(tx, { guildId, promoIds: [...closed, ...left].map(({ promoId }) => promoId), userIds: [userId] });
    if (left.length > 0) await promiseOrphans(tx, guildId, now);
  });

/** The doors of these people are drawn anew in each of these promos: closed, or those of another part of the team. */
export const promiseDoors = (
  tx: Tx,
  { guildId, promoIds, userIds }: { guildId: string; promoIds: readonly number[]; userIds: readonly string[] },
): Promise<void> =>
  enqueueAll(
    tx,
    permitTask,
    [...new Set(promoIds)].map((promoId) => ({
      payload: { guildId, promoId, gone: [...userIds] },
      key: `${promoId}:${userIds.join(':')}`,
    })),
  );

/** Staff are told, once for all that one person leaves. */
export const promiseOrphans = (tx: Tx, guildId: string, now: Date): Promise<void> =>
  enqueue(tx, orphansTask, { guildId, at: now }, { key: guildId });

export type Orphans = { total: number; promos: { id: number; name: string }[] };

/** Promos that live without anybody to manage them, the next to end first. */
export async function readOrphans(db: Db, guildId: string, limit = 25): Promise<Orphans> {
  const rows = await db.$queryRaw<{ id: number; name: string; total: number }[]>`
    SELECT id, name, (count(*) OVER ())::int AS total FROM promo
    WHERE guild_id = ${guildId} AND manager_id IS NULL AND state IN ('planned', 'active', 'ended') AND clearing_at IS NULL
    ORDER BY ends_on, id LIMIT ${limit}`;
  return { total: rows[0]?.total ?? 0, promos: rows.map(({ id, name }) => ({ id, name })) };
}
