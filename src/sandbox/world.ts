import type {
  APIApplicationCommandOption,
  APIAuditLogChange,
  APIAutoModerationRule,
  APIEmbed,
  APIGuildForumDefaultReactionEmoji,
  APIGuildForumTag,
  APIMessageTopLevelComponent,
  APIOverwrite,
  ApplicationCommandType,
  ChannelType,
  Locale as DiscordLocale,
  InteractionContextType,
  LocalizationMap,
  MessageType,
} from 'discord-api-types/v10';
import type { Clock } from '../kernel/time.ts';
import type { Dispatch, DispatchListener } from './dispatch.ts';
import type { AnsweredInteraction, Interaction, Waiting } from './world/interaction.ts';

/**
 * All that the local Discord knows, as plain records named as Discord names them, so that a stored object and the one that
 * is sent differ by little (see `objects.ts`). Only `operations/` changes them: it checks, changes, then emits.
 */
export type World = {
  clock: Clock;
  application: Application;
  users: Map<string, User>;
  guilds: Map<string, Guild>;
  /** Channels, categories, threads and direct messages, of all guilds. */
  channels: Map<string, Channel>;
  /** Messages by channel, then by id, oldest first. */
  messages: Map<string, Map<string, Message>>;
  commands: Map<string, Command>;
  /** By token. */
  interactions: Map<string, Interaction>;
  /** Attachments by id. */
  files: Map<string, StoredFile>;
  /** By code. Some may have expired: see `operations/invites.ts`. */
  invites: Map<string, Invite>;
  /** Who is in a voice channel, by guild and user. */
  voiceStates: Map<string, VoiceState>;
  /** Nonces seen a few minutes ago, by channel and nonce. */
  nonces: Map<string, { messageId: string; at: number }>;
  lastId: string;
  /** Where the server answers, for the links of attachments: `http://127.0.0.1:PORT`. */
  origin: string;
  /** Ready gateway sessions of the bot, kept by the gateway. Without one an interaction fails at once. */
  sessions: number;
  /** Interactions whose sender still waits for an answer, by token. */
  waiting: Map<string, Waiting>;
  /** A new snowflake, above all earlier ones. */
  id(): string;
  emit(dispatch: Dispatch): void;
  /** Returns what stops the listening. */
  listen(listener: DispatchListener): () => void;
};

export type Application = {
  /** Also the id of the bot's user, as for all applications made since 2017. */
  id: string;
  name: string;
  token: string;
  /** The privileged intents that the developer portal would have switched on. */
  intents: { members: boolean; presences: boolean; content: boolean };
};

export type User = {
  id: string;
  username: string;
  global_name: string | null;
  bot: boolean;
  locale: `${DiscordLocale}`;
  /** Refuses direct messages of servers' members. */
  closedDms: boolean;
};

export type Role = {
  id: string;
  name: string;
  permissions: string;
  position: number;
  color: number;
  hoist: boolean;
  managed: boolean;
  mentionable: boolean;
  unicode_emoji: string | null;
  /** The bot that a managed role belongs to. */
  bot_id: string | null;
};

export type Member = {
  user_id: string;
  nick: string | null;
  roles: string[];
  joined_at: string;
  /** Has not passed membership screening yet. */
  pending: boolean;
  communication_disabled_until: string | null;
  flags: number;
  /** Silenced or deafened in voice channels by a moderator; left out: not. */
  mute?: boolean;
  deaf?: boolean;
  /** Came by an invite of temporary membership, which ends when they go offline without a role. */
  temporary?: boolean;
};

/** https://docs.discord.com/developers/resources/invite */
export type Invite = {
  code: string;
  guild_id: string;
  channel_id: string;
  inviter_id: string;
  created_at: string;
  /** Seconds; 0: for ever. */
  max_age: number;
  /** 0: without limit. */
  max_uses: number;
  uses: number;
  temporary: boolean;
  /** What who accepts it receives. */
  role_ids: string[];
};

/** https://docs.discord.com/developers/resources/voice#voice-state-object */
export type VoiceState = { guild_id: string; user_id: string; channel_id: string; session_id: string };

export type Guild = {
  id: string;
  name: string;
  description: string | null;
  owner_id: string;
  preferred_locale: `${DiscordLocale}`;
  features: string[];
  verification_level: number;
  default_message_notifications: number;
  explicit_content_filter: number;
  mfa_level: number;
  system_channel_id: string | null;
  system_channel_flags: number;
  rules_channel_id: string | null;
  public_updates_channel_id: string | null;
  safety_alerts_channel_id: string | null;
  afk_channel_id: string | null;
  afk_timeout: number;
  /** New members must accept the rules before they may speak. */
  screening: boolean;
  roles: Map<string, Role>;
  members: Map<string, Member>;
  bans: Map<string, string | null>;
  /** Newest last. */
  auditLog: AuditEntry[];
  automod: Map<string, AutomodRule>;
  incidents: Incidents;
};

/** https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object */
export type AutomodRule = APIAutoModerationRule;

/** Until when invites and direct messages between members are paused. https://docs.discord.com/developers/resources/guild#incidents-data-object */
export type Incidents = { invites_disabled_until: string | null; dms_disabled_until: string | null };

export type ThreadMetadata = {
  archived: boolean;
  auto_archive_duration: 60 | 1440 | 4320 | 10080;
  archive_timestamp: string;
  locked: boolean;
  invitable?: boolean;
  create_timestamp: string;
};

