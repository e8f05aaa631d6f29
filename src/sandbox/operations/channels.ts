import { type APIOverwrite, AuditLogEvent, ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { invalidForm, refuse } from '../errors.ts';
import { channelObject, threadMemberObject } from '../objects.ts';
import { channelPermissions, guildPermissions, hasPermission, maySee, requireInChannel, requireInGuild } from '../permissions.ts';
import { addChannel, blankChannel, channelsOf } from '../population.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import type { Channel, Guild, World } from '../world.ts';
import { type Act, audit, changesBetween } from './audit.ts';
import { guildOf } from './find.ts';

export type ChannelFields = Partial<
  Pick<
    Channel,
    | 'name'
    | 'topic'
    | 'nsfw'
    | 'rate_limit_per_user'
    | 'parent_id'
    | 'flags'
    | 'available_tags'
    | 'default_reaction_emoji'
    | 'default_sort_order'
    | 'default_forum_layout'
    | 'default_auto_archive_duration'
    | 'default_thread_rate_limit_per_user'
    | 'bitrate'
    | 'user_limit'
    | 'position'
  >
> & { permission_overwrites?: APIOverwrite[] };

const audited = [
  'name',
  'topic',
  'nsfw',
  'rate_limit_per_user',
  'parent_id',
  'permission_overwrites',
  'available_tags',
  'default_auto_archive_duration',
] as const;

const nameInLowerCase: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
];

/** Text channels are named in lower case with dashes. */
const nameFor = (type: ChannelType, name: string): string =>
  nameInLowerCase.includes(type) ? name.trim().toLowerCase().replace(/\s+/g, '-') : name.trim();

export const announceChannel = (world: World, event: string, channel: Channel): void =>
  world.emit({ event, data: channelObject(world, channel), guildId: channel.guild_id, channelId: null, only: null });

/**
 * Only what one holds can be allowed or denied; ManageRoles in an overwrite takes Administrator.
 * https://docs.discord.com/developers/resources/guild#create-guild-channel
 */
function requireOverwrites(
  world: World,
  guild: Guild,
  actorId: string,
  held: bigint,
  overwrites: readonly APIOverwrite[],
  known: readonly APIOverwrite[],
): void {
  const administrates = hasPermission(guildPermissions(world, guild, actorId), 'Administrator');
  if (administrates) return;
  for (const overwrite of overwrites) {
    const before = known.find(({ id }) => id === overwrite.id);
    const touched =
      (BigInt(overwrite.allow) ^ BigInt(before?.allow ?? '0')) | (BigInt(overwrite.deny) ^ BigInt(before?.deny ?? '0'));
    if (touched & PermissionFlagsBits.ManageRoles) throw refuse('missingPermissions');
    if (touched & ~held) throw refuse('missingPermissions');
  }
}

/** Threads of a channel that a change has opened to the bot: https://docs.discord.com/developers/events/gateway-events#thread-list-sync */
function withThreadSync(world: World, channel: Channel, change: () => void): void {
  const botId = world.application.id;
  const sawBefore = maySee(world, botId, channel.id);
  change();
  if (sawBefore || !maySee(world, botId, channel.id)) return;
  const threads = [...world.channels.values()].filter(
    (other) => other.parent_id === channel.id && other.thread?.metadata.archived === false && maySee(world, botId, other.id),
  );
  const members = threads.flatMap((thread) =>
    (thread.thread?.members ?? []).filter(({ user_id }) => user_id === botId).map((member) => threadMemberObject(thread, member)),
  );
  const data = {
    guild_id: channel.guild_id,
    channel_ids: [channel.id],
    threads: threads.map((thread) => channelObject(world, thread, botId)),
    members,
  };
  world.emit({ event: 'THREAD_LIST_SYNC', data, guildId: channel.guild_id, channelId: null, only: [botId] });
}

function requireTargets(world: World, guild: Guild, overwrites: readonly APIOverwrite[]): void {
  for (const [index, { id, type }] of overwrites.entries()) {
    const known = type === OverwriteType.Role ? guild.roles.has(id) : world.users.has(id);
    if (!known)
      throw invalidForm({
        path: ['permission_overwrites', index, 'id'],
        code: 'CHANNEL_PERMISSION_OVERWRITE_INVALID',
        message: 'Unknown role or member',
      });
  }
}

function requireParent(world: World, guild: Guild, parentId: string | null | undefined, self?: Channel): void {
  if (!parentId) return;
  const parent = world.channels.get(parentId);
  const wrong = (code: string, message: string) => invalidForm({ path: ['parent_id'], code, message });
  if (parent?.guild_id !== guild.id) throw wrong('CHANNEL_PARENT_INVALID', 'Category does not exist');
  if (parent.type !== ChannelType.GuildCategory) throw wrong('CHANNEL_PARENT_INVALID_TYPE', 'Not a category');
  const inside = channelsOf(world, guild.id).filter((other) => other.parent_id === parentId && other.id !== self?.id);
  if (inside.length >= 50) throw wrong('CHANNEL_PARENT_MAX_CHANNELS', 'Maximum number of channels in category reached (50)');
}

