import { AuditLogEvent, ChannelType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { day, minute, second } from '../../kernel/time.ts';
import type { MessageDraft, UploadedFile } from '../draft.ts';
import { refuse } from '../errors.ts';
import { messageEvent } from '../objects.ts';
import { channelPermissions, hasPermission, requireInChannel } from '../permissions.ts';
import { type Channel, type Message, timeOf, type World } from '../world.ts';
import { type Act, audit } from './audit.ts';
import { guildOf, messageBy } from './find.ts';
import { dmsPaused } from './incidents.ts';
import { moderate } from './moderating.ts';
import { audience, dropMessage, postMessage, rewriteMessage } from './posting.ts';

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
  const carryOut = moderate(world, channel, actorId, draft.content ?? '');
  const flags = (draft.flags ?? 0) & ~(MessageFlags.Ephemeral | MessageFlags.Loading);
  const message = postMessage(world, channel, { authorId: actorId, draft: { ...draft, flags }, files });
  if (nonceKey) world.nonces.set(nonceKey, { messageId: message.id, at: now });
  carryOut(message.id);
  return message;
}

/**
 * A bot writes only to somebody with whom it shares a guild: 50278, https://github.com/discord/discord-api-docs/pull/8244. The other way
 * nothing is asked: a conversation that is open stays so for who was kicked or banned, which is what bots build appeals on that are
 * answered to the message about the ban. Nor does an interaction ask for it: its answer goes by its own token,
 * https://docs.discord.com/developers/interactions/receiving-and-responding#followup-messages.
 */
function requireOpenDm(world: World, actorId: string, channel: Channel): void {
  if (!channel.recipients.includes(actorId)) throw refuse('missingAccess');
  const author = world.users.get(actorId);
  const other = world.users.get(channel.recipients.find((id) => id !== actorId) ?? '');
  if (!other || (author?.bot && other.bot)) throw refuse('dmRefused');
  if (other.bot) return;
  const shared = [...world.guilds.values()].filter(({ members }) => members.has(actorId) && members.has(other.id));
  if (shared.length === 0) throw refuse('noMutualGuild');
  if (other.closedDms) throw refuse('dmRefused');
  // Nobody here is anybody's friend. The pause is between members: https://support.discord.com/hc/en-us/articles/10989121220631
  if (!author?.bot && shared.every((guild) => dmsPaused(world, guild))) throw refuse('dmRefused');
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
  requireContent(world, actorId, channel, draft, files);
  if (draft.message_reference && !hasPermission(channelPermissions(world, channel, actorId), 'ReadMessageHistory'))
    throw refuse('replyWithoutHistory');
  const { metadata } = channel.thread ?? {};
  if (metadata?.locked && !hasPermission(channelPermissions(world, channel, actorId), 'ManageThreads'))
    throw refuse(metadata.archived ? 'threadArchived' : 'threadLocked');
  requirePatience(world, actorId, channel);
}

/** "Bots, as well as users with the permission manage_messages or manage_channel, are unaffected." https://docs.discord.com/developers/resources/channel#channel-object */
function requirePatience(world: World, actorId: string, channel: Channel): void {
  if (channel.rate_limit_per_user === 0 || world.users.get(actorId)?.bot) return;
  const held = channelPermissions(world, channel, actorId);
  const free = ['ManageMessages', 'ManageChannels', 'BypassSlowmode'] as const;
  if (free.some((permission) => hasPermission(held, permission))) return;
  const since = world.clock.now().getTime() - channel.rate_limit_per_user * second;
  const written = [...(world.messages.get(channel.id)?.values() ?? [])];
  // A notice, such as that of an arrival, is nothing that one wrote; an ephemeral answer neither.
  const isOwn = ({ author_id, type, only }: Message) =>
    author_id === actorId && only === null && (type === MessageType.Default || type === MessageType.Reply);
  if (written.some((message) => isOwn(message) && timeOf(message.id) > since)) throw refuse('slowMode');
}

/** Who has not passed the screening says nothing; embeds and files have permissions of their own. */
export function requireContent(
  world: World,
  actorId: string,
  channel: Channel,
  draft: MessageDraft,
  files: readonly UploadedFile[],
): void {
  if (guildOf(world, channel).members.get(actorId)?.pending) throw refuse('missingPermissions');
  if ((draft.embeds?.length ?? 0) > 0) requireInChannel(world, actorId, channel, 'EmbedLinks');
  if (files.length > 0) requireInChannel(world, actorId, channel, 'AttachFiles');
}

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
  const carryOut = moderate(world, channel, actorId, draft.content ?? '');
  const rewritten = rewriteMessage(world, channel, message, draft, files);
  carryOut(message.id);
  return rewritten;
}

export function deleteMessage(world: World, by: Act, channel: Channel, id: string): void {
  requireInChannel(world, by.actorId, channel, 'ViewChannel');
  const message = messageBy(world, channel.id, id);
  if (channel.thread?.metadata.archived) throw refuse('threadArchived');
  if (message.author_id !== by.actorId) {
    if (channel.guild_id === null) throw refuse('dmWrongAction');
    requireInChannel(world, by.actorId, channel, 'ManageMessages');
    auditDeletion(world, by, channel, message.author_id);
  }
  dropMessage(world, channel, message);
}

/** How long one entry goes on counting. */
const sameDeletion = 5 * minute;

/**
 * Who deletes several messages of one author in one channel adds to the count of one entry, of which no event tells: bots that want to
 * know look at the log. https://docs.discord.com/developers/resources/audit-log#audit-log-entry-object-optional-audit-entry-info
 */
function auditDeletion(world: World, by: Act, channel: Channel, authorId: string): void {
  const guild = guildOf(world, channel);
  const since = world.clock.now().getTime() - sameDeletion;
  const known = guild.auditLog.findLast(
    (entry) =>
      entry.action_type === AuditLogEvent.MessageDelete &&
      entry.user_id === by.actorId &&
      entry.target_id === authorId &&
      entry.options?.channel_id === channel.id &&
      entry.reason === by.reason &&
      timeOf(entry.id) >= since,
  );
  if (known?.options) known.options.count = String(Number(known.options.count) + 1);
  else
    audit(world, guild, by, {
      type: AuditLogEvent.MessageDelete,
      targetId: authorId,
      options: { channel_id: channel.id, count: '1' },
    });
}

/** Sends a message of an announcement channel to the channels that follow it. https://docs.discord.com/developers/resources/message#crosspost-message */
export function crosspostMessage(world: World, { actorId }: Act, channel: Channel, id: string): Message {
  if (channel.type !== ChannelType.GuildAnnouncement) throw refuse('wrongChannelType');
  const message = messageBy(world, channel.id, id);
  requireInChannel(world, actorId, channel, 'SendMessages');
  if (message.author_id !== actorId) requireInChannel(world, actorId, channel, 'ManageMessages');
  if (message.flags & MessageFlags.Crossposted) throw refuse('alreadyCrossposted');
  message.flags |= MessageFlags.Crossposted;
  world.emit({ event: 'MESSAGE_UPDATE', data: messageEvent(world, message), ...audience(channel, message) });
  return message;
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
