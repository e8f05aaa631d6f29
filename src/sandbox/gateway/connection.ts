import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { z } from 'zod';
import { type Clock, minute, second } from '../../kernel/time.ts';
import type { World } from '../world.ts';
import { deflating } from './compression.ts';
import { isKnownIntents, mayUseIntents } from './intents.ts';
import { memberChunks } from './members.ts';
import * as protocol from './protocol.ts';
import { CloseCode } from './protocol.ts';
import { guildsOf, readyOf, snapshotOf } from './ready.ts';
import { createSession, type Session } from './session.ts';
import { createWindow, type Window } from './window.ts';

/** What all connections of one gateway share. */
export type Hub = {
  readonly world: World;
  /** Of the transport, not of the world: the other side's heartbeats do not follow a clock that tests move. */
  readonly clock: Clock;
  readonly heartbeatInterval: number;
  readonly sessions: Map<string, Session>;
  readonly connections: Set<Connection>;
  /** Identifies of a day. */
  readonly identifies: Window;
  /** One a shard bucket in five seconds, or `null` when that is not held. */
  readonly identifySpacing: Window | null;
  /** Requests for all members, by guild. */
  readonly memberRequests: Map<string, Window>;
  readonly inspect: (event: string, data: object) => void;
};

/** Sends what the gateway itself has to say to one session. */
export function originate(hub: Hub, session: Session, event: string, data: object): void {
  hub.inspect(event, data);
  session.dispatch(event, JSON.stringify(data));
}

/** One socket. */
export type Connection = {
  session(): Session | null;
  send(op: number, d: unknown): void;
  close(code: number): void;
  /** Op 9; unless `resumable`, the session is gone. */
  invalidate(resumable: boolean): void;
  /** Cuts the line without a word. */
  drop(): void;
};

export type ConnectionParameters = {
  version: string | null;
  encoding: string | null;
  compress: string | null;
  resumeUrl: string;
};

const sendsPerMinute = 120;

