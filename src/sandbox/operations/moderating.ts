import {
  AutoModerationActionType as Action,
  type APIAutoModerationAction,
  type APIEmbed,
  AuditLogEvent,
  AutoModerationRuleEventType as Event,
  GuildMemberFlags,
  MessageType,
} from 'discord-api-types/v10';
import { type Match, triggered } from '../automod/trigger.ts';
import { BlockedByAutomod } from '../errors.ts';
import { guildPermissions, hasPermission } from '../permissions.ts';
import type { AutomodRule, Channel, Guild, Member, World } from '../world.ts';
import { announceMember } from './announce.ts';
import { act, audit } from './audit.ts';
import { tellBot } from './automod.ts';
import { postMessage } from './posting.ts';
import { connect } from './voice.ts';

/** What AutoMod does about what people write, and about what they call themselves. */

type Hit = { rule: AutomodRule; match: Match };

/** `channel` and `messageId` are missing for a profile, and `messageId` for a message that is kept back. */
type Case = { guild: Guild; userId: string; content: string; channel: Channel | null; messageId: string | null };

/** Who runs the server is exempt, and bots are. https://support.discord.com/hc/en-us/articles/4421269296535 */
function isExempt(world: World, guild: Guild, userId: string): boolean {
  const held = guildPermissions(world, guild, userId);
  return (world.users.get(userId)?.bot ?? true) || hasPermission(held, 'ManageGuild') || hasPermission(held, 'Administrator');
}

function hitsIn(world: World, { guild, userId, content, channel }: Case, event: Event): Hit[] {
  if (content === '' || guild.automod.size === 0 || isExempt(world, guild, userId)) return [];
  const roles = guild.members.get(userId)?.roles ?? [];
  const places = placesOf(world, channel);
  return [...guild.automod.values()]
    .filter(
      (rule) =>
        rule.enabled &&
        rule.event_type === event &&
        !rule.exempt_roles.some((id) => roles.includes(id)) &&
        !rule.exempt_channels.some((id) => places.includes(id)),
    )
    .flatMap((rule) => {
      const match = triggered(rule, content);
      return match ? [{ rule, match }] : [];
    });
}

/** Exempt is also what stands in an exempt channel or category. */
function placesOf(world: World, channel: Channel | null | undefined): string[] {
  if (!channel) return [];
  return [channel.id, ...placesOf(world, world.channels.get(channel.parent_id ?? ''))];
}

const blockOf = ({ rule }: Hit): APIAutoModerationAction | undefined =>
  rule.actions.find(({ type }) => type === Action.BlockMessage);

/**
 * Passes a text of a person through the rules of the guild. Throws when one blocks it; otherwise gives what is to be called, with the id of
 * the message, once the message is there.
 */
export function moderate(
  world: World,
  channel: Channel,
  userId: string,
  content: string,
  part: 'message' | 'title' = 'message',
): (messageId: string) => void {
  const guild = world.guilds.get(channel.guild_id ?? '');
  if (!guild) return () => {};
  const written: Case = { guild, userId, content, channel, messageId: null };
  const hits = hitsIn(world, written, Event.MessageSend);
  const blocking = hits.find((hit) => blockOf(hit));
  if (!blocking) return (messageId) => carryOut(world, { ...written, messageId }, hits);
  carryOut(world, written, hits);
  throw new BlockedByAutomod(
    part === 'title' ? 'titleBlockedByAutomod' : 'blockedByAutomod',
    blockOf(blocking)?.metadata?.custom_message ?? null,
  );
}

/** Names that a rule refuses silence their bearer until they change them. Called when a member joins or is renamed. */
export function moderateProfile(world: World, guild: Guild, member: Member): void {
  const user = world.users.get(member.user_id);
  const content = [user?.username, user?.global_name, member.nick].filter(Boolean).join('\n');
  const profile: Case = { guild, userId: member.user_id, content, channel: null, messageId: null };
  const hits = hitsIn(world, profile, Event.MemberUpdate);
  const refused = hits.some(({ rule }) => rule.actions.some(({ type }) => type === Action.BlockMemberInteraction));
  const flag = GuildMemberFlags.AutomodQuarantinedUsernameOrGuildNickname;
  if (refused === ((member.flags & flag) !== 0)) return;
  member.flags = refused ? member.flags | flag : member.flags & ~flag;
  announceMember(world, guild, member);
  if (refused) carryOut(world, profile, hits);
}

