import { parse } from 'csv-parse/sync';
import { type Row, type Sheet, startsWith } from './sheet.ts';

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

/** Of a row: a longer one is no row of a list, but a quote that is never closed. */
const longestRow = 100_000;

/** Reads no more than `most` rows. */
export function readCsv(bytes: Uint8Array, { most, mostColumns }: { most: number; mostColumns: number }): Sheet {
  const text = decode(bytes);
  if (isBinary(text) || text.startsWith('%PDF')) return { ok: false, fault: 'type' };
  // Excel's own way to say the separator.
  const said = /^sep=(.)\r?\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  // The parser tells the line on which a record ends, and a quoted cell may hold several.
  let line = said ? 2 : 1;
  const offset = line;
  try {
    const rows: Row[] = [];
    parse(body, {
      bom: true,
      delimiter: said?.[1] ?? separatorOf(body),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: longestRow,
      to: most,
      on_record: (record: string[], { lines }) => {
        rows.push({ line, cells: record.slice(0, mostColumns) });
        line = lines + offset;
        return null;
      },
    });
    return { ok: true, rows };
  } catch (error) {
    if (!isBroken(error)) throw error;
    return { ok: false, fault: 'unreadable', ...(error.lines !== undefined && { line: error.lines }) };
  }
}
