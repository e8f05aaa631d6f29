import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { second } from '../kernel/time.ts';

/** Bars side by side, a group of them for each category. A value that is null has no bar. Texts are in the reader's language. */
export type Chart = {
  title: string;
  categories: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
};

/** Longest that a picture may take. */
const patience = 20 * second;

/**
 * A picture of the chart, as PNG; null when it could not be drawn. The libraries that draw are large and seldom needed: they are loaded in a process of
 * their own, which ends with the picture. In a thread of ours they would leave 140 MB behind.
 */
export function drawChart(chart: Chart): Promise<Buffer | null> {
  const drawn = turn.then(() => draw(chart));
  turn = drawn;
  return drawn;
}

/** One painter at a time, whoever asks: each takes a processor and up to 200 MB. */
let turn: Promise<unknown> = Promise.resolve();

function draw(chart: Chart): Promise<Buffer | null> {
  const painter = fork(fileURLToPath(new URL('./painter.ts', import.meta.url)), {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=192'],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  AbortSignal.timeout(patience).addEventListener('abort', () => painter.kill('SIGKILL'), { once: true });
  return new Promise((resolve) => {
    painter.once('message', (png) => {
      resolve(png instanceof Uint8Array ? Buffer.from(png) : null);
      painter.disconnect();
    });
    painter.once('error', () => resolve(null));
    // What it said is read before this, however it ended; its exit may be told sooner.
    painter.once('disconnect', () => resolve(null));
    // That it is gone already is told above.
    painter.send(chart, () => undefined);
  });
}
