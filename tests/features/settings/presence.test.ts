import { expect, test } from 'vitest';
import { day, hour } from '../../../src/kernel/time.ts';
import { removeMember } from '../../../src/sandbox/operations/members.ts';
import { addBot } from '../../../src/sandbox/population.ts';
import { startTestApp } from '../../support/app.ts';
import { monday } from '../../support/monday.ts';
import { runningPromo } from '../announcements/promo.ts';
import { startStory } from '../onboarding/story.ts';
import { namesOf, tracesOf } from '../privacy/traces.ts';

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

test('nobody of a server that the bot left is reminded of anything, and after 30 days nothing of it is kept', async () => {
  const story = await startStory();
  const { world, guildId, applicationId } = story.sandbox;
  const staff = await story.staff('lea.gestion');
  const person = await story.arrive('noe.parti');
  await story.introduce(person, { first: 'Noé', last: 'Parti' });
  await story.db.guild.create({ data: { id: elsewhere, createdAt: monday, leftAt: monday } });
  await runningPromo(story, { name: 'CDA Lille', learners: [person] });
  await story.db.cooldown.create({ data: { guildId, userId: staff.user.id, command: 'x', until: monday } });

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
  expect(await story.db.auditEntry.count()).toBeGreaterThan(0);
});
