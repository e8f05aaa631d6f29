import { day, hour } from '../../../kernel/time.ts';

export const goalsLimit = 600;
export const questionLimit = 500;
/** As text: what was typed short comes back by its whole name. */
export const skillsLimit = 1_000;

/** Mentors shown for one request. */
export const mostProposed = 5;
/** Questions that wait for one mentor, of all learners together: more would bury them. */
export const mostWaiting = 3;
/** Of people whom somebody does not want as a mentor: as many as a select holds, and as mentors may avoid. */
export const mostAvoided = 25;

/** Questions that one learner has put to mentors within that time, whatever became of them. */
export const mostAsked = { times: 6, within: day } as const;
/** How long a mentor is not proposed again to whom they said no or did not answer, and to whom took the question back. */
export const askedAgainAfter = { answered: 90 * day, taken: 7 * day } as const;

/** For whoever learns, to answer a mentor's question. */
export const learnerAnswers = 7 * day;
/** A mentor who answered nothing for so long is paused. */
export const silentAfter = 7 * day;

/** A request that nobody touched is asked about, and closed so long after its last click. */
export const requestRemind = 80 * day;
export const requestExpires = 90 * day;
/** Of a closed request. */
export const requestKept = 365 * day;

/** How long a mentor may pause from a question, in months. */
export const pauses = { '1': 1, '3': 3, '6': 6 } as const;

/** When a question of that age is reminded of, before it is given to the next. */
export const reminderOf = (askedAt: Date, dueAt: Date, time: 1 | 2): Date =>
  new Date(askedAt.getTime() + ((dueAt.getTime() - askedAt.getTime()) * time) / 3);
export const dueAfter = (now: Date, hours: number): Date => new Date(now.getTime() + hours * hour);
