import { beforeAll, expect, test } from 'vitest';
import { hour } from '../../../src/kernel/time.ts';
import type { Outcome } from '../../../src/sandbox/persona/persona.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let app: TestApp;
let boss: ReturnType<TestApp['sandbox']['persona']>;
beforeAll(async () => {
  app = await startTestApp({ ready: true });
  boss = app.sandbox.persona('claire.moreau');
});

async function arrive(username: string, globalName?: string) {
  app.clock.advance(1_000);
  const person = app.sandbox.newPersona({ username, ...(globalName && { globalName }), locale: 'fr' });
  person.join();
  await app.settle();
  return person;
}

const shown = ({ message }: Outcome): string => JSON.stringify([message?.content, message?.embeds, message?.components]);
const messageOf = ({ message }: Outcome) => {
  if (!message) throw new Error('no answer');
  return message;
};

test('staff find a person by a part of their name and open their card, by command, menu, proposal and button', async () => {
  const person = await arrive('elo.d', 'Élodie Lefèbvre');
  const found = await boss.run('member find', { text: 'lefebvre ELO' });
  expect(shown(found)).toContain(person.user.id);
  const opened = await boss.select(messageOf(found), 'members:open', [person.user.id]);
  expect(shown(opened)).toContain('elo.d');
  expect(shown(await boss.run('member show', { member: person.user.id }))).toContain('elo.d');
  expect(shown(await boss.menu('Member card', { user: person.user.id }))).toContain('elo.d');
  const [proposal] = await boss.autocomplete('member find', { text: 'elodie' }, 'text');
  expect(proposal?.value).toBe(person.user.id);
  const card = await boss.run('member find', { text: String(proposal?.value) });
  expect(messageOf(card).embeds[0]?.title).toBe('Élodie Lefèbvre');
  expect(shown(card)).not.toContain('members:open');

  const home = await boss.run('home');
  const form = await boss.press(messageOf(home), 'members:ask');
  expect(shown(await boss.submit(form, { text: 'febvr' }))).toContain(person.user.id);
});

test('long results turn their pages', async () => {
  for (let index = 0; index < 27; index++) {
    const person = app.sandbox.newPersona({ username: `crowd.${index}`, globalName: `Foule ${index}`, locale: 'fr' });
    person.join();
  }
  await app.settle();
  const first = await boss.run('member find', { text: 'FOULE' });
  const second = await boss.press(messageOf(first), 'members:page:1');
  expect(messageOf(second).embeds[0]?.description?.split('\n')).toHaveLength(2);
});

test('a robot has no card, an empty search is told so, and those who are not staff see nothing', async () => {
  expect(shown(await boss.run('member show', { member: app.sandbox.applicationId }))).toMatch(/bot, ou/);
  expect(shown(await boss.run('member find', { text: ' : ' }))).toMatch(/au moins une lettre/);
  const person = await arrive('curious');
  const panel = person.messages('bienvenue').at(-1);
  if (!panel) throw new Error('no panel');
  for (const customId of ['members:page:0:elodie', 'members:ask'])
    expect(shown(await person.forge.component(panel, customId, 2))).toMatch(/réservée à d’autres rôles/);
  expect(shown(await person.forge.component(panel, 'members:open', 3, [boss.user.id]))).toMatch(/réservée à d’autres rôles/);
  expect(person.commands().map(({ path }) => path)).not.toContain('member find');
});

test('names, departures and arrivals are followed, those that no event told as well', async () => {
  const person = await arrive('changes', 'Avant');
  const row = () => app.db.member.findFirstOrThrow({ where: { userId: person.user.id } });
  expect(await row()).toMatchObject({ displayName: 'Avant', leftAt: null });
  await app.app.stop();
  person.leave();
  const unseen = app.sandbox.newPersona({ username: 'unseen', locale: 'fr' });
  app.clock.advance(hour);
  unseen.join();
  await app.restart();
  expect((await row()).leftAt).toEqual(app.clock.now());
  expect(await app.db.member.count({ where: { userId: unseen.user.id, leftAt: null } })).toBe(1);
  app.clock.advance(1_000);
  person.join();
  await app.settle();
  expect((await row()).leftAt).toBeNull();
});

test('those who were there before the set-up are no newcomers, and Discord is asked nothing about them', async () => {
  const other = await startTestApp();
  const owner = other.sandbox.persona('claire.moreau');
  const before = other.sandbox.newPersona({ username: 'old.timer', locale: 'fr' });
  await other.app.stop();
  before.join();
  if (before.member) before.member.joined_at = '2024-01-01T00:00:00.000Z';
  await other.restart();
  const url = `${other.sandbox.apiUrl}/v10/guilds/${other.sandbox.guildId}/members/${before.user.id}`;
  const renamed = await fetch(url, {
    method: 'PATCH',
    headers: { authorization: `Bot ${other.sandbox.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ nick: 'Tom' }),
  });
  expect(renamed.status).toBe(200);
  await other.settle();
  await owner.run('setup auto');
  await other.settle();
  await other.later(hour);
  expect(await other.db.member.count({ where: { userId: before.user.id, welcomedAt: { not: null } } })).toBe(1);
  expect(() => before.messages('dm')).toThrow(/no conversation/);
});
