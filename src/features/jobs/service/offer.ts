import type { Company, Offer as Row } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueEach, Prisma, type Promised, promised, type Tx } from '../../../infra/db.ts';
import { isDepartment } from '../../../kernel/place.ts';
import { noCompany, unknownOffer } from '../messages/refusal.ts';
import type { OfferContent, OfferField, Typed } from '../rules/content.ts';
import { cardTask, postTask, removeCardTask, type Told, toldTask } from '../wire.ts';

export type OfferCompany = Pick<
  Company,
  'id' | 'name' | 'state' | 'email' | 'website' | 'about' | 'verifiedSince' | 'responseHours' | 'responseCount'
>;
/** An offer with its company; null for one that alumni relay. */
export type Offer = Row & { company: OfferCompany | null };

export const companyFields = {
  id: true,
  name: true,
  state: true,
  email: true,
  website: true,
  about: true,
  verifiedSince: true,
  responseHours: true,
  responseCount: true,
} as const;
const withCompany = { company: { select: companyFields } } as const;

/** Who does something about which offer, and when. */
export type Deed = { guildId: string; offerId: number; actorId: string; now: Date };
export type OfferKey = { guildId: string; offerId: number };

/** Null when there is none, or it is of another server. */
export const findOffer = (db: Db | Tx, { guildId, offerId }: OfferKey): Promise<Offer | null> =>
  db.offer.findFirst({ where: { id: offerId, guildId }, include: withCompany });

/** Locked until the transaction ends: of two deeds at once, the second finds what the first did. Throws `jobs.unknown`. */
export async function lockOffer(tx: Tx, { guildId, offerId }: OfferKey): Promise<Offer> {
  await tx.$queryRaw`/* kept */ SELECT id FROM offer WHERE id = ${offerId} AND guild_id = ${guildId} FOR UPDATE`;
  const offer = await findOffer(tx, { guildId, offerId });
  if (!offer) throw unknownOffer();
  return offer;
}

/** For whom somebody posts: the company for which they answer now, whatever its state. */
export type Employer = OfferCompany;

export async function findEmployer(
  db: Db | Tx,
  { guildId, userId }: { guildId: string; userId: string },
): Promise<Employer | null> {
  const row = await db.companyRecruiter.findFirst({
    where: { guildId, userId, leftAt: null },
    select: { company: { select: companyFields } },
  });
  return row?.company ?? null;
}

/**
 * An offer belongs to its author as long as they answer for its company. Anybody else's does not exist. Throws `jobs.unknown`, `jobs.no_company`.
 */
export async function requireOwn(db: Db | Tx, offer: Offer | null, userId: string): Promise<Offer> {
  if (!offer || offer.authorId !== userId) throw unknownOffer();
  if (offer.companyId === null) return offer;
  const employer = await db.companyRecruiter.findFirst({
    where: { guildId: offer.guildId, userId, leftAt: null },
    select: { companyId: true },
  });
  if (employer?.companyId !== offer.companyId) throw noCompany();
  return offer;
}

export const getOwn = async (db: Db | Tx, { guildId, offerId, userId }: OfferKey & { userId: string }): Promise<Offer> =>
  requireOwn(db, await findOffer(db, { guildId, offerId }), userId);

export const lockOwn = async (tx: Tx, { guildId, offerId, actorId }: Deed): Promise<Offer> =>
  requireOwn(tx, await lockOffer(tx, { guildId, offerId }), actorId);

/** What candidates may read. Hidden and ended offers, and drafts, do not exist for them. */
export const isReadable = ({ state }: Pick<Row, 'state'>): boolean => state === 'published';

export async function getReadable(db: Db, key: OfferKey): Promise<Offer> {
  const offer = await findOffer(db, key);
  if (!offer || !isReadable(offer)) throw unknownOffer();
  return offer;
}

