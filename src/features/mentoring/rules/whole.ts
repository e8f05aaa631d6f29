import type { MatchedLearner, MatchedMentor } from '../../../kernel/mentoring.ts';
import { createScales, edgesOf, fewPairs, mostEdges, mostOf, type Scales } from './edge.ts';
import {
  type Edge,
  type First,
  type Matching,
  matchBoth,
  type Pair,
  type Prepared,
  pairsIn,
  prepare,
  seatedIn,
} from './matching.ts';
import type { Weighing } from './part.ts';

/** A pair that is fixed already, at the scores that it had when it was. */
export type Held = Edge<string, string>;

export type Community = {
  learners: readonly MatchedLearner[];
  /** `seats` are those that no pair takes, a held one neither. */
  mentors: readonly MatchedMentor[];
  held?: readonly Held[];
  weighing: Weighing;
  seed: number;
  /** For tests: edges of a learner. */
  most?: number;
};

export type Whole = {
  /** Without the held pairs, but for `blocking`, which is of all pairs together. */
  of: Readonly<Record<First, Matching<string, string>>>;
  /** Whether any mentor would do for this learner, whoever has the seats. */
  suits(learner: MatchedLearner): boolean;
};

/** Pairs that are weighed at most in looking for a way round, beyond the first step: some ten seconds. */
const mostLooked = 20_000_000;

type Known = ReadonlyMap<string, ReadonlySet<string>>;

const knownAmong = (edges: readonly Edge<string, string>[]): Known => {
  const known = new Map<string, Set<string>>();
  for (const { learner, mentor } of edges) {
    const own = known.get(learner);
    if (own) own.add(mentor);
    else known.set(learner, new Set([mentor]));
  }
  return known;
};

type Room = ReadonlyMap<string, number>;

/** Those whom these pairs leave a seat, by index. */
function freeAfter(scales: Scales, room: Room, pairs: readonly Pair<string, string>[]): number[] {
  const left = new Map(room);
  for (const { mentor } of pairs) left.set(mentor, (left.get(mentor) ?? 0) - 1);
  return [...left].flatMap(([id, seats]) => (seats > 0 ? [scales.indexOf(id)] : [])).sort((a, b) => a - b);
}

/**
 * Edges that nobody looked at, and by which one more learner finds a seat: searched backwards from the free seats, over all pairs that may be (Berge 1957: a matching
 * that no such way enlarges is as large as any). None when there is no way. `isBrief`: only from somebody without a seat straight to a free one.
 */
function missing(
  { scales, learners, room, known }: { scales: Scales; learners: readonly MatchedLearner[]; room: Room; known: Known },
  pairs: readonly Pair<string, string>[],
  { isBrief }: { isBrief: boolean },
): Edge<string, string>[] {
  const mentorOf = new Map(pairs.map(({ learner, mentor }) => [learner, scales.indexOf(mentor)]));
  const most = Math.max(mostEdges, Math.floor(fewPairs / 2 / learners.length));
  const added: Edge<string, string>[] = [];
  const passed = new Set<number>();
  const free = freeAfter(scales, room, pairs);
  for (const learner of learners)
    if (!mentorOf.has(learner.id))
      for (const edge of scales.among(learner, free, most)) if (!known.get(learner.id)?.has(edge.mentor)) added.push(edge);
  if (isBrief || added.length > 0) return added;

  let waiting = learners;
  let looked = 0;
  for (let frontier = free; frontier.length > 0; ) {
    const next: number[] = [];
    const left: MatchedLearner[] = [];
    let isFound = false;
    for (const learner of waiting) {
      const own = mentorOf.get(learner.id) ?? -1;
      const found = scales.among(learner, frontier, own < 0 ? most : mostEdges, own);
      if (found.length === 0) {
        left.push(learner);
        continue;
      }
      for (const edge of found) if (!known.get(learner.id)?.has(edge.mentor)) added.push(edge);
      if (own < 0) isFound = true;
      else if (!passed.has(own)) {
        passed.add(own);
        next.push(own);
      }
    }
    if (isFound) return added;
    looked += waiting.length * frontier.length;
    if (looked > mostLooked) return [];
    waiting = left;
    frontier = next;
  }
  return [];
}

