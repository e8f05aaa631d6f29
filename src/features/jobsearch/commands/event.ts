import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { event } from '../../../discord/command.ts';
import { restorePanel } from '../service/panel.ts';

/** A panel that somebody deletes comes back. */
export const messageDeleted = event(GatewayDispatchEvents.MessageDelete, async ({ db }, { guild_id: guildId, id }) => {
  if (guildId) await restorePanel(db, { guildId, messageIds: [id] });
});

export const messagesDeleted = event(GatewayDispatchEvents.MessageDeleteBulk, async ({ db }, { guild_id: guildId, ids }) => {
  if (guildId) await restorePanel(db, { guildId, messageIds: ids });
});
