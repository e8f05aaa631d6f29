import { Events } from 'discord.js';
import { beforeEach, expect, test } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { mirrorVoice, type Voice } from '../../src/discord/voice.ts';

const guildId = '900000000000000001';
const [lea, ali, player] = ['900000000000000011', '900000000000000012', '900000000000000013'];
const [lobby, room] = ['900000000000000021', '900000000000000022'];

let tell: (t: string, d: object) => void;
let voice: Voice;
beforeEach(() => {
  const client = createClient(
    { token: 'x', apiUrl: 'http://127.0.0.1:1', messageContent: false },
    { members: true, content: false },
  );
  voice = mirrorVoice(client);
  tell = (t, d) => void client.emit(Events.Raw, { op: 0, t, d, s: 1 } as never, 0);
  tell('GUILD_CREATE', {
    id: guildId,
    members: [{ user: { id: lea } }, { user: { id: player, bot: true } }],
    voice_states: [
      { user_id: lea, channel_id: lobby },
      { user_id: player, channel_id: room },
    ],
  });
});
const move = (userId: string | undefined, channelId: string | null | undefined, bot = false) =>
  tell('VOICE_STATE_UPDATE', {
    guild_id: guildId,
    user_id: userId,
    channel_id: channelId,
    member: { user: { id: userId, bot } },
  });

test('who is where, from the first moment and after each move; bots do not count', () => {
  expect(voice.occupied()).toEqual([{ guildId, channelId: lobby, userIds: [lea] }]);
  move(ali, room);
  move(lea, room);
  move(player, lobby, true);
  expect(voice.peopleIn(guildId, room ?? '')).toEqual([lea, ali]);
  expect(voice.placeOf(guildId, lea ?? '')).toBe(room);
  move(lea, null);
  expect(voice.occupied()).toEqual([{ guildId, channelId: room, userIds: [ali] }]);
});

test('a new beginning forgets who left meanwhile, and a server that is away is not known', () => {
  move(ali, room);
  tell('GUILD_CREATE', { id: guildId, members: [], voice_states: [{ user_id: ali, channel_id: lobby }] });
  expect(voice.placeOf(guildId, lea ?? '')).toBeNull();
  expect(voice.placeOf(guildId, ali ?? '')).toBe(lobby);
  tell('GUILD_CREATE', { id: guildId, unavailable: true });
  expect(voice.placeOf(guildId, ali ?? '')).toBe(lobby);
  tell('GUILD_DELETE', { id: guildId, unavailable: true });
  expect(voice.occupied()).toEqual([]);
});

test('without a connection nothing is known', () => expect(voice.knows(guildId)).toBe(false));
