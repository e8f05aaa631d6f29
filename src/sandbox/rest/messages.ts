import { z } from 'zod';
import { id, messageDraft, parse } from '../draft.ts';
import { messageObject, userOf } from '../objects.ts';
import { channelFor, messageBy } from '../operations/find.ts';
import { createMessage, crosspostMessage, deleteMessage, deleteMessages, editMessage } from '../operations/messages.ts';
import { pinMessage } from '../operations/pins.ts';
import { addReaction, removeReaction } from '../operations/reactions.ts';
import { channelPermissions, hasPermission, requireInChannel } from '../permissions.ts';
import type { Message } from '../world.ts';
import { actOf, type Call, limitOf, nothing, ok, param, type Route, route } from './route.ts';

const channelIn = (call: Call) => channelFor(call.world, call.actorId, param(call, 'channel_id'));

const shown = (call: Call, message: Message) => messageObject(call.world, message, call.actorId);

const lasting = (call: Call): Message[] =>
  [...(call.world.messages.get(param(call, 'channel_id'))?.values() ?? [])].filter(({ only }) => only === null);

/** Without READ_MESSAGE_HISTORY a list is empty: https://docs.discord.com/developers/resources/message#get-channel-messages */
function listed(call: Call): Message[] {
  const channel = channelIn(call);
  if (!hasPermission(channelPermissions(call.world, channel, call.actorId), 'ReadMessageHistory')) return [];
  const limit = limitOf(call, { default: 50, max: 100 });
  const messages = lasting(call);
  const [around, before, after] = ['around', 'before', 'after'].map((key) => call.query.get(key));
  if (around) {
    const older = messages.filter((message) => BigInt(message.id) <= BigInt(around)).slice(-Math.ceil((limit + 1) / 2));
    const newer = messages.filter((message) => BigInt(message.id) > BigInt(around)).slice(0, Math.floor(limit / 2));
    return [...older, ...newer].slice(-limit).toReversed();
  }
  if (after)
    return messages
      .filter((message) => BigInt(message.id) > BigInt(after))
      .slice(0, limit)
      .toReversed();
  return messages
    .filter((message) => !before || BigInt(message.id) < BigInt(before))
    .slice(-limit)
    .toReversed();
}

const pin = (pinned: boolean) => (call: Call) => {
  pinMessage(call.world, actOf(call), channelIn(call), param(call, 'message_id'), pinned);
  return nothing;
};

const pins = (call: Call): Message[] => {
  const channel = channelIn(call);
  requireInChannel(call.world, call.actorId, channel, ...(channel.guild_id ? (['ReadMessageHistory'] as const) : []));
  return lasting(call)
    .filter(({ pinned }) => pinned)
    .toReversed();
};

const unreact = (userOfCall: (call: Call) => string) => (call: Call) => {
  removeReaction(
    call.world,
    actOf(call),
    channelIn(call),
    param(call, 'message_id'),
    param(call, 'emoji_name'),
    userOfCall(call),
  );
  return nothing;
};

export const messageRoutes: readonly Route[] = [
  route('GET', '/channels/:channel_id/messages', (call) => ok(listed(call).map((message) => shown(call, message)))),
  route('GET', '/channels/:channel_id/messages/:message_id', (call) => {
    const channel = channelIn(call);
    if (channel.guild_id) requireInChannel(call.world, call.actorId, channel, 'ReadMessageHistory');
    return ok(shown(call, messageBy(call.world, channel.id, param(call, 'message_id'))));
  }),
  route('POST', '/channels/:channel_id/messages', (call) => {
    const draft = parse(messageDraft, call.body);
    return ok(shown(call, createMessage(call.world, actOf(call), channelIn(call), draft, call.files)));
  }),
  route('PATCH', '/channels/:channel_id/messages/:message_id', (call) => {
    const draft = parse(messageDraft, call.body);
    return ok(shown(call, editMessage(call.world, actOf(call), channelIn(call), param(call, 'message_id'), draft, call.files)));
  }),
  route('DELETE', '/channels/:channel_id/messages/:message_id', (call) => {
    deleteMessage(call.world, actOf(call), channelIn(call), param(call, 'message_id'));
    return nothing;
  }),
  route('POST', '/channels/:channel_id/messages/:message_id/crosspost', (call) =>
    ok(shown(call, crosspostMessage(call.world, actOf(call), channelIn(call), param(call, 'message_id')))),
  ),
  route('POST', '/channels/:channel_id/messages/bulk-delete', (call) => {
    const { messages } = parse(z.object({ messages: z.array(id) }), call.body);
    deleteMessages(call.world, actOf(call), channelIn(call), messages);
    return nothing;
  }),
  route('GET', '/channels/:channel_id/messages/pins', (call) => {
    const channel = channelIn(call);
    const items = pins(call).slice(0, limitOf(call, { default: 50, max: 50 }));
    return ok({
      items: items.map((message) => ({
        pinned_at: channel.last_pin_timestamp ?? message.timestamp,
        message: shown(call, message),
      })),
      has_more: pins(call).length > items.length,
    });
  }),
  route('GET', '/channels/:channel_id/pins', (call) => ok(pins(call).map((message) => shown(call, message)))),
  route('PUT', '/channels/:channel_id/messages/pins/:message_id', pin(true)),
  route('DELETE', '/channels/:channel_id/messages/pins/:message_id', pin(false)),
  route('PUT', '/channels/:channel_id/pins/:message_id', pin(true)),
  route('DELETE', '/channels/:channel_id/pins/:message_id', pin(false)),
  route('PUT', '/channels/:channel_id/messages/:message_id/reactions/:emoji_name/@me', (call) => {
    addReaction(call.world, actOf(call), channelIn(call), param(call, 'message_id'), param(call, 'emoji_name'));
    return nothing;
  }),
  route(
    'DELETE',
    '/channels/:channel_id/messages/:message_id/reactions/:emoji_name/@me',
    unreact((call) => call.actorId),
  ),
  route(
    'DELETE',
    '/channels/:channel_id/messages/:message_id/reactions/:emoji_name/:user_id',
    unreact((call) => param(call, 'user_id')),
  ),
  route('GET', '/channels/:channel_id/messages/:message_id/reactions/:emoji_name', (call) => {
    const message = messageBy(call.world, channelIn(call).id, param(call, 'message_id'));
    const [name, emojiId = null] = param(call, 'emoji_name').split(':');
    const users = message.reactions.find((reaction) => reaction.name === name && reaction.emoji_id === emojiId)?.users ?? [];
    return ok(users.slice(0, limitOf(call, { default: 25, max: 100 })).map((user) => userOf(call.world, user)));
  }),
];
