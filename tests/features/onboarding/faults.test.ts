import { PermissionFlagsBits } from 'discord-api-types/v10';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hour } from '../../../src/kernel/time.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { cardOf, cardsOf, panelOf, type Story, startStory, wordsOf } from './story.ts';

let story: Story;
let staff: Persona;
beforeAll(async () => {
  story = await startStory();
  staff = await story.staff('thomas.vasseur');
});
beforeEach(() => story.sandbox.faults.clear());

const toldOf = (person: Persona) => person.messages('dm').filter(({ content }) => content.startsWith('Bienvenue, ')).length;

/** All that must have happened, and once. */
async function expectIn(person: Persona, name: string, cards: number): Promise<void> {
  expect(story.rolesOf(person)).toEqual(['En formation']);
  expect(person.member?.nick).toBe(name);
  expect(toldOf(person)).toBe(1);
  expect(cardsOf(staff).filter((card) => wordsOf(card).includes(name))).toHaveLength(cards);
  const request = await story.db.identificationRequest.findFirstOrThrow({ where: { userId: person.user.id } });
  expect(request).toMatchObject({ status: 'accepted', shortfalls: [] });
  expect(cardOf(staff).components).toEqual([]);
}

const effects = [
  ['POST', '/channels/{channel_id}/messages'],
  ['PATCH', '/channels/{channel_id}/messages/{message_id}'],
  ['PUT', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}'],
  ['DELETE', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}'],
  ['PATCH', '/guilds/{guild_id}/members/{user_id}'],
  ['GET', '/guilds/{guild_id}/members/{user_id}'],
  ['POST', '/users/@me/channels'],
] as const;
const letter = (index: number) => String.fromCharCode(97 + index);

describe.each(effects)('%s %s', (method, route) => {
  test.each([
    ['answers 500', { status: 500 }],
    ['does it and loses the answer', { status: 500, afterEffect: true }],
    ['cuts the line', { status: 'closed' }],
  ] as const)('%s: each effect still happens once', async (_, fault) => {
    const index = effects.findIndex(([m, r]) => m === method && r === route);
    const name = `Ana${letter(index)}${'status' in fault && String(fault.status).replace(/\d/g, (digit) => letter(Number(digit)))}${'afterEffect' in fault ? 'x' : 'y'}`;
    const hits = story.sandbox.faults.hits.length;
    story.sandbox.faults.next({ method, route, times: 2, ...fault });
    const person = await story.arrive(`fault.${name}`.toLowerCase());
    await story.introduce(person, { first: name, last: 'Panne' });
    story.sandbox.faults.next({ method, route, times: 2, ...fault });
    await staff.press(cardOf(staff), 'onboarding:approve:');
    await story.settle();
    expect(story.sandbox.faults.hits.length).toBeGreaterThan(hits);
    await expectIn(person, `${name} Panne`, 1);
  });
});

test('with one call in five failing, half of them after their effect, everybody comes in once', async () => {
  story.sandbox.faults.rate(0.2, { seed: 42, lost: 0.5, route: /^\/(channels|guilds|users)/ });
  for (let index = 0; index < 8; index++) {
    const name = `Eva${letter(index)}`;
    const person = await story.arrive(`rate.${name}`.toLowerCase());
    await story.introduce(person, { first: name, last: 'Vingt' });
    await staff.press(cardOf(staff), 'onboarding:approve:');
    await story.settle();
    await expectIn(person, `${name} Vingt`, 1);
  }
});

test('a role above the bot is named on the card, and all else is done', async () => {
  const learner = story.boss.guild.roles.get(story.roleId('En formation'));
  const bot = story.boss.guild.members.get(story.sandbox.applicationId);
  if (!learner || !bot) throw new Error('no role');
  const { position } = learner;
  learner.position = 100;
  const person = await story.arrive('role.above');
  await story.introduce(person, { first: 'Haut', last: 'Perchée' });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  learner.position = position;
  expect(person.member?.nick).toBe('Haut Perchée');
  expect(wordsOf(cardOf(staff))).toContain('« En formation » inchangé');
  const request = await story.db.identificationRequest.findFirstOrThrow({ where: { userId: person.user.id } });
  expect(request.shortfalls).toEqual(['role:learner']);
});

