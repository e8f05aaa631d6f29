import { pause, second, systemClock } from './time.ts';

/** Collects what comes one by one and hands it on together, in order. */
export type Batch<T> = {
  /** The promise is that of the work which begins with this one; nothing while it is under way, so that one more costs nothing. */
  add(item: T, how?: { isUrgent?: boolean }): Promise<void> | undefined;
};

export type BatchOptions<T> = {
  /** Longest that one waits for others, in real milliseconds. */
  pace: number;
  /** Handed on at once. */
  most: number;
  /** Kept while nobody takes them; the oldest are given up. */
  room: number;
  hand(items: readonly T[]): Promise<void>;
  /** True when trying again a little later may succeed: until then all is kept, as far as there is room. */
  isPassing(error: unknown): boolean;
};

/** Longest between two tries, in seconds; the first are a second apart, then two… */
const longestPause = 30;

/** What is collected is in memory only: a crash loses at most `pace` of it. */
export function createBatch<T>({ pace, most, room, hand, isPassing }: BatchOptions<T>): Batch<T> {
  let items: T[] = [];
  let isAtWork = false;
  let isUrgentNow = false;
  let wake = (): void => undefined;

  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      if (isUrgentNow || items.length >= most) return resolve();
      const cancel = systemClock.after(pace, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  async function work(): Promise<void> {
    let tries = 0;
    const failures: unknown[] = [];
    try {
      while (items.length > 0) {
        await rest();
        isUrgentNow = false;
        const taken = items.splice(0, most);
        try {
          await hand(taken);
          tries = 0;
        } catch (error) {
          if (!isPassing(error)) {
            // These are lost, not those that came after them.
            failures.push(error);
            tries = 0;
            continue;
          }
          tries++;
          items = [...taken, ...items].slice(-room);
          await pause(Math.min(tries, longestPause) * second);
        }
      }
    } finally {
      isAtWork = false;
    }
    if (failures.length > 0) throw failures[0];
  }

  return {
    add(item, { isUrgent = false } = {}) {
      items.push(item);
      if (items.length > room) items.shift();
      if (isUrgent) isUrgentNow = true;
      if (isUrgent || items.length >= most) wake();
      if (isAtWork) return undefined;
      isAtWork = true;
      return work();
    },
  };
}
