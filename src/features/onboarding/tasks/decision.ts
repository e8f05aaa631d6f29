import type { TaskContext } from '../../../infra/tasks.ts';
import { requireAllowed, schedule, task } from '../../../infra/tasks.ts';
import { hour } from '../../../kernel/time.ts';
import { findMember, identityOf } from '../../members/service.ts';
import { findChoice } from '../../promos/service/joining.ts';
import type { Shortfall } from '../messages/decision.ts';
import { roleOf, tellingLimit } from '../rules.ts';
import { type CardRequest, managerToCall } from '../service/card.ts';
import {
  findCard,
  findRequest,
  isDecided,
  promiseGrants,
  promiseRestores,
  recordCard,
  recordShortfalls,
} from '../service/decision.ts';
import { requestsKey } from '../service/panel.ts';
import { postedCard } from '../views/card.ts';
import { decisionMessage, openedMessage } from '../views/presentation.ts';
import { addressId, cardTask, removeCardTask, settleTask } from '../wire.ts';
import { grantIdentity } from './roles.ts';
import { tellRequester } from './telling.ts';

/** Brings the card of a request in the staff channel up to date, and posts it when there is none. */
export const card = task(cardTask, async (context, { guildId, requestId }) => {
  const { db } = context;
  // Tasks of the same request may overlap: whoever showed a state that is no longer true shows the true one.
  for (let shown = ''; ; ) {
    const request = await findCard(db, { guildId, requestId });
    if (!request) return removeOrphans(context, guildId, requestId);
    const state = JSON.stringify({ ...request, cardChannelId: null, cardMessageId: null, calledPromoIds: null });
    if (state === shown) return;
    shown = (await showCard(context, request)) ? state : '';
  }
});

/** True when the card shows `request`; false when another try may have posted an older state at the same time. */
async function showCard({ db, discord, post, outcome, settings, reason }: TaskContext, request: CardRequest): Promise<boolean> {
  const { id: requestId, guildId, status, cardChannelId, cardMessageId } = request;
  const { locale, channels } = await settings(guildId);
  const bound = channels[requestsKey];
  // A request that waits is where staff look for it; the card of a closed one stays where it was decided.
  const moves = bound !== undefined && bound !== cardChannelId && (status === 'pending' || status === 'asked');
  const channelId = moves ? bound : (cardChannelId ?? bound);
  // A card that staff deleted comes back under another name: Discord would give the deleted one back.
  const key = `onboarding.card:${requestId}:${cardMessageId ?? 'first'}`;
  // A request that was closed before anybody could see it needs no card any more.
  if (!channelId || (!cardMessageId && status === 'cancelled')) return true;

  const calls = managerToCall(request);
  // An edit tells nobody: a card that comes to concern another manager is posted anew. First the former goes, or another try would find it.
  const reposts = calls !== null && !moves && cardMessageId !== null;
  if (reposts) await outcome(discord.channels.deleteMessage(channelId, cardMessageId, { reason: reason('onboarding.card') }));
  const message = postedCard(request, locale, calls);
  const posted = requireAllowed(
    await post({ channelId, messageId: moves || reposts ? null : cardMessageId, message, key: `${key}:${channelId}` }),
  );
  if (!posted.ok || posted.value.id === cardMessageId) return true;
  // Before the new place is recorded: who dies in between tries again.
  if (moves && cardChannelId && cardMessageId)
    await outcome(discord.channels.deleteMessage(cardChannelId, cardMessageId, { reason: reason('onboarding.card') }));
  const { id: messageId, channel_id } = posted.value;
  return recordCard(db, {
    requestId,
    former: cardMessageId,
    channelId: channel_id,
    messageId,
    calledPromoId: calls === null ? null : request.promoId,
  });
}

/** A request that was erased while its card was being posted leaves a card that no row names. */
async function removeOrphans(context: TaskContext, guildId: string, requestId: number): Promise<void> {
  const { discord, applicationId, outcome, settings, reason } = context;
  const channelId = (await settings(guildId)).channels[requestsKey];
  if (!channelId) return;
  const recent = await outcome(discord.channels.getMessages(channelId, { limit: 100 }));
  if (!recent.ok) return;
  const address = JSON.stringify(addressId.encode({ requestId }));
  const orphans = recent.value.filter(
    ({ author, components }) => author.id === applicationId && JSON.stringify(components ?? []).includes(address),
  );
  for (const { id } of orphans)
    await outcome(discord.channels.deleteMessage(channelId, id, { reason: reason('onboarding.retention') }));
}

/** The effects of a decision: roles, nickname, and what the person is told. */
export const settle = task(settleTask, async (context, { guildId, requestId }) => {
  const { db, clock, settings, reason } = context;
  const request = await findRequest(db, { guildId, requestId });
  if (!request || !isDecided(request)) return;

  const bound = await settings(guildId);
  const { userId, formerKind, decidedAt, status } = request;
  // What the person is now: a later request may have been accepted since.
  const identity = status === 'accepted' ? identityOf(await findMember(db, { guildId, userId })) : null;
  const why = reason(`onboarding.settle:${requestId}`);
  const shortfalls: Shortfall[] = identity
    ? (await grantIdentity(context, { guildId, userId, identity, formerKind, settings: bound, reason: why })).shortfalls
    : [];
  const opens = identity ? [`role:${roleOf[identity.kind]}` as const] : [];
  const isOpen = !opens.some((missing) => shortfalls.includes(missing));
  const promo = identity && request.promoId ? await findChoice(db, { guildId, promoId: request.promoId }) : null;
  const isRecent = clock.now().getTime() - decidedAt.getTime() < tellingLimit;
  if (isRecent && !shortfalls.includes('left')) {
    const via = await tellRequester(context, request, {
      // A request may be asked about more than once, and each question is told.
      key: `onboarding.${status}:${requestId}:${decidedAt.getTime()}`,
      draw: (to) => decisionMessage(request, { isOpen, promo, ...to }),
    });
    if (via === 'none') shortfalls.push('untold');
    if (isOpen && opens.some((missing) => request.shortfalls.includes(missing)))
      await tellRequester(context, request, { key: `onboarding.opened:${requestId}`, draw: openedMessage });
  }
  await recordShortfalls(db, { guildId, requestId }, shortfalls);
});

/** A request was erased: its card goes too. */
export const removeCard = task(removeCardTask, async ({ discord, outcome, reason }, { channelId, messageId }) => {
  await outcome(discord.channels.deleteMessage(channelId, messageId, { reason: reason('onboarding.retention') }));
});

/** A role that could not be given is, once its fault was mended; and so is one that was made again. */
export const grantAgain = schedule('onboarding.grant_again', hour, async (tx) => {
  await promiseGrants(tx);
  await promiseRestores(tx);
});
