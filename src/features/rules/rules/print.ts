import { createHash } from 'node:crypto';
import { normalise } from './normal.ts';

/** Of what a message says, disguises undone: the same words again have the same, and the words cannot be read from it. Null for no words. */
export function fingerprintOf(typed: string): string | null {
  const normal = normalise(typed).replace(/\s+/g, ' ').trim();
  return normal === '' ? null : createHash('sha256').update(normal).digest('hex').slice(0, 32);
}
