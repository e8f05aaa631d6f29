import { z } from 'zod';
import { customId, pageNumber, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const page = pageNumber;
const announcementId = rowId;

/** The channel, in the settings, of what is for the whole server. */
export const announcementsKey = 'announcements';

export const openId = customId('announcements:open', {});
export const listId = customId('announcements:list', { page });
export const showId = customId('announcements:show', { announcementId });
export const pickId = customId('announcements:pick', {});

export const newForAllId = customId('announcements:new_all', {});
export const newForPromosId = customId('announcements:new_promos', {});
/** Promos are chosen for a draft, from the first to the last that a page showed: what comes and goes meanwhile moves the pages. */
export const chooseId = customId('announcements:choose_in', { announcementId, page, first: rowId, last: rowId });
export const choicesId = customId('announcements:choices', { announcementId, page });
export const writeId = customId('announcements:write', { announcementId });

// The forms, by whom they are for.
export const formAllId = customId('announcements:form_all', {});
export const formEntryId = customId('announcements:form_entry', { entryId: rowId });
export const formPromosId = customId('announcements:form_promos', { announcementId });
export const formTextId = customId('announcements:form_text', { announcementId });

export const confirmId = customId('announcements:confirm', { announcementId });
export const editId = customId('announcements:edit', { announcementId });
export const withdrawId = customId('announcements:withdraw', { announcementId });
export const confirmWithdrawalId = customId('announcements:gone', { announcementId });
export const retryId = customId('announcements:retry', { announcementId });

/** Brings one place to what the announcement says: posted, edited or withdrawn. */
export const placeTask = taskContract(
  'announcements.place',
  z.object({ guildId: snowflake, placeId: z.number().int().positive() }),
);
