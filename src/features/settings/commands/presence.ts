import { GatewayDispatchEvents } from 'discord-api-types/v10';
import { event } from '../../../discord/command.ts';
import { recordDeparture, recordStay } from '../service/presence.ts';

/** Also what Discord sends for each server at every start. */
export const joinedGuild = event(GatewayDispatchEvents.GuildCreate, async ({ db, features }, guild) => {
  if (guild.unavailable) return;
  await recordStay(db, { guildId: guild.id, joinedAt: new Date(guild.joined_at), features });
});

/** `unavailable`: an outage of Discord, after which the server is back. */
export const leftGuild = event(GatewayDispatchEvents.GuildDelete, async ({ db, clock }, { id, unavailable }) => {
  if (!unavailable) await recordDeparture(db, { guildId: id, now: clock.now() });
});
