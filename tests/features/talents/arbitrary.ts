import fc from 'fast-check';
import { type Demand, mobilities, type Wish } from '../../../src/kernel/fit.ts';
import { type Contract, contracts, type Level, levels, type Remote, remotes } from '../../../src/kernel/hiring.ts';

/** Whatever somebody may want, and whatever an offer may ask. */

const keysOf = <K extends string>(texts: Record<K, unknown>) => Object.keys(texts) as K[];
const skill = fc.constantFrom('react', 'sql', 'git', 'php', 'java', 'docker', 'apiculture', "c'est");
const skills = fc.uniqueArray(skill, { maxLength: 6 });
const places = [
  { city: 'Lille', department: '59' },
  { city: 'Roubaix', department: '59' },
  { city: null, department: '59' },
  { city: 'Lens', department: '62' },
  { city: 'Lyon', department: '69' },
  { city: null, department: '974' },
] as const;
const day = fc.integer({ min: -60, max: 200 }).map((offset) => new Date(Date.UTC(2027, 0, 11 + offset)));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

export const arbitraryWish: fc.Arbitrary<{ profile: Wish & { department: string; level: Level } }> = fc
  .record({
    contracts: fc.uniqueArray(fc.constantFrom(...keysOf<Contract>(contracts)), { minLength: 1 }),
    place: fc.constantFrom(...places),
    mobility: fc.constantFrom(...mobilities),
    remote: maybe(fc.constantFrom(...keysOf<Remote>(remotes))),
    level: fc.constantFrom(...keysOf<Level>(levels)),
    availableFrom: maybe(day),
    skillKeys: fc.uniqueArray(skill, { minLength: 1, maxLength: 6 }),
  })
  .map(({ place, ...rest }) => ({ profile: { ...rest, ...place } }));

export const arbitraryDemand: fc.Arbitrary<{ offer: Demand & { contract: Contract; remote: Remote } }> = fc
  .record({
    contract: fc.constantFrom(...keysOf<Contract>(contracts)),
    place: maybe(fc.constantFrom(...places)),
    remote: fc.constantFrom(...keysOf<Remote>(remotes)),
    level: maybe(fc.constantFrom(...keysOf<Level>(levels))),
    startsOn: maybe(day),
    skillKeys: skills,
  })
  .map(({ place, ...rest }) => ({ offer: { ...rest, ...(place ?? { city: null, department: null }) } }));
