import { domainToUnicode } from 'node:url';
import { cheapEndings, everyday, hosting, officialDomains, shorteners } from './brand.ts';
import { type Imitation, imitated } from './look.ts';
import type { Link, Reading } from './normal.ts';
import { parse } from './suffix.ts';

/** Where a link leads, and what is odd about it. */
export type Place = {
  start: number;
  end: number;
  /** Where the whole begins and ends, `[shown](…)` included. */
  from: number;
  url: string;
  /** In ASCII, lower case, without `www.`. */
  host: string;
  /** The host as people see it. */
  unicode: string;
  /** What somebody registered: `example.co.uk`; the host itself when it is an address of numbers. */
  domain: string;
  path: string;
  shown: string | null;
  /** False for `example.com/x` without a scheme, which Discord does not make a link. */
  isLink: boolean;
  isShort: boolean;
  isHosted: boolean;
  isEveryday: boolean;
  isOfficial: boolean;
  isCheap: boolean;
  isNumbers: boolean;
  /** `https://discord.com@evil.example`: what stands before the at sign is no site. */
  hasUser: boolean;
  /** Masked, and its text names another site. */
  isDeceptive: boolean;
  imitation: Imitation | null;
  /** Code of an invite to a server of Discord. */
  invite: string | null;
};

const bareDomain =
  /(?<![\w@./:-])((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]+))(\/[^\s<>"`]*)?(?![\w@-])/giu;
const inviteCode = /^\/?(?:invite\/)?([\w-]{2,40})/i;
/** Endings that are also those of files: without a scheme and a path they are files. */
const fileEndings = new Set(
  'py rs sh md pl ps cc so pm rb js ts mk app zip mov in cs vb java php html css json lock cfg ini log txt yml yaml xml sql csv env net io me do is it'.split(
    ' ',
  ),
);

const within = (domains: ReadonlySet<string>, host: string): boolean => {
  for (let from = 0; from >= 0; from = host.indexOf('.', from) + 1 || -1) if (domains.has(host.slice(from))) return true;
  return false;
};

/** True when the host, or a domain above it, is in the set: as many looks as it has labels, however large the set. */
export const isWithin = within;

/** Each domain from the host up: `a.b.example.com`, `b.example.com`, `example.com`. */
export function* above(host: string): Generator<string> {
  for (let from = 0; from >= 0; from = host.indexOf('.', from) + 1 || -1) yield host.slice(from);
}

/** Addresses of one's own machine and network, which learners share every day. */
const nearby = /^(?:127|10|0|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\.|^\[/;

function inviteOf(host: string, path: string): string | null {
  if (host === 'discord.gg' || host === 'dsc.gg' || host === 'discord.me') return inviteCode.exec(path)?.[1] ?? null;
  if (host === 'discord.com' || host === 'discordapp.com' || host.endsWith('.discord.com') || host.endsWith('.discordapp.com'))
    return /^\/invite\/([\w-]{2,40})/i.exec(path)?.[1] ?? null;
  return null;
}

/** The site that a text names, when it names one. */
function siteOf(shown: string): string | null {
  bareDomain.lastIndex = 0;
  const named = bareDomain.exec(shown.replace(/^[^\p{L}\p{N}]*https?:\/\//iu, ''))?.[1];
  if (!named) return null;
  const { domain, isIcann } = parse(named);
  return domain && isIcann ? domain.toLowerCase() : null;
}

function placeOf(link: Link, isLink: boolean): Place | null {
  if (!URL.canParse(link.url)) return null;
  const url = new URL(link.url);
  if (url.hostname === '') return null;
  const host = url.hostname.replace(/^www\d?\./, '').replace(/\.$/, '');
  const parsed = parse(host, { validateHostname: false });
  const domain = parsed.domain ?? host;
  const isNumbers = parsed.isIp === true && !nearby.test(host);
  if (parsed.isIp !== true && !host.includes('.')) return null;
  const isHosted = !hosting.has(host) && within(hosting, host);
  const isOfficial = !isHosted && within(officialDomains, host);
  const named = link.shown === null ? null : siteOf(link.shown);
  const path = url.pathname + url.search;
  const unicode = domainToUnicode(host) || host;
  return {
    start: link.start,
    end: link.end,
    from: link.from,
    url: link.url,
    host,
    unicode,
    domain,
    path,
    shown: link.shown,
    isLink,
    isShort: within(shorteners, host),
    isHosted,
    isEveryday: within(everyday, host),
    isOfficial,
    isCheap: cheapEndings.has(parsed.publicSuffix?.split('.').at(-1) ?? '') && !within(everyday, host) && !isOfficial,
    isNumbers,
    hasUser: url.username !== '',
    isDeceptive: named !== null && named !== domain,
    imitation: isOfficial ? null : imitated(unicode, domain, isHosted),
    invite: inviteOf(host, path),
  };
}

/** All places that a text leads to. Bare ones only when they cannot be files. */
export function placesOf(reading: Reading): Place[] {
  const places: Place[] = [];
  for (const link of reading.links) {
    const place = placeOf(link, true);
    if (place) places.push(place);
  }
  if (reading.hasDots) {
    bareDomain.lastIndex = 0;
    for (const found of reading.text.matchAll(bareDomain)) {
      const start = found.index;
      const end = start + found[0].length;
      if (reading.links.some((link) => start < link.end && end > link.from)) continue;
      if (reading.hasAsides && isAside(reading, start)) continue;
      const host = (found[1] ?? '').toLowerCase();
      const hasPath = (found[2] ?? '').length > 1;
      const ending = host.slice(host.lastIndexOf('.') + 1);
      if (fileEndings.has(ending) && !hasPath) continue;
      const parsed = parse(host, { validateHostname: false });
      if (!parsed.isIcann || !parsed.domain) continue;
      const place = placeOf({ url: `http://${found[0]}`, start, end, shown: null, from: start }, false);
      if (place) places.push(place);
    }
  }
  return places;
}

/** True when what stands there is code or a quote. */
function isAside({ at, where, length }: Reading, index: number): boolean {
  let [low, high] = [0, length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) < index) low = middle + 1;
    else high = middle;
  }
  return where[low] !== 0;
}
