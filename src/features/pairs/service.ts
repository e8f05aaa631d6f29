import type { Db, Tx } from '../../infra/db.ts';

/** The pairs of somebody, without the other's name. */
export async function exportPairs(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const pairs = await db.mentoringPair.findMany({
    where: { guildId, OR: [{ mentorId: userId }, { learnerId: userId }, { coordinatorId: userId }, { createdBy: userId }] },
  });
  const own = (id: string | null) => (id === userId ? id : null);
  return {
    pairs: pairs.map(({ mentorId, learnerId, coordinatorId, createdBy, ...pair }) => ({
      ...pair,
      mentorId: own(mentorId),
      learnerId: own(learnerId),
      coordinatorId: own(coordinatorId),
      createdBy: own(createdBy),
    })),
  };
}

export async function erasePairs(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  const theirs = { guildId, OR: [{ mentorId: userId }, { learnerId: userId }] };
  await tx.mentoringPair.updateMany({
    where: { ...theirs, state: { not: 'ended' } },
    data: { state: 'ended', endedAt: now, endedAs: 'left', pausedUntil: null },
  });
  await tx.mentoringPair.updateMany({ where: { guildId, mentorId: userId }, data: { mentorId: null, endReason: null } });
  await tx.mentoringPair.updateMany({ where: { guildId, learnerId: userId }, data: { learnerId: null, endReason: null } });
  await tx.mentoringPair.updateMany({ where: { guildId, coordinatorId: userId }, data: { coordinatorId: null } });
  await tx.mentoringPair.updateMany({ where: { guildId, createdBy: userId }, data: { createdBy: null } });
}
