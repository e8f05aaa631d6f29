import type { APIChannel } from 'discord-api-types/v10';
import type { Discord, World } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { readSettings } from '../../../infra/settings.ts';
import { overwritesOf } from '../../../kernel/overwrite.ts';
import { isPrivateThread, isSeenWith, isThread } from '../../../kernel/sight.ts';
import type { Place } from '../rules.ts';

/** `wide`: the roles by which a channel counts as seen by everybody. */
type Seen = { places: Map<string, Place>; wide: readonly string[] };

const hidden: Place = { isPublic: false, parentId: null };

/** Threads come and go, channels hardly: beyond this everything is asked anew. */
const mostPlaces = 5_000;
/** How often the same is asked while it goes on changing. Then nothing is told. */
const mostLooks = 3;

/**
 * Which channels a log may tell of: those that everybody sees, or everybody who learns, or all alumni, and their threads but private ones. Asked of
 * Discord once and forgotten as soon as it says that something changed, also while it is being asked.
 */
export type Sight = {
  places(guildId: string, channelIds: readonly string[]): Promise<(channelId: string) => Place>;
  forget(guildId: string): void;
};

/** Null where Discord says nothing to us: we were sent away, or see nothing. */
async function look({ discord }: Pick<World, 'discord'>, guildId: string, wide: readonly string[]): Promise<Seen | null> {
  const [server, channels] = await Promise.all([
    outcomeOf(discord.guilds.get(guildId)),
    outcomeOf(discord.guilds.getChannels(guildId)),
  ]);
  if (!server.ok || !channels.ok) return null;
  const isPublic = (channel: APIChannel): boolean => {
    const overwrites = overwritesOf(channel);
    return isSeenWith(server.value, overwrites) || wide.some((roleId) => isSeenWith(server.value, overwrites, [roleId]));
  };
  const all = channels.value as APIChannel[];
  return { places: new Map(all.map((channel) => [channel.id, { isPublic: isPublic(channel), parentId: null }])), wide };
}

/** A thread is as visible as the channel that it belongs to. */
async function lookAtThread(discord: Discord, { places }: Seen, channelId: string): Promise<Place> {
  const found = await outcomeOf(discord.channels.get(channelId) as Promise<APIChannel>);
  if (!found.ok || !isThread(found.value) || isPrivateThread(found.value)) return hidden;
  const parentId = ('parent_id' in found.value ? found.value.parent_id : null) ?? '';
  return { isPublic: places.get(parentId)?.isPublic ?? false, parentId };
}

export function createSight(world: Pick<World, 'db' | 'discord'>): Sight {
  const guilds = new Map<string, Seen>();
  /** Grows with each change of a server. */
  const changes = new Map<string, number>();
  const changesOf = (guildId: string): number => changes.get(guildId) ?? 0;

  async function see(guildId: string, channelIds: readonly string[]): Promise<Seen | null> {
    const { roles } = await readSettings(world.db, guildId);
    // Another process may have bound others.
    const wide = [...(roles.learner ?? []), ...(roles.alumni ?? [])];
    const known = guilds.get(guildId);
    const isGood = known !== undefined && known.wide.join() === wide.join() && known.places.size < mostPlaces;
    const seen = isGood ? known : await look(world, guildId, wide);
    for (const id of seen ? channelIds : [])
      if (seen && !seen.places.has(id)) seen.places.set(id, await lookAtThread(world.discord, seen, id));
    return seen;
  }

  return {
    async places(guildId, channelIds) {
      for (let count = 0; count < mostLooks; count++) {
        const before = changesOf(guildId);
        const seen = await see(guildId, channelIds);
        if (!seen) break;
        if (changesOf(guildId) !== before) continue;
        guilds.set(guildId, seen);
        return (id) => seen.places.get(id) ?? hidden;
      }
      return () => hidden;
    },
    forget(guildId) {
      changes.set(guildId, changesOf(guildId) + 1);
      guilds.delete(guildId);
    },
  };
}
