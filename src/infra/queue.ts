import type { Db, Tx } from './db.ts';

/** Seconds that the oldest ready task has waited; 0 when none waits. The queue's own clock, since it starts the tasks. */
export async function queueLag(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<[{ lag: number }]>`
    SELECT coalesce(extract(epoch FROM now() - min(run_at)), 0)::float AS lag
    FROM graphile_worker.jobs WHERE locked_at IS NULL AND run_at <= now() AND attempts < max_attempts`;
  return row?.lag ?? 0;
}

/** Tasks of a guild that failed for the last time, the oldest first. Their payload says the guild. */
export const deadTasks = (db: Db | Tx, guildId: string): Promise<{ id: string; name: string }[]> => db.$queryRaw`
  SELECT job.id::text AS id, job.task_identifier AS name
  FROM graphile_worker.jobs AS job JOIN graphile_worker._private_jobs AS private USING (id)
  WHERE job.attempts >= job.max_attempts AND job.locked_at IS NULL AND private.payload ->> 'guildId' = ${guildId}
  ORDER BY job.id`;

type Person = { guildId: string; userId: string };

/** Tasks that name a person, waiting, at work or dead. */
export const tasksAbout = (db: Db | Tx, { guildId, userId }: Person): Promise<{ id: string; name: string; since: Date }[]> =>
  db.$queryRaw`
    SELECT job.id::text AS id, job.task_identifier AS name, job.created_at AS since
    FROM graphile_worker.jobs AS job JOIN graphile_worker._private_jobs AS private USING (id)
    WHERE private.payload ->> 'guildId' = ${guildId} AND private.payload ->> 'userId' = ${userId}
    ORDER BY job.id`;

/** Takes back what was promised about a person. What is at work ends by itself. */
export async function forgetTasks(tx: Tx, person: Person): Promise<void> {
  const ids = (await tasksAbout(tx, person)).map(({ id }) => id);
  await tx.$queryRaw`SELECT count(*)::int FROM graphile_worker.complete_jobs(${ids}::text[]::bigint[])`;
}

/** The same for everything that was promised on these servers. */
export async function forgetGuildTasks(tx: Tx, guildIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*)::int FROM graphile_worker.complete_jobs(ARRAY(
      SELECT id FROM graphile_worker._private_jobs WHERE payload ->> 'guildId' = ANY (${guildIds}::text[])))`;
}

/** Gives dead tasks their tries again. The next is a second one, which looks for what the former ones did before they stopped. */
export async function retryTasks(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*)::int FROM graphile_worker.reschedule_jobs(${ids}::text[]::bigint[], attempts => 1, run_at => now())`;
}
