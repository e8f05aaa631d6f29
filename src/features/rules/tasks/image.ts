import type { APIAttachment } from 'discord-api-types/v10';
import { greysOf } from '../../../infra/picture.ts';
import { type TaskContext, task } from '../../../infra/tasks.ts';
import { factsOfMessage, filesOf, isOfPerson, keyOfMessage, largestPicture, picturesOf } from '../rules/event.ts';
import { hashOf, side } from '../rules/image.ts';
import { openWindows } from '../rules/windows.ts';
import { memoryOf } from '../service/memory.ts';
import { keepFound } from '../service/watch.ts';
import { imageTask } from '../wire.ts';

/** Null for what is gone, too large or no picture. */
async function hashOfFile({ download }: TaskContext, file: APIAttachment): Promise<string | null> {
  const bytes = await download(file, largestPicture).then(
    (read) => read,
    () => null,
  );
  const greys = bytes && (await greysOf(bytes, side));
  return greys && hashOf(greys);
}

/**
 * The pictures of a message are worked out, and it is read again with them. What else the rules look at was read when it was written: nothing of it counts
 * twice.
 */
export const image = task(imageTask, async (context, { guildId, channelId, messageId, event }) => {
  const { db, clock, discord, outcome, places } = context;
  const { ready } = await memoryOf(db).load(guildId, clock.now());
  if (!ready.engine.seesImages) return;
  const read = await outcome(discord.channels.getMessage(channelId, messageId));
  if (!read.ok) {
    if (read.why === 'forbidden') throw read.error;
    return;
  }
  const member = await outcome(discord.guilds.getMember(guildId, read.value.author.id));
  const message = { ...read.value, guild_id: guildId, ...(member.ok && { member: member.value }) };
  if (!isOfPerson(message)) return;
  const hashes = new Map<string, string>();
  for (const file of picturesOf(message)) {
    const hash = await hashOfFile(context, file);
    if (hash !== null) hashes.set(file.id, hash);
  }
  if (hashes.size === 0) return;
  const roleIds = member.ok ? member.value.roles : [];
  const now = clock.now();
  const around = {
    ...places.above(channelId),
    isStaff: roleIds.some((id) => ready.staffRoleIds.has(id)),
    raidLevel: ready.raidLevel,
    now: now.getTime(),
  };
  const facts = factsOfMessage(event, message, around, hashes);
  const hits = ready.engine.read(facts, openWindows()).filter(({ found }) => found.some(({ kind }) => kind === 'image'));
  if (hits.length === 0) return;
  await keepFound(db, ready, {
    facts,
    hits,
    isBoss: places.isAdministrator(guildId, facts.authorId, roleIds),
    key: keyOfMessage(message),
    sentAt: new Date(message.edited_timestamp ?? message.timestamp),
    files: filesOf(message),
    now,
  });
});
