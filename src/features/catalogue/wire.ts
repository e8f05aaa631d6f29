import { z } from 'zod';
import { customId, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

/** An `integer` of PostgreSQL. */
const entryId = rowId;

export const openId = customId('catalogue:open', {});
export const removeId = customId('catalogue:remove', { entryId });
export const pageId = customId('catalogue:page', { page: z.coerce.number().int().min(0).max(9_999) });

export const templateId = customId('catalogue:template', { courseId: entryId });
export const channelId = customId('catalogue:channel', { courseId: entryId });
export const addId = customId('catalogue:add', { courseId: entryId });
export const channelFormId = customId('catalogue:channel_form', { courseId: entryId, key: z.string().regex(/^[a-z0-9]{1,20}$/) });
export const voiceFormId = customId('catalogue:voice_form', { courseId: entryId, key: z.string().regex(/^[a-z0-9]{1,20}$/) });
/** The form of a forum whose posts are too long to be shown in one. */
export const longFormId = customId('catalogue:long_form', { courseId: entryId, key: z.string().regex(/^[a-z0-9]{1,20}$/) });
export const dropId = customId('catalogue:drop', { courseId: entryId });
export const resetId = customId('catalogue:reset', { courseId: entryId });
/** `role`: that of the learners, 0 when the category names none or one. */
export const readId = customId('catalogue:read_as', {
  courseId: entryId,
  categoryId: snowflake,
  role: z.union([z.literal('0'), snowflake]),
});

export const dropSureId = customId('catalogue:drop_sure', { courseId: entryId, key: z.string().regex(/^[a-z0-9]{1,20}$/) });
export const resetSureId = customId('catalogue:reset_sure', { courseId: entryId });
export const copySureId = customId('catalogue:copy_sure', { from: entryId, to: entryId });

/** The Discord role of a campus or a course. */
export const roleTask = taskContract('catalogue.role', z.object({ guildId: snowflake, entryId: z.number().int().positive() }));
