import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { GatewayOpcodes } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import { type Clock, day, second, systemClock } from '../kernel/time.ts';
import type { Dispatch } from './dispatch.ts';
import { type Connection, type Hub, originate, serveConnection } from './gateway/connection.ts';
import { contentHidden, intentsAllow } from './gateway/intents.ts';
import { endsSession } from './gateway/protocol.ts';
import { isInShard, snapshotOf } from './gateway/ready.ts';
import type { Session } from './gateway/session.ts';
import { createWindow } from './gateway/window.ts';
import { maySee } from './permissions.ts';
import type { World } from './world.ts';

export type GatewayOptions = {
  /** Where the gateway answers on its server. */
  path?: string;
  /**
   * The clock of heartbeats, identify limits and the life of sessions. By default the system's: the bot at the other end counts on its own
   * clock, and an hour that a test jumps over must not look like an hour of silence.
   */
  transportClock?: Clock;
  /** Milliseconds. */
  heartbeatInterval?: number;
  /** Hold the bot to one identify in five seconds, as Discord does. Off by default: each test starts a bot. */
  identifySpacing?: boolean;
  /** Whether a request may upgrade at all: the server's own check of `Host` and `Origin`. */
  accept?: (request: IncomingMessage) => boolean;
  /** Sees the events that the gateway makes itself (READY, GUILD_CREATE, chunks); `world.listen` sees all others. */
  inspect?: (event: string, data: object) => void;
};

/** The gateway, and what tests do to it. */
export type Gateway = {
  /** What `GET /gateway` and `GET /gateway/bot` give; known once the server listens. */
  url(): string;
  /** What `GET /gateway/bot` gives beside it. https://docs.discord.com/developers/events/gateway#session-start-limit-object */
  sessionStartLimit(): { total: number; remaining: number; reset_after: number; max_concurrency: number };
  /** How many sessions have a socket and are ready. */
  readonly connected: number;
  /** Cuts every socket without a word; sessions stay, and events queue up for the replay. */
  drop(): void;
  /** Asks every bot to reconnect and resume (op 7). */
  reconnect(): void;
  /** Op 9. Without `resumable` the sessions are gone and the bots must identify anew. */
  invalidate(options: { resumable: boolean }): void;
  /** Closes every socket with a close code. Most codes end the session: see `endsSession`. */
  closeAll(code: number): void;
  /** New sockets wait until `release`: with `drop`, what happens in between is replayed. */
  hold(): void;
  release(): void;
  /** Cuts everything and forgets the sessions. */
  stop(): void;
};

const identifiesPerDay = 1_000;

/** Discord's gateway v10 (JSON, with or without zlib-stream) for the bot of `world`, on the sockets of `server`. */
export function attachGateway(server: Server, world: World, options: GatewayOptions = {}): Gateway {
  const path = options.path ?? '/gateway';
  const clock = options.transportClock ?? systemClock;
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const hub: Hub = {
    world,
    clock,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    sessions: new Map(),
    connections: new Set(),
    identifies: createWindow(clock, identifiesPerDay, day),
    identifySpacing: options.identifySpacing ? createWindow(clock, 1, 5 * second) : null,
    memberRequests: new Map(),
    inspect: options.inspect ?? (() => {}),
  };
  /** Upgrades that wait for `release`; `null`: none has to. */
  let held: { socket: Duplex; proceed: () => void }[] | null = null;

  const open = (request: IncomingMessage, socket: Duplex, head: Buffer, query: URLSearchParams) =>
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      serveConnection(hub, webSocket, {
        version: query.get('v'),
        encoding: query.get('encoding'),
        compress: query.get('compress'),
        // The name by which the bot reached us is the one by which it can come back.
        resumeUrl: `ws://${request.headers.host ?? ''}${path}`,
      }),
    );
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'ws://localhost');
    if (pathname !== path && pathname !== `${path}/`) return;
    if (options.accept && !options.accept(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    const proceed = () => open(request, socket, head, searchParams);
    if (held) held.push({ socket, proceed });
    else proceed();
  };
  server.on('upgrade', onUpgrade);
  const stopListening = world.listen((dispatch) => deliver(hub, dispatch));

  const forEach = (act: (connection: Connection) => void) => {
    for (const connection of [...hub.connections]) act(connection);
  };
  const release = () => {
    const waiting = held ?? [];
    held = null;
    for (const { proceed } of waiting) proceed();
  };

  return {
    url: () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    sessionStartLimit: () => ({
      total: identifiesPerDay,
      remaining: hub.identifies.remaining(),
      reset_after: hub.identifies.resetsIn(),
      max_concurrency: 1,
    }),
    get connected() {
      return [...hub.sessions.values()].filter((session) => session.isConnected()).length;
    },
    drop: () => forEach((connection) => connection.drop()),
    reconnect: () => forEach((connection) => connection.send(GatewayOpcodes.Reconnect, null)),
    invalidate: ({ resumable }) => forEach((connection) => connection.invalidate(resumable)),
    closeAll: (code) => {
      if (endsSession(code)) hub.sessions.clear();
      forEach((connection) => connection.close(code));
    },
    hold() {
      held ??= [];
    },
    release,
    stop() {
      stopListening();
      server.off('upgrade', onUpgrade);
      forEach((connection) => connection.drop());
      hub.sessions.clear();
      for (const { socket } of held ?? []) socket.destroy();
      sockets.close();
    },
  };
}

