import type { MentoringEnd } from '../../../../prisma/client/client.ts';
import { type Db, Prisma } from '../../../infra/db.ts';
import { type Theme, themes } from '../../../kernel/mentoring.ts';
import { day } from '../../../kernel/time.ts';
import { calledSql } from '../../mentors/service/name.ts';
import { unknownEnd, unknownPair, unknownPerson, unknownPromo } from '../messages.ts';
import { pageSize } from '../rules.ts';
import { type Asked, type Silence, silentSince } from './dashboard.ts';

type Page = { page: number };
type Paged<T> = { rows: T[]; total: number; page: number };
type Read = Pick<Asked, 'guildId' | 'now'> & Silence & Page;

/** Null for who is not known any more. */
const nameOf = (userId: Prisma.Sql) => Prisma.sql`(
  SELECT ${calledSql} FROM member WHERE member.guild_id = one.guild_id AND member.user_id = ${userId})`;

/** The promo in which somebody learns, or learned last. */
const promoOf = (guildId: Prisma.Sql, userId: Prisma.Sql) => Prisma.sql`(
  SELECT promo.id, promo.name FROM promo_member AS person JOIN promo ON promo.id = person.promo_id
  WHERE person.guild_id = ${guildId} AND person.user_id = ${userId} AND person.part = 'learner'
  ORDER BY person.left_at IS NULL DESC, person.added_at DESC, person.id DESC LIMIT 1)`;

/** The page that exists nearest to the one asked for. */
function paged<T>(rows: T[], total: number, page: number): Paged<T> {
  return { rows, total, page: Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1)) };
}

