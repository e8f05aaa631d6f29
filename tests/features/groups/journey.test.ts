import { ChannelType } from 'discord-api-types/v10';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Promo } from '../../../src/features/promos/service/promo.ts';
import { roleNames } from '../../../src/kernel/role.ts';
import { day } from '../../../src/kernel/time.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { runningPromo } from '../announcements/promo.ts';
import { messageOf, type Story, said, startStory, wordsOf } from '../onboarding/story.ts';

let story: Story;
let trainer: Persona;
let stranger: Persona;
let promo: Promo;
const learners: Persona[] = [];
const at = (index: number): Persona => {
  const found = learners[index];
  if (!found) throw new Error(`no learner ${index}`);
  return found;
};

/** A trainer, with the role of the bot. */
async function arriveTrainer(username: string): Promise<Persona> {
  const person = await story.arrive(username);
  story.boss.guild.members.get(person.user.id)?.roles.push(story.roleId(roleNames.trainer.fr));
  return person;
}

beforeAll(async () => {
  story = await startStory();
  trainer = await arriveTrainer('groups.trainer');
  stranger = await arriveTrainer('groups.stranger');
  for (let index = 0; index < 6; index++) learners.push(await story.arrive(`groups.learner${index}`));
  promo = await runningPromo(story, { name: 'CDA Groupes', learners, trainers: [trainer] });
});
beforeEach(() => story.sandbox.faults.clear());

const teamsOf = async (roundId?: number): Promise<string[][]> => {
  const round = await story.db.groupRound.findFirstOrThrow({
    where: { promoId: promo.id, ...(roundId !== undefined && { id: roundId }) },
    orderBy: { number: 'desc' },
    include: { teams: { orderBy: { number: 'asc' }, include: { places: { orderBy: { userId: 'asc' } } } } },
  });
  return round.teams.map(({ places }) => places.map(({ userId }) => userId));
};
const nameOf = (userId: string) => learners.find(({ user }) => user.id === userId)?.user.username ?? userId;
/** Threads and voice rooms of groups that somebody sees. */
const roomsOf = (person: Persona, type: ChannelType) =>
  person.channels().filter((channel) => channel.type === type && channel.name.startsWith('Groupe '));
const allRooms = () =>
  [...story.sandbox.world.channels.values()].filter(({ name }) => name.startsWith('Groupe ') || name.startsWith('groupes-'));

test('only staff and who teaches or manages the promo make its groups', async () => {
  expect(said(await stranger.run('group make', { promo: 'CDA Groupes', size: 2 }))).toContain('n’est pas la vôtre');
  expect(
    at(0)
      .commands()
      .map(({ path }) => path),
  ).not.toContain('group make');
  expect(await story.db.groupRound.count()).toBe(0);
  expect(said(await trainer.run('group make', { promo: 'CDA Groupes' }))).toContain('soit la taille');
  expect(said(await trainer.run('group show', { promo: 'CDA Groupes' }))).toContain('pas encore de groupes');
});

test('groups are made, drawn again, mixed by level and arranged by hand before anybody sees them', async () => {
  const made = await trainer.run('group make', { promo: 'cda groupes', size: 2 });
  expect(said(made)).toContain('Groupe 3');
  expect((await teamsOf()).map(({ length }) => length)).toEqual([2, 2, 2]);
  const again = await trainer.press(messageOf(made), 'groups:redraw:');
  expect(said(again)).toContain('Groupe 3');

  const form = await trainer.press(messageOf(again), 'groups:levels:');
  const names = learners.map(({ user }) => user.username);
  const levels = names.map((name, index) => `${name} : ${index < 3 ? 1 : 3}`).join('\n');
  expect(JSON.stringify(form.modal)).toContain(`${names[0]} :`);
  await trainer.submit(form, { people: levels });
  const level = (userId: string) => (names.indexOf(nameOf(userId)) < 3 ? 1 : 3);
  expect((await teamsOf()).map((team) => team.reduce((sum, userId) => sum + level(userId), 0))).toEqual([4, 4, 4]);

  const shown = await trainer.run('group show', { promo: 'CDA Groupes' });
  const hand = await trainer.press(messageOf(shown), 'groups:hand:');
  const wrong = await trainer.submit(hand, { people: `${names[0]} : 1\nPersonne Inconnue : 2` });
  expect(said(wrong)).toContain('ligne 2');
  await trainer.submit(await trainer.press(messageOf(shown), 'groups:hand:'), {
    people: names.map((name, index) => `${name} : ${Math.floor(index / 2) + 1}`).join('\n'),
  });
  expect((await teamsOf()).map((team) => team.map(nameOf).sort())).toEqual([
    names.slice(0, 2),
    names.slice(2, 4),
    names.slice(4, 6),
  ]);
  await story.settle();
  expect(allRooms()).toEqual([]);
});

