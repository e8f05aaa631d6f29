import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import { dateOf, todayIn } from '../../../kernel/day.ts';
import { companyChanged, offerClosed } from '../../../kernel/hiring.ts';
import { alreadyEnded, notRenewable, notSent } from '../messages/refusal.ts';
import { choiceFor, endOf, expiryNotice, hiddenFor, openFor, renewDates } from '../rules/life.ts';
import { compareTask, lostTask, orphanedTask } from '../wire.ts';
import {
  type Deed,
  findOffer,
  lockOffer,
  lockOwn,
  type Offer,
  promiseCard,
  promisePosts,
  promiseTold,
  proposalOf,
} from './offer.ts';

type End = NonNullable<Offer['endedAs']>;

/** Nobody can apply any more: its post says so, and whoever applied is owed an answer. In the transaction of whoever ends it. */
export async function endOffer(tx: Tx, offer: Pick<Offer, 'id' | 'guildId'>, endedAs: End, now: Date): Promise<void> {
  await tx.offer.update({
    where: { id: offer.id },
    data: { state: 'closed', endedAs, closedAt: now, proposal: Prisma.DbNull, proposedAt: null, lostAt: null },
  });
  const { guildId, id: offerId } = offer;
  await enqueue(tx, offerClosed, { guildId, offerId }, { key: String(offerId) });
  await promisePosts(tx, [offer]);
  await promiseCard(tx, offer);
}

/** Always possible once it was sent, also for what waits for staff. Throws `jobs.already_ended`, `jobs.not_sent`. */
export const closeOwn = (db: Db, deed: Deed, as: 'filled' | 'closed'): Promise<Offer> =>
  db.$transaction(async (tx) => {
    const offer = await lockOwn(tx, deed);
    if (offer.state === 'closed') throw alreadyEnded();
    if (offer.state === 'draft' || offer.state === 'refused') throw notSent();
    const { guildId, actorId, now } = deed;
    const endedAs = offer.lostAt && as === 'closed' ? 'deleted' : as;
    await endOffer(tx, offer, endedAs, now);
    await audit(tx, {
      guildId,
      actorId,
      action: 'jobs.close',
      subject: `offer:${offer.id}`,
      before: { state: offer.state },
      after: { state: 'closed', endedAs },
      at: now,
    });
    return offer;
  });

export type Renewed = Offer & { expiresAt: Date; hasStartPassed: boolean };

/**
 * Open for at least as long again from now, as often as wanted; a last day to apply moves with it, in an edit that waits too. Throws `jobs.not_renewable`.
 */
export const renewOwn = (db: Db, deed: Deed): Promise<Renewed> =>
  db.$transaction(async (tx) => {
    const offer = await lockOwn(tx, deed);
    if (offer.state !== 'published') throw notRenewable();
    const { guildId, now } = deed;
    const { timeZone } = await readSettings(tx, guildId);
    const end = new Date(now.getTime() + openFor);
    const days = { today: dateOf(todayIn(timeZone, now)), until: dateOf(todayIn(timeZone, end)) };
    const dates = renewDates(offer, days);
    const undated = offer.expiresAt && offer.expiresAt > end ? offer.expiresAt : end;
    const expiresAt = dates.deadline ? endOf(dates.deadline, timeZone) : undated;
    const proposal = proposalOf(offer);
    await tx.offer.update({
      where: { id: offer.id },
      data: {
        expiresAt,
        expiryToldAt: null,
        ...dates,
        ...(proposal && { proposal: { ...proposal, ...renewDates(proposal, days) } }),
      },
    });
    await promisePosts(tx, [offer]);
    await promiseCard(tx, offer);
    return { ...offer, ...dates, expiresAt, hasStartPassed: offer.startsOn !== null && dates.startsOn === null };
  });

/** Of one look of a schedule. */
const batch = 200;

