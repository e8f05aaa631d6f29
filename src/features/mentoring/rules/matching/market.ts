/** The two sides of a matching as flat arrays: people are numbers in the order of their ids, edges numbers in the order of their learner's wishes. */

export type Id = string | number;

export type Edge<L extends Id = Id, M extends Id = Id> = { learner: L; mentor: M; learnerScore: number; mentorScore: number };

export type Given<L extends Id = Id, M extends Id = Id> = {
  learners: readonly { id: L }[];
  mentors: readonly { id: M; capacity: number }[];
  edges: readonly Edge<L, M>[];
  seed: number | string;
};

/**
 * Classes are named by where they begin, so that "strictly better than" is one comparison and a range of classes is a range of places:
 * `wish[e] < wish[f]` when the learner of both would rather have `e`; `rank` is the same for the mentor, in `byMentor`.
 */
export type Market = {
  learners: number;
  mentors: number;
  edges: number;
  /** Never above the number of edges of the mentor, which changes nothing and bounds the memory. */
  capacity: Int32Array;
  /** The edges of learner `l` are `from[l]` … `from[l + 1] - 1`, best first; equal ones as the lot says. */
  from: Int32Array;
  learnerOf: Int32Array;
  mentorOf: Int32Array;
  wish: Int32Array;
  /** The edges of mentor `m` are `byMentor[k]`, `seatFrom[m]` ≤ `k` < `seatFrom[m + 1]`, best first; equal ones as the lot says. */
  seatFrom: Int32Array;
  byMentor: Int32Array;
  /** Where an edge stands in `byMentor`, equal ones told apart. */
  place: Int32Array;
  rank: Int32Array;
  learnerScore: Float64Array;
  mentorScore: Float64Array;
  /** What a pair adds to the total: both scores. */
  worth: Float64Array;
  hasTies: boolean;
};

/** Reads without a check that the type asks for and that no index in here needs: every one is below the length. */
export const at = (list: Int32Array, index: number): number => list[index] ?? 0;
export const realAt = (list: Float64Array, index: number): number => list[index] ?? 0;

/** Numbers before texts, numbers by value, texts by code unit: a total order that no locale changes. */
export function compareIds(a: Id, b: Id): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The finalizer of MurmurHash3. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** FNV-1a, mixed. A number and the text that spells it differ. */
export function hashOf(id: Id, salt: number): number {
  const text = String(id);
  let hash = 0x811c9dc5 ^ salt ^ (typeof id === 'number' ? 0x5bd1e995 : 0);
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mix(hash);
}

/** A generator of numbers from 0 to 1, the same ones for the same seed (Mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function numbered<I extends Id>(who: 'learner' | 'mentor', ids: readonly I[]): { ordered: I[]; index: Map<Id, number> } {
  for (const id of ids)
    if (typeof id !== 'string' && !Number.isFinite(id))
      throw new TypeError(`an id is a text or a finite number, not ${String(id)}`);
  const ordered = [...ids].sort(compareIds);
  const index = new Map<Id, number>(ordered.map((id, number) => [id, number]));
  if (index.size < ids.length) throw new Error(`two ${who}s have the same id`);
  return { ordered, index };
}

const isScore = (score: number): boolean => score >= 0 && score <= 1;

/** Begins of buckets from their sizes. */
function begins(counts: Int32Array): Int32Array {
  const from = new Int32Array(counts.length + 1);
  for (let index = 0; index < counts.length; index++) from[index + 1] = at(from, index) + at(counts, index);
  return from;
}

/** Puts edges into buckets, sorts each bucket. */
function bucketed(owner: Int32Array, owners: number, compare: (a: number, b: number) => number) {
  const counts = new Int32Array(owners);
  for (const one of owner) counts[one] = at(counts, one) + 1;
  const from = begins(counts);
  const next = from.slice();
  const list = new Int32Array(owner.length);
  for (let edge = 0; edge < owner.length; edge++) {
    const one = at(owner, edge);
    list[at(next, one)] = edge;
    next[one] = at(next, one) + 1;
  }
  for (let one = 0; one < owners; one++) {
    const begin = at(from, one);
    const end = at(from, one + 1);
    if (end - begin > 24) list.subarray(begin, end).sort(compare);
    // Short lists are the usual ones, and a call of sort costs more than they do.
    else
      for (let k = begin + 1; k < end; k++) {
        const edge = at(list, k);
        let hole = k;
        for (; hole > begin && compare(at(list, hole - 1), edge) > 0; hole--) list[hole] = at(list, hole - 1);
        list[hole] = edge;
      }
  }
  return { from, list };
}

/** Names each place by where its class begins. */
function classesOf(from: Int32Array, scores: Float64Array): { classes: Int32Array; hasTies: boolean } {
  const classes = new Int32Array(scores.length);
  let hasTies = false;
  for (let owner = 0; owner + 1 < from.length; owner++)
    for (let k = at(from, owner); k < at(from, owner + 1); k++) {
      const isTied = k > at(from, owner) && scores[k] === scores[k - 1];
      classes[k] = isTied ? at(classes, k - 1) : k;
      hasTies ||= isTied;
    }
  return { classes, hasTies };
}

