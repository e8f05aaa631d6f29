import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Context } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { admin, holds } from '../../../discord/policy.ts';
import { fromJson, heldBy } from '../../../kernel/overwrite.ts';
import { badLink, notFromThem } from '../messages/refusal.ts';
import { mayRead, readLink } from '../rules/sight.ts';
import { keepEvidence, type NewEvidence } from '../service/evidence.ts';

export { readStanding } from '../../../discord/standing.ts';

export const isAdmin = async ({ keys }: Context): Promise<boolean> => holds(admin, await keys());

/** Whether the actor may read that channel: a link must not show a moderator what Discord hides from them. */
async function maySee(context: Context, channelId: string): Promise<boolean> {
  const { actor, discord } = context;
  const { guildId, userId, roleIds } = actor;
  const found = await outcomeOf(discord.channels.get(channelId));
  if (!found.ok || !('guild_id' in found.value) || found.value.guild_id !== guildId) return false;
  const server = await discord.guilds.get(guildId);
  const held = heldBy(server, { user: { id: userId }, roles: [...roleIds] });
  const isThread =
    found.value.type === ChannelType.PrivateThread ||
    found.value.type === ChannelType.PublicThread ||
    found.value.type === ChannelType.AnnouncementThread;
  if (found.value.type === ChannelType.PrivateThread && (held & PermissionFlagsBits.ManageThreads) === 0n) return false;
  const parentId = 'parent_id' in found.value ? found.value.parent_id : null;
  const ruling = isThread && parentId ? await outcomeOf(discord.channels.get(parentId)) : found;
  if (!ruling.ok || !('permission_overwrites' in ruling.value)) return false;
  return mayRead(held, { guildId, userId, roleIds }, fromJson(ruling.value.permission_overwrites ?? []));
}

/** A message as evidence keeps it. */
type Shown = {
  id: string;
  channel_id: string;
  author: { id: string };
  content: string;
  timestamp: string;
  attachments: readonly { filename: string; content_type?: string; size: number; url: string }[];
};

export const evidenceOf = (guildId: string, message: Shown, now: Date): NewEvidence => ({
  guildId,
  userId: message.author.id,
  channelId: message.channel_id,
  messageId: message.id,
  content: message.content,
  sentAt: new Date(message.timestamp),
  files: message.attachments.map(({ filename, content_type: contentType = '', size, url }) => ({
    name: filename,
    contentType,
    size,
    url,
  })),
  now,
});

/** Keeps the message of that link. Throws `moderation.bad_link`, `moderation.not_from_them`. */
export async function keepLinked(context: Context, { link, targetId }: { link: string; targetId: string }): Promise<number> {
  const { db, actor, discord, clock } = context;
  const ids = readLink(link);
  if (!ids || ids.guildId !== actor.guildId || !(await maySee(context, ids.channelId))) throw badLink();
  const found = await outcomeOf(discord.channels.getMessage(ids.channelId, ids.messageId));
  if (!found.ok) throw badLink();
  if (found.value.author.id !== targetId) throw notFromThem();
  return db.$transaction((tx) => keepEvidence(tx, evidenceOf(actor.guildId, found.value, clock.now())));
}
