import { cities } from '../../../kernel/city.ts';
import type { Mobility } from '../../../kernel/fit.ts';
import type { Contract, Level, Remote } from '../../../kernel/hiring.ts';
import { skillName } from '../../../kernel/skill.ts';
import { fold } from '../../../kernel/text.ts';
import { linkLimit, smallestGroup } from './limit.ts';

/** What the two forms of a profile give. */
export type Search = {
  contracts: readonly Contract[];
  city: string | null;
  department: string;
  mobility: Mobility;
  remote: Remote | null;
  availableFrom: Date | null;
};
export type Ability = { skills: readonly string[]; level: Level; pitch: string; links: readonly string[] };

/** Web addresses, one a line or separated by spaces, with or without `https://`. `bad`: those that are none. */
export function readLinks(typed: string): { links: string[]; bad: string[] } {
  const links: string[] = [];
  const bad: string[] = [];
  for (const word of typed.split(/[\s,;]+/).filter(Boolean)) {
    const url = URL.parse(/^https?:\/\//i.test(word) ? word : `https://${word}`);
    const isSafe = url && /^https?:$/.test(url.protocol) && /\.[a-z]{2,}$/i.test(url.hostname) && !url.username && !url.password;
    if (isSafe && url.href.length <= linkLimit) links.push(url.href.replace(/\/$/, ''));
    else bad.push(word);
  }
  return { links: [...new Set(links)], bad };
}

/** A town that many live in may be shown; a village would name somebody. */
export const isLargeCity = (city: string, department: string): boolean =>
  (cities[department] ?? '').split(', ').some((name) => fold(name) === fold(city));

/** Course and campus say nothing of somebody only when enough others share them. */
export const isLargeGroup = (people: number): boolean => people >= smallestGroup;

/** Folded words in which a company searches: what the card shows in either language, and nothing else. */
export const searchable = ({ skills, pitch }: Pick<Ability, 'skills' | 'pitch'>): string =>
  fold([...skills.flatMap((skill) => Object.values(skillName(skill))), pitch].join(' ')).slice(0, 2_000);

/** Words of a search, at least two letters each. `C#` and `.NET` keep their signs. */
export const wordsOf = (typed: string): string[] =>
  fold(typed)
    .split(/[^\p{L}\p{N}+#.]+/u)
    .filter((word) => word.length >= 2)
    .slice(0, 10);

export type Gap = 'contracts' | 'department' | 'skills' | 'level';

/** What is missing before a profile can be shown. */
export const gapsOf = (profile: {
  contracts: readonly string[];
  department: string | null;
  skills: readonly string[];
  level: Level | null;
}): Gap[] => [
  ...(profile.contracts.length === 0 ? (['contracts'] as const) : []),
  ...(profile.department === null ? (['department'] as const) : []),
  ...(profile.skills.length === 0 ? (['skills'] as const) : []),
  ...(profile.level === null ? (['level'] as const) : []),
];
