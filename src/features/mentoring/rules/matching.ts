import { balance } from './matching/balance.ts';
import { createProver } from './matching/exact.ts';
import { augment } from './matching/flow.ts';
import { at, componentsOf, type Given, type Id, type Market, readMarket, sizeOf } from './matching/market.ts';
import { propose } from './matching/propose.ts';
import { bestStable } from './matching/rotate.ts';
import { anneal, descend } from './matching/search.ts';
import { createSeating, epsilon, fillFree, type Seating } from './matching/seating.ts';

export type { Edge, Given, Id } from './matching/market.ts';

/** What is worth most: `seats`, as many learners with a mentor as can be; `stable`, no pair that blocks. */
export type First = 'seats' | 'stable';

export type Pair<L extends Id = Id, M extends Id = Id> = { learner: L; mentor: M };

export type Matching<L extends Id = Id, M extends Id = Id> = {
  /** By learner, then by mentor; ids in the order of `compareIds`. */
  pairs: Pair<L, M>[];
  unmatched: L[];
  /** Who would both strictly rather be together, also with what the answer gives them. */
  blocking: Pair<L, M>[];
};

/** Edges from which on everything has to be quick. */
const large = 20_000;

/** The best of the stable matchings that breaking ties for a better one, again and again, comes to. */
function raise(market: Market, stable: Int32Array): { seated: Int32Array; isExact: boolean } {
  let best = bestStable(market, stable);
  const rounds = market.edges > large ? 2 : 4;
  for (let round = 1; market.hasTies && round < rounds; round++) {
    const next = bestStable(market, best.seated);
    if (next.total <= best.total + epsilon) break;
    best = next;
  }
  return { seated: best.seated, isExact: best.isExact && !market.hasTies };
}

/** Parts of no more learners than this are searched to the end, when that is soon. */
const mostProved = 40;

function begin(market: Market, first: First, largest: Int32Array, stable: Int32Array): { seating: Seating; isDone: boolean } {
  if (first === 'seats' && sizeOf(stable) < sizeOf(largest)) return { seating: createSeating(market, largest), isDone: false };
  const { seated, isExact } = raise(market, stable);
  return { seating: createSeating(market, seated), isDone: isExact };
}

/** Counted in steps, never in time, so that the answer is the same on any machine. */
function search(seating: Seating, largest: Int32Array, salt: number): void {
  const { market } = seating;
  const isBrief = market.edges > large;
  const reach = isBrief ? { steps: 2, sent: 2, tried: 6 } : { steps: 3, sent: 6, tried: 12 };
  const until = (steps: number) => seating.work() + steps;
  const some = isBrief ? 15 * market.edges : 2_000_000 + 200 * market.edges;
  fillFree(seating);
  // Where everything has to be quick, annealing does more with the same steps.
  if (!isBrief) descend(seating, { work: until(some), reach });
  fillFree(seating);

  const prove = createProver(seating);
  const open = componentsOf(market).filter((part) => {
    if (part.length > mostProved) return true;
    const fewest = part.reduce((count, learner) => (at(largest, learner) < 0 ? count + 1 : count), 0);
    return !prove(part, { fewest, most: 30_000 * part.length });
  });
  if (open.length === 0) return;
  anneal(
    seating,
    // Where nothing blocks, only the total can still grow.
    { work: until(seating.blocking() === 0 ? some : (isBrief ? 4 : 3) * some), reach },
    { seed: salt, among: Int32Array.from(open.flat()), isBrief },
  );
  descend(seating, { work: until(some), reach });
  fillFree(seating);
}

