import { cut } from '../../../../kernel/text.ts';
import { fenced, quoted } from '../aside.ts';
import { automatonOf } from '../automaton.ts';
import { type Expression, needed, readExpression } from '../expression.ts';
import { spell } from '../normal.ts';
import type { Reading } from '../reading.ts';
import { symbolsOf } from '../symbol.ts';
import type { Placed, Reader } from './common.ts';
import type { GateEntry } from './word.ts';

/** Milliseconds that all expressions of a server may take of one message; the one that is being searched takes 30 more at most. */
const patience = 40;

/** Expressions that need a word are searched only where the word is. */
export function readExpressions(placed: readonly Placed<'expression'>[]): Reader {
  type One = { placed: Placed<'expression'>; expression: Expression };
  const ones: One[] = placed.flatMap((one) =>
    one.trigger.expressions.flatMap((source) => {
      const compiled = readExpression(source);
      return compiled.ok ? [{ placed: one, expression: compiled.expression }] : [];
    }),
  );
  const gates: GateEntry[] = [];
  const patterns: number[][] = [];
  const always: number[] = [];
  ones.forEach(({ expression }, index) => {
    const words = needed(expression.source);
    if (!words) always.push(index);
    else
      for (const word of words) {
        gates.push({ expression: index });
        patterns.push(symbolsOf(word));
      }
  });
  const gate = automatonOf(patterns);
  const every = ones.map((_, index) => index);
  return (look, emit) => {
    const { reading } = look;
    if (reading.text === '') return;
    // Links and mentions left the stream in which the words are looked for.
    const isWhole = reading.links.length === 0 && !reading.text.includes('<');
    const due = new Set(isWhole ? always : every);
    if (isWhole) gate.scan(reading.symbols, reading.length, (pattern) => void due.add((gates[pattern] as GateEntry).expression));
    if (due.size === 0) return;
    let normal: string | undefined;
    const said = new Set<Placed<'expression'>>();
    // Each is linear, many together are not fast: what one message may cost is bounded whatever was typed.
    const until = performance.now() + patience;
    for (const index of due) {
      if (performance.now() > until) return;
      const { placed: one, expression } = ones[index] as One;
      if (said.has(one)) continue;
      const isPlain = one.trigger.reading === 'plain';
      if (!isPlain) normal ??= spell(reading);
      const span = expression.find(isPlain ? reading.text : (normal ?? ''));
      if (!span) continue;
      if (isPlain && reading.hasAsides && isAsideAt(reading, span.start)) continue;
      said.add(one);
      const text = isPlain ? reading.text : (normal ?? '');
      emit(one, { code: 'expression', values: [cut(text.slice(span.start, span.end), 100)] }, isPlain ? [span] : []);
    }
  };
}

/** True where code or a quote stands. */
function isAsideAt({ at, where, length }: Reading, start: number): boolean {
  for (let index = 0; index < length; index++)
    if ((at[index] as number) >= start) return where[index] === fenced || where[index] === quoted;
  return false;
}
