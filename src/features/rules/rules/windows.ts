/**
 * What happened lately in one guild: the last messages and the last joins, each in a ring of a fixed size, whose entries are chained by person, by channel and
 * by what they say. A question walks the chain it is about, newest first, and stops at the end of its window, so that neither the size of the community nor
 * what others write costs anything. Two limits hold the memory: entries older than the longest window go, and so does the oldest when a ring is full.
 */

/** A message, as the chains know it. `print`: of its letters; 0 when there is too little of them to compare. */
export type Sent = { channelId: string; messageId: string; authorId: string; print: number; at: number };
/** Who came in. `name`: folded, digits left out. */
export type Joined = { userId: string; name: string; at: number };

export type Ring<T extends { at: number }> = {
  /** Newest first, of one chain, not older than `since`. */
  walk(chain: number, key: string | number, since: number): Generator<T>;
  add(entry: T, now: number): void;
  size(): number;
  clear(): void;
};

/** Entries of one guild at most. Half a million messages an hour would be needed to see further than this in ten minutes. */
export const mostSent = 16_384;
export const mostJoined = 4_096;

/** A ring whose entries are chained by each of `keys`. An entry whose key is 0 or empty is in no chain of it. */
export function ringOf<T extends { at: number }>(
  capacity: number,
  longest: number,
  keys: readonly ((entry: T) => string | number)[],
): Ring<T> {
  let entries: (T | undefined)[] = [];
  /** For each chain, the number of the entry before this one in it, from 1; 0 for none. */
  let before: Float64Array[] = keys.map(() => new Float64Array(0));
  const heads = keys.map(() => new Map<string | number, number>());
  /** Numbers of the oldest entry that is kept, and of the next one. */
  let [oldest, next] = [1, 1];
  let room = 0;

  const slotOf = (number: number): number => number % room;
  const drop = (): void => {
    const slot = slotOf(oldest);
    const entry = entries[slot];
    if (entry)
      keys.forEach((key, chain) => {
        const value = key(entry);
        if (heads[chain]?.get(value) === oldest) heads[chain].delete(value);
      });
    entries[slot] = undefined;
    oldest++;
  };
  /** Small guilds need little: the ring doubles until it is as large as it may be. */
  const grow = (): void => {
    const larger = Math.min(capacity, Math.max(64, room * 2));
    const moved: (T | undefined)[] = new Array(larger).fill(undefined);
    const chains = keys.map(() => new Float64Array(larger));
    for (let number = oldest; number < next; number++) {
      const [from, to] = [slotOf(number), number % larger];
      moved[to] = entries[from];
      chains.forEach((chain, index) => {
        chain[to] = before[index]?.[from] ?? 0;
      });
    }
    entries = moved;
    before = chains;
    room = larger;
  };

  return {
    add(entry, now) {
      while (oldest < next && (entries[slotOf(oldest)]?.at ?? now) < now - longest) drop();
      if (next - oldest >= room) {
        if (room < capacity) grow();
        else drop();
      }
      const number = next++;
      const slot = slotOf(number);
      entries[slot] = entry;
      keys.forEach((key, chain) => {
        const value = key(entry);
        const links = before[chain];
        const head = heads[chain];
        if (!links || !head) return;
        if (value === 0 || value === '') links[slot] = 0;
        else {
          links[slot] = head.get(value) ?? 0;
          head.set(value, number);
        }
      });
    },
    *walk(chain, key, since) {
      let number = heads[chain]?.get(key) ?? 0;
      while (number >= oldest) {
        const slot = slotOf(number);
        const entry = entries[slot];
        if (!entry || entry.at < since) return;
        yield entry;
        number = before[chain]?.[slot] ?? 0;
      }
    },
    size: () => next - oldest,
    clear() {
      entries = [];
      before = keys.map(() => new Float64Array(0));
      for (const head of heads) head.clear();
      [oldest, next, room] = [1, 1, 0];
    },
  };
}

export const byAuthor = 0;
export const byPrint = 1;
export const byChannel = 2;
export const all = 0;
export const byName = 1;

export type Windows = {
  sent: Ring<Sent>;
  joined: Ring<Joined>;
  /**
   * Fills them again after a restart, from what the database keeps of the last messages and joins, in any order. Whatever was there is replaced, so that nothing
   * counts twice.
   */
  restore(past: { sent?: readonly Sent[]; joined?: readonly Joined[] }, now: number): void;
};

/** Longest window that a rule may ask for: an hour. */
export const longestWindow = 3_600_000;

/** Windows of one guild. They outlive the engine, which is built anew when a rule changes. */
export function openWindows(): Windows {
  const sent = ringOf<Sent>(mostSent, longestWindow, [
    ({ authorId }) => authorId,
    ({ print }) => print,
    ({ channelId }) => channelId,
  ]);
  const joined = ringOf<Joined>(mostJoined, longestWindow, [() => 'all', ({ name }) => name]);
  const inOrder = <T extends { at: number }>(entries: readonly T[], now: number) =>
    entries.filter(({ at }) => at <= now && at >= now - longestWindow).sort((one, other) => one.at - other.at);
  return {
    sent,
    joined,
    restore(past, now) {
      sent.clear();
      joined.clear();
      for (const entry of inOrder(past.sent ?? [], now)) sent.add(entry, now);
      for (const entry of inOrder(past.joined ?? [], now)) joined.add(entry, now);
    },
  };
}
