import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { Prisma, PrismaClient } from '../../prisma/client/client.ts';
import type { TaskContract } from '../kernel/wire.ts';
import type { Logger } from './logger.ts';

export { Prisma } from '../../prisma/client/client.ts';

/** The database. Plain functions take it, or a transaction, as their first argument. */
export type Db = PrismaClient;
export type Tx = Prisma.TransactionClient;

export type Database = { db: Db; pool: pg.Pool; close(): Promise<void> };

/**
 * Longest wait for a connection, and for a transaction to begin: those who want the same row wait for each other, each with a connection. A lost one must
 * fail a request while the person still waits, so that they are told to try again, and never the process.
 */
const longestWait = 10_000;

/** Longest transaction, its waits for others included. */
const longestTransaction = 15_000;

/** A quiet server keeps its connections: to open one, and to load there what folds accents, would cost each person who comes now and then. */
const idleTimeout = 600_000;

/** How a statement begins that PostgreSQL shall prepare once a connection: worth it where planning takes as long as answering. */
const kept = '/* kept */';
const names = new Map<string, string>();

/** Of a kept statement; empty for all others. Its text is ours and of few forms: what people type are its parameters. */
function nameOf({ sql }: { sql: string }): string {
  if (!sql.startsWith(kept)) return '';
  const name = names.get(sql) ?? `kept_${names.size + 1}`;
  names.set(sql, name);
  return name;
}

export function openDatabase(url: string, log: Logger, connections = 20): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: longestWait,
    idleTimeoutMillis: idleTimeout,
  });
  const note = (error: Error) => log.warn({ err: error }, 'a database connection broke');
  pool.on('error', note);
  pool.on('connect', (client) => client.on('error', note));
  const db = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: nameOf }),
    errorFormat: 'minimal',
    transactionOptions: { maxWait: longestWait, timeout: longestTransaction },
  });
  return {
    db,
    pool,
    async close() {
      await db.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}

/** How often a task is tried again: with the queue's back-off, a bit more than a day in all. */
const attempts = 16;

/**
 * Promises background work in the caller's transaction: a rollback forgets it, a commit cannot lose it. Work that waits under the same
 * `key` is done once; what failed before is tried now and keeps its tries: it knows that a former one may have had its effect, as does what is
 * promised while the same is at work.
 */
export async function enqueue<P>(tx: Tx, task: TaskContract<P>, payload: P, options: { key?: string } = {}): Promise<void> {
  await enqueueAll(tx, task, [{ payload, ...options }]);
}

/**
 * The same for many rows, in one round trip. Those of one `queue` run one after the other: what Discord slows down, such as the roles of a
 * whole promo, must not hold every worker while others wait for their answer.
 */
export const enqueueAll = <P>(tx: Tx, task: TaskContract<P>, entries: readonly Entry<P>[]): Promise<void> =>
  enqueueEach(
    tx,
    entries.map((entry) => promised(task, entry)),
  );

type Entry<P> = { payload: P; key?: string; queue?: string };
export type Promised = { task: string; payload: string; key: string | null; queue: string | null };

/** For `enqueueEach`. */
export const promised = <P>({ name, payload: schema }: TaskContract<P>, { payload, key, queue }: Entry<P>): Promised => ({
  task: name,
  payload: JSON.stringify(schema.parse(payload)),
  key: key === undefined ? null : `${name}:${key}`,
  queue: queue ?? null,
});

/** The same for tasks of several kinds. */
export async function enqueueEach(tx: Tx, entries: readonly Promised[]): Promise<void> {
  if (entries.length === 0) return;
  const tasks = entries.map(({ task }) => task);
  const payloads = entries.map(({ payload }) => payload);
  const keys = entries.map(({ key }) => key);
  const queues = entries.map(({ queue }) => queue);
  // What waits is locked until our commit, so that its next try sees what we wrote, and everybody locks in the order of the keys, so that two who
  // promise the same never wait for each other. A dead one makes way. One at work is never repeated by the queue, so what it leaves undone its
  // successor has to look for: all in one statement, since not every caller has a transaction.
  await tx.$queryRaw`/* kept */
    WITH held AS MATERIALIZED (
      SELECT id, key, attempts, max_attempts FROM graphile_worker._private_jobs
      WHERE key = ANY (${keys}::text[]) AND locked_at IS NULL ORDER BY key COLLATE "C" FOR UPDATE
    ), waiting AS MATERIALIZED (
      SELECT id, key, attempts >= max_attempts AS dead FROM held WHERE attempts > 0
    ), removed AS MATERIALIZED (
      SELECT count(*) FROM graphile_worker.complete_jobs(ARRAY(SELECT id FROM waiting WHERE dead))
    ), again AS (
      UPDATE graphile_worker._private_jobs AS job
      SET run_at = least(job.run_at, now()), payload = entry.payload::json, revision = job.revision + 1, updated_at = now()
      FROM waiting JOIN unnest(${payloads}::text[], ${keys}::text[]) AS entry (payload, key) USING (key)
      WHERE job.id = waiting.id AND NOT dead
    ), due AS MATERIALIZED (
      SELECT entry.*, EXISTS (
        SELECT FROM graphile_worker._private_jobs AS busy WHERE busy.key = entry.key AND busy.locked_at IS NOT NULL
      ) AS succeeds
      FROM removed, unnest(${tasks}::text[], ${payloads}::text[], ${keys}::text[], ${queues}::text[]) AS entry (task, payload, key, queue)
      WHERE NOT EXISTS (SELECT FROM waiting WHERE waiting.key = entry.key AND NOT dead)
      ORDER BY entry.key COLLATE "C"
    ), added AS MATERIALIZED (
      SELECT job.id, due.succeeds
      FROM due, LATERAL graphile_worker.add_job(
        due.task, due.payload::json, queue_name => due.queue, job_key => due.key, max_attempts => ${attempts}) AS job
    )
    SELECT count(*)::int
    FROM (SELECT array_agg(id) AS ids FROM added WHERE succeeds) AS successors, LATERAL graphile_worker.reschedule_jobs(ids, attempts => 1)`;
}

/** Serialises, until the transaction ends, everything that takes the same name. */
export async function lock(tx: Tx, name: string): Promise<void> {
  await tx.$queryRaw`/* kept */ SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/**
 * SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown), 40 (gave way to another transaction), and what pg and Prisma say when
 * nobody answers.
 */
const outages = /^(08|53|57P|40)|^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)|^P(1001|1002|1008|1017|2024|2028|2034|2037)$/;
const outageWords =
  /connection terminated|timeout exceeded when trying to connect|cannot use a pool|can't reach database|server has closed|not currently accepting connections|Code: `(08|53|57P|40)\w+`/i;

/** True when the database did not answer, as opposed to refusing what it was asked. */
export function isOutage(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; depth++) {
    const { code, message, cause: deeper } = cause as Error & { code?: unknown };
    if ((typeof code === 'string' && outages.test(code)) || outageWords.test(message)) return true;
    cause = deeper;
  }
  return false;
}

type Violation = { driverAdapterError?: { cause?: { constraint?: { index?: string } } } };

/** True when the database refused a second row of what this unique index or constraint keeps single. */
export const isDuplicate = (error: unknown, index: string): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  error.code === 'P2002' &&
  (error.meta as Violation | undefined)?.driverAdapterError?.cause?.constraint?.index === index;
