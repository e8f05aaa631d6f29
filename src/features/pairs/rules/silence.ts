import { day } from '../../../kernel/time.ts';

/** What happens to a pair in which nobody says a word. */
export type Step = 'nudge' | 'warn' | 'end';

export type Silence = { activeAt: Date; nudgedAt: Date | null; warnedAt: Date | null };
export type SilenceLimits = { nudgeDays: number; warnDays: number; endDays: number };

/** Between two steps, however long the bot was away: nobody is ended who was not told in time to answer. */
export const betweenSteps = 7 * day;

const isPast = (at: Date | null, age: number, now: Date): boolean => at !== null && now.getTime() - at.getTime() >= age;

/** The step that is due, one at a time and each once; null when none is. */
export function stepOf({ activeAt, nudgedAt, warnedAt }: Silence, limits: SilenceLimits, now: Date): Step | null {
  const isSilentFor = (days: number): boolean => isPast(activeAt, days * day, now);
  if (warnedAt) return isSilentFor(limits.endDays) && isPast(warnedAt, betweenSteps, now) ? 'end' : null;
  if (nudgedAt) return isSilentFor(limits.warnDays) && isPast(nudgedAt, betweenSteps, now) ? 'warn' : null;
  return isSilentFor(limits.nudgeDays) ? 'nudge' : null;
}
