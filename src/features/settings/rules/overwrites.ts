import { OverwriteType } from 'discord-api-types/v10';
import type { GuildSettings } from '../../../infra/settings.ts';
import type { ChannelNeed } from '../../../kernel/feature.ts';
import {
  bitsOf,
  type ChannelFacts,
  channelPermissions,
  type GuildFacts,
  guildPermissions,
  isPublic,
  lackingFrom,
  type OverwriteFacts,
} from './guild.ts';
import { audienceOf, channelTypeOf, type Needs } from './needs.ts';

export type Mend = { key: string; channelId: string; overwrite: OverwriteFacts };

/** Bound channels, still there and of the right kind, with the need that they serve. */
export const servedChannels = (guild: GuildFacts, needs: Needs, settings: Pick<GuildSettings, 'channels'>) =>
  needs.channels.flatMap((need) => {
    const channel = guild.channels.find(({ id }) => id === settings.channels[need.key]);
    return channel && channel.type === channelTypeOf(need) ? [{ need, channel }] : [];
  });

/** Bound roles that a private channel hides from. */
export const keptOut = (guild: GuildFacts, channel: ChannelFacts, need: ChannelNeed, roles: GuildSettings['roles']): string[] =>
  need.visibleTo
    ? audienceOf(guild, need.visibleTo, roles).filter((id) => channelPermissions(guild, channel, { roleIds: [id] }) === 0n)
    : [];

const changed = (
  channel: ChannelFacts,
  id: string,
  type: OverwriteType,
  add: { allow?: bigint; deny?: bigint },
): OverwriteFacts => {
  const { allow = 0n, deny = 0n } = channel.overwrites.find((overwrite) => overwrite.id === id) ?? {};
  const allowed = (allow | (add.allow ?? 0n)) & ~(add.deny ?? 0n);
  return { id, type, allow: allowed, deny: (deny & ~(add.allow ?? 0n)) | (add.deny ?? 0n) };
};

/**
 * Overwrites that put the bound channels right, and that the bot is able to write: it must manage roles there, and may only name
 * permissions that it holds on the server. https://docs.discord.com/developers/resources/channel#edit-channel-permissions
 */
export function overwritesToMend(guild: GuildFacts, needs: Needs, settings: Pick<GuildSettings, 'channels' | 'roles'>): Mend[] {
  const held = guildPermissions(guild, guild.bot);
  return servedChannels(guild, needs, settings).flatMap(({ need, channel }) => {
    const here = channelPermissions(guild, channel, guild.bot);
    if ((here & bitsOf(['ManageRoles'])) === 0n) return [];
    const view = bitsOf(['ViewChannel']);
    const lacking = bitsOf(lackingFrom(here, need.bot)) & held;
    const mends: OverwriteFacts[] = [];
    if (lacking !== 0n) mends.push(changed(channel, guild.bot.userId, OverwriteType.Member, { allow: lacking | view }));
    for (const id of keptOut(guild, channel, need, settings.roles)) {
      mends.push(changed(channel, id, OverwriteType.Role, { allow: view }));
    }
    if (need.visibleTo && isPublic(guild, channel)) {
      const own = channel.overwrites.find(({ id }) => id === guild.bot.userId);
      // Closing the door to everyone first would close it to the bot too.
      if (lacking === 0n && ((own?.allow ?? 0n) & view) === 0n) {
        mends.push(changed(channel, guild.bot.userId, OverwriteType.Member, { allow: (bitsOf(need.bot) & held) | view }));
      }
      for (const id of audienceOf(guild, need.visibleTo, settings.roles))
        mends.push(changed(channel, id, OverwriteType.Role, { allow: view }));
      mends.push(changed(channel, guild.id, OverwriteType.Role, { deny: view }));
    }
    return mends.map((overwrite) => ({ key: need.key, channelId: channel.id, overwrite }));
  });
}
