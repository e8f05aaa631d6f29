import { createContext, Script } from 'node:vm';
import type { Span } from './keyword.ts';

/**
 * Discord runs the expressions of AutoMod with Rust's `regex`. Here JavaScript's engine runs those that both read alike: literals, classes
 * (POSIX ones inside brackets too), Unicode properties, groups (also named `(?P<name>…)`), alternation, greedy and lazy repetition, `^`,
 * `$`, `\A`, `\z`, `\b`, and the flags `i`, `m`, `s` at the very beginning. What Rust has not is refused as Discord refuses it: looking
 * ahead or behind, back references, atomic groups. What Rust has and JavaScript has not is refused too: flags inside the expression, `x`,
 * `U`, `R`, and operations between classes. Case matters unless `(?i)` says otherwise.
 * https://docs.rs/regex/latest/regex/#syntax
 */
export function readPattern(source: string): RegExp | null {
  const [opening = '', letters = ''] = /^\(\?([ims]+)\)/.exec(source) ?? [];
  const translated = translate(source.slice(opening.length));
  if (translated === null) return null;
  try {
    return new RegExp(translated, `gu${[...new Set(letters)].join('')}`);
  } catch {
    return null;
  }
}

const posix: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  lower: 'a-z',
  upper: 'A-Z',
  word: '\\w',
  space: '\\s',
  xdigit: '0-9A-Fa-f',
  punct: '!-\\/:-@\\[-`\\{-~',
};

/** In JavaScript's `u` mode other letters may not be escaped; digits would be back references, which Rust has not. */
const escapes =
  /^(?:[dDsSwWbBnrtfv]|p\{[^}]+\}|P\{[^}]+\}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]+\}|[\\^$.*+?()[\]{}|/-])/;

function translate(source: string): string | null {
  let result = '';
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const rest = source.slice(at);
    const character = rest[0] ?? '';
    if (character === '\\') {
      const anchor = { A: '(?<![\\s\\S])', z: '(?![\\s\\S])' }[rest[1] ?? ''];
      const brief = /^\\([pP])([A-Z])/.exec(rest);
      const [known] = escapes.exec(rest.slice(1)) ?? [];
      // Rust lets any punctuation be escaped, JavaScript only that which means something; a dash only in brackets.
      const [, mark] = /^\\([!"#%&',:;<=>@_`~ -])/.exec(rest) ?? [];
      if (anchor && !inClass) result += anchor;
      else if (brief) result += `\\${brief[1]}{${brief[2]}}`;
      else if (mark && !(mark === '-' && inClass)) result += mark;
      else if (known) result += `\\${known}`;
      else return null;
      at += brief ? 2 : mark || anchor ? 1 : (known?.length ?? 1);
    } else if (inClass) {
      const [whole, negated, name = ''] = /^\[:(\^?)(\w+):\]/.exec(rest) ?? [];
      if (whole) {
        const members = posix[name];
        if (negated || !members) return null;
        result += members;
        at += whole.length - 1;
      } else if (character === '[' || /^(&&|--|~~)/.test(rest)) return null;
      else {
        if (character === ']') inClass = false;
        result += character;
      }
    } else if (character === '[') {
      const [opening = '['] = /^\[\^?/.exec(rest) ?? [];
      // The first bracket after the opening is one of the class.
      const closes = rest[opening.length] === ']';
      result += closes ? `${opening}\\]` : opening;
      at += opening.length - 1 + (closes ? 1 : 0);
      inClass = true;
    } else if (rest.startsWith('(?')) {
      const [group] = /^\(\?(?::|P?<[A-Za-z_]\w*>)/.exec(rest) ?? [];
      if (!group) return null;
      result += group.replace('?P<', '?<');
      at += group.length - 1;
    } else result += character;
  }
  return inClass ? null : result;
}

/** Milliseconds. Rust's engine takes linear time whatever the expression; here one that takes longer finds nothing. */
const patience = 50;

const context = createContext({ pattern: /(?:)/gu, content: '' });
const search = new Script('pattern.lastIndex = 0; [...content.matchAll(pattern)].map((m) => [m.index, m.index + m[0].length])');

export function* patternOccurrences(source: string, content: string): Generator<Span> {
  const pattern = readPattern(source);
  if (!pattern) return;
  Object.assign(context, { pattern, content });
  let found: [number, number][];
  try {
    found = search.runInContext(context, { timeout: patience }) as [number, number][];
  } catch {
    return;
  }
  for (const [start, end] of found) if (end > start) yield { start, end };
}
