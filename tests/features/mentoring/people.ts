import {
  languages,
  type MatchedLearner,
  type MatchedMentor,
  type Slot,
  slots,
  stages,
  themes,
  ways,
  weeklyHours,
} from '../../../src/kernel/mentoring.ts';
import { skills } from '../../../src/kernel/skill.ts';

const keysOf = <T extends string>(record: Readonly<Record<T, unknown>>): T[] => Object.keys(record) as T[];
const departments = ['59', '62', '75', '93', '69', '13', '31', '974'];

/** Somebody who learns and somebody who helps, at random; `count` of each make ids that sort as they come. */
export function peopleOf(random: () => number, { learners, mentors }: { learners: number; mentors: number }) {
  const below = (count: number) => Math.floor(random() * count);
  const one = <T>(list: readonly T[]): T => {
    const chosen = list[below(list.length)];
    if (chosen === undefined) throw new Error('an empty list');
    return chosen;
  };
  const some = <T>(list: readonly T[], least: number, most: number, skew = 1): T[] => {
    const chosen = new Set<T>();
    const wanted = least + below(most - least + 1);
    for (let tries = 0; chosen.size < wanted && tries < 20 * wanted; tries++) {
      const item = list[Math.floor(list.length * random() ** skew)];
      if (item !== undefined) chosen.add(item);
    }
    return [...chosen];
  };
  const skillIds = skills.map(({ id }) => id);
  const idOf = (base: number, index: number) => String(base + index);
  const person = (id: string) => ({
    id,
    themes: some(keysOf(themes), 1, 4),
    // A few skills that many have, many that few do.
    skills: some(skillIds, 2, 8, 3),
    languages: [...new Set(['fr' as const, ...some(keysOf(languages), 0, 2)])].slice(random() < 0.05 ? 1 : 0),
    hours: weeklyHours(some<Slot>(slots, 1, 7), 60),
    ways: some(keysOf(ways), 1, 3),
    city: one(['Lille', 'Roubaix', null]),
    department: one([...departments, null]),
    avoids: [] as string[],
  });
  const mentorIds = Array.from({ length: mentors }, (_, index) => idOf(500_000, index));
  const allMentors: MatchedMentor[] = mentorIds.map((id) => ({
    ...person(id),
    seats: 1 + below(5),
    courses: some([1, 2, 3, 4, 5, 6, 7, 8], 0, 2),
    prefersCourses: random() < 0.3 ? some([1, 2, 3, 4, 5, 6, 7, 8], 1, 3) : [],
    prefersCampuses: random() < 0.2 ? some([1, 2, 3, 4], 1, 2) : [],
    prefersStages: random() < 0.2 ? some(keysOf(stages), 1, 2) : [],
  }));
  const allLearners: MatchedLearner[] = Array.from({ length: learners }, (_, index) => ({
    ...person(idOf(100_000, index)),
    avoids: random() < 0.1 ? some(mentorIds, 1, 2) : [],
    course: random() < 0.9 ? 1 + below(8) : null,
    campus: random() < 0.9 ? 1 + below(4) : null,
    stage: random() < 0.9 ? one(keysOf(stages)) : null,
    preferred: random() < 0.2 ? some(mentorIds, 1, 3) : [],
    waitingDays: below(90),
  }));
  return { learners: allLearners, mentors: allMentors };
}
