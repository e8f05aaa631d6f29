import { wallOf } from '../../../kernel/day.ts';
import type { Locale, Text } from '../../../kernel/text.ts';

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

/** The same, for a sentence in both languages. */
export const inBothLanguages = (at: Date, timeZone: string): Text => ({
  fr: inWords(at, timeZone, 'fr'),
  en: inWords(at, timeZone, 'en'),
});

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