test('a person who leaves in the middle of the decision is not a failure', async () => {
  const person = await story.arrive('leaves.middle');
  await story.introduce(person, { first: 'Mila', last: 'Partie' });
  story.sandbox.faults.next({ method: 'GET', route: '/guilds/{guild_id}/members/{user_id}', status: 500 });
  const pressed = staff.press(cardOf(staff), 'onboarding:approve:');
  await pressed;
  person.leave();
  await story.settle();
  const request = await story.db.identificationRequest.findFirstOrThrow({ where: { userId: person.user.id } });
  expect(request).toMatchObject({ status: 'accepted' });
  story.clock.advance(1_000);
  person.join();
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['En formation']);
});

test('a program that dies right after the decision finishes it when it is back', async () => {
  const person = await story.arrive('dies.after');
  await story.introduce(person, { first: 'Reine', last: 'Reprise' });
  const pressed = staff.press(cardOf(staff), 'onboarding:approve:');
  await pressed;
  await story.restart();
  await expectIn(person, 'Reine Reprise', 1);
});

test('without the permission to write, the refusal is recorded for staff, and the card comes once it is mended', async () => {
  const channel = story.boss.channel('demandes');
  const overwrites = channel.permission_overwrites;
  const deny = String(PermissionFlagsBits.SendMessages);
  channel.permission_overwrites = overwrites.map((overwrite) =>
    overwrite.id === story.sandbox.applicationId
      ? { ...overwrite, allow: String(PermissionFlagsBits.ViewChannel), deny }
      : overwrite,
  );
  const person = await story.arrive('no.card');
  await story.introduce(person, { first: 'Nour', last: 'Sanscarte' });
  const shown = () => cardsOf(staff).filter((card) => wordsOf(card).includes('Sanscarte')).length;
  expect(shown()).toBe(0);
  expect(await story.db.fault.findFirst({ where: { key: { startsWith: 'onboarding.card' } } })).toMatchObject({ code: 50013 });
  channel.permission_overwrites = overwrites;
  await story.later(hour);
  expect(shown()).toBe(1);
});

test('without a channel for requests nothing is lost: the card comes with the channel', async () => {
  const { id } = story.boss.channel('demandes');
  await story.db.channelBinding.deleteMany({ where: { key: 'requests' } });
  const person = await story.arrive('no.channel');
  await story.introduce(person, { first: 'Sami', last: 'Sanssalon' });
  const shown = () => cardsOf(staff).filter((card) => wordsOf(card).includes('Sanssalon')).length;
  expect(shown()).toBe(0);
  await story.boss.run('setup channel', { key: 'requests', channel: id });
  await story.settle();
  expect(shown()).toBe(1);
});

const threads = '/channels/{channel_id}/threads';
const threadMembers = '/channels/{channel_id}/thread-members/{user_id}';

test.each([
  ['POST', threads, 'answers 500', { status: 500 }],
  ['POST', threads, 'does it and loses the answer', { status: 500, afterEffect: true }],
  ['PUT', threadMembers, 'answers 500', { status: 500 }],
  ['PUT', threadMembers, 'does it and loses the answer', { status: 500, afterEffect: true }],
] as const)('with direct messages closed, %s %s %s: one thread, told once', async (method, route, _, fault) => {
  const name = `${method === 'PUT' ? 'put' : 'post'}${'afterEffect' in fault ? 'x' : 'y'}`;
  const person = await story.arrive(`thread.${name}`);
  person.closeDms();
  await story.introduce(person, { first: `Fil${name}`, last: 'Panne' });
  const hits = story.sandbox.faults.hits.length;
  story.sandbox.faults.next({ method, route, times: 5, ...fault });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  expect(story.sandbox.faults.hits.length).toBeGreaterThan(hits);
  const rooms = person.channels().filter((channel) => channel.name?.startsWith('Votre présentation'));
  expect(rooms).toHaveLength(1);
  const told = rooms.flatMap(({ id }) => person.messages(id)).filter(({ content }) => content.startsWith('Bienvenue, '));
  expect(told).toHaveLength(1);
});

