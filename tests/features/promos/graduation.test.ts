import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepCalendar } from '../../../src/features/promos/service/calendar.ts';
import { day } from '../../../src/kernel/time.ts';
import type { Sandbox } from '../../../src/sandbox/index.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { beginPromo, type CrashTest, startCrashTest } from '../../support/crash.ts';
import { messageOf } from '../onboarding/story.ts';
import { startStory } from './story.ts';

/** The end of a promo, person by person: two calls each, resumed wherever it was cut, at the pace that Discord allows. */

const calls = (sandbox: Sandbox, about: RegExp): string[] => {
  const seen: string[] = [];
  const { strike } = sandbox.faults;
  sandbox.faults.strike = (method, template, path) => {
    if (about.test(path)) seen.push(`${method} ${template}`);
    return strike(method, template, path);
  };
  return seen;
};

test('costs two calls a person, and an hour later nobody is asked about again', async () => {
  const story = await startStory();
  const people: Persona[] = [];
  for (const name of ['Ana Un', 'Bob Deux', 'Cleo Trois'])
    people.push(await story.learner(name.toLowerCase().replace(' ', '.'), name));
  await story.create({ name: 'Finissante', start: '01/01/2027', end: '12/01/2027' });
  for (const { user } of people) await story.manager.run('promo add', { promo: 'Finissante', member: user.id });
  // What the new campus and course owe their people is handed out before.
  await story.later(3_600_000);
  const seen = calls(story.sandbox, /\/members\/\d+\/roles|\/members\/\d+$/);
  await story.later(day);
  for (const person of people) expect(story.rolesOf(person)).toEqual(expect.arrayContaining(['Alumni', 'Finissante']));
  for (const person of people) expect(story.rolesOf(person)).not.toContain('En formation');
  const about = seen.filter((call) => call.includes('roles'));
  expect(about).toHaveLength(2 * people.length);
  await story.later(2 * 3_600_000);
  expect(seen.filter((call) => call.includes('roles'))).toHaveLength(2 * people.length);
  expect(await story.db.member.count({ where: { kind: 'alumni' } })).toBe(people.length);
  await story.stop();
});

test('waits as long as Discord says, and is never refused for haste', { timeout: 60_000 }, async () => {
  const story = await startStory({ rateLimits: true });
  const people = Array.from({ length: 6 }, (_, index) => story.sandbox.newPersona({ username: `lina.${index}` }));
  for (const person of people) person.join();
  await story.settle();
  await story.create({ name: 'Nombreuse', start: '01/01/2027', end: '12/01/2027' });
  const { id: promoId } = await story.promo('Nombreuse');
  const learner = story.roleId('En formation');
  for (const { user, member } of people) {
    member?.roles.splice(0, 9, learner);
    await story.db.promoMember.create({
      data: { promoId, guildId: story.sandbox.guildId, userId: user.id, part: 'learner', addedAt: story.clock.now() },
    });
  }
  // Answers as the bot's own HTTP client gets them.
  const answers = new Map<number, number>();
  const count = (message: unknown) => {
    const { statusCode } = (message as { response: { statusCode: number } }).response;
    answers.set(statusCode, (answers.get(statusCode) ?? 0) + 1);
  };
  subscribe('undici:request:headers', count);
  const now = new Date(story.clock.now().getTime() + 2 * day);
  await story.db.$transaction((tx) => keepCalendar(tx, now));
  const deadline = performance.now() + 45_000;
  while (people.some((person) => !story.rolesOf(person).includes('Alumni') || story.rolesOf(person).includes('En formation'))) {
    if (performance.now() > deadline) throw new Error('not all are alumni');
    await new Promise<void>((resolve) => void setTimeout(resolve, 50));
  }
  await story.settle();
  unsubscribe('undici:request:headers', count);
  expect(answers.get(204)).toBeGreaterThanOrEqual(2 * people.length);
  // Discord's second begins when it receives the first call, and ours when we send it: one refusal at their edge is nobody's haste.
  expect(answers.get(429) ?? 0).toBeLessThanOrEqual(1);
  await story.stop();
});

let crash: CrashTest;
beforeAll(async () => {
  crash = await startCrashTest();
});
afterAll(() => crash.stop());

test('goes on where it was killed: everybody is alumni, once', { timeout: 170_000 }, async () => {
  const { sandbox, boss, bot, database, killAtEach, until, quiet } = crash;
  await beginPromo(crash, 'P');
  const people = Array.from({ length: 12 }, (_, index) => sandbox.newPersona({ username: `lina.${index}` }));
  for (const person of people) person.join();
  await until(async () => (await quiet()) && (await database.db.member.count()) >= people.length, 'their arrival');
  for (const { user } of people) await boss.run('promo add', { promo: 'P', member: user.id });
  await until(quiet, 'their roles');
  const roleOf = (name: string) => [...boss.guild.roles.values()].find((role) => role.name === name)?.id ?? '';
  const holds = (person: Persona, name: string) => person.member?.roles.includes(roleOf(name)) ?? false;
  await until(() => people.every((person) => holds(person, 'En formation')), 'learners');

  for (const method of ['PUT', 'DELETE']) killAtEach(method, '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', 2);
  const end = await boss.run('promo end', { promo: 'P' });
  await boss.press(messageOf(end), 'promos:confirm:');
  await until(
    async () => (await quiet()) && people.every((person) => holds(person, 'Alumni') && !holds(person, 'En formation')),
    'the alumni',
  );
  await bot.revived();
  expect(crash.kills).toBe(4);
  for (const person of people) expect(person.member?.roles.filter((id) => id === roleOf('Alumni'))).toHaveLength(1);
  expect(sandbox.violations.splice(0)).toEqual([]);
});
