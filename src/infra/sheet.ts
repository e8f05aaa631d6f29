import { Worker } from 'node:worker_threads';
import { second } from '../kernel/time.ts';

/** A row as text, and the line of the file on which it begins; the first is 1. Cells have no spaces around them. */
export type Row = { line: number; cells: readonly string[] };

/** `old`: Excel's binary format. `type`: neither text nor a workbook. `unreadable`: broken, from the line `line` on where it is known. */
export type SheetFault = 'empty' | 'old' | 'type' | 'unreadable' | 'many';

export type Sheet = { ok: true; rows: readonly Row[] } | { ok: false; fault: SheetFault; line?: number };

export const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

/**
 * Reads a file of rows, whatever it is called: CSV separated by semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1252, or the first sheet
 * of an Excel workbook. Rows without anything are left out. `mostRows`: more of them are `many`.
 */
export async function readSheet(bytes: Uint8Array, { mostRows }: { mostRows: number }): Promise<Sheet> {
  if (bytes.length === 0) return { ok: false, fault: 'empty' };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, fault: 'old' };
  const sheet = await readAside(bytes, mostRows);
  if (!sheet.ok) return sheet;
  if (sheet.rows.length === 0) return { ok: false, fault: 'empty' };
  return sheet.rows.length > mostRows ? { ok: false, fault: 'many' } : sheet;
}

/** Longest that a file may take, and the memory that reading it may use: ten times what an honest one needs. */
const patience = 10 * second;
const memory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * A workbook is an archive of markup, and a small one may unfold into more than the memory of the machine; a text may be a million rows. Either is
 * read in a thread of its own, which dies alone, and which keeps nobody waiting meanwhile.
 */
function readAside(bytes: Uint8Array, mostRows: number): Promise<Sheet> {
  const worker = new Worker(new URL('./reader.ts', import.meta.url), {
    workerData: { bytes, mostRows },
    resourceLimits: memory,
    execArgv: [],
    env: {},
  });
  AbortSignal.timeout(patience).addEventListener('abort', () => void worker.terminate(), { once: true });
  return new Promise((resolve) => {
    worker.once('message', (sheet: Sheet) => resolve(sheet));
    // Out of memory or of time, or not a workbook.
    worker.once('error', () => resolve({ ok: false, fault: 'unreadable' }));
    worker.once('exit', () => resolve({ ok: false, fault: 'unreadable' }));
  });
}
