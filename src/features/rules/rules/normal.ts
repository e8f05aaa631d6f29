import { type Reading, read } from './reading.ts';
import { between, digits, firstOther, foldCharacter, folds } from './symbol.ts';

const letterOf = (symbol: number): string =>
  symbol === between ? ' ' : symbol < digits ? String.fromCharCode(96 + symbol) : String.fromCharCode(48 + symbol - digits);

/** The symbols as text, for what compares text: other letters as they are folded. */
export function spell(reading: Reading): string {
  let spelled = '';
  let previous = -1;
  let part = 0;
  for (let index = 0; index < reading.length; index++) {
    const symbol = reading.symbols[index] as number;
    const from = reading.at[index] as number;
    part = from === previous ? part + 1 : 0;
    previous = from;
    if (symbol < firstOther) spelled += letterOf(symbol);
    else {
      const code = reading.text.codePointAt(from) ?? 0;
      const folded = [...(folds.get(code) ?? foldCharacter(String.fromCodePoint(code)))];
      spelled += folded[part] ?? '';
    }
  }
  return spelled;
}

/** A text as rules compare it. */
export const normalise = (typed: string): string => spell(read(typed));

/** A word or a phrase of a rule, as texts are searched for it. Empty when nothing of it would be left. */
export const normalWord = (typed: string): string => normalise(typed.replace(/[`<>:]/g, ' ')).trim();
