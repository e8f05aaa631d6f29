import { OverwriteType, PermissionFlagsBits } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Arrival,
  alike,
  below,
  defaultThresholds,
  isAbove,
  levelFor,
  scoreOf,
  shapeOf,
} from '../../../src/features/raids/rules/level.ts';
import { close, closedBits, isPublic, reopen } from '../../../src/features/raids/rules/lock.ts';
import { createWatch } from '../../../src/features/raids/rules/watch.ts';
import { areSame, type Overwrite } from '../../../src/kernel/overwrite.ts';
import { day, minute, second } from '../../../src/kernel/time.ts';

const now = Date.parse('2027-01-11T09:00:00Z');
let count = 0;
const arrival = (overrides: Partial<Arrival> = {}): Arrival => ({
  userId: String(++count),
  at: now,
  createdAt: now - 400 * day,
  username: `${'abcdefghijklmnop'[count % 16]}${'qrstuvwxyz'[count % 10]}${count % 7}dupont`,
  isExpected: false,
  ...overrides,
});
const many = (length: number, overrides: (index: number) => Partial<Arrival> = () => ({})) =>
  Array.from({ length }, (_, index) => arrival(overrides(index)));
const levelOf = (arrivals: Arrival[]) => levelFor(scoreOf(arrivals), defaultThresholds);

describe('levels', () => {
  test.each([
    ['nobody', [], 'none'],
    ['ten people who have been on Discord for long', many(10), 'none'],
    ['a promo of 25 by its invite, accounts made that day', many(25, () => ({ isExpected: true, createdAt: now })), 'none'],
    [
      'a class of 18 that joins within a minute, accounts made that morning',
      many(18, () => ({ createdAt: now - day / 2 })),
      'none',
    ],
    ['a class of 40, the same', many(40, () => ({ createdAt: now - day / 2 })), 'low'],
    ['a crowd of old accounts', many(70), 'low'],
    ['twenty fresh ones that are called alike', many(20, (index) => ({ username: `bob_${index}`, createdAt: now })), 'medium'],
    ['forty of them', many(40, (index) => ({ username: `bob_${index}`, createdAt: now })), 'high'],
    ['a hundred fresh accounts', many(100, () => ({ createdAt: now })), 'high'],
  ])('%s', (_name, arrivals, level) => expect(levelOf(arrivals)).toBe(level));

  test.each([
    ['Bob_8123', 'bob-77', true],
    ['élodie12', 'Elodie9', true],
    ['bob', 'bobby', false],
    ['x1', 'y1', false],
  ])('%s and %s', (one, other, same) => expect(shapeOf(one) === shapeOf(other)).toBe(same));

  test('four that look alike are chance, five are not; a name without a number is a name', () => {
    const named = (length: number, name: (index: number) => string) => many(length, (index) => ({ username: name(index) }));
    expect(alike(named(4, (index) => `bob${index}`)).size).toBe(0);
    expect(alike(named(5, (index) => `bob${index}`)).size).toBe(5);
    expect(alike(named(9, () => 'marie')).size).toBe(0);
  });

  test('somebody more never lowers the score, and steps go down one by one', () => {
    const anybody = fc.record({
      createdAt: fc.integer({ min: now - 60 * day, max: now }),
      username: fc.string(),
      isExpected: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 40 }), anybody, (people, other) => {
        const all = people.map(arrival);
        return scoreOf([...all, arrival(other)]) >= scoreOf(all);
      }),
      { numRuns: 200 },
    );
    expect(['high', 'medium', 'low', 'none'].map((level) => below(level as 'high'))).toEqual(['medium', 'low', 'none', 'none']);
    expect(isAbove('high', 'medium') && !isAbove('low', 'low')).toBe(true);
  });

  test('somebody who leaves and comes back is one person', () => {
    const watch = createWatch();
    const same = arrival({ createdAt: now, username: 'bob_1' });
    const told = Array.from({ length: 200 }, (_, index) => watch.see('1', { ...same, at: now + index }, defaultThresholds));
    expect(told.filter(Boolean)).toEqual([]);
  });

  test('a watch tells each level once, again after ten seconds, and forgets a minute that has passed', () => {
    const watch = createWatch();
    const tell = (at: number) => watch.see('1', arrival({ at, createdAt: at, username: `bob${count}` }), defaultThresholds);
    const told = Array.from({ length: 40 }, (_, index) => tell(now + index)).filter(Boolean);
    expect(told).toEqual(['low', 'medium', 'high']);
    expect(tell(now + 11 * second)).toBe('high');
    expect(tell(now + 12 * second)).toBeNull();
    expect(tell(now + 3 * minute)).toBeNull();
  });
});

