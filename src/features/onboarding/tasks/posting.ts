import type { Outcome } from '../../../discord/failure.ts';

/** Throws the refusal of a message that must be there: it is recorded for staff, and the hourly check promises the message again. */
export function requireAllowed<T>(outcome: Outcome<T>): Outcome<T> {
  if (!outcome.ok && outcome.why === 'forbidden') throw outcome.error;
  return outcome;
}
