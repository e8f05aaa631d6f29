import { likeness } from './confusable.ts';

/**
 * Texts as rules compare them: letters without accents, case, look-alikes and hidden characters, and one space for everything between words. A letter is a
 * number below 64, its symbol, so that automata step from one to the next by a table: 0 between words, 1 to 26 for a to z, 27 to 36 for digits, and the rest
 * shared out among all other letters, which whoever matches compares again.
 */
export const between = 0;
export const firstOther = 37;
export const alphabet = 64;
export const skipped = 64;
export const several = 65;
export const unknown = 255;

/** Longest text that Discord takes, with room for letters that become two. */
export const room = 4_096;
export const longestText = 4_000;

export const digits = 27;
export const symbolOf = (character: string): number => {
  const code = character.charCodeAt(0);
  if (code >= 97 && code <= 122) return code - 96;
  if (code >= 48 && code <= 57) return digits + code - 48;
  return firstOther + ((character.codePointAt(0) ?? 0) % (alphabet - firstOther));
};

const isHidden = /^[\p{M}\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;
const isLetter = /^[\p{L}\p{N}]$/u;

/** What a character is folded to: letters and digits, a space, or nothing. The same again when it is folded again. */
export function foldCharacter(character: string): string {
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
  // One place for each of its parts in the stream, where a space at its beginning may have none.
  return folded.replace(/ +/g, ' ').replace(/^ (?=\S)/, '');
}

export const plane = new Uint8Array(65_536).fill(unknown);
export const folds = new Map<number, string>();
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code).toLowerCase();
  plane[code] = /[a-z0-9]/.test(character) ? symbolOf(character) : between;
}

/** Fills the table for a character that nobody wrote before. */
export function learn(code: number): number {
  const folded = foldCharacter(String.fromCodePoint(code));
  const one = folded.length === 0 ? skipped : folded === ' ' ? between : [...folded].length === 1 ? symbolOf(folded) : several;
  folds.set(code, folded);
  if (code < 65_536) plane[code] = one;
  return one;
}

export const symbolsOf = (normal: string): number[] => Array.from(normal, (part) => (part === ' ' ? between : symbolOf(part)));
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
