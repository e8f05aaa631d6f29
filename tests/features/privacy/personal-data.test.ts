import { type APIMessage, MessageFlags } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { takeTurn } from '../../../src/discord/cooldown.ts';
import { filtersOf } from '../../../src/features/jobsearch/rules/filter.ts';
import { createAlert } from '../../../src/features/jobsearch/service/alert.ts';
import { matchOffer } from '../../../src/features/jobsearch/service/match.ts';
import { toggleSaved } from '../../../src/features/jobsearch/service/saved.ts';
import { search } from '../../../src/features/jobsearch/service/search.ts';
import { erasePerson, exportPerson, sweepTraces } from '../../../src/features/privacy/service.ts';
import { savePlan } from '../../../src/features/promos/service/confirm.ts';
import { addMember } from '../../../src/features/promos/service/member.ts';
import { chooseViews } from '../../../src/features/promos/service/view.ts';
import { confirmImport, previewImport } from '../../../src/features/rosters/service/roster.ts';
import { day, minute } from '../../../src/kernel/time.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { runningPromo } from '../announcements/promo.ts';
import { aCompany, anOffer } from '../jobs/factory.ts';
import { leaveOffers } from '../jobs/traces.ts';
import { cardOf, lastDm, messageOf, panelOf, type Story, startStory } from '../onboarding/story.ts';
import { liveAsMentor } from './mentoring.ts';
import { liveAsModerated, liveThroughRaid } from './moderation.ts';
import { liveAsTalent } from './talents.ts';
import { namesOf, tablesOf, tablesWithPeople, tracesOf } from './traces.ts';
import { liveInTraffic } from './traffic.ts';

/** A person is made to leave a trace wherever the program can keep one, exports it all, erases it all, and nothing is left. */

let story: Story;
let subject: Persona;
let other: Persona;
let guildId: string;

/** Nothing of these is part of any other word of the database. */
const words = {
  username: 'quetzal.ia',
  first: 'Quetzalïa',
  last: 'Zywiecka',
  former: 'Zywieckova',
  email: 'quetz@ialia.example',
  typed: 'Kwyjibo',
  reason: 'Wobbegong',
};
const others = { username: 'noe.oublie', first: 'Ornicar', last: 'Ploumanach', email: 'noe@ploum.example' };
const needles = () => [subject.user.id, ...Object.values(words)];

/** What a person who does everything leaves behind. `helper` is staff. */
async function liveThrough(person: Persona, name: typeof others & Partial<typeof words>, helper: Persona): Promise<void> {
  const { guild } = story.boss;
  await story.introduce(person, { first: name.first, last: name.former ?? name.last, email: name.email });

  // Staff refuse, then ask a person who tries again, who then makes a slip of the pen, and is accepted.
  await helper.submit(await helper.press(cardOf(helper), 'onboarding:refuse:'), { reason: `${name.reason ?? 'Raison'} ?` });
  await story.settle();
  await story.introduce(person, { first: name.first, last: name.former ?? name.last, email: name.email });
  await helper.submit(await helper.press(cardOf(helper), 'onboarding:ask:'), { question: 'Quel centre ?' });
  await story.settle();
  const asked = lastDm(person);
  if (!asked) throw new Error('nobody was asked');
  const form = await person.press(asked, 'onboarding:correct');
  await person.submit(form, { first_name: name.first, last_name: name.last, email: name.email });
  await story.settle();
  await helper.press(cardOf(helper), 'onboarding:approve:');
  await story.settle();
  story.clock.advance(minute);
  story.clock.advance(5_000);
  const changed = await person.select(
    messageOf(await person.press(messageOf(await person.press(panelOf(person), 'onboarding:start')), 'onboarding:change')),
    'onboarding:kind',
    ['alumni'],
  );
  await person.submit(changed, { first_name: name.first, last_name: name.typed ?? 'Faute', email: 'pas une adresse' });
  await takeTurn(story.db, {
    guildId,
    userId: person.user.id,
    command: 'test',
    seconds: 86_400,
    now: story.clock.now(),
  });

  // A task about the person that failed for the last time.
  const { rows } = await story.database.pool.query<{ id: string }>(
    `SELECT id FROM graphile_worker.add_job('onboarding.welcome', $1::json, run_at => now() + interval '1 year', max_attempts => 1)`,
    [JSON.stringify({ guildId, userId: person.user.id })],
  );
  await story.database.pool.query('UPDATE graphile_worker._private_jobs SET attempts = 1, last_error = $2 WHERE id = $1', [
    rows[0]?.id,
    `no member ${person.user.id}`,
  ]);

  await teach(person);
  await leaveOffers(story.db, { guildId, userId: person.user.id, now: story.clock.now() }, name.typed ?? 'Faute');
  await lookForWork(person);
  await expectSomebody(person, name);
  await liveAsTalent(story, person.user.id);
  await recruit(person, name.email);
  await applyFor(person);

  // The person is staff as well.
  const administrators = [...guild.roles.values()].filter(({ name: role }) =>
    ['Administration', 'Gestion de projet'].includes(role),
  );
  guild.members.get(person.user.id)?.roles.push(...administrators.map(({ id }) => id));
  await person.run('setup auto');
  await story.settle();
}