test('published: each sees the thread and the voice room of their group and no other; the team sees all', async () => {
  const card = await trainer.run('group publish', { promo: 'CDA Groupes', until: '15/01/2027' });
  expect(said(card)).toContain('15 janvier');
  await story.settle();
  for (const [index, person] of learners.entries()) {
    const number = Math.floor(index / 2) + 1;
    expect(roomsOf(person, ChannelType.GuildVoice).map(({ name }) => name)).toEqual([`Groupe ${number} (n° 1)`]);
    expect(roomsOf(person, ChannelType.PrivateThread).map(({ name }) => name)).toEqual([`Groupe ${number} (n° 1)`]);
  }
  expect(roomsOf(trainer, ChannelType.GuildVoice)).toHaveLength(3);
  expect(roomsOf(trainer, ChannelType.PrivateThread)).toHaveLength(3);
  expect(roomsOf(stranger, ChannelType.GuildVoice)).toEqual([]);
  expect(roomsOf(stranger, ChannelType.PrivateThread)).toEqual([]);
  const [thread] = roomsOf(at(0), ChannelType.PrivateThread);
  at(0).write(thread?.id ?? '', 'Bonjour le groupe');
  at(0).joinVoice(roomsOf(at(0), ChannelType.GuildVoice)[0]?.id ?? '');
  const [lobby] = at(0)
    .channels()
    .filter(({ name }) => name.startsWith('groupes-'));
  const list = at(0)
    .messages(lobby?.id ?? '')
    .filter((message) => wordsOf(message).includes('Groupes n° 1'));
  expect(list).toHaveLength(1);
  expect(list[0]?.mentions).toEqual([]);
  expect(() => at(0).write(lobby?.id ?? '', 'je ne devrais pas')).toThrow();
});

test('somebody moved leaves one thread and room for the other; somebody who leaves the promo sees none', async () => {
  const moved = at(0);
  expect(said(await trainer.run('group move', { promo: 'CDA Groupes', member: moved.user.id, group: 9 }))).toContain('de 1 à 3');
  await trainer.run('group move', { promo: 'CDA Groupes', member: moved.user.id, group: 3 });
  await story.settle();
  expect(roomsOf(moved, ChannelType.GuildVoice).map(({ name }) => name)).toEqual(['Groupe 3 (n° 1)']);
  expect(roomsOf(moved, ChannelType.PrivateThread).map(({ name }) => name)).toEqual(['Groupe 3 (n° 1)']);

  const gone = at(5);
  await story.boss.run('promo remove', { promo: 'CDA Groupes', member: gone.user.id });
  await story.settle();
  await story.later(60 * 60_000);
  expect(roomsOf(gone, ChannelType.GuildVoice)).toEqual([]);
  expect(roomsOf(gone, ChannelType.PrivateThread)).toEqual([]);
  await story.boss.run('promo add', { promo: 'CDA Groupes', member: gone.user.id });
  await story.later(60 * 60_000);
  expect(roomsOf(gone, ChannelType.GuildVoice).map(({ name }) => name)).toEqual(['Groupe 3 (n° 1)']);
});

test('next time nobody meets the same people', async () => {
  const before = await teamsOf();
  const card = await trainer.run('group make', { promo: 'CDA Groupes', number: 3 });
  expect(said(card)).toContain('Aucune paire n’a déjà');
  const pairs = (teams: string[][]) =>
    teams.flatMap((team) => team.flatMap((a, index) => team.slice(index + 1).map((b) => [a, b].sort().join())));
  const met = new Set(pairs(before));
  expect(pairs(await teamsOf()).filter((pair) => met.has(pair))).toEqual([]);
});

test('two rounds live side by side; each goes on its own day with everything, the channel with the last', async () => {
  await trainer.run('group publish', { promo: 'CDA Groupes', until: '2027-01-20' });
  await story.settle();
  expect(roomsOf(trainer, ChannelType.GuildVoice)).toHaveLength(6);
  await story.later(5 * day);
  expect(roomsOf(trainer, ChannelType.GuildVoice).map(({ name }) => name)).toEqual([
    'Groupe 1 (n° 2)',
    'Groupe 2 (n° 2)',
    'Groupe 3 (n° 2)',
  ]);
  expect(allRooms().filter(({ name }) => name.startsWith('groupes-'))).toHaveLength(1);
  const history = await trainer.run('group history', { promo: 'CDA Groupes' });
  expect(said(history)).toContain('Groupes de CDA Groupes (2)');
  await story.later(5 * day);
  expect(allRooms()).toEqual([]);
  expect(await story.db.groupRound.count({ where: { closedAt: null } })).toBe(0);
});

