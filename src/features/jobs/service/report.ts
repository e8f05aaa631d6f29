import { type Db, isDuplicate, type Tx } from '../../../infra/db.ts';
import { alreadyReported, unknownOffer } from '../messages/refusal.ts';
import type { Category } from '../messages/report.ts';
import { reportsToHide } from '../rules/life.ts';
import { type Deed, isReadable, lockOffer, promiseCard, promisePosts, promiseTold, renewCard } from './offer.ts';

/**
 * Once a person, whatever they say. Each waits for staff; three distinct people whom they have not answered hide the offer until they look at it. Throws `jobs.unknown`,
 * `jobs.already_reported`.
 */
export const reportOffer = (
  db: Db,
  { guildId, offerId, actorId, now }: Deed,
  { category, comment }: { category: Category; comment: string },
): Promise<{ isHidden: boolean }> =>
  db
    .$transaction(async (tx) => {
      const offer = await lockOffer(tx, { guildId, offerId });
      if (!isReadable(offer) || offer.authorId === actorId) throw unknownOffer();
      await tx.offerReport.create({ data: { guildId, offerId, reporterId: actorId, category, comment, createdAt: now } });
      const reports = await tx.offerReport.count({ where: { offerId, settledAt: null } });
      const isHidden = reports >= reportsToHide;
      await tx.offer.update({
        where: { id: offerId },
        data: {
          flaggedAt: offer.flaggedAt ?? now,
          // Whoever read the offer before has not read this.
          revision: { increment: 1 },
          ...(isHidden && { state: 'hidden', hiddenAt: now, reportedAt: now }),
        },
      });
      if (isHidden) {
        await promisePosts(tx, [offer]);
        await promiseTold(tx, offer, 'hidden', now);
      }
      const card = isHidden || offer.flaggedAt === null ? renewCard : promiseCard;
      await card(tx, offer);
      return { isHidden };
    })
    .catch((error: unknown) => {
      throw isDuplicate(error, 'offer_report_once') ? alreadyReported() : error;
    });

/** Staff looked at them: they count no more, and those people reported it already. */
export async function settleReports(tx: Tx, offerId: number, now: Date): Promise<void> {
  await tx.offerReport.updateMany({ where: { offerId, settledAt: null }, data: { settledAt: now } });
  await tx.offer.update({ where: { id: offerId }, data: { flaggedAt: null } });
}
