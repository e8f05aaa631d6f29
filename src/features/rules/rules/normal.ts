import { likeness } from './confusable.ts';

/**
 * Texts as rules compare them: letters without accents, case, look-alikes and hidden characters, and one space for everything between words. A letter is a
 * number below 64, its symbol, so that automata step from one to the next by a table: 0 between words, 1 to 26 for a to z, 27 to 36 for digits, and the rest
 * shared out among all other letters, which whoever matches compares again.
 */
export const between = 0;
export const firstOther = 37;
export const alphabet = 64;
const skipped = 64;
const several = 65;
const unknown = 255;

/** Longest text that Discord takes, with room for letters that become two. */
const room = 4_096;
export const longestText = 4_000;

/** Where a stretch of the text stands that is not its author's own saying. */
export const own = 0;
export const inline = 1;
export const fenced = 2;
export const quoted = 3;

const digits = 27;
const symbolOf = (character: string): number => {
  const code = character.charCodeAt(0);
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return digits + code - 48;
  return firstOther + ((character.codePointAt(0) ?? 0) % (alphabet - firstOther));
};

const isHidden = /^[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
const isLetter = /^[\p{L}\p{N}]$/u;

/** What a character is folded to: letters and digits, a space, or nothing. The same again when it is folded again. */
function foldCharacter(character: string): string {
  if (isHidden.test(character)) return '';
  const alike = likeness(character);
  if (alike !== null) return alike;
  let folded = '';
  for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (isHidden.test(part)) continue;
    if (/[a-z0-9]/.test(part)) folded += part;
    else if (part === 'œ') folded += 'oe';
    else if (part === 'æ') folded += 'ae';
    else folded += likeness(part) ?? (isLetter.test(part) ? part : ' ');
  }
  return folded;
}

const plane = new Uint8Array(65_536).fill(unknown);
const folds = new Map<number, string>();
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code).toLowerCase();
  plane[code] = /[a-z0-9]/.test(character) ? symbolOf(character) : between;
}

/** Fills the table for a character that nobody wrote before. */
function learn(code: number): number {
  const folded = foldCharacter(String.fromCodePoint(code));
  const one = folded.length === 0 ? skipped : folded === ' ' ? between : [...folded].length === 1 ? symbolOf(folded) : several;
  folds.set(code, folded);
  if (code < 65_536) plane[code] = one;
  return one;
}

export type Link = {
  /** As it was typed, from the scheme on. */
  url: string;
  start: number;
  end: number;
  /** What is shown in place of it, by `[shown](link)`; null when the link itself is. */
  shown: string | null;
  /** Where the whole of it begins, `[` included. */
  from: number;
};

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

const symbols = new Uint8Array(room * 2);
const at = new Int32Array(room * 2);
const where = new Uint8Array(room * 2);
const kinds = new Uint8Array(room);

const leetPunctuation = new Set([...'@$!|€+'].map((character) => character.charCodeAt(0)));

/** Marks code and quotes in `kinds`. False when there is none. */
function findAsides(text: string): { hasAsides: boolean; hasCode: boolean } {
  const hasTick = text.includes('`');
  const hasQuote = text.includes('> ');
  if (!hasTick && !hasQuote) return { hasAsides: false, hasCode: false };
  kinds.fill(own, 0, text.length);
  let isFound = false;
  let hasCode = false;
  if (hasTick) {
    let from = 0;
    for (;;) {
      const open = text.indexOf('`', from);
      if (open < 0) break;
      let ticks = 1;
      while (text.charCodeAt(open + ticks) === 96) ticks++;
      const fence = '`'.repeat(ticks);
      let close = text.indexOf(fence, open + ticks);
      // As many ticks close as open; longer runs do not.
      while (close >= 0 && text.charCodeAt(close + ticks) === 96) {
        let next = close;
        while (text.charCodeAt(next) === 96) next++;
        close = text.indexOf(fence, next);
      }
      if (close < 0 || close === open + ticks) {
        from = open + ticks;
        continue;
      }
      const end = close + ticks;
      kinds.fill(ticks >= 3 ? fenced : inline, open, end);
      isFound = true;
      hasCode ||= ticks >= 3 || /[(){};=<>]|\w\.\w/.test(text.slice(open, end));
      from = end;
    }
  }
  if (hasQuote) {
    let begin = 0;
    let said = 0;
    const quotes: [number, number][] = [];
    while (begin < text.length) {
      const stop = text.indexOf('\n', begin);
      const end = stop < 0 ? text.length : stop;
      if (text.startsWith('>>> ', begin)) {
        quotes.push([begin, text.length]);
        break;
      }
      if (text.startsWith('> ', begin)) quotes.push([begin, end]);
      else said += end - begin;
      begin = end + 1;
    }
    // What is all quote quotes nobody: its author says it.
    if (quotes.length > 0 && said >= 8) {
      isFound = true;
      for (const [start, end] of quotes)
        for (let index = start; index < end; index++) if (kinds[index] === own) kinds[index] = quoted;
    }
  }
  return { hasAsides: isFound, hasCode };
}

