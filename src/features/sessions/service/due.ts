import { type Db, enqueue, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { pairEnded } from '../../../kernel/mentoring.ts';
import { alertedWithin, type Reminder, reminders, waitsFor, worrying } from '../rules/life.ts';
import { alertTask, askTask, cardTask, lastTask, remindTask } from '../wire.ts';
import { ofPair, type Pair, type Session } from './find.ts';

type Due = { id: number; guildId: string; startsAt: Date };

const entryOf = ({ id, guildId, startsAt }: Due, which: Reminder) => ({
  payload: { guildId, sessionId: id, which, at: startsAt },
  key: `${id}:${which}`,
});

/** Reminders that are due, each once. What begins before anybody could be reminded is let go. */
export async function promiseReminders(tx: Tx, now: Date): Promise<void> {
  const after = (age: number) => new Date(now.getTime() + age);
  const [ofDay, ofHour] = [
    await tx.$queryRaw<Due[]>`
      UPDATE mentoring_session SET day_reminded_at = ${now}
      WHERE id IN (SELECT session.id FROM mentoring_session AS session JOIN mentoring_pair AS pair ON pair.id = session.pair_id AND pair.state <> 'ended'
        WHERE session.state = 'planned' AND day_reminded_at IS NULL
          AND starts_at > ${after(reminders.day.notAfter)} AND starts_at <= ${after(reminders.day.before)} FOR UPDATE OF session SKIP LOCKED)
      RETURNING id, guild_id AS "guildId", starts_at AS "startsAt"`,
    await tx.$queryRaw<Due[]>`
      UPDATE mentoring_session SET hour_reminded_at = ${now}
      WHERE id IN (SELECT session.id FROM mentoring_session AS session JOIN mentoring_pair AS pair ON pair.id = session.pair_id AND pair.state <> 'ended'
        WHERE session.state = 'planned' AND hour_reminded_at IS NULL
          AND starts_at > ${after(reminders.hour.notAfter)} AND starts_at <= ${after(reminders.hour.before)} FOR UPDATE OF session SKIP LOCKED)
      RETURNING id, guild_id AS "guildId", starts_at AS "startsAt"`,
  ];
  await enqueueAll(tx, remindTask, [...ofDay.map((due) => entryOf(due, 'day')), ...ofHour.map((due) => entryOf(due, 'hour'))]);
}

/** Sessions that are over: both are asked what came of it, once. */
export async function promiseQuestions(tx: Tx, now: Date): Promise<void> {
  const over = await tx.$queryRaw<Due[]>`
    UPDATE mentoring_session SET asked_at = ${now}
    WHERE id IN (
      SELECT id FROM mentoring_session
      WHERE state = 'planned' AND asked_at IS NULL AND starts_at <= ${now} AND starts_at > ${new Date(now.getTime() - waitsFor)}
        AND starts_at + make_interval(mins => minutes) <= ${now} FOR UPDATE SKIP LOCKED)
    RETURNING id, guild_id AS "guildId", starts_at AS "startsAt"`;
  const entries = over.map(({ id, guildId }) => ({ payload: { guildId, sessionId: id }, key: String(id) }));
  await enqueueAll(tx, cardTask, entries);
  await enqueueAll(tx, askTask, entries);
}

/** Pairs that ended while something was planned, and nobody promised what follows: an erasure, a crash of what came before. */
export async function promiseLeftovers(tx: Tx, now: Date): Promise<void> {
  const left = await tx.$queryRaw<{ guildId: string; pairId: number }[]>`
    SELECT DISTINCT session.guild_id AS "guildId", session.pair_id AS "pairId" FROM mentoring_session AS session
    JOIN mentoring_pair AS pair ON pair.id = session.pair_id AND pair.state = 'ended'
    WHERE session.state = 'planned' AND session.starts_at > ${now}`;
  await enqueueAll(
    tx,
    pairEnded,
    left.map((payload) => ({ payload, key: String(payload.pairId) })),
  );
}

/** Nothing is left planned in a pair that ended, and both are told. */
export const endSessions = (db: Db, { guildId, pairId }: { guildId: string; pairId: number }, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const pair = await tx.mentoringPair.findFirst({ where: { id: pairId, guildId, state: 'ended' }, select: { id: true } });
    if (!pair) return;
    await tx.$executeRaw`
      UPDATE mentoring_session SET state = 'cancelled', settled_at = ${now}, changed_at = ${now}, sequence = sequence + 1
      WHERE pair_id = ${pairId} AND state = 'planned' AND starts_at > ${now}`;
    await enqueue(tx, lastTask, { guildId, pairId }, { key: String(pairId) });
  });

/** What the end of a pair cancelled, and the last message to both tells. */
export const droppedOf = (db: Db, { id: pairId, endedAt }: Pair): Promise<Session[]> =>
  db.mentoringSession.findMany({
    where: { pairId, state: 'cancelled', settledBy: null, ...(endedAt && { settledAt: { gte: endedAt } }) },
    include: { pair: { select: ofPair } },
    orderBy: { startsAt: 'asc' },
  });

export const findPairRow = (db: Db, { guildId, pairId }: { guildId: string; pairId: number }): Promise<Pair | null> =>
  db.mentoringPair.findFirst({ where: { id: pairId, guildId }, select: ofPair });

/** Where the card of a version stands; null ids: it went by direct messages. `calledAt`: when both were called to it; null: they were not. */
export const recordCard = (
  db: Db,
  { id, sequence }: Session,
  { card, calledAt }: { card: { channelId: string; messageId: string } | null; calledAt: Date | null },
): Promise<unknown> =>
  db.mentoringSession.updateMany({
    where: { id },
    data: {
      cardChannelId: card?.channelId ?? null,
      cardMessageId: card?.messageId ?? null,
      cardSequence: sequence,
      ...(calledAt && { calledAt }),
    },
  });

/** Answers that worry, of which nobody could be told when they came: the channel of staff was not there. */
export async function promiseAlerts(tx: Tx, now: Date): Promise<void> {
  const untold = await tx.$queryRaw<{ guildId: string; opinionId: number }[]>`
    SELECT guild_id AS "guildId", id AS "opinionId" FROM mentoring_opinion
    WHERE alerted_at IS NULL AND user_id IS NOT NULL AND (least(useful, comfort) <= ${Prisma.raw(String(worrying))} OR wants_contact)
      AND said_at > ${new Date(now.getTime() - alertedWithin)}`;
  await enqueueAll(
    tx,
    alertTask,
    untold.map((payload) => ({ payload, key: String(payload.opinionId) })),
  );
}
