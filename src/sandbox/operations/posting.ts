import { type APIEmbed, type APIMessageTopLevelComponent, MessageFlags, MessageType } from 'discord-api-types/v10';
import { type Component, completed } from '../components.ts';
import type { MessageDraft, UploadedFile } from '../draft.ts';
import { invalidForm } from '../errors.ts';
import { messageEvent } from '../objects.ts';
import { enforce } from '../rules/rule.ts';
import { ruleTable } from '../rules/table.ts';
import type { Attachment, Channel, Message, World } from '../world.ts';
import { storeFiles, withFiles } from './files.ts';
import { isThreadChannel } from './find.ts';
import { mentionsIn } from './mentions.ts';
import { joinThread, unarchive } from './threads.ts';

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
  /** What a notice shows that Discord itself composes. */
  noticeEmbeds?: APIEmbed[];
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
      ? { content: draft.content ?? '', embeds: posting.noticeEmbeds ?? [], components: [] }
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
