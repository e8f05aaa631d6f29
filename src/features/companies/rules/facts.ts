import { readEmail } from '../../../kernel/identity.ts';
import { domainOf, isFreeMail, registrableDomain } from './mail.ts';
import { parse } from './suffix.ts';

export { emailLimit } from '../../../kernel/identity.ts';

export const nameLimit = 100;
export const websiteLimit = 200;
export const aboutLimit = 1_000;
/** 14 digits with whatever people put between them. */
export const siretTypedLimit = 40;

export type Facts = { name: string; siret: string; website: string; email: string; about: string };
export type FactKey = keyof Facts;
export const factKeys: readonly FactKey[] = ['name', 'siret', 'website', 'email', 'about'];

export type Fault = 'blank' | 'short' | 'long' | 'siren' | 'length' | 'key' | 'url' | 'host' | 'address';
type Read = { ok: true; value: string } | { ok: false; fault: Fault };
const good = (value: string): Read => ({ ok: true, value });
const bad = (fault: Fault): Read => ({ ok: false, fault });

/** Without what cannot be seen, and with single spaces. */
const tidy = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

export function readName(typed: string): Read {
  const name = tidy(typed);
  if (name === '') return bad('blank');
  if (!/[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(name)) return bad('short');
  return name.length > nameLimit ? bad('long') : good(name);
}

const digitsOf = (digits: string): number[] => [...digits].map(Number);

/** https://en.wikipedia.org/wiki/Luhn_algorithm, by which INSEE checks SIREN and SIRET. */
export function hasLuhnKey(digits: string): boolean {
  const sum = digitsOf(digits)
    .reverse()
    .reduce((total, digit, place) => total + (place % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}

/**
 * La Poste has more establishments than the key allows for: the sum of their digits is a multiple of 5. Its head office keeps the key.
 * https://fr.wikipedia.org/wiki/Syst%C3%A8me_d%27identification_du_r%C3%A9pertoire_des_%C3%A9tablissements
 */
const laPoste = '356000000';

export function readSiret(typed: string): Read {
  const digits = typed
    .normalize('NFKC')
    .replace(/^\s*siret\s*:?/i, '')
    .replace(/[\s.\-\p{Default_Ignorable_Code_Point}]/gu, '');
  if (digits === '') return bad('blank');
  if (/^\d{9}$/.test(digits)) return bad('siren');
  if (!/^\d{14}$/.test(digits)) return bad('length');
  const isOfLaPoste = digits.startsWith(laPoste) && digitsOf(digits).reduce((total, digit) => total + digit, 0) % 5 === 0;
  return !/^0+$/.test(digits) && (hasLuhnKey(digits) || isOfLaPoste) ? good(digits) : bad('key');
}

/** As INSEE writes it: `732 829 320 00074`. */
export const spacedSiret = (siret: string): string => siret.replace(/^(\d{3})(\d{3})(\d{3})/, '$1 $2 $3 ');

/** Under an ending that exists; or that RFC 2606 keeps for trying things out, which whoever discovers the bot does. */
function isRegistrable(host: string): boolean {
  const { domain, isIcann, isPrivate, isIp, publicSuffix } = parse(host);
  if (isIp || domain === null) return false;
  return isIcann === true || isPrivate === true || publicSuffix === 'example' || publicSuffix === 'test';
}

/** The address of a site that anybody may open, without what follows `#` and the last slash; `https` when none is said. */
export function readWebsite(typed: string): Read {
  const trimmed = typed.trim();
  if (trimmed === '') return bad('blank');
  if (trimmed.length > websiteLimit) return bad('long');
  const whole = /^[a-z][a-z\d+.-]*:/i.test(trimmed) && !/^[^/:]+:\d/.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (/\s/.test(whole) || !URL.canParse(whole)) return bad('url');
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return bad('url');
  if (!isRegistrable(url.hostname)) return bad('host');
  url.hash = '';
  const address = url.href.replace(/\/$/, '');
  return address.length > websiteLimit ? bad('long') : good(address);
}

export function readAddress(typed: string): Read {
  const read = readEmail(typed);
  if (!read.ok) return bad(read.fault === 'characters' ? 'address' : read.fault);
  return isRegistrable(domainOf(read.value)) ? good(read.value) : bad('address');
}

/** Several lines at will, never more than one empty one between them. */
export function readAbout(typed: string): Read {
  const about = typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (about === '') return bad('blank');
  return about.length > aboutLimit ? bad('long') : good(about);
}

const readers: Readonly<Record<FactKey, (typed: string) => Read>> = {
  name: readName,
  siret: readSiret,
  website: readWebsite,
  email: readAddress,
  about: readAbout,
};

export type FactProblem = { field: FactKey; fault: Fault };

/** All that is wrong at once, or the facts as they are kept. */
export function readFacts(typed: Facts): { ok: true; facts: Facts } | { ok: false; problems: FactProblem[] } {
  const problems: FactProblem[] = [];
  const read = (field: FactKey): string => {
    const result = readers[field](typed[field]);
    if (result.ok) return result.value;
    problems.push({ field, fault: result.fault });
    return '';
  };
  const facts = {
    name: read('name'),
    siret: read('siret'),
    website: read('website'),
    email: read('email'),
    about: read('about'),
  };
  return problems.length > 0 ? { ok: false, problems } : { ok: true, facts };
}

const siteOf = ({ website }: Facts): string | null => registrableDomain(new URL(website).hostname);

/** What staff must read again before it stands: who the company is, and where it can be reached. */
export function riskyChanges(before: Facts, after: Facts): FactKey[] {
  const changed = factKeys.filter((key) => before[key] !== after[key] && key !== 'about');
  return changed.filter((key) => key !== 'website' || siteOf(before) !== siteOf(after));
}

export type Warning = 'free_mail' | 'other_domain' | 'insecure' | 'no_mail';

/** What staff should look at before they verify it. */
export function warningsOf(facts: Facts): Warning[] {
  const { email, website } = facts;
  if (email === '') return ['no_mail'];
  const isFree = isFreeMail(email);
  return [
    ...(isFree ? (['free_mail'] as const) : []),
    ...(!isFree && registrableDomain(domainOf(email)) !== siteOf(facts) ? (['other_domain'] as const) : []),
    ...(website.startsWith('http:') ? (['insecure'] as const) : []),
  ];
}
