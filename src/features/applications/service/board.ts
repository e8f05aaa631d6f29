import type { Application } from '../../../../prisma/client/client.ts';
import { type Db, Prisma } from '../../../infra/db.ts';
import { noFile, unknownApplication } from '../messages/application.ts';
import { openStages, type Stage, stages } from '../rules/stage.ts';
import { countDelivered } from './delivered.ts';
import { type By, findOffer, mayAnswer, type OfferFacts, requireAnswerer } from './offer.ts';

/** What a board may show, in the order of its select: what is open, all, or one stage. */
export const filters = ['open', 'all', ...stages.filter((stage) => stage !== 'withdrawn')] as const;

const stagesOf = (filter: number): readonly Stage[] => {
  const chosen = filters[filter] ?? 'open';
  return chosen === 'open' ? openStages : chosen === 'all' ? stages.filter((stage) => stage !== 'withdrawn') : [chosen];
};

/** The name that staff confirmed, else the one shown on the server; null for who was erased. */
const nameSql = Prisma.sql`(
  SELECT CASE WHEN identified_at IS NULL THEN display_name ELSE concat_ws(' ', first_name, last_name) END
  FROM member WHERE member.guild_id = application.guild_id AND member.user_id = application.user_id)`;

export const boardSize = 5;

export type BoardRow = {
  id: number;
  userId: string | null;
  name: string | null;
  stage: Stage;
  sentAt: Date;
  hasCv: boolean;
  isRecommended: boolean;
};
export type Board = {
  offer: OfferFacts;
  filter: number;
  page: number;
  counts: Partial<Record<Stage, number>>;
  total: number;
  rows: BoardRow[];
};

/** A page of the applications to an offer, the oldest first: whoever waits longest. Throws `applications.not_yours`. */
export async function readBoard(
  db: Db,
  by: By,
  { offerId, filter, page }: { offerId: number; filter: number; page: number },
): Promise<Board> {
  const offer = await requireAnswerer(db, by, offerId);
  const counted = await db.$queryRaw<{ stage: Stage; count: number }[]>`/* kept */
    SELECT stage::text AS stage, count(*)::int AS count FROM application WHERE offer_id = ${offerId} GROUP BY stage`;
  const counts: Partial<Record<Stage, number>> = Object.fromEntries(counted.map(({ stage, count }) => [stage, count]));
  const shown = stagesOf(filter);
  const total = shown.reduce((sum, stage) => sum + (counts[stage] ?? 0), 0);
  const last = Math.max(0, Math.ceil(total / boardSize) - 1);
  const at = Math.min(page, last);
  const rows = await db.$queryRaw<BoardRow[]>`/* kept */
    SELECT id, user_id AS "userId", ${nameSql} AS name, stage::text AS stage, sent_at AS "sentAt",
      cv_message_id IS NOT NULL OR EXISTS (SELECT FROM application_file WHERE application_id = application.id) AS "hasCv",
      EXISTS (SELECT FROM recommendation AS said WHERE said.offer_id = application.offer_id AND said.user_id = application.user_id AND state = 'accepted') AS "isRecommended"
    FROM application
    WHERE offer_id = ${offerId} AND stage = ANY (${[...shown]}::application_stage[])
    ORDER BY id LIMIT ${boardSize} OFFSET ${at * boardSize}`;
  return { offer, filter, page: at, counts, total, rows };
}

export type Praise = { by: string | null; words: string };
export type Card = {
  application: Application;
  offer: OfferFacts;
  name: string | null;
  /** Waits to be handed on: Discord does not have it yet, or could not take it. */
  hasFile: boolean;
  /** Direct messages that have all of it, where there was no thread. */
  copies: number;
  praise: Praise[];
};

/** Good words about a person for an offer, to which they agreed. */
const praiseOf = (db: Db, { offerId, userId, guildId }: Application): Promise<Praise[]> => db.$queryRaw`/* kept */
  SELECT words, (SELECT CASE WHEN identified_at IS NULL THEN display_name ELSE concat_ws(' ', first_name, last_name) END
    FROM member WHERE member.guild_id = ${guildId} AND member.user_id = author_id) AS by
  FROM recommendation WHERE offer_id = ${offerId} AND user_id = ${userId} AND state = 'accepted' ORDER BY id LIMIT 3`;

/** An application with all that its card shows; null when there is none. Who may read it is for the caller to say. */
export async function findCard(db: Db, { guildId, id }: { guildId: string; id: number }): Promise<Card | null> {
  const application = await db.application.findFirst({ where: { id, guildId } });
  const offer = application && (await findOffer(db, { guildId, offerId: application.offerId }));
  if (!application || !offer) return null;
  const [[named], files, copies, praise] = await Promise.all([
    db.$queryRaw<{ name: string | null }[]>`/* kept */ SELECT ${nameSql} AS name FROM application WHERE id = ${id}`,
    db.applicationFile.count({ where: { applicationId: id } }),
    countDelivered(db, guildId, id),
    praiseOf(db, application),
  ]);
  return { application, offer, name: named?.name ?? null, hasFile: files > 0, copies, praise };
}

/** The same for who answers the offer. Throws `applications.unknown`. */
export async function readCard(db: Db, by: By, id: number): Promise<Card> {
  const card = await findCard(db, { guildId: by.guildId, id });
  if (!card || !mayAnswer(card.offer, by)) throw unknownApplication();
  return card;
}

/** The file of an application that Discord does not have yet. Throws `applications.unknown`, `applications.no_file`. */
export async function readFile(db: Db, by: By, id: number): Promise<{ name: string; bytes: Uint8Array }> {
  await readCard(db, by, id);
  const file = await db.applicationFile.findUnique({ where: { applicationId: id } });
  if (!file) throw noFile();
  return file;
}

