import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type CrashTest, startCrashTest } from '../../support/crash.ts';
import { has, idsOf } from '../onboarding/story.ts';
import { facts } from './stage.ts';

/**
 * The program dies while a company is registered and verified, before each effect or after it. In the end there
 * is one company, one card, one message, one role and one line in the log.
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

test('registered, verified and told once', { timeout: 120_000 }, async () => {
  const { sandbox, boss, database, killAtEach, until, insist, bot, quiet } = crash;
  const messages = '/channels/{channel_id}/messages';
  const cards = () =>
    boss.messages('suivi-recrutement').filter((message) => idsOf(message).some((id) => /^companies:people/.test(id)));
  const person = sandbox.newPersona({ username: 'remi', locale: 'fr' });
  person.join();
  await until(quiet, 'the arrival');
  const candidate = [...boss.guild.roles.values()].find(({ name }) => name === 'Candidature');
  person.member?.roles.splice(0, 10, candidate?.id ?? '');

  killAtEach('POST', '/interactions/{interaction_id}/{interaction_token}/callback', 1);
  killAtEach('POST', messages, 2);
  // Who got no answer tries again, and may be told that it is done already.
  for (let isThere = false; !isThere; isThere = (await database.db.company.count()) > 0) {
    const form = await insist(() => person.run('company register'));
    if (form.modal) await person.submit(form, facts);
    await database.pool.query('DELETE FROM cooldown');
  }
  await until(async () => (await quiet()) && cards().length > 0, 'the card');
  await bot.revived();

  killAtEach('PUT', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', 2);
  killAtEach('POST', messages, 2);
  killAtEach('PATCH', '/channels/{channel_id}/messages/{message_id}', 1);
  for (let isDecided = false; !isDecided; ) {
    await bot.revived();
    const [card] = cards();
    if (card && has({ message: card }, 'companies:approve')) await boss.press(card, 'companies:approve:');
    else isDecided = true;
  }
  await until(async () => (await quiet()) && (person.member?.roles.length ?? 0) === 2, 'the role');
  await until(quiet, 'the rest');
  await bot.revived();

  expect(await database.db.company.findMany({ select: { state: true } })).toEqual([{ state: 'verified' }]);
  expect(await database.db.companyRecruiter.count()).toBe(1);
  expect(await database.db.auditEntry.count({ where: { action: 'companies.verified' } })).toBe(1);
  expect([cards().length, has({ message: cards()[0] ?? null }, 'companies:approve')]).toEqual([1, false]);
  const told = person.messages('dm').filter(({ content }) => content.includes('est vérifiée'));
  expect(told).toHaveLength(1);
  expect(crash.kills).toBeGreaterThanOrEqual(6);
});
