import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf, countFor, type Met, makeGroups, type Person, sizesOf } from '../../../src/features/groups/rules/grouping.ts';

const crowd = (count: number, levels: readonly (number | null)[] = []): Person[] =>
  Array.from({ length: count }, (_, index) => ({ id: `p${String(index).padStart(3, '0')}`, level: levels[index] ?? null }));

const pair = (a: string, b: string): string => [a, b].sort().join('+');

/** What people remember of the groups they were in. */
function memory(past: readonly (readonly (readonly Person[])[])[] = []) {
  const times = new Map<string, number>();
  const remember = (groups: readonly (readonly Person[])[]) => {
    for (const group of groups)
      group.forEach((person, index) => {
        for (const { id } of group.slice(index + 1)) times.set(pair(person.id, id), (times.get(pair(person.id, id)) ?? 0) + 1);
      });
  };
  past.forEach(remember);
  const met: Met = (a, b) => times.get(pair(a, b)) ?? 0;
  return { met, remember, times };
}

/** The better of two partitions first: repeated pairs count before levels. */
const compareGroups = (met: Met) => (a: readonly (readonly Person[])[], b: readonly (readonly Person[])[]) => {
  const [first, second] = [costOf(a, met), costOf(b, met)];
  return first.repeats - second.repeats || first.uneven - second.uneven;
};

const nobodyMet: Met = () => 0;
const namesOf = (groups: readonly (readonly Person[])[]) => groups.map((group) => group.map(({ id }) => id));

/** Every partition into groups of these sizes; those that differ by the order of equal groups come once. */
function* partitions(people: readonly Person[], sizes: readonly number[]): Generator<Person[][]> {
  const [first, ...others] = people;
  if (!first) {
    yield sizes.map(() => []);
    return;
  }
  for (const size of new Set(sizes.filter((one) => one > 0))) {
    const left = [...sizes];
    left.splice(left.indexOf(size), 1);
    for (const mates of subsets(others, size - 1)) {
      const rest = others.filter((one) => !mates.includes(one));
      for (const more of partitions(rest, left)) yield [[first, ...mates], ...more];
    }
  }
}
function* subsets(people: readonly Person[], size: number): Generator<Person[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = 0; index + size <= people.length; index++) {
    const chosen = people[index];
    if (!chosen) continue;
    for (const more of subsets(people.slice(index + 1), size - 1)) yield [chosen, ...more];
  }
}

describe('sizes', () => {
  test.each([
    [12, 4, [3, 3, 3, 3]],
    [10, 3, [4, 3, 3]],
    [2, 5, [1, 1]],
    [0, 3, []],
  ])('%i people in %i groups', (people, count, sizes) => expect(sizesOf(people, count)).toEqual(sizes));

  test.each([
    [12, 3, 4],
    [10, 4, 3],
    // Two by two, nobody stays alone: three work together.
    [5, 2, 2],
    [9, 2, 4],
    [5, 4, 2],
    [3, 8, 1],
    [4, 1, 4],
  ])('%i people by %i make %i groups', (people, size, groups) => expect(countFor(people, size)).toBe(groups));

  test('by size: nobody is alone who need not be, and a group has one more than asked only for that', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), fc.integer({ min: 2, max: 20 }), (people, size) => {
        const sizes = sizesOf(people, countFor(people, size));
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2);
        expect(Math.max(...sizes)).toBeLessThanOrEqual(size === 2 ? 3 : Math.max(size, 3));
      }),
    );
  });
});

const scene = fc
  .record({
    people: fc.integer({ min: 1, max: 24 }),
    count: fc.integer({ min: 1, max: 8 }),
    seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  })
  .chain(({ people, count, seed }) =>
    fc.record({
      people: fc.constant(people),
      sizes: fc.constant(sizesOf(people, count)),
      seed: fc.constant(seed),
      levels: fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: people, maxLength: people }),
      pairs: fc.array(fc.tuple(fc.nat(people - 1), fc.nat(people - 1), fc.integer({ min: 1, max: 3 })), { maxLength: 60 }),
    }),
  );
const metOf = (pairs: readonly (readonly [number, number, number])[], people: readonly Person[]): Met => {
  const times = new Map(
    pairs.flatMap(([a, b, count]) => (a === b ? [] : [[pair(people[a]?.id ?? '', people[b]?.id ?? ''), count] as const])),
  );
  return (a, b) => times.get(pair(a, b)) ?? 0;
};

