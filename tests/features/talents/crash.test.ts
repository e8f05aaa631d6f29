import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { answerContact, askContact } from '../../../src/features/talents/service/contact.ts';
import { type CrashTest, comeAs, startCrashTest } from '../../support/crash.ts';
import { aCompany, anOffer, aRecruiter } from '../jobs/factory.ts';
import { aTalent, searching } from './stage.ts';

/** The program is killed at every call by which two people are brought together, before its effect or after it. */

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

test('one question, one thread with both and one opening, whenever the program dies', { timeout: 240_000 }, async () => {
  const { sandbox, database } = crash;
  const { db } = database;
  const { guildId } = sandbox;
  const [lea, nour] = [await come('lea.cherche', 'En formation'), await come('nour.recrute', 'Recrutement')];
  await crash.until(crash.quiet, 'their welcome');
  const now = sandbox.clock.now();
  const company = await aCompany(db, { guildId, createdAt: now });
  await aRecruiter(db, company, { userId: nour.user.id });
  const { id: offerId } = await anOffer(db, { guildId, companyId: company.id, createdAt: now });
  await aTalent(db, { guildId, userId: lea.user.id });
  await searching(db, nour.user.id, {}, { now, guildId });
  const { id: number } = await db.talentSight.findFirstOrThrow();

  crash.killAtEach('POST', '/channels/{channel_id}/messages', 2);
  const recruiter = { guildId, userId: nour.user.id, now };
  await askContact(db, recruiter, { number, offerId, message: 'Votre profil nous plaît, parlons-en.', locale: 'fr' });
  await crash.until(async () => (await crash.quiet()) && crash.kills === 2, 'the question');
  expect(lea.messages('dm').filter(({ embeds }) => embeds[0]?.title?.includes('souhaite vous parler'))).toHaveLength(1);

  crash.killAtEach('POST', '/channels/{channel_id}/threads', 2);
  crash.killAtEach('PUT', '/channels/{channel_id}/thread-members/{user_id}', 1);
  crash.killAtEach('POST', '/channels/{channel_id}/messages', 2);
  const { id: contactId } = await db.talentContact.findFirstOrThrow();
  await answerContact(db, { guildId, userId: lea.user.id, now }, { contactId, answer: 'accepted' });
  const met = async () => (await db.talentContact.count({ where: { openedAt: { not: null } } })) === 1;
  await crash.until(async () => (await crash.quiet()) && (await met()), 'the meeting');
  await crash.bot.revived();
  await crash.until(crash.quiet, 'the rest');
  expect(crash.kills).toBe(7);
  for (const person of [lea, nour]) {
    const [thread, ...more] = person.channels().filter(({ name }) => name.startsWith('Profil n°'));
    expect([more, person.messages(thread?.id ?? '').filter(({ embeds }) => embeds.length > 0)]).toMatchObject([[], [{}]]);
  }
});
