import { type APIChannel, AuditLogEvent, type Snowflake } from 'discord-api-types/v10';
import type { LogPost } from '../../../prisma/client/client.ts';
import type { Outcome } from '../../discord/failure.ts';
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

type Refusal = Extract<Outcome<unknown>, { ok: false }>;

/** Returns the refusal with which Discord stopped it, if any; what was removed before is dropped. */
async function removeFrom(
  { db, discord, clock, outcome, reason }: TaskContext,
  channelId: string,
  posts: readonly LogPost[],
): Promise<Refusal | null> {
  const why = { reason: reason('logs.purge') };
  const isYoung = ({ at }: LogPost) => clock.now().getTime() - at.getTime() < together;
  const young = posts.filter((post) => isYoung(post) && post.messageId !== null);
  const ids: Snowflake[] = young.flatMap(({ messageId }) => messageId ?? []);
  // Our own need no permission but to see the channel; to delete them together does.
  const bulk = ids.length > 1 ? await outcome(discord.channels.bulkDeleteMessages(channelId, ids, why)) : null;
  const gone = bulk?.ok || bulk?.why === 'gone' ? new Set(young) : new Set<LogPost>();
  let refusal: Refusal | null = null;
  for (const post of posts.filter((one) => !gone.has(one))) {
    const removed = post.messageId ? await outcome(discord.channels.deleteMessage(channelId, post.messageId, why)) : null;
    if (removed && !removed.ok && removed.why === 'forbidden') {
      refusal = removed;
      break;
    }
    gone.add(post);
  }
  await dropPosts(
    db,
    [...gone].map(({ id }) => id),
  );
  return refusal;
}

export const purgeLog = task(purgeTask, async (context, { guildId, kind }) => {
  const { db, clock } = context;
  const refusals: Refusal[] = [];
  const done: number[] = [];
  for (const [channelId, some] of await oldPosts(db, { guildId, kind, now: clock.now() })) {
    const refusal = await removeFrom(context, channelId, some);
    if (refusal) refusals.push(refusal);
    else done.push(...some.map(({ id }) => id));
  }
  await dropOld(db, { guildId, kind, postIds: done });
  // A channel that we do not see any more keeps nothing of the others.
  for (const refusal of refusals) requireAllowed(refusal);
});

export const purge = schedule('logs.purge_due', hour, (tx, { clock }) => purgeLogs(tx, clock.now()), [
  'log_channel',
  'message_copy',
  'log_post',
]);
