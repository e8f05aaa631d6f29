import { schedule, task } from '../../../infra/tasks.ts';
import { localeOf } from '../../../kernel/text.ts';
import { day, hour } from '../../../kernel/time.ts';
import { requestExpires, requestRemind } from '../rules/limit.ts';
import { findRequest } from '../service/request.ts';
import { forgetRequests } from '../service/retention.ts';
import { expireRequests, withdrawAbsent } from '../service/silence.ts';
import { expiredMessage, expiringMessage } from '../views/request.ts';
import { clearTask, expiredTask, expiringTask } from '../wire.ts';
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

/** Gone already is as good. */
export const clear = task(clearTask, async ({ discord, outcome, reason }, { channelId, messageId }) => {
  await outcome(discord.channels.deleteMessage(channelId, messageId, { reason: reason(`mentoring.clear:${messageId}`) }));
});

export const requestsDue = schedule(
  'mentoring.requests_due',
  hour,
  async (tx, { clock }) => {
    const now = clock.now();
    await expireRequests(tx, now);
    await withdrawAbsent(tx, now);
  },
  ['mentoring_request'],
);

export const forget = schedule(
  'mentoring.forget',
  day,
  async (tx, { clock }) => {
    await forgetRequests(tx, clock.now());
  },
  ['mentoring_request'],
);
