import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { type Clock, systemClock } from '../kernel/time.ts';
import { channelObject, guildObject, memberObject, roleObject } from './objects.ts';
import { allPermissions } from './permissions.ts';
import { type Channel, createWorld, type Guild, type Member, type Role, type Thread, type User, type World } from './world.ts';

/** Puts things into a world without asking anyone's permission: for seeds and tests. Every addition is announced like any other. */
export function addUser(
  world: World,
  user: { username: string; globalName?: string; bot?: boolean; locale?: User['locale']; id?: string },
): User {
  const created: User = {
    id: user.id ?? world.id(),
    username: user.username,
    global_name: user.globalName ?? null,
    bot: user.bot ?? false,
    locale: user.locale ?? 'fr',
    closedDms: false,
  };
  world.users.set(created.id, created);
  return created;
}

/** What a new server's @everyone may do. */
export const everyonePermissions =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.CreatePrivateThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.ChangeNickname |
  PermissionFlagsBits.Connect |
  PermissionFlagsBits.Speak |
  PermissionFlagsBits.UseVAD |
  PermissionFlagsBits.Stream |
  PermissionFlagsBits.UseApplicationCommands |
  PermissionFlagsBits.RequestToSpeak |
  PermissionFlagsBits.SendVoiceMessages |
  PermissionFlagsBits.SendPolls;

/** A guild with its owner and @everyone. Announced when the bot joins. */
export function addGuild(
  world: World,
  guild: { name: string; ownerId: string; screening?: boolean; locale?: Guild['preferred_locale'] },
): Guild {
  const created: Guild = {
    id: world.id(),
    name: guild.name,
    description: null,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale ?? 'fr',
    features: ['COMMUNITY', 'NEWS'],
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    mfa_level: 0,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    afk_channel_id: null,
    afk_timeout: 300,
    screening: guild.screening ?? false,
    roles: new Map(),
    members: new Map(),
    bans: new Map(),
    auditLog: [],
    automod: new Map(),
    incidents: { invites_disabled_until: null, dms_disabled_until: null },
  };
  world.guilds.set(created.id, created);
  addRole(world, created, { name: '@everyone', permissions: everyonePermissions, position: 0, id: created.id });
  addMember(world, created, guild.ownerId);
  return created;
}

/** Without a `position` as Discord does: just above @everyone, all others move up by one. */
export function addRole(
  world: World,
  guild: Guild,
  role: {
    name: string;
    permissions?: bigint;
    position?: number;
    color?: number;
    hoist?: boolean;
    mentionable?: boolean;
    botId?: string;
    id?: string;
  },
): Role {
  const created: Role = {
    id: role.id ?? world.id(),
    name: role.name,
    permissions: String(role.permissions ?? 0n),
    position: role.position ?? 1,
    color: role.color ?? 0,
    hoist: role.hoist ?? false,
    managed: role.botId !== undefined,
    mentionable: role.mentionable ?? false,
    unicode_emoji: null,
    bot_id: role.botId ?? null,
  };
  if (role.position === undefined) {
    for (const other of guild.roles.values()) {
      if (other.id === guild.id) continue;
      other.position += 1;
      announceRole(world, 'GUILD_ROLE_UPDATE', guild, other);
    }
  }
  guild.roles.set(created.id, created);
  announceRole(world, 'GUILD_ROLE_CREATE', guild, created);
  return created;
}

export const announceRole = (world: World, event: string, guild: Guild, role: Role): void =>
  world.emit({ event, data: { guild_id: guild.id, role: roleObject(role) }, guildId: guild.id, channelId: null, only: null });

export function addMember(
  world: World,
  guild: Guild,
  userId: string,
  member: { roles?: readonly string[]; pending?: boolean; nick?: string; temporary?: boolean; joinedAt?: Date } = {},
): Member {
  const created: Member = {
    user_id: userId,
    nick: member.nick ?? null,
    roles: [...(member.roles ?? [])],
    joined_at: (member.joinedAt ?? world.clock.now()).toISOString(),
    pending: member.pending ?? false,
    communication_disabled_until: null,
    flags: 0,
    ...(member.temporary ? { temporary: true } : {}),
  };
  guild.members.set(userId, created);
  const data = { ...memberObject(world, created), guild_id: guild.id };
  world.emit({ event: 'GUILD_MEMBER_ADD', data, guildId: guild.id, channelId: null, only: null });
  return created;
}

export type NewChannel = Partial<Omit<Channel, 'id' | 'guild_id' | 'thread' | 'recipients'>> & { name: string };

