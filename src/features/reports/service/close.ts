import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { Category } from '../../../kernel/moderation.ts';
import { handled, noMessage, notWeighable, underWay, unknownSubject, voting } from '../messages/refusal.ts';
import { lateTask, removeTask, tellTask } from '../wire.ts';
import { getSubject, openVoteOn } from './card.ts';
import { promiseCard, type Subject, type SubjectKey } from './report.ts';

/** `founded` null: nothing counts for or against those who reported. */
type Ending = { state: 'acted' | 'dismissed'; now: Date; by: string | null; reason: string | null; founded: boolean | null };

/**
 * The answer to whoever waits for one; whoever calls holds the row. Those of an earlier round keep theirs, but what was closed without action and is
 * sanctioned after all was well reported.
 */
async function close(tx: Tx, { id, guildId, closedAt }: Subject, { state, now, by, reason, founded }: Ending): Promise<void> {
  await tx.reportSubject.update({ where: { id }, data: { state, closedAt: now, closedBy: by, closeReason: reason } });
  const answered = await tx.$queryRaw<{ id: number }[]>`
    UPDATE report SET answer = ${state}::report_state, answered_at = ${now}, founded = ${founded}::boolean
    WHERE subject_id = ${id} AND (answer IS NULL OR (answer = 'dismissed' AND answered_at >= ${closedAt}::timestamptz))
    RETURNING id`;
  await enqueueAll(
    tx,
    tellTask,
    answered
      .map((one) => one.id)
      .sort((a, b) => a - b)
      .map((reportId) => ({ payload: { guildId, reportId }, key: String(reportId) })),
  );
}

async function hold(tx: Tx, { guildId, subjectId }: SubjectKey): Promise<Subject | null> {
  await tx.$queryRaw`SELECT id FROM report_subject WHERE id = ${subjectId} AND guild_id = ${guildId} FOR UPDATE`;
  return tx.reportSubject.findFirst({ where: { id: subjectId, guildId } });
}

async function holdSubject(tx: Tx, by: Change, subjectId: number): Promise<Subject> {
  await hold(tx, { guildId: by.guildId, subjectId });
  return getSubject(tx, by, subjectId);
}

async function isSanctioning(db: Db | Tx, { caseId, guildId }: Subject): Promise<boolean> {
  if (caseId === null) return false;
  return (await db.moderationCase.count({ where: { id: caseId, guildId, state: 'pending', voidedAt: null } })) > 0;
}

/**
 * One that waits, that is not about them, on which nobody votes and for which nothing is on its way. Throws `reports.unknown`, `reports.concerned`,
 * `reports.handled`, `reports.voting`, `reports.under_way`.
 */
export async function getWaiting(db: Db | Tx, by: Change, subjectId: number): Promise<Subject> {
  const subject = await getSubject(db, by, subjectId);
  if (subject.state !== 'open') throw handled();
  if ((await openVoteOn(db, subjectId)) !== null) throw voting();
  if ((subject.removalAskedAt && !subject.goneAt) || (await isSanctioning(db, subject))) throw underWay();
  return subject;
}

/** No line leads to the person: what was decided about them is told in their cases, and what was not is told to nobody. */
const record = (tx: Tx, { guildId, actorId, now }: Change, subject: Subject, action: string, after: unknown): Promise<void> =>
  audit(tx, {
    ...{ guildId, actorId, action: `reports.${action}`, subject: `report:${subject.id}` },
    ...{ before: { state: subject.state }, after, at: now },
  });

/** Nothing to act on. `isAbusive`: it counts against those who wait for this answer. */
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

/** One report of many was unfounded, or was not: it alone changes. Returns what it is now. Throws `reports.unknown`, `reports.concerned`, `reports.not_weighable`. */
export const weighReport = (
  db: Db,
  by: Change,
  { subjectId, reportId }: { subjectId: number; reportId: number },
): Promise<{ isUnfounded: boolean }> =>
  db.$transaction(async (tx) => {
    const subject = await holdSubject(tx, by, subjectId);
    const report = await tx.report.findFirst({ where: { id: reportId, subjectId, guildId: by.guildId } });
    if (!report) throw unknownSubject();
    if (report.answer !== 'dismissed') throw notWeighable();
    const isUnfounded = report.founded !== false;
    await tx.report.update({ where: { id: reportId }, data: { founded: isUnfounded ? false : null } });
    await promiseCard(tx, subject);
    await record(tx, by, subject, 'weigh', { reportId, isUnfounded });
    return { isUnfounded };
  });

/** The message goes; once it is gone the report is answered, and a sanction may still follow. Throws `reports.no_message` too. */
export const removeMessage = (db: Db, by: Change, subjectId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const subject = await holdSubject(tx, by, subjectId);
    if (subject.messageId === null || subject.goneAt || subject.removalAskedAt) throw noMessage();
    await tx.reportSubject.update({
      where: { id: subjectId },
      data: { removalAskedAt: now, removalAskedBy: actorId, removalRefusedAt: null },
    });
    await enqueue(tx, removeTask, { guildId, subjectId }, { key: String(subjectId) });
    await promiseCard(tx, subject);
    await record(tx, by, subject, 'remove', { state: subject.state });
  });

