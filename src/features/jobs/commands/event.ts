import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { event } from '../../../discord/command.ts';
import type { World } from '../../../discord/context.ts';
import { looksOf } from '../rules/looks.ts';
import { endAbandoned } from '../service/end.ts';
import { restoreCards } from '../service/list.ts';
import { findByThread, promiseLook } from '../service/post.ts';

/** Whether it is one of ours, and what it means, is for the task to see. */
async function look({ db }: World, guildId: string, threadId: string): Promise<void> {
  const offer = await findByThread(db, guildId, threadId);
  if (offer) await promiseLook(db, [offer]);
}

export const threadDeleted = event(GatewayDispatchEvents.ThreadDelete, (world, { guild_id, id }) => look(world, guild_id, id));

/** The first message of a post has its id; any other may be a card of the staff's. */
export const messageDeleted = event(GatewayDispatchEvents.MessageDelete, async (world, { guild_id, id, channel_id }) => {
  if (!guild_id) return;
  if (id === channel_id) await look(world, guild_id, id);
  else await restoreCards(world.db, { guildId: guild_id, messageIds: [id] });
});

export const messagesDeleted = event(GatewayDispatchEvents.MessageDeleteBulk, async ({ db }, { guild_id, ids }) => {
  if (guild_id) await restoreCards(db, { guildId: guild_id, messageIds: ids });
});

/** A post that somebody locked, opened, renamed or tagged by hand. What we change ourselves is recorded as it then looks. */
export const threadChanged = event(GatewayDispatchEvents.ThreadUpdate, async (world, thread) => {
  const { guild_id, id } = thread;
  if (!guild_id) return;
  const offer = await findByThread(world.db, guild_id, id);
  if (offer?.looks && offer.looks !== looksOf(thread)) await promiseLook(world.db, [offer]);
});

/** Who leaves answers no candidate. The hourly check finds those that this event did not tell. */
export const memberLeft = event(GatewayDispatchEvents.GuildMemberRemove, ({ db, clock }, { guild_id, user }) =>
  db.$transaction((tx) => endAbandoned(tx, clock.now(), { guildId: guild_id, userId: user.id })),
);
