import { ComponentType } from 'discord-api-types/v10';
import { beforeAll, describe, expect, test } from 'vitest';
import { hour } from '../../../src/kernel/time.ts';
import { cardOf, cardsOf, has, idsOf, lastDm, messageOf, panelOf, type Story, said, startStory, wordsOf } from './story.ts';

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
    expect(consent).toMatchObject({ version: '2026-11.2', acceptedAt: story.clock.now() });

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
    trainer: 'Équipe pédagogique',
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
  const thread = person.channels().find(({ name }) => name?.startsWith('Votre présentation'));
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
  const changed = await staff.select(messageOf(queue), 'onboarding:page_as:', ['recruiter']);
  expect(changed.message?.id).toBe(queue.message?.id);
  await staff.press(messageOf(changed), 'onboarding:approve:');
  await story.settle();
  expect(story.rolesOf(people[0] ?? staff)).toEqual(['Recrutement']);
  const next = await staff.press(messageOf(queue), 'onboarding:page:1');
  await staff.press(messageOf(next), 'onboarding:approve:');
  await story.settle();
  expect(story.rolesOf(people[1] ?? staff)).toEqual(['Candidature']);
  const empty = await staff.forge.component(messageOf(queue), 'onboarding:page:1', ComponentType.Button);
  expect(empty.message?.components).toEqual([]);
});

test('a kind changed on the card is accepted from the answer; what was on screen before is no longer', async () => {
  const person = await story.arrive('kind.changed');
  await story.introduce(person);
  const former = cardOf(staff);
  const other = await story.staff('lea.autre');
  const changed = await other.select(former, 'onboarding:as:', ['alumni']);
  // The card had not changed yet when this was pressed.
  const stale = idsOf(former).find((id) => id.startsWith('onboarding:approve:')) ?? '';
  expect(said(await staff.forge.component(former, stale, ComponentType.Button))).toMatch(/a changé depuis que vous l’avez lue/);
  await other.press(messageOf(changed), 'onboarding:approve:');
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['Alumni']);
});

test('agreeing a second time to the rules changes nothing of what staff read', async () => {
  const person = await story.arrive('agrees.twice');
  const [first, second] = [
    await person.press(panelOf(person), 'onboarding:start'),
    await person.press(panelOf(person), 'onboarding:start'),
  ];
  const form = await person.select(messageOf(await person.press(messageOf(first), 'onboarding:accept')), 'onboarding:kind', [
    'learner',
  ]);
  await person.submit(form, { first_name: 'Deux', last_name: 'Fois', email: 'deux@exemple.fr' });
  await story.settle();
  await person.press(messageOf(second), 'onboarding:accept');
  await story.settle();
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['En formation']);
});

test('whoever changes situation loses the powers of the former one', async () => {
  const person = await story.arrive('was.staff');
  await story.introduce(person, { kind: 'staff' });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  const standing = await person.press(panelOf(person), 'onboarding:start');
  const choices = await person.press(messageOf(standing), 'onboarding:change');
  const form = await person.select(messageOf(choices), 'onboarding:kind', ['alumni']);
  await person.submit(form, { first_name: 'An', last_name: 'Cienne', email: 'an@exemple.fr' });
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['Gestion de projet']);
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['Alumni']);
});

test('what is answered in a private thread never has the address', async () => {
  const person = await story.arrive('thread.address');
  person.closeDms();
  await story.introduce(person, { first: 'Fil', last: 'Privé', email: 'secret.fil@exemple.fr' });
  const asked = await staff.press(cardOf(staff), 'onboarding:ask:');
  await staff.submit(asked, { question: 'Quel centre ?' });
  await story.settle();
  const thread = person.channels().find(({ name }) => name?.startsWith('Votre présentation'));
  const told = thread && person.messages(thread.id).at(-1);
  if (!thread || !told) throw new Error('not told');
  const form = await person.press(told, 'onboarding:correct:');
  await person.submit(form, { first_name: 'Fil', last_name: 'Privé', email: 'secret.fil@exemple.fr' });
  await story.settle();
  expect(JSON.stringify(person.messages(thread.id))).not.toContain('secret.fil');
});

test('pressing again and again is slowed down, and says for how long', async () => {
  const person = await story.arrive('in.a.hurry');
  await story.introduce(person);
  const standing = messageOf(await person.press(panelOf(person), 'onboarding:start'));
  expect((await person.select(standing, 'onboarding:kind', ['alumni'])).modal).toBeTruthy();
  expect(said(await person.select(standing, 'onboarding:kind', ['learner']))).toMatch(/dans 3 secondes/);
  story.clock.advance(3_000);
  expect((await person.select(standing, 'onboarding:kind', ['learner'])).modal).toBeTruthy();
});

test('a card that staff delete comes back, and one of a closed request does not', async () => {
  const person = await story.arrive('card.deleted');
  await story.introduce(person, { first: 'Carte', last: 'Effacée' });
  const shown = () => cardsOf(staff).filter((card) => wordsOf(card).includes('Carte Effacée'));
  const former = cardOf(staff);
  story.boss.remove(former.id);
  await story.settle();
  expect(shown()).toHaveLength(1);
  expect(cardOf(staff).id).not.toBe(former.id);
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  story.boss.remove(cardOf(staff).id);
  await story.settle();
  expect(shown()).toEqual([]);
});

test('cards of what waits follow their channel; those of what is closed stay', async () => {
  const [closed, asked, waiting] = [
    await story.arrive('card.closed'),
    await story.arrive('card.asked'),
    await story.arrive('card.waiting'),
  ];
  await story.introduce(closed, { first: 'Close', last: 'Carte' });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  await story.introduce(asked, { first: 'Demandée', last: 'Carte' });
  await staff.submit(await staff.press(cardOf(staff), 'onboarding:ask:'), { question: 'Qui ?' });
  await story.introduce(waiting, { first: 'Attend', last: 'Carte' });
  const names = (channel: string) =>
    ['Close', 'Demandée', 'Attend'].filter((name) =>
      story.boss.messages(channel).some((message) => wordsOf(message).includes(`${name} Carte`)),
    );
  expect(names('demandes')).toEqual(['Close', 'Demandée', 'Attend']);
  const { id } = story.boss.channel('demandes');
  const bound = { key: 'requests', channelId: story.boss.channel('général').id };
  await story.db.channelBinding.updateMany({ where: { key: 'requests' }, data: bound });
  await story.later(hour);
  expect([names('demandes'), names('général')]).toEqual([['Close'], ['Demandée', 'Attend']]);
  await story.later(hour);
  expect([names('demandes'), names('général')]).toEqual([['Close'], ['Demandée', 'Attend']]);
  await story.boss.run('setup channel', { key: 'requests', channel: id });
  await story.settle();
  expect([names('demandes'), names('général')]).toEqual([['Close', 'Demandée', 'Attend'], []]);
});
