import type { MentoringReport, Prisma } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, isDuplicate, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { ownReport, pairOver, reportHandled, tooManyReports, unknownReport } from '../messages/refusal.ts';
import { mostReports, pageSize, threadKeptFor } from '../rules/limit.ts';
import { reportTask } from '../wire.ts';
import { endPair } from './end.ts';
import { getOwnPair, holdPair, isOfPair, otherOf, type Pair, type Who } from './pair.ts';

export type Report = MentoringReport;
export type About = Report['about'];

export type NewReport = { pairId: number; about: About; text: string; isLeaving: boolean };

/**
 * One of the two asks staff for help, and may leave at once. The other is told nothing of it. Throws `pairs.unknown`, `pairs.over` (30 days after the
 * end), `pairs.too_many_reports`.
 */
export const reportPair = (db: Db, who: Who, { pairId, about, text, isLeaving }: NewReport): Promise<{ hasLeft: boolean }> =>
  db
    .$transaction(async (tx) => {
      const { guildId, userId, now } = who;
      await holdPair(tx, { guildId, pairId });
      const pair = await getOwnPair(tx, who, pairId);
      const isOver = pair.state === 'ended';
      if (pair.endedAt && pair.endedAt.getTime() < now.getTime() - threadKeptFor) throw pairOver();
      const waiting = await tx.mentoringReport.findMany({ where: { pairId, userId, handledAt: null }, select: { slot: true } });
      const slot = Array.from({ length: mostReports }, (_, index) => index + 1).find(
        (one) => !waiting.some((it) => it.slot === one),
      );
      if (slot === undefined) throw tooManyReports();
      const { id: reportId } = await tx.mentoringReport.create({
        data: {
          pairId,
          guildId,
          userId,
          about,
          aboutUserId: about === 'other' ? otherOf(pair, userId) : about === 'coordinator' ? pair.coordinatorId : null,
          slot,
          text,
          // Nobody leaves what is over.
          isLeaving: isLeaving && !isOver,
          createdAt: now,
        },
      });
      await enqueue(tx, reportTask, { guildId, reportId }, { key: String(reportId) });
      const ended = isLeaving ? await endPair(tx, { guildId, pairId, as: 'reported', by: userId, now }) : null;
      return { hasLeft: ended !== null };
    })
    .catch((error: unknown) => {
      if (isDuplicate(error, 'mentoring_report_slot')) throw tooManyReports();
      throw error;
    });

export type ReportCard = { report: Report; pair: Pair; reporter: string | null; other: string | null };

const cardOf = async (db: Db | Tx, { pair, ...report }: Report & { pair: Pair }): Promise<ReportCard> => {
  const otherId = otherOf(pair, report.userId);
  const names = await namesOf(db, report.guildId, [report.userId, otherId]);
  return { report, pair, reporter: names.get(report.userId) ?? null, other: names.get(otherId ?? '') ?? null };
};

export async function readReport(
  db: Db,
  { guildId, reportId }: { guildId: string; reportId: number },
): Promise<ReportCard | null> {
  const found = await db.mentoringReport.findFirst({ where: { id: reportId, guildId }, include: { pair: true } });
  return found && cardOf(db, found);
}

export const recordCard = (db: Db, id: number, card: { channelId: string; messageId: string }) =>
  db.mentoringReport.updateMany({ where: { id }, data: { cardChannelId: card.channelId, cardMessageId: card.messageId } });

type Reported = Report & { pair: Pair };

/** Who must not read it: the other of the pair, and whoever it is about. */
export const concernedBy = ({ pair, userId, aboutUserId }: Reported): string[] => [
  ...new Set([otherOf(pair, userId), aboutUserId].filter((id) => id !== null && id !== userId) as string[]),
];

const isConcerned = ({ pair, aboutUserId }: Reported, userId: string): boolean =>
  isOfPair(pair, userId) || aboutUserId === userId;

