import { ApplicationFlags, GatewayIntentBits } from 'discord-api-types/v10';
import { voiceStateObject } from '../objects/voice.ts';
import { channelObject, guildObject, memberObject, userOf } from '../objects.ts';
import { isThread, maySee } from '../permissions.ts';
import type { Application, Guild, World } from '../world.ts';
import type { Session } from './session.ts';

/** https://docs.discord.com/developers/events/gateway#sharding-sharding-formula; direct messages go to shard 0. */
export const isInShard = (guildId: string | null, [id, count]: readonly [number, number]): boolean =>
  guildId === null ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;

/** The guilds that the bot is a member of and that this shard serves. */
export const guildsOf = (world: World, shard: readonly [number, number]): Guild[] =>
  [...world.guilds.values()].filter((guild) => guild.members.has(world.application.id) && isInShard(guild.id, shard));

/** The portal's switches as a bot under 100 servers sees them. https://docs.discord.com/developers/resources/application */
export const applicationFlags = ({ intents }: Application): number =>
  (intents.presences ? ApplicationFlags.GatewayPresenceLimited : 0) |
  (intents.members ? ApplicationFlags.GatewayGuildMembersLimited : 0) |
  (intents.content ? ApplicationFlags.GatewayMessageContentLimited : 0);

/** `d` of READY. https://docs.discord.com/developers/events/gateway-events#ready */
export const readyOf = (world: World, session: Session, guilds: readonly Guild[], resumeUrl: string): object => ({
  v: 10,
  user: { ...userOf(world, world.application.id), verified: true, mfa_enabled: false, email: null },
  guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
  session_id: session.id,
  session_type: 'normal',
  resume_gateway_url: resumeUrl,
  shard: session.shard,
  application: { id: world.application.id, flags: applicationFlags(world.application) },
  private_channels: [],
  presences: [],
  relationships: [],
  user_settings: {},
  user_settings_proto: '',
  geo_ordered_rtc_regions: [],
  _trace: ['sandbox'],
});

/**
 * `d` of GUILD_CREATE. All channels are there, those that the bot cannot see too, as Discord sends them to bots; threads only as far as
 * it sees them; of the members only the bot itself and who is in a voice channel, because the others come by chunks: Discord adds more only
 * to bots that receive presences, and nobody here has one. https://docs.discord.com/developers/events/gateway-events#guild-create
 */
export function snapshotOf(world: World, guild: Guild, session: Session): object {
  const botId = world.application.id;
  const own = guild.members.get(botId);
  const hearsVoice = (session.intents & GatewayIntentBits.GuildVoiceStates) !== 0;
  const voiceStates = [...world.voiceStates.values()].filter(({ guild_id }) => hearsVoice && guild_id === guild.id);
  const members = [...new Set([botId, ...voiceStates.map(({ user_id }) => user_id)])].flatMap(
    (id) => guild.members.get(id) ?? [],
  );
  const channels = [...world.channels.values()].filter((channel) => channel.guild_id === guild.id);
  return {
    ...guildObject(world, guild),
    joined_at: own?.joined_at ?? null,
    large: guild.members.size > session.largeThreshold,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: voiceStates.map((state) => voiceStateObject(world, state, 'in guild')),
    members: members.map((member) => memberObject(world, member)),
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => channelObject(world, channel)),
    threads: channels
      .filter((channel) => isThread(channel) && channel.thread?.metadata.archived === false && maySee(world, botId, channel.id))
      .map((channel) => channelObject(world, channel, botId)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
