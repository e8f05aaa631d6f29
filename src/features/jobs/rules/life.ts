import { day, hour } from '../../../kernel/time.ts';

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
/** How long the author of an offer whose post was deleted may choose. */
export const choiceFor = 7 * day;
/** Distinct people whose reports hide an offer until staff have looked at it. */
export const reportsToHide = 3;
/** Approved offers after which those of a company are published at once and reviewed after. */
export const approvedToTrust = 3;
/** Unfinished offers of one person. */
export const mostDrafts = 10;

/** States in which an author may change the text. */
export const isOpen = (state: string): boolean =>
  state === 'pending' || state === 'asked' || state === 'published' || state === 'hidden';

/** The last moment of a last day, in UTC: nobody is shut out before their day is over. */
export const endOf = (deadline: Date): Date => new Date(deadline.getTime() + day);

/** When an offer that is published now ends. */
export const endFrom = (now: Date, deadline: Date | null): Date =>
  deadline ? endOf(deadline) : new Date(now.getTime() + openFor);
