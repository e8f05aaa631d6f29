import { skillKeys } from '../../../kernel/fit.ts';
import type { Language, Slot, Stage, Theme, Way } from '../../../kernel/mentoring.ts';
import { longestSkill, mostSkills, readSkills } from '../../../kernel/skill.ts';

/** What the first form of a request gives. */
export type Wish = {
  goals: string;
  themes: readonly Theme[];
  skills: string;
  availability: readonly Slot[];
  languages: readonly Language[];
};
/** What the second gives. */
export type Detail = {
  ways: readonly Way[];
  stage: Stage | null;
  city: string | null;
  department: string | null;
  timeZone: string | null;
};

export type SkillFault = { fault: 'many'; count: number } | { fault: 'long'; skills: string[] };

/** What was typed of skills, the most important first, and what is wrong with it. */
export function readWanted(typed: string): { skills: string[]; keys: string[]; faults: SkillFault[] } {
  const skills = readSkills(typed);
  const long = skills.filter((skill) => skill.length > longestSkill);
  return {
    skills,
    keys: skillKeys(skills),
    faults: [
      ...(skills.length > mostSkills ? [{ fault: 'many' as const, count: skills.length }] : []),
      ...(long.length > 0 ? [{ fault: 'long' as const, skills: long }] : []),
    ],
  };
}

/** The same with `main` first: it counts most. */
export const withFirst = <T>(all: readonly T[], main: T): T[] =>
  all.includes(main) ? [main, ...all.filter((one) => one !== main)] : [...all];

/** A new choice of themes keeps the order that somebody gave to those that stay. */
export const keepOrder = <T>(former: readonly T[], chosen: readonly T[]): T[] => [
  ...former.filter((one) => chosen.includes(one)),
  ...chosen.filter((one) => !former.includes(one)),
];
