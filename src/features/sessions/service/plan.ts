import { type Db, enqueue, lock, type Tx } from '../../../infra/db.ts';
import type { Text } from '../../../kernel/text.ts';
import { hour } from '../../../kernel/time.ts';
import { begun, changedMeanwhile, pairOver, settled, taken, tooMany } from '../messages/session.ts';
import { justPlanned, mostPlanned, overlaps, phaseOf, type Reminder, reminders } from '../rules/life.ts';
import { cardTask } from '../wire.ts';
import { ownPair, ownSession, type Session, type Who } from './find.ts';

export type By = Who & { now: Date };
export type Plan = {
  startsAt: Date;
  minutes: number;
  theme: string | null;
  channelId: string | null;
  link: string | null;
};

/** One at a time plans in a pair; and it cannot end meanwhile. */
async function holdPair(tx: Tx, pairId: number): Promise<void> {
  await lock(tx, `sessions.pair:${pairId}`);
  await tx.$queryRaw`SELECT 1 FROM mentoring_pair WHERE id = ${pairId} FOR SHARE`;
}

/** A reminder of what was just said is none: it counts as sent. */
function remindedFrom(startsAt: Date, now: Date) {
  const sent = (which: Reminder) => (startsAt.getTime() - now.getTime() < reminders[which].before + justPlanned ? now : null);
  return { dayRemindedAt: sent('day'), hourRemindedAt: sent('hour') };
}

/** `words`: how a session that is in the way is named to whoever planned. Throws `sessions.taken`, `sessions.too_many`. */
async function requireRoom(
  tx: Tx,
  { pairId, plan, now, except, words }: { pairId: number; plan: Plan; now: Date; except: number | null; words(at: Date): Text },
): Promise<void> {
  const coming = await tx.mentoringSession.findMany({
    where: {
      pairId,
      state: 'planned',
      startsAt: { gt: new Date(now.getTime() - 4 * hour) },
      ...(except && { id: { not: except } }),
    },
    select: { startsAt: true, minutes: true },
    orderBy: { startsAt: 'asc' },
  });
  const inTheWay = coming.find((one) => overlaps(one, plan));
  if (inTheWay) throw taken(words(inTheWay.startsAt));
  if (except === null && coming.filter(({ startsAt }) => startsAt > now).length >= mostPlanned) throw tooMany(mostPlanned);
}

/** The card in the thread follows what is written. */
export const promiseCard = (tx: Tx, { id: sessionId, guildId }: Pick<Session, 'id' | 'guildId'>) =>
  enqueue(tx, cardTask, { guildId, sessionId }, { key: String(sessionId) });

/** Throws `sessions.not_yours`, `sessions.pair_over`, `sessions.taken`, `sessions.too_many`. */
export const planSession = (db: Db, by: By, pairId: number, plan: Plan, words: (at: Date) => Text): Promise<Session> =>
  db.$transaction(async (tx) => {
    await holdPair(tx, pairId);
    const pair = await ownPair(tx, by, pairId);
    if (pair.state === 'ended') throw pairOver();
    await requireRoom(tx, { pairId, plan, now: by.now, except: null, words });
    const session = await tx.mentoringSession.create({
      data: {
        ...plan,
        pairId,
        guildId: by.guildId,
        plannedBy: by.userId,
        createdAt: by.now,
        ...remindedFrom(plan.startsAt, by.now),
      },
    });
    await promiseCard(tx, session);
    return { ...session, pair };
  });

/** A session that is still to come, held until the transaction ends. */
async function holdComing(tx: Tx, by: By, sessionId: number): Promise<Session> {
  const { pairId } = await ownSession(tx, by, sessionId);
  await holdPair(tx, pairId);
  const session = await ownSession(tx, by, sessionId);
  const phase = phaseOf(session, by.now);
  if (session.state !== 'planned') throw settled(phase);
  if (phase !== 'coming') throw begun();
  if (session.pair.state === 'ended') throw pairOver();
  return session;
}

/** What may be moved or cancelled now, for a form about it. */
export async function comingSession(db: Db, by: By, sessionId: number): Promise<Session> {
  const session = await ownSession(db, by, sessionId);
  const phase = phaseOf(session, by.now);
  if (session.state !== 'planned') throw settled(phase);
  if (phase !== 'coming') throw begun();
  if (session.pair.state === 'ended') throw pairOver();
  return session;
}

/**
 * `sequence`: what the person saw. False when nothing changed. Throws `sessions.changed`, `sessions.begun`, `sessions.settled`, and what planning throws but
 * for the number.
 */
export const moveSession = (
  db: Db,
  by: By,
  { sessionId, sequence }: { sessionId: number; sequence: number },
  plan: Plan,
  words: (at: Date) => Text,
): Promise<{ session: Session; isChanged: boolean }> =>
  db.$transaction(async (tx) => {
    const session = await holdComing(tx, by, sessionId);
    if (session.sequence !== sequence) throw changedMeanwhile();
    const isMoved = session.startsAt.getTime() !== plan.startsAt.getTime();
    const isSame =
      !isMoved &&
      session.minutes === plan.minutes &&
      session.theme === plan.theme &&
      session.channelId === plan.channelId &&
      session.link === plan.link;
    if (isSame) return { session, isChanged: false };
    await requireRoom(tx, { pairId: session.pairId, plan, now: by.now, except: sessionId, words });
    const changed = await tx.mentoringSession.update({
      where: { id: sessionId },
      data: { ...plan, sequence: sequence + 1, changedAt: by.now, ...(isMoved && remindedFrom(plan.startsAt, by.now)) },
    });
    await promiseCard(tx, changed);
    return { session: { ...changed, pair: session.pair }, isChanged: true };
  });

/** Throws `sessions.begun`, `sessions.settled`, `sessions.pair_over`. */
export const cancelSession = (db: Db, by: By, sessionId: number): Promise<Session> =>
  db.$transaction(async (tx) => {
    const session = await holdComing(tx, by, sessionId);
    const cancelled = await tx.mentoringSession.update({
      where: { id: sessionId },
      data: { state: 'cancelled', settledAt: by.now, settledBy: by.userId, sequence: { increment: 1 }, changedAt: by.now },
    });
    await promiseCard(tx, cancelled);
    return { ...cancelled, pair: session.pair };
  });
