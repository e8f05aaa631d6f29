import type { Outcome } from '../../../discord/failure.ts';

/** What staff must mend is not ours to swallow: the queue tries again, and the message appears once the permission is there. */
export function requireAllowed<T>(outcome: Outcome<T>): Outcome<T> {
  if (!outcome.ok && outcome.why === 'forbidden') throw new Error(`Discord does not let the bot write there (${outcome.code})`);
  return outcome;
}
