import type { Fit, MatchedLearner, MatchedMentor, Reason } from '../../../kernel/mentoring.ts';

export type Rarity = ReadonlyMap<string, number>;

export function fitOf(learner: MatchedLearner, mentor: MatchedMentor, rarity: Rarity): Fit | null {
  if (learner.id === mentor.id || mentor.seats < 1) return null;
  if (learner.avoids.includes(mentor.id) || mentor.avoids.includes(learner.id)) return null;
  const languages = learner.languages.filter((one) => mentor.languages.includes(one));
  if (languages.length === 0) return null;
  const weigh = (all: readonly string[], common: readonly string[], of: (one: string, place: number) => number) =>
    all.reduce((sum, one, place) => sum + (common.includes(one) ? of(one, place) : 0), 0) /
    Math.max(
      1e-9,
      all.reduce((sum, one, place) => sum + of(one, place), 0),
    );
  const themes = learner.themes.filter((one) => mentor.themes.includes(one));
  const skills = learner.skills.filter((one) => mentor.skills.includes(one));
  const hours = [...learner.hours].filter((one) => mentor.hours.has(one));
  const found: (Reason & { weight: number })[] = [
    { part: 'themes', weight: 35, value: weigh(learner.themes, themes, (_one, place) => 1 / (place + 1)), items: themes },
    {
      part: 'skills',
      weight: 25,
      value: weigh(learner.skills, skills, (one, place) => (rarity.get(one) ?? 1) / (place + 1)),
      items: skills,
    },
    { part: 'time', weight: 20, value: Math.min(1, hours.length / 6), items: hours.map(String) },
    { part: 'language', weight: 5, value: 1, items: languages },
  ];
  if (learner.course !== null && mentor.courses.includes(learner.course))
    found.push({ part: 'field', weight: 5, value: 1, items: [String(learner.course)] });
  if (learner.preferred.includes(mentor.id)) found.push({ part: 'preference', weight: 10, value: 1, items: [] });
  const score = found.reduce((sum, { weight, value }) => sum + weight * value, 0) / 100;
  return {
    score,
    learnerScore: score,
    mentorScore: score,
    reasons: found
      .filter(({ value, items }) => value > 0 && (items.length > 0 || value === 1))
      .map(({ weight: _weight, ...reason }) => reason),
  };
}

export const bestMentors = (
  learner: MatchedLearner,
  mentors: readonly MatchedMentor[],
  count: number,
  rarity: Rarity,
): { mentor: MatchedMentor; fit: Fit }[] =>
  mentors
    .flatMap((mentor) => {
      const fit = fitOf(learner, mentor, rarity);
      return fit ? [{ mentor, fit }] : [];
    })
    .sort((a, b) => b.fit.learnerScore - a.fit.learnerScore || (a.mentor.id < b.mentor.id ? -1 : 1))
    .slice(0, count);
