import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type Readiness, serveHealth } from '../../src/infra/http.ts';
import { createMetrics } from '../../src/infra/metrics.ts';

let ready: Readiness;
let failing: boolean;
const metrics = createMetrics();
const server = await serveHealth({
  port: 0,
  metrics,
  readiness: async () => ready,
  async refresh() {
    if (failing) throw new Error('secret detail');
    metrics.queueLag.set(7);
  },
});
afterAll(() => server.close());
beforeEach(() => {
  ready = { gateway: true, database: true };
  failing = false;
});

const ask = (path: string, method = 'GET') => fetch(`http://127.0.0.1:${server.port}${path}`, { method });

test('the process is alive whatever else is not', async () => {
  ready = { gateway: false, database: false };
  const response = await ask('/healthz');
  expect([response.status, await response.json()]).toEqual([200, { status: 'alive' }]);
});

describe('/readyz', () => {
  test.each([
    [200, { gateway: true, database: true }],
    [503, { gateway: false, database: true }],
    [503, { gateway: true, database: false }],
    [503, { gateway: false, database: false }],
  ])('answers %i and says what does: %j', async (status, state) => {
    ready = state;
    const response = await ask('/readyz');
    expect([response.status, await response.json()]).toEqual([status, state]);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

test('gauges are read at each scrape, and a query string changes nothing', async () => {
  const response = await ask('/metrics?from=prometheus');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(await response.text()).toMatch(/^passerelle_queue_lag_seconds 7$/m);
});

test('a failure says nothing of its cause, and the server goes on', async () => {
  failing = true;
  const response = await ask('/metrics');
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
  expect((await ask('/healthz')).status).toBe(200);
});

test.each(['/', '/readyz/', '/admin', '/..%2f'])('%s is no page', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'])('%s is refused everywhere', async (method) => {
  for (const path of ['/healthz', '/metrics', '/nowhere']) expect((await ask(path, method)).status).toBe(405);
});

test('a port that is taken fails the start', async () => {
  const taken = { port: server.port, metrics, readiness: async () => ready, refresh: async () => {} };
  await expect(serveHealth(taken)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
