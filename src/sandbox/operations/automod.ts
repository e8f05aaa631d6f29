import { AuditLogEvent, AutoModerationActionType, AutoModerationRuleTriggerType as Trigger } from 'discord-api-types/v10';
import { invalidForm, refuse } from '../errors.ts';
import { guildPermissions, hasPermission, requireInGuild } from '../permissions.ts';
import type { AutomodSubject } from '../rules/automod.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import type { AutomodRule, Guild, World } from '../world.ts';
import { type Act, audit, changesBetween } from './audit.ts';

/** AutoMod's rules, for those who hold MANAGE_GUILD. https://docs.discord.com/developers/resources/auto-moderation */

/** https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-trigger-types */
const most: Readonly<Record<Trigger, number>> = {
  [Trigger.Keyword]: 6,
  [Trigger.Spam]: 1,
  [Trigger.KeywordPreset]: 1,
  [Trigger.MentionSpam]: 1,
  [Trigger.MemberProfile]: 1,
};

/** What the body of a request may leave out. */
export type AutomodFields = Pick<AutomodSubject, 'name' | 'event_type' | 'trigger_type'> &
  Partial<Omit<AutomodSubject, 'name' | 'event_type' | 'trigger_type'>>;

export type AutomodChange = Partial<Omit<AutomodSubject, 'trigger_type'>>;

/** The keys that this kind of rule has, each with what it is when nobody says. */
function metadataFor(type: Trigger, given: AutomodRule['trigger_metadata']): AutomodRule['trigger_metadata'] {
  const allow_list = given.allow_list ?? [];
  if (type === Trigger.KeywordPreset) return { presets: [...new Set(given.presets ?? [])], allow_list };
  if (type === Trigger.MentionSpam)
    return {
      mention_total_limit: given.mention_total_limit ?? 20,
      mention_raid_protection_enabled: given.mention_raid_protection_enabled ?? false,
    };
  if (type === Trigger.Spam) return {};
  return { keyword_filter: given.keyword_filter ?? [], regex_patterns: given.regex_patterns ?? [], allow_list };
}

/** Actions without metadata have an empty one, on which clients count. */
const whole = (actions: AutomodRule['actions']): AutomodRule['actions'] =>
  actions.map((action) => ({ ...action, metadata: action.metadata ?? {} }));

function check(world: World, by: Act, guild: Guild, rule: AutomodSubject): void {
  enforce(ruleTable.automod, rule);
  for (const [index, { type, metadata }] of rule.actions.entries()) {
    if (type === AutoModerationActionType.Timeout) requireInGuild(world, by.actorId, guild, 'ModerateMembers');
    if (type !== AutoModerationActionType.SendAlertMessage) continue;
    if (world.channels.get(metadata?.channel_id ?? '')?.guild_id !== guild.id)
      throw invalidForm({
        path: ['actions', index, 'metadata', 'channel_id'],
        code: 'CHANNEL_NOT_FOUND',
        message: 'Unknown channel',
      });
  }
}

export const automodRulesOf = (world: World, by: Act, guild: Guild): AutomodRule[] => {
  requireInGuild(world, by.actorId, guild, 'ManageGuild');
  return [...guild.automod.values()];
};

export function automodRuleBy(world: World, by: Act, guild: Guild, id: string): AutomodRule {
  requireInGuild(world, by.actorId, guild, 'ManageGuild');
  const rule = guild.automod.get(id);
  if (!rule) throw refuse('unknownAutomodRule');
  return rule;
}

export function createAutomodRule(world: World, by: Act, guild: Guild, fields: AutomodFields): AutomodRule {
  requireInGuild(world, by.actorId, guild, 'ManageGuild');
  const subject: AutomodSubject = {
    name: fields.name,
    event_type: fields.event_type,
    trigger_type: fields.trigger_type,
    trigger_metadata: metadataFor(fields.trigger_type, fields.trigger_metadata ?? {}),
    actions: whole(fields.actions ?? []),
    enabled: fields.enabled ?? false,
    exempt_roles: [...new Set(fields.exempt_roles ?? [])],
    exempt_channels: [...new Set(fields.exempt_channels ?? [])],
  };
  check(world, by, guild, subject);
  const same = [...guild.automod.values()].filter(({ trigger_type }) => trigger_type === subject.trigger_type);
  if (same.length >= most[subject.trigger_type])
    throw invalidForm({
      path: ['trigger_type'],
      code: 'AUTO_MODERATION_MAX_RULES_OF_TYPE_EXCEEDED',
      message: `Maximum number of rules of this type reached (${most[subject.trigger_type]})`,
    });
  const rule: AutomodRule = { id: world.id(), guild_id: guild.id, creator_id: by.actorId, ...subject };
  guild.automod.set(rule.id, rule);
  record(world, by, guild, AuditLogEvent.AutoModerationRuleCreate, 'AUTO_MODERATION_RULE_CREATE', {}, rule);
  return rule;
}

export function modifyAutomodRule(world: World, by: Act, guild: Guild, id: string, change: AutomodChange): AutomodRule {
  const known = automodRuleBy(world, by, guild, id);
  const rule: AutomodRule = {
    ...known,
    ...change,
    ...(change.actions && { actions: whole(change.actions) }),
    // The lists that are given replace those that were there; the others stay.
    trigger_metadata: metadataFor(known.trigger_type, { ...known.trigger_metadata, ...change.trigger_metadata }),
  };
  check(world, by, guild, rule);
  guild.automod.set(id, rule);
  record(world, by, guild, AuditLogEvent.AutoModerationRuleUpdate, 'AUTO_MODERATION_RULE_UPDATE', known, rule);
  return rule;
}

export function deleteAutomodRule(world: World, by: Act, guild: Guild, id: string): void {
  const rule = automodRuleBy(world, by, guild, id);
  guild.automod.delete(id);
  record(world, by, guild, AuditLogEvent.AutoModerationRuleDelete, 'AUTO_MODERATION_RULE_DELETE', rule, {});
}

const audited = [
  'name',
  'event_type',
  'trigger_type',
  'trigger_metadata',
  'actions',
  'enabled',
  'exempt_roles',
  'exempt_channels',
] as const;

function record(
  world: World,
  by: Act,
  guild: Guild,
  type: AuditLogEvent,
  event: string,
  before: Partial<AutomodRule>,
  after: Partial<AutomodRule>,
): void {
  const rule = { ...before, ...after };
  audit(world, guild, by, {
    type,
    targetId: rule.id ?? null,
    changes: changesBetween<AutomodRule>(before, after, audited),
  });
  tellBot(world, guild, event, rule);
}

/** "Sent to bots which have the MANAGE_GUILD permission". https://docs.discord.com/developers/events/gateway-events#auto-moderation */
export function tellBot(world: World, guild: Guild, event: string, data: object): void {
  const botId = world.application.id;
  if (!hasPermission(guildPermissions(world, guild, botId), 'ManageGuild')) return;
  world.emit({ event, data, guildId: guild.id, channelId: null, only: [botId] });
}
