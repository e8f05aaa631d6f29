import {
  type APIEmbed,
  type APIMessageTopLevelComponent,
  AuditLogEvent,
  ChannelType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { day, minute } from '../../kernel/time.ts';
import { type Component, completed } from '../components.ts';
import type { MessageDraft, UploadedFile } from '../draft.ts';
import { invalidForm, refuse } from '../errors.ts';
import { messageEvent } from '../objects.ts';
import { channelPermissions, hasPermission, requireInChannel } from '../permissions.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import { type Attachment, type Channel, type Message, timeOf, type World } from '../world.ts';
import { type Act, audit } from './audit.ts';
import { storeFiles, withFiles } from './files.ts';
import { guildOf, isThreadChannel, messageBy } from './find.ts';
import { mentionsIn } from './mentions.ts';
import { joinThread, unarchive } from './threads.ts';

/** What remembers nonces: "the past few minutes". https://docs.discord.com/developers/resources/message#create-message */
const nonceMemory = 5 * minute;

const writable: readonly ChannelType[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
  ChannelType.DM,
];

/** Everyone who gets the events of this message. */
export const audience = (channel: Channel, message: Message) =>
  message.only !== null
    ? { guildId: null, channelId: null, only: [message.only, message.author_id] }
    : channel.guild_id === null
      ? { guildId: null, channelId: channel.id, only: channel.recipients }
      : { guildId: channel.guild_id, channelId: channel.id, only: null };

export type Posting = {
  authorId: string;
  draft: MessageDraft;
  files: readonly UploadedFile[];
  type?: MessageType;
  interaction?: Message['interaction'];
  /** Ephemeral, for this user. */
  only?: string | null;
  /** Given to the first message of a forum post, which has its thread's id. */
  id?: string;
  reference?: Message['reference'];
};

/** Kinds that someone writes; the others are notices, which Discord words by itself. */
const written: readonly MessageType[] = [
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
];

/** Refuses a body that no message could have. */
export function checkDraft(world: World, draft: MessageDraft, files: readonly UploadedFile[]): void {
  const names = files.map(({ name }) => ({ id: '0', filename: name, content_type: '', size: 0, url: '' }));
  checked(
    world,
    { content: draft.content ?? '', embeds: draft.embeds ?? [], components: draft.components ?? [], flags: draft.flags ?? 0 },
    names,
    draft,
  );
}

/** Puts a message into a channel without asking for permissions: an interaction's answers need none. */
export function postMessage(world: World, channel: Channel, posting: Posting): Message {
  const { authorId, draft, files, type, interaction, only, id = world.id() } = posting;
  const attachments = storeFiles(world, channel, draft, files);
  const reference = posting.reference ?? (draft.message_reference?.message_id ? replied(world, channel, draft) : null);
  const flags = (draft.flags ?? 0) & keptFlags;
  const isNotice = type !== undefined && !written.includes(type);
  const isLoading = (flags & MessageFlags.Loading) !== 0;
  const body =
    isNotice || isLoading
      ? { content: draft.content ?? '', embeds: [], components: [] }
      : checked(
          world,
          { content: draft.content ?? '', embeds: draft.embeds ?? [], components: draft.components ?? [], flags },
          attachments,
          draft,
        );
  const repliedTo = reference ? (world.messages.get(channel.id)?.get(reference.message_id)?.author_id ?? null) : null;
  const message: Message = {
    id,
    channel_id: channel.id,
    author_id: authorId,
    type: type ?? (reference ? MessageType.Reply : MessageType.Default),
    ...body,
    ...mentionsIn(
      world,
      channel,
      authorId,
      { content: body.content, components: draft.components ?? [] },
      draft.allowed_mentions,
      repliedTo,
    ),
    attachments,
    timestamp: world.clock.now().toISOString(),
    edited_timestamp: null,
    flags: flags | (only ? MessageFlags.Ephemeral : 0),
    pinned: false,
    tts: draft.tts ?? false,
    nonce: draft.nonce ?? null,
    reactions: [],
    reference,
    thread_id: null,
    interaction: interaction ?? null,
    only: only ?? null,
  };
  keep(world, channel, message);
  return message;
}

const keptFlags =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2 |
  MessageFlags.Ephemeral |
  MessageFlags.Loading;

/** Stores and announces a message; a thread wakes up and gains members. */
export function keep(world: World, channel: Channel, message: Message): void {
  const known = world.messages.get(channel.id) ?? new Map<string, Message>();
  known.set(message.id, message);
  world.messages.set(channel.id, known);
  if (message.only === null) {
    channel.last_message_id = message.id;
    if (isThreadChannel(channel)) {
      channel.thread.message_count++;
      channel.thread.total_message_sent++;
      if (channel.thread.metadata.archived) unarchive(world, channel);
    }
  }
  world.emit({ event: 'MESSAGE_CREATE', data: messageEvent(world, message), ...audience(channel, message) });
  if (message.only === null && isThreadChannel(channel)) joinThread(world, channel, [message.author_id, ...message.mentions]);
}

function replied(world: World, channel: Channel, draft: MessageDraft): Message['reference'] {
  const reference = draft.message_reference;
  const target = world.messages.get(reference?.channel_id ?? channel.id)?.get(reference?.message_id ?? '');
  if (target && target.channel_id === channel.id && target.only === null)
    return { message_id: target.id, channel_id: channel.id };
  if (reference?.fail_if_not_exists === false) return null;
  throw invalidForm({ path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' });
}

type Body = { content: string; embeds: APIEmbed[]; components: Component[]; flags: number };

function checked(world: World, body: Body, attachments: readonly Attachment[], draft: MessageDraft) {
  enforce(ruleTable.message, {
    ...body,
    filenames: attachments.map(({ filename }) => filename),
    nonce: draft.nonce ?? null,
    allowedMentions: draft.allowed_mentions ?? null,
  });
  enforce(ruleTable.component, body);
  return {
    content: body.content,
    embeds: body.embeds.map((embed) => withFiles({ ...embed, type: 'rich' } as APIEmbed, attachments)),
    components: completed(body.components, attachments, () => world.id()) as unknown as APIMessageTopLevelComponent[],
  };
}

/** What a bot or a person sends to a channel. Refuses as POST /channels/:id/messages does. */
export function createMessage(
  world: World,
  { actorId }: Act,
  channel: Channel,
  draft: MessageDraft,
  files: readonly UploadedFile[] = [],
): Message {
  if (channel.guild_id === null) requireOpenDm(world, actorId, channel);
  else requireSpeech(world, actorId, channel, draft, files);
  const nonceKey =
    draft.enforce_nonce && draft.nonce !== null && draft.nonce !== undefined ? `${channel.id}:${actorId}:${draft.nonce}` : null;
  const now = world.clock.now().getTime();
  const earlier = nonceKey ? world.nonces.get(nonceKey) : undefined;
  if (earlier && now - earlier.at < nonceMemory) {
    const message = world.messages.get(channel.id)?.get(earlier.messageId);
    if (message) return message;
  }
  const flags = (draft.flags ?? 0) & ~(MessageFlags.Ephemeral | MessageFlags.Loading);
  const message = postMessage(world, channel, { authorId: actorId, draft: { ...draft, flags }, files });
  if (nonceKey) world.nonces.set(nonceKey, { messageId: message.id, at: now });
  return message;
}

function requireOpenDm(world: World, actorId: string, channel: Channel): void {
  if (!channel.recipients.includes(actorId)) throw refuse('missingAccess');
  const other = world.users.get(channel.recipients.find((id) => id !== actorId) ?? '');
  if (!other || other.bot) {
    if (world.users.get(actorId)?.bot || !other) throw refuse('dmRefused');
    return;
  }
  if (![...world.guilds.values()].some(({ members }) => members.has(actorId) && members.has(other.id)))
    throw refuse('noMutualGuild');
  if (other.closedDms) throw refuse('dmRefused');
}

function requireSpeech(
  world: World,
  actorId: string,
  channel: Channel,
  draft: MessageDraft,
  files: readonly UploadedFile[],
): void {
  requireInChannel(world, actorId, channel, 'ViewChannel');
  if (!writable.includes(channel.type)) throw refuse('notTextChannel');
  requireInChannel(world, actorId, channel, 'SendMessages');
  if (guildOf(world, channel).members.get(actorId)?.pending) throw refuse('missingPermissions');
  if ((draft.embeds?.length ?? 0) > 0) requireInChannel(world, actorId, channel, 'EmbedLinks');
  if (files.length > 0) requireInChannel(world, actorId, channel, 'AttachFiles');
  if (draft.message_reference && !hasPermission(channelPermissions(world, channel, actorId), 'ReadMessageHistory'))
    throw refuse('replyWithoutHistory');
  if (channel.thread?.metadata.locked && !hasPermission(channelPermissions(world, channel, actorId), 'ManageThreads'))
    throw refuse('threadArchived');
}

/** Changes the fields that the draft names; `null` empties one. The checks are on the message as it will stand. */
export function rewriteMessage(
  world: World,
  channel: Channel,
  message: Message,
  draft: MessageDraft,
  files: readonly UploadedFile[] = [],
): Message {
  const attachments = storeFiles(world, channel, draft, files, message.attachments);
  const wasV2 = message.flags & MessageFlags.IsComponentsV2;
  const flags =
    draft.flags === undefined || draft.flags === null
      ? message.flags
      : (message.flags & ~editableFlags) | (draft.flags & editableFlags) | wasV2;
  const body = checked(
    world,
    {
      content: draft.content === undefined ? message.content : (draft.content ?? ''),
      embeds: draft.embeds === undefined ? message.embeds : (draft.embeds ?? []),
      components: draft.components === undefined ? (message.components as unknown as Component[]) : (draft.components ?? []),
      flags,
    },
    attachments,
    draft,
  );
  Object.assign(message, body, { attachments, flags, edited_timestamp: world.clock.now().toISOString() });
  if (draft.content !== undefined || draft.components !== undefined)
    Object.assign(
      message,
      mentionsIn(
        world,
        channel,
        message.author_id,
        { content: body.content, components: draft.components ?? [] },
        draft.allowed_mentions,
        null,
      ),
    );
  world.emit({ event: 'MESSAGE_UPDATE', data: messageEvent(world, message), ...audience(channel, message) });
  return message;
}

const editableFlags = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

export function editMessage(
  world: World,
  { actorId }: Act,
  channel: Channel,
  id: string,
  draft: MessageDraft,
  files: readonly UploadedFile[] = [],
): Message {
  requireInChannel(world, actorId, channel, 'ViewChannel');
  const message = messageBy(world, channel.id, id);
  if (message.author_id !== actorId) {
    const onlyFlags = Object.entries(draft).every(([key, value]) => key === 'flags' || value === undefined);
    if (!onlyFlags) throw refuse('notAuthor');
    requireInChannel(world, actorId, channel, 'ManageMessages');
  }
  if (channel.thread?.metadata.archived) throw refuse('threadArchived');
  return rewriteMessage(world, channel, message, draft, files);
}

export function deleteMessage(world: World, by: Act, channel: Channel, id: string): void {
  requireInChannel(world, by.actorId, channel, 'ViewChannel');
  const message = messageBy(world, channel.id, id);
  if (channel.thread?.metadata.archived) throw refuse('threadArchived');
  if (message.author_id !== by.actorId) {
    if (channel.guild_id === null) throw refuse('dmWrongAction');
    requireInChannel(world, by.actorId, channel, 'ManageMessages');
    audit(world, guildOf(world, channel), by, {
      type: AuditLogEvent.MessageDelete,
      targetId: message.author_id,
      options: { channel_id: channel.id, count: '1' },
    });
  }
  dropMessage(world, channel, message);
}

export function dropMessage(world: World, channel: Channel, message: Message): void {
  world.messages.get(channel.id)?.delete(message.id);
  if (channel.thread && message.only === null) channel.thread.message_count = Math.max(0, channel.thread.message_count - 1);
  const data = {
    id: message.id,
    channel_id: channel.id,
    ...(channel.guild_id && message.only === null ? { guild_id: channel.guild_id } : {}),
  };
  world.emit({ event: 'MESSAGE_DELETE', data, ...audience(channel, message) });
}

/** Two to a hundred messages of the last two weeks; unknown ids are passed over. */
export function deleteMessages(world: World, by: Act, channel: Channel, ids: readonly string[]): void {
  const guild = guildOf(world, channel);
  requireInChannel(world, by.actorId, channel, 'ManageMessages');
  const unique = [...new Set(ids)];
  if (unique.length < 2 || unique.length > 100) throw refuse('bulkDeleteCount');
  const now = world.clock.now().getTime();
  if (unique.some((id) => now - timeOf(id) > 14 * day)) throw refuse('bulkDeleteTooOld');
  const known = world.messages.get(channel.id);
  const gone = unique.filter((id) => known?.get(id)?.only === null && known.delete(id));
  audit(world, guild, by, {
    type: AuditLogEvent.MessageBulkDelete,
    targetId: channel.id,
    options: { count: String(gone.length) },
  });
  world.emit({
    event: 'MESSAGE_DELETE_BULK',
    data: { ids: gone, channel_id: channel.id, guild_id: guild.id },
    guildId: guild.id,
    channelId: channel.id,
    only: null,
  });
}