/** The message is no more: if somebody had asked for that, it was the answer. */
export const recordGone = (db: Db, key: SubjectKey, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const subject = await hold(tx, key);
    if (!subject || subject.goneAt) return;
    await tx.reportSubject.update({ where: { id: subject.id }, data: { goneAt: now } });
    if (subject.removalAskedAt && subject.state === 'open')
      await close(tx, subject, { state: 'acted', now, by: subject.removalAskedBy, reason: null, founded: true });
    await promiseCard(tx, subject);
  });

/** Discord refused: nobody asks any more, and moderators can try again. */
export async function recordRefused(db: Db, { guildId, subjectId }: SubjectKey, now: Date): Promise<void> {
  await db.reportSubject.updateMany({
    where: { id: subjectId, guildId, goneAt: null, removalAskedAt: { not: null } },
    data: { removalAskedAt: null, removalAskedBy: null, removalRefusedAt: now },
  });
  await promiseCard(db, { guildId, id: subjectId });
}

/** At once; the next hour sees to the others. */
const most = 500;

/** Messages that somebody wants removed and that are still there: the queue gave them up. */
export async function promiseRemovals(tx: Tx): Promise<void> {
  const due = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT id, guild_id AS "guildId" FROM report_subject
    WHERE removal_asked_at IS NOT NULL AND gone_at IS NULL
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = guild_id AND guild.left_at IS NOT NULL)
    ORDER BY id LIMIT ${most}`;
  await enqueueAll(
    tx,
    removeTask,
    due.map(({ id, guildId }) => ({ payload: { guildId, subjectId: id }, key: String(id) })),
  );
}

/** Messages of a server were deleted: a card comes back, and what was reported is noted as gone. */
export async function noteDeleted(
  db: Db,
  { guildId, messageIds, now }: { guildId: string; messageIds: string[]; now: Date },
): Promise<void> {
  const found = await db.reportSubject.findMany({
    where: { guildId, OR: [{ cardMessageId: { in: messageIds } }, { messageId: { in: messageIds } }] },
    select: { id: true, guildId: true, messageId: true },
  });
  for (const subject of found) {
    if (subject.messageId && messageIds.includes(subject.messageId))
      await recordGone(db, { guildId, subjectId: subject.id }, now);
    await promiseCard(db, subject);
  }
}

/**
 * A case came of it, or a vote decided against one. It answers the report once it is carried out: one that fails, or that an earlier round led to,
 * leaves it as it was. Safe to be told twice.
 */
export const recordOutcome = (
  db: Db,
  { guildId, subjectId, caseId, now }: SubjectKey & { caseId: number | null; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const subject = await hold(tx, { guildId, subjectId });
    if (!subject) return;
    await promiseCard(tx, subject);
    const end = { now, by: subject.closedBy, reason: subject.closeReason };
    if (caseId === null) {
      if (subject.state === 'open') await close(tx, subject, { ...end, state: 'dismissed', founded: null });
      return;
    }
    const made = await tx.moderationCase.findFirst({ where: { id: caseId, guildId } });
    if (!made || made.state === 'failed' || made.voidedAt || made.createdAt < subject.waitingSince) return;
    // A custom id may name any report: only a case about the same person answers it.
    if (made.userId !== null && made.userId !== subject.userId) return;
    await tx.reportSubject.update({ where: { id: subjectId }, data: { caseId } });
    if (made.state === 'done' && subject.state !== 'acted') await close(tx, subject, { ...end, state: 'acted', founded: true });
  });

type Answer = { userId: string; state: 'acted' | 'dismissed'; category: Category; locale: string; createdAt: Date };

/** What a reporter is told; null: nobody is there to tell, or nothing is decided. The only reading of who they are besides the two moderators'. */
export async function readAnswer(db: Db, { guildId, reportId }: { guildId: string; reportId: number }): Promise<Answer | null> {
  const found = await db.report.findFirst({
    where: { id: reportId, guildId },
    include: { reporter: { select: { userId: true } } },
  });
  if (!found?.reporter || found.answer === null || found.answer === 'open') return null;
  const { category, locale, createdAt, answer: state } = found;
  return { userId: found.reporter.userId, state, category, locale, createdAt };
}

/** The same for one's own report; null for anybody else's. */
export async function readOwnAnswer(
  db: Db,
  { guildId, actorId }: Pick<Change, 'guildId' | 'actorId'>,
  reportId: number,
): Promise<Answer | null> {
  const answer = await readAnswer(db, { guildId, reportId });
  return answer?.userId === actorId ? answer : null;
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
