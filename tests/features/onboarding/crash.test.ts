import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type CrashTest, dayFromNow, startCrashTest } from '../../support/crash.ts';
import { cardsOf, has, messageOf, panelsOf } from './story.ts';

/**
 * The program dies while somebody chooses a promo, changes it and is let into it, before each effect or
 * after it. In the end there is one card, its manager was called once for each promo, and the person is in it once.
 */

let crash: CrashTest;
const calls: string[] = [];

const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
const messages = '/channels/{channel_id}/messages';

beforeAll(async () => {
  crash = await startCrashTest();
  const { sandbox, boss, until, quiet } = crash;
  await boss.run('campus add', { name: 'Lille' });
  await boss.run('course add', { name: 'CDA' });
  for (const name of ['CDA 1', 'CDA 2']) {
    const dates = { start: dayFromNow(sandbox, 30), end: dayFromNow(sandbox, 90) };
    const preview = await boss.run('promo create', { course: 'CDA', campus: 'Lille', name, ...dates });
    await boss.press(messageOf(preview), 'promos:confirm:');
  }
  await until(quiet, 'the promos');
  boss.listen(({ event, data }) => {
    const called = (data as { mentions?: { id: string }[] }).mentions?.some(({ id }) => id === boss.user.id);
    if (event === 'MESSAGE_CREATE' && called) calls.push(JSON.stringify(data));
  });
});
afterEach(() => {
  crash.sandbox.faults.clear();
  expect(crash.sandbox.violations.splice(0)).toEqual([]);
});
afterAll(() => crash.stop());

test('one card, one call for each promo, one membership, told once', { timeout: 170_000 }, async () => {
  const { sandbox, boss, bot, database, killAtEach, until, quiet, insist } = crash;
  const promoOf = (name: string) => database.db.promo.findFirstOrThrow({ where: { name } });
  const lea = sandbox.newPersona({ username: 'lea', locale: 'fr' });
  killAtEach('PUT', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', 1);
  lea.join();
  await until(async () => (lea.member?.roles.length ?? 0) === 1 && (await quiet()), 'the role of a newcomer');

  /** From the kinds to the sent form; a person who got no answer begins again. */
  async function introduce(name: string): Promise<void> {
    const { id, courseId } = await promoOf(name);
    let shown = await insist(() => lea.press(panelsOf(lea)[0] ?? '', 'onboarding:start'));
    if (has(shown, 'onboarding:accept')) shown = await insist(() => lea.press(messageOf(shown), 'onboarding:accept'));
    const kinds = shown;
    const courses = await insist(() => lea.select(messageOf(kinds), 'onboarding:kind', ['learner']));
    const promos = await insist(() => lea.select(messageOf(courses), 'onboarding:course', [String(courseId)]));
    const form = await insist(() => lea.select(messageOf(promos), 'onboarding:promo', [String(id)]));
    await database.pool.query('DELETE FROM cooldown');
    await insist(() => lea.submit(form, { first_name: 'Léa', last_name: 'Martin', email: 'lea@exemple.fr' }));
    await database.pool.query('DELETE FROM cooldown');
  }

  killAtEach('POST', callback, 3);
  killAtEach('POST', messages, 2);
  await introduce('CDA 1');
  await until(async () => (await quiet()) && cardsOf(boss).length > 0, 'the card');
  await bot.revived();
  expect([cardsOf(boss).length, calls.length]).toEqual([1, 1]);

  // The card of another promo of theirs is posted anew.
  killAtEach('DELETE', '/channels/{channel_id}/messages/{message_id}', 2);
  killAtEach('POST', messages, 2);
  await introduce('CDA 2');
  await until(async () => (await quiet()) && calls.length > 1, 'the second card');
  await bot.revived();
  expect([cardsOf(boss).length, calls.length]).toEqual([1, 2]);

  killAtEach('POST', callback, 1);
  killAtEach('PUT', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', 2);
  killAtEach('DELETE', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', 2);
  killAtEach('PATCH', '/guilds/{guild_id}/members/{user_id}', 2);
  killAtEach('POST', '/users/@me/channels', 2);
  killAtEach('POST', messages, 2);
  killAtEach('PATCH', '/channels/{channel_id}/messages/{message_id}', 2);
  for (let decided = false; !decided; ) {
    await bot.revived();
    const [card] = cardsOf(boss);
    if (card && has({ message: card }, 'onboarding:approve')) await boss.press(card, 'onboarding:approve:');
    else decided = true;
  }
  await until(async () => (await quiet()) && lea.member?.nick === 'Léa Martin', 'the decision');
  await until(quiet, 'the rest');
  await bot.revived();
  const { id: promoId } = await promoOf('CDA 2');
  expect(await database.db.promoMember.findMany({ select: { promoId: true, userId: true, part: true } })).toEqual([
    { promoId, userId: lea.user.id, part: 'learner' },
  ]);
  expect(await database.db.identificationRequest.findMany({ select: { status: true, joinResult: true } })).toEqual([
    { status: 'accepted', joinResult: 'joined' },
  ]);
  expect([cardsOf(boss).length, calls.length, cardsOf(boss)[0]?.components]).toEqual([1, 2, []]);
  expect(lea.messages('dm').filter(({ content }) => content.includes('CDA 2'))).toHaveLength(1);
  const roles = (lea.member?.roles ?? []).map((id) => boss.guild.roles.get(id)?.name);
  expect(roles.filter((name) => name === 'En formation')).toHaveLength(1);
  expect(roles).not.toContain('Bienvenue');
  const told = lea.messages('dm').map(({ content }) => content);
  expect(new Set(told).size).toBe(told.length);
  expect(await database.db.auditEntry.count({ where: { action: 'onboarding.accept' } })).toBe(1);
  expect(crash.kills).toBeGreaterThanOrEqual(18);
});
