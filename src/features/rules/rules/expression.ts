import { RE2JS } from 're2js';

export type ExpressionFault = 'expression_syntax' | 'expression_too_big' | 'blank';
export type Expression = { source: string; find(text: string): { start: number; end: number } | null };

/** States of the program that an expression may become: `.{1000}` counts a thousand. Bounds both the time and the memory of a search. */
const mostStates = 1_500;

/**
 * An expression that somebody typed, searched in linear time whatever it is (RE2's automata: no backtracking, no look-around, no back-reference).
 * Case is ignored. What matches the empty text everywhere would hit everything: it is refused as blank.
 */
export function readExpression(typed: string): { ok: true; expression: Expression } | { ok: false; fault: ExpressionFault } {
  if (typed.trim() === '') return { ok: false, fault: 'blank' };
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(typed, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
  } catch (error) {
    const isSize = error instanceof Error && /size|large|repeat|repetition/i.test(error.message);
    return { ok: false, fault: isSize ? 'expression_too_big' : 'expression_syntax' };
  }
  if (compiled.programSize() > mostStates) return { ok: false, fault: 'expression_too_big' };
  if (compiled.matcher('').find()) return { ok: false, fault: 'blank' };
  return {
    ok: true,
    expression: {
      source: typed,
      find(text) {
        const matcher = compiled.matcher(text);
        return matcher.find() ? { start: matcher.start(), end: matcher.end() } : null;
      },
    },
  };
}