const endOfLink = /[\s<>"`]|\](?=\()|\)(?=[\s).,!?;:*_]|$)|$/g;
const schemes = /https?$/i;

/** True of an address whose own parenthesis is still open: `…/wiki/Simplon_(pass`. */
const opensMore = (url: string): boolean => url.split('(').length > url.split(')').length;

/** The link whose `://` stands at `colon`. */
function linkAt(text: string, colon: number): Link | null {
  const scheme = schemes.exec(text.slice(Math.max(0, colon - 5), colon))?.[0];
  if (!scheme) return null;
  const start = colon - scheme.length;
  const isInAngles = text.charCodeAt(start - 1) === 60;
  const opening = isInAngles ? start - 2 : start - 1;
  const isMasked = text.charCodeAt(opening) === 40 && text.charCodeAt(opening - 1) === 93;
  let end: number;
  if (isInAngles) {
    const close = text.indexOf('>', start);
    end = close < 0 ? text.length : close;
  } else {
    endOfLink.lastIndex = colon + 3;
    end = endOfLink.exec(text)?.index ?? text.length;
    if (isMasked) {
      const close = text.indexOf(')', start);
      if (close >= 0 && close < end) end = close;
    }
  }
  while (text.charCodeAt(end) === 41 && !isMasked && opensMore(text.slice(start, end))) end++;
  let trimmed = end;
  while (trimmed > colon + 3 && ".,!?;:'*_~|".includes(text.charAt(trimmed - 1))) trimmed--;
  if (trimmed <= colon + 3) return null;
  const from = isMasked ? text.lastIndexOf('[', opening - 1) : -1;
  return {
    url: text.slice(start, trimmed),
    start,
    end: trimmed,
    shown: from >= 0 ? text.slice(from + 1, opening - 1) : null,
    from: from >= 0 ? from : start,
  };
}

/** Mentions, custom emoji, moments: `<@1>`, `<#1>`, `<:name:1>`, `<t:1:R>`, `</name:1>`. */
const token = /<(?:@[!&]?\d+|#\d+|(a?):\w{1,40}:\d+|t:-?\d+(?::\w)?|\/[^:>]{1,80}:\d+|id:\w+)>/y;

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
          if (length >= room * 2 - 32) break;
        }
        index += width - 1;
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

/** Where the character ends that a symbol comes from, with the accents and hidden characters that follow it. */
export function endOf(text: string, index: number): number {
  let end = index + ((text.codePointAt(index) ?? 0) > 65_535 ? 2 : 1);
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 128 || (plane[code] === unknown ? learn(code) : plane[code]) !== skipped) break;
    end++;
  }
  return end;
}

const letterOf = (symbol: number): string =>
  symbol === between ? ' ' : symbol < digits ? String.fromCharCode(96 + symbol) : String.fromCharCode(48 + symbol - digits);

/** The symbols as text, for what compares text: other letters as they are folded. */
export function spell(reading: Reading): string {
  let spelled = '';
  let previous = -1;
  let part = 0;
  for (let index = 0; index < reading.length; index++) {
    const symbol = reading.symbols[index] as number;
    const from = reading.at[index] as number;
    part = from === previous ? part + 1 : 0;
    previous = from;
    if (symbol < firstOther) spelled += letterOf(symbol);
    else {
      const code = reading.text.codePointAt(from) ?? 0;
      const folded = [...(folds.get(code) ?? foldCharacter(String.fromCodePoint(code)))];
      spelled += folded[part] ?? '';
    }
  }
  return spelled;
}

/** A text as rules compare it. */
export const normalise = (typed: string): string => spell(read(typed));

/** A word or a phrase of a rule, as texts are searched for it. Empty when nothing of it would be left. */
export const normalWord = (typed: string): string => normalise(typed.replace(/[`<>:]/g, ' ')).trim();

export const symbolsOf = (normal: string): number[] => Array.from(normal, (part) => (part === ' ' ? between : symbolOf(part)));
