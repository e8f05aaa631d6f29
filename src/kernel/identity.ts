import { z } from 'zod';

export const nameLimit = 50;
/** https://www.rfc-editor.org/errata/eid1690 */
export const emailLimit = 254;

export type Fault = 'blank' | 'long' | 'characters';
export type Read<T> = { ok: true; value: T } | { ok: false; fault: Fault };

/** Small words of a family name that stay small when the name was typed in one case: `de La Tour`, `von Trapp`. */
export const particles = new Set(['de', 'du', 'des', 'da', 'das', 'dos', 'di', 'del', 'van', 'von', 'der', 'den', 'ten', 'zu']);

function capitalise(word: string): string {
  const [first = ''] = word;
  const capital = first.toUpperCase();
  // A letter whose capital is two (`ß`) keeps only the first of them large.
  const [large = '', ...small] = capital;
  return large + small.join('').toLowerCase() + word.slice(first.length);
}

/** Gives its capitals to a name typed all large or all small; any other was typed with care and stays: `McDonald`, `de La Tour`. */
function tidyCase(name: string): string {
  const small = name.toLowerCase();
  if (name !== small && name !== name.toUpperCase()) return name;
  const words = small.split(' ');
  return words
    .map((word, index) => {
      if (particles.has(word) && index < words.length - 1) return word;
      const elided = /^d'(?=.)/.test(word);
      const parts = (elided ? word.slice(2) : word).split(/(?<=['-])/).map(capitalise);
      return (elided ? "d'" : '') + parts.join('');
    })
    .join(' ');
}

/** Letters of any alphabet, with no more than two accents each; spaces, hyphens and apostrophes between them. */
const nameShape = /^(?:[\p{L}'](?:\p{M}{0,2})[ -]?)+$/u;

/** A first or last name as typed, tidied: one kind of apostrophe and hyphen, single spaces, capitals. At most 50 characters. */
export function readName(typed: string): Read<string> {
  if (typed.length > nameLimit * 4) return { ok: false, fault: 'long' };
  const tidy = typed
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?-*/g, '-')
    .replace(/^[ -]+|[ -]+$/g, '');
  if (tidy === '') return { ok: false, fault: /\S/.test(typed) ? 'characters' : 'blank' };
  if (!nameShape.test(tidy) || !/\p{L}/u.test(tidy) || tidy.includes("''")) return { ok: false, fault: 'characters' };
  const value = tidyCase(tidy).normalize('NFC');
  return value.length > nameLimit ? { ok: false, fault: 'long' } : { ok: true, value };
}

const email = z.email().max(emailLimit);

/** An e-mail address; its domain, where case means nothing, in lower case. */
export function readEmail(typed: string): Read<string> {
  const trimmed = typed.trim();
  if (trimmed === '') return { ok: false, fault: 'blank' };
  if (trimmed.length > emailLimit) return { ok: false, fault: 'long' };
  if (!email.safeParse(trimmed).success) return { ok: false, fault: 'characters' };
  const at = trimmed.lastIndexOf('@');
  return { ok: true, value: trimmed.slice(0, at) + trimmed.slice(at).toLowerCase() };
}
