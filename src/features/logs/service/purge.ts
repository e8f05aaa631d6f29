import type { LogPost } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { LogKind } from '../../../kernel/log.ts';
import { day } from '../../../kernel/time.ts';
import { purgeTask, renderTask } from '../wire.ts';
import { promisePosts } from './record.ts';

/** Messages that one run removes, so that others get their turn. */
const mostAtOnce = 100;

/** Of one log, that one hour forgets: a server that never sleeps writes a tenth of it. */
const mostEntries = 50_000;

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * day);

const lineOf = (guildId: string): string => `logs:${guildId}`;

/** For how long Discord counts deletions on in the same entry, and then some. */
const auditFor = day;

/**
 * What nobody needs any more: the text of messages, then what is told of them, in the database at once, and on Discord by a task for each log. A copy
 * lives as long as the longer of the two logs that quote it; without either, not at all.
 */
export async function purgeLogs(tx: Tx, now: Date): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM message_copy AS copy USING (SELECT DISTINCT guild_id FROM log_channel) AS guild
    LEFT JOIN LATERAL (
      SELECT max(text_days) AS days FROM log_channel
      WHERE guild_id = guild.guild_id AND kind IN ('edits', 'deletions') AND channel_id IS NOT NULL) AS log ON true
    WHERE copy.guild_id = guild.guild_id AND copy.at < coalesce(${now}::timestamptz - log.days * interval '1 day', 'infinity')`;
  await tx.$executeRaw`
    UPDATE log_entry SET before = '', after = '', files = '{}'
    WHERE id IN (
      SELECT entry.id FROM log_channel AS log CROSS JOIN LATERAL (
        SELECT id FROM log_entry
        WHERE guild_id = log.guild_id AND kind = log.kind AND (before <> '' OR after <> '' OR files <> '{}')
          AND at < ${now}::timestamptz - log.text_days * interval '1 day'
        ORDER BY at LIMIT ${mostEntries}) AS entry
      WHERE log.kind IN ('edits', 'deletions'))`;
  await tx.$executeRaw`
    DELETE FROM log_entry WHERE id IN (
      SELECT entry.id FROM log_channel AS log CROSS JOIN LATERAL (
        SELECT id FROM log_entry WHERE guild_id = log.guild_id AND kind = log.kind AND at < ${now}::timestamptz - log.days * interval '1 day'
        ORDER BY at LIMIT ${mostEntries}) AS entry)`;
  await tx.logAudit.deleteMany({ where: { at: { lt: new Date(now.getTime() - auditFor) } } });
  // Nobody can remove anything there any more.
  await tx.$executeRaw`
    DELETE FROM log_post AS post USING guild WHERE guild.id = post.guild_id AND guild.left_at IS NOT NULL`;

  const quoting = await tx.$queryRaw<{ guildId: string; postId: number }[]>`
    UPDATE log_post AS post SET has_text = false FROM log_channel AS log
    WHERE post.guild_id = log.guild_id AND post.kind = log.kind AND has_text
      AND post.at < ${now}::timestamptz - log.text_days * interval '1 day' AND post.at >= ${now}::timestamptz - log.days * interval '1 day'
    RETURNING post.guild_id AS "guildId", post.id AS "postId"`;
  await promiseRenders(tx, quoting);
  const old = await tx.$queryRaw<{ guildId: string; kind: LogKind }[]>`
    SELECT log.guild_id AS "guildId", log.kind::text AS kind FROM log_channel AS log
    WHERE EXISTS (
      SELECT FROM log_post AS post
      WHERE post.guild_id = log.guild_id AND post.kind = log.kind AND post.at < ${now}::timestamptz - log.days * interval '1 day')`;
  await promisePurges(tx, old);
  // A safety net for what was promised and lost, or refused and mended since.
  const waiting = await tx.$queryRaw<{ guildId: string; kind: LogKind }[]>`
    SELECT log.guild_id AS "guildId", log.kind::text AS kind FROM log_channel AS log
    WHERE channel_id IS NOT NULL
      AND (EXISTS (SELECT FROM log_entry AS entry WHERE entry.guild_id = log.guild_id AND entry.kind = log.kind AND post_id IS NULL)
        OR EXISTS (SELECT FROM log_post AS post WHERE post.guild_id = log.guild_id AND post.kind = log.kind AND message_id IS NULL))`;
  await promisePosts(tx, waiting, { isHourly: true });
}

export const promiseRenders = (tx: Tx, posts: readonly { guildId: string; postId: number }[]): Promise<void> =>
  enqueueAll(
    tx,
    renderTask,
    posts.map((payload) => ({ payload, key: String(payload.postId), queue: lineOf(payload.guildId) })),
  );

const promisePurges = (tx: Tx, logs: readonly { guildId: string; kind: LogKind }[]): Promise<void> =>
  enqueueAll(
    tx,
    purgeTask,
    logs.map((payload) => ({ payload, key: `${payload.guildId}:${payload.kind}`, queue: lineOf(payload.guildId) })),
  );

/** Messages of a log that are older than it keeps, the oldest first: of each channel so many, so that one that we do not see hides no other. */
export async function oldPosts(
  db: Db,
  { guildId, kind, now }: { guildId: string; kind: LogKind; now: Date },
): Promise<Map<string, LogPost[]>> {
  const log = await db.logChannel.findUnique({ where: { guildId_kind: { guildId, kind } } });
  if (!log) return new Map();
  const where = { guildId, kind, at: { lt: before(now, log.days) } };
  const channels = await db.logPost.findMany({ where, distinct: ['channelId'], select: { channelId: true } });
  const posts = await Promise.all(
    channels.map(({ channelId }) =>
      db.logPost.findMany({ where: { ...where, channelId }, orderBy: { at: 'asc' }, take: mostAtOnce }),
    ),
  );
  return Map.groupBy(posts.flat(), ({ channelId }) => channelId);
}

/** They are gone from Discord; if there are more, their turn comes. */
export const dropOld = (
  db: Db,
  { guildId, kind, postIds }: { guildId: string; kind: LogKind; postIds: readonly number[] },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.logPost.deleteMany({ where: { id: { in: [...postIds] } } });
    if (postIds.length >= mostAtOnce) await promisePurges(tx, [{ guildId, kind }]);
  });
