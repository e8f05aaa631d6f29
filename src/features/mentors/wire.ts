import { z } from 'zod';
import { customId, pageNumber, rowCount, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const guildId = snowflake;
const userId = snowflake;
const revision = rowCount;

/** The first form of somebody new; who has a profile changes it by those that name its server. */
export const beginId = customId('mentoring:apply:begin', {});
export const applyId = customId('mentoring:apply', {});

// Of one's own profile, also from a direct message.
export const openId = customId('mentoring:profile:open', { guildId });
export const backId = customId('mentoring:profile:back', { guildId });
export const changeId = customId('mentoring:apply:change', { guildId });
export const editId = customId('mentoring:apply:edit', { guildId });
export const moreId = customId('mentoring:apply:more', { guildId });
export const frameId = customId('mentoring:apply:frame', { guildId });
export const charterId = customId('mentoring:charter', { guildId });
export const sendId = customId('mentoring:charter:send', { guildId, version: rowId });
export const pauseId = customId('mentoring:profile:pause', { guildId });
export const awayId = customId('mentoring:profile:away', { guildId });
export const resumeId = customId('mentoring:profile:resume', { guildId });
export const stopId = customId('mentoring:profile:stop', { guildId });
export const stopSureId = customId('mentoring:profile:stop_sure', { guildId });
export const renewId = customId('mentoring:renew', { guildId });
export const renewAgreeId = customId('mentoring:renew:agree', { guildId, version: rowId });

/** The pages of the two lists that are shown. */
const pages = { guildId, courses: pageNumber, campuses: pageNumber };
export const preferId = customId('mentoring:prefer', pages);
export const preferCourseId = customId('mentoring:prefer:course', pages);
export const preferCampusId = customId('mentoring:prefer:campus', pages);
export const preferStageId = customId('mentoring:prefer:stage', pages);

export const avoidsId = customId('mentoring:avoid', { guildId });
export const avoidAddId = customId('mentoring:avoid:add', { guildId });
export const avoidRemoveId = customId('mentoring:avoid:remove', { guildId });

// Of the staff.
/** Names what staff read: what changed since makes it another. */
export const approveId = customId('mentoring:approve', { userId, revision });
export const askId = customId('mentoring:approve:ask_change', { userId, revision });
export const commentId = customId('mentoring:approve:comment_form', { userId, revision });
export const refuseId = customId('mentoring:approve:refuse_profile', { userId, revision });
export const refusalId = customId('mentoring:approve:refusal_form', { userId, revision });
/** Of somebody who is a mentor. */
export const removeId = customId('mentoring:approve:remove', { userId, revision });
export const removalId = customId('mentoring:approve:removal_form', { userId, revision });
export const seeId = customId('mentoring:approve:see', { userId });
export const queueId = customId('mentoring:approve:queue', {});
export const pageId = customId('mentoring:approve:page', { page: pageNumber });

const person = z.object({ guildId, userId });
const event = z.object({ guildId, eventId: z.number().int().positive() });

export const panelTask = taskContract('mentors.panel', z.object({ guildId }));
export const cardTask = taskContract('mentors.card', person);
export const removeCardTask = taskContract(
  'mentors.remove_card',
  z.object({ guildId, channelId: snowflake, messageId: snowflake }),
);
/** The person is told what happened. */
export const tellTask = taskContract('mentors.tell', event);
/** Staff are told in their channel: an edited card makes nothing unread. */
export const noteTask = taskContract('mentors.note', event);
/** Staff are told what approved mentors changed. */
export const editedTask = taskContract('mentors.edited', z.object({ guildId }));
export const remindTask = taskContract('mentors.remind', z.object({ guildId }));
export const roleTask = taskContract('mentors.role', person);
/** Somebody whose data is erased loses the role that the bot gave them. */
export const stripTask = taskContract('mentors.strip', z.object({ guildId, strangerId: snowflake, roleId: snowflake }));
/** Looks on Discord for what no event told of the mentors of a server. */
export const checkTask = taskContract('mentors.check', z.object({ guildId }));
