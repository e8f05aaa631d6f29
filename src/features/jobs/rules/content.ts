import type { Contract, Level, PayPeriod, Remote } from '../../../kernel/hiring.ts';
import type { Department } from '../../../kernel/place.ts';

/** Longest texts. A card in a message holds 4000 characters in all, and what people type grows when it is escaped. */
export const limits = {
  title: 80,
  missions: 1_500,
  profile: 900,
  process: 500,
  accessibility: 300,
  rhythm: 100,
  company: 100,
} as const;

/** The fields in which an author reads what is wrong; each is in one of the forms. */
export const fields = [
  'company',
  'title',
  'missions',
  'profile',
  'process',
  'link',
  'contract',
  'place',
  'remote',
  'pay',
  'dates',
  'skills',
  'level',
  'conditions',
  'posts',
  'accessibility',
] as const;
export type OfferField = (typeof fields)[number];

/** What was typed where we read more than text, kept as long as it could not be read. */
export type Typed = Partial<Record<'place' | 'pay' | 'dates' | 'link' | 'posts' | 'skills', string>>;

/** What an offer says to candidates. Days are midnight UTC, as a `date` of PostgreSQL is read. */
export type OfferContent = {
  /** The employer of an offer that alumni relay, as they typed it; null for one of a company of the server. */
  relayedFor: string | null;
  title: string;
  missions: string;
  profile: string;
  /** How they recruit. */
  process: string;
  contract: Contract | null;
  /** How long it lasts. */
  months: number | null;
  /** Of an apprenticeship: `3 semaines en entreprise, 1 semaine en formation`. */
  rhythm: string | null;
  city: string | null;
  department: Department | null;
  remote: Remote | null;
  /** Days a week. */
  remoteDays: number | null;
  /** Gross, for `payPeriod`. The three are there or not together. */
  payMinCents: number | null;
  payMaxCents: number | null;
  payPeriod: PayPeriod | null;
  /** Why no pay is given, as typed. */
  payReason: string | null;
  /** Null: as soon as possible. */
  startsOn: Date | null;
  /** Last day to apply. */
  deadline: Date | null;
  /** Ids of the curated list, and free ones as typed. */
  skills: string[];
  level: Level | null;
  /** A diploma is asked for. */
  diploma: boolean;
  /** Of an internship: a tripartite agreement will be signed. */
  agreement: boolean;
  accessibility: string | null;
  /** How many people are sought. */
  posts: number;
  /** Null: people apply here. */
  applyUrl: string | null;
  typed: Typed;
};

export const emptyContent: OfferContent = {
  relayedFor: null,
  title: '',
  missions: '',
  profile: '',
  process: '',
  contract: null,
  months: null,
  rhythm: null,
  city: null,
  department: null,
  remote: null,
  remoteDays: null,
  payMinCents: null,
  payMaxCents: null,
  payPeriod: null,
  payReason: null,
  startsOn: null,
  deadline: null,
  skills: [],
  level: null,
  diploma: false,
  agreement: false,
  accessibility: null,
  posts: 1,
  applyUrl: null,
  typed: {},
};
