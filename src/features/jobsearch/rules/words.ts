import { skills } from '../../../kernel/skill.ts';
import { longestSynonym, synonymsOf } from '../../../kernel/synonym.ts';
import { fold } from '../../../kernel/text.ts';

/**
 * What somebody typed, as the index of offers is asked for it. `offer_text` and `offer_mark` of the database write the same words: a test holds
 * both against each other.
 */

/** Longest text of a search. */
export const longestText = 100;
/** More would not narrow a search further. */
const mostWords = 8;
/** Longest name of a skill or trade, in words. */
const longestPhrase = Math.max(4, longestSynonym);

/** Without accents, case and punctuation; names that punctuation alone tells apart are spelled out. */
export const plainText = (typed: string): string =>
  fold(typed)
    .replaceAll('c++', 'cplusplus')
    .replaceAll('c#', 'csharp')
    .replace(/(^|[^a-z0-9])\.net(?![a-z0-9])/g, '$1 dotnet')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A fact of an offer, as a word that no text has. */
export const mark = (kind: 's' | 'k' | 'r' | 'n' | 'd' | 'v' | 'g' | 'j', value: string): string =>
  `${kind}0${fold(value).replace(/[^a-z0-9]+/g, '')}`;

/** One thing asked for: any of several ways to say it, each of one word or more that all must be there. */
export type Group = { typed: string; ways: readonly (readonly string[])[] };

/** Words that every offer has, or that say nothing of one: asked for alone they would hide what is sought. */
const empty = new Set(
  'a au aux avec ce ces chez dans de des du elle en et il je la le les leur ma mes mon nos notre nous ou par pour qui sa ses son sur un une vos votre vous an and at for in my of on or the to with'.split(
    ' ',
  ),
);

const singular = (phrase: string): string => phrase.replace(/(?<=[a-z]{3})[sx]\b/g, '');

const skillBySpelling = new Map(
  skills.flatMap((skill) => {
    const spellings = [skill.id, skill.name.fr, skill.name.en, ...skill.aliases].map(plainText).filter(Boolean);
    const ways = [[mark('s', skill.id)], ...[...new Set(spellings)].map((spelling) => spelling.split(' '))];
    return spellings.map((spelling) => [singular(spelling), ways] as const);
  }),
);

/** The words of a search, those of a skill's name together. Each must be found, in any order. */
export function groupsOf(typed: string): Group[] {
  const words = plainText(typed).split(' ').filter(Boolean).slice(0, mostWords);
  const groups: Group[] = [];
  for (let place = 0; place < words.length; ) {
    const longest = Math.min(longestPhrase, words.length - place);
    const lengths = Array.from({ length: longest }, (_, less) => longest - less);
    const said = (size: number) => words.slice(place, place + size).join(' ');
    const length = lengths.find((size) => otherWays(said(size)).length > 0) ?? 1;
    const typed = said(length);
    if (!empty.has(typed)) groups.push({ typed, ways: distinct([typed.split(' '), ...otherWays(typed)]) });
    place += length;
  }
  return groups;
}

/** Other ways to say a skill or a trade; none for most words. */
const otherWays = (phrase: string): (readonly string[])[] => [
  ...(skillBySpelling.get(singular(phrase)) ?? []),
  ...synonymsOf(phrase).map((other) => plainText(other).split(' ')),
];

/** Each once, without the words that say nothing. */
const distinct = (ways: readonly (readonly string[])[]): (readonly string[])[] => {
  const telling = ways.map((way) => way.filter((word) => !empty.has(word))).filter((way) => way.length > 0);
  return [...new Map(telling.map((way) => [way.join(' '), way])).values()];
};

/** As `to_tsquery` reads it; empty for no word. Only letters, digits and our own signs are in it. */
export const queryOf = (groups: readonly Group[]): string =>
  groups.map(({ ways }) => `(${ways.map((way) => way.join(' & ')).join(' | ')})`).join(' & ');

/** The words that may be mistyped: short ones, numbers and those with another spelling that we know are taken as they are. */
export const doubtful = (groups: readonly Group[]): string[] =>
  groups.flatMap(({ typed, ways }) => (ways.length === 1 && /^[a-z]{4,40}$/.test(typed) ? [typed] : []));

const isListed = (word: string): boolean => /^[a-z]{3,40}$/.test(word);

/** The words that the database may know or not: it lists neither short ones nor those with a digit. */
export const listedWords = (groups: readonly Group[]): string[] => [
  ...new Set(groups.flatMap(({ ways }) => ways.flat().filter(isListed))),
];

/**
 * Without the ways to say it that no offer uses, and those that find nothing more than a shorter one: each would cost the search as much as one that
 * does. `stems`: of the words that some offer has, what is left of them in the index.
 */
export const usedIn = (groups: readonly Group[], stems: ReadonlyMap<string, string>): Group[] =>
  groups.map(({ typed, ways }) => {
    const used = ways.filter((way) => way.every((word) => !isListed(word) || stems.has(word)));
    return { typed, ways: used.length > 0 ? fewest(used, stems) : ways.slice(0, 1) };
  });

/** `(réseau | réseaux | administration & réseau)` asks for no more than `réseau`. */
function fewest(ways: Group['ways'], stems: ReadonlyMap<string, string>): Group['ways'] {
  const stemmed = ways.map((way) => ({ way, stems: new Set(way.map((word) => stems.get(word) ?? word)) }));
  const isCovered = (one: (typeof stemmed)[number], place: number) =>
    stemmed.some((other, at) => {
      if (at === place || ![...other.stems].every((stem) => one.stems.has(stem))) return false;
      return other.stems.size < one.stems.size || at < place;
    });
  return stemmed.filter((one, place) => !isCovered(one, place)).map(({ way }) => way);
}

/** How many letters are missing, added, changed or swapped with their neighbour; above `most` it is not counted further. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const line = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const least = Math.min((last[j] ?? 0) + 1, (line[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      line.push(isSwap ? Math.min(least, (before[j - 2] ?? 0) + 1) : least);
    }
    if (Math.min(...line) > most) return most + 1;
    before = last;
    last = line;
  }
  return last[b.length] ?? most + 1;
}

/** Words that a mistyped one is read as, the nearest first. */
const mostReadings = 4;

/** What a word that no offer has may have meant, among the nearest that offers have: a slip of the fingers, or a word that was not finished. */
export function readingsOf(typed: string, near: readonly string[]): string[] {
  const most = typed.length < 6 ? 1 : 2;
  const slips = near
    .map((word) => ({ word, slips: distance(typed, word, most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1));
  const nearest = slips[0]?.slips;
  const unfinished = near.filter((word) => word.startsWith(typed)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const readings = [...slips.filter(({ slips }) => slips === nearest).map(({ word }) => word), ...unfinished];
  return [...new Set(readings)].slice(0, mostReadings);
}

/** The groups with what mistyped words were read as. */
export const corrected = (groups: readonly Group[], readings: ReadonlyMap<string, readonly string[]>): Group[] =>
  groups.map(({ typed, ways }) => ({
    typed,
    ways: distinct([...ways, ...(readings.get(typed) ?? []).map((word) => [word])]),
  }));
