import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

/** A row, or 0 for none. */
const maybeId = rowCount;
const page = pageNumber;
const guildId = snowflake;
/** What a company calls a profile. */
const number = rowId;

// My profile.
export const searchEditId = customId('talents:wants', {});
export const searchFormId = customId('talents:wants_form', {});
export const abilityEditId = customId('talents:skills', {});
export const abilityFormId = customId('talents:skills_form', {});
/** From a question on one's profile, back to it. */
export const backId = customId('talents:back', {});
export const publishId = customId('talents:publish', {});
export const agreeId = customId('talents:agree', { version: rowId });
export const pauseId = customId('talents:pause', {});
export const tellingId = customId('talents:telling', { on: z.coerce.number().int().min(0).max(1) });
export const deleteId = customId('talents:delete', {});
export const confirmDeleteId = customId('talents:delete_yes', {});
export const blocksId = customId('talents:blocks', {});
export const blocksPageId = customId('talents:blocks_page', { page });
export const unblockId = customId('talents:unblock', {});
export const avoidId = customId('talents:avoid', {});
export const avoidFormId = customId('talents:avoid_form', {});
/** The companies with which one agreed to talk. */
export const talksId = customId('talents:talks', { page });

// From a direct message, which names its server.
export const keepId = customId('talents:keep', { guildId });
export const hideId = customId('talents:hide', { guildId });
export const quietId = customId('talents:quiet', { guildId });
export const acceptId = customId('talents:accept', { guildId, contactId: rowId });
export const declineId = customId('talents:decline', { guildId, contactId: rowId });
export const blockId = customId('talents:block', { guildId, contactId: rowId });
export const questionsId = customId('talents:questions', {});

// Searching.
export const turnId = customId('talents:page', { searchId: rowId, page });
export const rankId = customId('talents:rank', { searchId: rowId });
export const filterId = customId('talents:filter', { searchId: maybeId });
export const filterFormId = customId('talents:filter_form', { searchId: maybeId });
export const contactId = customId('talents:contact', { number, offerId: maybeId });
export const contactOfferId = customId('talents:contact_for', { number });
export const contactFormId = customId('talents:contact_form', { number, offerId: rowId });
export const contactsId = customId('talents:contacts', { page });
export const withdrawId = customId('talents:withdraw', { contactId: rowId });

const contact = z.object({ guildId, contactId: z.number().int().positive() });
const person = z.object({ guildId, userId: snowflake });

/** Asks the person whether they want to talk. */
export const askTask = taskContract('talents.ask', contact);
/** Tells the recruiter what came of it. */
export const answeredTask = taskContract('talents.answered', contact);
/** Brings the two together, once accepted, and keeps in the thread those who should be there. */
export const openTask = taskContract('talents.open', contact);
/** Takes away what names, on Discord, somebody who is to be forgotten. The contact itself is no more; without a thread a try may have left one. */
export const clearTask = taskContract(
  'talents.clear',
  z.object({
    guildId,
    contactId: z.number().int().positive(),
    companyId: z.number().int().positive(),
    threadId: snowflake.nullable(),
  }),
);
export const noticeTask = taskContract('talents.notice', z.object({ guildId, noticeId: z.number().int().positive() }));
/** Asks whether a profile still holds. */
export const remindTask = taskContract('talents.remind', person);
/** Says that it is hidden from now on. */
export const hiddenTask = taskContract('talents.hidden', person);
