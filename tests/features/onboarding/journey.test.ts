import { ComponentType } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { cardOf, cardsOf, has, lastDm, messageOf, panelOf, type Story, said, startStory, wordsOf } from './story.ts';

let story: Story;
let staff: Awaited<ReturnType<Story['staff']>>;
beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('thomas.vasseur');
});

describe.each([
  ['fr', 'J’accepte', 'Marie Dupont'],
  ['en-US', 'I accept', 'Olena Kovalenko'],
] as const)('a newcomer in %s', (locale, accept, name) => {
  test('joins, introduces themselves, is accepted and comes in', async () => {
    const [first = '', last = ''] = name.split(' ');
    const person = await story.arrive(`${first}.${last}`.toLowerCase(), { locale });
    expect(story.rolesOf(person)).toEqual(['Bienvenue']);
    const pointer = lastDm(person);
    expect(pointer && wordsOf(pointer)).toContain(`<#${person.channel('bienvenue').id}>`);

    const notice = await person.press(panelOf(person), 'onboarding:start');
    const kinds = await person.press(messageOf(notice), accept);
    const form = await person.select(messageOf(kinds), 'onboarding:kind', ['learner']);
    const sent = await person.submit(form, {
      first_name: ` ${first.toUpperCase()} `,
      last_name: last.toLowerCase(),
      email: 'x@Exemple.FR',
    });
    await story.settle();
    expect(said(sent)).toContain(name);

    const consent = await story.db.consent.findFirstOrThrow({ where: { userId: person.user.id } });
    expect(consent).toMatchObject({ version: '2026-11', acceptedAt: story.clock.now() });

    const card = cardOf(staff);
    expect(wordsOf(card)).toContain(name);
    expect(JSON.stringify(card)).not.toContain('@exemple.fr');
    await staff.press(card, 'onboarding:approve:');
    await story.settle();

    expect(story.rolesOf(person)).toEqual(['En formation']);
    expect(person.member?.nick).toBe(name);
    const told = lastDm(person);
    expect(told && wordsOf(told)).toContain(first);
    const after = cardOf(staff);
    expect(after.components).toEqual([]);
    expect(wordsOf(after)).toContain(`<@${staff.user.id}>`);
    const member = await story.db.member.findFirstOrThrow({ where: { userId: person.user.id } });
    expect(member).toMatchObject({
      kind: 'learner',
      firstName: first,
      lastName: last,
      email: 'x@exemple.fr',
      identifiedBy: staff.user.id,
    });
  });
});

test('each kind gives its role', async () => {
  const roles = {
    trainer: 'Formation',
    alumni: 'Alumni',
    staff: 'Gestion de projet',
    recruiter: 'Recrutement',
    candidate: 'Candidature',
  };
  for (const [kind, role] of Object.entries(roles)) {
    const person = await story.arrive(`kind.${kind}`);
    await story.introduce(person, { kind });
    await staff.press(cardOf(staff), 'onboarding:approve:');
    await story.settle();
    expect(story.rolesOf(person)).toEqual([role]);
  }
});

test('a refusal is told with its reason, and the person tries again', async () => {
  const person = await story.arrive('jean.refuse');
  await story.introduce(person, { first: 'Jean', last: 'Refus' });
  const opened = await staff.press(cardOf(staff), 'onboarding:refuse:');
  await staff.submit(opened, { reason: 'Nom *inconnu* ici' });
  await story.settle();
  expect(wordsOf(cardOf(staff))).toContain('Nom \\*inconnu\\* ici');
  expect(cardOf(staff).components).toEqual([]);
  const told = lastDm(person);
  expect(told && wordsOf(told)).toContain('Nom \\*inconnu\\* ici');
  expect(story.rolesOf(person)).toEqual(['Bienvenue']);

  const again = await person.press(told ?? panelOf(person), 'onboarding:resume');
  const form = await person.select(messageOf(again), 'onboarding:kind', ['alumni']);
  expect(JSON.stringify(form.modal)).toContain('"value":"Jean"');
  await person.submit(form, { first_name: 'Jean', last_name: 'Connu', email: 'jean@exemple.fr' });
  await story.settle();
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['Alumni']);
});

