import { Client, Events, GatewayIntentBits, type VoiceState } from 'discord.js';
import { AuditLogEvent, ChannelType, OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import { beforeEach, expect, test, vi } from 'vitest';
import { hour } from '../../src/kernel/time.ts';
import { snapshotOf } from '../../src/sandbox/gateway/ready.ts';
import type { Session } from '../../src/sandbox/gateway/session.ts';
import { addChannel } from '../../src/sandbox/population.ts';
import type { Channel } from '../../src/sandbox/world.ts';
import { onStage, type Stage } from './stage.ts';

let stage: Stage;
let lobby: Channel;
let room: Channel;
onStage((started) => {
  stage = started;
});

beforeEach(() => {
  lobby = addChannel(stage.sandbox.world, stage.guild, { name: 'Sur demande', type: ChannelType.GuildVoice });
  room = addChannel(stage.sandbox.world, stage.guild, { name: 'Salle 1', type: ChannelType.GuildVoice, user_limit: 1 });
});

const move = (channelId: string | null) =>
  stage.api.guilds.editMember(stage.guild.id, stage.lea.user.id, { channel_id: channelId }, { reason: 'salle à la demande' });

test('somebody enters, changes rooms and leaves; everyone hears it', async () => {
  stage.lea.joinVoice('Sur demande');
  stage.lea.joinVoice('Sur demande');
  expect(stage.lea.voice()?.id).toBe(lobby.id);
  expect(await stage.api.voice.getUserVoiceState(stage.guild.id, stage.lea.user.id)).toMatchObject({ channel_id: lobby.id });
  stage.lea.joinVoice('Salle 1');
  stage.lea.leaveVoice();
  expect(stage.lea.voice()).toBeNull();
  const states = stage.sent('VOICE_STATE_UPDATE') as { channel_id: string | null; session_id: string }[];
  expect(states.map(({ channel_id }) => channel_id)).toEqual([lobby.id, room.id, null]);
  expect(new Set(states.map(({ session_id }) => session_id)).size).toBe(1);
  await expect(stage.api.voice.getUserVoiceState(stage.guild.id, stage.lea.user.id)).rejects.toMatchObject({
    status: 404,
    code: 10065,
  });
});

test('a full room, a locked room and a text channel let nobody in', async () => {
  stage.claire.joinVoice('Salle 1');
  expect(() => stage.lea.joinVoice('Salle 1')).toThrow('full');
  await stage.api.channels.editPermissionOverwrite(lobby.id, stage.guild.id, {
    type: OverwriteType.Role,
    deny: String(PermissionFlagsBits.Connect),
  });
  expect(stage.lea.channel('Sur demande').id).toBe(lobby.id);
  expect(() => stage.lea.joinVoice('Sur demande')).toThrow('Missing Permissions');
  expect(() => stage.lea.joinVoice('général')).toThrow('no voice channel');
  stage.claire.leaveVoice();
  stage.lea.joinVoice('Salle 1');
  expect(() => stage.claire.joinVoice('Salle 1')).not.toThrow();
});

test('somebody who goes into a hidden room is just gone for who does not see it', () => {
  const heard: unknown[] = [];
  stage.lea.listen(
    ({ event, data }) => event === 'VOICE_STATE_UPDATE' && heard.push((data as { channel_id: unknown }).channel_id),
  );
  const hidden = { id: stage.guild.id, type: OverwriteType.Role, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) };
  room.permission_overwrites = [hidden];
  stage.claire.joinVoice('Sur demande');
  stage.claire.joinVoice('Salle 1');
  expect(heard).toEqual([lobby.id, null]);
});

test('the bot moves people, also where they could not go, and puts them out; the log has it', async () => {
  await expect(move(room.id)).rejects.toMatchObject({ status: 400, code: 40032 });
  stage.lea.joinVoice('Sur demande');
  stage.claire.joinVoice('Salle 1');
  await move(room.id);
  expect(stage.lea.voice()?.id).toBe(room.id);
  await move(null);
  expect(stage.lea.voice()).toBeNull();
  await expect(move(null)).rejects.toMatchObject({ code: 40032 });
  expect(stage.logged(AuditLogEvent.MemberMove)).toMatchObject([
    { reason: 'salle à la demande', options: { channel_id: room.id, count: '1' }, target_id: null },
  ]);
  expect(stage.logged(AuditLogEvent.MemberDisconnect)).toMatchObject([{ options: { count: '1' } }]);
});

