import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { event } from '../../../discord/command.ts';
import type { Db } from '../../../infra/db.ts';
import { restoreCards } from '../service/card.ts';
import { restorePanel } from '../service/panel.ts';
import { endForLeaving } from '../service/place.ts';
import { promiseLostRole } from '../service/role.ts';

export const left = event(GatewayDispatchEvents.GuildMemberRemove, ({ db, clock }, { guild_id, user }) =>
  endForLeaving(db, { guildId: guild_id, userId: user.id, now: clock.now() }),
);

/** The role of recruiters follows the company, whoever takes it away. */
export const changed = event(GatewayDispatchEvents.GuildMemberUpdate, ({ db }, { guild_id, user, roles }) =>
  promiseLostRole(db, { guildId: guild_id, userId: user.id, roleIds: roles }),
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
