import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

/** These stand in direct messages too, where an id must say the server. */
const ofSession = { guildId: snowflake, sessionId: rowId };

export const planFormId = customId('mentoring:session:new', { pairId: rowId });
/** With one of several, and what was typed before. */
export const withId = customId('mentoring:session:with', { pairId: rowId, draftId: rowId });
export const openId = customId('mentoring:session:open', ofSession);
export const listId = customId('mentoring:session:list', { guildId: snowflake, pairId: rowId, page: pageNumber });
/** Another page, in place of the one that is read. */
export const pageId = customId('mentoring:session:page', { guildId: snowflake, pairId: rowId, page: pageNumber });
export const moveId = customId('mentoring:session:move', ofSession);
/** `sequence`: the version that was being changed when the form was opened. */
export const moveFormId = customId('mentoring:session:moved', { ...ofSession, sequence: rowCount });
export const cancelId = customId('mentoring:session:cancel', ofSession);
export const confirmCancelId = customId('mentoring:session:drop', ofSession);

export const doneId = customId('mentoring:session:done', ofSession);
export const missedId = customId('mentoring:session:missed', ofSession);
export const calledOffId = customId('mentoring:session:off', ofSession);
export const absentId = customId('mentoring:session:absent', { ...ofSession, who: z.enum(['mentor', 'learner', 'both']) });

export const opinionId = customId('mentoring:session:opinion', ofSession);
export const opinionFormId = customId('mentoring:session:said', ofSession);
/** To staff: what somebody answered, in a direct message too; and all that was written. */
export const readOpinionId = customId('mentoring:session:alert', { guildId: snowflake, opinionId: rowId });
export const wordsId = customId('mentoring:session:words', { page: pageNumber });
/** Another page of it, in place of the one that is read. */
export const wordsPageId = customId('mentoring:session:words_page', { page: pageNumber });
/** At the end of the pair. */
const ofPair = { guildId: snowflake, pairId: rowId };
export const lastOpinionId = customId('mentoring:session:last', ofPair);
export const lastOpinionFormId = customId('mentoring:session:farewell', ofPair);

const session = z.object({ guildId: snowflake, sessionId: z.number().int().positive() });

/** Brings the card in the thread, with its calendar file, to what the database says. */
export const cardTask = taskContract('sessions.card', session);
/** `at`: the moment that was due; after a move it is another. */
export const remindTask = taskContract(
  'sessions.remind',
  session.extend({ which: z.enum(['day', 'hour']), at: z.coerce.date() }),
);
/** Asks both what came of it. */
export const askTask = taskContract('sessions.ask', session);
/** Asks whoever did not say that it was done what they think of it. */
export const opinionTask = taskContract('sessions.opinion', session.extend({ userId: snowflake }));
/** The last message to both: what they think of it, and what may come next. */
export const lastTask = taskContract('sessions.last', z.object({ guildId: snowflake, pairId: z.number().int().positive() }));
/** Tells who coordinates of an answer that worries. */
export const alertTask = taskContract('sessions.alert', z.object({ guildId: snowflake, opinionId: z.number().int().positive() }));
/** Takes back what staff were sent. */
export const untellTask = taskContract(
  'sessions.untell',
  z.object({ guildId: snowflake, channelId: snowflake, messageId: snowflake }),
);
