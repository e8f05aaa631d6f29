import { nearnessOf, rarityOf } from '../../../kernel/fit.ts';
import type { MatchedLearner, MatchedMentor, ScorePart } from '../../../kernel/mentoring.ts';

/**
 * How well a learner and a mentor fit, in [0, 1] and explained. What counts is what they said of themselves for this: the types hold no name, age, sex, origin
 * or health, and an id decides nothing but who is preferred, who is avoided, and the order of equals.
 *
 * Each side's score is a weighted mean of its parts, each in [0, 1]; the weights of the parts that have something to say are scaled to a sum of 1. Which ones
 * those are depends on the learner, and for `preference` on whose it is, so that one learner's mentors are weighed alike. Whatever two people have more in
 * common never lowers a score.
 *
 * | part | value | says nothing when |
 * |---|---|---|
 * | themes, skills | what both name, of what the learner names; first ones and rare ones count more | the learner names none |
 * | time | hours of the week in common, of those that the learner has; six are enough | the learner gives none |
 * | language | languages in common, of those that the learner speaks | – |
 * | field | 1 for a mentor of the same course, else half the share of skills | the learner has neither |
 * | preference | to the learner, 1 for the first mentor they prefer, then 0.85, 0.7; to the mentor, how many of the kinds of people they would rather help (course, campus, stage) this is, of those they named | they have none |
 * | waiting | how long the learner waits, 1 − e^(−days / 30); for the mentor's side alone, so that it puts learners in order | it is the learner's side |
 * | place | 1 in the same city, 0.8 in the same department, 0.3 in the same region | the learner would not meet in person, or says no place |
 */
export type Weights = Readonly<Record<ScorePart, number>>;

export const defaultWeights: Weights = {
  themes: 0.25,
  skills: 0.25,
  time: 0.15,
  language: 0.05,
  field: 0.1,
  preference: 0.1,
  waiting: 0.05,
  place: 0.05,
};

/** Under this score of both together nobody is paired. */
export const leastScore = 0.2;

export type Weighing = {
  weights: Weights;
  minimum: number;
  /** Of the reader's clock ahead of UTC: the slots of a reason are in theirs. */
  offsetMinutes: number;
};

export const defaultWeighing: Weighing = { weights: defaultWeights, minimum: leastScore, offsetMinutes: 60 };

/** How rare a theme and a skill are among the mentors at hand; what none of them has counts 1, the least. */
export type Rarity = { themes: ReadonlyMap<string, number>; skills: ReadonlyMap<string, number> };

type Having = Pick<MatchedMentor, 'themes' | 'skills'>;

/** Inverse document frequency: log((1 + mentors) / (1 + mentors who have it)) + 1. */
export function rarityAmong(mentors: readonly Having[]): Rarity {
  const weigh = (listed: (mentor: Having) => readonly string[]): ReadonlyMap<string, number> => {
    const having = new Map<string, number>();
    for (const mentor of mentors) {
      const items = listed(mentor);
      items.forEach((item, index) => {
        if (items.indexOf(item) === index) having.set(item, (having.get(item) ?? 0) + 1);
      });
    }
    return new Map([...having].map(([item, count]) => [item, rarityOf(mentors.length, count)]));
  };
  return { themes: weigh(({ themes }) => themes), skills: weigh(({ skills }) => skills) };
}

/** What one counts for, of a list in the order of the learner: 1, 2/3, 1/2, 2/5… times how rare it is. */
export function weightsOf(items: readonly string[], rarity: ReadonlyMap<string, number>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const item of items) if (!weights.has(item)) weights.set(item, (rarity.get(item) ?? 1) / (1 + weights.size / 2));
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  for (const [item, weight] of weights) weights.set(item, weight / sum);
  return weights;
}

/** Hours in common that are as good as any more. */
export const enoughHours = 6;
const patience = 30;
export const preferredFirst = [1, 0.85, 0.7] as const;
export const near = { city: 1, department: 0.8, region: 0.3, country: 0 } as const;

/** The value of each part, in [0, 1]; -1 where it says nothing. `wish` and `liking` are the learner's and the mentor's preference. */
export type Values = {
  themes: number;
  skills: number;
  time: number;
  language: number;
  field: number;
  wish: number;
  liking: number;
  waiting: number;
  place: number;
};

/** What only the learner decides, once for all mentors. */
export type Asked = {
  learner: MatchedLearner;
  themes: ReadonlyMap<string, number>;
  skills: ReadonlyMap<string, number>;
  hours: number;
  languages: ReadonlySet<string>;
  wouldMeet: boolean;
  waiting: number;
};

export const askedBy = (learner: MatchedLearner, rarity: Rarity): Asked => ({
  learner,
  themes: weightsOf(learner.themes, rarity.themes),
  skills: weightsOf(learner.skills, rarity.skills),
  hours: Math.min(enoughHours, learner.hours.size),
  languages: new Set(learner.languages),
  wouldMeet: learner.ways.includes('in_person') && learner.department !== null,
  waiting: 1 - Math.exp(-Math.max(0, learner.waitingDays) / patience),
});

export const fieldOf = (asked: Asked, mentor: MatchedMentor, skills: number): number => {
  const { course } = asked.learner;
  if (course === null && asked.skills.size === 0) return -1;
  return course !== null && mentor.courses.includes(course) ? 1 : Math.max(0, skills) / 2;
};

export function wishOf({ preferred }: MatchedLearner, mentor: MatchedMentor): number {
  if (preferred.length === 0) return -1;
  const index = preferred.indexOf(mentor.id);
  return index < 0 ? 0 : (preferredFirst[Math.min(index, 2)] ?? 0);
}

