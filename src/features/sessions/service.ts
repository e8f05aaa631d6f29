import type { Db, Tx } from '../../infra/db.ts';

/** The sessions of the pairs of somebody. */
export async function exportSessions(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const sessions = await db.mentoringSession.findMany({
    where: {
      guildId,
      OR: [
        { plannedBy: userId },
        { settledBy: userId },
        { missedBy: userId },
        { pair: { OR: [{ mentorId: userId }, { learnerId: userId }] } },
      ],
    },
    orderBy: { id: 'asc' },
  });
  const own = (id: string | null) => (id === userId ? id : null);
  return {
    sessions: sessions.map(({ plannedBy, settledBy, missedBy, ...session }) => ({
      ...session,
      plannedBy: own(plannedBy),
      settledBy: own(settledBy),
      missedBy: own(missedBy),
    })),
  };
}

export async function eraseSessions(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.mentoringSession.updateMany({ where: { guildId, plannedBy: userId }, data: { plannedBy: null } });
  await tx.mentoringSession.updateMany({ where: { guildId, settledBy: userId }, data: { settledBy: null } });
  await tx.mentoringSession.updateMany({ where: { guildId, missedBy: userId }, data: { missedBy: null } });
}
