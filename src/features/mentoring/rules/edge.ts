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
  weightsWith,
  wishOf,
} from './part.ts';

/** A learner's edges when there are too many pairs to weigh them all. */
const mostEdges = 20;
/** Pairs that are all weighed: some tenths of a second. */
const fewPairs = 250_000;
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

/**
 * Who could be paired, with both scores, as `match` reads them. Of up to 250 000 pairs all that may be, unless `most` is given. Otherwise the `most` best of each learner
 * (by both scores together): mentors are found by what they share, the themes, skills and course that weigh the most, and the preferred ones; the best of
 * these, three for each edge, are weighed in full. The same people give the same edges in whatever order they come.
 */
export function edgesOf(
  learners: readonly MatchedLearner[],
  given: readonly MatchedMentor[],
  { weighing = defaultWeighing, most }: { weighing?: Weighing; most?: number } = {},
): Edge<string, string>[] {
  const mentors = given.filter(({ seats }) => seats > 0).sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const count = mentors.length;
  const rarity = rarityAmong(given);
  const weights = weightsWith(weighing.weights);
  const { minimum } = weighing;
  const kept = most ?? (learners.length * count <= fewPairs ? Number.MAX_SAFE_INTEGER : mostEdges);
  const weighed = Math.min(count, looked * kept);

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
  /** The most promising, into `chosen`: whole levels, and of the last one those after the learner's own beginning. */
  function choose(learner: MatchedLearner, language: number, way: number): number {
    histogram.fill(0);
    let met = 0;
    for (let index = 0; index < count; index++) {
      const canTalk = (language & (spoken[index] ?? 0)) !== 0 && (way & (ways[index] ?? 0)) !== 0;
      const own = canTalk ? Math.min(steps, Math.floor((promise[index] ?? 0) * steps)) : -1;
      levels[index] = own;
      if (own < 0) continue;
      met++;
      histogram[own] = (histogram[own] ?? 0) + 1;
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
    const begin = shiftOf(learner.id, count);
    let size = 0;
    for (let turn = 0; turn < count; turn++) {
      const index = turn + begin < count ? turn + begin : turn + begin - count;
      const own = levels[index] ?? -1;
      if (own < level || (own === level && room-- <= 0)) continue;
      chosen[size++] = index;
    }
    return size;
  }

  const edges: Edge<string, string>[] = [];
  for (const learner of learners) {
    const asked = askedBy(learner, rarity);
    const language = maskOf(learner.languages, languageBits);
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

    const found: { mentor: string; learnerScore: number; mentorScore: number }[] = [];
    const size = choose(learner, language, waysOf(learner.ways));
    for (let turn = 0; turn < size; turn++) {
      const index = chosen[turn] ?? 0;
      const mentor = mentors[index];
      const common = language & (spoken[index] ?? 0);
      if (mentor === undefined || !mayPair(learner, mentor)) continue;
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
      if ((learnerScore + mentorScore) / 2 >= minimum) found.push({ mentor: mentor.id, learnerScore, mentorScore });
    }
    if (found.length > kept) {
      found.sort((a, b) => b.learnerScore + b.mentorScore - a.learnerScore - a.mentorScore || (a.mentor < b.mentor ? -1 : 1));
      found.length = kept;
    }
    for (const { mentor, learnerScore, mentorScore } of found)
      edges.push({ learner: learner.id, mentor, learnerScore, mentorScore });
  }
  return edges;
}
