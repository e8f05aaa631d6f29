import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { day, waitUntil } from '../../src/kernel/time.ts';
import { type LocalDiscord, startLocal } from '../../src/sandbox/local.ts';
import type { Person } from '../../src/sandbox/page/wire.ts';

const undo: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'passerelle-local-'));
  undo.push(() => rm(path, { recursive: true, force: true }));
  return path;
}

async function start(dataDirectory: string): Promise<LocalDiscord> {
  const local = await startLocal({ sandboxPort: 0, dataDirectory });
  undo.push(() => local.stop());
  return local;
}

async function ask<T>(local: LocalDiscord, path: string, body?: object): Promise<T> {
  const response = await fetch(
    `${local.url}${path}`,
    body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  expect(response.status).toBe(200);
  return (await response.json()) as T;
}

/** What a process that is killed now would find at its next start. */
async function startAgainAfterKill(directory: string, isWritten: (file: string) => boolean): Promise<LocalDiscord> {
  const read = () => readFile(join(directory, 'discord.json'), 'utf8').catch(() => '');
  expect(await waitUntil(async () => isWritten(await read()), 5_000)).toBe(true);
  const copy = await folder();
  await cp(join(directory, 'discord.json'), join(copy, 'discord.json'));
  return start(copy);
}

it('remembers a new person and their settings without a stop', async () => {
  const directory = await folder();
  const local = await start(directory);
  const zoe = await ask<Person>(local, '/people', { name: 'Zoé O’Neil', locale: 'fr' });
  const second = await startAgainAfterKill(directory, (file) => file.includes(zoe.id));
  expect((await ask<Person[]>(second, '/people')).find(({ id }) => id === zoe.id)).toMatchObject({ name: 'Zoé O’Neil' });

  await ask(local, `/persona/${zoe.id}/settings`, { locale: 'en-US', dmsClosed: true });
  const third = await startAgainAfterKill(directory, (file) => /O’Neil[^}]*en-US[^}]*closedDms[^}]*true/.test(file));
  expect((await ask<Person[]>(third, '/people')).find(({ id }) => id === zoe.id)).toMatchObject({
    locale: 'en-US',
    dmsClosed: true,
  });
});

it('remembers how far the clock was moved without a stop', async () => {
  const directory = await folder();
  const local = await start(directory);
  local.clock.advance(7 * day);
  const again = await startAgainAfterKill(directory, (file) => /"aheadBy":6\d{8}/.test(file));
  expect(Math.abs(again.clock.now().getTime() - local.clock.now().getTime())).toBeLessThan(day);
});
