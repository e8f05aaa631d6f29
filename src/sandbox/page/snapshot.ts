import { ChannelFlags } from 'discord-api-types/v10';
import { cut } from '../../kernel/text.ts';
import type { Clock } from '../../kernel/time.ts';
import { isForumType } from '../operations/forums.ts';
import { peopleIn } from '../operations/voice.ts';
import {
  channelPermissions,
  compareRoles,
  guildPermissions,
  hasPermission,
  isAboveMember,
  isQuarantined,
  isVoice,
} from '../permissions.ts';
import { ClientRefusal, type Persona } from '../persona/persona.ts';
import type { Channel, Guild, User, World } from '../world.ts';
import type { ChannelView, DirectView, ForumView, GuildView, MemberView, Person, PostView, Snapshot, VoiceView } from './wire.ts';

/** The part of the sandbox that the page needs. */
export type Host = {
  readonly world: World;
  readonly clock: Clock & { advance(milliseconds: number): void; onMove(listener: () => void): () => void };
  persona(userId: string): Persona;
  newPersona(person: { username: string; globalName?: string; locale?: User['locale'] }): Persona;
};

const nameOf = (user: User, guild: Guild): string => guild.members.get(user.id)?.nick ?? user.global_name ?? user.username;

export function personOf(world: World, user: User, guild: Guild): Person {
  const member = guild.members.get(user.id);
  const roles = (member?.roles ?? []).flatMap((id) => guild.roles.get(id) ?? []).sort((a, b) => compareRoles(b, a));
  return {
    id: user.id,
    username: user.username,
    name: nameOf(user, guild),
    locale: user.locale,
    dmsClosed: user.closedDms,
    place: member ? (member.pending ? 'pending' : 'member') : 'outside',
    roles: roles.map(({ name, color }) => ({ name, color })),
    administers: member !== undefined && hasPermission(guildPermissions(world, guild, user.id), 'Administrator'),
  };
}

/** A date that is still to come. */
const ahead = (world: World, until: string | null): string | null =>
  until !== null && new Date(until) > world.clock.now() ? until : null;

/** Everybody one can be, those of the highest roles first. */
export function peopleOf(world: World, guild: Guild): Person[] {
  const rank = (user: User) =>
    Math.max(-1, ...(guild.members.get(user.id)?.roles ?? []).map((id) => guild.roles.get(id)?.position ?? 0));
  return [...world.users.values()]
    .filter((user) => !user.bot)
    .sort(
      (a, b) =>
        Number(b.id === guild.owner_id) - Number(a.id === guild.owner_id) ||
        rank(b) - rank(a) ||
        nameOf(a, guild).localeCompare(nameOf(b, guild)),
    )
    .map((user) => personOf(world, user, guild));
}

/** Who may type nowhere, or not in that channel, is offered nothing. */
function offered<T>(list: () => T[]): T[] {
  try {
    return list();
  } catch (error) {
    if (error instanceof ClientRefusal) return [];
    throw error;
  }
}

/** What this person's client knows, messages aside: their own driver says what they may see. Commands are those of `channelId`. */
export function snapshotOf(host: Host, persona: Persona, channelId: string | undefined): Snapshot {
  const { world } = host;
  const { guild, user } = persona;
  const bot = world.users.get(world.application.id);
  const channels = persona.channels();
  const isMember = persona.member !== null;
  return {
    me: {
      ...personOf(world, user, guild),
      timedOutUntil: ahead(world, persona.member?.communication_disabled_until ?? null),
      nameRefused: persona.member !== null && isQuarantined(persona.member),
    },
    server: {
      id: guild.id,
      name: guild.name,
      invitesPausedUntil: ahead(world, guild.incidents.invites_disabled_until),
    },
    guild: isMember ? guildView(world, persona, channels) : null,
    directs: channels.filter((channel) => channel.guild_id === null).map((channel) => directView(world, guild, channel, user.id)),
    people: peopleOf(world, guild),
    bot: {
      id: world.application.id,
      name: bot ? nameOf(bot, guild) : world.application.name,
      username: bot?.username ?? world.application.name,
      bot: true,
      roles: [],
      joinedAt: null,
      timedOutUntil: null,
      below: false,
    },
    botOnline: world.sessions > 0,
    commands: offered(() => persona.commands(channelId)).map(({ command, ...shown }) => ({
      id: `${command.id}:${shown.path}`,
      ...shown,
      options: [...shown.options],
    })),
    menus: offered(() => persona.menus()),
    now: world.clock.now().toISOString(),
  };
}

