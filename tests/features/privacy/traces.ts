import type { TestDatabase } from '../../support/database.ts';

export type Trace = { table: string; row: string };

/** Tables of the program and of its queue. */
export async function tablesOf({ pool }: TestDatabase): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
    WHERE table_schema IN ('public', 'graphile_worker') AND table_type = 'BASE TABLE' ORDER BY 1`);
  return rows.map(({ name }) => name);
}

/** Every row of every table that has one of these words in any of its columns; case and accents do not matter. */
export async function tracesOf(database: TestDatabase, words: readonly string[]): Promise<Trace[]> {
  const traces: Trace[] = [];
  for (const table of await tablesOf(database)) {
    const { rows } = await database.pool.query<{ row: string }>(
      `SELECT one::text AS row FROM ${table} AS one
       WHERE EXISTS (SELECT FROM unnest($1::text[]) AS word WHERE strpos(public.fold(one::text), public.fold(word)) > 0)`,
      [words],
    );
    traces.push(...rows.map(({ row }) => ({ table: table.replace('public.', ''), row })));
  }
  return traces;
}

/** Tables that name a person in a column: as a Discord id or as the pseudonym of the audit log. */
export async function tablesWithPeople({ pool }: TestDatabase): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(`
    SELECT DISTINCT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name ~ '(^|_)(user|member|person|author|owner|actor|target)_(id|ref)$|_by$' ORDER BY 1`);
  return rows.map(({ name }) => name);
}

export const namesOf = (traces: readonly Trace[]): string[] => [...new Set(traces.map(({ table }) => table))].sort();
