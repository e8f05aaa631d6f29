import { ApplicationFlags, PermissionFlagsBits } from 'discord-api-types/v10';
import type { GuildSettings } from '../../../infra/settings.ts';
import type { Advice, PermissionName } from '../../../kernel/feature.ts';
import type { RoleKey } from '../../../kernel/role.ts';
import { minute, second } from '../../../kernel/time.ts';
import { lackingInChannel, powersBeyond } from './binding.ts';
import { channelPermissions, type GuildFacts, guildPermissions, isBelowBot, isPublic, lackingFrom } from './guild.ts';
import { channelTypeOf, type Needs, ownPermissions } from './needs.ts';
import { keptOut, overwritesToMend, servedChannels } from './overwrites.ts';

/** What the database knows of the bot's health in one guild. */
export type Health = {
  faults: readonly { id: number; key: string; code: number; createdAt: Date }[];
  deadTasks: readonly { name: string; count: number }[];
  /** Seconds that the oldest ready task has waited. */
  queueLag: number;
  /** Milliseconds that the database takes to answer. */
  databaseLatency: number;
};

/** Everything a diagnosis looks at, gathered at one moment. */
export type Observation = {
  guild: GuildFacts;
  needs: Needs;
  settings: GuildSettings;
  /** Of the application: https://docs.discord.com/developers/resources/application#application-object-application-flags */
  applicationFlags: number;
  /** The bot is configured to read the content of messages. */
  wantsMessageContent: boolean;
  areCommandsDeployed: boolean;
  /** Of the declared commands: Discord shows them only to roles that hold `permission`. */
  policies: readonly { roles: readonly RoleKey[] | 'everyone'; permission: bigint | null }[];
  /** Messages that the bot keeps, and whether Discord still has them. */
  panels: readonly { key: string; channelId: string; isThere: boolean }[];
  health: Health;
};

/** How the bot mends by itself. `setup`: as `/setup auto` does. `forget`: the record goes; it comes back if the cause remains. */
export type Remedy = 'setup' | 'overwrites' | 'deploy' | 'retry' | 'panel' | 'forget';

type Fact =
  | { kind: 'guild_permission'; permissions: readonly PermissionName[] }
  | { kind: 'role_above'; key: RoleKey; roleId: string }
  | { kind: 'role_dangerous'; key: RoleKey; roleId: string; permissions: readonly PermissionName[] }
  | { kind: 'role_deleted'; key: RoleKey; roleId: string }
  | { kind: 'role_unbound'; keys: readonly RoleKey[] }
  | { kind: 'staff_hidden'; key: RoleKey; roleId: string; permissions: readonly PermissionName[] }
  | { kind: 'channel_deleted'; key: string; channelId: string }
  | { kind: 'channel_unbound'; keys: readonly string[] }
  | { kind: 'channel_kind'; key: string; channelId: string; expected: 'text' | 'forum' }
  | { kind: 'channel_permission'; key: string; channelId: string; permissions: readonly PermissionName[] }
  | { kind: 'channel_public'; key: string; channelId: string }
  | { kind: 'channel_hidden'; key: string; channelId: string; roleIds: readonly string[] }
  | { kind: 'panel_missing'; key: string; channelId: string }
  | { kind: 'intent_off'; intent: 'members' | 'content' }
  | { kind: 'commands_not_deployed' }
  | { kind: 'task_dead'; name: string; count: number }
  | { kind: 'queue_late'; seconds: number }
  | { kind: 'database_slow'; milliseconds: number }
  | { kind: 'fault'; key: string; code: number; count: number }
  /** What a feature says of itself. */
  | { kind: 'feature'; advice: Advice };

/** One thing that is wrong. `remedy` is null when only a person can mend it. */
export type Finding = Fact & { remedy: Remedy | null };
export type FindingKind = Finding['kind'];

const lateQueue = minute / second;
/** A query that does nothing takes about a millisecond; from here on people feel it at every click. */
const slowDatabase = 250;

/** The permissions without which Discord hides from a role the commands that it may use. */
const showingPermissions = (policies: Observation['policies'], key: RoleKey): PermissionName[] => {
  const bits = policies.reduce(
    (all, { roles, permission }) => all | (roles !== 'everyone' && roles.includes(key) ? (permission ?? 0n) : 0n),
    0n,
  );
  return (Object.keys(PermissionFlagsBits) as PermissionName[]).filter((name) => (bits & PermissionFlagsBits[name]) !== 0n);
};

function roleFindings({ guild, needs, settings, policies }: Observation): Finding[] {
  const canCreate = lackingFrom(guildPermissions(guild, guild.bot), ['ManageRoles']).length === 0;
  const setup = canCreate ? 'setup' : null;
  const unbound = needs.roles.flatMap(({ key }) => ((settings.roles[key] ?? []).length === 0 ? [key] : []));
  const ofRoles = needs.roles.flatMap((need): Finding[] => {
    const { key } = need;
    const bound = settings.roles[key] ?? [];
    return bound.flatMap((roleId): Finding[] => {
      const role = guild.roles.find(({ id }) => id === roleId);
      if (!role) return [{ kind: 'role_deleted', key, roleId, remedy: setup }];
      const dangers = powersBeyond(need, role);
      const hidden = lackingFrom(guildPermissions(guild, { roleIds: [roleId] }), showingPermissions(policies, key));
      const found: (Finding | false)[] = [
        !isBelowBot(guild, role) && { kind: 'role_above', key, roleId, remedy: null },
        dangers.length > 0 && { kind: 'role_dangerous', key, roleId, permissions: dangers, remedy: null },
        hidden.length > 0 && { kind: 'staff_hidden', key, roleId, permissions: hidden, remedy: null },
      ];
      return found.filter((finding) => finding !== false);
    });
  });
  return unbound.length > 0 ? [{ kind: 'role_unbound', keys: unbound, remedy: setup }, ...ofRoles] : ofRoles;
}

