import { type Day, dateOf, dayOf } from '../../../kernel/day.ts';

/** The same date some months later; the last one of a shorter month. */
export function addMonths(from: Day, months: number): Day {
  const start = dateOf(from);
  const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0));
  const date = Math.min(start.getUTCDate(), last.getUTCDate());
  return dayOf(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), date)));
}
