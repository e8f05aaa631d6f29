import { schedule, task } from '../../../infra/tasks.ts';
import { day, hour } from '../../../kernel/time.ts';
import { findMember, identityOf } from '../../members/service.ts';
import { findRequest, findSent } from '../service/decision.ts';
import { requestsKey } from '../service/panel.ts';
import { markPersonReminded, markStaffReminded, remindPeople, remindStaff } from '../service/reminder.ts';
import { forgetOldRequests } from '../service/retention.ts';
import { answeredMessage, lateMessage } from '../views/card.ts';
import { halfwayMessage, questionMessage } from '../views/presentation.ts';
import { answeredTask, remindPersonTask, remindStaffTask } from '../wire.ts';
import { requireAllowed } from './posting.ts';
import { tellRequester } from './telling.ts';

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

/** Whoever stopped half-way, or left a question of staff without an answer, is reminded of it once. */
export const tellPerson = task(remindPersonTask, async (context, { guildId, requestId }) => {
  const { db, clock } = context;
  const request = await findRequest(db, { guildId, requestId });
  if (!request || request.personRemindedAt) return;
  const { status, decidedAt } = request;
  // Somebody identified only began a change: nothing waits for it.
  const isIdentified = identityOf(await findMember(db, request)) !== null;
  if (status === 'asked')
    await tellRequester(context, request, {
      key: `onboarding.unanswered:${requestId}:${decidedAt?.getTime()}`,
      draw: (to) => questionMessage(request, to, true),
    });
  else if (status === 'draft' && !isIdentified)
    await tellRequester(context, request, { key: `onboarding.halfway:${requestId}`, draw: (to) => halfwayMessage(request, to) });
  else return;
  await markPersonReminded(db, { requestId, status, now: clock.now() });
});

/** A line in the requests channel, once an answer: the card alone, edited, would go unseen. */
export const tellAnswered = task(answeredTask, async ({ db, post, settings }, { guildId, requestId }) => {
  const request = await findSent(db, { guildId, requestId });
  if (request?.status !== 'pending' || !request.submittedAt) return;
  const { channels, locale } = await settings(guildId);
  const channelId = channels[requestsKey];
  if (!channelId) return;
  const since = request.submittedAt;
  const key = `onboarding.answered:${requestId}:${since.getTime()}`;
  requireAllowed(await post({ channelId, messageId: null, message: answeredMessage(request, locale), key, since }));
});

export const remind = schedule('onboarding.remind', hour, async (tx, { clock }) => {
  await remindStaff(tx, clock.now());
  await remindPeople(tx, clock.now());
});

export const forget = schedule('onboarding.forget', day, (tx, { clock }) => forgetOldRequests(tx, clock.now()));
