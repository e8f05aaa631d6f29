// Under another name: the bundle that tests are run from has its own.
import { createRequire as requireFrom } from 'node:module';
import type { RE2JS } from 're2js';

const load = requireFrom(import.meta.url);
type Library = Pick<typeof import('re2js'), 'RE2JS' | 'RE2JSException'>;
let library: Library | undefined;
/** Read when the first expression is: most servers have none. */
const engine = (): Library => {
  library ??= load('re2js') as Library;
  return library;
};

export type ExpressionFault = 'expression_syntax' | 'expression_too_big' | 'blank';
export type Expression = { source: string; find(text: string): { start: number; end: number } | null };

/** States of the program that an expression may become: `.{1000}` counts a thousand. Bounds both the time and the memory of a search. */
const mostStates = 300;

/**
 * An expression that somebody typed, searched in linear time whatever it is (RE2's automata: no backtracking, no look-around, no back-reference).
 * Case is ignored. What matches the empty text everywhere would hit everything: it is refused as blank.
 */
export function readExpression(typed: string): { ok: true; expression: Expression } | { ok: false; fault: ExpressionFault } {
  if (typed.trim() === '') return { ok: false, fault: 'blank' };
  let compiled: RE2JS;
  try {
    const { RE2JS } = engine();
    compiled = RE2JS.compile(typed, RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE);
  } catch (error) {
    if (!(error instanceof engine().RE2JSException)) throw error;
    const isSize = /size|large|repeat|repetition/i.test(error.message);
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

/**
 * Words one of which is in every text that an expression can match; null when none can be told. What has none of them needs no search. Letters and digits
 * only, three at least, outside of groups and classes, and not before a sign that lets them be left out.
 */
export function needed(source: string): string[] | null {
  if (/\\[xpPcuQ0-9]/.test(source)) return null;
  const found: string[] = [];
  let best = '';
  let run = '';
  let depth = 0;
  let isClass = false;
  const close = (isOptional: boolean): void => {
    const kept = isOptional ? run.slice(0, -1) : run;
    if (kept.length > best.length) best = kept;
    run = '';
  };
  for (let index = 0; index <= source.length; index++) {
    const character = source[index];
    if (character === '\\') {
      close(false);
      index++;
    } else if (isClass) isClass = character !== ']' && character !== undefined;
    else if (character === '[') {
      close(false);
      isClass = true;
      // A bracket that closes at once stands for itself.
      if (source[index + 1] === '^') index++;
      if (source[index + 1] === ']') index++;
    } else if (character === '(' || character === ')') {
      close(false);
      depth += character === '(' ? 1 : -1;
    } else if (depth > 0) continue;
    else if (character === undefined || character === '|') {
      close(false);
      if (best.length < 3) return null;
      found.push(best.toLowerCase());
      best = '';
    } else if (/[a-z0-9]/i.test(character)) run += character;
    else if (character === '{') {
      close(true);
      index = source.indexOf('}', index);
      if (index < 0) return null;
    } else close(character === '?' || character === '*');
  }
  return found;
}
