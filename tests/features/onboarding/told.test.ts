import { beforeAll, expect, test } from 'vitest';
import { hour } from '../../../src/kernel/time.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { cardOf, has, idsOf, lastDm, messageOf, panelOf, type Story, said, startStory, wordsOf } from './story.ts';

let story: Story;
let staff: Persona;
beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('thomas.vasseur');
});

const approve = async () => {
  const answer = await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  return answer;
};
async function ask(question: string): Promise<void> {
  await staff.submit(await staff.press(cardOf(staff), 'onboarding:ask:'), { question });
  await story.settle();
}
function dmOf(person: Persona) {
  const told = lastDm(person);
  if (!told) throw new Error('not told');
  return told;
}

test('a question is read in the form, answered there, kept on the card, and staff are told of the answer once', async () => {
  const person = await story.arrive('gives.answer');
  await story.introduce(person, { first: 'Rita', last: 'Réponse' });
  await ask('Quel **campus** ?');
  const form = await person.press(dmOf(person), 'onboarding:correct:');
  expect(JSON.stringify(form.modal)).toContain('Quel \\\\*\\\\*campus');
  await person.submit(form, {
    answer: 'Celui de *Lille*',
    first_name: 'Rita',
    last_name: 'Réponse',
    email: 'rita@exemple.fr',
  });
  await story.settle();
  const card = wordsOf(cardOf(staff));
  expect(card).toContain('Quel \\*\\*campus');
  expect(card).toContain('Celui de \\*Lille\\*');
  const lines = () => staff.messages('demandes').filter(({ content }) => content.includes('a reçu la réponse'));
  expect(lines()).toHaveLength(1);
  expect(JSON.stringify(lines()[0]?.components)).toContain(cardOf(staff).id);
  await story.restart();
  await story.later(hour);
  expect(lines()).toHaveLength(1);

  // A later correction asks nothing any more, and loses nothing of it.
  story.clock.advance(5_000);
  const again = await person.press(messageOf(await person.run('identify')), 'onboarding:correct:');
  expect(JSON.stringify(again.modal)).not.toContain('"answer"');
  await person.submit(again, { first_name: 'Rita', last_name: 'Répondue', email: 'rita@exemple.fr' });
  await story.settle();
  expect(wordsOf(cardOf(staff))).toContain('Celui de');
  expect(lines()).toHaveLength(1);
  await approve();
});

test('a question without an answer is reminded once after two days, and counted for staff', async () => {
  const person = await story.arrive('never.answers');
  await story.introduce(person, { first: 'Sans', last: 'Réponse' });
  await ask('Quelle promo ?');
  const told = () => person.messages('dm').filter(({ content }) => content.includes('Quelle promo ?')).length;
  expect(JSON.stringify((await staff.run('home')).message)).toContain('1 en attente de la réponse');
  await story.later(47 * hour);
  expect(told()).toBe(1);
  await story.later(2 * hour);
  expect(told()).toBe(2);
  await story.later(72 * hour);
  expect(told()).toBe(2);
  await approve();
});

test('somebody identified who began a change is left in peace, and continues or drops it', async () => {
  const person = await story.arrive('begins.change');
  await story.introduce(person, { first: 'Paix', last: 'Tranquille' });
  await approve();
  expect(JSON.stringify((await person.run('home')).message)).toContain('Ma présentation : En formation');
  const change = await person.press(messageOf(await person.run('identify')), 'onboarding:change:');
  await person.select(messageOf(change), 'onboarding:kind', ['alumni']);
  const told = person.messages('dm').length;
  await story.later(49 * hour);
  expect(person.messages('dm')).toHaveLength(told);

  const home = await person.run('home');
  expect(JSON.stringify(home.message)).toContain('identité est confirmée');
  const standing = await person.press(messageOf(home), 'onboarding:start');
  expect(has(standing, 'onboarding:change:')).toBe(true);
  expect(said(await person.press(messageOf(standing), 'onboarding:withdraw:'))).toContain('abandonnée');
  await story.settle();
  expect(has(await person.run('identify'), 'onboarding:withdraw:')).toBe(false);
  expect(story.rolesOf(person)).toEqual(['En formation']);
});

