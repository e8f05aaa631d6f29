import { z } from 'zod';
import { customId, pageNumber, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

/** When the rule that somebody reads was last changed, in milliseconds. */
const version = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const ruleId = rowId;

export const pageId = customId('moderation:rules:page', { page: pageNumber });
export const pickId = customId('moderation:rules:pick', {});
export const addId = customId('moderation:rules:add', {});
export const addFormId = customId('moderation:rules:add_form', {});
export const editId = customId('moderation:rules:edit', { ruleId });
export const editFormId = customId('moderation:rules:edit_form', { ruleId, version });
export const moveId = customId('moderation:rules:move', { ruleId, way: z.enum(['up', 'down']) });
export const retireId = customId('moderation:rules:retire', { ruleId });
export const retireSureId = customId('moderation:rules:retire_sure', { ruleId });
export const modelId = customId('moderation:rules:model', {});

export const panelTask = taskContract('charter.panel', z.object({ guildId: snowflake }));
