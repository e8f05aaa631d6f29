import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  filtersOf,
  noFilters,
  placesLike,
  whereOf,
  wholeQuery,
  widerThan,
} from '../../../src/features/jobsearch/rules/filter.ts';
import { type Candidate, fitFor, pageIn, pagesOf, ranked } from '../../../src/features/jobsearch/rules/rank.ts';
import {
  corrected,
  distance,
  doubtful,
  groupsOf,
  plainText,
  queryOf,
  readingsOf,
} from '../../../src/features/jobsearch/rules/words.ts';
import { day } from '../../../src/kernel/time.ts';
import { monday } from '../../support/monday.ts';

describe('words', () => {
  test.each([
    ['Développeur·euse C++ / C# & .NET', 'developpeur euse cplusplus csharp dotnet'],
    ['  Œuvre   d’art ', 'oeuvre d art'],
    ['asp.net', 'asp net'],
    ['<@123> `; DROP TABLE', '123 drop table'],
    ['日本', ''],
  ])('%s', (typed, plain) => expect(plainText(typed)).toBe(plain));

  const waysOf = (typed: string) => groupsOf(typed).map(({ ways }) => ways.map((way) => way.join(' ')));
  test('a trade has its other names, a skill its other spellings, and a name of several words stays together', () => {
    expect(waysOf('dev')[0]).toEqual(expect.arrayContaining(['dev', 'developpeur', 'developpeuse']));
    expect(waysOf('js')[0]).toEqual(expect.arrayContaining(['js', 'javascript', 's0javascript']));
    expect(groupsOf('gestion de projet lille').map(({ typed }) => typed)).toEqual(['gestion de projet', 'lille']);
    expect(waysOf('c#')[0]).toContain('s0csharp');
    expect(waysOf('administrations réseaux')).toHaveLength(1);
    expect(groupsOf(Array.from({ length: 40 }, (_, index) => `mot${index}`).join(' '))).toHaveLength(8);
  });

  test('whatever is typed makes a query that PostgreSQL can read', () =>
    fc.assert(fc.property(fc.string(), (typed) => /^[a-z0-9 ()&|]*$/.test(queryOf(groupsOf(typed))))));

  test.each([
    ['devlopeur', 'developpeur', 2],
    ['raect', 'react', 1],
    ['pyhton', 'python', 1],
    ['comptable', 'kubernetes', 3],
  ])('%s is %s but for %i slips', (a, b, slips) => expect(distance(a, b, 2)).toBe(slips));

  test('a distance is the same both ways, and none only between equals', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b, 9)).toBe(distance(b, a, 9));
        expect(distance(a, b, 9) === 0).toBe(a === b);
      }),
    );
  });

  test('a mistyped word is read as the nearest, an unfinished one as what it begins, and a strange one as nothing', () => {
    expect(readingsOf('pyhton', ['python', 'piton', 'python2'])).toEqual(['python']);
    expect(readingsOf('kubern', ['kubernetes', 'kern'])).toContain('kubernetes');
    expect(readingsOf('zzzzzz', ['python'])).toEqual([]);
    const groups = corrected(groupsOf('pyhton'), new Map([['pyhton', ['python']]]));
    expect(queryOf(groups)).toBe('(pyhton | python)');
    expect(doubtful(groupsOf('pyhton js 2026 web abc'))).toEqual(['pyhton']);
  });
});

