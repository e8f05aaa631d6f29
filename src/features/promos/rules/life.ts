import { addDays, addYears, type Day, daysBetween } from '../../../kernel/day.ts';

/** A promo lasts at most that long. */
export const longestYears = 3;
/** How long the space stays after the end: more when the course leads to a diploma, for the last certificates. */
export const keptDays = { plain: 30, diploma: 90 } as const;
/** How long the space of a cancelled promo stays, for the way back. */
export const cancelledDays = 7;
/** How long before the end, and before the deletion, people are told. */
export const noticeDays = 7;
/** What a person was shown may be confirmed for that long. */
export const planHours = 24;

export type DateProblem = 'order' | 'past' | 'long';

/** What is wrong with the dates of a promo. One that has begun already may be recorded, one that is over may not. */
export function dateProblem({ start, end, today }: { start: Day; end: Day; today: Day }): DateProblem | null {
  if (end <= start) return 'order';
  if (end <= today) return 'past';
  return end > addYears(start, longestYears) ? 'long' : null;
}

export type State = 'planned' | 'active' | 'ended' | 'archived' | 'cancelled';

/** The day when the space of a promo that ends today goes. */
export const deletionDay = (today: Day, { diploma }: { diploma: boolean }): Day =>
  addDays(today, diploma ? keptDays.diploma : keptDays.plain);

type Standing = { state: State; early: boolean; clearingAt: Date | null };

/** True while Discord should hold the promo's space. A cancelled one keeps what it had until it is deleted. */
export const wantsSpace = ({ state, early, clearingAt }: Standing): boolean =>
  clearingAt === null && (state === 'active' || state === 'ended' || (state === 'planned' && early));

/** True while its people hold the promo's role. */
export const wantsRole = (standing: Standing): boolean => wantsSpace(standing);

/** True while its people hold the roles of its campus and its course too: from its first day on. */
export const wantsEntryRoles = (standing: Standing): boolean => wantsRole(standing) && standing.state !== 'planned';

/** True while learners only read. */
export const isFrozen = ({ state, lockedAt }: { state: State; lockedAt: Date | null }): boolean =>
  lockedAt !== null || state === 'ended' || state === 'cancelled';

/** How far a promo is, from 0 to 1. */
export function progress({ start, end, today }: { start: Day; end: Day; today: Day }): number {
  const done = daysBetween(start, today) / daysBetween(start, end);
  return Math.max(0, Math.min(1, done));
}

export type Membership = { part: 'learner' | 'trainer'; state: State };

/** The bot roles that a person's memberships give or take. `null`: nothing to say, leave it as it is. */
export function rolesGiven(memberships: readonly Membership[]): {
  learner: boolean | null;
  alumni: boolean | null;
  trainer: boolean | null;
  candidate: boolean | null;
} {
  const learns = memberships.filter(({ part }) => part === 'learner');
  const isLearner = learns.some(({ state }) => state === 'active');
  const isAlumni = !isLearner && learns.some(({ state }) => state === 'ended' || state === 'archived');
  const teaches = memberships.some(({ part, state }) => part === 'trainer' && (state === 'active' || state === 'planned'));
  return {
    learner: isLearner ? true : isAlumni ? false : null,
    alumni: isAlumni ? true : isLearner ? false : null,
    trainer: teaches ? true : null,
    // Who learns is no longer outside.
    candidate: isLearner ? false : null,
  };
}
