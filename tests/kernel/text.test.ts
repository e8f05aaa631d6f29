import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bold, cut, escapeMarkdown, localeOf } from '../../src/kernel/text.ts';

test.each([
  ['fr', 'fr'],
  ['fr-CA', 'fr'],
  ['en-US', 'en'],
  ['de', 'en'],
  [undefined, 'en'],
] as const)('a client in %s reads %s', (client, locale) => expect(localeOf(client)).toBe(locale));

test('typed text keeps its words and loses its powers', () => {
  expect(escapeMarkdown('**gras** <@123456789012345678> [lien](https://mal.example) `code` # titre')).toBe(
    '\\*\\*gras\\*\\* \\<\\@123456789012345678\\> \\[lien\\]\\(https:\u200b//mal.example\\) \\`code\\` \\# titre',
  );
});

test('a typed name in bold cannot end it, nor open a link', () => {
  expect(bold('*CDA* [ici](https://mal.example)')).toBe('**\\*CDA\\* \\[ici\\]\\(https:\u200b//mal.example\\)**');
});

test('a cut text fits, begins like the whole, and never ends inside a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
      const short = cut(text, limit);
      expect(short.length).toBeLessThanOrEqual(limit);
      if (text.length <= limit) expect(short).toBe(text);
      else expect(text.startsWith(short.slice(0, -1))).toBe(true);
      expect(short.isWellFormed()).toBe(text.isWellFormed() || short.isWellFormed());
    }),
  );
  expect(cut('Zoé👩‍👩‍👧', 8)).toBe('Zoé…');
});
