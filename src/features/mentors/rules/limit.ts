import { day, hour } from '../../../kernel/time.ts';

/** Of the charter that people accept: another text is another version, accepted again at the next renewal. */
export const charterVersion = 1;

export const aboutLimit = 600;
/** As text: what was typed short comes back by its whole name. */
export const skillsLimit = 1_000;
export const cityLimit = 60;
export const jobLimit = 120;
/** What staff write to somebody of their profile. */
export const commentLimit = 1_000;

/** For how long an approval holds. */
export const approvedFor = 365 * day;
/** How long before its end the person is asked to renew, and may. */
export const renewalAskedBefore = 30 * day;
/** Longest pause that somebody sets themselves, in days. */
export const longestPause = 365;
/** Staff are reminded of a profile that waits for longer. */
export const staffReminderAfter = 48 * hour;
/** Somebody who left the server for longer is a mentor no more. */
export const absentFor = 30 * day;

/** Staff are told of what approved mentors changed at most so often, all together. */
export const editsToldEvery = day;

/** A profile is sent so often within that time, lest staff read the same one again and again. */
export const mostSent = { times: 5, within: 7 * day } as const;
/** People whom somebody chose to avoid. */
export const mostAvoided = 25;
/** Courses or campuses whom somebody would rather help. */
export const mostPreferred = 50;

/** How long what was left is kept. */
export const kept = { withdrawn: 365 * day, draft: 90 * day, asked: 90 * day, event: 2 * 365 * day, avoid: 365 * day } as const;
