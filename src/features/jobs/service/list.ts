import type { Offer as Row } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { hiringKey } from '../../../kernel/hiring.ts';
import { fold } from '../../../kernel/text.ts';
import { expiryNotice, reviewTarget } from '../rules/life.ts';
import { cardTask, remindStaffTask } from '../wire.ts';
import { companyFields, type Offer } from './offer.ts';

/** The predicate of the index `offer_waiting`. */
const waiting = Prisma.sql`(state = 'pending' OR (state = 'published' AND decided_at IS NULL) OR proposed_at IS NOT NULL OR flagged_at IS NOT NULL OR (state = 'hidden' AND reported_at IS NOT NULL))`;

/** What is new of it, and waits since then. */
const waitsSince = Prisma.sql`coalesce(proposed_at, reported_at, flagged_at, submitted_at)`;

export async function countWaiting(db: Db | Tx, guildId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM offer WHERE guild_id = ${guildId} AND ${waiting}`;
  return row?.count ?? 0;
}

/** The id at that place of the staff's queue, the oldest first, or the last one when the queue is shorter by now. */
export async function readQueue(
  db: Db,
  { guildId, at }: { guildId: string; at: number },
): Promise<{ offerId: number | null; at: number; total: number }> {
  const total = await countWaiting(db, guildId);
  const shown = Math.max(0, Math.min(at, total - 1));
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM offer WHERE guild_id = ${guildId} AND ${waiting}
    ORDER BY ${waitsSince}, id LIMIT 1 OFFSET ${shown}`;
  return { offerId: row?.id ?? null, at: shown, total };
}

/** Asks to tell staff, once an offer, of those that wait for more than 48 hours. */
export async function promiseStaffReminders(tx: Tx, now: Date): Promise<void> {
  const late = new Date(now.getTime() - reviewTarget);
  const due = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT DISTINCT guild_id AS "guildId" FROM offer
    WHERE ${waiting} AND staff_told_at IS NULL AND ${waitsSince} <= ${late}
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = guild_id AND guild.left_at IS NOT NULL)`;
  await enqueueAll(
    tx,
    remindStaffTask,
    due.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
}

export type LateOffers = { total: number; ids: number[]; titles: string[] };

/** Those that staff were not told of yet, among all that are late; null when there is none. */
export async function findLate(db: Db, { guildId, now }: { guildId: string; now: Date }): Promise<LateOffers | null> {
  const late = new Date(now.getTime() - reviewTarget);
  const rows = await db.$queryRaw<{ id: number; title: string; told: boolean }[]>`
    SELECT id, title, staff_told_at IS NOT NULL AS told FROM offer
    WHERE guild_id = ${guildId} AND ${waiting} AND ${waitsSince} <= ${late}
    ORDER BY ${waitsSince}, id`;
  if (rows.every(({ told }) => told)) return null;
  return { total: rows.length, ids: rows.map(({ id }) => id), titles: rows.slice(0, 10).map(({ title }) => title) };
}

export async function recordLate(db: Db, ids: readonly number[], now: Date): Promise<void> {
  await db.offer.updateMany({ where: { id: { in: [...ids] }, staffToldAt: null }, data: { staffToldAt: now } });
}

/** Offers that wait without a card where staff look for it: there was no channel, another is bound now, or a task gave up. */
export async function promiseMissingCards(tx: Tx, guildId?: string): Promise<void> {
  const missing = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT offer.id, offer.guild_id AS "guildId" FROM offer
    JOIN channel_binding AS bound ON bound.guild_id = offer.guild_id AND bound.key = ${hiringKey}
    WHERE ${waiting} AND (card_message_id IS NULL OR card_channel_id <> bound.channel_id)
      AND (${guildId ?? null}::text IS NULL OR offer.guild_id = ${guildId ?? null})
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = offer.guild_id AND guild.left_at IS NOT NULL) LIMIT 500`;
  await enqueueCards(tx, missing);
}

/** Messages of a server were deleted: cards of offers that wait for staff come back. */
export async function restoreCards(db: Db, { guildId, messageIds }: { guildId: string; messageIds: string[] }): Promise<void> {
  await enqueueCards(
    db,
    await db.$queryRaw`
      SELECT id, guild_id AS "guildId" FROM offer
      WHERE guild_id = ${guildId} AND ${waiting} AND card_message_id = ANY (${messageIds}::text[])`,
  );
}

const enqueueCards = (db: Db | Tx, offers: readonly { id: number; guildId: string }[]): Promise<void> =>
  enqueueAll(
    db,
    cardTask,
    offers.map(({ id, guildId }) => ({ payload: { guildId, offerId: id }, key: String(id) })),
  );

export const pageSize = 8;

export type MinePage = { offers: Offer[]; page: number; pages: number; total: number };