test.each([
  ['answers 500', { status: 500 }],
  ['does it and loses the answer', { status: 500, afterEffect: true }],
] as const)('the panel comes back once when its post %s', async (_, fault) => {
  const former = panelOf(staff).id;
  story.sandbox.faults.next({ method: 'POST', route: '/channels/{channel_id}/messages', times: 5, ...fault });
  story.boss.remove(former);
  await story.settle();
  expect(panelOf(staff).id).not.toBe(former);
});

/** What only the bot's place among the roles prevents. */
async function withRoleAbove(name: string, act: () => Promise<void>): Promise<void> {
  const role = story.boss.guild.roles.get(story.roleId(name));
  if (!role) throw new Error(`no role ${name}`);
  const { position } = role;
  role.position = 100;
  await act();
  role.position = position;
}
const editsOf = (messageId: string) => staff.messages('demandes').find(({ id }) => id === messageId)?.edited_timestamp;

test('a role that could not be given comes within the hour once it can be, and nobody is told twice', async () => {
  const person = await story.arrive('given.later');
  await story.introduce(person, { first: 'Enfin', last: 'Donnée' });
  await withRoleAbove('En formation', async () => {
    await staff.press(cardOf(staff), 'onboarding:approve:');
    await story.settle();
    const before = editsOf(cardOf(staff).id);
    await story.later(hour);
    expect(story.rolesOf(person)).not.toContain('En formation');
    expect(editsOf(cardOf(staff).id)).toBe(before);
  });
  await story.later(hour);
  await expectIn(person, 'Enfin Donnée', 1);
  expect(wordsOf(cardOf(staff))).not.toContain('inchangé');
});

test('a role that was not bound is given when it is', async () => {
  const roleId = story.roleId('Alumni');
  await story.db.roleBinding.deleteMany({ where: { key: 'alumni' } });
  const person = await story.arrive('bound.later');
  await story.introduce(person, { kind: 'alumni', first: 'Liée', last: 'Après' });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  expect(story.rolesOf(person)).toEqual([]);
  await story.boss.run('setup role', { key: 'alumni', role: roleId });
  await story.settle();
  expect(story.rolesOf(person)).toEqual(['Alumni']);
});

test('somebody known who comes back while their role cannot be given has it once it can, and staff are told', async () => {
  const person = await story.arrive('returns.above');
  await story.introduce(person, { first: 'Rêve', last: 'Nante' });
  await staff.press(cardOf(staff), 'onboarding:approve:');
  await story.settle();
  person.leave();
  await story.settle();
  story.clock.advance(1_000);
  const key = `onboarding.welcome:${person.user.id}`;
  await withRoleAbove('En formation', async () => {
    person.join();
    await story.settle();
    expect(await story.db.fault.findFirst({ where: { key } })).toMatchObject({ code: 50013 });
  });
  await story.later(hour);
  expect(story.rolesOf(person)).toEqual(['En formation']);
  expect(await story.db.fault.count({ where: { key } })).toBe(0);
});

test.each(['/users/@me/channels', '/channels/{channel_id}/messages'])(
  'an arrival whose message fails once (%s) is told all the same, though the role that was given is an event of its own',
  async (route) => {
    story.sandbox.faults.next({ method: 'POST', route, status: 500 });
    const person = await story.arrive(`told.after.${route.length}`);
    await story.later(hour);
    expect(person.messages('dm').filter(({ content }) => content.startsWith('Bienvenue'))).toHaveLength(1);
    expect(story.rolesOf(person)).toEqual(['Bienvenue']);
  },
);
