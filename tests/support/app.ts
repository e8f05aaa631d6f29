import { type App, type AppOptions, startApp as start } from '../../src/app.ts';
import { type MovableClock, movableClock } from '../../src/kernel/time.ts';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.ts';
import { loadWorld, saveWorld } from '../../src/sandbox/save.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { testLogger } from './logger.ts';
import { monday } from './monday.ts';
import { oncePerRun } from './once.ts';
import { hurry } from './queue.ts';

/** The whole program against a local Discord and a database of its own, all on one clock that stands still. */
export type TestApp = {
  sandbox: Sandbox;
  app: App;
  database: TestDatabase;
  db: TestDatabase['db'];
  clock: MovableClock;
  /** Resolves when nothing runs any more: handlers, events, tasks (those that wait to be tried again are hurried). */
  settle(): Promise<void>;
  /** Moves the clock, asks the schedules, and settles. */
  later(milliseconds: number): Promise<void>;
  /** The program dies between two of its steps and another takes its place. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export type TestAppOptions = Pick<SandboxOptions, 'world' | 'rateLimits'> &
  Partial<Pick<AppOptions, 'features' | 'httpPort' | 'messageContent'>> & {
    now?: Date;
    /** On a server that `/setup auto` made ready, by its owner and before the clock moved. */
    ready?: boolean;
    /** Whether the bot receives the text of messages. */
  };

/** Those of the file that runs; the set-up of the tests checks each after every test, and stops them at the end of the file. */
export const running = new Set<TestApp>();

/** Longest that a test waits for the program to be at rest, in real milliseconds. */
const patience = 15_000;

const pause = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));

export async function startTestApp({
  now = monday,
  features,
  httpPort = 0,
  messageContent = false,
  rateLimits = false,
  ready = false,
  ...options
}: TestAppOptions = {}): Promise<TestApp> {
  const clock = movableClock(now);
  const server = ready ? await readyServer(now) : null;
  const database = await freshDatabase(server?.template);
  const world = server ? loadWorld(server.world, clock) : options.world;
  const sandbox = await startSandbox({ clock, strict: true, rateLimits, ...(world && { world }) });
  const log = testLogger();
  const launch = () =>
    start({
      discordToken: sandbox.botToken,
      discordApiUrl: sandbox.apiUrl,
      discordGuildId: undefined,
      databaseUrl: database.url,
      httpPort,
      messageContent,
      requestsPerSecond: rateLimits ? undefined : 10_000,
      clock,
      log,
      ...(features && { features }),
    });
  let app = await launch();

  async function settle(): Promise<void> {
    const until = performance.now() + patience;
    for (let quiet = 0; quiet < 3; ) {
      if (performance.now() > until)
        throw new Error(`the program is not at rest: ${app.busy()} in flight, ${await waiting()} tasks`);
      const isQuiet = app.busy() === 0 && (await waiting()) === 0;
      quiet = isQuiet ? quiet + 1 : 0;
      // To look costs the database as much as a small task.
      await pause(isQuiet ? 4 : 15);
    }
  }

  const waiting = () => hurry(database.pool);

  const test: TestApp = {
    sandbox,
    get app() {
      return app;
    },
    database,
    db: database.db,
    clock,
    settle,
    async later(milliseconds) {
      clock.advance(milliseconds);
      await app.tick();
      await settle();
    },
    async restart() {
      await app.stop();
      app = await launch();
      await settle();
    },
    async stop() {
      if (!running.delete(test)) return;
      await app.stop();
      await sandbox.stop();
      await database.close();
    },
  };
  running.add(test);
  await settle();
  return test;
}

/** A database to clone, and the server beside it as `saveWorld` wrote it. */
export type ReadyServer = { template: string; world: string };

/** What most stories begin with. `now`: when it was made; `null`: the time of the machine. */
export async function readyServer(now: Date | null): Promise<ReadyServer> {
  const template = `template_ready_${now?.getTime() ?? 'now'}`;
  return { template, world: await oncePerRun(template, () => makeReady(template, now ?? new Date())) };
}

async function makeReady(template: string, now: Date): Promise<string> {
  const test = await startTestApp({ now });
  const { failed } = await test.sandbox.persona('claire.moreau').run('setup auto');
  await test.settle();
  const { sandbox, app, database } = test;
  if (failed || sandbox.violations.length > 0)
    throw new Error(`the set-up failed: ${failed} ${JSON.stringify(sandbox.violations)}`);
  running.delete(test);
  await app.stop();
  await sandbox.stop();
  await database.keepAs(template);
  return saveWorld(sandbox.world);
}
