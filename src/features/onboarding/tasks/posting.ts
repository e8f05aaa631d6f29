import type { Outcome } from '../../../discord/failure.ts';

/**
 * Lets through the refusal of a message that must be there: the runner records it for staff, and the hourly check promises the message
 * again. Discord's code and status make it known as a refusal.
 */
export function requireAllowed<T>(outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok || outcome.why !== 'forbidden') return outcome;
  const { code } = outcome;
  throw Object.assign(new Error('Discord does not let the bot write in this channel'), { code, status: 403, rawError: { code } });
}
