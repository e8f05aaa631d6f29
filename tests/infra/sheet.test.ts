import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readSheet } from '../../src/infra/sheet.ts';
import { partsOfWorkbook, workbook, zipped } from '../support/workbook.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) =>
  Uint8Array.from(text, (letter) => (letter === '’' ? 0x92 : letter === '€' ? 0x80 : letter.charCodeAt(0)));
const utf16 = (text: string) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]);
const utf16be = (text: string) => Uint8Array.from([0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()]);
const read = (bytes: Uint8Array, mostRows = 10) => readSheet(bytes, { mostRows });
const cellsOf = async (bytes: Uint8Array) => {
  const sheet = await read(bytes);
  return sheet.ok ? sheet.rows.map(({ cells }) => cells) : sheet.fault;
};

const rows = [
  ['Nom', 'Prénom', 'E-mail'],
  ['D’Été', 'Zoë', 'zoe@exemple.fr'],
];
const csv = (separator: string) => rows.map((row) => row.join(separator)).join('\r\n');

describe('the same list', () => {
  test.each<[string, Uint8Array]>([
    ['with semicolons', utf8(csv(';'))],
    ['with commas', utf8(csv(','))],
    ['with tabs', utf8(csv('\t'))],
    ['with a byte order mark', utf8(`\uFEFF${csv(';')}`)],
    ['in Windows-1252', latin(csv(';'))],
    ['in UTF-16, as Excel’s Unicode text', utf16(csv('\t'))],
    ['in UTF-16, the other way round', utf16be(csv(';'))],
    ['with old line ends', utf8(csv(';').replaceAll('\r\n', '\r'))],
    ['with quotes around all', utf8(rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n'))],
    ['with spaces around all', utf8(rows.map((row) => row.map((cell) => `  ${cell} `).join(';')).join('\n'))],
    ['with the separator that Excel says', utf8(`sep=,\r\n${csv(',')}`)],
    ['in a workbook', workbook(rows)],
  ])('%s', async (_, bytes) => expect(await cellsOf(bytes)).toEqual(rows));
});

describe('lines are those of the file', () => {
  const linesOf = async (bytes: Uint8Array) => {
    const sheet = await read(bytes);
    return sheet.ok ? sheet.rows.map(({ line, cells }) => [line, cells[0]]) : sheet.fault;
  };
  test.each<[string, Uint8Array, unknown]>([
    [
      'empty lines count and are left out',
      utf8('a;b\n\n\nc;d\n;\ne;f\n'),
      [
        [1, 'a'],
        [4, 'c'],
        [6, 'e'],
      ],
    ],
    [
      'a quoted cell may have several',
      utf8('a;b\n"c\nc\nc";d\ne;f'),
      [
        [1, 'a'],
        [2, 'c\nc\nc'],
        [5, 'e'],
      ],
    ],
    [
      'after the separator that Excel says',
      utf8('sep=;\na;b\nc;d'),
      [
        [2, 'a'],
        [3, 'c'],
      ],
    ],
    [
      'rows that a workbook leaves out',
      workbook([['a'], null, null, ['c']]),
      [
        [1, 'a'],
        [4, 'c'],
      ],
    ],
  ])('%s', async (_, bytes, lines) => expect(await linesOf(bytes)).toEqual(lines));
});

test('cells of a workbook become text, whatever they are', async () => {
  const cells = ['Marie & <Léa>', 12, 1.5, true, new Date('2027-01-12T00:00:00Z'), ' marie@exemple.fr '];
  expect(await cellsOf(workbook([cells]))).toEqual([['Marie & <Léa>', '12', '1.5', 'true', '2027-01-12', 'marie@exemple.fr']]);
});

test('a lone quote inside a name is a letter like any other', async () =>
  expect(await cellsOf(utf8('a;b\nJean "JJ" Roux;x'))).toEqual([
    ['a', 'b'],
    ['Jean "JJ" Roux', 'x'],
  ]));

describe('what cannot be read is refused', () => {
  const nothing = new Uint8Array();
  test.each<[string, Uint8Array, string]>([
    ['nothing', nothing, 'empty'],
    ['blanks', utf8(' \n ; \n'), 'empty'],
    ['a workbook without rows', workbook([]), 'empty'],
    ['an old Excel file', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'old'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0]), 'type'],
    ['a PDF', utf8('%PDF-1.7\n1 0 obj'), 'type'],
    ['an archive that is no workbook', zipped({ 'readme.xml': 'hello' }), 'unreadable'],
    ['half a workbook', workbook(rows).slice(0, 600), 'unreadable'],
    ['broken markup', zipped(partsOfWorkbook('<row r="1"><c r="A1"')), 'unreadable'],
    ['too many rows', utf8('x\n'.repeat(11)), 'many'],
    ['too many rows in a workbook', workbook(Array.from({ length: 11 }, () => ['x'])), 'many'],
  ])('%s', async (_, bytes, fault) => expect(await read(bytes)).toMatchObject({ ok: false, fault }));

  test('a quote that is never closed, with its line', async () =>
    expect(await read(utf8('a;b\n"c;d\ne;f'))).toMatchObject({ ok: false, fault: 'unreadable', line: 3 }));
});

