import { ways as everyWay, languages, type MatchedLearner, type MatchedMentor } from '../../../kernel/mentoring.ts';
import type { Edge } from './matching.ts';
import {
  askedBy,
  defaultWeighing,
  fieldOf,
  likingOf,
  mayPair,
  placeOf,
  rarityAmong,
  sidesOf,
  type Weighing,
  wishOf,
} from './part.ts';

/** A learner's edges when there are too many pairs to weigh them all. */
export const mostEdges = 20;
/** Pairs that are all weighed: a second, and some 300 MB while they are matched. */
export const fewPairs = 2_000_000;
/** Of those who share the most themes and skills, how many are weighed in full for each edge that is kept. */
const looked = 3;

const bitOf = (keys: readonly string[]): ReadonlyMap<string, number> => new Map(keys.map((key, index) => [key, 1 << index]));
const languageBits = bitOf(Object.keys(languages));
const wayBits = bitOf(Object.keys(everyWay));

const maskOf = (items: readonly string[], bits: ReadonlyMap<string, number>): number =>
  items.reduce((mask, item) => mask | (bits.get(item) ?? 0), 0);

/** Who named no way takes any. */
const waysOf = (named: readonly string[]): number => (named.length === 0 ? -1 : maskOf(named, wayBits));

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The 168 hours of a week, in words of 32. */
const words = 6;

function hoursInto(masks: Int32Array, person: number, hours: ReadonlySet<number>): void {
  for (const hour of hours) {
    const word = person * words + (hour >>> 5);
    masks[word] = (masks[word] ?? 0) | (1 << (hour & 31));
  }
}

/** Which mentors have an item. */
function holders(mentors: readonly MatchedMentor[], listed: (mentor: MatchedMentor) => readonly (string | number)[]) {
  const found = new Map<string | number, number[]>();
  mentors.forEach((mentor, index) => {
    for (const item of new Set(listed(mentor))) {
      const list = found.get(item);
      if (list) list.push(index);
      else found.set(item, [index]);
    }
  });
  return found;
}

/** Equal learners begin to look at different mentors, so that they do not all see the same few. */
function shiftOf(id: string, count: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % Math.max(1, count);
}

/** By index of `Scales.mentors`. */
type Weighed = { index: number; learnerScore: number; mentorScore: number };

export type Scales = ReturnType<typeof createScales>;

/**
 * Weighs learners against these mentors, one learner at a time, at the scores that `fitOf` gives: the weights are a sum of 1, and how rare something is depends on all that
 * are given. The same people are weighed the same in whatever order they come.
 */