/** What somebody may handle: nobody judges a pair of their own, nor what is said of them. */
const waitingFor = ({ guildId, actorId }: Pick<Change, 'guildId' | 'actorId'>): Prisma.MentoringReportWhereInput => ({
  guildId,
  handledAt: null,
  // Of somebody who was erased there is nobody to tell apart: a plain NOT would leave those out.
  AND: [
    { OR: [{ aboutUserId: null }, { aboutUserId: { not: actorId } }] },
    { pair: { is: { OR: [{ mentorId: null }, { mentorId: { not: actorId } }] } } },
    { pair: { is: { OR: [{ learnerId: null }, { learnerId: { not: actorId } }] } } },
  ],
});

export const countReports = (db: Db, by: Pick<Change, 'guildId' | 'actorId'>): Promise<number> =>
  db.mentoringReport.count({ where: waitingFor(by) });

export type ReportPage = { cards: ReportCard[]; total: number; page: number };

/** Those that wait, the oldest first. */
export async function listReports(db: Db, by: Pick<Change, 'guildId' | 'actorId'>, page: number): Promise<ReportPage> {
  const total = await countReports(db, by);
  const at = Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1));
  const found = await db.mentoringReport.findMany({
    where: waitingFor(by),
    include: { pair: true },
    orderBy: { createdAt: 'asc' },
    skip: at * pageSize,
    take: pageSize,
  });
  const names = await namesOf(
    db,
    by.guildId,
    found.flatMap(({ pair }) => [pair.mentorId, pair.learnerId]),
  );
  const cards = found.map(({ pair, ...report }) => ({
    report,
    pair,
    reporter: names.get(report.userId) ?? null,
    other: names.get(otherOf(pair, report.userId) ?? '') ?? null,
  }));
  return { cards, total, page: at };
}

/** One that is not about them. Throws `pairs.unknown_report`, `pairs.own_report`. */
async function getReport(
  db: Db | Tx,
  { guildId, actorId }: Pick<Change, 'guildId' | 'actorId'>,
  reportId: number,
): Promise<Reported> {
  const found = await db.mentoringReport.findFirst({ where: { id: reportId, guildId }, include: { pair: true } });
  if (!found) throw unknownReport();
  if (isConcerned(found, actorId)) throw ownReport();
  return found;
}

/** The same, to read. */
export const openReport = async (db: Db, by: Pick<Change, 'guildId' | 'actorId'>, reportId: number): Promise<ReportCard> =>
  cardOf(db, await getReport(db, by, reportId));

/** One that waits, and that is not about them. Throws `pairs.unknown_report`, `pairs.own_report`, `pairs.report_handled`. */
export async function getWaiting(db: Db | Tx, by: Pick<Change, 'guildId' | 'actorId'>, reportId: number): Promise<Report> {
  const found = await getReport(db, by, reportId);
  if (found.handledAt) throw reportHandled();
  return found;
}

/** Somebody of staff has seen to it, once. */
export const handleReport = (db: Db, by: Change, { reportId, note }: { reportId: number; note: string }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    await tx.$queryRaw`SELECT id FROM mentoring_report WHERE id = ${reportId} AND guild_id = ${guildId} FOR UPDATE`;
    const { userId, pairId } = await getWaiting(tx, by, reportId);
    await tx.mentoringReport.update({ where: { id: reportId }, data: { handledAt: now, handledBy: actorId, note } });
    await enqueue(tx, reportTask, { guildId, reportId }, { key: String(reportId) });
    await audit(tx, {
      guildId,
      actorId,
      targetId: userId,
      action: 'pairs.handle_report',
      subject: `report:${reportId}`,
      after: { pairId },
      at: now,
    });
  });

/** Those of which staff have no card yet. */
export async function promiseReports(tx: Tx, guildId?: string): Promise<void> {
  const due = await tx.mentoringReport.findMany({
    where: { handledAt: null, cardMessageId: null, ...(guildId !== undefined && { guildId }) },
    select: { id: true, guildId: true },
    orderBy: { id: 'asc' },
    take: 500,
  });
  await enqueueAll(
    tx,
    reportTask,
    due.map(({ id: reportId, guildId: there }) => ({ payload: { guildId: there, reportId }, key: String(reportId) })),
  );
}
