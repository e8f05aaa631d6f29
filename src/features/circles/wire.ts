import { z } from 'zod';
import { customId, pageNumber, rowId, snowflake, taskContract } from '../../kernel/wire.ts';

const guildId = snowflake;

// Asking for a flash session. `mentoring:flash` itself is shared: kernel/mentoring.ts.
export const flashAskId = customId('mentoring:flash:ask', {});
export const flashFormId = customId('mentoring:flash:form', {});
export const flashWithdrawId = customId('mentoring:flash:withdraw', { flashId: rowId });
/** How often a mentor wants to be asked. */
export const flashWishId = customId('mentoring:flash:wish', {});
// From a direct message, which names its server.
export const flashTakeId = customId('mentoring:flash:take', { guildId, flashId: rowId });
export const flashPassId = customId('mentoring:flash:pass', { guildId, flashId: rowId });
export const flashStopId = customId('mentoring:flash:stop', { guildId });
export const flashHelpedId = customId('mentoring:flash:helped', {
  guildId,
  flashId: rowId,
  yes: z.coerce.number().int().min(0).max(1),
});
// In its thread.
export const flashDoneId = customId('mentoring:flash:done', { flashId: rowId });
export const flashMinutesId = customId('mentoring:flash:minutes', { flashId: rowId });
export const flashCancelId = customId('mentoring:flash:cancel', { flashId: rowId });
export const flashReportId = customId('mentoring:flash:report', { flashId: rowId });
export const flashReportedId = customId('mentoring:flash:reported', { flashId: rowId });

export const circlesId = customId('mentoring:circle', {});
export const circlePageId = customId('mentoring:circle:page', { page: pageNumber });
export const circleShowId = customId('mentoring:circle:show', { circleId: rowId });
// Opening one, for a mentor.
export const circleNewId = customId('mentoring:circle:new', { mentorId: snowflake });
export const circleFormId = customId('mentoring:circle:form', { mentorId: snowflake });
export const circleEditId = customId('mentoring:circle:edit', { circleId: rowId });
export const circleEditedId = customId('mentoring:circle:edited', { circleId: rowId });
export const circleWhoId = customId('mentoring:circle:who', { circleId: rowId });
export const circleAudienceId = customId('mentoring:circle:audience', { circleId: rowId });
export const circlePublishId = customId('mentoring:circle:publish', { circleId: rowId });
export const circleDropId = customId('mentoring:circle:drop', { circleId: rowId });
// Coming and going.
export const circleJoinId = customId('mentoring:circle:join', { circleId: rowId });
export const circleLeaveId = customId('mentoring:circle:leave', { circleId: rowId });
export const circleRemoveId = customId('mentoring:circle:remove', { circleId: rowId });
export const circleReportId = customId('mentoring:circle:report', { circleId: rowId });
export const circleReportedId = customId('mentoring:circle:reported', { circleId: rowId });
// Its life.
export const circlePlanId = customId('mentoring:circle:plan', { circleId: rowId });
export const circlePlannedId = customId('mentoring:circle:planned', { circleId: rowId });
/** Another moment for that meeting. */
export const circleMoveId = customId('mentoring:circle:move', { meetingId: rowId });
export const circleMetId = customId('mentoring:circle:met', { meetingId: rowId });
export const circleUnmetId = customId('mentoring:circle:unmet', { meetingId: rowId });
export const circleProlongId = customId('mentoring:circle:prolong', { circleId: rowId });
export const circleProlongedId = customId('mentoring:circle:prolonged', { circleId: rowId });
export const circleEndId = customId('mentoring:circle:end', { circleId: rowId });
export const circleEndYesId = customId('mentoring:circle:end_yes', { circleId: rowId });
// Staff.
export const circleGiveId = customId('mentoring:circle:give', { circleId: rowId });
export const circleHandledId = customId('mentoring:circle:handled', { reportId: rowId });

const row = z.number().int().positive();
const flash = z.object({ guildId, flashId: row });
const circle = z.object({ guildId, circleId: row });

/** Asks one mentor, or tells them that it is over: whichever is true by then. */
export const flashAskTask = taskContract('circles.flash_ask', flash.extend({ userId: snowflake }));
/** The thread of the two: made, kept up to date, deleted. */
export const flashRoomTask = taskContract('circles.flash_room', flash);
/** Tells each of the two what came of it by the other. */
export const flashNewsTask = taskContract('circles.flash_news', flash);
/** The message by which people join. */
export const cardTask = taskContract('circles.card', circle);
/** The thread of all, with who belongs there. */
export const roomTask = taskContract('circles.room', circle);
export const placeNews = ['let_in', 'removed', 'closed'] as const;
export type PlaceNews = (typeof placeNews)[number];
/** Tells somebody who comes or goes not by their own click. */
export const placeTask = taskContract('circles.place', z.object({ guildId, placeId: row, news: z.enum(placeNews) }));
export const circleNews = ['warned', 'prolonged', 'paused', 'back', 'given'] as const;
export type CircleNews = (typeof circleNews)[number];
/** Says in the thread what changed. */
export const newsTask = taskContract('circles.news', circle.extend({ news: z.enum(circleNews), at: z.iso.datetime() }));
export const meetingTask = taskContract('circles.meeting', z.object({ guildId, meetingId: row }));
export const remindTask = taskContract('circles.remind', z.object({ guildId, meetingId: row }));
/** Whoever leads it learns that it pauses with them. */
export const leadTask = taskContract('circles.lead', circle.extend({ userId: snowflake, at: z.iso.datetime() }));
/** A circle without a mentor, for staff. */
export const staffTask = taskContract('circles.staff', circle);
export const reportTask = taskContract('circles.report', z.object({ guildId, reportId: row }));
