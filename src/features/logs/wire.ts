import { z } from 'zod';
import { logKinds } from '../../kernel/log.ts';
import { customId, snowflake, taskContract } from '../../kernel/wire.ts';

const kind = z.enum(logKinds);

/** Chooses which log to set. */
export const chooseId = customId('moderation:logs', {});
export const formId = customId('moderation:logs:form', { kind });

/** Posts what waits, in order. */
export const postTask = taskContract('logs.post', z.object({ guildId: snowflake, kind }));
/** Brings a message of a log up to date: some of what it said is no longer kept. */
export const renderTask = taskContract('logs.render', z.object({ guildId: snowflake, postId: z.number().int() }));
/** Removes from Discord what is older than the log keeps. */
export const purgeTask = taskContract('logs.purge', z.object({ guildId: snowflake, kind }));
