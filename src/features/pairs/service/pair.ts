import type { Db, Tx } from '../../../infra/db.ts';

/** One of the two wrote, or they met, at that moment: silence begins again from there. */
export async function recordActivity(db: Db | Tx, pairId: number, at: Date): Promise<void> {
  await db.$executeRaw`
    UPDATE mentoring_pair SET active_at = ${at}, nudged_at = NULL, warned_at = NULL
    WHERE id = ${pairId} AND state <> 'ended' AND active_at < ${at}`;
}
