import { EventEmitter } from 'node:events';
import { Logger as QueueLogger, type Runner, run, runMigrations, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { World } from '../discord/context.ts';
import type { Delivery } from '../discord/delivery.ts';
import type { Outcome } from '../discord/failure.ts';
import { minute, second, systemClock } from '../kernel/time.ts';
import type { TaskContract } from '../kernel/wire.ts';
import { lock, type Tx } from './db.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { hasSuccessor } from './queue.ts';
import type { GuildSettings } from './settings.ts';

/** What a task gets besides its payload. */
export type TaskContext = World &
  Delivery & {
    /** 1 the first time. Above: an effect of a former try may already be there, so look before creating. */
    readonly attempt: number;
    settings(guildId: string): Promise<GuildSettings>;
  };

export type Task = { readonly contract: TaskContract<unknown>; run(context: TaskContext, payload: unknown): Promise<void> };

/** Background work. Safe to run twice: a crash runs it again from its beginning. */
export const task = <P>(contract: TaskContract<P>, run: (context: TaskContext, payload: P) => Promise<void>): Task =>
  ({ contract, run }) as Task;

/** Throws the refusal of a message that must be there: it is recorded for staff, and the hourly check promises the message again. */
export function requireAllowed<T>(outcome: Outcome<T>): Outcome<T> {
  if (!outcome.ok && outcome.why === 'forbidden') throw outcome.error;
  return outcome;
}

/** A question asked again and again: what is due? It enqueues one keyed task a row, and keeps nothing. */
export type Schedule = {
  readonly name: string;
  readonly every: number;
  run(tx: Tx, world: World): Promise<void>;
  /** Tables. While none of them has a row nothing can be due, and the question is not asked; without tables it always is. */
  readonly about?: readonly string[];
};

/** `every` is in milliseconds; it also runs at boot, for what was missed while the process was down. */
export const schedule = (
  name: `${string}.${string}`,
  every: number,
  run: Schedule['run'],
  about?: readonly string[],
): Schedule => ({ name, every, run, ...(about && { about }) });

/** Why a task is not tried again. */
export type Abandonment = { code: number; detail: string /** A permission of ours is missing. */; needsStaff: boolean };

export type TaskRunnerOptions = {
  pool: pg.Pool;
  log: Logger;
  metrics: Metrics;
  tasks: readonly Task[];
  schedules: readonly Schedule[];
  world: World;
  /** Makes what a try gets. */
  context(attempt: number): TaskContext;
  /** `null`: try again later. Otherwise trying again is useless: staff must act, or there is nothing left to do. */
  abandon(error: unknown): Abandonment | null;
};

export type TaskRunner = {
  /** Asks every schedule now. */
  tick(): Promise<void>;
  stop(): Promise<void>;
};

/** `concurrentJobs`: tasks of one process at the same time. With a delay of 0 the end of a task is told by a call that may fail without killing us. */
const workerSettings = { concurrentJobs: 8, pollInterval: second, completeJobBatchDelay: 0, failJobBatchDelay: 0 };

/** Until the end of a task is written, in milliseconds: the queue tells nobody. */
const untilFree = 20;

/** How often the schedules are asked, when nothing else asks them. */
const shortestSchedule = 30 * second;

/** The queue's tables; before the first `enqueue`. */
export const migrateQueue = (pool: pg.Pool): Promise<void> => runMigrations({ pgPool: pool, logger: silent });

const silent = new QueueLogger(() => () => undefined);

/**
 * Runs what `enqueue` promised. The queue is PostgreSQL's, by graphile-worker; ours are the schedules, what failures mean, and the
 * tasks of a process that was killed: it held a lock in the database that died with it, so they are taken over at once.
 */
export async function startTasks(options: TaskRunnerOptions): Promise<TaskRunner> {
  const { pool, log, metrics, world } = options;
  const { db, clock } = world;

  const taskList: TaskList = {};
  for (const { contract, run: perform } of options.tasks) {
    const { name } = contract;
    if (taskList[name]) throw new Error(`two tasks are called ${name}`);
    taskList[name] = async (raw, { job }) => {
      try {
        await perform(options.context(job.attempts), contract.payload.parse(raw));
        await db.fault.deleteMany({ where: faultKey(name, raw) });
        metrics.tasks.inc({ task: name, outcome: 'done' });
      } catch (error) {
        const why = options.abandon(error);
        if (!why) {
          metrics.tasks.inc({ task: name, outcome: 'retried' });
          // To fail would leave a dead task, which nobody has to mend.
          if (await hasSuccessor(db, job).catch(() => false)) return;
          if (job.attempts >= job.max_attempts) log.error({ err: error, task: name }, 'a task failed for the last time');
          else log.warn({ err: error, task: name, attempt: job.attempts }, 'a task will be tried again');
          throw error;
        }
        metrics.tasks.inc({ task: name, outcome: 'refused' });
        log.warn({ task: name, ...why }, 'Discord refuses a task, which is not tried again');
        if (why.needsStaff) await recordFault(world, name, raw, why);
      }
    };
  }

  const alive = await holdLocks(pool, log);
  let stopping = false;
  let runner: Runner | undefined;

  async function start(): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    let workers = '';
    events.on('pool:create', ({ workerPool }) => {
      workers = workerPool.id;
      alive.hold(workers);
    });
    // A worker that finishes looks for its next task before its queue is free again: without a word the next of that queue would wait for a poll.
    events.on('job:complete', ({ job }) => {
      if (job.job_queue_id === null || stopping) return;
      systemClock.after(untilFree, () => {
        if (stopping) return;
        const news = JSON.stringify({ r: Math.random(), count: 1 });
        pool
          .query("SELECT pg_notify('jobs:insert', $1)", [news])
          .catch((error: unknown) => log.warn({ err: error }, 'a queue waits for a poll'));
      });
    });
    const patient = Object.create(pool, {
      // `pool.query` calls it with a callback, the queue without.
      connect: { value: (...callback: []) => alive.holding().then(() => pool.connect(...callback)) },
    }) as pg.Pool;
    runner = await run({
      pgPool: patient,
      taskList,
      events,
      preset: { worker: workerSettings },
      parsedCronItems: [],
      noHandleSignals: true,
      logger: silent,
    });
    // The queue gives up when the database stays away. Start it again: what it had taken is taken over like a dead process's.
    runner.promise
      .catch((error: unknown) => log.warn({ err: error }, 'the task queue lost the database'))
      .finally(() => {
        if (stopping) return;
        alive.letGo(workers);
        restart();
      });
  }
  function restart(): void {
    systemClock.after(second, () => {
      if (stopping) return;
      alive.takeOver().then(start).catch(restart);
    });
  }

  const due = new Map<string, number>();
  const tick = async (force = true): Promise<void> => {
    const now = clock.now().getTime();
    const ask = async ({ name, every, run: asked }: Schedule): Promise<void> => {
      due.set(name, now + every);
      try {
        // Two processes asking at once would enqueue the same keyed tasks: harmless, and wasted.
        await db.$transaction(
          async (tx) => {
            await lock(tx, `schedule:${name}`);
            await asked(tx, world);
          },
          { timeout: minute },
        );
      } catch (error) {
        due.delete(name);
        log.warn({ err: error, schedule: name }, 'a schedule will be asked again');
      }
    };
    let waiting = options.schedules.filter(({ name }) => force || now >= (due.get(name) ?? 0));
    // Twice: what one of them wrote may be what another, that had nothing before, is about.
    for (const _ of ['first', 'again']) {
      const filled = await filledAmong(pool, waiting).catch((error: unknown) => {
        log.warn({ err: error }, 'the schedules will be asked again');
      });
      if (!filled) return;
      const isEmpty = ({ about }: Schedule) => about !== undefined && !about.some((table) => filled.has(table));
      for (const one of waiting.filter((schedule) => !isEmpty(schedule))) {
        if (stopping) return;
        await ask(one);
      }
      waiting = waiting.filter(isEmpty);
    }
    for (const { name, every } of waiting) due.set(name, now + every);
  };

  let cancel = () => {};
  let ticking: Promise<void> = Promise.resolve();
  const again = (): void => {
    cancel = clock.after(shortestSchedule, () => {
      ticking = Promise.all([tick(false), alive.takeOver()])
        .then(() => undefined)
        .catch((error: unknown) => log.warn({ err: error }, 'the schedules will be asked again'))
        .finally(() => !stopping && again());
    });
  };

  await alive.takeOver();
  await start();
  await tick();
  again();
  // Asked from outside: to stop waits for it as for those of the clock.
  const asked = new Set<Promise<void>>();
  return {
    tick() {
      const one = tick().finally(() => asked.delete(one));
      asked.add(one);
      return one;
    },
    async stop() {
      if (stopping) return;
      stopping = true;
      cancel();
      await Promise.all([ticking, ...asked]);
      await runner?.stop();
      await alive.release();
    },
  };
}