describe('a workbook that is made to fill the memory', () => {
  test('by what is packed in it', async () => {
    const bomb = zipped(
      partsOfWorkbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(30_000_000)}</t></is></c></row>`),
    );
    expect(bomb.length).toBeLessThan(100_000);
    expect(await read(bomb)).toMatchObject({ ok: false, fault: 'many' });
  });

  test('by what is packed in it, under a false size', async () => {
    const parts = partsOfWorkbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(30_000_000)}</t></is></c></row>`);
    const bytes = Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, utf8(text)]))));
    // Sizes stand in the local header and again in the central directory.
    const size = Buffer.alloc(4);
    const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
    size.writeUInt32LE(sheet.length);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at)) bytes.writeUInt32LE(1_000, at);
    expect(await read(bytes)).toMatchObject({ ok: false, fault: 'unreadable' });
  });

  test('by a row that stands far below', async () => {
    const far = zipped(partsOfWorkbook('<row r="999999999"><c r="A999999999" t="inlineStr"><is><t>x</t></is></c></row>'));
    expect(await read(far)).toMatchObject({ ok: false });
  });

  test('by a cell that stands far to the right', async () => {
    const cells = Array.from({ length: 20 }, (_, row) => `<row r="${row + 1}"><c r="ZZZZZ${row + 1}"><v>1</v></c></row>`);
    expect(await read(zipped(partsOfWorkbook(cells.join(''))))).toMatchObject({ ok: false });
  });
});

describe('a text that is made to keep everybody waiting', () => {
  test.each<[string, string, object]>([
    ['a million rows', 'a\n'.repeat(1_000_000), { ok: false, fault: 'many' }],
    ['rows of nothing', ';;;\n'.repeat(500_000), { ok: false, fault: 'many' }],
    ['rows of many cells', `${'a;'.repeat(1_000)}\n`.repeat(1_000), { ok: false, fault: 'many' }],
    ['one row without an end', ';'.repeat(2_000_000), { ok: false, fault: 'empty' }],
    ['one cell without an end', `a;b\n"${'x'.repeat(2_000_000)}`, { ok: false, fault: 'unreadable' }],
  ])('%s', async (_, text, result) => {
    const bytes = utf8(text);
    let last = performance.now();
    let longest = 0;
    const beat = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    const heap = process.memoryUsage().heapUsed;
    expect(await read(bytes)).toMatchObject(result);
    clearInterval(beat);
    // Read here, the first of them took more than a second and 900 MB.
    expect(longest).toBeLessThan(400);
    expect(process.memoryUsage().heapUsed - heap).toBeLessThan(100_000_000);
  });
});
