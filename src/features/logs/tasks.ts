import { type APIChannel, AuditLogEvent, type Snowflake } from 'discord-api-types/v10';
import type { LogPost } from '../../../prisma/client/client.ts';
import { requireAllowed, schedule, type TaskContext, task } from '../../infra/tasks.ts';
import { day, hour } from '../../kernel/time.ts';
import { awaitsActor, dropPosts, nextPost, readPost, recordActors, recordPosted, type Told } from './service/post.ts';
import { dropOld, oldPosts, purgeLogs } from './service/purge.ts';
import { promiseRest } from './service/record.ts';
import { loseChannel } from './service/setting.ts';
import { isFlood, type Known, logMessage } from './views/post.ts';
import { postTask, purgeTask, renderTask } from './wire.ts';

/** Messages that one run posts, so that others get their turn: Discord takes five in five seconds in a channel. */
const mostPosts = 5;

/** Entries of the audit log that are read: a moderator who deletes much has one for each channel and author. */
const auditPage = 50;

/** Who deleted, as far as the audit log says it. Where we may not read it, the log does not say. */
async function askWho({ db, discord, outcome }: TaskContext, guildId: string): Promise<void> {
  const read = (type: AuditLogEvent) => outcome(discord.guilds.getAuditLogs(guildId, { action_type: type, limit: auditPage }));
  const found = await Promise.all([read(AuditLogEvent.MessageDelete), read(AuditLogEvent.MessageBulkDelete)]);
  const audits = found
    .flatMap((one) => (one.ok ? one.value.audit_log_entries : []))
    .flatMap(({ id, user_id, target_id, options, action_type }) => {
      const inBulk = action_type === AuditLogEvent.MessageBulkDelete;
      const channelId = inBulk ? target_id : options?.channel_id;
      if (!user_id || !channelId) return [];
      const count = Math.max(1, Number(options?.count ?? 1));
      return [{ entryId: id, actorId: user_id, targetId: inBulk ? null : target_id, channelId, count }];
    });
  if (audits.length > 0) await recordActors(db, { guildId, audits });
}

/** What a file needs to name channels; a message shows them by itself. */
async function knownFor({ discord, settings, outcome }: TaskContext, { post, entries, names }: Told): Promise<Known> {
  const { timeZone } = await settings(post.guildId);
  const isAsked = isFlood(entries) && entries.some(({ channelId }) => channelId !== null);
  const channels = isAsked ? await outcome(discord.guilds.getChannels(post.guildId)) : null;
  const named = channels?.ok ? (channels.value as APIChannel[]).map(({ id, name }) => [id, name ?? ''] as const) : [];
  return { timeZone, names, channels: new Map(named) };
}

const keyOf = ({ id }: LogPost): string => `logs.post:${id}`;

export const postLog = task(postTask, async (context, { guildId, kind }) => {
  const { db, clock, post, settings } = context;
  const { locale } = await settings(guildId);
  if (kind === 'deletions' && (await awaitsActor(db, guildId))) await askWho(context, guildId);
  for (let count = 0; count < mostPosts; count++) {
    const next = await nextPost(db, { guildId, kind, now: clock.now() });
    if (!next) return;
    const { channelId } = next.post;
    const posted = requireAllowed(
      await post({
        channelId,
        messageId: null,
        message: logMessage(next, await knownFor(context, next), locale),
        key: keyOf(next.post),
        since: next.post.at,
      }),
    );
    if (!posted.ok) return loseChannel(db, { guildId, channelId, now: clock.now() });
    await recordPosted(db, next.post.id, posted.value.id);
  }
  await promiseRest(db, { guildId, kind });
});

/** Writes a message of a log again without what is no longer kept; without anything left, it goes. */
export const renderLog = task(renderTask, async (context, { guildId, postId }) => {
  const { db, discord, outcome, settings, post } = context;
  const told = await readPost(db, { guildId, postId });
  if (!told?.post.messageId) return;
  const { channelId, messageId } = told.post;
  if (told.entries.length === 0) {
    await outcome(discord.channels.deleteMessage(channelId, messageId));
    return dropPosts(db, [postId]);
  }
  const { locale } = await settings(guildId);
  const message = logMessage(told, await knownFor(context, told), locale);
  // The former file quotes what is no longer kept; a new one takes its place.
  const edit = { ...message, attachments: (message.files ?? []).map((_, index) => ({ id: String(index) })) };
  const there = await outcome(discord.channels.getMessage(channelId, messageId));
  if (!there.ok) return there.why === 'gone' ? dropPosts(db, [postId]) : undefined;
  requireAllowed(await post({ channelId, messageId, message: edit, key: keyOf(told.post) }));
});

/** Younger ones can be deleted together; a little less, for the way there. https://docs.discord.com/developers/resources/message#bulk-delete-messages */
const together = 14 * day - hour;

async function removeFrom({ discord, clock, outcome, reason }: TaskContext, channelId: string, posts: readonly LogPost[]) {
  const why = { reason: reason('logs.purge') };
  const isYoung = ({ at }: LogPost) => clock.now().getTime() - at.getTime() < together;
  const [young, old] = [posts.filter(isYoung), posts.filter((post) => !isYoung(post))];
  const ids = (some: readonly LogPost[]): Snowflake[] => some.flatMap(({ messageId }) => messageId ?? []);
  const bulk = ids(young).length > 1 ? await outcome(discord.channels.bulkDeleteMessages(channelId, ids(young), why)) : null;
  // Our own need no permission but to see the channel; to delete them together does.
  const singly = bulk?.ok || (bulk && !bulk.ok && bulk.why === 'gone') ? ids(old) : [...ids(young), ...ids(old)];
  for (const id of singly) requireAllowed(await outcome(discord.channels.deleteMessage(channelId, id, why)));
}

export const purgeLog = task(purgeTask, async (context, { guildId, kind }) => {
  const { db, clock } = context;
  const posts = await oldPosts(db, { guildId, kind, now: clock.now() });
  for (const [channelId, some] of Map.groupBy(posts, (post) => post.channelId)) {
    await removeFrom(context, channelId, some);
    await dropPosts(
      db,
      some.map(({ id }) => id),
    );
  }
  await dropOld(db, { guildId, kind, postIds: posts.map(({ id }) => id) });
});

export const purge = schedule('logs.purge_due', hour, (tx, { clock }) => purgeLogs(tx, clock.now()), [
  'log_channel',
  'message_copy',
  'log_post',
]);
