import { alphabet, between, firstOther } from './normal.ts';

/** Called with the pattern and with the first and last symbol that it took. */
export type OnMatch = (pattern: number, first: number, last: number) => void;
export type Automaton = { size: number; scan(symbols: Uint8Array, length: number, onMatch: OnMatch): void };

/**
 * All patterns in one pass, whatever their number (Aho and Corasick, 1975): a table steps from state to state by the next symbol. Patterns are lists of
 * symbols; equal ones are reported each.
 */
export function automatonOf(patterns: readonly (readonly number[])[]): Automaton {
  // Rules seldom have other letters than ours: a narrow table is two thirds of a full one.
  const width = patterns.some((pattern) => pattern.some((symbol) => symbol >= firstOther)) ? alphabet : firstOther;
  let states = 1;
  let capacity = 1_024;
  let next = new Int32Array(capacity * width);
  /** First pattern that ends in a state, and the next one that ends where a pattern does: lists in arrays, -1 at their end. */
  let ends = new Int32Array(capacity).fill(-1);
  const also = new Int32Array(patterns.length).fill(-1);
  const grow = (): void => {
    const [wider, longer] = [new Int32Array(capacity * 2 * width), new Int32Array(capacity * 2).fill(-1)];
    wider.set(next);
    longer.set(ends);
    [next, ends, capacity] = [wider, longer, capacity * 2];
  };
  patterns.forEach((pattern, index) => {
    if (pattern.length === 0) return;
    let state = 0;
    for (const symbol of pattern) {
      const cell = state * width + symbol;
      if (next[cell] === 0) {
        if (states === capacity) grow();
        next[cell] = states++;
      }
      state = next[cell] as number;
    }
    also[index] = ends[state] as number;
    ends[state] = index;
  });

  /** Where to go on when a state has no way for a symbol, and the nearest shorter state where a pattern ends. */
  const fails = new Int32Array(states);
  const shorter = new Int32Array(states);
  const queue = new Int32Array(states);
  let [head, tail] = [0, 0];
  for (let symbol = 0; symbol < width; symbol++) {
    const child = next[symbol] as number;
    if (child !== 0) queue[tail++] = child;
  }
  while (head < tail) {
    const state = queue[head++] as number;
    const fail = fails[state] as number;
    shorter[state] = ends[fail] !== -1 ? fail : (shorter[fail] as number);
    for (let symbol = 0; symbol < width; symbol++) {
      const cell = state * width + symbol;
      const child = next[cell] as number;
      const other = next[fail * width + symbol] as number;
      if (child === 0) next[cell] = other;
      else {
        fails[child] = other;
        queue[tail++] = child;
      }
    }
  }
  const table = next.slice(0, states * width);
  const lengths = Int32Array.from(patterns, (pattern) => pattern.length);
  /** Where something ends, itself or a shorter one: most states are left by one look. */
  const isEnd = Uint8Array.from({ length: states }, (_, state) => (ends[state] !== -1 || shorter[state] !== 0 ? 1 : 0));

  return {
    size: states,
    scan(text, length, onMatch) {
      if (states === 1) return;
      let state = 0;
      for (let index = 0; index < length; index++) {
        const symbol = text[index] as number;
        state = symbol < width ? (table[state * width + symbol] as number) : 0;
        if (isEnd[state] === 0) continue;
        for (let where = state; where !== 0; where = shorter[where] as number)
          for (let pattern = ends[where] as number; pattern !== -1; pattern = also[pattern] as number)
            onMatch(pattern, index - (lengths[pattern] as number) + 1, index);
      }
    },
  };
}

export type Match = 'word' | 'start' | 'inside';

/** True where a word begins or ends, as `match` asks. */
export const standsAlone = (symbols: Uint8Array, length: number, match: Match, first: number, last: number): boolean =>
  match === 'inside' ||
  ((first === 0 || symbols[first - 1] === between) &&
    (match === 'start' || last === length - 1 || symbols[last + 1] === between));