export function createScales(given: readonly MatchedMentor[], { weights, minimum }: Weighing) {
  // Whether there is a seat is asked apart, so that it can also be said of who is full that they would fit.
  const mentors = given
    .map((mentor) => ({ ...mentor, seats: Math.max(1, mentor.seats) }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const hasSeat = new Set(given.filter(({ seats }) => seats > 0).map(({ id }) => id));
  const count = mentors.length;
  const rarity = rarityAmong(given);
  const isOpen = mentors.map(({ id }) => hasSeat.has(id));
  const everybody = mentors.map((_, index) => index);

  const byTheme = holders(mentors, ({ themes }) => themes);
  const bySkill = holders(mentors, ({ skills }) => skills);
  const byCourse = holders(mentors, ({ courses }) => courses);
  const byId = new Map(mentors.map(({ id }, index) => [id, index]));
  const spoken = Int32Array.from(mentors, (mentor) => maskOf(mentor.languages, languageBits));
  const ways = Int32Array.from(mentors, (mentor) => waysOf(mentor.ways));
  const masks = new Int32Array(count * words);
  mentors.forEach(({ hours }, index) => {
    hoursInto(masks, index, hours);
  });
  const own = new Int32Array(words);
  const themeShare = new Float64Array(count);
  const skillShare = new Float64Array(count);
  const promise = new Float64Array(count);
  const steps = 64;
  const histogram = new Int32Array(steps + 1);
  const levels = new Int8Array(count);
  const chosen = new Int32Array(count);

  const add = (shares: Float64Array, list: readonly number[] | undefined, share: number, weight: number) => {
    for (const index of list ?? []) {
      shares[index] = (shares[index] ?? 0) + share;
      promise[index] = (promise[index] ?? 0) + share * weight;
    }
  };
  const raise = (list: readonly number[] | undefined, by: number) => {
    for (const index of list ?? []) promise[index] = (promise[index] ?? 0) + by;
  };

  /** Lays one learner on the scales. */
  function lay(learner: MatchedLearner) {
    const asked = askedBy(learner, rarity);
    own.fill(0);
    hoursInto(own, 0, learner.hours);
    themeShare.fill(0);
    skillShare.fill(0);
    promise.fill(0);
    for (const [theme, share] of asked.themes) add(themeShare, byTheme.get(theme), share, weights.themes);
    for (const [skill, share] of asked.skills) add(skillShare, bySkill.get(skill), share, weights.skills + weights.field / 2);
    if (learner.course !== null) raise(byCourse.get(learner.course), weights.field);
    for (const id of learner.preferred) {
      const index = byId.get(id);
      if (index !== undefined) promise[index] = 1;
    }
    return { asked, language: maskOf(learner.languages, languageBits), way: waysOf(learner.ways) };
  }
  type Laid = ReturnType<typeof lay>;

  const canMeet = ({ language, way }: Laid, index: number): boolean =>
    (language & (spoken[index] ?? 0)) !== 0 && (way & (ways[index] ?? 0)) !== 0;

  /** The most promising `weighed` with a seat, into `chosen`: whole levels, and of the last one those after the learner's own beginning. */
  function choose(laid: Laid, weighed: number): number {
    histogram.fill(0);
    let met = 0;
    for (let index = 0; index < count; index++) {
      const level = isOpen[index] && canMeet(laid, index) ? Math.min(steps, Math.floor((promise[index] ?? 0) * steps)) : -1;
      levels[index] = level;
      if (level < 0) continue;
      met++;
      histogram[level] = (histogram[level] ?? 0) + 1;
    }
    if (met <= weighed) {
      let size = 0;
      for (let index = 0; index < count; index++) if ((levels[index] ?? -1) >= 0) chosen[size++] = index;
      return size;
    }
    let level = steps;
    let above = 0;
    while (level > 0 && above + (histogram[level] ?? 0) < weighed) above += histogram[level--] ?? 0;
    let room = weighed - above;
    const begin = shiftOf(laid.asked.learner.id, count);
    let size = 0;
    for (let turn = 0; turn < count; turn++) {
      const index = turn + begin < count ? turn + begin : turn + begin - count;
      const found = levels[index] ?? -1;
      if (found < level || (found === level && room-- <= 0)) continue;
      chosen[size++] = index;
    }
    return size;
  }

  /** Null: these two may not be paired. */
  function weigh({ asked, language }: Laid, index: number): Weighed | null {
    const { learner } = asked;
    const mentor = mentors[index];
    const common = language & (spoken[index] ?? 0);
    if (mentor === undefined || common === 0 || !mayPair(learner, mentor)) return null;
    let hours = 0;
    for (let word = 0; word < words; word++) hours += bitsIn((own[word] ?? 0) & (masks[index * words + word] ?? 0));
    const skills = asked.skills.size === 0 ? -1 : Math.min(1, skillShare[index] ?? 0);
    const { learnerScore, mentorScore } = sidesOf(
      {
        themes: asked.themes.size === 0 ? -1 : Math.min(1, themeShare[index] ?? 0),
        skills,
        time: asked.hours === 0 ? -1 : Math.min(1, hours / asked.hours),
        language: bitsIn(common) / asked.languages.size,
        field: fieldOf(asked, mentor, skills),
        wish: wishOf(learner, mentor),
        liking: likingOf(learner, mentor),
        waiting: asked.waiting,
        place: placeOf(asked, mentor),
      },
      weights,
    );
    return (learnerScore + mentorScore) / 2 >= minimum ? { index, learnerScore, mentorScore } : null;
  }

  /** Equal ones follow each other from the learner's own beginning, so that equal learners do not all keep the same few. */
  function best(learner: MatchedLearner, found: Weighed[], most: number): Edge<string, string>[] {
    if (found.length > most) {
      const begin = shiftOf(learner.id, count);
      const turn = (index: number) => (index < begin ? index + count : index) - begin;
      found.sort((a, b) => b.learnerScore + b.mentorScore - a.learnerScore - a.mentorScore || turn(a.index) - turn(b.index));
      found.length = most;
    }
    return found.map(({ index, learnerScore, mentorScore }) => ({
      learner: learner.id,
      mentor: mentors[index]?.id ?? '',
      learnerScore,
      mentorScore,
    }));
  }

  return {
    mentors,
    indexOf: (id: string): number => byId.get(id) ?? -1,
    /** The `most` best with a seat, of the most promising. */
    edges(learner: MatchedLearner, most: number): Edge<string, string>[] {
      const laid = lay(learner);
      const size = choose(laid, Math.min(count, looked * most));
      const found: Weighed[] = [];
      for (let turn = 0; turn < size; turn++) {
        const weighed = weigh(laid, chosen[turn] ?? 0);
        if (weighed) found.push(weighed);
      }
      return best(learner, found, most);
    },
    /** The `most` best among these, whether or not they have a seat; `but` is none of them. */
    among(learner: MatchedLearner, indexes: readonly number[], most: number, but = -1): Edge<string, string>[] {
      const laid = lay(learner);
      const found: Weighed[] = [];
      for (const index of indexes) {
        const weighed = index !== but && canMeet(laid, index) ? weigh(laid, index) : null;
        if (weighed) found.push(weighed);
      }
      return best(learner, found, most);
    },
    /** Whether there is anybody at all for this learner, with a seat or without. */
    suits(learner: MatchedLearner): boolean {
      const laid = lay(learner);
      return everybody.some((index) => canMeet(laid, index) && weigh(laid, index) !== null);
    },
  };
}

/** How many edges of a learner are looked for; all of them while there are few pairs. */
export const mostOf = (learners: number, mentors: number): number =>
  learners * mentors <= fewPairs ? Number.MAX_SAFE_INTEGER : mostEdges;

/**
 * Who could be paired, with both scores, as `match` reads them. Of up to 2 000 000 pairs all that may be, unless `most` is given. Otherwise the `most` best of each learner
 * (by both scores together): mentors are found by what they share, the themes, skills and course that weigh the most, and the preferred ones; the best of
 * these, three for each edge, are weighed in full. The same people give the same edges in whatever order they come.
 */
export function edgesOf(
  learners: readonly MatchedLearner[],
  mentors: readonly MatchedMentor[],
  {
    weighing = defaultWeighing,
    most = mostOf(learners.length, mentors.length),
    scales = createScales(mentors, weighing),
  }: { weighing?: Weighing; most?: number; scales?: Scales } = {},
): Edge<string, string>[] {
  const edges: Edge<string, string>[] = [];
  for (const learner of learners) for (const edge of scales.edges(learner, most)) edges.push(edge);
  return edges;
}