describe('a closed channel', () => {
  const parties = { everyoneId: '1', botId: '2', keepers: ['3'] };
  const { SendMessages, ViewChannel, AddReactions, ManageMessages } = PermissionFlagsBits;
  const role = (id: string, allow: bigint, deny = 0n): Overwrite => ({ id, type: OverwriteType.Role, allow, deny });

  test('nobody writes but moderators and the bot, by whatever overwrite they could before', () => {
    const { overwrites } = close([role('1', SendMessages), role('4', SendMessages | ViewChannel)], parties);
    const of = (id: string) => overwrites.find((overwrite) => overwrite.id === id);
    expect(of('1')).toMatchObject({ allow: 0n, deny: closedBits });
    expect(of('2')?.allow).toBe((of('2')?.allow ?? 0n) | SendMessages);
    expect(of('3')?.allow).toBe(closedBits);
    expect(of('4')).toMatchObject({ allow: ViewChannel, deny: 0n });
  });

  const bits = fc.constantFrom(0n, SendMessages, ViewChannel, AddReactions, ManageMessages, SendMessages | ManageMessages);
  const overwrite = (id: string) => fc.tuple(bits, bits).map(([allow, deny]) => role(id, allow, deny & ~allow));
  const channel = fc
    .tuple(overwrite('1'), overwrite('2'), overwrite('3'), overwrite('4'), fc.subarray(['1', '2', '3', '4']))
    .map(([one, two, three, four, kept]) => [one, two, three, four].filter(({ id }) => kept.includes(id)));

  test('opens exactly as it was, whatever it was, also when it was closed half or twice', () => {
    fc.assert(
      fc.property(channel, fc.nat(4), (before, done) => {
        const { overwrites, saved } = close(before, parties);
        expect(areSame(reopen(overwrites, saved, parties), before)).toBe(true);
        const half = before
          .filter(({ id }) => overwrites.slice(0, done).every((other) => other.id !== id))
          .concat(overwrites.slice(0, done));
        expect(areSame(close(half, parties).overwrites, overwrites)).toBe(true);
        expect(areSame(reopen(half, saved, parties), before)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('what somebody changed meanwhile stays theirs', () => {
    const { overwrites, saved } = close([role('1', 0n, AddReactions)], parties);
    const changed = overwrites.map((one) =>
      one.id === '1' ? { ...one, deny: (one.deny & ~SendMessages) | ManageMessages, allow: SendMessages } : one,
    );
    expect(reopen([...changed, role('9', ViewChannel)], saved, parties)).toEqual([
      role('1', SendMessages, AddReactions | ManageMessages),
      role('9', ViewChannel),
    ]);
  });

  test.each([
    ['everybody writes', [], ViewChannel | SendMessages, true],
    ['hidden', [role('1', 0n, ViewChannel)], ViewChannel | SendMessages, false],
    ['read only', [role('1', 0n, SendMessages)], ViewChannel | SendMessages, false],
    ['open by its own overwrite', [role('1', SendMessages)], ViewChannel, true],
  ])('public: %s', (_name, overwrites, base, expected) => expect(isPublic(overwrites, '1', base)).toBe(expected));
});
