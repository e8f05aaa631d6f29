import { parse } from './suffix.ts';

/** What somebody buys to be found there: `exemple.fr` of `www.exemple.fr`, by the Public Suffix List; null for an address that is none. */
export const registrableDomain = (host: string): string | null => parse(host, { allowPrivateDomains: true }).domain;

export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);
