import { addDays, type Day } from '../../../kernel/day.ts';
import { isTooFull } from './budget.ts';
import type { Counts } from './space.ts';

/** How far a promo may be moved. */
export const mostWeeks = 156;
/** A year with its weekdays: what begins on a Monday begins on a Monday. */
export const oneYear = 52;
export const mostCopies = 100;

const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const shifted = (day: Day, weeks: number): Day => addDays(day, 7 * weeks);

const twoDigits = (year: number): string => String(year % 100).padStart(2, '0');

/**
 * The name of a copy: the years that it holds move along (`2026`, `2026-2027`, `2026/27`); a name without one gets the year in which the copy
 * begins.
 */
export function nextName(name: string, { start, weeks }: { start: Day; weeks: number }): string {
  const to = yearOf(shifted(start, weeks));
  const years = Math.max(to - yearOf(start), Math.floor(weeks / oneYear));
  const year = /(?<!\d)(20\d\d)(?:([-/–])(\d\d))?(?!\d)/g;
  if (!year.test(name)) return `${name} ${to}`;
  return name.replace(year, (_, full: string, dash: string | undefined, short: string | undefined) =>
    short === undefined ? String(Number(full) + years) : `${Number(full) + years}${dash}${twoDigits(Number(short) + years)}`,
  );
}

/** True when copies may be created: nothing stands against any of them. */
export const isReady = ({ copies, peak }: { copies: readonly { problem: unknown }[]; peak: Counts }): boolean =>
  copies.length > 0 && copies.every(({ problem }) => problem === null) && !isTooFull(peak);
