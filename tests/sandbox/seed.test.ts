import { ChannelType } from 'discord-api-types/v10';
import { expect, it } from 'vitest';
import { movableClock } from '../../src/kernel/time.ts';
import { fullName, inhabitants, usernameOf } from '../../src/sandbox/community.ts';
import { cohorts } from '../../src/sandbox/seed/promos.ts';
import { playSeed, seedWorld } from '../../src/sandbox/seed.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { startTestApp } from '../support/app.ts';
import { monday } from '../support/monday.ts';

it('makes a community of people in every role, once', { timeout: 120_000 }, async () => {
  const world = createWorld(movableClock(monday));
  const guild = seedWorld(world);
  const test = await startTestApp({ world });
  const acts = new Set<string>();
  const played = await playSeed(test.sandbox, acts);
  await test.settle();
  expect(played.lastFailure).toBeNull();
  const expected = inhabitants.filter(({ kind, waiting }) => kind !== null && !waiting);
  expect(played).toMatchObject({ identified: expected.length, failed: 0 });

  await test.later(0);
  const promos = await test.db.promo.findMany({ orderBy: { id: 'asc' }, include: { members: true } });
  expect(promos.map(({ name, state, problem }) => ({ name, state, problem }))).toEqual(
    cohorts.map(({ name, from, isOver }) => ({ name, state: isOver ? 'ended' : from > 0 ? 'planned' : 'active', problem: null })),
  );
  for (const { name, trainers, learners } of cohorts)
    expect(promos.find((promo) => promo.name === name)?.members).toHaveLength(trainers.length + learners.length);
  expect(await test.db.groupTeam.count()).toBe(3);
  expect(await test.db.announcementPlace.findMany()).toMatchObject([
    { name: 'CDA Lille 4', problem: null, messageId: expect.any(String) },
  ]);
  const offers = await test.db.offer.findMany();
  const states = offers.map(({ state, endedAs }) => endedAs ?? state).sort();
  expect(states).toEqual([
    'asked',
    'closed',
    'draft',
    'filled',
    'hidden',
    'pending',
    'published',
    'published',
    'published',
    'published',
    'published',
    'published',
  ]);
  const applications = await test.db.application.findMany();
  expect(applications.map(({ stage }) => stage).sort()).toEqual([
    'declined',
    'declined',
    'hired',
    'interview',
    'offer',
    'seen',
    'sent',
  ]);

  const said = [...world.messages.values()].flatMap((channel) => [...channel.values()].map(({ content }) => content));
  expect(said.filter((content) => content.includes('**TSSR Valenciennes 2** se termine'))).toHaveLength(1);
  const answers = [...world.messages.values()].flatMap((channel) => [...channel.values()].filter(({ only }) => only));
  expect(answers).toEqual([]);
  const channels = [...world.channels.values()].map(({ name }) => name);
  expect([channels.filter((name) => name === 'annonces').length, channels.includes('actualités')]).toEqual([1, true]);
  const aissatou = test.sandbox.persona('aissatou.diop');
  const found = await aissatou.run('member find', { text: 'dubois cda lille' });
  expect(JSON.stringify(found.message)).toContain('Léa Dubois');

  const nicknames = new Set([...guild.members.values()].map(({ nick }) => nick));
  for (const inhabitant of expected) expect(nicknames).toContain(fullName(inhabitant));
  const held = new Set([...guild.members.values()].flatMap(({ roles }) => roles));
  const unheld = [...guild.roles.values()].filter(
    ({ id, name }) => id !== guild.id && !held.has(id) && name !== 'Administration' && name !== 'Roubaix',
  );
  expect(unheld.map(({ name }) => name)).toEqual([]);

  const messages = () =>
    [...world.messages].reduce(
      (sum, [id, channel]) =>
        sum + (world.channels.get(id)?.type === ChannelType.DM ? 0 : [...channel.values()].filter(({ only }) => !only).length),
      0,
    );
  await test.settle();
  const before = messages();
  expect(await playSeed(test.sandbox, acts)).toEqual({ identified: 0, failed: 0, lastFailure: null });
  await test.settle();
  expect(messages()).toBe(before);

  // What those at the page undo stays undone at the next start.
  const called = (wanted: (inhabitant: (typeof inhabitants)[number]) => boolean) => {
    const found = inhabitants.find(wanted);
    if (!found) throw new Error('nobody fits');
    return test.sandbox.persona(usernameOf(found));
  };
  const waiting = called((inhabitant) => inhabitant.waiting);
  const arrived = called(({ place }) => place === 'arriving');
  const manager = called(({ roles }) => roles.includes('Modération'));
  waiting.leave();
  await test.settle();
  waiting.join({ pending: false });
  arrived.leave();
  const role = [...guild.roles.values()].find(({ name }) => name === 'Modération')?.id ?? '';
  const member = guild.members.get(manager.user.id);
  if (!member) throw new Error('the moderator is a member');
  member.roles = member.roles.filter((id) => id !== role);
  member.nick = 'Renamed by hand';
  await test.settle();
  const undone = messages();
  expect(await playSeed(test.sandbox, acts)).toEqual({ identified: 0, failed: 0, lastFailure: null });
  await test.settle();
  expect(messages()).toBe(undone);
  expect(arrived.member).toBeNull();
  expect(manager.member).toMatchObject({ nick: 'Renamed by hand' });
  expect(manager.member?.roles).not.toContain(role);
  await test.stop();
});
