import { day, hour } from '../../../kernel/time.ts';

/** How long staff's word about a company stands. */
export const verifiedFor = 365 * day;
/** How long before its end the company is told. */
export const lapseToldBefore = 30 * day;
export const staffReminderAfter = 48 * hour;
export const invitationLife = 14 * day;
/** Nobody answers for the company any more: what names people goes after this long. */
export const formerKeptFor = 365 * day;
export const refusedKeptFor = 180 * day;

export const mostRecruiters = 20;
/** Open at a time. */
export const mostInvitations = 10;
/** Sent within a day, answered or not. */
export const mostInvitationsADay = 20;
/** Whoever declined is left in peace for this long. */
export const declinedFor = 30 * day;
/** By one person within a day. */
export const mostRegistrations = 3;
/** Under so many answers a response time says nothing, or too much of one person. */
export const leastResponses = 5;

export type CompanyState = 'pending' | 'asked' | 'verified' | 'lapsed' | 'refused' | 'suspended';
type Standing = { state: CompanyState; review: 'staff' | 'person' | null };

/** Whose turn it is; null when nothing is open. */
export function awaits({ state, review }: Standing): 'staff' | 'person' | null {
  if (state === 'pending') return 'staff';
  return state === 'asked' ? 'person' : review;
}

/** Staff said yes to it at some time: it keeps its people, its offers and their role while it is looked at again. */
export const isKnown = ({ state }: Pick<Standing, 'state'>): boolean =>
  state === 'verified' || state === 'lapsed' || state === 'suspended';

/** Its people have the role of recruiters: also for a while after it lapsed, since who applied is owed an answer. */
export const hasRole = ({ state }: Pick<Standing, 'state'>): boolean => state === 'verified' || state === 'lapsed';

/** Its people may ask for another year. */
export const canRenew = ({ state, review, verifiedUntil }: Standing & { verifiedUntil: Date | null }, now: Date): boolean =>
  review === null &&
  (state === 'lapsed' ||
    (state === 'verified' && verifiedUntil !== null && verifiedUntil.getTime() - now.getTime() <= lapseToldBefore));
