import type { Locale, Text } from '../../../kernel/text.ts';
import { noHour, otherWeekday, past, skippedHour, tooFar, unread } from '../messages/session.ts';
import { readMoment } from '../rules/moment.ts';
import { dayInWords, inBothLanguages } from '../rules/zone.ts';

/** Where and when something is typed, and in which language first. */
export type Typing = { now: Date; timeZone: string; locale: Locale };

/**
 * A moment to come in people's words, `mardi prochain à 18h30`, which whoever plans anything reads like this. Throws `sessions.when`, `sessions.no_hour`,
 * `sessions.past`, `sessions.far`, `sessions.weekday`, `sessions.skipped`, which say what was understood.
 */
export function requireMoment(typed: string, typing: Typing): Date {
  const { timeZone } = typing;
  const read = readMoment(typed, typing);
  if (read.ok) return read.at;
  const { fault, understood } = read;
  if (fault === 'unread' || !understood) throw unread(typed);
  const day: Text = { fr: dayInWords(understood, timeZone, 'fr'), en: dayInWords(understood, timeZone, 'en') };
  if (fault === 'hour') throw noHour(day);
  if (fault === 'past') throw past(inBothLanguages(understood, timeZone));
  if (fault === 'far') throw tooFar(day);
  throw fault === 'weekday' ? otherWeekday(day) : skippedHour(day);
}
