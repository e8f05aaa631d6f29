import { type Db, enqueue, Prisma, type Tx } from '../../../infra/db.ts';
import { forgetGuildTasks } from '../../../infra/queue.ts';
import type { Feature } from '../../../kernel/feature.ts';
import { day } from '../../../kernel/time.ts';
import { readGuildsTask } from '../wire.ts';

/** The bot on a server: since when, as Discord dates it. */
export type Stay = { guildId: string; joinedAt: Date };

/**
 * The bot is on a server. It is told once for each stay, and again changes nothing: an event and a reconciliation may both tell it. After an
 * absence, whoever joined meanwhile was there before the bot, so that coming back welcomes nobody.
 */
export const recordStay = (db: Db, { guildId, joinedAt, features }: Stay & { features: readonly Feature[] }): Promise<void> =>
  db.$transaction(async (tx) => {
    const changed = await tx.$executeRaw`
      INSERT INTO guild AS kept (id, created_at) VALUES (${guildId}, ${joinedAt})
      ON CONFLICT (id) DO UPDATE SET left_at = NULL, created_at = greatest(kept.created_at, EXCLUDED.created_at)
      WHERE kept.left_at IS NOT NULL OR kept.created_at < EXCLUDED.created_at`;
    if (changed === 0) return;
    for (const feature of features) await feature.bound?.(tx, guildId, 'guild');
  });

/** The bot was removed from a server, or the server is no more. What is kept of it waits for a return, then goes. */
export async function recordDeparture(db: Db, { guildId, now }: { guildId: string; now: Date }): Promise<void> {
  await db.guild.updateMany({ where: { id: guildId, leftAt: null }, data: { leftAt: now } });
}

/**
 * Compares ours with the servers that Discord lists at `seenAt`: those that are no more in the list were left. Answers with those whose
 * stay is not written down.
 */
export async function compareGuilds(
  db: Db,
  { guildIds, seenAt }: { guildIds: readonly string[]; seenAt: Date },
): Promise<string[]> {
  await db.guild.updateMany({
    where: { id: { notIn: [...guildIds] }, leftAt: null, createdAt: { lt: seenAt } },
    data: { leftAt: seenAt },
  });
  const known = await db.guild.findMany({ where: { id: { in: [...guildIds] }, leftAt: null }, select: { id: true } });
  const ids = new Set(known.map(({ id }) => id));
  return guildIds.filter((id) => !ids.has(id));
}

/** Promises a reading of the list of servers, for arrivals and departures that no event told. */
export const promiseGuilds = (tx: Tx): Promise<void> => enqueue(tx, readGuildsTask, {}, { key: 'all' });

/** A bot put out by mistake finds everything as it was for this long. */
const keptFor = 30 * day;

/**
 * Erases all that is kept of the servers left more than 30 days ago. It asks the database which tables say their server, so that no feature
 * can forget one of its own. The audit log stays, and leads to nobody any more.
 */
export async function eraseLeftGuilds(tx: Tx, now: Date): Promise<void> {
  const left = await tx.guild.findMany({ where: { leftAt: { lt: new Date(now.getTime() - keptFor) } }, select: { id: true } });
  if (left.length === 0) return;
  const ids = left.map(({ id }) => id);
  const tables = await tx.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_name) AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name = 'guild_id' AND table_name <> 'audit_entry'`;
  // One statement, since rows of one feature may refer to those of another: references are checked at its end.
  const erasures = tables.map(
    ({ name }, index) =>
      Prisma.sql`${Prisma.raw(`erased_${index}`)} AS (DELETE FROM ${Prisma.raw(name)} WHERE guild_id = ANY (${ids}::text[]))`,
  );
  await tx.$executeRaw`WITH ${Prisma.join(erasures)} SELECT`;
  await forgetGuildTasks(tx, ids);
  await tx.guild.deleteMany({ where: { id: { in: ids } } });
}
