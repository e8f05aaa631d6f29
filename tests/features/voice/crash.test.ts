import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { beginPromo, type CrashTest, startCrashTest } from '../../support/crash.ts';

/** The program is killed at every call by which a room is made and deleted, before its effect or after it. */

let crash: CrashTest;
let lobbyId: string;
beforeAll(async () => {
  crash = await startCrashTest();
  await beginPromo(crash, 'CDA 1');
  const place = await crash.database.db.promoPlace.findFirstOrThrow({ where: { key: 'channel:demand' } });
  lobbyId = place.discordId ?? '';
});
afterEach(() => {
  crash.sandbox.faults.clear();
  expect(crash.sandbox.violations.splice(0)).toEqual([]);
});
afterAll(() => crash.stop());

const rooms = () => [...crash.sandbox.world.channels.values()].filter(({ name }) => name.startsWith('Salle de '));

test('one room with the person inside, whenever the program dies; then none', { timeout: 240_000 }, async () => {
  const { boss, bot } = crash;
  crash.killAtEach('POST', '/guilds/{guild_id}/channels', 2);
  crash.killAtEach('PATCH', '/guilds/{guild_id}/members/{user_id}', 2);
  crash.killAtEach('POST', '/channels/{channel_id}/messages', 2);
  boss.joinVoice(lobbyId);
  await crash.until(
    async () => rooms().length > 0 && boss.voice()?.id === rooms()[0]?.id && boss.messages(rooms()[0]?.id ?? '').length > 0,
    'the room',
  );
  await crash.until(crash.quiet, 'the panel');
  await bot.revived();
  await crash.until(crash.quiet, 'the rest');
  expect(rooms()).toHaveLength(1);
  expect(boss.messages(rooms()[0]?.id ?? '')).toHaveLength(1);

  crash.killAtEach('DELETE', '/channels/{channel_id}', 2);
  boss.leaveVoice();
  await crash.until(async () => rooms().length === 0 && (await crash.database.db.voiceRoom.count()) === 0, 'its end');
  await bot.revived();
  expect(crash.kills).toBeGreaterThanOrEqual(7);
});
