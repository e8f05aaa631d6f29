import { randomInt } from 'node:crypto';
import type { ReportSubject } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, isDuplicate, lock, type Tx } from '../../../infra/db.ts';
import type { Category } from '../../../kernel/moderation.ts';
import type { Locale } from '../../../kernel/text.ts';
import { day } from '../../../kernel/time.ts';
import { keepEvidence } from '../../moderation/service/evidence.ts';
import { aboutSelf, alreadyReported, tooMany } from '../messages/refusal.ts';
import { aliasCount, aliasOf, mostGlimpses, mostVersions, unfoundedFor } from '../rules/limit.ts';
import { isAtOnce, levelReached, type Thresholds } from '../rules/threshold.ts';
import { callTask, cardTask, tellTask } from '../wire.ts';
import { readReportSettings } from './setting.ts';

export type Subject = ReportSubject;
export type SubjectKey = { guildId: string; subjectId: number };

type File = { name: string; contentType: string; size: number; url: string };
/** A message as it was read, with who wrote it. */
export type SeenMessage = {
  channelId: string;
  messageId: string;
  userId: string;
  isBot: boolean;
  content: string;
  sentAt: Date;
  files: readonly File[];
};
/** What is reported: a message that the person read, or somebody of the server. */
export type Reported = { message: SeenMessage } | { userId: string };
export type NewReport = { reported: Reported; category: Category; comment: string };
export type Reporter = { guildId: string; userId: string; locale: Locale; now: Date };

export const promiseCard = (tx: Tx | Db, { guildId, id }: Pick<Subject, 'guildId' | 'id'>): Promise<void> =>
  enqueue(tx, cardTask, { guildId, subjectId: id }, { key: String(id) });

/** The lock of one who reports: taken before any subject, by whoever erases them too. */
export const lockReporter = (tx: Tx, { guildId, userId }: { guildId: string; userId: string }): Promise<void> =>
  lock(tx, `reporter:${guildId}:${userId}`);

/** Their one name for moderators; drawn, so that nothing leads back from it. */
async function reporterOf(tx: Tx, { guildId, userId, now }: Reporter): Promise<number> {
  for (;;) {
    const found = await tx.reportReporter.findUnique({ where: { guildId_userId: { guildId, userId } }, select: { id: true } });
    if (found) return found.id;
    await tx.$executeRaw`
      INSERT INTO report_reporter (guild_id, user_id, alias, created_at)
      VALUES (${guildId}, ${userId}, ${aliasOf(randomInt(aliasCount))}, ${now}) ON CONFLICT DO NOTHING`;
  }
}

