import { expect, test } from 'vitest';
import { createFaults } from '../../src/sandbox/faults.ts';

const id = '123456789012345678';
const message = ['POST', '/channels/{channel_id}/messages', `/channels/${id}/messages`] as const;
const member = ['GET', '/guilds/{guild_id}/members/{user_id}', `/guilds/${id}/members/${id}`] as const;

test('nothing fails that nobody asked for', () => {
  const faults = createFaults();
  expect(faults.strike(...message)).toBeNull();
  expect(faults.hits).toEqual([]);
});

test('the next calls of a route fail, and only those', () => {
  const faults = createFaults();
  faults.next({ method: 'post', route: '/channels/:id/messages', times: 2, status: 500 });
  expect(faults.strike(...member)).toBeNull();
  expect(faults.strike(...message)?.answer?.status).toBe(500);
  expect(faults.strike(...message)?.answer?.status).toBe(500);
  expect(faults.strike(...message)).toBeNull();
  expect(faults.hits).toEqual([
    { method: 'POST', template: message[1], status: 500, afterEffect: false },
    { method: 'POST', template: message[1], status: 500, afterEffect: false },
  ]);
});

test('an expression is tried on the path', () => {
  const faults = createFaults();
  faults.next({ route: /\/members\//, status: 503 });
  expect(faults.strike(...message)).toBeNull();
  expect(faults.strike(...member)?.answer?.status).toBe(503);
});

test.each([
  [403, ...message, 50013, 'Missing Permissions'],
  [404, ...message, 10003, 'Unknown Channel'],
  [404, ...member, 10007, 'Unknown Member'],
  [404, 'PUT', '/guilds/{guild_id}/members/{user_id}/roles/{role_id}', '/', 10011, 'Unknown Role'],
  [404, 'PATCH', '/channels/{channel_id}/messages/{message_id}', '/', 10008, 'Unknown Message'],
  [404, 'GET', '/users/{user_id}', '/', 10013, 'Unknown User'],
  [404, 'GET', '/guilds/{guild_id}/bans/{user_id}', '/', 10026, 'Unknown Ban'],
  [404, 'POST', '/webhooks/{webhook_id}/{webhook_token}', '/', 10015, 'Unknown Webhook'],
  [404, 'GET', '/guilds/{guild_id}/channels', '/', 10004, 'Unknown Guild'],
])('a %i on %s %s carries the code that Discord would give', (status, method, template, path, code, text) => {
  const faults = createFaults();
  faults.next({ status });
  expect(faults.strike(method, template, path)?.answer).toMatchObject({ status, body: { code, message: text } });
});

test('a code given wins, with its own text', () => {
  const faults = createFaults();
  faults.next({ status: 403, code: 50278 });
  expect(faults.strike(...message)?.answer?.body).toMatchObject({ code: 50278, message: expect.stringContaining('no mutual') });
});

test('429 says how long to wait and whose limit it is', () => {
  const faults = createFaults();
  faults.next({ status: 429, retryAfter: 2.5 });
  expect(faults.strike(...message)?.answer).toEqual({
    status: 429,
    headers: { 'retry-after': '2.500', 'x-ratelimit-scope': 'shared' },
    body: { message: 'You are being rate limited.', retry_after: 2.5, global: false },
  });
});

test('a reply is lost after its effect, with an answer or without', () => {
  const faults = createFaults();
  faults.next({ status: 'closed', afterEffect: true });
  faults.next({ status: 500, afterEffect: true, delay: 40 });
  expect(faults.strike(...message)).toEqual({ when: 'after', delay: 0, answer: null });
  expect(faults.strike(...message)).toMatchObject({ when: 'after', delay: 40, answer: { status: 500 } });
});

test('a rate fails that share of the calls, the same ones for the same seed, until it is cleared', () => {
  const run = (seed: number) => {
    const faults = createFaults();
    faults.rate(0.2, { seed, lost: 0.5 });
    const outcomes = Array.from({ length: 2_000 }, () => faults.strike(...message)?.when ?? 'fine');
    faults.clear();
    return { outcomes, after: faults.strike(...message) };
  };
  const { outcomes, after } = run(7);
  expect(after).toBeNull();
  const share = (what: string) => outcomes.filter((one) => one === what).length / outcomes.length;
  expect(share('before') + share('after')).toBeCloseTo(0.2, 1);
  expect(share('after')).toBeCloseTo(0.1, 1);
  expect(run(7).outcomes).toEqual(outcomes);
  expect(run(8).outcomes).not.toEqual(outcomes);
});
