import {
  type APIAttachment,
  type APIAuditLogEntry,
  type APIChannel,
  type APIDMChannel,
  type APIGuild,
  type APIGuildMember,
  type APIMessage,
  type APIRole,
  type APIThreadMember,
  type APIUser,
  ApplicationCommandType,
  ChannelType,
  InteractionType,
  type UserFlags,
} from 'discord-api-types/v10';
import type { AnsweredInteraction } from './world/interaction.ts';
import type { AuditEntry, Channel, Guild, Member, Message, Role, ThreadMember, User, World } from './world.ts';

/** How each record is shown to the bots and the people: complete enough for Discord's own OpenAPI schemas. */
export const userObject = (user: User): APIUser => ({
  id: user.id,
  username: user.username,
  discriminator: user.bot ? '0001' : '0',
  global_name: user.global_name,
  avatar: null,
  banner: null,
  accent_color: null,
  avatar_decoration_data: null,
  collectibles: null,
  primary_guild: null,
  public_flags: noFlags,
  flags: noFlags,
  ...(user.bot ? { bot: true } : {}),
});

const noFlags = 0 as UserFlags;

/** A user that left every guild is still known by name. */
export const userOf = (world: World, id: string): APIUser =>
  userObject(
    world.users.get(id) ?? { id, username: 'deleted_user', global_name: null, bot: false, locale: 'en-US', closedDms: true },
  );

/** A member without its user, as it stands in messages. */
export const partialMember = (member: Member): Omit<APIGuildMember, 'user'> & Record<string, unknown> => ({
  nick: member.nick,
  avatar: null,
  banner: null,
  avatar_decoration_data: null,
  collectibles: null,
  roles: [...member.roles],
  joined_at: member.joined_at,
  premium_since: null,
  deaf: member.deaf ?? false,
  mute: member.mute ?? false,
  flags: member.flags,
  pending: member.pending,
  communication_disabled_until: member.communication_disabled_until,
});

export const memberObject = (world: World, member: Member): APIGuildMember & Record<string, unknown> => ({
  ...partialMember(member),
  user: userOf(world, member.user_id),
});

export const roleObject = (role: Role): APIRole => ({
  id: role.id,
  name: role.name,
  permissions: role.permissions,
  position: role.position,
  color: role.color,
  colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
  hoist: role.hoist,
  managed: role.managed,
  mentionable: role.mentionable,
  icon: null,
  unicode_emoji: role.unicode_emoji,
  flags: 0 as APIRole['flags'],
  ...(role.bot_id ? { tags: { bot_id: role.bot_id } } : {}),
});

/** Fields that GET /guilds/:id and GUILD_CREATE share. */
export const guildObject = (_world: World, guild: Guild): APIGuild =>
  ({
    id: guild.id,
    name: guild.name,
    icon: null,
    description: guild.description,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [...guild.features],
    banner: null,
    owner_id: guild.owner_id,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: guild.afk_channel_id,
    afk_timeout: guild.afk_timeout,
    system_channel_id: guild.system_channel_id,
    system_channel_flags: guild.system_channel_flags,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: guild.verification_level,
    roles: [...guild.roles.values()].map(roleObject),
    default_message_notifications: guild.default_message_notifications,
    mfa_level: guild.mfa_level,
    explicit_content_filter: guild.explicit_content_filter,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.preferred_locale,
    rules_channel_id: guild.rules_channel_id,
    safety_alerts_channel_id: guild.safety_alerts_channel_id,
    public_updates_channel_id: guild.public_updates_channel_id,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: guild.incidents.invites_disabled_until || guild.incidents.dms_disabled_until ? { ...guild.incidents } : null,
    hub_type: null,
  }) as APIGuild;

export const threadMemberObject = (thread: Channel, member: ThreadMember): APIThreadMember => ({
  id: thread.id,
  user_id: member.user_id,
  join_timestamp: member.join_timestamp,
  flags: 0 as APIThreadMember['flags'],
});

/** A channel or thread of a guild, or a direct message; `viewerId` adds a thread's `member`. */
export function channelObject(world: World, channel: Channel, viewerId?: string): APIChannel {
  const common = { id: channel.id, type: channel.type, flags: channel.flags, last_message_id: channel.last_message_id };
  if (channel.guild_id === null) return directObject(world, channel, viewerId);
  if (channel.thread) {
    const { thread } = channel;
    const own = thread.members.find((member) => member.user_id === viewerId);
    return {
      ...common,
      guild_id: channel.guild_id,
      parent_id: channel.parent_id,
      name: channel.name,
      owner_id: thread.owner_id,
      thread_metadata: { ...thread.metadata },
      message_count: thread.message_count,
      member_count: Math.min(50, thread.members.length),
      total_message_sent: thread.total_message_sent,
      rate_limit_per_user: channel.rate_limit_per_user,
      applied_tags: [...thread.applied_tags],
      ...(own ? { member: threadMemberObject(channel, own) } : {}),
    } as unknown as APIChannel;
  }
  const forum = channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia;
  return {
    ...common,
    guild_id: channel.guild_id,
    name: channel.name,
    position: channel.position,
    parent_id: channel.parent_id,
    permission_overwrites: channel.permission_overwrites.map((overwrite) => ({ ...overwrite })),
    nsfw: channel.nsfw,
    ...(channel.type === ChannelType.GuildCategory
      ? {}
      : { rate_limit_per_user: channel.rate_limit_per_user, topic: channel.topic }),
    ...(channel.last_pin_timestamp ? { last_pin_timestamp: channel.last_pin_timestamp } : {}),
    ...(channel.default_auto_archive_duration ? { default_auto_archive_duration: channel.default_auto_archive_duration } : {}),
    ...(forum
      ? {
          available_tags: channel.available_tags,
          default_reaction_emoji: channel.default_reaction_emoji,
          default_sort_order: channel.default_sort_order,
          default_forum_layout: channel.default_forum_layout,
          default_thread_rate_limit_per_user: channel.default_thread_rate_limit_per_user,
        }
      : {}),
    ...(channel.type === ChannelType.GuildVoice || channel.type === ChannelType.GuildStageVoice
      ? { bitrate: channel.bitrate, user_limit: channel.user_limit, rtc_region: null }
      : {}),
  } as unknown as APIChannel;
}

