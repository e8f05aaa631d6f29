import type { Prisma } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { Category } from '../../../kernel/moderation.ts';
import { type History, historiesOf, historyOf } from '../../votes/service/history.ts';
import { concerned, unknownSubject } from '../messages/refusal.ts';
import { mostVersions, pageSize } from '../rules/limit.ts';
import type { Thresholds } from '../rules/threshold.ts';
import { callTask, cardTask } from '../wire.ts';
import type { Subject, SubjectKey } from './report.ts';
import { readReportSettings } from './setting.ts';

type By = Pick<Change, 'guildId' | 'actorId'>;

/** One report as moderators read it: a name that says nothing, and what became of the earlier ones under it. */
export type ReportLine = {
  id: number;
  alias: string | null;
  category: Category;
  comment: string;
  founded: number;
  unfounded: number;
  /** What who made it was told; null: nothing yet. */
  answer: Subject['state'] | null;
  isUnfounded: boolean;
};

export type SubjectCard = {
  subject: Subject;
  evidence: { content: string; files: number } | null;
  /** What the same message said when others reported it, the latest first. */
  former: readonly string[];
  history: History;
  /** Other subjects about the same person on which the team acted. */
  others: number;
  counts: readonly { category: Category; count: number }[];
  total: number;
  ignored: number;
  thresholds: Thresholds;
  latest: readonly ReportLine[];
  voteId: number | null;
  /** `isLive`: carried out, or on its way; not failed, nor voided since. */
  opened: { id: number; number: number; isLive: boolean } | null;
};

/** Reports of a subject, the latest first, by pages. */
async function linesOf(db: Db, subjectId: number, { skip, take }: { skip: number; take: number }): Promise<ReportLine[]> {
  const found = await db.report.findMany({
    where: { subjectId },
    include: { reporter: { select: { alias: true } } },
    orderBy: { id: 'desc' },
    skip,
    take,
  });
  const reporterIds = found.flatMap(({ reporterId }) => reporterId ?? []);
  const past = await db.report.groupBy({
    by: ['reporterId', 'founded'],
    where: { reporterId: { in: reporterIds }, founded: { not: null }, subjectId: { not: subjectId } },
    _count: true,
  });
  const countOf = (reporterId: number | null, founded: boolean) =>
    past.find((one) => one.reporterId === reporterId && one.founded === founded)?._count ?? 0;
  return found.map(({ id, reporter, reporterId, category, comment, answer, founded }) => ({
    ...{ id, alias: reporter?.alias ?? null, category, comment, answer, isUnfounded: founded === false },
    ...{ founded: countOf(reporterId, true), unfounded: countOf(reporterId, false) },
  }));
}

async function formerOf(db: Db, { guildId, userId, messageId, evidenceId }: Subject): Promise<string[]> {
  if (messageId === null || evidenceId === null) return [];
  const found = await db.moderationEvidence.findMany({
    where: { guildId, userId, messageId, id: { not: evidenceId }, content: { not: '' } },
    select: { content: true },
    orderBy: { id: 'desc' },
    take: mostVersions - 1,
  });
  return [...new Set(found.map(({ content }) => content))];
}

async function describe(db: Db, subject: Subject, now: Date): Promise<SubjectCard> {
  const { guildId, userId, id: subjectId, evidenceId, caseId } = subject;
  const [counts, ignored, latest, evidence, former, history, others, vote, opened, { thresholds }] = await Promise.all([
    db.report.groupBy({ by: ['category'], where: { subjectId }, _count: true, orderBy: { category: 'asc' } }),
    db.report.count({ where: { subjectId, OR: [{ counts: false }, { reporterId: null }] } }),
    linesOf(db, subjectId, { skip: 0, take: pageSize }),
    evidenceId === null
      ? null
      : db.moderationEvidence.findFirst({
          where: { id: evidenceId, guildId },
          select: { content: true, _count: { select: { files: true } } },
        }),
    formerOf(db, subject),
    historyOf(db, { guildId, userId, now }),
    db.reportSubject.count({ where: { guildId, userId, state: 'acted', id: { not: subjectId } } }),
    openVoteOn(db, subjectId),
    caseId === null ? null : db.moderationCase.findFirst({ where: { id: caseId, guildId } }),
    readReportSettings(db, guildId),
  ]);
  const known = counts.map(({ category, _count }) => ({ category, count: _count }));
  return {
    ...{ subject, former, history, others, ignored, latest, thresholds, voteId: vote },
    opened: opened && { id: opened.id, number: opened.number, isLive: opened.state !== 'failed' && opened.voidedAt === null },
    evidence: evidence && { content: evidence.content, files: evidence._count.files },
    counts: known.sort((a, b) => b.count - a.count),
    total: known.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The vote of the team that is under way about it; null: none. */
export async function openVoteOn(db: Db | Tx, subjectId: number): Promise<number | null> {
  const [vote] = await db.$queryRaw<{ id: number }[]>`
    SELECT id FROM moderation_vote
    WHERE source = 'report' AND source_id = ${subjectId} AND state IN ('open', 'confirming') ORDER BY id LIMIT 1`;
  return vote?.id ?? null;
}

export async function readSubject(db: Db, { guildId, subjectId }: SubjectKey, now: Date): Promise<SubjectCard | null> {
  const subject = await db.reportSubject.findFirst({ where: { id: subjectId, guildId } });
  return subject && describe(db, subject, now);
}

/** One that is not about them. Throws `reports.unknown`, `reports.concerned`. */
export async function getSubject(db: Db | Tx, { guildId, actorId }: By, subjectId: number): Promise<Subject> {
  const subject = await db.reportSubject.findFirst({ where: { id: subjectId, guildId } });
  if (!subject) throw unknownSubject();
  if (subject.userId === actorId) throw concerned();
  return subject;
}

export const openSubject = async (db: Db, by: By & { now: Date }, subjectId: number): Promise<SubjectCard> =>
  describe(db, await getSubject(db, by, subjectId), by.now);

export type ReportPage = { subject: Subject; lines: readonly ReportLine[]; total: number; page: number };

/** All that was said of one subject. */
export async function listReports(db: Db, by: By, { subjectId, page }: { subjectId: number; page: number }): Promise<ReportPage> {
  const subject = await getSubject(db, by, subjectId);
  const total = await db.report.count({ where: { subjectId } });
  const at = Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1));
  return { subject, lines: await linesOf(db, subjectId, { skip: at * pageSize, take: pageSize }), total, page: at };
}

