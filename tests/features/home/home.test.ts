import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOf, pageSize } from '../../../src/features/home/rules.ts';
import { homeCard } from '../../../src/features/home/views.ts';
import type { HomeItem } from '../../../src/kernel/feature.ts';
import { limitsBroken } from '../settings/limits.ts';

const item = (text: string, { waiting = false, customId }: { waiting?: boolean; customId?: string } = {}): HomeItem => ({
  text: { fr: text, en: `${text}-en` },
  waiting,
  ...(customId !== undefined && { button: { label: { fr: 'Ouvrir', en: 'Open' }, customId } }),
});

const anyItem = fc
  .record({
    text: fc.string({ minLength: 1, maxLength: 700, unit: 'grapheme' }),
    waiting: fc.boolean(),
    door: fc.option(fc.nat(30)),
  })
  .map(({ text, waiting, door }) => item(`${text}.`, { waiting, ...(door !== null && { customId: `jobs:open:${door}` }) }));

describe('pages of the home', () => {
  test('what waits comes first, then the order of the features', () => {
    const { waiting, possible } = pageOf([item('a'), item('b', { waiting: true }), item('c'), item('d', { waiting: true })], 0);
    expect(waiting.map(({ text }) => text.fr)).toEqual(['b', 'd']);
    expect(possible.map(({ text }) => text.fr)).toEqual(['a', 'c']);
  });

  test('every item is on one page, and only one', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 60 }), (items) => {
        const { pages } = pageOf(items, 0);
        const shown = Array.from({ length: pages }, (_, page) => pageOf(items, page)).flatMap(({ waiting, possible }) => [
          ...waiting,
          ...possible,
        ]);
        expect(shown).toHaveLength(items.length);
        expect(new Set(shown)).toEqual(new Set(items));
        const firstPossible = shown.findIndex(({ waiting }) => !waiting);
        if (firstPossible >= 0) expect(shown.slice(firstPossible).some(({ waiting }) => waiting)).toBe(false);
      }),
    );
  });

  test.each([
    [99, 1],
    [-3, 0],
  ])('page %i, which is not there, shows page %i', (asked, shown) => {
    const items = Array.from({ length: pageSize + 1 }, (_, index) => item(String(index)));
    expect(pageOf(items, asked)).toMatchObject({ page: shown, pages: 2 });
  });
});

describe('the card of the home', () => {
  test('keeps Discord’s limits whatever the features say, in both languages', () => {
    fc.assert(
      fc.property(
        fc.array(anyItem, { maxLength: 60 }),
        fc.nat(8),
        fc.string({ maxLength: 32, unit: 'grapheme' }),
        fc.boolean(),
        fc.constantFrom('fr', 'en'),
        (items, page, name, isIncomplete, locale) => {
          expect(limitsBroken(homeCard({ ...pageOf(items, page), name, isIncomplete }, locale))).toEqual([]);
        },
      ),
    );
  });

  test('greets in the language of the person, with the name as it was typed', () => {
    const view = { ...pageOf([item('a')], 0), name: '**Zoé** <@123>', isIncomplete: false };
    expect(JSON.stringify(homeCard(view, 'fr'))).toContain('Bonjour **\\\\*\\\\*Zoé');
    expect(JSON.stringify(homeCard(view, 'en'))).toContain('a-en');
  });

  test('two features that offer the same door make one button', () => {
    const items = [item('a', { customId: 'jobs:list' }), item('b', { customId: 'jobs:list' })];
    const shown = JSON.stringify(homeCard({ ...pageOf(items, 0), name: 'Zoé', isIncomplete: false }, 'fr'));
    expect(shown.split('jobs:list')).toHaveLength(2);
    expect(shown).toContain('"b"');
  });

  test('nothing to do is said, and so is a part that is missing', () => {
    const empty = { ...pageOf([], 0), name: 'Zoé' };
    expect(JSON.stringify(homeCard({ ...empty, isIncomplete: false }, 'fr'))).toContain('Rien ne vous attend');
    expect(JSON.stringify(homeCard({ ...empty, isIncomplete: true }, 'fr'))).not.toContain('Rien ne vous attend');
    expect(JSON.stringify(homeCard({ ...empty, isIncomplete: true }, 'fr'))).toContain('n’a pas pu s’afficher');
  });
});
