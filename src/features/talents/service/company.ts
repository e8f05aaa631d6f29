import type { Company } from '../../../../prisma/client/client.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import { second } from '../../../kernel/time.ts';
import { noCompany, notVerified } from '../messages/search.ts';

/** Somebody of a guild who does something at a moment. */
export type Who = { guildId: string; userId: string; now: Date };
export type Recruiting = Pick<Company, 'id' | 'name' | 'state' | 'verifiedUntil'>;

/** The company for which somebody recruits, whatever its state. */
export async function companyOf(db: Db | Tx, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<Recruiting | null> {
  const found = await db.companyRecruiter.findFirst({
    where: { guildId, userId, leftAt: null },
    select: { company: { select: { id: true, name: true, state: true, verifiedUntil: true } } },
  });
  return found?.company ?? null;
}

export const isVerified = ({ state, verifiedUntil }: Pick<Company, 'state' | 'verifiedUntil'>, now: Date): boolean =>
  state === 'verified' && verifiedUntil !== null && verifiedUntil > now;

/** The same, verified at this moment; otherwise the way there. */
export async function requireCompany(db: Db | Tx, who: Who): Promise<Recruiting> {
  const company = await companyOf(db, who);
  if (!company) throw noCompany();
  if (!isVerified(company, who.now)) throw notVerified(company.name);
  return company;
}

/** Those who want the same row wait for each other, each with a connection: longer than Prisma would, and still within an answer to a person. */
export const patient = { maxWait: 10 * second, timeout: 15 * second };

/** Serialises what a company does with profiles: its day's cards, its five questions. */
export const companyLock = (companyId: number): string => `talents.company:${companyId}`;

export type OwnOffer = { id: number; title: string };

/** Their published offers, the latest first. */
export const openOffers = (db: Db | Tx, { guildId, companyId }: { guildId: string; companyId: number }): Promise<OwnOffer[]> =>
  db.offer.findMany({
    where: { guildId, companyId, state: 'published' },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, title: true },
    take: 24,
  });
