import { fenced, own, quoted } from '../aside.ts';
import { type Automaton, automatonOf, type Match, standsAlone } from '../automaton.ts';
import { type Undone, undo, undoPattern, wasHidden } from '../disguise.ts';
import type { Span } from '../hit.ts';
import { normalise, normalWord } from '../normal.ts';
import { type Reading, read } from '../reading.ts';
import { endOf, firstOther, symbolsOf } from '../symbol.ts';
import { type Emit, mostQuoted, type Placed, type Reader } from './common.ts';

type WordEntry = { placed: Placed<'words' | 'name'>; word: string; match: Match; isForeign: boolean };
export type GateEntry = { expression: number };

/** Searches a reading for the words of all rules. */
function wordsOf(entries: readonly WordEntry[]) {
  const plain = automatonOf(entries.map(({ word }) => symbolsOf(word)));
  let second: Automaton | undefined;
  return (reading: Reading, undone: Undone | null, onWord: (entry: WordEntry, span: Span) => void): void => {
    const { symbols, length, at, where, hasAsides, text } = reading;
    plain.scan(symbols, length, (pattern, first, last) => {
      const entry = entries[pattern] as WordEntry;
      if (!standsAlone(symbols, length, entry.match, first, last)) return;
      // What is only quoted, or code, is not its author's; a word between single ticks is.
      if (hasAsides && (where[first] === fenced || where[first] === quoted)) return;
      const span = { start: at[first] as number, end: endOf(text, at[last] as number) };
      if (entry.isForeign && !normalise(text.slice(span.start, span.end)).includes(entry.word)) return;
      onWord(entry, span);
    });
    if (!undone) return;
    second ??= automatonOf(entries.map(({ word }) => undoPattern(symbolsOf(word))));
    second.scan(undone.symbols, undone.length, (pattern, first, last) => {
      const entry = entries[pattern] as WordEntry;
      if (entry.isForeign || entry.word.length < 3 || !wasHidden(undone, entry.match, first, last)) return;
      if (hasAsides && undone.where[first] !== own) return;
      onWord(entry, { start: undone.at[first] as number, end: endOf(text, undone.at[last] as number) });
    });
  };
}

/** Emits once for a trigger, with all its words. */
export function gathered(emit: Emit): { take(entry: WordEntry, span: Span): void; tell(): void } {
  let taken: Map<Placed<'words' | 'name'>, { words: Set<string>; spans: Span[] }> | undefined;
  return {
    take({ placed, word }, span) {
      taken ??= new Map();
      const known = taken.get(placed) ?? { words: new Set<string>(), spans: [] };
      known.words.add(word);
      if (known.spans.length < mostQuoted && !known.spans.some(({ start }) => start === span.start)) known.spans.push(span);
      taken.set(placed, known);
    },
    tell() {
      if (taken)
        for (const [placed, { words, spans }] of taken)
          emit(placed, { code: placed.trigger.kind, values: [...words].slice(0, mostQuoted), count: words.size }, spans);
    },
  };
}

const wordEntries = (placed: readonly Placed<'words' | 'name'>[]): WordEntry[] =>
  placed.flatMap((one) =>
    one.trigger.words.map((typed) => {
      const word = normalWord(typed);
      return { placed: one, word, match: one.trigger.match, isForeign: symbolsOf(word).some((symbol) => symbol >= firstOther) };
    }),
  );

export function readWords(placed: readonly Placed<'words'>[]): Reader {
  const search = wordsOf(wordEntries(placed));
  return (look, emit) => {
    const words = gathered(emit);
    search(look.reading, look.undone(), words.take);
    words.tell();
  };
}

/** Names are few and come again: what each holds is kept for a while. */
export function nameSearch(placed: readonly Placed<'name'>[]) {
  const search = wordsOf(wordEntries(placed));
  const known = new Map<string, { entry: WordEntry; span: Span }[]>();
  return (name: string): { entry: WordEntry; span: Span }[] => {
    const before = known.get(name);
    if (before) return before;
    if (known.size >= 2_000) known.clear();
    const found: { entry: WordEntry; span: Span }[] = [];
    const reading = read(name);
    search(reading, reading.isOdd ? undo(reading) : null, (entry, span) => void found.push({ entry, span }));
    known.set(name, found);
    return found;
  };
}
