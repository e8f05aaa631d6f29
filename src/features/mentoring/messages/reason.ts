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
  language: {
    learner: (items: string): Text => ({ fr: `parle ${items}`, en: `speaks ${items}` }),
    mentor: (items: string): Text => ({ fr: `parle ${items}`, en: `speaks ${items}` }),
    staff: (items: string): Text => ({ fr: `langue commune : ${items}`, en: `language in common: ${items}` }),
  },
  course: {
    learner: { fr: 'connaît votre formation', en: 'knows your course' },
    mentor: { fr: 'suit une formation que vous connaissez', en: 'follows a course that you know' },
    staff: { fr: 'formation connue du mentor', en: 'a course that the mentor knows' },
  },
  city: { fr: 'même ville', en: 'same city' },
  department: (name: string): Text => ({ fr: `même département : ${name}`, en: `same department: ${name}` }),
  region: { fr: 'même région', en: 'same region' },
  /** What a learner wished for is theirs: the mentor does not read it, and staff do not read whose wish it is. */
  wish: { fr: 'une personne que vous souhaitiez', en: 'somebody you wished for' },
  liking: {
    learner: { fr: 'souhaite aider des personnes comme vous', en: 'wishes to help people like you' },
    mentor: { fr: 'une personne que vous souhaitez aider en priorité', en: 'somebody whom you would rather help' },
  },
  preference: { fr: 'souhait exprimé', en: 'a wish that was said' },
  score: (percent: number): Text => ({ fr: `Correspond à ${percent} %`, en: `Fits at ${percent}%` }),
} as const;

/** `mardi soir`. */
export const slotText = (slot: Slot, locale: Locale): string => slotName(slot)[locale];