/** What its author can act on comes first: asked, drafts, refused, then what waits, what is open, and what has ended. */
export async function readMine(
  db: Db,
  { guildId, userId, page }: { guildId: string; userId: string; page: number },
): Promise<MinePage> {
  const total = await db.offer.count({ where: { guildId, authorId: userId } });
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const shown = Math.max(0, Math.min(page, pages - 1));
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM offer WHERE guild_id = ${guildId} AND author_id = ${userId}
    ORDER BY array_position(ARRAY['asked', 'draft', 'refused', 'hidden', 'pending', 'published', 'closed'], state::text),
      coalesce(closed_at, touched_at, created_at) DESC, id DESC
    LIMIT ${pageSize} OFFSET ${shown * pageSize}`;
  const found = await db.offer.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    include: { company: { select: companyFields } },
  });
  const byId = new Map(found.map((offer) => [offer.id, offer]));
  return { offers: rows.flatMap(({ id }) => byId.get(id) ?? []), page: shown, pages, total };
}

export type Mine = { drafts: number; asked: number; lost: number; ending: number; open: number };

export async function countMine(db: Db, { guildId, userId, now }: { guildId: string; userId: string; now: Date }): Promise<Mine> {
  const soon = new Date(now.getTime() + expiryNotice);
  const [row] = await db.$queryRaw<Mine[]>`
    SELECT count(*) FILTER (WHERE state IN ('draft', 'refused'))::int AS drafts,
      count(*) FILTER (WHERE state = 'asked' OR (changes IS NOT NULL AND state IN ('published', 'hidden')))::int AS asked,
      count(*) FILTER (WHERE lost_at IS NOT NULL AND state = 'published')::int AS lost,
      count(*) FILTER (WHERE state = 'published' AND lost_at IS NULL AND expires_at <= ${soon})::int AS ending,
      count(*) FILTER (WHERE state IN ('published', 'hidden', 'pending'))::int AS open
    FROM offer WHERE guild_id = ${guildId} AND author_id = ${userId}`;
  return row ?? { drafts: 0, asked: 0, lost: 0, ending: 0, open: 0 };
}

export type Proposed = Pick<Row, 'id' | 'title' | 'state'> & { employer: string };

const proposals = 25;
/** Among which a common word is looked for first. */
const newestOffers = 500;

const likesOf = (text: string): string[] =>
  fold(text)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 5)
    .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);

type Search = { guildId: string; text: string; authorId?: string; states: readonly Row['state'][] };

/** Words of the title or the company, in any order, accents aside: among the open offers, or all of one author's in these states. */
export const proposeOffers = (db: Db, { guildId, text, authorId, states }: Search): Promise<Proposed[]> =>
  authorId === undefined ? proposeOpen(db, guildId, likesOf(text)) : proposeOwn(db, { guildId, authorId, states }, likesOf(text));

const proposedColumns = Prisma.sql`offer.id, offer.title, offer.state::text AS state, coalesce(company.name, offer.relayed_for, '') AS employer`;

/** Each word is looked for by an index: in the titles by trigrams, in the companies first, which are few. */
async function proposeOpen(db: Db, guildId: string, likes: readonly string[]): Promise<Proposed[]> {
  const conditions = await Promise.all(
    likes.map(async (like) => {
      const named = await db.$queryRaw<{ id: number }[]>`
        SELECT id FROM company WHERE guild_id = ${guildId} AND fold(name) LIKE ${like} LIMIT 200`;
      return Prisma.sql`(fold(offer.title) LIKE ${like} OR offer.company_id = ANY (${named.map(({ id }) => id)}::int[]))`;
    }),
  );
  const fits = conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`;
  const found = (hits: Prisma.Sql) => db.$queryRaw<Proposed[]>`
    WITH hit AS MATERIALIZED (${hits})
    SELECT ${proposedColumns} FROM hit AS offer LEFT JOIN company ON company.id = offer.company_id
    ORDER BY offer.published_at DESC, offer.id DESC LIMIT ${proposals}`;
  // A word that many have is in the newest; for one that few have the index is quick.
  const newest = await found(Prisma.sql`
    SELECT * FROM (
      SELECT * FROM offer WHERE guild_id = ${guildId} AND state = 'published' ORDER BY published_at DESC, id DESC LIMIT ${newestOffers}
    ) AS offer WHERE ${fits}`);
  if (newest.length === proposals) return newest;
  return found(Prisma.sql`
    SELECT id, title, state, company_id, relayed_for, published_at FROM offer
    WHERE guild_id = ${guildId} AND state = 'published' AND ${fits}`);
}

const proposeOwn = (
  db: Db,
  { guildId, authorId, states }: Required<Omit<Search, 'text'>>,
  likes: readonly string[],
): Promise<Proposed[]> =>
  db.$queryRaw`
    SELECT ${proposedColumns} FROM offer LEFT JOIN company ON company.id = offer.company_id
    WHERE offer.guild_id = ${guildId} AND offer.author_id = ${authorId} AND offer.state::text = ANY (${[...states]}::text[])
      AND fold(offer.title || ' ' || coalesce(company.name, offer.relayed_for, '')) LIKE ALL (${[...likes]}::text[])
    ORDER BY offer.published_at DESC NULLS LAST, offer.id DESC LIMIT ${proposals}`;

/** The closest of what was typed without choosing a proposal; null when none or several fit. */
export async function chooseOffer(db: Db, where: Search): Promise<number | null> {
  const found = await proposeOffers(db, where);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
