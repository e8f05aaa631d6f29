import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { second, systemClock } from '../../src/kernel/time.ts';
import { endAtLast } from './child.ts';
import type { Measure } from './measure.ts';
import type { Scale } from './scale.ts';

const root = join(import.meta.dirname, '../..');

/** Longest that a start may take, in milliseconds. */
const patience = 60 * second;

const pause = (milliseconds: number) => new Promise<void>((resolve) => void systemClock.after(milliseconds, resolve));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

type Started = { seconds: number; settle(): Promise<void>; stop(): Promise<void> };

/** `npm start` with a data folder, until it says that it is ready. */
async function start(dataDirectory: string): Promise<Started> {
  const [health, sandbox] = [await freePort(), await freePort()];
  const began = performance.now();
  const program = spawn('npm', ['start'], {
    cwd: root,
    env: {
      ...process.env,
      DISCORD_TOKEN: '',
      DATABASE_URL: '',
      DATA_DIR: dataDirectory,
      HTTP_PORT: String(health),
      SANDBOX_PORT: String(sandbox),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 2],
    // A group of its own: npm hands a signal to a shell, which does not hand it on.
    detached: true,
  });
  const signal = () => {
    if (program.pid) process.kill(-program.pid, 'SIGTERM');
  };
  const isEnded = endAtLast(signal);
  let isSettled = false;
  program.stdout?.on('data', (part) => {
    isSettled ||= String(part).includes('Next');
  });
  const isReady = () =>
    fetch(`http://127.0.0.1:${health}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
  while (!(await isReady())) {
    if (program.exitCode !== null || performance.now() - began > patience) throw new Error('npm start is not ready');
    await pause(10);
  }
  const seconds = (performance.now() - began) / second;
  return {
    seconds,
    /** The seeded community has introduced itself: the last line that the program says. */
    async settle() {
      while (!isSettled && performance.now() - began < patience) await pause(50);
    },
    async stop() {
      // Not `exit`: npm leaves before the program does.
      const gone = once(program, 'close');
      signal();
      await gone;
      isEnded();
    },
  };
}

/** From `npm start` to ready, with the database that a first start has made and filled. */
export async function measureStart(dataDirectory: string, { launches }: Scale): Promise<Measure[]> {
  const first = await start(dataDirectory);
  await first.settle();
  await first.stop();
  const ours: number[] = [];
  for (let turn = 0; turn < launches; turn++) {
    const again = await start(dataDirectory);
    ours.push(again.seconds);
    await again.stop();
  }
  return [{ what: 'npm start to ready, database warm', unit: 's', ours, counts: 'value', target: { most: 2 } }];
}
