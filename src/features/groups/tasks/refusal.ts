import type { Outcome } from '../../../discord/failure.ts';

/** Discord says no: staff are told on the groups' card, and try again from there. */
export class Refusal extends Error {}

export function allowed<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Refusal('refused', { cause: outcome.error });
}
