import { day, minute } from '../../../kernel/time.ts';

/** Rules of one server. */
export const mostRules = 1_000;
/** Domains of one list. */
export const mostDomains = 40_000;
/** Pictures that a server wants to know again. */
export const mostImages = 500;
/** Bits of 64 in which two pictures that are the same may differ. */
export const samePicture = 8;
/** Of one file or form. */
export const mostFileBytes = 2_000_000;
/** What a rule never hits again. */
export const mostExceptions = 2_000;
/** How long a rule watches before it acts, unless chosen otherwise. */
export const shadowDays = 7;
export const longestShadowDays = 60;
/** What is found of one person within this time is one card. */
export const cardTime = 10 * minute;
/** Hits of one card that it shows one by one. */
export const shownHits = 5;
/** Those of one page of all that a card has. */
export const cardPageSize = 10;
export const pageSize = 5;
/** Rules that one proposal shows: what a menu holds. */
export const mostProposed = 25;
/** What a rule found is kept that long, and a rule that is half written. */
export const hitKeptFor = 30 * day;
export const draftKeptFor = 7 * day;
/** Past messages on which a rule is tried. */
export const mostSamples = 500;
export const shownSamples = 8;
