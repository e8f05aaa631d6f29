import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const campaignId = rowId;
const page = pageNumber;
/** That the click saw: what changed since is shown first. */
const revision = rowCount;
/** Of a pair of the proposal. */
const row = rowId;

// Who takes part.
export const joinId = customId('mentoring:join', { campaignId });
/** For whoever could be either. */
export const joinAsId = customId('mentoring:join:as', { campaignId, part: z.enum(['learner', 'mentor']) });
export const leaveId = customId('mentoring:join:leave', { campaignId });

// Staff: all of them.
export const openId = customId('mentoring:campaign', {});
export const listId = customId('mentoring:campaign:list', { page });
export const pickId = customId('mentoring:campaign:pick', {});
export const newId = customId('mentoring:campaign:new', {});
export const createId = customId('mentoring:campaign:create', {});

// Staff: one of them.
export const showId = customId('mentoring:campaign:show', { campaignId });
/** From the channel of staff: for whoever pressed alone. */
export const lookId = customId('mentoring:campaign:look', { campaignId });
export const editId = customId('mentoring:campaign:edit', { campaignId });
export const editedId = customId('mentoring:campaign:edited', { campaignId, revision });
export const weightsId = customId('mentoring:campaign:weights', { campaignId });
export const weighedId = customId('mentoring:campaign:weighed', { campaignId, revision });
export const promosId = customId('mentoring:campaign:promos', { campaignId, page });
/** Promos are chosen from the first to the last that a page showed: what comes and goes meanwhile moves the pages. */
export const chosenId = customId('mentoring:campaign:chosen', { campaignId, page, first: rowId, last: rowId });
export const planId = customId('mentoring:campaign:plan', { campaignId, revision });
export const closeId = customId('mentoring:campaign:close', { campaignId, revision });
export const cancelId = customId('mentoring:campaign:cancel', { campaignId });
export const cancelSureId = customId('mentoring:campaign:cancel_yes', { campaignId, revision });

// Staff: the proposal.
export const pairsId = customId('mentoring:campaign:pairs', { campaignId, page });
export const pairId = customId('mentoring:campaign:pair', { campaignId, page });
export const aloneId = customId('mentoring:campaign:alone', { campaignId, page });
export const lockId = customId('mentoring:campaign:lock', { campaignId, row, revision });
export const unlockId = customId('mentoring:campaign:unlock', { campaignId, row, revision });
export const excludeId = customId('mentoring:campaign:exclude', { campaignId, row, revision });
export const swapId = customId('mentoring:campaign:swap', { campaignId, row, revision });
export const handId = customId('mentoring:campaign:hand', { campaignId, revision });
export const handedId = customId('mentoring:campaign:handed', { campaignId, revision });
export const excludedId = customId('mentoring:campaign:excluded', { campaignId, page });
export const includeId = customId('mentoring:campaign:include', { campaignId, page, revision });
export const firstId = customId('mentoring:campaign:first', { campaignId, revision, first: z.enum(['seats', 'stable']) });
export const againId = customId('mentoring:campaign:again', { campaignId, revision });
export const publishId = customId('mentoring:publish', { campaignId, revision });

const number = z.number().int().positive();
const campaign = z.object({ guildId: snowflake, campaignId: number });

/** Brings the message of one place to what the campaign says: it asks people to take part, or says that it is over. */
export const placeTask = taskContract('campaigns.place', z.object({ guildId: snowflake, placeId: number }));
/** Works out the proposal. */
export const computeTask = taskContract('campaigns.compute', campaign);
/** Keeps the card of staff. */
export const cardTask = taskContract('campaigns.card', campaign);
/** Tells one person what came of it, once. */
export const tellTask = taskContract('campaigns.tell', campaign.extend({ userId: snowflake }));
/** Reminds one person that their form is missing. */
export const remindTask = taskContract('campaigns.remind', campaign.extend({ userId: snowflake }));
/** Takes away what names, in a message to somebody else, a person who is to be forgotten. */
export const clearTask = taskContract(
  'campaigns.clear',
  z.object({ guildId: snowflake, channelId: snowflake, messageId: snowflake }),
);
