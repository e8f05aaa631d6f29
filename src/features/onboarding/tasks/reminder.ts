import { schedule, task } from '../../../infra/tasks.ts';
import { localeOf } from '../../../kernel/text.ts';
import { day, hour } from '../../../kernel/time.ts';
import { text } from '../messages/presentation.ts';
import { findRequest, findSent } from '../service/decision.ts';
import { requestsKey, welcomeKey } from '../service/panel.ts';
import { markPersonReminded, markStaffReminded, remindPeople, remindStaff } from '../service/reminder.ts';
import { forgetOldRequests } from '../service/retention.ts';
import { lateMessage } from '../views/card.ts';
import { halfwayMessage } from '../views/presentation.ts';
import { remindPersonTask, remindStaffTask } from '../wire.ts';
import { requireAllowed } from './posting.ts';

export const tellStaff = task(remindStaffTask, async ({ db, clock, post, settings }, { guildId, requestId }) => {
  const request = await findSent(db, { guildId, requestId });
  if (request?.status !== 'pending' || request.staffRemindedAt) return;
  const { channels, locale } = await settings(guildId);
  const channelId = channels[requestsKey];
  if (!channelId) return;
  const message = lateMessage(request, locale);
  const { submittedAt } = request;
  const since = submittedAt ?? request.createdAt;
  const key = `onboarding.late:${requestId}:${since.getTime()}`;
  const posted = requireAllowed(await post({ channelId, messageId: null, message, key, since }));
  if (posted.ok) await markStaffReminded(db, { requestId, submittedAt, now: clock.now() });
});

export const tellPerson = task(remindPersonTask, async ({ db, clock, tell, settings }, { guildId, requestId }) => {
  const request = await findRequest(db, { guildId, requestId });
  if (request?.status !== 'draft') return;
  const channelId = (await settings(guildId)).channels[welcomeKey];
  const locale = localeOf(request.locale);
  await tell({
    guildId,
    userId: request.userId,
    key: `onboarding.halfway:${requestId}`,
    message: halfwayMessage(guildId, locale),
    thread: channelId ? { channelId, name: text.threadName[locale] } : null,
  });
  await markPersonReminded(db, { requestId, now: clock.now() });
});

export const remind = schedule('onboarding.remind', hour, async (tx, { clock }) => {
  await remindStaff(tx, clock.now());
  await remindPeople(tx, clock.now());
});

export const forget = schedule('onboarding.forget', day, (tx, { clock }) => forgetOldRequests(tx, clock.now()));
