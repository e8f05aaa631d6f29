import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyContent, type OfferContent } from '../../../src/features/jobs/rules/content.ts';
import { changesBetween, isSameText, lettersBetween, weighEdit } from '../../../src/features/jobs/rules/edit.ts';
import type { Finding } from '../../../src/features/jobs/rules/finding.ts';
import { readPay } from '../../../src/features/jobs/rules/pay.ts';
import { mostOpen, quotaOf } from '../../../src/features/jobs/rules/quota.ts';
import {
  moreTyped,
  payText,
  readLink,
  termsTyped,
  withMore,
  withTerms,
  withText,
} from '../../../src/features/jobs/rules/reading.ts';
import { fixedTags, wantedTags } from '../../../src/features/jobs/rules/tag.ts';
import { readTerms } from '../../../src/features/jobs/rules/term.ts';
import type { Offer } from '../../../src/features/jobs/service/offer.ts';
import { draftScreen, findingsScreen, previewScreen } from '../../../src/features/jobs/views/draft.ts';
import { staffCard } from '../../../src/features/jobs/views/review.ts';
import { type PayPeriod, payPeriods } from '../../../src/kernel/hiring.ts';
import { regions } from '../../../src/kernel/place.ts';
import { day } from '../../../src/kernel/time.ts';

const today = '2026-11-23';

test.each([
  ['28 000 - 32 000 € brut par an', 2_800_000, 3_200_000, 'year'],
  ['28,000 to 32,000 € gross a year', 2_800_000, 3_200_000, 'year'],
  ['28-32k€', 2_800_000, 3_200_000, 'year'],
  ['35 k', 3_500_000, 3_500_000, 'year'],
  ['30k sur 13 mois', 3_000_000, 3_000_000, 'year'],
  ['12,50 €/h', 1_250, 1_250, 'hour'],
  ['4,35 € par heure de stage', 435, 435, 'hour'],
  ['2200 brut/mois', 220_000, 220_000, 'month'],
  ['2.500,00 € par mois', 250_000, 250_000, 'month'],
  ['de 2 000 à 2 400 € brut', 200_000, 240_000, 'month'],
  ['de 2 000 à 2 400 € brut mensuel, 35 h/semaine', 200_000, 240_000, 'month'],
  ['TJM 400-500', 40_000, 50_000, 'day'],
  ['28000', 2_800_000, 2_800_000, 'year'],
  ['entre 28k et 32k', 2_800_000, 3_200_000, 'year'],
  ['between 2,000 and 2,400 € a month', 200_000, 240_000, 'month'],
  ['2 200 €/mois pour 39h', 220_000, 220_000, 'month'],
  ['2 000 € brut par mois sur 12 mois', 200_000, 200_000, 'month'],
] as const)('pay: %s', (typed, min, max, period) => {
  expect(readPay(typed)).toEqual({ pay: { min, max, period } });
});

test('pay: a reason has no digit, net pay and what nobody understands are said', () => {
  expect(readPay('selon profil')).toEqual({ reason: 'selon profil' });
  for (const typed of [
    '2 200 € net par mois',
    '12',
    '€',
    '1 2 3 4',
    '9999999999999 par an',
    '2 000 € brut par mois + 500 € de prime',
    '2 200 € par mois + tickets restaurant 9 €',
    '25000€ fixe + variable 5000€',
    '30 000 € brut par an, Paris 15',
    '2 000 € par mois et 500 € de prime',
  ])
    expect([typed, readPay(typed)]).toEqual([typed, null]);
});

const terms = (found: object) => ({ startsOn: null, deadline: null, months: null, rhythm: null, unread: null, ...found });
test.each([
  ['01/03/2027', { startsOn: '2027-03-01' }],
  ['dès que possible', {}],
  ['', {}],
  ['candidatures jusqu’au 15 février 2027', { deadline: '2027-02-15' }],
  [
    'à partir du 01/03/2027, 6 mois, candidatures jusqu’au 15/02/2027',
    { startsOn: '2027-03-01', months: 6, deadline: '2027-02-15' },
  ],
  ['du 1er mars au 31 août 2027', { startsOn: '2027-03-01', months: 6 }],
  ['mars 2027, 8 semaines', { startsOn: '2027-03-01', months: 2 }],
  ['ASAP, 1 an, apply until February 15th 2027', { months: 12, deadline: '2027-02-15' }],
  ['from 2027-03-01 for 6 months', { startsOn: '2027-03-01', months: 6 }],
  [
    '3 semaines en entreprise, 1 semaine en formation ; 12 mois ; dès mars 2027',
    { startsOn: '2027-03-01', months: 12, rhythm: '3 semaines en entreprise, 1 semaine en formation' },
  ],
  [
    'début septembre 2027, 24 mois, rythme : 2 jours école / 3 jours entreprise ; candidatures avant le 1er juin',
    { startsOn: '2027-09-01', months: 24, rhythm: '2 jours école / 3 jours entreprise', deadline: '2027-06-01' },
  ],
  ['le 31/02/2027', { unread: '31/02/2027' }],
  ['6 mois, quand vous voulez', { months: 6, unread: 'quand vous voulez' }],
  ['dès le 01/09/2027, contrat jusqu’au 31/08/2028', { startsOn: '2027-09-01', months: 12 }],
  ['dès que possible, contrat jusqu’au 31/08/2028', { unread: 'jusqu’au 31/08/2028' }],
  ['300 mois', { unread: '300 mois' }],
])('terms: %s', (typed, found) => {
  expect(readTerms(typed, today)).toEqual(terms(found));
});

