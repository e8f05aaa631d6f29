import type { Db, Tx } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';

/** A campaign that ended, with all that it proposed. */
const keptFor = 365 * day;
/** A draft that nobody planned. */
const draftLife = 180 * day;

/** Whom somebody was proposed with is also the other's: it is told without their name. */
export async function exportCampaigns(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const [joined, pairs, excluded, made] = await Promise.all([
    db.campaignParticipant.findMany({
      where: { guildId, userId },
      select: {
        part: true,
        joinedAt: true,
        leftAt: true,
        remindedAt: true,
        why: true,
        campaign: { select: { name: true, state: true } },
      },
      orderBy: { campaignId: 'asc' },
    }),
    db.campaignPair.findMany({
      where: { guildId, OR: [{ learnerId: userId }, { mentorId: userId }] },
      select: { learnerId: true, score: true, reasons: true, campaign: { select: { name: true } } },
      orderBy: { id: 'asc' },
    }),
    db.campaignExclusion.count({ where: { guildId, OR: [{ learnerId: userId }, { mentorId: userId }] } }),
    db.mentoringCampaign.findMany({
      where: { guildId, OR: [{ createdBy: userId }, { coordinatorId: userId }] },
      select: { name: true, createdAt: true, createdBy: true, coordinatorId: true },
      orderBy: { id: 'asc' },
    }),
  ]);
  return {
    joined,
    proposed: pairs.map(({ learnerId, ...pair }) => ({ ...pair, as: learnerId === userId ? 'learner' : 'mentor' })),
    pairsExcluded: excluded,
    campaigns: made.map(({ createdBy, coordinatorId, ...campaign }) => ({
      ...campaign,
      made: createdBy === userId,
      coordinates: coordinatorId === userId,
    })),
  };
}

export async function eraseCampaigns(tx: Tx, guildId: string, userId: string): Promise<void> {
  const either = { guildId, OR: [{ learnerId: userId }, { mentorId: userId }] };
  await tx.campaignParticipant.deleteMany({ where: { guildId, userId } });
  await tx.campaignPair.deleteMany({ where: either });
  await tx.campaignPair.updateMany({ where: { guildId, rivalId: userId }, data: { rivalId: null } });
  await tx.campaignExclusion.deleteMany({ where: either });
  await tx.mentoringCampaign.updateMany({ where: { guildId, createdBy: userId }, data: { createdBy: null } });
  await tx.mentoringCampaign.updateMany({ where: { guildId, coordinatorId: userId }, data: { coordinatorId: null } });
}

export async function forgetCampaigns(tx: Tx, now: Date): Promise<void> {
  await tx.mentoringCampaign.deleteMany({
    where: { state: { in: ['published', 'cancelled'] }, endedAt: { lt: new Date(now.getTime() - keptFor) } },
  });
  await tx.mentoringCampaign.deleteMany({
    where: { state: 'draft', plannedAt: null, createdAt: { lt: new Date(now.getTime() - draftLife) } },
  });
}
