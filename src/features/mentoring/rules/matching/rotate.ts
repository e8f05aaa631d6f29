import { bestClosure } from './closure.ts';
import { at, type Market, realAt, seatsOf } from './market.ts';

/** Strict orders of both sides: `list` as the market's `from` cuts it, best first; `place` of an edge among those of its mentor. */
type Orders = { list: Int32Array; place: Int32Array; byMentor: Int32Array };

/** Ties broken in favour of a stable matching, which is then stable in the strict sense too. */
function ordersFor(market: Market, seated: Int32Array): Orders {
  const { edges, learners, wish, rank, byMentor, learnerOf } = market;
  const list = Int32Array.from({ length: edges }, (_, edge) => edge);
  if (!market.hasTies) return { list, place: market.place, byMentor };
  for (let learner = 0; learner < learners; learner++) {
    const edge = at(seated, learner);
    if (edge < 0) continue;
    const first = at(wish, edge);
    list.copyWithin(first + 1, first, edge);
    list[first] = edge;
  }
  const mentorList = byMentor.slice();
  const isSeated = (edge: number) => seated[at(learnerOf, edge)] === edge;
  let begin = 0;
  for (let k = 1; k <= edges; k++) {
    if (k < edges && at(rank, at(byMentor, k)) === begin) continue;
    const same = byMentor.subarray(begin, k);
    if (same.length > 1) mentorList.set([...same.filter(isSeated), ...same.filter((edge) => !isSeated(edge))], begin);
    begin = k;
  }
  const place = new Int32Array(edges);
  mentorList.forEach((edge, k) => {
    place[edge] = k;
  });
  return { list, place, byMentor: mentorList };
}

/**
 * The stable matching of the largest total among those of one way to break the ties, the one that `seated` (stable) is of. Exact, but for `isExact` false: the
 * best one on a chain of the lattice then, when the exact answer would take too long.
 *
 * Stable matchings are a lattice; from the best one for all learners, each of them is reached by rotations: learners l₁ … lₖ, each the worst at their mentor,
 * each moving to the place of the next one, the first mentor below who prefers them to that one (Gusfield and Irving 1989; with capacities Cheng, McDermid and
 * Suzuki 2008). A rotation needs others before it; a set of rotations that holds what each needs is a stable matching, so the best total is a closure of
 * the largest value (Irving, Leather and Gusfield 1987).
 */