function guildView(world: World, persona: Persona, visible: readonly Channel[]): GuildView {
  const { guild, user } = persona;
  const own = visible.filter((channel) => channel.guild_id === guild.id);
  // A category shows to whoever sees a channel of it, even without a right of its own.
  const parents = own.flatMap((channel) => world.channels.get(channel.parent_id ?? '') ?? []);
  const channels = [...new Map([...parents, ...own].map((channel) => [channel.id, channel])).values()];
  const held = guildPermissions(world, guild, user.id);
  const may = {
    timeout: hasPermission(held, 'ModerateMembers'),
    kick: hasPermission(held, 'KickMembers'),
    ban: hasPermission(held, 'BanMembers'),
    audit: hasPermission(held, 'ViewAuditLog'),
  };
  const runs = Object.values(may).some(Boolean) || hasPermission(held, 'ManageGuild');
  return {
    id: guild.id,
    name: guild.name,
    ownerId: guild.owner_id,
    may,
    banned: may.ban ? [...guild.bans.keys()] : [],
    pauses: {
      invites: runs ? ahead(world, guild.incidents.invites_disabled_until) : null,
      dms: runs ? ahead(world, guild.incidents.dms_disabled_until) : null,
    },
    roles: [...guild.roles.values()]
      .filter((role) => role.id !== guild.id)
      .map(({ id, name, color, position, hoist }) => ({ id, name, color, position, hoist })),
    channels: channels.map((channel) => channelView(world, channel, user.id)),
    members: persona.members().map((member) => ({
      id: member.user.id,
      name: member.nick ?? member.user.global_name ?? member.user.username,
      username: member.user.username,
      bot: member.user.bot ?? false,
      roles: member.roles,
      joinedAt: member.joinedAt,
      timedOutUntil: may.timeout ? ahead(world, member.timedOutUntil) : null,
      below: member.user.id !== user.id && isAboveMember(guild, user.id, member.user.id),
    })),
  };
}

const channelView = (world: World, channel: Channel, userId: string): ChannelView => ({
  id: channel.id,
  type: channel.type,
  name: channel.name,
  topic: channel.topic,
  parentId: channel.parent_id,
  position: channel.position,
  writable: hasPermission(channelPermissions(world, channel, userId), 'SendMessages') && channel.thread?.metadata.locked !== true,
  moderates: hasPermission(channelPermissions(world, channel, userId), 'ManageMessages'),
  slowMode: channel.rate_limit_per_user,
  archived: channel.thread?.metadata.archived ?? false,
  joined: channel.thread?.members.some(({ user_id }) => user_id === userId) ?? true,
  openedBy: channel.thread?.owner_id ?? null,
  threadMembers: channel.thread?.members.map(({ user_id }) => user_id) ?? [],
  lastMessageId: channel.last_message_id,
  forum: forumView(world, channel, userId),
  post: postView(world, channel, userId),
  voice: voiceView(world, channel, userId),
});

function forumView(world: World, channel: Channel, userId: string): ForumView | null {
  if (!isForumType(channel.type)) return null;
  return {
    tags: channel.available_tags.map(({ id, name, emoji_name, moderated }) => ({ id, name, emoji: emoji_name, moderated })),
    requiresTag: (channel.flags & ChannelFlags.RequireTag) !== 0,
    newestFirst: channel.default_sort_order === 1,
    moderates: hasPermission(channelPermissions(world, channel, userId), 'ManageThreads'),
  };
}

function postView(world: World, { id, parent_id, guild_id, flags, thread }: Channel, userId: string): PostView | null {
  const forum = world.channels.get(parent_id ?? '');
  const guild = world.guilds.get(guild_id ?? '');
  if (!thread || !guild || !forum || !isForumType(forum.type)) return null;
  const mayRead = hasPermission(channelPermissions(world, forum, userId), 'ReadMessageHistory');
  const first = mayRead ? world.messages.get(id)?.get(id) : undefined;
  const author = world.users.get(thread.owner_id);
  return {
    tagIds: [...thread.applied_tags],
    pinned: (flags & ChannelFlags.Pinned) !== 0,
    locked: thread.metadata.locked,
    author: author ? nameOf(author, guild) : '',
    opening: cut((first?.content || first?.embeds[0]?.title) ?? '', 160),
    answers: thread.message_count,
  };
}

function voiceView(world: World, channel: Channel, userId: string): VoiceView | null {
  if (!isVoice(channel)) return null;
  return {
    people: peopleIn(world, channel.id).map(({ user_id }) => user_id),
    limit: channel.user_limit,
    mayConnect: hasPermission(channelPermissions(world, channel, userId), 'Connect'),
  };
}

function directView(world: World, guild: Guild, channel: Channel, userId: string): DirectView {
  const other = world.users.get(channel.recipients.find((id) => id !== userId) ?? '');
  const shown: MemberView = {
    id: other?.id ?? '0',
    name: other ? nameOf(other, guild) : channel.name,
    username: other?.username ?? '',
    bot: other?.bot ?? false,
    roles: [],
    joinedAt: null,
    timedOutUntil: null,
    below: false,
  };
  return { id: channel.id, with: shown, lastMessageId: channel.last_message_id };
}
