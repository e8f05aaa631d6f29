import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import { appealDaysOf, type CaseKind } from '../../../kernel/moderation.ts';
import { day } from '../../../kernel/time.ts';
import { lockCases, sanctionKinds } from './case.ts';
import { underReview } from './evidence.ts';

/** Somebody's own cases and what was kept of their messages, and how many cases they wrote. Never who decided, nor what is still looked into. */
export async function exportCases(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const own = { guildId, userId };
  const reviewed = await underReview(db, own);
  const [cases, evidence, written, prepared] = await Promise.all([
    db.moderationCase.findMany({
      where: { ...own, kind: { not: 'note' } },
      orderBy: { number: 'asc' },
      select: {
        number: true,
        kind: true,
        severity: true,
        points: true,
        pointsUntil: true,
        reason: true,
        endsAt: true,
        endedAt: true,
        voidedAt: true,
        createdAt: true,
        erasureAskedAt: true,
      },
    }),
    db.moderationEvidence.findMany({
      where: { ...own, id: { notIn: reviewed } },
      select: {
        content: true,
        channelId: true,
        messageId: true,
        sentAt: true,
        purgeAt: true,
        files: { select: { name: true, size: true } },
      },
    }),
    db.moderationCase.count({ where: { guildId, OR: [{ authorId: userId }, { behalfId: userId }] } }),
    db.moderationPlan.count({ where: own }),
  ]);
  return { cases, evidence, casesWritten: written, casesPrepared: prepared };
}

/**
 * The numbers stay, so that none is missing; nothing in them names or quotes the person any more. A sanction that is running would end with its name, so it
 * keeps it until it is over, for the safety of the others and for whoever must answer for it: GDPR, articles 17(3)(e) and 21(1). So
 * does what an open report or vote rests on.
 */
export async function eraseCases(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  await lockCases(tx, guildId);
  const running = { kind: { in: [...sanctionKinds] }, endedAt: null, voidedAt: null };
  await tx.moderationPlan.deleteMany({ where: { guildId, OR: [{ userId }, { targetId: userId }] } });
  await tx.moderationEvidence.deleteMany({
    where: { guildId, userId, id: { notIn: await underReview(tx, { guildId, userId }) } },
  });
  await tx.moderationCase.updateMany({ where: { guildId, userId, ...running }, data: { erasureAskedAt: now } });
  await cut(tx, { guildId, userId, NOT: running });
  await tx.moderationCase.updateMany({ where: { guildId, authorId: userId }, data: { authorId: null } });
  await tx.moderationCase.updateMany({ where: { guildId, behalfId: userId }, data: { behalfId: null } });
  await tx.moderationCase.updateMany({ where: { guildId, voidedBy: userId }, data: { voidedBy: null } });
  await tx.moderationCase.updateMany({ where: { guildId, hiddenBy: userId }, data: { hiddenBy: null } });
}

async function cut(tx: Tx, where: Prisma.ModerationCaseWhereInput): Promise<void> {
  await tx.moderationCode.deleteMany({ where: { case: where } });
  await tx.moderationCase.updateMany({ where: { ...where, voidedAt: { not: null } }, data: { voidReason: '' } });
  await tx.moderationCase.updateMany({ where, data: { userId: null, reason: '', hideReason: null } });
}

/** Names of cases outlast their end by that much. */
const nameLife = 2 * 365 * day;
/** As many at once as a transaction may hold locked for long. */
const batch = 500;

/** Names whose time is over: of whoever asked to be forgotten, once the sanction and the time to appeal are over; of all others two years after. */
export async function forgetNames(tx: Tx, now: Date): Promise<void> {
  const old = new Date(now.getTime() - nameLife);
  const before = (kind: CaseKind) => new Date(now.getTime() - appealDaysOf(kind) * day);
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM moderation_case
    WHERE user_id IS NOT NULL AND erasure_asked_at IS NOT NULL AND (voided_at IS NOT NULL
      OR (ended_at IS NOT NULL AND created_at <= CASE kind WHEN 'timeout' THEN ${before('timeout')}::timestamptz ELSE ${before('ban')}::timestamptz END))
    UNION
    SELECT id FROM moderation_case
    WHERE user_id IS NOT NULL AND created_at <= ${old}
      AND (kind NOT IN ('timeout', 'tempban', 'ban') OR coalesce(voided_at, ended_at) <= ${old})
    ORDER BY 1 LIMIT ${batch}`;
  if (rows.length === 0) return;
  const ids = Prisma.join(rows.map(({ id }) => id));
  await tx.$executeRaw`DELETE FROM moderation_code WHERE case_id IN (${ids})`;
  await tx.$executeRaw`
    UPDATE moderation_case SET user_id = NULL, author_id = NULL, behalf_id = NULL, voided_by = NULL, hidden_by = NULL, hide_reason = NULL, reason = '',
      void_reason = CASE WHEN voided_at IS NULL THEN NULL ELSE '' END
    WHERE id IN (${ids})`;
}

/** A code that is used or too old opens nothing. */
export async function forgetCodes(tx: Tx, now: Date): Promise<void> {
  await tx.moderationCode.deleteMany({ where: { expiresAt: { lte: now } } });
}
