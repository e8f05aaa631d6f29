import { parentPort, workerData } from 'node:worker_threads';
import { type Sheet, startsWith } from './sheet.ts';

/** The thread in which `sheet.ts` reads a file: it is given the bytes, answers with the rows, and ends. */

const { bytes, mostRows } = workerData as { bytes: Uint8Array; mostRows: number };

/** More columns are left out. */
const mostColumns = 60;
/** Among them those without anything, which are left out afterwards. */
const bound = mostRows * 10;

/** Only what is wanted of them goes back. */
function tidy(sheet: Sheet): Sheet {
  if (!sheet.ok) return sheet;
  if (sheet.rows.length > bound) return { ok: false, fault: 'many' };
  const rows = sheet.rows
    .map(({ line, cells }) => ({ line, cells: cells.slice(0, mostColumns).map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { ok: true, rows: rows.slice(0, mostRows + 1) };
}

/** What reads the other kind of file is not loaded. */
async function read(): Promise<Sheet> {
  if (startsWith(bytes, 0x50, 0x4b)) return (await import('./workbook.ts')).readWorkbook(bytes);
  return (await import('./csv.ts')).readCsv(bytes, { most: bound + 1, mostColumns });
}

parentPort?.postMessage(tidy(await read()));
