import { type Client, Events, Status } from 'discord.js';
import {
  GatewayDispatchEvents,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildDeleteDispatchData,
  type GatewayVoiceStateUpdateDispatchData,
} from 'discord-api-types/v10';

/** People in a voice channel. Bots do not count. */
export type Occupied = { guildId: string; channelId: string; userIds: readonly string[] };

/**
 * Who is in which voice channel, as the gateway tells it: Discord has no request that lists the people of a channel. It is Discord's own
 * state mirrored, so a restart loses nothing: it begins again with what each GUILD_CREATE carries.
 */
export type Voice = {
  /** False while nobody can say who is where: before the gateway told it, and while the connection is broken. */
  knows(guildId: string): boolean;
  peopleIn(guildId: string, channelId: string): readonly string[];
  /** The voice channel where somebody is; null for none. */
  placeOf(guildId: string, userId: string): string | null;
  /** Where they were before what the gateway said last of them. The same as now, when that was about their microphone or camera. */
  formerPlaceOf(guildId: string, userId: string): string | null;
  /** Every voice channel with somebody in it. */
  occupied(): readonly Occupied[];
};

type Packet = { t: string | null; d: unknown };

/** Listens to raw packets, in the order in which they come, before any feature hears of them. */
export function mirrorVoice(client: Client): Voice {
  const places = new Map<string, Map<string, string>>();
  const formers = new Map<string, Map<string, string>>();

  function read({ t, d }: Packet): void {
    if (t === GatewayDispatchEvents.GuildCreate) {
      const guild = d as GatewayGuildCreateDispatchData;
      if (guild.unavailable) return;
      formers.set(guild.id, new Map());
      const bots = new Set(guild.members.flatMap(({ user }) => (user.bot ? [user.id] : [])));
      const there = guild.voice_states.filter(({ user_id }) => !bots.has(user_id));
      places.set(
        guild.id,
        new Map(there.flatMap(({ user_id, channel_id }) => (channel_id ? [[user_id, channel_id] as const] : []))),
      );
    }
    if (t === GatewayDispatchEvents.GuildDelete)
      for (const all of [places, formers]) all.delete((d as GatewayGuildDeleteDispatchData).id);
    if (t === GatewayDispatchEvents.VoiceStateUpdate) {
      const { guild_id, user_id, channel_id, member } = d as GatewayVoiceStateUpdateDispatchData;
      const guild = places.get(guild_id ?? '');
      const former = guild?.get(user_id);
      if (former) formers.get(guild_id ?? '')?.set(user_id, former);
      else formers.get(guild_id ?? '')?.delete(user_id);
      if (channel_id === null) guild?.delete(user_id);
      else if (!member?.user.bot) guild?.set(user_id, channel_id);
    }
  }
  client.on(Events.Raw, read);

  const peopleIn = (guildId: string, channelId: string): string[] =>
    [...(places.get(guildId) ?? [])].flatMap(([userId, where]) => (where === channelId ? [userId] : []));
  return {
    knows: (guildId) => places.has(guildId) && client.guilds.cache.get(guildId)?.shard.status === Status.Ready,
    peopleIn,
    placeOf: (guildId, userId) => places.get(guildId)?.get(userId) ?? null,
    formerPlaceOf: (guildId, userId) => formers.get(guildId)?.get(userId) ?? null,
    occupied: () =>
      [...places].flatMap(([guildId, guild]) =>
        [...new Set(guild.values())].map((channelId) => ({ guildId, channelId, userIds: peopleIn(guildId, channelId) })),
      ),
  };
}
