import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { deleteChannel } from '../../../src/sandbox/operations/channels.ts';
import { addChannel } from '../../../src/sandbox/population.ts';
import { onStage, type Stage } from './stage.ts';

let stage: Stage;
let story: Stage['story'];
beforeAll(async () => {
  stage = await onStage('CDA Fautes');
  story = stage.story;
});
afterEach(async () => {
  story.sandbox.faults.clear();
  for (const person of stage.learners) person.leaveVoice();
  await story.settle();
  await story.later(minute);
  expect(stage.rooms()).toEqual([]);
  expect(await story.db.voiceRoom.count()).toBe(0);
});

const creation = { method: 'POST', route: '/guilds/{guild_id}/channels' } as const;
const moving = { method: 'PATCH', route: '/guilds/{guild_id}/members/{user_id}' } as const;
const deletion = { method: 'DELETE', route: '/channels/{channel_id}' } as const;

describe('Discord fails', () => {
  const calls = [
    ['the creation', creation],
    ['the move', moving],
    ['the panel', { method: 'POST', route: '/channels/{channel_id}/messages' }],
    ['the question where they are', { method: 'GET', route: '/guilds/{guild_id}/voice-states/{user_id}' }],
  ] as const;
  test.each(calls)('%s: a failure and a lost answer leave one room with them inside', async (_name, call) => {
    for (const [index, rule] of [{ status: 500 }, { status: 'closed', afterEffect: true }].entries()) {
      const person = stage.learners[index];
      if (!person) throw new Error('nobody');
      story.sandbox.faults.next({ ...call, ...(rule as { status: 500 }) });
      const hits = story.sandbox.faults.hits.length;
      await stage.enter(person);
      expect(story.sandbox.faults.hits.length).toBe(hits + 1);
      expect(stage.rooms().filter(({ name }) => name.includes(person.user.username))).toHaveLength(1);
      expect(person.voice()?.id).toBe(stage.rooms()[index]?.id);
      expect(person.messages(person.voice()?.id ?? '')).toHaveLength(1);
    }
  });

  test('the deletion: it is tried again until the room is gone', async () => {
    const [lea] = stage.learners;
    await stage.enter(lea);
    story.sandbox.faults.next({ ...deletion, status: 500 });
    story.sandbox.faults.next({ ...deletion, status: 'closed', afterEffect: true });
    lea.leaveVoice();
    await story.settle();
    expect(stage.rooms()).toEqual([]);
  });

  test('one call in four fails, half of them after their effect: no orphan, no double', async () => {
    story.sandbox.faults.rate(0.25, { seed: 11, lost: 0.5, route: /^\/(channels|guilds)/ });
    for (const person of stage.learners) await stage.enter(person);
    for (const person of stage.learners) person.leaveVoice();
    await story.settle();
    story.sandbox.faults.clear();
    expect(story.sandbox.faults.hits.length).toBeGreaterThan(3);
  });
});

test('a missing permission is told to the person and to staff, and is not tried again while they wait', async () => {
  const [lea] = stage.learners;
  story.sandbox.faults.next({ ...creation, status: 403, code: 50013 });
  await stage.enter(lea);
  expect(lea.voice()?.id).toBe(stage.lobby().id);
  expect(lea.messages('dm').at(-1)?.content).toContain('il me manque une permission');
  const hits = story.sandbox.faults.hits.length;
  await story.later(minute);
  expect(story.sandbox.faults.hits.length).toBe(hits);
  expect(story.boss.messages('alertes').filter(({ content }) => content.includes('Discord me refuse d’ouvrir'))).toHaveLength(1);
  lea.leaveVoice();
  await story.settle();
  await stage.enter(lea);
  expect(stage.rooms()).toHaveLength(1);
});

test('a move that Discord refuses is told too, and the room goes when they give up', async () => {
  const [, ali] = stage.learners;
  story.sandbox.faults.next({ ...moving, status: 403, code: 50013 });
  await stage.enter(ali);
  await story.later(2 * minute);
  expect(ali.voice()?.id).toBe(stage.lobby().id);
  expect(ali.messages('dm').at(-1)?.content).toContain('il me manque une permission');
  expect(stage.rooms()).toHaveLength(1);
});

test('after a refused move others use the room; who opened it comes back and is taken in', async () => {
  const [lea, ali] = stage.learners;
  story.sandbox.faults.next({ ...moving, status: 403, code: 50013 });
  await stage.enter(lea);
  const [room] = stage.rooms();
  ali.joinVoice(room?.id ?? '');
  await story.settle();
  lea.leaveVoice();
  await story.settle();
  await stage.enter(lea);
  expect(lea.voice()?.id).toBe(room?.id);
});

