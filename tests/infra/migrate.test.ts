import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { MigrationError, migrate } from '../../src/infra/migrate.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const entries = await readdir(join(import.meta.dirname, '../../prisma/migrations'), { withFileTypes: true });
const names = entries
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

let database: TestDatabase;
afterEach(() => database.close());

const migrated = async (): Promise<void> => {
  database = await freshDatabase();
};
const empty = async (): Promise<void> => {
  await migrated();
  await database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
};
const isThere = async (table: string): Promise<boolean> => {
  const { rows } = await database.pool.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [table]);
  return rows[0]?.there ?? false;
};

test('an empty database gets every migration in order, and nothing the second time', async () => {
  await empty();
  expect(await migrate(database.url)).toEqual(names);
  expect(await isThere('member')).toBe(true);
  const { rows } = await database.pool.query(
    'SELECT migration_name AS name, length(checksum) AS checksum, finished_at IS NOT NULL AS finished, applied_steps_count AS steps FROM _prisma_migrations ORDER BY 1',
  );
  expect(rows).toEqual(names.map((name) => ({ name, checksum: 64, finished: true, steps: 1 })));
  expect(await migrate(database.url)).toEqual([]);
});

test('of several that start at once, one applies and the others wait for it', async () => {
  await empty();
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(database.url)));
  expect(applied.filter((list) => list.length > 0)).toEqual([names]);
  const { rowCount } = await database.pool.query('SELECT FROM _prisma_migrations');
  expect(rowCount).toBe(names.length);
});

test.each([
  [
    'that was edited after it was applied',
    "UPDATE _prisma_migrations SET checksum = repeat('0', 64)",
    /was changed after it was applied/,
  ],
  [
    'that this version does not know',
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '20990101000000_future', now())",
    /20990101000000_future, which this version does not know/,
  ],
  ['that failed', 'UPDATE _prisma_migrations SET finished_at = NULL', /failed earlier/],
])('a migration %s is refused', async (_, sql, message) => {
  await migrated();
  await database.pool.query(sql);
  await expect(migrate(database.url)).rejects.toThrow(message);
  await expect(migrate(database.url)).rejects.toThrow(MigrationError);
});

test('one that fails leaves nothing of itself, says why, and is refused until somebody has settled it', async () => {
  await empty();
  await database.pool.query('CREATE TABLE audit_entry ()');
  await expect(migrate(database.url)).rejects.toThrow(/failed: relation "audit_entry" already exists/);
  expect(await isThere('member')).toBe(false);
  const { rows } = await database.pool.query<{ logs: string }>('SELECT logs FROM _prisma_migrations');
  expect(rows[0]?.logs).toContain('already exists');
  await expect(migrate(database.url)).rejects.toThrow(/failed earlier/);

  await database.pool.query('DROP TABLE audit_entry');
  await database.pool.query('UPDATE _prisma_migrations SET rolled_back_at = now()');
  expect(await migrate(database.url)).toEqual(names);
});
