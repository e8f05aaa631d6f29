import type { TaskContract } from '../kernel/wire.ts';
import type { Db, Tx } from './db.ts';

/** Seconds that the oldest ready task has waited; 0 when none waits. The queue's own clock, since it starts the tasks. */
export async function queueLag(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<[{ lag: number }]>`
    SELECT coalesce(extract(epoch FROM now() - min(run_at)), 0)::float AS lag
    FROM graphile_worker.jobs WHERE locked_at IS NULL AND run_at <= now() AND attempts < max_attempts`;
  return row?.lag ?? 0;
}

type Task = Pick<TaskContract<unknown>, 'name'>;

/** True while a task waits or is at work under the `key` with which it was promised; one that was given up does not count. */
export async function isQueued(tx: Db | Tx, { name }: Task, key: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ queued: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM graphile_worker.jobs
      WHERE key = ${`${name}:${key}`} AND (attempts < max_attempts OR locked_at IS NOT NULL)
    ) AS queued`;
  return row?.queued ?? false;
}

/** True for a task at work that was promised anew meanwhile: its successor does the rest, and the queue does not repeat it. */
export async function hasSuccessor(db: Db, job: { id: string; key: string | null }): Promise<boolean> {
  if (job.key === null) return false;
  const [row] = await db.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT FROM graphile_worker._private_jobs WHERE id = ${job.id}::bigint AND key IS NULL) AS found`;
  return row?.found ?? false;
}

/** Guilds for which a task waits or is at work, whatever its key. */
export async function guildsQueued(tx: Db | Tx, { name }: Task): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT private.payload ->> 'guildId' AS id
    FROM graphile_worker.jobs AS job JOIN graphile_worker._private_jobs AS private USING (id)
    WHERE job.task_identifier = ${name} AND (job.attempts < job.max_attempts OR job.locked_at IS NOT NULL)`;
  return rows.map(({ id }) => id);
}

/** Takes out of the queue the tasks of a guild that were given up, lest they be tried again beside what replaces them. */
export async function forgetDead(tx: Tx, { name }: Task, guildId: string): Promise<void> {
  const ids = (await deadTasks(tx, guildId)).filter((task) => task.name === name).map(({ id }) => id);
  await complete(tx, ids);
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
  await complete(
    tx,
    (await tasksAbout(tx, person)).map(({ id }) => id),
  );
}

async function complete(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`SELECT count(*)::int FROM graphile_worker.complete_jobs(${[...ids]}::text[]::bigint[])`;
}

/** The same for everything that was promised on these servers. */
export async function forgetGuildTasks(tx: Tx, guildIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*)::int FROM graphile_worker.complete_jobs(ARRAY(
      SELECT id FROM graphile_worker._private_jobs WHERE payload ->> 'guildId' = ANY (${guildIds}::text[])))`;
  // The queue keeps the name of a line whose tasks follow each other for as long as it lives: its second part is the server.
  await tx.$executeRaw`
    DELETE FROM graphile_worker._private_job_queues AS line
    WHERE split_part(queue_name, ':', 2) = ANY (${guildIds}::text[]) AND locked_at IS NULL
      AND NOT EXISTS (SELECT FROM graphile_worker._private_jobs AS job WHERE job.job_queue_id = line.id)`;
}

/** Gives dead tasks their tries again. The next is a second one, which looks for what the former ones did before they stopped. */
export async function retryTasks(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*)::int FROM graphile_worker.reschedule_jobs(${ids}::text[]::bigint[], attempts => 1, run_at => now())`;
}
