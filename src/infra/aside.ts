import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Order } from './apart.ts';

/** The thread in which `apart.ts` has something worked out. */

type Exports = Record<string, ((pieces: readonly unknown[]) => Iterable<unknown>) | undefined>;

const { module, name } = workerData as { module: string; name: string };
const found: Exports = await import(module);
const work = found[name];
if (!work) throw new Error(`${module} exports no ${name}`);

const pieces: unknown[] = [];
let answers: Iterator<unknown> | undefined;

parentPort?.on('message', (order: Order) => {
  if ('piece' in order) pieces.push(order.piece);
  else if (order.do === 'begin') answers = work(pieces)[Symbol.iterator]();
  else {
    const next = answers?.next() ?? { done: true };
    const answer: Answer = next.done ? { done: true } : { done: false, piece: next.value };
    parentPort?.postMessage(answer);
  }
});
