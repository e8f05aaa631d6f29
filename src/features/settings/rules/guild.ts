import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type ChannelType,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { PermissionName } from '../../../kernel/feature.ts';

export type RoleFacts = { id: string; name: string; position: number; managed: boolean; permissions: bigint };
export type OverwriteFacts = { id: string; type: OverwriteType; allow: bigint; deny: bigint };
export type ChannelFacts = {
  id: string;
  name: string;
  type: ChannelType;
  parentId: string | null;
  overwrites: readonly OverwriteFacts[];
};

/** A Discord server as it is at one moment: all that setting up and diagnosing need to know of it. */
export type GuildFacts = {
  id: string;
  ownerId: string;
  roles: readonly RoleFacts[];
  channels: readonly ChannelFacts[];
  bot: { userId: string; roleIds: readonly string[] };
};

export function guildFacts(guild: APIGuild, channels: readonly APIChannel[], bot: APIGuildMember): GuildFacts {
  return {
    id: guild.id,
    ownerId: guild.owner_id,
    roles: guild.roles.map(({ id, name, position, managed, permissions }) => ({
      id,
      name,
      position,
      managed,
      permissions: BigInt(permissions),
    })),
    channels: channels.map(channelFacts),
    bot: { userId: bot.user.id, roleIds: bot.roles },
  };
}

export const channelFacts = (channel: APIChannel): ChannelFacts => ({
  id: channel.id,
  name: channel.name ?? '',
  type: channel.type,
  parentId: ('parent_id' in channel ? channel.parent_id : null) ?? null,
  overwrites: (('permission_overwrites' in channel ? channel.permission_overwrites : null) ?? []).map(
    ({ id, type, allow, deny }) => ({ id, type, allow: BigInt(allow), deny: BigInt(deny) }),
  ),
});

const everything = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

export const bitsOf = (names: readonly PermissionName[]): bigint =>
  names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);

/** Those of `names` that `held` does not contain. */
export const lackingFrom = (held: bigint, names: readonly PermissionName[]): PermissionName[] =>
  names.filter((name) => (held & PermissionFlagsBits[name]) === 0n);

/** Permissions on the whole server. https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export function guildPermissions(guild: GuildFacts, who: { userId?: string; roleIds: readonly string[] }): bigint {
  if (who.userId === guild.ownerId) return everything;
  const held = guild.roles
    .filter(({ id }) => id === guild.id || who.roleIds.includes(id))
    .reduce((bits, { permissions }) => bits | permissions, 0n);
  return held & PermissionFlagsBits.Administrator ? everything : held;
}

/** Permissions in a channel; none at all for whoever cannot see it. */
export function channelPermissions(
  guild: GuildFacts,
  channel: ChannelFacts,
  who: { userId?: string; roleIds: readonly string[] },
): bigint {
  const base = guildPermissions(guild, who);
  if (base & PermissionFlagsBits.Administrator) return base;
  const apply = (held: bigint, overwrites: readonly OverwriteFacts[]) => {
    const deny = overwrites.reduce((bits, overwrite) => bits | overwrite.deny, 0n);
    return overwrites.reduce((bits, overwrite) => bits | overwrite.allow, held & ~deny);
  };
  const ofRoles = channel.overwrites.filter(({ type }) => type === OverwriteType.Role);
  let held = apply(
    base,
    ofRoles.filter(({ id }) => id === guild.id),
  );
  held = apply(
    held,
    ofRoles.filter(({ id }) => id !== guild.id && who.roleIds.includes(id)),
  );
  held = apply(
    held,
    channel.overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === who.userId),
  );
  return held & PermissionFlagsBits.ViewChannel ? held : 0n;
}

/** What anybody without a role sees and does there. */
export const publicPermissions = (guild: GuildFacts, channel: ChannelFacts): bigint =>
  channelPermissions(guild, channel, { roleIds: [] });

export const isPublic = (guild: GuildFacts, channel: ChannelFacts): boolean => publicPermissions(guild, channel) !== 0n;

/** Of two roles at the same position, the older is above. https://docs.discord.com/developers/topics/permissions#permission-hierarchy */
const isHigher = (a: RoleFacts, b: RoleFacts): boolean =>
  a.position > b.position || (a.position === b.position && BigInt(a.id) < BigInt(b.id));

export function highestBotRole(guild: GuildFacts): RoleFacts | undefined {
  const own = guild.roles.filter(({ id }) => id === guild.id || guild.bot.roleIds.includes(id));
  return own.find((role) => own.every((other) => other === role || isHigher(role, other)));
}

/** True when the bot may give this role and take it back, as far as the order of roles goes. */
export function isBelowBot(guild: GuildFacts, role: RoleFacts): boolean {
  if (guild.ownerId === guild.bot.userId) return true;
  const highest = highestBotRole(guild);
  return highest !== undefined && isHigher(highest, role);
}

/** With one of these, a person can take over a server or empty it. */
const dangerous: readonly PermissionName[] = [
  'Administrator',
  'ManageGuild',
  'ManageRoles',
  'ManageChannels',
  'ManageWebhooks',
  'KickMembers',
  'BanMembers',
  'ModerateMembers',
  'MentionEveryone',
];

/** The dangerous permissions that a role carries. */
export const dangersOf = (role: RoleFacts): PermissionName[] =>
  dangerous.filter((name) => (role.permissions & PermissionFlagsBits[name]) !== 0n);
