import { expect, test } from 'vitest';
import { day, hour } from '../../../src/kernel/time.ts';
import { removeMember } from '../../../src/sandbox/operations/members.ts';
import { addBot } from '../../../src/sandbox/population.ts';
import { startTestApp } from '../../support/app.ts';
import { monday } from '../../support/monday.ts';
import { runningPromo } from '../announcements/promo.ts';
import { aCompany, anOffer, aRecruiter } from '../jobs/factory.ts';
import { type Story, startStory } from '../onboarding/story.ts';
import { namesOf, tablesOf, tracesOf } from '../privacy/traces.ts';

const elsewhere = '900000000000000001';

test('a server is known from the moment the bot joined it, before any set-up; starting again changes nothing', async () => {
  const story = await startTestApp({ now: new Date(monday.getTime() + day) });
  const { guildId } = story.sandbox;
  const known = await story.db.guild.findUniqueOrThrow({ where: { id: guildId } });
  expect(known).toMatchObject({ createdAt: new Date(monday.getTime() + day), leftAt: null });
  await story.later(hour);
  await story.restart();
  expect(await story.db.guild.findMany()).toEqual([known]);
});

test('the people of a new server are known at once', async () => {
  const { db, sandbox } = await startTestApp();
  const { guild } = sandbox.persona('claire.moreau');
  const people = await db.member.findMany();
  expect(people.map(({ userId }) => userId)).toEqual([...guild.members.keys()].filter((id) => id !== sandbox.applicationId));
});

test('a removal is noted at once, and a return forgets it; whoever joined meanwhile was there before the bot', async () => {
  const story = await startTestApp();
  const { world, guildId, applicationId } = story.sandbox;
  const guild = story.sandbox.persona('claire.moreau').guild;
  const stay = () => story.db.guild.findUniqueOrThrow({ where: { id: guildId }, select: { createdAt: true, leftAt: true } });

  story.clock.advance(hour);
  removeMember(world, guild, applicationId);
  await expect.poll(stay, { timeout: 5_000 }).toEqual({ createdAt: monday, leftAt: story.clock.now() });

  const meanwhile = story.sandbox.newPersona({ username: 'entre.deux' });
  meanwhile.join();
  const joinedAt = story.clock.now();
  story.clock.advance(hour);
  addBot(world, guild);
  await expect.poll(stay, { timeout: 5_000 }).toEqual({ createdAt: story.clock.now(), leftAt: null });
  await story.settle();
  const known = await story.db.member.findFirst({ where: { userId: meanwhile.user.id } });
  expect(known).toMatchObject({ joinedAt, welcomedAt: joinedAt, leftAt: null });
});

test('what no event told is found within the hour', async () => {
  const story = await startTestApp();
  const { guildId } = story.sandbox;
  await story.db.guild.delete({ where: { id: guildId } });
  await story.db.guild.create({ data: { id: elsewhere, createdAt: monday } });
  await story.later(hour);
  const guilds = await story.db.guild.findMany({ orderBy: { id: 'desc' }, select: { id: true, createdAt: true, leftAt: true } });
  expect(guilds).toEqual(
    [
      { id: guildId, createdAt: monday, leftAt: null },
      { id: elsewhere, createdAt: monday, leftAt: story.clock.now() },
    ].sort((a, b) => (a.id < b.id ? 1 : -1)),
  );
});

/** A row in each table of rosters, invites and voice rooms, where whatever is due would be refused by Discord. */
async function fill({ db, sandbox: { guildId } }: Story, promoId: number, userId: string) {
  const old = monday;
  await db.rosterLine.create({
    data: { guildId, promoId, lastName: 'Parti', firstName: 'Noé', email: 'noe@exemple.fr', addedAt: old, addedBy: userId },
  });
  await db.rosterPlan.create({ data: { guildId, promoId, userId, file: [], digest: 'x', createdAt: old } });
  await db.rosterTry.create({ data: { guildId, userId, triedAt: old } });
  await db.promoWaiting.create({ data: { guildId, promoId, roleId: '900000000000000077', since: old } });
  await db.promoInvite.create({ data: { guildId, promoId, askedBy: userId, code: 'perdu', maxUses: 0, days: 1, madeAt: old } });
  await db.promoArrival.create({ data: { guildId, promoId, userId, at: old } });
  await db.promoArrival.create({ data: { guildId, promoId, userId: '900000000000000080', at: old, endedAt: old } });
  const room = { guildId, promoId, lobbyId: '900000000000000078', openedAt: old };
  await db.voiceRoom.create({ data: { ...room, userId, channelId: '900000000000000079' } });
  await db.voiceRoom.create({ data: { ...room, problem: 'full' } });
  await db.voiceAlert.create({ data: { promoId, problem: 'full', toldAt: old } });
}

test('nobody of a server that the bot left is reminded of anything, and after 30 days nothing of it is kept', async () => {
  const story = await startStory();
  const { world, guildId, applicationId } = story.sandbox;
  const staff = await story.staff('lea.gestion');
  const person = await story.arrive('noe.parti');
  await story.introduce(person, { first: 'Noé', last: 'Parti' });
  await story.db.guild.create({ data: { id: elsewhere, createdAt: monday, leftAt: monday } });
  const promo = await runningPromo(story, { name: 'CDA Lille', learners: [person] });
  await fill(story, promo.id, person.user.id);
  await story.db.cooldown.create({ data: { guildId, userId: staff.user.id, command: 'x', until: monday } });
  const company = await aCompany(story.db, { guildId });
  await aRecruiter(story.db, company, { userId: staff.user.id });
  const { id: offerId } = await anOffer(story.db, { guildId, companyId: company.id, state: 'hidden', hiddenAt: monday });
  const applied = { guildId, offerId, userId: person.user.id, consentVersion: 1 };
  await story.db.application.create({ data: { ...applied, consentedAt: monday, sentAt: monday, stageAt: monday } });

  removeMember(world, story.boss.guild, applicationId);
  await story.settle();
  const faults = await story.db.fault.count();
  await story.later(29 * day);
  expect(await story.db.fault.count()).toBe(faults);
  expect((await story.db.guild.findMany()).map(({ id }) => id).sort()).toEqual([guildId, elsewhere].sort());
  expect(await story.db.identificationRequest.findFirst()).toMatchObject({ staffRemindedAt: null, status: 'pending' });

  await story.later(2 * day);
  expect(namesOf(await tracesOf(story.database, [guildId]))).toEqual(['audit_entry']);
  expect(await story.db.guild.count()).toBe(0);
  // Neither do the tables that say their server by another row alone.
  const kept = await Promise.all(
    (await tablesOf(story.database)).map(async (name) => {
      const { rows } = await story.database.pool.query(`SELECT FROM ${name} LIMIT 1`);
      return rows.length > 0 ? [name.replace('public.', '')] : [];
    }),
  );
  expect(kept.flat().filter((name) => !name.startsWith('graphile_worker.'))).toEqual(['_prisma_migrations', 'audit_entry']);
  expect(await story.db.auditEntry.count()).toBeGreaterThan(0);
});
