import { type Fit, type Reason, type Slot, slots } from '../../../kernel/mentoring.ts';
import type { Locale } from '../../../kernel/text.ts';
import { departmentText, languageName, listed, skillText, slotText, text, themeName } from '../messages/reason.ts';

/** Of those that are many, so many are said. */
const mostSaid = 3;
/** French writes languages in lower case, English does not. */
const inSentence = (language: string, locale: Locale): string => (locale === 'fr' ? language.toLowerCase() : language);
const some = (items: readonly string[], locale: Locale): string => listed(items.slice(0, mostSaid), locale);

/** `CV et React, le mardi soir en commun`: why two people fit, the strongest first. `slots` are of whoever reads. */
export function reasonsText(reasons: readonly Reason[], common: readonly Slot[], locale: Locale): string {
  const said = reasons.flatMap(({ part, items }): string[] => {
    switch (part) {
      case 'themes':
        return items.length > 0
          ? [
              text.themes(
                some(
                  items.map((id) => themeName(id)[locale]),
                  locale,
                ),
              )[locale],
            ]
          : [];
      case 'skills':
        return items.length > 0
          ? [
              text.skills(
                some(
                  items.map((id) => skillText(id, locale)),
                  locale,
                ),
              )[locale],
            ]
          : [];
      case 'time':
        return common.length > 0
          ? [
              text.time(
                some(
                  common.map((slot) => slotText(slot, locale)),
                  locale,
                ),
              )[locale],
            ]
          : [];
      case 'language':
        return items.length > 0
          ? [
              text.language(
                some(
                  items.map((id) => inSentence(languageName(id)[locale], locale)),
                  locale,
                ),
              )[locale],
            ]
          : [];
      case 'field':
        return [text.course[locale]];
      case 'preference':
        return [text.preference[locale]];
      case 'place':
        return [items[0] ? text.department(departmentText(items[0]))[locale] : text.near[locale]];
      default:
        return [];
    }
  });
  return said.join(', ');
}

export const percentOf = (score: number): number => Math.round(score * 100);

/** Of what a row keeps: the parts of the week are kept as they were for whoever learns. */
export function keptReasons(kept: unknown): { reasons: Reason[]; slots: Slot[] } {
  const reasons = (Array.isArray(kept) ? kept : []) as Reason[];
  const items = reasons.find(({ part }) => part === 'time')?.items ?? [];
  return { reasons, slots: slots.filter((slot) => items.includes(slot)) };
}

export const fitText = ({ score, reasons }: Fit, common: readonly Slot[], locale: Locale): string =>
  [text.score(percentOf(score))[locale], reasonsText(reasons, common, locale)].filter(Boolean).join(' · ');
