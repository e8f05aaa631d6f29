import { expect, test } from 'vitest';
import { panelsOf } from './features/onboarding/story.ts';
import { startBareCrashTest } from './support/crash.ts';

/**
 * The program is killed at each of its effects on Discord: once before the effect, once when it has happened and nobody was told. Another takes
 * over, and in the end each effect is there once. In a process of its own, by `kill -9`, and as in all other tests of this kind, which must be the
 * same.
 */

const twice = <T>(values: readonly T[]): T[] => values.filter((value, index) => values.indexOf(value) !== index);

test.each(['apart', 'here'] as const)('set-up, %s: nothing is there twice, nor missing', { timeout: 170_000 }, async (where) => {
  const crash = await startBareCrashTest(where);
  const { boss, sandbox, bot, database, killAtEach, until, quiet } = crash;
  killAtEach('POST', /^\/guilds\/\d+\/roles$/, 2);
  killAtEach('POST', /^\/guilds\/\d+\/channels$/, 2);
  killAtEach('POST', /^\/channels\/\d+\/messages$/, 2);
  const asked = await bot.revived().then(() => boss.run('setup auto'));
  expect(asked.failed).toBe('no-answer');
  await until(
    async () => (await database.db.setupRun.count({ where: { finishedAt: { not: null } } })) === 1 && (await quiet()),
    'the set-up',
  );
  await until(() => panelsOf(boss).length > 0, 'the panel');
  await bot.revived();

  expect(crash.kills).toBe(6);
  expect(twice([...boss.guild.roles.values()].map(({ name }) => name))).toEqual([]);
  expect(twice(boss.channels().map(({ name }) => name))).toEqual([]);
  expect(panelsOf(boss)).toHaveLength(1);
  const keys = await database.db.roleBinding.findMany({ select: { key: true } });
  expect(twice(keys.map(({ key }) => key))).toEqual([]);
  expect(keys).toHaveLength(11);
  expect(sandbox.violations).toEqual([]);
  await crash.stop();
});
