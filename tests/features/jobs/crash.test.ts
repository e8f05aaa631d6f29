import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { type CrashTest, startCrashTest } from '../../support/crash.ts';
import { aCompany, anOffer, aRecruiter } from './factory.ts';

/** The program is killed where an offer is approved, its post is made, somebody is alerted, and it is closed, before the effect or after it. */

let crash: CrashTest;
let offerId: number;
let author: Persona;
let seeker: Persona;
beforeAll(async () => {
  crash = await startCrashTest();
  const { db } = crash.database;
  const { guildId, clock } = crash.sandbox;
  const now = clock.now();
  const come = async (username: string, role: string) => {
    const person = crash.sandbox.newPersona({ username, locale: 'fr' });
    person.join();
    await crash.until(async () => (await db.member.count({ where: { userId: person.user.id } })) === 1, username);
    person.member?.roles.push([...crash.boss.guild.roles.values()].find(({ name }) => name === role)?.id ?? '');
    return person;
  };
  author = await come('rita.recrute', 'Recrutement');
  seeker = await come('lea.cherche', 'En formation');
  await seeker.run('job alert', { text: 'développement', when: 'immediate' });
  const company = await aCompany(db, { guildId, createdAt: now });
  await aRecruiter(db, company, { userId: author.user.id, addedAt: now });
  offerId = (
    await anOffer(db, {
      guildId,
      companyId: company.id,
      authorId: author.user.id,
      state: 'pending',
      createdAt: now,
      firstSentAt: now,
    })
  ).id;
});
afterEach(() => {
  crash.sandbox.faults.clear();
  expect(crash.sandbox.violations.splice(0)).toEqual([]);
});
afterAll(() => crash.stop());

const one = () => crash.database.db.offer.findUniqueOrThrow({ where: { id: offerId } });
const posts = () => {
  const forum = crash.boss.channel('offres');
  return [...crash.sandbox.world.channels.values()].filter(({ parent_id }) => parent_id === forum.id);
};

test('one approval, one post, one message to the author and to who is alerted; closed once', { timeout: 240_000 }, async () => {
  const { boss, bot, database } = crash;
  const queue = await crash.insist(() => boss.run('home'));
  const card = await crash.insist(() => boss.press(queue.message ?? '', 'jobs:queue'));
  crash.killAtEach('POST', '/interactions/{interaction_id}/{interaction_token}/callback', 1);
  crash.killAtEach('POST', '/channels/{channel_id}/threads', 2);
  // Two people are told, in any order.
  crash.killAtEach('POST', '/channels/{channel_id}/messages', 2);
  // Nobody answers: the process dies after the decision was written, or before.
  await boss.press(card.message ?? '', 'jobs:approve').catch(() => null);
  await bot.revived();
  if ((await one()).state === 'pending') await crash.insist(() => boss.press(card.message ?? '', 'jobs:approve'));
  await crash.until(async () => (await one()).shown !== null, 'the post');
  await bot.revived();
  expect(posts().map(({ id }) => id)).toEqual([(await one()).threadId]);
  await crash.until(
    async () => (await database.db.notice.count({ where: { key: { startsWith: 'jobs.approved' }, via: 'dm' } })) === 1,
    'the message',
  );
  expect(author.messages('dm').filter(({ content }) => content.includes('acceptée'))).toHaveLength(1);
  await crash.until(async () => (await database.db.alertMatch.count({ where: { toldAt: { not: null } } })) === 1, 'the alert');
  await bot.revived();
  const isAlert = (message: APIMessage) => JSON.stringify(message.components).includes('jobsearch:off:');
  expect(seeker.messages('dm').filter(isAlert)).toHaveLength(1);

  crash.killAtEach('PATCH', '/channels/{channel_id}', 1);
  await crash.insist(() => author.run('job close', { offer: String(offerId), as: 'filled' })).catch(() => null);
  await crash.until(async () => posts()[0]?.thread?.metadata.archived === true && (await one()).state === 'closed', 'its end');
  await bot.revived();
  await crash.until(async () => posts()[0]?.name.startsWith('[Pourvue]') === true, 'its name');
  expect(posts()).toHaveLength(1);
  expect(await database.db.auditEntry.count({ where: { action: 'jobs.approve' } })).toBe(1);
  expect(crash.kills).toBeGreaterThanOrEqual(5);
});