test('the lobby deleted by hand: a silence still reaches the rooms that it opened, and is lifted from them', async () => {
  const [lea] = stage.learners;
  await stage.enter(lea);
  const lobby = stage.lobby();
  const speaks = () => {
    const role = story.roleId('CDA Fautes');
    const own = stage.rooms()[0]?.permission_overwrites.find(({ id }) => id === role);
    return (BigInt(own?.allow ?? 0) & PermissionFlagsBits.Speak) !== 0n;
  };
  story.sandbox.world.channels.delete(lobby.id);
  expect(speaks()).toBe(true);
  await story.boss.run('promo lock', { promo: 'CDA Fautes' });
  await story.settle();
  expect(speaks()).toBe(false);
  await story.boss.run('promo unlock', { promo: 'CDA Fautes' });
  await story.settle();
  expect(speaks()).toBe(true);
  story.sandbox.world.channels.set(lobby.id, lobby);
});

test('a deletion that Discord refuses is told to staff and tried again by the hour', async () => {
  const [lea] = stage.learners;
  await stage.enter(lea);
  story.sandbox.faults.next({ ...deletion, status: 403, code: 50013 });
  lea.leaveVoice();
  await story.settle();
  expect(await story.db.fault.findFirst({ where: { key: { startsWith: 'voice.room:' } } })).toMatchObject({ code: 50013 });
  expect(stage.rooms()).toHaveLength(1);
  await story.later(hour);
  expect(stage.rooms()).toEqual([]);
  expect(await story.db.fault.count({ where: { key: { startsWith: 'voice.room:' } } })).toBe(0);
});

test('a full category is told to the person, in their direct messages or in the channel, and once a day to staff', async () => {
  const [lea, ali, zoe] = stage.learners;
  const { world } = story.sandbox;
  const parent = stage.lobby().parent_id ?? '';
  const there = [...world.channels.values()].filter(({ parent_id }) => parent_id === parent).length;
  const filling = Array.from({ length: 50 - there }, (_, index) =>
    addChannel(world, story.boss.guild, { name: `plein-${index}`, parent_id: parent, type: ChannelType.GuildText }),
  );
  ali.user.closedDms = true;
  await stage.enter(lea);
  await stage.enter(ali);
  await story.later(minute);
  expect(lea.messages('dm').filter(({ content }) => content.includes('plus de place pour une nouvelle salle'))).toHaveLength(1);
  const told = zoe.messages(stage.lobby().id).filter(({ content }) => content.includes(ali.user.id));
  expect(told).toHaveLength(1);
  expect(told[0]?.mentions.map(({ id }) => id)).toEqual([ali.user.id]);
  const alerts = () => story.boss.messages('alertes').filter(({ content }) => content.includes('Plus de place'));
  expect(alerts()).toHaveLength(1);
  story.clock.advance(day);
  lea.leaveVoice();
  await story.settle();
  await stage.enter(lea);
  expect(alerts()).toHaveLength(2);
  // As soon as there is place, who still waits gets their room.
  for (const { id } of filling.slice(0, 2)) world.channels.delete(id);
  await story.later(minute);
  expect(
    stage
      .rooms()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['Salle de ali.benamar', 'Salle de lea.martin']);
  expect(lea.voice()?.id).not.toBe(stage.lobby().id);
  for (const { id } of filling) world.channels.delete(id);
});

test('who is gone before the room is made gets none', async () => {
  const [lea] = stage.learners;
  story.sandbox.faults.next({ ...creation, status: 500, struck: () => lea.leaveVoice() });
  await stage.enter(lea);
  expect(stage.rooms()).toEqual([]);
});

test('who leaves while the room is made leaves no room behind', async () => {
  const [lea] = stage.learners;
  story.sandbox.faults.next({ ...moving, status: 500, struck: () => lea.leaveVoice() });
  await stage.enter(lea);
  await story.later(2 * minute);
  expect(stage.rooms()).toEqual([]);
});

test('a room deleted by hand is forgotten, and entering again opens another', async () => {
  const [lea] = stage.learners;
  await stage.enter(lea);
  const [first] = stage.rooms();
  if (!first) throw new Error('no room');
  deleteChannel(story.sandbox.world, { actorId: story.boss.user.id, reason: null }, first);
  await story.settle();
  expect(await story.db.voiceRoom.count()).toBe(0);
  await stage.enter(lea);
  expect(stage.rooms().map(({ id }) => id)).not.toContain(first.id);
  expect(stage.rooms()).toHaveLength(1);
});
