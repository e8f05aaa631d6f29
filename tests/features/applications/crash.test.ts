import { ComponentType } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Offer } from '../../../prisma/client/client.ts';
import type { Outcome, Persona } from '../../../src/sandbox/persona/persona.ts';
import { type CrashTest, startCrashTest } from '../../support/crash.ts';
import { aCompany, anOffer, aRecruiter } from '../jobs/factory.ts';
import { cvBytes, letter } from './stage.ts';

/** The program is killed at each call between the form and the thread, before its effect or after it. */

let crash: CrashTest;
let lea: Persona;
let recruiter: Persona;
let offer: Offer;
beforeAll(async () => {
  crash = await startCrashTest();
  const { sandbox, boss, database } = crash;
  const { guildId } = sandbox;
  const join = (username: string, role: string) => {
    const person = sandbox.newPersona({ username, locale: 'fr' });
    person.join();
    const id = [...boss.guild.roles.values()].find(({ name }) => name === role)?.id ?? '';
    boss.guild.members.get(person.user.id)?.roles.push(id);
    return person;
  };
  lea = join('lea.dubois', 'En formation');
  recruiter = join('celine.marchand', 'Recrutement');
  await crash.until(crash.quiet, 'the arrivals');
  const now = sandbox.clock.now();
  const company = await aCompany(database.db, { guildId, createdAt: now });
  await aRecruiter(database.db, company, { userId: recruiter.user.id, addedAt: now });
  offer = await anOffer(database.db, { guildId, companyId: company.id, createdAt: now });
});
afterEach(() => {
  crash.sandbox.faults.clear();
  expect(crash.sandbox.violations.splice(0)).toEqual([]);
});
afterAll(() => crash.stop());

const threads = () =>
  [...crash.sandbox.world.channels.values()].filter(
    ({ thread, parent_id }) => thread && crash.sandbox.world.channels.get(parent_id ?? '')?.name === 'candidatures',
  );
const press = (customId: string) => {
  const [panel] = lea.messages('bienvenue');
  return crash.insist(() => lea.forge.component(panel ?? '', customId, ComponentType.Button));
};
const settled = async () => {
  await crash.until(crash.quiet, 'the tasks');
  await crash.bot.revived();
  await crash.until(crash.quiet, 'the rest');
};

test('one application, one thread with both inside and one CV, whenever the program dies; then nothing', {
  timeout: 240_000,
}, async () => {
  const form: Outcome = await press(`jobs:apply:${offer.id}`);
  crash.killAtEach('POST', '/channels/{channel_id}/threads', 2);
  crash.killAtEach('PUT', '/channels/{channel_id}/thread-members/{user_id}', 1);
  crash.killAtEach('POST', '/channels/{channel_id}/messages', 3);
  const cv = { name: 'cv.pdf', content: cvBytes };
  await crash.insist(() => lea.submit(form, { message: letter, cv: [cv], consent: true }));
  await crash.until(
    async () => (await crash.database.db.application.count({ where: { cvMessageId: { not: null } } })) === 1,
    'the CV',
  );
  await settled();
  const [thread, ...others] = threads();
  expect(others).toEqual([]);
  expect(thread?.thread?.members.map(({ user_id }) => user_id)).toEqual(expect.arrayContaining([lea.user.id, recruiter.user.id]));
  expect(lea.messages(thread?.id ?? '')).toHaveLength(2);
  expect(await crash.database.db.applicationFile.count()).toBe(0);
  expect(crash.kills).toBe(6);

  crash.killAtEach('DELETE', '/channels/{channel_id}', 1);
  const { id } = await crash.database.db.application.findFirstOrThrow();
  await press(`applications:gone:${id}`);
  await crash.until(() => threads().length === 0, 'the end of the thread');
  await settled();
  expect(await crash.database.db.application.findFirstOrThrow()).toMatchObject({
    stage: 'withdrawn',
    message: null,
    roomChannelId: null,
  });
});
