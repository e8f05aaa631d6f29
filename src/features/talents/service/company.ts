import type { Db, Tx } from '../../../infra/db.ts';
import { type Company, companyOf, isVerified } from '../../companies/service/company.ts';
import { noCompany, notVerified } from '../messages/search.ts';

/** Somebody of a guild who does something at a moment. */
export type Who = { guildId: string; userId: string; now: Date };

/** The company for which somebody recruits, verified at this moment; otherwise throws the way there. */
export async function requireCompany(db: Db | Tx, who: Who): Promise<Company> {
  const company = await companyOf(db, who);
  if (!company) throw noCompany();
  if (!isVerified(company, who.now)) throw notVerified(company.name);
  return company;
}

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
