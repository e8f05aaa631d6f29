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
