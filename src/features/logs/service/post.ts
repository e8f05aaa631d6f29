import type { LogEntry, LogPost } from '../../../../prisma/client/client.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import { type LogKind, quotes } from '../../../kernel/log.ts';
import { bornAt } from '../../../kernel/snowflake.ts';
import { type DeletionAudit, explain } from '../rules.ts';

export type Told = { post: LogPost; entries: LogEntry[]; names: ReadonlyMap<string, string> };

/** Most that one message tells of: what it has no room for stands in its file. */
const mostEntries = 1_000;
/** From here on a file tells more clearly, and one message stands for many. */
const flood = 40;
/** What a message shows one by one. */
const fewEntries = 10;

/** How the people that these name are called; who is unknown is left out. */
async function namesOf(db: Db | Tx, guildId: string, entries: readonly LogEntry[]): Promise<Map<string, string>> {
  const ids = [...new Set(entries.flatMap(({ userId, actorId }) => [userId, actorId].filter((id) => id !== null)))];
  const members = await db.member.findMany({
    where: { guildId, userId: { in: ids } },
    select: { userId: true, displayName: true },
  });
  return new Map(members.map(({ userId, displayName }) => [userId, displayName]));
}

/** Whether some deletions wait of which nobody said who did it. */
export const awaitsActor = async (db: Db, guildId: string): Promise<boolean> =>
  (await db.logEntry.count({ where: { guildId, kind: 'deletions', postId: null, actorId: null } })) > 0;

/** Our clock and Discord's may differ by this much. */
const skew = 5_000;

/** Says of deletions that wait who did them, as far as Discord's audit log does. */
export const recordActors = (db: Db, { guildId, audits }: { guildId: string; audits: readonly DeletionAudit[] }): Promise<void> =>
  db.$transaction(async (tx) => {
    const waiting = await tx.logEntry.findMany({
      where: { guildId, kind: 'deletions', postId: null, actorId: null },
      orderBy: { id: 'asc' },
      select: { id: true, userId: true, channelId: true, inBulk: true, at: true },
    });
    const seen = await tx.logAudit.findMany({ where: { guildId, entryId: { in: audits.map(({ entryId }) => entryId) } } });
    const read = audits.map((entry) => ({
      ...entry,
      seen: seen.find(({ entryId }) => entryId === entry.entryId)?.count ?? 0,
      since: new Date(bornAt(entry.entryId).getTime() - skew),
    }));
    const found = explain(waiting, read);
    await tx.$executeRaw`
      UPDATE log_entry SET actor_id = said.actor_id
      FROM unnest(${[...found.keys()]}::integer[], ${[...found.values()]}::text[]) AS said (id, actor_id) WHERE log_entry.id = said.id`;
    await tx.$executeRaw`
      INSERT INTO log_audit (guild_id, entry_id, count, at)
      SELECT ${guildId}, entry_id, count, at::timestamptz
      FROM unnest(
        ${read.map(({ entryId }) => entryId)}::text[], ${read.map(({ count }) => count)}::integer[],
        ${read.map(({ entryId }) => bornAt(entryId).toISOString())}::text[]) AS entry (entry_id, count, at)
      ON CONFLICT (guild_id, entry_id) DO UPDATE SET count = greatest(log_audit.count, excluded.count)`;
  });

/**
 * The next message of a log: one that a former try did not get to post, else what waits, the oldest first. Null when nothing waits, or when the log
 * is off.
 */
export const nextPost = (db: Db, { guildId, kind, now }: { guildId: string; kind: LogKind; now: Date }): Promise<Told | null> =>
  db.$transaction(async (tx) => {
    const [log] = await tx.$queryRaw<{ channelId: string | null }[]>`
      SELECT channel_id AS "channelId" FROM log_channel WHERE guild_id = ${guildId} AND kind = ${kind}::log_kind FOR UPDATE`;
    if (!log?.channelId) return null;
    const { channelId } = log;
    // All that it would have told was forgotten meanwhile.
    await tx.logPost.deleteMany({ where: { guildId, kind, messageId: null, entries: { none: {} } } });
    const begun = await tx.logPost.findFirst({
      where: { guildId, kind, messageId: null, channelId },
      orderBy: { id: 'asc' },
      include: { entries: { orderBy: { id: 'asc' } } },
    });
    if (begun) return { post: begun, entries: begun.entries, names: await namesOf(tx, guildId, begun.entries) };
    const waiting = await tx.logEntry.findMany({
      where: { guildId, kind, postId: null },
      orderBy: { id: 'asc' },
      take: mostEntries,
    });
    if (waiting.length === 0) return null;
    const entries = waiting.length > flood ? waiting : waiting.slice(0, fewEntries);
    const post = await tx.logPost.create({ data: { guildId, kind, channelId, hasText: quotes(kind), at: now } });
    await tx.logEntry.updateMany({ where: { id: { in: entries.map(({ id }) => id) } }, data: { postId: post.id } });
    return { post, entries, names: await namesOf(tx, guildId, entries) };
  });

export async function recordPosted(db: Db, postId: number, messageId: string): Promise<void> {
  await db.logPost.updateMany({ where: { id: postId }, data: { messageId } });
}

/** A message of a log as it reads now; null when it is not there any more, or was never posted. */
export async function readPost(db: Db, { guildId, postId }: { guildId: string; postId: number }): Promise<Told | null> {
  const found = await db.logPost.findFirst({
    where: { id: postId, guildId, messageId: { not: null } },
    include: { entries: { orderBy: { id: 'asc' } } },
  });
  if (!found) return null;
  const { entries, ...post } = found;
  return { post, entries, names: await namesOf(db, guildId, entries) };
}

export async function dropPosts(db: Db, postIds: readonly number[]): Promise<void> {
  await db.logPost.deleteMany({ where: { id: { in: [...postIds] } } });
}