test('moving takes MOVE_MEMBERS, and CONNECT where it leads to', async () => {
  const denied = { status: 403, code: 50013 };
  stage.lea.joinVoice('Sur demande');
  for (const missing of [PermissionFlagsBits.Connect, PermissionFlagsBits.MoveMembers]) {
    // By hand: a bot that takes CONNECT from itself may not give it back.
    room.permission_overwrites = [
      { id: stage.sandbox.applicationId, type: OverwriteType.Member, allow: '0', deny: String(missing) },
    ];
    await expect(move(room.id)).rejects.toMatchObject(denied);
  }
  room.permission_overwrites = [];
  await expect(move(stage.lea.channel('général').id)).rejects.toMatchObject({ status: 400, code: 50024 });
  await expect(move('100000000000000000')).rejects.toMatchObject({ status: 404, code: 10003 });
  stage.deny(PermissionFlagsBits.MoveMembers);
  await expect(move(room.id)).rejects.toMatchObject(denied);
  expect(stage.lea.voice()?.id).toBe(lobby.id);
});

test('a moderator silences and deafens who is in a room, and it stays with them', async () => {
  const mute = (more: object) => stage.api.guilds.editMember(stage.guild.id, stage.lea.user.id, more);
  await expect(mute({ mute: true })).rejects.toMatchObject({ code: 50013 });
  stage.allow(PermissionFlagsBits.MuteMembers, PermissionFlagsBits.DeafenMembers);
  await expect(mute({ mute: true })).rejects.toMatchObject({ code: 40032 });
  stage.lea.joinVoice('Sur demande');
  await mute({ mute: true, deaf: true });
  expect(stage.sent('VOICE_STATE_UPDATE').at(-1)).toMatchObject({ mute: true, deaf: true, channel_id: lobby.id });
  stage.lea.leaveVoice();
  stage.lea.joinVoice('Sur demande');
  expect(stage.sent('VOICE_STATE_UPDATE').at(-1)).toMatchObject({ mute: true });
  expect(stage.logged(AuditLogEvent.MemberUpdate).at(-1)?.changes).toMatchObject([{ key: 'mute' }, { key: 'deaf' }]);
});

test('nobody stays in a room that is gone, after leaving the guild, or in timeout', async () => {
  stage.lea.joinVoice('Salle 1');
  await stage.api.channels.delete(room.id);
  expect(stage.lea.voice()).toBeNull();
  expect(stage.names().indexOf('VOICE_STATE_UPDATE', 1)).toBeLessThan(stage.names().indexOf('CHANNEL_DELETE'));
  stage.lea.joinVoice('Sur demande');
  const until = new Date(stage.clock.now().getTime() + hour).toISOString();
  await stage.api.guilds.editMember(stage.guild.id, stage.lea.user.id, { communication_disabled_until: until });
  expect(stage.lea.voice()).toBeNull();
  expect(() => stage.lea.joinVoice('Sur demande')).toThrow('Missing Permissions');
  await stage.api.guilds.editMember(stage.guild.id, stage.lea.user.id, { communication_disabled_until: null });
  stage.lea.joinVoice('Sur demande');
  stage.lea.leave();
  expect(stage.sent('VOICE_STATE_UPDATE').at(-1)).toMatchObject({ channel_id: null });
  expect(stage.sandbox.world.voiceStates.size).toBe(0);
});

test('a client finds who was in voice before it came, with the member, and hears the rest', async () => {
  stage.lea.joinVoice('Sur demande');
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildVoiceStates],
    rest: { api: stage.sandbox.apiUrl },
  });
  const changes: [VoiceState, VoiceState][] = [];
  client.on(Events.VoiceStateUpdate, (before, after) => changes.push([before, after]));
  try {
    await client.login(stage.sandbox.botToken);
    await vi.waitFor(() => expect(client.isReady()).toBe(true));
    const guild = client.guilds.cache.get(stage.guild.id);
    expect(guild?.voiceStates.cache.get(stage.lea.user.id)).toMatchObject({ channelId: lobby.id });
    expect(guild?.members.cache.has(stage.lea.user.id)).toBe(true);
    await move(room.id);
    await vi.waitFor(() => expect(changes).toHaveLength(1));
    const snapshot = (intents: GatewayIntentBits) =>
      snapshotOf(stage.sandbox.world, stage.guild, { intents, largeThreshold: 50 } as Session) as { voice_states: unknown[] };
    expect(snapshot(GatewayIntentBits.GuildVoiceStates).voice_states).toHaveLength(1);
    expect(snapshot(GatewayIntentBits.Guilds).voice_states).toEqual([]);
    const [[before, after] = []] = changes;
    expect([before?.channelId, after?.channelId]).toEqual([lobby.id, room.id]);
  } finally {
    await client.destroy();
  }
});
