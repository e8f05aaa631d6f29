import { type Db, enqueueAll, type Prisma, type Tx } from '../../../infra/db.ts';
import { dropReviewed } from '../../moderation/service/evidence.ts';
import { erasedAfter, glimpseFor, keptFor } from '../rules/limit.ts';
import { cardTask, revealTask, uncardTask } from '../wire.ts';
import { lockReporter, type Subject } from './report.ts';

/**
 * What somebody reported, and what was reported of them once it was answered, without anybody's name nor what the team wrote of it: whoever reports
 * was promised so. What still waits is not told to whom it is about, so that it can be looked into.
 */
export async function exportReports(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const own = { guildId, userId };
  const [reporter, about, seen, asked, confirmed, closed, removals] = await Promise.all([
    db.reportReporter.findUnique({
      where: { guildId_userId: own },
      select: {
        alias: true,
        createdAt: true,
        reports: {
          select: { category: true, comment: true, locale: true, createdAt: true, answer: true, answeredAt: true },
          orderBy: { id: 'asc' },
        },
      },
    }),
    db.reportSubject.findMany({
      where: { ...own, closedAt: { not: null } },
      select: {
        ...{ messageId: true, state: true, createdAt: true, closedAt: true, waitingSince: true, goneAt: true },
        erasureAskedAt: true,
      },
      orderBy: { id: 'asc' },
    }),
    db.reportGlimpse.findMany({
      where: own,
      select: { messageId: true, content: true, files: true, sentAt: true, seenAt: true },
      orderBy: { id: 'asc' },
    }),
    db.reportReveal.findMany({
      where: { guildId, askedBy: userId },
      select: { reason: true, askedAt: true, expiresAt: true, confirmedAt: true, closedAt: true },
      orderBy: { id: 'asc' },
    }),
    db.reportReveal.findMany({
      where: { guildId, confirmedBy: userId },
      select: { reason: true, askedAt: true, expiresAt: true, confirmedAt: true, closedAt: true },
      orderBy: { id: 'asc' },
    }),
    db.reportSubject.findMany({
      where: { guildId, closedBy: userId },
      select: {
        ...{ state: true, createdAt: true, waitingSince: true, closedAt: true, closeReason: true },
        ...{ remindedAt: true, removalAskedAt: true, removalRefusedAt: true, goneAt: true },
      },
      orderBy: { id: 'asc' },
    }),
    db.reportSubject.count({ where: { guildId, removalAskedBy: userId } }),
  ]);
  const handled = { answered: closed, removalsAsked: removals };
  return { reporter, about, seen, identitiesAsked: asked, identitiesConfirmed: confirmed, ...handled };
}

const promiseUncard = (tx: Tx, places: readonly { guildId: string; channelId: string | null; messageId: string | null }[]) =>
  enqueueAll(
    tx,
    uncardTask,
    places.flatMap(({ guildId, channelId, messageId }) =>
      channelId && messageId ? [{ payload: { guildId, channelId, messageId }, key: messageId }] : [],
    ),
  );

async function drop(tx: Tx, subjects: readonly Subject[]): Promise<void> {
  const ids = subjects.map(({ id }) => id);
  const reveals = await tx.reportReveal.findMany({ where: { report: { subjectId: { in: ids } } } });
  await promiseUncard(tx, [
    ...subjects.map(({ guildId, cardChannelId: channelId, cardMessageId: messageId }) => ({ guildId, channelId, messageId })),
    ...reveals,
  ]);
  await tx.reportSubject.deleteMany({ where: { id: { in: ids } } });
}

/**
 * What was reported of somebody goes, with its cards; but what still waits for an answer, or for a message to be removed, only once that is done: erasing
 * oneself is no way out of it (GDPR, article 17(3)(e)). What they reported stays for those who handle it, with nothing of them.
 */
export async function eraseReports(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  await lockReporter(tx, { guildId, userId });
  const own = { guildId, userId };
  await tx.$queryRaw`SELECT id FROM report_subject WHERE guild_id = ${guildId} AND user_id = ${userId} ORDER BY id FOR UPDATE`;
  const waiting: Prisma.ReportSubjectWhereInput = { OR: [{ state: 'open' }, { removalAskedAt: { not: null }, goneAt: null }] };
  await tx.reportSubject.updateMany({ where: { ...own, ...waiting }, data: { erasureAskedAt: now } });
  await drop(tx, await tx.reportSubject.findMany({ where: { ...own, NOT: waiting }, orderBy: { id: 'asc' } }));
  await tx.reportGlimpse.deleteMany({ where: { guildId, OR: [{ userId }, { authorId: userId }] } });
  const written = await tx.report.findMany({
    where: { guildId, reporter: { is: { userId } } },
    select: { id: true, subjectId: true },
  });
  await tx.report.updateMany({ where: { id: { in: written.map(({ id }) => id) } }, data: { comment: '' } });
  await tx.reportReveal.updateMany({
    where: { closedAt: null, OR: [{ guildId, askedBy: userId }, { report: { id: { in: written.map(({ id }) => id) } } }] },
    data: { closedAt: now },
  });
  await tx.reportReporter.deleteMany({ where: own });
  const decided = await tx.reportSubject.findMany({ where: { guildId, closedBy: userId }, select: { id: true } });
  await tx.reportSubject.updateMany({ where: { guildId, closedBy: userId }, data: { closedBy: null } });
  await tx.reportSubject.updateMany({ where: { guildId, removalAskedBy: userId }, data: { removalAskedBy: null } });
  const reveals = await tx.reportReveal.findMany({
    where: { guildId, OR: [{ askedBy: userId }, { confirmedBy: userId }] },
    select: { id: true },
  });
  await tx.reportReveal.updateMany({ where: { guildId, askedBy: userId }, data: { askedBy: null, reason: '–' } });
  await tx.reportReveal.updateMany({ where: { guildId, confirmedBy: userId }, data: { confirmedBy: null } });
  const changed = [...new Set([...written.map(({ subjectId }) => subjectId), ...decided.map(({ id }) => id)])];
  await enqueueAll(
    tx,
    cardTask,
    changed.map((subjectId) => ({ payload: { guildId, subjectId }, key: String(subjectId) })),
  );
  await enqueueAll(
    tx,
    revealTask,
    reveals.map(({ id: revealId }) => ({ payload: { guildId, revealId }, key: String(revealId) })),
  );
}

/** What was seen and not reported. */
export const forgetGlimpses = (tx: Tx, now: Date) =>
  tx.reportGlimpse.deleteMany({ where: { seenAt: { lt: new Date(now.getTime() - glimpseFor) } } });

/** At once; the next day sees to the others. */
const most = 500;

/** Deletes what has outlived its use, and what was answered about those who had their data erased meanwhile; then the names of those of whom no report is left. */
export async function forgetReports(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptFor);
  await drop(
    tx,
    await tx.reportSubject.findMany({ where: { closedAt: { lt: before } }, orderBy: { closedAt: 'asc' }, take: most }),
  );
  const erased = await tx.reportSubject.findMany({
    where: {
      erasureAskedAt: { not: null },
      closedAt: { lte: new Date(now.getTime() - erasedAfter) },
      OR: [{ removalAskedAt: null }, { goneAt: { not: null } }],
    },
    orderBy: { closedAt: 'asc' },
    take: most,
  });
  await drop(tx, erased);
  await dropReviewed(tx, erased);
  await tx.$executeRaw`
    DELETE FROM report_reporter AS reporter
    WHERE created_at < ${before} AND NOT EXISTS (SELECT FROM report WHERE report.reporter_id = reporter.id)`;
}
