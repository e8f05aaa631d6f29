import { at, randomFrom, realAt } from './market.ts';
import { epsilon, isBetter, type Seating } from './seating.ts';

/** How far the search goes from one learner: steps of a chain, who may be sent on from a mentor, and where to. */
type Reach = { steps: number; sent: number; tried: number };

/**
 * Chains: a learner takes a place, who sat there takes another one, and so on, until somebody takes a free place (the one that the first left is), or, when the
 * first had none, stays without. All keep the size or add one. The first chain that makes the matching better is kept.
 */
export function createChains(seating: Seating, reach: Reach) {
  const { market, seated, leave, join, settle, goBack, mark, isFree, sitting } = seating;
  const { from, mentorOf, learnerOf, worth } = market;
  let blocked = 0;
  let total = 0;
  let hadSeat = false;
  let mayLower = false;

  const isBetterNow = (): boolean =>
    seating.blocked() < blocked || (seating.blocked() === blocked && seating.total() > total + epsilon);

  /** The learner of `edge` has no seat now, and takes this one. Who is already in the chain does not move again. */
  function place(edge: number, steps: number, chain: readonly number[]): boolean {
    const mentor = at(mentorOf, edge);
    const begin = mark();
    if (isFree(mentor)) {
      if (!mayLower && seating.total() + realAt(worth, edge) <= total + epsilon) return false;
      join(edge);
      settle(mentor);
      if (isBetterNow()) return true;
      goBack(begin);
      return false;
    }
    if (steps === 0) return false;
    const moving = [...chain, at(learnerOf, edge)];
    for (const old of sitting(mentor, reach.sent)) {
      const other = at(learnerOf, old);
      if (moving.includes(other)) continue;
      leave(other);
      join(edge);
      settle(mentor);
      if (!hadSeat && isBetterNow()) return true;
      let tried = reach.tried;
      for (let next = at(from, other); next < at(from, other + 1) && tried > 0; next++) {
        if (next === old) continue;
        tried--;
        if (place(next, steps - 1, moving)) return true;
      }
      goBack(begin);
    }
    return false;
  }

  /** The best that begins with this edge; what it moved stays in the trail. */
  function tryFrom(edge: number): boolean {
    const learner = at(learnerOf, edge);
    const begin = mark();
    const old = at(seated, learner);
    blocked = seating.blocked();
    total = seating.total();
    hadSeat = old >= 0;
    // Without a pair that blocks only a larger total or one more seat can be better.
    mayLower = seating.blocking() > 0 || !hadSeat;
    if (hadSeat) {
      leave(learner);
      settle(at(mentorOf, old));
    }
    if (place(edge, reach.steps, [])) return true;
    goBack(begin);
    return false;
  }

  /** Any chain, better or not: for leaving a valley. False, and nothing changed, when it found no end. */
  function kick(edge: number, random: () => number): boolean {
    const begin = mark();
    const first = at(learnerOf, edge);
    const old = at(seated, first);
    const pick = (count: number) => Math.floor(random() * count);
    if (old >= 0) {
      leave(first);
      settle(at(mentorOf, old));
    }
    let next = edge;
    for (let step = 0; step < 8; step++) {
      const mentor = at(mentorOf, next);
      if (isFree(mentor)) {
        join(next);
        settle(mentor);
        return true;
      }
      const others = sitting(mentor, Number.MAX_SAFE_INTEGER);
      const lost = others[random() < 0.5 ? 0 : pick(others.length)];
      if (lost === undefined) break;
      const other = at(learnerOf, lost);
      leave(other);
      join(next);
      settle(mentor);
      if (old < 0 && random() < 0.5) return true;
      const begins = at(from, other);
      const count = at(from, other + 1) - begins;
      next = -1;
      for (let choice = begins; choice < begins + count; choice++)
        if (choice !== lost && isFree(at(mentorOf, choice)) && random() < 0.8) {
          next = choice;
          break;
        }
      if (next < 0) {
        if (count < 2) break;
        next = begins + pick(count - 1);
        if (next >= lost) next++;
      }
    }
    goBack(begin);
    return false;
  }

  return { tryFrom, kick };
}

type Limits = {
  /** Steps of `seating.work` at which the search stops: counted, so that the answer is the same on any machine. */
  work: number;
  reach: Reach;
};

