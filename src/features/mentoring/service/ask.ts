import type { MentoringAsk } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueAll, type Prisma, type Tx } from '../../../infra/db.ts';
import { mostChosen } from '../../../kernel/mentoring.ts';
import { lockMentors } from '../../mentors/service/lock.ts';
import { readMentoring } from '../../mentors/service/setting.ts';
import { chosenEnough, noLongerFree, nothingWaits, notYours } from '../messages/request.ts';
import { dueAfter, mostWaiting, reminderOf } from '../rules/limit.ts';
import { askTask, newsTask, nextTask, remindTask, type Why } from '../wire.ts';
import { fittingMentors } from './propose.ts';
import { dropAsk, getOwnWaiting, requireAlone, type Who } from './request.ts';

export type Ask = MentoringAsk;
export const open = ['queued', 'asked', 'question'] as const;
const atWork = ['asked', 'question'] as const;

export async function lockRequest(tx: Tx, requestId: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM mentoring_request WHERE id = ${requestId} FOR UPDATE`;
}

/** What a mentor has left, while their row is held. */
export async function roomOf(
  tx: Tx,
  guildId: string,
  mentorId: string,
): Promise<{ isApproved: boolean; seats: number; waiting: number }> {
  const [row] = await tx.$queryRaw<{ isApproved: boolean; seats: number; waiting: number }[]>`
    SELECT state = 'approved' AS "isApproved",
      capacity - (SELECT count(*)::int FROM mentoring_pair WHERE guild_id = ${guildId} AND mentor_id = ${mentorId} AND state <> 'ended') AS seats,
      (SELECT count(*)::int FROM mentoring_ask WHERE guild_id = ${guildId} AND mentor_id = ${mentorId} AND state IN ('asked', 'question')) AS waiting
    FROM mentor_profile WHERE guild_id = ${guildId} AND user_id = ${mentorId}`;
  return row ?? { isApproved: false, seats: 0, waiting: 0 };
}

const canBeAsked = ({ isApproved, seats, waiting }: Awaited<ReturnType<typeof roomOf>>): boolean =>
  isApproved && seats > 0 && waiting < mostWaiting;

/** The mentor has the question from this moment. Mentor and request are held. */
async function put(tx: Tx, { id, guildId }: Pick<Ask, 'id' | 'guildId'>, now: Date): Promise<void> {
  const dueAt = dueAfter(now, (await readMentoring(tx, guildId)).answerHours);
  await tx.mentoringAsk.update({
    where: { id },
    data: { state: 'asked', askedAt: now, dueAt, reminded: 0, remindAt: reminderOf(now, dueAt, 1) },
  });
  await enqueue(tx, askTask, { guildId, askId: id }, { key: `${id}:${now.getTime()}` });
}

/** Asks that are open, in their order, moved up to the first places. */
async function openAsks(tx: Tx, requestId: number): Promise<Ask[]> {
  const asks = await tx.mentoringAsk.findMany({ where: { requestId, state: { in: [...open] } }, orderBy: { place: 'asc' } });
  for (const [index, { id, place }] of asks.entries())
    if (place !== index + 1) await tx.mentoringAsk.update({ where: { id }, data: { place: index + 1 } });
  return asks;
}

/** Chooses mentors, in that order, after those who were chosen before. The first is asked at once when nobody else is. */
export const choose = (
  db: Db,
  who: Who,
  { requestId, mentorIds }: { requestId: number; mentorIds: readonly string[] },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = who;
    const chosen = [...new Set(mentorIds)].slice(0, mostChosen);
    await lockMentors(tx, guildId, chosen);
    const request = await getOwnWaiting(tx, who, requestId);
    await requireAlone(tx, who);
    const before = await openAsks(tx, requestId);
    if (before.length + chosen.length > mostChosen) throw chosenEnough(mostChosen - before.length, mostChosen);
    const { fitting } = await fittingMentors(tx, request, { now, among: chosen, count: mostChosen });
    const found = chosen.flatMap((id) => fitting.filter(({ mentor }) => mentor.id === id));
    if (found.length < chosen.length || chosen.length === 0) throw noLongerFree();
    for (const [index, { mentor, fit, slots }] of found.entries()) {
      const reasons = fit.reasons.map((reason) => (reason.part === 'time' ? { ...reason, items: slots } : reason));
      const ask = await tx.mentoringAsk.create({
        data: {
          requestId,
          guildId,
          mentorId: mentor.id,
          place: before.length + index + 1,
          score: fit.score,
          reasons: reasons as unknown as Prisma.InputJsonValue,
        },
      });
      // Whoever waits already is asked by the task that passes a question on.
      if (index === 0 && before.length === 0) await put(tx, ask, now);
    }
    await tx.mentoringRequest.update({ where: { id: requestId }, data: { updatedAt: now, remindedAt: null } });
  });

async function getQueued(tx: Tx, who: Who, askId: number): Promise<Ask> {
  const ask = await tx.mentoringAsk.findFirst({ where: { id: askId, guildId: who.guildId, request: { userId: who.userId } } });
  if (!ask) throw notYours();
  await getOwnWaiting(tx, who, ask.requestId);
  return tx.mentoringAsk.findUniqueOrThrow({ where: { id: askId } });
}

/** That mentor is the next to be asked. */
export const raise = (db: Db, who: Who, askId: number): Promise<number> =>
  db.$transaction(async (tx) => {
    const { requestId, state } = await getQueued(tx, who, askId);
    if (state !== 'queued') throw nothingWaits();
    const asks = await openAsks(tx, requestId);
    const queued = asks.filter((one) => one.state === 'queued');
    const places = queued.map(({ id }) => asks.findIndex((one) => one.id === id) + 1);
    const order = [...queued.filter(({ id }) => id === askId), ...queued.filter(({ id }) => id !== askId)];
    // Two rows never have one place: they leave it before another takes it.
    await tx.mentoringAsk.updateMany({ where: { id: { in: order.map(({ id }) => id) } }, data: { state: 'closed' } });
    for (const [index, { id }] of order.entries())
      await tx.mentoringAsk.update({ where: { id }, data: { place: places[index] ?? index + 1, state: 'queued' } });
    return requestId;
  });

/** That mentor is not asked, or need not answer any more. */
export const drop = (db: Db, who: Who, askId: number): Promise<number> =>
  db.$transaction(async (tx) => {
    const ask = await getQueued(tx, who, askId);
    if (!(open as readonly string[]).includes(ask.state)) throw nothingWaits();
    await dropAsk(tx, ask, who.now);
    return ask.requestId;
  });

/** Ends a question that a mentor had, or would have had; the request is held. False when it had ended. */
export async function endAsk(
  tx: Tx,
  ask: Pick<Ask, 'id' | 'guildId' | 'requestId'>,
  { as, why, now }: { as: 'declined' | 'expired' | 'closed'; why: Why; now: Date },
): Promise<boolean> {
  const { count } = await tx.mentoringAsk.updateMany({
    where: { id: ask.id, state: { in: [...atWork] } },
    data: { state: as, endedAt: now, remindAt: null, ...(as === 'declined' && { answeredAt: now }) },
  });
  if (count === 0) return false;
  const { guildId, requestId, id: askId } = ask;
  await enqueue(tx, nextTask, { guildId, requestId, askId, why }, { key: String(askId) });
  return true;
}

type Next = { guildId: string; requestId: number; askId: number; why: Why; now: Date };

/**
 * Asks the next mentor who can be asked, unless one is; mentors who cannot any more are passed over. In each turn the next mentor is held before the
 * request, as everywhere.
 */
export async function askNext(db: Db, { guildId, requestId, askId, why, now }: Next): Promise<void> {
  for (;;) {
    const first = await db.mentoringAsk.findFirst({
      where: { requestId, state: 'queued' },
      orderBy: { place: 'asc' },
      select: { id: true, mentorId: true },
    });
    const isDone = await db.$transaction(async (tx) => {
      if (first) await lockMentors(tx, guildId, [first.mentorId]);
      await lockRequest(tx, requestId);
      const request = await tx.mentoringRequest.findFirst({ where: { id: requestId, guildId, state: 'waiting' } });
      if (!request) return true;
      const asks = await tx.mentoringAsk.findMany({ where: { requestId, state: { in: [...open] } }, orderBy: { place: 'asc' } });
      const asked = asks.find(({ state }) => state !== 'queued');
      const next = asks.find(({ state }) => state === 'queued');
      if (!asked && next?.id !== first?.id) return false;
      if (!asked && next) {
        if (!canBeAsked(await roomOf(tx, guildId, next.mentorId))) {
          await tx.mentoringAsk.update({ where: { id: next.id }, data: { state: 'closed', endedAt: now } });
          return false;
        }
        await put(tx, next, now);
      }
      const nextAskId = asked?.id ?? next?.id ?? null;
      await enqueue(tx, newsTask, { guildId, requestId, askId, why, nextAskId }, { key: String(askId) });
      return true;
    });
    if (isDone) return;
  }
}

/** Gives to the next what was not answered in time, and leaves alone a mentor whose question nobody answered. */
export async function expireAsks(tx: Tx, now: Date): Promise<void> {
  const held = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM mentoring_request AS request
    WHERE id IN (SELECT request_id FROM mentoring_ask WHERE state IN ('asked', 'question') AND due_at <= ${now}) ORDER BY id FOR UPDATE SKIP LOCKED`;
  const late = await tx.$queryRaw<{ id: number; guildId: string; requestId: number; isAsked: boolean }[]>`
    UPDATE mentoring_ask AS ask SET state = (CASE ask.state WHEN 'asked' THEN 'expired' ELSE 'closed' END)::mentoring_ask_state,
      ended_at = ${now}, remind_at = NULL
    WHERE state IN ('asked', 'question') AND due_at <= ${now} AND request_id = ANY (${held.map(({ id }) => id)}::int[])
    RETURNING id, guild_id AS "guildId", request_id AS "requestId", state = 'expired' AS "isAsked"`;
  await enqueueAll(
    tx,
    nextTask,
    late.map(({ id: askId, guildId, requestId, isAsked }) => ({
      payload: { guildId, requestId, askId, why: isAsked ? ('expired' as const) : ('unanswered' as const) },
      key: String(askId),
    })),
  );
}

