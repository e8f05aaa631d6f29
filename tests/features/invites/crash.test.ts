import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { beginPromo, type CrashTest, startCrashTest } from '../../support/crash.ts';

/** The program is killed at every call by which an invite and its role are made and deleted, before its effect or after it. */

let crash: CrashTest;
beforeAll(async () => {
  crash = await startCrashTest();
  await beginPromo(crash, 'CDA 1');
});
afterEach(() => {
  crash.sandbox.faults.clear();
  expect(crash.sandbox.violations.splice(0)).toEqual([]);
});
afterAll(() => crash.stop());

const roles = () => [...crash.boss.guild.roles.values()].filter(({ name }) => name === 'CDA 1 (en attente)');
const invites = () => [...crash.sandbox.world.invites.values()];

test('one invite and one role, whenever the program dies; then none', { timeout: 240_000 }, async () => {
  const { boss, bot, database } = crash;
  crash.killAtEach('POST', '/guilds/{guild_id}/roles', 2);
  crash.killAtEach('POST', '/channels/{channel_id}/invites', 2);
  // Nobody answers her: the process dies. What she asked for is written down.
  await boss.run('promo invite', { promo: 'CDA 1', days: 60 }).catch(() => null);
  await crash.until(async () => (await database.db.promoInvite.count({ where: { code: { not: null } } })) === 1, 'the invite');
  await bot.revived();
  await crash.until(crash.quiet, 'the rest');
  expect([roles().length, invites().length]).toEqual([1, 1]);
  expect(invites()[0]?.role_ids).toEqual([roles()[0]?.id]);

  crash.killAtEach('DELETE', '/invites/{code}', 2);
  crash.killAtEach('DELETE', '/guilds/{guild_id}/roles/{role_id}', 2);
  const list = await boss.run('promo invites', { promo: 'CDA 1' });
  await boss.press(list.message ?? '', 'invites:revoke:');
  await crash.until(async () => (await database.db.promoWaiting.count()) === 0, 'their end');
  await bot.revived();
  await crash.until(crash.quiet, 'the rest');
  expect([roles().length, invites().length]).toEqual([0, 0]);
  expect(crash.kills).toBe(8);
});
