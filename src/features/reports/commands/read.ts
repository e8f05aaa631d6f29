import { type APIChannel, type APIMessage, ChannelType } from 'discord-api-types/v10';
import type { Context } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { isThread } from '../../../kernel/sight.ts';
import { cut } from '../../../kernel/text.ts';
import { aboutBot, aboutSelf, ownMessage, personLeft, unknownMessage } from '../messages/refusal.ts';
import { canRead } from '../rules/sight.ts';
import type { SeenMessage } from '../service/report.ts';

/** As much of a message as moderators need to judge it: forwarded words too. */
const wordsLimit = 4_000;

export function seenOf(message: APIMessage): SeenMessage {
  const forwarded = (message.message_snapshots ?? []).map(({ message: { content } }) => content);
  return {
    channelId: message.channel_id,
    messageId: message.id,
    userId: message.author.id,
    isBot: message.author.bot === true || message.webhook_id !== undefined,
    content: cut([message.content, ...forwarded].filter(Boolean).join('\n'), wordsLimit),
    sentAt: new Date(message.timestamp),
    files: message.attachments.map(({ filename, content_type: contentType = '', size, url }) => ({
      name: cut(filename, 200),
      contentType,
      size,
      url,
    })),
  };
}

/** Nobody reports themselves, nor the program. Throws `reports.self`, `reports.program`. */
export function requireOther({ actor, applicationId }: Context, userId: string): void {
  if (userId === actor.userId) throw aboutSelf();
  if (userId === applicationId) throw ownMessage();
}

type Threadish = { parent_id?: string | null };

/**
 * A message that this person could read at this moment, whatever they were sent: what they cannot see does not exist for them. Throws
 * `reports.unknown_message`.
 */
export async function readMessage(context: Context, at: { channelId: string; messageId: string }): Promise<SeenMessage> {
  const { discord, actor } = context;
  const { guildId } = actor;
  const found = await outcomeOf(discord.channels.get(at.channelId) as Promise<APIChannel>);
  if (!found.ok || !('guild_id' in found.value) || found.value.guild_id !== guildId) throw unknownMessage();
  const channel = found.value;
  const parentId = (channel as Threadish).parent_id;
  const [parent, guild, member] = await Promise.all([
    isThread(channel) && parentId ? outcomeOf(discord.channels.get(parentId) as Promise<APIChannel>) : found,
    discord.guilds.get(guildId),
    channel.type === ChannelType.PrivateThread ? outcomeOf(discord.threads.getMember(channel.id, actor.userId)) : null,
  ]);
  if (!parent.ok) throw unknownMessage();
  const overwrites = ('permission_overwrites' in parent.value ? parent.value.permission_overwrites : undefined) ?? [];
  const place = { guildId, ownerId: guild.owner_id, roles: guild.roles, overwrites };
  const sees = canRead(place, actor, { isPrivate: member !== null, isMember: member?.ok ?? false });
  if (!sees) throw unknownMessage();
  const message = await outcomeOf(discord.channels.getMessage(channel.id, at.messageId));
  if (!message.ok) throw unknownMessage();
  return seenOf({ ...message.value, channel_id: channel.id });
}

/** Somebody who is here. Throws `reports.left`, `reports.bot`. */
export async function requirePerson({ discord, actor }: Context, userId: string): Promise<void> {
  const member = await outcomeOf(discord.guilds.getMember(actor.guildId, userId));
  if (!member.ok) throw personLeft();
  if (member.value.user.bot) throw aboutBot();
}
