import { z } from 'zod';
import { customId, pageNumber, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const subjectId = rowId;
const page = pageNumber;
/** 0: nobody yet, or no message. */
const maybe = z.string().regex(/^(0|\d{17,20})$/);

/** The form, with what it reports: a message, whose author is read anew, or a person. */
export const formId = customId('moderation:report', { channelId: maybe, messageId: maybe, userId: maybe });
/** The same with a question: whom? */
export const whomId = customId('moderation:report:whom', {});

/** The whole of a subject, for whom it does not concern. */
export const showId = customId('moderation:report:show', { subjectId });
/** The same, from a call: each level has its own, so that a call is not taken for the card. */
export const calledId = customId('moderation:report:called', { subjectId, level: rowId });
export const listId = customId('moderation:report:list', { subjectId, page });
export const removeId = customId('moderation:report:remove', { subjectId });
export const dismissId = customId('moderation:report:dismiss', { subjectId });
export const dismissFormId = customId('moderation:report:dismissed', { subjectId });
export const queueId = customId('moderation:report:queue', { page });
export const lateId = customId('moderation:report:late', {});

/** One report, sincere or unfounded, apart from the others. */
export const weighId = customId('moderation:report:weigh', { subjectId, page });
/** What became of a report, for who made it. Its words say nothing to who reads it in a thread of the server. */
export const answerId = customId('moderation:answer', { reportId: rowId });

/** Who reported: asked by one, confirmed by another. */
export const revealPickId = customId('moderation:report:who', { subjectId });
export const revealFormId = customId('moderation:report:asked', { reportId: rowId });
export const confirmId = customId('moderation:report:agree', { revealId: rowId });
export const identityId = customId('moderation:report:identity', { revealId: rowId });

const subject = z.object({ guildId: snowflake, subjectId: z.number().int().positive() });
export const cardTask = taskContract('reports.card', subject);
/** Moderators are called: a threshold was reached. */
export const callTask = taskContract('reports.call', subject);
export const removeTask = taskContract('reports.remove', subject);
/** Somebody who reported learns that it was answered. Names the report, never the person. */
export const tellTask = taskContract('reports.tell', z.object({ guildId: snowflake, reportId: z.number().int().positive() }));
export const revealTask = taskContract('reports.reveal', z.object({ guildId: snowflake, revealId: z.number().int().positive() }));
export const lateTask = taskContract('reports.late', z.object({ guildId: snowflake }));
export const uncardTask = taskContract(
  'reports.uncard',
  z.object({ guildId: snowflake, channelId: snowflake, messageId: snowflake }),
);
