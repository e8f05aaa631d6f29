import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reasonText } from '../../src/features/talents/messages/card.ts';
import { type Demand, fitOf, mobilities, nearnessOf, rarityOf, skillKeys, type Wish } from '../../src/kernel/fit.ts';
import { contracts, levels, remotes } from '../../src/kernel/hiring.ts';
import { departments } from '../../src/kernel/place.ts';
import { arbitraryDemand, arbitraryWish } from '../features/talents/arbitrary.ts';

const today = new Date('2027-01-11T00:00:00Z');
const at = { rarity: new Map<string, number>(), today };
const wish: Wish = {
  contracts: ['cdi', 'apprenticeship'],
  city: 'Lille',
  department: '59',
  mobility: 'department',
  remote: null,
  level: 'junior',
  availableFrom: null,
  skillKeys: ['react', 'sql', 'git'],
};
const demand: Demand = {
  contract: 'cdi',
  city: 'Lille',
  department: '59',
  remote: 'none',
  level: 'junior',
  startsOn: null,
  skillKeys: ['react', 'sql'],
};
const score = (of: Partial<Wish>, to: Partial<Demand> = {}) => fitOf({ ...wish, ...of }, { ...demand, ...to }, at).score;
const parts = (of: Partial<Wish>, to: Partial<Demand> = {}) => fitOf({ ...wish, ...of }, { ...demand, ...to }, at).parts;
const obstacles = (of: Partial<Wish>, to: Partial<Demand> = {}) => fitOf({ ...wish, ...of }, { ...demand, ...to }, at).obstacles;

