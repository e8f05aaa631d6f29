import type { Theme } from '../../../kernel/mentoring.ts';
import type { Text } from '../../../kernel/text.ts';
import { day, hour } from '../../../kernel/time.ts';

/** What one short session can be about. `minutes` is what it takes when nobody says otherwise. */
export const flashThemes = {
  cv: { fr: 'Relire mon CV ou mon profil', en: 'Review my CV or profile', minutes: 30 },
  interview: { fr: 'M’entraîner à un entretien', en: 'Practise an interview', minutes: 45 },
  code_review: { fr: 'Une question de code', en: 'A question about code', minutes: 30 },
} as const satisfies Partial<Record<Theme, Text & { minutes: number }>>;
export type FlashTheme = keyof typeof flashThemes;

export const isFlashTheme = (theme: string): theme is FlashTheme => Object.hasOwn(flashThemes, theme);

/** What a row says; a theme that is no more counts as half an hour. */
export const usualMinutes = (theme: string): number => (isFlashTheme(theme) ? flashThemes[theme].minutes : 30);

export const lengths = [15, 30, 45, 60, 90] as const;

/** How long mentors have to take it. */
export const answerTime = 48 * hour;
/** A thread is deleted so long after the end. */
export const threadKept = 48 * hour;
/** A thread about which somebody wrote to staff stays until they have looked, at most this long. */
export const reportedKept = 30 * day;
/** A session that nobody said was done or off is over by then. */
export const takenFor = 14 * day;
/** Flash sessions that a learner may ask in seven days. */
export const mostAWeek = 3;
export const week = 7 * day;

/** Mentors who have one flash before them at once, at most: whoever passes makes room for another. */
export const mostAsked = 30;
/** Flash requests that reach one mentor in 24 hours, at most. */
export const mostAsksADay = 2;

export const aboutLimit = 500;
