import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const offerId = rowId;
const revision = rowCount;
const page = pageNumber;
const guildId = snowflake;
/** 0: an offer that is not there yet. */
const maybeId = rowCount;

export const welcomeKey = 'welcome';

// The forms, and the buttons that open them.
export const textId = customId('jobs:text', { offerId: maybeId });
export const relayTextId = customId('jobs:text_relay', { offerId: maybeId });
export const openTextId = customId('jobs:text_open', { offerId });
export const termsId = customId('jobs:terms', { offerId });
export const openTermsId = customId('jobs:terms_open', { offerId });
export const moreId = customId('jobs:more', { offerId });
export const openMoreId = customId('jobs:more_open', { offerId });

export const submitId = customId('jobs:submit', { offerId });
export const dropId = customId('jobs:drop', { offerId });
export const sureDropId = customId('jobs:drop_sure', { offerId });
export const draftId = customId('jobs:draft', { offerId });
/** The card alone, as candidates see it. */
export const previewId = customId('jobs:preview', { offerId });
/** What the rules say, in pages. */
export const findingsId = customId('jobs:findings', { offerId, page });
export const pickId = customId('jobs:pick', {});

// What an author may press in a direct message names its server.
export const fillId = customId('jobs:fill', { guildId, offerId });
export const closeId = customId('jobs:close', { guildId, offerId });
export const renewId = customId('jobs:renew', { guildId, offerId });
export const repostId = customId('jobs:repost', { guildId, offerId });

/** Names what staff read: a correction that came since makes it another. */
export const approveId = customId('jobs:approve', { offerId, revision });
export const changesId = customId('jobs:changes', { offerId });
export const changesFormId = customId('jobs:changes_form', { offerId });
export const refuseId = customId('jobs:refuse', { offerId });
export const refuseFormId = customId('jobs:refuse_form', { offerId });
/** Takes away what candidates read, whether or not it waits for anything. */
export const removeId = customId('jobs:remove', { offerId });
export const removeFormId = customId('jobs:remove_form', { offerId });
/** What was reported is in order. */
export const keepId = customId('jobs:keep', { offerId });
export const seeId = customId('jobs:see', { offerId });
export const queueId = customId('jobs:queue', {});
/** Another page of it, in place. */
export const queuePageId = customId('jobs:queue_page', { page });
/** Another page of one's offers, in place. */
export const minePageId = customId('jobs:mine_page', { page });

export const reportId = customId('jobs:report', { offerId });
export const reportFormId = customId('jobs:report_form', { offerId });

const offer = z.object({ guildId, offerId: z.number().int().positive() });

/** Brings the post of an offer to what the database says. */
export const postTask = taskContract('jobs.post', offer);
/** The same for the card of the staff. */
export const cardTask = taskContract('jobs.card', offer);
export const removeCardTask = taskContract('jobs.remove_card', z.object({ guildId, channelId: snowflake, messageId: snowflake }));

export const toldKinds = [
  'published',
  'approved',
  'asked',
  'refused',
  'edit_approved',
  'edit_refused',
  'hidden',
  'shown',
  'removed',
  'paused',
  'resumed',
  'expiring',
  'expired',
  'company_left',
  'lost',
] as const;
export type Told = (typeof toldKinds)[number];
/** Tells the author what became of their offer. `at` tells one time from another. */
export const toldTask = taskContract('jobs.told', offer.extend({ what: z.enum(toldKinds), at: z.number().int() }));
/** Tells the others of a company that an offer ended because its author left. */
export const orphanedTask = taskContract('jobs.orphaned', offer.extend({ userId: snowflake }));
/** Compares the posts of a server with ours. */
export const compareTask = taskContract('jobs.compare', z.object({ guildId }));
export const remindStaffTask = taskContract('jobs.remind_staff', z.object({ guildId }));
/** Staff are told of a post that somebody deleted. */
export const lostTask = taskContract('jobs.lost', offer.extend({ at: z.number().int() }));
