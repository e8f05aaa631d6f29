import sharp from 'sharp';
import { expect, test } from 'vitest';
import { distanceOf, hashOf, side } from '../../../src/features/rules/rules/image.ts';
import { greysOf } from '../../../src/infra/picture.ts';

/** A poster as thieves send it: shapes and colours that differ by its number. */
const poster = (seed: number) => {
  const at = (index: number) => Math.abs(Math.sin(seed * 127.1 + index * 311.7) * 43_758.5453) % 1;
  const shapes = Array.from({ length: 9 }, (_, index) => {
    const [x, y, size] = [at(index) * 640, at(index + 20) * 400, 40 + at(index + 40) * 180];
    const colour = `hsl(${Math.floor(at(index + 60) * 360)} 80% ${20 + Math.floor(at(index + 80) * 60)}%)`;
    return index % 2
      ? `<circle cx="${x}" cy="${y}" r="${size / 2}" fill="${colour}"/>`
      : `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="${colour}"/>`;
  });
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="400"><rect width="640" height="400" fill="#eee"/>${shapes.join('')}</svg>`,
    ),
  );
};
const hash = async (bytes: Uint8Array) => {
  const greys = await greysOf(bytes, side);
  return greys ? hashOf(greys) : null;
};

test('an image is known again after scaling, recompression and other formats, and others are not taken for it', async () => {
  const originals = await Promise.all([1, 2, 3, 4, 5].map((seed) => poster(seed).png().toBuffer()));
  const hashes = await Promise.all(originals.map(hash));
  for (const [index, original] of originals.entries()) {
    const own = hashes[index] ?? '';
    expect(own).toMatch(/^[0-9a-f]{16}$/);
    for (const copy of [
      sharp(original).jpeg({ quality: 35 }),
      sharp(original).resize(220, 140).webp({ quality: 50 }),
      sharp(original).resize(1_280, 800, { fit: 'fill' }).png(),
      sharp(original).modulate({ brightness: 1.15 }).jpeg({ quality: 70 }),
      sharp(original).gif(),
    ])
      expect(distanceOf(own, (await hash(await copy.toBuffer())) ?? '')).toBeLessThanOrEqual(8);
    for (const [other, theirs] of hashes.entries())
      if (other !== index) expect(distanceOf(own, theirs ?? '')).toBeGreaterThan(16);
  }
});

test('what is no image, one colour, or would unfold to gigabytes has no hash', async () => {
  const plain = { create: { width: 64, height: 64, channels: 3, background: '#336699' } } as const;
  const huge = { create: { width: 9_000, height: 9_000, channels: 3, background: '#336699' } } as const;
  for (const bytes of [
    Buffer.from('no image'),
    Buffer.alloc(0),
    await sharp(plain).png().toBuffer(),
    await sharp(huge).png().toBuffer(),
  ])
    expect(await hash(bytes)).toBeNull();
});
