import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byAuthor, byPrint, longestWindow, mostSent, openWindows, ringOf } from '../../../src/features/rules/rules/windows.ts';

type Entry = { key: string; at: number };

test('a ring answers as a list of everything would, but for what it may forget', () => {
  const steps = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', ''), wait: fc.integer({ min: 0, max: 40 }) }), {
    maxLength: 120,
  });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 100 }), (all, back) => {
      const [capacity, longest] = [70, 200];
      const ring = ringOf<Entry>(capacity, longest, [({ key }) => key]);
      const naive: Entry[] = [];
      let at = 0;
      for (const { key, wait } of all) {
        at += wait;
        ring.add({ key, at }, at);
        naive.push({ key, at });
      }
      const kept = naive.slice(-capacity).filter((entry) => entry.at >= at - longest);
      expect(ring.size()).toBeLessThanOrEqual(capacity);
      for (const key of ['a', 'b', 'c', '']) {
        const expected = key === '' ? [] : kept.filter((entry) => entry.key === key && entry.at >= at - back).toReversed();
        expect([...ring.walk(0, key, at - back)]).toEqual(expected);
      }
    }),
  );
});

test('however many write, no more is kept than fits; what is old goes, and a restart finds the rest', () => {
  const windows = openWindows();
  for (let index = 0; index < 40_000; index++)
    windows.sent.add(
      { channelId: 'c', messageId: `m${index}`, authorId: `u${index % 9_000}`, print: 1 + (index % 50), at: index },
      index,
    );
  expect(windows.sent.size()).toBe(mostSent);
  expect([...windows.sent.walk(byAuthor, 'u3999', 0)].map(({ messageId }) => messageId)).toEqual(['m39999', 'm30999']);
  const rows = [3, 1, 2].map((at) => ({ channelId: 'c', messageId: `r${at}`, authorId: 'u', print: 7, at }));
  windows.restore({ sent: [...rows, { channelId: 'c', messageId: 'late', authorId: 'u', print: 7, at: 9 }] }, 5);
  windows.restore({ sent: rows }, 5);
  expect([...windows.sent.walk(byPrint, 7, 0)].map(({ messageId }) => messageId)).toEqual(['r3', 'r2', 'r1']);
  const later = 3 + longestWindow;
  windows.sent.add({ channelId: 'c', messageId: 'new', authorId: 'v', print: 8, at: later }, later);
  expect(windows.sent.size()).toBe(2);
});
