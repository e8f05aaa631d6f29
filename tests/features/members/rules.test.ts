import { expect, test } from 'vitest';
import { lastPage, presenceOf, searchable, wordsOf } from '../../../src/features/members/rules.ts';

test.each([
  ['  Élodie  DUPONT ', 'elodie dupont'],
  ['<@123456789012345678>', '123456789012345678'],
  ['@marie', 'marie'],
  ['marie@exemple.fr', 'marie@exemple.fr'],
  ['a:b', 'a b'],
  ['\u202e<>:', ''],
  ['é'.repeat(200), 'e'.repeat(49)],
])('%j is searched as %j', (typed, search) => expect(searchable(typed)).toBe(search));

test('a search is a few different words', () => {
  expect(wordsOf('a b a c d e f g')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(wordsOf('')).toEqual([]);
});

test('there is always a page to show', () => expect([0, 1, 25, 26, 51].map(lastPage)).toEqual([0, 0, 0, 1, 2]));

test('a person is read from Discord’s member, a robot is nobody', () => {
  const seenAt = new Date(0);
  const user = { id: '1', username: 'u', global_name: null };
  expect(presenceOf({ user, joined_at: null }, seenAt)).toEqual({
    userId: '1',
    username: 'u',
    displayName: 'u',
    joinedAt: seenAt,
    screening: false,
  });
  expect(
    presenceOf({ user: { ...user, global_name: 'G' }, nick: 'N', joined_at: '2027-01-11T08:00:00Z', pending: true }, seenAt),
  ).toMatchObject({
    displayName: 'N',
    joinedAt: new Date('2027-01-11T08:00:00Z'),
    screening: true,
  });
  expect(presenceOf({ user: { ...user, bot: true }, joined_at: null }, seenAt)).toBeNull();
});
