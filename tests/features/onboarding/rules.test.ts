import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emailLimit,
  endedBy,
  joinKindOf,
  kindAfter,
  nameLimit,
  nicknameLimit,
  nicknameOf,
  partOf,
  readEmail,
  readName,
} from '../../../src/features/onboarding/rules.ts';

describe('a name', () => {
  test.each([
    ['  marie ', 'Marie'],
    ['JEAN-PIERRE', 'Jean-Pierre'],
    ['jean  pierre', 'Jean Pierre'],
    ['Jean - Pierre', 'Jean-Pierre'],
    ['McDonald', 'McDonald'],
    ['de La Tour', 'de La Tour'],
    ['DE LA TOUR', 'de La Tour'],
    ['van der berg', 'van der Berg'],
    ['van', 'Van'],
    ['O’BRIEN', "O'Brien"],
    ["d'alembert", "d'Alembert"],
    ['éloïse', 'Éloïse'],
    ['e\u0301lodie', 'Élodie'],
    ['Ngọc Anh', 'Ngọc Anh'],
    ['Yılmaz', 'Yılmaz'],
    ['李', '李'],
    ['Олена', 'Олена'],
    ['محمد', 'محمد'],
    ['प्रिया', 'प्रिया'],
    ['Li\u200bam', 'Liam'],
    ['𝓜𝓪𝓻𝓲𝓮', 'Marie'],
    ['-Anne-', 'Anne'],
    ['a'.repeat(50), `A${'a'.repeat(49)}`],
  ])('%j becomes %j', (typed, value) => expect(readName(typed)).toEqual({ ok: true, value }));

  test.each([
    ['', 'blank'],
    [' \t\n ', 'blank'],
    ['\u3164', 'characters'],
    ['🙂🎉', 'characters'],
    ['❤️', 'characters'],
    ['-', 'characters'],
    ["'", 'characters'],
    ['**Marie**', 'characters'],
    ['_Marie_', 'characters'],
    ['<@123456789012345678>', 'characters'],
    ['@everyone', 'characters'],
    ['https://exemple.fr', 'characters'],
    ['exemple.fr', 'characters'],
    ['[Marie](x)', 'characters'],
    ['Marie2', 'characters'],
    ['١٢٣', 'characters'],
    ['Marie\u0301\u0302\u0303\u0304\u0305\u0306', 'characters'],
    ['a'.repeat(51), 'long'],
    ['é'.repeat(500), 'long'],
  ])('%j is refused as %s', (typed, fault) => expect(readName(typed)).toEqual({ ok: false, fault }));

  test('whatever is typed, what is kept is short, made of letters, and would be kept again as it is', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom('a', 'B', 'é', 'ß', 'ﬁ', 'İ', 'ǆ', "'", '’', '-', ' ', 'd', 'e', '\u0301', '\u200d'),
        maxLength: 60,
      }),
    );
    fc.assert(
      fc.property(typed, (name) => {
        const read = readName(name);
        if (!read.ok) return;
        expect(read.value.length).toBeGreaterThan(0);
        expect(read.value.length).toBeLessThanOrEqual(nameLimit);
        expect(read.value).toMatch(/^[\p{L}\p{M}' -]+$/u);
        expect(read.value).toMatch(/\p{L}/u);
        expect(readName(read.value)).toEqual(read);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('an address', () => {
  test.each([
    [' Marie.Dupont@Exemple.FR ', 'Marie.Dupont@exemple.fr'],
    ['a+b@sub.example.com', 'a+b@sub.example.com'],
    ["o'brien@example.com", "o'brien@example.com"],
  ])('%j becomes %j', (typed, value) => expect(readEmail(typed)).toEqual({ ok: true, value }));

  test.each([
    ['', 'blank'],
    ['marie', 'characters'],
    ['marie@', 'characters'],
    ['marie@exemple', 'characters'],
    ['marie @exemple.fr', 'characters'],
    ['a@b.fr, c@d.fr', 'characters'],
    ['<@123456789012345678>', 'characters'],
    [`${'a'.repeat(emailLimit)}@exemple.fr`, 'long'],
  ])('%j is refused as %s', (typed, fault) => expect(readEmail(typed)).toEqual({ ok: false, fault }));
});

describe('a nickname', () => {
  test.each([
    ['Marie', 'Dupont', 'Marie Dupont'],
    ['Marie Antoinette Josèphe', 'de Habsbourg', 'Marie de Habsbourg'],
    ['Jean-Baptiste', 'de La Rochefoucauld Montbel', 'J.-B. de La Rochefoucauld'],
    ['Jean-Christophe', 'Sow-Vandenbroucke', 'J.-C. Sow-Vandenbroucke'],
    ['Anne-Sophie Claire', 'de La Tour Saint-Pierre-Montalembert', 'Anne-Sophie de La Tour'],
    ['Bartholomée', 'Vandenbroucke-Saint-Symphorien', 'Bartholomée Vandenbroucke'],
    ['Maximilienne', 'Wolfeschlegelsteinhausenbergerdorff', 'Maximilienne W.'],
    ['A'.repeat(50), 'Dupont', `${'A'.repeat(29)} D.`],
    ['Léa', "d'Alembertsteinhausenbergerdorffen", 'Léa A.'],
  ])('%s %s is called %s', (first, last, nickname) => expect(nicknameOf(first, last)).toBe(nickname));

  test('is never empty, too long, or cut inside a character', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'É', 'प्रि', 'e\u0301', '李', '𠮷', ' b', '-c', "'d"),
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(name, name, (typedFirst, typedLast) => {
        const [first, last] = [readName(typedFirst), readName(typedLast)];
        if (!first.ok || !last.ok) return;
        const nickname = nicknameOf(first.value, last.value);
        expect(nickname.length).toBeGreaterThan(0);
        expect(nickname.length).toBeLessThanOrEqual(nicknameLimit);
        expect(nickname.isWellFormed()).toBe(true);
        expect(nickname).toBe(nickname.trim());
      }),
      { numRuns: 2_000 },
    );
  });
});

test('being accepted ends being outside, save for somebody who stays a candidate', () => {
  expect(endedBy('learner')).toEqual(['newcomer', 'candidate']);
  expect(endedBy('candidate')).toEqual(['newcomer']);
});

test('who is in promos, as what, and as what they join one more', () => {
  expect(
    (['learner', 'trainer', 'alumni', 'staff', 'recruiter', 'candidate'] as const).map((kind) => [
      partOf(kind),
      joinKindOf(kind),
    ]),
  ).toEqual([
    ['learner', 'learner'],
    ['trainer', 'trainer'],
    [null, 'learner'],
    [null, null],
    [null, null],
    [null, null],
  ]);
  expect(partOf(null)).toBeNull();
});

describe('as what an acceptance confirms somebody', () => {
  test.each([
    ['a newcomer is what they asked', { kind: 'learner', formerKind: null, isJoin: false, isInside: false }, 'learner'],
    ['also in a promo', { kind: 'learner', formerKind: null, isJoin: false, isInside: true }, 'learner'],
    [
      'an alumni stays one: their promo says when they learn',
      { kind: 'learner', formerKind: 'alumni', isJoin: true, isInside: true },
      'alumni',
    ],
    ['and by a change', { kind: 'learner', formerKind: 'alumni', isJoin: false, isInside: true }, 'alumni'],
    ['without the promo a change stands', { kind: 'learner', formerKind: 'alumni', isJoin: false, isInside: false }, 'learner'],
    ['and a request for it changes nothing', { kind: 'learner', formerKind: 'alumni', isJoin: true, isInside: false }, 'alumni'],
    ['a trainer stays one', { kind: 'trainer', formerKind: 'trainer', isJoin: true, isInside: true }, 'trainer'],
  ] as const)('%s', (_, acceptance, kind) => {
    expect(kindAfter(acceptance)).toBe(kind);
  });
});
