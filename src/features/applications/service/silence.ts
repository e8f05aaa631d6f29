import { type Db, enqueue, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { day, second } from '../../../kernel/time.ts';
import { answersCounted, fewestAnswers, outcomeWithin, pauseToldAfter, silence } from '../rules/silence.ts';
import { outcomeTask, remindTask, responsesTask, roomTask, staffTask } from '../wire.ts';
import { answerable } from './offer.ts';
import { promiseNews, promiseTold } from './stage.ts';

/** Since when a company is silent: since it last did something, or wrote in the thread. */
const quietSince = Prisma.sql`greatest(CASE WHEN stage IN ('sent', 'seen') THEN application.sent_at ELSE stage_at END, last_written_at)`;

const limitOf = (who: 'recruiter' | 'staff') =>
  Prisma.sql`make_interval(secs => CASE stage WHEN 'sent' THEN ${silence.sent[who] / second}::float WHEN 'seen' THEN ${silence.seen[who] / second}::float
    WHEN 'interview' THEN ${silence.interview[who] / second}::float ELSE ${silence.offer[who] / second}::float END)`;

const present = Prisma.sql`NOT EXISTS (SELECT FROM guild WHERE guild.id = application.guild_id AND guild.left_at IS NOT NULL)`;

/** At once; the next hour sees to the others. */
const most = 500;

type OfOffer = { guildId: string; offerId: number };

/** Those who must answer are reminded, once a silence; staff are told later, once. Offers that staff look into are frozen, and closed ones have a way of their own. */
export async function promiseReminders(tx: Tx, now: Date): Promise<void> {
  const soonest = new Date(now.getTime() - Math.min(...Object.values(silence).map(({ recruiter }) => recruiter)));
  const due = await tx.$queryRaw<OfOffer[]>`
    WITH due AS (
      SELECT application.id FROM application JOIN offer ON offer.id = offer_id AND ${answerable}
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
  await promiseResponsesOf(tx, due);
  const late = await tx.$queryRaw<(OfOffer & { count: number })[]>`
    WITH due AS (
      SELECT application.id FROM application JOIN offer ON offer.id = offer_id AND ${answerable}
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

/** Applications to an offer for which its people, or staff, are told at that moment, and that still wait. */
export const findWaiting = (db: Db, { guildId, offerId }: OfOffer, who: 'recruiter' | 'staff', at: Date): Promise<Waiting[]> => {
  const told = who === 'recruiter' ? Prisma.sql`recruiter_reminded_at` : Prisma.sql`staff_reminded_at`;
  return db.$queryRaw`
    SELECT id, room_channel_id AS "roomId" FROM application
    WHERE guild_id = ${guildId} AND offer_id = ${offerId} AND closed_at IS NULL AND ${told} = ${at}`;
};

/** The first and the last that the company wrote to a candidate, as their thread has it. */
export type Written = { first: Date; last: Date };

/**
 * The company wrote to the candidate, which nobody had noted. It counts as read and, the first time, as the answer. What is too old to break a silence
 * at `now` leaves the reminders as they are: one word does not end them for ever.
 */
export const recordWritten = (
  db: Db,
  { guildId, applicationId }: { guildId: string; applicationId: number },
  { first, last }: Written,
  now: Date,
): Promise<void> =>
  db.$transaction(async (tx) => {
    const [before] = await tx.$queryRaw<{ wasAnswered: boolean; wasSent: boolean; companyId: number | null }[]>`
      SELECT answered_at IS NOT NULL AS "wasAnswered", stage = 'sent' AS "wasSent", company_id AS "companyId"
      FROM application JOIN offer ON offer.id = offer_id
      WHERE application.id = ${applicationId} AND application.guild_id = ${guildId} AND application.closed_at IS NULL FOR UPDATE OF application`;
    if (!before) return;
    await tx.$executeRaw`
      UPDATE application SET last_written_at = greatest(last_written_at, ${last}), answered_at = coalesce(answered_at, ${first}),
        seen_at = coalesce(seen_at, ${first}), stage = CASE WHEN stage = 'sent' THEN 'seen'::application_stage ELSE stage END
      WHERE id = ${applicationId}`;
    await tx.$executeRaw`
      UPDATE application SET
        recruiter_reminded_at = CASE WHEN ${quietSince} <= ${now}::timestamptz - ${limitOf('recruiter')} THEN recruiter_reminded_at END,
        staff_reminded_at = CASE WHEN ${quietSince} <= ${now}::timestamptz - ${limitOf('staff')} THEN staff_reminded_at END
      WHERE id = ${applicationId}`;
    if (before.wasSent) await enqueue(tx, roomTask, { guildId, applicationId }, { key: String(applicationId) });
    if (!before.wasAnswered && before.companyId !== null) await promiseResponses(tx, [{ guildId, companyId: before.companyId }]);
  });

/** Counts anew how fast these companies answer. */
const promiseResponses = (tx: Tx, companies: readonly { guildId: string; companyId: number }[]): Promise<void> =>
  enqueueAll(
    tx,
    responsesTask,
    companies.map((one) => ({ payload: one, key: String(one.companyId) })),
  );

/** The same of the companies of these offers: that they do not answer counts too. */
async function promiseResponsesOf(tx: Tx, offers: readonly Pick<OfOffer, 'offerId'>[]): Promise<void> {
  if (offers.length === 0) return;
  const companies = await tx.$queryRaw<{ guildId: string; companyId: number }[]>`
    SELECT DISTINCT guild_id AS "guildId", company_id AS "companyId" FROM offer
    WHERE id = ANY (${offers.map(({ offerId }) => offerId)}) AND company_id IS NOT NULL`;
  await promiseResponses(tx, companies);
}

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
  await promiseResponsesOf(tx, given);
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

/** Those who applied to an offer that is hidden for a while are told once, and are told nothing when it soon is not. */
export async function promisePauses(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE application SET pause_told_at = NULL FROM offer
    WHERE offer.id = offer_id AND offer.state = 'published' AND application.closed_at IS NULL AND pause_told_at IS NOT NULL`;
  const told = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    UPDATE application SET pause_told_at = ${now} WHERE id IN (
      SELECT application.id FROM offer JOIN application ON offer_id = offer.id AND application.closed_at IS NULL AND pause_told_at IS NULL
      WHERE offer.state = 'hidden' AND hidden_at <= ${new Date(now.getTime() - pauseToldAfter)} AND ${present}
      ORDER BY application.id LIMIT ${most} FOR UPDATE OF application SKIP LOCKED)
    RETURNING id, guild_id AS "guildId"`;
  await promiseNews(tx, told, 'paused', now);
}

/** Applications that say how a company answers today. */
const recent = 365 * day;

/**
 * Hours until an answer, of each application that tells something of it: those without one count with the time that has passed, until we answered for the
 * company or until now, lest whoever never answers looked fast. Null for what is too young to say, was withdrawn, or is frozen.
 */
export const hoursToAnswer = (now: Date) => Prisma.sql`(CASE
  WHEN answered_at IS NOT NULL THEN extract(epoch FROM answered_at - application.sent_at)
  WHEN application.reason = 'no_answer' THEN extract(epoch FROM application.closed_at - application.sent_at)
  WHEN stage IN ('sent', 'seen') AND offer.state <> 'hidden' AND application.sent_at <= ${new Date(now.getTime() - silence.sent.recruiter)}
    THEN extract(epoch FROM ${now}::timestamptz - application.sent_at) END / 3600)::float`;

/** Median of the hours to the first answer of a company; null over so few that it would say more than it knows. */
export async function responsesOf(db: Db, companyId: number, now: Date): Promise<{ hours: number | null; count: number }> {
  const [row] = await db.$queryRaw<{ hours: number | null; count: number }[]>`
    SELECT count(*)::int AS count, percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) AS hours
    FROM (
      SELECT hours FROM (
        SELECT application.id, ${hoursToAnswer(now)} AS hours FROM application JOIN offer ON offer.id = offer_id
        WHERE offer.company_id = ${companyId} AND application.sent_at > ${new Date(now.getTime() - recent)}) AS told
      WHERE hours IS NOT NULL ORDER BY id DESC LIMIT ${answersCounted}) AS last`;
  const { hours = null, count = 0 } = row ?? {};
  return { hours: hours === null || count < fewestAnswers ? null : Math.round(hours), count };
}
