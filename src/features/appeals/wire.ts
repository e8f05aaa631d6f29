import { z } from 'zod';
import { customId, pageNumber, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const guildId = snowflake;
const appealId = rowId;

export const formId = customId('moderation:appeal:form', { guildId, caseId: rowId });
export const withdrawId = customId('moderation:appeal:withdraw', { guildId, appealId });
export const withdrawSureId = customId('moderation:appeal:withdraw_sure', { guildId, appealId });

// Of moderators.
export const outcomes = ['accept', 'reduce', 'uphold'] as const;
export const decideId = customId('moderation:decide', { outcome: z.enum(outcomes), appealId });
export const acceptFormId = customId('moderation:decide:accept_form', { appealId });
export const upholdFormId = customId('moderation:decide:uphold_form', { appealId });
export const shortenFormId = customId('moderation:decide:shorten_form', { appealId });
export const lowerFormId = customId('moderation:decide:lower_form', { appealId });
export const queueId = customId('moderation:appeal:queue', {});
export const pageId = customId('moderation:appeal:page', { page: pageNumber });

const anAppeal = z.object({ guildId, appealId: z.number().int().positive() });
export const cardTask = taskContract('appeals.card', anAppeal);
/** The person learns what became of it. */
export const tellTask = taskContract('appeals.tell', anAppeal);
export const remindTask = taskContract('appeals.remind', z.object({ guildId }));

/** What whoever writes to the bot in a direct message is answered. */
export const answers = ['unknown', 'tries', 'write', 'short', 'long', 'sent', 'already', 'late'] as const;
export const answerTask = taskContract(
  'appeals.answer',
  z.object({
    channelId: snowflake,
    messageId: snowflake,
    answer: z.enum(answers),
    /** Absent when nothing is known of the server: the answer is in both languages. */
    guildId: snowflake.optional(),
    caseId: z.number().int().nullable(),
    locale: z.enum(['fr', 'en']).nullable(),
  }),
);
export type Answer = (typeof answers)[number];
