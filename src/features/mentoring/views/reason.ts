import type { Fit, Reason, Slot } from '../../../kernel/mentoring.ts';
import type { Locale } from '../../../kernel/text.ts';
import { departmentText, languageName, listed, skillText, slotText, text, themeName } from '../messages/reason.ts';
import { near } from '../rules/part.ts';

/** Of those that are many, so many are said. */
const mostSaid = 3;
/** French writes languages in lower case, English does not. */
const inSentence = (language: string, locale: Locale): string => (locale === 'fr' ? language.toLowerCase() : language);
const some = (items: readonly string[], locale: Locale): string => listed(items.slice(0, mostSaid), locale);

/** Whoever reads: each is told of the other, and nothing of what the other keeps to themselves. */
export type Reader = 'learner' | 'mentor' | 'staff';

function preferenceText(items: readonly string[], reader: Reader, locale: Locale): string[] {
  if (reader === 'staff') return [text.preference[locale]];
  if (reader === 'mentor') return items.includes('liking') ? [text.liking.mentor[locale]] : [];
  return [
    ...(items.includes('wish') ? [text.wish[locale]] : []),
    ...(items.includes('liking') ? [text.liking.learner[locale]] : []),
    ...(items.length === 0 ? [text.preference[locale]] : []),
  ];
}

function placeText({ value, items: [department] }: Reason, locale: Locale): string {
  if (value >= near.city) return text.city[locale];
  if (value >= near.department && department) return text.department(departmentText(department))[locale];
  return text.region[locale];
}

/** `CV et React, le mardi soir en commun`: why two people fit, the strongest first. `common` are parts of the week of whoever reads. */
export function reasonsText(reasons: readonly Reason[], common: readonly Slot[], reader: Reader, locale: Locale): string {
  const said = reasons.flatMap((reason): string[] => {
    const { part, items } = reason;
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
              text.language[reader](
                some(
                  items.map((id) => inSentence(languageName(id)[locale], locale)),
                  locale,
                ),
              )[locale],
            ]
          : [];
      case 'field':
        return [text.course[reader][locale]];
      case 'preference':
        return preferenceText(items, reader, locale);
      case 'place':
        return [placeText(reason, locale)];
      default:
        return [];
    }
  });
  return said.join(', ');
}

export const percentOf = (score: number): number => Math.round(score * 100);

/** Of what a row keeps. */
export const keptReasons = (kept: unknown): Reason[] => (Array.isArray(kept) ? kept : []) as Reason[];

export const fitText = ({ score, reasons }: Fit, common: readonly Slot[], reader: Reader, locale: Locale): string =>
  [text.score(percentOf(score))[locale], reasonsText(reasons, common, reader, locale)].filter(Boolean).join(' · ');
