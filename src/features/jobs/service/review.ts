import { audit } from '../../../infra/audit.ts';
import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import {
  alreadyDecided,
  changedSince,
  companyNotVerified,
  hasErrorsLeft,
  notWaiting,
  ownOffer,
  unknownOffer,
} from '../messages/refusal.ts';
import type { OfferField } from '../rules/content.ts';
import type { Finding } from '../rules/finding.ts';
import { endAfter } from './draft.ts';
import { endAfterPause, endOffer } from './end.ts';
import { checkNow, hasErrors } from './facts.ts';
import {
  changesOf,
  columnsOf,
  type Deed,
  findOffer,
  lockOffer,
  type Offer,
  type OfferKey,
  promiseCard,
  promisePosts,
  promiseTold,
  proposalOf,
  toldOf,
  waitsForStaff,
} from './offer.ts';
import { settleReports } from './report.ts';
import { publish } from './submit.ts';

/** What staff decided about. */
export type Decided = { offer: Offer; about: 'offer' | 'edit' };

/** Throws unless `actorId` may decide about it now. */
function requireWaiting(offer: Offer, actorId: string): Offer {
  if (offer.authorId === actorId) throw ownOffer();
  if (waitsForStaff(offer)) return offer;
  if (offer.state === 'draft' || offer.state === 'asked') throw notWaiting();
  throw alreadyDecided(offer.state, offer.decidedBy);
}

/** The offer, when it waits for a decision that this person may take. Throws `jobs.unknown`, `own_offer`, `not_waiting`, `already_decided`. */
export async function getWaiting(db: Db, { guildId, offerId, actorId }: Deed): Promise<Offer> {
  const offer = await findOffer(db, { guildId, offerId });
  if (!offer) throw unknownOffer();
  return requireWaiting(offer, actorId);
}

const lockWaiting = async (tx: Tx, deed: Deed): Promise<Offer> => requireWaiting(await lockOffer(tx, deed), deed.actorId);

async function record(
  tx: Tx,
  { guildId, actorId, now }: Deed,
  offer: Offer,
  action: `jobs.${string}`,
  after: object,
): Promise<void> {
  const { authorId, state } = offer;
  await audit(tx, {
    guildId,
    actorId,
    ...(authorId !== null && { targetId: authorId }),
    action,
    subject: `offer:${offer.id}`,
    before: { state },
    after,
    at: now,
  });
  await promiseCard(tx, offer);
}

/**
 * Shows what staff read: an offer, or the edit of one. Throws as `getWaiting`, `jobs.changed` when its author corrected it after the `revision` that
 * was read, `jobs.company_not_verified`, `jobs.errors`.
 */
export const approveOffer = (db: Db, deed: Deed, revision: number): Promise<Decided> =>
  db.$transaction(async (tx) => {
    const offer = await lockWaiting(tx, deed);
    if (offer.revision !== revision) throw changedSince();
    if (offer.company && offer.company.state !== 'verified') throw companyNotVerified();
    const findings = await checkNow(tx, offer, deed.now);
    // What passed meanwhile, such as a last day to apply, is no longer right.
    if (hasErrors(findings)) throw hasErrorsLeft(findings);
    const { now, actorId: staffId } = deed;
    const proposal = proposalOf(offer);
    if (offer.state === 'pending') {
      await publish(tx, offer, { now, staffId, also: [toldOf(offer, 'approved', now)] });
    } else if (proposal) {
      await tx.offer.update({
        where: { id: offer.id },
        data: {
          ...columnsOf(proposal),
          ...endAfter(offer, proposal, now),
          proposal: Prisma.DbNull,
          proposedAt: null,
          changes: Prisma.DbNull,
          decidedAt: now,
          decidedBy: staffId,
          revision: { increment: 1 },
        },
      });
      await promisePosts(tx, [offer]);
      await promiseTold(tx, offer, 'edit_approved', now);
    } else await tx.offer.update({ where: { id: offer.id }, data: { decidedAt: now, decidedBy: staffId } });
    await record(tx, deed, offer, proposal ? 'jobs.approve_edit' : 'jobs.approve', { state: 'published' });
    return { offer, about: proposal ? 'edit' : 'offer' };
  });

/**
 * Each ask stands beside its field for the author; more may be added while they have not answered. A published offer stays as it is
 * shown meanwhile. Throws as `getWaiting`.
 */
