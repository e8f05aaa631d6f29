import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** The lock that Prisma's own `migrate deploy` takes, so that it and several of us starting together wait for each other. */
const prismaLock = 72707369;

const directory = join(import.meta.dirname, '../../prisma/migrations');

type Applied = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null };
type Migration = { name: string; sql: string; checksum: string };

export class MigrationError extends Error {}

async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Refuses what `prisma migrate deploy` refuses: a migration that failed, one that was edited since, one that we do not know. */
function checkHistory(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const { migration_name: name, checksum, finished_at, rolled_back_at } of applied) {
    if (rolled_back_at) continue;
    if (!finished_at)
      throw new MigrationError(
        `Migration ${name} failed earlier. Mend the database, then delete its line in _prisma_migrations.`,
      );
    const known = migrations.find((migration) => migration.name === name);
    if (!known)
      throw new MigrationError(
        `The database has migration ${name}, which this version does not know. Start the version that made it.`,
      );
    if (known.checksum !== checksum) throw new MigrationError(`Migration ${name} was changed after it was applied.`);
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID();
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, now())', [
    id,
    checksum,
    name,
  ]);
  try {
    await client.query(`BEGIN;\n${sql}\n;COMMIT`);
  } catch (error) {
    await client.query('ROLLBACK');
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, String(error)]);
    throw new MigrationError(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id]);
}

/** Brings the database to this version, one process at a time. Returns the names of what it applied. */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock]);
    await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
      id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
      logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
    const { rows } = await client.query<Applied>(
      'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations',
    );
    const migrations = await readMigrations();
    checkHistory(rows, migrations);
    const done = new Set(rows.filter((row) => !row.rolled_back_at).map((row) => row.migration_name));
    const missing = migrations.filter(({ name }) => !done.has(name));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
