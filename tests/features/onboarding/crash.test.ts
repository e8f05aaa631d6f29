import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { day, movableClock } from '../../../src/kernel/time.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/index.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type BotProcess, startBotProcess } from '../../support/process.ts';
import { cardsOf, has, messageOf, panelsOf } from './story.ts';

/**
 * The program in a process of its own is killed (`kill -9`) while somebody chooses a promo, changes it and is let into it, before each effect or
 * after it. In the end there is one card, its manager was called once for each promo, and the person is in it once.
 */

let sandbox: Sandbox;
let database: TestDatabase;
let bot: BotProcess;
let boss: Persona;
let kills = 0;
const calls: string[] = [];

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

/** A person who is given no answer tries again, once the bot is back. */
async function insist(act: () => Promise<Outcome>): Promise<Outcome> {
  for (;;) {
    await bot.revived();
    const outcome = await act();
    if (!outcome.failed) return outcome;
    // What was begun counts against who tries again.
    await database.pool.query('DELETE FROM cooldown');
  }
}

const dayFromNow = (days: number): string => new Date(sandbox.clock.now().getTime() + days * day).toISOString().slice(0, 10);
const callback = '/interactions/{interaction_id}/{interaction_token}/callback';
const messages = '/channels/{channel_id}/messages';
const promoOf = (name: string) => database.db.promo.findFirstOrThrow({ where: { name } });

beforeAll(async () => {
  database = await freshDatabase();
  sandbox = await startSandbox({ clock: movableClock(), strict: true, rateLimits: false });
  boss = sandbox.persona('claire.moreau');
  bot = await startBotProcess(sandbox, database);
  await boss.run('setup auto');
  await until(quiet, 'the set-up');
  await boss.run('campus add', { name: 'Lille' });
  await boss.run('course add', { name: 'CDA' });
  for (const name of ['CDA 1', 'CDA 2']) {
    const dates = { start: dayFromNow(30), end: dayFromNow(90) };
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
  sandbox.faults.clear();
  expect(sandbox.violations.splice(0)).toEqual([]);
});
afterAll(async () => {
  await bot.stop();
  await sandbox.stop();
  await database.close();
});

test('one card, one call for each promo, one membership, told once', { timeout: 170_000 }, async () => {
  const lea = sandbox.newPersona({ username: 'lea', locale: 'fr' });
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
  expect(kills).toBeGreaterThanOrEqual(12);
});
