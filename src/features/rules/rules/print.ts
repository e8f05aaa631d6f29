import { createHash } from 'node:crypto';
import type { Facts } from './facts.ts';
import { placesOf } from './link.ts';
import { spell } from './normal.ts';
import { read } from './reading.ts';

/** Emoji and pictures, of which the words of a text say nothing. */
const pictures = /\p{Extended_Pictographic}|<a?:\w+:\d+>/gu;

/**
 * Of what a message says, disguises undone: the same words, sites, emoji and files again have the same, and none of them can be read from it. Null for nothing
 * at all.
 */
export function fingerprintOf({ text, attachments }: Pick<Facts, 'text' | 'attachments'>): string | null {
  const reading = read(text);
  const words = spell(reading).replace(/\s+/g, ' ').trim();
  const places = placesOf(reading).map(({ host, path }) => `${host}${path}`);
  const emoji = text.match(pictures) ?? [];
  const files = attachments.map(({ name, size }) => `${size}:${name}`);
  const parts = [[words], [...new Set(places)].sort(), emoji, files.sort()];
  if (parts.flat().every((part) => part === '')) return null;
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
