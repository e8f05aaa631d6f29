import { expect, it } from 'vitest';
import { movableClock } from '../../src/kernel/time.ts';
import { fullName, inhabitants } from '../../src/sandbox/community.ts';
import { playSeed, seedWorld } from '../../src/sandbox/seed.ts';
import { createWorld } from '../../src/sandbox/world.ts';
import { startTestApp } from '../support/app.ts';
import { monday } from '../support/monday.ts';

it('makes a community of people in every role, once', { timeout: 120_000 }, async () => {
  const world = createWorld(movableClock(monday));
  const guild = seedWorld(world);
  const test = await startTestApp({ world });
  const played = await playSeed(test.sandbox);
  await test.settle();
  expect(played.lastFailure).toBeNull();
  const expected = inhabitants.filter(({ kind, waiting }) => kind !== null && !waiting);
  expect(played).toMatchObject({ identified: expected.length, failed: 0 });

  const nicknames = new Set([...guild.members.values()].map(({ nick }) => nick));
  for (const inhabitant of expected) expect(nicknames).toContain(fullName(inhabitant));
  const held = new Set([...guild.members.values()].flatMap(({ roles }) => roles));
  const unheld = [...guild.roles.values()].filter(
    ({ id, name }) => id !== guild.id && !held.has(id) && name !== 'Administration',
  );
  expect(unheld.map(({ name }) => name)).toEqual([]);

  const messages = () => [...world.messages.values()].reduce((sum, channel) => sum + channel.size, 0);
  await test.settle();
  const before = messages();
  expect(await playSeed(test.sandbox)).toEqual({ identified: 0, failed: 0, lastFailure: null });
  await test.settle();
  expect(messages()).toBe(before);
  await test.stop();
});
