import fc from 'fast-check';
import { expect, test } from 'vitest';
import { automatonOf, standsAlone } from '../../../src/features/rules/rules/automaton.ts';
import { undo, undoPattern, wasHidden } from '../../../src/features/rules/rules/disguise.ts';
import { normalise } from '../../../src/features/rules/rules/normal.ts';
import { read } from '../../../src/features/rules/rules/reading.ts';
import { endOf, symbolsOf } from '../../../src/features/rules/rules/symbol.ts';

/** Texts as people and thieves write them: letters of many alphabets, signs, code, links, mentions, hidden characters. */
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        'nitro',
        'Éé',
        'œuf',
        '`',
        '```',
        '> ',
        '\n',
        '<@123456789012345678>',
        '<:pepe:123>',
        'https://a.fr/x?y=(z)',
        '[a](https://b.fr)',
        '\u200b',
        'nі',
        '𝓕𝓻',
        'n i t r o',
        'fr33',
        '$',
        '@',
        '://',
        '||',
        'ﬁ',
        '🎁',
        '👩‍💻',
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test.each([
  ['Évidemment, l’ÉTÉ à Noël : œuvre', 'evidemment l ete a noel oeuvre'],
  ['Frее Nіtrо', 'free nitro'],
  ['𝓕𝓻𝓮𝓮 ｎｉｔｒｏ Ⓐ', 'free nitro a'],
  ['ni\u200btro\u00ad', 'nitro'],
  ['ok `code` fin', 'ok code fin'],
  ['voir https://a.fr/nitro merci <@123456789012345678> <:free:1234>', 'voir merci'],
  ['[gift](https://b.fr) ici', 'gift ici'],
  ['z̸a̷l̶g̵o', 'zalgo'],
  ['العربية 中文', 'العربية 中文'],
])('%s', (typed, normal) => expect(normalise(typed)).toBe(normal));

test('whatever is typed: it never throws, is the same again, and points into the text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const normal = normalise(text);
      expect(normalise(normal)).toBe(normal);
      const reading = read(text);
      let before = 0;
      for (let index = 0; index < reading.length; index++) {
        const at = reading.at[index] ?? -1;
        expect(at).toBeGreaterThanOrEqual(before);
        expect(endOf(text, at)).toBeLessThanOrEqual(text.length);
        before = at;
      }
      for (const link of reading.links) expect(text.slice(link.start, link.end)).toBe(link.url);
      const second = undo(reading);
      for (let index = 0; index < second.length; index++) expect(second.at[index]).toBeLessThan(text.length);
    }),
    { numRuns: 400 },
  );
});

test('the longest message is read whole, and what is longer does no harm', () => {
  for (const unit of ['a', 'œ', '🎁', 'ﷺ', '`', '> ', 'a b ', 'https://a.fr ', '[', '<@1'])
    expect(read(unit.repeat(4_500)).length).toBeLessThanOrEqual(8_192);
});

test('all words in one pass are those of a naive search', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(
      fc.array(letters, { minLength: 1, maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), maxLength: 60 }),
      (words, text) => {
        const symbols = Uint8Array.from(symbolsOf(text));
        const found: string[] = [];
        automatonOf(words.map((word) => symbolsOf(word))).scan(
          symbols,
          symbols.length,
          (word, first, last) => void found.push(`${word}:${first}:${last}`),
        );
        const naive = words.flatMap((word, index) =>
          Array.from(text, (_, at) => at)
            .filter((at) => text.startsWith(word, at))
            .map((at) => `${index}:${at}:${at + word.length - 1}`),
        );
        expect(found.toSorted()).toEqual(naive.toSorted());
        for (const match of found) {
          const [index = 0, first = 0, last = 0] = match.split(':').map(Number);
          const isAlone = (text[first - 1] ?? ' ') === ' ' && (text[last + 1] ?? ' ') === ' ';
          expect(standsAlone(symbols, symbols.length, 'word', first, last)).toBe(isAlone);
          expect(words[index]).toBe(text.slice(first, last + 1));
        }
      },
    ),
  );
});

test.each([
  ['n1tr0', true],
  ['nitroooooo', true],
  ['n i t r o', true],
  ['n.i.t.r.o', true],
  ['n!tro', true],
  ['$n1tro$', true],
  ['nitro', false],
  ['le 11 trois', false],
  ['a b c d e', false],
])('%s hides the word: %s', (typed, isHidden) => {
  const pattern = undoPattern(symbolsOf('nitro'));
  const second = undo(read(typed));
  let found = false;
  automatonOf([pattern]).scan(second.symbols, second.length, (_, first, last) => {
    found ||= wasHidden(second, 'word', first, last) || (typed.includes('$') && wasHidden(second, 'inside', first, last));
  });
  expect(found).toBe(isHidden);
});
