import { balance } from './matching/balance.ts';
import { createProver } from './matching/exact.ts';
import { augment } from './matching/flow.ts';
import { at, componentsOf, type Edge, type Given, type Id, type Market, readMarket, sizeOf } from './matching/market.ts';
import { propose } from './matching/propose.ts';
import { bestStable } from './matching/rotate.ts';
import { createSeating, epsilon, fillFree, isBetter, type Seating } from './matching/seating.ts';
import { descend, wander } from './matching/search.ts';

export type { Edge, Id } from './matching/market.ts';

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

/** The best of the stable matchings that breaking ties for a better one, again and again, comes to. */
function raise(market: Market, stable: Int32Array): { seated: Int32Array; isExact: boolean } {
  let best = bestStable(market, stable);
  for (let round = 1; market.hasTies && round < 4; round++) {
    const next = bestStable(market, best.seated);
    if (next.total <= best.total + epsilon) break;
    best = next;
  }
  return { seated: best.seated, isExact: best.isExact && !market.hasTies };
}

const seat = (market: Market, start: Int32Array): Seating => {
  const seating = createSeating(market, start);
  fillFree(seating);
  return seating;
};

function begin(market: Market, first: First, largest: Int32Array, stable: Int32Array): { seating: Seating; isDone: boolean } {
  const enough = sizeOf(largest);
  if (first === 'stable' || sizeOf(stable) === enough) {
    const { seated, isExact } = raise(market, stable);
    return { seating: createSeating(market, seated), isDone: isExact };
  }
  const forward = propose(market, { among: 'all', enough });
  augment(market, forward);
  const [a, b] = [seat(market, largest), seat(market, forward)];
  return { seating: isBetter(a.worth(), b.worth()) ? a : b, isDone: false };
}

function search(seating: Seating, largest: Int32Array, salt: number): void {
  const { market } = seating;
  const isSmall = market.edges < 20_000;
  const reach = isSmall ? { steps: 3, sent: 6, tried: 12 } : { steps: 2, sent: 2, tried: 6 };
  const work = (share: number) => seating.work() + share * (isSmall ? 2_000_000 + 400 * market.edges : 60 * market.edges);
  descend(seating, { work: work(0.5), reach });
  fillFree(seating);

  const prove = createProver(seating);
  const open = componentsOf(market).filter((part) => {
    if (part.length > 40) return true;
    const fewest = part.reduce((count, learner) => (at(largest, learner) < 0 ? count + 1 : count), 0);
    return !prove(part, { fewest, most: 30_000 * part.length });
  });
  wander(seating, { work: work(1), reach }, { seed: salt, patience: 3_000, among: Int32Array.from(open.flat()) });
}

export function match<L extends Id, M extends Id>(given: Given<L, M> & { first?: First }): Matching<L, M> {
  const { market, learnerIds, mentorIds, salt } = readMarket(given);
  const stable = propose(market, { among: 'equals', enough: market.learners });
  const largest = stable.slice();
  augment(market, largest);
  const { seating, isDone } = begin(market, given.first ?? 'seats', largest, stable);
  if (!isDone) search(seating, largest, salt);
  balance(seating);

  const { learnerOf, mentorOf } = market;
  const named = (edge: number): Pair<L, M> => {
    const learner = learnerIds[at(learnerOf, edge)];
    const mentor = mentorIds[at(mentorOf, edge)];
    if (learner === undefined || mentor === undefined) throw new Error('an edge of nobody');
    return { learner, mentor };
  };
  const blocking = Array.from({ length: market.edges }, (_, edge) => edge).filter(seating.isBlocking);
  blocking.sort((a, b) => at(learnerOf, a) - at(learnerOf, b) || at(mentorOf, a) - at(mentorOf, b));
  return {
    pairs: Array.from(seating.seated.filter((edge) => edge >= 0), named),
    unmatched: learnerIds.filter((_, learner) => at(seating.seated, learner) < 0),
    blocking: blocking.map(named),
  };
}
export type { Given };
