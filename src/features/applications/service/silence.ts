import { type Db, enqueue, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { day, second } from '../../../kernel/time.ts';
import { answersCounted, fewestAnswers, outcomeWithin, silence } from '../rules/silence.ts';
import { outcomeTask, remindTask, responsesTask, roomTask, staffTask } from '../wire.ts';
import { promiseTold } from './stage.ts';

/** Since when a company is silent: once it wrote in the thread, since then. */
const quietSince = Prisma.sql`CASE WHEN stage IN ('sent', 'seen') THEN coalesce(answered_at, application.sent_at) ELSE stage_at END`;

const limitOf = (who: 'recruiter' | 'staff') =>
  Prisma.sql`make_interval(secs => CASE stage WHEN 'sent' THEN ${silence.sent[who] / second}::float WHEN 'seen' THEN ${silence.seen[who] / second}::float
    WHEN 'interview' THEN ${silence.interview[who] / second}::float ELSE ${silence.offer[who] / second}::float END)`;

const present = Prisma.sql`NOT EXISTS (SELECT FROM guild WHERE guild.id = application.guild_id AND guild.left_at IS NOT NULL)`;

/** At once; the next hour sees to the others. */
const most = 500;

type OfOffer = { guildId: string; offerId: number };

/** Those who must answer are reminded, once a silence; staff are told later, once. The offers that are hidden are frozen, and closed ones have a way of their own. */
export async function promiseReminders(tx: Tx, now: Date): Promise<void> {
  const soonest = new Date(now.getTime() - Math.min(...Object.values(silence).map(({ recruiter }) => recruiter)));
  const due = await tx.$queryRaw<OfOffer[]>`
    WITH due AS (
      SELECT application.id FROM application JOIN offer ON offer.id = offer_id AND offer.state = 'published'
      WHERE application.closed_at IS NULL AND staff_reminded_at IS NULL AND recruiter_reminded_at IS NULL AND application.sent_at <= ${soonest}
        AND ${quietSince} <= ${now}::timestamptz - ${limitOf('recruiter')} AND ${present} LIMIT ${most}
    ), marked AS (
      UPDATE application SET recruiter_reminded_at = ${now} FROM due WHERE application.id = due.id RETURNING application.guild_id, offer_id
    )
    SELECT DISTINCT guild_id AS "guildId", offer_id AS "offerId" FROM marked`;
  await enqueueAll(
    tx,
    remindTask,
    due.map((one) => ({ payload: { ...one, at: now }, key: `${one.offerId}:${now.getTime()}` })),
  );
  const late = await tx.$queryRaw<(OfOffer & { count: number })[]>`
    WITH due AS (
      SELECT application.id FROM application JOIN offer ON offer.id = offer_id AND offer.state = 'published'
      WHERE application.closed_at IS NULL AND staff_reminded_at IS NULL AND recruiter_reminded_at < ${now} AND application.sent_at <= ${soonest}
        AND ${quietSince} <= ${now}::timestamptz - ${limitOf('staff')} AND ${present} LIMIT ${most}
    ), marked AS (
      UPDATE application SET staff_reminded_at = ${now} FROM due WHERE application.id = due.id RETURNING application.guild_id, offer_id
    )
    SELECT guild_id AS "guildId", offer_id AS "offerId", count(*)::int AS count FROM marked GROUP BY guild_id, offer_id`;
  await promiseStaff(tx, late, 'late', now);
}

const promiseStaff = (
  tx: Tx,
  offers: readonly (OfOffer & { count: number })[],
  why: 'late' | 'closed',
  at: Date,
): Promise<void> =>
  enqueueAll(
    tx,
    staffTask,
    offers.map((one) => ({ payload: { ...one, why, at }, key: `${one.offerId}:${why}:${at.getTime()}` })),
  );

/** Nobody of the company is left to be reminded: staff hear of it now, and not again for these. */
export const tellStaffInstead = (db: Db, { guildId, offerId }: OfOffer, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const where = { guildId, offerId, closedAt: null, staffRemindedAt: null };
    const { count } = await tx.application.updateMany({ where, data: { staffRemindedAt: now } });
    if (count > 0) await promiseStaff(tx, [{ guildId, offerId, count }], 'late', now);
  });

export type Waiting = { id: number; roomId: string | null };

/** Applications to an offer for which its people were reminded at that moment, and that still wait. */
export const findReminded = (db: Db, { guildId, offerId }: OfOffer, at: Date): Promise<Waiting[]> => db.$queryRaw`
  SELECT id, room_channel_id AS "roomId" FROM application
  WHERE guild_id = ${guildId} AND offer_id = ${offerId} AND closed_at IS NULL AND recruiter_reminded_at = ${at}`;

