import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const requestId = rowId;
const guildId = snowflake;

export const startId = customId('onboarding:start', {});

// All that a person may press in a direct message names its server.
export const resumeId = customId('onboarding:resume', { guildId });
export const acceptId = customId('onboarding:accept', { guildId, version: z.string().max(20) });
export const kindId = customId('onboarding:kind', { guildId });
export const formId = customId('onboarding:form', { guildId });
/** The same with an answer to what staff asked. */
export const answerFormId = customId('onboarding:form_answer', { guildId });
export const correctId = customId('onboarding:correct', { guildId, requestId });
export const withdrawId = customId('onboarding:withdraw', { guildId, requestId });
/** Somebody who is expected types the code that they were sent. */
export const codeId = customId('onboarding:code', { guildId });
export const codeFormId = customId('onboarding:code_form', { guildId });
export const changeId = customId('onboarding:change', { guildId });

/** Names what staff read: a correction that came since makes it another. */
export const approveId = customId('onboarding:approve', {
  requestId,
  revision: rowCount,
});
export const refuseId = customId('onboarding:refuse', { requestId });
export const refusalId = customId('onboarding:refusal', { requestId });
export const askId = customId('onboarding:ask', { requestId });
export const questionId = customId('onboarding:question', { requestId });
export const addressId = customId('onboarding:address', { requestId });
export const asId = customId('onboarding:as', { requestId });
/** The same on a page of the queue, which changes in place. */
export const pageAsId = customId('onboarding:page_as', { requestId, page: z.coerce.number().int().min(0).max(9_999) });
export const seeId = customId('onboarding:see', { requestId });
export const queueId = customId('onboarding:queue', {});
export const pageId = customId('onboarding:page', { page: z.coerce.number().int().min(0).max(9_999) });

const request = z.object({ guildId, requestId: z.number().int().positive() });

export const panelTask = taskContract('onboarding.panel', z.object({ guildId }));
export const cardTask = taskContract('onboarding.card', request);
/** The person answered what staff asked. */
export const answeredTask = taskContract('onboarding.answered', request);
export const settleTask = taskContract('onboarding.settle', request);
export const restoreTask = taskContract('onboarding.restore', z.object({ guildId }));
export const welcomeTask = taskContract('onboarding.welcome', z.object({ guildId, userId: snowflake }));
export const remindStaffTask = taskContract('onboarding.remind_staff', z.object({ guildId }));
export const remindPersonTask = taskContract('onboarding.remind_person', request);
export const removeCardTask = taskContract(
  'onboarding.remove_card',
  z.object({ guildId, channelId: snowflake, messageId: snowflake }),
);

// Where somebody learns or teaches: course, then promo. `aim` says what the choice is for.
const page = pageNumber;
const aim = z.enum(['identify', 'join']);
export type Aim = z.infer<typeof aim>;
export const courseId = customId('onboarding:course', { guildId, aim, page });
export const coursesId = customId('onboarding:courses', { guildId, aim, page });
export const promoId = customId('onboarding:promo', { guildId, aim, courseId: rowId, page });
export const promosId = customId('onboarding:promos', { guildId, aim, courseId: rowId, page });
/** It is not in the list. */
export const noPromoId = customId('onboarding:promo_none', { guildId });
/** Somebody identified asks for a promo more. */
export const joinId = customId('onboarding:promo_join', { guildId });
/** The one in which they are expected, since they came by its invite. */
export const expectedId = customId('onboarding:promo_expected', { guildId, promoId: rowId });

// The same by staff, for a request that waits.
export const promoChangeId = customId('onboarding:promo_change', { requestId });
export const courseOfId = customId('onboarding:course_of', { requestId, page });
export const coursesOfId = customId('onboarding:courses_of', { requestId, page });
export const promoOfId = customId('onboarding:promo_of', { requestId, courseId: rowId, page });
export const promosOfId = customId('onboarding:promos_of', { requestId, courseId: rowId, page });
export const promoDropId = customId('onboarding:promo_drop', { requestId });