export function likingOf(learner: MatchedLearner, mentor: MatchedMentor): number {
  const { prefersCourses, prefersCampuses, prefersStages } = mentor;
  let named = 0;
  let met = 0;
  if (prefersCourses.length > 0) {
    named++;
    if (learner.course !== null && prefersCourses.includes(learner.course)) met++;
  }
  if (prefersCampuses.length > 0) {
    named++;
    if (learner.campus !== null && prefersCampuses.includes(learner.campus)) met++;
  }
  if (prefersStages.length > 0) {
    named++;
    if (learner.stage !== null && prefersStages.includes(learner.stage)) met++;
  }
  return named === 0 ? -1 : met / named;
}

const nearness = (learner: MatchedLearner, mentor: MatchedMentor) =>
  learner.department === null || mentor.department === null
    ? null
    : nearnessOf({ city: learner.city, department: learner.department }, { city: mentor.city, department: mentor.department });

export function placeOf({ wouldMeet, learner }: Asked, mentor: MatchedMentor): number {
  if (!wouldMeet) return -1;
  if (!mentor.ways.includes('in_person')) return 0;
  const how = nearness(learner, mentor);
  return how === null ? 0 : near[how];
}

/**
 * Whether nothing else keeps them apart than what they talk: a seat, no avoid list of either, two people, a way to meet that both have (who named none takes any),
 * and when that is only in person, not from one end of the country to the other.
 */
export function mayPair(learner: MatchedLearner, mentor: MatchedMentor): boolean {
  if (mentor.seats <= 0 || learner.id === mentor.id) return false;
  if (learner.avoids.includes(mentor.id) || mentor.avoids.includes(learner.id)) return false;
  if (learner.ways.length === 0 || mentor.ways.length === 0) return true;
  let isFar = true;
  let ways = 0;
  for (const way of learner.ways) {
    if (!mentor.ways.includes(way)) continue;
    ways++;
    if (way !== 'in_person') isFar = false;
  }
  return ways > 0 && !(isFar && nearness(learner, mentor) === 'country');
}

/** The weighted mean of the parts that say something. */
export function sidesOf(values: Values, weights: Weights): { learnerScore: number; mentorScore: number } {
  let sum = weights.language;
  let both = weights.language * values.language;
  if (values.themes >= 0) {
    sum += weights.themes;
    both += weights.themes * values.themes;
  }
  if (values.skills >= 0) {
    sum += weights.skills;
    both += weights.skills * values.skills;
  }
  if (values.time >= 0) {
    sum += weights.time;
    both += weights.time * values.time;
  }
  if (values.field >= 0) {
    sum += weights.field;
    both += weights.field * values.field;
  }
  if (values.place >= 0) {
    sum += weights.place;
    both += weights.place * values.place;
  }
  const [wishWeight, wish] = values.wish < 0 ? [0, 0] : [weights.preference, values.wish];
  const [likingWeight, liking] = values.liking < 0 ? [0, 0] : [weights.preference, values.liking];
  const learnerSum = sum + wishWeight;
  const mentorSum = sum + likingWeight + weights.waiting;
  // A sum of rounded products may pass 1 by its last bit.
  return {
    learnerScore: learnerSum > 0 ? Math.min(1, (both + wishWeight * wish) / learnerSum) : 0,
    mentorScore: mentorSum > 0 ? Math.min(1, (both + likingWeight * liking + weights.waiting * values.waiting) / mentorSum) : 0,
  };
}

/** The usual weights but for what a campaign changes, scaled to a sum of 1. Throws a `RangeError` for one under 0 and when all are 0. */
export function weightsWith(changed: Partial<Weights>): Weights {
  const all = { ...defaultWeights, ...changed };
  const sum = Object.values(all).reduce((total, weight) => total + weight, 0);
  if (!Object.values(all).every((weight) => weight >= 0) || !(sum > 0) || !Number.isFinite(sum))
    throw new RangeError('weights are numbers from 0, not all of them 0');
  const scaled = (part: ScorePart) => all[part] / sum;
  return {
    themes: scaled('themes'),
    skills: scaled('skills'),
    time: scaled('time'),
    language: scaled('language'),
    field: scaled('field'),
    preference: scaled('preference'),
    waiting: scaled('waiting'),
    place: scaled('place'),
  };
}

const shareOf = (wanted: ReadonlyMap<string, number>, has: readonly string[]): number => {
  if (wanted.size === 0) return -1;
  let share = 0;
  for (const [item, weight] of wanted) if (has.includes(item)) share += weight;
  return Math.min(1, share);
};

const sharedHours = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => {
  let count = 0;
  for (const hour of a.size < b.size ? a : b) if ((a.size < b.size ? b : a).has(hour)) count++;
  return count;
};

/** Null when nothing may pair them, or they have no language in common. */
export function valuesOf(asked: Asked, mentor: MatchedMentor): Values | null {
  const { learner, themes, skills, hours, languages } = asked;
  if (!mayPair(learner, mentor)) return null;
  let spoken = 0;
  for (const language of languages) if (mentor.languages.some((other) => other === language)) spoken++;
  if (spoken === 0) return null;
  const skillShare = shareOf(skills, mentor.skills);
  return {
    themes: shareOf(themes, mentor.themes),
    skills: skillShare,
    time: hours === 0 ? -1 : Math.min(1, sharedHours(learner.hours, mentor.hours) / hours),
    language: spoken / languages.size,
    field: fieldOf(asked, mentor, skillShare),
    wish: wishOf(learner, mentor),
    liking: likingOf(learner, mentor),
    waiting: asked.waiting,
    place: placeOf(asked, mentor),
  };
}
