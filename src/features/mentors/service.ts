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

/** What a guild chose for mentoring. */
export type MentoringSettings = {
  needsCoordinator: boolean;
  answerHours: number;
  nudgeDays: number;
  warnDays: number;
  endDays: number;
};

/** The defaults stand for what was not chosen. */
export async function readMentoring(db: Db | Tx, guildId: string): Promise<MentoringSettings> {
  const chosen = await db.mentoringSetting.findUnique({ where: { guildId } });
  return {
    needsCoordinator: chosen?.needsCoordinator ?? false,
    answerHours: chosen?.answerHours ?? 72,
    nudgeDays: chosen?.nudgeDays ?? 21,
    warnDays: chosen?.warnDays ?? 35,
    endDays: chosen?.endDays ?? 42,
  };
}

/** These two are never paired again. */
export async function keepApart(
  tx: Tx,
  { guildId, one, other, now }: { guildId: string; one: string; other: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO mentoring_avoid (guild_id, user_id, avoided_id, was_paired, at)
    VALUES (${guildId}, ${one}, ${other}, true, ${now}), (${guildId}, ${other}, ${one}, true, ${now})
    ON CONFLICT (guild_id, user_id, avoided_id) DO UPDATE SET was_paired = true`;
}