/** Those whose time is over: hidden ones too when their last day has passed, or when they are hidden for long. */
export async function expireOffers(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<{ id: number; guildId: string; state: string }[]>`
    SELECT id, guild_id AS "guildId", state::text FROM offer
    WHERE (expires_at <= ${now} AND (state = 'published' OR (state = 'hidden' AND deadline IS NOT NULL AND reported_at IS NULL)))
      OR (state = 'hidden' AND hidden_at <= ${new Date(now.getTime() - hiddenFor)})
    ORDER BY expires_at LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  for (const offer of due) {
    await endOffer(tx, offer, 'expired', now);
    await promiseTold(tx, offer, 'expired', now);
  }
  const late = new Date(now.getTime() - choiceFor);
  const undecided = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT id, guild_id AS "guildId" FROM offer WHERE lost_at <= ${late} AND state = 'published' LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
  for (const offer of undecided) await endOffer(tx, offer, 'deleted', now);
}

/** Asks the authors of what ends within three days, once: renew, or filled? */
export async function remindAuthors(tx: Tx, now: Date): Promise<void> {
  const soon = new Date(now.getTime() + expiryNotice);
  const due = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    UPDATE offer SET expiry_told_at = ${now} WHERE id IN (
      SELECT id FROM offer WHERE state = 'published' AND expires_at <= ${soon} AND expires_at > ${now} AND expiry_told_at IS NULL
      ORDER BY expires_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
    RETURNING id, guild_id AS "guildId"`;
  for (const offer of due) await promiseTold(tx, offer, 'expiring', now);
}

