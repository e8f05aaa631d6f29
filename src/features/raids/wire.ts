import { z } from 'zod';
import { raidLevelKeys } from '../../kernel/moderation.ts';
import { customId, pageNumber, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const raidId = rowId;
const sweepId = rowId;
const lockdownId = rowId;
const row = z.number().int().positive();

export const levelId = customId('moderation:raid:level', { level: z.enum(raidLevelKeys) });
export const showId = customId('moderation:raid:show', {});
export const peopleId = customId('moderation:raid:people', { raidId });

/** Who of a raid: accounts of less than a week, those that look alike, or all who are not known. */
export const groups = ['young', 'similar', 'all'] as const;
export type Group = (typeof groups)[number];
export const gatherId = customId('moderation:raid:gather', { raidId, group: z.enum(groups), measure: z.enum(['kick', 'ban']) });
export const sweepPageId = customId('moderation:raid:page', { sweepId, page: pageNumber });
export const keepId = customId('moderation:raid:keep', { sweepId, page: pageNumber });
export const confirmSweepId = customId('moderation:raid:sweep', { sweepId });

export const closeId = customId('moderation:lockdown:open', {});
/** What is closed now. */
export const runningId = customId('moderation:lockdown:running', {});
export const lockFormId = customId('moderation:lockdown:form', {});
export const lockId = customId('moderation:lockdown:confirm', { lockdownId });
export const unlockId = customId('moderation:lockdown:end', { lockdownId });

/** Carries out what a raid's level asks of Discord, and shows it. */
export const raidTask = taskContract('raids.raid', z.object({ guildId: snowflake, raidId: row }));
export const sweepTask = taskContract('raids.sweep', z.object({ guildId: snowflake, sweepId: row }));
/** Closes or opens one channel. */
export const lockTask = taskContract('raids.lock', z.object({ guildId: snowflake, lockdownId: row, channelId: snowflake }));
