import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const pairId = rowId;
/** What can also be pressed in a direct message names its server. */
const address = { guildId: snowflake, pairId };

// The pair, in its thread or in a direct message.
export const goalsId = customId('mentoring:goals', address);
export const goalAddId = customId('mentoring:goal_add', address);
export const goalAddFormId = customId('mentoring:goal_new', address);
export const goalPickId = customId('mentoring:goal_pick', address);
export const goalProgressId = customId('mentoring:goal_progress', { ...address, goalId: rowId });
export const goalEditId = customId('mentoring:goal_edit', { ...address, goalId: rowId });
export const goalEditFormId = customId('mentoring:goal_save', { ...address, goalId: rowId });
export const goalDropId = customId('mentoring:goal_drop', { ...address, goalId: rowId });
export const notesId = customId('mentoring:notes', address);
export const noteEditId = customId('mentoring:note_edit', address);
export const noteFormId = customId('mentoring:note_save', address);
export const restId = customId('mentoring:rest', address);
export const restFormId = customId('mentoring:rest_until', address);
/** Ends the pause of the pair. */
export const returnId = customId('mentoring:return', address);
/** The form of `endId`, which the kernel declares. */
export const endFormId = customId('mentoring:end_why', { pairId });
/** The same where there is no server: a direct message. */
export const endThereId = customId('mentoring:end_dm', address);
export const endThereFormId = customId('mentoring:end_dm_why', address);
/** One click against silence. */
export const wellId = customId('mentoring:well', address);
/** Makes a thread again that somebody deleted. */
export const reopenId = customId('mentoring:reopen', address);
export const reportId = customId('mentoring:report', address);
export const reportFormId = customId('mentoring:report_send', address);

// From a command, or *Mon espace*.
export const pairsId = customId('mentoring:pairs', { page: pageNumber });
/** Which of several: `until` is a day counted from 1970, or 0 when it is still to be asked. */
export const restPickId = customId('mentoring:rest_pick', { until: rowCount });
export const restMentorFormId = customId('mentoring:rest_mentor', {});
export const returnPickId = customId('mentoring:return_pick', {});
export const endPickId = customId('mentoring:end_pick', {});

// Staff.
export const coordinatorId = customId('mentoring:coordinator', { pairId });
export const reportsId = customId('mentoring:reports', { page: pageNumber });
/** The whole of a report, for who may read it. */
export const reportOpenId = customId('mentoring:report_open', { reportId: rowId });
/** What can be done for a pair at once, from what was reported of it. */
export const reportEndId = customId('mentoring:report_end', { reportId: rowId });
export const reportEndFormId = customId('mentoring:report_ended', { reportId: rowId });
export const reportPauseId = customId('mentoring:report_pause', { reportId: rowId });
export const reportPauseFormId = customId('mentoring:report_paused', { reportId: rowId });
/** Why one of the two ended it, for who may read it. */
export const whyId = customId('mentoring:why', { pairId });
export const handleId = customId('mentoring:handle', { reportId: rowId });
export const handleFormId = customId('mentoring:handled', { reportId: rowId });
/** Pairs that wait for somebody who coordinates. */
export const waitingId = customId('mentoring:uncoordinated', { page: pageNumber });

const pair = z.object({ guildId: snowflake, pairId: z.number().int().positive() });

/** Brings the two together in their thread, and keeps it as it should be. */
export const openTask = taskContract('pairs.open', pair);
/** Looks whether anybody wrote, then takes the step that is due. */
export const quietTask = taskContract('pairs.quiet', pair);
/** The last message; nobody can write any more. */
export const closeTask = taskContract('pairs.close', pair);
/** Nothing of it stays on Discord. */
export const clearTask = taskContract('pairs.clear', pair.extend({ threadId: snowflake.nullable() }));

/** What is said to both, each once; `isQuiet`: nobody is called by it. */
export const news = ['nudge', 'warn', 'paused', 'resumed', 'absent', 'back', 'remind', 'lost', 'waiting'] as const;
export type News = (typeof news)[number];
export const sayTask = taskContract(
  'pairs.say',
  pair.extend({ what: z.enum(news), at: z.coerce.date(), isQuiet: z.boolean().optional() }),
);
/** The same to whoever looks after the pair: its coordinator, or the channel of staff. */
export const alertTask = taskContract('pairs.alert', pair.extend({ what: z.enum(['warn', 'ended']), at: z.coerce.date() }));
/** Why one of the two ended it, to the same. */
export const reasonTask = taskContract('pairs.reason', pair);
/** Whether somebody may still look after what they look after. */
export const checkTask = taskContract('pairs.check', z.object({ guildId: snowflake, userId: snowflake }));
/** Whether the threads of a guild are still there. */
export const lookTask = taskContract('pairs.look', z.object({ guildId: snowflake }));
/** Who coordinates a pair that needs somebody. */
export const questionTask = taskContract('pairs.question', pair);
const report = z.object({ guildId: snowflake, reportId: z.number().int().positive() });
export const reportTask = taskContract('pairs.report', report);
/** The card of a report that is no more. */
export const uncardTask = taskContract(
  'pairs.uncard',
  z.object({ guildId: snowflake, channelId: snowflake, messageId: snowflake }),
);
