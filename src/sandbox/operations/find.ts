import { type Refusal, refuse } from '../errors.ts';
import { requireInChannel } from '../permissions.ts';
import type { Channel, Guild, Member, Message, Role, Thread, World } from '../world.ts';

function found<T>(value: T | undefined, refusal: Refusal): T {
  if (value === undefined) throw refuse(refusal);
  return value;
}

/** The guild, as far as the actor is in it. Discord answers 10004 for one that it is not in. */
export function guildFor(world: World, actorId: string, id: string): Guild {
  const guild = found(world.guilds.get(id), 'unknownGuild');
  if (!guild.members.has(actorId)) throw refuse('unknownGuild');
  return guild;
}

export const channelBy = (world: World, id: string): Channel => found(world.channels.get(id), 'unknownChannel');

export const guildOf = (world: World, channel: Channel): Guild => {
  if (channel.guild_id === null) throw refuse('dmWrongAction');
  return found(world.guilds.get(channel.guild_id), 'unknownGuild');
};

/** The channel, refused with 50001 to who may not see it. */
export function channelFor(world: World, actorId: string, id: string): Channel {
  const channel = channelBy(world, id);
  requireInChannel(world, actorId, channel, 'ViewChannel');
  return channel;
}

/** A thread with what only threads have; 50024 for another channel. */
export function threadFor(world: World, actorId: string, id: string): Channel & { thread: Thread } {
  const channel = channelFor(world, actorId, id);
  if (!isThreadChannel(channel)) throw refuse('wrongChannelType');
  return channel;
}

export const isThreadChannel = (channel: Channel): channel is Channel & { thread: Thread } => channel.thread !== null;

export const roleBy = (guild: Guild, id: string): Role => found(guild.roles.get(id), 'unknownRole');

/** A member; 10013 when no such user exists at all, 10007 when they are not in the guild. */
export function memberBy(world: World, guild: Guild, id: string): Member {
  if (!world.users.has(id)) throw refuse('unknownUser');
  return found(guild.members.get(id), 'unknownMember');
}

/** A message that stays: ephemeral ones cannot be reached through their channel. */
export function messageBy(world: World, channelId: string, id: string): Message {
  const message = found(world.messages.get(channelId)?.get(id), 'unknownMessage');
  if (message.only !== null) throw refuse('unknownMessage');
  return message;
}
