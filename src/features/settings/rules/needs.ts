import { ChannelType, OverwriteType } from 'discord-api-types/v10';
import type { ChannelNeed, Feature, PermissionName, RoleNeed } from '../../../kernel/feature.ts';
import { type RoleKey, roleKeys } from '../../../kernel/role.ts';
import { bitsOf, type GuildFacts, guildPermissions, type OverwriteFacts } from './guild.ts';

/** What all features need together, each key once. */
export type Needs = { roles: readonly RoleNeed[]; channels: readonly ChannelNeed[] };

const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...new Set([...a, ...b])];

/** A key that several features state is one role or channel, with the permissions that any of them asks for. */
export function mergeNeeds(features: readonly Pick<Feature, 'needs'>[]): Needs {
  const roles = new Map<RoleKey, RoleNeed>();
  const channels = new Map<string, ChannelNeed>();
  for (const { needs } of features) {
    for (const need of needs.roles) {
      const known = roles.get(need.key);
      roles.set(need.key, known ? { ...known, permissions: union(known.permissions, need.permissions) } : need);
    }
    for (const need of needs.channels) {
      const known = channels.get(need.key);
      channels.set(need.key, known ? { ...known, bot: union(known.bot, need.bot) } : need);
    }
  }
  // Set-up creates in this order, and Discord lists in the order of creation: what everybody sees comes first.
  const isPrivate = ({ visibleTo }: ChannelNeed) => Number(visibleTo !== undefined);
  return {
    roles: roleKeys.flatMap((key) => roles.get(key) ?? []),
    channels: [...channels.values()].sort((a, b) => isPrivate(a) - isPrivate(b)),
  };
}

/**
 * What the bot needs on the whole server, for its own work and to hand on to the roles that it creates: Discord lets nobody give a
 * permission that they lack. The invite link of the README asks for the same.
 */
export const ownPermissions: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'ManageRoles',
  'ManageChannels',
  'ManageNicknames',
  'ManageMessages',
  'ManageThreads',
  'MoveMembers',
  'KickMembers',
  'BanMembers',
  'ModerateMembers',
  'ManageGuild',
  'ViewAuditLog',
  'CreateInstantInvite',
  'AddReactions',
  'MentionEveryone',
  'Connect',
  'Speak',
  'Stream',
  'UseVAD',
];

export const channelTypeOf = (need: Pick<ChannelNeed, 'kind'>): ChannelType.GuildText | ChannelType.GuildForum =>
  need.kind === 'forum' ? ChannelType.GuildForum : ChannelType.GuildText;

/** What everybody is kept from where only the bot writes. */
const writing: readonly PermissionName[] = [
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'CreatePrivateThreads',
];

type Bound = Partial<Record<RoleKey, readonly string[]>>;

/** Discord roles, still there, of those who may see what a need keeps private. */
export const audienceOf = (guild: GuildFacts, visibleTo: readonly RoleKey[], bound: Bound): string[] => [
  ...new Set(visibleTo.flatMap((key) => bound[key] ?? []).filter((id) => guild.roles.some((role) => role.id === id))),
];

/**
 * The overwrites of a new channel. Discord refuses those that name a permission which the bot lacks on the server, so what it lacks is left
 * out and the diagnostic tells. Inside a channel where nobody may write, a person answers in a private thread opened by the bot: they keep
 * the right to write in threads there.
 */
export function overwritesOf(
  guild: GuildFacts,
  need: Pick<ChannelNeed, 'visibleTo' | 'readOnly' | 'bot'>,
  bound: Bound,
): OverwriteFacts[] {
  const held = guildPermissions(guild, guild.bot);
  const closed = need.visibleTo ? bitsOf(['ViewChannel']) : 0n;
  const silent = need.readOnly ? bitsOf(writing.filter((name) => name !== 'SendMessagesInThreads')) : 0n;
  const audience = need.visibleTo ? audienceOf(guild, need.visibleTo, bound) : [];
  const overwrites: OverwriteFacts[] = [
    { id: guild.id, type: OverwriteType.Role, allow: 0n, deny: (closed | silent) & held },
    ...audience.map((id) => ({ id, type: OverwriteType.Role, allow: closed & held, deny: 0n })),
    { id: guild.bot.userId, type: OverwriteType.Member, allow: bitsOf(union(['ViewChannel'], need.bot)) & held, deny: 0n },
  ];
  return overwrites.filter(({ allow, deny }) => (allow | deny) !== 0n);
}

/** A category is private when everything in it is; those who may see any of it may see the category. */
export function categoryNeed(needs: Needs, category: string): Pick<ChannelNeed, 'visibleTo' | 'bot'> {
  const inside = needs.channels.filter((need) => need.category === category);
  const isPrivate = inside.length > 0 && inside.every(({ visibleTo }) => visibleTo !== undefined);
  const bot: readonly PermissionName[] = ['ViewChannel'];
  return isPrivate ? { bot, visibleTo: [...new Set(inside.flatMap(({ visibleTo }) => visibleTo ?? []))] } : { bot };
}