test('while the role is missing nobody says that spaces are open, and the person is told when they are', async () => {
  const roleId = story.roleId('Recrutement');
  await story.db.roleBinding.deleteMany({ where: { key: 'recruiter' } });
  const person = await story.arrive('too.early');
  await story.introduce(person, { kind: 'recruiter', first: 'Trop', last: 'Tôt' });
  expect(said(await approve())).toContain('« Recrutement » n’est pas réglé');
  expect(wordsOf(dmOf(person))).toContain('pas encore prêts');
  await story.boss.run('setup role', { key: 'recruiter', role: roleId });
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['Recrutement']);
  expect(wordsOf(dmOf(person))).toContain('Vos espaces sont ouverts');
  const told = person.messages('dm').length;
  await story.later(hour);
  expect(person.messages('dm')).toHaveLength(told);
});

test('without a channel for requests, no card is promised', async () => {
  const bound = await story.db.channelBinding.findFirstOrThrow({ where: { key: 'requests' } });
  await story.db.channelBinding.deleteMany({ where: { key: 'requests' } });
  const person = await story.arrive('without.card');
  await story.introduce(person, { first: 'Sans', last: 'Carte' });
  const queue = await staff.press(messageOf(await staff.run('home')), 'onboarding:queue');
  const answer = said(await staff.press(messageOf(queue), 'onboarding:approve:'));
  await story.settle();
  await story.db.channelBinding.create({ data: bound });
  expect(answer).toContain('/diagnostic');
  expect(answer).not.toContain('carte');
});

test('with direct messages closed, all is told in one private thread with the person’s name', async () => {
  const person = await story.arrive('one.thread');
  person.closeDms();
  await story.introduce(person, { first: 'Fil', last: 'Unique' });
  await ask('Quel campus ?');
  const rooms = () => person.channels().filter(({ name }) => name?.startsWith('Votre présentation'));
  const [room] = rooms();
  if (!room) throw new Error('no thread');
  expect(room.name).toBe('Votre présentation · Fil Unique');
  await approve();
  expect(rooms()).toHaveLength(1);
  const told = person.messages(room.id);
  expect(told.map(({ content }) => content).join('\n')).toContain('Bienvenue, Fil');
  // Where one already is, there is nowhere to go.
  expect(JSON.stringify(told)).not.toContain('discord.com/channels');
  expect(told.slice(-1).flatMap(idsOf)).toEqual(['home:open']);
});

test('the panel and the first message greet whoever reads the other language', async () => {
  const person = await story.arrive('reads.english', { locale: 'en-US' });
  const panel = JSON.stringify(panelOf(person));
  expect(panel).toContain('Me présenter · Introduce myself');
  expect(panel).toContain('what follows is in English');
  expect(wordsOf(dmOf(person))).toContain('in English');
});

test('the card of a person leads staff to the request that waits', async () => {
  const person = await story.arrive('has.request');
  const shown = async () => messageOf(await staff.run('member show', { member: person.user.id }));
  expect(wordsOf(await shown())).toContain('pas de demande en cours');
  await story.introduce(person, { first: 'Carte', last: 'Liée' });
  const member = await shown();
  expect(wordsOf(member)).toContain('à traiter');
  const request = await staff.press(member, 'onboarding:see:');
  await staff.press(messageOf(request), 'onboarding:approve:');
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['En formation']);
  expect(idsOf(await shown())).toEqual([]);
});

test('a cancelled card says whether the person withdrew or left', async () => {
  const person = await story.arrive('withdraws.then.leaves');
  await story.introduce(person, { first: 'Va', last: 'Vient' });
  await person.press(messageOf(await person.run('identify')), 'onboarding:withdraw:');
  await story.settle();
  expect(wordsOf(cardOf(staff))).toContain('a retiré sa demande');
  await story.introduce(person, { first: 'Va', last: 'Vient' });
  person.leave();
  await story.settle();
  expect(wordsOf(cardOf(staff))).toContain('a quitté le serveur');
});
