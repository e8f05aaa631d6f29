import { at, realAt } from './market.ts';
import { epsilon, type Seating } from './seating.ts';

/**
 * Looks through every matching of a small part (branch and bound): fewest blocking pairs, then fewest without a seat, then largest total, among those that leave
 * no more people without a seat than now. Writes the best into the seating.
 */
export function createProver(seating: Seating) {
  const { market, seated } = seating;
  const { learners, mentors, capacity, from, mentorOf, learnerOf, wish, seatFrom, byMentor, rank, worth } = market;
  const now = new Int32Array(learners);
  const load = new Int32Array(mentors);
  const worst = new Int32Array(mentors).fill(-1);
  const chosen = new Int32Array(learners).fill(-1);

  /**
   * `fewest`: how many of `part` no matching can seat. Answers whether it came to an end before `most` steps: the part is as good as it can be then.
   */
  return function prove(part: readonly number[], { fewest, most }: { fewest: number; most: number }): boolean {
    const inPart = [...new Set(part.flatMap((learner) => edgesOf(learner).map((edge) => at(mentorOf, edge))))];
    // Those whom mentors want most first: what they do not get decides soonest which pairs block.
    const order = [...part].sort((a, b) => popularity(a) - popularity(b) || a - b);
    const potential = new Float64Array(order.length + 1);
    for (let index = order.length - 1; index >= 0; index--)
      potential[index] =
        realAt(potential, index + 1) + Math.max(0, ...edgesOf(order[index] ?? 0).map((edge) => realAt(worth, edge)));

    let bestWithout = 0;
    let bestTotal = 0;
    for (const learner of part) {
      if (at(seated, learner) < 0) bestWithout++;
      else bestTotal += realAt(worth, at(seated, learner));
    }
    let bestBlocking = part.reduce((sum, learner) => sum + edgesOf(learner).filter(seating.isBlocking).length, 0);
    let best: Int32Array | null = null;
    let steps = 0;
    let blocking = 0;
    let without = 0;
    let total = 0;

    /** Pairs on free places that are no blocking pairs yet. */
    function onFree(): number {
      let count = 0;
      for (const mentor of inPart) {
        if (at(load, mentor) >= at(capacity, mentor)) continue;
        const end = at(seatFrom, mentor + 1);
        steps += end - at(seatFrom, mentor);
        for (let k = Math.max(at(worst, mentor), at(seatFrom, mentor)); k < end; k++) {
          const edge = at(byMentor, k);
          if (at(wish, edge) < at(now, at(learnerOf, edge))) count++;
        }
      }
      return count;
    }

    const canBeBetter = (depth: number): boolean => {
      if (without > bestWithout || blocking > bestBlocking) return false;
      if (blocking < bestBlocking || bestWithout > fewest) return true;
      return total + realAt(potential, depth) > bestTotal + epsilon;
    };

    function end(): void {
      const all = blocking + onFree();
      const isFirst =
        all < bestBlocking ||
        (all === bestBlocking && (without < bestWithout || (without === bestWithout && total > bestTotal + epsilon)));
      if (!isFirst || without > bestWithout) return;
      [bestBlocking, bestWithout, bestTotal] = [all, without, total];
      best = Int32Array.from(order, (learner) => at(chosen, learner));
    }

    /** Wanted places whose worst learner is already worse than this one. */
    function missed(learner: number, until: number): number {
      let count = 0;
      for (let edge = at(from, learner); edge < until; edge++) if (at(rank, edge) < at(worst, at(mentorOf, edge))) count++;
      steps += until - at(from, learner) + 2;
      return count;
    }

    function visit(depth: number): void {
      if (steps > most || !canBeBetter(depth)) return;
      const learner = order[depth];
      if (learner === undefined) {
        end();
        return;
      }
      const [blockingBefore, totalBefore] = [blocking, total];
      for (let edge = at(from, learner); edge < at(from, learner + 1); edge++) {
        const mentor = at(mentorOf, edge);
        if (at(load, mentor) >= at(capacity, mentor)) continue;
        const worstBefore = at(worst, mentor);
        now[learner] = at(wish, edge);
        blocking += missed(learner, at(wish, edge));
        for (let k = Math.max(worstBefore, at(seatFrom, mentor)); k < at(rank, edge); k++) {
          steps++;
          const other = at(byMentor, k);
          if (at(wish, other) < at(now, at(learnerOf, other))) blocking++;
        }
        worst[mentor] = Math.max(worstBefore, at(rank, edge));
        load[mentor] = at(load, mentor) + 1;
        total += realAt(worth, edge);
        chosen[learner] = edge;
        visit(depth + 1);
        load[mentor] = at(load, mentor) - 1;
        worst[mentor] = worstBefore;
        now[learner] = 0;
        blocking = blockingBefore;
        total = totalBefore;
      }
      if (without >= bestWithout) return;
      without++;
      now[learner] = at(from, learner + 1);
      blocking += missed(learner, at(now, learner));
      chosen[learner] = -1;
      visit(depth + 1);
      now[learner] = 0;
      blocking = blockingBefore;
      without--;
    }

    visit(0);
    const found: Int32Array | null = best;
    if (found) write(order, found);
    return steps <= most;
  };

  function edgesOf(learner: number): number[] {
    return Array.from({ length: at(from, learner + 1) - at(from, learner) }, (_, index) => at(from, learner) + index);
  }

  function popularity(learner: number): number {
    const edges = edgesOf(learner);
    return edges.reduce((sum, edge) => sum + at(rank, edge) - at(seatFrom, at(mentorOf, edge)), 0) / Math.max(1, edges.length);
  }

  function write(order: readonly number[], edges: readonly number[] | Int32Array): void {
    const touched = new Set<number>();
    for (const learner of order) {
      const edge = at(seated, learner);
      if (edge < 0) continue;
      seating.leave(learner);
      touched.add(at(mentorOf, edge));
    }
    for (const edge of edges) {
      if (edge < 0) continue;
      seating.join(edge);
      touched.add(at(mentorOf, edge));
    }
    for (const mentor of touched) seating.settle(mentor);
  }
}
