import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const revision = rowCount;
const page = pageNumber;
const guildId = snowflake;
const companyId = rowId;
const userId = snowflake;

export const startId = customId('companies:start', {});
export const registerId = customId('companies:register', {});

// What its people may press in a direct message names its server.
export const ownId = customId('companies:own', { guildId });
export const editId = customId('companies:edit', { guildId, companyId });
export const editFormId = customId('companies:edit_form', { guildId, companyId });
export const answerId = customId('companies:answer', { guildId, companyId });
export const answerFormId = customId('companies:answer_form', { guildId, companyId });
export const renewId = customId('companies:renew', { guildId, companyId });
export const leaveId = customId('companies:leave', { guildId, companyId });
export const leaveSureId = customId('companies:leave_sure', { guildId, companyId });
export const invitationId = customId('companies:invitation', { guildId, invitationId: rowId });
export const acceptId = customId('companies:accept', { guildId, invitationId: rowId });
export const declineId = customId('companies:decline', { guildId, invitationId: rowId });

export const peopleId = customId('companies:people', { guildId, companyId });
/** The same screen in place of one that it led to. */
export const backId = customId('companies:back', { guildId, companyId });
export const personId = customId('companies:person', { guildId, companyId });
export const inviteeId = customId('companies:invitee', { guildId, companyId });
export const handId = customId('companies:hand', { guildId, companyId, userId });
export const removeId = customId('companies:remove', { guildId, companyId, userId });
export const withdrawId = customId('companies:withdraw', { guildId, invitationId: rowId });

// Of the staff.
/** Names what staff read: facts that came since make it another. */
export const approveId = customId('companies:approve', { companyId, revision });
export const refuseId = customId('companies:refuse', { companyId });
export const refusalId = customId('companies:refusal', { companyId });
export const askId = customId('companies:ask', { companyId });
export const questionId = customId('companies:question', { companyId });
export const suspendId = customId('companies:suspend', { companyId });
export const suspensionId = customId('companies:suspension', { companyId });
export const liftId = customId('companies:lift', { companyId, revision });
export const seeId = customId('companies:see', { companyId });
export const queueId = customId('companies:queue', {});
export const pageId = customId('companies:page', { page });
/** Somebody comes to the company, out of another if they were in one. */
export const bringId = customId('companies:bring', { companyId });

const company = z.object({ guildId, companyId: z.number().int().positive() });
const event = z.object({ guildId, eventId: z.number().int().positive() });

export const panelTask = taskContract('companies.panel', z.object({ guildId }));
export const cardTask = taskContract('companies.card', company);
export const removeCardTask = taskContract(
  'companies.remove_card',
  z.object({ guildId, channelId: snowflake, messageId: snowflake }),
);
/** Its people are told what happened. */
export const tellTask = taskContract('companies.tell', event);
/** Staff are told in their channel: an edited card makes nothing unread. */
export const noteTask = taskContract('companies.note', event);
export const inviteTask = taskContract('companies.invite', z.object({ guildId, invitationId: z.number().int().positive() }));
export const roleTask = taskContract('companies.role', z.object({ guildId, userId: snowflake }));
/** Somebody whose data is erased loses the role that their company gave them. */
export const stripTask = taskContract(
  'companies.strip',
  z.object({ guildId, strangerId: snowflake, roleIds: z.array(snowflake) }),
);
export const remindTask = taskContract('companies.remind', z.object({ guildId }));
