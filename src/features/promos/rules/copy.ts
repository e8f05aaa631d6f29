import { addDays, type Day } from './day.ts';
import { type Counts, limits } from './space.ts';

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

/** Roles and channels that come (or, below zero, go) on a day. */
export type Wave = Counts & { on: Day };

/** The fullest that a server will be, and on which day. */
export type Peak = { roles: number; channels: number; rolesOn: Day; channelsOn: Day };

/** From what is there today, through all that comes and goes. On a day that has both, what comes is first. */
export function peakOf(there: Counts, waves: readonly Wave[], today: Day): Peak {
  const peak: Peak = { ...there, rolesOn: today, channelsOn: today };
  let { roles, channels } = there;
  for (const { on, ...wave } of [...waves].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : b.channels - a.channels))) {
    roles += wave.roles;
    channels += wave.channels;
    const day = on < today ? today : on;
    if (roles > peak.roles) Object.assign(peak, { roles, rolesOn: day });
    if (channels > peak.channels) Object.assign(peak, { channels, channelsOn: day });
  }
  return peak;
}

/** True when copies may be created: nothing stands against any of them. */
export const isReady = ({ copies, peak }: { copies: readonly { problem: unknown }[]; peak: Counts }): boolean =>
  copies.length > 0 && copies.every(({ problem }) => problem === null) && !isTooFull(peak);

export const isTooFull = ({ roles, channels }: Counts): boolean => roles > limits.roles || channels > limits.channels;
