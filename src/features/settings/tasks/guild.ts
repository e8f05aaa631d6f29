import type { APIChannel } from 'discord-api-types/v10';
import type { Discord } from '../../../discord/context.ts';
import { type GuildFacts, guildFacts } from '../rules/guild.ts';

/** What Discord says of the server at this moment, the bot's own place in it included. */
export async function readGuild(discord: Discord, guildId: string, applicationId: string): Promise<GuildFacts> {
  const [guild, channels, bot] = await Promise.all([
    discord.guilds.get(guildId),
    discord.guilds.getChannels(guildId),
    discord.guilds.getMember(guildId, applicationId),
  ]);
  return guildFacts(guild, channels as APIChannel[], bot);
}
