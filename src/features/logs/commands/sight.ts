import type { APIChannel } from 'discord-api-types/v10';
import type { Discord, World } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { readSettings } from '../../../infra/settings.ts';
import { isPrivateThread, isSeenWith, isThread, overwritesOf } from '../../../kernel/sight.ts';
import type { Place } from '../rules.ts';

type Seen = { places: Map<string, Place> };

const hidden: Place = { isPublic: false, parentId: null };

/**
 * Which channels a log may tell of: those that everybody sees, or everybody who learns, or all alumni, and their threads but private ones. Asked of
 * Discord once and forgotten as soon as it says that something changed.
 */
export type Sight = {
  places(guildId: string, channelIds: readonly string[]): Promise<(channelId: string) => Place>;
  forget(guildId: string): void;
};

async function look({ db, discord }: Pick<World, 'db' | 'discord'>, guildId: string): Promise<Seen> {
  const [server, channels, settings] = await Promise.all([
    discord.guilds.get(guildId),
    discord.guilds.getChannels(guildId),
    readSettings(db, guildId),
  ]);
  const wide = [...(settings.roles.learner ?? []), ...(settings.roles.alumni ?? [])];
  const isPublic = (channel: APIChannel): boolean => {
    const overwrites = overwritesOf(channel);
    return isSeenWith(server, overwrites) || wide.some((roleId) => isSeenWith(server, overwrites, [roleId]));
  };
  return {
    places: new Map((channels as APIChannel[]).map((channel) => [channel.id, { isPublic: isPublic(channel), parentId: null }])),
  };
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
  return {
    async places(guildId, channelIds) {
      const seen = guilds.get(guildId) ?? (await look(world, guildId));
      guilds.set(guildId, seen);
      for (const id of channelIds) if (!seen.places.has(id)) seen.places.set(id, await lookAtThread(world.discord, seen, id));
      return (id) => seen.places.get(id) ?? hidden;
    },
    forget: (guildId) => void guilds.delete(guildId),
  };
}
