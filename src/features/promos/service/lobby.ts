import type { Db, Prisma, Tx } from '../../../infra/db.ts';
import { channelsOf, isOnDemand, readTemplate } from '../../catalogue/service/template.ts';
import { channelOverwrites, freeze, type Overwrite } from '../rules/access.ts';
import { isFrozen, wantsSpace } from '../rules/life.ts';
import { readSpace, type Space } from './place.ts';

export { freeze } from '../rules/access.ts';
export { isFrozen } from '../rules/life.ts';

/** A promo's channel whose entering opens a room; `key` is its place. `isOpen`: its people may speak there now. */
export type Lobby = { channelId: string; key: string; guildId: string; promoId: number; promoName: string; isOpen: boolean };

/** Of these channels of Discord, those that open rooms: the promo's own template says which, whatever they are called. */
export const lobbiesAmong = async (db: Db | Tx, channelIds: readonly string[]): Promise<Lobby[]> =>
  channelIds.length === 0 ? [] : lobbiesWhere(db, { discordId: { in: [...channelIds] }, key: { startsWith: 'channel:' } });

/** The channel of today for a place that opens rooms; null once it opens none, or there is none. */
export async function lobbyAt(db: Db | Tx, { promoId, key }: { promoId: number; key: string }): Promise<Lobby | null> {
  const [lobby] = await lobbiesWhere(db, { promoId, key });
  return lobby ?? null;
}

async function lobbiesWhere(db: Db | Tx, where: Prisma.PromoPlaceWhereInput): Promise<Lobby[]> {
  const places = await db.promoPlace.findMany({ where, include: { promo: true } });
  return places.flatMap(({ key, discordId, promo }) => {
    const channel = channelsOf(readTemplate(promo.template)).find((one) => `channel:${one.key}` === key);
    if (!channel || !discordId || !isOnDemand(channel)) return [];
    const { id: promoId, guildId, name: promoName } = promo;
    return [{ channelId: discordId, key, guildId, promoId, promoName, isOpen: wantsSpace(promo) && !isFrozen(promo) }];
  });
}

/** What a channel of Discord is in a promo's space. */
export const placesOfChannel = (db: Db | Tx, channelId: string): Promise<{ promoId: number; key: string }[]> =>
  db.promoPlace.findMany({ where: { discordId: channelId }, select: { promoId: true, key: true } });

/** Who still writes in a silent space: the bot and the staff, and during a silence the trainers too. */
export const speakersOf = ({ promo, people }: Space, { botId }: { botId: string }): string[] => [
  botId,
  ...people.flatMap(({ userId, audience }) =>
    audience === 'staff' || promo.state === 'active' || promo.state === 'planned' ? [userId] : [],
  ),
];

/** What the permissions of a promo's channel are by the promo's own rules, whether Discord has it or not; null without such a channel. */
export async function rulesAt(
  db: Db,
  { guildId, promoId, key }: { guildId: string; promoId: number; key: string },
  { botId, held }: { botId: string; held: bigint },
): Promise<Overwrite[] | null> {
  // The language is of no matter: no name is read.
  const space = await readSpace(db, { guildId, promoId }, 'fr');
  const part = space?.parts.find((one) => one.what === 'channel' && one.key === key);
  const role = space?.places.get('role')?.discordId;
  if (!space || part?.what !== 'channel' || !role) return null;
  const open = channelOverwrites(part.channel, { everyone: guildId, role, bot: botId, people: space.people, held });
  return isFrozen(space.promo) ? freeze(open, { speakers: speakersOf(space, { botId }), held }) : open;
}

/** Of these promos, those whose space is being deleted or is gone. */
export const clearedAmong = async (db: Db | Tx, promoIds: readonly number[]): Promise<number[]> =>
  (await db.promo.findMany({ where: { id: { in: [...promoIds] }, clearingAt: { not: null } }, select: { id: true } })).map(
    ({ id }) => id,
  );
