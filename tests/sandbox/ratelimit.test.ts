import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from '@discordjs/rest';
import { expect, test } from 'vitest';
import { minute, movableClock, second, systemClock } from '../../src/kernel/time.ts';
import { createRateLimits } from '../../src/sandbox/ratelimit.ts';

const start = new Date('2026-09-01T08:00:00Z');
const post = (channel: string) => ({
  method: 'POST',
  template: '/channels/{channel_id}/messages',
  path: `/channels/${channel}/messages`,
  isAuthorized: true,
});
const read = (guild: number) => ({ method: 'GET', template: '/guilds/{guild_id}', path: `/guilds/${guild}`, isAuthorized: true });

test('a bucket of a route empties by channel and fills again with time', () => {
  const clock = movableClock(start);
  const limits = createRateLimits(clock);
  const first = limits.take(post('1'));
  expect(first.limited).toBeNull();
  expect(first.headers).toMatchObject({
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '4',
    'x-ratelimit-reset-after': '5.000',
    'x-ratelimit-reset': (start.getTime() / second + 5).toFixed(3),
    'x-ratelimit-bucket': expect.stringMatching(/^[0-9a-f]{32}$/),
  });
  for (let count = 0; count < 4; count += 1) expect(limits.take(post('1')).limited).toBeNull();
  clock.advance(2 * second);
  expect(limits.take(post('1'))).toMatchObject({
    headers: { 'x-ratelimit-remaining': '0' },
    limited: {
      status: 429,
      headers: { 'retry-after': '3.000', 'x-ratelimit-scope': 'user', 'x-ratelimit-remaining': '0' },
      body: { retry_after: 3, global: false },
    },
  });
  expect(limits.take(post('2')).limited).toBeNull();
  clock.advance(3 * second);
  expect(limits.take(post('1')).limited).toBeNull();
});

test('fifty calls a second in all; interactions and interaction webhooks are exempt', () => {
  const clock = movableClock(start);
  const limits = createRateLimits(clock);
  for (let count = 0; count < 50; count += 1) expect(limits.take(read(count)).limited).toBeNull();
  expect(limits.take(read(50)).limited).toMatchObject({
    headers: { 'x-ratelimit-scope': 'global', 'x-ratelimit-global': 'true' },
    body: { global: true, retry_after: 1 },
  });
  const callback = {
    method: 'POST',
    template: '/interactions/{id}/{token}/callback',
    path: '/interactions/1/a/callback',
    isAuthorized: false,
  };
  const edit = {
    method: 'PATCH',
    template: '/webhooks/{id}/{token}/messages/@original',
    path: '/webhooks/1/a/messages/@original',
    isAuthorized: true,
  };
  expect(limits.take(callback)).toEqual({ headers: {}, limited: null });
  expect(limits.take(edit).limited).toBeNull();
  clock.advance(second);
  expect(limits.take(read(50)).limited).toBeNull();
});

test('each interaction has its own bucket for follow-ups', () => {
  const limits = createRateLimits(movableClock(start));
  const followUp = (token: string) => ({
    method: 'POST',
    template: '/webhooks/{id}/{token}',
    path: `/webhooks/1/${token}`,
    isAuthorized: false,
  });
  for (let count = 0; count < 5; count += 1) limits.take(followUp('a'));
  expect(limits.take(followUp('a')).limited?.status).toBe(429);
  expect(limits.take(followUp('b')).limited).toBeNull();
});

test('ten thousand invalid requests in ten minutes shut the bot out; shared limits do not count', () => {
  const clock = movableClock(start);
  const limits = createRateLimits(clock);
  for (let count = 0; count < 20_000; count += 1) limits.answered(429, 'shared');
  for (let count = 0; count < 9_999; count += 1) limits.answered(403);
  expect(limits.take(read(1)).limited).toBeNull();
  limits.answered(401);
  expect(limits.take(read(1)).limited?.status).toBe(429);
  clock.advance(10 * minute);
  expect(limits.take(read(1)).limited).toBeNull();
});

test('switched off, nothing is limited', () => {
  const limits = createRateLimits(movableClock(start), { enabled: false });
  for (let count = 0; count < 100; count += 1) expect(limits.take(post('1'))).toEqual({ headers: {}, limited: null });
});

test('the queue of a bot reads the headers and never meets a 429', async () => {
  const limits = createRateLimits(systemClock);
  let refused = 0;
  let served = 0;
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace('/api/v10', '');
    const isReaction = path.includes('/reactions/');
    const template = isReaction ? '/channels/{id}/messages/{id}/reactions/{emoji}/@me' : '/channels/{id}/messages';
    const { headers, limited } = limits.take({ method: request.method ?? '', template, path, isAuthorized: true });
    if (limited) refused += 1;
    else served += 1;
    response.writeHead(limited?.status ?? 204, limited?.headers ?? headers);
    response.end(limited ? JSON.stringify(limited.body) : undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const rest = new REST({ api: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api` }).setToken('x');
  const id = '123456789012345678';
  await Promise.all(Array.from({ length: 4 }, () => rest.put(`/channels/${id}/messages/${id}/reactions/%E2%9C%85/@me`)));
  expect([served, refused]).toEqual([4, 0]);
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
  server.closeAllConnections();
  server.close();
});