/** Nothing is left undone when a task was lost with its row of the queue: a request whose first in line is not asked. */
export async function promiseNext(tx: Tx): Promise<void> {
  const stuck = await tx.$queryRaw<{ guildId: string; requestId: number; askId: number }[]>`
    SELECT queued.guild_id AS "guildId", queued.request_id AS "requestId", min(queued.id) AS "askId"
    FROM mentoring_ask AS queued JOIN mentoring_request AS request ON request.id = queued.request_id AND request.state = 'waiting'
    WHERE queued.state = 'queued'
      AND NOT EXISTS (SELECT FROM mentoring_ask AS asked WHERE asked.request_id = queued.request_id AND asked.state IN ('asked', 'question'))
    GROUP BY queued.guild_id, queued.request_id`;
  await enqueueAll(
    tx,
    nextTask,
    stuck.map(({ guildId, requestId, askId }) => ({
      payload: { guildId, requestId, askId, why: 'dropped' as const },
      key: `stuck:${requestId}`,
    })),
  );
}

/** A mentor can take fewer people, or none: what they can no longer accept goes to the next. */
export const passOn = (db: Db, { guildId, userId, now }: Who): Promise<void> =>
  db.$transaction(async (tx) => {
    await lockMentors(tx, guildId, [userId]);
    const { isApproved, seats } = await roomOf(tx, guildId, userId);
    if (isApproved && seats > 0) return;
    const theirs = { guildId, mentorId: userId, state: { in: [...open] } };
    const held = await tx.mentoringAsk.findMany({ where: theirs, select: { requestId: true } });
    const requestIds = held.map(({ requestId }) => requestId);
    await tx.$queryRaw`SELECT id FROM mentoring_request WHERE id = ANY (${requestIds}::int[]) ORDER BY id FOR UPDATE`;
    const asks = await tx.mentoringAsk.findMany({ where: { ...theirs, requestId: { in: requestIds } }, orderBy: { id: 'asc' } });
    await tx.mentoringAsk.updateMany({
      where: { id: { in: asks.filter(({ state }) => state === 'queued').map(({ id }) => id) }, state: 'queued' },
      data: { state: 'closed', endedAt: now },
    });
    for (const ask of asks) if (ask.state !== 'queued') await endAsk(tx, ask, { as: 'closed', why: 'unavailable', now });
  });

/** Promises the reminders that are due, and says when the next is. */
export async function remindDue(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<{ id: number; guildId: string; reminded: number }[]>`
    UPDATE mentoring_ask SET reminded = reminded + 1,
      remind_at = CASE WHEN reminded = 0 THEN asked_at + (due_at - asked_at) * 2 / 3 END
    WHERE id IN (
      SELECT id FROM mentoring_ask WHERE state = 'asked' AND remind_at <= ${now} AND reminded < 2 AND due_at > ${now} FOR UPDATE SKIP LOCKED)
    RETURNING id, guild_id AS "guildId", reminded`;
  await enqueueAll(
    tx,
    remindTask,
    due.map(({ id: askId, guildId, reminded: time }) => ({ payload: { guildId, askId, time }, key: `${askId}:${time}` })),
  );
}