/** Of the tables that these are about, those with a row: what a server does not use costs it next to nothing. */
async function filledAmong(pool: pg.Pool, schedules: readonly Schedule[]): Promise<ReadonlySet<string>> {
  const tables = [...new Set(schedules.flatMap(({ about = [] }) => about))].sort();
  if (tables.length === 0) return new Set();
  // A table without a file of any length never had a row: to plan a look into each would take longer than all else.
  const begun = await pool.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS asked (name) WHERE pg_relation_size(name::regclass) > 0',
    [tables],
  );
  if (begun.rows.length === 0) return new Set();
  const names = begun.rows.map(({ name }) => `CASE WHEN EXISTS (SELECT FROM ${name}) THEN '${name}' END`);
  const { rows } = await pool.query<{ filled: string[] }>(`SELECT array_remove(ARRAY[${names.join(', ')}], NULL) AS filled`);
  return new Set(rows[0]?.filled);
}

/** The payload names its guild and, by its other values, its row. */
function faultKey(name: string, payload: unknown): { guildId: string; key: string } {
  const { guildId = '', ...rest } = payload as Record<string, string>;
  return { guildId, key: [name, ...Object.values(rest)].join(':') };
}

/** Kept until it succeeds; the settings feature tells them. The payload names its guild and, by its other values, its row. */
async function recordFault({ db, clock }: World, name: string, payload: unknown, { code, detail }: Abandonment): Promise<void> {
  const where = faultKey(name, payload);
  await db.fault.upsert({
    where: { guildId_key: where },
    create: { ...where, code, detail, createdAt: clock.now() },
    update: { code, detail },
  });
}

