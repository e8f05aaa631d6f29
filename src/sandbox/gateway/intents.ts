import { GatewayIntentBits as Intent } from 'discord-api-types/v10';
import type { Application } from '../world.ts';

/**
 * The intents of which any one lets an event through; an event that is not named here needs none.
 * https://docs.discord.com/developers/events/gateway#list-of-intents
 */
const inGuilds: Readonly<Record<string, number>> = {
  GUILD_CREATE: Intent.Guilds,
  GUILD_UPDATE: Intent.Guilds,
  GUILD_DELETE: Intent.Guilds,
  GUILD_ROLE_CREATE: Intent.Guilds,
  GUILD_ROLE_UPDATE: Intent.Guilds,
  GUILD_ROLE_DELETE: Intent.Guilds,
  CHANNEL_CREATE: Intent.Guilds,
  CHANNEL_UPDATE: Intent.Guilds,
  CHANNEL_DELETE: Intent.Guilds,
  CHANNEL_PINS_UPDATE: Intent.Guilds,
  THREAD_CREATE: Intent.Guilds,
  THREAD_UPDATE: Intent.Guilds,
  THREAD_DELETE: Intent.Guilds,
  THREAD_LIST_SYNC: Intent.Guilds,
  THREAD_MEMBER_UPDATE: Intent.Guilds,
  THREAD_MEMBERS_UPDATE: Intent.Guilds | Intent.GuildMembers,
  STAGE_INSTANCE_CREATE: Intent.Guilds,
  STAGE_INSTANCE_UPDATE: Intent.Guilds,
  STAGE_INSTANCE_DELETE: Intent.Guilds,
  GUILD_MEMBER_ADD: Intent.GuildMembers,
  GUILD_MEMBER_UPDATE: Intent.GuildMembers,
  GUILD_MEMBER_REMOVE: Intent.GuildMembers,
  GUILD_AUDIT_LOG_ENTRY_CREATE: Intent.GuildModeration,
  GUILD_BAN_ADD: Intent.GuildModeration,
  GUILD_BAN_REMOVE: Intent.GuildModeration,
  GUILD_EMOJIS_UPDATE: Intent.GuildExpressions,
  GUILD_STICKERS_UPDATE: Intent.GuildExpressions,
  GUILD_INTEGRATIONS_UPDATE: Intent.GuildIntegrations,
  INTEGRATION_CREATE: Intent.GuildIntegrations,
  INTEGRATION_UPDATE: Intent.GuildIntegrations,
  INTEGRATION_DELETE: Intent.GuildIntegrations,
  WEBHOOKS_UPDATE: Intent.GuildWebhooks,
  INVITE_CREATE: Intent.GuildInvites,
  INVITE_DELETE: Intent.GuildInvites,
  VOICE_STATE_UPDATE: Intent.GuildVoiceStates,
  VOICE_CHANNEL_STATUS_UPDATE: Intent.GuildVoiceStates,
  PRESENCE_UPDATE: Intent.GuildPresences,
  MESSAGE_CREATE: Intent.GuildMessages,
  MESSAGE_UPDATE: Intent.GuildMessages,
  MESSAGE_DELETE: Intent.GuildMessages,
  MESSAGE_DELETE_BULK: Intent.GuildMessages,
  MESSAGE_REACTION_ADD: Intent.GuildMessageReactions,
  MESSAGE_REACTION_REMOVE: Intent.GuildMessageReactions,
  MESSAGE_REACTION_REMOVE_ALL: Intent.GuildMessageReactions,
  MESSAGE_REACTION_REMOVE_EMOJI: Intent.GuildMessageReactions,
  TYPING_START: Intent.GuildMessageTyping,
  GUILD_SCHEDULED_EVENT_CREATE: Intent.GuildScheduledEvents,
  GUILD_SCHEDULED_EVENT_UPDATE: Intent.GuildScheduledEvents,
  GUILD_SCHEDULED_EVENT_DELETE: Intent.GuildScheduledEvents,
  GUILD_SCHEDULED_EVENT_USER_ADD: Intent.GuildScheduledEvents,
  GUILD_SCHEDULED_EVENT_USER_REMOVE: Intent.GuildScheduledEvents,
  AUTO_MODERATION_RULE_CREATE: Intent.AutoModerationConfiguration,
  AUTO_MODERATION_RULE_UPDATE: Intent.AutoModerationConfiguration,
  AUTO_MODERATION_RULE_DELETE: Intent.AutoModerationConfiguration,
  AUTO_MODERATION_ACTION_EXECUTION: Intent.AutoModerationExecution,
  MESSAGE_POLL_VOTE_ADD: Intent.GuildMessagePolls,
  MESSAGE_POLL_VOTE_REMOVE: Intent.GuildMessagePolls,
};

