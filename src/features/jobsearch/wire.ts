import { z } from 'zod';
import { customId, pageNumber, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const page = pageNumber;

/** Opens the form of a search. */
export const askId = customId('jobsearch:ask', {});
export const searchFormId = customId('jobsearch:search', {});
/** The form again, with the last search in it. */
export const refineId = customId('jobsearch:refine', { number: rowId });
/** `number` is the search's: what it asked and found is in the database. */
export const pageId = customId('jobsearch:page', { number: rowId, page });
/** `step`: what is given up. */
export const widerId = customId('jobsearch:wider', { number: rowId, step: z.string().regex(/^[a-z]+$/) });
export const followId = customId('jobsearch:follow', { number: rowId });
export const newsId = customId('jobsearch:news', {});

export const savedId = customId('jobsearch:saved', {});
export const savedPageId = customId('jobsearch:saved_page', { page });
export const dropId = customId('jobsearch:drop', { offerId: rowId, page });
export const dropClosedId = customId('jobsearch:drop_closed', {});

export const alertsId = customId('jobsearch:alerts', {});
export const newAlertId = customId('jobsearch:alert_new', {});
export const alertFormId = customId('jobsearch:alert_form', {});
export const editAlertId = customId('jobsearch:alert_edit', { alertId: rowId });
export const editFormId = customId('jobsearch:alert_change', { alertId: rowId });
export const whenId = customId('jobsearch:alert_when', { alertId: rowId });
export const switchId = customId('jobsearch:alert_switch', { alertId: rowId, on: z.coerce.number().int().min(0).max(1) });
export const deleteId = customId('jobsearch:alert_delete', { alertId: rowId });
/** Under a message of an alert, also in a direct message, which names its server. */
export const offId = customId('jobsearch:off', { guildId: snowflake, alertId: rowId });
export const onId = customId('jobsearch:on', { guildId: snowflake, alertId: rowId });

export const panelTask = taskContract('jobsearch.panel', z.object({ guildId: snowflake }));
/** Tells one person of one offer. */
export const tellTask = taskContract('jobsearch.tell', z.object({ guildId: snowflake, matchId: z.number().int().positive() }));
/** Tells one person of all that waits since their last digest. `day`: of the digest, in the server's zone. */
export const digestTask = taskContract(
  'jobsearch.digest',
  z.object({ guildId: snowflake, userId: snowflake, day: z.string().regex(/^\d{4}-\d\d-\d\d$/) }),
);