export function contentOf(offer: Row): OfferContent {
  const { title, missions, profile, process, contract, months, rhythm, city, department, remote, remoteDays, level } = offer;
  const { payMinCents, payMaxCents, payPeriod, payReason, startsOn, deadline, skills, diploma, agreement } = offer;
  const { accessibility, posts, applyUrl } = offer;
  return {
    ...{ title, missions, profile, process, contract, months, rhythm, city, remote, remoteDays, level },
    ...{ payMinCents, payMaxCents, payPeriod, payReason, startsOn, deadline, skills, diploma, agreement },
    ...{ accessibility, posts, applyUrl },
    department: department && isDepartment(department) ? department : null,
    typed: (offer.typed ?? {}) as Typed,
  };
}

/** As the columns take it. */
export const columnsOf = (content: OfferContent) => ({
  ...content,
  typed: Object.keys(content.typed).length > 0 ? content.typed : Prisma.DbNull,
});

/** The content of an edit that waits, as JSON gives it back. */
export function proposalOf(offer: Row): OfferContent | null {
  if (offer.proposal === null) return null;
  const kept = offer.proposal as unknown as Omit<OfferContent, 'startsOn' | 'deadline'> &
    Record<'startsOn' | 'deadline', string | null>;
  const date = (typed: string | null) => (typed === null ? null : new Date(typed));
  return { ...kept, startsOn: date(kept.startsOn), deadline: date(kept.deadline) };
}

/** What its author sees of it: with the edit that waits, if any. */
export const latestOf = (offer: Row): OfferContent => proposalOf(offer) ?? contentOf(offer);

export type Changes = Partial<Record<OfferField, string>>;
/** What staff ask to change, by field. */
export const changesOf = (offer: Row): Changes => (offer.changes ?? {}) as Changes;

/** Who is said to offer the work. */
export const employerName = ({ company, relayedFor }: Pick<Offer, 'company' | 'relayedFor'>): string =>
  company?.name ?? relayedFor ?? '';

/** True while staff have something to decide about it. */
export const waitsForStaff = ({ state, decidedAt, proposedAt, reportedAt }: Row): boolean =>
  state === 'pending' ||
  (state === 'published' && (decidedAt === null || proposedAt !== null)) ||
  (state === 'hidden' && (reportedAt !== null || proposedAt !== null));

/** The posts of one forum follow each other: each may change its tags. */
export const promisePosts = (tx: Tx, offers: readonly Key[]): Promise<void> => enqueueEach(tx, offers.map(postOf));

type Key = { guildId: string; id: number };
export const postOf = ({ guildId, id }: Key): Promised =>
  promised(postTask, { payload: { guildId, offerId: id }, key: String(id), queue: `jobs.forum:${guildId}` });

export const promiseCard = (tx: Tx, { guildId, id }: { guildId: string; id: number }): Promise<void> =>
  enqueue(tx, cardTask, { guildId, offerId: id }, { key: String(id) });

type Carded = Pick<Row, 'id' | 'guildId' | 'cardChannelId' | 'cardMessageId'>;

/** The columns of an offer whose card is to be made anew. */
export const noCard = { cardChannelId: null, cardMessageId: null, staffToldAt: null };

/** An edited card would go unseen: what waits anew has a new one. */
export async function renewCard(tx: Tx, offer: Carded): Promise<void> {
  await removeCard(tx, offer);
  await tx.offer.update({ where: { id: offer.id }, data: noCard });
  await promiseCard(tx, offer);
}

export async function removeCard(tx: Tx, { guildId, cardChannelId, cardMessageId }: Omit<Carded, 'id'>): Promise<void> {
  if (!cardChannelId || !cardMessageId) return;
  await enqueue(tx, removeCardTask, { guildId, channelId: cardChannelId, messageId: cardMessageId }, { key: cardMessageId });
}

export const promiseTold = (tx: Tx, offer: Key, what: Told, now: Date): Promise<void> =>
  enqueueEach(tx, [toldOf(offer, what, now)]);

export const toldOf = ({ guildId, id }: Key, what: Told, now: Date): Promised =>
  promised(toldTask, { payload: { guildId, offerId: id, what, at: now.getTime() } });
