import { z } from 'zod';
import { customId, snowflake, taskContract } from '../../kernel/wire.ts';

/** The logs that a server may have, each in a channel of its own or with others. */
export const logKinds = ['deletions', 'edits', 'members', 'roles', 'voice'] as const;
export type LogKind = (typeof logKinds)[number];

const kind = z.enum(logKinds);
export const isLogKind = (value: string | undefined): value is LogKind => logKinds.some((one) => one === value);

/** Those that quote what people write. */
export const quotes = (one: LogKind): one is 'deletions' | 'edits' => one === 'deletions' || one === 'edits';

/** Chooses which log to set. */
export const chooseId = customId('moderation:logs', {});
export const formId = customId('moderation:logs:form', { kind });

/** Posts what waits, in order. */
export const postTask = taskContract('logs.post', z.object({ guildId: snowflake, kind }));
/** Brings a message of a log up to date: some of what it said is no longer kept. */
export const renderTask = taskContract('logs.render', z.object({ guildId: snowflake, postId: z.number().int() }));
/** Removes from Discord what is older than the log keeps. */
export const purgeTask = taskContract('logs.purge', z.object({ guildId: snowflake, kind }));
