import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { askFlash } from '../../../src/features/circles/service/ask.ts';
import { finishFlash } from '../../../src/features/circles/service/finish.ts';
import { takeFlash } from '../../../src/features/circles/service/take.ts';
import { type CrashTest, comeAs, startCrashTest } from '../../support/crash.ts';
import { aMentor } from '../mentoring/factory.ts';
import { request } from './stage.ts';

/** The program is killed where Discord cannot dedupe what brings a learner and a mentor together, before the effect and after it. */

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

test('one message, one thread with both and one opening, whenever the program dies', { timeout: 240_000 }, async () => {
  const { sandbox, database, boss } = crash;
  const { db } = database;
  const { guildId } = sandbox;
  const [lea, nina] = [await come('lea.dubois', 'En formation'), await come('nina.alumni', 'Alumni')];
  await crash.until(crash.quiet, 'their welcome');
  const now = sandbox.clock.now();
  await aMentor(db, { guildId, userId: nina.user.id, createdAt: now });

  crash.killAtEach('POST', '/channels/{channel_id}/messages', 2);
  const { flash } = await askFlash(db, { guildId, userId: lea.user.id, now }, request);
  await crash.until(async () => (await crash.quiet()) && crash.kills === 2, 'the request');
  const requests = () => nina.messages('dm').filter(({ embeds }) => embeds[0]?.title?.includes('Aide flash'));
  expect(requests()).toHaveLength(1);

  crash.killAtEach('POST', '/channels/{channel_id}/threads', 2);
  await takeFlash(db, { guildId, userId: nina.user.id, now }, flash.id);
  const opened = async () => (await db.mentoringFlash.count({ where: { openedAt: { not: null } } })) === 1;
  await crash.until(async () => (await crash.quiet()) && (await opened()), 'the thread');
  await crash.bot.revived();
  await crash.until(crash.quiet, 'the rest');
  const threads = () => [...boss.channels()].filter(({ thread, name }) => thread && name.startsWith('Flash n°'));
  const [thread, ...more] = threads();
  expect(more).toEqual([]);
  for (const person of [lea, nina])
    expect(person.messages(thread?.id ?? '').filter(({ embeds }) => embeds.length > 0)).toHaveLength(1);
  expect(requests()).toEqual([]);

  // Its end is two days old: the thread goes.
  await finishFlash(db, { guildId, userId: lea.user.id, now: new Date(now.getTime() - 49 * 3_600_000) }, flash.id);
  await crash.until(
    async () => (await crash.quiet()) && (await db.mentoringFlash.count({ where: { deletedAt: { not: null } } })) === 1,
    'the end',
  );
  await crash.bot.revived();
  expect(threads()).toEqual([]);
  expect(crash.kills).toBe(4);
});
