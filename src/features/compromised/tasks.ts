import { requireAllowed, schedule, task } from '../../infra/tasks.ts';
import { accountActed, accountCompromised, moderationKey, rulesKey } from '../../kernel/moderation.ts';
import { localeOf } from '../../kernel/text.ts';
import { day, minute } from '../../kernel/time.ts';
import { languageOf } from '../onboarding/service/language.ts';
import { text } from './messages.ts';
import {
  followAct,
  forgetAccounts,
  promiseRemovals,
  readAccount,
  readHold,
  readUnremoved,
  recordCard,
  recordRemoved,
  recordTold,
  secureAccount,
  toldKey,
} from './service.ts';
import { accountCard, toldMessage } from './views.ts';
import { cardTask, dropTask, holdTask, removeTask, tellTask } from './wire.ts';

export const secure = task(accountCompromised, async ({ db, clock }, { guildId, userId, hitId }) => {
  await secureAccount(db, { guildId, userId, hitId, now: clock.now() });
});

export const acted = task(accountActed, ({ db, clock }, outcome) => followAct(db, { ...outcome, now: clock.now() }));

/** What it sent goes, channel by channel; what somebody else removed is gone as well. */
export const remove = task(removeTask, async ({ db, clock, discord, outcome, reason }, { guildId, accountId }) => {
  const why = { reason: reason(`compromised:${accountId}`) };
  const waiting = await readUnremoved(db, { guildId, accountId });
  for (const [channelId, some] of Map.groupBy(waiting, (message) => message.channelId)) {
    const ids = some.map(({ messageId }) => messageId);
    const [only] = ids;
    for (let from = 0; from < ids.length; from += 100) {
      const chunk = ids.slice(from, from + 100);
      const gone =
        chunk.length === 1 && only !== undefined
          ? await outcome(discord.channels.deleteMessage(channelId, chunk[0] ?? only, why))
          : await outcome(discord.channels.bulkDeleteMessages(channelId, chunk, why));
      // Where we may not remove, the other channels come first; staff are told of it.
      if (gone.ok || gone.why === 'gone') await recordRemoved(db, { guildId, accountId, messageIds: chunk, now: clock.now() });
    }
  }
  const left = await readUnremoved(db, { guildId, accountId });
  const [stuck] = left;
  if (stuck) requireAllowed(await outcome(discord.channels.deleteMessage(stuck.channelId, stuck.messageId, why)));
});

/** Who left in the meantime gets it when they come back. */
export const hold = task(holdTask, async ({ db, clock, discord, outcome, reason }, { guildId, accountId }) => {
  const held = await readHold(db, { guildId, accountId });
  if (!held || held.until <= clock.now()) return;
  const until = { communication_disabled_until: held.until.toISOString() };
  const why = { reason: reason(`compromised:${accountId}`) };
  requireAllowed(await outcome(discord.guilds.editMember(guildId, held.userId, until, why)));
});

export const tellOwner = task(tellTask, async ({ db, discord, settings, tell }, { guildId, accountId }) => {
  const shown = await readAccount(db, { guildId, accountId });
  if (!shown) return;
  const { userId, until } = shown.account;
  const [server, { channels, locale: common }] = await Promise.all([discord.guilds.get(guildId), settings(guildId)]);
  const locale = localeOf((await languageOf(db, { guildId, userId })) ?? common);
  const message = toldMessage({ guildId, accountId, server: server.name, until }, locale);
  const channelId = channels[rulesKey];
  const thread = channelId ? { channelId, name: text.threadName[locale] } : null;
  await tell({ guildId, userId, key: toldKey(accountId), message, thread });
  await recordTold(db, { guildId, accountId });
});

export const card = task(cardTask, async ({ db, clock, settings, post }, { guildId, accountId }) => {
  const shown = await readAccount(db, { guildId, accountId });
  if (!shown) return;
  const { channels, locale } = await settings(guildId);
  const channelId = shown.account.cardChannelId ?? channels[moderationKey];
  if (channelId === undefined) return;
  const posted = requireAllowed(
    await post({
      channelId,
      messageId: shown.account.cardMessageId,
      message: accountCard(shown, locale, clock.now()),
      key: `compromised.card:${accountId}`,
      since: shown.account.createdAt,
    }),
  );
  if (posted.ok) await recordCard(db, accountId, { channelId, messageId: posted.value.id });
});

export const drop = task(dropTask, async ({ discord, outcome }, { channelId, messageId }) => {
  await outcome(discord.channels.deleteMessage(channelId, messageId));
});

export const look = schedule('compromised.look', minute, (tx, { clock }) => promiseRemovals(tx, clock.now()), [
  'compromised_account',
]);
export const forget = schedule('compromised.forget', day, (tx, { clock }) => forgetAccounts(tx, clock.now()), [
  'compromised_account',
]);
