import type { Contract, Level, Remote } from './hiring.ts';
import { type Department, isDepartment, regionOf } from './place.ts';
import { knownSkill } from './skill.ts';
import { fold } from './text.ts';
import { day } from './time.ts';

/**
 * How well an offer and a profile fit, in [0, 1], and why. Only what somebody said that they want and can do counts: nothing here knows a
 * name, an age, a sex, an origin or a school. The weights and tables are also what the ranking in SQL is given, so that there is one set of numbers.
 */

export const mobilities = ['city', 'department', 'region', 'country'] as const;
export type Mobility = (typeof mobilities)[number];
/** How near to home a place of work is: the smallest of these that holds both. */
export type Nearness = Mobility;

export type Wish = {
  contracts: readonly string[];
  city: string | null;
  department: string | null;
  mobility: Mobility;
  /** Null: no preference. */
  remote: Remote | null;
  level: Level | null;
  /** Null: now. */
  availableFrom: Date | null;
  skillKeys: readonly string[];
};

export type Demand = {
  contract: Contract | null;
  city: string | null;
  department: string | null;
  remote: Remote | null;
  level: Level | null;
  /** Null: as soon as possible. */
  startsOn: Date | null;
  skillKeys: readonly string[];
};

/** What counts for how much, when the offer says it. */
export const weights = { skills: 45, place: 20, contract: 15, level: 10, start: 10 } as const;
export type Part = keyof typeof weights;

/** What a place is worth to somebody, by how far they would go. A town next to one's own may be a quarter of an hour away. */
export const reach: Readonly<Record<Mobility, Readonly<Record<Nearness, number>>>> = {
  city: { city: 1, department: 0.4, region: 0, country: 0 },
  department: { city: 1, department: 1, region: 0.2, country: 0 },
  region: { city: 1, department: 1, region: 1, country: 0 },
  country: { city: 1, department: 1, region: 1, country: 0.9 },
};

/** By what the person wants, then by what the offer gives. */
export const remoteMatch: Readonly<Record<Remote, Readonly<Record<Remote, number>>>> = {
  none: { none: 1, partial: 0.8, full: 0.2 },
  partial: { none: 0.5, partial: 1, full: 0.9 },
  full: { none: 0, partial: 0.3, full: 1 },
};

/** By what the offer asks, then by what the person has. */
export const levelMatch: Readonly<Record<Level, Readonly<Record<Level, number>>>> = {
  beginner: { beginner: 1, junior: 1, confirmed: 0.9, senior: 0.7 },
  junior: { beginner: 0.5, junior: 1, confirmed: 0.9, senior: 0.7 },
  confirmed: { beginner: 0.2, junior: 0.5, confirmed: 1, senior: 0.9 },
  senior: { beginner: 0, junior: 0.2, confirmed: 0.5, senior: 1 },
};

/** What it is worth to be free so many days after the start that the offer names, at most. Later: nothing. */
export const lateness = [
  { days: 0, part: 1 },
  { days: 30, part: 0.7 },
  { days: 90, part: 0.3 },
] as const;

/** A skill as it is compared: its id in the list, or what was typed without accents and case. */
export const skillKey = (skill: string): string => knownSkill(skill) ?? fold(skill).replace(/\s+/g, ' ').trim();
export const skillKeys = (skills: readonly string[]): string[] => [...new Set(skills.map(skillKey))];

/**
 * How much a skill of an offer counts: the fewer people have it, the more (inverse document frequency, Spärck Jones 1972, smoothed so that it is
 * never 0).
 */
export const rarityOf = (people: number, having: number): number => Math.log((1 + people) / (1 + having)) + 1;
/** Of each skill of the offer; one that is missing counts 1. */
export type Rarity = ReadonlyMap<string, number>;

export function nearnessOf(a: { city: string | null; department: string }, b: typeof a): Nearness {
  if (a.department === b.department)
    return a.city !== null && b.city !== null && a.city.toLowerCase() === b.city.toLowerCase() ? 'city' : 'department';
  if (!isDepartment(a.department) || !isDepartment(b.department)) return 'country';
  return regionOf(a.department) === regionOf(b.department) ? 'region' : 'country';
}

