import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { event } from '../../../discord/command.ts';
import { readEntry } from '../rules/outside.ts';
import { holdAgain } from '../service/end.ts';
import { noteEntry } from '../service/watch.ts';

/** Moderators act by Discord's own menus too. */
export const logged = event(
  GatewayDispatchEvents.GuildAuditLogEntryCreate,
  async ({ db, applicationId }, { guild_id: guildId, ...entry }) => {
    if (readEntry(entry, applicationId)) await noteEntry(db, { guildId, entryId: entry.id });
  },
);

/** Whoever comes back is still under what they left. */
export const joined = event(GatewayDispatchEvents.GuildMemberAdd, async ({ db, clock }, { guild_id: guildId, user }) => {
  await holdAgain(db, { guildId, userId: user.id, now: clock.now() });
});
