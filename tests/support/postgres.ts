import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/infra/db.ts';
import { startEmbedded } from '../../src/infra/embedded.ts';
import { migrate } from '../../src/infra/migrate.ts';
import { migrateQueue } from '../../src/infra/tasks.ts';
import { testLogger } from './logger.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server on which every test file has a database of its own. */
    postgresUrl: string;
  }
}

/** What a crash may lose does not matter to a test's database, and not waiting for the disk makes the suite twice as fast. */
const careless = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_wal_size=16GB',
  'checkpoint_timeout=1d',
  'autovacuum=off',
  'jit=off',
  'max_connections=300',
];

const inDatabase = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** One PostgreSQL for the run, with a migrated database to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), 'passerelle-tests-'));
  await chmod(directory, 0o755);
  const server = await startEmbedded(directory, careless);
  const admin = new pg.Client({ connectionString: inDatabase(server.url, 'postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE template_migrated');
  const template = inDatabase(server.url, 'template_migrated');
  await migrate(template);
  const database = openDatabase(template, testLogger());
  await migrateQueue(database.pool);
  await database.close();
  await admin.end();
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