/** Learns in a promo, manages it, watches it, makes its groups, announces something, and leaves a deed unconfirmed. */
async function teach(person: Persona): Promise<void> {
  const { user } = person;
  const { db, clock } = story;
  const now = clock.now();
  const by = { guildId, actorId: user.id, now };
  const promo = await runningPromo(story, { name: `CDA ${await db.promo.count()}` });
  await addMember(db, by, { promoId: promo.id, userId: user.id, part: 'learner', isSecond: false });
  await chooseViews(db, by, { first: promo.id, last: promo.id, chosen: [promo.id] });
  await db.promo.update({ where: { id: promo.id }, data: { managerId: user.id } });
  await savePlan(db, by, { do: 'end', promoId: promo.id });
  const { id: roundId } = await db.groupRound.create({
    data: { guildId, promoId: promo.id, number: 1, seed: 1, madeBy: user.id, madeAt: now },
  });
  const { id: teamId } = await db.groupTeam.create({ data: { roundId, number: 1 } });
  await db.groupPlace.create({ data: { guildId, roundId, teamId, userId: user.id, level: 3 } });
  await db.announcement.create({
    data: {
      guildId,
      authorId: user.id,
      audience: 'all',
      body: 'Fermé lundi.',
      state: 'posted',
      createdAt: now,
      postedAt: now,
    },
  });
  await db.promoWaiting.create({ data: { promoId: promo.id, guildId, since: now } });
  await db.promoInvite.create({
    data: { guildId, promoId: promo.id, askedBy: user.id, maxUses: 5, days: 3, madeAt: now, deadAt: now, cause: 'revoked' },
  });
  await story.settle();
  // A room of their own, in which they stay.
  const lobby = await db.promoPlace.findFirstOrThrow({ where: { promoId: promo.id, key: 'channel:demand' } });
  person.joinVoice(lobby.discordId ?? '');
  await story.settle();
}

let companies = 0;
/** Recruits for a company that they made known, verified themselves, changed, and to which they were once invited. */
async function recruit({ user }: Persona, email: string): Promise<void> {
  const { db, clock } = story;
  const at = clock.now();
  const by = user.id;
  const { id: companyId } = await db.company.create({
    data: {
      ...{
        guildId,
        siret: `1234567890000${++companies}`,
        name: 'Atelier',
        website: 'https://atelier.example',
        about: 'Des vélos.',
      },
      ...{ state: 'verified', createdBy: by, createdAt: at, submittedAt: at, decidedBy: by, decidedAt: at },
      ...{
        verifiedSince: at,
        verifiedUntil: new Date(at.getTime() + 365 * day),
        review: 'staff',
        question: 'Qui ?',
        answer: 'Nous.',
      },
      ...{ email, emailBy: by, proposal: { email: `rh.${email}` }, proposedBy: by },
      recruiters: {
        create: {
          guildId,
          userId: by,
          addedBy: by,
          addedAt: at,
          ledAt: at,
          grantedRoleId: story.roleId('Recrutement'),
          roleGiven: true,
        },
      },
      events: { create: [{ guildId, kind: 'answered', actorId: by, personId: by, note: 'Nous.', at }] },
    },
  });
  const ended = { endedAt: at, endedAs: 'accepted' as const };
  await db.companyRegistration.create({ data: { guildId, userId: by, at } });
  await db.companyInvitation.create({ data: { companyId, guildId, userId: by, invitedBy: by, invitedAt: at, ...ended } });
}

/** Looks for an offer, keeps it, and has an alert that found it. */
async function lookForWork({ user }: Persona): Promise<void> {
  const { db, clock } = story;
  const [searcher, now] = [{ guildId, userId: user.id }, clock.now()];
  const { id: offerId } = await anOffer(db, { guildId, title: 'Horlogerie', createdAt: now });
  const filters = filtersOf({ text: 'horlogerie' });
  await createAlert(db, searcher, { filters, when: { isImmediate: false, hour: 9 }, locale: 'fr', now });
  await toggleSaved(db, searcher, { offerId, now });
  await search(db, searcher, { filters, now });
  await matchOffer(db, { guildId, offerId, now });
}