/** A bot that was put out of a guild hears that the guild is gone, not that a member left. */
function asHeardBy(botId: string, dispatch: Dispatch): Dispatch {
  const { user } = dispatch.data as { user?: { id?: unknown } };
  if (dispatch.event !== 'GUILD_MEMBER_REMOVE' || user?.id !== botId) return dispatch;
  return { ...dispatch, event: 'GUILD_DELETE', data: { id: dispatch.guildId }, only: [botId] };
}

/** Gives an event to the sessions that Discord would give it to, each as its intents let it be read. */
function deliver(hub: Hub, emitted: Dispatch): void {
  const { world } = hub;
  const botId = world.application.id;
  const dispatch = asHeardBy(botId, emitted);
  if (dispatch.only && !dispatch.only.includes(botId)) return;
  let isVisible: boolean | undefined;
  let json: string | undefined;
  for (const session of hub.sessions.values()) {
    if (session.isExpired()) hub.sessions.delete(session.id);
    else if (isInShard(dispatch.guildId, session.shard) && intentsAllow(session.intents, dispatch.event, dispatch.data, botId)) {
      isVisible ??= mayReceive(world, dispatch);
      if (!isVisible) return;
      const hidden = contentHidden(dispatch.event, dispatch.data, session.intents, botId);
      if (dispatch.event === 'GUILD_CREATE') {
        originate(hub, session, 'GUILD_CREATE', joined(world, dispatch, session));
      } else if (hidden) {
        session.dispatch(dispatch.event, JSON.stringify(hidden));
      } else {
        json ??= JSON.stringify(dispatch.data);
        session.dispatch(dispatch.event, json);
      }
    }
  }
}

/** A guild that the bot just joined, as this session gets it at its start. */
function joined(world: World, { guildId, data }: Dispatch, session: Session): object {
  const guild = guildId === null ? undefined : world.guilds.get(guildId);
  return guild ? snapshotOf(world, guild, session) : data;
}

/** Bots hear of all channels of their guilds, those they cannot see too; of what happens inside them, only where they see it. */
const ofChannelsThemselves = ['CHANNEL_CREATE', 'CHANNEL_UPDATE', 'CHANNEL_DELETE'];

function mayReceive(world: World, dispatch: Dispatch): boolean {
  const botId = world.application.id;
  if (dispatch.only) return true;
  if (dispatch.guildId !== null && !world.guilds.get(dispatch.guildId)?.members.has(botId)) return false;
  if (dispatch.channelId === null || ofChannelsThemselves.includes(dispatch.event)) return true;
  if (world.channels.has(dispatch.channelId)) return maySee(world, botId, dispatch.channelId);
  // A thread that was just deleted: who could see its parent could see it.
  const { parent_id: parentId } = dispatch.data as { parent_id?: string | null };
  return typeof parentId === 'string' && maySee(world, botId, parentId);
}
