import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { handled, noMessage, voting } from '../messages/refusal.ts';
import { lateTask, removeTask, tellTask } from '../wire.ts';
import { getSubject, openVoteOn } from './card.ts';
import { promiseCard, type Subject, type SubjectKey } from './report.ts';

/** `founded` null: nothing counts for or against those who reported. */
type Ending = { state: 'acted' | 'dismissed'; now: Date; by: string | null; reason: string | null; founded: boolean | null };

/** The answer to everybody who reported it; whoever calls holds the row. */
async function close(tx: Tx, { id, guildId }: Subject, { state, now, by, reason, founded }: Ending): Promise<void> {
  await tx.reportSubject.update({ where: { id }, data: { state, closedAt: now, closedBy: by, closeReason: reason } });
  await tx.report.updateMany({ where: { subjectId: id }, data: { founded } });
  const reports = await tx.report.findMany({ where: { subjectId: id }, select: { id: true }, orderBy: { id: 'asc' } });
  await enqueueAll(
    tx,
    tellTask,
    reports.map(({ id: reportId }) => ({ payload: { guildId, reportId }, key: String(reportId) })),
  );
}

async function holdSubject(tx: Tx, by: Change, subjectId: number): Promise<Subject> {
  await tx.$queryRaw`SELECT id FROM report_subject WHERE id = ${subjectId} AND guild_id = ${by.guildId} FOR UPDATE`;
  return getSubject(tx, by, subjectId);
}

/** One that waits, that is not about them, and on which nobody votes. Throws `reports.unknown`, `reports.concerned`, `reports.handled`, `reports.voting`. */
export async function getWaiting(db: Db | Tx, by: Change, subjectId: number): Promise<Subject> {
  const subject = await getSubject(db, by, subjectId);
  if (subject.state !== 'open') throw handled();
  if ((await openVoteOn(db, subjectId)) !== null) throw voting();
  return subject;
}

const record = (tx: Tx, { guildId, actorId, now }: Change, subject: Subject, action: string, after: unknown): Promise<void> =>
  audit(tx, {
    ...{ guildId, actorId, targetId: subject.userId, action: `reports.${action}`, subject: `report:${subject.id}` },
    ...{ before: { state: subject.state }, after, at: now },
  });

/** Nothing to act on. `isAbusive`: it counts against those who reported. */
export const dismissSubject = (
  db: Db,
  by: Change,
  { subjectId, reason, isAbusive }: { subjectId: number; reason: string; isAbusive: boolean },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await holdSubject(tx, by, subjectId);
    const subject = await getWaiting(tx, by, subjectId);
    const { now, actorId } = by;
    await close(tx, subject, { state: 'dismissed', now, by: actorId, reason, founded: isAbusive ? false : null });
    await promiseCard(tx, subject);
    await record(tx, by, subject, 'dismiss', { state: 'dismissed', isAbusive });
  });

/** The message goes, which answers the report; a sanction may still follow. Throws `reports.no_message` too. */
export const removeMessage = (db: Db, by: Change, subjectId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const subject = await holdSubject(tx, by, subjectId);
    if (subject.messageId === null || subject.goneAt || subject.removalAskedAt) throw noMessage();
    await tx.reportSubject.update({ where: { id: subjectId }, data: { removalAskedAt: now } });
    if (subject.state === 'open') await close(tx, subject, { state: 'acted', now, by: actorId, reason: null, founded: true });
    await enqueue(tx, removeTask, { guildId, subjectId }, { key: String(subjectId) });
    await promiseCard(tx, subject);
    await record(tx, by, subject, 'remove', { state: 'acted' });
  });

/** A case came of it, or a vote decided against one. Safe to be told twice. */
export const recordOutcome = (
  db: Db,
  { guildId, subjectId, caseId, now }: SubjectKey & { caseId: number | null; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM report_subject WHERE id = ${subjectId} AND guild_id = ${guildId} FOR UPDATE`;
    const subject = await tx.reportSubject.findFirst({ where: { id: subjectId, guildId } });
    if (!subject) return;
    const known =
      caseId === null ? null : await tx.moderationCase.findFirst({ where: { id: caseId, guildId }, select: { id: true } });
    if (known) await tx.reportSubject.update({ where: { id: subjectId }, data: { caseId: known.id } });
    const end = { now, by: subject.closedBy, reason: subject.closeReason };
    // What was closed without action and is sanctioned after all was well reported.
    if (caseId !== null && subject.state !== 'acted') await close(tx, subject, { ...end, state: 'acted', founded: true });
    if (caseId === null && subject.state === 'open') await close(tx, subject, { ...end, state: 'dismissed', founded: null });
    await promiseCard(tx, subject);
  });

export async function recordGone(db: Db, { guildId, subjectId }: SubjectKey, now: Date): Promise<void> {
  await db.reportSubject.updateMany({ where: { id: subjectId, guildId, goneAt: null }, data: { goneAt: now } });
  await promiseCard(db, { guildId, id: subjectId });
}

/** What a reporter is told; null: nobody is there to tell, or nothing is decided. The only reading of who they are besides the two moderators'. */
export async function readAnswer(db: Db, { guildId, reportId }: { guildId: string; reportId: number }) {
  const found = await db.report.findFirst({
    where: { id: reportId, guildId },
    include: { reporter: { select: { userId: true } }, subject: { select: { state: true } } },
  });
  if (!found?.reporter || found.subject.state === 'open') return null;
  const { category, locale, createdAt } = found;
  return { userId: found.reporter.userId, state: found.subject.state, category, locale, createdAt };
}

type Late = { ids: number[]; hours: number };

/** What waits for longer than the server wants and was not recalled. */
export async function findLate(db: Db | Tx, { guildId, now }: { guildId: string; now: Date }): Promise<Late | null> {
  const setting = await db.reportSetting.findUnique({ where: { guildId }, select: { remindHours: true } });
  const hours = setting?.remindHours ?? 24;
  const found = await db.reportSubject.findMany({
    where: { guildId, state: 'open', remindedAt: null, waitingSince: { lte: new Date(now.getTime() - hours * 3_600_000) } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return found.length === 0 ? null : { ids: found.map(({ id }) => id), hours };
}

export const recordLate = (db: Db, ids: readonly number[], now: Date) =>
  db.reportSubject.updateMany({ where: { id: { in: [...ids] } }, data: { remindedAt: now } });

export async function promiseLate(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT DISTINCT subject.guild_id AS "guildId"
    FROM report_subject AS subject LEFT JOIN report_setting AS setting ON setting.guild_id = subject.guild_id
    WHERE subject.state = 'open' AND subject.reminded_at IS NULL
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = subject.guild_id AND guild.left_at IS NOT NULL)
      AND subject.waiting_since <= ${now}::timestamptz - coalesce(setting.remind_hours, 24) * interval '1 hour'`;
  await enqueueAll(
    tx,
    lateTask,
    due.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
}
