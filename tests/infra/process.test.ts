import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { API } from '@discordjs/core/http-only';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { createRest } from '../../src/discord/client.ts';
import { remedyOf } from '../../src/infra/process.ts';
import { startSandbox } from '../../src/sandbox/index.ts';

const caught = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

const connect = async (url: string) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  const error = await caught(client.connect());
  await client.end();
  return error;
};

const without = (change: Partial<URL>): string => Object.assign(new URL(inject('postgresTcpUrl')), change).href;

// The errors are what the libraries really throw: their codes are what the remedies hang on.
test.each([
  ['a wrong password', () => connect(without({ password: 'wrong' })), 'password in DATABASE_URL'],
  ['no such database', () => connect(without({ pathname: '/nowhere' })), 'Create that database'],
  ['no server', () => connect(without({ port: '1' })), 'see DATABASE_URL and DISCORD_API_URL'],
])('%s is said with its remedy', async (_name, fail, remedy) => {
  expect(remedyOf(await fail())).toContain(remedy);
});

test('a port that is taken is said with its remedy', async () => {
  const first = createServer();
  await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve));
  const { port } = first.address() as AddressInfo;
  const error = await new Promise((resolve) => createServer().once('error', resolve).listen(port, '127.0.0.1'));
  first.close();
  expect(remedyOf(error)).toContain('HTTP_PORT or SANDBOX_PORT');
});

test('a token that Discord does not know is said with its remedy', async () => {
  const sandbox = await startSandbox();
  const api = new API(createRest({ token: 'unknown', apiUrl: sandbox.apiUrl }));
  const error = await caught(api.applications.getCurrent());
  await sandbox.stop();
  expect(remedyOf(error)).toContain('DISCORD_TOKEN');
});

test('a package that is missing is said with its remedy', () => {
  const error = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
  expect(remedyOf(error)).toContain('npm ci');
});

test('a bug has no remedy', () => {
  expect(remedyOf(new TypeError('x is not a function'))).toBeNull();
  expect(remedyOf('thrown')).toBeNull();
});
