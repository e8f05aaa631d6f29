import type { APIChannel } from 'discord-api-types/v10';
import type { World } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { readSettings } from '../../../infra/settings.ts';
import type { Advice } from '../../../kernel/feature.ts';
import { quotes } from '../../../kernel/log.ts';
import { text } from '../messages/feature.ts';
import { isPublicChannel, isSeenChannel, notWritable } from '../messages/setting.ts';
import { readLogs } from '../service/setting.ts';
import { fittingOf } from './fitting.ts';

/** Logs that shall quote people, where Discord does not give us what they write, and channels that do not fit any more. */
export async function findings(world: World, guildId: string): Promise<readonly Advice[]> {
  const logs = (await readLogs(world.db, guildId)).filter(({ channelId }) => channelId !== null);
  const isQuoting = logs.some(({ kind }) => quotes(kind));
  return [
    ...(isQuoting && !world.reads.messageContent ? [{ problem: text.withoutContent, fix: text.contentFix, isNote: true }] : []),
    ...(await unfit(world, guildId, new Set(logs.flatMap(({ channelId }) => channelId ?? [])))),
  ];
}

/** Who sees a channel, and what we may do there, changes after it was chosen. */
async function unfit(
  { db, discord, applicationId }: World,
  guildId: string,
  channelIds: ReadonlySet<string>,
): Promise<readonly Advice[]> {
  if (channelIds.size === 0) return [];
  const [server, bot, channels, { roles }] = await Promise.all([
    outcomeOf(discord.guilds.get(guildId)),
    outcomeOf(discord.guilds.getMember(guildId, applicationId)),
    outcomeOf(discord.guilds.getChannels(guildId)),
    readSettings(db, guildId),
  ]);
  if (!server.ok || !bot.ok || !channels.ok) return [];
  const here = { server: server.value, bot: bot.value, roles };
  return (channels.value as APIChannel[])
    .filter(({ id }) => channelIds.has(id))
    .flatMap((channel) => {
      const { isPublic, seenBy, missing } = fittingOf(here, channel);
      const refusals = [
        ...(isPublic ? [isPublicChannel(channel.id)] : seenBy ? [isSeenChannel(channel.id, seenBy)] : []),
        ...(missing.length > 0 ? [notWritable(channel.id, missing)] : []),
      ];
      return refusals.map((refusal) => ({ problem: text.unfit(channel.id), fix: refusal.text }));
    });
}
