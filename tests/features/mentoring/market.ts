import type { Edge } from '../../../src/features/mentoring/rules/matching.ts';

/** Random people to match, and plain answers to hold the matching against: nothing here knows how the matching works. */

export type Instance = {
  learners: { id: number }[];
  mentors: { id: number; capacity: number }[];
  edges: Edge<number, number>[];
};
export type Seated = { pairs: readonly { learner: number; mentor: number }[] };

/** Numbers from 0 to 1 (xorshift32): the same ones for the same seed. */
export function randomOf(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}

export const families = ['uniform', 'clustered', 'popular', 'scarce', 'ties', 'correlated'] as const;
export type Family = (typeof families)[number];

export type Size = { learners: number; mentors: number; degree: number; capacity?: number };

/** Learners with `degree` acceptable mentors each, on average. */
export function instanceOf(family: Family, { learners, mentors, degree, capacity }: Size, random: () => number): Instance {
  const below = (count: number) => Math.floor(random() * count);
  const groups = Math.max(2, Math.round(mentors / 8));
  // A few mentors whom everybody may have and wants.
  const fame = Array.from({ length: mentors }, () => random() ** (family === 'popular' ? 6 : 1));
  const learnerGroup = Array.from({ length: learners }, () => below(groups));
  const mentorGroup = Array.from({ length: mentors }, () => below(groups));
  const quality = Array.from({ length: learners }, random);
  const room = family === 'scarce' ? 0.6 : 1.1;
  const seats = capacity ?? Math.max(1, (room * learners) / mentors);
  const even = (value: number) => (family === 'ties' ? Math.round(value * 4) / 4 : value);
  const edges: Edge<number, number>[] = [];
  for (let learner = 0; learner < learners; learner++) {
    const chosen = new Set<number>();
    const wanted = Math.min(mentors, Math.max(1, Math.round(degree * (0.5 + random()))));
    for (let tries = 0; chosen.size < wanted && tries < 60 * wanted; tries++) {
      const mentor = below(mentors);
      if (family === 'clustered' && mentorGroup[mentor] !== learnerGroup[learner] && random() < 0.9) continue;
      if (family === 'popular' && random() > 0.05 + (fame[mentor] ?? 0)) continue;
      chosen.add(mentor);
    }
    for (const mentor of chosen) {
      const common = random();
      const near = mentorGroup[mentor] === learnerGroup[learner] ? 0.4 : 0;
      const [learnerScore, mentorScore] =
        family === 'clustered'
          ? [0.6 * random() + near, 0.6 * random() + near]
          : family === 'popular'
            ? [0.3 * random() + 0.7 * (fame[mentor] ?? 0), 0.3 * random() + 0.7 * (quality[learner] ?? 0)]
            : family === 'correlated'
              ? [0.8 * common + 0.2 * random(), 0.8 * common + 0.2 * random()]
              : [random(), random()];
      edges.push({ learner, mentor, learnerScore: even(learnerScore), mentorScore: even(mentorScore) });
    }
  }
  return {
    learners: Array.from({ length: learners }, (_, id) => ({ id })),
    mentors: Array.from({ length: mentors }, (_, id) => ({
      id,
      capacity: Math.max(1, Math.floor(seats * (0.5 + random()) + random())),
    })),
    edges,
  };
}

/** Few people, anything goes: mentors without a seat, learners without an edge, equal scores. */
export function tinyOf(random: () => number): Instance {
  const below = (count: number) => Math.floor(random() * count);
  const learners = below(7);
  const mentors = below(5);
  const share = 0.2 + 0.8 * random();
  const steps = random() < 0.5 ? 3 : 1000;
  const score = () => below(steps + 1) / steps;
  const most = 1 + below(3);
  return {
    learners: Array.from({ length: learners }, (_, id) => ({ id })),
    mentors: Array.from({ length: mentors }, (_, id) => ({ id, capacity: below(most + 1) })),
    edges: Array.from({ length: learners * mentors }, (_, index) => ({
      learner: Math.floor(index / mentors),
      mentor: index % mentors,
      learnerScore: score(),
      mentorScore: score(),
    })).filter(() => random() < share),
  };
}

const keyOf = (learner: number, mentor: number): string => `${learner} ${mentor}`;

