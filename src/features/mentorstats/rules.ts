import { badgeHours } from '../../kernel/mentoring.ts';
import { hour, minute } from '../../kernel/time.ts';

/** How many badges that time reaches: 0 for none yet. */
export const badgeOf = (minutes: number): number => badgeHours.filter((hours) => minutes * minute >= hours * hour).length;

/** Lines of one screen: with their headings they stay far under the 4000 characters of a message. */
export const pageSize = 8;

/** Months that the chart and the file cover, the current one included. */
export const months = 12;
