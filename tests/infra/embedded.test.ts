import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedDatabase, startEmbedded } from '../../src/infra/embedded.ts';
import { waitUntil } from '../../src/kernel/time.ts';

/** One folder through the life of a small installation: made, left behind by a killed process, adopted, stopped, crashed. */

const fast = ['fsync=off'];
let folder: string;
let server: EmbeddedDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-embedded-'));
  await chmod(folder, 0o755);
});
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

const source = new URL('../../src/infra/embedded.ts', import.meta.url).href;

/** Starts the database in a process of its own, which is killed. Returns the address that it had. */
async function startAndDie(): Promise<string> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(source)};
    const { url } = await startEmbedded(${JSON.stringify(folder)}, ${JSON.stringify(fast)});
    process.send(url);
    setInterval(() => {}, 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const gone = once(child, 'exit');
  const [url] = (await Promise.race([once(child, 'message'), gone])) as [string];
  child.kill('SIGKILL');
  await gone;
  return url;
}

async function ask<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidOf = async (): Promise<number> =>
  Number((await readFile(join(server.directory, 'postmaster.pid'), 'utf8')).split('\n')[0]);
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const words = (): Promise<{ word: string }[]> => ask(server.url, 'SELECT word FROM kept');

test('a process that dies leaves a server, which the next one adopts with its data', async () => {
  const left = await startAndDie();
  await ask(left, "CREATE TABLE kept AS SELECT 'first' AS word");
  server = await startEmbedded(folder, fast);
  expect(server.url).toBe(left);
  expect(await words()).toEqual([{ word: 'first' }]);
});

test('a server that dies under us is started again, with its data', async () => {
  const former = await pidOf();
  process.kill(former, 'SIGKILL');
  await waitUntil(async () => !isAlive(former), 5_000);
  expect(
    await waitUntil(
      () =>
        words().then(
          () => true,
          () => false,
        ),
      15_000,
    ),
  ).toBe(true);
  expect(await pidOf()).not.toBe(former);
  expect(await words()).toEqual([{ word: 'first' }]);
});

test('it answers on loopback only, with the password that nobody else can read', async () => {
  expect(await ask(server.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  expect(await ask(server.url, 'SHOW unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
  const others = Object.values(networkInterfaces()).flatMap((list = []) =>
    list.filter(({ family, internal }) => family === 'IPv4' && !internal),
  );
  for (const { address } of others) {
    const socket = connect(Number(new URL(server.url).port), address);
    const [error] = await Promise.race([once(socket, 'error'), once(socket, 'connect').then(() => [null])]);
    socket.destroy();
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
  }

  const access = join(dirname(server.directory), 'postgres.json');
  expect((await stat(access)).mode & 0o777).toBe(0o600);
  expect((await stat(server.directory)).mode & 0o077).toBe(0);
  const { password } = JSON.parse(await readFile(access, 'utf8')) as { password: string };
  expect(password.length).toBeGreaterThanOrEqual(32);
  await expect(ask(server.url.replace(password, 'guessed'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('it stops when asked, and starts again with its data', async () => {
  const pid = await pidOf();
  await server.stop();
  expect(isAlive(pid)).toBe(false);
  const { url } = server;
  server = await startEmbedded(folder, fast);
  expect(server.url).toBe(url);
  expect(await pidOf()).not.toBe(pid);
  expect(await words()).toEqual([{ word: 'first' }]);
});

test('what was committed survives the death of the server itself', async () => {
  await ask(server.url, "INSERT INTO kept VALUES ('second')");
  const pid = await pidOf();
  process.kill(pid, 'SIGKILL');
  expect(await waitUntil(() => !isAlive(pid), 5_000)).toBe(true);
  server = await startEmbedded(folder, fast);
  expect(await words()).toEqual([{ word: 'first' }, { word: 'second' }]);
});

test('it has what the migrations ask for: search without accents, by parts of words', async () => {
  await ask(server.url, 'CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm');
  expect(await ask(server.url, "SELECT unaccent('Élodie') AS plain")).toEqual([{ plain: 'Elodie' }]);
});
