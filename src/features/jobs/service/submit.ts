import { type Db, enqueueEach, lock, Prisma, type Promised, promised, type Tx } from '../../../infra/db.ts';
import { offerAlerted, offerMatched } from '../../../kernel/hiring.ts';
import { alreadySent, hasErrorsLeft, notVerified, quotaPassed } from '../messages/refusal.ts';
import { limits } from '../rules/content.ts';
import type { Finding } from '../rules/finding.ts';
import { openTitle } from '../rules/law/title.ts';
import { approvedToTrust, endFrom } from '../rules/life.ts';
import { mostADay, mostOpen } from '../rules/quota.ts';
import { checkNow, hasErrors } from './facts.ts';
import { type Deed, getOwn, lockOwn, noCard, type Offer, postOf, promiseCard, removeCard, toldOf } from './offer.ts';

export type Submitted = { offer: Offer; became: 'pending' | 'published' };

/** Surely or probably a swindle: trust does not reach so far. */
const isSuspect = ({ code }: Finding): boolean => code.startsWith('scam.');

/** Three approved offers, and none that people rightly complained of: its offers are published at once, and reviewed after. */
async function isTrusted(tx: Tx, companyId: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ approved: number; isReported: boolean }[]>`/* kept */
    SELECT count(*) FILTER (WHERE published_at IS NOT NULL AND decided_at IS NOT NULL)::int AS approved,
      coalesce(bool_or(ended_as IN ('reported', 'refused') OR EXISTS (
        SELECT FROM offer_report AS report WHERE report.offer_id = offer.id AND report.settled_at IS NULL)), false) AS "isReported"
    FROM offer WHERE company_id = ${companyId}`;
  return row !== undefined && row.approved >= approvedToTrust && !row.isReported;
}

/** From now on candidates read it; for the first time they are told. `also`: what else is promised, in the same round trip. */
export async function publish(
  tx: Tx,
  offer: Offer,
  { now, staffId, also }: { now: Date; staffId: string | null; also: readonly Promised[] },
): Promise<void> {
  const isFirst = offer.publishedAt === null;
  await tx.offer.update({
    where: { id: offer.id },
    data: {
      state: 'published',
      publishedAt: offer.publishedAt ?? now,
      expiresAt: endFrom(now, offer.deadline),
      expiryToldAt: null,
      changes: Prisma.DbNull,
      reason: null,
      ...(staffId !== null && { decidedAt: now, decidedBy: staffId }),
    },
  });
  const first = { payload: { guildId: offer.guildId, offerId: offer.id }, key: String(offer.id) };
  await enqueueEach(tx, [
    postOf(offer),
    ...(isFirst ? [promised(offerAlerted, first), promised(offerMatched, first)] : []),
    ...also,
  ]);
}

/** Who is not verified yet keeps a draft, whatever is in it. */
function requireUnsent({ state, company }: Offer): void {
  if (state !== 'draft' && state !== 'asked' && state !== 'refused') throw alreadySent();
  if (company && company.state !== 'verified') throw notVerified(company.state);
}

/**
 * Sends an offer to staff, or publishes it when its company is trusted. Whoever submits for the same company waits: quota and duplicates are counted
 * one after the other. Throws `jobs.already_sent`, `jobs.not_verified`, `jobs.quota`, `jobs.errors`.
 */
export const submitOffer = (db: Db, deed: Deed): Promise<Submitted> =>
  db.$transaction(async (tx) => {
    const { now, actorId, guildId } = deed;
    const own = await getOwn(tx, { guildId, offerId: deed.offerId, userId: actorId });
    // Before anybody waits: who clicks twice, and who is not verified yet, needs no turn.
    requireUnsent(own);
    const owner = own.companyId === null ? `author:${guildId}:${actorId}` : `company:${own.companyId}`;
    await lock(tx, `jobs.submit:${owner}`);
    const offer = await lockOwn(tx, deed);
    requireUnsent(offer);
    const findings = await checkNow(tx, offer, now);
    const quota = findings.find(({ code }) => code.startsWith('quota.'));
    if (quota) throw quotaPassed(quota.code === 'quota.open' ? { open: mostOpen } : { daily: mostADay });
    if (hasErrors(findings)) throw hasErrorsLeft(findings);
    const isNew = offer.state !== 'asked';
    await tx.offer.update({
      where: { id: offer.id },
      data: {
        state: 'pending',
        title: openTitle(offer.title, limits.title),
        submittedAt: now,
        ...(isNew && { firstSentAt: now }),
        decidedAt: null,
        decidedBy: null,
        reason: null,
        changes: Prisma.DbNull,
        touchedAt: now,
        revision: { increment: 1 },
        ...noCard,
      },
    });
    const isPublished = isNew && offer.companyId !== null && !findings.some(isSuspect) && (await isTrusted(tx, offer.companyId));
    if (isPublished) {
      await publish(tx, offer, { now, staffId: null, also: [toldOf(offer, 'published', now)] });
    }
    await removeCard(tx, offer);
    await promiseCard(tx, offer);
    return { offer, became: isPublished ? 'published' : 'pending' };
  });