/** Makes the matching better until no chain from a learner in the queue does. All learners with `who` missing. */
export function descend(seating: Seating, { work, reach }: Limits, who?: readonly number[]): void {
  const { market, isBlocking, now } = seating;
  const { learners, from, mentorOf, seatFrom, byMentor, learnerOf } = market;
  const chains = createChains(seating, reach);
  const queue = who ? [...who] : Array.from({ length: learners }, (_, learner) => learner);
  const isQueued = new Uint8Array(learners);
  for (const learner of queue) isQueued[learner] = 1;
  const enqueue = (learner: number) => {
    if (isQueued[learner] === 1) return;
    isQueued[learner] = 1;
    queue.push(learner);
  };

  function improve(learner: number): boolean {
    const mark = seating.mark();
    const begin = at(from, learner);
    const end = at(from, learner + 1);
    const wanted = at(now, learner);
    let isDone = false;
    for (let edge = begin; edge < wanted && !isDone; edge++) isDone = isBlocking(edge) && chains.tryFrom(edge);
    for (let edge = begin; edge < end && !isDone && seating.work() < work; edge++)
      isDone = edge !== at(seating.seated, learner) && !isBlocking(edge) && chains.tryFrom(edge);
    if (!isDone) return false;
    for (const moved of seating.movedSince(mark)) {
      enqueue(moved);
      const edge = at(seating.seated, moved);
      if (edge < 0) continue;
      const mentor = at(mentorOf, edge);
      for (let k = at(seatFrom, mentor); k < at(seatFrom, mentor + 1); k++)
        if (isBlocking(at(byMentor, k))) enqueue(at(learnerOf, at(byMentor, k)));
    }
    return true;
  }

  for (let head = 0; head < queue.length && seating.work() < work; head++) {
    const learner = queue[head] ?? 0;
    isQueued[learner] = 0;
    seating.spend(4);
    while (improve(learner) && seating.work() < work);
  }
}

/** From how hot to how cold, in blocking pairs; how much of the total weighs as much as one of them. */
const hot = 1.5;
const cold = 0.15;
const pairWorth = 10;

/**
 * Simulated annealing: random chains, through a pair that blocks or through any edge, that are kept when the matching is not worse, and the more seldom the
 * more it is worse. Ends with the best that was met. A brief one begins cold: heat that there is no time to lose only makes a matching worse.
 */
export function anneal(
  seating: Seating,
  limits: Limits,
  { seed, among, isBrief }: { seed: number; among: Int32Array; isBrief: boolean },
): void {
  const { market, isBlocking, seated, mark, goBack } = seating;
  const { from, learners } = market;
  const random = randomFrom(seed);
  const chains = createChains(seating, limits.reach);
  const pick = (count: number) => Math.floor(random() * count);
  if (among.length === 0) return;

  function edgeToKick(): number {
    const offset = pick(among.length);
    if (seating.blocking() > 0 && random() < 0.6)
      for (let turn = 0; turn < among.length; turn++) {
        const learner = at(among, (offset + turn) % among.length);
        seating.spend(2);
        let wanted = 0;
        for (let edge = at(from, learner); edge < at(seating.now, learner); edge++) if (isBlocking(edge)) wanted++;
        if (wanted === 0) continue;
        let chosen = pick(wanted);
        for (let edge = at(from, learner); ; edge++) if (isBlocking(edge) && chosen-- === 0) return edge;
      }
    const learner = at(among, offset);
    const count = at(from, learner + 1) - at(from, learner);
    if (count === 0) return -1;
    const edge = at(from, learner) + pick(count);
    return edge === at(seated, learner) ? -1 : edge;
  }

  const began = seating.work();
  const span = limits.work - began;
  let best = seating.worth();
  let bestMark = mark();
  const warm = isBrief ? cold : hot;
  let heat = warm;
  for (let turn = 0; seating.work() < limits.work; turn++) {
    if (turn % 32 === 0) heat = warm * (cold / warm) ** ((seating.work() - began) / span);
    seating.spend(10);
    const begin = mark();
    const before = seating.worth();
    const edge = edgeToKick();
    if (edge < 0 || !chains.kick(edge, random)) continue;
    const blocked = seating.blocked();
    const total = seating.total();
    const cost = (blocked - before.blocked) / (learners + 1) + (before.total - total) / pairWorth;
    if (cost > 0 && random() >= Math.exp(-cost / heat)) goBack(begin);
    else if (isBetter({ blocked, total }, best)) {
      best = { blocked, total };
      bestMark = mark();
    }
  }
  goBack(bestMark);
}
