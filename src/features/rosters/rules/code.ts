import { createHash, randomBytes } from 'node:crypto';
import { hour } from '../../../kernel/time.ts';

/** Letters and digits that nobody takes for one another. https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** Wrong ones that a person may type within `tryWindow`. */
export const mostTries = 5;
export const tryWindow = hour;

/** Sixty random bits, in groups that are easy to copy: `7K2M-9QTR-04XD`. */
export const newCode = (): string =>
  [...randomBytes(length)]
    .map((byte) => alphabet[byte % alphabet.length])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

/** What was typed, without case, spaces and hyphens, and with the letters that are taken for digits read as such; null for what is no code. */
export function readCode(typed: string): string | null {
  const read = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return read.length === length && [...read].every((letter) => alphabet.includes(letter)) ? read : null;
}

/**
 * How a code is kept. A plain hash is enough: the code was drawn, not chosen, so that no dictionary holds it, and trying sixty bits one after the
 * other costs far more than it gives, a place in one promo for as long as its code has not served. The server is part of it, so that a code is
 * worth nothing on another.
 */
export const hashOf = (guildId: string, code: string): string =>
  createHash('sha256')
    .update(`${guildId}:${readCode(code)}`)
    .digest('hex');
