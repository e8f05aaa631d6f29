import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { event } from '../../../discord/command.ts';
import type { Db } from '../../../infra/db.ts';
import { cancelForLeaving, promiseWelcome, promiseWelcomeIfDue } from '../service/arrival.ts';
import { restoreCards, restorePanel } from '../service/panel.ts';

export const joined = event(GatewayDispatchEvents.GuildMemberAdd, async ({ db }, { guild_id, user }) => {
  if (!user.bot) await promiseWelcome(db, { guildId: guild_id, userId: user.id });
});

/** Of all that may have changed, only the end of Discord's screening matters here. */
export const changed = event(GatewayDispatchEvents.GuildMemberUpdate, async ({ db }, { guild_id, user, pending }) => {
  if (pending === false && !user.bot) await promiseWelcomeIfDue(db, { guildId: guild_id, userId: user.id });
});

export const left = event(GatewayDispatchEvents.GuildMemberRemove, ({ db, clock }, { guild_id, user }) =>
  cancelForLeaving(db, { guildId: guild_id, userId: user.id, now: clock.now() }),
);

/** What the bot keeps posted comes back. */
const restore = async (db: Db, deleted: { guildId: string; messageIds: string[] }): Promise<void> => {
  await restorePanel(db, deleted);
  await restoreCards(db, deleted);
};

export const messageDeleted = event(GatewayDispatchEvents.MessageDelete, async ({ db }, { guild_id, id }) => {
  if (guild_id) await restore(db, { guildId: guild_id, messageIds: [id] });
});

export const messagesDeleted = event(GatewayDispatchEvents.MessageDeleteBulk, async ({ db }, { guild_id, ids }) => {
  if (guild_id) await restore(db, { guildId: guild_id, messageIds: ids });
});
