import type { ChannelNeed, PermissionName, RoleNeed } from '../../../kernel/feature.ts';
import type { RoleKey } from '../../../kernel/role.ts';
import {
  type ChannelFacts,
  channelPermissions,
  dangersOf,
  type GuildFacts,
  isBelowBot,
  isPublic,
  lackingFrom,
  type RoleFacts,
} from './guild.ts';
import { channelTypeOf } from './needs.ts';

/**
 * Keys that one Discord role may play together. Any other pair is contradictory: giving one, which the bot does by itself or staff with a
 * click, would give the powers of the other, or taking one away would take both.
 */
const companions: readonly (readonly RoleKey[])[] = [
  ['admin', 'moderator', 'campus_manager'],
  ['project_manager', 'campus_manager'],
  ['mentor', 'alumni'],
];

export const areCompatible = (a: RoleKey, b: RoleKey): boolean =>
  a === b || companions.some((group) => group.includes(a) && group.includes(b));

/** Keys that only an administrator of Discord gives. All others the bot gives, by itself or when a request is accepted. */
const appointed: readonly RoleKey[] = ['admin', 'campus_manager', 'moderator'];

/** A role that the bot gives carries no power but those that its need declares: otherwise whoever accepts requests could make an administrator. */
export const powersBeyond = ({ key, permissions }: Pick<RoleNeed, 'key' | 'permissions'>, role: RoleFacts): PermissionName[] =>
  appointed.includes(key) ? [] : dangersOf(role).filter((name) => !permissions.includes(name));

export type RoleProblem =
  | { why: 'everyone' | 'managed' | 'above' }
  | { why: 'dangerous'; permissions: readonly PermissionName[] }
  | { why: 'contradictory'; with: RoleKey };

/** What forbids this Discord role to play a key; `played` are the keys that it plays already. */
export function roleProblem(
  guild: GuildFacts,
  role: RoleFacts,
  need: Pick<RoleNeed, 'key' | 'permissions'>,
  played: readonly RoleKey[],
): RoleProblem | null {
  if (role.id === guild.id) return { why: 'everyone' };
  if (role.managed) return { why: 'managed' };
  if (!isBelowBot(guild, role)) return { why: 'above' };
  const rival = played.find((other) => !areCompatible(need.key, other));
  if (rival) return { why: 'contradictory', with: rival };
  const permissions = powersBeyond(need, role);
  return permissions.length > 0 ? { why: 'dangerous', permissions } : null;
}

export type ChannelProblem = 'kind' | 'public';

/** What forbids a channel. Personal data goes to private channels, so a public one is refused there and not merely warned of. */
export function channelProblem(guild: GuildFacts, channel: ChannelFacts, need: ChannelNeed): ChannelProblem | null {
  if (channel.type !== channelTypeOf(need)) return 'kind';
  return need.visibleTo && isPublic(guild, channel) ? 'public' : null;
}

/** What the bot still lacks in a channel: worth a warning, and mended in Discord. */
export const lackingInChannel = (guild: GuildFacts, channel: ChannelFacts, need: Pick<ChannelNeed, 'bot'>): PermissionName[] =>
  lackingFrom(channelPermissions(guild, channel, guild.bot), need.bot);
