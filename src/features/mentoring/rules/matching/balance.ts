import { at, type Market, realAt } from './market.ts';
import type { Seating } from './seating.ts';

/** The edges of a mentor, by learner. */
const edgesBy = ({ byMentor, seatFrom, learnerOf }: Market, mentor: number): number[] =>
  Array.from(byMentor.subarray(at(seatFrom, mentor), at(seatFrom, mentor + 1))).sort(
    (a, b) => at(learnerOf, a) - at(learnerOf, b),
  );

/** Mentors whom the same learners may have, at the same scores both ways: groups of two or more. */
function twinsOf(market: Market): number[][] {
  const { mentors, capacity, learnerOf, seatFrom, byMentor, learnerScore, mentorScore } = market;
  const alike = new Map<string, number[]>();
  for (let mentor = 0; mentor < mentors; mentor++) {
    if (at(capacity, mentor) === 0) continue;
    let sum = 0;
    for (let k = at(seatFrom, mentor); k < at(seatFrom, mentor + 1); k++)
      sum = (sum + Math.imul(at(learnerOf, at(byMentor, k)) + 1, 0x9e3779b1)) | 0;
    const key = `${at(seatFrom, mentor + 1) - at(seatFrom, mentor)} ${sum}`;
    const group = alike.get(key);
    if (group) group.push(mentor);
    else alike.set(key, [mentor]);
  }
  const isTwin = (a: readonly number[], b: readonly number[]) =>
    a.every((edge, index) => {
      const other = b[index] ?? -1;
      return (
        learnerOf[edge] === learnerOf[other] &&
        realAt(learnerScore, edge) === realAt(learnerScore, other) &&
        realAt(mentorScore, edge) === realAt(mentorScore, other)
      );
    });
  const groups: number[][] = [];
  for (const candidates of alike.values()) {
    if (candidates.length < 2) continue;
    const found: { edges: number[]; twins: number[] }[] = [];
    for (const mentor of candidates) {
      const edges = edgesBy(market, mentor);
      const same = found.find((group) => isTwin(group.edges, edges));
      if (same) same.twins.push(mentor);
      else found.push({ edges, twins: [mentor] });
    }
    groups.push(...found.map(({ twins }) => twins).filter(({ length }) => length > 1));
  }
  return groups;
}

/**
 * Shares the learners of mentors who cannot be told apart by their edges: loads differ by at most one, but for who has no more seats. It costs nothing as long as no
 * pair blocks on a free place (`fillFree`): when one of them has a free seat nobody wants any of them more than what they have, before as after.
 */
export function balance(seating: Seating): void {
  const { market, load, isFree, sitting, leave, join, settle } = seating;
  const { from, mentorOf, learnerOf } = market;
  for (const twins of twinsOf(market))
    for (;;) {
      const free = twins.filter(isFree);
      if (free.length === 0) break;
      const most = twins.reduce((a, b) => (at(load, b) > at(load, a) ? b : a));
      const least = free.reduce((a, b) => (at(load, b) < at(load, a) ? b : a));
      const [edge] = sitting(most, 1);
      if (edge === undefined || at(load, most) - at(load, least) < 2) break;
      const learner = at(learnerOf, edge);
      const own = market.mentorOf.subarray(at(from, learner), at(from, learner + 1));
      leave(learner);
      settle(at(mentorOf, edge));
      join(at(from, learner) + own.indexOf(least));
      settle(least);
    }
}
