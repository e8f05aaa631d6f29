import type { Db } from './db.ts';

/** Seconds that the oldest ready task has waited; 0 when none waits. The queue's own clock, since it starts the tasks. */
export async function queueLag(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<[{ lag: number }]>`
    SELECT coalesce(extract(epoch FROM now() - min(run_at)), 0)::float AS lag
    FROM graphile_worker.jobs WHERE locked_at IS NULL AND run_at <= now() AND attempts < max_attempts`;
  return row?.lag ?? 0;
}

/** A task that failed for the last time. */
export type DeadTask = { id: string; name: string; error: string; at: Date };

/** At most `limit`, the latest first. */
export const deadTasks = (db: Db, limit: number): Promise<DeadTask[]> => db.$queryRaw<DeadTask[]>`
  SELECT id::text, task_identifier AS name, left(coalesce(last_error, ''), 200) AS error, updated_at AS at
  FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL ORDER BY updated_at DESC LIMIT ${limit}`;

/** Gives dead tasks all their tries again. Returns how many. */
export async function reviveTasks(db: Db): Promise<number> {
  const revived = await db.$queryRaw<unknown[]>`
    SELECT (graphile_worker.reschedule_jobs(array_agg(id), run_at => now(), attempts => 0)).id
    FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL HAVING count(*) > 0`;
  return revived.length;
}
