import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const example = parse(await readFile(join(import.meta.dirname, '../../.env.example')));

const problemsOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
};

describe('.env.example', () => {
  test('names every variable that is read, and no other', () => {
    const read = new Set<string>();
    readConfig(new Proxy({}, { get: (_, name) => void (typeof name === 'string' && read.add(name)), has: () => true }));
    const ours = [...read].filter((name) => /^[A-Z_]+$/.test(name));
    expect(ours.sort()).toEqual(Object.keys(example).sort());
  });

  test('shows the defaults', () => {
    expect(readConfig(example)).toEqual(readConfig({}));
    const blank = Object.keys(example).filter((name) => example[name] === '');
    expect(blank).toEqual(['DISCORD_TOKEN', 'DISCORD_GUILD_ID', 'DATABASE_URL', 'MESSAGE_CONTENT']);
  });
});

test.each([
  [{}, true],
  [{ DISCORD_TOKEN: 'a.b.c' }, false],
  [{ MESSAGE_CONTENT: 'off' }, false],
  [{ DISCORD_TOKEN: 'a.b.c', MESSAGE_CONTENT: 'on' }, true],
])('the text of messages with %j: %s', (env, wanted) => expect(readConfig(env).messageContent).toBe(wanted));

test('everything can be set', () => {
  const config = readConfig({
    DISCORD_TOKEN: 'a.b.c',
    DISCORD_API_URL: 'http://127.0.0.1:9/api',
    DISCORD_GUILD_ID: '100000000000000001',
    DATABASE_URL: 'postgres://u:p@h/d',
    DATA_DIR: '/srv/data',
    HTTP_PORT: '0',
    SANDBOX_PORT: '65535',
    LOG_LEVEL: 'silent',
    MESSAGE_CONTENT: 'on',
  });
  expect(config).toMatchObject({
    discordToken: 'a.b.c',
    discordApiUrl: 'http://127.0.0.1:9/api',
    discordGuildId: '100000000000000001',
    databaseUrl: 'postgres://u:p@h/d',
    dataDirectory: '/srv/data',
    httpPort: 0,
    sandboxPort: 65_535,
    logLevel: 'silent',
    messageContent: true,
  });
});

test('what is blank is absent', () => {
  expect(readConfig({ DISCORD_TOKEN: ' ', DATABASE_URL: '', HTTP_PORT: '' })).toEqual(readConfig({}));
});

test('all problems are told at once, each by the name of its variable, and no value is shown', () => {
  const bad = {
    DISCORD_API_URL: 'ftp://secret-host',
    DISCORD_GUILD_ID: 'secret-guild',
    DATABASE_URL: 'mysql://root:secret-password@localhost/db',
    HTTP_PORT: '70000',
    SANDBOX_PORT: 'secret-port',
    LOG_LEVEL: 'secret-level',
    MESSAGE_CONTENT: 'secret-maybe',
  };
  const message = problemsOf({ ...bad, DISCORD_TOKEN: 'secret-token' });
  expect(message).toContain('7 problems');
  for (const name of Object.keys(bad)) expect(message).toContain(`  ${name}: `);
  expect(message).not.toContain('DISCORD_TOKEN');
  expect(message).not.toMatch(/secret|70000/);
});

test.each([
  ['HTTP_PORT', '-1'],
  ['HTTP_PORT', '80.5'],
  ['SANDBOX_PORT', '8080x'],
  ['DISCORD_GUILD_ID', '123'],
  ['DATABASE_URL', 'localhost:5432'],
  ['MESSAGE_CONTENT', 'ON'],
])('%s=%s is refused', (name, value) => {
  expect(problemsOf({ [name]: value })).toContain(`a problem (see .env.example):\n  ${name}: `);
});
