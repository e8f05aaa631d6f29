import type sharp from 'sharp';

/** Larger pictures than this are not opened: a few kilobytes can unfold to gigabytes. */
const mostPixels = 40_000_000;
const patience = 5;

let library: typeof sharp | undefined;
async function open(): Promise<typeof sharp> {
  if (!library) {
    library = (await import('sharp')).default;
    // Pictures of people are not to stay in memory, and one at a time is enough beside a bot's own work.
    library.cache(false);
    library.concurrency(1);
  }
  return library;
}

/**
 * A picture as `side` rows of `side` greys, whatever its format and size; null when it is none. libvips decodes it in a thread of its own, so nobody waits for
 * it here, and is loaded for the first one.
 */
export async function greysOf(bytes: Uint8Array, side: number): Promise<Uint8Array | null> {
  const picture = await open();
  try {
    const { data } = await picture(bytes, { limitInputPixels: mostPixels, pages: 1, failOn: 'none' })
      .timeout({ seconds: patience })
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize(side, side, { fit: 'fill', kernel: 'cubic' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return data.length === side * side ? Uint8Array.from(data) : null;
  } catch (error) {
    // What is not a picture, or pretends to be a huge one, is nobody's fault.
    if (error instanceof Error) return null;
    throw error;
  }
}
