import { API } from '@discordjs/core/http-only';
import { REST } from '@discordjs/rest';
import { Client, GatewayIntentBits, Options } from 'discord.js';
import { type APIApplication, ApplicationFlags } from 'discord-api-types/v10';
import { minute } from '../kernel/time.ts';
import type { Interactions } from './context.ts';

export type ClientOptions = {
  token: string;
  /** REST base without version, such as `https://discord.com/api`. */
  apiUrl: string;
  messageContent: boolean;
  /** Members of other people kept in memory. */
  cachedMembers?: number;
};

/** Everything but content rules works without `MessageContent`; without `GuildMembers` nobody is welcomed. */
const intents = {
  plain: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildModeration,
    GatewayIntentBits.AutoModerationConfiguration,
    GatewayIntentBits.AutoModerationExecution,
    GatewayIntentBits.GuildVoiceStates,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.DirectMessages,
  ],
  members: GatewayIntentBits.GuildMembers,
  content: GatewayIntentBits.MessageContent,
} as const;

/** Privileged intents that are switched on in Discord's developer portal. https://docs.discord.com/developers/events/gateway#privileged-intents */
export function grantedIntents({ flags }: Pick<APIApplication, 'flags'>): { members: boolean; content: boolean } {
  const has = (...bits: ApplicationFlags[]) => bits.some((bit) => ((flags ?? 0) & bit) !== 0);
  return {
    members: has(ApplicationFlags.GatewayGuildMembers, ApplicationFlags.GatewayGuildMembersLimited),
    content: has(ApplicationFlags.GatewayMessageContent, ApplicationFlags.GatewayMessageContentLimited),
  };
}

/** The queue tries again, and looks first: a call that repeats itself after a lost answer would create twice. */
const retries = 0;

/** Of a bot, to all but interactions. https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const discordsPace = 50;

/** The real Discord, or whatever speaks like it at `apiUrl`; `requestsPerSecond` is for one that bears more. */
export const createRest = ({
  token,
  apiUrl,
  requestsPerSecond = discordsPace,
}: Pick<ClientOptions, 'token' | 'apiUrl'> & { requestsPerSecond?: number | undefined }): REST =>
  new REST({ api: apiUrl, version: '10', retries, globalRequestsPerSecond: requestsPerSecond }).setToken(token);

/**
 * Answers to interactions do not count against Discord's 50 requests a second, so they have a queue without it. Each interaction
 * leaves an idle queue behind, swept every minute. A lost answer is given again: Discord takes only one. https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export const createInteractions = ({ apiUrl }: Pick<ClientOptions, 'apiUrl'>): Interactions =>
  new API(
    new REST({
      api: apiUrl,
      version: '10',
      globalRequestsPerSecond: 1_000_000,
      handlerSweepInterval: minute,
      hashSweepInterval: minute,
    }),
  ).interactions;

/** The gateway: identify, resume, shards, and a cache of guilds, roles and channels. Nothing else is kept in memory. */
export function createClient(
  { token, apiUrl, messageContent, cachedMembers = 200 }: ClientOptions,
  granted: { members: boolean; content: boolean },
): Client {
  const client = new Client({
    rest: { api: apiUrl, retries },
    shards: 'auto',
    intents: [
      ...intents.plain,
      ...(granted.members ? [intents.members] : []),
      ...(messageContent && granted.content ? [intents.content] : []),
    ],
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      GuildBanManager: 0,
      GuildInviteManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      AutoModerationRuleManager: 0,
      VoiceStateManager: 0,
      GuildMemberManager: { maxSize: cachedMembers, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: cachedMembers, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
  client.rest.setToken(token);
  return client;
}
