import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client, type Guild as ClientGuild, GatewayIntentBits } from 'discord.js';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { WebSocket } from 'ws';
import { systemClock } from '../../../src/kernel/time.ts';
import { attachGateway, type GatewayOptions } from '../../../src/sandbox/gateway.ts';
import { loadJudge, type Violation } from '../../../src/sandbox/judge.ts';
import { messageEvent } from '../../../src/sandbox/objects.ts';
import { addChannel, addGuild, addMember, addUser } from '../../../src/sandbox/population.ts';
import { type Channel, createWorld, type Message } from '../../../src/sandbox/world.ts';

export const until = vi.waitFor;

export const intents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.MessageContent,
];

export type Stage = Awaited<ReturnType<typeof startStage>>;

/** A guild of two, the gateway alone on a server, and bots to put before it. */
async function startStage(options: GatewayOptions = {}) {
  const judge = await loadJudge();
  /** What the gateway made itself and Discord's document would not have. */
  const violations: Violation[] = [];
  const clients: Client[] = [];
  const sockets: WebSocket[] = [];

  const world = createWorld(systemClock);
  addUser(world, { username: 'passerelle', bot: true, id: world.application.id });
  const guild = addGuild(world, { name: 'Simplon', ownerId: addUser(world, { username: 'ines.moreau' }).id });
  addMember(world, guild, world.application.id);
  const open = addChannel(world, guild, { name: 'général' });
  const closed = { id: guild.id, type: 0, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) };
  const hidden = addChannel(world, guild, { name: 'équipe', permission_overwrites: [closed] });

  const server = createServer((request, response) => {
    const isAuthorized = request.headers.authorization === `Bot ${world.application.token}`;
    response.writeHead(isAuthorized ? 200 : 401, { 'content-type': 'application/json' });
    const answer = { url: gateway.url(), shards: 1, session_start_limit: gateway.sessionStartLimit() };
    response.end(JSON.stringify(isAuthorized ? answer : { message: '401: Unauthorized', code: 0 }));
  });
  const gateway = attachGateway(server, world, {
    ...options,
    inspect: (event, data) => violations.push(...judge.judgeDispatch(event, data)),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const client = (wanted: readonly GatewayIntentBits[] = intents): Client => {
    const rest = { api: `http://127.0.0.1:${port}/api` };
    // discord.js would wait five seconds between two identifies.
    const ws = { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) };
    const bot = new Client({ intents: wanted, rest, ws });
    bot.on('error', () => {});
    clients.push(bot);
    return bot;
  };

  /** A bare socket, not open yet. */
  const socketTo = (query: string, more: { origin?: string } = {}): WebSocket => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/gateway/?${query}`, more);
    sockets.push(socket);
    return socket;
  };

  return {
    world,
    guild,
    /** A channel that the bot sees, and one that it does not. */
    open,
    hidden,
    gateway,
    violations,
    client,
    socketTo,
    async online(bot = client()): Promise<Client<true>> {
      const ready = once(bot, 'clientReady');
      await bot.login(world.application.token);
      await ready;
      if (!bot.isReady()) throw new Error('not ready');
      return bot;
    },
    guildIn: (bot: Client<true>): ClientGuild => bot.guilds.cache.get(guild.id) ?? expect.fail('the guild never came'),
    /** A socket without discord.js, for what discord.js never does. */
    async connect(query = 'v=10&encoding=json') {
      const socket = socketTo(query);
      const received: { op: number; t: string | null; s: number | null; d: Record<string, unknown> }[] = [];
      let code: number | null = null;
      socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString())));
      socket.on('close', (given) => {
        code = given;
      });
      await once(socket, 'open');
      const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
      return {
        socket,
        received,
        send,
        identify: (changes: object = {}) =>
          send(2, { token: world.application.token, properties: {}, intents: 1 << 0, ...changes }),
        resume: (session: unknown, seq: number) => send(6, { token: world.application.token, session_id: session, seq }),
        event: (name: string) => until(() => received.find(({ t }) => t === name) ?? expect.fail(`no ${name}`)),
        closeCode: () => until(() => code ?? expect.fail('still open')),
      };
    },
    join: (username: string): void => {
      addMember(world, guild, addUser(world, { username }).id);
    },
    say(channel: Channel, content: string, more: Partial<Message> = {}): void {
      const message = { ...blankMessage, id: world.id(), channel_id: channel.id, author_id: guild.owner_id, content, ...more };
      const only = message.only ? [message.only] : null;
      world.emit({
        event: 'MESSAGE_CREATE',
        data: messageEvent(world, message),
        guildId: channel.guild_id,
        channelId: channel.id,
        only,
      });
    },
    async stop(): Promise<void> {
      await Promise.all(clients.map((bot) => bot.destroy()));
      for (const socket of sockets) socket.terminate();
      gateway.stop();
      server.closeAllConnections();
      server.close();
    },
  };
}

const blankMessage = {
  type: 0,
  embeds: [],
  components: [],
  attachments: [],
  mentions: [],
  mention_roles: [],
  mention_everyone: false,
  timestamp: '2026-09-01T08:00:00.000000+00:00',
  edited_timestamp: null,
  flags: 0,
  pinned: false,
  tts: false,
  nonce: null,
  reactions: [],
  reference: null,
  thread_id: null,
  interaction: null,
  only: null,
} satisfies Partial<Message>;

/** A fresh stage for each test of a file, held to Discord's schemas at its end. Returns how to set it up with other options. */
export function onStage(use: (stage: Stage) => void): (options: GatewayOptions) => Promise<void> {
  let current: Stage;
  const start = async (options?: GatewayOptions) => {
    current = await startStage(options);
    use(current);
  };
  beforeEach(() => start());
  afterEach(async () => {
    await current.stop();
    expect(current.violations).toEqual([]);
  });
  return async (options) => {
    await current.stop();
    await start(options);
  };
}

/** All raw events that the bot is given from now on. */
export function dispatches(bot: Client): { event: string; data: Record<string, unknown> }[] {
  const seen: { event: string; data: Record<string, unknown> }[] = [];
  bot.on('raw' as never, (packet: { t: string | null; d: Record<string, unknown> }) => {
    if (packet.t) seen.push({ event: packet.t, data: packet.d });
  });
  return seen;
}
