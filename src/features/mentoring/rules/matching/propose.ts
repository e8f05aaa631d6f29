import { at, type Market, seatsOf } from './market.ts';

/**
 * Learners propose, mentors keep the best (Gale and Shapley 1962, with capacities as Roth 1984): a stable matching. With ties it seats at least two thirds of
 * what the largest stable one does (Király 2011): who has been refused by everybody begins again, and is put before those whom a mentor likes as much;
 * within a class of equal wishes a free place is taken first, and somebody who has as good a free place elsewhere makes room.
 *
 * Answers the edge of each learner, or -1.
 */
export function propose(market: Market): Int32Array {
  const { learners, mentors, capacity, from, mentorOf, wish, place, rank, hasTies } = market;
  const seatFrom = seatsOf(market);
  const seats = new Int32Array(at(seatFrom, mentors));
  const load = new Int32Array(mentors);
  const seated = new Int32Array(learners).fill(-1);
  const next = from.slice(0, learners);
  const turn = new Int32Array(learners);
  const most = Number(hasTies);

  const isFree = (mentor: number) => at(load, mentor) < at(capacity, mentor);

  /** Whether the mentor would rather have `a` than `b`, both edges of theirs. */
  function isBefore(a: number, b: number): boolean {
    const put = at(turn, at(market.learnerOf, a)) - at(turn, at(market.learnerOf, b));
    const liked = at(rank, b) - at(rank, a);
    const first = liked || put;
    return first === 0 ? at(place, a) < at(place, b) : first > 0;
  }

  /** Another place that the learner likes as much and that is free; -1 when there is none. */
  function freeEqual(edge: number, end: number): number {
    for (let other = at(wish, edge); other < end && at(wish, other) === at(wish, edge); other++)
      if (isFree(at(mentorOf, other))) return other;
    return -1;
  }

  const sit = (learner: number, edge: number) => {
    const mentor = at(mentorOf, edge);
    seats[at(seatFrom, mentor) + at(load, mentor)] = edge;
    load[mentor] = at(load, mentor) + 1;
    seated[learner] = edge;
  };

  const waiting = Array.from({ length: learners }, (_, learner) => learners - 1 - learner);
  for (let learner = waiting.pop(); learner !== undefined; learner = waiting.pop()) {
    const end = at(from, learner + 1);
    while (at(seated, learner) < 0) {
      let edge = at(next, learner);
      if (edge >= end) {
        if (at(turn, learner) >= most || end === at(from, learner)) break;
        turn[learner] = at(turn, learner) + 1;
        edge = at(from, learner);
      }
      const free = hasTies ? freeEqual(edge, end) : -1;
      if (free >= 0) edge = free;
      else next[learner] = edge + 1;
      const mentor = at(mentorOf, edge);
      if (isFree(mentor)) {
        sit(learner, edge);
        break;
      }
      if (at(capacity, mentor) === 0) continue;
      let worst = at(seatFrom, mentor);
      let moves = -1;
      for (let seat = worst; seat < at(seatFrom, mentor + 1); seat++) {
        const other = at(seats, seat);
        if (isBefore(at(seats, worst), other)) worst = seat;
        if (hasTies && moves < 0 && freeEqual(other, at(from, at(market.learnerOf, other) + 1)) >= 0) moves = seat;
      }
      const seat = moves >= 0 ? moves : worst;
      const other = at(seats, seat);
      if (moves < 0 && !isBefore(edge, other)) continue;
      const loser = at(market.learnerOf, other);
      seats[seat] = edge;
      seated[learner] = edge;
      seated[loser] = -1;
      const elsewhere = moves < 0 ? -1 : freeEqual(other, at(from, loser + 1));
      if (elsewhere >= 0) {
        sit(loser, elsewhere);
      } else waiting.push(loser);
    }
  }
  return seated;
}
