import {
  type Language,
  languages,
  type Slot,
  type Stage,
  slotName,
  stages,
  type Theme,
  themes,
} from '../../../kernel/mentoring.ts';
import { departmentName, isDepartment } from '../../../kernel/place.ts';
import { skillName } from '../../../kernel/skill.ts';
import { escapeMarkdown, type Locale, type Text } from '../../../kernel/text.ts';

const and: Text = { fr: ' et ', en: ' and ' };

/** `React, Node.js et SQL`. */
export const listed = (items: readonly string[], locale: Locale): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')}${and[locale]}${items.at(-1)}`;

const known = <K extends string>(table: Record<K, Text>, id: string): Text =>
  Object.hasOwn(table, id) ? table[id as K] : { fr: id, en: id };

export const themeName = (id: string): Text => known<Theme>(themes, id);
export const languageName = (id: string): Text => known<Language>(languages, id);
export const stageName = (id: string): Text => known<Stage>(stages, id);
export const skillText = (id: string, locale: Locale): string => escapeMarkdown(skillName(id)[locale]);
export const departmentText = (code: string): string => (isDepartment(code) ? departmentName(code) : code);

export const text = {
  themes: (items: string): Text => ({ fr: items, en: items }),
  skills: (items: string): Text => ({ fr: items, en: items }),
  time: (items: string): Text => ({ fr: `${items} en commun`, en: `${items} in common` }),
  language: (items: string): Text => ({ fr: `parle ${items}`, en: `speaks ${items}` }),
  course: { fr: 'connaît votre formation', en: 'knows your course' },
  city: { fr: 'même ville', en: 'same city' },
  department: (name: string): Text => ({ fr: `même coin : ${name}`, en: `same area: ${name}` }),
  near: { fr: 'près de chez vous', en: 'near you' },
  preference: {
    fr: 'une personne que vous souhaitiez, ou qui souhaite aider des personnes comme vous',
    en: 'somebody you wished for, or who wishes to help people like you',
  },
  waiting: { fr: 'attend depuis longtemps', en: 'has waited long' },
  preferenceShort: { fr: 'souhait exprimé', en: 'a wish of theirs' },
  score: (percent: number): Text => ({ fr: `Correspond à ${percent} %`, en: `Fits at ${percent}%` }),
} as const;

/** `mardi soir`. */
export const slotText = (slot: Slot, locale: Locale): string => slotName(slot)[locale];
