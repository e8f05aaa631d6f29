import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { hiringKey } from '../../../kernel/hiring.ts';
import { cardTask } from '../wire.ts';
import { type Company, type CompanyKey, factsOf, findCompany, getCompany, leadOrder, type Recruiter } from './company.ts';
import type { CompanyEvent } from './event.ts';

/** Lines of the history that the card shows. */
const shownEvents = 6;

/** A company with all that staff read of it. */
export type CompanyCard = {
  company: Company;
  recruiters: Recruiter[];
  /** Newest first. */
  events: CompanyEvent[];
  /** Names of other establishments of the same company. */
  siblings: string[];
  wasRefused: boolean;
  /** Names of those that had its SIRET before, and that nobody answered for any more. */
  replaces: string[];
  /** Ids of those who are asked to join. */
  invited: string[];
};

export async function describeCompany(db: Db, company: Company): Promise<CompanyCard> {
  const { id: companyId, guildId } = company;
  const { siret } = factsOf(company, { proposed: true });
  const [recruiters, events, alike, invitations] = await Promise.all([
    db.companyRecruiter.findMany({ where: { companyId, leftAt: null }, orderBy: leadOrder }),
    db.companyEvent.findMany({ where: { companyId }, orderBy: { id: 'desc' }, take: shownEvents }),
    db.$queryRaw<{ name: string; state: string; siret: string; isReplaced: boolean }[]>`
      SELECT name, state, siret, replaced_at IS NOT NULL AS "isReplaced" FROM company
      WHERE guild_id = ${guildId} AND left(siret, 9) = ${siret.slice(0, 9)} AND id <> ${companyId} ORDER BY siret <> ${siret}, id LIMIT 10`,
    db.companyInvitation.findMany({ where: { companyId, endedAt: null }, orderBy: { id: 'asc' }, select: { userId: true } }),
  ]);
  return {
    company,
    recruiters,
    events,
    siblings: alike.flatMap(({ name, state, isReplaced }) => (state === 'refused' || isReplaced ? [] : [name])),
    wasRefused: alike.some((one) => one.state === 'refused' && one.siret === siret),
    replaces: alike.flatMap((one) => (one.isReplaced && one.siret === siret && company.replacedAt === null ? [one.name] : [])),
    invited: invitations.map(({ userId }) => userId),
  };
}

/** Throws `companies.unknown`. */
export const getCard = async (db: Db, key: CompanyKey): Promise<CompanyCard> => describeCompany(db, await getCompany(db, key));

/** Null when there is nothing to show any more. */
export async function findCard(db: Db, key: CompanyKey): Promise<CompanyCard | null> {
  const company = await findCompany(db, key);
  return company && describeCompany(db, company);
}

/** Where the card is. False when another try had recorded one already, which may show an older state. */
export async function recordCard(
  db: Db,
  { companyId, former, channelId, messageId }: { companyId: number; former: string | null; channelId: string; messageId: string },
): Promise<boolean> {
  const { count } = await db.company.updateMany({
    where: { id: companyId, cardMessageId: former },
    data: { cardChannelId: channelId, cardMessageId: messageId },
  });
  return count > 0;
}

const enqueueCards = (tx: Tx | Db, companies: readonly { id: number; guildId: string }[]): Promise<void> =>
  enqueueAll(
    tx,
    cardTask,
    companies.map(({ id, guildId }) => ({ payload: { guildId, companyId: id }, key: String(id) })),
  );

/** Companies that wait without a card where staff look for it: there was no channel, or another is bound now. */
export async function promiseMissingCards(tx: Tx, guildId: string | null = null): Promise<void> {
  await enqueueCards(
    tx,
    await tx.$queryRaw`
      SELECT company.id, company.guild_id AS "guildId" FROM company
      JOIN channel_binding AS bound ON bound.guild_id = company.guild_id AND bound.key = ${hiringKey}
      WHERE (state IN ('pending', 'asked') OR review IS NOT NULL) AND (${guildId}::text IS NULL OR company.guild_id = ${guildId})
        AND (card_message_id IS NULL OR card_channel_id <> bound.channel_id)
        AND NOT EXISTS (SELECT FROM guild WHERE guild.id = company.guild_id AND guild.left_at IS NOT NULL)`,
  );
}

/** Messages of a server were deleted: cards of companies that wait for somebody come back. */
export async function restoreCards(db: Db, { guildId, messageIds }: { guildId: string; messageIds: string[] }): Promise<void> {
  const lost = await db.company.findMany({
    where: {
      guildId,
      cardMessageId: { in: messageIds },
      OR: [{ state: { in: ['pending', 'asked'] } }, { review: { not: null } }],
    },
    select: { id: true, guildId: true },
  });
  await enqueueCards(db, lost);
}

/** Companies that wait for staff. */
export const countWaiting = (db: Db, guildId: string): Promise<number> =>
  db.company.count({ where: { guildId, OR: [{ state: 'pending' }, { review: 'staff' }] } });

/** One company of the staff's queue; `at` begins at 0. */
export type QueuePage = { card: CompanyCard | null; at: number; total: number };

/** The one at that place of the queue, oldest first, or the last one when the queue is shorter by now. */
export async function readQueue(db: Db, { guildId, at }: { guildId: string; at: number }): Promise<QueuePage> {
  const total = await countWaiting(db, guildId);
  const shown = Math.max(0, Math.min(at, total - 1));
  const company = await db.company.findFirst({
    where: { guildId, OR: [{ state: 'pending' }, { review: 'staff' }] },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    skip: shown,
  });
  return { card: company && (await describeCompany(db, company)), at: shown, total };
}

/** What everybody may read of a verified company. */
export type PublicCompany = { company: Company; openOffers: number };

export const describePublic = async (db: Db, company: Company, now: Date): Promise<PublicCompany> => ({
  company,
  openOffers: await db.offer.count({ where: { companyId: company.id, state: 'published', expiresAt: { gt: now } } }),
});
