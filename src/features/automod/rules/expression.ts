import { limits } from './native.ts';

/** A repetition by numbers that counts further than that may be too big for Discord once letters of all languages are meant. */
const mostRepeated = 50;
const mostCounted = 4;

/**
 * An expression of ours as Discord's engine (Rust's `regex`) reads it, or null where both might not mean the same: only escapes of classes, of word borders and of
 * punctuation, groups without a name, no flags but case, no repetition of a repetition. Case never matters.
 * https://docs.rs/regex/latest/regex/#syntax
 */
export function nativePattern(typed: string): string | null {
  const source = typed.replace(/^\(\?i\)/, '');
  let isClass = false;
  let isFresh = true;
  let depth = 0;
  let counted = 0;
  // Whether something stands before, which may be repeated.
  let isAtom = false;
  for (let at = 0; at < source.length; at++) {
    const rest = source.slice(at);
    const character = rest[0] ?? '';
    if (character === '\\') {
      if (!(isClass ? /^\\[dDwWsS!-/:;=?@[-`{-~]/ : /^\\[dDwWsSbB!-/:;=?@[-`{-~]/).test(rest)) return null;
      isAtom = !/^\\[bB]/.test(rest);
      at++;
      isFresh = false;
      continue;
    }
    if (isClass) {
      if (/^(\[|&&|--|~~)/.test(rest)) return null;
      // A bracket that closes at once stands for itself with one engine only.
      if (character === ']') {
        if (isFresh) return null;
        isClass = false;
        isAtom = true;
      }
      isFresh = false;
      continue;
    }
    if (character === '[') {
      isClass = true;
      isFresh = true;
      if (rest[1] === '^') at++;
    } else if (character === '(') {
      if (rest[1] === '?' && rest[2] !== ':') return null;
      if (rest[1] === '?') at += 2;
      depth++;
      isAtom = false;
    } else if (character === ')') {
      if (--depth < 0) return null;
      isAtom = true;
    } else if (/[*+?{]/.test(character)) {
      const [whole, least = '', most] = /^(?:[*+?]|\{(\d{1,3})(?:,(\d{1,3})?)?\})\??/.exec(rest) ?? [];
      if (!whole || !isAtom) return null;
      if (Number(least) > mostRepeated || Number(most ?? 0) > mostRepeated) return null;
      if (character === '{' && ++counted > mostCounted) return null;
      isAtom = false;
      at += whole.length - 1;
    } else if (character === ']' || character === '}') return null;
    else isAtom = !/[|^$]/.test(character);
  }
  if (isClass || depth !== 0 || source === '') return null;
  // Ours are read line by line.
  const pattern = `(?im)${source}`;
  return pattern.length <= limits.patternLength ? pattern : null;
}
