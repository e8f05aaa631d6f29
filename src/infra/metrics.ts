import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** What `/metrics` shows. One registry an application, so that several can live in a process. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    interactions: new Counter({
      name: 'passerelle_interactions_total',
      help: 'Interactions by command (or custom-id prefix) and outcome.',
      labelNames: ['command', 'outcome'] as const,
      registers,
    }),
    interactionSeconds: new Histogram({
      name: 'passerelle_interaction_duration_seconds',
      help: 'From the arrival of an interaction to the end of its answer.',
      labelNames: ['command'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 10],
      registers,
    }),
    events: new Counter({
      name: 'passerelle_events_total',
      help: 'Gateway events that a feature handled, by name and outcome.',
      labelNames: ['event', 'outcome'] as const,
      registers,
    }),
    tasks: new Counter({
      name: 'passerelle_tasks_total',
      help: 'Background tasks by name and outcome.',
      labelNames: ['task', 'outcome'] as const,
      registers,
    }),
    queueLag: new Gauge({
      name: 'passerelle_queue_lag_seconds',
      help: 'Age of the oldest task that is ready and has not started.',
      registers,
    }),
    gatewayReady: new Gauge({ name: 'passerelle_gateway_ready', help: '1 when every shard is connected.', registers }),
    gatewayPing: new Gauge({ name: 'passerelle_gateway_ping_seconds', help: 'Last heartbeat round trip.', registers }),
  };
}
