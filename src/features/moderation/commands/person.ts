import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Context } from '../../../discord/context.ts';
import { outcomeOf } from '../../../discord/failure.ts';
import { admin, holds } from '../../../discord/policy.ts';
import { fromJson, heldBy } from '../../../kernel/overwrite.ts';
import { isPrivateThread, isThread } from '../../../kernel/sight.ts';
import { cut } from '../../../kernel/text.ts';
import { badLink, notFromThem, unreadLink } from '../messages/refusal.ts';
import { mayRead, readLink } from '../rules/sight.ts';
import type { NewEvidence } from '../service/evidence.ts';

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
  if (isPrivateThread(found.value) && (held & PermissionFlagsBits.ManageThreads) === 0n) return false;
  const parentId = 'parent_id' in found.value ? found.value.parent_id : null;
  const ruling = isThread(found.value) && parentId ? await outcomeOf(discord.channels.get(parentId)) : found;
  if (!ruling.ok || !('permission_overwrites' in ruling.value)) return false;
  return mayRead(held, { guildId, userId, roleIds }, fromJson(ruling.value.permission_overwrites ?? []));
}

type File = { filename: string; content_type?: string; size: number; url: string };
/** A message as evidence keeps it. What somebody forwards is among what they show to others. */
type Shown = {
  id: string;
  channel_id: string;
  author: { id: string };
  content: string;
  timestamp: string;
  attachments: readonly File[];
  message_snapshots?: readonly { message: { content: string; attachments: readonly File[] } }[];
};

/** As much of a message as somebody needs to judge it. */
const wordsLimit = 4_000;

export function evidenceOf(guildId: string, message: Shown, now: Date): NewEvidence {
  const forwarded = (message.message_snapshots ?? []).map((one) => one.message);
  return {
    guildId,
    userId: message.author.id,
    channelId: message.channel_id,
    messageId: message.id,
    content: cut([message.content, ...forwarded.map(({ content }) => content)].filter(Boolean).join('\n'), wordsLimit),
    sentAt: new Date(message.timestamp),
    files: [message, ...forwarded]
      .flatMap(({ attachments }) => attachments)
      .map(({ filename, content_type: contentType = '', size, url }) => ({ name: filename, contentType, size, url })),
    now,
  };
}

/** The message of that link. Throws `moderation.bad_link`, `not_from_them`, `unread_link`. */
export async function readLinked(context: Context, { link, targetId }: { link: string; targetId: string }): Promise<NewEvidence> {
  const { actor, discord, clock, wanted } = context;
  const ids = readLink(link);
  if (!ids || ids.guildId !== actor.guildId || !(await maySee(context, ids.channelId))) throw badLink();
  const found = await outcomeOf(discord.channels.getMessage(ids.channelId, ids.messageId));
  if (!found.ok) throw badLink();
  if (found.value.author.id !== targetId) throw notFromThem();
  const read = evidenceOf(actor.guildId, found.value, clock.now());
  // Without that intent Discord gives the words of others where somebody points at their message, and nowhere else.
  if (!wanted.messageContent && read.content === '' && read.files.length === 0) throw unreadLink();
  return read;
}
