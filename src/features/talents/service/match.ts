import { type Db, enqueueAll, lock, Prisma, type Tx } from '../../../infra/db.ts';
import { type Fit, fitOf } from '../../../kernel/fit.ts';
import { dateOf } from '../../promos/service/day.ts';
import { leastFit, mostTold } from '../rules/limit.ts';
import { noticeTask } from '../wire.ts';
import { findProfile } from './profile.ts';
import { demandOf, fitsAtAll, rarityAmong, scoreSql } from './rank.ts';

const { sql } = Prisma;

export type Matched = { guildId: string; offerId: number; today: string; now: Date };

/** The best of those who want to be told, were not told of anything today, and are not kept from it by what they said. */
async function bestFor(tx: Tx, { guildId, offerId, today }: Matched): Promise<string[]> {
  const offer = await tx.offer.findFirst({ where: { id: offerId, guildId, state: 'published' } });
  if (!offer) return [];
  const demand = demandOf(offer);
  const at = { rarity: await rarityAmong(tx, guildId, demand.skillKeys), today: dateOf(today) };
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    SELECT user_id AS "userId" FROM (
      SELECT user_id, ${scoreSql(demand, at)} AS score FROM talent_profile AS profile
      WHERE guild_id = ${guildId} AND is_open AND tells_offers AND user_id IS DISTINCT FROM ${offer.authorId}::text AND ${fitsAtAll(demand, leastFit)}
        AND NOT EXISTS (
          SELECT FROM talent_notice AS told WHERE told.guild_id = profile.guild_id AND told.user_id = profile.user_id AND told.day = ${today}::date)
        AND NOT EXISTS (
          SELECT FROM talent_block AS block
          WHERE block.guild_id = profile.guild_id AND block.user_id = profile.user_id AND block.company_id = ${offer.companyId}::int)
    ) AS ranked
    ${sql`WHERE score >= ${leastFit}::float8`} ORDER BY score DESC, hashtextextended(user_id, ${offerId}) LIMIT ${mostTold}`;
  return rows.map(({ userId }) => userId);
}

/** Writes down, once an offer, who is told of it, and promises to tell them: each at most once a day, which the database keeps. */
export const matchOffer = (db: Db, matched: Matched): Promise<number> =>
  db.$transaction(async (tx) => {
    const { guildId, offerId, today, now } = matched;
    await lock(tx, `talents.match:${offerId}`);
    if ((await tx.talentNotice.count({ where: { offerId } })) > 0) return 0;
    const people = await bestFor(tx, matched);
    const notices = await tx.talentNotice.createManyAndReturn({
      data: people.map((userId) => ({ guildId, userId, offerId, day: dateOf(today), createdAt: now })),
      skipDuplicates: true,
      select: { id: true },
    });
    await enqueueAll(
      tx,
      noticeTask,
      notices.map(({ id }) => ({ payload: { guildId, noticeId: id }, key: String(id) })),
    );
    return notices.length;
  });

export type MatchNotice = { id: number; guildId: string; userId: string; locale: string; offer: MatchedOffer; fit: Fit };
export type MatchedOffer = {
  id: number;
  title: string;
  contract: string | null;
  city: string | null;
  department: string | null;
  remote: 'none' | 'partial' | 'full' | null;
  company: string;
  channelId: string | null;
  threadId: string | null;
};

/** What to tell, and why; null when it is told, or no longer worth telling. */
export async function findNotice(
  db: Db,
  { guildId, noticeId, today }: { guildId: string; noticeId: number; today: string },
): Promise<MatchNotice | null> {
  const notice = await db.talentNotice.findFirst({
    where: { id: noticeId, guildId, toldAt: null },
    include: { offer: { include: { company: { select: { name: true } } } } },
  });
  if (notice?.offer.state !== 'published') return null;
  const { userId, offer } = notice;
  const profile = await findProfile(db, { guildId, userId });
  if (!profile?.isOpen || !profile.tellsOffers) return null;
  const demand = demandOf(offer);
  const rarity = await rarityAmong(db, guildId, demand.skillKeys);
  return {
    id: notice.id,
    guildId,
    userId,
    locale: profile.locale,
    offer: { ...offer, company: offer.company?.name ?? offer.relayedFor ?? '' },
    fit: fitOf(profile, demand, { rarity, today: dateOf(today) }),
  };
}

export const recordTold = (db: Db, id: number, now: Date) =>
  db.talentNotice.updateMany({ where: { id, toldAt: null }, data: { toldAt: now } });

/** The last offer of which somebody was told and that is still open, for *Mon espace*. */
export const lastMatch = async (db: Db, { guildId, userId, since }: { guildId: string; userId: string; since: Date }) =>
  (
    await db.talentNotice.findFirst({
      where: { guildId, userId, createdAt: { gte: since }, offer: { state: 'published' } },
      orderBy: { createdAt: 'desc' },
      select: { offer: { select: { id: true, title: true } } },
    })
  )?.offer ?? null;
