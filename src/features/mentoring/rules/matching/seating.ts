import { at, type Market, realAt, seatsOf } from './market.ts';

/** Totals are sums of sums: what is nearer than this is equal. */
export const epsilon = 1e-9;

/** How good a matching of a given size is: `blocked` first (pairs that block, then learners without a seat), then the total of the scores. */
export type Worth = { blocked: number; total: number };

export const isBetter = (a: Worth, b: Worth): boolean =>
  a.blocked < b.blocked || (a.blocked === b.blocked && a.total > b.total + epsilon);

export type Seating = ReturnType<typeof createSeating>;

/**
 * A matching that knows its blocking pairs at any moment. Each step costs what it changes: the edges between the old and the new place of a learner, and
 * between the old and the new limit of a mentor. `leave` and `join` may be mixed freely between two `settle`s of the mentors concerned, as long as no
 * mentor has more learners than seats.
 */
export function createSeating(market: Market, start: Int32Array) {
  const { learners, mentors, capacity, from, mentorOf, learnerOf, wish, seatFrom, byMentor, rank, worth } = market;
  const firstSeat = seatsOf(market);
  const seats = new Int32Array(at(firstSeat, mentors));
  const load = new Int32Array(mentors);
  const seatOf = new Int32Array(learners);
  const seated = new Int32Array(learners).fill(-1);
  /** What a learner strictly wants has a smaller `wish`. */
  const now = Int32Array.from({ length: learners }, (_, learner) => at(from, learner + 1));
  /** Whom a mentor strictly wants has a smaller `rank`; above everybody while a seat is free. */
  const limit = Int32Array.from({ length: mentors }, (_, mentor) => at(seatFrom, at(capacity, mentor) > 0 ? mentor + 1 : mentor));
  /** Pairs of who moved and their edge before. */
  const trail: number[] = [];
  let blocking = 0;
  let without = learners;
  let total = 0;
  let work = 0;
  for (let edge = 0; edge < market.edges; edge++) if (at(capacity, at(mentorOf, edge)) > 0) blocking++;

  function setNow(learner: number, next: number): void {
    const old = at(now, learner);
    now[learner] = next;
    const low = Math.min(old, next);
    const high = Math.max(old, next);
    let changed = 0;
    for (let edge = low; edge < high; edge++) if (at(rank, edge) < at(limit, at(mentorOf, edge))) changed++;
    blocking += next > old ? changed : -changed;
    work += high - low + 4;
  }

  /** After the learners of a mentor changed. */
  function settle(mentor: number): void {
    let next = at(seatFrom, at(capacity, mentor) > 0 ? mentor + 1 : mentor);
    if (at(load, mentor) === at(capacity, mentor) && at(load, mentor) > 0) {
      next = 0;
      const begin = at(firstSeat, mentor);
      for (let seat = begin; seat < begin + at(load, mentor); seat++) next = Math.max(next, at(rank, at(seats, seat)));
    }
    const old = at(limit, mentor);
    if (old === next) return;
    limit[mentor] = next;
    const low = Math.min(old, next);
    const high = Math.max(old, next);
    let changed = 0;
    for (let k = low; k < high; k++) {
      const edge = at(byMentor, k);
      if (at(wish, edge) < at(now, at(learnerOf, edge))) changed++;
    }
    blocking += next > old ? changed : -changed;
    work += high - low + 4;
  }

  function unseat(learner: number): void {
    const edge = at(seated, learner);
    const mentor = at(mentorOf, edge);
    const left = at(load, mentor) - 1;
    const last = at(seats, at(firstSeat, mentor) + left);
    const seat = at(seatOf, learner);
    seats[seat] = last;
    seatOf[at(learnerOf, last)] = seat;
    load[mentor] = left;
    seated[learner] = -1;
    total -= realAt(worth, edge);
    without++;
    setNow(learner, at(from, learner + 1));
  }

  function seat(edge: number): void {
    const learner = at(learnerOf, edge);
    const mentor = at(mentorOf, edge);
    const free = at(firstSeat, mentor) + at(load, mentor);
    seats[free] = edge;
    seatOf[learner] = free;
    load[mentor] = at(load, mentor) + 1;
    seated[learner] = edge;
    total += realAt(worth, edge);
    without--;
    setNow(learner, at(wish, edge));
  }

  function leave(learner: number): void {
    trail.push(learner, at(seated, learner));
    unseat(learner);
  }

  /** The learner of the edge has no seat, and its mentor a free one. */
  function join(edge: number): void {
    trail.push(at(learnerOf, edge), -1);
    seat(edge);
  }

  /** Undoes everything since the trail was `mark` long. */
  function goBack(mark: number): void {
    const touched: number[] = [];
    while (trail.length > mark) {
      const edge = trail.pop() ?? -1;
      const learner = trail.pop() ?? 0;
      touched.push(at(mentorOf, edge < 0 ? at(seated, learner) : edge));
      if (edge < 0) unseat(learner);
      else seat(edge);
    }
    for (const mentor of touched) settle(mentor);
  }

  for (const edge of start) if (edge >= 0) seat(edge);
  for (let mentor = 0; mentor < mentors; mentor++) settle(mentor);

  return {
    market,
    seated,
    now,
    limit,
    load,
    leave,
    join,
    settle,
    goBack,
    mark: () => trail.length,
    /** Who moved since, each once. */
    movedSince: (mark: number): number[] => [...new Set(trail.slice(mark).filter((_, index) => index % 2 === 0))],
    forget: () => {
      trail.length = 0;
    },
    blocking: () => blocking,
    work: () => work,
    spend: (steps: number) => {
      work += steps;
    },
    blocked: () => blocking * (learners + 1) + without,
    total: () => total,
    worth: (): Worth => ({ blocked: blocking * (learners + 1) + without, total }),
    isFree: (mentor: number) => at(load, mentor) < at(capacity, mentor),
    isBlocking: (edge: number) => at(wish, edge) < at(now, at(learnerOf, edge)) && at(rank, edge) < at(limit, at(mentorOf, edge)),
    /** The edges of who sits with a mentor, worst first, at most `most`. */
    sitting: (mentor: number, most: number): number[] => {
      const begin = at(firstSeat, mentor);
      const edges = Array.from(seats.subarray(begin, begin + at(load, mentor)));
      if (edges.length > 1) edges.sort((a, b) => at(market.place, b) - at(market.place, a));
      if (edges.length > most) edges.length = most;
      return edges;
    },
  };
}

/**
 * Gives each free place to the one of those who want it whom the mentor wants most, again and again: each move makes a learner better off, so it ends, and
 * the number of blocking pairs never grows. None is left on a free place. Nobody loses a seat.
 */
export function fillFree(seating: Seating): void {
  const { market, now, isFree, leave, join, settle, seated } = seating;
  const { mentors, seatFrom, byMentor, learnerOf, mentorOf, wish } = market;
  const waiting = Array.from({ length: mentors }, (_, mentor) => mentor).filter(isFree);
  for (let mentor = waiting.pop(); mentor !== undefined; mentor = waiting.pop())
    for (let k = at(seatFrom, mentor); k < at(seatFrom, mentor + 1) && isFree(mentor); k++) {
      const edge = at(byMentor, k);
      const learner = at(learnerOf, edge);
      if (at(wish, edge) >= at(now, learner)) continue;
      const old = at(seated, learner);
      if (old >= 0) {
        leave(learner);
        settle(at(mentorOf, old));
        waiting.push(at(mentorOf, old));
      }
      join(edge);
      settle(mentor);
    }
}
