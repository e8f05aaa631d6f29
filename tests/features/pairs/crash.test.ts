import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openPair } from '../../../src/features/pairs/service/open.ts';
import { type CrashTest, comeAs, startCrashTest } from '../../support/crash.ts';
import { aMentor } from '../mentoring/factory.ts';

/** The program is killed at the calls by which two people are brought together, before their effect or after it. */

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

test('one pair, one thread with both and one welcome, whenever the program dies', { timeout: 240_000 }, async () => {
  const { sandbox, database, killAtEach, until, quiet, bot } = crash;
  const { db } = database;
  const { guildId } = sandbox;
  const [sam, lea] = [await come('sam.mentor', 'Alumni'), await come('lea.dubois', 'En formation')];
  await until(quiet, 'their welcome');
  const now = sandbox.clock.now();
  await aMentor(db, { guildId, userId: sam.user.id, createdAt: now });
  killAtEach('POST', '/channels/{channel_id}/threads', 2);
  killAtEach('PUT', '/channels/{channel_id}/thread-members/{user_id}', 1);
  killAtEach('POST', '/channels/{channel_id}/messages', 2);
  const asked = { requestId: null, origin: 'asked', score: null, reasons: null, coordinatorId: null, createdBy: null } as const;
  await db.$transaction((tx) => openPair(tx, { ...asked, guildId, mentorId: sam.user.id, learnerId: lea.user.id, now }));
  const opened = async () => (await db.mentoringPair.count({ where: { openedAt: { not: null } } })) === 1;
  await until(async () => (await quiet()) && (await opened()), 'the thread');
  await bot.revived();
  await until(quiet, 'the rest');
  expect(crash.kills).toBe(5);
  const threads = [...sandbox.world.channels.values()].filter(
    ({ thread, parent_id }) => thread && sandbox.world.channels.get(parent_id ?? '')?.name === 'mentorat',
  );
  expect(threads).toHaveLength(1);
  for (const person of [sam, lea]) {
    const said = person.messages(threads[0]?.id ?? '').filter(({ author }) => author.bot);
    expect(said.filter(({ embeds }) => embeds.length > 0)).toHaveLength(1);
  }
});