/** A place that is not said keeps nobody away. */
function placeOf(wish: Wish, demand: Demand): { part: number; nearness: Nearness | null } {
  if (demand.remote === 'full' || !demand.department || !wish.department) return { part: 1, nearness: null };
  const nearness = nearnessOf(
    { city: wish.city, department: wish.department },
    { city: demand.city, department: demand.department },
  );
  return { part: reach[wish.mobility][nearness], nearness };
}

const daysLate = (wish: Wish, demand: Demand, today: Date): number => {
  const free = Math.max(wish.availableFrom?.getTime() ?? 0, today.getTime());
  const start = Math.max(demand.startsOn?.getTime() ?? 0, today.getTime());
  return Math.round((free - start) / day);
};

/** Why an offer fits, from what counts most. */
export type Reason =
  | { why: 'skills'; common: string[]; asked: number }
  | { why: 'place'; nearness: Nearness }
  | { why: 'remote' }
  | { why: 'contract'; contract: Contract }
  | { why: 'level'; level: Level }
  | { why: 'start' };

/** What speaks against it, however well the rest fits. */
export type Obstacle = 'contract' | 'place' | 'remote';

export type Fit = { score: number; parts: Partial<Record<Part, number>>; reasons: Reason[]; obstacles: Obstacle[] };

/** `today` is a day, midnight UTC. */
export function fitOf(wish: Wish, demand: Demand, { rarity, today }: { rarity: Rarity; today: Date }): Fit {
  const has = new Set(wish.skillKeys);
  const common = demand.skillKeys.filter((key) => has.has(key));
  const weightOf = (keys: readonly string[]) => keys.reduce((sum, key) => sum + (rarity.get(key) ?? 1), 0);
  const place = placeOf(wish, demand);
  const remote = wish.remote && demand.remote ? remoteMatch[wish.remote][demand.remote] : 1;
  const wantsContract = demand.contract !== null && wish.contracts.includes(demand.contract);
  const late = daysLate(wish, demand, today);

  const parts: Fit['parts'] = {
    ...(demand.skillKeys.length > 0 && { skills: weightOf(common) / weightOf(demand.skillKeys) }),
    place: place.part * remote,
    ...(demand.contract && { contract: Number(wantsContract) }),
    ...(demand.level && wish.level && { level: levelMatch[demand.level][wish.level] }),
    start: lateness.find(({ days }) => late <= days)?.part ?? 0,
  };
  const known = Object.entries(parts) as [Part, number][];
  const total = known.reduce((sum, [part]) => sum + weights[part], 0);
  const score = known.reduce((sum, [part, value]) => sum + weights[part] * value, 0) / total;

  const reasons: Reason[] = [
    ...(common.length > 0 ? [{ why: 'skills' as const, common, asked: demand.skillKeys.length }] : []),
    ...(demand.remote === 'full' && remote === 1 ? [{ why: 'remote' as const }] : []),
    ...(place.nearness && place.part >= 0.9 ? [{ why: 'place' as const, nearness: place.nearness }] : []),
    ...(demand.contract && wantsContract ? [{ why: 'contract' as const, contract: demand.contract }] : []),
    ...(demand.level && parts.level !== undefined && parts.level >= 0.9 ? [{ why: 'level' as const, level: demand.level }] : []),
    ...(parts.start === 1 ? [{ why: 'start' as const }] : []),
  ];
  const obstacles: Obstacle[] = [
    ...(demand.contract && !wantsContract ? ['contract' as const] : []),
    ...(place.part === 0 ? ['place' as const] : []),
    ...(remote === 0 ? ['remote' as const] : []),
  ];
  return { score, parts, reasons, obstacles };
}

/** The other departments of its region. */
export const neighbours = (department: Department, all: readonly Department[]): Department[] =>
  all.filter((one) => one !== department && regionOf(one) === regionOf(department));