/** Who would both strictly rather be together than with whom all these pairs give them. */
function blockingAmong(
  edges: readonly Edge<string, string>[],
  pairs: readonly Edge<string, string>[],
  room: Room,
): Pair<string, string>[] {
  const has = new Map<string, number>();
  const load = new Map<string, { count: number; worst: number }>();
  for (const { learner, mentor, learnerScore, mentorScore } of pairs) {
    has.set(learner, learnerScore);
    const { count, worst } = load.get(mentor) ?? { count: 0, worst: 1 };
    load.set(mentor, { count: count + 1, worst: Math.min(worst, mentorScore) });
  }
  return edges
    .filter(({ learner, mentor, learnerScore, mentorScore }) => {
      const seats = room.get(mentor) ?? 0;
      const { count, worst } = load.get(mentor) ?? { count: 0, worst: 1 };
      return seats > 0 && learnerScore > (has.get(learner) ?? -1) && (count < seats || mentorScore > worst);
    })
    .map(({ learner, mentor }) => ({ learner, mentor }));
}

/** A community laid out for its matching, whose edges may still be too few. */
function layOut({ learners, mentors, held = [], weighing, seed, most }: Community) {
  const heldBy = Map.groupBy(held, ({ mentor }) => mentor);
  const all = mentors.map((mentor) => ({ ...mentor, seats: mentor.seats + (heldBy.get(mentor.id)?.length ?? 0) }));
  const scales = createScales(all, weighing);
  const kept = most ?? mostOf(learners.length, all.length);
  const fixed = new Set(held.map(({ learner }) => learner));
  const room = new Map(mentors.map(({ id, seats }) => [id, Math.max(0, seats)]));
  return {
    scales,
    held,
    room,
    all,
    loose: learners.filter(({ id }) => !fixed.has(id)),
    isCut: kept < all.length,
    isLoose: ({ learner, mentor }: Edge<string, string>) => !fixed.has(learner) && (room.get(mentor) ?? 0) > 0,
    edges: edgesOf(learners, all, { weighing, most: kept, scales }),
    seed,
  };
}
type Layout = ReturnType<typeof layOut>;

/** True when there were edges to add. */
function widen({ scales, edges, loose, room, isCut }: Layout, pairs: readonly Pair<string, string>[], isBrief: boolean): boolean {
  if (!isCut || pairs.length === loose.length || freeAfter(scales, room, pairs).length === 0) return false;
  const added = missing({ scales, learners: loose, room, known: knownAmong(edges) }, pairs, { isBrief });
  for (const edge of added) edges.push(edge);
  return added.length > 0;
}

/** Adds edges until no others would seat more. */
function reach(layout: Layout): Prepared<string, string> {
  const { loose, room, held, isLoose, seed } = layout;
  const people = {
    learners: loose.map(({ id }) => ({ id })),
    mentors: [...room].map(([id, capacity]) => ({ id, capacity })),
  };
  for (;;) {
    const edges = held.length === 0 ? layout.edges : layout.edges.filter(isLoose);
    const prepared = prepare({ ...people, edges, seed });
    if (!widen(layout, pairsIn(prepared, seatedIn(prepared.largest)), false)) return prepared;
  }
}

/** How many learners a community can seat. */
export const mostSeated = (community: Community): number => seatedIn(reach(layOut(community)).largest).length;

/**
 * Matches a community both ways, around the pairs that are held. Where there are too many pairs to weigh them all, each learner is matched with the best of the mentors who
 * share the most with them; whoever that leaves without a seat is weighed with all who have one left, and so are those who would have to move, again until nobody more is
 * seated. So as many are seated as if all pairs had been weighed (beyond 20 million pairs on the way: as far as one step shows), and with either choice nobody is left
 * without a mentor beside a free seat of one who would do. Pairs that block are those among the pairs that were weighed.
 */
export function matchWhole(community: Community): Whole {
  const layout = layOut(community);
  const { held, edges, all, scales } = layout;
  let both = matchBoth(reach(layout));
  while (widen(layout, both.stable.pairs, true)) both = matchBoth(reach(layout));
  const withHeld = (matching: Matching<string, string>): Matching<string, string> => {
    const scored = new Map(edges.map((edge) => [`${edge.learner} ${edge.mentor}`, edge]));
    const now = (pair: Pair<string, string>) => scored.get(`${pair.learner} ${pair.mentor}`);
    const pairs = [...matching.pairs.flatMap((pair) => now(pair) ?? []), ...held.map((pair) => now(pair) ?? pair)];
    const seats = new Map(all.map((mentor) => [mentor.id, mentor.seats]));
    return { ...matching, blocking: blockingAmong(edges, pairs, seats) };
  };
  const isOne = both.stable === both.seats;
  const seats = held.length === 0 ? both.seats : withHeld(both.seats);
  const stable = isOne ? seats : held.length === 0 ? both.stable : withHeld(both.stable);
  return { of: { seats, stable }, suits: scales.suits };
}
