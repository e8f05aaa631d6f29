import type { Contract, Level, Remote } from '../../../kernel/hiring.ts';
import {
  type Department,
  departmentName,
  departmentOf,
  departments,
  readPlace,
  regionOf,
  regions,
} from '../../../kernel/place.ts';
import { fold } from '../../../kernel/text.ts';
import { type Group, longestText, mark, plainText, queryOf } from './words.ts';

/** What somebody looks for; null and the empty text: anything. */
export type Filters = {
  text: string;
  contract: Contract | null;
  place: string | null;
  remote: Remote | null;
  level: Level | null;
};

export const noFilters: Filters = { text: '', contract: null, place: null, remote: null, level: null };

export const isEmpty = ({ text, contract, place, remote, level }: Filters): boolean =>
  text === '' && !contract && !place && !remote && !level;

/** Longest place that somebody types. */
export const longestPlace = 60;

/** Where a place that was typed is. `city`: a city of one of these departments, or of any when we do not know it. */
export type Where =
  | { kind: 'city'; name: string; departments: readonly Department[] }
  | { kind: 'department'; department: Department }
  | { kind: 'region'; name: string };

const codes = Object.keys(departments) as Department[];
const regionKey = (name: string): string => plainText(name);
const regionByKey = new Map(regions.map((name) => [regionKey(name), name]));
/** Names that people say in the place of the official one. */
const regionAliases: Readonly<Record<string, string>> = {
  paca: 'Provence-Alpes-Côte d’Azur',
  idf: 'Île-de-France',
  'region parisienne': 'Île-de-France',
  hdf: 'Hauts-de-France',
  'nord pas de calais': 'Hauts-de-France',
  picardie: 'Hauts-de-France',
  alsace: 'Grand Est',
  lorraine: 'Grand Est',
  aquitaine: 'Nouvelle-Aquitaine',
  aura: 'Auvergne-Rhône-Alpes',
  centre: 'Centre-Val de Loire',
};

/** Reads a city, a department by name or code, or a region; a city that we do not know may still be one of an offer. */
export function whereOf(typed: string): Where {
  const region = regionByKey.get(regionKey(typed)) ?? regionAliases[regionKey(typed)];
  const reading = readPlace(typed);
  if (reading.ok) {
    const { city, department } = reading.place;
    // `La Réunion` is both: it is the same.
    return city === null ? { kind: 'department', department } : { kind: 'city', name: city, departments: [department] };
  }
  if (region) return { kind: 'region', name: region };
  return { kind: 'city', name: typed.trim(), departments: reading.among };
}

const departmentsOf = (region: string): Department[] => codes.filter((code) => regionOf(code) === region);

const cityKey = (name: string): string =>
  plainText(name)
    .replace(/\bst\b/g, 'saint')
    .replace(/\bste\b/g, 'sainte');

/** Offers that one can do from anywhere are near everybody. */
function placeQuery(typed: string): string {
  const where = whereOf(typed);
  const anywhere = mark('r', 'full');
  const any = (list: readonly Department[]) => list.map((code) => mark('d', code)).join(' | ');
  if (where.kind === 'department') return `(${mark('d', where.department)} | ${anywhere})`;
  if (where.kind === 'region') return `(${any(departmentsOf(where.name))} | ${anywhere})`;
  const city = mark('v', cityKey(where.name));
  return where.departments.length > 0 ? `((${city} & (${any(where.departments)})) | ${anywhere})` : `(${city} | ${anywhere})`;
}

/** Partly at home is also asked for by who would rather stay there wholly. */
const remoteQueries: Readonly<Record<Remote, readonly Remote[]>> = {
  none: ['none'],
  partial: ['partial', 'full'],
  full: ['full'],
};

/** An offer that names no level is for everybody. */
const levelQueries: Readonly<Record<Level, readonly string[]>> = {
  beginner: ['beginner', 'any'],
  junior: ['beginner', 'junior', 'any'],
  confirmed: ['confirmed', 'any'],
  senior: ['senior', 'any'],
};

const anyOf = (kind: 'r' | 'n', values: readonly string[]): string => `(${values.map((value) => mark(kind, value)).join(' | ')})`;

/** The filters and the words, as `to_tsquery` reads them; empty when nothing is asked for. */
export const wholeQuery = (filters: Filters, groups: readonly Group[]): string =>
  [
    ...(groups.length > 0 ? [queryOf(groups)] : []),
    ...(filters.contract ? [mark('k', filters.contract)] : []),
    ...(filters.remote ? [anyOf('r', remoteQueries[filters.remote])] : []),
    ...(filters.level ? [anyOf('n', levelQueries[filters.level])] : []),
    ...(filters.place ? [placeQuery(filters.place)] : []),
  ].join(' & ');

/** How a search can be widened, the least first. */
export const steps = ['level', 'remote', 'department', 'region', 'contract', 'place', 'text'] as const;
export type Step = (typeof steps)[number];
/** True for what a button may carry. */
export const isStep = (step: string): step is Step => (steps as readonly string[]).includes(step);

/** The same search, wider; null when that step does not apply. */
export function widen(filters: Filters, step: Step): Filters | null {
  const { place } = filters;
  if (step === 'department' || step === 'region') {
    const where = place === null ? null : whereOf(place);
    const [department] = where?.kind === 'city' ? where.departments : where?.kind === 'department' ? [where.department] : [];
    if (!where || !department || (step === 'department' && where.kind !== 'city')) return null;
    return { ...filters, place: step === 'department' ? departmentName(department) : regionOf(department) };
  }
  if (step === 'text') return filters.text === '' ? null : { ...filters, text: '' };
  return filters[step] === null ? null : { ...filters, [step]: null };
}

export const widerThan = (filters: Filters): { step: Step; filters: Filters }[] =>
  steps.flatMap((step) => {
    const wider = widen(filters, step);
    return wider === null ? [] : [{ step, filters: wider }];
  });

/** The cleaned filters of what somebody typed. */
export const filtersOf = (typed: Partial<Record<keyof Filters, string | null | undefined>>): Filters => ({
  text: (typed.text ?? '').trim().replace(/\s+/g, ' ').slice(0, longestText),
  contract: (typed.contract as Contract | null | undefined) ?? null,
  place: typed.place?.trim() ? typed.place.trim().replace(/\s+/g, ' ').slice(0, longestPlace) : null,
  remote: (typed.remote as Remote | null | undefined) ?? null,
  level: (typed.level as Level | null | undefined) ?? null,
});

/** Departments and regions whose name or number begins so, and cities are typed freely: at most 25. */
export function placesLike(typed: string): string[] {
  const part = fold(typed).trim();
  const whole = departmentOf(typed);
  const named = [...regions, ...codes.map(departmentName)].filter((name) => fold(name).includes(part));
  return [...new Set([...(whole ? [departmentName(whole)] : []), ...named])].slice(0, 24);
}
