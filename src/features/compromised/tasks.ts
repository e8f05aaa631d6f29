import { requireAllowed, schedule, task } from '../../infra/tasks.ts';
import { accountActed, accountCompromised, moderationKey, rulesKey } from '../../kernel/moderation.ts';
import { localeOf } from '../../kernel/text.ts';
import { day, hour, minute } from '../../kernel/time.ts';
import { languageOf } from '../onboarding/service/language.ts';
import { text } from './messages.ts';
import { followAct, readHold, recordTold, secureAccount } from './service/account.ts';
import { promiseLate, promiseStale, readAccount, recordCard, toldKey } from './service/card.ts';
import { forgetAccounts } from './service/privacy.ts';
import { promiseRemovals, promiseRetries, promiseTold, readUnremoved, recordRemoved } from './service/removal.ts';
import { accountCard, toldMessage } from './views.ts';
import { cardTask, dropTask, holdTask, removeTask, tellTask } from './wire.ts';

export const secure = task(accountCompromised, async ({ db, clock }, flood) => {
  await secureAccount(db, { ...flood, now: clock.now() });
});

export const acted = task(accountActed, ({ db, clock }, outcome) => followAct(db, { ...outcome, now: clock.now() }));

/** Discord's own limit. https://docs.discord.com/developers/resources/message#bulk-delete-messages */
const atOnce = 100;

/** What it sent goes, channel by channel; what somebody else removed is gone as well. */
export const remove = task(removeTask, async ({ db, clock, discord, outcome, reason }, { guildId, accountId }) => {
  const why = { reason: reason(`compromised:${accountId}`) };
  const removeFrom = async (channelId: string, ids: readonly string[]) => {
    const [only] = ids;
    const gone =
      ids.length === 1 && only !== undefined
        ? await outcome(discord.channels.deleteMessage(channelId, only, why))
        : await outcome(discord.channels.bulkDeleteMessages(channelId, [...ids], why));
    if (gone.ok || gone.why === 'gone') await recordRemoved(db, { guildId, accountId, messageIds: ids, now: clock.now() });
    return gone;
  };
  const refused = new Map<string, Awaited<ReturnType<typeof removeFrom>>>();
  // Read again each time: a moderator may say meanwhile that the person is themselves again.
  for (;;) {
    const [first, ...rest] = (await readUnremoved(db, { guildId, accountId })).filter(({ channelId }) => !refused.has(channelId));
    if (!first) break;
    const { channelId } = first;
    const ids = [first, ...rest.filter((message) => message.channelId === channelId)].map(({ messageId }) => messageId);
    const gone = await removeFrom(channelId, ids.slice(0, atOnce));
    if (!gone.ok && gone.why !== 'gone') refused.set(channelId, gone);
  }
  await promiseTold(db, { guildId, accountId });
  // Where we may not remove, the other channels came first; staff are told of it.
  for (const one of refused.values()) requireAllowed(one);
});

/** Who left in the meantime gets it when they come back. */
export const hold = task(holdTask, async ({ db, clock, discord, outcome, reason }, { guildId, accountId }) => {
  const held = await readHold(db, { guildId, accountId });
  if (!held || held.until <= clock.now()) return;
  const until = { communication_disabled_until: held.until.toISOString() };
  const why = { reason: reason(`compromised:${accountId}`) };
  requireAllowed(await outcome(discord.guilds.editMember(guildId, held.userId, until, why)));
});

/** After what was done, so that it says no more than that; whoever is themselves again needs no advice. */
export const tellOwner = task(tellTask, async ({ db, clock, discord, settings, tell }, { guildId, accountId }) => {
  const shown = await readAccount(db, { guildId, accountId, now: clock.now() });
  if (!shown || shown.standing === 'freed') return;
  const { userId } = shown.account;
  const [server, { channels, locale: common }] = await Promise.all([discord.guilds.get(guildId), settings(guildId)]);
  const locale = localeOf((await languageOf(db, { guildId, userId })) ?? common);
  const until = shown.standing === 'quiet' || shown.standing === 'already' ? shown.endsAt : null;
  const message = toldMessage({ guildId, accountId, server: server.name, until, isRemoved: shown.removed > 0 }, locale);
  const channelId = channels[rulesKey];
  const thread = channelId ? { channelId, name: text.threadName[locale] } : null;
  await tell({ guildId, userId, key: toldKey(accountId), message, thread });
  await recordTold(db, { guildId, accountId });
});

export const card = task(cardTask, async ({ db, clock, settings, post, discord, outcome }, { guildId, accountId }) => {
  const shown = await readAccount(db, { guildId, accountId, now: clock.now() });
  if (!shown) return;
  const { channels, locale } = await settings(guildId);
  const channelId = channels[moderationKey];
  if (channelId === undefined) return;
  const { cardChannelId, cardMessageId, floodedAt, createdAt } = shown.account;
  const isThere = cardChannelId === channelId;
  const posted = requireAllowed(
    await post({
      channelId,
      messageId: isThere ? cardMessageId : null,
      message: accountCard(shown, locale),
      key: `compromised.card:${accountId}:${channelId}`,
      since: floodedAt < createdAt ? floodedAt : createdAt,
    }),
  );
  const isKept = await recordCard(db, shown, posted.ok ? { channelId, messageId: posted.value.id } : null);
  if (posted.ok && !isKept) await outcome(discord.channels.deleteMessage(channelId, posted.value.id));
  // The channel is another one now: nobody would bring the former card up to date.
  if (!isThere && cardChannelId && cardMessageId) await outcome(discord.channels.deleteMessage(cardChannelId, cardMessageId));
});

export const drop = task(dropTask, async ({ discord, outcome }, { channelId, messageId }) => {
  await outcome(discord.channels.deleteMessage(channelId, messageId));
});

export const look = schedule(
  'compromised.look',
  minute,
  async (tx, { clock }) => {
    await promiseRemovals(tx, clock.now());
    await promiseStale(tx, clock.now());
  },
  ['compromised_account'],
);
/** What Discord refused and may not any more. */
export const retry = schedule(
  'compromised.retry',
  hour,
  async (tx, { clock }) => {
    await promiseRetries(tx, clock.now());
    await promiseLate(tx);
  },
  ['compromised_account'],
);
export const forget = schedule('compromised.forget', day, (tx, { clock }) => forgetAccounts(tx, clock.now()), [
  'compromised_account',
]);
