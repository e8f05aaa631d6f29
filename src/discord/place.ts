import type { Client } from 'discord.js';
import { isAdministrator } from './policy.ts';

/** Where a channel stands: the channel that a thread is in, and the category above. */
export type Above = { parentId: string | null; categoryId: string | null };

/** What the gateway's cache says of servers and channels, without asking anybody: for what is read at every message. */
export type Places = {
  above(channelId: string): Above;
  nameOf(guildId: string): string;
  /** The owner, or somebody with a role that has Discord's Administrator permission. */
  isAdministrator(guildId: string, userId: string, roleIds: readonly string[]): boolean;
};

const nowhere: Above = { parentId: null, categoryId: null };

export function mirrorPlaces(client: Client): Places {
  const { channels, guilds } = client;
  return {
    above(channelId) {
      const channel = channels.cache.get(channelId);
      if (!channel || !('parentId' in channel) || channel.parentId === null) return nowhere;
      if (!channel.isThread()) return { parentId: null, categoryId: channel.parentId };
      const parent = channels.cache.get(channel.parentId);
      return { parentId: channel.parentId, categoryId: parent && 'parentId' in parent ? parent.parentId : null };
    },
    nameOf: (guildId) => guilds.cache.get(guildId)?.name ?? '',
    isAdministrator(guildId, userId, roleIds) {
      const guild = guilds.cache.get(guildId);
      if (!guild) return false;
      return (
        guild.ownerId === userId ||
        roleIds.some((id) => isAdministrator(String(guild.roles.cache.get(id)?.permissions.bitfield ?? 0n)))
      );
    },
  };
}
