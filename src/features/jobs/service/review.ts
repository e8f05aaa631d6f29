import { audit } from '../../../infra/audit.ts';
import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import {
  alreadyDecided,
  changedSince,
  companyNotVerified,
  hasErrorsLeft,
  notShown,
  notWaiting,
  ownCompanysOffer,
  ownOffer,
  reportsFirst,
  unknownOffer,
} from '../messages/refusal.ts';
import type { OfferField } from '../rules/content.ts';
import type { Finding } from '../rules/finding.ts';
import { waitsForStaff } from '../rules/life.ts';
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
} from './offer.ts';
import { settleReports } from './report.ts';
import { publish } from './submit.ts';

/** What staff decided about. */
export type Decided = { offer: Offer; about: 'offer' | 'edit' };

/** Nobody decides for their own company. Throws `jobs.own_offer`, `jobs.own_company`. */
async function requireOutsider(db: Db | Tx, { authorId, companyId }: Offer, actorId: string): Promise<void> {
  if (authorId === actorId) throw ownOffer();
  if (companyId === null) return;
  if ((await db.companyRecruiter.count({ where: { companyId, userId: actorId, leftAt: null } })) > 0) throw ownCompanysOffer();
}

/** Throws unless `actorId` may decide about it now. */
async function requireWaiting(db: Db | Tx, offer: Offer, actorId: string): Promise<Offer> {
  await requireOutsider(db, offer, actorId);
  if (waitsForStaff(offer)) return offer;
  if (offer.state === 'draft' || offer.state === 'asked') throw notWaiting();
  throw alreadyDecided(offer.state, offer.decidedBy);
}

/** The offer, when it waits for a decision that this person may take. Throws `jobs.unknown`, `own_offer`, `own_company`, `not_waiting`, `already_decided`. */
export async function getWaiting(db: Db, { guildId, offerId, actorId }: Deed): Promise<Offer> {
  const offer = await findOffer(db, { guildId, offerId });
  if (!offer) throw unknownOffer();
  return requireWaiting(db, offer, actorId);
}

const lockWaiting = async (tx: Tx, deed: Deed): Promise<Offer> => requireWaiting(tx, await lockOffer(tx, deed), deed.actorId);

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
 * was read, `jobs.reports_first`, `jobs.company_not_verified`, `jobs.errors`.
 */
export const approveOffer = (db: Db, deed: Deed, revision: number): Promise<Decided> =>
  db.$transaction(async (tx) => {
    const offer = await lockWaiting(tx, deed);
    if (offer.flaggedAt !== null || offer.reportedAt !== null) throw reportsFirst();
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
          ...(await endAfter(tx, offer, proposal, now)),
          proposal: Prisma.DbNull,
          proposedAt: null,
          changes: Prisma.DbNull,
          readTexts: Prisma.DbNull,
          decidedAt: now,
          decidedBy: staffId,
          revision: { increment: 1 },
        },
      });
      await promisePosts(tx, [offer]);
      await promiseTold(tx, offer, 'edit_approved', now);
    } else
      await tx.offer.update({
        where: { id: offer.id },
        data: { decidedAt: now, decidedBy: staffId, readTexts: Prisma.DbNull },
      });
    await record(tx, deed, offer, proposal ? 'jobs.approve_edit' : 'jobs.approve', { state: 'published' });
    return { offer, about: proposal ? 'edit' : 'offer' };
  });

/**
 * Each ask stands beside its field for the author; more may be added while they have not answered. A published offer stays as it is
 * shown meanwhile, and waits as before: to ask is not to approve. Throws as `getWaiting`.
 */
