import { type Day, dateOf } from '../../../kernel/day.ts';
import type { Locale } from '../../../kernel/text.ts';
import { minute, day as oneDay } from '../../../kernel/time.ts';

/** What a clock of that zone shows, read as if it were UTC: to reckon with days and hours there. */
export function wallOf(at: Date, timeZone: string): Date {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return new Date(`${shown.replace(' ', 'T')}Z`);
}

/**
 * The moment at which a clock of that zone shows that day and that minute of it; the first, when the clock shows it twice. Null when it never does: the hour
 * that is skipped in spring.
 */
export function momentAt(day: Day, minuteOfDay: number, timeZone: string): Date | null {
  const wall = dateOf(day).getTime() + minuteOfDay * minute;
  const offsetAt = (at: number) => wallOf(new Date(at), timeZone).getTime() - at;
  const candidates = [offsetAt(wall - oneDay), offsetAt(wall + oneDay)].map((offset) => wall - offset);
  const shown = candidates.filter((at) => wallOf(new Date(at), timeZone).getTime() === wall);
  return shown.length > 0 ? new Date(Math.min(...shown)) : null;
}

const tags = { fr: 'fr-FR', en: 'en-GB' } as const;

/** `mardi 19 janvier à 18 h 30`, `Tuesday 19 January at 18:30`. Nothing is planned so far ahead that the year would matter. */
export function inWords(at: Date, timeZone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(tags[locale], {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const { weekday, day, month, hour = '', minute: minutes } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  if (locale === 'en') return `${weekday} ${day} ${month} at ${hour}:${minutes}`;
  const time = `${Number(hour)} h${minutes === '00' ? '' : ` ${minutes}`}`;
  return `${weekday} ${day === '1' ? '1er' : day} ${month} à ${time}`;
}

/** `mardi 19 janvier 2027`. */
export const dayInWords = (at: Date, timeZone: string, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at);

/** Where that clock is: `La Réunion`, `New York`; the zone's own name where the language has none, `Paris`. */
export function zoneName(timeZone: string, locale: Locale): string {
  const parts = new Intl.DateTimeFormat(tags[locale], { timeZone, timeZoneName: 'shortGeneric' }).formatToParts();
  const said = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const place = (locale === 'fr' ? /^heure : (.+)$/ : /^(.+) Time$/).exec(said)?.[1];
  return place ?? (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/** True when clocks of both zones show the same at that moment. */
export const showSame = (at: Date, one: string, other: string): boolean =>
  wallOf(at, one).getTime() === wallOf(at, other).getTime();
