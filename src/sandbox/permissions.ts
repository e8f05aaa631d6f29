import { ChannelType, GuildMemberFlags, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { refuse } from './errors.ts';
import type { Channel, Guild, Member, Role, World } from './world.ts';

/**
 * Discord's own algorithm, its implicit denials and its hierarchy.
 * https://docs.discord.com/developers/topics/permissions
 */
export type Permission = keyof typeof PermissionFlagsBits;

export const allPermissions = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

/** What remains to a member in timeout: https://docs.discord.com/developers/topics/permissions#permissions-for-timed-out-members */
const whileTimedOut = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/** Without SendMessages these mean nothing. */
const needSending =
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.SendTTSMessages |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.EmbedLinks;

const voiceChannels: readonly ChannelType[] = [ChannelType.GuildVoice, ChannelType.GuildStageVoice];
const threadChannels: readonly ChannelType[] = [
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
];

export const isThread = (channel: Channel): boolean => threadChannels.includes(channel.type);

export const isVoice = (channel: Channel): boolean => voiceChannels.includes(channel.type);

export const isTimedOut = (world: World, member: Member): boolean =>
  member.communication_disabled_until !== null && new Date(member.communication_disabled_until) > world.clock.now();

/** AutoMod keeps somebody silent whose name it refuses. https://docs.discord.com/developers/resources/guild#guild-member-object-guild-member-flags */
export const isQuarantined = ({ flags }: Member): boolean =>
  (flags & GuildMemberFlags.AutomodQuarantinedUsernameOrGuildNickname) !== 0;

export const isSilenced = (world: World, member: Member): boolean => isTimedOut(world, member) || isQuarantined(member);

/** Permissions in the guild as a whole, before any channel's overwrites. */
export function guildPermissions(world: World, guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.owner_id === userId) return allPermissions;
  let permissions = BigInt(guild.roles.get(guild.id)?.permissions ?? '0');
  for (const id of member.roles) permissions |= BigInt(guild.roles.get(id)?.permissions ?? '0');
  if (permissions & PermissionFlagsBits.Administrator) return allPermissions;
  if (isSilenced(world, member)) permissions &= whileTimedOut;
  return permissions;
}

function withOverwrites(guild: Guild, member: Member, channel: Channel, base: bigint): bigint {
  let permissions = base;
  const everyone = channel.permission_overwrites.find(({ id }) => id === guild.id);
  if (everyone) permissions = (permissions & ~BigInt(everyone.deny)) | BigInt(everyone.allow);
  let allow = 0n;
  let deny = 0n;
  for (const overwrite of channel.permission_overwrites) {
    if (overwrite.type !== OverwriteType.Role || overwrite.id === guild.id || !member.roles.includes(overwrite.id)) continue;
    allow |= BigInt(overwrite.allow);
    deny |= BigInt(overwrite.deny);
  }
  permissions = (permissions & ~deny) | allow;
  const own = channel.permission_overwrites.find(({ id, type }) => type === OverwriteType.Member && id === member.user_id);
  return own ? (permissions & ~BigInt(own.deny)) | BigInt(own.allow) : permissions;
}

/**
 * Permissions in a channel; in a thread those of its parent, with SendMessagesInThreads in the place of SendMessages.
 * Nothing at all for who may not see the channel.
 */
export function channelPermissions(world: World, channel: Channel, userId: string): bigint {
  if (channel.guild_id === null) return channel.recipients.includes(userId) ? allPermissions : 0n;
  const guild = world.guilds.get(channel.guild_id);
  const member = guild?.members.get(userId);
  if (!guild || !member) return 0n;
  const base = guildPermissions(world, guild, userId);
  if (base & PermissionFlagsBits.Administrator) return allPermissions;

  const place = channel.thread ? world.channels.get(channel.parent_id ?? '') : channel;
  if (!place) return 0n;
  let permissions = withOverwrites(guild, member, place, base);
  if (isSilenced(world, member)) permissions &= whileTimedOut;
  if (!(permissions & PermissionFlagsBits.ViewChannel)) return 0n;
  // https://docs.discord.com/developers/topics/permissions: without CONNECT a voice channel is seen, and nothing more.
  if (isVoice(place) && !(permissions & PermissionFlagsBits.Connect)) return PermissionFlagsBits.ViewChannel;
  if (channel.thread) {
    if (!seesThread(channel, userId, permissions)) return 0n;
    permissions =
      permissions & PermissionFlagsBits.SendMessagesInThreads
        ? permissions | PermissionFlagsBits.SendMessages
        : permissions & ~PermissionFlagsBits.SendMessages;
  }
  return permissions & PermissionFlagsBits.SendMessages ? permissions : permissions & ~needSending;
}

/** A private thread exists for its members and for those who manage threads. */
const seesThread = (thread: Channel, userId: string, permissions: bigint): boolean =>
  thread.type !== ChannelType.PrivateThread ||
  (permissions & PermissionFlagsBits.ManageThreads) !== 0n ||
  (thread.thread?.members.some((member) => member.user_id === userId) ?? false);

export const hasPermission = (permissions: bigint, permission: Permission): boolean =>
  (permissions & PermissionFlagsBits[permission]) !== 0n;

export const maySee = (world: World, userId: string, channelId: string): boolean => {
  const channel = world.channels.get(channelId);
  return channel !== undefined && hasPermission(channelPermissions(world, channel, userId), 'ViewChannel');
};

/** Refuses with 50001 who cannot see the channel, with 50013 who sees it and lacks a permission. */
export function requireInChannel(world: World, actorId: string, channel: Channel, ...needed: Permission[]): void {
  const held = channelPermissions(world, channel, actorId);
  if (!hasPermission(held, 'ViewChannel')) throw refuse('missingAccess');
  for (const permission of needed) if (!hasPermission(held, permission)) throw refuse('missingPermissions');
}

export function requireInGuild(world: World, actorId: string, guild: Guild, ...needed: Permission[]): void {
  if (!guild.members.has(actorId)) throw refuse('missingAccess');
  const held = guildPermissions(world, guild, actorId);
  for (const permission of needed) if (!hasPermission(held, permission)) throw refuse('missingPermissions');
}

/** Order of two roles in the hierarchy: positive when `a` is above; of two at the same position the older is above. */
export const compareRoles = (a: Role, b: Role): number =>
  a.position - b.position || (BigInt(b.id) > BigInt(a.id) ? 1 : BigInt(b.id) < BigInt(a.id) ? -1 : 0);

export const rolesOf = (guild: Guild, userId: string): Role[] =>
  [guild.id, ...(guild.members.get(userId)?.roles ?? [])].flatMap((id) => guild.roles.get(id) ?? []);

export const highestRole = (guild: Guild, userId: string): Role | undefined => rolesOf(guild, userId).sort(compareRoles).at(-1);

/** https://docs.discord.com/developers/topics/permissions#permission-hierarchy: the owner is above all roles. */
export function isAboveRole(guild: Guild, actorId: string, role: Role): boolean {
  const highest = highestRole(guild, actorId);
  return guild.owner_id === actorId || (highest !== undefined && compareRoles(highest, role) > 0);
}

export function isAboveMember(guild: Guild, actorId: string, targetId: string): boolean {
  if (guild.owner_id === targetId) return false;
  if (guild.owner_id === actorId) return true;
  const target = highestRole(guild, targetId);
  return target === undefined || isAboveRole(guild, actorId, target);
}
