import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { second, systemClock } from '../../src/kernel/time.ts';

/** What a child does when asked: one argument, one result, both plain JSON. */
export type Handlers = Record<string, (input: never) => unknown>;

type Remote<H extends Handlers> = { [K in keyof H]: (...input: Parameters<H[K]>) => Promise<Awaited<ReturnType<H[K]>>> };

export type Child<H extends Handlers> = Remote<H> & { end(): Promise<void> };

const left = new Set<() => void>();

/** `end` is called when the bench is over, or interrupted, before what this returns. */
export function endAtLast(end: () => void): () => void {
  left.add(end);
  return () => void left.delete(end);
}

/** Ends the processes that are left. */
export function endAll(): void {
  for (const end of left) end();
}

type Question = { id: number; name: string; input: unknown };
type Reply = { id: number; value?: unknown; failure?: string };

/** Called by a child: answers its parent until that one lets go. */
export function serve(handlers: Handlers): void {
  process.on('message', async ({ id, name, input }: Question) => {
    try {
      process.send?.({ id, value: await handlers[name]?.(input as never) } satisfies Reply);
    } catch (error) {
      process.send?.({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies Reply);
    }
  });
  process.once('disconnect', () => process.exit());
}

/** Starts a file of this folder in a process of its own. Its output goes to the standard error, so that the table stays alone. */
export function launch<H extends Handlers>(file: string, flags: readonly string[] = []): Child<H> {
  const child = fork(join(import.meta.dirname, file), {
    execArgv: ['--expose-gc', ...flags, ...process.execArgv],
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const isEnded = endAtLast(() => void (child.connected && child.disconnect()));
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  child.on('message', ({ id, value, failure }: Reply) => {
    if (failure === undefined) waiting.get(id)?.resolve(value);
    else waiting.get(id)?.reject(new Error(`${file}: ${failure}`));
    waiting.delete(id);
  });
  child.once('exit', (code, signal) => {
    isEnded();
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended: ${code ?? signal}`));
  });
  const ask = (name: string, input: unknown): Promise<unknown> => {
    const answer = Promise.withResolvers<unknown>();
    waiting.set(++asked, answer);
    child.send({ id: asked, name, input } satisfies Question);
    return answer.promise;
  };
  return new Proxy({} as Child<H>, {
    get: (_, name) => {
      // A proxy that had every method would look like a promise.
      if (name === 'then') return undefined;
      return name === 'end' ? () => end(child) : (input: unknown) => ask(String(name), input);
    },
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
}

/** What the process used so far: microseconds of CPU, user and system. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Bytes of resident memory once the garbage is collected and V8, which frees pages in the background, has given them back. */
export async function memory(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    await new Promise<void>((resolve) => void systemClock.after(second / 2, resolve));
  }
  return process.memoryUsage.rss();
}
