import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { event, instant } from '../../../discord/command.ts';
import { restoreCards } from '../service/review.ts';
import { receive } from '../service/typed.ts';

/** What people write to the bot; Discord gives the words of a direct message without the privileged intent. */
export const written = instant(GatewayDispatchEvents.MessageCreate, ({ db, clock }, message) => {
  if (message.guild_id || message.author.bot) return undefined;
  const { author, channel_id: channelId, id: messageId, content } = message;
  return receive(db, { userId: author.id, channelId, messageId, content, now: clock.now() });
});

/** What the bot keeps posted comes back. */
export const messageDeleted = event(GatewayDispatchEvents.MessageDelete, async ({ db }, { guild_id: guildId, id }) => {
  if (guildId) await restoreCards(db, { guildId, messageIds: [id] });
});
export const messagesDeleted = event(GatewayDispatchEvents.MessageDeleteBulk, async ({ db }, { guild_id: guildId, ids }) => {
  if (guildId) await restoreCards(db, { guildId, messageIds: ids });
});
