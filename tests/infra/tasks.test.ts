import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { World } from '../../src/discord/context.ts';
import { enqueue, enqueueAll } from '../../src/infra/db.ts';
import { createMetrics } from '../../src/infra/metrics.ts';
import { deadTasks, queueLag, retryTasks } from '../../src/infra/queue.ts';
import {
  type Schedule,
  schedule,
  startTasks,
  type Task,
  type TaskContext,
  type TaskRunner,
  task,
} from '../../src/infra/tasks.ts';
import { hour, movableClock } from '../../src/kernel/time.ts';
import { taskContract } from '../../src/kernel/wire.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../support/database.ts';
import { testLogger } from '../support/logger.ts';
import { monday } from '../support/monday.ts';

const greet = taskContract('test.greet', z.object({ guildId: z.string(), name: z.string() }));
const payload = { guildId: '100000000000000001', name: 'Léa' };

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function database(): Promise<TestDatabase> {
  const fresh = await freshDatabase();
  cleanups.push(fresh.close);
  return fresh;
}

type Runner = TaskRunner & { clock: ReturnType<typeof movableClock> };

async function runner(
  db: TestDatabase,
  tasks: Task[],
  schedules: Schedule[] = [],
  abandon: (error: unknown) => boolean = () => false,
): Promise<Runner> {
  const clock = movableClock(monday);
  const world = { db: db.db, clock, log: testLogger(), features: [] } as unknown as World;
  const started = await startTasks({
    pool: db.pool,
    log: testLogger(),
    metrics: createMetrics(),
    tasks,
    schedules,
    world,
    context: (attempt) => ({ ...world, attempt }) as TaskContext,
    abandon: (error) => (abandon(error) ? { code: 50013, detail: 'Missing Permissions', needsStaff: true } : null),
  });
  cleanups.push(started.stop);
  return { ...started, clock };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('it did not happen in time');
    await pause(5);
  }
}

test('two who promise the same work in opposite orders never wait for each other', async () => {
  const db = await database();
  const entries = Array.from({ length: 300 }, (_, index) => ({ payload, key: `É${(index * 7) % 300}-${index}` }));
  const promise = (all: typeof entries) => db.db.$transaction((tx) => enqueueAll(tx, greet, all), { timeout: 20_000 });
  for (const state of ['new', 'waiting', 'failed', 'some failed, some new']) {
    if (state === 'failed') await db.pool.query('UPDATE graphile_worker._private_jobs SET attempts = 1');
    if (state.startsWith('some')) await db.pool.query('DELETE FROM graphile_worker._private_jobs WHERE id % 2 = 0');
    const both = await Promise.allSettled([promise(entries), promise([...entries].reverse()), promise(entries.slice(100))]);
    expect(
      both.map(({ status }) => status),
      state,
    ).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    expect(await waitingTasks(db)).toHaveLength(300);
  }
});

