import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

/** The choice comes first: `moderation:vote:yes:4`. */
export const choices = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof choices)[number];

const voteId = rowId;
const page = pageNumber;

export const ballotId = customId('moderation:vote', { choice: z.enum(choices), voteId });
/** What is proposed about whom, and because of what. */
export const proposeFormId = customId('moderation:vote:form', {
  userId: snowflake,
  evidenceId: rowCount,
  source: z.enum(['none', 'report', 'hit', 'vote', 'account']),
  sourceId: rowCount,
});
/** The whole of a vote, for whom it does not concern. */
export const showId = customId('moderation:vote:show', { voteId });
export const queueId = customId('moderation:vote:queue', { page });
export const expediteId = customId('moderation:vote:expedite', { voteId });
export const expediteFormId = customId('moderation:vote:expedited', { voteId });
export const withdrawId = customId('moderation:vote:withdraw', { voteId });
export const withdrawFormId = customId('moderation:vote:withdrawn', { voteId });
export const confirmId = customId('moderation:vote:confirm', { voteId });
export const declineId = customId('moderation:vote:decline', { voteId });
export const declineFormId = customId('moderation:vote:declined', { voteId });

const vote = z.object({ guildId: snowflake, voteId: z.number().int().positive() });
export const cardTask = taskContract('votes.card', vote);
/** Its time is over: what was decided is carried out. */
export const closeTask = taskContract('votes.close', vote);
/** The question to admins, and what became of it. */
export const askTask = taskContract('votes.ask', vote);
export const uncardTask = taskContract(
  'votes.uncard',
  z.object({ guildId: snowflake, channelId: snowflake, messageId: snowflake }),
);
