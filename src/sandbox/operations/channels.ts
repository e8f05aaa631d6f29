import { type APIOverwrite, AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import { invalidForm, refuse } from '../errors.ts';
import { channelObject } from '../objects.ts';
import { channelPermissions, guildPermissions, requireInChannel, requireInGuild } from '../permissions.ts';
import { addChannel, announceChannel, blankChannel, channelsOf } from '../population.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import type { Channel, Guild, World } from '../world.ts';
import { type Act, audit, changesBetween } from './audit.ts';
import { guildOf } from './find.ts';
import { forgetTags, forumFlags, isForumType, type TagDraft, tagsFrom } from './forums.ts';
import { requireOverwrites, requireTargets, withThreadSync } from './overwrites.ts';
import { emptyRoom } from './voice.ts';

export type ChannelFields = Partial<
  Pick<
    Channel,
    | 'name'
    | 'topic'
    | 'nsfw'
    | 'rate_limit_per_user'
    | 'parent_id'
    | 'flags'
    | 'default_reaction_emoji'
    | 'default_sort_order'
    | 'default_forum_layout'
    | 'default_auto_archive_duration'
    | 'default_thread_rate_limit_per_user'
    | 'bitrate'
    | 'user_limit'
    | 'position'
    | 'type'
  >
> & { permission_overwrites?: APIOverwrite[]; available_tags?: TagDraft[] };

const audited = [
  'name',
  'topic',
  'nsfw',
  'rate_limit_per_user',
  'parent_id',
  'permission_overwrites',
  'available_tags',
  'default_auto_archive_duration',
  'default_reaction_emoji',
  'default_sort_order',
  'default_forum_layout',
  'default_thread_rate_limit_per_user',
  'flags',
  'bitrate',
  'user_limit',
  'position',
  'type',
] as const;

/** Kinds that only a community server has: 50024 elsewhere. https://support.discord.com/hc/en-us/articles/6208479917079 */
const ofCommunities: readonly ChannelType[] = [
  ChannelType.GuildAnnouncement,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
];

const nameInLowerCase: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
];

/** Text channels are named in lower case with dashes. */
const nameFor = (type: ChannelType, name: string): string =>
  nameInLowerCase.includes(type) ? name.trim().toLowerCase().replace(/\s+/g, '-') : name.trim();

function requireParent(world: World, guild: Guild, parentId: string | null | undefined): void {
  if (!parentId) return;
  const parent = world.channels.get(parentId);
  const wrong = (code: string, message: string) => invalidForm({ path: ['parent_id'], code, message });
  if (parent?.guild_id !== guild.id) throw wrong('CHANNEL_PARENT_INVALID', 'Category does not exist');
  if (parent.type !== ChannelType.GuildCategory) throw wrong('CHANNEL_PARENT_INVALID_TYPE', 'Not a category');
}

const mostInCategory = 50;
const mostInGuild = 500;

/** Refuses when `more` channels do not fit into the category any more. */
function requireRoom(world: World, guild: Guild, parentId: string | null | undefined, more: number): void {
  if (!parentId) return;
  const inside = channelsOf(world, guild.id).filter((channel) => channel.parent_id === parentId).length;
  if (inside + more <= mostInCategory) return;
  throw invalidForm({
    path: ['parent_id'],
    code: 'CHANNEL_PARENT_MAX_CHANNELS',
    message: `Maximum number of channels in category reached (${mostInCategory})`,
  });
}

