import { expect, test } from 'vitest';
import { reasonsIn } from '../../../src/features/campaigns/views/reason.ts';
import type { Reason } from '../../../src/kernel/mentoring.ts';

test('languages are written as each language writes them', () => {
  const spoken: Reason[] = [{ part: 'language', value: 1, items: ['fr'] }];
  expect([reasonsIn(spoken, 'fr'), reasonsIn(spoken, 'en')]).toEqual([
    expect.stringContaining('français'),
    expect.stringContaining('French'),
  ]);
});

test('a long wait is a reason, a wait of some days is none', () => {
  const reasons = (value: number): Reason[] => [
    { part: 'themes', value: 1, items: ['cv'] },
    { part: 'waiting', value, items: [] },
  ];
  const said = (value: number) => reasonsIn(reasons(value), 'fr').split(' ; ').length;
  expect([0, 0.1, 0.5].map(said)).toEqual([1, 1, 1]);
  expect([0.63, 1].map(said)).toEqual([2, 2]);
});
