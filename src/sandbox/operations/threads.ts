import { AuditLogEvent, ChannelType, MessageType } from 'discord-api-types/v10';
import { minute } from '../../kernel/time.ts';
import { refuse } from '../errors.ts';
import { channelObject, memberObject, messageEvent, threadMemberObject } from '../objects.ts';
import { channelPermissions, hasPermission, requireInChannel } from '../permissions.ts';
import { addThread } from '../population.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import { type Channel, type Thread, timeOf, type World } from '../world.ts';
import { type Act, audit, changesBetween } from './audit.ts';
import { guildOf, memberBy, messageBy } from './find.ts';
import { requirePinnable, requireTags } from './forums.ts';
import { postMessage } from './posting.ts';

export type ThreadChannel = Channel & { thread: Thread };
export type NewThread = {
  name: string;
  auto_archive_duration?: 60 | 1440 | 4320 | 10080 | undefined;
  rate_limit_per_user?: number | null | undefined;
  type?: number | undefined;
  invitable?: boolean | undefined;
  applied_tags?: string[] | undefined;
};

const mostActive = 1000;

/** Opens a thread without asking for permissions. `id`: that of the message from which it starts. */
export function openThread(
  world: World,
  by: Act,
  parent: Channel,
  wanted: NewThread,
  type: ChannelType,
  id?: string,
): ThreadChannel {
  enforce(ruleTable.place, { ...wanted, name: wanted.name, forum: false });
  const active = [...world.channels.values()].filter(
    (other) => other.guild_id === parent.guild_id && other.thread?.metadata.archived === false,
  );
  if (active.length >= mostActive) throw refuse('tooManyThreads');
  const duration =
    wanted.auto_archive_duration ?? (parent.default_auto_archive_duration as NewThread['auto_archive_duration'] | null) ?? 4320;
  const thread = addThread(world, parent, {
    name: wanted.name,
    ownerId: by.actorId,
    type,
    auto_archive_duration: duration,
    ...(id ? { id } : {}),
    ...(wanted.invitable === undefined ? {} : { invitable: wanted.invitable }),
  }) as ThreadChannel;
  thread.rate_limit_per_user = wanted.rate_limit_per_user ?? parent.default_thread_rate_limit_per_user;
  thread.thread.applied_tags = wanted.applied_tags ?? [];
  thread.thread.members.push({ user_id: by.actorId, join_timestamp: world.clock.now().toISOString() });
  audit(world, guildOf(world, parent), by, { type: AuditLogEvent.ThreadCreate, targetId: thread.id });
  announceThread(world, 'THREAD_CREATE', thread, { newly_created: true });
  return thread;
}

/** Each receiver's THREAD_CREATE holds its own membership: the bot's is the one that a program reads. */
export function announceThread(world: World, event: string, thread: ThreadChannel, extra: object = {}): void {
  const data = { ...channelObject(world, thread, world.application.id), ...extra };
  world.emit({ event, data, guildId: thread.guild_id, channelId: thread.id, only: null });
}

const threadParents: readonly ChannelType[] = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

/** A thread without a message. Private unless `type` says otherwise, as in API v10. */
export function startThread(world: World, by: Act, parent: Channel, wanted: NewThread): ThreadChannel {
  requireInChannel(world, by.actorId, parent, 'ViewChannel');
  if (!threadParents.includes(parent.type)) throw refuse('wrongChannelType');
  const type = wanted.type ?? ChannelType.PrivateThread;
  requireInChannel(
    world,
    by.actorId,
    parent,
    type === ChannelType.PrivateThread ? 'CreatePrivateThreads' : 'CreatePublicThreads',
  );
  const thread = openThread(world, by, parent, wanted, type);
  if (type === ChannelType.PublicThread) notice(world, by.actorId, parent, thread);
  return thread;
}

function notice(world: World, actorId: string, parent: Channel, thread: ThreadChannel): void {
  postMessage(world, parent, { authorId: actorId, draft: { content: thread.name }, files: [], type: MessageType.ThreadCreated });
}

export function startThreadFrom(world: World, by: Act, parent: Channel, messageId: string, wanted: NewThread): ThreadChannel {
  requireInChannel(world, by.actorId, parent, 'ViewChannel');
  const message = messageBy(world, parent.id, messageId);
  if (!threadParents.includes(parent.type)) throw refuse('wrongChannelType');
  requireInChannel(world, by.actorId, parent, 'CreatePublicThreads');
  if (message.thread_id) throw refuse('threadExists');
  const type = parent.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread;
  const thread = openThread(world, by, parent, wanted, type, message.id);
  message.thread_id = thread.id;
  message.flags |= 1 << 5;
  world.emit({
    event: 'MESSAGE_UPDATE',
    data: messageEvent(world, message),
    guildId: parent.guild_id,
    channelId: parent.id,
    only: null,
  });
  return thread;
}

