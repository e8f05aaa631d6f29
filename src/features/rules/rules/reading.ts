import { type Link, linkAt, token } from './anchor.ts';
import { findAsides, kinds, own, quoted } from './aside.ts';
import {
  between,
  digits,
  firstOther,
  folds,
  learn,
  longestText,
  plane,
  room,
  several,
  skipped,
  symbolOf,
  unknown,
} from './symbol.ts';

/** What one pass over a text finds. `symbols`, `at` and `where` are shared by all readings: use them before the next one. */
export type Reading = {
  text: string;
  length: number;
  symbols: Uint8Array;
  /** Where in the text each symbol comes from. */
  at: Int32Array;
  /** `own`, `inline`, `fenced` or `quoted`. */
  where: Uint8Array;
  /** True when `where` is worth looking at. */
  hasAsides: boolean;
  hasCode: boolean;
  links: Link[];
  letters: number;
  capitals: number;
  lines: number;
  bars: number;
  marks: number;
  hidden: number;
  /** Signs and emoji. */
  signs: number;
  customEmoji: number;
  /** Longest run of one letter or emoji, and of one word. */
  longestRun: number;
  longestWordRun: number;
  /** Longest stretch without a space: secrets are long. */
  longestToken: number;
  /** Signs that words are disguised, so that the second reading is worth its while. */
  isOdd: boolean;
  /** Letters of two alphabets in one word. */
  mixedWords: number;
  hasAt: boolean;
  hasDots: boolean;
  /** Of the letters alone: equal for texts that differ by numbers, signs, emoji and spelling tricks. */
  print: number;
};

export const symbols = new Uint8Array(room * 2);
export const at = new Int32Array(room * 2);
export const where = new Uint8Array(room * 2);

const leetPunctuation = new Set([...'@$!|€+'].map((character) => character.charCodeAt(0)));

const primeOfPrint = 16_777_619;

/**
 * Reads a text once. Links, mentions and custom emoji leave the stream of symbols: what they say is read elsewhere. Never throws; what is over 4 000
 * characters is not looked at.
 */