/** The company wrote to the candidate at that moment, which nobody had noted. It counts as read, and the silence begins anew. */
export const recordWritten = (db: Db, guildId: string, applicationId: number, at: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ companyId: number | null; first: boolean }[]>`
      UPDATE application SET recruiter_reminded_at = NULL, staff_reminded_at = NULL, answered_at = ${at}, seen_at = coalesce(seen_at, ${at}),
        stage = CASE WHEN stage = 'sent' THEN 'seen'::application_stage ELSE stage END
      FROM offer WHERE offer.id = offer_id AND application.id = ${applicationId} AND application.guild_id = ${guildId} AND application.closed_at IS NULL
        AND stage IN ('sent', 'seen')
      RETURNING company_id AS "companyId", true AS first`;
    if (!row) return;
    await enqueue(tx, roomTask, { guildId, applicationId }, { key: String(applicationId) });
    if (row.companyId) await enqueue(tx, responsesTask, { guildId, companyId: row.companyId }, { key: String(row.companyId) });
  });

const promiseOutcomes = (tx: Tx, offers: readonly OfOffer[], at: Date): Promise<void> =>
  enqueueAll(
    tx,
    outcomeTask,
    offers.map((one) => ({ payload: { ...one, at }, key: `${one.offerId}:${at.getTime()}` })),
  );

/** Asks what became of the open applications to an offer that was closed. Once: nothing happens to those for which it was asked before. */
export const askOutcome = (db: Db, { guildId, offerId }: OfOffer, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const asked = await tx.$queryRaw<{ id: number }[]>`
      UPDATE application SET outcome_asked_at = ${now} FROM offer
      WHERE offer.id = offer_id AND offer.state = 'closed' AND offer_id = ${offerId} AND application.guild_id = ${guildId}
        AND application.closed_at IS NULL AND outcome_asked_at IS NULL RETURNING application.id`;
    if (asked.length > 0) await promiseOutcomes(tx, [{ guildId, offerId }], now);
  });

export const countOpenOf = (db: Db, { guildId, offerId }: OfOffer): Promise<number> =>
  db.application.count({ where: { guildId, offerId, closedAt: null } });

/** What a closing that nobody told us of left, what is answered for the company since it did not, and offers that are open again. */
export async function settleClosed(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE application SET outcome_asked_at = NULL FROM offer
    WHERE offer.id = offer_id AND offer.state = 'published' AND application.closed_at IS NULL AND outcome_asked_at IS NOT NULL`;
  const missed = await tx.$queryRaw<OfOffer[]>`
    WITH due AS (
      SELECT application.id FROM application JOIN offer ON offer.id = offer_id AND offer.state = 'closed'
      WHERE application.closed_at IS NULL AND outcome_asked_at IS NULL AND ${present} LIMIT ${most}
    ), marked AS (
      UPDATE application SET outcome_asked_at = ${now} FROM due WHERE application.id = due.id RETURNING guild_id, offer_id
    )
    SELECT DISTINCT guild_id AS "guildId", offer_id AS "offerId" FROM marked`;
  await promiseOutcomes(tx, missed, now);
  const until = new Date(now.getTime() - outcomeWithin);
  const given = await tx.$queryRaw<(OfOffer & { id: number })[]>`
    WITH due AS (
      SELECT application.id FROM application JOIN offer ON offer.id = offer_id AND offer.state = 'closed'
      WHERE application.closed_at IS NULL AND outcome_asked_at <= ${until} AND ${present} LIMIT ${most} FOR UPDATE OF application
    )
    UPDATE application SET stage = 'declined', reason = 'no_answer', former_stage = stage, stage_at = ${now}, closed_at = ${now}
    FROM due WHERE application.id = due.id
    RETURNING application.id, guild_id AS "guildId", offer_id AS "offerId"`;
  await promiseTold(tx, given, 'declined', now);
  const offers = Map.groupBy(given, ({ offerId }) => offerId);
  await promiseStaff(
    tx,
    [...offers.values()].flatMap((all) =>
      all[0] ? [{ guildId: all[0].guildId, offerId: all[0].offerId, count: all.length }] : [],
    ),
    'closed',
    now,
  );
}

/** Answers that say how a company answers today. */
const recent = 365 * day;

/** Median of the hours to the first answer of a company; null over so few that it would say more than it knows. */
export async function responsesOf(db: Db, companyId: number, now: Date): Promise<{ hours: number | null; count: number }> {
  const [row] = await db.$queryRaw<{ hours: number | null; count: number }[]>`
    SELECT count(*)::int AS count, (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered_at - sent_at)) / 3600)::float AS hours
    FROM (
      SELECT answered_at, application.sent_at FROM application JOIN offer ON offer.id = offer_id
      WHERE offer.company_id = ${companyId} AND answered_at > ${new Date(now.getTime() - recent)}
      ORDER BY answered_at DESC LIMIT ${answersCounted}) AS answered`;
  const { hours = null, count = 0 } = row ?? {};
  return { hours: hours === null || count < fewestAnswers ? null : Math.round(hours), count };
}