export type ThreadChange = Partial<Pick<Thread['metadata'], 'archived' | 'locked' | 'invitable' | 'auto_archive_duration'>> & {
  name?: string;
  rate_limit_per_user?: number;
  applied_tags?: string[];
  flags?: number;
};

/** Changes a thread: its owner may rename, archive and reopen it (unless locked); the rest takes ManageThreads. */
export function changeThread(world: World, by: Act, thread: ThreadChannel, change: ThreadChange): void {
  enforce(ruleTable.place, { name: change.name, rate_limit_per_user: change.rate_limit_per_user, forum: false });
  const held = channelPermissions(world, thread, by.actorId);
  const manages = hasPermission(held, 'ManageThreads');
  const { metadata } = thread.thread;
  const reopening = change.archived === false && metadata.archived;
  const ownerMay =
    thread.thread.owner_id === by.actorId &&
    change.locked === undefined &&
    change.rate_limit_per_user === undefined &&
    change.flags === undefined &&
    !metadata.locked;
  const anyoneMayReopen =
    reopening && Object.keys(change).length === 1 && !metadata.locked && hasPermission(held, 'SendMessagesInThreads');
  if (!manages && !ownerMay && !anyoneMayReopen) throw refuse('missingPermissions');
  const touches = Object.keys(change).some((key) => key !== 'archived' && key !== 'locked');
  if (metadata.archived && touches && !reopening) throw refuse('threadArchived');

  const parent = world.channels.get(thread.parent_id ?? '');
  if (change.flags !== undefined) requirePinnable(world, thread, change.flags);
  if (change.applied_tags && parent) requireTags(world, by, parent, thread.thread.applied_tags, change.applied_tags);

  const before = changeable(thread);
  const { archived, locked, invitable, auto_archive_duration } = change;
  if (archived !== undefined && archived !== metadata.archived) metadata.archive_timestamp = world.clock.now().toISOString();
  Object.assign(metadata, defined({ archived, locked, auto_archive_duration }));
  if (thread.type === ChannelType.PrivateThread && invitable !== undefined) metadata.invitable = invitable;
  thread.name = change.name ?? thread.name;
  thread.rate_limit_per_user = change.rate_limit_per_user ?? thread.rate_limit_per_user;
  thread.flags = change.flags ?? thread.flags;
  thread.thread.applied_tags = change.applied_tags ?? thread.thread.applied_tags;
  const changes = changesBetween(before, changeable(thread), [
    'name',
    'archived',
    'locked',
    'invitable',
    'auto_archive_duration',
    'rate_limit_per_user',
    'applied_tags',
    'flags',
  ]);
  if (changes.length > 0)
    audit(world, guildOf(world, thread), by, { type: AuditLogEvent.ThreadUpdate, targetId: thread.id, changes });
  announceThread(world, 'THREAD_UPDATE', thread);
}

const changeable = (thread: ThreadChannel) => ({
  ...thread.thread.metadata,
  name: thread.name,
  rate_limit_per_user: thread.rate_limit_per_user,
  applied_tags: thread.thread.applied_tags,
  flags: thread.flags,
});

const defined = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

export function unarchive(world: World, thread: ThreadChannel): void {
  thread.thread.metadata.archived = false;
  thread.thread.metadata.archive_timestamp = world.clock.now().toISOString();
  announceThread(world, 'THREAD_UPDATE', thread);
}

/** Archives the threads in which nobody wrote for their `auto_archive_duration`. */
export function archiveQuietThreads(world: World): void {
  const now = world.clock.now().getTime();
  for (const channel of world.channels.values()) {
    if (!channel.thread || channel.thread.metadata.archived) continue;
    const { metadata } = channel.thread;
    const lastActivity = Math.max(
      channel.last_message_id ? timeOf(channel.last_message_id) : 0,
      new Date(metadata.archive_timestamp).getTime(),
    );
    if (now - lastActivity < metadata.auto_archive_duration * minute) continue;
    metadata.archived = true;
    metadata.archive_timestamp = world.clock.now().toISOString();
    announceThread(world, 'THREAD_UPDATE', channel as ThreadChannel);
  }
}

