/** Somebody to be placed. `level` is the trainer's own scale, from 1; null when none was given. */
export type Person = { id: string; level: number | null };

/** How often two people were in the same group before. */
export type Met = (a: string, b: string) => number;

/**
 * Sizes of `count` groups of `people` in all: they differ by at most one, the larger first. With fewer people than groups, one each.
 */
export function sizesOf(people: number, count: number): number[] {
  const groups = Math.min(count, people);
  return Array.from({ length: groups }, (_, index) => Math.floor(people / groups) + (index < people % groups ? 1 : 0));
}

/** How many groups of at most `size` people: one fewer when somebody would be alone in one, so that a few have one person more. */
export function countFor(people: number, size: number): number {
  const groups = Math.max(1, Math.ceil(people / size));
  return size > 1 && groups > 1 && Math.floor(people / groups) < 2 ? groups - 1 : groups;
}

/** A generator of numbers from 0 to 1, the same ones for the same seed (Mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fisher and Yates. */
function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const left = [...values];
  const drawn: T[] = [];
  while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn;
}

export type Cost = {
  /** Pairs that worked together before, each weighed by the square of how often: those who met most are parted first. */
  repeats: number;
  /** How far the groups' total levels are from even: the sum of the squares of their distance to the mean, times the number of people squared. */
  uneven: number;
};

/** Levels as distances to their mean, times the number of people so that they are whole; people without one stand at the mean. */
function deviations(people: readonly Person[]): number[] {
  const given = people.flatMap(({ level }) => (level === null ? [] : [level]));
  const total = given.reduce((sum, level) => sum + level, 0);
  return people.map(({ level }) => (level === null ? 0 : level * given.length - total));
}

/** What a partition costs, in the order in which it counts: repeated pairs first, then uneven levels. */
export function costOf(groups: readonly (readonly Person[])[], met: Met): Cost {
  const people = groups.flat();
  const distance = new Map(deviations(people).map((value, index) => [people[index]?.id, value]));
  let repeats = 0;
  let uneven = 0;
  for (const group of groups) {
    group.forEach((person, index) => {
      for (const other of group.slice(index + 1)) repeats += met(person.id, other.id) ** 2;
    });
    uneven += group.reduce((sum, { id }) => sum + (distance.get(id) ?? 0), 0) ** 2;
  }
  return { repeats, uneven };
}

/** Exchanges that are looked at for one answer, whatever the number of people: some tenths of a second at worst. */
const mostLooks = 1_500_000;
/** Starts from scratch, and shakes of the best answer so far. */
const starts = 8;
const mostShakes = 4_000;

/**
 * The search. Both costs are sums over pairs of the same group (of squares of levels' sums too, but for a constant), so that an exchange of
 * two people is weighed in a few additions. `weight` puts any repeated pair before all levels.
 */
