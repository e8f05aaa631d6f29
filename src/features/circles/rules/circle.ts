import { addDays, type Day, daysBetween, parseDay } from '../../../kernel/day.ts';
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