export function bestStable(market: Market, given: Int32Array): { seated: Int32Array; total: number; isExact: boolean } {
  const { learners, mentors, edges, capacity, from, mentorOf, learnerOf, worth } = market;
  const { list, place, byMentor } = ordersFor(market, given);
  const seatFrom = seatsOf(market);
  const seats = new Int32Array(at(seatFrom, mentors));
  const load = new Int32Array(mentors);
  const seated = new Int32Array(learners).fill(-1);
  /** Where in `list` each learner is. */
  const spot = from.slice(0, learners);

  const worstSeat = (mentor: number): number => {
    let worst = at(seatFrom, mentor);
    for (let seat = worst + 1; seat < at(seatFrom, mentor) + at(load, mentor); seat++)
      if (at(place, at(seats, seat)) > at(place, at(seats, worst))) worst = seat;
    return worst;
  };

  // The best one for all learners, of these orders.
  const waiting = Array.from({ length: learners }, (_, learner) => learner);
  for (let learner = waiting.pop(); learner !== undefined; learner = waiting.pop())
    for (; at(spot, learner) < at(from, learner + 1); spot[learner] = at(spot, learner) + 1) {
      const edge = at(list, at(spot, learner));
      const mentor = at(mentorOf, edge);
      if (at(load, mentor) < at(capacity, mentor)) {
        seats[at(seatFrom, mentor) + at(load, mentor)] = edge;
        load[mentor] = at(load, mentor) + 1;
        seated[learner] = edge;
        break;
      }
      if (at(capacity, mentor) === 0) continue;
      const seat = worstSeat(mentor);
      const other = at(seats, seat);
      if (at(place, other) < at(place, edge)) continue;
      seats[seat] = edge;
      seated[learner] = edge;
      seated[at(learnerOf, other)] = -1;
      waiting.push(at(learnerOf, other));
      break;
    }

  const begun = seated.slice();
  const worst = Int32Array.from({ length: mentors }, (_, mentor) => (at(load, mentor) > 0 ? worstSeat(mentor) : -1));
  /** Which rotation took an edge off the mentor's list, and which was the last at a mentor. */
  const takenBy = new Int32Array(edges).fill(-1);
  const lastAt = new Int32Array(mentors).fill(-1);
  const values: number[] = [];
  const needs: number[] = [];
  const moves: { rotation: number; learner: number; edge: number }[] = [];
  let total = 0;
  for (const edge of seated) if (edge >= 0) total += realAt(worth, edge);
  let best = { total, rotations: 0 };

  /** The first place below that would have this learner rather than its worst; -1 when there is none. */
  function below(learner: number): number {
    let index = at(spot, learner) + 1;
    for (; index < at(from, learner + 1); index++) {
      const edge = at(list, index);
      const mentor = at(mentorOf, edge);
      if (at(capacity, mentor) === 0) continue;
      // Who had less than a free place would block with it.
      if (at(load, mentor) < at(capacity, mentor)) return -1;
      if (at(place, edge) < at(place, at(seats, at(worst, mentor)))) return index;
    }
    return -1;
  }

  const onPath = new Int32Array(mentors).fill(-1);
  const path: number[] = [];
  const target: number[] = [];
  /** Nobody leaves these any more. */
  const isLast = new Int32Array(mentors);

  function turn(begin: number): void {
    const rotation = values.length;
    let value = 0;
    const ring = path.slice(begin);
    const spots = target.slice(begin);
    const leaving = ring.map((mentor) => at(seats, at(worst, mentor)));
    const needed = new Set<number>();
    leaving.forEach((edge, step) => {
      const learner = at(learnerOf, edge);
      const mentor = at(mentorOf, edge);
      const index = spots[step] ?? 0;
      for (let k = at(spot, learner) + 1; k < index; k++) needed.add(at(takenBy, at(list, k)));
      needed.add(at(lastAt, mentor));
      const gained = at(list, index);
      value += realAt(worth, gained) - realAt(worth, edge);
      spot[learner] = index;
      seats[at(worst, at(mentorOf, gained))] = gained;
      seated[learner] = gained;
      moves.push({ rotation, learner, edge: gained });
    });
    ring.forEach((mentor, step) => {
      const end = at(place, leaving[step] ?? 0);
      worst[mentor] = worstSeat(mentor);
      for (let k = at(place, at(seats, at(worst, mentor))) + 1; k <= end; k++)
        if (at(takenBy, at(byMentor, k)) < 0) takenBy[at(byMentor, k)] = rotation;
      lastAt[mentor] = rotation;
    });
    for (const other of needed) if (other >= 0) needs.push(rotation, other);
    values.push(value);
    total += value;
    if (total > best.total) best = { total, rotations: values.length };
    for (const mentor of ring) onPath[mentor] = -1;
    path.length = begin;
    target.length = begin;
  }

  for (let first = 0; first < mentors; first++) {
    if (at(load, first) === 0 || at(load, first) < at(capacity, first)) continue;
    while (at(isLast, first) === 0) {
      const mentor = path.at(-1) ?? first;
      if (path.length === 0) {
        path.push(first);
        onPath[first] = 0;
      }
      const index = below(at(learnerOf, at(seats, at(worst, mentor))));
      const to = index < 0 ? -1 : at(mentorOf, at(list, index));
      if (to < 0 || at(isLast, to) === 1) {
        isLast[mentor] = 1;
        onPath[mentor] = -1;
        path.pop();
        target.pop();
        continue;
      }
      target[path.length - 1] = index;
      if (at(onPath, to) >= 0) turn(at(onPath, to));
      else {
        onPath[to] = path.length;
        path.push(to);
      }
    }
  }
  const inside = bestClosure(Float64Array.from(values), needs, 20 * edges + 100_000);
  const answer = begun;
  for (const { rotation, learner, edge } of moves)
    if (inside ? at(inside, rotation) === 1 : rotation < best.rotations) answer[learner] = edge;
  let sum = 0;
  for (const edge of answer) if (edge >= 0) sum += realAt(worth, edge);
  return { seated: answer, total: sum, isExact: inside !== null };
}
