import { hour } from '../../../kernel/time.ts';
import type { Counter, Rule } from './rule.ts';

/** A person's counter as a row keeps it. `at` in milliseconds. */
export type Count = { value: number; at: number };

/** What it is worth at a later moment. Never below zero. */
export const valueAt = ({ value, at }: Count, { decayPerHour }: Counter, now: number): number =>
  Math.max(0, value - (Math.max(0, now - at) / hour) * decayPerHour);

/** After one more hit; `isReached` when the rule is to act. A counter that acted begins again. */
export function addTo(count: Count | null, counter: Counter, now: number): Count & { isReached: boolean } {
  const value = (count ? valueAt(count, counter, now) : 0) + counter.add;
  const isReached = value >= counter.at;
  return { value: isReached ? 0 : value, at: now, isReached };
}

/** True while the rule leaves somebody alone on whom it acted at `actedAt`. */
export const isCooling = ({ cooldownSeconds }: Rule, actedAt: number | null, now: number): boolean =>
  actedAt !== null && now < actedAt + cooldownSeconds * 1_000;