function createSearch(people: readonly Person[], sizes: readonly number[], met: Met) {
  const total = people.length;
  const distance = deviations(people);
  const weight = 1 + 4 * distance.reduce((sum, value) => sum + Math.abs(value), 0) ** 2;
  const cost = people.map((a, i) =>
    Float64Array.from(people, (b, j) =>
      i === j ? 0 : weight * met(a.id, b.id) ** 2 + 2 * (distance[i] ?? 0) * (distance[j] ?? 0),
    ),
  );
  const between = (a: number, b: number): number => cost[a]?.[b] ?? 0;
  const isPlain = distance.every((value) => value === 0);
  let looks = 0;

  /** Places one after the other where they add the least, into groups with room; equals by order. */
  function greedy(order: readonly number[]): number[] {
    const room = [...sizes];
    const inside = sizes.map(() => [] as number[]);
    const group = new Array<number>(total).fill(0);
    for (const person of order) {
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let candidate = 0; candidate < sizes.length; candidate++) {
        if ((room[candidate] ?? 0) === 0) continue;
        const added = (inside[candidate] ?? []).reduce((sum, other) => sum + between(person, other), 0);
        if (added < least) [best, least] = [candidate, added];
      }
      group[person] = best;
      room[best] = (room[best] ?? 0) - 1;
      inside[best]?.push(person);
    }
    return group;
  }

  const straight = (order: readonly number[]): number[] => {
    const group = new Array<number>(total).fill(0);
    let next = 0;
    sizes.forEach((size, index) => {
      for (const person of order.slice(next, next + size)) group[person] = index;
      next += size;
    });
    return group;
  };

  /** What a person shares with each group. */
  const sharesOf = (group: readonly number[]): Float64Array[] => {
    looks += (total * total) / 4;
    return people.map((_, person) => {
      const shares = new Float64Array(sizes.length);
      for (let other = 0; other < total; other++) {
        const index = group[other] ?? 0;
        shares[index] = (shares[index] ?? 0) + between(person, other);
      }
      return shares;
    });
  };

  const exchange = (group: number[], shares: readonly Float64Array[], a: number, b: number): void => {
    const [from, to] = [group[a] ?? 0, group[b] ?? 0];
    shares.forEach((own, person) => {
      const moved = between(person, a) - between(person, b);
      own[from] = (own[from] ?? 0) - moved;
      own[to] = (own[to] ?? 0) + moved;
    });
    group[a] = to;
    group[b] = from;
  };

  /** The best exchange again and again, until none is better. */
  function descend(group: number[]): number[] {
    const shares = sharesOf(group);
    for (;;) {
      let best: [number, number] | null = null;
      let gain = 0;
      for (let a = 0; a < total; a++) {
        const from = group[a] ?? 0;
        // Without levels nothing costs less than nothing: an exchange helps only when one of both meets somebody again.
        const isTroubled = !isPlain || (shares[a]?.[from] ?? 0) > 0;
        for (let b = isTroubled ? 0 : total; b < total; b++) {
          const to = group[b] ?? 0;
          if (from === to) continue;
          looks++;
          const change =
            (shares[a]?.[to] ?? 0) +
            (shares[b]?.[from] ?? 0) -
            (shares[a]?.[from] ?? 0) -
            (shares[b]?.[to] ?? 0) -
            2 * between(a, b);
          if (change < gain) [best, gain] = [[a, b], change];
        }
      }
      if (!best || looks > mostLooks) return group;
      exchange(group, shares, ...best);
    }
  }

  const priceOf = (group: readonly number[]): number => {
    let value = 0;
    for (let a = 0; a < total; a++) for (let b = a + 1; b < total; b++) if (group[a] === group[b]) value += between(a, b);
    return value;
  };

  /** A few random exchanges, from which `descend` finds another valley. */
  function shake(group: readonly number[], random: () => number): number[] {
    const shaken = [...group];
    const exchanges = 2 + Math.floor(random() * Math.min(6, Math.max(1, total / 3)));
    for (let count = 0; count < exchanges; count++) {
      const a = Math.floor(random() * total);
      const b = Math.floor(random() * total);
      [shaken[a], shaken[b]] = [shaken[b] ?? 0, shaken[a] ?? 0];
    }
    return shaken;
  }

  return {
    greedy,
    straight,
    descend,
    shake,
    priceOf,
    isOver: () => looks > mostLooks,
    /** No partition can cost less: no pair repeated, no level given. */
    isPerfect: (group: readonly number[]) => isPlain && priceOf(group) === 0,
  };
}

/**
 * Groups of the given sizes, at random and then made better: as few people as possible meet somebody again, and among the equal answers
 * those whose levels are the most even. Same people, sizes, past and seed: same groups, in whatever order the people come.
 *
 * The answer costs at most as much as the plain draw of the same seed. It is the best one wherever an exhaustive search could tell (see the
 * tests); for more people nobody can promise that in bounded time, the problem being NP-hard (it contains the social golfer problem).
 */
export function makeGroups(
  given: readonly Person[],
  { sizes, met, seed }: { sizes: readonly number[]; met: Met; seed: number },
): Person[][] {
  const people = [...given].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  if (sizes.reduce((sum, size) => sum + size, 0) !== people.length) throw new Error('sizes that do not hold these people');
  const random = randomFrom(seed);
  const search = createSearch(people, sizes, met);
  const order = () =>
    shuffled(
      people.map((_, index) => index),
      random,
    );

  let best = search.straight(order());
  const keep = (candidate: number[]) => {
    if (search.priceOf(candidate) < search.priceOf(best)) best = candidate;
  };
  if (!search.isPerfect(best)) keep(search.descend([...best]));
  for (let start = 1; start < starts && !search.isPerfect(best) && !search.isOver(); start++)
    keep(search.descend(search.greedy(order())));
  let current = best;
  for (let count = 0; count < mostShakes && !search.isPerfect(best) && !search.isOver(); count++) {
    const candidate = search.descend(search.shake(current, random));
    keep(candidate);
    // A valley as deep as this one is as good a place to go on from; now and then any other is.
    if (search.priceOf(candidate) <= search.priceOf(current) || random() < 0.05) current = candidate;
  }
  return sizes.map((_, group) => people.filter((_person, index) => best[index] === group));
}
