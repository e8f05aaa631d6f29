import { between, own, type Reading, symbolsOf } from './normal.ts';

/**
 * The second reading of a text that looks disguised: digits and signs for letters (`n1tr0`), letters that are stretched (`freeeee`) or spaced (`n i t r o`).
 * Letters are brought closer together for it: doubles are one, and l, which 1 and I pass for, is i. Patterns are undone in the same way.
 */
export type Undone = {
  length: number;
  symbols: Uint8Array;
  at: Int32Array;
  where: Uint8Array;
  /** What was changed: a match that touches nothing of it was found by the first reading, or is none. */
  isChanged: Uint8Array;
  /** Letters of words that were spaced: any of them may begin or end a word, as the spaces between words are gone too. */
  isLoose: Uint8Array;
};

const room = 4_200;
const undone: Undone = {
  length: 0,
  symbols: new Uint8Array(room),
  at: new Int32Array(room),
  where: new Uint8Array(room),
  isChanged: new Uint8Array(room),
  isLoose: new Uint8Array(room),
};

const [a = 0, b = 0, e = 0, g = 0, i = 0, l = 0, o = 0, s = 0, t = 0] = symbolsOf('abegilost');
const [zero = 0, nine = 0] = symbolsOf('09');
const signs = new Map<number, number>(
  (
    [
      ['@', a],
      ['$', s],
      ['!', i],
      ['|', i],
      ['€', e],
      ['+', t],
    ] as const
  ).map(([sign, symbol]) => [sign.charCodeAt(0), symbol]),
);
/** 0 to 9: the letter that each passes for. */
const passing = [o, i, 0, e, a, s, g, t, b, g];

const dollar = 36;
/** Fewer letters than that are found by chance among spaced ones. */
const leastLoose = 4;

const isDigit = (symbol: number): boolean => symbol >= zero && symbol <= nine;
const isLetter = (symbol: number): boolean => symbol !== between && !isDigit(symbol);
const close = (symbol: number): number => (symbol === l ? i : symbol);

/** A pattern as `undo` writes texts. */
export function undoPattern(pattern: readonly number[]): number[] {
  const kept: number[] = [];
  for (const symbol of pattern) {
    const one = close(symbol);
    if (isLetter(one) && kept.at(-1) === one) continue;
    kept.push(one);
  }
  return kept;
}

/** The word that is being read: its symbols, where each stands, and which of them were signs. */
const wordSymbols = new Uint8Array(room);
const wordAt = new Int32Array(room);
const wordWhere = new Uint8Array(room);