/** Brings the offers of a company to what it is now: verified, hidden until it is again, or closed when nobody answers for it. */
export const settleCompany = (
  db: Db,
  { guildId, companyId, now }: { guildId: string; companyId: number; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const company = await tx.company.findFirst({ where: { id: companyId, guildId }, select: { state: true } });
    if (!company) return;
    const rows = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM offer WHERE company_id = ${companyId} AND state IN ('pending', 'asked', 'published', 'hidden') ORDER BY id FOR UPDATE`;
    const recruiters = await tx.companyRecruiter.findMany({ where: { companyId, leftAt: null }, select: { userId: true } });
    const present = new Set(recruiters.map(({ userId }) => userId));
    for (const { id } of rows) {
      const offer = await findOffer(tx, { guildId, offerId: id });
      if (!offer) continue;
      if (present.size === 0) {
        await endOffer(tx, offer, 'company_left', now);
        await promiseTold(tx, offer, 'company_left', now);
      } else if (offer.authorId === null || !present.has(offer.authorId)) await endOrphan(tx, offer, [...present], now);
      else await settleVisibility(tx, offer, { isVerified: company.state === 'verified', now });
    }
  });

/** Hidden time is no time in which people could apply; a last day stays. */
export const endAfterPause = ({ expiresAt, hiddenAt, deadline }: Offer, now: Date): Date => {
  const end = expiresAt ?? now;
  if (deadline || !hiddenAt) return end;
  return new Date(end.getTime() + (now.getTime() - hiddenAt.getTime()));
};

async function settleVisibility(tx: Tx, offer: Offer, { isVerified, now }: { isVerified: boolean; now: Date }): Promise<void> {
  if (offer.state === 'published' && !isVerified) {
    await tx.offer.update({ where: { id: offer.id }, data: { state: 'hidden', hiddenAt: now } });
    await promiseTold(tx, offer, 'paused', now);
  } else if (offer.state === 'hidden' && isVerified && offer.reportedAt === null) {
    if (offer.deadline && (offer.expiresAt ?? now) <= now) {
      await endOffer(tx, offer, 'expired', now);
      return promiseTold(tx, offer, 'expired', now);
    }
    await tx.offer.update({
      where: { id: offer.id },
      data: { state: 'published', hiddenAt: null, expiresAt: endAfterPause(offer, now), expiryToldAt: null },
    });
    await promiseTold(tx, offer, 'resumed', now);
  } else return;
  await promisePosts(tx, [offer]);
  await promiseCard(tx, offer);
}

/** Its author is gone: the others of the company are told, and may post it anew. */
async function endOrphan(tx: Tx, offer: Offer, colleagues: readonly string[], now: Date): Promise<void> {
  await endOffer(tx, offer, 'author_left', now);
  const { guildId, id: offerId } = offer;
  await enqueueAll(
    tx,
    orphanedTask,
    colleagues.map((userId) => ({ payload: { guildId, offerId, userId }, key: `${offerId}:${userId}` })),
  );
}

/** Offers of people who are no longer on the server, or of nobody. Those of their companies are told. */
export async function endAbandoned(tx: Tx, now: Date, only?: { guildId: string; userId: string }): Promise<void> {
  const left = await tx.$queryRaw<{ id: number; guildId: string; companyId: number | null }[]>`
    SELECT offer.id, offer.guild_id AS "guildId", offer.company_id AS "companyId" FROM offer
    JOIN member ON member.guild_id = offer.guild_id AND member.user_id = offer.author_id AND member.left_at IS NOT NULL
    WHERE offer.state IN ('pending', 'asked', 'published', 'hidden')
      AND (${only?.userId ?? null}::text IS NULL OR (offer.guild_id = ${only?.guildId ?? null} AND offer.author_id = ${only?.userId ?? null}))
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = offer.guild_id AND guild.left_at IS NOT NULL)
    ORDER BY offer.id LIMIT ${batch} FOR UPDATE OF offer SKIP LOCKED`;
  for (const { id, guildId, companyId } of left) {
    const offer = await findOffer(tx, { guildId, offerId: id });
    if (!offer) continue;
    const colleagues =
      companyId === null
        ? []
        : await tx.companyRecruiter.findMany({ where: { companyId, leftAt: null, NOT: { userId: offer.authorId ?? '' } } });
    await endOrphan(
      tx,
      offer,
      colleagues.map(({ userId }) => userId),
      now,
    );
  }
}

/** Its post is gone: somebody deleted it. The author chooses, and staff are told. */
export const recordLost = (
  db: Db,
  { guildId, offerId, threadId, now }: { guildId: string; offerId: number; threadId: string; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const offer = await lockOffer(tx, { guildId, offerId });
    if (offer.threadId !== threadId) return;
    const isOpen = offer.state === 'published';
    await tx.offer.update({
      where: { id: offerId },
      data: { threadId: null, channelId: null, begunAt: null, shown: null, ...(isOpen && { lostAt: now }) },
    });
    if (!isOpen) return;
    await promiseTold(tx, offer, 'lost', now);
    await enqueue(tx, lostTask, { guildId, offerId, at: now.getTime() }, { key: String(offerId) });
  });

/** Its author wants the deleted post back. Throws `jobs.already_ended`. */
export const repostOwn = (db: Db, deed: Deed): Promise<Offer> =>
  db.$transaction(async (tx) => {
    const offer = await lockOwn(tx, deed);
    if (offer.state !== 'published') throw alreadyEnded();
    await tx.offer.update({ where: { id: offer.id }, data: { lostAt: null } });
    await promisePosts(tx, [offer]);
    return offer;
  });

/** Companies whose offers do not show what the company is now: what a lost promise left behind. */
export async function promiseCompanies(tx: Tx): Promise<void> {
  const drifted = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT DISTINCT company.id, company.guild_id AS "guildId" FROM company JOIN offer ON offer.company_id = company.id
    WHERE (offer.state = 'published' AND company.state <> 'verified')
      OR (offer.state = 'hidden' AND offer.reported_at IS NULL AND company.state = 'verified')
    LIMIT ${batch}`;
  await enqueueAll(
    tx,
    companyChanged,
    drifted.map(({ id, guildId }) => ({ payload: { guildId, companyId: id }, key: String(id) })),
  );
}

/** Asks to compare every forum that has posts of ours with the database. */
export async function promiseComparisons(tx: Tx, guildId?: string): Promise<void> {
  const guilds = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT guild_id AS id FROM offer
    WHERE (state IN ('published', 'hidden') OR thread_id IS NOT NULL)
      AND (${guildId ?? null}::text IS NULL OR guild_id = ${guildId ?? null})
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = guild_id AND guild.left_at IS NOT NULL)`;
  await enqueueAll(
    tx,
    compareTask,
    guilds.map(({ id }) => ({ payload: { guildId: id }, key: id })),
  );
}