/**
 * Gives learners a mentor. A pair without an edge is forbidden; the scores say how much each side would like the other. Aims, in this order:
 *
 * 1. As many learners seated as any matching can. Exact: a maximum flow (Hopcroft and Karp 1973). More capacity never seats fewer.
 * 2. As few blocking pairs as can be found: a learner and a mentor who have an edge and would both strictly rather be together. Somebody without a mentor wants any;
 *    a mentor with a free seat wants anybody, one whose seats are all taken whoever scores above their lowest. Without equal scores, there is none
 *    whenever a stable matching seats as many: all stable ones seat the same people (Roth 1984), and Gale and Shapley (1962) find one. Otherwise aims 1 and
 *    2 conflict, and the fewest blocking pairs at the largest size is NP-hard, also to come near (Biró, Manlove and Mittal 2010); with equal scores so is to
 *    know whether a stable matching seats as many (Manlove 2013). So it is a heuristic: a stable matching (Király 2011) that is augmented, then chains that make it
 *    better, and simulated annealing. Exact
 *    for small parts that no edge joins to others, where branch and bound comes to its end. None is ever left on a free place.
 * 3. The largest total of both scores among those. Exact for the stable matchings without equal scores (rotations; Irving, Leather and Gusfield 1987) and
 *    for small parts; a heuristic otherwise.
 * 4. Loads that differ by at most one between mentors of identical edges, but for who has no more seats.
 *
 * With `first: 'stable'` no pair blocks, whatever that costs in seats: of the stable matchings, the largest that is found (exact without equal scores, and for
 * small parts; NP-hard otherwise), then the largest total, then even loads.
 *
 * The same people, scores and seed give the same answer in whatever order they come; the seed draws lots among equals. Ids are texts or finite numbers, those of
 * learners apart from those of mentors; `1` and `'1'` are two people. Nobody at all and a capacity of 0 are fine.
 *
 * Throws a `RangeError` for a capacity that is no whole number from 0, or a score out of [0, 1]; a `TypeError` for an id or a seed that is neither text nor
 * finite number; an `Error` for an id given twice on one side, two edges of the same two people, or an edge of somebody who is not given.
 *
 * Time: O(edges × √learners) for the size, a number of steps in proportion to the edges for the search; memory in proportion to the edges.
 */
export const match = <L extends Id, M extends Id>({
  first = 'seats',
  ...given
}: Given<L, M> & { first?: First }): Matching<L, M> => settle(prepare(given), first);

/** What both choices begin with. Throws as `match`. */
export type Prepared<L extends Id = Id, M extends Id = Id> = ReturnType<typeof readMarket<L, M>> & {
  /** The edge of each learner, or -1: of a stable matching, and of one as large as any. */
  stable: Int32Array;
  largest: Int32Array;
};

export function prepare<L extends Id, M extends Id>(given: Given<L, M>): Prepared<L, M> {
  const read = readMarket(given);
  const stable = propose(read.market);
  const largest = stable.slice();
  augment(read.market, largest);
  return { ...read, stable, largest };
}

/** Either choice. Where a stable matching seats as many as any they are one and the same. */
export function matchBoth<L extends Id, M extends Id>(prepared: Prepared<L, M>): Record<First, Matching<L, M>> {
  const seats = settle(prepared, 'seats');
  return { seats, stable: sizeOf(prepared.stable) < sizeOf(prepared.largest) ? settle(prepared, 'stable') : seats };
}

/** Who sits with whom, in any matching of a market. */
export function pairsIn<L extends Id, M extends Id>(
  { market: { learnerOf, mentorOf }, learnerIds, mentorIds }: Prepared<L, M>,
  edges: Int32Array,
): Pair<L, M>[] {
  return Array.from(edges, (edge) => {
    const learner = learnerIds[at(learnerOf, edge)];
    const mentor = mentorIds[at(mentorOf, edge)];
    if (learner === undefined || mentor === undefined) throw new Error('an edge of nobody');
    return { learner, mentor };
  });
}

export const seatedIn = (edges: Int32Array): Int32Array => edges.filter((edge) => edge >= 0);

function settle<L extends Id, M extends Id>(prepared: Prepared<L, M>, first: First): Matching<L, M> {
  const { market, learnerIds, salt, stable, largest } = prepared;
  const { seating, isDone } = begin(market, first, largest, stable);
  if (!isDone) search(seating, largest, salt);
  balance(seating);

  const { learnerOf, mentorOf } = market;
  const blocking = Int32Array.from({ length: market.edges }, (_, edge) => edge).filter(seating.isBlocking);
  blocking.sort((a, b) => at(learnerOf, a) - at(learnerOf, b) || at(mentorOf, a) - at(mentorOf, b));
  return {
    pairs: pairsIn(prepared, seatedIn(seating.seated)),
    unmatched: learnerIds.filter((_, learner) => at(seating.seated, learner) < 0),
    blocking: pairsIn(prepared, blocking),
  };
}
