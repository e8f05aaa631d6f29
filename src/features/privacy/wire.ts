import { z } from 'zod';
import { customId, snowflake, taskContract } from '../../kernel/wire.ts';

export const dataId = customId('privacy:data', {});
export const pageId = customId('privacy:page', { page: z.coerce.number().int().min(0).max(99) });
export const exportId = customId('privacy:export', {});
export const eraseId = customId('privacy:erase', {});
export const confirmEraseId = customId('privacy:confirm', {});
export const keepId = customId('privacy:keep', {});

/** Takes back what was told to somebody. It says where, and not to whom. */
export const takeBackTask = taskContract(
  'privacy.take_back',
  z.object({ guildId: snowflake, via: z.enum(['dm', 'thread']), channelId: snowflake, messageId: snowflake }),
);