/** The pairs that block, as the issue defines them, looked up one by one. */
export function blockingOf({ mentors, edges }: Instance, { pairs }: Seated): { learner: number; mentor: number }[] {
  const edgeOf = new Map(edges.map((edge) => [keyOf(edge.learner, edge.mentor), edge]));
  const own = new Map(pairs.map((pair) => [pair.learner, edgeOf.get(keyOf(pair.learner, pair.mentor))]));
  const guests = new Map(mentors.map(({ id }) => [id, [] as number[]]));
  for (const { learner, mentor } of pairs)
    guests.get(mentor)?.push(edgeOf.get(keyOf(learner, mentor))?.mentorScore ?? Number.NaN);
  const capacity = new Map(mentors.map(({ id, capacity }) => [id, capacity]));
  return edges.filter(({ learner, mentor, learnerScore, mentorScore }) => {
    const has = own.get(learner);
    const seats = capacity.get(mentor) ?? 0;
    const there = guests.get(mentor) ?? [];
    if (has?.mentor === mentor || seats === 0) return false;
    const learnerWants = has === undefined || learnerScore > has.learnerScore;
    return learnerWants && (there.length < seats || mentorScore > Math.min(...there));
  });
}

export function totalOf({ edges }: Instance, { pairs }: Seated): number {
  const worth = new Map(edges.map((edge) => [keyOf(edge.learner, edge.mentor), edge.learnerScore + edge.mentorScore]));
  return pairs.reduce((sum, { learner, mentor }) => sum + (worth.get(keyOf(learner, mentor)) ?? Number.NaN), 0);
}

/** As many as can be seated: a learner after the other, each by any chain of people who move over (Kuhn). */
export function mostSeated({ learners, mentors, edges }: Instance): number {
  const wanted = new Map(learners.map(({ id }) => [id, [] as number[]]));
  for (const { learner, mentor } of edges) wanted.get(learner)?.push(mentor);
  const guests = new Map(mentors.map(({ id }) => [id, [] as number[]]));
  const capacity = new Map(mentors.map(({ id, capacity }) => [id, capacity]));
  const seat = (learner: number, seen: Set<number>): boolean => {
    for (const mentor of wanted.get(learner) ?? []) {
      if (seen.has(mentor)) continue;
      seen.add(mentor);
      const there = guests.get(mentor) ?? [];
      if (there.length < (capacity.get(mentor) ?? 0)) {
        there.push(learner);
        return true;
      }
      const index = there.findIndex((guest) => seat(guest, seen));
      if (index >= 0) {
        there[index] = learner;
        return true;
      }
    }
    return false;
  };
  return learners.filter(({ id }) => seat(id, new Set())).length;
}

export type Best = { size: number; blocking: number; total: number };

/** Every matching, one after the other: the best in the order of the aims, and the best of the stable ones. */
export function bruteForce(instance: Instance): { seats: Best; stable: Best } {
  const { learners, mentors, edges } = instance;
  const none: Best = { size: -1, blocking: 0, total: 0 };
  const best = { seats: none, stable: none };
  const left = new Map(mentors.map(({ id, capacity }) => [id, capacity]));
  const pairs: { learner: number; mentor: number }[] = [];
  const size = mostSeated(instance);
  const isFirst = (a: Best, b: Best) =>
    a.size !== b.size ? a.size > b.size : a.blocking !== b.blocking ? a.blocking < b.blocking : a.total > b.total + 1e-9;
  const visit = (index: number) => {
    const learner = learners[index];
    if (learner === undefined) {
      const found: Best = {
        size: pairs.length,
        blocking: blockingOf(instance, { pairs }).length,
        total: totalOf(instance, { pairs }),
      };
      if (found.size === size && isFirst(found, best.seats)) best.seats = found;
      if (found.blocking === 0 && isFirst(found, best.stable)) best.stable = found;
      return;
    }
    visit(index + 1);
    for (const edge of edges) {
      const room = left.get(edge.mentor) ?? 0;
      if (edge.learner !== learner.id || room === 0) continue;
      left.set(edge.mentor, room - 1);
      pairs.push({ learner: learner.id, mentor: edge.mentor });
      visit(index + 1);
      pairs.pop();
      left.set(edge.mentor, room);
    }
  };
  visit(0);
  return best;
}
