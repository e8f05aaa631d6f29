import { type Db, lock } from '../../../infra/db.ts';
import { minute } from '../../../kernel/time.ts';

/** Longest that one of us works while others wait. Discord's slowest pace for a whole space is about a minute. */
const longestTurn = 15 * minute;

/**
 * Does `work` while nobody else, in any process, does work of the same name. The turn is a lock of an otherwise idle transaction, so it ends
 * when the process dies; what `work` writes is committed by itself, step by step.
 */
export const inTurn = (db: Db, name: string, work: () => Promise<void>): Promise<void> =>
  db.$transaction(
    async (tx) => {
      await lock(tx, name);
      await work();
    },
    { timeout: longestTurn, maxWait: minute },
  );