test('what a form shows again reads as the same', () => {
  const period = fc.constantFrom(...(Object.keys(payPeriods) as PayPeriod[]));
  const date = fc.integer({ min: 0, max: 300 }).map((days) => new Date(Date.parse('2026-12-01') + days * day));
  const content = fc.record({
    pay: fc.record({ min: fc.integer({ min: 100, max: 9_000_000 }), more: fc.integer({ min: 0, max: 90_000 }), period }),
    months: fc.option(fc.integer({ min: 1, max: 36 })),
    startsOn: fc.option(date),
    deadline: fc.option(date),
    locale: fc.constantFrom('fr' as const, 'en' as const),
  });
  fc.assert(
    fc.property(content, ({ pay, months, startsOn, deadline, locale }) => {
      const written: OfferContent = {
        ...emptyContent,
        ...{ contract: 'cdd', remote: 'partial', remoteDays: 2, city: 'Lille', department: '59', months, startsOn, deadline },
        ...{ payMinCents: pay.min, payMaxCents: pay.min + pay.more, payPeriod: pay.period, rhythm: '2 jours en formation' },
      };
      const { contract, remote, ...typed } = termsTyped(written, locale);
      expect(withTerms(emptyContent, { contract: contract as 'cdd', remote: remote as 'partial_2', ...typed }, today)).toEqual(
        written,
      );
    }),
    { numRuns: 300 },
  );
  const more = withMore(emptyContent, {
    skills: 'react, Node.js; Patience',
    level: 'junior',
    conditions: ['diploma'],
    posts: '3',
    accessibility: '',
  });
  expect(withMore(emptyContent, { ...moreTyped(more, 'fr'), level: 'junior' })).toEqual(more);
  expect(payText(emptyContent)).toBeNull();
});

test.each([
  ['du 1er mars au 31 août 2027', 6, 6],
  ['du 01/03/2027 au 13/09/2027', 6, 7],
  ['du 1er mars au 8 mai 2027', 2, 3],
  ['du 15/01/2027 au 14/03/2027', 2, 2],
  ['2,5 mois', 3, 3],
  ['2.2 mois', 2, 3],
  ['1,5 an', 18, 18],
  ['9 semaines', 3, 3],
])('%s is as long as that, and more for an internship that began another month', (dates, nearest, begun) => {
  const length = (contract: 'cdd' | 'internship') =>
    withTerms(emptyContent, { contract, place: 'Lille', remote: 'none', pay: 'à définir', dates }, today);
  expect([length('cdd'), length('internship')]).toMatchObject([
    { months: nearest, typed: {} },
    { months: begun, typed: {} },
  ]);
});

test('what cannot be read is kept as typed, and forgotten once it can', () => {
  const form = { contract: 'cdi', place: 'Nulle part', remote: 'none', pay: '12', dates: 'bientôt' } as const;
  const wrong = withTerms(emptyContent, form, today);
  expect(wrong.typed).toEqual({ place: 'Nulle part', pay: '12', dates: 'bientôt' });
  expect(termsTyped(wrong, 'fr')).toMatchObject({ place: 'Nulle part', pay: '12', dates: 'bientôt' });
  expect(withTerms(wrong, { ...form, place: 'Lille', pay: 'selon profil', dates: '' }, today).typed).toEqual({});
  expect(withText(emptyContent, { title: ' A  b ', missions: '', profile: '', process: '', link: 'ici' })).toMatchObject({
    title: 'A b',
    applyUrl: null,
    typed: { link: 'ici' },
  });
  expect(readLink('exemple.fr/emploi')).toBe('https://exemple.fr/emploi');
  for (const bad of ['javascript:alert(1)', 'ftp://exemple.fr', 'https://moi:secret@exemple.fr', 'localhost'])
    expect(readLink(bad)).toBeNull();
  const many = withMore(emptyContent, {
    skills: Array.from({ length: 20 }, (_, index) => `savoir ${index}`).join(','),
    level: undefined,
    conditions: [],
    posts: '51',
    accessibility: '',
  });
  expect([many.skills.length, many.typed.posts, many.typed.skills?.startsWith('savoir 0')]).toEqual([15, '51', true]);
});

