import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { closeCampaign } from '../../../src/features/campaigns/service/life.ts';
import { publish } from '../../../src/features/campaigns/service/publish.ts';
import { day } from '../../../src/kernel/time.ts';
import { type CrashTest, comeAs, startCrashTest } from '../../support/crash.ts';
import { aCampaign, aHelper, aLearner } from './factory.ts';

/** The program is killed while it tells people what came of a campaign, before a message and after it. */

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

test('a proposal, one thread a pair, and nobody is told twice or left out, whenever the program dies', {
  timeout: 240_000,
}, async () => {
  const { sandbox, database, boss } = crash;
  const { db } = database;
  const { guildId } = sandbox;
  const [ana, bob, cleo, nadia] = [
    await come('ana.crash', 'En formation'),
    await come('bob.crash', 'En formation'),
    await come('cleo.crash', 'En formation'),
    await come('nadia.crash', 'Alumni'),
  ] as const;
  await crash.until(crash.quiet, 'their welcome');
  const now = sandbox.clock.now();
  const campaign = await aCampaign(db, {
    guildId,
    opensAt: now,
    openedAt: now,
    plannedAt: now,
    createdAt: now,
    closesAt: new Date(now.getTime() + day),
  });
  for (const { user } of [ana, bob]) await aLearner(db, campaign, { userId: user.id, createdAt: now });
  await aLearner(db, campaign, { userId: cleo.user.id, languages: ['ta'], createdAt: now });
  await aHelper(db, campaign, { userId: nadia.user.id, capacity: 2, createdAt: now });
  const by = { guildId, actorId: boss.user.id, now };
  await closeCampaign(db, by, campaign);
  // The thread that works it out loads its module from the sources, also where the program is one file.
  await crash.until(
    async () => (await crash.quiet()) && (await db.mentoringCampaign.count({ where: { state: 'preview' } })) === 1,
    'the proposal',
  );

  crash.killAtEach('POST', '/channels/{channel_id}/messages', 4);
  expect(await publish(db, by, await db.mentoringCampaign.findUniqueOrThrow({ where: { id: campaign.id } }))).toMatchObject({
    isDone: true,
  });
  await crash.until(async () => (await crash.quiet()) && crash.kills === 4, 'the messages');
  await crash.bot.revived();
  await crash.until(crash.quiet, 'the rest');
  const told = [ana, bob, cleo, nadia].map(
    (person) => person.messages('dm').filter(({ content }) => content.includes('Printemps')).length,
  );
  expect(told).toEqual([1, 1, 1, 1]);
  const pairs = await db.mentoringPair.findMany({ where: { origin: 'campaign' } });
  expect(pairs.map(({ threadId }) => typeof threadId)).toEqual(['string', 'string']);
  expect(new Set(pairs.map(({ threadId }) => threadId)).size).toBe(2);
});
