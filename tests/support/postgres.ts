import { chmod, mkdtemp, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/infra/db.ts';
import { type EmbeddedDatabase, startEmbedded } from '../../src/infra/embedded.ts';
import { migrate } from '../../src/infra/migrate.ts';
import { migrateQueue } from '../../src/infra/tasks.ts';
import { testLogger } from './logger.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server on which every test file has a database of its own. */
    postgresUrl: string;
    /** The same through the loopback, with its password, as a bot reaches one. */
    postgresTcpUrl: string;
  }
}

/** What a crash may lose does not matter to a test's database. */
const careless = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'checkpoint_timeout=1d',
  'autovacuum=off',
  'jit=off',
  'max_connections=300',
];

const inDatabase = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Of the path of a socket, by the narrowest of systems. */
const longestPath = 100;

/**
 * By the socket in its folder and without a password: a question costs a third less than through the loopback, and both sides would spend some
 * milliseconds on the password of each of thousands of connections.
 */
async function throughSocket({ url, directory }: EmbeddedDatabase): Promise<string> {
  const { port } = new URL(url);
  if (process.platform === 'win32' || join(directory, `.s.PGSQL.${port}`).length > longestPath) return url;
  const rules = join(directory, 'pg_hba.conf');
  await writeFile(rules, `local all all trust\n${await readFile(rules, 'utf8')}`);
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query('SELECT pg_reload_conf()');
  await admin.end();
  return url.replace('@127.0.0.1', `@${encodeURIComponent(directory)}`);
}

const memory = '/dev/shm';
/** Of a run's databases at any one time, with much to spare. A container has 64 MB of shared memory unless told otherwise. */
const room = 2_000_000_000;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Of runs that were killed. Their server, if it is still there, stops by itself when its folder is gone. */
async function sweep(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const [, owner] = /^passerelle-tests-(\d+)-/.exec(name) ?? [];
    if (owner && !isAlive(Number(owner))) await rm(join(directory, name), { recursive: true, force: true });
  }
}

/** In memory where there is room: on a disk, much of what a run costs is to make the files of hundreds of databases. */
async function folder(): Promise<string> {
  const free = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  const parent = free > room ? memory : tmpdir();
  await sweep(parent);
  return mkdtemp(join(parent, `passerelle-tests-${process.pid}-`));
}

/** One PostgreSQL for the run, with a migrated database to clone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = await folder();
  await chmod(directory, 0o755);
  const server = await startEmbedded(directory, [...careless, 'unix_socket_directories=.']);
  const url = await throughSocket(server);
  const admin = new pg.Client({ connectionString: inDatabase(url, 'postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE template_migrated');
  // Of `oncePerRun`. Here, since workers that make a table at the same moment refuse each other, whether it exists or not.
  await admin.query('CREATE TABLE made (name text PRIMARY KEY, value text NOT NULL)');
  const template = inDatabase(url, 'template_migrated');
  await migrate(template);
  const database = openDatabase(template, testLogger());
  await migrateQueue(database.pool);
  await database.close();
  await admin.end();
  project.provide('postgresUrl', url);
  project.provide('postgresTcpUrl', server.url);
  return async () => {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  };
}