/**
 * Each pool of workers holds, on a connection of its own, an advisory lock of its name. PostgreSQL lets go of it the moment the process
 * dies; who then gets the lock knows that those workers are dead and gives their tasks back. The queue alone would wait four hours.
 */
async function holdLocks(pool: pg.Pool, log: Logger) {
  const held = new Set<string>();
  let client: Promise<pg.PoolClient> | undefined;
  let holding: Promise<unknown> = Promise.resolve();

  const lockPool = (own: pg.PoolClient, workers: string) =>
    own.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [workers]);

  /** The connection that holds the locks; after it broke, another one with the same locks. */
  function connection(): Promise<pg.PoolClient> {
    client ??= pool.connect().then(async (fresh) => {
      fresh.once('error', () => {
        if (client) fresh.release(true);
        client = undefined;
      });
      for (const workers of held) await lockPool(fresh, workers);
      return fresh;
    });
    client.catch(() => {
      client = undefined;
    });
    return client;
  }
  await connection();

  return {
    hold(workers: string): void {
      const locked = holding.then(async () => {
        await lockPool(await connection(), workers);
        held.add(workers);
      });
      holding = locked.catch((error: unknown) => log.warn({ err: error }, 'the workers could not take their lock'));
    },
    letGo(workers: string): void {
      held.delete(workers);
      const unlocked = holding.then(async () => {
        await (await connection()).query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [workers]);
      });
      // A connection that broke has let go already.
      holding = unlocked.catch(() => undefined);
    },
    /** Resolves when the workers have their lock: before that, none may take a task. */
    holding: () => holding,
    async takeOver(): Promise<void> {
      await holding;
      await connection();
      await pool.query(`
        SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM (
          SELECT DISTINCT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL OFFSET 0) AS worker
        WHERE pg_try_advisory_xact_lock(hashtextextended(locked_by, 0)) HAVING count(*) > 0`);
    },
    async release(): Promise<void> {
      await holding;
      const last = await client;
      client = undefined;
      last?.release(true);
    },
  };
}
