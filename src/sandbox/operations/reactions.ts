import { refuse } from '../errors.ts';
import { guildPermissions, hasPermission, isSilenced, requireInChannel } from '../permissions.ts';
import type { Channel, Message, Reaction, World } from '../world.ts';
import type { Act } from './audit.ts';
import { messageBy } from './find.ts';
import { audience } from './posting.ts';

/** `emoji` as in the route: `👍` or `name:id`. */
export function addReaction(world: World, { actorId }: Act, channel: Channel, id: string, emoji: string): void {
  requireInChannel(world, actorId, channel, ...(channel.guild_id ? (['ReadMessageHistory'] as const) : []));
  const message = messageBy(world, channel.id, id);
  if (channel.thread?.metadata.archived) throw refuse('threadArchived');
  const { name, emoji_id } = readEmoji(emoji);
  requireVoice(world, channel, actorId);
  let reaction = message.reactions.find((known) => known.name === name && known.emoji_id === emoji_id);
  if (!reaction) {
    if (channel.guild_id) requireInChannel(world, actorId, channel, 'AddReactions');
    if (message.reactions.length >= 20) throw refuse('tooManyReactions');
    reaction = { name, emoji_id, users: [] };
    message.reactions.push(reaction);
  }
  if (reaction.users.includes(actorId)) return;
  reaction.users.push(actorId);
  announceReaction(world, 'MESSAGE_REACTION_ADD', channel, message, reaction, actorId);
}

/** Joining a reaction that is there takes no permission, but who is timed out joins nothing. */
function requireVoice(world: World, channel: Channel, actorId: string): void {
  const guild = world.guilds.get(channel.guild_id ?? '');
  const member = guild?.members.get(actorId);
  if (!guild || !member || !isSilenced(world, member)) return;
  if (!hasPermission(guildPermissions(world, guild, actorId), 'Administrator')) throw refuse('missingPermissions');
}

export function removeReaction(
  world: World,
  { actorId }: Act,
  channel: Channel,
  id: string,
  emoji: string,
  userId: string,
): void {
  requireInChannel(world, actorId, channel, ...(userId === actorId || !channel.guild_id ? [] : (['ManageMessages'] as const)));
  const message = messageBy(world, channel.id, id);
  const { name, emoji_id } = readEmoji(emoji);
  const reaction = message.reactions.find((known) => known.name === name && known.emoji_id === emoji_id);
  if (!reaction?.users.includes(userId)) throw refuse('unknownEmoji');
  reaction.users = reaction.users.filter((user) => user !== userId);
  if (reaction.users.length === 0) message.reactions = message.reactions.filter((known) => known !== reaction);
  announceReaction(world, 'MESSAGE_REACTION_REMOVE', channel, message, reaction, userId);
}

function readEmoji(emoji: string): { name: string; emoji_id: string | null } {
  const [name = '', emojiId] = emoji.split(':');
  if (name === '' || (emojiId === undefined && /^[\w ]+$/.test(name))) throw refuse('unknownEmoji');
  return { name, emoji_id: emojiId ?? null };
}

function announceReaction(
  world: World,
  event: string,
  channel: Channel,
  message: Message,
  reaction: Reaction,
  userId: string,
): void {
  const data = {
    user_id: userId,
    channel_id: channel.id,
    message_id: message.id,
    ...(channel.guild_id ? { guild_id: channel.guild_id } : {}),
    emoji: { id: reaction.emoji_id, name: reaction.name },
    burst: false,
    type: 0,
    ...(event === 'MESSAGE_REACTION_ADD' ? { message_author_id: message.author_id } : {}),
  };
  world.emit({ event, data, ...audience(channel, message) });
}