async function countOf(db: Db, from: Prisma.Sql): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total ${from}`;
  return row?.total ?? 0;
}

const bounds = (total: number, page: number) =>
  Prisma.sql`LIMIT ${pageSize} OFFSET ${Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1)) * pageSize}`;

export type WaitingRow = {
  id: number;
  userId: string;
  name: string | null;
  promo: string | null;
  createdAt: Date;
  /** Mentors whom they asked and who have not answered, or who are next. */
  asking: number;
  /** Mentors who said no, or nothing. */
  refused: number;
};

const readWaiting = (db: Db, which: Prisma.Sql): Promise<WaitingRow[]> => db.$queryRaw`
    SELECT one.id, user_id AS "userId", ${nameOf(Prisma.sql`one.user_id`)} AS name, promo.name AS promo, created_at AS "createdAt",
      asked.asking, asked.refused
    FROM (SELECT * FROM mentoring_request WHERE state = 'waiting' AND ${which}) AS one
    LEFT JOIN LATERAL ${promoOf(Prisma.sql`one.guild_id`, Prisma.sql`one.user_id`)} AS promo ON true,
    LATERAL (
      SELECT count(*) FILTER (WHERE state IN ('queued', 'asked', 'question'))::int AS asking,
        count(*) FILTER (WHERE state IN ('declined', 'expired'))::int AS refused
      FROM mentoring_ask WHERE request_id = one.id) AS asked
    ORDER BY one.created_at, one.id`;

/** Learners without a mentor, the one who has waited longest first. */
export async function listWaiting(db: Db, { guildId, page }: Pick<Read, 'guildId' | 'page'>): Promise<Paged<WaitingRow>> {
  const total = await db.mentoringRequest.count({ where: { guildId, state: 'waiting' } });
  const rows = await readWaiting(db, Prisma.sql`guild_id = ${guildId} ORDER BY created_at, id ${bounds(total, page)}`);
  return paged(rows, total, page);
}

/** One of them; throws `mentorstats.unknown_person` for whoever waits no more. */
export async function getWaiting(db: Db, { guildId, requestId }: { guildId: string; requestId: number }): Promise<WaitingRow> {
  const [row] = await readWaiting(db, Prisma.sql`guild_id = ${guildId} AND id = ${requestId}`);
  if (!row) throw unknownPerson();
  return row;
}

export type PairRow = {
  id: number;
  mentorId: string;
  learnerId: string;
  mentor: string | null;
  learner: string | null;
  promo: string | null;
  state: 'active' | 'paused';
  createdAt: Date;
  activeAt: Date;
  pausedUntil: Date | null;
  coordinatorId: string | null;
  threadId: string | null;
  done: number;
  next: Date | null;
};

/** Which pairs a list shows. */
export type PairFilter = 'pairs' | 'quiet' | 'silent' | 'paused';

function pairsIn(filter: PairFilter, asked: Read): Prisma.Sql {
  const { quiet, silent } = silentSince(asked);
  return {
    pairs: Prisma.sql`state <> 'ended'`,
    quiet: Prisma.sql`state = 'active' AND active_at <= ${quiet} AND active_at > ${silent}`,
    silent: Prisma.sql`state = 'active' AND active_at <= ${silent}`,
    paused: Prisma.sql`state = 'paused'`,
  }[filter];
}

const pairFields = Prisma.sql`one.id, one.mentor_id AS "mentorId", one.learner_id AS "learnerId",
  ${nameOf(Prisma.sql`one.mentor_id`)} AS mentor, ${nameOf(Prisma.sql`one.learner_id`)} AS learner, promo.name AS promo,
  one.state::text AS state, one.created_at AS "createdAt", one.active_at AS "activeAt", one.paused_until AS "pausedUntil",
  one.coordinator_id AS "coordinatorId", one.thread_id AS "threadId", met.done, met.next`;
const pairJoins = (now: Date) => Prisma.sql`
  LEFT JOIN LATERAL ${promoOf(Prisma.sql`one.guild_id`, Prisma.sql`one.learner_id`)} AS promo ON true,
  LATERAL (
    SELECT count(*) FILTER (WHERE state = 'done')::int AS done, min(starts_at) FILTER (WHERE state = 'planned' AND starts_at > ${now}) AS next
    FROM mentoring_session WHERE pair_id = one.id) AS met`;

/** The pairs of a list, the one that has been silent longest first. */
export async function listPairs(db: Db, filter: PairFilter, asked: Read): Promise<Paged<PairRow>> {
  const from = Prisma.sql`FROM mentoring_pair AS one WHERE guild_id = ${asked.guildId} AND state <> 'ended' AND ${pairsIn(filter, asked)}`;
  const total = await countOf(db, from);
  const rows = await db.$queryRaw<PairRow[]>`
    SELECT ${pairFields} FROM (SELECT * ${from} ORDER BY active_at, id ${bounds(total, asked.page)}) AS one ${pairJoins(asked.now)}
    ORDER BY one.active_at, one.id`;
  return paged(rows, total, asked.page);
}

/** Those that go on of one mentor, of whom there are as many as their seats. */
export const listPairsOf = (
  db: Db,
  { guildId, mentorId, now }: { guildId: string; mentorId: string; now: Date },
): Promise<PairRow[]> => db.$queryRaw`
  SELECT ${pairFields} FROM mentoring_pair AS one ${pairJoins(now)}
  WHERE one.guild_id = ${guildId} AND one.mentor_id = ${mentorId} AND one.state <> 'ended' ORDER BY one.active_at, one.id`;

/** A pair that goes on; throws `mentorstats.unknown_pair` for any other. */
export async function getPair(
  db: Db,
  { guildId, pairId, now }: { guildId: string; pairId: number; now: Date },
): Promise<PairRow> {
  const [row] = await db.$queryRaw<PairRow[]>`
    SELECT ${pairFields} FROM mentoring_pair AS one ${pairJoins(now)} WHERE one.guild_id = ${guildId} AND one.id = ${pairId} AND one.state <> 'ended'`;
  if (!row) throw unknownPair();
  return row;
}

export type EndedRow = {
  id: number;
  mentor: string | null;
  learner: string | null;
  promo: string | null;
  endedAt: Date;
  endedAs: MentoringEnd;
  /** Who ended it, where it was a person who is still known. */
  by: string | null;
  reason: string | null;
};

/** How long staff see how a pair ended. */
const endedFor = 90 * day;

type Ended = Pick<Read, 'guildId' | 'now'> & { actorId: string };

const endedIn = ({ guildId, actorId, now }: Ended) => Prisma.sql`FROM mentoring_pair AS one
  WHERE guild_id = ${guildId} AND state = 'ended' AND ended_at > ${new Date(now.getTime() - endedFor)}
    AND mentor_id IS DISTINCT FROM ${actorId} AND learner_id IS DISTINCT FROM ${actorId}`;

const readEnded = (db: Db, from: Prisma.Sql): Promise<EndedRow[]> => db.$queryRaw`
    SELECT one.id, ${nameOf(Prisma.sql`one.mentor_id`)} AS mentor, ${nameOf(Prisma.sql`one.learner_id`)} AS learner, promo.name AS promo,
      one.ended_at AS "endedAt", one.ended_as::text AS "endedAs", ${nameOf(Prisma.sql`one.ended_by`)} AS by, one.end_reason AS reason
    FROM (SELECT * ${from}) AS one
    LEFT JOIN LATERAL ${promoOf(Prisma.sql`one.guild_id`, Prisma.sql`one.learner_id`)} AS promo ON true
    ORDER BY one.ended_at DESC, one.id DESC`;

/** Pairs that have ended, the latest first, and why: for staff, and never one's own. */
export async function listEnded(db: Db, asked: Ended & Page): Promise<Paged<EndedRow>> {
  const from = endedIn(asked);
  const total = await countOf(db, from);
  const rows = await readEnded(db, Prisma.sql`${from} ORDER BY ended_at DESC, id DESC ${bounds(total, asked.page)}`);
  return paged(rows, total, asked.page);
}

/** One of them; throws `mentorstats.unknown_end` for any other. */
export async function getEnded(db: Db, asked: Ended & { pairId: number }): Promise<EndedRow> {
  const [row] = await readEnded(db, Prisma.sql`${endedIn(asked)} AND id = ${asked.pairId}`);
  if (!row) throw unknownEnd();
  return row;
}

export type MentorRow = {
  userId: string;
  name: string | null;
  state: 'approved' | 'paused';
  capacity: number;
  taken: number;
  badge: number;
  pausedUntil: Date | null;
};

const readMentors = (db: Db, which: Prisma.Sql, bound: Prisma.Sql): Promise<MentorRow[]> => db.$queryRaw`
    SELECT user_id AS "userId", ${nameOf(Prisma.sql`one.user_id`)} AS name, state::text AS state, capacity, taken, badge, paused_until AS "pausedUntil"
    FROM (
      SELECT *, (SELECT count(*)::int FROM mentoring_pair AS pair
        WHERE pair.guild_id = one.guild_id AND pair.mentor_id = one.user_id AND pair.state <> 'ended') AS taken
      FROM mentor_profile AS one WHERE state IN ('approved', 'paused') AND ${which}) AS one
    ORDER BY state, taken - capacity, user_id ${bound}`;

/** Mentors, those with the most room first. */
export async function listMentors(db: Db, { guildId, page }: Pick<Read, 'guildId' | 'page'>): Promise<Paged<MentorRow>> {
  const total = await db.mentorProfile.count({ where: { guildId, state: { in: ['approved', 'paused'] } } });
  return paged(await readMentors(db, Prisma.sql`guild_id = ${guildId}`, bounds(total, page)), total, page);
}

/** One of them; throws `mentorstats.unknown_person` for anybody else. */
export async function getMentor(db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<MentorRow> {
  const [row] = await readMentors(db, Prisma.sql`guild_id = ${guildId} AND user_id = ${userId}`, Prisma.empty);
  if (!row) throw unknownPerson();
  return row;
}

/** `quiet` and `silent` have no pair in common. `id` and `name` null: in no promo. */
export type PromoRow = {
  id: number | null;
  name: string | null;
  waiting: number;
  pairs: number;
  quiet: number;
  silent: number;
  sessions: number;
};

/** Every promo of which somebody waits, is paired, or met lately, those that need staff most first. */
export async function listPromos(db: Db, asked: Read): Promise<Paged<PromoRow>> {
  const { guildId, page, now } = asked;
  const { quiet, silent } = silentSince(asked);
  const found = await db.$queryRaw<PromoRow[]>`
    WITH fact AS (
      SELECT guild_id, user_id, 1 AS waiting, 0 AS pairs, 0 AS quiet, 0 AS silent, 0 AS sessions
      FROM mentoring_request WHERE guild_id = ${guildId} AND state = 'waiting'
      UNION ALL
      SELECT guild_id, learner_id, 0, 1, (state = 'active' AND active_at <= ${quiet} AND active_at > ${silent})::int,
        (state = 'active' AND active_at <= ${silent})::int, 0
      FROM mentoring_pair WHERE guild_id = ${guildId} AND state <> 'ended'
      UNION ALL
      SELECT pair.guild_id, pair.learner_id, 0, 0, 0, 0, 1
      FROM mentoring_session AS session JOIN mentoring_pair AS pair ON pair.id = session.pair_id
      WHERE session.guild_id = ${guildId} AND session.state = 'done' AND session.settled_at > ${now}::timestamptz - interval '30 days'
    ), person AS (
      SELECT guild_id, user_id, sum(waiting) AS waiting, sum(pairs) AS pairs, sum(quiet) AS quiet, sum(silent) AS silent, sum(sessions) AS sessions
      FROM fact GROUP BY guild_id, user_id
    )
    SELECT promo.id, promo.name, sum(waiting)::int AS waiting, sum(pairs)::int AS pairs, sum(quiet)::int AS quiet, sum(silent)::int AS silent,
      sum(sessions)::int AS sessions
    FROM person AS one LEFT JOIN LATERAL ${promoOf(Prisma.sql`one.guild_id`, Prisma.sql`one.user_id`)} AS promo ON true
    GROUP BY promo.id, promo.name
    ORDER BY sum(waiting) + sum(quiet) + sum(silent) DESC, promo.name NULLS LAST, promo.id`;
  const { page: shown } = paged([], found.length, page);
  return { rows: found.slice(shown * pageSize, (shown + 1) * pageSize), total: found.length, page: shown };
}

/** Who waits and who is paired of one promo; `id` null: of those in none. */
export type PromoPage = {
  id: number | null;
  name: string | null;
  waiting: WaitingRow[];
  pairs: PairRow[];
  total: number;
  page: number;
};

/** Whoever waits first, then the pairs, the one that has been silent longest first. Throws `mentorstats.unknown_promo`. */
export async function readPromo(
  db: Db,
  { guildId, promoId, page, now }: Pick<Read, 'guildId' | 'page' | 'now'> & { promoId: number | null },
): Promise<PromoPage> {
  const promo = promoId === null ? null : await db.promo.findFirst({ where: { id: promoId, guildId }, select: { name: true } });
  if (promoId !== null && !promo) throw unknownPromo();
  const found = await db.$queryRaw<{ id: number; waits: boolean }[]>`
    SELECT one.id, one.waits
    FROM (
      SELECT guild_id, user_id, id, true AS waits, created_at AS at FROM mentoring_request WHERE guild_id = ${guildId} AND state = 'waiting'
      UNION ALL
      SELECT guild_id, learner_id, id, false, active_at FROM mentoring_pair WHERE guild_id = ${guildId} AND state <> 'ended'
    ) AS one
    LEFT JOIN LATERAL ${promoOf(Prisma.sql`one.guild_id`, Prisma.sql`one.user_id`)} AS promo ON true
    WHERE promo.id IS NOT DISTINCT FROM ${promoId}::integer
    ORDER BY one.waits DESC, one.at, one.id`;
  const { page: shown } = paged([], found.length, page);
  const rows = found.slice(shown * pageSize, (shown + 1) * pageSize);
  const idsOf = (waits: boolean) => rows.filter((row) => row.waits === waits).map(({ id }) => id);
  const [waiting, pairs] = await Promise.all([
    readWaiting(db, Prisma.sql`guild_id = ${guildId} AND id = ANY (${idsOf(true)}::integer[])`),
    db.$queryRaw<PairRow[]>`
      SELECT ${pairFields} FROM mentoring_pair AS one ${pairJoins(now)}
      WHERE one.guild_id = ${guildId} AND one.state <> 'ended' AND one.id = ANY (${idsOf(false)}::integer[]) ORDER BY one.active_at, one.id`,
  ]);
  return { id: promoId, name: promo?.name ?? null, waiting, pairs, total: found.length, page: shown };
}

/** What a mentor offers, as an attestation may say it; without a profile nothing. */
export async function themesOf(db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<Theme[]> {
  const profile = await db.mentorProfile.findUnique({ where: { guildId_userId: { guildId, userId } }, select: { themes: true } });
  return (profile?.themes ?? []).filter((theme): theme is Theme => Object.hasOwn(themes, theme));
}

/** How a mentor is called on a document: as staff know them, else as they call themselves on the server. */
export async function nameOfMentor(db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<string> {
  const [row] = await db.$queryRaw<{ name: string | null }[]>`
    SELECT ${nameOf(Prisma.sql`one.user_id`)} AS name FROM (SELECT ${guildId}::text AS guild_id, ${userId}::text AS user_id) AS one`;
  return row?.name ?? '';
}