/** Checks what was given, and lays it out. Throws as `match` says. */
export function readMarket<L extends Id, M extends Id>({ learners, mentors, edges, seed }: Given<L, M>) {
  if (typeof seed !== 'string' && !Number.isFinite(seed)) throw new TypeError(`a seed is a text or a finite number, not ${seed}`);
  const learner = numbered(
    'learner',
    learners.map(({ id }) => id),
  );
  const mentor = numbered(
    'mentor',
    mentors.map(({ id }) => id),
  );
  const room = new Float64Array(mentors.length);
  for (const { id, capacity } of mentors) {
    if (!Number.isInteger(capacity) || capacity < 0)
      throw new RangeError(`the capacity of mentor ${id} is a whole number from 0, not ${capacity}`);
    room[mentor.index.get(id) ?? 0] = capacity;
  }

  const count = edges.length;
  const salt = hashOf(seed, 0);
  const learnerHash = Int32Array.from(learner.ordered, (id) => hashOf(id, salt));
  const mentorHash = Int32Array.from(mentor.ordered, (id) => hashOf(id, ~salt));
  const givenLearner = new Int32Array(count);
  const givenMentor = new Int32Array(count);
  const lot = new Int32Array(count);
  const learnerScores = new Float64Array(count);
  const mentorScores = new Float64Array(count);
  let next = 0;
  for (const edge of edges) {
    const l = learner.index.get(edge.learner);
    const m = mentor.index.get(edge.mentor);
    if (l === undefined) throw new Error(`an edge names learner ${edge.learner}, who is not given`);
    if (m === undefined) throw new Error(`an edge names mentor ${edge.mentor}, who is not given`);
    if (!isScore(edge.learnerScore) || !isScore(edge.mentorScore))
      throw new RangeError(
        `the scores of ${edge.learner} and ${edge.mentor} are from 0 to 1, not ${edge.learnerScore} and ${edge.mentorScore}`,
      );
    givenLearner[next] = l;
    givenMentor[next] = m;
    lot[next] = mix(at(learnerHash, l) ^ Math.imul(at(mentorHash, m), 0x9e3779b1));
    learnerScores[next] = edge.learnerScore;
    mentorScores[next] = edge.mentorScore;
    next++;
  }

  const wishes = bucketed(
    givenLearner,
    learners.length,
    (a, b) =>
      realAt(learnerScores, b) - realAt(learnerScores, a) || at(lot, a) - at(lot, b) || at(givenMentor, a) - at(givenMentor, b),
  );
  const laid = (values: Int32Array): Int32Array => Int32Array.from(wishes.list, (edge) => at(values, edge));
  const laidReal = (values: Float64Array): Float64Array => Float64Array.from(wishes.list, (edge) => realAt(values, edge));
  const learnerOf = laid(givenLearner);
  const mentorOf = laid(givenMentor);
  const edgeLot = laid(lot);
  const learnerScore = laidReal(learnerScores);
  const mentorScore = laidReal(mentorScores);
  const seen = new Int32Array(mentors.length).fill(-1);
  for (let edge = 0; edge < count; edge++) {
    const m = at(mentorOf, edge);
    if (seen[m] === learnerOf[edge])
      throw new Error(`two edges for ${learner.ordered[at(learnerOf, edge)]} and ${mentor.ordered[m]}`);
    seen[m] = at(learnerOf, edge);
  }

  const seats = bucketed(
    mentorOf,
    mentors.length,
    (a, b) => realAt(mentorScore, b) - realAt(mentorScore, a) || at(edgeLot, a) - at(edgeLot, b) || a - b,
  );
  const place = new Int32Array(count);
  seats.list.forEach((edge, k) => {
    place[edge] = k;
  });
  const wish = classesOf(wishes.from, learnerScore);
  const rankByPlace = classesOf(
    seats.from,
    Float64Array.from(seats.list, (edge) => realAt(mentorScore, edge)),
  );
  const market: Market = {
    learners: learners.length,
    mentors: mentors.length,
    edges: count,
    capacity: Int32Array.from(room, (capacity, m) => Math.min(capacity, at(seats.from, m + 1) - at(seats.from, m))),
    from: wishes.from,
    learnerOf,
    mentorOf,
    wish: wish.classes,
    seatFrom: seats.from,
    byMentor: seats.list,
    place,
    rank: Int32Array.from(place, (k) => at(rankByPlace.classes, k)),
    learnerScore,
    mentorScore,
    worth: learnerScore.map((score, edge) => score + realAt(mentorScore, edge)),
    hasTies: wish.hasTies || rankByPlace.hasTies,
  };
  return { market, learnerIds: learner.ordered, mentorIds: mentor.ordered, salt };
}

/** Where the seats of each mentor begin in a list of all seats. */
export const seatsOf = ({ capacity }: Market): Int32Array => begins(capacity);

export const sizeOf = (seated: Int32Array): number => seated.reduce((size, edge) => (edge < 0 ? size : size + 1), 0);

/** Parts that no edge joins: each can be matched by itself. The learners of each, in order; who has no edge is in none. */
export function componentsOf({ learners, mentors, from, mentorOf, edges, learnerOf }: Market): number[][] {
  const parent = Int32Array.from({ length: learners + mentors }, (_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (at(parent, root) !== root) {
      parent[root] = at(parent, at(parent, root));
      root = at(parent, root);
    }
    return root;
  };
  for (let edge = 0; edge < edges; edge++) {
    const a = rootOf(at(learnerOf, edge));
    const b = rootOf(learners + at(mentorOf, edge));
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  const parts = new Map<number, number[]>();
  for (let learner = 0; learner < learners; learner++) {
    if (at(from, learner) === at(from, learner + 1)) continue;
    const root = rootOf(learner);
    const part = parts.get(root);
    if (part) part.push(learner);
    else parts.set(root, [learner]);
  }
  return [...parts.values()];
}
