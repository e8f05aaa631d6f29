import { room } from './symbol.ts';

/** Where a stretch of the text stands that is not its author's own saying. */
export const own = 0;
export const inline = 1;
export const fenced = 2;
export const quoted = 3;

export const kinds = new Uint8Array(room);
/** Marks code and quotes in `kinds`. False when there is none. */
export function findAsides(text: string): { hasAsides: boolean; hasCode: boolean } {
  const hasTick = text.includes('`');
  const hasQuote = text.includes('> ');
  if (!hasTick && !hasQuote) return { hasAsides: false, hasCode: false };
  kinds.fill(own, 0, text.length);
  let isFound = false;
  let hasCode = false;
  if (hasTick) {
    let from = 0;
    for (;;) {
      const open = text.indexOf('`', from);
      if (open < 0) break;
      let ticks = 1;
      while (text.charCodeAt(open + ticks) === 96) ticks++;
      const fence = '`'.repeat(ticks);
      let close = text.indexOf(fence, open + ticks);
      // As many ticks close as open; longer runs do not.
      while (close >= 0 && text.charCodeAt(close + ticks) === 96) {
        let next = close;
        while (text.charCodeAt(next) === 96) next++;
        close = text.indexOf(fence, next);
      }
      if (close < 0 || close === open + ticks) {
        from = open + ticks;
        continue;
      }
      const end = close + ticks;
      kinds.fill(ticks >= 3 ? fenced : inline, open, end);
      isFound = true;
      hasCode ||= ticks >= 3 || /[(){};=<>]|\w\.\w/.test(text.slice(open, end));
      from = end;
    }
  }
  if (hasQuote) {
    let begin = 0;
    let said = 0;
    const quotes: [number, number][] = [];
    while (begin < text.length) {
      const stop = text.indexOf('\n', begin);
      const end = stop < 0 ? text.length : stop;
      if (text.startsWith('>>> ', begin)) {
        quotes.push([begin, text.length]);
        break;
      }
      if (text.startsWith('> ', begin)) quotes.push([begin, end]);
      else said += end - begin;
      begin = end + 1;
    }
    // What is all quote quotes nobody: its author says it.
    if (quotes.length > 0 && said >= 8) {
      isFound = true;
      for (const [start, end] of quotes)
        for (let index = start; index < end; index++) if (kinds[index] === own) kinds[index] = quoted;
    }
  }
  return { hasAsides: isFound, hasCode };
}