const entryOf: Readonly<Record<Action, AuditLogEvent>> = {
  [Action.BlockMessage]: AuditLogEvent.AutoModerationBlockMessage,
  [Action.SendAlertMessage]: AuditLogEvent.AutoModerationFlagToChannel,
  [Action.Timeout]: AuditLogEvent.AutoModerationUserCommunicationDisabled,
  [Action.BlockMemberInteraction]: AuditLogEvent.AutoModerationQuarantineUser,
};

/** One entry and one event an action. https://docs.discord.com/developers/events/gateway-events#auto-moderation-action-execution */
function carryOut(world: World, found: Case, hits: readonly Hit[]): void {
  for (const { rule, match } of hits)
    for (const action of rule.actions) {
      const alertId = action.type === Action.SendAlertMessage ? alert(world, found, { rule, match }, action) : null;
      if (action.type === Action.SendAlertMessage && alertId === null) continue;
      if (action.type === Action.Timeout) silence(world, found, action.metadata?.duration_seconds ?? 0);
      // The documentation does not say who stands as the one who acted: here the author, who is also the target.
      audit(world, found.guild, act(found.userId), {
        type: entryOf[action.type],
        targetId: found.userId,
        options: {
          auto_moderation_rule_name: rule.name,
          auto_moderation_rule_trigger_type: String(rule.trigger_type),
          ...(found.channel ? { channel_id: found.channel.id } : {}),
        },
      });
      tellBot(world, found.guild, 'AUTO_MODERATION_ACTION_EXECUTION', {
        guild_id: found.guild.id,
        action,
        rule_id: rule.id,
        rule_trigger_type: rule.trigger_type,
        user_id: found.userId,
        ...(found.channel ? { channel_id: found.channel.id } : {}),
        ...(found.messageId ? { message_id: found.messageId } : {}),
        ...(alertId ? { alert_system_message_id: alertId } : {}),
        content: found.content,
        matched_keyword: match.keyword,
        matched_content: match.content,
      });
    }
}

/**
 * A notice of the author's in the channel of the team, with the text as its embed. The documentation leaves the embed out; its fields are
 * those that Discord's own client reads.
 */
function alert(world: World, found: Case, { rule, match }: Hit, { metadata }: APIAutoModerationAction): string | null {
  const place = world.channels.get(metadata?.channel_id ?? '');
  // Its channel may have been deleted since.
  if (!place) return null;
  const timeout = rule.actions.find(({ type }) => type === Action.Timeout)?.metadata?.duration_seconds;
  const fields = {
    rule_name: rule.name,
    channel_id: found.channel?.id,
    decision_id: world.id(),
    keyword: match.keyword,
    keyword_matched_content: match.content,
    flagged_message_id: found.messageId,
    timeout_duration: timeout,
    quarantine_user: found.channel ? null : 'username',
  };
  const embed = {
    type: 'auto_moderation_message',
    description: found.content,
    fields: Object.entries(fields).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [{ name, value: String(value), inline: false }],
    ),
  } as unknown as APIEmbed;
  return postMessage(world, place, {
    authorId: found.userId,
    draft: {},
    files: [],
    type: MessageType.AutoModerationAction,
    noticeEmbeds: [embed],
  }).id;
}

/** A timeout that lasts longer already stays. */
function silence(world: World, { guild, userId }: Case, seconds: number): void {
  const member = guild.members.get(userId);
  const until = new Date(world.clock.now().getTime() + seconds * 1000);
  if (!member || new Date(member.communication_disabled_until ?? 0) >= until) return;
  member.communication_disabled_until = until.toISOString();
  connect(world, guild, userId, null);
  announceMember(world, guild, member);
}
