import { schedule, task } from '../../../infra/tasks.ts';
import { pairEnded } from '../../../kernel/mentoring.ts';
import { localeOf } from '../../../kernel/text.ts';
import { day, hour } from '../../../kernel/time.ts';
import { requestExpires, requestRemind } from '../rules/limit.ts';
import { endedPair, findRequest } from '../service/request.ts';
import { forgetRequests } from '../service/retention.ts';
import { expireRequests, withdrawAbsent } from '../service/silence.ts';
import { againMentorMessage, againMessage, expiredMessage, expiringMessage } from '../views/request.ts';
import { expiredTask, expiringTask } from '../wire.ts';
import { tellPerson } from './ask.ts';

export const expiring = task(expiringTask, async (context, { guildId, requestId }) => {
  const request = await findRequest(context.db, { guildId, requestId });
  if (request?.state !== 'waiting' || !request.remindedAt) return;
  await tellPerson(context, {
    guildId,
    userId: request.userId,
    key: `mentoring.expiring:${requestId}:${request.remindedAt.getTime()}`,
    locale: localeOf(request.locale),
    message: expiringMessage(request, Math.round((requestExpires - requestRemind) / day)),
  });
});

export const expired = task(expiredTask, async (context, { guildId, requestId }) => {
  const request = await findRequest(context.db, { guildId, requestId });
  if (request?.state !== 'expired') return;
  const locale = localeOf(request.locale);
  await tellPerson(context, {
    guildId,
    userId: request.userId,
    key: `mentoring.expired:${requestId}`,
    locale,
    message: expiredMessage(locale),
  });
});

/** Another mentor is offered at once to whoever learned, unless they left; the mentor hears that their place is free. */
export const ended = task(pairEnded, async (context, { guildId, pairId }) => {
  const pair = await endedPair(context.db, { guildId, pairId });
  if (!pair) return;
  const { learner, mentor } = pair;
  if (learner)
    await tellPerson(context, {
      guildId,
      userId: learner.userId,
      key: `mentoring.again:${pairId}`,
      locale: learner.locale,
      message: againMessage({ guildId, pairId }, learner.locale),
    });
  if (mentor)
    await tellPerson(context, {
      guildId,
      userId: mentor.userId,
      key: `mentoring.free:${pairId}`,
      locale: mentor.locale,
      message: againMentorMessage(mentor.locale),
    });
});

export const requestsDue = schedule('mentoring.requests_due', hour, async (tx, { clock }) => {
  const now = clock.now();
  await expireRequests(tx, now);
  await withdrawAbsent(tx, now);
});

export const forget = schedule('mentoring.forget', day, async (tx, { clock }) => {
  await forgetRequests(tx, clock.now());
});
