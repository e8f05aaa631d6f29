import { beforeAll, expect, test } from 'vitest';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { cardOf, cardsOf, lastDm, messageOf, panelOf, type Story, startStory, wordsOf } from './story.ts';

let story: Story;
let staff: Awaited<ReturnType<Story['staff']>>;
beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('thomas.vasseur');
});

test('the panel is there once, whatever is asked again, and comes back when deleted', async () => {
  const first = panelOf(staff);
  await story.boss.run('setup auto');
  await story.later(2 * hour);
  await story.restart();
  expect(panelOf(staff).id).toBe(first.id);
  for (const _ of [1, 2]) {
    const { id } = panelOf(staff);
    story.boss.remove(id);
    await story.settle();
    expect(panelOf(staff).id).not.toBe(id);
  }
});

test('a panel that says what it should is left alone, and one that no longer does is written again', async () => {
  const edited = () => panelOf(staff).edited_timestamp;
  const before = edited();
  await story.later(hour);
  await story.later(hour);
  expect(edited()).toBe(before);
  const { id } = panelOf(staff);
  const changed = await fetch(`${story.sandbox.apiUrl}/v10/channels/${story.boss.channel('bienvenue').id}/messages/${id}`, {
    method: 'PATCH',
    headers: { authorization: `Bot ${story.sandbox.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ embeds: [{ title: 'Autre chose' }] }),
  });
  expect(changed.status).toBe(200);
  await story.later(hour);
  expect(panelOf(staff).id).toBe(id);
  expect(wordsOf(panelOf(staff))).toContain('Bienvenue !');
});

test('a panel deleted while nobody listened comes back with the next check', async () => {
  const { id } = panelOf(staff);
  await story.app.stop();
  story.boss.remove(id);
  await story.restart();
  expect(panelOf(staff).id).not.toBe(id);
});

test('the panel follows its channel and the language of the server', async () => {
  const general = story.boss.channel('général');
  await story.boss.run('setup channel', { key: 'welcome', channel: general.id });
  await story.settle();
  expect(staff.messages('bienvenue').filter(({ components }) => components?.length)).toEqual([]);
  expect(staff.messages('général').filter(({ components }) => components?.length)).toHaveLength(1);
  await story.boss.run('setup channel', { key: 'welcome', channel: story.boss.channel('bienvenue').id });
  await story.settle();
  await story.boss.run('setup language', { language: 'en' });
  await story.settle();
  expect(wordsOf(panelOf(staff))).toContain('Introduce myself');
  await story.boss.run('setup language', { language: 'fr' });
  await story.settle();
});

test('staff are reminded of a request once after a day', async () => {
  const person = await story.arrive('waits.long');
  await story.introduce(person);
  const lists = () => staff.messages('demandes').filter(({ content }) => content.includes('24 heures'));
  const late = () => lists().length;
  await story.later(23 * hour);
  expect(late()).toBe(0);
  await story.later(2 * hour);
  expect(late()).toBe(1);
  const [first] = lists();
  expect(first && wordsOf(first)).toContain('**Marie Dupont**, En formation');
  await story.later(3 * day);
  expect(lists().map(({ id }) => id)).toEqual([first?.id]);

  await staff.submit(await staff.press(cardOf(staff), 'onboarding:ask:'), { question: 'Quel centre ?' });
  await story.settle();
  const asked = lastDm(person);
  if (!asked) throw new Error('not asked');
  const form = await person.press(asked, 'onboarding:correct:');
  await person.submit(form, { first_name: 'Marie', last_name: 'Dupont', email: 'marie@exemple.fr' });
  await story.later(23 * hour);
  expect(lists().map(({ id }) => id)).toEqual([first?.id]);
  // Discord does not answer at first: what was not told stays due.
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', status: 403 });
  await story.later(2 * hour);
  expect(lists().map(({ id }) => id)).toEqual([first?.id]);
  const other = await story.arrive('waits.too');
  await story.introduce(other, { first: 'Ana', last: 'Aussi', kind: 'alumni' });
  await story.later(25 * hour);
  // One list for both, in place of the former.
  expect(late()).toBe(1);
  const [list] = lists();
  expect(list?.id).not.toBe(first?.id);
  expect(list && wordsOf(list)).toMatch(/2 demandes.*Marie Dupont.*Ana Aussi\*\*, Alumni/s);

  const erase = await other.press(messageOf(await other.run('my data')), 'privacy:erase');
  await other.press(messageOf(erase), 'privacy:confirm');
  await story.settle();
  expect(late()).toBe(0);
});

test('a request that nobody answers is forgotten after 180 days, and its card with it', async () => {
  const person = await story.arrive('never.answered');
  await story.introduce(person, { first: 'Jamais', last: 'Répondue' });
  await story.later(181 * day);
  expect(cardsOf(staff).some((card) => wordsOf(card).includes('Jamais Répondue'))).toBe(false);
  expect(await story.db.identificationRequest.count({ where: { userId: person.user.id } })).toBe(0);
});

test('somebody who erased their data and stays is not welcomed anew', async () => {
  const person = await story.arrive('stays.erased');
  const asked = await person.press(messageOf(await person.run('my data')), 'privacy:erase');
  await person.press(messageOf(asked), 'privacy:confirm');
  await story.settle();
  const told = person.messages('dm').length;
  await story.later(hour);
  await story.later(hour);
  expect(await story.db.member.count({ where: { userId: person.user.id, welcomedAt: { not: null } } })).toBe(1);
  expect(person.messages('dm').length).toBe(told);
});

test('somebody who stopped half-way is reminded once after two days, and goes on from there', async () => {
  const person = await story.arrive('stops.halfway');
  const notice = await person.press(panelOf(person), 'onboarding:start');
  await person.press(messageOf(notice), 'onboarding:accept');
  const reminded = () => person.messages('dm').filter(({ content }) => content.includes('commencé')).length;
  await story.later(47 * hour);
  expect(reminded()).toBe(0);
  await story.later(2 * hour);
  await story.later(3 * day);
  expect(reminded()).toBe(1);
  const told = lastDm(person);
  const resumed = await person.press(told ?? panelOf(person), 'onboarding:resume');
  const form = await person.select(messageOf(resumed), 'onboarding:kind', ['alumni']);
  await person.submit(form, { first_name: 'Noé', last_name: 'Petit', email: 'noe@exemple.fr' });
  await story.settle();
  expect(wordsOf(cardOf(staff))).toContain('Noé Petit');
});

test('what happened while the program was down is caught up with', async () => {
  const leaver = await story.arrive('leaves.unseen');
  await story.introduce(leaver, { first: 'Luc', last: 'Parti' });
  await story.app.stop();
  leaver.leave();
  story.clock.advance(hour);
  const comer = story.sandbox.newPersona({ username: 'joins.unseen', locale: 'fr' });
  comer.join();
  await story.restart();
  await story.later(minute);
  expect(story.rolesOf(comer)).toEqual(['Bienvenue']);
  const request = await story.db.identificationRequest.findFirstOrThrow({ where: { userId: leaver.user.id } });
  expect(request.status).toBe('cancelled');
  expect(await story.db.member.findFirstOrThrow({ where: { userId: leaver.user.id } })).toMatchObject({
    leftAt: expect.any(Date),
  });
});

test('Discord’s own screening comes first', async () => {
  const person = await story.arrive('is.screened', { pending: true });
  expect(story.rolesOf(person)).toEqual([]);
  await story.later(2 * hour);
  expect(story.rolesOf(person)).toEqual([]);
  person.passScreening();
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['Bienvenue']);
});

test('a closed request goes after 180 days, and its card with it', async () => {
  const person = await story.arrive('forgotten.later');
  await story.introduce(person, { first: 'Paul', last: 'Oubli' });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  const shown = () => cardsOf(staff).some((card) => wordsOf(card).includes('Paul Oubli'));
  await story.later(179 * day);
  expect(shown()).toBe(true);
  await story.later(2 * day);
  expect(shown()).toBe(false);
  expect(await story.db.identificationRequest.count({ where: { userId: person.user.id } })).toBe(0);
  expect(await story.db.member.findFirstOrThrow({ where: { userId: person.user.id } })).toMatchObject({ firstName: 'Paul' });
});
