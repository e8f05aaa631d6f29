import { minute } from '../../kernel/time.ts';

/** What is to be done with a room. `wait`: nothing for now. */
export type Fate = 'open' | 'keep' | 'close' | 'wait';

/** Somebody who is moved in is seen inside within a second or so; after this they went elsewhere. */
export const moveTime = minute;

/** Two renamings in ten minutes is all that Discord takes for a channel. */
export const renameEvery = 5 * minute;

export type Standing = {
  hasChannel: boolean;
  movedAt: Date | null;
  problem: string | null;
  /** The space of its promo is being deleted. */
  isLeaving: boolean;
  /** Who opened it is in the channel that opens rooms. */
  isWaiting: boolean;
  /** How many are inside; null: the gateway does not say. */
  people: number | null;
  now: Date;
};

export function fateOf({ hasChannel, movedAt, problem, isLeaving, isWaiting, people, now }: Standing): Fate {
  if (isLeaving) return 'close';
  if (people === null) return 'wait';
  // What a missing permission prevented would be refused again until somebody mends it.
  if (isWaiting) return problem === 'forbidden' ? 'wait' : 'open';
  if (!hasChannel) return 'close';
  if (people > 0) return 'keep';
  return movedAt !== null && now.getTime() - movedAt.getTime() < moveTime ? 'wait' : 'close';
}

/** The number of places as a person writes it; null when it is none. */
export function readSeats(typed: string): number | null {
  const word = typed.trim();
  if (word === '') return 0;
  return /^\d{1,2}$/.test(word) ? Number(word) : null;
}