export function read(typed: string): Reading {
  const text = typed.length > longestText ? typed.slice(0, longestText) : typed;
  const { hasAsides, hasCode } = findAsides(text);
  const links: Link[] = [];
  let length = 0;
  let last = between;
  let letters = 0;
  let capitals = 0;
  let lines = text === '' ? 0 : 1;
  let bars = 0;
  let marks = 0;
  let hidden = 0;
  let signs = 0;
  let customEmoji = 0;
  let longestRun = 0;
  let run = 0;
  let longestWordRun = 0;
  let wordRun = 0;
  let wordPrint = 0;
  let lastWordPrint = 0;
  let longestToken = 0;
  let tokenFrom = 0;
  let lastCode = -1;
  let isOdd = false;
  let singles = 0;
  let wordLength = 0;
  let script = 0;
  let mixedWords = 0;
  let hasAt = false;
  let hasDots = false;
  let print = 2_166_136_261;

  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    let symbol = plane[code] as number;
    let width = 1;
    let point = code;
    if (code === lastCode) {
      run++;
      // Lines of dashes or stars are drawn by honest people.
      if (run > longestRun && (symbol !== between || code > 0x2fff)) longestRun = run;
    } else run = 1;
    lastCode = code;
    if (code < 128) {
      if (symbol !== between) {
        if (symbol < digits) {
          letters++;
          if (code < 97) capitals++;
          print = Math.imul(print ^ symbol, primeOfPrint);
          if (script === 2) mixedWords++;
          script |= 1;
          if (run === 3) isOdd = true;
        } else if (last !== between && last < digits) {
          const next = text.charCodeAt(index + 1);
          if ((next | 32) >= 97 && (next | 32) <= 122) isOdd = true;
          else if (wordLength >= 3) isOdd = true;
        } else {
          const next = text.charCodeAt(index + 1) | 32;
          const after = text.charCodeAt(index + 2) | 32;
          if (next >= 97 && next <= 122 && after >= 97 && after <= 122) isOdd = true;
        }
      } else if (code === 10) lines++;
      else if (code === 124) bars++;
      else if (code === 64) {
        hasAt = true;
        isOdd = true;
      } else if (code === 46) {
        const next = text.charCodeAt(index + 1) | 32;
        if (last !== between && next >= 97 && next <= 122) hasDots = true;
      } else if (code === 36 || code === 33) {
        const next = text.charCodeAt(index + 1) | 32;
        if (next >= 97 && next <= 122) isOdd = true;
      } else if (code === 58) {
        if (text.charCodeAt(index + 1) === 47 && text.charCodeAt(index + 2) === 47) {
          const link = (!hasAsides || (kinds[index] as number) === own || kinds[index] === quoted) && linkAt(text, index);
          if (link) {
            // A link that is shown in place of another is no link itself.
            while (links.length > 0 && (links[links.length - 1] as Link).start >= link.from) links.pop();
            links.push(link);
            while (length > 0 && (at[length - 1] as number) >= link.start) length--;
            last = length > 0 ? (symbols[length - 1] as number) : between;
            index = link.end - 1;
            symbol = between;
          }
        }
      } else if (code === 60) {
        token.lastIndex = index;
        const found = token.exec(text);
        if (found) {
          if (found[1] !== undefined) customEmoji++;
          index += found[0].length - 1;
        }
      }
    } else {
      if (code >= 0x2190 && code < 0x2c00 && symbol === between) signs++;
      if (code >= 0xd800 && code < 0xdc00 && index + 1 < text.length) {
        point = text.codePointAt(index) ?? code;
        if (point > 65_535) {
          width = 2;
          const known = folds.get(point);
          symbol =
            known === undefined
              ? learn(point)
              : known === ''
                ? skipped
                : known === ' '
                  ? between
                  : known.length === 1
                    ? symbolOf(known)
                    : several;
          if (symbol === between) signs++;
        }
      }
      if (symbol === unknown) symbol = learn(code);
      if (symbol === skipped) {
        if (
          (code >= 0x300 && code < 0x370) ||
          (code >= 0x483 && code < 0x48a) ||
          (code >= 0x1ab0 && code < 0x1b00) ||
          (code >= 0x20d0 && code < 0x2100)
        )
          marks++;
        else if (last !== between && last < digits) hidden++;
        continue;
      }
      if (symbol === several) {
        const folded = folds.get(point) ?? '';
        for (const part of folded) {
          const one = part === ' ' ? between : symbolOf(part);
          if (one === between && last === between) continue;
          symbols[length] = one;
          at[length] = index;
          where[length] = hasAsides ? (kinds[index] as number) : own;
          length++;
          last = one;
          if (one !== between) {
            letters++;
            wordLength++;
            print = Math.imul(print ^ one, primeOfPrint);
          }
        }
        index += width - 1;
        // One character may stand for a whole phrase of eighteen.
        if (length >= room * 2 - 32) break;
        continue;
      }
      if (symbol < digits && symbol !== between) {
        letters++;
        print = Math.imul(print ^ symbol, primeOfPrint);
        // Accented Latin letters are Latin; Greek and beyond are not.
        const isLatin = (point < 0x250 && point !== 0xd7) || (point >= 0x1e00 && point < 0x1f00);
        if (!isLatin) {
          if (script === 1) mixedWords++;
          script |= 2;
        } else {
          if (script === 2) mixedWords++;
          script |= 1;
        }
        if (run === 3) isOdd = true;
      } else if (symbol >= firstOther) {
        letters++;
        print = Math.imul(print ^ symbol, primeOfPrint);
      } else if (leetPunctuation.has(code)) isOdd = true;
    }
    if (symbol === between) {
      if (wordLength > 0) {
        wordRun = wordPrint === lastWordPrint ? wordRun + 1 : 1;
        if (wordRun > longestWordRun) longestWordRun = wordRun;
        lastWordPrint = wordPrint;
        wordPrint = 0;
      }
      if (code <= 32) {
        if (index - tokenFrom > longestToken) longestToken = index - tokenFrom;
        tokenFrom = index + 1;
      }
      if (wordLength === 1) {
        if (++singles >= 4) isOdd = true;
      } else if (wordLength > 1) singles = 0;
      wordLength = 0;
      script = 0;
      if (last !== between) {
        symbols[length] = between;
        at[length] = index;
        where[length] = hasAsides ? (kinds[index] as number) : own;
        length++;
        last = between;
      }
    } else {
      symbols[length] = symbol;
      at[length] = index;
      where[length] = hasAsides ? (kinds[index] as number) : own;
      length++;
      last = symbol;
      wordLength++;
      wordPrint = Math.imul(wordPrint ^ symbol, primeOfPrint);
    }
    index += width - 1;
    if (length >= room * 2 - 32) break;
  }
  if (wordLength === 1 && ++singles >= 4) isOdd = true;
  if (wordLength > 0 && wordPrint === lastWordPrint && wordRun + 1 > longestWordRun) longestWordRun = wordRun + 1;
  if (length > 0 && symbols[length - 1] === between) length--;
  return {
    text,
    length,
    symbols,
    at,
    where,
    hasAsides,
    hasCode,
    links,
    letters,
    capitals,
    lines,
    bars,
    marks,
    hidden,
    signs,
    customEmoji,
    longestRun,
    longestWordRun,
    longestToken: Math.max(longestToken, text.length - tokenFrom),
    isOdd: isOdd || mixedWords > 0 || hidden > 0,
    mixedWords,
    hasAt,
    hasDots,
    print: print >>> 0,
  };
}
