import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { second } from '../kernel/time.ts';
import type { Chart } from './chart.ts';
import type { Letter } from './letter.ts';

/** What can be asked for, by kind. Data, as the painter is another process. */
export type Commission = { kind: 'chart'; work: Chart } | { kind: 'letter'; work: Letter };

/** Longest that a picture may take. */
const patience = 20 * second;

/**
 * The bytes of what was asked for; null when it could not be made. The libraries that draw are large and seldom needed: they are loaded in a process of
 * their own, which ends with the picture. In a thread of ours they would leave 140 MB behind.
 */
export function commission(asked: Commission): Promise<Buffer | null> {
  const made = turn.then(() => paint(asked));
  turn = made;
  return made;
}

/** One painter at a time, whoever asks: each takes a processor and up to 200 MB. */
let turn: Promise<unknown> = Promise.resolve();

function paint(asked: Commission): Promise<Buffer | null> {
  const painter = fork(fileURLToPath(new URL('./painter.ts', import.meta.url)), {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=192'],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  AbortSignal.timeout(patience).addEventListener('abort', () => painter.kill('SIGKILL'), { once: true });
  return new Promise((resolve) => {
    painter.once('message', (bytes) => {
      resolve(bytes instanceof Uint8Array ? Buffer.from(bytes) : null);
      painter.disconnect();
    });
    painter.once('error', () => resolve(null));
    // What it said is read before this, however it ended; its exit may be told sooner.
    painter.once('disconnect', () => resolve(null));
    // That it is gone already is told above.
    painter.send(asked, () => undefined);
  });
}
