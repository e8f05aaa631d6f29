export type Quote = { start: number; end: number };

const pairs: readonly (readonly [string, string])[] = [
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
  ['"', '"'],
];
/** A word or two in quotation marks is stressed, not quoted. */
const shortest = 16;

/** What stands between quotation marks, sentences rather than words, when something is said besides. */
export function quotesIn(text: string): readonly Quote[] {
  const quotes: Quote[] = [];
  for (const [opening, closing] of pairs) {
    let start = text.indexOf(opening);
    while (start >= 0) {
      const close = text.indexOf(closing, start + 1);
      if (close < 0) break;
      if (close - start > shortest) quotes.push({ start, end: close + 1 });
      start = text.indexOf(opening, close + 1);
    }
  }
  const quoted = quotes.reduce((total, { start, end }) => total + end - start, 0);
  return text.length - quoted >= 12 ? quotes : [];
}
