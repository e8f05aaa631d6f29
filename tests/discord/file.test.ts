import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failureOf } from '../../src/discord/failure.ts';
import { createDownload } from '../../src/discord/file.ts';
import { fileAway, fileGone, fileTooHeavy } from '../../src/discord/messages.ts';
import { UserError } from '../../src/kernel/text.ts';

let origin = '';
const server = createServer((request, response) => {
  if (request.url === '/cdn/list.csv') response.end('nom;prénom');
  else if (request.url === '/cdn/away') response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end();
  else if (request.url === '/cdn/endless') {
    // Says nothing of its size, and sends until the reader has enough.
    const chunk = Buffer.alloc(10_000, 'x');
    const pour = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', pour);
    pour();
  } else response.writeHead(request.url === '/cdn/broken' ? 503 : 404).end();
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );
const download = (url: string, size = 10, maxBytes = 1_000_000) => createDownload(`${origin}/api`)({ url, size }, maxBytes);

test('a file that somebody attached is read', async () =>
  expect(Buffer.from(await download(`${origin}/cdn/list.csv`)).toString()).toBe('nom;prénom'));

describe('is refused', () => {
  test('what says to be too large, and what turns out to be', async () => {
    expect(await codeOf(download(`${origin}/cdn/list.csv`, 1_000_001))).toBe('file.too_heavy');
    expect(await codeOf(download(`${origin}/cdn/endless`))).toBe('file.too_heavy');
  });

  test('what is no longer there', async () => expect(await codeOf(download(`${origin}/cdn/gone`))).toBe('file.gone'));

  test('what Discord cannot give now, which is not lost: a task tries again', async () => {
    expect(await codeOf(download(`${origin}/cdn/broken`))).toBe('file.away');
    expect(await codeOf(createDownload('http://127.0.0.1:1/api')({ url: 'http://127.0.0.1:1/cdn/x', size: 1 }, 10))).toBe(
      'file.away',
    );
    const failures = [fileAway(), fileGone(), fileTooHeavy(1)].map(failureOf);
    expect(failures).toEqual(['again', 'gone', 'gone']);
  });

  test('what leads anywhere else', async () => {
    expect(await codeOf(download(`${origin}/cdn/away`))).toBe('file.gone');
    for (const url of [
      'http://169.254.169.254/latest/meta-data',
      'file:///etc/passwd',
      'https://cdn.discordapp.com.evil.example/x',
      '',
    ])
      expect([url, await codeOf(download(url))]).toEqual([url, 'file.gone']);
  });
});
