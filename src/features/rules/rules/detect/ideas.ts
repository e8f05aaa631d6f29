import { own } from '../aside.ts';
import { type Automaton, automatonOf, standsAlone } from '../automaton.ts';
import { type Undone, undoPattern, wasHidden } from '../disguise.ts';
import { type Idea, ideaNames, ways } from '../lexicon.ts';
import { type Quote, quotesIn } from '../quotation.ts';
import type { Reading } from '../reading.ts';
import { symbolsOf } from '../symbol.ts';

export const count = ideaNames.length;
const numbers = Object.fromEntries(ideaNames.map((name, index) => [name, index])) as Readonly<Record<Idea, number>>;

/** Ideas that nobody disguises are not looked for in the second reading. */
const disguised = new Set<Idea>([
  'nitro',
  'skins',
  'giftCard',
  'free',
  'prize',
  'claim',
  'crypto',
  'cryptoBait',
  'wallet',
  'earn',
  'contact',
  'offSite',
  'adult',
  'casino',
  'goods',
  'social',
  'invest',
  'login',
  'account',
]);
/** What honest people say of the same things; it wakes nothing. */
const honest = new Set<Idea>([
  'warn',
  'ask',
  'seek',
  'study',
  'relay',
  'period',
  'stack',
  'hurry',
  'account',
  'pay',
  'everyone',
  'role',
  'want',
  'offerService',
  'act',
  'survey',
]);

type Entry = { idea: number; isStart: boolean };
const entries: readonly Entry[] = ways.map(({ idea, isStart }) => ({ idea: numbers[idea], isStart }));
const hiddenWays = ways.filter(({ idea, words }) => disguised.has(idea) && words.length >= 4);
const hiddenEntries: readonly Entry[] = hiddenWays.map(({ idea, isStart }) => ({ idea: numbers[idea], isStart }));
type Automata = { plain: Automaton; undone: Automaton };
let automata: Automata | undefined;
/** Made for the first message: they take a tenth of a second and some megabytes, which a server without these rules does not pay. */
const made = (): Automata => {
  automata ??= {
    plain: automatonOf(ways.map(({ words }) => symbolsOf(words))),
    undone: automatonOf(hiddenWays.map(({ words }) => undoPattern(symbolsOf(words)))),
  };
  return automata;
};
const telling = new Set<Idea>(['accident', 'sextort']);
export const wakes = Uint8Array.from(ideaNames, (name) => (honest.has(name) ? 0 : telling.has(name) ? 2 : 1));

export const most = 8;
/** For each idea: how often, where, and where the last one ended. */
export const counts = new Uint8Array(count);
export const starts = new Int32Array(count * most);
export const ends = new Int32Array(count * most);
const lastEnds = new Int32Array(count);
let awake = 0;
export let isDisguised = false;

/** Further apart than that, two ideas have nothing to do with each other. */
const reach = 260;

function note(idea: number, start: number, end: number): void {
  const known = counts[idea] as number;
  // What overlaps is the same words found twice.
  if (known > 0 && start <= (lastEnds[idea] as number)) {
    lastEnds[idea] = Math.max(lastEnds[idea] as number, end);
    return;
  }
  lastEnds[idea] = end;
  if (known < most) {
    starts[idea * most + known] = start;
    ends[idea * most + known] = end;
    counts[idea] = known + 1;
    awake += wakes[idea] as number;
  }
}

/** What is quoted to speak of it, which its author does not say. */
let told: readonly Quote[] = [];
export const isTold = (index: number): boolean => told.some(({ start, end }) => index >= start && index < end);

/** Looks for ideas, and says how many accuse: one alone, without a link, weighs nothing. */
export function findIdeas(reading: Reading, second: Undone | null): number {
  told = [];
  const found = scan(reading, second);
  if (found === 0) return found;
  told = quotesIn(reading.text);
  if (told.length === 0) return found;
  // Whoever quotes to warn, to ask or to teach says so outside the quotation marks; a quotation alone is somebody's own advertisement.
  const besides = scan(reading, second);
  if (remarks.some(has)) return besides;
  told = [];
  return scan(reading, second);
}
const remarks: readonly Idea[] = ['warn', 'ask', 'study', 'survey'];

function scan(reading: Reading, second: Undone | null): number {
  counts.fill(0);
  awake = 0;
  isDisguised = reading.mixedWords > 1;
  const { symbols, length, at, where, hasAsides } = reading;
  const { plain, undone } = made();
  plain.scan(symbols, length, (pattern, first, last) => {
    const { idea, isStart } = entries[pattern] as Entry;
    if (!standsAlone(symbols, length, isStart ? 'start' : 'word', first, last)) return;
    if (hasAsides && where[first] !== own) return;
    if (told.length > 0 && isTold(at[first] as number)) return;
    note(idea, at[first] as number, at[last] as number);
  });
  if (second)
    undone.scan(second.symbols, second.length, (pattern, first, last) => {
      const { idea, isStart } = hiddenEntries[pattern] as Entry;
      if (!wasHidden(second, isStart ? 'start' : 'word', first, last)) return;
      if (hasAsides && second.where[first] !== own) return;
      if (told.length > 0 && isTold(second.at[first] as number)) return;
      isDisguised = true;
      note(idea, second.at[first] as number, second.at[last] as number);
    });
  return awake;
}

export const times = (idea: Idea): number => counts[numbers[idea]] as number;
export const has = (idea: Idea): boolean => times(idea) > 0;

/** True when two ideas stand close enough to be about one thing. */
export function meet(one: Idea, other: Idea): boolean {
  const [first, second] = [numbers[one], numbers[other]];
  const [many, few] = [counts[first] as number, counts[second] as number];
  for (let a = 0; a < many; a++)
    for (let b = 0; b < few; b++)
      if (Math.abs((starts[first * most + a] as number) - (starts[second * most + b] as number)) <= reach) return true;
  return false;
}
export const meetAny = (one: Idea, others: readonly Idea[]): boolean => others.some((other) => meet(one, other));
/** True when one comes soon after the other. */
export function follows(one: Idea, other: Idea, within: number): boolean {
  const [first, second] = [numbers[one], numbers[other]];
  for (let a = 0; a < (counts[first] as number); a++)
    for (let b = 0; b < (counts[second] as number); b++) {
      const gap = (starts[second * most + b] as number) - (starts[first * most + a] as number);
      if (gap > 0 && gap <= within) return true;
    }
  return false;
}
export const howMany = (one: Idea, others: readonly Idea[]): number => others.filter((other) => meet(one, other)).length;
