import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/infra/db.ts';
import { testLogger } from './logger.ts';

export type TestDatabase = Database & {
  url: string;
  /** While `act` runs, every connection to the database is cut and new ones are refused. */
  away<T>(act: () => Promise<T>): Promise<T>;
  /** Instead of `close`: it stays, closed, to be cloned under that name. */
  keepAs(name: string): Promise<void>;
};

const urlOf = (name: string): string => Object.assign(new URL(inject('postgresUrl')), { pathname: `/${name}` }).href;

/** Returns the rows. */
export async function asAdmin<R extends pg.QueryResultRow>(sql: string, values: readonly string[] = []): Promise<R[]> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return (await client.query<R>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A database of its own, as `template` is: migrated and empty. `close` it. */
export async function freshDatabase(template = 'template_migrated'): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  const url = urlOf(name);
  const database = openDatabase(url, testLogger());
  return {
    ...database,
    url,
    async away(act) {
      await asAdmin(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`);
      await asAdmin(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
      try {
        return await act();
      } finally {
        await asAdmin(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`);
      }
    },
    async keepAs(kept) {
      await database.close();
      await asAdmin(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '${name}'`);
      await asAdmin(`ALTER DATABASE ${name} RENAME TO ${kept}`);
    },
    async close() {
      await database.close();
      await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Tasks that wait, by name and payload, in the order they were promised. */
export async function waitingTasks({ pool }: Database): Promise<{ name: string; payload: Record<string, unknown> }[]> {
  const { rows } = await pool.query<{ name: string; payload: Record<string, unknown> }>(`
    SELECT identifier AS name, payload FROM graphile_worker._private_jobs AS job
    JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id ORDER BY job.id`);
  return rows;
}
