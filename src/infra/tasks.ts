import { type Job, parseCronItems, type Runner, type RunnerOptions, run, Logger as WorkerLogger } from 'graphile-worker';
import type pg from 'pg';
import type { World } from '../discord/context.ts';
import type { Delivery } from '../discord/delivery.ts';
import type { Clock } from '../kernel/time.ts';
import { second } from '../kernel/time.ts';
import type { TaskContract } from '../kernel/wire.ts';
import type { Tx } from './db.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
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

/** A question asked again and again: what is due? It enqueues one keyed task a row, and keeps nothing. */
export type Schedule = { readonly name: string; readonly every: number; run(tx: Tx, world: World): Promise<void> };

/** `every` is in milliseconds; it also runs at boot, for what was missed while the process was down. */
export const schedule = (name: `${string}.${string}`, every: number, run: Schedule['run']): Schedule => ({ name, every, run });

/** What a failed task means; `context.outcome` has already turned the expected refusals into values. */
export type Verdict = { stop: false } | { stop: true; code: number; detail: string };

export type TaskRunnerOptions = {
  pool: pg.Pool;
  log: Logger;
  clock: Clock;
  metrics: Metrics;
  tasks: readonly Task[];
  schedules: readonly Schedule[];
  world: World;
  /** Makes what a try gets. */
  context(attempt: number): TaskContext;
  judge(error: unknown): Verdict;
  /** Told of a task that is not tried again. */
  abandoned(name: string, payload: unknown, verdict: Verdict & { stop: true }): Promise<void>;
};

export type TaskRunner = {
  /** Asks every schedule now. */
  tick(): Promise<void>;
  /** Resolves when nothing runs and nothing is ready to. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};
