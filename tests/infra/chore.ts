import { isMainThread } from 'node:worker_threads';

/** What the tests of `apart.ts` have worked out. */

export const doubled = (pieces: readonly number[]): number[] => pieces.map((piece) => piece * 2);

export function* counted(pieces: readonly { words: ReadonlySet<string> }[]): Generator<{ words: number; here: boolean }> {
  for (const { words } of pieces) yield { words: words.size, here: isMainThread };
}

export function busy([milliseconds = 0]: readonly number[]): string[] {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
  return ['done'];
}

export function greedy(): never[] {
  const held: number[][] = [];
  for (;;) held.push(Array.from({ length: 100_000 }, (_, index) => index + held.length));
}

export function wrong(): never {
  throw new RangeError('not so');
}