/** The same in direct messages, and for ephemeral messages, which carry no guild either. */
const inDirectMessages: Readonly<Record<string, number>> = {
  MESSAGE_CREATE: Intent.DirectMessages,
  MESSAGE_UPDATE: Intent.DirectMessages,
  MESSAGE_DELETE: Intent.DirectMessages,
  CHANNEL_PINS_UPDATE: Intent.DirectMessages,
  MESSAGE_REACTION_ADD: Intent.DirectMessageReactions,
  MESSAGE_REACTION_REMOVE: Intent.DirectMessageReactions,
  MESSAGE_REACTION_REMOVE_ALL: Intent.DirectMessageReactions,
  MESSAGE_REACTION_REMOVE_EMOJI: Intent.DirectMessageReactions,
  TYPING_START: Intent.DirectMessageTyping,
  MESSAGE_POLL_VOTE_ADD: Intent.DirectMessagePolls,
  MESSAGE_POLL_VOTE_REMOVE: Intent.DirectMessagePolls,
};

/** Whether a session with these intents gets this event. `data` is its `d`: what lacks a guild is a direct message. */
export function intentsAllow(intents: number, event: string, data: object, botId: string): boolean {
  const { guild_id: guildId, user } = data as { guild_id?: unknown; user?: { id?: unknown } };
  // https://docs.discord.com/developers/events/gateway-events#guild-member-update: always sent for the bot itself.
  if (event === 'GUILD_MEMBER_UPDATE' && user?.id === botId) return true;
  if (event === 'THREAD_MEMBERS_UPDATE' && (intents & Intent.GuildMembers) === 0 && !concerns(botId, data)) return false;
  const needed = (guildId === undefined ? inDirectMessages[event] : undefined) ?? inGuilds[event];
  return needed === undefined || (intents & needed) !== 0;
}

const known = Object.values(Intent)
  .filter((bit) => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);

export const isKnownIntents = (intents: unknown): intents is number =>
  typeof intents === 'number' && Number.isInteger(intents) && intents >= 0 && (intents & ~known) === 0;

/** Whether the application may have these intents: three of them must be switched on in the developer portal. */
export function mayUseIntents(intents: number, { intents: portal }: Application): boolean {
  let closed = 0;
  if (!portal.members) closed |= Intent.GuildMembers;
  if (!portal.presences) closed |= Intent.GuildPresences;
  if (!portal.content) closed |= Intent.MessageContent;
  return (intents & closed) === 0;
}

/** Whether the bot itself is among those who joined a thread or left it: of others, only bots with GUILD_MEMBERS hear. */
function concerns(botId: string, data: object): boolean {
  const { added_members: added = [], removed_member_ids: removed = [] } = data as {
    added_members?: readonly { user_id: string }[];
    removed_member_ids?: readonly string[];
  };
  return added.some(({ user_id: id }) => id === botId) || removed.includes(botId);
}

type ReceivedMessage = {
  guild_id?: string;
  author?: { id: string };
  mentions?: readonly { id: string }[];
  referenced_message?: ReceivedMessage | null;
};

/**
 * The message as a bot without the MESSAGE_CONTENT intent gets it: nothing that a person wrote, unless it is a direct message,
 * mentions the bot, or is the bot's own. https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function withoutContent(message: ReceivedMessage, botId: string): object {
  const { guild_id, referenced_message: quoted } = message;
  const isOpen = guild_id === undefined || message.author?.id === botId || message.mentions?.some(({ id }) => id === botId);
  const { poll: _, ...closed } = message as ReceivedMessage & { poll?: unknown };
  return {
    ...(isOpen ? message : { ...closed, content: '', embeds: [], attachments: [], components: [] }),
    ...(quoted ? { referenced_message: withoutContent(guild_id === undefined ? quoted : { ...quoted, guild_id }, botId) } : {}),
  };
}

/** An event without what people wrote, or `null` when it carries nothing of it. */
export function contentHidden(event: string, data: object, intents: number, botId: string): object | null {
  if ((intents & Intent.MessageContent) !== 0) return null;
  if (event === 'MESSAGE_CREATE' || event === 'MESSAGE_UPDATE') return withoutContent(data, botId);
  if (event === 'AUTO_MODERATION_ACTION_EXECUTION') return { ...data, content: '', matched_content: '' };
  return null;
}
