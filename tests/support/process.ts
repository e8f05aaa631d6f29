import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { bundle, cache } from './bundle.ts';
import type { TestDatabase } from './database.ts';
import { oncePerRun } from './once.ts';

/** The program in a process of its own, which can be killed. */
export type BotProcess = {
  kill(): void /** Resolves when a new one is online in the place of one that was killed. */;
  revived(): Promise<void>;
  stop(): Promise<void>;
};

/** It lives for a second: to optimise, and to collect a small heap again and again, would take a third of it. */
const flags = [
  '--liftoff-only',
  '--no-opt',
  '--no-maglev',
  '--no-sparkplug',
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
];
/** In the environment, since one file is compiled before its first line could ask for it. */
const compiled = { NODE_COMPILE_CACHE: join(cache, 'compiled') };
const source = join(import.meta.dirname, 'process-entry.ts');

export async function startBotProcess(sandbox: Sandbox, database: TestDatabase): Promise<BotProcess> {
  const entry = await oncePerRun('bundle', () => bundle(source));
  let stopped = false;
  let child: ChildProcess;
  let alive: Promise<void>;

  function launch(): Promise<void> {
    child = spawn(process.execPath, [...flags, entry], {
      env: { ...process.env, ...compiled, BOT_TOKEN: sandbox.botToken, BOT_API: sandbox.apiUrl, BOT_DATABASE: database.url },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const launched = child;
    const online = Promise.race([once(launched, 'message'), once(launched, 'exit')]).then(() => undefined);
    launched.once('exit', () => {
      if (!stopped && launched === child) alive = launch();
    });
    return online;
  }
  alive = launch();
  await alive;

  return {
    kill: () => void child.kill('SIGKILL'),
    async revived() {
      for (let current: Promise<void> | undefined; current !== alive; ) {
        current = alive;
        await current;
      }
    },
    async stop() {
      stopped = true;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
