import {
  type Language,
  languages,
  type Slot,
  type Stage,
  slotName,
  type Theme,
  themes,
  type Way,
  ways,
} from '../../../kernel/mentoring.ts';
import { type Department, departmentName } from '../../../kernel/place.ts';
import { skillName } from '../../../kernel/skill.ts';
import { cut, escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';
import { zoneName } from '../../../kernel/zone.ts';
import { text } from '../messages/profile.ts';
import type { Mentor } from '../service/mentor.ts';

/** Typed by somebody; each line stays inside the quotation. `limit` is of the whole. */
export const quoted = (typed: string, limit = 1_000): string =>
  cut(
    escapeMarkdown(typed)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n'),
    limit,
  );

const named = (keys: readonly string[], names: Readonly<Record<string, Text>>, locale: Locale): string =>
  keys.flatMap((key) => names[key]?.[locale] ?? []).join(', ');

/** Each slot is said whole: `mardi matin, mardi soir`. */
const slotsOf = (keys: readonly string[], locale: Locale): string =>
  keys.map((slot) => slotName(slot as Slot)[locale]).join(', ');

export const placeOf = ({ city, department }: Pick<Mentor, 'city' | 'department'>): string =>
  city && department ? `${city} (${department})` : department ? departmentName(department as Department) : '';

export type Fact = { name: Text; value: string };

/** What somebody said of themselves, field by field, without what they left out. */
export function factsOf(mentor: Mentor, prefers: readonly string[], locale: Locale): Fact[] {
  const stagesSaid = named(mentor.prefersStages as Stage[], text.stageNames, locale);
  const preferred = [...prefers.map((name) => escapeMarkdown(cut(name, 60))), ...(stagesSaid ? [stagesSaid] : [])].join(', ');
  const facts: Fact[] = [
    { name: text.help, value: named(mentor.themes as Theme[], themes, locale) },
    { name: text.skills, value: mentor.skills.map((skill) => escapeMarkdown(skillName(skill)[locale])).join(', ') },
    { name: text.availability, value: slotsOf(mentor.availability, locale) },
    { name: text.languages, value: named(mentor.languages as Language[], languages, locale) },
    { name: text.ways, value: named(mentor.ways as Way[], ways, locale) },
    { name: text.place, value: escapeMarkdown(placeOf(mentor)) },
    { name: text.timeZone, value: mentor.timeZone === null ? '' : escapeMarkdown(zoneName(mentor.timeZone)[locale]) },
    { name: text.job, value: escapeMarkdown(mentor.job) },
    { name: text.prefers, value: cut(preferred, 600) },
  ];
  return facts.filter(({ value }) => value !== '');
}
