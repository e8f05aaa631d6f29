import { type APIGuildForumTag, ChannelFlags, ChannelType } from 'discord-api-types/v10';
import type { MessageDraft, UploadedFile } from '../draft.ts';
import { invalidForm, refuse } from '../errors.ts';
import { channelPermissions, hasPermission, requireInChannel } from '../permissions.ts';
import { channelsOf } from '../population.ts';
import type { Channel, Message, World } from '../world.ts';
import type { Act } from './audit.ts';
import { requireContent } from './messages.ts';
import { moderate } from './moderating.ts';
import { checkDraft, postMessage } from './posting.ts';
import { announceThread, type NewThread, openThread, type ThreadChannel } from './threads.ts';

const forums: readonly ChannelType[] = [ChannelType.GuildForum, ChannelType.GuildMedia];

export const isForumType = (type: ChannelType): boolean => forums.includes(type);

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-flags: others of a channel cannot be set. */
const settable = ChannelFlags.RequireTag | ChannelFlags.HideMediaDownloadOptions;

export const forumFlags = (before: number, wanted: number): number => (before & ~settable) | (wanted & settable);

/** A post stays at the top of its forum; a forum has one such post. */
export function requirePinnable(world: World, thread: Channel, flags: number): void {
  const forum = world.channels.get(thread.parent_id ?? '');
  const wrong = (message: string) => invalidForm({ path: ['flags'], code: 'BASE_TYPE_CHOICES', message });
  if (flags & ~ChannelFlags.Pinned) throw wrong('Only PINNED can be set on a thread');
  if (!forum || !isForumType(forum.type)) throw wrong('Only threads of a forum can be pinned');
  const others = postsOf(world, forum).filter((post) => post.id !== thread.id && post.flags & ChannelFlags.Pinned);
  if (flags & ChannelFlags.Pinned && others.length > 0) throw refuse('tooManyPinnedPosts');
}

export const postsOf = (world: World, forum: Channel): ThreadChannel[] =>
  channelsOf(world, forum.guild_id ?? '').filter(
    (channel): channel is ThreadChannel => channel.parent_id === forum.id && channel.thread !== null,
  );

/** A tag as a bot writes it: without an id it is new. */
export type TagDraft = Omit<APIGuildForumTag, 'id'> & { id?: string | null | undefined };

/** New tags get their ids; one that keeps its id keeps its posts. 10087 for an id that the forum does not have. */
export function tagsFrom(world: World, known: readonly APIGuildForumTag[], drafts: readonly TagDraft[]): APIGuildForumTag[] {
  return drafts.map(({ id, ...tag }) => {
    if (id && !known.some((other) => other.id === id)) throw refuse('unknownTag');
    // No server here has emoji of its own.
    if (tag.emoji_id) throw refuse('unknownEmoji');
    return { id: id ?? world.id(), ...tag };
  });
}

/** Posts lose the tags that their forum no longer has. */
export function forgetTags(world: World, forum: Channel): void {
  const known = forum.available_tags.map(({ id }) => id);
  for (const post of postsOf(world, forum)) {
    const kept = post.thread.applied_tags.filter((id) => known.includes(id));
    if (kept.length === post.thread.applied_tags.length) continue;
    post.thread.applied_tags = kept;
    announceThread(world, 'THREAD_UPDATE', post);
  }
}

/** Tags exist, and moderated ones are put and taken by those who manage threads. */
export function requireTags(
  world: World,
  { actorId }: Act,
  forum: Channel,
  before: readonly string[],
  wanted: readonly string[],
): void {
  const manages = hasPermission(channelPermissions(world, forum, actorId), 'ManageThreads');
  if (wanted.some((id) => !forum.available_tags.some((tag) => tag.id === id))) throw refuse('unknownTag');
  const touched = forum.available_tags.filter(({ id }) => wanted.includes(id) !== before.includes(id));
  if (!manages && touched.some(({ moderated }) => moderated)) throw refuse('missingPermissions');
}

/**
 * A post: a thread and its first message, whose id is the thread's. Takes SEND_MESSAGES in the forum; CREATE_PUBLIC_THREADS means nothing here.
 * https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel
 */
export function startPost(
  world: World,
  by: Act,
  forum: Channel,
  wanted: NewThread,
  draft: MessageDraft,
  files: readonly UploadedFile[],
): { thread: ThreadChannel; message: Message } {
  requireInChannel(world, by.actorId, forum, 'SendMessages');
  requireContent(world, by.actorId, forum, draft, files);
  const tags = [...new Set(wanted.applied_tags ?? [])];
  requireTags(world, by, forum, [], tags);
  if (forum.flags & ChannelFlags.RequireTag && tags.length === 0) {
    const manages = hasPermission(channelPermissions(world, forum, by.actorId), 'ManageThreads');
    const isOpen = manages || forum.available_tags.some(({ moderated }) => !moderated);
    throw refuse(isOpen ? 'tagRequired' : 'noOpenTag');
  }
  checkDraft(world, draft, files);
  const ofTitle = moderate(world, forum, by.actorId, wanted.name ?? '', 'title');
  const ofMessage = moderate(world, forum, by.actorId, draft.content ?? '');
  const thread = openThread(world, by, forum, { ...wanted, applied_tags: tags }, ChannelType.PublicThread);
  const message = postMessage(world, thread, { authorId: by.actorId, draft, files, id: thread.id });
  // The message that opens a post does not count among its answers.
  thread.thread.message_count = 0;
  thread.thread.total_message_sent = 0;
  forum.last_message_id = thread.id;
  ofTitle(message.id);
  ofMessage(message.id);
  return { thread, message };
}