test('the export names everybody of every group, and no cell is a formula', async () => {
  await story.db.member.updateMany({
    where: { userId: at(1).user.id },
    data: {
      firstName: '=HYPERLINK("x")',
      lastName: '+33 ; évil',
      email: 'evil@exemple.fr',
      kind: 'learner',
      identifiedAt: story.clock.now(),
      identifiedBy: story.boss.user.id,
    },
  });
  const sent = await trainer.run('group export', { promo: 'CDA Groupes' });
  const [file] = messageOf(sent).attachments;
  const content = await (await fetch(file?.url ?? '')).text();
  const lines = content.trim().split('\r\n');
  expect(lines).toHaveLength(1 + 12);
  expect(content).toContain(`"'+33 ; évil"`);
  expect(content).toContain(`'=HYPERLINK`);
  expect(lines.flatMap((line) => line.replaceAll('"', '').split(';')).filter((cell) => /^[=+@-]/.test(cell))).toEqual([]);
});

describe('when Discord does not follow', () => {
  const publishFresh = async () => {
    await trainer.run('group make', { promo: 'CDA Groupes', size: 3 });
    return trainer.run('group publish', { promo: 'CDA Groupes', until: '2027-02-20' });
  };
  const closeAll = async () => {
    const card = await trainer.run('group show', { promo: 'CDA Groupes' });
    const asked = await trainer.press(messageOf(card), 'groups:close:');
    expect(said(asked)).toContain('2 groupes');
    await trainer.press(messageOf(asked), 'groups:closed:');
    await story.settle();
    expect(allRooms()).toEqual([]);
  };

  test.each([
    ['POST', '/guilds/{guild_id}/channels'],
    ['POST', '/channels/{channel_id}/threads'],
    ['POST', '/channels/{channel_id}/messages'],
  ])('%s %s: an answer that is lost makes nothing twice', async (method, route) => {
    story.sandbox.faults.next({ method, route, status: 500, afterEffect: true });
    await publishFresh();
    await story.settle();
    expect(roomsOf(trainer, ChannelType.GuildVoice)).toHaveLength(2);
    expect(roomsOf(trainer, ChannelType.PrivateThread)).toHaveLength(2);
    expect(allRooms()).toHaveLength(5);
    for (const { id } of roomsOf(trainer, ChannelType.PrivateThread))
      expect(trainer.messages(id).filter((message) => wordsOf(message).startsWith('Groupe '))).toHaveLength(1);
    await closeAll();
  });

  test('a refusal is shown, and tried again from there', async () => {
    story.sandbox.faults.next({ method: 'POST', route: '/guilds/{guild_id}/channels', status: 403, code: 50_013 });
    await publishFresh();
    await story.settle();
    const card = await trainer.run('group show', { promo: 'CDA Groupes' });
    expect(said(card)).toContain('/diagnostic');
    await trainer.press(messageOf(card), 'groups:retry:');
    await story.settle();
    expect(roomsOf(trainer, ChannelType.GuildVoice)).toHaveLength(2);
    await closeAll();
  });
});

test('the promo ends before the day of its groups: their rooms go', async () => {
  await trainer.run('group make', { promo: 'CDA Groupes', size: 2 });
  expect(said(await trainer.run('group publish', { promo: 'CDA Groupes', until: '2030-01-01' }))).toContain('la fin de la promo');
  await trainer.run('group publish', { promo: 'CDA Groupes', until: '2027-06-30' });
  await story.settle();
  expect(roomsOf(trainer, ChannelType.GuildVoice)).toHaveLength(3);
  await story.db.promo.update({
    where: { id: promo.id },
    data: { state: 'ended', endedAt: story.clock.now(), deleteOn: new Date('2028-01-01') },
  });
  await story.later(60 * 60_000);
  expect(allRooms()).toEqual([]);
  expect(said(await trainer.run('group make', { promo: 'CDA Groupes', size: 2 }))).toContain('n’est pas en cours');
});

test('in English too', async () => {
  trainer.setLocale('en-US');
  expect(said(await trainer.run('group history', { promo: 'CDA Groupes' }))).toContain('Groups of CDA Groupes');
  trainer.setLocale('fr');
});