describe('filters', () => {
  test.each([
    ['Lille', { kind: 'city', name: 'Lille', departments: ['59'] }],
    ['59', { kind: 'department', department: '59' }],
    ['nord', { kind: 'department', department: '59' }],
    ['hauts de france', { kind: 'region', name: 'Hauts-de-France' }],
    ['PACA', { kind: 'region', name: 'Provence-Alpes-Côte d’Azur' }],
    ['Trifouilly', { kind: 'city', name: 'Trifouilly', departments: [] }],
  ])('%s', (typed, where) => expect(whereOf(typed)).toEqual(where));

  test('a city of a name that several have is any of them', () =>
    expect(whereOf('Saint-Denis')).toMatchObject({ kind: 'city', departments: expect.arrayContaining(['93', '974']) }));

  test('a search is widened by one thing at a time, the least first', () => {
    const filters = filtersOf({ text: ' dev  react ', place: 'Lille', level: 'junior', contract: 'cdi', remote: 'none' });
    expect(filters.text).toBe('dev react');
    expect(widerThan(filters).map(({ step }) => step)).toEqual([
      'level',
      'remote',
      'department',
      'region',
      'contract',
      'place',
      'text',
    ]);
    expect(widerThan(filters).find(({ step }) => step === 'region')?.filters.place).toBe('Hauts-de-France');
    expect(widerThan({ ...noFilters, place: 'Hauts-de-France' }).map(({ step }) => step)).toEqual(['place']);
    expect(widerThan(noFilters)).toEqual([]);
  });

  test('offers from anywhere are near everybody, and an offer without a level is for all', () => {
    const query = wholeQuery(filtersOf({ place: 'Nord', level: 'senior' }), []);
    expect(query).toBe('(n0senior | n0any) & (d059 | r0full)');
    expect(wholeQuery(noFilters, [])).toBe('');
  });

  test('what completes a place is never more than Discord takes', () => {
    expect(placesLike('')).toHaveLength(24);
    expect(placesLike('nor')).toEqual(expect.arrayContaining(['Nord', 'Normandie']));
    expect(placesLike('59')).toEqual(['Nord']);
  });
});

describe('the order', () => {
  const offer = (id: number, overrides: Partial<Candidate> = {}): Candidate => ({
    id,
    publishedAt: new Date(monday.getTime() - day),
    contract: 'cdi',
    remote: 'none',
    level: 'junior',
    department: '59',
    skills: ['react', 'sql'],
    rank: 0,
    ...overrides,
  });
  const wish = {
    contracts: ['cdi'],
    city: 'Lille',
    department: '59',
    mobility: 'department',
    remote: null,
    level: 'junior',
    skillKeys: ['react', 'git'],
  } as const;
  const nothing = {
    contracts: [],
    city: null,
    department: null,
    mobility: 'department',
    remote: null,
    level: null,
    skillKeys: [],
  } as const;

  test('the text counts most, then the profile, then how new it is; equals keep their order', () => {
    const offers = [
      offer(1, { rank: 0.1 }),
      offer(2, { rank: 0.6, department: '13', contract: 'freelance' }),
      offer(3, { rank: 0.1, publishedAt: monday }),
    ];
    expect(ranked(offers, { wish, now: monday })).toEqual([2, 3, 1]);
    const far = [
      offer(1, { publishedAt: new Date(monday.getTime() - 10 * day) }),
      offer(2, { contract: 'freelance', department: '13' }),
    ];
    expect(ranked(far, { wish, now: monday })).toEqual([1, 2]);
    expect(ranked(far, { wish: null, now: monday })).toEqual([2, 1]);
    expect(ranked([offer(4), offer(9), offer(6)], { wish, now: monday })).toEqual([9, 6, 4]);
  });

  test.each([
    ['all of it', {}, 1],
    ['half of the skills', { skills: ['react', 'php'] }, 0.775],
    ['another contract', { contract: 'cdd' }, 0.85],
    ['the region', { department: '62' }, 0.84],
    ['from anywhere', { department: null, remote: 'full' }, 1],
  ] as const)('how an offer fits a profile: %s', (_what, overrides, fit) =>
    expect(fitFor({ ...wish, skillKeys: ['react', 'sql'] }, { ...offer(1), ...overrides })).toBeCloseTo(fit),
  );
  test('who said nothing finds all offers equal', () =>
    expect(fitFor(nothing, offer(1))).toBe(
      fitFor(nothing, offer(2, { contract: 'freelance', skills: [], remote: 'full', level: 'senior' })),
    ));

  test('a page beyond the last is the last', () => {
    expect([pagesOf(0), pagesOf(10), pagesOf(11)]).toEqual([1, 1, 2]);
    expect([pageIn(7, 11), pageIn(0, 0), pageIn(-3, 50)]).toEqual([1, 0, 0]);
  });
});
