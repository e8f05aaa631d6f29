import PDFDocument from 'pdfkit';
import type { Letter } from '../letter.ts';
import { fontFiles } from './font.ts';

const margin = 64;
const ink = '#1a1a1a';
const grey = '#555555';
/** Width of the first column of the facts, in points. */
const nameWidth = 210;

const optionsFor = ({ locale, sender, title, writtenAt }: Letter) => ({
  size: 'A4',
  margin,
  lang: locale === 'fr' ? 'fr-FR' : 'en-GB',
  tagged: true,
  // The library's types do not know it yet.
  subset: 'PDF/UA' as 'PDF/A-3a',
  pdfVersion: '1.7' as const,
  displayTitle: true,
  font: fontFiles.regular,
  info: { Title: title, Author: sender, CreationDate: writtenAt, ModDate: writtenAt },
});

/** A page A4 whose structure a screen reader follows: heading, paragraphs, a table, a note. */
export function printPage(letter: Letter): Promise<Uint8Array> {
  const page = new PDFDocument(optionsFor(letter));
  const written = bytesOf(page);
  const root = page.struct('Document');
  page.addStructure(root);
  const add = (tag: string, style: { font: string; size: number; colour: string }, words: string) =>
    root.add(
      page.struct(
        tag,
        {},
        () => void page.font(style.font).fontSize(style.size).fillColor(style.colour).text(words, { lineGap: 4 }),
      ),
    );
  const body = { font: fontFiles.regular, size: 11.5, colour: ink };

  add('P', { ...body, size: 11, colour: grey }, letter.sender);
  page.moveDown(3);
  add('H1', { font: fontFiles.bold, size: 22, colour: ink }, letter.title);
  page.moveDown(1.5);
  for (const paragraph of letter.paragraphs) {
    add('P', body, paragraph);
    page.moveDown(1);
  }
  page.moveDown(0.5).fontSize(body.size).fillColor(ink);

  const table = page.struct('Table');
  root.add(table);
  const valueWidth = page.page.width - 2 * margin - nameWidth;
  for (const { name, value } of letter.facts) {
    const top = page.y;
    const row = page.struct('TR');
    table.add(row);
    row.add(page.struct('TH', {}, () => void page.font(fontFiles.bold).text(name, margin, top, { width: nameWidth })));
    const below = page.y;
    row.add(
      page.struct('TD', {}, () => void page.font(fontFiles.regular).text(value, margin + nameWidth, top, { width: valueWidth })),
    );
    row.end();
    page.x = margin;
    page.y = Math.max(below, page.y) + 8;
  }
  table.end();

  page.moveDown(2);
  add('P', { ...body, size: 9, colour: grey }, letter.footer);
  root.end();
  page.end();
  return written;
}

async function bytesOf(page: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of page) chunks.push(chunk);
  return Buffer.concat(chunks);
}