/** A direct message names the people other than the one who looks. */
const directObject = (world: World, channel: Channel, viewerId: string | undefined): APIDMChannel =>
  ({
    id: channel.id,
    type: ChannelType.DM,
    flags: 0,
    last_message_id: channel.last_message_id,
    recipients: channel.recipients.filter((id) => id !== viewerId).map((id) => userOf(world, id)),
  }) as unknown as APIDMChannel;

const attachmentObject = (attachment: Message['attachments'][number]): APIAttachment =>
  ({ ...attachment, proxy_url: attachment.url }) as unknown as APIAttachment;

/** The message as `viewerId` reads it; gateway events add the author's member with `withMember`. */
export function messageObject(world: World, message: Message, viewerId?: string): APIMessage {
  const referenced = message.reference
    ? world.messages.get(message.reference.channel_id)?.get(message.reference.message_id)
    : undefined;
  const thread = message.thread_id ? world.channels.get(message.thread_id) : undefined;
  const guildId = world.channels.get(message.channel_id)?.guild_id ?? null;
  return {
    id: message.id,
    channel_id: message.channel_id,
    type: message.type,
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments.map(attachmentObject),
    mentions: message.mentions.map((id) => userOf(world, id)),
    mention_roles: [...message.mention_roles],
    mention_everyone: message.mention_everyone,
    author: userOf(world, message.author_id),
    timestamp: message.timestamp,
    edited_timestamp: message.edited_timestamp,
    flags: message.flags,
    pinned: message.pinned,
    tts: message.tts,
    ...(message.nonce !== null ? { nonce: message.nonce } : {}),
    ...(message.reactions.length > 0
      ? {
          reactions: message.reactions.map((reaction) => ({
            emoji: { id: reaction.emoji_id, name: reaction.name },
            count: reaction.users.length,
            count_details: { burst: 0, normal: reaction.users.length },
            burst_colors: [],
            me_burst: false,
            burst_me: false,
            me: viewerId !== undefined && reaction.users.includes(viewerId),
            burst_count: 0,
          })),
        }
      : {}),
    ...(message.reference
      ? {
          message_reference: {
            type: 0,
            channel_id: message.reference.channel_id,
            message_id: message.reference.message_id,
            ...(guildId ? { guild_id: guildId } : {}),
          },
          ...(message.type === 19
            ? { referenced_message: referenced ? messageObject(world, { ...referenced, reference: null }, viewerId) : null }
            : {}),
        }
      : {}),
    ...(thread ? { thread: channelObject(world, thread) } : {}),
    ...(message.interaction
      ? {
          webhook_id: world.application.id,
          application_id: world.application.id,
          interaction_metadata: metadataObject(world, message.interaction, guildId),
        }
      : {}),
  } as unknown as APIMessage;
}

/** https://docs.discord.com/developers/resources/message#message-interaction-metadata-object */
const metadataObject = (world: World, interaction: AnsweredInteraction, guildId: string | null): object => ({
  id: interaction.id,
  type: interaction.type,
  user: userOf(world, interaction.user_id),
  authorizing_integration_owners: { '0': guildId ?? '0' },
  ...(interaction.type === InteractionType.ApplicationCommand
    ? { name: interaction.name, command_type: ApplicationCommandType.ChatInput }
    : {}),
  ...(interaction.type === InteractionType.MessageComponent ? { interacted_message_id: interaction.message_id } : {}),
  ...(interaction.opened_by ? { triggering_interaction_metadata: metadataObject(world, interaction.opened_by, guildId) } : {}),
});

/** What MESSAGE_CREATE and MESSAGE_UPDATE add: the guild and the author's member. Ephemeral messages carry neither. */
export function messageEvent(world: World, message: Message): object {
  const object = messageObject(world, message);
  const guildId = world.channels.get(message.channel_id)?.guild_id;
  if (!guildId || message.only) return object;
  const guild = world.guilds.get(guildId);
  const member = guild?.members.get(message.author_id);
  return {
    ...object,
    guild_id: guildId,
    ...(member ? { member: partialMember(member) } : {}),
    mentions: message.mentions.map((id) => {
      const mentioned = guild?.members.get(id);
      return { ...userOf(world, id), ...(mentioned ? { member: partialMember(mentioned) } : {}) };
    }),
  };
}

export const auditEntryObject = (entry: AuditEntry): APIAuditLogEntry =>
  ({
    id: entry.id,
    action_type: entry.action_type,
    user_id: entry.user_id,
    target_id: entry.target_id,
    ...(entry.changes.length > 0 ? { changes: entry.changes } : {}),
    ...(entry.options ? { options: entry.options } : {}),
    ...(entry.reason ? { reason: entry.reason } : {}),
  }) as unknown as APIAuditLogEntry;
