import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { type Locale, localeOf } from '../../../kernel/text.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { readMentoring } from '../../mentors/service/setting.ts';
import { languageOf } from '../../onboarding/service/language.ts';
import { pairOver, threadThere, unknownPair } from '../messages/refusal.ts';
import { threadKeptFor } from '../rules/limit.ts';
import { clearTask, closeTask, lookTask, openTask, sayTask } from '../wire.ts';
import { holdPair, isOfPair, type Pair, type PairKey, type Who } from './pair.ts';

export type Goal = { id: number; place: number; text: string; progress: number };

/** What the thread of a pair is to be. */
export type Room = {
  pair: Pair;
  goals: Goal[];
  mentorName: string | null;
  learnerName: string | null;
  /** In which what both read is written: theirs, one after the other where they differ. */
  locales: readonly Locale[];
  /** The guild wants somebody of staff in it, and nobody is. */
  lacksCoordinator: boolean;
};

/** The language in which somebody filled their profile or request, else introduced themselves. */
async function languagesOf(db: Db, { guildId, mentorId, learnerId, requestId }: Pair): Promise<Locale[]> {
  const [mentor, request] = await Promise.all([
    mentorId === null
      ? null
      : db.mentorProfile.findUnique({ where: { guildId_userId: { guildId, userId: mentorId } }, select: { locale: true } }),
    requestId === null ? null : db.mentoringRequest.findUnique({ where: { id: requestId }, select: { locale: true } }),
  ]);
  const of = async (row: { locale: string } | null, userId: string | null): Promise<Locale | null> =>
    row ? localeOf(row.locale) : userId === null ? null : languageOf(db, { guildId, userId });
  const both = await Promise.all([of(mentor, mentorId), of(request, learnerId)]);
  return both.filter((locale) => locale !== null);
}

/** Null when there is no such pair. `locale` is the guild's. */
export async function readRoom(db: Db, key: PairKey, locale: Locale): Promise<Room | null> {
  const pair = await db.mentoringPair.findFirst({
    where: { id: key.pairId, guildId: key.guildId },
    include: { goals: { orderBy: { place: 'asc' }, select: { id: true, place: true, text: true, progress: true } } },
  });
  if (!pair) return null;
  const { goals, ...row } = pair;
  const [names, spoken, settings] = await Promise.all([
    namesOf(db, key.guildId, [row.mentorId, row.learnerId]),
    languagesOf(db, row),
    readMentoring(db, key.guildId),
  ]);
  const chosen = new Set(spoken.length > 0 ? spoken : [locale]);
  return {
    pair: row,
    goals,
    mentorName: names.get(row.mentorId ?? '') ?? null,
    learnerName: names.get(row.learnerId ?? '') ?? null,
    locales: [...chosen].sort((a) => (a === locale ? -1 : 1)),
    lacksCoordinator: settings.needsCoordinator && row.coordinatorId === null,
  };
}

/** The language of one of the two, for a message of their own. */
export async function localeFor(db: Db, pair: Pair, userId: string, fallback: Locale): Promise<Locale> {
  const own = {
    ...pair,
    mentorId: pair.mentorId === userId ? userId : null,
    learnerId: pair.learnerId === userId ? userId : null,
  };
  const [first] = await languagesOf(db, own.learnerId ? own : { ...own, requestId: null });
  return first ?? fallback;
}

const update = (db: Db, id: number, data: Partial<Pair>) => db.mentoringPair.updateMany({ where: { id }, data: data as object });

/** The creation of the thread is tried from here on. */
export const beginThread = (db: Db, id: number, now: Date) => update(db, id, { begunAt: now });
/** False when somebody was erased meanwhile: then there is to be none. */
export const recordThread = async (db: Db, id: number, threadId: string): Promise<boolean> =>
  (await db.mentoringPair.updateMany({ where: { id, mentorId: { not: null }, learnerId: { not: null } }, data: { threadId } }))
    .count > 0;
export const recordWelcome = (db: Db, id: number, messageId: string) => update(db, id, { welcomeMessageId: messageId });
export const recordOpened = (db: Db, id: number, now: Date) =>
  db.mentoringPair.updateMany({ where: { id, openedAt: null }, data: { openedAt: now } });
export const recordTold = (db: Db, id: number, now: Date) =>
  db.mentoringPair.updateMany({ where: { id, toldAt: null }, data: { toldAt: now } });
export const recordLocked = (db: Db, id: number, now: Date) => update(db, id, { lockedAt: now });
export const recordCleared = (db: Db, id: number) => update(db, id, { threadId: null, begunAt: null, welcomeMessageId: null });

