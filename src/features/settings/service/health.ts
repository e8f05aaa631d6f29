import { audit } from '../../../infra/audit.ts';
import { type Db, enqueueAll, lock, type Tx } from '../../../infra/db.ts';
import { deadTasks, guildsQueued, queueLag, retryTasks } from '../../../infra/queue.ts';
import type { Feature } from '../../../kernel/feature.ts';
import type { Clock } from '../../../kernel/time.ts';
import type { Finding, Health } from '../rules/findings.ts';
import { tellFaultsTask } from '../wire.ts';
import { openRun, type RunRequest } from './run.ts';

export async function readHealth(db: Db, guildId: string, clock: Clock): Promise<Health> {
  const asked = clock.now().getTime();
  await db.$queryRaw`SELECT 1`;
  const databaseLatency = clock.now().getTime() - asked;
  const faults = await db.fault.findMany({ where: { guildId }, orderBy: { id: 'asc' } });
  const counts = Map.groupBy(await deadTasks(db, guildId), ({ name }) => name);
  return {
    faults: faults.map(({ id, key, code, createdAt }) => ({ id, key, code, createdAt })),
    deadTasks: [...counts].map(([name, dead]) => ({ name, count: dead.length })),
    queueLag: await queueLag(db),
    databaseLatency,
  };
}

export const readPanels = (db: Db, guildId: string): Promise<{ key: string; channelId: string; messageId: string | null }[]> =>
  db.panel.findMany({ where: { guildId }, select: { key: true, channelId: true, messageId: true } });

type Person = { guildId: string; userId: string };

/** Refusals of tasks that name a person: their key carries what the task was about. */
export const faultsAbout = (
  db: Db | Tx,
  { guildId, userId }: Person,
): Promise<{ key: string; code: number; detail: string; createdAt: Date; toldAt: Date | null }[]> =>
  db.$queryRaw`
    SELECT key, code, detail, created_at AS "createdAt", told_at AS "toldAt" FROM fault
    WHERE guild_id = ${guildId} AND ${userId} = ANY (string_to_array(key, ':')) ORDER BY id`;

export async function eraseFaults(tx: Tx, { guildId, userId }: Person): Promise<void> {
  await tx.$executeRaw`DELETE FROM fault WHERE guild_id = ${guildId} AND ${userId} = ANY (string_to_array(key, ':'))`;
}

export const countFaults = (db: Db, guildId: string): Promise<number> => db.fault.count({ where: { guildId } });

/**
 * Mends what the bot can, in one transaction: dead tasks are tried again, missing panels asked of their features, faults forgotten, and a run
 * creates what is missing and puts permissions right. Answers with the id of that run.
 */
export const mend = (
  db: Db,
  input: RunRequest & { features: readonly Feature[]; findings: readonly Finding[] },
): Promise<number> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now, features, findings } = input;
    await lock(tx, `settings:${guildId}`);
    await audit(tx, {
      guildId,
      actorId,
      action: 'settings.mend',
      after: { findings: findings.map(({ kind }) => kind) },
      at: now,
    });
    const { id: runId } = await openRun(tx, { ...input, isMending: true });
    await retryTasks(
      tx,
      (await deadTasks(tx, guildId)).map(({ id }) => id),
    );
    for (const finding of findings) {
      if (finding.kind !== 'panel_missing') continue;
      for (const feature of features) await feature.bound?.(tx, guildId, finding.key);
    }
    await tx.fault.deleteMany({ where: { guildId, createdAt: { lte: now } } });
    return runId;
  });

/**
 * Asks to tell staff of the faults that nobody was told of, wherever they have a channel for that. What is being told is let be: asked again
 * it would forget that a former try may have spoken.
 */
export async function promiseFaults(tx: Tx): Promise<void> {
  const due = await tx.$queryRaw<{ guild_id: string; up_to: number }[]>`
    SELECT guild_id, max(fault.id) AS up_to FROM fault
    JOIN channel_binding AS bound USING (guild_id)
    WHERE told_at IS NULL AND bound.key = 'alerts'
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = guild_id AND guild.left_at IS NOT NULL)
      AND guild_id <> ALL (${await guildsQueued(tx, tellFaultsTask)}::text[])
    GROUP BY guild_id`;
  await enqueueAll(
    tx,
    tellFaultsTask,
    due.map(({ guild_id, up_to }) => ({ payload: { guildId: guild_id, upTo: up_to }, key: `${guild_id}:${up_to}` })),
  );
}

/** The oldest first. */
export const untoldFaults = (db: Db, guildId: string, upTo: number): Promise<{ key: string; code: number; createdAt: Date }[]> =>
  db.fault.findMany({
    where: { guildId, id: { lte: upTo }, toldAt: null },
    orderBy: { id: 'asc' },
    select: { key: true, code: true, createdAt: true },
  });

export async function markTold(db: Db, guildId: string, { upTo, now }: { upTo: number; now: Date }): Promise<void> {
  await db.fault.updateMany({ where: { guildId, id: { lte: upTo }, toldAt: null }, data: { toldAt: now } });
}