describe('any groups', () => {
  test('hold everybody exactly once, in the sizes asked for', () => {
    fc.assert(
      fc.property(scene, ({ people, sizes, seed, levels, pairs }) => {
        const everybody = crowd(people, levels);
        const groups = makeGroups(everybody, { sizes, seed, met: metOf(pairs, everybody) });
        expect(groups.map(({ length }) => length)).toEqual(sizes);
        expect(
          groups
            .flat()
            .map(({ id }) => id)
            .sort(),
        ).toEqual(everybody.map(({ id }) => id));
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  test('are the same for the same seed, in whatever order the people come', () => {
    fc.assert(
      fc.property(scene, fc.infiniteStream(fc.nat()), ({ people, sizes, seed, levels, pairs }, noise) => {
        const everybody = crowd(people, levels);
        const met = metOf(pairs, everybody);
        const other = [...everybody].map((one) => ({ one, key: noise.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        const again = makeGroups(
          other.map(({ one }) => one),
          { sizes, seed, met },
        );
        expect(again).toEqual(makeGroups(everybody, { sizes, seed, met }));
      }),
      { numRuns: 40 },
    );
  });

  test('are never worse than a random draw', () => {
    fc.assert(
      fc.property(scene, fc.infiniteStream(fc.nat()), ({ people, sizes, seed, levels, pairs }, noise) => {
        const everybody = crowd(people, levels);
        const met = metOf(pairs, everybody);
        const drawn = everybody.map((one) => ({ one, key: noise.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        const random = sizes.map((size) => drawn.splice(0, size).map(({ one }) => one));
        expect(compareGroups(met)(makeGroups(everybody, { sizes, seed, met }), random)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  test('differ from seed to seed, and put everybody with everybody about as often', () => {
    const people = crowd(12);
    const { remember, times } = memory();
    const seen = new Set<string>();
    for (let seed = 0; seed < 600; seed++) {
      const groups = makeGroups(people, { sizes: [3, 3, 3, 3], seed, met: nobodyMet });
      remember(groups);
      seen.add(JSON.stringify(namesOf(groups)));
    }
    expect(seen.size).toBeGreaterThan(590);
    // 600 rounds with 12 pairs each over 66 pairs: 109 times each, more or less.
    expect(times.size).toBe(66);
    expect(Math.min(...times.values())).toBeGreaterThan(70);
    expect(Math.max(...times.values())).toBeLessThan(150);
  });
});

describe('as good as the best of all partitions', () => {
  const small = fc
    .record({ people: fc.integer({ min: 2, max: 9 }), count: fc.integer({ min: 1, max: 4 }), seed: fc.nat(1_000_000) })
    .chain(({ people, count, seed }) =>
      fc.record({
        people: fc.constant(people),
        sizes: fc.constant(sizesOf(people, count)),
        seed: fc.constant(seed),
        levels: fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: people, maxLength: people }),
        pairs: fc.array(fc.tuple(fc.nat(people - 1), fc.nat(people - 1), fc.integer({ min: 1, max: 3 })), { maxLength: 30 }),
      }),
    );

  test('for up to nine people, any past and any levels', () => {
    fc.assert(
      fc.property(small, ({ people, sizes, seed, levels, pairs }) => {
        const everybody = crowd(people, levels);
        const met = metOf(pairs, everybody);
        const order = compareGroups(met);
        let best: Person[][] | null = null;
        for (const candidate of partitions(everybody, sizes)) if (!best || order(candidate, best) < 0) best = candidate;
        const made = costOf(makeGroups(everybody, { sizes, seed, met }), met);
        expect(made).toEqual(costOf(best ?? [], met));
      }),
      { numRuns: 60 },
    );
  });
});

describe('round after round, nobody meets the same people while it can be avoided', () => {
  /** Rounds before the first repeated pair, at most `rounds`. */
  function freshRounds(people: Person[], sizes: readonly number[], rounds: number, seed: number): number {
    const { met, remember } = memory();
    for (let round = 0; round < rounds; round++) {
      const groups = makeGroups(people, { sizes, met, seed: seed * 1_000 + round });
      if (costOf(groups, met).repeats > 0) return round;
      remember(groups);
    }
    return rounds;
  }

  test.each([
    // A round-robin: everybody meets everybody in pairs; six of seven rounds leave a choice, the last is forced.
    [6, 2, 3],
    [12, 2, 6],
    [12, 3, 3],
    [16, 4, 3],
    [20, 4, 3],
    [30, 3, 8],
    [24, 4, 4],
  ])('%i people by %i: no repeated pair in %i rounds', (people, size, rounds) => {
    for (let seed = 1; seed <= 5; seed++)
      expect([seed, freshRounds(crowd(people), sizesOf(people, countFor(people, size)), rounds, seed)]).toEqual([seed, rounds]);
  });

  test('when it cannot be avoided, those who met most are parted first', () => {
    const people = crowd(4);
    const [a = '', b = '', c = '', d = ''] = people.map(({ id }) => id);
    const times = new Map([
      [pair(a, b), 3],
      [pair(c, d), 1],
      [pair(a, c), 2],
      [pair(b, d), 2],
      [pair(a, d), 2],
      [pair(b, c), 1],
    ]);
    const groups = makeGroups(people, { sizes: [2, 2], seed: 7, met: (x, y) => times.get(pair(x, y)) ?? 0 });
    expect(
      namesOf(groups)
        .map((group) => group.join())
        .sort(),
    ).toEqual([`${a},${d}`, `${b},${c}`]);
  });
});

describe('levels', () => {
  test('are spread: totals as even as they can be, when nobody has met', () => {
    const people = crowd(8, [1, 1, 1, 1, 3, 3, 3, 3]);
    for (let seed = 0; seed < 20; seed++) {
      const groups = makeGroups(people, { sizes: [2, 2, 2, 2], seed, met: nobodyMet });
      expect(groups.map((group) => group.reduce((sum, { level }) => sum + (level ?? 0), 0))).toEqual([4, 4, 4, 4]);
    }
  });

  test('never make two people meet again who need not', () => {
    const people = crowd(4, [1, 3, 1, 3]);
    const met: Met = (a, b) => (pair(a, b) === 'p000+p001' || pair(a, b) === 'p002+p003' || pair(a, b) === 'p000+p003' ? 1 : 0);
    expect(costOf(makeGroups(people, { sizes: [2, 2], seed: 3, met }), met).repeats).toBe(0);
  });
});

test('a large promo takes a bounded time and is still served well', () => {
  const people = crowd(120);
  const sizes = sizesOf(120, 30);
  const { met, remember } = memory();
  for (let round = 0; round < 4; round++) {
    const groups = makeGroups(people, { sizes, met, seed: round });
    expect(costOf(groups, met).repeats).toBe(0);
    remember(groups);
  }
});
