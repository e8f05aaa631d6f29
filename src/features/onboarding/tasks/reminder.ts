import { requireAllowed, schedule, task } from '../../../infra/tasks.ts';
import { day, hour } from '../../../kernel/time.ts';
import { findMember, identityOf } from '../../members/service.ts';
import { staffReminderAfter } from '../rules.ts';
import { findRequest, findSent } from '../service/decision.ts';
import { requestsKey } from '../service/panel.ts';
import { findLate, findLateList, markPersonReminded, recordLateList, remindPeople, remindStaff } from '../service/reminder.ts';
import { forgetOldRequests } from '../service/retention.ts';
import { answeredMessage, lateMessage } from '../views/card.ts';
import { halfwayMessage, questionMessage } from '../views/presentation.ts';
import { answeredTask, remindPersonTask, remindStaffTask } from '../wire.ts';
import { tellRequester } from './telling.ts';

/** The requests that a list names; more are counted. */
const listed = 10;

/** One list of all late requests, which takes the place of the one before: posted, since an edited one would go unseen. */
export const tellStaff = task(remindStaffTask, async (context, { guildId }) => {
  const { db, clock, discord, post, outcome, settings, reason } = context;
  const now = clock.now();
  const { channels, locale } = await settings(guildId);
  const channelId = channels[requestsKey];
  const late = channelId ? await findLate(db, { guildId, now, limit: listed }) : null;
  if (!channelId || !late) return;
  const former = await findLateList(db, guildId);
  const { lastSentAt } = late;
  // No list that is older has the last of them.
  const since = new Date(lastSentAt.getTime() + staffReminderAfter);
  const key = `onboarding.late:${guildId}:${lastSentAt.getTime()}`;
  const posted = requireAllowed(await post({ channelId, messageId: null, message: lateMessage(late, locale), key, since }));
  if (!posted.ok) return;
  const messageId = posted.value.id;
  if (former?.messageId && former.messageId !== messageId)
    await outcome(discord.channels.deleteMessage(former.channelId, former.messageId, { reason: reason('onboarding.late') }));
  await recordLateList(db, { guildId, channelId, messageId, lastSentAt, now });
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

export const remind = schedule(
  'onboarding.remind',
  hour,
  async (tx, { clock }) => {
    await remindStaff(tx, clock.now());
    await remindPeople(tx, clock.now());
  },
  ['identification_request'],
);

export const forget = schedule('onboarding.forget', day, (tx, { clock }) => forgetOldRequests(tx, clock.now()), [
  'consent',
  'identification_request',
]);
