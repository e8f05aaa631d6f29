import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

/** What makes the process ready, each true or false at the moment of the question. */
export type Readiness = { gateway: boolean; database: boolean };

export type HealthServer = { port: number; close(): Promise<void> };

/**
 * `/healthz`: the process is alive. `/readyz`: 200 when gateway and database answer, else 503 with which does not. `/metrics`:
 * Prometheus. Nothing else, and nothing of anybody.
 */
export async function serveHealth(options: {
  port: number;
  metrics: Metrics;
  readiness(): Promise<Readiness>;
  /** Called before each scrape, to set the gauges. */
  refresh(): Promise<void>;
}): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: string, type = 'application/json') =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    try {
      if (request.method !== 'GET') return answer(405, '{"error":"only GET"}');
      switch (request.url?.split('?')[0]) {
        case '/healthz':
          return answer(200, '{"status":"alive"}');
        case '/readyz': {
          const ready = await options.readiness();
          return answer(ready.gateway && ready.database ? 200 : 503, JSON.stringify(ready));
        }
        case '/metrics':
          await options.refresh();
          return answer(200, await options.metrics.registry.metrics(), options.metrics.registry.contentType);
        default:
          return answer(404, '{"error":"no such page"}');
      }
    } catch {
      return answer(500, '{"error":"internal"}');
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
