import type { Db, Tx } from '../../../infra/db.ts';

/** Somebody's own cases and what was kept of their messages, and how many cases they wrote. Never who decided. */
export async function exportCases(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const own = { guildId, userId };
  const [cases, evidence, written] = await Promise.all([
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
      },
    }),
    db.moderationEvidence.findMany({
      where: own,
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
  ]);
  return { cases, evidence, casesWritten: written };
}

/** The numbers stay, so that none is missing; nothing in them names or quotes the person any more. */
export async function eraseCases(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.moderationEvidence.deleteMany({ where: { guildId, userId } });
  await tx.moderationCase.updateMany({ where: { guildId, userId }, data: { userId: null, reason: '' } });
  await tx.moderationCase.updateMany({ where: { guildId, authorId: userId }, data: { authorId: null } });
  await tx.moderationCase.updateMany({ where: { guildId, behalfId: userId }, data: { behalfId: null } });
  await tx.moderationCase.updateMany({ where: { guildId, voidedBy: userId }, data: { voidedBy: null } });
  await tx.moderationCase.updateMany({ where: { guildId, hiddenBy: userId }, data: { hiddenBy: null } });
}