/** What waits for somebody, but what concerns them. */
const waitingFor = ({ guildId, actorId }: By): Prisma.ReportSubjectWhereInput => ({
  guildId,
  state: 'open',
  userId: { not: actorId },
});

export const countWaiting = (db: Db, by: By): Promise<number> => db.reportSubject.count({ where: waitingFor(by) });

export const countAbout = (db: Db, by: By, userId: string): Promise<number> =>
  db.reportSubject.count({ where: { AND: [waitingFor(by), { userId }] } });

export type QueuePage = {
  entries: readonly { subject: Subject; name: string | null; reporters: number; content: string | null }[];
  total: number;
  page: number;
};

/** The longest waiting first, and what calls at once before all. */
export async function listQueue(db: Db, by: By & { now: Date }, page: number): Promise<QueuePage> {
  const total = await countWaiting(db, by);
  const at = Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1));
  const found = await db.reportSubject.findMany({
    where: waitingFor(by),
    include: { _count: { select: { reports: true } }, evidence: { select: { content: true } } },
    orderBy: [{ alertLevel: { sort: 'asc', nulls: 'last' } }, { waitingSince: 'asc' }, { id: 'asc' }],
    skip: at * pageSize,
    take: pageSize,
  });
  const known = await historiesOf(db, { guildId: by.guildId, userIds: found.map(({ userId }) => userId), now: by.now });
  const entries = found.map(({ _count, evidence, ...subject }) => ({
    subject,
    name: known.get(subject.userId)?.name ?? null,
    reporters: _count.reports,
    content: evidence?.content ?? null,
  }));
  return { entries, total, page: at };
}

/** False when it is no more, or has another card since. */
export async function recordCard(
  db: Db,
  id: number,
  former: string | null,
  card: { channelId: string; messageId: string },
): Promise<boolean> {
  const { count } = await db.reportSubject.updateMany({
    where: { id, cardMessageId: former },
    data: { cardChannelId: card.channelId, cardMessageId: card.messageId },
  });
  return count > 0;
}

export const recordCall = (db: Db, id: number, level: number) =>
  db.reportSubject.updateMany({
    where: { id, alertLevel: level },
    data: { alertPosted: level },
  });

/** At once; the next hour sees to the others. */
const most = 500;

/** Subjects of which moderators have no card, and calls that they did not get; nobody is there to read them on a server that we left. */
export async function promiseCards(tx: Tx, guildId: string | null = null): Promise<void> {
  const due = await tx.$queryRaw<{ id: number; guildId: string; isCall: boolean }[]>`
    SELECT * FROM (
      (SELECT id, guild_id AS "guildId", false AS "isCall" FROM report_subject
       WHERE state = 'open' AND card_message_id IS NULL AND (${guildId}::text IS NULL OR guild_id = ${guildId}) ORDER BY id LIMIT ${most})
      UNION ALL
      (SELECT id, guild_id, true FROM report_subject
       WHERE state = 'open' AND alert_level IS NOT NULL AND alert_posted IS NULL
         AND (${guildId}::text IS NULL OR guild_id = ${guildId}) ORDER BY id LIMIT ${most})) AS due
    WHERE NOT EXISTS (SELECT FROM guild WHERE guild.id = due."guildId" AND guild.left_at IS NOT NULL)`;
  const entriesOf = (calls: boolean) =>
    due
      .filter(({ isCall }) => isCall === calls)
      .map(({ id, guildId: where }) => ({ payload: { guildId: where, subjectId: id }, key: String(id) }));
  await enqueueAll(tx, cardTask, entriesOf(false));
  await enqueueAll(tx, callTask, entriesOf(true));
}
