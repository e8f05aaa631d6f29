import { workApart } from '../../../infra/apart.ts';
import { requireAllowed, schedule, task } from '../../../infra/tasks.ts';
import { mentoringStaffKey } from '../../../kernel/mentoring.ts';
import { hour, minute } from '../../../kernel/time.ts';
import { getCampaign } from '../service/campaign.ts';
import { findClosed, keepProposal, promiseForgotten, recordCard } from '../service/compute.ts';
import { feedProposal } from '../service/feed.ts';
import { keepDates } from '../service/life.ts';
import { readTurnout } from '../service/list.ts';
import { readNow } from '../service/preview.ts';
import { proposeWork } from '../service/propose.ts';
import { staffCard } from '../views/proposal.ts';
import { cardTask, computeTask } from '../wire.ts';

/** Works out the proposal in a thread of its own. What staff change meanwhile promises another one. */
export const compute = task(computeTask, async ({ db, clock, settings }, { guildId, campaignId }) => {
  const campaign = await findClosed(db, { guildId, id: campaignId });
  if (!campaign) return;
  const now = clock.now();
  const { timeZone } = await settings(guildId);
  const proposal = await workApart(proposeWork, feedProposal(db, campaign, { now, timeZone }));
  await keepProposal(db, { guildId, id: campaignId, revision: campaign.revision }, proposal, now);
});

/** Staff see it in their channel: posted when the first proposal is ready, kept up to date until the end. */
export const card = task(cardTask, async ({ db, post, settings }, { guildId, campaignId }) => {
  const found = await db.mentoringCampaign.findFirst({ where: { id: campaignId, guildId } });
  if (!found) return;
  const { locale, channels } = await settings(guildId);
  const channelId = channels[mentoringStaffKey];
  if (channelId === undefined) return;
  const key = { guildId, id: campaignId };
  const [campaign, { now }, turnout] = await Promise.all([getCampaign(db, key), readNow(db, key), readTurnout(db, key)]);
  const posted = requireAllowed(
    await post({
      channelId,
      messageId: campaign.cardChannelId === channelId ? campaign.cardMessageId : null,
      message: staffCard(campaign, now, turnout, locale),
      key: `campaigns.card:${campaignId}${campaign.lapsed ? ':lapsed' : ''}`,
      // The one from before it lapsed has the same button.
      since: (campaign.lapsed ? campaign.endedAt : campaign.closedAt) ?? campaign.createdAt,
    }),
  );
  if (posted.ok) await recordCard(db, campaignId, { channelId, messageId: posted.value.id });
});

/** Opens and closes campaigns on their day. */
export const keepDays = schedule('campaigns.dates', minute, (tx, { clock }) => keepDates(tx, clock.now()), [
  'mentoring_campaign',
]);
export const keepProposals = schedule('campaigns.keep_proposals', hour, (tx) => promiseForgotten(tx), ['mentoring_campaign']);
