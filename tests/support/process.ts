import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { bundle } from './bundle.ts';
import type { TestDatabase } from './database.ts';

/** The program in a process of its own, which can be killed. */
export type BotProcess = {
  kill(): void /** Resolves when a new one is online in the place of one that was killed. */;
  revived(): Promise<void>;
  stop(): Promise<void>;
};

const source = join(import.meta.dirname, 'process-entry.ts');

let built: Promise<string> | undefined;

export async function startBotProcess(sandbox: Sandbox, database: TestDatabase): Promise<BotProcess> {
  built ??= bundle(source);
  const entry = await built;
  let stopped = false;
  let child: ChildProcess;
  let alive: Promise<void>;

  function launch(): Promise<void> {
    child = spawn(process.execPath, ['--liftoff-only', entry], {
      env: { ...process.env, BOT_TOKEN: sandbox.botToken, BOT_API: sandbox.apiUrl, BOT_DATABASE: database.url },
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