export function createChannel(
  world: World,
  by: Act,
  guild: Guild,
  type: ChannelType,
  fields: ChannelFields & { name: string },
): Channel {
  requireInGuild(world, by.actorId, guild, 'ManageChannels');
  enforce(ruleTable.place, { ...fields, forum: isForumType(type), stage: type === ChannelType.GuildStageVoice });
  if (ofCommunities.includes(type) && !guild.features.includes('COMMUNITY')) throw refuse('wrongChannelType');
  requireParent(world, guild, fields.parent_id);
  requireRoom(world, guild, fields.parent_id, 1);
  if (channelsOf(world, guild.id).filter((channel) => !channel.thread).length >= mostInGuild) throw refuse('tooManyChannels');
  const overwrites = fields.permission_overwrites ?? [];
  requireTargets(world, guild, overwrites);
  requireOverwrites(world, guild, by.actorId, guildPermissions(world, guild, by.actorId), overwrites, []);
  const parent = fields.parent_id ? world.channels.get(fields.parent_id) : undefined;
  const channel = addChannel(world, guild, {
    ...fields,
    available_tags: tagsFrom(world, [], fields.available_tags ?? []),
    type,
    name: nameFor(type, fields.name),
    // A channel made inside a category without overwrites of its own begins with those of the category.
    permission_overwrites:
      fields.permission_overwrites ?? parent?.permission_overwrites.map((overwrite) => ({ ...overwrite })) ?? [],
  });
  audit(world, guild, by, {
    type: AuditLogEvent.ChannelCreate,
    targetId: channel.id,
    changes: changesBetween({}, channel, ['name', 'permission_overwrites']),
  });
  return channel;
}

const convertible: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** https://docs.discord.com/developers/resources/channel#modify-channel: text to announcements and back, where there is NEWS. */
function requireConversion(guild: Guild, channel: Channel, wanted: ChannelType): void {
  const both = convertible.includes(channel.type) && convertible.includes(wanted);
  if (!both || !guild.features.includes('NEWS')) throw refuse('wrongChannelType');
}

export function modifyChannel(world: World, by: Act, channel: Channel, fields: ChannelFields): Channel {
  const guild = guildOf(world, channel);
  requireInChannel(world, by.actorId, channel, 'ManageChannels');
  enforce(ruleTable.place, {
    ...fields,
    forum: isForumType(channel.type),
    stage: channel.type === ChannelType.GuildStageVoice,
  });
  if (fields.parent_id !== undefined && fields.parent_id !== channel.parent_id) {
    requireParent(world, guild, fields.parent_id);
    requireRoom(world, guild, fields.parent_id, 1);
  }
  if (fields.type !== undefined && fields.type !== channel.type) requireConversion(guild, channel, fields.type);
  const tags = fields.available_tags ? tagsFrom(world, channel.available_tags, fields.available_tags) : channel.available_tags;
  if (fields.permission_overwrites) {
    requireInChannel(world, by.actorId, channel, 'ManageRoles');
    requireTargets(world, guild, fields.permission_overwrites);
    const cleared = channel.permission_overwrites
      .filter(({ id }) => !fields.permission_overwrites?.some((kept) => kept.id === id))
      .map((overwrite) => ({ ...overwrite, allow: '0', deny: '0' }));
    const held = channelPermissions(world, channel, by.actorId) | guildPermissions(world, guild, by.actorId);
    requireOverwrites(
      world,
      guild,
      by.actorId,
      held,
      [...fields.permission_overwrites, ...cleared],
      channel.permission_overwrites,
    );
  }
  const before = { ...channel };
  withThreadSync(world, channel, () => {
    Object.assign(channel, fields, {
      name: fields.name === undefined ? channel.name : nameFor(channel.type, fields.name),
      available_tags: tags,
      flags: forumFlags(before.flags, isForumType(channel.type) ? (fields.flags ?? before.flags) : before.flags),
    });
  });
  const changes = changesBetween(before, channel, audited);
  if (changes.length > 0) audit(world, guild, by, { type: AuditLogEvent.ChannelUpdate, targetId: channel.id, changes });
  announceChannel(world, 'CHANNEL_UPDATE', channel);
  forgetTags(world, channel);
  return channel;
}