function bindingFindings({ guild, needs, settings }: Observation): Finding[] {
  const canCreate = lackingFrom(guildPermissions(guild, guild.bot), ['ManageChannels']).length === 0;
  const remedy = canCreate ? 'setup' : null;
  const unbound = needs.channels.flatMap(({ key }) => (settings.channels[key] === undefined ? [key] : []));
  const ofChannels = needs.channels.flatMap((need): Finding[] => {
    const { key } = need;
    const channelId = settings.channels[key];
    if (channelId === undefined) return [];
    const channel = guild.channels.find(({ id }) => id === channelId);
    if (!channel) return [{ kind: 'channel_deleted', key, channelId, remedy }];
    return channel.type === channelTypeOf(need)
      ? []
      : [{ kind: 'channel_kind', key, channelId, expected: need.kind, remedy: null }];
  });
  return unbound.length > 0 ? [{ kind: 'channel_unbound', keys: unbound, remedy }, ...ofChannels] : ofChannels;
}

function channelFindings(observation: Observation): Finding[] {
  const { guild, needs, settings } = observation;
  const mends = overwritesToMend(guild, needs, settings);
  const held = guildPermissions(guild, guild.bot);
  return servedChannels(guild, needs, settings).flatMap(({ need, channel }): Finding[] => {
    const { key } = need;
    const channelId = channel.id;
    const isMendable = (overwriteId: string) =>
      mends.some((mend) => mend.channelId === channelId && mend.overwrite.id === overwriteId);
    const permissions = lackingInChannel(guild, channel, need);
    const hidden = keptOut(guild, channel, need, settings.roles);
    const found: Finding[] = [];
    if (permissions.length > 0) {
      const canMend = isMendable(guild.bot.userId) && lackingFrom(held, permissions).length === 0;
      found.push({ kind: 'channel_permission', key, channelId, permissions, remedy: canMend ? 'overwrites' : null });
    }
    if (need.visibleTo && isPublic(guild, channel)) {
      found.push({ kind: 'channel_public', key, channelId, remedy: isMendable(guild.id) ? 'overwrites' : null });
    }
    if (hidden.length > 0) {
      const canMend = hidden.every(isMendable);
      found.push({ kind: 'channel_hidden', key, channelId, roleIds: hidden, remedy: canMend ? 'overwrites' : null });
    }
    return found;
  });
}

function panelFindings({ guild, needs, settings, panels }: Observation): Finding[] {
  return servedChannels(guild, needs, settings).flatMap(({ need: { key, panel }, channel }): Finding[] => {
    const known = panels.find((one) => one.key === key);
    if (!panel && !known) return [];
    if (known?.isThere && known.channelId === channel.id) return [];
    const canPost = lackingFrom(channelPermissions(guild, channel, guild.bot), ['ViewChannel', 'SendMessages']).length === 0;
    return [{ kind: 'panel_missing', key, channelId: channel.id, remedy: canPost ? 'panel' : null }];
  });
}

const membersIntent = ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited;
const contentIntent = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

/** Refusals of the same task for the same reason: said once, with the first as an example. */
export type FaultGroup = { task: string; key: string; code: number; count: number };

/** One refusal of Discord often strikes the same task for many rows. */
export function groupFaults(faults: readonly { key: string; code: number }[]): FaultGroup[] {
  const taskOf = (key: string) => /^[^:]*/.exec(key)?.[0] ?? key;
  const groups = Map.groupBy(faults, ({ key, code }) => `${taskOf(key)} ${code}`);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ task: taskOf(first.key), key: first.key, code: first.code, count: others.length + 1 }] : [],
  );
}

function healthFindings({ health, applicationFlags, wantsMessageContent, areCommandsDeployed }: Observation): Finding[] {
  const found: Finding[] = [];
  if ((applicationFlags & membersIntent) === 0) found.push({ kind: 'intent_off', intent: 'members', remedy: null });
  if (wantsMessageContent && (applicationFlags & contentIntent) === 0) {
    found.push({ kind: 'intent_off', intent: 'content', remedy: null });
  }
  if (!areCommandsDeployed) found.push({ kind: 'commands_not_deployed', remedy: 'deploy' });
  for (const { name, count } of health.deadTasks) found.push({ kind: 'task_dead', name, count, remedy: 'retry' });
  if (health.queueLag > lateQueue) found.push({ kind: 'queue_late', seconds: Math.round(health.queueLag), remedy: null });
  if (health.databaseLatency > slowDatabase) {
    found.push({ kind: 'database_slow', milliseconds: Math.round(health.databaseLatency), remedy: null });
  }
  for (const { key, code, count } of groupFaults(health.faults))
    found.push({ kind: 'fault', key, code, count, remedy: 'forget' });
  return found;
}

/** Everything that is wrong, what blocks most first. Pure: the same observation gives the same findings. */
export function diagnose(observation: Observation): Finding[] {
  const { guild } = observation;
  const permissions = lackingFrom(guildPermissions(guild, guild.bot), ownPermissions);
  return [
    ...(permissions.length > 0 ? [{ kind: 'guild_permission', permissions, remedy: null } satisfies Finding] : []),
    ...roleFindings(observation),
    ...bindingFindings(observation),
    ...channelFindings(observation),
    ...panelFindings(observation),
    ...healthFindings(observation),
  ];
}