/** The row of what is reported, held until the end of the transaction; made by whoever comes first. */
async function subjectOf(tx: Tx, { guildId, now }: Reporter, reported: Reported): Promise<Subject> {
  if ('message' in reported) {
    const { channelId, messageId, userId, isBot } = reported.message;
    await tx.$executeRaw`
      INSERT INTO report_subject (guild_id, user_id, is_bot, channel_id, message_id, created_at, waiting_since)
      VALUES (${guildId}, ${userId}, ${isBot}, ${channelId}, ${messageId}, ${now}, ${now})
      ON CONFLICT ON CONSTRAINT report_subject_message DO NOTHING`;
    await tx.$queryRaw`SELECT id FROM report_subject WHERE guild_id = ${guildId} AND message_id = ${messageId} FOR UPDATE`;
    return tx.reportSubject.findUniqueOrThrow({ where: { guildId_messageId: { guildId, messageId } } });
  }
  const { userId } = reported;
  for (;;) {
    await tx.$executeRaw`
      INSERT INTO report_subject (guild_id, user_id, created_at, waiting_since) VALUES (${guildId}, ${userId}, ${now}, ${now})
      ON CONFLICT (guild_id, user_id) WHERE message_id IS NULL AND state = 'open' DO NOTHING`;
    const [open] = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM report_subject WHERE guild_id = ${guildId} AND user_id = ${userId} AND message_id IS NULL AND state = 'open' FOR UPDATE`;
    // Answered at this very moment: what is reported now is another matter.
    if (open) return tx.reportSubject.findUniqueOrThrow({ where: { id: open.id } });
  }
}

/** A message may be edited between two reports: what each person saw is kept, as long as it says something new. Whoever calls holds the subject. */
async function keepVersion(tx: Tx, { guildId, now }: Reporter, subject: Subject, seen: SeenMessage): Promise<void> {
  const { isBot: _, ...message } = seen;
  const { messageId, userId, content } = message;
  const kept = await tx.moderationEvidence.findMany({
    where: { guildId, userId, messageId, purgeAt: { gt: now } },
    select: { content: true },
    take: mostVersions,
  });
  const isNew = content !== '' && kept.every((one) => one.content !== content);
  if (subject.evidenceId !== null && (!isNew || kept.length >= mostVersions)) return;
  const evidenceId = await keepEvidence(tx, { guildId, ...message, now });
  await tx.reportSubject.update({ where: { id: subject.id }, data: { evidenceId } });
}

async function requireRoom(tx: Tx, { now }: Reporter, reporterId: number, daily: number): Promise<void> {
  const sent = await tx.report.count({ where: { reporterId, createdAt: { gt: new Date(now.getTime() - day) } } });
  if (sent >= daily) throw tooMany(daily);
}

/** Calls the moderators when what was reported so far reaches a lower threshold than before. */
export async function raiseAlarm(tx: Tx, subject: Subject, thresholds: Thresholds): Promise<void> {
  // Whoever was erased may report again: they are one person all the same.
  const where = { subjectId: subject.id, counts: true, reporterId: { not: null } };
  const found = await tx.report.groupBy({ by: ['category'], where, _count: true });
  const level = levelReached(Object.fromEntries(found.map(({ category, _count }) => [category, _count])), thresholds);
  if (level === null || (subject.alertLevel !== null && subject.alertLevel <= level)) return;
  await tx.reportSubject.update({ where: { id: subject.id }, data: { alertLevel: level, alertPosted: null } });
  await enqueue(tx, callTask, { guildId: subject.guildId, subjectId: subject.id }, { key: String(subject.id) });
}

/** Answered already, it is opened again only for what calls at once and that nobody had said before. */
async function isNews(tx: Tx, subject: Subject, category: Category, thresholds: Thresholds): Promise<boolean> {
  if (!isAtOnce(thresholds, category)) return false;
  return (await tx.report.count({ where: { subjectId: subject.id, category } })) === 0;
}

const reopen = (tx: Tx, { id }: Subject, now: Date): Promise<Subject> =>
  tx.reportSubject.update({
    where: { id },
    data: {
      ...{ state: 'open', waitingSince: now, remindedAt: null, alertLevel: null, alertPosted: null },
      ...{ closedAt: null, closedBy: null, closeReason: null, caseId: null },
    },
  });

/** `quiet`: it calls nobody, for the last ones were unfounded. `answered`: moderators had looked at it before. */
export type Received = 'new' | 'quiet' | 'answered';

/**
 * Takes a report, once a person and subject. Throws `reports.self`, `reports.already`, `reports.too_many`. What is reported was read by the person who
 * reports: the caller has seen to it.
 */
export const takeReport = (db: Db, who: Reporter, { reported, category, comment }: NewReport): Promise<Received> =>
  db
    .$transaction(async (tx) => {
      const { guildId, userId, locale, now } = who;
      const aboutId = 'message' in reported ? reported.message.userId : reported.userId;
      if (aboutId === userId) throw aboutSelf();
      await lockReporter(tx, who);
      const { thresholds, daily, unfounded } = await readReportSettings(tx, guildId);
      const reporterId = await reporterOf(tx, who);
      const subject = await subjectOf(tx, who, reported);
      if ((await tx.report.count({ where: { subjectId: subject.id, reporterId } })) > 0) throw alreadyReported();
      await requireRoom(tx, who, reporterId, daily);
      const since = new Date(now.getTime() - unfoundedFor);
      const wrong = await tx.report.count({ where: { reporterId, founded: false, createdAt: { gt: since } } });
      const counts = wrong < unfounded;
      const isClosed = subject.state !== 'open';
      const opens = isClosed && counts && (await isNews(tx, subject, category, thresholds));
      const isAnswered = isClosed && !opens;
      const { id: reportId } = await tx.report.create({
        data: {
          ...{ guildId, subjectId: subject.id, reporterId, category, comment, counts, locale, createdAt: now },
          founded: isAnswered && subject.state === 'acted' ? true : null,
          ...(isAnswered && { answer: subject.state, answeredAt: now }),
        },
      });
      if ('message' in reported && !isAnswered) await keepVersion(tx, who, subject, reported.message);
      if ('message' in reported)
        await tx.reportGlimpse.deleteMany({ where: { guildId, userId, messageId: reported.message.messageId } });
      if (isAnswered) await enqueue(tx, tellTask, { guildId, reportId }, { key: String(reportId) });
      else await raiseAlarm(tx, opens ? await reopen(tx, subject, now) : subject, thresholds);
      await promiseCard(tx, subject);
      return isAnswered ? 'answered' : counts ? 'new' : 'quiet';
    })
    .catch((error: unknown) => {
      throw isDuplicate(error, 'report_once') ? alreadyReported() : error;
    });

/** Keeps what somebody sees while they fill in the form: the message may be gone before they send it. */
export async function rememberMessage(
  db: Db,
  { guildId, userId, now }: Pick<Reporter, 'guildId' | 'userId' | 'now'>,
  message: SeenMessage,
): Promise<void> {
  const { messageId, userId: authorId, files, ...seen } = message;
  const data = { ...seen, authorId, files: files.map((file) => ({ ...file })), seenAt: now };
  await db.reportGlimpse.upsert({
    where: { guildId_userId_messageId: { guildId, userId, messageId } },
    create: { guildId, userId, messageId, ...data },
    update: data,
  });
  await db.$executeRaw`
    DELETE FROM report_glimpse WHERE guild_id = ${guildId} AND user_id = ${userId} AND id NOT IN (
      SELECT id FROM report_glimpse WHERE guild_id = ${guildId} AND user_id = ${userId} ORDER BY seen_at DESC, id DESC LIMIT ${mostGlimpses})`;
}

/** What this very person saw of a message; nobody is shown what others saw. */
export async function recallMessage(
  db: Db,
  { guildId, userId }: Pick<Reporter, 'guildId' | 'userId'>,
  messageId: string,
): Promise<SeenMessage | null> {
  const found = await db.reportGlimpse.findUnique({ where: { guildId_userId_messageId: { guildId, userId, messageId } } });
  if (!found) return null;
  const { authorId, channelId, isBot, content, sentAt } = found;
  return { channelId, messageId, userId: authorId, isBot, content, sentAt, files: found.files as File[] };
}