export function createChannel(
  world: World,
  by: Act,
  guild: Guild,
  type: ChannelType,
  fields: ChannelFields & { name: string },
): Channel {
  requireInGuild(world, by.actorId, guild, 'ManageChannels');
  const forum = type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
  enforce(ruleTable.place, { ...fields, forum });
  requireParent(world, guild, fields.parent_id);
  if (channelsOf(world, guild.id).filter((channel) => !channel.thread).length >= 500) throw refuse('tooManyChannels');
  const overwrites = fields.permission_overwrites ?? [];
  requireTargets(world, guild, overwrites);
  requireOverwrites(world, guild, by.actorId, guildPermissions(world, guild, by.actorId), overwrites, []);
  const parent = fields.parent_id ? world.channels.get(fields.parent_id) : undefined;
  const channel = addChannel(world, guild, {
    ...fields,
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

export function modifyChannel(world: World, by: Act, channel: Channel, fields: ChannelFields & { type?: ChannelType }): Channel {
  const guild = guildOf(world, channel);
  requireInChannel(world, by.actorId, channel, 'ManageChannels');
  const forum = channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia;
  enforce(ruleTable.place, { ...fields, forum });
  if (fields.parent_id !== channel.parent_id) requireParent(world, guild, fields.parent_id, channel);
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
    Object.assign(channel, fields, fields.name === undefined ? {} : { name: nameFor(channel.type, fields.name) });
  });
  const changes = changesBetween(before, channel, audited);
  if (changes.length > 0) audit(world, guild, by, { type: AuditLogEvent.ChannelUpdate, targetId: channel.id, changes });
  announceChannel(world, 'CHANNEL_UPDATE', channel);
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

export function moveChannels(world: World, by: Act, guild: Guild, moves: readonly Move[]): void {
  requireInGuild(world, by.actorId, guild, 'ManageChannels');
  const channels = moves.map((move) => {
    const channel = world.channels.get(move.id);
    if (channel?.guild_id !== guild.id) throw refuse('unknownChannel');
    requireParent(world, guild, move.parent_id, channel);
    return { channel, move };
  });
  for (const { channel, move } of channels) {
    const before = { position: channel.position, parent_id: channel.parent_id };
    if (move.position !== undefined && move.position !== null) channel.position = move.position;
    if (move.parent_id !== undefined) channel.parent_id = move.parent_id;
    const parent = channel.parent_id ? world.channels.get(channel.parent_id) : undefined;
    if (move.lock_permissions && parent)
      channel.permission_overwrites = parent.permission_overwrites.map((overwrite) => ({ ...overwrite }));
    if (before.position !== channel.position || before.parent_id !== channel.parent_id)
      announceChannel(world, 'CHANNEL_UPDATE', channel);
  }
}

export function setOverwrite(world: World, by: Act, channel: Channel, overwrite: APIOverwrite): void {
  const guild = guildOf(world, channel);
  if (channel.thread) throw refuse('wrongChannelType');
  requireInChannel(world, by.actorId, channel, 'ManageRoles');
  const known = overwrite.type === OverwriteType.Role ? guild.roles.has(overwrite.id) : world.users.has(overwrite.id);
  if (!known) throw refuse(overwrite.type === OverwriteType.Role ? 'unknownRole' : 'unknownMember');
  const held = channelPermissions(world, channel, by.actorId) | guildPermissions(world, guild, by.actorId);
  requireOverwrites(world, guild, by.actorId, held, [overwrite], channel.permission_overwrites);
  const index = channel.permission_overwrites.findIndex(({ id }) => id === overwrite.id);
  const before = channel.permission_overwrites[index];
  withThreadSync(world, channel, () => {
    if (index >= 0) channel.permission_overwrites[index] = overwrite;
    else channel.permission_overwrites.push(overwrite);
  });
  audit(world, guild, by, {
    type: before ? AuditLogEvent.ChannelOverwriteUpdate : AuditLogEvent.ChannelOverwriteCreate,
    targetId: channel.id,
    changes: changesBetween<APIOverwrite>(before ?? {}, overwrite, ['allow', 'deny']),
    options: { id: overwrite.id, type: String(overwrite.type) },
  });
  announceChannel(world, 'CHANNEL_UPDATE', channel);
}

export function removeOverwrite(world: World, by: Act, channel: Channel, id: string): void {
  const guild = guildOf(world, channel);
  requireInChannel(world, by.actorId, channel, 'ManageRoles');
  const before = channel.permission_overwrites.find((overwrite) => overwrite.id === id);
  if (!before) throw refuse('unknownOverwrite');
  const held = channelPermissions(world, channel, by.actorId) | guildPermissions(world, guild, by.actorId);
  requireOverwrites(world, guild, by.actorId, held, [{ ...before, allow: '0', deny: '0' }], channel.permission_overwrites);
  withThreadSync(world, channel, () => {
    channel.permission_overwrites = channel.permission_overwrites.filter((overwrite) => overwrite.id !== id);
  });
  audit(world, guild, by, {
    type: AuditLogEvent.ChannelOverwriteDelete,
    targetId: channel.id,
    options: { id, type: String(before.type) },
  });
  announceChannel(world, 'CHANNEL_UPDATE', channel);
}

/** The conversation of two users, opened when there is none. Whether the other accepts messages shows at the first one. */
export function openDm(world: World, userId: string, recipientId: string): Channel {
  if (!world.users.has(recipientId)) throw invalidForm({ path: ['recipient_id'], code: 'UNKNOWN_USER', message: 'Unknown user' });
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
