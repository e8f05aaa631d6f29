import { schedule, task } from '../../../infra/tasks.ts';
import { hour } from '../../../kernel/time.ts';
import { findPanel, promiseMissingCards, promisePanels, recordPanel, welcomeKey } from '../service/panel.ts';
import { panelMessage } from '../views/presentation.ts';
import { panelTask } from '../wire.ts';
import { requireAllowed } from './posting.ts';

/** The welcome panel: one, in the channel that is bound now, in the language of the server. */
export const panel = task(panelTask, async ({ db, discord, outcome, post, settings, reason }, { guildId }) => {
  const { locale, channels } = await settings(guildId);
  const channelId = channels[welcomeKey];
  const former = await findPanel(db, guildId);
  if (former?.messageId && former.channelId !== channelId) {
    await outcome(discord.channels.deleteMessage(former.channelId, former.messageId, { reason: reason('onboarding.panel') }));
    await recordPanel(db, { guildId, channelId: former.channelId, messageId: null });
  }
  if (!channelId) return;

  const messageId = former?.channelId === channelId ? former.messageId : null;
  const posted = requireAllowed(
    await post({
      channelId,
      messageId,
      message: panelMessage(locale),
      // Discord gives a deleted message back to whoever posts again under its name within minutes: the next one has another.
      key: `onboarding.panel:${guildId}:${channelId}:${former?.messageId ?? 'first'}`,
    }),
  );
  if (posted.ok && posted.value.id !== messageId) await recordPanel(db, { guildId, channelId, messageId: posted.value.id });
});

/** What the events did not tell: a panel deleted while nobody listened, a request that found no channel. */
export const keepPosted = schedule('onboarding.keep_posted', hour, async (tx) => {
  await promisePanels(tx);
  await promiseMissingCards(tx);
});
