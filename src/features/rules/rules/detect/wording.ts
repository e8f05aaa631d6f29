import { own } from '../aside.ts';
import type { Reading } from '../reading.ts';
import { between, digits, firstOther } from '../symbol.ts';
import { isTold } from './ideas.ts';
import { kindsOfBad, weights } from './weights.ts';

/**
 * How much a message reads like those of the labelled set that did harm, word by word and pair by pair, beside a few marks. What was learned is a list of words
 * with their weights (`weights.ts`), so that anybody can see why; `node tests/evaluate/learn.ts` makes it anew.
 */

/** What a message shows besides its words; each is a word of the list, too. */
export const marks = {
  amount: '+amount',
  telephone: '+telephone',
  mail: '+mail',
  question: '+question',
  jobChannel: '+job',
  isNew: '+new',
  isSettled: '+settled',
  link: '+link',
  badLink: '+badlink',
} as const;
export type Mark = keyof typeof marks;

const prime = 16_777_619;
const seed = 2_166_136_261 | 0;
export const number = '0';
/** A letter weighs the same here and in `symbols`. */
const codeOf = (character: string): number => {
  const code = character.charCodeAt(0);
  return code >= 97 && code <= 122 ? code - 96 : code + 128;
};
const hashOf = (word: string): number => {
  let hash = seed;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ codeOf(word[index] ?? ''), prime);
  return hash;
};
const paired = (first: number, second: number): number => Math.imul(first ^ Math.imul(second, 668_265_263), 374_761_393);
const numberHash = hashOf(number);

/** Each word of a message and the pair that it makes with the one before, as hashes; all numbers are one word. */
function hear(reading: Reading, heard: (hash: number, from: number, to: number) => void): void {
  const { symbols, length, at, where, hasAsides } = reading;
  let hash = seed;
  let from = 0;
  let isNumber = true;
  let isOther = false;
  for (let index = 0; index <= length; index++) {
    const symbol = index < length ? (symbols[index] as number) : between;
    if (symbol !== between) {
      if (symbol >= firstOther) isOther = true;
      else if (symbol < digits) {
        isNumber = false;
        hash = Math.imul(hash ^ symbol, prime);
      } else hash = Math.imul(hash ^ (symbol - digits + 48 + 128), prime);
      continue;
    }
    if (index > from && !isOther && !(hasAsides && where[from] !== own) && !isTold(at[from] as number))
      heard(isNumber ? numberHash : hash, from, index);
    hash = seed;
    from = index + 1;
    isNumber = true;
    isOther = false;
  }
}

/** The words themselves, for whoever learns from them. */
export function wordsOf(reading: Reading): string[] {
  const words: string[] = [];
  hear(reading, (hash, from, to) => {
    if (hash === numberHash) words.push(number);
    else
      words.push(
        Array.from(reading.symbols.subarray(from, to), (symbol) =>
          String.fromCharCode(symbol < digits ? 96 + symbol : symbol - digits + 48),
        ).join(''),
      );
  });
  return words;
}

const room = 32_768;
const kinds = kindsOfBad.length;
type Learned = { keys: Int32Array; values: Float32Array; seen: Int32Array; start: readonly number[] };
let learned: Learned | undefined;
let turn = 0;

const slotOf = (keys: Int32Array, key: number): number => {
  let slot = (key ^ (key >>> 15)) & (room - 1);
  while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & (room - 1);
  return slot;
};

/** Read for the first message that needs it. */
function made(): Learned {
  if (learned) return learned;
  const keys = new Int32Array(room);
  const values = new Float32Array(room * kinds);
  let start: readonly number[] = [0, 0, 0];
  for (const line of weights.trim().split(/[|\n]/)) {
    const [entry = '', ...rest] = line.split(';');
    const all = rest.map((value) => Number(value) / 100);
    if (entry === '') {
      start = all;
      continue;
    }
    const [one = '', other] = entry.split(' ');
    const slot = slotOf(keys, other === undefined ? hashOf(one) : paired(hashOf(one), hashOf(other)));
    keys[slot] = other === undefined ? hashOf(one) : paired(hashOf(one), hashOf(other));
    all.forEach((value, kind) => {
      values[slot * kinds + kind] = value;
    });
  }
  learned = { keys, values, seen: new Int32Array(room), start };
  return learned;
}

export type Likeness = {
  /** Logarithm of how much likelier it does harm than not, by its words alone. */
  odds: number;
  /** Which harm, of `kindsOfBad`. */
  kind: number;
};

const sums = new Float64Array(kinds);

export function likenessOf(reading: Reading, shown: readonly Mark[]): Likeness {
  const { keys, values, seen, start } = made();
  turn = (turn + 1) | 0;
  for (let kind = 0; kind < kinds; kind++) sums[kind] = start[kind] ?? 0;
  const count = (key: number): void => {
    const slot = slotOf(keys, key);
    if (keys[slot] === 0 || seen[slot] === turn) return;
    seen[slot] = turn;
    for (let kind = 0; kind < kinds; kind++) sums[kind] = (sums[kind] as number) + (values[slot * kinds + kind] as number);
  };
  let before = 0;
  hear(reading, (hash) => {
    count(hash);
    if (before !== 0) count(paired(before, hash));
    before = hash;
  });
  for (const mark of shown) count(hashOf(marks[mark]));
  let kind = 0;
  let total = 0;
  for (let index = 0; index < kinds; index++) {
    total += Math.exp(sums[index] as number);
    if ((sums[index] as number) > (sums[kind] as number)) kind = index;
  }
  return { odds: Math.log(total), kind };
}
