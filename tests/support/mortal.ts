import { AsyncLocalStorage } from 'node:async_hooks';
import { Socket } from 'node:net';
import { startApp } from '../../src/app.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { systemClock } from '../../src/kernel/time.ts';
import type { Sandbox } from '../../src/sandbox/index.ts';
import type { TestDatabase } from './database.ts';
import type { Life } from './life.ts';

/**
 * All that the program does to the world goes through its lines to the database and to Discord, and all that makes it go on comes through them or from
 * a timer. In a process that is killed these end between two instructions; here they end for one program of several in this process, which costs
 * a tenth of starting another. What is left of it waits for ever. Only what modules remember outlives it: `crash.test.ts` tells the same story
 * with processes.
 */
type Mortal = { isDead: boolean; lines: Set<Socket>; calls: Caller };

/** Of undici, by which Discord is called. */
type Caller = { dispatch(options: object, handler: object): boolean };

const current = new AsyncLocalStorage<Mortal>();

/** Its promises stay as they are. */
const never = (): void => undefined;

const { connect } = Socket.prototype;
Socket.prototype.connect = function (this: Socket, ...to: unknown[]): Socket {
  const mortal = current.getStore();
  if (mortal?.isDead) return this;
  mortal?.lines.add(this);
  this.once('close', () => mortal?.lines.delete(this));
  return Reflect.apply(connect, this, to);
};

for (const name of ['setTimeout', 'setInterval', 'setImmediate'] as const) {
  const start = globalThis[name] as (callback: (...values: unknown[]) => void, ...rest: unknown[]) => { close(): unknown };
  const mortally = (callback: (...values: unknown[]) => void, ...rest: unknown[]): unknown => {
    const mortal = current.getStore();
    if (!mortal) return start(callback, ...rest);
    return start((...values) => mortal.isDead || callback(...values), ...rest);
  };
  globalThis[name] = Object.assign(mortally, start) as never;
}

/** Lines that are kept open serve the next call, whoever makes it: each program has its own. */
const callers = globalThis as unknown as Record<symbol, Caller>;
const caller = Symbol.for('undici.globalDispatcher.1');
const shared = callers[caller] as Caller;
const ownCaller = (): Caller => new (shared.constructor as new () => Caller)();
callers[caller] = Object.create(shared, {
  dispatch: {
    value(options: object, handler: object): boolean {
      const mortal = current.getStore();
      if (!mortal) return shared.dispatch(options, handler);
      return mortal.isDead || mortal.calls.dispatch(options, untilDeath(mortal, handler));
    },
  },
});

/** Nobody is told any more of what comes of a call. */
const untilDeath = (mortal: Mortal, handler: object): object =>
  new Proxy(handler, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...values: unknown[]) => mortal.isDead || value.apply(target, values);
    },
  });

/** The program in this process, for deaths that cost little. */
export const liveHere =
  (sandbox: Sandbox, database: TestDatabase): (() => Life) =>
  () => {
    const mortal: Mortal = { isDead: false, lines: new Set(), calls: ownCaller() };
    const death = Promise.withResolvers<void>();
    const started = current.run(mortal, () =>
      startApp({
        discordToken: sandbox.botToken,
        discordApiUrl: sandbox.apiUrl,
        discordGuildId: undefined,
        databaseUrl: database.url,
        httpPort: 0,
        messageContent: false,
        requestsPerSecond: 10_000,
        clock: systemClock,
        log: createLogger('silent'),
      }),
    );
    return {
      online: Promise.race([started.then(never), death.promise]),
      ended: death.promise,
      kill() {
        if (mortal.isDead) return;
        mortal.isDead = true;
        for (const line of mortal.lines) {
          line.removeAllListeners();
          line.on('error', never);
          line.destroy();
        }
        mortal.lines.clear();
        death.resolve();
      },
    };
  };