describe('edits', () => {
  const before: OfferContent = {
    ...emptyContent,
    ...{
      title: 'Développement (F/H)',
      missions: 'Vous développez le site de réservation avec deux collègues.',
      contract: 'cdi',
      remote: 'none',
      city: 'Lille',
      department: '59',
    },
    ...{ payMinCents: 200_000, payMaxCents: 240_000, payPeriod: 'month', deadline: new Date('2027-02-01') },
  };
  test.each<[string, Partial<OfferContent>, boolean]>([
    ['a typo', { missions: 'Vous dévelopez le site de réservation avec deux collègues.' }, false],
    ['another text', { missions: 'Vous vendez des abonnements par téléphone.' }, true],
    ['a number', { missions: 'Vous développez le site de réservation avec 12 collègues.' }, true],
    ['an address', { missions: `${before.missions} www.x.fr` }, true],
    ['the title', { title: 'Développement web (F/H)' }, true],
    ['the contract', { contract: 'cdd' }, true],
    ['the place', { city: 'Roubaix' }, true],
    ['the link', { applyUrl: 'https://exemple.fr/' }, true],
    ['less pay', { payMinCents: 190_000 }, true],
    ['more pay', { payMaxCents: 250_000 }, false],
    ['another period', { payPeriod: 'year' }, true],
    ['no pay', { payMinCents: null, payMaxCents: null, payPeriod: null, payReason: 'selon profil' }, true],
    ['a longer deadline', { deadline: new Date('2027-03-01') }, false],
    ['a shorter deadline', { deadline: new Date('2027-01-15') }, true],
    ['no deadline', { deadline: null }, false],
    ['known skills, posts', { skills: ['react'], posts: 3 }, false],
    ['a skill in one’s own words', { skills: ['react', 'payer 50 € de frais'] }, true],
    ['accessibility in new words', { accessibility: 'Ascenseur.' }, true],
    ['the employer who is said', { relayedFor: 'Google France' }, true],
    ['a diploma', { diploma: true }, true],
  ])('%s', (_, change, isRisky) => {
    const after = { ...before, ...change };
    const none = { before: [], after: [] };
    expect(weighEdit({ before, after }, none)).toEqual({ fields: expect.any(Array), isRisky });
    expect(changesBetween(before, after).length).toBeGreaterThan(0);
  });
  test('a finding that was not there makes any edit risky', () => {
    const found: Finding = { code: 'skills.odd', severity: 'warning', field: 'skills', text: { fr: 'x', en: 'x' } };
    const change = { before, after: { ...before, skills: ['react'] } };
    expect(weighEdit(change, { before: [], after: [found] }).isRisky).toBe(true);
    expect(weighEdit(change, { before: [found], after: [found] }).isRisky).toBe(false);
  });
  test('letters between words: symmetric, 0 for the same only, never more than were typed', () => {
    expect([
      lettersBetween('reservation', 'reservatino'),
      lettersBetween('gestion', 'gesion'),
      lettersBetween('abc', 'xyz'),
    ]).toEqual([1, 1, 3]);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c') }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c') }),
        (a, b) => {
          const value = lettersBetween(a, b);
          expect(lettersBetween(b, a)).toBe(value);
          expect(value === 0).toBe(a === b);
          expect(lettersBetween(a, `${a}x`)).toBe(1);
        },
      ),
    );
  });
  test('few words, each with a typing error, and nothing new', () => {
    const text =
      'Vous développez et maintenez le site de réservation, sans astreinte, avec deux collègues qui relisent votre code.';
    const same = (change: (text: string) => string) => isSameText(text, change(text));
    expect(
      same((typed) => typed.replace('réservation,', 'reservations').replace('collègues', 'colègues').replace('. ', ' ! ')),
    ).toBe(true);
    expect(same((typed) => typed.toUpperCase())).toBe(true);
    for (const change of [
      (typed: string) => `${typed} Et le samedi.`,
      (typed: string) => typed.replace('sans', 'avec'),
      (typed: string) => typed.replace('sans', 'dans'),
      (typed: string) => typed.replace('sans ', ''),
      (typed: string) => typed.replace('deux', '2'),
      (typed: string) => `${typed} 📞`,
      (typed: string) => typed.replace('astreinte', 'contrainte'),
      (typed: string) => typed.replace(/développez|maintenez|réservation|collègues/g, (word) => `${word}s`),
    ])
      expect([change(text), same(change)]).toEqual([change(text), false]);
  });
});

