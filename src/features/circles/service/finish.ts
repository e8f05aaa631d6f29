import { type Db, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { flashNotTaken, flashNotYours } from '../messages/flash.ts';
import { lengths, reportedKept, threadKept, usualMinutes } from '../rules/flash.ts';
import { flashRoomTask } from '../wire.ts';
import { type Flash, type FlashKey, lockFlash, promiseRoom, settleFlashes } from './ask.ts';
import type { Who } from './who.ts';

export type Part = 'mentor' | 'learner';

const partOf = ({ learnerId, mentorId }: Flash, userId: string): Part | null =>
  userId === mentorId ? 'mentor' : userId === learnerId ? 'learner' : null;

/** Throws `circles.flash_not_yours`. */
async function lockOwn(tx: Tx, { guildId, userId }: Who, flashId: number): Promise<{ flash: Flash; part: Part }> {
  const flash = await lockFlash(tx, { guildId, flashId });
  const part = flash && partOf(flash, userId);
  if (!flash || !part) throw flashNotYours();
  return { flash, part };
}

/** Either says that it was done; the other may say it again. Throws `circles.flash_not_yours`, `circles.flash_over`. */
export const finishFlash = (db: Db, who: Who, flashId: number): Promise<{ flash: Flash; part: Part }> =>
  db.$transaction(async (tx) => {
    const { flash, part } = await lockOwn(tx, who, flashId);
    if (flash.state === 'done') return { flash, part };
    if (flash.state !== 'taken') throw flashNotTaken();
    const { guildId, learnerId, mentorId } = flash;
    const before = await tx.mentoringFlash.count({ where: { guildId, learnerId, mentorId, state: 'done' } });
    const done = await tx.mentoringFlash.update({
      where: { id: flashId },
      data: { state: 'done', endedAt: who.now, endedBy: who.userId, minutes: usualMinutes(flash.theme), isFirst: before === 0 },
    });
    await settleFlashes(tx, [done]);
    return { flash: done, part };
  });

/** The mentor says how long it really was. Throws the same. */
export const setMinutes = (db: Db, who: Who, flashId: number, minutes: number): Promise<number> =>
  db.$transaction(async (tx) => {
    const { flash, part } = await lockOwn(tx, who, flashId);
    if (part !== 'mentor') throw flashNotYours();
    if (flash.state !== 'done') throw flashNotTaken();
    const allowed = lengths.find((length) => length === minutes) ?? usualMinutes(flash.theme);
    await tx.mentoringFlash.update({ where: { id: flashId }, data: { minutes: allowed } });
    await promiseRoom(tx, { guildId: who.guildId, flashId });
    return allowed;
  });

/** Either gives it up, without reasons. Throws the same. */
export const cancelFlash = (db: Db, who: Who, flashId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const { flash } = await lockOwn(tx, who, flashId);
    if (flash.state !== 'taken') throw flashNotTaken();
    await tx.mentoringFlash.update({
      where: { id: flashId },
      data: { state: 'cancelled', endedAt: who.now, endedBy: who.userId },
    });
    await settleFlashes(tx, [flash]);
  });

/** Whether it helped; the learner may change their mind. Throws the same. */
export const answerHelped = (db: Db, who: Who, flashId: number, helped: boolean): Promise<void> =>
  db.$transaction(async (tx) => {
    const { flash, part } = await lockOwn(tx, who, flashId);
    if (part !== 'learner') throw flashNotYours();
    if (flash.state !== 'done') throw flashNotTaken();
    await tx.mentoringFlash.update({ where: { id: flashId }, data: { helped } });
  });

// What Discord has of it.

export type FlashRoom = Partial<Pick<Flash, 'begunAt' | 'threadId' | 'openingId' | 'openedAt' | 'deletedAt'>>;
export const recordFlashRoom = (db: Db, id: number, data: FlashRoom) => db.mentoringFlash.updateMany({ where: { id }, data });

/** Who sits in the thread: both, but nobody who wrote to staff about it. `isDue`: it is time to delete it. */
export type FlashPlan = { flash: Flash; people: string[]; isDue: boolean };

export async function readFlashPlan(db: Db, { guildId, flashId }: FlashKey, now: Date): Promise<FlashPlan | null> {
  const flash = await db.mentoringFlash.findFirst({
    where: { id: flashId, guildId },
    include: { reports: { select: { userId: true, handledAt: true } } },
  });
  if (!flash) return null;
  const { reports, ...rest } = flash;
  const left = new Set(reports.map(({ userId }) => userId));
  const people = [rest.learnerId, rest.mentorId].filter((id): id is string => id !== null && !left.has(id));
  const waits = reports.some(({ handledAt }) => handledAt === null) && rest.learnerId !== null && rest.mentorId !== null;
  const age = rest.endedAt ? now.getTime() - rest.endedAt.getTime() : -1;
  // Whose name is no more here has no words left there either.
  const isErased = rest.endedAt !== null && (rest.learnerId === null || rest.mentorId === null);
  return { flash: rest, people, isDue: isErased || age >= (waits ? reportedKept : threadKept) };
}

/** Threads that are to be made, or deleted by `now`; with a guild, those that were waiting for its channel. */
export async function promiseFlashRooms(tx: Tx, { now = new Date(0), guildId }: { now?: Date; guildId?: string }): Promise<void> {
  const here = guildId === undefined ? Prisma.empty : Prisma.sql`AND guild_id = ${guildId}`;
  const due = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT id, guild_id AS "guildId" FROM mentoring_flash WHERE state = 'taken' AND opened_at IS NULL ${here}
    UNION SELECT id, guild_id FROM mentoring_flash AS flash
    WHERE begun_at IS NOT NULL AND deleted_at IS NULL AND ended_at <= ${new Date(now.getTime() - threadKept)} ${here} AND (
      ended_at <= ${new Date(now.getTime() - reportedKept)}
      OR NOT EXISTS (SELECT FROM mentoring_circle_report AS report WHERE report.flash_id = flash.id AND handled_at IS NULL))`;
  await enqueueAll(
    tx,
    flashRoomTask,
    due.map(({ id, guildId }) => ({ payload: { guildId, flashId: id }, key: String(id) })),
  );
}
