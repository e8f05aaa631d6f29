import { randomUUID } from 'node:crypto';
import { type APIAuditLogChange, AuditLogEvent, GatewayDispatchEvents } from 'discord-api-types/v10';
import { event, instant } from '../../../discord/command.ts';
import type { World } from '../../../discord/context.ts';
import { minute } from '../../../kernel/time.ts';
import type { Happening } from '../rules.ts';
import { loseChannel } from '../service/setting.ts';
import { keeperOf } from './keeper.ts';

export const written = instant(GatewayDispatchEvents.MessageCreate, (world, message) => {
  const { guild_id: guildId, author, content, attachments } = message;
  if (!guildId || author.bot || message.webhook_id) return undefined;
  // Without its words who wrote it is known all the same, for when it is deleted.
  if (world.reads.messageContent && content === '' && attachments.length === 0) return undefined;
  const keeper = keeperOf(world);
  if (!keeper.wantsCopies(guildId)) return undefined;
  return keeper.add({
    what: 'copied',
    guildId,
    channelId: message.channel_id,
    messageId: message.id,
    userId: author.id,
    userName: author.username,
    content,
    files: attachments.map(({ filename }) => filename),
    at: new Date(message.timestamp),
  });
});

/** Discord also says so when it pins a message or adds the preview of a link, long after it was edited. */
const justNow = 5 * minute;

export const edited = instant(GatewayDispatchEvents.MessageUpdate, (world, message) => {
  const { guild_id: guildId, author, edited_timestamp: at } = message;
  if (!guildId || !at || author?.bot || message.webhook_id) return undefined;
  const keeper = keeperOf(world);
  if (!keeper.wantsCopies(guildId) || world.clock.now().getTime() - Date.parse(at) > justNow) return undefined;
  return keeper.add({
    what: 'edited',
    guildId,
    channelId: message.channel_id,
    messageId: message.id,
    userId: author.id,
    userName: author.username,
    content: message.content,
    files: message.attachments.map(({ filename }) => filename),
    ref: `edited:${message.id}:${Date.parse(at)}`,
    at: new Date(at),
  });
});

export const deleted = instant(GatewayDispatchEvents.MessageDelete, (world, { guild_id: guildId, channel_id, id }) => {
  if (!guildId) return undefined;
  const keeper = keeperOf(world);
  if (!keeper.wantsCopies(guildId)) return undefined;
  const at = world.clock.now();
  return keeper.add({ what: 'deleted', guildId, channelId: channel_id, messageId: id, inBulk: false, at });
});

export const deletedTogether = instant(
  GatewayDispatchEvents.MessageDeleteBulk,
  (world, { guild_id: guildId, channel_id, ids }) => {
    if (!guildId) return undefined;
    const keeper = keeperOf(world);
    if (!keeper.wantsCopies(guildId)) return undefined;
    const at = world.clock.now();
    const begun = ids.map((messageId) =>
      keeper.add({ what: 'deleted', guildId, channelId: channel_id, messageId, inBulk: true, at }),
    );
    return begun.find((work) => work !== undefined);
  },
);

/** What is told at once: nobody sends it by hundreds a second. */
const atOnce = { isUrgent: true };

const tell = (world: World, happening: Happening): Promise<void> | undefined => {
  const keeper = keeperOf(world);
  return keeper.wantsAny(happening.guildId) ? keeper.add(happening, atOnce) : undefined;
};

export const joined = instant(GatewayDispatchEvents.GuildMemberAdd, (world, { guild_id: guildId, user, joined_at }) => {
  const ref = `joined:${user.id}:${joined_at}`;
  return tell(world, { what: 'joined', guildId, userId: user.id, userName: user.username, ref, at: world.clock.now() });
});

export const left = instant(GatewayDispatchEvents.GuildMemberRemove, (world, { guild_id: guildId, user }) => {
  const at = world.clock.now();
  const ref = `left:${user.id}:${at.getTime()}`;
  return tell(world, { what: 'left', guildId, userId: user.id, userName: user.username, ref, at });
});

type Named = { name?: string };
const namesIn = (changes: readonly APIAuditLogChange[], key: string): string =>
  changes
    .filter((change) => change.key === key)
    .flatMap(({ new_value }) => (Array.isArray(new_value) ? (new_value as Named[]) : []))
    .map(({ name = '' }) => name)
    .join(', ');

/** Who gave or took which role, and who renamed whom: only the audit log says it. */
export const audited = instant(GatewayDispatchEvents.GuildAuditLogEntryCreate, (world, entry) => {
  const { guild_id: guildId, id, action_type: type, user_id: actorId, target_id: userId, changes = [] } = entry;
  if (!actorId || !userId) return undefined;
  const common = { guildId, userId, actorId, ref: `audit:${id}`, at: world.clock.now() };
  if (type === AuditLogEvent.MemberRoleUpdate)
    return tell(world, { ...common, what: 'roles', before: namesIn(changes, '$remove'), after: namesIn(changes, '$add') });
  const name = type === AuditLogEvent.MemberUpdate ? changes.find(({ key }) => key === 'nick') : undefined;
  if (!name) return undefined;
  const [before, after] = [name.old_value, name.new_value].map((value) => (typeof value === 'string' ? value : ''));
  return tell(world, { ...common, what: 'renamed', before: before ?? '', after: after ?? '' });
});

/** Discord tells of every change of a voice state, also of a microphone that is switched off: those end here. */
export const moved = instant(GatewayDispatchEvents.VoiceStateUpdate, (world, state) => {
  const { guild_id: guildId, user_id: userId, channel_id: to, member } = state;
  if (!guildId || member?.user.bot) return undefined;
  const from = world.voice.formerPlaceOf(guildId, userId);
  const channelId = to ?? from;
  if (from === to || channelId === null) return undefined;
  const common = { guildId, userId, channelId, ref: `voice:${randomUUID()}`, at: world.clock.now() };
  if (to === null) return tell(world, { ...common, what: 'exited', fromChannelId: null });
  return tell(world, { ...common, what: from === null ? 'entered' : 'moved', fromChannelId: from });
});

const forget = (world: World, guildId: string | undefined): undefined => {
  if (guildId) keeperOf(world).forget(guildId);
};

export const channelCreated = instant(GatewayDispatchEvents.ChannelCreate, (world, channel) => forget(world, channel.guild_id));
export const channelChanged = instant(GatewayDispatchEvents.ChannelUpdate, (world, channel) =>
  forget(world, 'guild_id' in channel ? channel.guild_id : undefined),
);
export const roleChanged = instant(GatewayDispatchEvents.GuildRoleUpdate, (world, { guild_id }) => forget(world, guild_id));
export const roleDeleted = instant(GatewayDispatchEvents.GuildRoleDelete, (world, { guild_id }) => forget(world, guild_id));

export const channelDeleted = event(GatewayDispatchEvents.ChannelDelete, async (world, channel) => {
  if (!('guild_id' in channel) || !channel.guild_id) return;
  keeperOf(world).forget(channel.guild_id);
  await loseChannel(world.db, { guildId: channel.guild_id, channelId: channel.id, now: world.clock.now() });
});