test('quota: five open, one a day for three months', () => {
  const now = new Date(`${today}T00:00:00Z`);
  const facts = (openCount: number, postedToday: number, age: number | null) => ({
    openCount,
    postedToday,
    verifiedSince: age === null ? null : new Date(now.getTime() - age * day),
    today: now,
  });
  expect(quotaOf(facts(mostOpen, 0, 400))).toBe('open');
  expect(quotaOf(facts(0, 1, 89))).toBe('daily');
  expect(quotaOf(facts(0, 1, null))).toBe('daily');
  expect(quotaOf(facts(4, 9, 90))).toBeNull();
});

test('tags: twenty at most of twenty characters; the regions used most, and what staff made stays', () => {
  for (const locale of ['fr', 'en'] as const) {
    const names = fixedTags(locale);
    expect(new Set(names).size).toBe(13);
    const known = [
      { id: '1', name: 'À la une' },
      { id: '2', name: 'Corse' },
    ];
    const wanted = wantedTags(known, regions, regions, locale);
    expect(wanted).toHaveLength(20);
    expect(wanted).toContain('À la une');
    expect(wanted.every((name) => name.length <= 20)).toBe(true);
    expect(new Set(wanted).size).toBe(20);
  }
  const few = wantedTags([{ id: '2', name: 'Corse' }], ['Bretagne'], regions, 'fr');
  expect(few.slice(13)).toEqual(['Bretagne', 'Corse']);
  // The language of the server changed: our former tags leave their room to regions.
  const translated = wantedTags(
    fixedTags('en').map((name, at) => ({ id: String(at), name })),
    regions,
    regions,
    'fr',
  );
  expect(translated.slice(0, 13)).toEqual(fixedTags('fr'));
  expect(translated.slice(13)).toHaveLength(7);
  // All that staff made stays, even when ours have no room.
  const theirs = Array.from({ length: 18 }, (_, at) => ({ id: String(at), name: `Métier ${at}` }));
  const full = wantedTags(theirs, regions, regions, 'fr');
  expect(full).toHaveLength(20);
  expect(theirs.every(({ name }) => full.includes(name))).toBe(true);
});

test('the longest texts, all escaped, fit in a message of Discord’s', () => {
  const content: OfferContent = {
    ...emptyContent,
    ...{
      title: '*'.repeat(150),
      missions: '_'.repeat(3_000),
      profile: '~'.repeat(2_000),
      process: '|'.repeat(1_200),
      accessibility: '>'.repeat(600),
    },
    ...{
      skills: Array.from({ length: 15 }, () => '#'.repeat(40)),
      rhythm: '-'.repeat(100),
      payReason: '('.repeat(150),
      contract: 'cdd',
      department: '59',
      remote: 'full',
    },
    typed: { dates: '['.repeat(400) },
  };
  const findings: Finding[] = Array.from({ length: 40 }, (_, index) => ({
    code: `x.${index}`,
    severity: index % 2 ? 'error' : 'warning',
    field: 'missions',
    text: { fr: 'Raccourcissez. '.repeat(12), en: 'Shorten. '.repeat(12) },
    source: 'Code du travail, art. L5331-2',
  }));
  const changes = Object.fromEntries(['title', 'missions', 'profile', 'process', 'pay'].map((field) => [field, '*'.repeat(500)]));
  const offer = {
    ...content,
    ...{
      id: 1,
      guildId: '110000000000000001',
      state: 'asked',
      changes,
      reason: '*'.repeat(1_000),
      relayedFor: '*'.repeat(100),
      company: null,
      revision: 1,
    },
    ...{
      createdAt: new Date(0),
      submittedAt: new Date(0),
      proposedAt: null,
      reportedAt: null,
      decidedAt: null,
      decidedBy: null,
      lostAt: null,
      expiresAt: null,
      authorId: null,
    },
  } as unknown as Offer;
  const reports = Array.from({ length: 9 }, () => ({ category: 'fraud', comment: '*'.repeat(500), createdAt: new Date(0) }));
  const draft = { offer, content, findings, edit: null };
  for (const locale of ['fr', 'en'] as const)
    for (const screen of [
      draftScreen(draft, locale),
      previewScreen(draft, locale),
      findingsScreen(draft, 2, locale),
      staffCard(
        { offer: { ...offer, state: 'pending' }, findings, reports },
        { shown: content, proposed: { ...emptyContent, title: 'x' } },
        locale,
        '## Offres',
      ),
    ]) {
      const texts = [...JSON.stringify(screen.components).matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)].map(
        ([, text]) => JSON.parse(`"${text}"`) as string,
      );
      expect(texts.join('').length).toBeLessThanOrEqual(4_000);
      expect(JSON.stringify(screen.components).match(/"type":/g)?.length ?? 0).toBeLessThanOrEqual(40);
    }
});
