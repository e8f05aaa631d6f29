import type { CampaignPart, MentoringCampaign, Prisma } from '../../../prisma/client/client.ts';
import { usualLevels } from '../../../src/features/campaigns/rules.ts';
import { keepProposal } from '../../../src/features/campaigns/service/compute.ts';
import { feedProposal } from '../../../src/features/campaigns/service/feed.ts';
import { proposeWork } from '../../../src/features/campaigns/service/propose.ts';
import { workApart } from '../../../src/infra/apart.ts';
import type { Db } from '../../../src/infra/db.ts';
import { day } from '../../../src/kernel/time.ts';
import { monday } from '../../support/monday.ts';
import { aMentor, aRequest, factoryGuild, someone } from '../mentoring/factory.ts';

/** An open campaign for all learners, unless said otherwise. */
export const aCampaign = (
  db: Db,
  overrides: Partial<Prisma.MentoringCampaignUncheckedCreateInput> = {},
): Promise<MentoringCampaign> =>
  db.mentoringCampaign.create({
    data: {
      guildId: factoryGuild,
      name: 'Printemps',
      state: 'open',
      opensAt: monday,
      closesAt: new Date(monday.getTime() + 10 * day),
      weights: usualLevels,
      minScore: 0.2,
      seed: 7,
      createdAt: monday,
      plannedAt: monday,
      openedAt: monday,
      places: { create: [{ promoId: null, name: '' }] },
      ...overrides,
    },
  });

export async function joins(db: Db, { id, guildId }: MentoringCampaign, userId: string, part: CampaignPart): Promise<string> {
  await db.campaignParticipant.create({ data: { campaignId: id, guildId, userId, part, joinedAt: monday } });
  return userId;
}

/** With their request, who takes part. */
export const aLearner = async (
  db: Db,
  campaign: MentoringCampaign,
  overrides: Partial<Prisma.MentoringRequestUncheckedCreateInput> = {},
): Promise<string> => joins(db, campaign, (await aRequest(db, { guildId: campaign.guildId, ...overrides })).userId, 'learner');

/** With their profile, who takes part. */
export const aHelper = async (
  db: Db,
  campaign: MentoringCampaign,
  overrides: Partial<Prisma.MentorProfileUncheckedCreateInput> = {},
): Promise<string> => joins(db, campaign, (await aMentor(db, { guildId: campaign.guildId, ...overrides })).userId, 'mentor');

/** Closes it and works its proposal out, as the task does. */
export async function computed(db: Db, { id }: MentoringCampaign): Promise<MentoringCampaign> {
  const campaign = await db.mentoringCampaign.update({ where: { id }, data: { state: 'closed', closedAt: monday } });
  const proposal = await workApart(proposeWork, feedProposal(db, campaign, { now: monday, timeZone: 'Europe/Paris' }));
  await keepProposal(db, { guildId: campaign.guildId, id, revision: campaign.revision }, proposal, monday);
  return db.mentoringCampaign.findUniqueOrThrow({ where: { id } });
}

export { factoryGuild, someone };
