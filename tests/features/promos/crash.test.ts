import { ChannelType } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day, movableClock } from '../../../src/kernel/time.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type BotProcess, startBotProcess } from '../../support/process.ts';
import { has, messageOf } from '../onboarding/story.ts';

/**
 * The program in a process of its own is killed at every creation and deletion of a promo's space, before its effect or after it. Who
 * takes over finishes the space, and in the end nothing is there twice, nor left.
 */

let sandbox: Sandbox;
let database: TestDatabase;
let bot: BotProcess;
let boss: Persona;
let kills = 0;

const pause = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`it did not happen in time: ${what}, after ${kills} kills`);
    await pause(20);
  }
}

/** At each call of that kind in turn, before its effect and after it by turns. */
function killAtEach(method: string, route: string, times: number): void {
  for (let time = 0; time < times; time++)
    sandbox.faults.next({
      method,
      route,
      status: 'closed',
      afterEffect: time % 2 === 1,
      struck: () => {
        kills++;
        bot.kill();
      },
    });
}

/** Nothing waits in the queue: what failed is tried at once. A crash loop of this test must not use up a task's tries. */
async function quiet(): Promise<boolean> {
  await database.pool.query(
    'UPDATE graphile_worker._private_jobs SET run_at = now(), attempts = least(attempts, 3) WHERE locked_at IS NULL',
  );
  const { rows } = await database.pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM graphile_worker._private_jobs',
  );
  return rows[0]?.count === 0;
}

const dayFromNow = (days: number): string => new Date(sandbox.clock.now().getTime() + days * day).toISOString().slice(0, 10);
const names = () => {
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
  database = await freshDatabase();
  sandbox = await startSandbox({ clock: movableClock(), strict: true, rateLimits: false });
  boss = sandbox.persona('claire.moreau');
  bot = await startBotProcess(sandbox, database);
  await boss.run('setup auto');
  await until(quiet, 'the set-up');
});
afterEach(() => {
  sandbox.faults.clear();
  expect(sandbox.violations.splice(0)).toEqual([]);
});
afterAll(async () => {
  await bot.stop();
  await sandbox.stop();
  await database.close();
});

test('a space is made once, whenever the program dies', { timeout: 170_000 }, async () => {
  killAtEach('POST', '/guilds/{guild_id}/roles', 4);
  await boss.run('campus add', { name: 'Lille' });
  await until(async () => (await quiet()) && names().roles.length === 1, 'the role of the campus');
  await bot.revived();
  await boss.run('course add', { name: 'CDA' });
  await until(async () => (await quiet()) && names().roles.length === 2, 'the role of the course');
  await bot.revived();

  killAtEach('POST', '/guilds/{guild_id}/roles', 2);
  killAtEach('POST', '/guilds/{guild_id}/channels', 8);
  killAtEach('POST', '/channels/{channel_id}/threads', 8);
  const preview = await boss.run('promo create', {
    course: 'CDA',
    campus: 'Lille',
    name: 'CDA 1',
    start: dayFromNow(-1),
    end: dayFromNow(90),
  });
  expect(has(preview, 'promos:confirm:')).toBe(true);
  await boss.press(messageOf(preview), 'promos:confirm:');
  await until(
    async () => (await quiet()) && (await database.db.promo.count({ where: { builtAt: { not: null } } })) === 1,
    'the space',
  );
  await bot.revived();
  await until(quiet, 'the rest');

  expect(kills).toBe(22);
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
  const overwrites = () =>
    [...sandbox.world.channels.values()].flatMap(({ name, permission_overwrites }) =>
      names().inside.includes(name) ? [{ name, permission_overwrites }] : [],
    );
  const before = structuredClone(overwrites());
  killAtEach('PATCH', '/channels/{channel_id}', 4);
  await boss.run('promo lock', { promo: 'CDA 1' });
  await until(
    async () => (await quiet()) && (await database.db.promo.count({ where: { lockedAt: { not: null } } })) === 1,
    'the silence',
  );
  await bot.revived();
  await until(quiet, 'the silence');
  expect(overwrites()).not.toEqual(before);
  killAtEach('PATCH', '/channels/{channel_id}', 4);
  await boss.run('promo unlock', { promo: 'CDA 1' });
  await until(async () => (await quiet()) && JSON.stringify(overwrites()) === JSON.stringify(before), 'the end of the silence');
  await bot.revived();
});

test('a space is deleted whole, whenever the program dies', { timeout: 170_000 }, async () => {
  killAtEach('DELETE', '/channels/{channel_id}', 6);
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
