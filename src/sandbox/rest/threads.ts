import { ChannelType } from 'discord-api-types/v10';
import { z } from 'zod';
import { id, messageDraft, parse } from '../draft.ts';
import { refuse } from '../errors.ts';
import { channelObject, memberObject, messageObject, threadMemberObject } from '../objects.ts';
import { channelFor, guildOf, threadFor } from '../operations/find.ts';
import { isForumType, startPost } from '../operations/forums.ts';
import { addToThread, removeFromThread, startThread, startThreadFrom, type ThreadChannel } from '../operations/threads.ts';
import { requireInChannel } from '../permissions.ts';
import type { Channel } from '../world.ts';
import { actOf, type Call, limitOf, nothing, ok, param, type Route, route } from './route.ts';

const channelIn = (call: Call) => channelFor(call.world, call.actorId, param(call, 'channel_id'));
const threadIn = (call: Call) => threadFor(call.world, call.actorId, param(call, 'channel_id'));

const newThread = z.object({
  name: z.string(),
  auto_archive_duration: z.union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10080)]).optional(),
  rate_limit_per_user: z.number().int().nullish(),
  type: z.union([z.literal(10), z.literal(11), z.literal(12)]).optional(),
  invitable: z.boolean().optional(),
});
const newPost = newThread.extend({
  message: messageDraft,
  applied_tags: z
    .array(id)
    .max(5)
    .nullish()
    .transform((tags) => tags ?? undefined),
});

/** Threads with what their reader is to them. */
function page(call: Call, threads: readonly ThreadChannel[]): object {
  const limit = limitOf(call, { default: 50, max: 100 });
  const kept = threads.slice(0, limit);
  return {
    threads: kept.map((thread) => channelObject(call.world, thread, call.actorId)),
    members: kept.flatMap((thread) =>
      thread.thread.members.filter(({ user_id }) => user_id === call.actorId).map((member) => threadMemberObject(thread, member)),
    ),
    has_more: threads.length > kept.length,
  };
}

/** Most recently archived first; `before` is a time. */
const archived = (call: Call, parent: Channel, kind: (thread: ThreadChannel) => boolean) => {
  requireInChannel(call.world, call.actorId, parent, 'ReadMessageHistory');
  const before = call.query.get('before');
  const isOlder = ({ metadata }: ThreadChannel['thread']) => !before || new Date(metadata.archive_timestamp) < new Date(before);
  return [...call.world.channels.values()]
    .filter((channel): channel is ThreadChannel => channel.parent_id === parent.id && channel.thread !== null)
    .filter((thread) => thread.thread.metadata.archived && isOlder(thread.thread) && kind(thread))
    .sort((a, b) => b.thread.metadata.archive_timestamp.localeCompare(a.thread.metadata.archive_timestamp));
};

const memberIn = (_call: Call, thread: ThreadChannel, userId: string) => {
  const member = thread.thread.members.find(({ user_id }) => user_id === userId);
  if (!member) throw refuse('unknownMember');
  return threadMemberObject(thread, member);
};

const join = (who: (call: Call) => string) => (call: Call) => {
  addToThread(call.world, actOf(call), threadIn(call), who(call));
  return nothing;
};
const leave = (who: (call: Call) => string) => (call: Call) => {
  removeFromThread(call.world, actOf(call), threadIn(call), who(call));
  return nothing;
};
const self = (call: Call) => call.actorId;
const named = (call: Call) => param(call, 'user_id');

export const threadRoutes: readonly Route[] = [
  route('POST', '/channels/:channel_id/threads', (call) => {
    const parent = channelIn(call);
    if (isForumType(parent.type)) {
      const { message: draft, ...wanted } = parse(newPost, call.body);
      const { thread, message } = startPost(call.world, actOf(call), parent, wanted, draft, call.files);
      return ok(
        { ...channelObject(call.world, thread, call.actorId), message: messageObject(call.world, message, call.actorId) },
        201,
      );
    }
    return ok(
      channelObject(call.world, startThread(call.world, actOf(call), parent, parse(newThread, call.body)), call.actorId),
      201,
    );
  }),
  route('POST', '/channels/:channel_id/messages/:message_id/threads', (call) => {
    const wanted = parse(newThread, call.body);
    return ok(
      channelObject(
        call.world,
        startThreadFrom(call.world, actOf(call), channelIn(call), param(call, 'message_id'), wanted),
        call.actorId,
      ),
      201,
    );
  }),
  route('GET', '/channels/:channel_id/threads/archived/public', (call) =>
    ok(
      page(
        call,
        archived(call, channelIn(call), ({ type }) => type !== ChannelType.PrivateThread),
      ),
    ),
  ),
  route('GET', '/channels/:channel_id/threads/archived/private', (call) => {
    const parent = channelIn(call);
    requireInChannel(call.world, call.actorId, parent, 'ManageThreads');
    return ok(
      page(
        call,
        archived(call, parent, ({ type }) => type === ChannelType.PrivateThread),
      ),
    );
  }),
  route('GET', '/channels/:channel_id/users/@me/threads/archived/private', (call) =>
    ok(
      page(
        call,
        archived(
          call,
          channelIn(call),
          ({ type, thread }) =>
            type === ChannelType.PrivateThread && thread.members.some(({ user_id }) => user_id === call.actorId),
        ),
      ),
    ),
  ),
  route('GET', '/channels/:channel_id/thread-members', (call) => {
    const thread = threadIn(call);
    const guild = guildOf(call.world, thread);
    const withMember = call.query.get('with_member') === 'true';
    return ok(
      thread.thread.members.map((member) => {
        const full = guild.members.get(member.user_id);
        return {
          ...threadMemberObject(thread, member),
          ...(withMember && full ? { member: memberObject(call.world, full) } : {}),
        };
      }),
    );
  }),
  route('GET', '/channels/:channel_id/thread-members/:user_id', (call) => ok(memberIn(call, threadIn(call), named(call)))),
  route('PUT', '/channels/:channel_id/thread-members/@me', join(self)),
  route('PUT', '/channels/:channel_id/thread-members/:user_id', join(named)),
  route('DELETE', '/channels/:channel_id/thread-members/@me', leave(self)),
  route('DELETE', '/channels/:channel_id/thread-members/:user_id', leave(named)),
];