test('a commit cannot lose a task, a rollback leaves none', async () => {
  const db = await database();
  await expect(
    db.db.$transaction(async (tx) => {
      await enqueue(tx, greet, payload);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await waitingTasks(db)).toEqual([]);

  const greeted: string[] = [];
  await runner(db, [task(greet, async (_, { name }) => void greeted.push(name))]);
  await db.db.$transaction((tx) => enqueue(tx, greet, payload));
  await until(() => greeted.length === 1);
  await until(async () => (await waitingTasks(db)).length === 0);
});

test('tasks under one key wait once, however many promise them', async () => {
  const db = await database();
  await Promise.all(Array.from({ length: 20 }, () => db.db.$transaction((tx) => enqueue(tx, greet, payload, { key: 'Léa' }))));
  expect(await waitingTasks(db)).toEqual([{ name: 'test.greet', payload }]);
});

test('those of one queue follow each other at once, one at a time', async () => {
  const db = await database();
  const done: string[] = [];
  let running = 0;
  await runner(db, [
    task(greet, async (_, { name }) => {
      expect(++running).toBe(1);
      await pause(1);
      running--;
      done.push(name);
    }),
  ]);
  const names = Array.from({ length: 60 }, (_, index) => String(index));
  // With a poll for each this would not be done in time.
  await enqueueAll(
    db.db,
    greet,
    names.map((name) => ({ payload: { ...payload, name }, key: name, queue: 'one' })),
  );
  await until(() => done.length === names.length);
  expect(done.toSorted()).toEqual(names.toSorted());
});

test('a payload that is not what the contract says is refused where it is promised', async () => {
  const db = await database();
  await expect(db.db.$transaction((tx) => enqueue(tx, greet, { guildId: 1 } as never))).rejects.toThrow();
});

test('a failed task is tried again, and knows that it is', async () => {
  const db = await database();
  const attempts: number[] = [];
  await runner(db, [
    task(greet, async ({ attempt }) => {
      attempts.push(attempt);
      if (attempt === 1) throw new Error('Discord is away');
    }),
  ]);
  await db.db.$transaction((tx) => enqueue(tx, greet, payload));
  await until(() => attempts.length === 1);
  await until(
    async () =>
      (await db.pool.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE attempts = 1 AND locked_at IS NULL'))
        .rowCount === 1,
  );
  await until(() => attempts.length === 2);
  expect(attempts).toEqual([1, 2]);
});

test('what staff must mend is recorded once and not tried again', async () => {
  const db = await database();
  let tries = 0;
  await runner(
    db,
    [
      task(greet, async () => {
        tries++;
        throw new Error('Missing Permissions');
      }),
    ],
    [],
    () => true,
  );
  await db.db.$transaction((tx) => enqueue(tx, greet, payload));
  await until(async () => (await db.db.fault.count()) === 1);
  await until(async () => (await waitingTasks(db)).length === 0);
  expect(await db.db.fault.findMany()).toMatchObject([{ guildId: payload.guildId, key: 'test.greet:Léa', code: 50013 }]);
  expect(tries).toBe(1);
});

test('a task that another living process runs is left to it', async () => {
  const db = await database();
  let running = 0;
  let finish = () => {};
  await runner(db, [
    task(greet, async () => {
      running++;
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
    }),
  ]);
  await db.db.$transaction((tx) => enqueue(tx, greet, payload));
  await until(() => running === 1);
  const attempts: number[] = [];
  await runner(db, [task(greet, async ({ attempt }) => void attempts.push(attempt))]);
  expect(await waitingTasks(db)).toHaveLength(1);
  finish();
  await until(async () => (await waitingTasks(db)).length === 0);
  expect(attempts).toEqual([]);
});

test('a task of a process that was killed is taken over at once', async () => {
  const db = await database();
  await db.db.$transaction((tx) => enqueue(tx, greet, payload));
  // What a kill leaves behind: the row is locked, and nobody holds the lock of that name.
  await db.pool.query(
    "UPDATE graphile_worker._private_jobs SET locked_by = 'worker-of-the-dead', locked_at = now(), attempts = 1",
  );
  const attempts: number[] = [];
  await runner(db, [task(greet, async ({ attempt }) => void attempts.push(attempt))]);
  await until(() => attempts.length === 1);
  expect(attempts).toEqual([2]);
});

test('a queue that lost the database comes back with it, and loses no task', async () => {
  const db = await database();
  const attempts: number[] = [];
  let finish = () => {};
  await runner(db, [
    task(greet, async ({ attempt }) => {
      attempts.push(attempt);
      if (attempt === 1)
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
    }),
  ]);
  await db.db.$transaction((tx) => enqueue(tx, greet, payload));
  await until(() => attempts.length === 1);
  await db.away(async () => {
    finish();
    await pause(100);
  });
  await until(async () => (await waitingTasks(db)).length === 0);
  expect(attempts).toEqual([1, 2]);
});

test('to stop waits for the schedule that is being asked, and asks no other', async () => {
  const fresh = await database();
  const asked: string[] = [];
  let release = (): void => {};
  let isHeld = false;
  const first = schedule('test.first', hour, async () => {
    asked.push('first');
    if (isHeld) await new Promise<void>((resolve) => (release = resolve));
  });
  const second = schedule('test.second', hour, async () => void asked.push('second'));
  const tasks = await runner(fresh, [], [first, second]);
  isHeld = true;
  const told = tasks.tick();
  await expect.poll(() => asked).toEqual(['first', 'second', 'first']);
  let isStopped = false;
  const stopped = tasks.stop().then(() => {
    isStopped = true;
  });
  await fresh.pool.query('SELECT 1');
  expect(isStopped).toBe(false);
  release();
  await Promise.all([told, stopped]);
  expect(asked).toEqual(['first', 'second', 'first']);
});

test('schedules are asked at boot, when told, and never twice at once', async () => {
  const db = await database();
  let asked = 0;
  let inside = 0;
  const due = schedule('test.due', hour, async () => {
    inside++;
    expect(inside).toBe(1);
    asked++;
    await pause(5);
    inside--;
  });
  const first = await runner(db, [], [due]);
  const second = await runner(db, [], [due]);
  expect(asked).toBe(2);
  await Promise.all([first.tick(), second.tick()]);
  expect(asked).toBe(4);
});

test('a schedule is asked only while a table that it is about has a row', async () => {
  const db = await database();
  const asked: string[] = [];
  const about = (name: `${string}.${string}`, ...tables: string[]) =>
    schedule(name, hour, async () => void asked.push(name), tables);
  const { tick } = await runner(db, [], [about('test.faults', 'fault'), about('test.both', 'fault', 'notice')]);
  expect(asked).toEqual([]);
  await db.db.notice.create({
    data: { guildId: payload.guildId, userId: payload.guildId, key: 'test', via: 'dm', createdAt: monday },
  });
  await tick();
  expect(asked).toEqual(['test.both']);
  await db.db.fault.create({ data: { guildId: payload.guildId, key: 'test', code: 1, detail: '', createdAt: monday } });
  await tick();
  expect(asked).toEqual(['test.both', 'test.faults', 'test.both']);
});

test('what a schedule writes is what another is about in the same turn', async () => {
  const db = await database();
  const asked: string[] = [];
  const later = schedule('test.later', hour, async () => void asked.push('later'), ['fault']);
  const first = schedule('test.first', hour, async (tx) => {
    asked.push('first');
    await tx.fault.create({ data: { guildId: payload.guildId, key: 'test', code: 1, detail: '', createdAt: monday } });
  });
  await runner(db, [], [later, first]);
  expect(asked).toEqual(['first', 'later']);
});

test('the queue can be measured, and dead tasks found and revived', async () => {
  const db = await database();
  expect(await queueLag(db.db)).toBe(0);
  await db.db.$transaction((tx) => enqueue(tx, greet, payload));
  await db.pool.query("UPDATE graphile_worker._private_jobs SET run_at = now() - interval '1 minute'");
  expect(await queueLag(db.db)).toBeGreaterThanOrEqual(60);
  await db.pool.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts');
  expect(await queueLag(db.db)).toBe(0);
  const dead = await deadTasks(db.db, payload.guildId);
  expect(dead).toMatchObject([{ name: 'test.greet' }]);
  expect(await deadTasks(db.db, '100000000000000002')).toEqual([]);
  await db.db.$transaction((tx) =>
    retryTasks(
      tx,
      dead.map(({ id }) => id),
    ),
  );
  expect(await deadTasks(db.db, payload.guildId)).toEqual([]);
  const attempts: number[] = [];
  await runner(db, [task(greet, async ({ attempt }) => void attempts.push(attempt))]);
  await until(() => attempts.length === 1);
  expect(attempts).toEqual([2]);
});

test('asking again for a task that failed keeps its tries, and a dead one makes way', async () => {
  const db = await database();
  const ask = (name: string) => db.db.$transaction((tx) => enqueue(tx, greet, { ...payload, name }, { key: 'one' }));
  const state = async () => (await db.pool.query('SELECT attempts, payload FROM graphile_worker._private_jobs')).rows;
  await ask('Léa');
  await ask('Tom');
  expect(await state()).toEqual([{ attempts: 0, payload: { ...payload, name: 'Tom' } }]);
  await db.pool.query('UPDATE graphile_worker._private_jobs SET attempts = 3');
  await ask('Zoé');
  expect(await state()).toMatchObject([{ attempts: 3 }]);
  await db.pool.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts');
  await ask('Ana');
  expect(await state()).toEqual([{ attempts: 0, payload: { ...payload, name: 'Ana' } }]);
});

test('a task that fails after it was promised anew leaves the rest to its successor, which looks first, and nothing dead', async () => {
  const db = await database();
  const attempts: number[] = [];
  await runner(db, [
    task(greet, async ({ attempt }) => {
      attempts.push(attempt);
      if (attempts.length > 1) return;
      await enqueue(db.db, greet, payload, { key: 'Léa' });
      throw new Error('Discord is down');
    }),
  ]);
  await db.db.$transaction((tx) => enqueue(tx, greet, payload, { key: 'Léa' }));
  await until(() => attempts.length === 2);
  await until(async () => (await waitingTasks(db)).length === 0);
  expect(attempts).toEqual([1, 2]);
  expect(await deadTasks(db.db, payload.guildId)).toEqual([]);
});
