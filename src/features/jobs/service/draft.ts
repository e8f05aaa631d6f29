import { audit } from '../../../infra/audit.ts';
import { type Db, lock, Prisma, type Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import type { Locale } from '../../../kernel/text.ts';
import { editHasErrors, needsEmployer, notEditable, tooManyDrafts } from '../messages/refusal.ts';
import { emptyContent, type OfferContent, type OfferField } from '../rules/content.ts';
import { weighEdit } from '../rules/edit.ts';
import type { Facts, Finding } from '../rules/finding.ts';
import { draftKeptFor, endFrom, mostDrafts } from '../rules/life.ts';
import { checkBoth, checkNow, hasErrors, readFacts } from './facts.ts';
import {
  changesOf,
  columnsOf,
  contentOf,
  type Deed,
  findEmployer,
  getOwn,
  latestOf,
  lockOwn,
  type Offer,
  promiseCard,
  promisePosts,
  removeCard,
  renewCard,
  staffRead,
} from './offer.ts';

/** What an author sees under their text. */
export type Draft = {
  offer: Offer;
  content: OfferContent;
  findings: Finding[];
  /** What an edit of a published offer did; null for one that is not published. */
  edit: 'applied' | 'proposed' | 'same' | null;
};

/** Null: they may post for the company where they work, as alumni, and relay. Throws `jobs.needs_employer`. */
export async function requireEmployer(
  db: Db | Tx,
  who: { guildId: string; userId: string; isAlumni: boolean },
): Promise<{ companyId: number } | null> {
  const employer = await findEmployer(db, who);
  if (employer && employer.state !== 'refused') return { companyId: employer.id };
  if (who.isAlumni) return null;
  throw needsEmployer();
}

type New = { guildId: string; actorId: string; now: Date; locale: Locale; isAlumni: boolean };

/** A draft lives from its first form on. Throws `jobs.too_many_drafts`. */
export const beginDraft = (db: Db, input: New, write: (content: OfferContent) => OfferContent): Promise<Draft> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now, locale, isAlumni } = input;
    await lock(tx, `jobs.draft:${guildId}:${actorId}`);
    const employer = await requireEmployer(tx, { guildId, userId: actorId, isAlumni });
    const unfinished = await tx.offer.count({ where: { guildId, authorId: actorId, state: { in: ['draft', 'refused'] } } });
    if (unfinished >= mostDrafts) throw tooManyDrafts(mostDrafts);
    const content = write(emptyContent);
    const { id } = await tx.offer.create({
      data: {
        ...columnsOf(content),
        guildId,
        companyId: employer?.companyId ?? null,
        relayedFor: employer ? null : content.relayedFor,
        authorId: actorId,
        locale,
        createdAt: now,
      },
      select: { id: true },
    });
    return describeDraft(tx, { guildId, offerId: id, actorId, now });
  });

/** The draft of its author, as they left it. Throws `jobs.unknown`. */
export async function describeDraft(db: Db | Tx, deed: Deed): Promise<Draft> {
  const { guildId, offerId, actorId, now } = deed;
  const offer = await getOwn(db, { guildId, offerId, userId: actorId });
  return { offer, content: latestOf(offer), findings: await checkNow(db, offer, now), edit: null };
}

type Written = {
  fields: readonly OfferField[];
  write(content: OfferContent, facts: Facts): OfferContent;
};

/**
 * Saves what was typed in a form. A draft takes whatever is typed. What staff read, or candidates see, takes nothing that the rules refuse: a published
 * offer shows harmless changes at once, and keeps its old text until staff have read the others. Throws `jobs.edit_errors`, `jobs.not_editable`.
 */
export const saveForm = (db: Db, deed: Deed, { fields, write }: Written): Promise<Draft> =>
  db.$transaction(async (tx) => {
    const offer = await lockOwn(tx, deed);
    const facts = await readFacts(tx, offer, deed.now);
    const written = write(latestOf(offer), facts);
    // The employer of an offer of a company is that company, whatever a form says.
    const after = offer.companyId === null ? written : { ...written, relayedFor: null };
    const answered = changesOf(offer);
    for (const field of fields) delete answered[field];
    const changes = Object.keys(answered).length > 0 ? answered : Prisma.DbNull;
    switch (offer.state) {
      case 'draft':
      case 'asked':
      case 'refused':
        await tx.offer.update({
          where: { id: offer.id },
          data: { ...columnsOf(after), changes, touchedAt: deed.now, revision: { increment: 1 } },
        });
        return describeDraft(tx, deed);
      case 'pending':
        return correctPending(tx, deed, { offer, after, data: { changes } });
      case 'published':
      case 'hidden':
        return editPublished(tx, deed, { offer, after, data: { changes } });
      case 'closed':
        throw notEditable();
    }
  });