test('a question is told, corrected from the direct message, and decided on the same card', async () => {
  const person = await story.arrive('ask.me');
  await story.introduce(person, { first: 'Ada', last: 'Lova' });
  const cards = cardsOf(staff).length;
  const opened = await staff.press(cardOf(staff), 'onboarding:ask:');
  await staff.submit(opened, { question: 'Lovelace ?' });
  await story.settle();
  const told = lastDm(person);
  if (!told) throw new Error('not told');
  expect(wordsOf(told)).toContain('Lovelace ?');
  const form = await person.press(told, 'onboarding:correct:');
  expect(JSON.stringify(form.modal)).toContain('"value":"Lova"');
  await person.submit(form, { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@exemple.fr' });
  await story.settle();
  expect(cardsOf(staff)).toHaveLength(cards);
  expect(wordsOf(cardOf(staff))).toContain('Ada Lovelace');
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  expect(person.member?.nick).toBe('Ada Lovelace');
});

test('sending again shows where it stands, to correct or withdraw', async () => {
  const person = await story.arrive('with.draw');
  await story.introduce(person);
  const standing = await person.run('identify');
  expect(has(standing, 'onboarding:correct:') && has(standing, 'onboarding:withdraw:')).toBe(true);
  await person.press(messageOf(standing), 'onboarding:withdraw:');
  await story.settle();
  expect(cardOf(staff).components).toEqual([]);
  expect(await story.db.identificationRequest.count({ where: { userId: person.user.id, status: 'cancelled' } })).toBe(1);
});

test('who leaves takes the request along; who comes back identified finds everything again', async () => {
  const person = await story.arrive('come.back');
  await story.introduce(person, { first: 'Rosa', last: 'Retour' });
  person.leave();
  await story.settle();
  expect(cardOf(staff).components).toEqual([]);
  story.clock.advance(1_000);
  person.join();
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['Bienvenue']);
  await story.introduce(person, { first: 'Rosa', last: 'Retour' });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();

  person.leave();
  await story.settle();
  story.clock.advance(1_000);
  person.join();
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['En formation']);
  expect(person.member?.nick).toBe('Rosa Retour');
  expect(
    await story.db.identificationRequest.count({ where: { userId: person.user.id, status: { in: ['draft', 'pending'] } } }),
  ).toBe(0);
});

test('with direct messages closed, the answer comes in a private thread of the welcome channel', async () => {
  const person = await story.arrive('dm.closed');
  person.closeDms();
  await story.introduce(person);
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  const thread = person.channels().find(({ name }) => name === 'Votre présentation');
  expect(thread && person.messages(thread.id).map(wordsOf).join()).toContain('Marie');
  expect(wordsOf(cardOf(staff))).not.toContain('prévenue');
});

test('the owner is accepted without the nickname, and the card says so', async () => {
  await story.introduce(story.boss, { kind: 'staff', first: 'Claire', last: 'Moreau' });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  expect(story.rolesOf(story.boss)).toContain('Gestion de projet');
  const request = await story.db.identificationRequest.findFirstOrThrow({ where: { userId: story.boss.user.id } });
  expect(request.shortfalls).toEqual(['nickname']);
  expect(wordsOf(cardOf(staff))).toContain('Pseudo inchangé');
});

test('of two staff at once one decides, and the other is told by whom', async () => {
  const other = await story.staff('helene.caron');
  const person = await story.arrive('two.staff');
  await story.introduce(person);
  const card = cardOf(staff);
  const answers = await Promise.all([staff.press(card, 'onboarding:approve:'), other.press(card, 'onboarding:approve:')]);
  await story.settle();
  const request = await story.db.identificationRequest.findFirstOrThrow({ where: { userId: person.user.id } });
  const told = answers.map(said).filter((words) => words.includes(`<@${request.decidedBy}>`));
  expect(told).toHaveLength(1);
  expect(await story.db.auditEntry.count({ where: { subject: `request:${request.id}` } })).toBe(1);
});

test('staff change the kind, read the address, page through the queue', async () => {
  const people = [await story.arrive('queue.one'), await story.arrive('queue.two')];
  for (const person of people) await story.introduce(person, { kind: 'candidate', email: `${person.user.username}@exemple.fr` });
  const home = await staff.run('home');
  const queue = await staff.press(messageOf(home), 'onboarding:queue');
  expect(has(queue, 'onboarding:page:1')).toBe(true);
  expect(said(await staff.press(messageOf(queue), 'onboarding:address:'))).toContain('queue.one@exemple.fr');
  await staff.select(messageOf(queue), 'onboarding:as:', ['recruiter']);
  await staff.press(messageOf(queue), 'onboarding:approve:');
  await story.settle();
  expect(story.rolesOf(people[0] ?? staff)).toEqual(['Recrutement']);
  const next = await staff.press(messageOf(queue), 'onboarding:page:1');
  await staff.press(messageOf(next), 'onboarding:approve:');
  await story.settle();
  expect(story.rolesOf(people[1] ?? staff)).toEqual(['Candidature']);
  const empty = await staff.forge.component(messageOf(queue), 'onboarding:page:1', ComponentType.Button);
  expect(empty.message?.components).toEqual([]);
});
