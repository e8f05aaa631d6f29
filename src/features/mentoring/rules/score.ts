import {
  type Fit,
  type MatchedLearner,
  type MatchedMentor,
  type Reason,
  type ScorePart,
  slots,
  weeklyHours,
} from '../../../kernel/mentoring.ts';
import {
  type Asked,
  askedBy,
  defaultWeighing,
  type Rarity,
  rarityAmong,
  sidesOf,
  type Values,
  valuesOf,
  type Weighing,
} from './part.ts';

export {
  defaultWeighing,
  defaultWeights,
  leastScore,
  type Rarity,
  rarityAmong,
  type Weighing,
  type Weights,
  weightsWith,
} from './part.ts';

/** What both have, as data; by how much of the score it is, and never without a value. */
function reasonsOf(
  { learner, themes, skills, languages }: Asked,
  mentor: MatchedMentor,
  values: Values,
  { weights, offsetMinutes }: Weighing,
): Reason[] {
  const inCommon = new Set([...learner.hours].filter((hour) => mentor.hours.has(hour)));
  const byPart: Readonly<Record<ScorePart, { value: number; items: () => string[] }>> = {
    themes: {
      value: values.themes,
      items: () => [...themes.keys()].filter((theme) => mentor.themes.some((own) => own === theme)),
    },
    skills: { value: values.skills, items: () => [...skills.keys()].filter((skill) => mentor.skills.includes(skill)) },
    time: {
      value: values.time,
      items: () => slots.filter((slot) => [...weeklyHours([slot], offsetMinutes)].some((hour) => inCommon.has(hour))),
    },
    language: {
      value: values.language,
      items: () => [...languages].filter((language) => mentor.languages.some((own) => own === language)),
    },
    // Half of what the skills say is no reason of its own.
    field: { value: values.field === 1 ? 1 : -1, items: () => (learner.course === null ? [] : [String(learner.course)]) },
    preference: {
      value: Math.max(values.wish, values.liking),
      items: () => [...(values.wish > 0 ? ['wish'] : []), ...(values.liking > 0 ? ['liking'] : [])],
    },
    waiting: { value: values.waiting, items: () => [] },
    place: { value: values.place, items: () => [mentor.department ?? ''] },
  };
  return (Object.entries(byPart) as [ScorePart, (typeof byPart)[ScorePart]][])
    .filter(([part, { value }]) => value > 0 && weights[part] > 0)
    .map(([part, { value, items }]) => ({ part, value, items: items() }))
    .sort((a, b) => weights[b.part] * b.value - weights[a.part] * a.value);
}

/** Null: never a pair (a seat, an avoid list, no language or way in common, under the minimum). */
export function fitOf(
  learner: MatchedLearner,
  mentor: MatchedMentor,
  rarity: Rarity,
  weighing: Weighing = defaultWeighing,
): Fit | null {
  const asked = askedBy(learner, rarity);
  const values = valuesOf(asked, mentor);
  if (!values) return null;
  const { learnerScore, mentorScore } = sidesOf(values, weighing.weights);
  const score = (learnerScore + mentorScore) / 2;
  if (score < weighing.minimum) return null;
  return { learnerScore, mentorScore, score, reasons: reasonsOf(asked, mentor, values, weighing) };
}

/**
 * The best mentors for a learner, best first by the learner's score, then by both together, then by `tie`, which is their id; with reasons. Whoever the learner prefers is first among
 * equals by the score itself. `rarity` may be kept between calls for the same mentors.
 */
export function bestMentors(
  learner: MatchedLearner,
  mentors: readonly MatchedMentor[],
  count: number,
  weighing: Weighing = defaultWeighing,
  rarity: Rarity = rarityAmong(mentors),
  tie: (one: string, other: string) => number = (one, other) => (one < other ? -1 : 1),
): { mentor: MatchedMentor; fit: Fit }[] {
  const asked = askedBy(learner, rarity);
  type Found = { mentor: MatchedMentor; learnerScore: number; score: number };
  const isBefore = (a: Found, b: Found): boolean =>
    a.learnerScore !== b.learnerScore
      ? a.learnerScore > b.learnerScore
      : a.score !== b.score
        ? a.score > b.score
        : tie(a.mentor.id, b.mentor.id) < 0;
  const best: Found[] = [];
  for (const mentor of mentors) {
    const values = valuesOf(asked, mentor);
    if (!values) continue;
    const { learnerScore, mentorScore } = sidesOf(values, weighing.weights);
    const found: Found = { mentor, learnerScore, score: (learnerScore + mentorScore) / 2 };
    if (found.score < weighing.minimum) continue;
    const index = best.findIndex((other) => isBefore(found, other));
    if (index >= 0) best.splice(index, 0, found);
    else best.push(found);
    if (best.length > count) best.length = count;
  }
  return best.flatMap(({ mentor }) => {
    const fit = fitOf(learner, mentor, rarity, weighing);
    return fit ? [{ mentor, fit }] : [];
  });
}
