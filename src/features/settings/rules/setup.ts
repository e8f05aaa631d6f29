import { ChannelType } from 'discord-api-types/v10';
import type { ChannelNeed, PermissionName, RoleNeed } from '../../../kernel/feature.ts';
import {
  bitsOf,
  type ChannelFacts,
  channelPermissions,
  dangersOf,
  type GuildFacts,
  guildPermissions,
  isBelowBot,
  isPublic,
  lackingFrom,
  type RoleFacts,
} from './guild.ts';
import { channelTypeOf, type Needs } from './needs.ts';

/** https://support.discord.com/hc/en-us/articles/33694251638295 */
const maxRoles = 250;
const maxChannels = 500;
const maxInCategory = 50;

/** Why a role of the right name is left alone. */
export type PassedOver = 'above' | 'managed' | 'dangerous' | 'public' | 'kind' | 'blind' | 'taken';
/** Why nothing could be made. `full`: Discord's limit for a server. */
export type Refusal = { why: 'forbidden' | 'full'; missing: readonly PermissionName[] };
type Passed = { id: string; why: PassedOver };

/** What `/setup auto` does about one need. `forget` are bindings to what Discord no longer has. */
export type Decision =
  | { do: 'keep'; forget: readonly string[] }
  | { do: 'adopt'; forget: readonly string[]; id: string }
  | { do: 'create'; forget: readonly string[]; passed: readonly Passed[] }
  | { do: 'refuse'; forget: readonly string[]; refusal: Refusal };

type Ids = readonly string[];
const split = (existing: readonly { id: string }[], bound: Ids) => {
  const isThere = (id: string) => existing.some((one) => one.id === id);
  return { kept: bound.filter(isThere), forget: bound.filter((id) => !isThere(id)) };
};

function whyNotRole(guild: GuildFacts, role: RoleFacts, taken: Ids): PassedOver | null {
  if (taken.includes(role.id)) return 'taken';
  if (role.managed) return 'managed';
  if (!isBelowBot(guild, role)) return 'above';
  return dangersOf(role).length > 0 ? 'dangerous' : null;
}

/** Shared by roles and channels: keep what is bound, else adopt what fits, else create unless something prevents it. */
function decide<T extends { id: string; name: string }>(
  existing: readonly T[],
  bound: Ids,
  name: string,
  whyNot: (candidate: T) => PassedOver | null,
  refusal: Refusal | null,
): Decision {
  const { kept, forget } = split(existing, bound);
  if (kept.length > 0) return { do: 'keep', forget };
  const judged = existing.filter((one) => one.name === name).map((one) => ({ id: one.id, why: whyNot(one) }));
  const fitting = judged.find(({ why }) => why === null);
  if (fitting) return { do: 'adopt', forget, id: fitting.id };
  if (refusal) return { do: 'refuse', forget, refusal };
  return { do: 'create', forget, passed: judged.flatMap(({ id, why }) => (why === null ? [] : [{ id, why }])) };
}

/** `taken` are the Discord roles bound to any key. */
export function decideRole(guild: GuildFacts, need: RoleNeed, bound: Ids, taken: Ids): Decision {
  const missing = lackingFrom(guildPermissions(guild, guild.bot), ['ManageRoles']);
  const refusal: Refusal | null =
    missing.length > 0 ? { why: 'forbidden', missing } : guild.roles.length >= maxRoles ? { why: 'full', missing: [] } : null;
  return decide(guild.roles, bound, need.name, (role) => whyNotRole(guild, role, taken), refusal);
}

/** The permissions that a new role gets, and those that the bot cannot hand on because it lacks them itself. */
export function rolePermissions(guild: GuildFacts, need: RoleNeed): { permissions: bigint; lacking: PermissionName[] } {
  const held = guildPermissions(guild, guild.bot);
  return { permissions: bitsOf(need.permissions) & held, lacking: lackingFrom(held, need.permissions) };
}

function whyNotChannel(guild: GuildFacts, need: ChannelNeed, channel: ChannelFacts, taken: Ids): PassedOver | null {
  if (taken.includes(channel.id)) return 'taken';
  if (channel.type !== channelTypeOf(need)) return 'kind';
  if (need.visibleTo && isPublic(guild, channel)) return 'public';
  return lackingFrom(channelPermissions(guild, channel, guild.bot), need.bot).length > 0 ? 'blind' : null;
}

const channelRefusal = (guild: GuildFacts): Refusal | null => {
  const missing = lackingFrom(guildPermissions(guild, guild.bot), ['ManageChannels']);
  if (missing.length > 0) return { why: 'forbidden', missing };
  return guild.channels.length >= maxChannels ? { why: 'full', missing: [] } : null;
};

export const decideChannel = (guild: GuildFacts, need: ChannelNeed, bound: Ids, taken: Ids): Decision =>
  decide(
    guild.channels.filter(({ type }) => type !== ChannelType.GuildCategory),
    bound,
    need.name,
    (channel) => whyNotChannel(guild, need, channel, taken),
    channelRefusal(guild),
  );

/**
 * Where a new channel goes: beside a bound channel of the same category, even renamed since; else in the category of that name; else in a
 * new one. `null`: in none, since it is full.
 */
export function categoryFor(
  guild: GuildFacts,
  needs: Needs,
  need: ChannelNeed,
  bound: Readonly<Record<string, string>>,
): { id: string | null } | 'create' {
  const siblings = needs.channels.filter(({ category }) => category === need.category).map(({ key }) => bound[key]);
  const parentId = guild.channels.find(({ id, parentId }) => parentId !== null && siblings.includes(id))?.parentId;
  const category =
    guild.channels.find(({ id }) => id === parentId) ??
    guild.channels.find(({ name, type }) => type === ChannelType.GuildCategory && name === need.category);
  if (!category) return guild.channels.length >= maxChannels - 1 ? { id: null } : 'create';
  const inside = guild.channels.filter(({ parentId }) => parentId === category.id).length;
  return { id: inside < maxInCategory ? category.id : null };
}
