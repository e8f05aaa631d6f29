import { type Client, Events, Status } from 'discord.js';
import { type APIInteraction, GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord-api-types/v10';
import type { Metrics } from '../infra/metrics.ts';
import type { Event } from './command.ts';
import type { World } from './context.ts';
import type { Router } from './router.ts';

export type Gateway = {
  connect(token: string): Promise<void>;
  isReady(): boolean;
  /** Round trip of the last heartbeat, in milliseconds. */
  ping(): number;
  disconnect(): Promise<void>;
  /** Events being handled. */
  readonly inFlight: number;
};

/** Events at work at the same time, each with a connection to the database at most. */
const atOnce = 6;

/**
 * Hands interactions to the router and other events to the features that want them. It listens to raw dispatches: discord.js does not
 * emit what is replayed while it resumes, and an event that nobody wants must cost nothing.
 */
export function createGateway(client: Client, router: Router, world: World, metrics: Metrics): Gateway {
  let inFlight = 0;

  function fail(name: string, error: unknown): void {
    // An event is a hint: what this one would have done, a schedule finds.
    metrics.events.inc({ event: name, outcome: 'failed' });
    world.log.warn({ err: error, event: name }, 'an event could not be handled');
  }

  /** What waits for its turn: thousands who join in one minute must leave the database to whoever asks for something. */
  const waiting: (() => Promise<void>)[] = [];
  let working = 0;

  async function work(): Promise<void> {
    working++;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await next();
      inFlight--;
    }
    working--;
  }

  function queue(act: () => Promise<void>): void {
    inFlight++;
    waiting.push(act);
    if (working < atOnce) void work();
  }

  async function finish(name: string, done: Promise<void>): Promise<void> {
    try {
      await done;
      metrics.events.inc({ event: name, outcome: 'ok' });
    } catch (error) {
      fail(name, error);
    }
  }

  /** Looked at now: of most there is nothing to wait for, and they cost what they look at. */
  function look({ name, run }: Event, data: unknown): void {
    try {
      const done = run(world, data);
      if (done) {
        inFlight++;
        void finish(name, done).then(() => inFlight--);
      } else metrics.events.inc({ event: name, outcome: 'ok' });
    } catch (error) {
      fail(name, error);
    }
  }

  const start = async (event: Event, data: unknown): Promise<void> => event.run(world, data);
  const handle = (event: Event, data: unknown): void =>
    event.isInstant ? look(event, data) : queue(() => finish(event.name, start(event, data)));

  const wanted = Map.groupBy(
    world.features.flatMap(({ events }) => events),
    ({ name }) => name,
  );
  const { ws } = client;
  client.on(Events.Raw, (packet: { t: string | null; d: unknown }) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
    void router.handle(packet.d as APIInteraction);
    // Without its name discord.js passes over the packet: what it would build of it, nobody reads, and the answer waits for it.
    packet.t = null;
  });
  for (const [name, events] of wanted)
    ws.on(name as GatewayDispatchEvents, (data: GatewayDispatchPayload['d']) => {
      for (const event of events) handle(event, data);
    });

  client.on(Events.Error, (error) => world.log.warn({ err: error }, 'the connection to Discord broke'));
  client.on(Events.ShardError, (error, shard) => world.log.warn({ err: error, shard }, 'a shard lost its connection'));
  client.on(Events.ShardDisconnect, ({ code }, shard) => world.log.error({ code, shard }, 'Discord closed a shard for good'));

  return {
    get inFlight() {
      return inFlight;
    },
    async connect(token) {
      const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
      await client.login(token);
      await ready;
    },
    isReady: () => client.ws.status === Status.Ready && client.ws.shards.every((shard) => shard.status === Status.Ready),
    ping: () => client.ws.ping,
    disconnect: () => client.destroy(),
  };
}
