import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { requireAllowed, schedule, task } from '../../../infra/tasks.ts';
import { hour } from '../../../kernel/time.ts';
import { findPanel, promiseMissingCards, promisePanels, recordPanel, welcomeKey } from '../service/panel.ts';
import { panelMessage } from '../views/presentation.ts';
import { panelTask, startId } from '../wire.ts';

/** True for a message of the bot that is a welcome panel. */
const isPanel = ({ author, components }: APIMessage, applicationId: string): boolean =>
  author.id === applicationId &&
  (components ?? []).some(
    (row) =>
      row.type === ComponentType.ActionRow &&
      row.components.some((component) => 'custom_id' in component && component.custom_id === startId.encode({})),
  );

type Said = Pick<Message, 'content' | 'embeds' | 'components'>;

/** What a person reads and presses: Discord adds to a message much that we never sent. */
const shownOf = ({ content, embeds, components }: Said) =>
  JSON.stringify([
    content ?? '',
    (embeds ?? []).map(({ title, description, footer }) => [title, description, footer?.text]),
    (components ?? []).map((row) =>
      row.type === ComponentType.ActionRow
        ? row.components.map((component) =>
            component.type === ComponentType.Button && 'custom_id' in component
              ? [component.custom_id, component.label, component.style]
              : component,
          )
        : row,
    ),
  ]);

const isUpToDate = ({ content, embeds, components = [] }: APIMessage, wanted: Message): boolean =>
  shownOf({ content, embeds, components }) === shownOf(wanted);

/**
 * The welcome panel: one, in the channel that is bound now, in the language of the server. Two tries may overlap, since deleting the
 * former panel is itself an event that asks for one. The row changes only after the post: whoever read it before posts under the same
 * name, which Discord does once, and whoever read it after sees the new panel in the channel.
 */
export const panel = task(panelTask, async ({ db, discord, applicationId, outcome, post, settings, reason }, { guildId }) => {
  const { locale, channels } = await settings(guildId);
  const channelId = channels[welcomeKey];
  const former = await findPanel(db, guildId);
  const why = { reason: reason('onboarding.panel') };
  if (former?.messageId && former.channelId !== channelId) {
    await outcome(discord.channels.deleteMessage(former.channelId, former.messageId, why));
  }
  if (!channelId) return;

  const message = panelMessage(locale);
  if (former?.messageId && former.channelId === channelId) {
    const shown = await outcome(discord.channels.getMessage(channelId, former.messageId));
    // An edit that changes nothing would still mark it as edited, every hour.
    if (shown.ok && isUpToDate(shown.value, message)) return;
  }

  // Nobody else writes there, so a panel is among the last messages.
  const recent = requireAllowed(await outcome(discord.channels.getMessages(channelId, { limit: 100 })));
  if (!recent.ok) return;
  const panels = recent.value.filter((message) => isPanel(message, applicationId)).map(({ id }) => id);
  const kept = panels.find((id) => id === former?.messageId) ?? panels.at(-1) ?? null;
  const posted = requireAllowed(
    await post({
      channelId,
      messageId: kept,
      message,
      // Discord gives a deleted message back to whoever posts again under its name within minutes: the next one has another.
      key: `onboarding.panel:${guildId}:${channelId}:${former?.messageId ?? 'first'}`,
    }),
  );
  if (!posted.ok) return;
  await recordPanel(db, { guildId, channelId, messageId: posted.value.id });
  for (const id of panels) if (id !== posted.value.id) await outcome(discord.channels.deleteMessage(channelId, id, why));
});

/** What the events did not tell: a panel deleted while nobody listened, a request that found no channel. */
export const keepPosted = schedule('onboarding.keep_posted', hour, async (tx) => {
  await promisePanels(tx);
  await promiseMissingCards(tx);
});
