import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Text } from '../../../kernel/text.ts';
import { day, hour } from '../../../kernel/time.ts';
import { holdPair, recordActivity } from '../../pairs/service/pair.ts';
import { begun, changedMeanwhile, pairOver, settled, taken, tooMany, tooManyChanges } from '../messages/session.ts';
import { justPlanned, mostChanges, mostPlanned, overlaps, phaseOf, type Reminder, reminders, soon } from '../rules/life.ts';
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

/** Throws `sessions.too_many_changes`. A version is what was planned, moved or cancelled. */
async function requireCalm(tx: Tx, pairId: number, now: Date): Promise<void> {
  const [told] = await tx.$queryRaw<{ versions: number }[]>`
    SELECT coalesce(sum(sequence + 1), 0)::int AS versions FROM mentoring_session
    WHERE pair_id = ${pairId} AND greatest(created_at, changed_at) > ${new Date(now.getTime() - day)}`;
  if (told && told.versions >= mostChanges) throw tooManyChanges();
}

/** What was to begin soon is said aloud, however soon after the last word. */
const calledFrom = (moments: readonly Date[], now: Date) =>
  moments.some((at) => at.getTime() - now.getTime() <= soon) ? { calledAt: null } : {};

/** The card in the thread follows what is written. */
export const promiseCard = (tx: Tx, { id: sessionId, guildId }: Pick<Session, 'id' | 'guildId'>) =>
  enqueue(tx, cardTask, { guildId, sessionId }, { key: String(sessionId) });

/**
 * Whoever plans, changes or cancels gives a sign of life of the pair. Its row is held before those of its sessions, as whoever ends it or is erased does.
 * Throws `sessions.not_yours`, `sessions.pair_over`, `sessions.taken`, `sessions.too_many`, `sessions.too_many_changes`.
 */
export const planSession = (db: Db, by: By, pairId: number, plan: Plan, words: (at: Date) => Text): Promise<Session> =>
  db.$transaction(async (tx) => {
    await holdPair(tx, { guildId: by.guildId, pairId });
    const pair = await ownPair(tx, by, pairId);
    if (pair.state === 'ended') throw pairOver();
    await requireRoom(tx, { pairId, plan, now: by.now, except: null, words });
    await requireCalm(tx, pairId, by.now);
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
    await recordActivity(tx, pairId, by.now);
    return { ...session, pair };
  });

/** Nothing of the pair changes until the transaction ends: nobody ends it, moves the session, says what came of it, or is erased. */
export async function holdSession(tx: Tx, by: Who, sessionId: number): Promise<void> {
  const { pairId, guildId } = await ownSession(tx, by, sessionId);
  await holdPair(tx, { guildId, pairId });
}

/** What may be moved or cancelled now. */
export async function comingSession(db: Db | Tx, by: By, sessionId: number): Promise<Session> {
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
    await holdSession(tx, by, sessionId);
    const session = await comingSession(tx, by, sessionId);
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
    await requireCalm(tx, session.pairId, by.now);
    const changed = await tx.mentoringSession.update({
      where: { id: sessionId },
      data: {
        ...plan,
        sequence: sequence + 1,
        changedAt: by.now,
        ...calledFrom([session.startsAt, plan.startsAt], by.now),
        ...(isMoved && remindedFrom(plan.startsAt, by.now)),
      },
    });
    await promiseCard(tx, changed);
    await recordActivity(tx, session.pairId, by.now);
    return { session: { ...changed, pair: session.pair }, isChanged: true };
  });

/** Throws `sessions.begun`, `sessions.settled`, `sessions.pair_over`. */
export const cancelSession = (db: Db, by: By, sessionId: number): Promise<Session> =>
  db.$transaction(async (tx) => {
    await holdSession(tx, by, sessionId);
    const session = await comingSession(tx, by, sessionId);
    const cancelled = await tx.mentoringSession.update({
      where: { id: sessionId },
      data: {
        state: 'cancelled',
        settledAt: by.now,
        settledBy: by.userId,
        sequence: { increment: 1 },
        changedAt: by.now,
        ...calledFrom([session.startsAt], by.now),
      },
    });
    await promiseCard(tx, cancelled);
    await recordActivity(tx, session.pairId, by.now);
    return { ...cancelled, pair: session.pair };
  });
