import { expect } from 'vitest';
import type { World } from '../../src/discord/context.ts';
import type { Db, Tx } from '../../src/infra/db.ts';
import type { Schedule } from '../../src/infra/tasks.ts';
import { day, movableClock } from '../../src/kernel/time.ts';
import { monday } from './monday.ts';

/** A schedule is not asked while the tables that it is about are empty: so it must have nothing to do then, whatever fills the others. */
export async function findNothingAboutNothing(db: Db, schedules: readonly Schedule[]): Promise<void> {
  const written = async (tx: Tx): Promise<number> => {
    const [sum] = await tx.$queryRaw<{ written: number }[]>`
      SELECT sum(n_tup_ins + n_tup_upd + n_tup_del)::int AS written FROM pg_stat_xact_all_tables`;
    return sum?.written ?? 0;
  };
  // A row that must have one of an emptied table cannot be there either.
  const needs = await db.$queryRaw<{ of: string; on: string }[]>`
    SELECT confrelid::regclass::text AS of, conrelid::regclass::text AS on FROM pg_constraint
    WHERE contype = 'f' AND conrelid <> confrelid
      AND NOT EXISTS (SELECT FROM pg_attribute WHERE attrelid = conrelid AND attnum = ANY (conkey) AND NOT attnotnull)`;
  const done = new Error('rolled back');
  for (const later of [0, 3 * day, 400 * day]) {
    const world = {
      db,
      clock: movableClock(new Date(monday.getTime() + later)),
      voice: { occupied: () => [], knows: () => false },
    };
    for (const { name, run, about } of schedules) {
      if (!about) continue;
      const emptied = new Set(about);
      for (const table of emptied) for (const { of, on } of needs) if (of === table) emptied.add(on);
      await db
        .$transaction(async (tx) => {
          await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
          for (const table of emptied) await tx.$executeRawUnsafe(`DELETE FROM ${table}`);
          await tx.$executeRawUnsafe('SET LOCAL session_replication_role = origin');
          const before = await written(tx);
          await run(tx, world as unknown as World);
          expect([name, (await written(tx)) - before]).toEqual([name, 0]);
          throw done;
        })
        .catch((error: unknown) => {
          if (error !== done) throw error;
        });
    }
  }
}