export function deleteChannel(world: World, by: Act, channel: Channel): void {
  const guild = guildOf(world, channel);
  requireInChannel(world, by.actorId, channel, 'ManageChannels');
  if (channel.id === guild.rules_channel_id || channel.id === guild.public_updates_channel_id) throw refuse('communityChannel');
  audit(world, guild, by, {
    type: AuditLogEvent.ChannelDelete,
    targetId: channel.id,
    changes: changesBetween({ name: channel.name }, {}, ['name']),
  });
  emptyRoom(world, guild, channel.id);
  for (const { code, channel_id } of [...world.invites.values()]) if (channel_id === channel.id) world.invites.delete(code);
  announceChannel(world, 'CHANNEL_DELETE', channel);
  for (const other of channelsOf(world, guild.id)) {
    if (other.parent_id !== channel.id) continue;
    if (other.thread) {
      world.channels.delete(other.id);
      world.messages.delete(other.id);
    } else {
      other.parent_id = null;
      announceChannel(world, 'CHANNEL_UPDATE', other);
    }
  }
  world.channels.delete(channel.id);
  world.messages.delete(channel.id);
  if (guild.system_channel_id === channel.id) guild.system_channel_id = null;
}

export type Move = {
  id: string;
  position?: number | null | undefined;
  parent_id?: string | null | undefined;
  lock_permissions?: boolean | null | undefined;
};

/**
 * Positions and categories of several channels at once: all or none. `lock_permissions` copies the overwrites of the category.
 * https://docs.discord.com/developers/resources/guild#modify-guild-channel-positions
 */
export function moveChannels(world: World, by: Act, guild: Guild, moves: readonly Move[]): void {
  requireInGuild(world, by.actorId, guild, 'ManageChannels');
  const arriving = new Map<string, number>();
  const channels = moves.map((move) => {
    const channel = world.channels.get(move.id);
    if (channel?.guild_id !== guild.id || channel.thread) throw refuse('unknownChannel');
    requireParent(world, guild, move.parent_id);
    if (move.parent_id && move.parent_id !== channel.parent_id)
      arriving.set(move.parent_id, (arriving.get(move.parent_id) ?? 0) + 1);
    if (move.lock_permissions) requireInChannel(world, by.actorId, channel, 'ManageRoles');
    return { channel, move };
  });
  for (const [parentId, count] of arriving) requireRoom(world, guild, parentId, count);
  for (const { channel, move } of channels) {
    const before = { ...channel };
    const parentId = move.parent_id === undefined ? channel.parent_id : move.parent_id;
    const parent = parentId ? world.channels.get(parentId) : undefined;
    withThreadSync(world, channel, () => {
      channel.position = move.position ?? channel.position;
      channel.parent_id = parentId;
      if (move.lock_permissions && parent)
        channel.permission_overwrites = parent.permission_overwrites.map((overwrite) => ({ ...overwrite }));
    });
    const changes = changesBetween(before, channel, audited);
    if (changes.length === 0) continue;
    audit(world, guild, by, { type: AuditLogEvent.ChannelUpdate, targetId: channel.id, changes });
    announceChannel(world, 'CHANNEL_UPDATE', channel);
  }
}

/** The conversation of two users, opened when there is none. Whether the other accepts messages shows at the first one. */
export function openDm(world: World, userId: string, recipientId: string): Channel {
  if (!world.users.has(recipientId)) throw refuse('invalidRecipient');
  if (recipientId === userId) throw refuse('dmRefused');
  const known = [...world.channels.values()].find(
    (channel) =>
      channel.type === ChannelType.DM && channel.recipients.includes(userId) && channel.recipients.includes(recipientId),
  );
  if (known) return known;
  const channel = blankChannel(world, { type: ChannelType.DM, name: '', recipients: [userId, recipientId] });
  world.channels.set(channel.id, channel);
  for (const id of channel.recipients) {
    if (!world.users.get(id)?.bot)
      world.emit({
        event: 'CHANNEL_CREATE',
        data: channelObject(world, channel, id),
        guildId: null,
        channelId: channel.id,
        only: [id],
      });
  }
  return channel;
}
