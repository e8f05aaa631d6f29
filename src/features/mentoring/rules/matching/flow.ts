import { at, type Market, seatsOf } from './market.ts';

/**
 * Seats as many learners as can be, beginning with those who are seated, in place: shortest augmenting paths by phases (Hopcroft and Karp 1973), with
 * capacities. O(edges × √learners). Nobody who was seated loses their seat, though it may be another one. `seated[l]` is an edge or -1.
 */
export function augment(market: Market, seated: Int32Array): void {
  const { learners, mentors, capacity, from, mentorOf } = market;
  const seatFrom = seatsOf(market);
  const seats = new Int32Array(at(seatFrom, mentors));
  const load = new Int32Array(mentors);
  const sit = (learner: number, edge: number) => {
    const mentor = at(mentorOf, edge);
    seats[at(seatFrom, mentor) + at(load, mentor)] = learner;
    load[mentor] = at(load, mentor) + 1;
  };
  seated.forEach((edge, learner) => {
    if (edge >= 0) sit(learner, edge);
  });

  const depthOf = new Int32Array(learners);
  const mentorDepth = new Int32Array(mentors);
  const queue = new Int32Array(learners);
  const nextEdge = new Int32Array(learners);
  const nextSeat = new Int32Array(mentors);
  const pathLearner = new Int32Array(learners + 1);
  const pathEdge = new Int32Array(learners + 1);
  const pathSeat = new Int32Array(learners + 1);

  /** Layers from the learners without a seat; false when no free place can be reached. */
  function layer(): boolean {
    depthOf.fill(-1);
    mentorDepth.fill(-1);
    let tail = 0;
    for (let learner = 0; learner < learners; learner++)
      if (at(seated, learner) < 0) {
        depthOf[learner] = 0;
        queue[tail++] = learner;
      }
    let last = learners + 1;
    for (let head = 0; head < tail; head++) {
      const learner = at(queue, head);
      const depth = at(depthOf, learner);
      if (depth >= last) break;
      for (let edge = at(from, learner); edge < at(from, learner + 1); edge++) {
        const mentor = at(mentorOf, edge);
        if (at(mentorDepth, mentor) >= 0 || at(capacity, mentor) === 0) continue;
        mentorDepth[mentor] = depth;
        if (at(load, mentor) < at(capacity, mentor)) last = depth + 1;
        else
          for (let seat = at(seatFrom, mentor); seat < at(seatFrom, mentor + 1); seat++) {
            const other = at(seats, seat);
            if (at(depthOf, other) >= 0) continue;
            depthOf[other] = depth + 1;
            queue[tail++] = other;
          }
      }
    }
    return last <= learners;
  }

  /** One path within the layers from a learner without a seat; everybody on it takes the seat of the next. */
  function follow(first: number): void {
    let depth = 0;
    pathLearner[0] = first;
    while (depth >= 0) {
      const learner = at(pathLearner, depth);
      const edge = at(nextEdge, learner);
      if (edge >= at(from, learner + 1)) {
        depth--;
        continue;
      }
      const mentor = at(mentorOf, edge);
      if (at(mentorDepth, mentor) !== depth || at(nextSeat, mentor) >= at(seatFrom, mentor + 1)) {
        nextEdge[learner] = edge + 1;
        continue;
      }
      pathEdge[depth] = edge;
      if (at(load, mentor) < at(capacity, mentor)) {
        sit(learner, edge);
        seated[learner] = edge;
        for (let step = depth - 1; step >= 0; step--) {
          seats[at(pathSeat, step)] = at(pathLearner, step);
          seated[at(pathLearner, step)] = at(pathEdge, step);
        }
        return;
      }
      const seat = at(nextSeat, mentor);
      nextSeat[mentor] = seat + 1;
      const other = at(seats, seat);
      if (at(depthOf, other) !== depth + 1) continue;
      pathSeat[depth] = seat;
      depth++;
      pathLearner[depth] = other;
    }
  }

  while (layer()) {
    nextEdge.set(from.subarray(0, learners));
    nextSeat.set(seatFrom.subarray(0, mentors));
    for (let learner = 0; learner < learners; learner++) if (at(seated, learner) < 0) follow(learner);
  }
}
