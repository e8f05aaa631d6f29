import { z } from 'zod';
import { customId, pageNumber, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const ruleId = rowId;

/** What Discord runs, and what stays with the bot. */
export const showId = customId('moderation:automod:show', {});
export const pageId = customId('moderation:automod:page', { page: pageNumber });
export const modes = ['on', 'off'] as const;
export type Mode = (typeof modes)[number];
export const turnId = customId('moderation:automod:turn', { mode: z.enum(modes) });
/** A rule that somebody changed or deleted at Discord: as it was, or as it is. */
export const restoreId = customId('moderation:automod:restore', { ruleId });
export const leaveId = customId('moderation:automod:leave', { ruleId });

/** Makes Discord's rules what the server's rules ask for. Those of one server run one after the other. */
export const syncTask = taskContract('automod.sync', z.object({ guildId: snowflake }));
