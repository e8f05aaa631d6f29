import { addDays, dayOf, startOf } from '../../../kernel/day.ts';
import { day, hour, second } from '../../../kernel/time.ts';

/** How long an offer without a last day stays open, and how much longer a renewal makes it. */
export const openFor = 45 * day;
/** How long it may be hidden, whatever the reason: who applied must not wait for ever. */
export const hiddenFor = 45 * day;
/** Before the end, when the author is asked. */
export const expiryNotice = 3 * day;
/** Staff answer within that; then they are reminded, once an offer. */
export const reviewTarget = 48 * hour;
/** Drafts, and what staff sent back or refused, once nobody touches them. */
export const draftKeptFor = 90 * day;
/** After an offer has ended, who wrote and who reviewed it is forgotten. */
export const endedKeptFor = 730 * day;
/** Posts that are kept awake, the newest of a server: Discord takes a thousand active threads a server, for everybody. */
export const mostAwake = 500;
/** How often the others are looked at. */
export const asleepFor = 7 * day;
/** How long the author of an offer whose post was deleted may choose. */
export const choiceFor = 7 * day;
/** Distinct people whose reports hide an offer until staff have looked at it. */
export const reportsToHide = 3;
/** Approved offers after which those of a company are published at once and reviewed after. */
export const approvedToTrust = 3;
/** Unfinished offers of one person. */
export const mostDrafts = 10;

type Waiting = {
  state: string;
  decidedAt: Date | null;
  proposedAt: Date | null;
  reportedAt: Date | null;
  flaggedAt: Date | null;
};

/** True while staff have something to decide about it: one report is enough, whatever became of the offer meanwhile. */
export const waitsForStaff = ({ state, decidedAt, proposedAt, reportedAt, flaggedAt }: Waiting): boolean =>
  state === 'pending' ||
  flaggedAt !== null ||
  (state === 'published' && (decidedAt === null || proposedAt !== null)) ||
  (state === 'hidden' && (reportedAt !== null || proposedAt !== null));

/** States in which an author may change the text. */
export const isOpen = (state: string): boolean =>
  state === 'pending' || state === 'asked' || state === 'published' || state === 'hidden';

/** What ends at midnight is there until the day before. */
export const lastMoment = (end: Date): Date => new Date(end.getTime() - second);

/** The end of a last day where the server is. */
export const endOf = (deadline: Date, timeZone: string): Date => startOf(addDays(dayOf(deadline), 1), timeZone);

/** When an offer that is published now ends. */
export const endFrom = (now: Date, deadline: Date | null, timeZone: string): Date =>
  deadline ? endOf(deadline, timeZone) : new Date(now.getTime() + openFor);

type Dates = { startsOn: Date | null; deadline: Date | null };

/**
 * The dates of an offer that is kept open until `until`: the last day to apply moves with it, never back, and never past the first day of the work. A first
 * day that has come is none any more: the work starts as soon as possible.
 */
export function renewDates({ startsOn, deadline }: Dates, { today, until }: { today: Date; until: Date }): Dates {
  const start = startsOn && startsOn > today ? startsOn : null;
  if (!deadline) return { startsOn: start, deadline };
  const wanted = start && start < until ? start : until;
  return { startsOn: start, deadline: wanted > deadline ? wanted : deadline };
}
