import type { Db, Tx } from '../../infra/db.ts';

/** All that is kept of somebody who offers help, and whom they avoid. */
export async function exportMentor(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const own = { guildId, userId };
  const [profile, avoided, decided] = await Promise.all([
    db.mentorProfile.findUnique({ where: { guildId_userId: own } }),
    db.mentoringAvoid.findMany({ where: own }),
    db.mentorProfile.count({ where: { guildId, decidedBy: userId } }),
  ]);
  const { decidedBy: _staff, ...said } = profile ?? { decidedBy: null };
  return { profile: profile && said, avoided, profilesDecided: decided };
}

export async function eraseMentor(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.mentorProfile.deleteMany({ where: { guildId, userId } });
  await tx.mentoringAvoid.deleteMany({ where: { guildId, OR: [{ userId }, { avoidedId: userId }] } });
  await tx.mentorProfile.updateMany({ where: { guildId, decidedBy: userId }, data: { decidedBy: null } });
}
