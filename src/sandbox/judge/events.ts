import { z } from 'zod';
import { snowflake } from '../../kernel/wire.ts';
import { automodRule } from './operations.ts';

type Schema = z.core.$ZodType;

const id = snowflake;
const time = z.iso.datetime({ offset: true });
const inGuild = z.looseObject({ guild_id: id });
const inGuildOrNot = z.looseObject({ guild_id: id.optional() });
const bits = z.string().regex(/^\d+$/);

/**
 * The `d` of each event, from the objects of Discord's document where it has them: the document stops at REST.
 * https://docs.discord.com/developers/events/gateway-events. `object` finds a published schema by name.
 */
export function eventSchemas(object: (name: string) => Schema): Readonly<Record<string, Schema>> {
  const both = (one: Schema, other: Schema): Schema => z.intersection(one, other);
  const user = object('UserResponse');
  const role = object('GuildRoleResponse');
  const message = object('MessageResponse');
  const thread = object('ThreadResponse');
  const guildChannel = object('GuildChannelResponse');
  const anyChannel = z.union([guildChannel, object('PrivateChannelResponse')]);
  const threadMember = object('ThreadMemberResponse');
  const member = object('GuildMemberResponse');
  const emoji = z.looseObject({ id: id.nullable(), name: z.string().nullable() });
  const fullGuild = z.looseObject({
    id,
    name: z.string(),
    owner_id: id,
    roles: z.array(role).min(1),
    emojis: z.array(z.unknown()),
    features: z.array(z.string()),
    preferred_locale: z.string(),
    verification_level: z.int(),
    system_channel_id: id.nullable(),
    rules_channel_id: id.nullable(),
  });
  /** A member inside another object: its user stands beside it. */
  const besideUser = z.looseObject({
    roles: z.array(id),
    joined_at: time.nullable(),
    nick: z.string().nullish(),
    deaf: z.boolean(),
    mute: z.boolean(),
  });

  /** https://docs.discord.com/developers/resources/voice#voice-state-object */
  const voiceState = z.looseObject({
    channel_id: id.nullable(),
    user_id: id,
    session_id: z.string().min(1),
    deaf: z.boolean(),
    mute: z.boolean(),
    self_deaf: z.boolean(),
    self_mute: z.boolean(),
    self_video: z.boolean(),
    suppress: z.boolean(),
    request_to_speak_timestamp: time.nullable(),
  });

  const messageEvent = both(message, z.looseObject({ guild_id: id.optional(), member: besideUser.optional() }));
  const reaction = z.looseObject({
    user_id: id,
    channel_id: id,
    message_id: id,
    guild_id: id.optional(),
    emoji,
    burst: z.boolean(),
    type: z.int(),
  });
  const pollVote = z.looseObject({ user_id: id, channel_id: id, message_id: id, guild_id: id.optional(), answer_id: z.int() });
  const guildUser = z.looseObject({ guild_id: id, user });
  const ruleOfAutomod = z.union(automodRule.map(object));
  const actionOfAutomod = z.looseObject({ type: z.int().min(1).max(4), metadata: z.looseObject({}).optional() });
  const scheduledEvent = z.looseObject({
    id,
    guild_id: id,
    name: z.string(),
    scheduled_start_time: time,
    status: z.int(),
    entity_type: z.int(),
  });
  const scheduledEventUser = z.looseObject({ guild_scheduled_event_id: id, user_id: id, guild_id: id });

  return {
    READY: z.looseObject({
      v: z.literal(10),
      user,
      guilds: z.array(z.looseObject({ id, unavailable: z.literal(true) })),
      session_id: z.string().min(1),
      resume_gateway_url: z.string().startsWith('ws'),
      application: z.looseObject({ id, flags: z.int() }),
    }),
    RESUMED: z.looseObject({}),
    RATE_LIMITED: z.looseObject({ opcode: z.int(), retry_after: z.number(), meta: z.looseObject({ guild_id: id }) }),

    GUILD_CREATE: both(
      fullGuild,
      z.looseObject({
        joined_at: time,
        large: z.boolean(),
        member_count: z.int().min(1),
        members: z.array(member),
        channels: z.array(guildChannel),
        threads: z.array(thread),
        presences: z.array(z.unknown()),
        voice_states: z.array(
          both(voiceState, z.looseObject({ guild_id: z.undefined().optional(), member: z.undefined().optional() })),
        ),
        stage_instances: z.array(z.unknown()),
        guild_scheduled_events: z.array(scheduledEvent),
        soundboard_sounds: z.array(z.unknown()),
      }),
    ),
    GUILD_UPDATE: fullGuild,
    GUILD_DELETE: z.looseObject({ id, unavailable: z.boolean().optional() }),
    GUILD_ROLE_CREATE: z.looseObject({ guild_id: id, role }),
    GUILD_ROLE_UPDATE: z.looseObject({ guild_id: id, role }),
    GUILD_ROLE_DELETE: z.looseObject({ guild_id: id, role_id: id }),
    GUILD_EMOJIS_UPDATE: z.looseObject({ guild_id: id, emojis: z.array(emoji) }),
    GUILD_STICKERS_UPDATE: z.looseObject({ guild_id: id, stickers: z.array(z.unknown()) }),
    GUILD_INTEGRATIONS_UPDATE: inGuild,
    GUILD_AUDIT_LOG_ENTRY_CREATE: both(object('AuditLogEntryResponse'), inGuild),

    GUILD_MEMBER_ADD: both(member, inGuild),
    GUILD_MEMBER_UPDATE: both(member, inGuild),
    GUILD_MEMBER_REMOVE: guildUser,
    GUILD_MEMBERS_CHUNK: z.looseObject({
      guild_id: id,
      members: z.array(member).max(1_000),
      chunk_index: z.int().min(0),
      chunk_count: z.int().min(1),
      not_found: z.array(z.string()).optional(),
      nonce: z.string().optional(),
    }),
    GUILD_BAN_ADD: guildUser,
    GUILD_BAN_REMOVE: guildUser,
    PRESENCE_UPDATE: z.looseObject({
      user: z.looseObject({ id }),
      guild_id: id,
      status: z.string(),
      activities: z.array(z.unknown()),
    }),
    USER_UPDATE: user,

    CHANNEL_CREATE: anyChannel,
    CHANNEL_UPDATE: anyChannel,
    CHANNEL_DELETE: anyChannel,
    CHANNEL_PINS_UPDATE: z.looseObject({ guild_id: id.optional(), channel_id: id, last_pin_timestamp: time.nullish() }),
    THREAD_CREATE: both(thread, z.looseObject({ newly_created: z.boolean().optional() })),
    THREAD_UPDATE: thread,
    THREAD_DELETE: z.looseObject({ id, guild_id: id, parent_id: id, type: z.literal([10, 11, 12]) }),
    THREAD_LIST_SYNC: z.looseObject({
      guild_id: id,
      channel_ids: z.array(id).optional(),
      threads: z.array(thread),
      members: z.array(threadMember),
    }),
    THREAD_MEMBER_UPDATE: both(threadMember, inGuild),
    THREAD_MEMBERS_UPDATE: z.looseObject({
      id,
      guild_id: id,
      member_count: z.int().min(0).max(50),
      added_members: z.array(threadMember).optional(),
      removed_member_ids: z.array(id).optional(),
    }),
    WEBHOOKS_UPDATE: z.looseObject({ guild_id: id, channel_id: id }),
    INVITE_CREATE: z.looseObject({
      channel_id: id,
      guild_id: id,
      code: z.string(),
      created_at: time,
      expires_at: time.nullable(),
      role_ids: z.array(id).optional(),
      max_age: z.int(),
      max_uses: z.int(),
      temporary: z.boolean(),
      uses: z.int(),
    }),
    INVITE_DELETE: z.looseObject({ channel_id: id, guild_id: id, code: z.string() }),
    TYPING_START: z.looseObject({ channel_id: id, user_id: id, timestamp: z.int() }),
    VOICE_STATE_UPDATE: both(voiceState, z.looseObject({ guild_id: id, member: z.optional(member) })),
    VOICE_CHANNEL_STATUS_UPDATE: z.looseObject({ id, guild_id: id, status: z.string().nullable() }),

    MESSAGE_CREATE: messageEvent,
    MESSAGE_UPDATE: messageEvent,
    MESSAGE_DELETE: both(z.looseObject({ id, channel_id: id }), inGuildOrNot),
    MESSAGE_DELETE_BULK: both(z.looseObject({ ids: z.array(id).min(1), channel_id: id }), inGuildOrNot),
    MESSAGE_REACTION_ADD: reaction,
    MESSAGE_REACTION_REMOVE: reaction,
    MESSAGE_REACTION_REMOVE_ALL: both(z.looseObject({ channel_id: id, message_id: id }), inGuildOrNot),
    MESSAGE_REACTION_REMOVE_EMOJI: both(z.looseObject({ channel_id: id, message_id: id, emoji }), inGuildOrNot),
    MESSAGE_POLL_VOTE_ADD: pollVote,
    MESSAGE_POLL_VOTE_REMOVE: pollVote,

    AUTO_MODERATION_RULE_CREATE: ruleOfAutomod,
    AUTO_MODERATION_RULE_UPDATE: ruleOfAutomod,
    AUTO_MODERATION_RULE_DELETE: ruleOfAutomod,
    AUTO_MODERATION_ACTION_EXECUTION: z.looseObject({
      guild_id: id,
      action: actionOfAutomod,
      rule_id: id,
      rule_trigger_type: z.int(),
      user_id: id,
      channel_id: id.optional(),
      message_id: id.optional(),
      alert_system_message_id: id.optional(),
      content: z.string(),
      matched_keyword: z.string().nullable(),
      matched_content: z.string().nullable(),
    }),
    GUILD_SCHEDULED_EVENT_CREATE: scheduledEvent,
    GUILD_SCHEDULED_EVENT_UPDATE: scheduledEvent,
    GUILD_SCHEDULED_EVENT_DELETE: scheduledEvent,
    GUILD_SCHEDULED_EVENT_USER_ADD: scheduledEventUser,
    GUILD_SCHEDULED_EVENT_USER_REMOVE: scheduledEventUser,
    APPLICATION_COMMAND_PERMISSIONS_UPDATE: object('CommandPermissionsResponse'),
    INTERACTION_CREATE: interaction(user, message, member),
  };
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object */
function interaction(user: Schema, message: Schema, member: Schema): Schema {
  const option: Schema = z.looseObject({
    name: z.string(),
    type: z.int().min(1).max(11),
    value: z.union([z.string(), z.number(), z.boolean()]).optional(),
    options: z.lazy(() => z.array(option)).optional(),
    focused: z.boolean().optional(),
  });
  const resolved = z.looseObject({
    users: z.record(id, user).optional(),
    members: z.record(id, z.looseObject({ roles: z.array(id), permissions: bits })).optional(),
    roles: z.record(id, z.looseObject({ id, name: z.string() })).optional(),
    channels: z.record(id, z.looseObject({ id, name: z.string().nullish(), type: z.int(), permissions: bits })).optional(),
    messages: z.record(id, z.looseObject({ id })).optional(),
    attachments: z
      .record(id, z.looseObject({ id, filename: z.string(), size: z.int(), url: z.string(), proxy_url: z.string() }))
      .optional(),
  });
  const common = {
    id,
    application_id: id,
    token: z.string().min(1),
    version: z.literal(1),
    guild_id: id.optional(),
    channel_id: id,
    channel: z.looseObject({ id, type: z.int() }),
    member: z.intersection(member, z.looseObject({ permissions: bits })).optional(),
    user: z.optional(user),
    app_permissions: bits,
    locale: z.string(),
    guild_locale: z.string().optional(),
    entitlements: z.array(z.unknown()),
    authorizing_integration_owners: z.record(z.string(), z.string()),
    context: z.int().min(0).max(2),
    attachment_size_limit: z.int(),
  };
  const command = z.looseObject({
    id,
    name: z.string(),
    type: z.int().min(1).max(3),
    options: z.array(option).optional(),
    resolved: resolved.optional(),
    target_id: id.optional(),
    guild_id: id.optional(),
  });
  const component = z.looseObject({
    custom_id: z.string().min(1).max(100),
    component_type: z.int(),
    id: z.int(),
    values: z.array(z.string()).optional(),
    resolved: resolved.optional(),
  });
  const form = z.looseObject({
    custom_id: z.string().min(1).max(100),
    components: z.array(z.looseObject({ type: z.int(), id: z.int() })),
    resolved: resolved.optional(),
  });
  return z
    .discriminatedUnion('type', [
      z.looseObject({ ...common, type: z.literal([2, 4]), data: command }),
      z.looseObject({ ...common, type: z.literal(3), data: component, message }),
      z.looseObject({ ...common, type: z.literal(5), data: form, message: z.optional(message) }),
    ])
    .refine((sent) => (sent.member === undefined) !== (sent.user === undefined), 'exactly one of member and user')
    .refine((sent) => (sent.member === undefined) === (sent.guild_id === undefined), 'a member has a guild');
}
