import { describe, expect, test } from 'vitest';
import { type Fate, fateOf, readSeats, type Standing } from '../../../src/features/voice/rules.ts';

const now = new Date('2027-01-11T08:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const base: Standing = {
  hasChannel: true,
  movedAt: null,
  problem: null,
  isLeaving: false,
  isWaiting: false,
  people: 1,
  now,
};

describe('what becomes of a room', () => {
  const table: [string, Partial<Standing>, Fate][] = [
    ['somebody is inside', {}, 'keep'],
    ['nobody is inside', { people: 0 }, 'close'],
    ['the gateway does not say', { people: null }, 'wait'],
    ['who opened it is being moved in', { people: 0, movedAt: ago(5) }, 'wait'],
    ['who was moved in never came', { people: 0, movedAt: ago(61) }, 'close'],
    ['who opened it waits in the lobby', { people: 0, isWaiting: true }, 'open'],
    ['who opened it waits, others are inside', { people: 3, isWaiting: true }, 'open'],
    ['it is not made yet, and they wait', { hasChannel: false, people: 0, isWaiting: true }, 'open'],
    ['it is not made yet, and they left', { hasChannel: false, people: 0 }, 'close'],
    ['there was no place, and they still wait', { hasChannel: false, people: 0, isWaiting: true, problem: 'full' }, 'open'],
    ['Discord refused, and they still wait', { hasChannel: false, people: 0, isWaiting: true, problem: 'forbidden' }, 'wait'],
    ['Discord refused, and they left', { hasChannel: false, people: 0, problem: 'forbidden' }, 'close'],
    ['the space of the promo goes, with people inside', { isLeaving: true, people: 4 }, 'close'],
    ['the space of the promo goes, and nobody can say who is inside', { isLeaving: true, people: null }, 'close'],
  ];
  test.each(table)('%s', (_name, change, fate) => expect(fateOf({ ...base, ...change })).toBe(fate));
});

test('places are read as people write them', () => {
  expect(['', '0', ' 5 ', '99', '100', '-1', 'dix', '1.5'].map(readSeats)).toEqual([0, 0, 5, 99, null, null, null, null]);
});
