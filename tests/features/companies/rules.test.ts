import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Facts,
  hasLuhnKey,
  readAddress,
  readFacts,
  readName,
  readSiret,
  readWebsite,
  riskyChanges,
  spacedSiret,
  warningsOf,
} from '../../../src/features/companies/rules/facts.ts';
import { awaits, canRenew } from '../../../src/features/companies/rules/life.ts';
import { isFreeMail } from '../../../src/kernel/mail.ts';
import { day } from '../../../src/kernel/time.ts';
import { facts, siretOf } from './stage.ts';

const ok = (value: string) => ({ ok: true, value });
const no = (fault: string) => ({ ok: false, fault });

test.each([
  ['73282932000074', ok('73282932000074')],
  [' 732 829 320 00074 ', ok('73282932000074')],
  ['732.829.320-00074', ok('73282932000074')],
  ['SIRET : 732 829 320 00074', ok('73282932000074')],
  ['７３２８２９３２００００７４', ok('73282932000074')],
  ['73282932000075', no('key')],
  ['73282932000047', no('key')],
  ['00000000000000', no('key')],
  ['732829320', no('siren')],
  ['7328293200007', no('length')],
  ['732829320000745', no('length')],
  ['FR732829320000', no('length')],
  ['', no('blank')],
  // La Poste: its head office keeps the key, its other establishments have their own rule.
  ['35600000000048', ok('35600000000048')],
  ['35600000049837', ok('35600000049837')],
  ['35600000049838', no('key')],
  ['35600000000001', ok('35600000000001')],
])('the SIRET %j', (typed, expected) => expect(readSiret(typed)).toEqual(expected));

test('whatever one digit a typist gets wrong, the key finds it; and most swaps of two neighbours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999 }), fc.nat({ max: 13 }), fc.integer({ min: 1, max: 9 }), (n, at, shift) => {
      const siret = siretOf(n);
      const wrong = [...siret].map((digit, place) => (place === at ? (Number(digit) + shift) % 10 : digit)).join('');
      expect(hasLuhnKey(siret)).toBe(true);
      expect(readSiret(wrong).ok).toBe(false);
      expect(readSiret(spacedSiret(siret))).toEqual(ok(siret));
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['www.exemple.fr', ok('https://www.exemple.fr')],
  ['https://Exemple.FR/', ok('https://exemple.fr')],
  ['http://exemple.co.uk/carrieres/', ok('http://exemple.co.uk/carrieres')],
  ['https://exemple.fr/a?b=c#d', ok('https://exemple.fr/a?b=c')],
  ['exemple.fr:8443/x', ok('https://exemple.fr:8443/x')],
  ['https://société.fr', ok('https://xn--socit-esab.fr')],
  ['https://asso.github.io', ok('https://asso.github.io')],
  ['https://acme.example', ok('https://acme.example')],
  ['', no('blank')],
  ['notre site', no('url')],
  ['ftp://exemple.fr', no('url')],
  ['javascript:alert(1)', no('url')],
  ['https://moi:secret@exemple.fr', no('url')],
  ['https://localhost', no('host')],
  ['https://192.168.1.1', no('host')],
  ['https://exemple.invalide', no('host')],
  ['exemple', no('host')],
  [`https://exemple.fr/${'a'.repeat(200)}`, no('long')],
])('the website %j', (typed, expected) => expect(readWebsite(typed)).toEqual(expected));

test.each([
  ['Jobs@Exemple.FR', ok('Jobs@exemple.fr')],
  ['pas une adresse', no('address')],
  ['a@exemple.invalide', no('address')],
  ['', no('blank')],
])('the address %j', (typed, expected) => expect(readAddress(typed)).toEqual(expected));

test.each([
  ['  Ateliers\u200b  du\nNord ', ok('Ateliers du Nord')],
  ['3M', ok('3M')],
  ['—', no('short')],
  ['X', no('short')],
  ['   ', no('blank')],
  ['Booking.com', ok('Booking.com')],
  ['A.B.C. Plomberie / Chauffage', ok('A.B.C. Plomberie / Chauffage')],
  ['Venez sur discord.gg/abc', no('link')],
  ['Cadeau https://mauvais.example', no('link')],
  ['mauvais.ru/offre', no('link')],
  ['SARL @everyone', no('link')],
  ['N'.repeat(101), no('long')],
])('the name %j', (typed, expected) => expect(readName(typed)).toEqual(expected));

test('all that is wrong is said at once', () => {
  expect(readFacts({ name: '', siret: '1', website: 'x y', email: '@', about: ' ' })).toEqual({
    ok: false,
    problems: [
      { field: 'name', fault: 'blank' },
      { field: 'siret', fault: 'length' },
      { field: 'website', fault: 'url' },
      { field: 'email', fault: 'address' },
      { field: 'about', fault: 'blank' },
    ],
  });
});

test('who gives addresses to anybody', () => {
  const free =
    'a@gmail.com b@yahoo.fr c@hotmail.co.uk d@orange.fr e@laposte.net f@free.fr g@proton.me h@me.com i@yopmail.com j@sfr.fr K@GMX.de l@hotmail.be m@mail.yahoo.com.br'.split(
      ' ',
    );
  const own = 'a@exemple.fr b@orange.com c@free-work.com d@gmail.exemple.fr e@mairie-lille.fr f@ghmail.com'.split(' ');
  expect(free.filter((email) => !isFreeMail(email))).toEqual([]);
  expect(own.filter(isFreeMail)).toEqual([]);
});

const read = (typed: Partial<Facts> = {}): Facts => {
  const result = readFacts({ ...facts, ...typed });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.facts;
};

test.each([
  [{}, []],
  [{ email: 'moi@gmail.com' }, ['free_mail']],
  [{ email: 'a@autre.fr' }, ['other_domain']],
  [{ email: 'a@rh.ateliers-du-nord.fr' }, []],
  [{ website: 'http://ateliers-du-nord.fr' }, ['insecure']],
  // Two tenants of one host are not the same company.
  [{ website: 'https://a.github.io', email: 'x@b.github.io' }, ['other_domain']],
])('what staff are warned of: %j', (typed, expected) => expect(warningsOf(read(typed))).toEqual(expected));

test.each([
  [{}, []],
  [{ about: 'Autre chose.' }, []],
  [{ website: 'https://emploi.ateliers-du-nord.fr/offres' }, []],
  [{ website: 'https://ateliers.com' }, ['website']],
  [{ name: 'Ateliers', email: 'b@ateliers-du-nord.fr' }, ['name', 'email']],
  [{ siret: siretOf(8) }, ['siret']],
])('what staff read again: %j', (typed, expected) => expect(riskyChanges(read(), read(typed))).toEqual(expected));

describe('whose turn it is', () => {
  test.each([
    ['pending', null, 'staff'],
    ['asked', null, 'person'],
    ['verified', null, null],
    ['verified', 'staff', 'staff'],
    ['lapsed', 'person', 'person'],
    ['refused', null, null],
    ['suspended', 'staff', 'staff'],
  ] as const)('%s, %s', (state, review, expected) => expect(awaits({ state, review })).toBe(expected));

  const now = new Date('2027-01-01T00:00:00Z');
  const inDays = (days: number) => new Date(now.getTime() + days * day);
  test.each([
    ['verified', null, 31, false],
    ['verified', null, 30, true],
    ['verified', 'staff', 10, false],
    ['lapsed', null, -1, true],
    ['suspended', null, 10, false],
  ] as const)('may renew: %s, %s, in %i days: %s', (state, review, days, expected) =>
    expect(canRenew({ state, review, verifiedUntil: inDays(days) }, now)).toBe(expected),
  );
});
