import { task } from '../../../infra/tasks.ts';
import { tellingRoom } from '../../../kernel/mentoring.ts';
import { localeOf } from '../../../kernel/text.ts';
import { findEvent, isTold, recordUntold } from '../service/event.ts';
import { eventMessage, type Place } from '../views/told.ts';
import { tellTask } from '../wire.ts';

/** By direct message, else in the person's private thread of the mentoring channel; *Mon espace* says it too. */
export const tellPerson = task(tellTask, async ({ db, settings, tell }, { guildId, eventId }) => {
  const event = await findEvent(db, { guildId, eventId });
  if (!event || !isTold(event)) return;
  const { profile, userId } = event;
  const locale = localeOf(profile.locale);
  const room = tellingRoom((await settings(guildId)).channels, locale);
  const channelId = room?.channelId ?? null;
  const draw = (place: Place) => eventMessage(event, profile, place, locale);
  const thread = room && { ...room, message: draw({ isThread: true, channelId }) };
  const message = draw({ isThread: false, channelId });
  const via = await tell({ guildId, userId, key: `mentors.event:${eventId}`, message, thread });
  if (via === 'none') await recordUntold(db, event);
});