/** Is in a list of their own making, has another one to confirm, and mistypes a code. */
async function expectSomebody(
  { user }: Persona,
  { first, last, email }: { first: string; last: string; email: string },
): Promise<void> {
  const { db, clock } = story;
  const by = { guildId, actorId: user.id, now: clock.now() };
  const promo = await db.promo.findFirstOrThrow({ where: { members: { some: { userId: user.id } } } });
  const file = { lines: [{ line: 2, firstName: first, lastName: last, email }], invalid: [] };
  const { planId } = await previewImport(db, by, { promoId: promo.id, file });
  await confirmImport(db, by, planId ?? 0);
  await previewImport(db, by, {
    promoId: promo.id,
    file: { ...file, lines: [{ line: 2, firstName: first, lastName: 'Autre', email }] },
  });
  await db.rosterTry.create({ data: { guildId, userId: user.id, triedAt: clock.now() } });
}

/** Applies with a CV that is still on its way, is recommended, and recommends. */
async function applyFor({ user }: Persona): Promise<void> {
  const { db, clock } = story;
  const now = clock.now();
  const company = await aCompany(db, { guildId });
  const { id: offerId } = await anOffer(db, { guildId, companyId: company.id, authorId: null, createdAt: now });
  const { id: applicationId } = await db.application.create({
    data: {
      guildId,
      offerId,
      userId: user.id,
      message: `Candidature de ${user.username}`,
      consentVersion: 1,
      consentedAt: now,
      sentAt: now,
      stageAt: now,
    },
  });
  const bytes = new TextEncoder().encode('%PDF-1.7');
  await db.applicationFile.create({
    data: { applicationId, guildId, userId: user.id, name: `${user.username}.pdf`, bytes, createdAt: now },
  });
  const said = { guildId, offerId, words: 'Sérieux et curieux.', createdAt: now };
  const others = '330000000000000001';
  await db.recommendation.create({ data: { ...said, authorId: others, userId: user.id } });
  await db.recommendation.create({ data: { ...said, authorId: user.id, userId: others } });
}

/** Discord refuses us their first role, so that a fault names them. */
async function arriveRefused(username: string): Promise<Persona> {
  story.sandbox.faults.next({ method: 'PUT', route: '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', status: 403 });
  return story.arrive(username);
}

let helper: Persona;
let third: Persona;
beforeAll(async () => {
  story = await startStory();
  guildId = story.sandbox.guildId;
  helper = await story.staff('thomas.aide');
  subject = await arriveRefused(words.username);
  other = await arriveRefused(others.username);
  await liveThrough(subject, words, helper);
  await liveThrough(other, others, helper);
  third = await story.arrive('lou.tierce');
  await story.introduce(third, { first: 'Lou', last: 'Tierce', email: 'lou@tierce.example' });
  await subject.press(cardOf(subject), 'onboarding:approve:');
  await story.settle();
  // They opened an invite just now: nobody has looked at it yet.
  const { id: promoId } = await story.db.promo.findFirstOrThrow();
  for (const { user } of [subject, other]) {
    const trace = { guildId, userId: user.id, now: story.clock.now() };
    await liveAsMentor(story.db, trace);
    await liveAsModerated(story.db, trace);
    await liveInTraffic(story.db, trace);
    await liveThroughRaid(story.db, trace);
  }
  for (const { user } of [subject, other])
    await story.db.promoArrival.create({ data: { guildId, promoId, userId: user.id, at: story.clock.now() } });
});

const pseudonymOf = async (person: Persona): Promise<string> =>
  (await story.db.pseudonym.findFirstOrThrow({ where: { userId: person.user.id } })).ref;

/** Of the program's own workings: says nothing of the person, or of somebody else alone. Bytes of a file are exported as base64. */
const technical =
  /^(guild_id|search|sort_key|ref|requested_by|report|digest|code_hash|bytes|chance|(author|mentor|learner|coordinator|target)_id|\w*(channel|message)_id)$/;

/** Of a promo, what concerns who manages it. */
const ofManager = /^(name|state|starts_on|ends_on|manager_id)$/;

/** An offer that they reviewed is its author's; theirs is when they decided. */
const isOfAnother = (table: string, row: Record<string, unknown>, column: string): boolean =>
  table === 'offer' && row.author_id !== subject.user.id && column !== 'decided_at';

