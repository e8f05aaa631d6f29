import type { Text } from '../../../kernel/text.ts';
import type { OfferField } from './content.ts';

/** What a rule says of an offer. An error keeps it from being sent; a warning is read by the author and by staff. */
export type Finding = {
  /** Stable, for tests: `title.short`. */
  code: `${string}.${string}`;
  severity: 'error' | 'warning';
  field: OfferField;
  /** The value, the limit and what to do: plain text, in which what people typed is escaped. */
  text: Text;
  /** Where the rule comes from: `Code du travail, art. L5331-2`. */
  source?: string;
  /** Precise words for staff alone, where the author reads neutral ones. */
  forStaff?: Text;
};

/** Amounts that change each year, and what the server refuses. */
export type HiringSettings = {
  /** Least for an hour of internship: 15 % of the hourly ceiling of social security (Code de l'éducation, L124-6 and D124-8). */
  internshipHourCents: number;
  /** Gross minimum wage for an hour (Code du travail, L3231-2). */
  minimumHourCents: number;
  /** Domains to which no offer may link. */
  blockedDomains: readonly string[];
};

/** Of 2026: 15 % of 30 €, and the SMIC of 1 January. */
export const defaultSettings: HiringSettings = { internshipHourCents: 450, minimumHourCents: 1_202, blockedDomains: [] };

/** What the rules need to know of the world. */
export type Facts = {
  /** Midnight UTC of the day that it is where the server is. */
  today: Date;
  settings: HiringSettings;
  /** As candidates read it; `''` when there is none. */
  companyName: string;
  companyEmail: string | null;
  companyWebsite: string | null;
  /** Posted by alumni for the company where they work. */
  isRelayed: boolean;
  /** The other open offers of the company, or of the author when relayed. */
  others: readonly { id: number; title: string; text: string }[];
  /** How many of them count against the quota. */
  openCount: number;
  /** Of those sent today. */
  postedToday: number;
  /** Since when the company is verified without a break; null when it is not. */
  verifiedSince: Date | null;
  /** It is open already: the quota was counted when it was first sent. */
  isOpen: boolean;
};