type Edit = { offer: Offer; after: OfferContent; data: Prisma.OfferUncheckedUpdateInput };

/** Staff have not decided yet: they read the newest, and approve nothing else. */
async function correctPending(tx: Tx, deed: Deed, { offer, after, data }: Edit): Promise<Draft> {
  const findings = await checkBoth(tx, offer, after, deed.now);
  if (hasErrors(findings.after)) throw editHasErrors(findings.after);
  await tx.offer.update({
    where: { id: offer.id },
    data: { ...columnsOf(after), ...data, touchedAt: deed.now, revision: { increment: 1 } },
  });
  await promiseCard(tx, offer);
  return describeDraft(tx, deed);
}

/** When a published offer ends once its last day to apply is another. */
export async function endAfter(
  tx: Tx,
  offer: Offer,
  after: OfferContent,
  now: Date,
): Promise<{ expiresAt: Date; expiryToldAt: null } | object> {
  if (offer.deadline?.getTime() === after.deadline?.getTime()) return {};
  const { timeZone } = await readSettings(tx, offer.guildId);
  return { expiresAt: endFrom(now, after.deadline, timeZone), expiryToldAt: null };
}

async function editPublished(tx: Tx, deed: Deed, { offer, after, data }: Edit): Promise<Draft> {
  const { guildId, actorId, now } = deed;
  const { before: shown, after: found } = await checkBoth(tx, offer, after, now);
  if (hasErrors(found)) throw editHasErrors(found);
  const before = contentOf(offer);
  const read = staffRead(offer);
  const { fields, isRisky } = weighEdit({ before, after, read }, { before: shown, after: found });
  const isSame = fields.length === 0 && offer.proposal === null;
  if (isSame) return { ...(await describeDraft(tx, deed)), edit: 'same' };
  await audit(tx, {
    guildId,
    actorId,
    action: isRisky ? 'jobs.propose' : 'jobs.edit',
    subject: `offer:${offer.id}`,
    after: { fields },
    at: now,
  });
  if (isRisky) {
    await tx.offer.update({
      where: { id: offer.id },
      data: { ...data, proposal: after, proposedAt: now, touchedAt: now, revision: { increment: 1 } },
    });
    const card = offer.proposedAt === null ? renewCard : promiseCard;
    await card(tx, offer);
  } else {
    await tx.offer.update({
      where: { id: offer.id },
      data: {
        ...columnsOf(after),
        ...data,
        readTexts: read,
        ...(await endAfter(tx, offer, after, now)),
        // An edit that goes back on what waited leaves nothing to read.
        proposal: Prisma.DbNull,
        proposedAt: null,
        touchedAt: now,
        revision: { increment: 1 },
      },
    });
    await promisePosts(tx, [offer]);
    await promiseCard(tx, offer);
  }
  return { ...(await describeDraft(tx, deed)), edit: isRisky ? 'proposed' : 'applied' };
}

/** Throws `jobs.not_editable` for what was sent already. */
export const dropDraft = (db: Db, deed: Deed): Promise<void> =>
  db.$transaction(async (tx) => {
    const offer = await lockOwn(tx, deed);
    if (offer.state !== 'draft' && offer.state !== 'refused' && offer.state !== 'asked') throw notEditable();
    await removeCard(tx, offer);
    await tx.offer.delete({ where: { id: offer.id } });
  });

/** Nobody touched them for long. */
export async function forgetDrafts(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - draftKeptFor);
  const gone = await tx.$queryRaw<{ guildId: string; cardChannelId: string | null; cardMessageId: string | null }[]>`
    DELETE FROM offer WHERE state IN ('draft', 'asked', 'refused') AND created_at < ${before}
      AND greatest(created_at, touched_at, decided_at) < ${before}
    RETURNING guild_id AS "guildId", card_channel_id AS "cardChannelId", card_message_id AS "cardMessageId"`;
  for (const card of gone) await removeCard(tx, card);
}
