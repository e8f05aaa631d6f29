import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../../discord/command.ts';
import { requireAllowed, schedule, task } from '../../../infra/tasks.ts';
import { hour } from '../../../kernel/time.ts';
import { findPanel, jobSearchKey, promisePanels, recordPanel } from '../service/panel.ts';
import { panelMessage } from '../views/search.ts';
import { askId, panelTask } from '../wire.ts';

type Said = Pick<Message, 'embeds' | 'components'>;

/** What a person reads and presses: Discord adds to a message much that we never sent. */
const shownOf = ({ embeds, components }: Said) =>
  JSON.stringify([
    (embeds ?? []).map(({ title, description }) => [title, description]),
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

const isPanel = ({ author, components }: APIMessage, applicationId: string): boolean =>
  author.id === applicationId && JSON.stringify(components ?? []).includes(`"${askId.encode({})}"`);

/**
 * One panel, in the channel that is bound now, in the language of the server. Nobody else writes there, so it is among the last messages; the row
 * changes only after the post, so that whoever tries again finds what a former try left.
 */
export const panel = task(panelTask, async ({ db, discord, applicationId, outcome, post, settings, reason }, { guildId }) => {
  const { locale, channels } = await settings(guildId);
  const channelId = channels[jobSearchKey];
  const former = await findPanel(db, guildId);
  const why = { reason: reason('jobsearch.panel') };
  if (former?.messageId && former.channelId !== channelId)
    await outcome(discord.channels.deleteMessage(former.channelId, former.messageId, why));
  if (!channelId) return;

  const message = panelMessage(locale);
  const recent = requireAllowed(await outcome(discord.channels.getMessages(channelId, { limit: 100 })));
  if (!recent.ok) return;
  const panels = recent.value.filter((posted) => isPanel(posted, applicationId));
  const kept = panels.find(({ id }) => id === former?.messageId) ?? panels.at(-1);
  // An edit that changes nothing would still mark it as edited, every hour.
  const isRight = kept && kept.id === former?.messageId && shownOf(kept as Said) === shownOf(message);
  if (!isRight) {
    const posted = requireAllowed(
      await post({
        channelId,
        messageId: kept?.id ?? null,
        message,
        // Discord gives a deleted message back to whoever posts again under its name within minutes: the next one has another.
        key: `jobsearch.panel:${guildId}:${channelId}:${former?.messageId ?? 'first'}`,
      }),
    );
    if (!posted.ok) return;
    await recordPanel(db, { guildId, channelId, messageId: posted.value.id });
    for (const { id } of panels) if (id !== posted.value.id) await outcome(discord.channels.deleteMessage(channelId, id, why));
  }
});

/** A panel deleted while nobody listened. */
export const keepPanel = schedule('jobsearch.keep_panel', hour, (tx) => promisePanels(tx));
