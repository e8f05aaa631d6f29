import type { Db, Tx } from '../../../infra/db.ts';
import { channelsOf, isOnDemand, readTemplate } from '../../catalogue/service/template.ts';
import { isFrozen, wantsSpace } from '../rules/life.ts';

export { freeze } from '../rules/access.ts';
export { isFrozen } from '../rules/life.ts';

/** A promo's channel whose entering opens a room. `isOpen`: its people may speak there now. */
export type Lobby = { channelId: string; guildId: string; promoId: number; promoName: string; isOpen: boolean };

/** Of these channels of Discord, those that open rooms: the promo's own template says which, whatever they are called. */
export async function lobbiesAmong(db: Db | Tx, channelIds: readonly string[]): Promise<Lobby[]> {
  if (channelIds.length === 0) return [];
  const places = await db.promoPlace.findMany({
    where: { discordId: { in: [...channelIds] }, key: { startsWith: 'channel:' } },
    include: { promo: true },
  });
  return places.flatMap(({ key, discordId, promo }) => {
    const channel = channelsOf(readTemplate(promo.template)).find((one) => `channel:${one.key}` === key);
    if (!channel || !discordId || !isOnDemand(channel)) return [];
    const { id: promoId, guildId, name: promoName } = promo;
    return [{ channelId: discordId, guildId, promoId, promoName, isOpen: wantsSpace(promo) && !isFrozen(promo) }];
  });
}

/** The promos of which a channel of Discord is. */
export const promosOfChannel = async (db: Db | Tx, channelId: string): Promise<number[]> =>
  (await db.promoPlace.findMany({ where: { discordId: channelId }, select: { promoId: true } })).map(({ promoId }) => promoId);

/** Of these promos, those whose space is being deleted or is gone. */
export const clearedAmong = async (db: Db | Tx, promoIds: readonly number[]): Promise<number[]> =>
  (await db.promo.findMany({ where: { id: { in: [...promoIds] }, clearingAt: { not: null } }, select: { id: true } })).map(
    ({ id }) => id,
  );
