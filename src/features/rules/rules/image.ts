/**
 * Perceptual hash of an image: which of its slow waves are stronger than their median (DCT of 32 × 32 greys, 8 × 8 of it kept). It stays nearly the same when
 * the image is scaled, recompressed, or a little lighter, and differs by half of its bits from another image. Greys come from `infra/picture.ts`.
 */
export const side = 32;
const kept = 8;

const waves = Array.from({ length: kept }, (_, wave) =>
  Float64Array.from({ length: side }, (_, place) => Math.cos(((2 * place + 1) * (wave + 1) * Math.PI) / (2 * side))),
);

/** 16 hexadecimal digits; null for an image of one colour, whose waves say nothing. `greys`: 32 rows of 32, from 0 to 255. */
export function hashOf(greys: Uint8Array): string | null {
  if (greys.length !== side * side) return null;
  const rows = Array.from({ length: side }, (_, row) =>
    waves.map((wave) => wave.reduce((sum, value, place) => sum + value * (greys[row * side + place] ?? 0), 0)),
  );
  const strengths = waves.flatMap((wave) =>
    Array.from({ length: kept }, (_, column) => wave.reduce((sum, value, row) => sum + value * (rows[row]?.[column] ?? 0), 0)),
  );
  if (strengths.every((strength) => Math.abs(strength) < side)) return null;
  const sorted = strengths.toSorted((a, b) => a - b);
  const middle = ((sorted[31] ?? 0) + (sorted[32] ?? 0)) / 2;
  let hash = '';
  for (let from = 0; from < strengths.length; from += 4) {
    const bits = strengths.slice(from, from + 4).reduce((sum, strength) => sum * 2 + (strength > middle ? 1 : 0), 0);
    hash += bits.toString(16);
  }
  return hash;
}

/** How many of 64 bits differ between two hashes of 16 hexadecimal digits. */
export function distanceOf(one: string, other: string): number {
  let different = 0;
  for (let from = 0; from < 16; from += 8) {
    let bits = (Number.parseInt(one.slice(from, from + 8), 16) ^ Number.parseInt(other.slice(from, from + 8), 16)) >>> 0;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    different += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return different;
}
