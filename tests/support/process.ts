import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Sandbox } from '../../src/sandbox/index.ts';
import { bundle, cache } from './bundle.ts';
import type { TestDatabase } from './database.ts';
import type { Life } from './life.ts';
import { oncePerRun } from './once.ts';

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

/** The program in a process of its own, for `kill -9`. */
export async function liveApart(sandbox: Sandbox, database: TestDatabase): Promise<() => Life> {
  const entry = await oncePerRun('bundle', () => bundle(source));
  return () => {
    const child = spawn(process.execPath, [...flags, entry], {
      env: { ...process.env, ...compiled, BOT_TOKEN: sandbox.botToken, BOT_API: sandbox.apiUrl, BOT_DATABASE: database.url },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit').then(() => undefined);
    return {
      online: Promise.race([once(child, 'message'), ended]).then(() => undefined),
      ended,
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