describe('the fit of a profile and an offer', () => {
  test('is whole when all that is asked is there, whatever else is', () => {
    expect(score({})).toBe(1);
    expect(score({ skillKeys: ['react', 'sql', 'php', 'java'] })).toBe(1);
  });

  test.each<[string, Partial<Wish>, Partial<Demand>, number]>([
    ['all the skills', {}, {}, 1],
    ['one of two', { skillKeys: ['react'] }, {}, 0.5],
    ['none', { skillKeys: ['php'] }, {}, 0],
  ])('skills: %s', (_name, of, to, part) => expect(parts(of, to).skills).toBeCloseTo(part));

  test('a rare skill weighs more than one that everybody has, and none weighs nothing', () => {
    const rarity = new Map([
      ['react', rarityOf(100, 90)],
      ['rust', rarityOf(100, 2)],
    ]);
    const asked = { ...demand, skillKeys: ['react', 'rust'] };
    const with_ = (skill: string) => fitOf({ ...wish, skillKeys: [skill] }, asked, { rarity, today }).parts.skills ?? 0;
    expect(with_('rust')).toBeGreaterThan(with_('react'));
    expect(with_('react')).toBeGreaterThan(0);
    expect(rarityOf(100, 100)).toBe(1);
  });

  test.each<[Wish['mobility'], Partial<Demand>, number]>([
    ['city', {}, 1],
    ['city', { city: 'Roubaix' }, 0.4],
    ['city', { city: 'Lens', department: '62' }, 0],
    ['department', { city: 'Dunkerque' }, 1],
    ['department', { city: 'Lens', department: '62' }, 0.2],
    ['region', { city: 'Lens', department: '62' }, 1],
    ['region', { city: 'Lyon', department: '69' }, 0],
    ['country', { city: 'Lyon', department: '69' }, 0.9],
    ['city', { city: 'Lyon', department: '69', remote: 'full' }, 1],
    ['city', { city: null, department: null }, 1],
  ])('mobility %s, an offer at %o: %d', (mobility, to, part) => expect(parts({ mobility }, to).place).toBeCloseTo(part));

  test.each<[Wish['remote'], Demand['remote'], number]>([
    [null, 'none', 1],
    [null, 'full', 1],
    ['full', 'full', 1],
    ['full', 'none', 0],
    ['none', 'partial', 0.8],
    ['partial', 'none', 0.5],
  ])('wanted remote %s, given %s: %d', (remote, given, part) =>
    expect(parts({ remote }, { remote: given }).place).toBeCloseTo(part),
  );

  test.each<[Wish['level'], Demand['level'], number]>([
    ['beginner', 'beginner', 1],
    ['beginner', 'senior', 0],
    ['senior', 'beginner', 0.7],
    ['junior', 'confirmed', 0.5],
    ['confirmed', 'junior', 0.9],
  ])('level %s for %s: %d', (level, asked, part) => expect(parts({ level }, { level: asked }).level).toBeCloseTo(part));

  test.each<[string | null, string | null, number]>([
    [null, null, 1],
    ['2027-01-05', null, 1],
    ['2027-02-01', null, 0.7],
    ['2027-02-01', '2027-02-01', 1],
    ['2027-03-20', '2027-02-01', 0.3],
    ['2027-09-01', '2027-02-01', 0],
  ])('free from %s, needed from %s: %d', (free, start, part) => {
    const day = (typed: string | null) => (typed === null ? null : new Date(typed));
    expect(parts({ availableFrom: day(free) }, { startsOn: day(start) }).start).toBeCloseTo(part);
  });

  test('what was said against it is an obstacle', () => {
    expect(obstacles({})).toEqual([]);
    expect(obstacles({ contracts: ['cdd'] })).toEqual(['contract']);
    expect(obstacles({ mobility: 'region' }, { department: '69', city: 'Lyon' })).toEqual(['place']);
    expect(obstacles({ remote: 'full' })).toEqual(['remote']);
  });

  test('says why, in both languages, from what counts most', () => {
    const { reasons } = fitOf({ ...wish, skillKeys: ['react'] }, demand, at);
    expect(reasons.map(({ why }) => why)).toEqual(['skills', 'place', 'contract', 'level', 'start']);
    const said = reasons.map((reason) => reasonText(reason));
    expect(said[0]).toEqual({ fr: '1 compétence sur 2 (React)', en: '1 of 2 skills (React)' });
    for (const { fr, en } of said) expect(fr.length * en.length).toBeGreaterThan(0);
  });

  test('looks at nothing by which the law forbids to choose', () => {
    expect(Object.keys(wish).sort()).toEqual(
      ['availableFrom', 'city', 'contracts', 'department', 'level', 'mobility', 'remote', 'skillKeys'].sort(),
    );
  });

  test('stays in [0, 1], grows with each skill, and does not depend on their order', () => {
    fc.assert(
      fc.property(arbitraryWish, arbitraryDemand, ({ profile }, { offer }) => {
        const fit = fitOf(profile, offer, at);
        expect(fit.score).toBeGreaterThanOrEqual(0);
        expect(fit.score).toBeLessThanOrEqual(1 + 1e-9);
        const [more] = offer.skillKeys;
        if (more) {
          const better = fitOf({ ...profile, skillKeys: [...profile.skillKeys, more] }, offer, at);
          expect(better.score).toBeGreaterThanOrEqual(fit.score - 1e-9);
        }
        const turned = { ...offer, skillKeys: [...offer.skillKeys].reverse() };
        expect(fitOf(profile, turned, at).score).toBeCloseTo(fit.score, 9);
      }),
      { numRuns: 300 },
    );
  });

  test('skills are the same however they are typed', () =>
    expect(skillKeys(['ReactJS', 'react', 'Apiculture ', 'APICULTURE', 'Élevage'])).toEqual(['react', 'apiculture', 'elevage']));

  test('how near is symmetric, and every word of it exists', () => {
    const codes = Object.keys(departments);
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.constantFrom(...codes), (a, b) => {
        const [one, other] = [
          { city: null, department: a },
          { city: null, department: b },
        ];
        expect(nearnessOf(one, other)).toBe(nearnessOf(other, one));
        expect(mobilities).toContain(nearnessOf(one, other));
      }),
      { numRuns: 100 },
    );
    expect(Object.keys(contracts).length * Object.keys(levels).length * Object.keys(remotes).length).toBe(72);
  });
});