export const mineSize = 4;

export type MineRow = {
  id: number;
  stage: Stage;
  reason: string | null;
  sentAt: Date;
  title: string;
  company: string | null;
  roomId: string | null;
  /** Nothing is left of what was written. */
  isPurged: boolean;
  isOnHold: boolean;
};
export type BoardLine = {
  id: number;
  title: string;
  state: string;
  open: number;
  total: number;
};
/** `last`: the last page there is, from 0. */
export type Boards = { lines: BoardLine[]; total: number; page: number; last: number };
export type Mine = { rows: MineRow[]; total: number; page: number; boards: Boards };

export const boardsSize = 5;

/** Offers that this person answers: their company's, unless staff suspended it, and those that they relay. */
const ownOffers = ({ guildId, actorId }: Pick<By, 'guildId' | 'actorId'>) => Prisma.sql`(
  SELECT id, title, state, published_at FROM offer WHERE guild_id = ${guildId} AND author_id = ${actorId} AND company_id IS NULL
  UNION ALL SELECT offer.id, title, offer.state, published_at
  FROM company_recruiter AS person JOIN company ON company.id = person.company_id AND company.state IN ('verified', 'lapsed')
  JOIN offer ON offer.company_id = company.id
  WHERE person.guild_id = ${guildId} AND person.user_id = ${actorId} AND person.left_at IS NULL)`;

/** A page of those that have or may have applications, where somebody waits first. What is counted is counted for this page alone. */
export async function boardsOf(db: Db, by: Pick<By, 'guildId' | 'actorId'>, page: number): Promise<Boards> {
  const shown = Prisma.sql`state IN ('published', 'hidden')
    OR (state = 'closed' AND EXISTS (SELECT FROM application WHERE offer_id = own.id AND stage <> 'withdrawn'))`;
  const [counted] = await db.$queryRaw<
    { total: number }[]
  >`SELECT count(*)::int AS total FROM ${ownOffers(by)} AS own WHERE ${shown}`;
  const total = counted?.total ?? 0;
  const last = Math.max(0, Math.ceil(total / boardsSize) - 1);
  const at = Math.min(page, last);
  const lines = await db.$queryRaw<BoardLine[]>`
    SELECT shown.id, title, state::text AS state, counted.open, counted.total
    FROM (
      SELECT *, EXISTS (SELECT FROM application WHERE offer_id = own.id AND closed_at IS NULL) AS waits FROM ${ownOffers(by)} AS own WHERE ${shown}
      ORDER BY waits DESC, state = 'closed', published_at DESC, id DESC LIMIT ${boardsSize} OFFSET ${at * boardsSize}
    ) AS shown, LATERAL (
      SELECT count(*) FILTER (WHERE stage IN ('sent', 'seen', 'interview', 'offer'))::int AS open, count(*)::int AS total
      FROM application WHERE offer_id = shown.id AND stage <> 'withdrawn') AS counted
    ORDER BY waits DESC, state = 'closed', published_at DESC, shown.id DESC`;
  return { lines, total, page: at, last };
}

/** A page of one's own applications, the last first, and the boards of one's own offers. */
export async function readMine(db: Db, by: By, page: number, boardsPage = 0): Promise<Mine> {
  const { guildId, actorId } = by;
  const where = { guildId, userId: actorId };
  const [total, boards] = await Promise.all([db.application.count({ where }), boardsOf(db, by, boardsPage)]);
  const at = Math.min(page, Math.max(0, Math.ceil(total / mineSize) - 1));
  const rows = await db.$queryRaw<MineRow[]>`
    SELECT application.id, stage::text AS stage, application.reason, application.sent_at AS "sentAt", title, coalesce(company.name, relayed_for) AS company,
      room_channel_id AS "roomId", purged_at IS NOT NULL AS "isPurged", offer.state = 'hidden' AND application.closed_at IS NULL AS "isOnHold"
    FROM application JOIN offer ON offer.id = offer_id LEFT JOIN company ON company.id = company_id
    WHERE application.guild_id = ${guildId} AND user_id = ${actorId}
    ORDER BY application.id DESC LIMIT ${mineSize} OFFSET ${at * mineSize}`;
  return { rows, total, page: at, boards };
}

/** One's own application, to ask whether it shall be withdrawn. Throws `applications.unknown`. */
export async function readOwn(
  db: Db,
  { guildId, actorId }: By,
  id: number,
): Promise<{ id: number; title: string; stage: Stage; isPurged: boolean }> {
  const found = await db.application.findFirst({
    where: { id, guildId, userId: actorId },
    select: { id: true, stage: true, purgedAt: true, offer: { select: { title: true } } },
  });
  if (!found) throw unknownApplication();
  return { id, title: found.offer.title, stage: found.stage, isPurged: found.purgedAt !== null };
}

/** More are not counted: the answer would be the same. */
export const mostCounted = 99;

/** What waits for somebody: applications to their offers, up to one more than `mostCounted`, and their own that are open. */
export async function countOpen(db: Db, by: Pick<By, 'guildId' | 'actorId'>): Promise<{ toAnswer: number; own: number }> {
  const { guildId, actorId } = by;
  const [[waiting], own] = await Promise.all([
    db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM (
        SELECT FROM ${ownOffers(by)} AS own JOIN application ON offer_id = own.id AND stage IN ('sent', 'seen')
        WHERE own.state IN ('published', 'hidden', 'closed') LIMIT ${mostCounted + 1}) AS waiting`,
    db.application.count({ where: { guildId, userId: actorId, closedAt: null } }),
  ]);
  return { toAnswer: waiting?.count ?? 0, own };
}
