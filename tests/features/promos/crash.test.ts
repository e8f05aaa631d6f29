import { ChannelType } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type CrashTest, dayFromNow, startCrashTest } from '../../support/crash.ts';
import { has, messageOf } from '../onboarding/story.ts';

/**
 * The program dies at every creation and deletion of a promo's space, before its effect or after it. Who
 * takes over finishes the space, and in the end nothing is there twice, nor left.
 */

let crash: CrashTest;

const names = () => {
  const { sandbox, boss } = crash;
  const channels = [...sandbox.world.channels.values()].filter(({ guild_id }) => guild_id === sandbox.guildId);
  const category = channels.filter(({ name, type }) => name === 'CDA 1' && type === ChannelType.GuildCategory);
  const inside = channels.filter(({ parent_id }) => category.some(({ id }) => id === parent_id));
  const posts = channels.filter(({ parent_id }) => inside.some(({ id }) => id === parent_id));
  const roles = [...boss.guild.roles.values()].map(({ name }) => name).filter((name) => ['CDA 1', 'CDA', 'Lille'].includes(name));
  return {
    roles: roles.sort(),
    category: category.length,
    inside: inside.map(({ name }) => name),
    posts: posts.map(({ name }) => name).sort(),
  };
};

beforeAll(async () => {
  crash = await startCrashTest();
});
afterEach(() => {
  crash.sandbox.faults.clear();
  expect(crash.sandbox.violations.splice(0)).toEqual([]);
});
afterAll(() => crash.stop());

test('a space is made once, whenever the program dies', { timeout: 170_000 }, async () => {
  const { sandbox, boss, bot, database, killAtEach, until, quiet } = crash;
  killAtEach('POST', '/guilds/{guild_id}/roles', 2);
  await boss.run('campus add', { name: 'Lille' });
  await until(async () => (await quiet()) && names().roles.length === 1, 'the role of the campus');
  await bot.revived();
  await boss.run('course add', { name: 'CDA' });
  await until(async () => (await quiet()) && names().roles.length === 2, 'the role of the course');
  await bot.revived();

  killAtEach('POST', '/guilds/{guild_id}/roles', 2);
  killAtEach('POST', '/guilds/{guild_id}/channels', 4);
  killAtEach('POST', '/channels/{channel_id}/threads', 2);
  const preview = await boss.run('promo create', {
    course: 'CDA',
    campus: 'Lille',
    name: 'CDA 1',
    start: dayFromNow(sandbox, -1),
    end: dayFromNow(sandbox, 90),
  });
  expect(has(preview, 'promos:confirm:')).toBe(true);
  await boss.press(messageOf(preview), 'promos:confirm:');
  await until(
    async () => (await quiet()) && (await database.db.promo.count({ where: { builtAt: { not: null } } })) === 1,
    'the space',
  );
  await bot.revived();
  await until(quiet, 'the rest');

  expect(crash.kills).toBe(10);
  expect(names()).toEqual({
    roles: ['CDA', 'CDA 1', 'Lille'],
    category: 1,
    inside: ['forum-cda-1', 'équipe-cda-1', 'SOS', 'général', 'Sur demande'],
    posts: ['Absences et retards', 'Détente', 'Général', 'Projets', 'Signature', 'Suivi'],
  });
  const places = await database.db.promoPlace.findMany();
  expect(places.every(({ discordId, begunAt }) => discordId !== null && begunAt === null)).toBe(true);
});

test('a silence and its end restore what was, whenever the program dies', { timeout: 170_000 }, async () => {
  const { sandbox, boss, bot, database, killAtEach, until, quiet } = crash;
  const overwrites = () =>
    [...sandbox.world.channels.values()].flatMap(({ name, permission_overwrites }) =>
      names().inside.includes(name) ? [{ name, permission_overwrites }] : [],
    );
  const before = structuredClone(overwrites());
  killAtEach('PATCH', '/channels/{channel_id}', 2);
  await boss.run('promo lock', { promo: 'CDA 1' });
  await until(
    async () => (await quiet()) && (await database.db.promo.count({ where: { lockedAt: { not: null } } })) === 1,
    'the silence',
  );
  await bot.revived();
  await until(quiet, 'the silence');
  expect(overwrites()).not.toEqual(before);
  killAtEach('PATCH', '/channels/{channel_id}', 2);
  await boss.run('promo unlock', { promo: 'CDA 1' });
  await until(async () => (await quiet()) && JSON.stringify(overwrites()) === JSON.stringify(before), 'the end of the silence');
  await bot.revived();
});

test('a space is deleted whole, whenever the program dies', { timeout: 170_000 }, async () => {
  const { boss, bot, database, killAtEach, until, quiet } = crash;
  killAtEach('DELETE', '/channels/{channel_id}', 2);
  killAtEach('DELETE', '/guilds/{guild_id}/roles/{role_id}', 2);
  const preview = await boss.run('promo cancel', { promo: 'CDA 1' });
  await boss.press(messageOf(preview), 'promos:confirm:');
  await until(quiet, 'the cancellation');
  // The process has a clock of its own: the week has passed for the database instead.
  await database.pool.query(`UPDATE promo SET delete_on = delete_on - 8`);
  bot.kill();
  await until(async () => (await database.db.promo.count({ where: { clearedAt: { not: null } } })) === 1, 'the deletion');
  await bot.revived();
  expect(names()).toEqual({ roles: ['CDA', 'Lille'], category: 0, inside: [], posts: [] });
});
