import { unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import type { Sheet } from './sheet.ts';

/** Of the markup in all. The list of 2 000 people is a tenth of it. */
const mostBytes = 16_000_000;

/** The parts that hold text. What an archive says of their size bounds what is unpacked of them, so their sum is the most it can take. */
function unpack(bytes: Uint8Array): Record<string, Uint8Array> | null {
  let total = 0;
  const files = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!/\.(xml|rels)$/.test(name)) return false;
      total += originalSize;
      return total <= mostBytes;
    },
  });
  return total <= mostBytes ? files : null;
}

const textOf = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : cell === null || cell === undefined ? '' : String(cell);

/** The first sheet of an Excel workbook. Throws for what is none. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet> {
  const files = unpack(bytes);
  if (!files) return { ok: false, fault: 'many' };
  // The parser unpacks without a bound: it is given an archive in which nothing is packed.
  const plain = zipSync(files, { level: 0 });
  const rows = await readSheet(plain.slice().buffer, { parseNumber: (typed) => typed });
  return { ok: true, rows: rows.map((cells, at) => ({ line: at + 1, cells: cells.map(textOf) })) };
}
