import type { MentoringCircleReport } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, lock, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { partWays } from '../../mentors/service/avoid.ts';
import { alreadyReported, flashNotYours } from '../messages/flash.ts';
import { circleUnknown, reportUnknown } from '../messages/refusal.ts';
import { reportTask } from '../wire.ts';
import { type Flash, lockFlash, promiseRoom, settleFlashes } from './ask.ts';
import { type Circle, lockCircle } from './circle.ts';
import { leaveIn } from './place.ts';
import type { Who } from './who.ts';

export type Report = MentoringCircleReport;

async function write(
  tx: Tx,
  { guildId, userId, now }: Who,
  words: string,
  about: { flashId: number } | { circleId: number },
): Promise<void> {
  await lock(tx, `circles.report:${guildId}:${userId}`);
  if ((await tx.mentoringCircleReport.count({ where: { guildId, userId, handledAt: null, ...about } })) > 0)
    throw alreadyReported();
  const { id } = await tx.mentoringCircleReport.create({ data: { guildId, userId, words, createdAt: now, ...about } });
  await enqueue(tx, reportTask, { guildId, reportId: id }, { key: String(id) });
}

/** Staff are told, the session is off, its author leaves the thread, and nothing brings the two together again. Throws `circles.flash_not_yours`, `circles.already_reported`. */
export const reportFlash = (db: Db, who: Who, flashId: number, words: string): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    const flash = await lockFlash(tx, { guildId, flashId });
    if (!flash?.takenAt || (flash.learnerId !== userId && flash.mentorId !== userId)) throw flashNotYours();
    const { learnerId: one, mentorId: other } = flash;
    if (one && other) await partWays(tx, { guildId, one, other, now });
    await write(tx, who, words, { flashId });
    if (flash.state === 'taken') {
      await tx.mentoringFlash.update({ where: { id: flashId }, data: { state: 'cancelled', endedAt: now, endedBy: userId } });
      await settleFlashes(tx, [flash]);
    } else await promiseRoom(tx, { guildId, flashId });
  });

/** The same for a circle and its mentor; who leads it stays. True when its author left it. Throws `circles.unknown`, `circles.already_reported`. */
export const reportCircle = (db: Db, who: Who, circleId: number, words: string): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    const circle = await lockCircle(tx, { guildId, circleId });
    const inside = await tx.mentoringCirclePlace.count({ where: { circleId, userId, state: 'inside' } });
    if (circle.mentorId !== userId && inside === 0) throw circleUnknown();
    const { mentorId } = circle;
    if (mentorId && mentorId !== userId) await partWays(tx, { guildId, one: userId, other: mentorId, now });
    await write(tx, who, words, { circleId });
    if (mentorId === userId) return false;
    await leaveIn(tx, who, circleId);
    return true;
  });

export type ReportView = { report: Report; flash: Flash | null; circle: Circle | null };

export async function readReport(
  db: Db,
  { guildId, reportId }: { guildId: string; reportId: number },
): Promise<ReportView | null> {
  const found = await db.mentoringCircleReport.findFirst({
    where: { id: reportId, guildId },
    include: { flash: true, circle: true },
  });
  if (!found) return null;
  const { flash, circle, ...report } = found;
  return { report, flash, circle };
}

/** Throws `circles.report_unknown`. */
export const handleReport = (db: Db, { guildId, actorId, now }: Change, reportId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.mentoringCircleReport.updateMany({
      where: { id: reportId, guildId, handledAt: null },
      data: { handledAt: now, handledBy: actorId },
    });
    if (count === 0) throw reportUnknown();
    await audit(tx, { guildId, actorId, action: 'circles.handle_report', subject: `report:${reportId}`, at: now });
    await enqueue(tx, reportTask, { guildId, reportId }, { key: String(reportId) });
  });

export const recordReport = (db: Db, id: number, data: { cardChannelId: string; cardMessageId: string }) =>
  db.mentoringCircleReport.updateMany({ where: { id }, data });

/** Those of which staff have no line yet. */
export async function promiseReports(tx: Tx, guildId?: string): Promise<void> {
  const due = await tx.mentoringCircleReport.findMany({
    where: { handledAt: null, cardMessageId: null, ...(guildId !== undefined && { guildId }) },
    select: { id: true, guildId: true },
    take: 200,
  });
  await enqueueAll(
    tx,
    reportTask,
    due.map((one) => ({ payload: { guildId: one.guildId, reportId: one.id }, key: String(one.id) })),
  );
}