export type ThreadMember = { user_id: string; join_timestamp: string };

export type Channel = {
  id: string;
  type: ChannelType;
  /** `null` for a direct message. */
  guild_id: string | null;
  name: string;
  topic: string | null;
  position: number;
  parent_id: string | null;
  permission_overwrites: APIOverwrite[];
  nsfw: boolean;
  rate_limit_per_user: number;
  flags: number;
  last_message_id: string | null;
  last_pin_timestamp: string | null;
  /** Forums. */
  available_tags: APIGuildForumTag[];
  default_reaction_emoji: APIGuildForumDefaultReactionEmoji | null;
  default_sort_order: number | null;
  default_forum_layout: number;
  default_auto_archive_duration: number | null;
  default_thread_rate_limit_per_user: number;
  /** Voice. */
  bitrate: number;
  user_limit: number;
  /** Threads: `null` elsewhere. */
  thread: Thread | null;
  /** Direct messages: the two users. */
  recipients: string[];
};

export type Thread = {
  owner_id: string;
  metadata: ThreadMetadata;
  applied_tags: string[];
  members: ThreadMember[];
  message_count: number;
  total_message_sent: number;
};

export type StoredFile = { id: string; channel_id: string; filename: string; content_type: string; bytes: Uint8Array };

export type Attachment = {
  id: string;
  filename: string;
  title?: string;
  description?: string;
  content_type: string;
  size: number;
  url: string;
};

export type Reaction = { name: string; emoji_id: string | null; users: string[] };

export type Message = {
  id: string;
  channel_id: string;
  author_id: string;
  type: MessageType;
  content: string;
  embeds: APIEmbed[];
  components: APIMessageTopLevelComponent[];
  attachments: Attachment[];
  mentions: string[];
  mention_roles: string[];
  mention_everyone: boolean;
  timestamp: string;
  edited_timestamp: string | null;
  flags: number;
  pinned: boolean;
  tts: boolean;
  nonce: string | number | null;
  reactions: Reaction[];
  reference: { message_id: string; channel_id: string } | null;
  /** The thread that was started from this message. */
  thread_id: string | null;
  /** What this message answers, when it answers an interaction. */
  interaction: AnsweredInteraction | null;
  /** The only person who sees an ephemeral message. */
  only: string | null;
};

export type AuditEntry = {
  id: string;
  action_type: number;
  user_id: string;
  target_id: string | null;
  reason: string | null;
  changes: APIAuditLogChange[];
  options: Record<string, string> | null;
};

export type CommandPermission = { id: string; type: 1 | 2 | 3; permission: boolean };

export type Command = {
  id: string;
  version: string;
  type: ApplicationCommandType;
  /** `null`: global. */
  guild_id: string | null;
  name: string;
  name_localizations: LocalizationMap | null;
  description: string;
  description_localizations: LocalizationMap | null;
  options: APIApplicationCommandOption[];
  default_member_permissions: string | null;
  nsfw: boolean;
  contexts: InteractionContextType[] | null;
  permissions: CommandPermission[];
};

/** https://docs.discord.com/developers/reference#snowflakes: milliseconds since 2015, above 22 bits of counter. */
export const snowflakeAt = (milliseconds: number): bigint => BigInt(milliseconds - 1_420_070_400_000) << 22n;

/** The time, in milliseconds since the epoch, at which a snowflake was made. */
export const timeOf = (id: string): number => Number(BigInt(id) >> 22n) + 1_420_070_400_000;

export type WorldRecords = Omit<World, 'clock' | 'id' | 'emit' | 'listen' | 'sessions' | 'waiting' | 'origin'>;

/** A world that was saved before these existed has guilds without them. */
function completed(guilds: Map<string, Guild>): Map<string, Guild> {
  for (const guild of guilds.values()) {
    guild.automod ??= new Map();
    guild.incidents ??= { invites_disabled_until: null, dms_disabled_until: null };
  }
  return guilds;
}

/** An empty world; `records` come from a saved one. */
export function createWorld(clock: Clock, records?: WorldRecords): World {
  const listeners = new Set<DispatchListener>();
  let lastId = BigInt(records?.lastId ?? '0');
  const id = (): string => {
    const fresh = snowflakeAt(clock.now().getTime());
    // Many ids are made within one millisecond of a clock that stands still: the counter then runs into the next one.
    lastId = fresh > lastId ? fresh : lastId + 1n;
    return String(lastId);
  };
  return {
    clock,
    application: records?.application ?? {
      id: id(),
      name: 'Passerelle',
      token: 'sandbox.local.token',
      intents: { members: true, presences: true, content: true },
    },
    users: records?.users ?? new Map(),
    guilds: completed(records?.guilds ?? new Map()),
    channels: records?.channels ?? new Map(),
    messages: records?.messages ?? new Map(),
    commands: records?.commands ?? new Map(),
    interactions: records?.interactions ?? new Map(),
    files: records?.files ?? new Map(),
    // A world that was saved before these existed has none.
    invites: records?.invites ?? new Map(),
    voiceStates: records?.voiceStates ?? new Map(),
    nonces: records?.nonces ?? new Map(),
    get lastId() {
      return String(lastId);
    },
    origin: 'http://127.0.0.1',
    sessions: 0,
    waiting: new Map(),
    id,
    emit(dispatch) {
      for (const listener of [...listeners]) listener(dispatch);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
