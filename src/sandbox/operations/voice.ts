import { randomBytes } from 'node:crypto';
import { AuditLogEvent } from 'discord-api-types/v10';
import { refuse } from '../errors.ts';
import { voiceStateObject } from '../objects/voice.ts';
import { isVoice, requireInChannel, requireInGuild } from '../permissions.ts';
import type { Guild, Member, VoiceState, World } from '../world.ts';
import { type Act, audit } from './audit.ts';

const keyOf = (guildId: string, userId: string): string => `${guildId}:${userId}`;

export const voiceStateOf = (world: World, guildId: string, userId: string): VoiceState | undefined =>
  world.voiceStates.get(keyOf(guildId, userId));

/** In the order in which they came. */
export const peopleIn = (world: World, channelId: string): VoiceState[] =>
  [...world.voiceStates.values()].filter((state) => state.channel_id === channelId);

/** Puts a person into a voice channel, or out of the one they are in, without asking whether they may. */
export function connect(world: World, guild: Guild, userId: string, channelId: string | null): void {
  const before = voiceStateOf(world, guild.id, userId);
  if ((before?.channel_id ?? null) === channelId) return;
  const session_id = before?.session_id ?? randomBytes(16).toString('hex');
  // Whoever changes rooms comes last in the new one.
  world.voiceStates.delete(keyOf(guild.id, userId));
  const state = { guild_id: guild.id, user_id: userId, session_id };
  if (channelId !== null) world.voiceStates.set(keyOf(guild.id, userId), { ...state, channel_id: channelId });
  announceVoice(world, { ...state, channel_id: channelId });
}

/** Everyone in the guild hears who is where. */
const announceVoice = (world: World, state: Omit<VoiceState, 'channel_id'> & { channel_id: string | null }): void =>
  world.emit({
    event: 'VOICE_STATE_UPDATE',
    data: voiceStateObject(world, state),
    guildId: state.guild_id,
    channelId: null,
    only: null,
  });

export function emptyRoom(world: World, guild: Guild, channelId: string): void {
  for (const { user_id } of peopleIn(world, channelId)) connect(world, guild, user_id, null);
}

export type VoiceFields = {
  /** Where to; `null`: out of voice. */
  channel_id?: string | null | undefined;
  mute?: boolean | null | undefined;
  deaf?: boolean | null | undefined;
};

/**
 * Checks what a moderator wants done to somebody in a voice channel, and returns what does it. Moving takes MOVE_MEMBERS where they are and
 * where they go, and CONNECT there; who is moved needs neither that nor a free place. Refused with 40032 for who is in no voice channel.
 * https://docs.discord.com/developers/resources/guild#modify-guild-member
 */
export function planVoice(world: World, by: Act, guild: Guild, member: Member, fields: VoiceFields): () => void {
  const { channel_id: target, mute, deaf } = fields;
  if (target === undefined && typeof mute !== 'boolean' && typeof deaf !== 'boolean') return () => {};
  if (typeof mute === 'boolean') requireInGuild(world, by.actorId, guild, 'MuteMembers');
  if (typeof deaf === 'boolean') requireInGuild(world, by.actorId, guild, 'DeafenMembers');
  if (target !== undefined) requireInGuild(world, by.actorId, guild, 'MoveMembers');
  const place = target ? world.channels.get(target) : undefined;
  if (target && place?.guild_id !== guild.id) throw refuse('unknownChannel');
  if (place && !isVoice(place)) throw refuse('wrongChannelType');
  const state = voiceStateOf(world, guild.id, member.user_id);
  if (!state) throw refuse('notInVoice');
  const current = world.channels.get(state.channel_id);
  if (target !== undefined && current) requireInChannel(world, by.actorId, current, 'MoveMembers');
  if (place) requireInChannel(world, by.actorId, place, 'Connect', 'MoveMembers');

  return () => {
    if (typeof mute === 'boolean') member.mute = mute;
    if (typeof deaf === 'boolean') member.deaf = deaf;
    if (target === undefined || target === state.channel_id) return announceVoice(world, state);
    connect(world, guild, member.user_id, target);
    audit(world, guild, by, {
      type: target === null ? AuditLogEvent.MemberDisconnect : AuditLogEvent.MemberMove,
      targetId: null,
      options: { count: '1', ...(target === null ? {} : { channel_id: target }) },
    });
  };
}
