import type { ReportReveal } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, isDuplicate, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import {
  alreadyAsked,
  concerned,
  erasedReporter,
  notConfirmed,
  notForYou,
  secondPerson,
  unknownReveal,
  unknownSubject,
} from '../messages/refusal.ts';
import { revealFor } from '../rules/limit.ts';
import { revealTask } from '../wire.ts';

export type Reveal = ReportReveal;
type WithReport = Reveal & {
  report: { subjectId: number; subject: { userId: string }; reporter: { alias: string; userId: string } | null };
};

const promiseReveal = (tx: Tx | Db, { guildId, id }: Pick<Reveal, 'guildId' | 'id'>): Promise<void> =>
  enqueue(tx, revealTask, { guildId, revealId: id }, { key: String(id) });

const about = {
  report: {
    select: {
      subjectId: true,
      subject: { select: { userId: true } },
      reporter: { select: { alias: true, userId: true } },
    },
  },
} as const;

/** The line in the log: two moderators and the subject, never who reported. */
const record = (
  tx: Tx,
  { guildId, actorId, now }: Change,
  reveal: Pick<WithReport, 'id' | 'report'>,
  action: string,
): Promise<void> =>
  audit(tx, {
    ...{ guildId, actorId, action: `reports.${action}`, subject: `report:${reveal.report.subjectId}` },
    ...{ after: { revealId: reveal.id }, at: now },
  });

/** Of a report that is not about them. Throws `reports.unknown`, `reports.concerned`, `reports.erased`. */
export async function getRevealable(db: Db | Tx, { guildId, actorId }: Pick<Change, 'guildId' | 'actorId'>, reportId: number) {
  const report = await db.report.findFirst({
    where: { id: reportId, guildId },
    select: { id: true, subjectId: true, reporterId: true, subject: { select: { userId: true } } },
  });
  if (!report) throw unknownSubject();
  if (report.subject.userId === actorId) throw concerned();
  if (report.reporterId === null) throw erasedReporter();
  return report;
}

/** One moderator asks who reported. Throws `reports.already_asked` too. */
export const askReveal = (db: Db, by: Change, { reportId, reason }: { reportId: number; reason: string }): Promise<Reveal> =>
  db
    .$transaction(async (tx) => {
      const { guildId, actorId, now } = by;
      const { subjectId } = await getRevealable(tx, by, reportId);
      await tx.reportReveal.updateMany({
        where: { reportId, closedAt: null, expiresAt: { lte: now } },
        data: { closedAt: now },
      });
      const reveal = await tx.reportReveal.create({
        data: { guildId, reportId, askedBy: actorId, reason, askedAt: now, expiresAt: new Date(now.getTime() + revealFor) },
      });
      await promiseReveal(tx, reveal);
      await audit(tx, {
        ...{ guildId, actorId, action: 'reports.ask_identity', subject: `report:${subjectId}` },
        ...{ after: { revealId: reveal.id }, at: now },
      });
      return reveal;
    })
    .catch((error: unknown) => {
      throw isDuplicate(error, 'report_reveal_once') ? alreadyAsked() : error;
    });

/** One that is still good. Throws `reports.unknown_reveal`, `reports.concerned`. */
async function holdReveal(tx: Tx, { guildId, actorId, now }: Change, revealId: number): Promise<WithReport> {
  await tx.$queryRaw`SELECT id FROM report_reveal WHERE id = ${revealId} AND guild_id = ${guildId} FOR UPDATE`;
  const reveal = await tx.reportReveal.findFirst({ where: { id: revealId, guildId }, include: about });
  if (!reveal || reveal.closedAt || reveal.expiresAt <= now) throw unknownReveal();
  if (reveal.report.subject.userId === actorId) throw concerned();
  return reveal;
}

/** Another moderator agrees, for both to read. Throws `reports.second_person` too; a second confirmation changes nothing. */
export const confirmReveal = (db: Db, by: Change, revealId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const { actorId, now } = by;
    const reveal = await holdReveal(tx, by, revealId);
    if (reveal.askedBy === actorId) throw secondPerson();
    if (reveal.confirmedAt) return;
    // The request of somebody who was erased is nobody's.
    if (reveal.askedBy === null) throw unknownReveal();
    await tx.reportReveal.update({
      where: { id: revealId },
      data: { confirmedBy: actorId, confirmedAt: now, expiresAt: new Date(now.getTime() + revealFor) },
    });
    await promiseReveal(tx, reveal);
    await record(tx, by, reveal, 'confirm_identity');
  });

/** Who reported, for the two alone; each reading is in the log. Throws `reports.not_confirmed`, `reports.not_for_you`, `reports.erased` too. */
export const readIdentity = (
  db: Db,
  by: Change,
  revealId: number,
): Promise<{ alias: string; userId: string; name: string | null }> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId } = by;
    const reveal = await holdReveal(tx, by, revealId);
    if (!reveal.confirmedAt) throw notConfirmed();
    if (actorId !== reveal.askedBy && actorId !== reveal.confirmedBy) throw notForYou();
    const { reporter } = reveal.report;
    if (!reporter) throw erasedReporter();
    await record(tx, by, reveal, 'read_identity');
    const member = await tx.member.findUnique({
      where: { guildId_userId: { guildId, userId: reporter.userId } },
      select: { displayName: true },
    });
    return { ...reporter, name: member?.displayName ?? null };
  });

/** `userId`: whom the report is about. */
export type RevealCard = { reveal: Reveal; subjectId: number; userId: string };

export async function readReveal(
  db: Db,
  { guildId, revealId }: { guildId: string; revealId: number },
): Promise<RevealCard | null> {
  const found = await db.reportReveal.findFirst({ where: { id: revealId, guildId }, include: about });
  if (!found) return null;
  const { report, ...reveal } = found;
  return { reveal, subjectId: report.subjectId, userId: report.subject.userId };
}

/** False when it is no more, or has another message since. */
export const recordMessage = async (
  db: Db,
  id: number,
  former: string | null,
  place: { channelId: string; messageId: string },
) => {
  const { count } = await db.reportReveal.updateMany({ where: { id, messageId: former }, data: place });
  return count > 0;
};

export async function restoreReveals(db: Db, { guildId, messageIds }: { guildId: string; messageIds: string[] }): Promise<void> {
  const lost = await db.reportReveal.findMany({
    where: { guildId, messageId: { in: messageIds }, closedAt: null },
    select: { id: true, guildId: true },
  });
  for (const reveal of lost) await promiseReveal(db, reveal);
}

/** Those whose time is over: their message says so. */
export async function endReveals(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    UPDATE report_reveal SET closed_at = ${now} WHERE closed_at IS NULL AND expires_at <= ${now} RETURNING id, guild_id AS "guildId"`;
  await enqueueAll(
    tx,
    revealTask,
    due.map(({ id, guildId }) => ({ payload: { guildId, revealId: id }, key: String(id) })),
  );
}
