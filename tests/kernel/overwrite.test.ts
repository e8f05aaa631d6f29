import { expect, test } from 'vitest';
import { areSame, fits, heldBy, within } from '../../src/kernel/overwrite.ts';

test('Discord’s limits on channels', () => {
  expect(fits({ channels: 499, inCategory: 49 }, 1)).toBe(true);
  expect(fits({ channels: 500, inCategory: 3 }, 1)).toBe(false);
  expect(fits({ channels: 60, inCategory: 50 }, 1)).toBe(false);
});

test('the bot hands on only what it holds, and the order of overwrites says nothing', () => {
  const a = { id: '1', type: 0, allow: 3n, deny: 4n };
  const b = { id: '2', type: 1, allow: 4n, deny: 0n };
  expect(within(1n, [a, b])).toEqual([{ id: '1', type: 0, allow: 1n, deny: 0n }]);
  expect(areSame([a, b], [b, a])).toBe(true);
  expect(areSame([a], [{ ...a, deny: 0n }])).toBe(false);
  expect(areSame([a], [a, { ...b, allow: 0n }])).toBe(true);
});

test('what a member may: by everybody and their roles; owner and administrators may all', () => {
  const guild = {
    id: '1',
    owner_id: '9',
    roles: [
      { id: '1', permissions: '1' },
      { id: '2', permissions: '2' },
      { id: '3', permissions: '8' },
    ],
  };
  const held = (id: string, roles: string[]) => heldBy(guild, { user: { id }, roles });
  expect([held('5', []), held('5', ['2']), held('5', ['3']), held('9', [])]).toEqual([1n, 3n, ~0n, ~0n]);
});
