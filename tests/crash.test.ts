import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cardsOf, has, messageOf, panelsOf } from './features/onboarding/story.ts';
import { type CrashTest, startBareCrashTest } from './support/crash.ts';

/**
 * The program in a process of its own is killed (`kill -9`) at each of its effects on Discord: once before the effect, once when it
 * has happened and nobody was told. A new process takes over, and in the end each effect is there once.
 */

let crash: CrashTest;
beforeAll(async () => {
  crash = await startBareCrashTest();
});
afterEach(() => {
  crash.sandbox.faults.clear();
  expect(crash.sandbox.violations.splice(0)).toEqual([]);
});
afterAll(() => crash.stop());

const twice = <T>(values: readonly T[]): T[] => values.filter((value, index) => values.indexOf(value) !== index);

test('set-up: no role, category or channel is there twice, nor missing', { timeout: 170_000 }, async () => {
  const { boss, bot, database, killAtEach, until, quiet } = crash;
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
});

test('identification: one card, one decision, one welcome, the right roles', { timeout: 170_000 }, async () => {
  const { sandbox, boss, bot, database, killAtEach, until, quiet, insist } = crash;
  const killed = crash.kills;
  killAtEach('PUT', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', 1);
  const lea = sandbox.newPersona({ username: 'lea', locale: 'fr' });
  lea.join();
  await until(async () => (lea.member?.roles.length ?? 0) === 1 && (await quiet()), 'the role of a newcomer');

  killAtEach('POST', '/interactions/{interaction_id}/{interaction_token}/callback', 2);
  let outcome = await insist(() => lea.press(panelsOf(lea)[0] ?? '', 'onboarding:start'));
  if (has(outcome, 'onboarding:accept')) outcome = await insist(() => lea.press(messageOf(outcome), 'onboarding:accept'));
  const form = await insist(() => lea.select(messageOf(outcome), 'onboarding:kind', ['learner']));
  killAtEach('POST', '/channels/{channel_id}/messages', 2);
  await insist(() => lea.submit(form, { first_name: 'Léa', last_name: 'Martin', email: 'lea@exemple.fr' }));
  await until(async () => (await quiet()) && cardsOf(boss).length > 0, 'the card');
  await bot.revived();
  expect(cardsOf(boss)).toHaveLength(1);

  killAtEach('POST', '/interactions/{interaction_id}/{interaction_token}/callback', 1);
  killAtEach('PUT', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', 2);
  killAtEach('DELETE', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', 2);
  killAtEach('PATCH', '/guilds/{guild_id}/members/{user_id}', 2);
  killAtEach('POST', '/users/@me/channels', 2);
  killAtEach('POST', '/channels/{channel_id}/messages', 2);
  killAtEach('PATCH', '/channels/{channel_id}/messages/{message_id}', 2);
  // Who is given no answer looks at the card again: it may be decided already.
  for (let decided = false; !decided; ) {
    await bot.revived();
    const [card] = cardsOf(boss);
    if (card && has({ message: card }, 'onboarding:approve')) await boss.press(card, 'onboarding:approve:');
    else decided = true;
  }
  await until(async () => (await quiet()) && lea.member?.nick === 'Léa Martin', 'the decision');
  await until(quiet, 'the rest');
  await bot.revived();

  const names = (lea.member?.roles ?? []).map((id) => boss.guild.roles.get(id)?.name);
  expect(names).toEqual(['En formation']);
  // One when she joined, one when she was accepted.
  const told = lea.messages('dm').map(({ content }) => content);
  expect(told).toHaveLength(2);
  expect(twice(told)).toEqual([]);
  expect(cardsOf(boss)).toHaveLength(1);
  expect(cardsOf(boss)[0]?.components).toEqual([]);
  const decisions = await database.db.auditEntry.count({ where: { action: { startsWith: 'onboarding.' } } });
  expect(decisions).toBe(1);
  expect(await database.db.identificationRequest.findMany({ select: { status: true } })).toEqual([{ status: 'accepted' }]);
  expect(crash.kills - killed).toBeGreaterThanOrEqual(16);
});
