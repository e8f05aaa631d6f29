import { day, movableClock } from '../../src/kernel/time.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import type { Outcome, Persona } from '../../src/sandbox/persona/persona.ts';
import { loadWorld } from '../../src/sandbox/save.ts';
import { type ReadyServer, readyServer } from './app.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { type Bot, startBot } from './life.ts';
import { liveHere } from './mortal.ts';
import { liveApart } from './process.ts';
import { hurry } from './queue.ts';

/** The program, to be killed at the calls that a test chooses. */
export type CrashTest = {
  sandbox: Sandbox;
  database: TestDatabase;
  boss: Persona;
  bot: Bot;
  /** How often it was killed. */
  readonly kills: number;
  /** At each call of that kind in turn, before its effect and after it by turns. */
  killAtEach(method: string, route: string | RegExp, times: number): void;
  /** A person who is given no answer tries again, once the bot is back. */
  insist(act: () => Promise<Outcome>): Promise<Outcome>;
  /** Nothing waits in the queue: what failed is tried at once. */
  quiet(): Promise<boolean>;
  /** With a deadline. */
  until(condition: () => boolean | Promise<boolean>, what: string): Promise<void>;
  stop(): Promise<void>;
};

const pause = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));
const patience = 120_000;

/** On a server that is set up. */
export async function startCrashTest(): Promise<CrashTest> {
  const test = await startOn(await readyServer(null));
  await test.until(test.quiet, 'the start');
  return test;
}

/** On a server that knows nothing of the bot. `apart`: in a process of its own. */
export const startBareCrashTest = (where: 'here' | 'apart'): Promise<CrashTest> => startOn(null, where);

async function startOn(server: ReadyServer | null, where: 'here' | 'apart' = 'here'): Promise<CrashTest> {
  const clock = movableClock();
  const database = await freshDatabase(server?.template);
  const world = server ? { world: loadWorld(server.world, clock) } : {};
  const sandbox = await startSandbox({ clock, strict: true, rateLimits: false, ...world });
  const boss = sandbox.persona('claire.moreau');
  const bot = await startBot(where === 'here' ? liveHere(sandbox, database) : await liveApart(sandbox, database));
  let kills = 0;
  return {
    sandbox,
    database,
    boss,
    bot,
    get kills() {
      return kills;
    },
    killAtEach(method, route, times) {
      for (let time = 0; time < times; time++)
        sandbox.faults.next({
          method,
          route,
          status: 'closed',
          afterEffect: time % 2 === 1,
          struck: () => {
            kills++;
            bot.kill();
          },
        });
    },
    async insist(act) {
      for (;;) {
        await bot.revived();
        const outcome = await act();
        if (!outcome.failed) return outcome;
        // What was begun counts against who tries again.
        await database.pool.query('DELETE FROM cooldown');
      }
    },
    // A crash loop must not use up a task's tries.
    quiet: async () => (await hurry(database.pool, 3)) === 0,
    async until(condition, what) {
      const deadline = performance.now() + patience;
      while (!(await condition())) {
        if (performance.now() > deadline) throw new Error(`it did not happen in time: ${what}, after ${kills} kills`);
        await pause(40);
      }
    },
    async stop() {
      await bot.stop();
      await sandbox.stop();
      await database.close();
    },
  };
}

/** As people type it: `2027-01-31`. */
export const dayFromNow = ({ clock }: Sandbox, days: number): string =>
  new Date(clock.now().getTime() + days * day).toISOString().slice(0, 10);

/** Somebody who joins with that role, once the program knows of them. */
export async function comeAs({ sandbox, boss, database, until }: CrashTest, username: string, role: string): Promise<Persona> {
  const person = sandbox.newPersona({ username, locale: 'fr' });
  person.join();
  const { id } = [...boss.guild.roles.values()].find(({ name }) => name === role) ?? { id: '' };
  person.member?.roles.push(id);
  await until(async () => (await database.db.member.count({ where: { userId: person.user.id } })) === 1, username);
  return person;
}

/** A promo that has begun, made by the owner with her own commands. */
export async function beginPromo({ boss, sandbox, until, quiet, database }: CrashTest, name: string): Promise<void> {
  const inDays = (days: number) => dayFromNow(sandbox, days);
  await boss.run('campus add', { name: 'Lille' });
  await boss.run('course add', { name: 'CDA' });
  const preview = await boss.run('promo create', { course: 'CDA', campus: 'Lille', name, start: inDays(-1), end: inDays(90) });
  await boss.press(preview.message ?? '', 'promos:confirm:');
  await until(
    async () => (await quiet()) && (await database.db.promo.count({ where: { builtAt: { not: null } } })) === 1,
    'the space',
  );
}
