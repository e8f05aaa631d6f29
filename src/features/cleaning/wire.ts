import { z } from 'zod';
import { customId, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

/** Removes what was previewed. */
export const confirmId = customId('moderation:confirm:clean', { cleaningId: rowId });
export const cancelId = customId('moderation:clean:cancel', { cleaningId: rowId });
/** How far it is. */
export const stateId = customId('moderation:clean:state', { cleaningId: rowId });
/** What was removed, as a file. */
export const readId = customId('moderation:clean:read', { cleaningId: rowId });

const cleaning = z.object({ guildId: snowflake, cleaningId: z.number().int() });
export const runTask = taskContract('cleaning.run', cleaning);
/** Takes the card of a cleaning away that nobody keeps any more. */
export const dropTask = taskContract(
  'cleaning.drop',
  z.object({ guildId: snowflake, channelId: snowflake, messageId: snowflake }),
);
/** Tells moderators what became of it. */
export const cardTask = taskContract('cleaning.card', cleaning);
