import type { Db, Tx } from '../../../infra/db.ts';
import { isDepartment, regionOf } from '../../../kernel/place.ts';
import { mostAwake } from '../rules/life.ts';
import { findOffer, type Offer, type OfferKey, promiseCard, promisePosts } from './offer.ts';

/** An offer whose post is to be made, kept or closed; null when there is nothing to show or to close. */
export async function findPosting(db: Db, key: OfferKey): Promise<Offer | null> {
  const offer = await findOffer(db, key);
  if (!offer || offer.publishedAt === null) return null;
  const hasPost = offer.threadId !== null || offer.begunAt !== null;
  const isWanted = offer.state === 'published' && offer.lostAt === null;
  return hasPost || isWanted ? offer : null;
}

/** Before the post is made: whoever dies then looks for it. */
export async function beginPost(db: Db, { id, begunAt }: Offer, now: Date): Promise<Date> {
  if (begunAt) return begunAt;
  await db.offer.updateMany({ where: { id, begunAt: null }, data: { begunAt: now } });
  return now;
}

export async function recordPost(
  db: Db,
  { offerId, channelId, threadId }: { offerId: number; channelId: string; threadId: string },
): Promise<void> {
  await db.offer.updateMany({ where: { id: offerId }, data: { channelId, threadId } });
}

/** What its post shows since this moment, and how its thread looks. */
export async function recordShown(
  db: Db,
  { offerId, shown, looks, now }: { offerId: number; shown: string; looks: string; now: Date },
): Promise<void> {
  await db.offer.updateMany({ where: { id: offerId }, data: { shown, looks, checkedAt: now } });
}

/** True for a post that need not be at the top of its forum: many are newer. */
export async function maySleep(db: Db, { guildId, publishedAt }: Offer): Promise<boolean> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM offer WHERE guild_id = ${guildId} AND state = 'published' AND published_at > ${publishedAt} LIMIT ${mostAwake}
    ) AS newer`;
  return (row?.count ?? 0) >= mostAwake;
}

/** A creation that was begun and of which nothing is to be found: the next one has another key. */
export async function forgetBegun(db: Db, offerId: number): Promise<void> {
  await db.offer.updateMany({ where: { id: offerId, threadId: null }, data: { begunAt: null } });
}

/** Regions of the open offers of a server, the most frequent first. */
export async function regionsInUse(db: Db, guildId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ department: string; count: number }[]>`
    SELECT department, count(*)::int AS count FROM offer
    WHERE guild_id = ${guildId} AND state = 'published' AND department IS NOT NULL GROUP BY department`;
  const counts = new Map<string, number>();
  for (const { department, count } of rows) {
    if (!isDepartment(department)) continue;
    const region = regionOf(department);
    counts.set(region, (counts.get(region) ?? 0) + count);
  }
  return [...counts].sort(([a, many], [b, few]) => few - many || a.localeCompare(b, 'fr')).map(([region]) => region);
}

/** The offers whose posts gain a tag which their forum did not have. */
export async function promiseRegions(tx: Tx, guildId: string, departments: readonly string[]): Promise<void> {
  const offers = await tx.offer.findMany({
    where: { guildId, state: 'published', department: { in: [...departments] }, threadId: { not: null } },
    select: { id: true, guildId: true },
  });
  if (offers.length === 0) return;
  await tx.offer.updateMany({ where: { id: { in: offers.map(({ id }) => id) } }, data: { shown: null } });
  await promisePosts(tx, offers);
}

export type Compared = {
  id: number;
  guildId: string;
  threadId: string | null;
  state: string;
  shown: string | null;
  looks: string | null;
  checkedAt: Date | null;
};

/** A compared one, and how many published ones are newer. */
export type Placed = Compared & { newer: number };

/** Every open offer of a server, the closed ones whose post does not say so yet, and those whose post is among the `awake` ones. */
export const findCompared = (db: Db, guildId: string, awake: readonly string[]): Promise<Placed[]> => db.$queryRaw`
  SELECT id, guild_id AS "guildId", thread_id AS "threadId", state::text, shown, looks, checked_at AS "checkedAt",
    (rank() OVER (PARTITION BY state ORDER BY published_at DESC))::int - 1 AS newer
  FROM offer
  WHERE guild_id = ${guildId} AND lost_at IS NULL
    AND (state = 'published' OR (state IN ('hidden', 'closed') AND thread_id IS NOT NULL AND (shown IS NULL OR checked_at IS NULL))
      OR (state IN ('hidden', 'closed') AND thread_id = ANY (${[...awake]}::text[])))
  ORDER BY checked_at NULLS FIRST, id`;

/** These are looked at again, whatever their posts are thought to show. */
export const promiseLook = (db: Db, offers: readonly Pick<Compared, 'id' | 'guildId'>[]): Promise<void> =>
  db.$transaction(async (tx) => {
    if (offers.length === 0) return;
    await tx.offer.updateMany({ where: { id: { in: offers.map(({ id }) => id) } }, data: { checkedAt: null } });
    await promisePosts(tx, offers);
  });

/** Events name posts: one of ours, or of nobody's. */
export const findByThread = (db: Db, guildId: string, threadId: string): Promise<Compared | null> =>
  db.offer.findFirst({
    where: { guildId, threadId },
    select: { id: true, guildId: true, threadId: true, state: true, shown: true, looks: true, checkedAt: true },
  });

/** The words of all posts changed, with the language of the server. */
export async function redrawAll(tx: Tx, guildId: string): Promise<void> {
  await tx.offer.updateMany({
    where: { guildId, threadId: { not: null }, state: { in: ['published', 'hidden'] } },
    data: { shown: null },
  });
}

/** Where the card is. False when another try had recorded one already. */
export async function recordCard(
  db: Db,
  { offerId, former, channelId, messageId }: { offerId: number; former: string | null; channelId: string; messageId: string },
): Promise<boolean> {
  const { count } = await db.offer.updateMany({
    where: { id: offerId, cardMessageId: former },
    data: { cardChannelId: channelId, cardMessageId: messageId },
  });
  return count > 0;
}

/** Whether its author could be told what became of it: the card of the staff says when not. */
export const recordReach = (
  db: Db,
  { id, guildId }: Offer,
  { isReached, now }: { isReached: boolean; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.offer.updateMany({
      where: { id, untoldAt: isReached ? { not: null } : null },
      data: { untoldAt: isReached ? null : now },
    });
    if (count > 0) await promiseCard(tx, { guildId, id });
  });
