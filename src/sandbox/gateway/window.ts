import type { Clock } from '../../kernel/time.ts';

export type Window = {
  /** Counts one more. `0`: there was room; else the milliseconds after which there is room again. */
  take(): number;
  /** How much room is left, without taking any. */
  remaining(): number;
  /** Milliseconds until the window begins anew. */
  resetsIn(): number;
  /** Whether the time of the last one counted has passed. */
  isOver(): boolean;
};

/** At most `limit` in a window of `length` milliseconds, which begins with the first one counted. */
export function createWindow(clock: Clock, limit: number, length: number): Window {
  let count = 0;
  let endsAt = 0;
  const renew = () => {
    const now = clock.now().getTime();
    if (now >= endsAt) {
      count = 0;
      endsAt = now + length;
    }
    return endsAt - now;
  };
  return {
    take() {
      const left = renew();
      if (count >= limit) return left;
      count += 1;
      return 0;
    },
    remaining() {
      renew();
      return limit - count;
    },
    resetsIn: renew,
    isOver: () => clock.now().getTime() >= endsAt,
  };
}
