import type { Db, Tx } from '../../../infra/db.ts';
import { promiseRenders } from './purge.ts';

/** What the logs say of somebody, and what they wrote as far as it is still copied; of what they did to others, only what and when. */
export async function exportLogs(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const [copies, entries, done] = await Promise.all([
    db.messageCopy.findMany({
      where: { guildId, userId },
      orderBy: { at: 'asc' },
      select: { userName: true, content: true, files: true, at: true },
    }),
    db.logEntry.findMany({
      where: { guildId, userId },
      orderBy: { id: 'asc' },
      select: { kind: true, what: true, userName: true, before: true, after: true, files: true, at: true },
    }),
    db.logEntry.findMany({
      where: { guildId, actorId: userId },
      orderBy: { id: 'asc' },
      select: { kind: true, what: true, at: true },
    }),
  ]);
  return { copies, entries, done };
}

/** Nothing of them is left in the database, and every message of a log that named them is written again without. */
export async function eraseLogs(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.messageCopy.deleteMany({ where: { guildId, userId } });
  const posts = await tx.$queryRaw<{ guildId: string; postId: number }[]>`
    SELECT DISTINCT guild_id AS "guildId", post_id AS "postId" FROM log_entry
    WHERE guild_id = ${guildId} AND (user_id = ${userId} OR actor_id = ${userId}) AND post_id IS NOT NULL ORDER BY post_id`;
  await tx.logEntry.deleteMany({ where: { guildId, userId } });
  await tx.logEntry.updateMany({ where: { guildId, actorId: userId }, data: { actorId: null } });
  await promiseRenders(tx, posts);
}
