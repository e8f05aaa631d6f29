import { extensionsOf } from '../brand.ts';
import { distanceOf } from '../image.ts';
import { counting, type Group, mostQuoted, type Reader } from './common.ts';

export function fileReaders(group: Group, images: readonly string[]): Reader[] {
  const readers: Reader[] = [];
  if (group.attachments)
    readers.push(
      counting(
        group.attachments,
        ({ least: limit }) => limit,
        ({ facts }) => facts.attachments.length,
      ),
    );
  const files = (group.files ?? []).map((one) => ({
    one,
    endings: new Set([
      ...one.trigger.extensions,
      ...one.trigger.families.flatMap((family): readonly string[] => extensionsOf[family]),
    ]),
  }));
  if (files.length > 0)
    readers.push(({ facts }, emit) => {
      if (facts.attachments.length === 0) return;
      for (const { one, endings } of files) {
        const found = facts.attachments.filter(({ name }) => endings.has(extensionOf(name)));
        if (found.length > 0)
          emit(one, { code: 'files', values: found.map(({ name }) => name).slice(0, mostQuoted), count: found.length });
      }
    });
  const pictures = (group.image ?? []).map((one) => ({
    one,
    hashes: [...one.trigger.hashes, ...(one.trigger.useList ? images : [])],
  }));
  if (pictures.length > 0)
    readers.push(({ facts }, emit) => {
      for (const { hash, name } of facts.attachments)
        if (hash !== undefined)
          for (const { one, hashes } of pictures) {
            const near = hashes.reduce((low, other) => Math.min(low, distanceOf(hash, other)), 65);
            if (near <= one.trigger.distance)
              emit(one, { code: 'image', values: [name], count: near, limit: one.trigger.distance });
          }
    });
  return readers;
}

/** What opens the file: spaces and dots at its end are not read by any system, and right-to-left marks only hide the rest. */
export const extensionOf = (name: string): string =>
  name
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\s.]+$/, '')
    .replace(/^.*\./, '')
    .toLowerCase();