/** The thread is no more. Both are told once, and may have it made again. */
export const recordLost = (db: Db, { guildId, pairId }: PairKey, threadId: string, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.mentoringPair.updateMany({
      where: { id: pairId, guildId, threadId },
      data: { threadId: null, begunAt: null, welcomeMessageId: null, readUntil: null, lostAt: now },
    });
    const [live] = count > 0 ? await tx.mentoringPair.findMany({ where: { id: pairId, state: { not: 'ended' } } }) : [];
    if (live) await enqueue(tx, sayTask, { guildId, pairId, what: 'lost', at: now }, { key: `${pairId}:lost` });
  });

/** The pair whose thread that was; null for any other thread. */
export const findByThread = (db: Db, guildId: string, threadId: string): Promise<Pair | null> =>
  db.mentoringPair.findFirst({ where: { guildId, threadId } });

/** One of the two wants their thread back. Throws `pairs.unknown`, `pairs.over`, `pairs.thread_there`. */
export const reopenThread = (db: Db, { guildId, userId, now }: Who, pairId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const pair = await holdPair(tx, { guildId, pairId });
    if (!pair || !isOfPair(pair, userId)) throw unknownPair();
    if (pair.state === 'ended') throw pairOver();
    if (!pair.lostAt) throw threadThere();
    await tx.mentoringPair.update({
      where: { id: pairId },
      data: { lostAt: null, openedAt: null, activeAt: now, nudgedAt: null, warnedAt: null },
    });
    await enqueue(tx, openTask, { guildId, pairId }, { key: String(pairId) });
  });

/** Threads of pairs that go on, as we know them. */
export const listThreads = (db: Db, guildId: string): Promise<{ id: number; threadId: string | null }[]> =>
  db.mentoringPair.findMany({
    where: { guildId, state: { not: 'ended' }, threadId: { not: null } },
    select: { id: true, threadId: true },
    orderBy: { id: 'asc' },
  });

/** Whether the threads of a guild are still there: all of them went with their channel, or somebody deleted one while nobody listened. */
export async function promiseLook(tx: Tx | Db, guildId?: string): Promise<void> {
  const there = await tx.mentoringPair.findMany({
    where: { state: { not: 'ended' }, threadId: { not: null }, ...(guildId !== undefined && { guildId }) },
    distinct: ['guildId'],
    select: { guildId: true },
  });
  await enqueueAll(
    tx,
    lookTask,
    there.map(({ guildId: one }) => ({ payload: { guildId: one }, key: one })),
  );
}

/** What of the thread is to be looked at again: its people, its card. */
export const promiseRoom = (tx: Tx, { guildId, pairId }: PairKey): Promise<void> =>
  enqueue(tx, openTask, { guildId, pairId }, { key: String(pairId) });

/** At once; the next hour sees to the others. */
const most = 500;

/** Promises again what Discord refused or had no channel for, and the ends of which no last word was said. */
export async function promiseRooms(tx: Tx, guildId?: string): Promise<void> {
  const here = guildId === undefined ? {} : { guildId };
  const pick = { select: { id: true, guildId: true }, orderBy: { id: 'asc' }, take: most } as const;
  const entries = (rows: readonly { id: number; guildId: string }[]) =>
    rows.map(({ id, guildId: there }) => ({ payload: { guildId: there, pairId: id }, key: String(id) }));
  const due = await tx.mentoringPair.findMany({
    where: { ...here, state: { not: 'ended' }, openedAt: null, lostAt: null },
    ...pick,
  });
  await enqueueAll(tx, openTask, entries(due));
  const ended = await tx.mentoringPair.findMany({ where: { ...here, state: 'ended', lockedAt: null }, ...pick });
  await enqueueAll(tx, closeTask, entries(ended));
}

/** Deletes the thread, now: who was in it is not to be read of any more. */
export const promiseClear = (tx: Tx, pairs: readonly Pick<Pair, 'id' | 'guildId' | 'threadId'>[]): Promise<void> =>
  enqueueAll(
    tx,
    clearTask,
    pairs.map(({ id, guildId, threadId }) => ({ payload: { guildId, pairId: id, threadId }, key: String(id) })),
  );

/** Threads that have outlived their pair; goals and notes go with them. */
export async function clearOld(tx: Tx, now: Date): Promise<void> {
  const old = await tx.$queryRaw<{ id: number; guildId: string; threadId: string | null }[]>`
    SELECT id, guild_id AS "guildId", thread_id AS "threadId" FROM mentoring_pair
    WHERE state = 'ended' AND (thread_id IS NOT NULL OR begun_at IS NOT NULL) AND ended_at < ${new Date(now.getTime() - threadKeptFor)}
    ORDER BY ended_at LIMIT ${most}`;
  await promiseClear(tx, old);
}
