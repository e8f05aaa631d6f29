import { describe, expect, test } from 'vitest';
import { createBatch } from '../../src/kernel/batch.ts';

/** A batch whose first tries fail so many times. */
function failing(times: number, { room = 100, passing = true, pace = 1 } = {}) {
  const handed: number[][] = [];
  let left = times;
  const batch = createBatch<number>({
    pace,
    most: 3,
    room,
    isPassing: () => passing,
    async hand(items) {
      if (left-- > 0) throw new Error('nobody answers');
      handed.push([...items]);
    },
  });
  return { batch, handed };
}

describe('a batch', () => {
  test('hands on what came, in order and together, and one promise stands for all', async () => {
    const { batch, handed } = failing(0);
    const work = [1, 2, 3, 4].map((item) => batch.add(item));
    expect(work.map((one) => one !== undefined)).toEqual([true, false, false, false]);
    await work[0];
    expect(handed).toEqual([[1, 2, 3], [4]]);
    await batch.add(5);
    expect(handed.at(-1)).toEqual([5]);
  });

  test('does not wait for what is urgent', async () => {
    const { batch, handed } = failing(0, { pace: 60_000 });
    const work = batch.add(1);
    batch.add(2, { isUrgent: true });
    await work;
    expect(handed).toEqual([[1, 2]]);
  });

  test('keeps what nobody took, the latest of it, and tries again', async () => {
    const { batch, handed } = failing(1, { room: 2 });
    const work = batch.add(1);
    for (const item of [2, 3]) batch.add(item);
    await work;
    expect(handed).toEqual([[2, 3]]);
  });

  test('gives up what can never be taken', async () => {
    const { batch, handed } = failing(1, { passing: false });
    const work = batch.add(1);
    for (const item of [2, 3, 4]) batch.add(item);
    await expect(work).rejects.toThrow('nobody answers');
    expect(handed).toEqual([[4]]);
    await expect(batch.add(2)).resolves.toBeUndefined();
  });
});
