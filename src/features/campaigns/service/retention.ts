import type { MentoringCampaign } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';
import { clearTask } from '../wire.ts';
import { promiseCard, promiseProposal } from './campaign.ts';
import { explain } from './compute.ts';

/** A campaign that ended, with all that it proposed. */
const keptFor = 365 * day;
/** A draft that nobody planned. */
const draftLife = 180 * day;

/**
 * Whom somebody was proposed with is also the other's: everybody else's id is left out, and of a pair that they were only compared with all but that fact. What was not
 * published is nobody's yet.
 */
export async function exportCampaigns(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const either = { guildId, OR: [{ learnerId: userId }, { mentorId: userId }] };
  const published = { guildId, campaign: { state: 'published' as const } };
  const own = (id: string | null) => (id === userId ? id : null);
  const [joined, pairs, excluded, made] = await Promise.all([
    db.campaignParticipant.findMany({
      where: { guildId, userId },
      include: { campaign: { select: { name: true, state: true } } },
      orderBy: { campaignId: 'asc' },
    }),
    db.campaignPair.findMany({
      where: { ...published, OR: [{ learnerId: userId }, { mentorId: userId }, { rivalId: userId }] },
      orderBy: { id: 'asc' },
    }),
    db.campaignExclusion.findMany({ where: { ...either, ...published }, orderBy: [{ campaignId: 'asc' }, { at: 'asc' }] }),
    db.mentoringCampaign.findMany({
      where: { guildId, OR: [{ createdBy: userId }, { coordinatorId: userId }] },
      orderBy: { id: 'asc' },
    }),
  ]);
  const mine = <P extends { learnerId: string; mentorId: string }>(pair: P) => ({
    ...pair,
    learnerId: own(pair.learnerId),
    mentorId: own(pair.mentorId),
  });
  const isIn = ({ learnerId, mentorId }: { learnerId: string; mentorId: string }) => learnerId === userId || mentorId === userId;
  return {
    joined: joined.map(({ why, ...one }) => ({ ...one, why: one.campaign.state === 'published' ? why : null })),
    proposed: pairs.filter(isIn).map(({ rivalId, ...pair }) => mine(pair)),
    compared: pairs.filter((pair) => !isIn(pair)).map(({ campaignId }) => ({ campaignId })),
    excluded: excluded.map(mine),
    campaigns: made.map(({ createdBy, coordinatorId, ...campaign }) => ({
      ...campaign,
      createdBy: own(createdBy),
      coordinatorId: own(coordinatorId),
    })),
  };
}

/** The news of a campaign names whoever one was paired with. */
async function clearTold(tx: Tx, guildId: string, userId: string): Promise<void> {
  const told = await tx.$queryRaw<{ channelId: string; messageId: string }[]>`
    SELECT channel_id AS "channelId", message_id AS "messageId" FROM campaign_pair AS pair
    JOIN notice ON notice.guild_id = ${guildId} AND notice.key = 'campaigns.told:' || pair.campaign_id
      AND notice.user_id = CASE WHEN pair.learner_id = ${userId} THEN pair.mentor_id ELSE pair.learner_id END
    WHERE pair.guild_id = ${guildId} AND (pair.learner_id = ${userId} OR pair.mentor_id = ${userId})
      AND channel_id IS NOT NULL AND message_id IS NOT NULL`;
  await enqueueAll(
    tx,
    clearTask,
    told.map(({ channelId, messageId }) => ({ payload: { guildId, channelId, messageId }, key: messageId })),
  );
}

/**
 * What is being worked out of somebody, or is shown to staff, is worked out or told again without them: whoever keeps a proposal or changes one holds its
 * campaign, and finds another revision.
 */
export async function eraseCampaigns(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  const either = { guildId, OR: [{ learnerId: userId }, { mentorId: userId }] };
  const running = await tx.$queryRaw<Pick<MentoringCampaign, 'id' | 'state'>[]>`
    SELECT id, state FROM mentoring_campaign AS campaign WHERE guild_id = ${guildId} AND state NOT IN ('published', 'cancelled') AND (
      EXISTS (SELECT FROM campaign_participant AS person WHERE person.campaign_id = campaign.id AND person.user_id = ${userId})
      OR EXISTS (SELECT FROM campaign_pair AS pair WHERE pair.campaign_id = campaign.id AND ${userId} IN (pair.learner_id, pair.mentor_id, pair.rival_id)))
    ORDER BY id FOR UPDATE`;
  await clearTold(tx, guildId, userId);
  await tx.campaignParticipant.deleteMany({ where: { guildId, userId } });
  await tx.campaignPair.deleteMany({ where: either });
  await tx.campaignPair.updateMany({ where: { guildId, rivalId: userId }, data: { rivalId: null } });
  await tx.campaignExclusion.deleteMany({ where: either });
  for (const { id, state } of running) {
    if (state !== 'closed' && state !== 'preview') continue;
    const key = { guildId, id };
    const isShown = state === 'preview';
    await tx.mentoringCampaign.update({
      where: { id },
      data: { revision: { increment: 1 }, ...(isShown && { changedAt: now }) },
    });
    if (isShown) {
      await explain(tx, key);
      await promiseCard(tx, key);
    } else await promiseProposal(tx, key);
  }
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
