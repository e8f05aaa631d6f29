import { AuditLogEvent as Type } from 'discord-api-types/v10';
import { userOf } from '../objects.ts';
import type { Persona } from '../persona/persona.ts';
import { type AuditEntry, timeOf, type World } from '../world.ts';
import type { AuditKind, AuditView } from './wire.ts';

/** How many entries the panel shows. */
const shown = 100;

const kinds: Readonly<Partial<Record<number, AuditKind>>> = {
  [Type.GuildUpdate]: 'guild',
  [Type.ChannelCreate]: 'channelCreate',
  [Type.ChannelUpdate]: 'channelUpdate',
  [Type.ChannelDelete]: 'channelDelete',
  [Type.ChannelOverwriteCreate]: 'overwrites',
  [Type.ChannelOverwriteUpdate]: 'overwrites',
  [Type.ChannelOverwriteDelete]: 'overwrites',
  [Type.MemberKick]: 'kick',
  [Type.MemberBanAdd]: 'ban',
  [Type.MemberBanRemove]: 'unban',
  [Type.MemberUpdate]: 'member',
  [Type.MemberRoleUpdate]: 'roles',
  [Type.MemberMove]: 'voiceMove',
  [Type.MemberDisconnect]: 'voiceLeave',
  [Type.RoleCreate]: 'roleCreate',
  [Type.RoleUpdate]: 'roleUpdate',
  [Type.RoleDelete]: 'roleDelete',
  [Type.InviteCreate]: 'inviteCreate',
  [Type.InviteDelete]: 'inviteDelete',
  [Type.MessageDelete]: 'messageDelete',
  [Type.MessageBulkDelete]: 'bulkDelete',
  [Type.MessagePin]: 'pin',
  [Type.MessageUnpin]: 'unpin',
  [Type.ThreadCreate]: 'threadCreate',
  [Type.ThreadUpdate]: 'threadUpdate',
  [Type.ThreadDelete]: 'threadDelete',
  [Type.AutoModerationRuleCreate]: 'ruleCreate',
  [Type.AutoModerationRuleUpdate]: 'ruleUpdate',
  [Type.AutoModerationRuleDelete]: 'ruleDelete',
  [Type.AutoModerationBlockMessage]: 'blocked',
  [Type.AutoModerationFlagToChannel]: 'flagged',
  [Type.AutoModerationUserCommunicationDisabled]: 'silenced',
  [Type.AutoModerationQuarantineUser]: 'quarantined',
};

/** The newest entries of the log, told by name. Refuses who may not read it. */
export const auditViews = (world: World, persona: Persona): AuditView[] =>
  persona
    .auditLog()
    .slice(0, shown)
    .map((entry) => auditView(world, persona, entry));

function auditView(world: World, persona: Persona, entry: AuditEntry): AuditView {
  const change = (key: string) => entry.changes.find((one) => one.key === key);
  const roles = (key: string) => ((change(key)?.new_value ?? []) as { name: string }[]).map(({ name }) => name);
  const timeout = change('communication_disabled_until');
  return {
    id: entry.id,
    at: new Date(timeOf(entry.id)).toISOString(),
    kind: timeout ? (timeout.new_value ? 'timeout' : 'timeoutEnd') : (kinds[entry.action_type] ?? 'other'),
    by: nameOf(world, persona, entry.user_id),
    target: targetOf(world, persona, entry),
    channel: world.channels.get(entry.options?.channel_id ?? '')?.name ?? '',
    count: Number(entry.options?.count ?? 1),
    reason: entry.reason,
    added: roles('$add'),
    removed: roles('$remove'),
    until: typeof timeout?.new_value === 'string' ? timeout.new_value : null,
    rule: entry.options?.auto_moderation_rule_name ?? '',
  };
}

const nameOf = (world: World, { guild }: Persona, userId: string): string => {
  const { global_name, username } = userOf(world, userId);
  return guild.members.get(userId)?.nick ?? global_name ?? username;
};

/** What is gone is called as it was in the entry itself. */
function targetOf(world: World, persona: Persona, { target_id: id, changes, action_type }: AuditEntry): string {
  const named = changes.find(({ key }) => key === 'name' || key === 'code');
  const { guild } = persona;
  if (action_type === Type.GuildUpdate) return guild.name;
  if (id && world.users.has(id)) return nameOf(world, persona, id);
  const known = id ? (world.channels.get(id)?.name ?? guild.roles.get(id)?.name ?? guild.automod.get(id)?.name) : undefined;
  return known ?? String(named?.new_value ?? named?.old_value ?? '');
}