/** Speaks the gateway's protocol on one socket: https://docs.discord.com/developers/events/gateway#connection-lifecycle */
export function serveConnection(hub: Hub, socket: WebSocket, parameters: ConnectionParameters): void {
  const { world, clock } = hub;
  const sends = createWindow(clock, sendsPerMinute, minute);
  const write =
    parameters.compress === 'zlib-stream' ? deflating((data) => socket.send(data)) : (data: string) => socket.send(data);
  let session: Session | null = null;
  let cancelDeadline = () => {};

  const connection: Connection = {
    session: () => session,
    send: (op, d) => write(JSON.stringify({ op, d, s: null, t: null })),
    close(code) {
      leave(protocol.endsSession(code));
      socket.close(code);
    },
    invalidate(resumable) {
      release(!resumable);
      connection.send(GatewayOpcodes.InvalidSession, resumable);
    },
    drop() {
      leave(false);
      socket.terminate();
    },
  };

  const countSessions = () => {
    world.sessions = [...hub.sessions.values()].filter((one) => one.isConnected()).length;
  };
  /** Lets go of the session: it can be resumed later unless it is over. */
  const release = (isOver: boolean) => {
    if (!session) return;
    session.detach();
    if (isOver) hub.sessions.delete(session.id);
    session = null;
    countSessions();
  };
  const leave = (isOver: boolean) => {
    cancelDeadline();
    hub.connections.delete(connection);
    release(isOver);
  };
  /** Without a heartbeat for one interval and a half the line is dead, whatever the socket says. */
  const expectHeartbeat = () => {
    cancelDeadline();
    cancelDeadline = clock.after(hub.heartbeatInterval * 1.5, () => connection.close(CloseCode.sessionTimedOut));
  };
  const carry = (next: Session, sequence: number) => {
    session = next;
    next.attach(write, sequence);
    countSessions();
  };

  const identify = (d: z.output<typeof protocol.identify>) => {
    if (session) return connection.close(CloseCode.alreadyAuthenticated);
    if (d.token !== world.application.token) return connection.close(CloseCode.authenticationFailed);
    if (!isKnownIntents(d.intents)) return connection.close(CloseCode.invalidIntents);
    if (!mayUseIntents(d.intents, world.application)) return connection.close(CloseCode.disallowedIntents);
    const shard = d.shard ?? ([0, 1] as const);
    if (shard[1] < 1 || shard[0] < 0 || shard[0] >= shard[1]) return connection.close(CloseCode.invalidShard);
    if (hub.identifies.take() > 0) return connection.close(CloseCode.authenticationFailed);
    if (hub.identifySpacing && hub.identifySpacing.take() > 0) return connection.invalidate(false);

    const fresh = createSession({
      id: crypto.randomUUID().replaceAll('-', ''),
      token: d.token,
      intents: d.intents,
      shard,
      largeThreshold: d.large_threshold,
      clock,
    });
    hub.sessions.set(fresh.id, fresh);
    carry(fresh, 0);
    const guilds = guildsOf(world, shard);
    originate(hub, fresh, 'READY', readyOf(world, fresh, guilds, parameters.resumeUrl));
    if ((fresh.intents & GatewayIntentBits.Guilds) === 0) return;
    for (const guild of guilds) originate(hub, fresh, 'GUILD_CREATE', snapshotOf(world, guild, fresh));
  };

  const resume = (d: z.output<typeof protocol.resume>) => {
    if (session) return connection.close(CloseCode.alreadyAuthenticated);
    if (d.token !== world.application.token) return connection.close(CloseCode.authenticationFailed);
    const known = hub.sessions.get(d.session_id);
    const verdict = known?.canResume(d.seq) ?? 'lost';
    if (!known || verdict === 'lost') {
      hub.sessions.delete(d.session_id);
      return connection.invalidate(false);
    }
    if (verdict === 'future') {
      hub.sessions.delete(d.session_id);
      return connection.close(CloseCode.invalidSequence);
    }
    // A socket that resumes takes the session from one that died unnoticed.
    for (const other of [...hub.connections]) if (other.session() === known) other.drop();
    carry(known, d.seq);
    originate(hub, known, 'RESUMED', { _trace: ['sandbox'] });
  };

  const requestMembers = (of: Session, d: z.output<typeof protocol.requestMembers>) => {
    const asksAll = d.user_ids === undefined && d.query === '' && d.limit === 0;
    if (asksAll) {
      const window = hub.memberRequests.get(d.guild_id) ?? createWindow(clock, 1, 30 * second);
      hub.memberRequests.set(d.guild_id, window);
      const wait = window.take();
      if (wait > 0) {
        const meta = { guild_id: d.guild_id, ...(d.nonce === undefined ? {} : { nonce: d.nonce }) };
        const limited = { opcode: GatewayOpcodes.RequestGuildMembers, retry_after: wait / second, meta };
        originate(hub, of, 'RATE_LIMITED', limited);
        return;
      }
    }
    for (const chunk of memberChunks(world, of, d)) originate(hub, of, 'GUILD_MEMBERS_CHUNK', chunk);
  };

  const receive = (data: Buffer) => {
    if (sends.take() > 0) return connection.close(CloseCode.rateLimited);
    if (data.byteLength > protocol.payloadLimit) return connection.close(CloseCode.decodeError);
    const payload = protocol.envelope.safeParse(parsed(data.toString('utf8')));
    if (!payload.success) return connection.close(CloseCode.decodeError);
    const { op, d } = payload.data;
    const read = <T>(schema: z.ZodType<T>, act: (d: T) => void) => {
      const result = schema.safeParse(d);
      if (result.success) act(result.data);
      else connection.close(CloseCode.decodeError);
    };

    if (op === GatewayOpcodes.Heartbeat) {
      expectHeartbeat();
      connection.send(GatewayOpcodes.HeartbeatAck, null);
      return;
    }
    if (op === GatewayOpcodes.Identify) return read(protocol.identify, identify);
    if (op === GatewayOpcodes.Resume) return read(protocol.resume, resume);
    const current = session;
    if (!current) return connection.close(CloseCode.notAuthenticated);
    if (op === GatewayOpcodes.PresenceUpdate) return read(protocol.presence, () => {});
    if (op === GatewayOpcodes.RequestGuildMembers)
      return read(protocol.requestMembers, (request) => requestMembers(current, request));
    if (!protocol.acceptedOpcodes.includes(op)) connection.close(CloseCode.unknownOpcode);
  };

  hub.connections.add(connection);
  socket.on('message', (data: Buffer) => receive(data));
  socket.on('close', (code) => leave(protocol.endsSession(code)));
  socket.on('error', () => socket.terminate());
  if (parameters.version !== '10') {
    connection.close(CloseCode.invalidVersion);
  } else if (![null, 'json'].includes(parameters.encoding) || ![null, 'zlib-stream'].includes(parameters.compress)) {
    connection.close(CloseCode.decodeError);
  } else {
    connection.send(GatewayOpcodes.Hello, { heartbeat_interval: hub.heartbeatInterval, _trace: ['sandbox'] });
    expectHeartbeat();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