export const askChanges = (db: Db, deed: Deed, asks: Partial<Record<OfferField, string>>): Promise<Decided> =>
  db.$transaction(async (tx) => {
    const locked = await lockOffer(tx, deed);
    const isMore = locked.state === 'asked' && locked.authorId !== deed.actorId;
    const offer = isMore ? locked : requireWaiting(locked, deed.actorId);
    const { now, actorId: staffId } = deed;
    await tx.offer.update({
      where: { id: offer.id },
      data: {
        ...(offer.state === 'pending' && { state: 'asked' }),
        changes: { ...changesOf(offer), ...asks },
        ...(offer.state !== 'hidden' && { decidedAt: now, decidedBy: staffId }),
      },
    });
    await record(tx, deed, offer, 'jobs.ask_changes', { fields: Object.keys(asks) });
    await promiseTold(tx, offer, 'asked', now);
    return { offer, about: offer.proposedAt ? 'edit' : 'offer' };
  });

/**
 * `reason` is told to the author as it is. An edit that is refused leaves the offer as it is shown; what was published at once, or reported, is
 * closed. Throws as `getWaiting`.
 */
export const refuseOffer = (db: Db, deed: Deed, reason: string): Promise<Decided> =>
  db.$transaction(async (tx) => {
    const offer = await lockWaiting(tx, deed);
    const { now, actorId: staffId } = deed;
    const decision = { reason, decidedAt: now, decidedBy: staffId };
    if (offer.state === 'pending') {
      await tx.offer.update({ where: { id: offer.id }, data: { ...decision, state: 'refused', revision: { increment: 1 } } });
      await promiseTold(tx, offer, 'refused', now);
    } else if (offer.proposedAt && !offer.reportedAt) {
      await tx.offer.update({
        where: { id: offer.id },
        data: { ...decision, proposal: Prisma.DbNull, proposedAt: null, changes: Prisma.DbNull, revision: { increment: 1 } },
      });
      await promiseTold(tx, offer, 'edit_refused', now);
    } else {
      await tx.offer.update({ where: { id: offer.id }, data: decision });
      if (offer.reportedAt) await settleReports(tx, offer.id, now);
      await endOffer(tx, offer, offer.reportedAt ? 'reported' : 'refused', now);
      await promiseTold(tx, offer, 'removed', now);
    }
    const isEdit = offer.proposedAt !== null && !offer.reportedAt;
    await record(tx, deed, offer, isEdit ? 'jobs.refuse_edit' : 'jobs.refuse', {
      state: offer.state === 'pending' ? 'refused' : isEdit ? offer.state : 'closed',
    });
    return { offer, about: isEdit ? 'edit' : 'offer' };
  });

/** What was reported is in order: it is shown again, and those who reported it count no more. Throws as `getWaiting`, `jobs.not_reported`. */
export const keepOffer = (db: Db, deed: Deed): Promise<Decided> =>
  db.$transaction(async (tx) => {
    const offer = await lockWaiting(tx, deed);
    if (offer.reportedAt === null) throw notWaiting();
    const { now, actorId: staffId } = deed;
    await settleReports(tx, offer.id, now);
    const isShown = offer.company === null || offer.company.state === 'verified';
    await tx.offer.update({
      where: { id: offer.id },
      data: {
        reportedAt: null,
        decidedAt: now,
        decidedBy: staffId,
        ...(isShown && { state: 'published', hiddenAt: null, expiresAt: endAfterPause(offer, now) }),
      },
    });
    await promisePosts(tx, [offer]);
    await record(tx, deed, offer, 'jobs.keep', { state: isShown ? 'published' : 'hidden' });
    if (isShown) await promiseTold(tx, offer, 'shown', now);
    return { offer, about: 'offer' };
  });

/** What staff read of an offer; null when there is nothing to show. */
export type StaffCard = {
  offer: Offer;
  findings: Finding[];
  reports: { category: string; comment: string; createdAt: Date }[];
};

export async function describeForStaff(db: Db, key: OfferKey, now: Date): Promise<StaffCard | null> {
  const offer = await findOffer(db, key);
  if (!offer || offer.state === 'draft') return null;
  const [findings, reports] = await Promise.all([
    waitsForStaff(offer) ? checkNow(db, offer, now) : [],
    db.offerReport.findMany({
      where: { offerId: offer.id, settledAt: null },
      select: { category: true, comment: true, createdAt: true },
      orderBy: { id: 'asc' },
    }),
  ]);
  return { offer, findings, reports };
}
