import { z } from 'zod';
import { customId, snowflake, taskContract } from '../../kernel/wire.ts';

/** `text` is already folded and short: see `searchable` in rules.ts. */
export const pageId = customId('members:page', { page: z.coerce.number().int().min(0).max(9_999), text: z.string().max(60) });
export const openId = customId('members:open', {});
export const askId = customId('members:ask', {});
export const searchId = customId('members:search', {});

export const reconcileTask = taskContract('members.reconcile', z.object({ guildId: snowflake }));