export const askChanges = (db: Db, deed: Deed, asks: Partial<Record<OfferField, string>>): Promise<Decided> =>
  db.$transaction(async (tx) => {
    const locked = await lockOffer(tx, deed);
    if (locked.state === 'asked') await requireOutsider(tx, locked, deed.actorId);
    const offer = locked.state === 'asked' ? locked : await requireWaiting(tx, locked, deed.actorId);
    if (offer.state === 'closed') throw alreadyDecided(offer.state, offer.decidedBy);
    const { now, actorId: staffId } = deed;
    await tx.offer.update({
      where: { id: offer.id },
      data: {
        changes: { ...changesOf(offer), ...asks },
        ...((offer.state === 'pending' || offer.state === 'asked') && { state: 'asked', decidedAt: now, decidedBy: staffId }),
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
    const decision = { decidedAt: now, decidedBy: staffId };
    if (offer.state === 'pending') {
      await tx.offer.update({
        where: { id: offer.id },
        data: { ...decision, reason, state: 'refused', revision: { increment: 1 } },
      });
      await promiseTold(tx, offer, 'refused', now);
      await record(tx, deed, offer, 'jobs.refuse', { state: 'refused' });
      return { offer, about: 'offer' };
    }
    if (offer.proposedAt === null) return remove(tx, deed, offer, reason);
    await tx.offer.update({
      where: { id: offer.id },
      data: {
        reason,
        proposal: Prisma.DbNull,
        proposedAt: null,
        changes: Prisma.DbNull,
        revision: { increment: 1 },
        // What was published at once is not read because its edit was.
        ...(offer.decidedAt !== null && decision),
      },
    });
    await promiseTold(tx, offer, 'edit_refused', now);
    await record(tx, deed, offer, 'jobs.refuse_edit', { state: offer.state });
    return { offer, about: 'edit' };
  });

/** Nobody reads it any more, and reports of it are settled. */
async function remove(tx: Tx, deed: Deed, offer: Offer, reason: string): Promise<Decided> {
  const { now, actorId: staffId } = deed;
  const endedAs = offer.flaggedAt !== null || offer.reportedAt !== null ? 'reported' : 'refused';
  await tx.offer.update({ where: { id: offer.id }, data: { reason, decidedAt: now, decidedBy: staffId } });
  await settleReports(tx, offer.id, now);
  if (offer.state === 'closed') {
    await tx.offer.update({ where: { id: offer.id }, data: { endedAs } });
    await promisePosts(tx, [offer]);
  } else await endOffer(tx, offer, endedAs, now);
  await promiseTold(tx, offer, 'removed', now);
  await record(tx, deed, offer, 'jobs.remove', { state: 'closed', endedAs });
  return { offer, about: 'offer' };
}

/** What was shown to candidates and still is, is paused, or was reported before it ended. */
const isRemovable = ({ state, flaggedAt }: Offer): boolean =>
  state === 'published' || state === 'hidden' || (state === 'closed' && flaggedAt !== null);

async function requireRemovable(db: Db | Tx, offer: Offer, actorId: string): Promise<Offer> {
  await requireOutsider(db, offer, actorId);
  if (!isRemovable(offer)) throw notShown();
  return offer;
}

/** The offer, when this person may remove it now. Throws `jobs.unknown`, `own_offer`, `own_company`, `not_shown`. */
export async function getRemovable(db: Db, { guildId, offerId, actorId }: Deed): Promise<Offer> {
  const offer = await findOffer(db, { guildId, offerId });
  if (!offer) throw unknownOffer();
  return requireRemovable(db, offer, actorId);
}

/** Takes an offer away from candidates, at any time and whether or not anything waits. `reason` is told to the author. Throws as `getRemovable`. */
export const removeOffer = (db: Db, deed: Deed, reason: string): Promise<Decided> =>
  db.$transaction(async (tx) => remove(tx, deed, await requireRemovable(tx, await lockOffer(tx, deed), deed.actorId), reason));

/**
 * What was reported is in order: it is shown again when it was hidden, unless its time is over, and those who reported it count no more. Throws as
 * `getWaiting`.
 */
export const keepOffer = (db: Db, deed: Deed): Promise<Decided> =>
  db.$transaction(async (tx) => {
    const offer = await lockWaiting(tx, deed);
    if (offer.reportedAt === null && offer.flaggedAt === null) throw notWaiting();
    const { now, actorId: staffId } = deed;
    await settleReports(tx, offer.id, now);
    if (offer.state === 'closed') {
      await record(tx, deed, offer, 'jobs.keep', { state: 'closed' });
      return { offer, about: 'offer' };
    }
    const isShownAgain = offer.reportedAt !== null && (offer.company === null || offer.company.state === 'verified');
    const expiresAt = isShownAgain ? endAfterPause(offer, now) : offer.expiresAt;
    const isOver = isShownAgain && expiresAt !== null && expiresAt <= now;
    await tx.offer.update({
      where: { id: offer.id },
      data: {
        reportedAt: null,
        decidedAt: now,
        decidedBy: staffId,
        readTexts: Prisma.DbNull,
        ...(isShownAgain && !isOver && { state: 'published', hiddenAt: null, expiresAt, expiryToldAt: null }),
      },
    });
    if (isOver) await endOffer(tx, offer, 'expired', now);
    else await promisePosts(tx, [offer]);
    await record(tx, deed, offer, 'jobs.keep', { state: isOver ? 'closed' : isShownAgain ? 'published' : offer.state });
    if (isShownAgain) await promiseTold(tx, offer, isOver ? 'expired' : 'shown', now);
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
