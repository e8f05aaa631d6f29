import type { Db } from '../../../src/infra/db.ts';
import { aCompany, anOffer, someone } from './factory.ts';

type Person = { guildId: string; userId: string; now: Date };

/** Wherever offers keep something of a person: what they write, review and report. `word` is in what they typed. */
export async function leaveOffers(db: Db, { guildId, userId, now }: Person, word: string): Promise<void> {
  const company = await aCompany(db, { guildId, createdAt: now, createdBy: null });
  const own = { guildId, companyId: company.id, authorId: userId, createdAt: now };
  await anOffer(db, { ...own, state: 'draft', title: word });
  await anOffer(db, own);
  const other = await anOffer(db, { guildId, authorId: someone(), decidedBy: userId, createdAt: now });
  await db.offerReport.create({
    data: { guildId, offerId: other.id, reporterId: userId, category: 'other', comment: word, createdAt: now },
  });
}
