import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type CrashTest, comeAs, startCrashTest } from '../../support/crash.ts';
import { idsOf, messageOf } from '../onboarding/story.ts';

/**
 * The program in a process of its own is killed between each step of a sanction: before and after the message, before and after the act. Whoever takes over
 * goes on: the person is told once, and Discord is asked until the case says that it is done.
 */

let crash: CrashTest;
beforeAll(async () => {
  crash = await startCrashTest();
});
afterEach(() => {
  crash.sandbox.faults.clear();
  expect(crash.sandbox.violations.splice(0)).toEqual([]);
});
afterAll(() => crash.stop());

test('a kick and a ban are told and done once, whenever the program dies', { timeout: 170_000 }, async () => {
  const { sandbox, boss, bot, database, killAtEach, until, insist } = crash;
  const kim = await comeAs(crash, 'kim.expulse', 'En formation');
  const ugo = await comeAs(crash, 'ugo.banni', 'En formation');
  const message = ['POST', '/channels/{channel_id}/messages'] as const;
  const member = '/guilds/{guild_id}/members/{user_id}';
  const told = (person: typeof kim) =>
    person.messages('dm').filter((one) => idsOf(one).some((id) => id.startsWith('moderation:appeal:')));
  const done = (userId: string) => database.db.moderationCase.count({ where: { userId, state: 'done', toldVia: 'dm' } });
  const sanction = async (path: string, person: typeof kim) => {
    await bot.revived();
    const preview = await insist(() => boss.run(path, { person: person.user.id, reason: 'Motif' }));
    await boss.press(messageOf(preview), 'moderation:confirm:');
    // What is promised to features that this server may lack must not be waited for.
    await until(async () => {
      await crash.quiet();
      return (await done(person.user.id)) === 1;
    }, path);
  };

  killAtEach(...message, 2);
  killAtEach('DELETE', member, 2);
  await sanction('mod kick', kim);
  expect(crash.kills).toBe(4);
  expect([told(kim).length, kim.member]).toEqual([1, null]);

  killAtEach(...message, 2);
  killAtEach('PUT', '/guilds/{guild_id}/bans/{user_id}', 2);
  await sanction('mod ban', ugo);
  expect(crash.kills).toBe(8);
  expect([told(ugo).length, boss.guild.bans.has(ugo.user.id)]).toEqual([1, true]);
  const [, code = ''] = /`([0-9A-Z]{5}-[0-9A-Z]{5})`/.exec(told(ugo)[0]?.content ?? '') ?? [];
  expect(code).not.toBe('');
  const kept = await database.db.moderationCode.findFirstOrThrow();
  expect(kept).toMatchObject({ code: null, usedAt: null });
  expect(sandbox.faults.hits).toHaveLength(8);
  expect(await database.db.moderationCase.count()).toBe(2);
});
