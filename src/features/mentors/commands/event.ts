import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { event } from '../../../discord/command.ts';
import type { World } from '../../../discord/context.ts';
import { restoreCards } from '../service/card.ts';
import { followTimeout, hold, release, welcomeBack } from '../service/hold.ts';
import { restorePanel } from '../service/panel.ts';
import { promiseLostRole } from '../service/role.ts';

/** Nobody is proposed who is not there. */
export const left = event(GatewayDispatchEvents.GuildMemberRemove, async ({ db, clock }, { guild_id: guildId, user }) => {
  const who = { guildId, userId: user.id, now: clock.now() };
  await db.$transaction((tx) => hold(tx, { ...who, kind: 'absent', until: null }));
});

export const joined = event(GatewayDispatchEvents.GuildMemberAdd, async ({ db, clock }, { guild_id: guildId, user }) => {
  await db.$transaction((tx) => welcomeBack(tx, { guildId, userId: user.id, now: clock.now() }));
});

/** The role of mentors follows the approval, whoever takes it away; and a timeout of Discord's is a sanction. */
export const changed = event(GatewayDispatchEvents.GuildMemberUpdate, async ({ db, clock }, member) => {
  const who = { guildId: member.guild_id, userId: member.user.id };
  const until = member.communication_disabled_until ? new Date(member.communication_disabled_until) : null;
  await followTimeout(db, { ...who, until, now: clock.now() });
  await promiseLostRole(db, { ...who, roleIds: member.roles });
});

export const banned = event(GatewayDispatchEvents.GuildBanAdd, async ({ db, clock }, { guild_id: guildId, user }) => {
  const who = { guildId, userId: user.id, now: clock.now() };
  await db.$transaction((tx) => hold(tx, { ...who, kind: 'ban', until: null }));
});

export const unbanned = event(GatewayDispatchEvents.GuildBanRemove, async ({ db, clock }, { guild_id: guildId, user }) => {
  await db.$transaction((tx) => release(tx, { guildId, userId: user.id, kinds: ['ban'], now: clock.now() }));
});

/** What the bot keeps posted comes back. */
const restore = async ({ db }: World, deleted: { guildId: string; messageIds: string[] }): Promise<void> => {
  await restorePanel(db, deleted);
  await restoreCards(db, deleted);
};

export const messageDeleted = event(GatewayDispatchEvents.MessageDelete, async (world, { guild_id, id }) => {
  if (guild_id) await restore(world, { guildId: guild_id, messageIds: [id] });
});

export const messagesDeleted = event(GatewayDispatchEvents.MessageDeleteBulk, async (world, { guild_id, ids }) => {
  if (guild_id) await restore(world, { guildId: guild_id, messageIds: ids });
});
