import { addDays, type Day, daysBetween, parseDay, startOf } from '../../../kernel/day.ts';
import { day, hour, minute } from '../../../kernel/time.ts';

export const fewestSeats = 2;
export const mostSeats = 8;
/** Longest that a circle may last, in days from today. */
export const longestCircle = 183;
/** By which one may be prolonged, once. */
export const longestProlonging = 92;
/** Circles that a mentor leads at once, and that a learner is in or waits for. */
export const mostLed = 2;
export const mostJoined = 3;

/** Those in the thread are told so long before the end. */
export const warnedBefore = 7;
/** A thread is deleted so long after its circle. */
export const threadKept = 30 * day;
/** A circle without a mentor ends by then. */
export const longestWithoutMentor = 14 * day;
/** A draft that nobody published. */
export const draftKept = 7 * day;

export const remindedBefore = 24 * hour;
/** When a meeting is over, as it was planned. */
export const endOf = ({ startsAt, minutes }: { startsAt: Date; minutes: number }): Date =>
  new Date(startsAt.getTime() + minutes * minute);

/** A meeting that nobody settled is forgotten by then. */
export const unsettledFor = 14 * day;
/** How far ahead the next meeting may be, in days. */
export const furthestMeeting = 92;

export const titleLimit = 60;
export const aboutLimit = 800;
export const placeLimit = 200;

export type EndFault = 'unreadable' | 'past' | 'far';

/** The last day of a circle, as people type it. */
export function readEnd(
  typed: string,
  today: Day,
  most = longestCircle,
): { ok: true; day: Day } | { ok: false; fault: EndFault } {
  const read = parseDay(typed);
  if (!read) return { ok: false, fault: 'unreadable' };
  if (read <= today) return { ok: false, fault: 'past' };
  return daysBetween(today, read) > most ? { ok: false, fault: 'far' } : { ok: true, day: read };
}

/** A circle that was to end on `endsOn` may go on until then: once, and never beyond what a new one could last. */
export const latestProlonging = (endsOn: Day, today: Day): Day => {
  const [byStep, byLength] = [addDays(endsOn, longestProlonging), addDays(today, longestCircle)];
  return byStep < byLength ? byStep : byLength;
};

/** Minutes since midnight: `18 h`, `18h30`, `18:30`, `6 pm`, `6:30 pm`. Null when it is none. */
export function parseHour(typed: string): number | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^(à|at)/, '');
  const found = /^(\d{1,2})(?:(?:h|:|\.)(\d{2})?|heures?(\d{2})?)?(am|pm)?$/.exec(text);
  if (!found) return null;
  const [, hours, minutes, written, half] = found;
  const typedHour = Number(hours);
  if (half && (typedHour < 1 || typedHour > 12)) return null;
  const at = half ? (typedHour % 12) + (half === 'pm' ? 12 : 0) : typedHour;
  const past = Number(minutes ?? written ?? 0);
  return at > 23 || past > 59 ? null : at * 60 + past;
}

const halfDay = 12 * 60;

/** The moment when clocks of that zone show it; in the hour that a change of time skips, the one after. */
export function momentOf(on: Day, minutes: number, timeZone: string): Date {
  const begin = startOf(on, timeZone).getTime();
  const about = begin + minutes * minute;
  const [hours = 0, past = 0] = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(about)
    .split(/\D/)
    .map(Number);
  // A change of the clocks since midnight moved what they show by its own length, maybe into the next day.
  const shift = (((minutes - (hours * 60 + past) + 3 * halfDay) % (2 * halfDay)) - halfDay) * minute;
  return new Date(about + shift);
}
