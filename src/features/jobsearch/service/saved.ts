import { type Db, lock } from '../../../infra/db.ts';
import { offerGone, tooManySaved } from '../messages/saved.ts';
import { mostSaved } from '../rules/limit.ts';
import { pageIn, pageSize } from '../rules/rank.ts';
import { type Listed, type Person, readOffers } from './offer.ts';

/** Keeps an offer, or no longer does when it was kept. Throws `jobsearch.offer_gone` and `jobsearch.too_many_saved`. */
export const toggleSaved = (
  db: Db,
  { guildId, userId }: Person,
  { offerId, now }: { offerId: number; now: Date },
): Promise<'saved' | 'dropped'> =>
  db.$transaction(async (tx) => {
    // One after the other, or two clicks at once could go over the limit.
    await lock(tx, `jobsearch.saved:${guildId}:${userId}`);
    const [row] = await tx.$queryRaw<{ dropped: number; isOpen: boolean; kept: number }[]>`
      WITH dropped AS (
        DELETE FROM saved_offer WHERE guild_id = ${guildId} AND user_id = ${userId} AND offer_id = ${offerId} RETURNING offer_id
      ), facts AS (
        SELECT (SELECT count(*)::int FROM dropped) AS dropped,
          EXISTS (SELECT FROM listed_offer WHERE offer_id = ${offerId} AND guild_id = ${guildId} AND expires_at > ${now}::timestamptz) AS is_open,
          (SELECT count(*)::int FROM saved_offer WHERE guild_id = ${guildId} AND user_id = ${userId}) AS kept
      ), saved AS (
        INSERT INTO saved_offer (guild_id, user_id, offer_id, saved_at)
        SELECT ${guildId}, ${userId}, ${offerId}, ${now}::timestamptz FROM facts WHERE dropped = 0 AND is_open AND kept < ${mostSaved}
      )
      SELECT dropped, is_open AS "isOpen", kept FROM facts`;
    if (!row) throw new Error('a query without a row');
    if (row.dropped > 0) return 'dropped';
    if (!row.isOpen) throw offerGone();
    if (row.kept >= mostSaved) throw tooManySaved(mostSaved);
    return 'saved';
  });

/** Keeps it no longer; nothing when it was not kept. */
export async function dropSaved(db: Db, { guildId, userId }: Person, offerId: number): Promise<void> {
  await db.savedOffer.deleteMany({ where: { guildId, userId, offerId } });
}

/** Keeps those no longer to which nobody can apply. */
export async function dropClosed(db: Db, { guildId, userId }: Person, now: Date): Promise<number> {
  return db.$executeRaw`
    DELETE FROM saved_offer WHERE guild_id = ${guildId} AND user_id = ${userId} AND NOT EXISTS (
      SELECT FROM listed_offer WHERE listed_offer.offer_id = saved_offer.offer_id AND expires_at > ${now}::timestamptz)`;
}

export type SavedPage = { offers: readonly Listed[]; page: number; total: number; closed: number };

/** A page of what somebody keeps, the last kept first. */
export async function readSaved(
  db: Db,
  { guildId, userId }: Person,
  { page, now }: { page: number; now: Date },
): Promise<SavedPage> {
  const [counted] = await db.$queryRaw<{ total: number; closed: number }[]>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE listed_offer.expires_at IS NULL OR listed_offer.expires_at <= ${now}::timestamptz)::int AS closed
    FROM saved_offer LEFT JOIN listed_offer USING (offer_id) WHERE saved_offer.guild_id = ${guildId} AND user_id = ${userId}`;
  const { total, closed } = counted ?? { total: 0, closed: 0 };
  const shown = pageIn(page, total);
  const ids = await db.savedOffer.findMany({
    where: { guildId, userId },
    orderBy: [{ savedAt: 'desc' }, { offerId: 'desc' }],
    skip: shown * pageSize,
    take: pageSize,
    select: { offerId: true },
  });
  const offers = await readOffers(
    db,
    { guildId, now },
    ids.map(({ offerId }) => offerId),
  );
  return { offers, page: shown, total, closed };
}
