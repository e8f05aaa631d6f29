import { day, hour } from '../../../kernel/time.ts';

/** What is true of every pair, whatever the guild chose. */
export const mostGoals = 5;
export const goalLimit = 200;
export const noteLimit = 3_000;
export const reportLimit = 2_000;
export const reasonLimit = 1_000;
/** Reports of one person on one pair that wait for staff. */
export const mostReports = 3;
/** Longest pause, in days: an absence that lasts longer is an end. */
export const longestPause = 92;
/** How long a pair waits for somebody who left the server. */
export const absenceGrace = 7 * day;
/** After its end a pair may still be reported for that long; then its thread, goals and notes are deleted. */
export const threadKeptFor = 30 * day;
/** Who was in a pair, why it ended and what was reported of it. */
export const namesKeptFor = 365 * day;
/** The bare row, which names nobody: it counts. */
export const pairKeptFor = 3 * 365 * day;
/** Staff remind a pair no more often. */
export const remindEvery = 20 * hour;
/** Pairs of a page. */
export const pageSize = 5;
/** Of one’s own, each with its buttons: a message holds 40 components. */
export const ownPageSize = 4;
