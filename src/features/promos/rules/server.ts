import { type APIChannel, type APIGuild, type APIGuildMember, ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { heldBy } from '../../../kernel/overwrite.ts';
import { type RoleKey, staffRoles } from '../../../kernel/role.ts';
import { fromJson, type Overwrite } from './access.ts';
import type { Counts } from './space.ts';

export type ChannelSeen = {
  id: string;
  name: string;
  type: ChannelType;
  position: number;
  parentId: string | null;
  overwrites: readonly Overwrite[];
  tags: readonly { id: string; name: string }[];
};

/** A Discord server at one moment, as far as promos' spaces go. `held` are the permissions of the bot there. */
export type Server = {
  id: string;
  botId: string;
  roles: readonly { id: string; name: string }[];
  channels: readonly ChannelSeen[];
  held: bigint;
  ownerId: string;
  /** Roles that may do everything. */
  administrators: readonly string[];
};

export const channelSeen = (channel: APIChannel): ChannelSeen => ({
  id: channel.id,
  name: channel.name ?? '',
  type: channel.type,
  position: 'position' in channel ? channel.position : 0,
  parentId: ('parent_id' in channel ? channel.parent_id : null) ?? null,
  overwrites: fromJson(('permission_overwrites' in channel ? channel.permission_overwrites : null) ?? []),
  tags: ('available_tags' in channel ? channel.available_tags : []).map(({ id, name }) => ({ id, name })),
});

export function serverFrom(guild: APIGuild, channels: readonly APIChannel[], bot: APIGuildMember): Server {
  return {
    id: guild.id,
    botId: bot.user.id,
    roles: guild.roles.map(({ id, name }) => ({ id, name })),
    channels: channels.map(channelSeen),
    ownerId: guild.owner_id,
    administrators: guild.roles
      .filter(({ permissions }) => (BigInt(permissions) & PermissionFlagsBits.Administrator) !== 0n)
      .map(({ id }) => id),
    held: heldBy(guild, bot),
  };
}

/**
 * Whether somebody is of the staff as Discord has it at this moment: a role of theirs plays one of the staff's, or may do everything, or the
 * server is theirs. `bound`: the Discord roles that play each role of the bot.
 */
export const isOfStaff = (
  { userId, roleIds }: { userId: string; roleIds: readonly string[] },
  { ownerId, administrators }: Pick<Server, 'ownerId' | 'administrators'>,
  bound: Partial<Record<RoleKey, readonly string[]>>,
): boolean =>
  userId === ownerId || roleIds.some((id) => administrators.includes(id) || staffRoles.some((key) => bound[key]?.includes(id)));

/**
 * False while a role of the staff is unbound or was deleted by mistake: nobody would be of the staff, and every promo would lose its manager
 * for good. `/diagnostic` tells, and the next night looks again.
 */
export function knowsStaff({ roles }: Pick<Server, 'roles'>, bound: Partial<Record<RoleKey, readonly string[]>>): boolean {
  const ids = staffRoles.flatMap((key) => bound[key] ?? []);
  return ids.length > 0 && ids.every((id) => roles.some((role) => role.id === id));
}

export const countsOf = ({ roles, channels }: Server): Counts => ({ roles: roles.length, channels: channels.length });

export const typeOf = { forum: ChannelType.GuildForum, text: ChannelType.GuildText, voice: ChannelType.GuildVoice } as const;

export const isCategory = ({ type }: ChannelSeen): boolean => type === ChannelType.GuildCategory;
export const isForum = ({ type }: ChannelSeen): boolean => type === ChannelType.GuildForum;