export function undo(reading: Reading): Undone {
  const { text } = reading;
  let length = 0;
  let size = 0;
  let hasSign = false;
  /** First symbol of the single letters that were read last, and how many they are. */
  let singlesFrom = -1;
  let singles = 0;

  const flush = (): void => {
    if (size === 0) return;
    let letters = 0;
    let numbers = 0;
    for (let index = 0; index < size; index++) isDigit(wordSymbols[index] as number) ? numbers++ : letters++;
    const isLeet = letters > 0 && (numbers > 0 || hasSign) && size >= 3 && letters * 2 >= numbers && !isMeasure();
    if (size === 1) {
      if (singles === 0) singlesFrom = length;
      singles++;
    } else if (singles > 0) {
      join();
    }
    let run = 0;
    for (let index = 0; index < size; index++) {
      let symbol = wordSymbols[index] as number;
      let isChanged = false;
      if (isDigit(symbol) && isLeet) {
        symbol = passing[symbol - zero] || symbol;
        isChanged = true;
      }
      symbol = close(symbol);
      const isSame = index > 0 && length > 0 && undone.symbols[length - 1] === symbol && isLetter(symbol);
      run = isSame ? run + 1 : 1;
      if (isSame) {
        if (run >= 3) undone.isChanged[length - 1] = 1;
        continue;
      }
      undone.symbols[length] = symbol;
      undone.at[length] = wordAt[index] as number;
      undone.where[length] = wordWhere[index] as number;
      undone.isChanged[length] = isChanged || hasSign ? 1 : 0;
      undone.isLoose[length] = 0;
      length++;
    }
    undone.symbols[length] = between;
    undone.at[length] = wordAt[size - 1] as number;
    undone.where[length] = own;
    undone.isChanged[length] = 0;
    undone.isLoose[length] = 0;
    length++;
    size = 0;
    hasSign = false;
  };

  /** `3h`, `500mb`, `2nde`, `h264`: a number with its unit is no disguise. */
  const isMeasure = (): boolean => {
    if (hasSign) return false;
    let changes = 0;
    for (let index = 1; index < size; index++)
      if (isDigit(wordSymbols[index] as number) !== isDigit(wordSymbols[index - 1] as number)) changes++;
    return changes === 1 && isDigit(wordSymbols[0] as number);
  };

  /** Four single letters or more in a row are one word, or several that nobody can tell apart. */
  const join = (): void => {
    if (singles >= 4) {
      let kept = singlesFrom;
      for (let index = singlesFrom; index < length; index++) {
        const symbol = undone.symbols[index] as number;
        if (symbol === between) continue;
        if (kept > singlesFrom && undone.symbols[kept - 1] === symbol && isLetter(symbol)) continue;
        undone.symbols[kept] = isDigit(symbol) ? close(passing[symbol - zero] || symbol) : symbol;
        undone.at[kept] = undone.at[index] as number;
        undone.where[kept] = undone.where[index] as number;
        undone.isChanged[kept] = 1;
        undone.isLoose[kept] = 1;
        kept++;
      }
      undone.symbols[kept] = between;
      undone.at[kept] = undone.at[length - 1] as number;
      undone.where[kept] = own;
      undone.isChanged[kept] = 0;
      undone.isLoose[kept] = 0;
      length = kept + 1;
    }
    singles = 0;
  };

  let before = -1;
  for (let index = 0; index < reading.length && length + size < room - 8; index++) {
    const symbol = reading.symbols[index] as number;
    const from = reading.at[index] as number;
    if (symbol === between) {
      const sign = signs.get(text.charCodeAt(from));
      const following = index + 1 < reading.length ? (reading.at[index + 1] as number) : -1;
      // A sign passes for a letter inside a word: `p@y`. A dollar does before one: `$team`.
      if (sign !== undefined && following === from + 1 && size > 0 && before === from - 1) {
        wordSymbols[size] = sign;
        wordAt[size] = from;
        wordWhere[size] = reading.where[index] as number;
        size++;
        hasSign = true;
        before = from;
        continue;
      }
      flush();
      continue;
    }
    if (size === 0 && text.charCodeAt(from - 1) === dollar) {
      wordSymbols[size] = s;
      wordAt[size] = from - 1;
      wordWhere[size] = reading.where[index] as number;
      size++;
      hasSign = true;
    }
    wordSymbols[size] = symbol;
    wordAt[size] = from;
    wordWhere[size] = reading.where[index] as number;
    size++;
    before = from;
  }
  flush();
  if (singles > 0) join();
  if (length > 0 && undone.symbols[length - 1] === between) length--;
  undone.length = length;
  return undone;
}

/** True for a match that the disguise hid, and that stands as a word of the second reading. */
export function wasHidden(
  { symbols, length, isChanged, isLoose }: Undone,
  match: 'word' | 'start' | 'inside',
  first: number,
  last: number,
): boolean {
  let touches = false;
  for (let index = first; index <= last && !touches; index++) touches = isChanged[index] === 1;
  if (!touches) return false;
  if (match === 'inside') return true;
  const isLong = last - first + 1 >= leastLoose;
  const begins = first === 0 || symbols[first - 1] === between || (isLong && isLoose[first] === 1);
  if (!begins || match === 'start') return begins;
  return last === length - 1 || symbols[last + 1] === between || (isLong && isLoose[last] === 1);
}
