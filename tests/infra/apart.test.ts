import { expect, test } from 'vitest';
import { workApart } from '../../src/infra/apart.ts';
import type { busy, counted, doubled } from './chore.ts';

const module = new URL('./chore.ts', import.meta.url).href;

test('works on pieces, as they come, in a thread of its own', async () => {
  async function* later(): AsyncGenerator<{ words: Set<string> }> {
    yield { words: new Set(['a', 'b']) };
    await Promise.resolve();
    yield { words: new Set() };
  }
  const work = { module, name: 'counted' } as { module: string; name: string; type?: typeof counted };
  expect(await workApart(work, later())).toEqual([
    { words: 2, here: false },
    { words: 0, here: false },
  ]);
  const twice = { module, name: 'doubled' } as { module: string; name: string; type?: typeof doubled };
  expect(await workApart(twice, [])).toEqual([]);
});

test('nobody here waits while it is busy, and one follows the other', async () => {
  const work = { module, name: 'busy' } as { module: string; name: string; type?: typeof busy };
  const turns: number[] = [];
  let last = performance.now();
  const began = last;
  const both = Promise.all([workApart(work, [150]), workApart(work, [150])]);
  let isDone = false;
  both.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise<void>((resolve) => void setImmediate(resolve));
    turns.push(performance.now() - last);
    last = performance.now();
  }
  expect(performance.now() - began).toBeGreaterThan(300);
  // In this thread it would be two turns of 150 ms.
  expect(turns.length).toBeGreaterThan(20);
  expect(turns.filter((turn) => turn > 100)).toEqual([]);
});

test('what goes wrong there is thrown here, and the next has its turn', async () => {
  await expect(workApart({ module, name: 'wrong' }, [1])).rejects.toThrow('not so');
  await expect(workApart({ module, name: 'nothing' }, [1])).rejects.toThrow('exports no nothing');
  await expect(workApart({ module, name: 'busy' }, [60_000], { patience: 200 })).rejects.toThrow('longer than 200 ms');
  await expect(workApart({ module, name: 'greedy' }, [1], { memory: 24 })).rejects.toThrow(/memory/i);
  async function* broken(): AsyncGenerator<number> {
    yield 1;
    throw new Error('the rows could not be read');
  }
  await expect(workApart({ module, name: 'doubled' }, broken())).rejects.toThrow('the rows');
  expect(await workApart({ module, name: 'doubled' }, [21])).toEqual([42]);
});
