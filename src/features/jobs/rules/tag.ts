import { contracts, levels, remotes } from '../../../kernel/hiring.ts';
import { regionOf } from '../../../kernel/place.ts';
import type { Locale } from '../../../kernel/text.ts';
import type { OfferContent } from './content.ts';

/** https://docs.discord.com/developers/resources/channel#channel-object */
const mostTags = 20;
const longestTag = 20;

/** Short enough for a tag; whoever reads it knows these. */
const shortRegions: Readonly<Record<string, string>> = {
  'Auvergne-Rhône-Alpes': 'Auvergne-Rhône-Alpes',
  'Bourgogne-Franche-Comté': 'Bourgogne-Fr.-Comté',
  'Centre-Val de Loire': 'Centre-Val de Loire',
  'Provence-Alpes-Côte d’Azur': 'PACA',
};

/** Words of a tag by which levels and remotes are short. */
const shortLevels: Readonly<Record<string, Record<Locale, string>>> = {
  beginner: { fr: 'Premier emploi', en: 'Beginners welcome' },
  junior: { fr: 'Junior', en: 'Junior' },
  confirmed: { fr: 'Expérience confirmée', en: 'Experienced' },
  senior: { fr: 'Senior', en: 'Senior' },
};
const shortContracts: Readonly<Record<string, Record<Locale, string>>> = {
  cdd: { fr: 'CDD', en: 'Fixed-term (CDD)' },
  temporary: { fr: 'Intérim', en: 'Temporary' },
};

const short = (name: string): string => name.slice(0, longestTag);

export const regionTag = (region: string): string => short(shortRegions[region] ?? region);

const contractTag = (key: keyof typeof contracts, locale: Locale) => short((shortContracts[key] ?? contracts[key])[locale]);
const remoteTag = (key: keyof typeof remotes, locale: Locale) => short(remotes[key][locale]);
const levelTag = (key: keyof typeof levels, locale: Locale) => short((shortLevels[key] ?? levels[key])[locale]);

/** Always there: contracts, remote, levels. */
export const fixedTags = (locale: Locale): string[] => [
  ...(Object.keys(contracts) as (keyof typeof contracts)[]).map((key) => contractTag(key, locale)),
  ...(Object.keys(remotes) as (keyof typeof remotes)[]).map((key) => remoteTag(key, locale)),
  ...(Object.keys(levels) as (keyof typeof levels)[]).map((key) => levelTag(key, locale)),
];

export type Tag = { id: string; name: string };

/** What we called our tags when the server spoke another language. */
const formerTags = (locale: Locale): Set<string> => new Set(fixedTags(locale === 'fr' ? 'en' : 'fr'));

/**
 * The names of the tags that a forum must have: those that staff made themselves, which are theirs, the fixed ones, and, in the room that is left, the
 * regions that the server uses most. A region that is there stays when another is used as much.
 */
export function wantedTags(
  known: readonly Tag[],
  regions: readonly string[],
  allRegions: readonly string[],
  locale: Locale,
): string[] {
  const regionNames = new Set(allRegions.map(regionTag));
  const former = formerTags(locale);
  const ours = fixedTags(locale);
  const own = known.map(({ name }) => name).filter((name) => !ours.includes(name) && !former.has(name) && !regionNames.has(name));
  const fixed = ours.slice(0, Math.max(0, mostTags - own.length));
  const room = mostTags - fixed.length - own.length;
  const used = regions.map(regionTag).slice(0, room);
  const kept = known.map(({ name }) => name).filter((name) => regionNames.has(name) && !used.includes(name));
  return [...fixed, ...own, ...used, ...kept.slice(0, room - used.length)];
}

/** The names of an offer's tags, the most telling first. */
export function tagsOf({ contract, remote, level, department }: OfferContent, locale: Locale): string[] {
  return [
    ...(contract ? [contractTag(contract, locale)] : []),
    ...(department ? [regionTag(regionOf(department))] : []),
    ...(remote ? [remoteTag(remote, locale)] : []),
    ...(level ? [levelTag(level, locale)] : []),
  ];
}
