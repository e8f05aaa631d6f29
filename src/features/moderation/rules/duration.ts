import type { Measure } from '../../../kernel/moderation.ts';
import { longestTimeoutSeconds } from '../../../kernel/moderation.ts';
import { fold } from '../../../kernel/text.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Seconds of each unit, by what people write; a month is thirty days, a year 365. */
const units: readonly (readonly [RegExp, number])[] = [
  [/^(s|secs?|secondes?|seconds?)$/, 1],
  [/^(m|min|mins|minutes?)$/, minute],
  [/^(h|hrs?|heures?|hours?)$/, hour],
  [/^(j|d|jours?|days?)$/, day],
  [/^(w|sem|semaines?|wk|weeks?)$/, 7 * day],
  [/^(mois|months?)$/, 30 * day],
  [/^(an|ans|annees?|y|years?)$/, 365 * day],
];
/** What follows `1 h` in `1 h 30`. */
const smaller = new Map([
  [hour, minute],
  [day, hour],
]);

const numbers: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  one: 1,
  a: 1,
  an: 1,
  deux: 2,
  two: 2,
  trois: 3,
  three: 3,
  quatre: 4,
  four: 4,
  cinq: 5,
  five: 5,
  six: 6,
  sept: 7,
  seven: 7,
  huit: 8,
  eight: 8,
  neuf: 9,
  nine: 9,
  dix: 10,
  ten: 10,
  quinze: 15,
  fifteen: 15,
  trente: 30,
  thirty: 30,
};

const unitOf = (word: string): number | undefined => units.find(([pattern]) => pattern.test(word))?.[1];

/** Whole seconds of `2 h`, `3 jours`, `1w`, `1 j 12 h`, `1h30`, `une semaine`; null for anything else. */
export function readDuration(typed: string): number | null {
  const words = fold(typed)
    .replace(/(\d)[.,](\d)/g, '$1.$2')
    .replace(/[,;+]|\b(et|and)\b/g, ' ')
    .match(/\d+(\.\d+)?|[a-z]+|\S/g);
  if (!words || words.length > 10) return null;
  let total = 0;
  let last: number | undefined;
  for (let at = 0; at < words.length; at += 2) {
    const [count = '', unit] = words.slice(at, at + 2);
    const amount = /^\d/.test(count) ? Number(count) : numbers[count];
    const seconds = unit === undefined ? smaller.get(last ?? 0) : unitOf(unit);
    // The largest comes first, and each once: `3 h 2 j` is no duration that anybody means.
    if (amount === undefined || seconds === undefined || (last !== undefined && seconds >= last)) return null;
    total += amount * seconds;
    last = seconds;
  }
  const whole = Math.round(total);
  return whole > 0 && Number.isSafeInteger(whole) ? whole : null;
}

/** What a measure may last, in seconds; null: it has no length. */
export const boundsOf = (kind: Measure): { least: number; most: number } | null => {
  if (kind === 'timeout') return { least: minute, most: longestTimeoutSeconds };
  return kind === 'tempban' ? { least: hour, most: 365 * day } : null;
};

/** The same for a measure: 28 days is the minute less that Discord allows. */
export function readLength(kind: Measure, typed: string): number | null {
  const seconds = readDuration(typed);
  const isLongest = kind === 'timeout' && seconds === 28 * day;
  return isLongest ? longestTimeoutSeconds : seconds;
}

/** For a length that somebody begins to type. */
export const usualSeconds = [10 * minute, hour, 6 * hour, day, 3 * day, 7 * day, 14 * day, longestTimeoutSeconds] as const;
export const usualBanSeconds = [day, 3 * day, 7 * day, 14 * day, 30 * day, 90 * day, 180 * day, 365 * day] as const;
