import { Worker } from 'node:worker_threads';
import { second } from '../kernel/time.ts';

/** A row as text, and the line of the file on which it begins; the first is 1. Cells have no spaces around them. */
export type Row = { line: number; cells: readonly string[] };

/** `old`: Excel's binary format. `type`: neither text nor a workbook. `unreadable`: broken, from the line `line` on where it is known. */
export type SheetFault = 'empty' | 'old' | 'type' | 'unreadable' | 'many';

export type Sheet = { ok: true; rows: readonly Row[] } | { ok: false; fault: SheetFault; line?: number };

/** More columns are left out. */
const mostColumns = 60;

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean => first.every((byte, at) => bytes[at] === byte);

/**
 * Reads a file of rows, whatever it is called: CSV separated by semicolons, commas or tabs, in UTF-8, UTF-16 or Windows-1252, or the first sheet
 * of an Excel workbook. Rows without anything are left out. `mostRows`: more of them are `many`.
 */
export async function readSheet(bytes: Uint8Array, { mostRows }: { mostRows: number }): Promise<Sheet> {
  if (bytes.length === 0) return { ok: false, fault: 'empty' };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, fault: 'old' };
  const sheet = startsWith(bytes, 0x50, 0x4b) ? await readWorkbook(bytes, mostRows) : await readText(bytes);
  if (!sheet.ok) return sheet;
  const rows = sheet.rows
    .map(({ line, cells }) => ({ line, cells: cells.slice(0, mostColumns).map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) return { ok: false, fault: 'empty' };
  return rows.length > mostRows ? { ok: false, fault: 'many' } : { ok: true, rows };
}

/** A French spreadsheet still writes Windows-1252, which takes any bytes: what is valid UTF-8 is that. */
function decode(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** No text has the first control characters but tabs and line ends, and nearly every other kind of file does. */
function isBinary(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 27)) return true;
  }
  return false;
}

const separators = [';', ',', '\t'] as const;

/** The separator that the first line has most of, outside quotes. */
function separatorOf(text: string): string {
  const first = /^\s*([^\r\n]*)/.exec(text)?.[1]?.replaceAll(/"[^"]*"/g, '') ?? '';
  const count = (separator: string) => first.split(separator).length;
  return [...separators].sort((a, b) => count(b) - count(a))[0] ?? ';';
}

/** What `csv-parse` throws of a file that is broken. */
const isBroken = (error: unknown): error is { lines?: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

async function readText(bytes: Uint8Array): Promise<Sheet> {
  const text = decode(bytes);
  if (isBinary(text) || text.startsWith('%PDF')) return { ok: false, fault: 'type' };
  // Excel's own way to say the separator.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const { parse } = await import('csv-parse/sync');
  try {
    const records = parse(body, {
      bom: true,
      delimiter: said?.[1] ?? separatorOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    // The parser tells the line on which a record ends, and a quoted cell may hold several.
    const offset = said ? 2 : 1;
    return {
      ok: true,
      rows: records.map(({ record }, at) => ({ line: (records[at - 1]?.info.lines ?? 0) + offset, cells: record })),
    };
  } catch (error) {
    if (!isBroken(error)) throw error;
    return { ok: false, fault: 'unreadable', ...(error.lines !== undefined && { line: error.lines }) };
  }
}

/** Longest that a workbook may take, and the memory that reading it may use: ten times what an honest one needs. */
const patience = 10 * second;
const memory = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

/**
 * A workbook is an archive of markup, and a small one may unfold into more than the memory of the machine. It is read in a thread of its own,
 * which dies alone, and which keeps nobody waiting meanwhile.
 */
function readWorkbook(bytes: Uint8Array, mostRows: number): Promise<Sheet> {
  const worker = new Worker(new URL('./workbook.ts', import.meta.url), {
    workerData: { bytes, mostRows },
    resourceLimits: memory,
    execArgv: [],
    env: {},
  });
  AbortSignal.timeout(patience).addEventListener('abort', () => void worker.terminate(), { once: true });
  return new Promise((resolve) => {
    worker.once('message', (sheet: Sheet) => resolve(sheet));
    // Out of memory, or not a workbook.
    worker.once('error', () => resolve({ ok: false, fault: 'unreadable' }));
    worker.once('exit', () => resolve({ ok: false, fault: 'unreadable' }));
  });
}
