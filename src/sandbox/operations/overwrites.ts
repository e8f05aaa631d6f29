import { type APIOverwrite, AuditLogEvent, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { invalidForm, refuse } from '../errors.ts';
import { channelObject, threadMemberObject } from '../objects.ts';
import { channelPermissions, guildPermissions, hasPermission, maySee, requireInChannel } from '../permissions.ts';
import { announceChannel } from '../population.ts';
import type { Channel, Guild, World } from '../world.ts';
import { type Act, audit, changesBetween } from './audit.ts';
import { guildOf } from './find.ts';

/** Who a channel lets in, keeps out and allows what. */

/**
 * Only what one holds can be allowed or denied; ManageRoles in an overwrite takes Administrator.
 * https://docs.discord.com/developers/resources/guild#create-guild-channel
 */
export function requireOverwrites(
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
export function withThreadSync(world: World, channel: Channel, change: () => void): void {
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

export function requireTargets(world: World, guild: Guild, overwrites: readonly APIOverwrite[]): void {
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