export function deleteThread(world: World, by: Act, thread: ThreadChannel): void {
  requireInChannel(world, by.actorId, thread, 'ManageThreads');
  audit(world, guildOf(world, thread), by, {
    type: AuditLogEvent.ThreadDelete,
    targetId: thread.id,
    changes: changesBetween({ name: thread.name }, {}, ['name']),
  });
  dropThread(world, thread);
}

export function dropThread(world: World, thread: ThreadChannel): void {
  const data = { id: thread.id, guild_id: thread.guild_id, parent_id: thread.parent_id, type: thread.type };
  world.emit({ event: 'THREAD_DELETE', data, guildId: thread.guild_id, channelId: thread.id, only: null });
  world.channels.delete(thread.id);
  world.messages.delete(thread.id);
}

/** Adds members, silently passing over those who are in and those who cannot see the parent channel. */
export function joinThread(world: World, thread: ThreadChannel, userIds: readonly string[]): void {
  const parent = world.channels.get(thread.parent_id ?? '');
  const fresh = [...new Set(userIds)].filter(
    (id) =>
      parent &&
      !thread.thread.members.some((member) => member.user_id === id) &&
      hasPermission(channelPermissions(world, parent, id), 'ViewChannel'),
  );
  if (fresh.length === 0) return;
  const join_timestamp = world.clock.now().toISOString();
  thread.thread.members.push(...fresh.map((user_id) => ({ user_id, join_timestamp })));
  announceMembers(world, thread, fresh, []);
  if (!fresh.includes(world.application.id)) return;
  world.emit({
    event: 'THREAD_CREATE',
    data: channelObject(world, thread, world.application.id),
    guildId: thread.guild_id,
    channelId: null,
    only: [world.application.id],
  });
}

function announceMembers(world: World, thread: ThreadChannel, added: readonly string[], removed: readonly string[]): void {
  const guild = guildOf(world, thread);
  const data = {
    id: thread.id,
    guild_id: guild.id,
    member_count: Math.min(50, thread.thread.members.length),
    ...(added.length > 0
      ? {
          added_members: thread.thread.members
            .filter(({ user_id }) => added.includes(user_id))
            .map((member) => {
              const full = guild.members.get(member.user_id);
              return {
                ...threadMemberObject(thread, member),
                ...(full ? { member: memberObject(world, full), presence: null } : {}),
              };
            }),
        }
      : {}),
    ...(removed.length > 0 ? { removed_member_ids: removed } : {}),
  };
  world.emit({ event: 'THREAD_MEMBERS_UPDATE', data, guildId: guild.id, channelId: thread.id, only: null });
  // Who was removed from a private thread no longer sees it, and still learns that it is gone for them.
  if (removed.length > 0 && thread.type === ChannelType.PrivateThread)
    world.emit({ event: 'THREAD_MEMBERS_UPDATE', data, guildId: guild.id, channelId: null, only: removed });
}

/** PUT thread-members: takes SendMessages in the thread, and an invitable private thread or ManageThreads. */
export function addToThread(world: World, by: Act, thread: ThreadChannel, userId: string): void {
  const held = channelPermissions(world, thread, by.actorId);
  if (thread.thread.metadata.archived) throw refuse('threadArchived');
  memberBy(world, guildOf(world, thread), userId);
  if (userId !== by.actorId) {
    if (!hasPermission(held, 'SendMessages')) throw refuse('missingPermissions');
    const closed = thread.type === ChannelType.PrivateThread && thread.thread.metadata.invitable === false;
    if (closed && thread.thread.owner_id !== by.actorId && !hasPermission(held, 'ManageThreads'))
      throw refuse('missingPermissions');
    const parent = world.channels.get(thread.parent_id ?? '');
    if (parent) requireInChannel(world, userId, parent, 'ViewChannel');
  }
  joinThread(world, thread, [userId]);
}

export function removeFromThread(world: World, by: Act, thread: ThreadChannel, userId: string): void {
  if (thread.thread.metadata.archived) throw refuse('threadArchived');
  if (userId !== by.actorId) {
    const ownsPrivate = thread.type === ChannelType.PrivateThread && thread.thread.owner_id === by.actorId;
    if (!ownsPrivate) requireInChannel(world, by.actorId, thread, 'ManageThreads');
  }
  if (!thread.thread.members.some(({ user_id }) => user_id === userId)) throw refuse('unknownMember');
  thread.thread.members = thread.thread.members.filter(({ user_id }) => user_id !== userId);
  announceMembers(world, thread, [], [userId]);
}