/** What a row says of its person, as the export writes it. */
async function saidIn(table: string): Promise<string[]> {
  const { rows } = await story.database.pool.query<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(one) AS row FROM public.${table} AS one
     WHERE coalesce(to_jsonb(one) ->> 'user_id', to_jsonb(one) ->> 'requested_by', one::text) ~ $1`,
    [subject.user.id],
  );
  const flat = (value: unknown): string[] =>
    typeof value === 'object' && value !== null ? Object.values(value).flatMap(flat) : typeof value === 'string' ? [value] : [];
  const isTime = /^\d{4}-\d\d-\d\dT/;
  return rows.flatMap(({ row }) =>
    Object.entries(row)
      .filter(([column]) => !isOfAnother(table, row, column))
      .filter(([column]) => !technical.test(column) && !column.endsWith('_by') && (table !== 'promo' || ofManager.test(column)))
      .flatMap(([, value]) => flat(value))
      .map((value) => (isTime.test(value) ? new Date(value).toISOString() : value)),
  );
}

test('every table that can name a person names this one', async () => {
  const found = namesOf(await tracesOf(story.database, [subject.user.id, await pseudonymOf(subject)]));
  const able = [...(await tablesWithPeople(story.database)), 'fault', 'graphile_worker._private_jobs'];
  expect(able.length).toBeGreaterThan(8);
  expect(found).toEqual(expect.arrayContaining(able));
  for (const word of Object.values(words)) expect(await tracesOf(story.database, [word])).not.toEqual([]);
});

describe('the export', () => {
  const exported = async () => JSON.stringify(await exportPerson(story.db, features, { guildId, userId: subject.user.id }));

  test('has all that is kept of the person', async () => {
    const file = await exported();
    const tables = namesOf(await tracesOf(story.database, [subject.user.id])).filter((table) => !table.includes('.'));
    expect(tables.length).toBeGreaterThan(7);
    for (const table of tables)
      for (const value of await saidIn(table))
        expect([table, file.includes(JSON.stringify(value).slice(1, -1)) || value]).toEqual([table, true]);

    const ref = await pseudonymOf(subject);
    const { settings, members, onboarding, privacy } = JSON.parse(file);
    const log = await story.db.auditEntry.count({ where: { OR: [{ actorRef: ref }, { targetRef: ref }] } });
    expect(privacy.log).toHaveLength(log);
    expect(privacy.tasks).toMatchObject([{ name: 'onboarding.welcome' }]);
    expect(settings.refusals).toMatchObject([{ key: `onboarding.welcome:${subject.user.id}`, code: 50013 }]);
    expect(onboarding.decisions).toMatchObject([{ status: 'accepted' }]);
    expect(members.identitiesConfirmed).toBe(1);
  });

  test('has nothing of anybody else', async () => {
    const file = await exported();
    for (const { user } of [other, helper, third, story.boss]) {
      expect(file).not.toContain(user.id);
      expect(file).not.toContain(user.username);
    }
    for (const word of [...Object.values(others), 'Tierce']) expect(file).not.toContain(word);
  });
});

test('the erasure leaves nothing of the person, and everything of the others', async () => {
  const otherWords = [other.user.id, await pseudonymOf(other), ...Object.values(others)];
  const before = {
    log: await story.db.auditEntry.findMany({ orderBy: { id: 'asc' } }),
    other: await tracesOf(story.database, otherWords),
    third: await tracesOf(story.database, [third.user.id]),
  };
  expect(before.log.length).toBeGreaterThan(5);

  await erasePerson(story.db, features, { guildId, userId: subject.user.id, now: story.clock.now() });
  // What Discord must still forget of them is promised by their id, until it is done.
  await story.settle();
  // The role of their promo was taken back, of which Discord told us: that they are there is noted, and nothing else.
  const seen = { guildId_userId: { guildId, userId: subject.user.id } };
  expect(await story.db.member.findUniqueOrThrow({ where: seen })).toMatchObject({
    firstName: null,
    lastName: null,
    email: null,
    kind: null,
    promos: '',
  });
  await story.db.member.delete({ where: seen });

  // They acted as staff: for a year the log still leads to them, by a pseudonym and nothing else.
  expect(namesOf(await tracesOf(story.database, needles()))).toEqual(['pseudonym']);
  expect(await story.db.auditEntry.findMany({ orderBy: { id: 'asc' } })).toEqual(before.log);
  expect(await tracesOf(story.database, otherWords)).toEqual(before.other);
  const nameless = (traces: typeof before.third) =>
    traces.map(({ table, row }) => ({ table, row: row.replaceAll(subject.user.id, '') }));
  expect(await tracesOf(story.database, [third.user.id])).toEqual(nameless(before.third));
  expect((await tablesOf(story.database)).length).toBeGreaterThan(12);

  const sweepAfter = (age: number) => story.db.$transaction((tx) => sweepTraces(tx, new Date(story.clock.now().getTime() + age)));
  await sweepAfter(364 * day);
  expect(namesOf(await tracesOf(story.database, needles()))).toEqual(['pseudonym']);
  await sweepAfter(366 * day);
  expect(await tracesOf(story.database, needles())).toEqual([]);
  expect(await story.db.auditEntry.findMany({ orderBy: { id: 'asc' } })).toEqual(before.log);
  const isForAll = ({ flags }: APIMessage) => ((flags ?? 0) & MessageFlags.Ephemeral) === 0;
  const shown = JSON.stringify(helper.messages('demandes').filter(isForAll));
  for (const word of needles()) expect(shown).not.toContain(word);
  expect(shown).toContain(others.last);
});