export const blankChannel = (world: World, channel: Partial<Channel> & { name: string }): Channel => ({
  id: world.id(),
  type: ChannelType.GuildText,
  guild_id: null,
  topic: null,
  position: 0,
  parent_id: null,
  permission_overwrites: [],
  nsfw: false,
  rate_limit_per_user: 0,
  flags: 0,
  last_message_id: null,
  last_pin_timestamp: null,
  available_tags: [],
  default_reaction_emoji: null,
  default_sort_order: null,
  default_forum_layout: 0,
  default_auto_archive_duration: null,
  default_thread_rate_limit_per_user: 0,
  bitrate: 64_000,
  user_limit: 0,
  thread: null,
  recipients: [],
  ...channel,
});

/** A text channel unless `type` says otherwise, at the end of the list unless `position` does. */
export function addChannel(world: World, guild: Guild, channel: NewChannel): Channel {
  const siblings = channelsOf(world, guild.id).filter((other) => !other.thread);
  const created = blankChannel(world, { position: siblings.length, ...channel, guild_id: guild.id });
  world.channels.set(created.id, created);
  announceChannel(world, 'CHANNEL_CREATE', created);
  return created;
}

export const announceChannel = (world: World, event: string, channel: Channel): void =>
  world.emit({ event, data: channelObject(world, channel), guildId: channel.guild_id, channelId: null, only: null });

/** A public thread of `parent` unless `type` says otherwise. Announced by `operations/threads.ts`. */
export function addThread(
  world: World,
  parent: Channel,
  thread: { name: string; ownerId: string; type?: ChannelType; id?: string } & Partial<Thread['metadata']>,
): Channel {
  const now = world.clock.now().toISOString();
  const created = blankChannel(world, {
    id: thread.id ?? world.id(),
    type: thread.type ?? ChannelType.PublicThread,
    guild_id: parent.guild_id,
    name: thread.name,
    parent_id: parent.id,
    thread: {
      owner_id: thread.ownerId,
      metadata: {
        archived: false,
        auto_archive_duration: thread.auto_archive_duration ?? 4320,
        archive_timestamp: now,
        locked: false,
        create_timestamp: now,
        ...(thread.type === ChannelType.PrivateThread ? { invitable: thread.invitable ?? true } : {}),
      },
      applied_tags: [],
      members: [],
      message_count: 0,
      total_message_sent: 0,
    },
  });
  world.channels.set(created.id, created);
  return created;
}

export const channelsOf = (world: World, guildId: string): Channel[] =>
  [...world.channels.values()].filter((channel) => channel.guild_id === guildId);

/** All that a bot of a training organisation needs, and not Administrator, which would hide missing permissions. */
export const botPermissions =
  everyonePermissions |
  PermissionFlagsBits.ManageChannels |
  PermissionFlagsBits.ManageRoles |
  PermissionFlagsBits.ManageMessages |
  PermissionFlagsBits.PinMessages |
  PermissionFlagsBits.ManageThreads |
  PermissionFlagsBits.ManageNicknames |
  PermissionFlagsBits.ManageGuild |
  PermissionFlagsBits.ManageEvents |
  PermissionFlagsBits.CreateEvents |
  PermissionFlagsBits.CreateInstantInvite |
  PermissionFlagsBits.KickMembers |
  PermissionFlagsBits.BanMembers |
  PermissionFlagsBits.ModerateMembers |
  PermissionFlagsBits.MoveMembers |
  PermissionFlagsBits.ViewAuditLog |
  PermissionFlagsBits.MentionEveryone;

/** The bot joins: its managed role is made, with `permissions`, above the roles that exist. */
export function addBot(world: World, guild: Guild, permissions: bigint = botPermissions): Member {
  const { application } = world;
  if (!world.users.has(application.id))
    addUser(world, { username: application.name, bot: true, locale: 'en-US', id: application.id });
  const position = Math.max(...[...guild.roles.values()].map((role) => role.position)) + 1;
  const role = addRole(world, guild, {
    name: application.name,
    permissions: permissions & allPermissions,
    position,
    botId: application.id,
  });
  const member = addMember(world, guild, application.id, { roles: [role.id] });
  world.emit({
    event: 'GUILD_CREATE',
    data: guildObject(world, guild),
    guildId: guild.id,
    channelId: null,
    only: [application.id],
  });
  return member;
}

/** One guild with an owner, the bot and #général. */
export function defaultWorld(clock: Clock = systemClock): World {
  const world = createWorld(clock);
  const owner = addUser(world, { username: 'claire.moreau', globalName: 'Claire Moreau' });
  const guild = addGuild(world, { name: 'Simplon', ownerId: owner.id });
  addBot(world, guild);
  const general = addChannel(world, guild, { name: 'général' });
  guild.system_channel_id = general.id;
  return world;
}
