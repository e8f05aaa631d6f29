import { inflateSync } from 'node:zlib';

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

/** What glyphs stand for: `<0000> <00ff> [<0043> <0065> …]`. */
function unicodeOf(map: string): Map<string, string> {
  const spoken = new Map<string, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g))
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries())
      spoken.set((Number.parseInt(first, 16) + index).toString(16).padStart(4, '0'), utf16(hex.replaceAll(' ', '')));
  return spoken;
}

/** The words of a PDF that pdfkit wrote, with its own fonts: drawn text alone, one line after the other. */
export function wordsOfPdf(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const objects = new Map(
    [...raw.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id = '', body = '']) => [id, body] as const),
  );
  const streamOf = (body: string): string => {
    const inside = /stream\n([\s\S]*?)\nendstream/.exec(body)?.[1] ?? '';
    const bytes = Buffer.from(inside, 'latin1');
    return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
  };
  const fonts = new Map(
    [...raw.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? '';
      return [name, unicodeOf(streamOf(objects.get(map) ?? ''))] as const;
    }),
  );
  const lines: string[] = [];
  for (const body of objects.values()) {
    const drawn = /stream\n/.test(body) && !body.includes('/Length1') && !body.includes('/Subtype') ? streamOf(body) : '';
    let font = new Map<string, string>();
    for (const [, name, shown] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name) font = fonts.get(name) ?? font;
      else
        lines.push(
          [...(shown ?? '').matchAll(/<([0-9a-f]+)>/g)]
            .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
            .map((glyph) => font.get(glyph) ?? '')
            .join(''),
        );
    }
  }
  return lines.join('\n');
}
