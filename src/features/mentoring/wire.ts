import { z } from 'zod';
import { customId, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const guildId = snowflake;
const askId = rowId;
const requestId = rowId;

// My request, on the server.
export const requestFormId = customId('mentoring:request:form', {});
export const editId = customId('mentoring:request:edit', {});
export const moreId = customId('mentoring:request:more', {});
export const moreFormId = customId('mentoring:request:more_form', {});
export const peopleId = customId('mentoring:request:people', {});
export const peopleFormId = customId('mentoring:request:people_form', {});
export const mainThemeId = customId('mentoring:request:main', {});
export const backId = customId('mentoring:request:back', {});

// Also from a direct message, which names its server: whose request it is decides who may.
export const mentorsId = customId('mentoring:choose:list', { guildId, requestId });
export const chooseId = customId('mentoring:choose', { guildId, requestId });
/** That mentor is asked before the others who wait for their turn. */
export const raiseId = customId('mentoring:choose:raise', { guildId, askId });
/** That mentor is not asked. */
export const dropId = customId('mentoring:choose:drop', { guildId, askId });
export const withdrawId = customId('mentoring:request:withdraw', { guildId, requestId });
export const withdrawnId = customId('mentoring:request:withdraw_yes', { guildId, requestId });
export const keepId = customId('mentoring:request:keep', { guildId, requestId });
/** Another mentor after a pair that ended. */

// The question to a mentor.
export const acceptId = customId('mentoring:accept', { guildId, askId });
export const declineId = customId('mentoring:decline', { guildId, askId });
export const notNowId = customId('mentoring:decline:pause', { guildId });
export const questionId = customId('mentoring:ask', { guildId, askId });
export const questionFormId = customId('mentoring:ask:form', { guildId, askId });
export const answerId = customId('mentoring:ask:answer', { guildId, askId });
export const answerFormId = customId('mentoring:ask:answer_form', { guildId, askId });

// Leaving.
export const leaveId = customId('mentoring:leave', {});
export const leaveSureId = customId('mentoring:leave:yes', {});

// By hand.
export const pairWithId = customId('mentoring:pair:with', { requestId });
/** `requestId` 0: whoever learns has none that waits. */
export const pairSureId = customId('mentoring:pair:yes', { mentorId: snowflake, learnerId: snowflake, requestId: rowCount });

const number = z.number().int().positive();
const request = z.object({ guildId, requestId: number });
const ask = z.object({ guildId, askId: number });

/** Why a question to a mentor came to nothing. `unavailable`: they paused, left, or have nobody more to take. */
const why = z.enum(['declined', 'expired', 'unavailable', 'unanswered', 'dropped']);
export type Why = z.output<typeof why>;

/** Asks the mentor. */
export const askTask = taskContract('mentoring.ask', ask);
/** Asks the next mentor of a request, since the one before came to nothing, and tells whoever learns what comes next. */
export const nextTask = taskContract('mentoring.next', request.extend({ askId: number, why }));
/** Tells whoever learns what became of a question, and who is asked now (null: nobody is left). */
export const newsTask = taskContract('mentoring.news', request.extend({ askId: number, why, nextAskId: number.nullable() }));
/** Reminds the mentor, for the first or second time. */
export const remindTask = taskContract('mentoring.remind', ask.extend({ time: z.number().int().min(1).max(2) }));
/** Hands the mentor's question to whoever learns. */
export const questionTask = taskContract('mentoring.question', ask);
/** Tells the mentor that they need not answer any more. */
export const closedTask = taskContract('mentoring.closed', ask);
/** Tells both that a mentor who did not answer is paused. */
export const silenceTask = taskContract('mentoring.silence', ask);
/** Takes away what names, on Discord, somebody who is to be forgotten. */
export const clearTask = taskContract('mentoring.clear', z.object({ guildId, channelId: snowflake, messageId: snowflake }));
/** Asks whether a request still holds. */
export const expiringTask = taskContract('mentoring.expiring', request);
/** Says that it is closed. */
export const expiredTask = taskContract('mentoring.expired', request);
