import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { roleNames } from '../../../src/kernel/role.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import type { Persona } from '../../../src/sandbox/persona/persona.ts';
import { runningPromo } from '../announcements/promo.ts';
import { idsOf, messageOf, type Story, said, startStory, wordsOf } from '../onboarding/story.ts';

/** Published groups follow what happens around them: silence, people who leave, channels deleted by hand, Discord's refusals. */

let story: Story;
let trainer: Persona;
const learners: Persona[] = [];
const at = (index: number): Persona => {
  const found = learners[index];
  if (!found) throw new Error(`no learner ${index}`);
  return found;
};

beforeAll(async () => {
  story = await startStory();
  trainer = await story.arrive('follow.trainer');
  story.boss.guild.members.get(trainer.user.id)?.roles.push(story.roleId(roleNames.trainer.fr));
  for (let index = 0; index < 4; index++) learners.push(await story.arrive(`follow.learner${index}`));
  await runningPromo(story, { name: 'CDA Suite', learners, trainers: [trainer] });
  await trainer.run('group make', { promo: 'CDA Suite', size: 2 });
  await trainer.run('group publish', { promo: 'CDA Suite', until: '20/01/2027' });
  await story.settle();
});
beforeEach(() => story.sandbox.faults.clear());

const roomOf = (person: Persona, type: ChannelType) => {
  const rooms = person.channels().filter((channel) => channel.type === type && channel.name.startsWith('Groupe '));
  expect(rooms).toHaveLength(1);
  const [room] = rooms;
  if (!room) throw new Error('no room');
  return room;
};
const threadOf = (person: Persona) => roomOf(person, ChannelType.PrivateThread);
const allRooms = () =>
  [...story.sandbox.world.channels.values()].filter(({ name }) => name.startsWith('Groupe ') || name.startsWith('groupes-'));
const lobby = () => {
  const found = allRooms().find(({ name }) => name.startsWith('groupes-'));
  if (!found) throw new Error('no channel of the groups');
  return found;
};
const overwritesOf = (person: Persona) =>
  roomOf(person, ChannelType.GuildVoice)
    .permission_overwrites.map(({ id, allow, deny }) => `${id} ${allow} ${deny}`)
    .sort();
const speaks = (person: Persona, who: Persona): boolean => {
  const own = roomOf(person, ChannelType.GuildVoice).permission_overwrites.find(({ id }) => id === who.user.id);
  return (BigInt(own?.allow ?? 0) & PermissionFlagsBits.Speak) !== 0n;
};

test('a silent promo is silent in its groups too, at once, and speaks again as before', async () => {
  const before = overwritesOf(at(0));
  await story.boss.run('promo lock', { promo: 'CDA Suite' });
  await story.settle();
  expect(() => at(0).write(threadOf(at(0)).id, 'Qui a la réponse ?')).toThrow();
  expect([speaks(at(0), at(0)), speaks(at(0), trainer)]).toEqual([false, true]);
  trainer.write(threadOf(at(0)).id, 'Encore dix minutes.');
  await story.boss.run('promo unlock', { promo: 'CDA Suite' });
  await story.settle();
  at(0).write(threadOf(at(0)).id, 'Ouf.');
  expect(overwritesOf(at(0))).toEqual(before);
});

test('who leaves the server and comes back is in the thread of their group again', async () => {
  const person = at(0);
  person.leave();
  await story.settle();
  await story.later(2 * hour);
  person.join();
  await story.settle();
  threadOf(person);
});

test('who left and came back while nobody listened is let in within the hour', async () => {
  const person = at(1);
  const thread = threadOf(person).id;
  const members = story.sandbox.world.channels.get(thread)?.thread?.members ?? [];
  members.splice(0, members.length, ...members.filter(({ user_id }) => user_id !== person.user.id));
  expect(() => threadOf(person)).toThrow();
  const { userId } = await story.db.groupPlace.findFirstOrThrow({ where: { userId: person.user.id } });
  story.clock.advance(hour);
  await story.db.member.updateMany({ where: { userId }, data: { joinedAt: story.clock.now() } });
  await story.later(2 * hour);
  expect(threadOf(person).id).toBe(thread);
});

test('one thread deleted by hand is made again with its people; one that Discord archived is opened', async () => {
  const { world } = story.sandbox;
  const thread = threadOf(at(0)).id;
  world.channels.delete(thread);
  await story.later(2 * hour);
  const fresh = threadOf(at(0));
  expect(fresh.id).not.toBe(thread);
  expect(
    at(0)
      .messages(fresh.id)
      .filter((message) => wordsOf(message).startsWith('Groupe ')),
  ).toHaveLength(1);
  const metadata = world.channels.get(fresh.id)?.thread?.metadata;
  if (metadata) metadata.archived = true;
  await story.later(2 * hour);
  expect(world.channels.get(fresh.id)?.thread?.metadata.archived).toBe(false);
});

test('the channel of the groups deleted by hand comes back with every thread, its people and the list', async () => {
  const { world } = story.sandbox;
  const former = lobby();
  for (const channel of [...world.channels.values()]) if (channel.parent_id === former.id) world.channels.delete(channel.id);
  world.channels.delete(former.id);
  await story.later(2 * hour);
  for (const person of learners) threadOf(person);
  expect(lobby().id).not.toBe(former.id);
  expect(
    at(2)
      .messages(lobby().id)
      .filter((message) => wordsOf(message).includes('Groupes n° 1')),
  ).toHaveLength(1);
  expect(allRooms()).toHaveLength(5);
});

test('a refused deletion is told to staff once, tried again by the hour and from the history, and done once mended', async () => {
  const told = () => story.boss.messages('alertes').filter((message) => wordsOf(message).includes('supprimer ces salons'));
  story.sandbox.faults.next({ method: 'DELETE', route: '/channels/{channel_id}', status: 403, code: 50_013, times: 1_000 });
  await story.later(10 * day);
  await story.later(3 * hour);
  expect(allRooms()).toHaveLength(5);
  expect(told()).toHaveLength(1);

  const { id } = await story.db.groupRound.findFirstOrThrow();
  const history = await trainer.run('group history', { promo: 'CDA Suite' });
  const card = await trainer.select(messageOf(history), 'groups:round:', [String(id)]);
  expect(said(card)).toContain('encore là');
  expect(idsOf(messageOf(card))).toContain(`groups:retry:${id}`);
  await trainer.press(messageOf(card), 'groups:retry:');
  await story.settle();
  expect(told()).toHaveLength(1);

  story.sandbox.faults.clear();
  await story.later(2 * hour);
  expect(allRooms()).toEqual([]);
  const later = await trainer.run('group history', { promo: 'CDA Suite' });
  const after = await trainer.select(messageOf(later), 'groups:round:', [String(id)]);
  expect(idsOf(messageOf(after))).not.toContain(`groups:retry:${id}`);
});
