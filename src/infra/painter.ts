import type { Commission } from './studio.ts';

/** The process in which `studio.ts` paints: it is given the words and numbers, answers with the bytes, and ends. It loads what the kind needs. */
async function paint(asked: Commission): Promise<Uint8Array> {
  switch (asked.kind) {
    case 'chart':
      return (await import('./painting/chart.ts')).drawBars(asked.work);
    case 'letter':
      return (await import('./painting/letter.ts')).printPage(asked.work);
  }
}

process.once('message', async (asked) => process.send?.(await paint(asked as Commission)));
