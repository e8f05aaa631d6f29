/** Where everything in Passerelle gets the time from, and the only way to wait. */
export type Clock = {
  now(): Date;
  /** Runs `callback` once, `milliseconds` from now. Returns what cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
};

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/**
 * A moment that each person reads in their own language and zone: Discord's timestamp. `f` says day and hour, `D` the day, `R` how long ago.
 * https://docs.discord.com/developers/reference#message-formatting-timestamp-styles
 */
export const timeOf = (at: Date, style: 'f' | 'D' | 'R' = 'f'): string => `<t:${Math.floor(at.getTime() / second)}:${style}>`;

/** setTimeout overflows above 2^31-1 ms (24.8 days) and would fire at once. */
const longestTimer = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => new Date(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, Math.min(milliseconds, longestTimer));
    return () => clearTimeout(timer);
  },
};

export const pause = (milliseconds: number, clock: Clock = systemClock): Promise<void> =>
  new Promise((resolve) => void clock.after(milliseconds, resolve));

/** Asks every 20 ms of real time. False when it was still not so after `patience`, in milliseconds. */
export async function waitUntil(condition: () => boolean | Promise<boolean>, patience: number): Promise<boolean> {
  for (let waited = 0; waited < patience; waited += 20) {
    if (await condition()) return true;
    await pause(20);
  }
  return condition();
}

export type MovableClock = Clock & {
  /** Jumps forward; whatever became due runs, in order of time, before this returns. */
  advance(milliseconds: number): void;
  /** Called after each jump. Returns what stops the calls. */
  onMove(listener: () => void): () => void;
};

/**
 * The clock of the tests and of the local Discord. It stands still at `start` when one is given, so that a test sees
 * no time but the time it moves; without `start` it follows the system clock and can only be moved ahead of it.
 */
export function movableClock(start?: Date): MovableClock {
  const timers = new Set<{ at: number; callback: () => void; cancel: () => void }>();
  const listeners = new Set<() => void>();
  let offset = 0;
  const milliseconds = () => (start ? start.getTime() : Date.now()) + offset;

  return {
    now: () => new Date(milliseconds()),
    after(delay, callback) {
      const timer = { at: milliseconds() + delay, callback, cancel: () => {} };
      const fire = () => {
        if (timers.delete(timer)) callback();
      };
      if (!start) timer.cancel = systemClock.after(delay, fire);
      timers.add(timer);
      return () => {
        timer.cancel();
        timers.delete(timer);
      };
    },
    advance(jump) {
      const target = offset + jump;
      for (;;) {
        const limit = milliseconds() + (target - offset);
        const [next] = [...timers].filter((timer) => timer.at <= limit).sort((a, b) => a.at - b.at);
        if (!next) break;
        offset += Math.max(0, next.at - milliseconds());
        next.cancel();
        timers.delete(next);
        next.callback();
      }
      offset = Math.max(offset, target);
      for (const listener of listeners) listener();
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
