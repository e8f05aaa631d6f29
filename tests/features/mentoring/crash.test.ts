import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { accept, decline } from '../../../src/features/mentoring/service/answer.ts';
import { choose } from '../../../src/features/mentoring/service/ask.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { type CrashTest, comeAs, startCrashTest } from '../../support/crash.ts';
import { aMentor, aRequest } from './factory.ts';

/** The program is killed while a request goes from one mentor to the next, and while a mentor's yes becomes a pair. */

let crash: CrashTest;
beforeAll(async () => {
  crash = await startCrashTest();
});
afterEach(() => {
  crash.sandbox.faults.clear();
  expect(crash.sandbox.violations.splice(0)).toEqual([]);
});
afterAll(() => crash.stop());

const come = (username: string, role: string) => comeAs(crash, username, role);

test('one mentor is asked, never two and never none, and one yes is one pair, whenever the program dies', {
  timeout: 240_000,
}, async () => {
  const { sandbox, database } = crash;
  const { db } = database;
  const { guildId } = sandbox;
  const lea = await come('lea.apprend', 'En formation');
  const [nadia, karim] = [await come('nadia.aide', 'Alumni'), await come('karim.aide', 'Alumni')];
  await crash.until(crash.quiet, 'their welcome');
  const createdAt = sandbox.clock.now();
  for (const { user } of [nadia, karim]) await aMentor(db, { guildId, userId: user.id, createdAt });
  const { id: requestId } = await aRequest(db, { guildId, userId: lea.user.id, createdAt });
  const by = (person: Persona) => ({ guildId, userId: person.user.id, now: sandbox.clock.now() });
  const asked = (person: Persona) =>
    person.messages('dm').filter(({ embeds }) => embeds[0]?.title?.includes('aimerait que vous l’accompagniez'));
  const atWork = () => db.mentoringAsk.findMany({ where: { requestId, state: { in: ['asked', 'question'] } } });

  await choose(db, by(lea), { requestId, mentorIds: [nadia.user.id, karim.user.id] });
  await crash.until(crash.quiet, 'the first question');
  // What the no leads to is told to two people: killed before the one and after the other.
  crash.killAtEach('POST', '/channels/{channel_id}/messages', 2);
  const [first] = await atWork();
  await decline(db, by(nadia), first?.id ?? 0);
  await crash.until(async () => (await crash.quiet()) && crash.kills === 2, 'the passing on');
  await crash.bot.revived();
  await crash.until(crash.quiet, 'the rest');
  expect(await atWork()).toMatchObject([{ mentorId: karim.user.id, state: 'asked' }]);
  expect([asked(nadia).length, asked(karim).length]).toEqual([1, 1]);
  expect(lea.messages('dm').filter(({ content }) => content.includes('ne peut pas vous accompagner'))).toHaveLength(1);

  crash.killAtEach('POST', '/channels/{channel_id}/threads', 2);
  const [second] = await atWork();
  await accept(db, by(karim), second?.id ?? 0);
  await crash.until(async () => (await crash.quiet()) && crash.kills === 4, 'the thread');
  await crash.bot.revived();
  await crash.until(crash.quiet, 'the end');
  const [pair, ...more] = await db.mentoringPair.findMany();
  expect([more, await atWork()]).toEqual([[], []]);
  expect(pair).toMatchObject({ mentorId: karim.user.id, learnerId: lea.user.id, state: 'active' });
  expect(pair?.threadId).not.toBeNull();
});
