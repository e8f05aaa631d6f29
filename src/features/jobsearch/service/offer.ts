import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import type { Contract, Level, Remote } from '../../../kernel/hiring.ts';

export type Person = { guildId: string; userId: string };

/** An offer as a list shows it. */
export type Listed = {
  id: number;
  title: string;
  /** Of the company, as it or the person who relays it typed it. */
  company: string;
  contract: Contract | null;
  months: number | null;
  city: string | null;
  department: string | null;
  remote: Remote | null;
  payMinCents: number | null;
  payMaxCents: number | null;
  payPeriod: 'hour' | 'day' | 'month' | 'year' | null;
  skills: readonly string[];
  level: Level | null;
  publishedAt: Date | null;
  expiresAt: Date | null;
  /** False: nobody can apply any more. */
  isOpen: boolean;
  threadId: string | null;
};

const listedColumns = Prisma.sql`
  offer.id, offer.title, coalesce(company.name, offer.relayed_for, '') AS company, offer.contract, offer.months, offer.city, offer.department, offer.remote,
  offer.pay_min_cents AS "payMinCents", offer.pay_max_cents AS "payMaxCents", offer.pay_period AS "payPeriod", offer.skills, offer.level,
  offer.published_at AS "publishedAt", offer.expires_at AS "expiresAt", offer.thread_id AS "threadId"`;

/** The offers of these ids, in that order; those that are gone for good are left out. */
export const readOffers = (db: Db | Tx, { guildId, now }: { guildId: string; now: Date }, ids: readonly number[]) =>
  db.$queryRaw<Listed[]>`/* kept */
    SELECT ${listedColumns}, coalesce(listed_offer.expires_at > ${now}::timestamptz, false) AS "isOpen"
    FROM unnest(${[...ids]}::int[]) WITH ORDINALITY AS wanted (id, place)
    JOIN offer ON offer.id = wanted.id LEFT JOIN company ON company.id = offer.company_id LEFT JOIN listed_offer ON listed_offer.offer_id = offer.id
    WHERE offer.guild_id = ${guildId} ORDER BY wanted.place`;
