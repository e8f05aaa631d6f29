import { Worker } from 'node:worker_threads';
import { second } from '../kernel/time.ts';

/** What is worked out apart: a pure function that a module exports, from all the pieces that it is given to those that it answers with. */
export type Work<I, O> = {
  /** `new URL('./module.ts', import.meta.url).href`: loaded in the thread, with all that it imports. */
  module: string;
  name: string;
  /** Says the types of the function; never called here. */
  type?: (pieces: readonly I[]) => Iterable<O>;
};

export type Limits = { /** In milliseconds, from the first piece on. */ patience?: number /** In MB. */; memory?: number };

/** What the thread is told: one more piece, that there is none, or to give its next. */
export type Order = { piece: unknown } | { do: 'begin' | 'next' };
export type Answer = { done: false; piece: unknown } | { done: true };

/** One at a time, whoever asks: each takes a processor. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * Works something out in a thread of its own, so that nobody waits for it: what takes a second here would keep everybody's clicks waiting for a second.
 * Data comes and goes in pieces, each copied by itself while the others may be answered between two of them; keep them below some 200 kB. Throws what
 * the function throws, and when it takes too long or too much memory, in which case the thread alone ends. A thread, not a process
 * as in `studio.ts`: that is for libraries which would leave their memory behind, and what is our own code leaves none.
 */
export async function workApart<I, O>(
  { module, name }: Work<I, O>,
  pieces: Iterable<I> | AsyncIterable<I>,
  { patience = 60 * second, memory = 512 }: Limits = {},
): Promise<O[]> {
  const mine = turn.then(() => work<I, O>({ module, name, patience, memory }, pieces));
  turn = mine.catch(() => undefined);
  return mine;
}

type Run = { module: string; name: string; patience: number; memory: number };

async function work<I, O>({ module, name, patience, memory }: Run, pieces: Iterable<I> | AsyncIterable<I>): Promise<O[]> {
  const thread = new Worker(new URL('./aside.ts', import.meta.url), {
    workerData: { module, name },
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: 64 },
    execArgv: [],
    env: {},
  });
  const late = AbortSignal.timeout(patience);
  let answer: (answer: Answer) => void = () => undefined;
  const broken = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () => reject(new Error(`${name} took longer than ${patience} ms`)), { once: true });
    thread.once('error', reject);
    thread.once('exit', () => reject(new Error(`${name} ended without an answer`)));
  });
  // It is told to whoever waits, if anybody does.
  broken.catch(() => undefined);
  thread.on('message', (said: Answer) => answer(said));
  const tell = (order: Order) => thread.postMessage(order);
  const next = () =>
    new Promise<Answer>((resolve) => {
      answer = resolve;
      tell({ do: 'next' });
    });

  const run = async (): Promise<O[]> => {
    for await (const piece of pieces) tell({ piece });
    tell({ do: 'begin' });
    const found: O[] = [];
    for (let said = await next(); !said.done; said = await next()) found.push(said.piece as O);
    return found;
  };
  try {
    return await Promise.race([run(), broken]);
  } finally {
    await thread.terminate();
  }
}
