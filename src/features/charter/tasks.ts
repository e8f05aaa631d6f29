import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import type { Message } from '../../discord/command.ts';
import { requireAllowed, schedule, task } from '../../infra/tasks.ts';
import { rulesId, rulesKey } from '../../kernel/moderation.ts';
import { hour } from '../../kernel/time.ts';
import { findPanel, promisePanels, recordPanel } from './service/panel.ts';
import { listRules } from './service/rule.ts';
import { doors, panelMessage } from './views.ts';
import { panelTask } from './wire.ts';

type Said = Pick<Message, 'embeds' | 'components'>;

/** Custom ids and labels of the buttons. */
const buttonsOf = ({ components }: Said): string[][] =>
  (components ?? []).flatMap((row) =>
    row.type === ComponentType.ActionRow
      ? row.components.map((one) =>
          one.type === ComponentType.Button && 'custom_id' in one ? [one.custom_id, one.label ?? ''] : [],
        )
      : [],
  );

const isPanel = ({ author, components }: APIMessage, applicationId: string): boolean =>
  author.id === applicationId && buttonsOf({ components: components ?? [] }).some(([id]) => id === rulesId.encode({}));

/** What a person reads and presses: Discord adds to a message much that we never sent. */
const shownOf = (said: Said): string =>
  JSON.stringify([
    (said.embeds ?? []).map(({ title, description, footer }) => [title, description, footer?.text]),
    buttonsOf(said),
  ]);

/**
 * The panel of the channel of the rules: one, in the channel that is bound now, in the language of the server. Two tries may overlap: the row changes only
 * after the post, so that whoever read it before posts under the same name, which Discord does once.
 */
export const panel = task(panelTask, async (context, { guildId }) => {
  const { db, discord, applicationId, outcome, post, settings, reason, features } = context;
  const { locale, channels } = await settings(guildId);
  const channelId = channels[rulesKey];
  const former = await findPanel(db, guildId);
  const why = { reason: reason('charter.panel') };
  if (former?.messageId && former.channelId !== channelId)
    await outcome(discord.channels.deleteMessage(former.channelId, former.messageId, why));
  if (!channelId) return;

  const answered = new Set(features.flatMap(({ components }) => components.map(({ id }) => id.prefix)));
  const open = new Set(doors.map(({ id }) => id.prefix).filter((prefix) => answered.has(prefix)));
  const message = panelMessage(await listRules(db, guildId), locale, open);
  // Nobody else writes there, so a panel is among the last messages.
  const recent = requireAllowed(await outcome(discord.channels.getMessages(channelId, { limit: 100 })));
  if (!recent.ok) return;
  const panels = recent.value.filter((posted) => isPanel(posted, applicationId));
  const kept = panels.find(({ id }) => id === former?.messageId) ?? panels.at(-1);
  // An edit that changes nothing would still mark it as edited, every hour.
  if (kept && kept.id === former?.messageId && shownOf(kept as Said) === shownOf(message)) return;
  const posted = requireAllowed(
    await post({
      channelId,
      messageId: kept?.id ?? null,
      message,
      // Discord gives a deleted message back to whoever posts again under its name within minutes: the next one has another.
      key: `charter.panel:${guildId}:${channelId}:${former?.messageId ?? 'first'}`,
    }),
  );
  if (!posted.ok) return;
  await recordPanel(db, { guildId, channelId, messageId: posted.value.id });
  for (const { id } of panels) if (id !== posted.value.id) await outcome(discord.channels.deleteMessage(channelId, id, why));
});

/** What the events did not tell: a panel deleted while nobody listened. */
export const keepPosted = schedule('charter.keep_posted', hour, promisePanels);
