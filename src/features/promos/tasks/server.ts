import type { APIChannel } from 'discord-api-types/v10';
import type { Discord } from '../../../discord/context.ts';
import { type Server, serverFrom } from '../rules/server.ts';

/** What Discord says of the server at this moment. */
export async function readServer(discord: Discord, guildId: string, applicationId: string): Promise<Server> {
  const [guild, channels, bot] = await Promise.all([
    discord.guilds.get(guildId),
    discord.guilds.getChannels(guildId),
    discord.guilds.getMember(guildId, applicationId),
  ]);
  return serverFrom(guild, channels as APIChannel[], bot);
}
