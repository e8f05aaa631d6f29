import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInflate, constants as zlib } from 'node:zlib';
import { Client, type Guild as ClientGuild, GatewayIntentBits } from 'discord.js';
import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type MovableClock, movableClock, second, systemClock } from '../../src/kernel/time.ts';
import { contentHidden, intentsAllow } from '../../src/sandbox/gateway/intents.ts';
import { attachGateway, type Gateway, type GatewayOptions } from '../../src/sandbox/gateway.ts';
import { type Judge, loadJudge, type Violation } from '../../src/sandbox/judge.ts';
import { messageEvent, userOf } from '../../src/sandbox/objects.ts';
import { addChannel, addGuild, addMember, addUser } from '../../src/sandbox/population.ts';
import { type Channel, createWorld, type Guild, type Message, type World } from '../../src/sandbox/world.ts';

let world: World;
let guild: Guild;
let open: Channel;
let hidden: Channel;
let server: Server;
let gateway: Gateway;
let clients: Client[];
let sockets: WebSocket[];

/** What the gateway made itself and Discord's document would not have. */
let violations: Violation[];
let judge: Judge;

beforeAll(async () => {
  judge = await loadJudge();
});
beforeEach(() => start());
afterEach(async () => {
  await stop();
  expect(violations).toEqual([]);
});

async function start(options: GatewayOptions = {}): Promise<void> {
  clients = [];
  violations = [];
  sockets = [];
  world = createWorld(systemClock);
  addUser(world, { username: 'passerelle', bot: true, id: world.application.id });
  guild = addGuild(world, { name: 'Simplon', ownerId: addUser(world, { username: 'ines.moreau' }).id });
  addMember(world, guild, world.application.id);
  open = addChannel(world, guild, { name: 'général' });
  const closed = { id: guild.id, type: 0, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) };
  hidden = addChannel(world, guild, { name: 'équipe', permission_overwrites: [closed] });
  server = createServer((request, response) => {
    const isAuthorized = request.headers.authorization === `Bot ${world.application.token}`;
    response.writeHead(isAuthorized ? 200 : 401, { 'content-type': 'application/json' });
    const answer = { url: gateway.url(), shards: 1, session_start_limit: gateway.sessionStartLimit() };
    response.end(JSON.stringify(isAuthorized ? answer : { message: '401: Unauthorized', code: 0 }));
  });
  gateway = attachGateway(server, world, {
    ...options,
    inspect: (event, data) => violations.push(...judge.judgeDispatch(event, data)),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

async function stop(): Promise<void> {
  await Promise.all(clients.map((client) => client.destroy()));
  for (const socket of sockets) socket.terminate();
  gateway.stop();
  server.closeAllConnections();
  server.close();
}

async function restart(options: GatewayOptions): Promise<void> {
  await stop();
  await start(options);
}

const join = (username: string): void => {
  addMember(world, guild, addUser(world, { username }).id);
};

function say(channel: Channel, content: string, more: Partial<Message> = {}): void {
  const message: Message = {
    id: world.id(),
    channel_id: channel.id,
    author_id: guild.owner_id,
    type: 0,
    content,
    embeds: [],
    components: [],
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    timestamp: world.clock.now().toISOString(),
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
    ...more,
  };
  const data = messageEvent(world, message);
  world.emit({
    event: 'MESSAGE_CREATE',
    data,
    guildId: channel.guild_id,
    channelId: channel.id,
    only: message.only ? [message.only] : null,
  });
}

const intents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.MessageContent,
];

function client(wanted: readonly GatewayIntentBits[] = intents): Client {
  const { port } = server.address() as AddressInfo;
  const rest = { api: `http://127.0.0.1:${port}/api` };
  // discord.js would wait five seconds between two identifies.
  const ws = { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) };
  const bot = new Client({ intents: wanted, rest, ws });
  bot.on('error', () => {});
  clients.push(bot);
  return bot;
}

async function online(bot = client()): Promise<Client<true>> {
  const ready = once(bot, 'clientReady');
  await bot.login(world.application.token);
  await ready;
  if (!bot.isReady()) throw new Error('not ready');
  return bot;
}

const guildIn = (bot: Client<true>): ClientGuild => bot.guilds.cache.get(guild.id) ?? expect.fail('the guild never came');

/** All raw events that the bot is given from now on. */
function dispatches(bot: Client): { event: string; data: Record<string, unknown> }[] {
  const seen: { event: string; data: Record<string, unknown> }[] = [];
  bot.on('raw' as never, (packet: { t: string | null; d: Record<string, unknown> }) => {
    if (packet.t) seen.push({ event: packet.t, data: packet.d });
  });
  return seen;
}

const until = vi.waitFor;

/** A socket without discord.js, for what discord.js never does. */
async function connect(query = 'v=10&encoding=json') {
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/gateway/?${query}`);
  sockets.push(socket);
  const received: { op: number; t: string | null; s: number | null; d: Record<string, unknown> }[] = [];
  let closed: number | null = null;
  socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString())));
  socket.on('close', (code) => {
    closed = code;
  });
  await once(socket, 'open');
  const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  const identify = (more: object = {}) => send(2, { token: world.application.token, properties: {}, intents: 1 << 0, ...more });
  const event = (name: string) => until(() => received.find(({ t }) => t === name) ?? expect.fail(`no ${name}`));
  const closeCode = () => until(() => closed ?? expect.fail('still open'));
  return { socket, received, send, identify, event, closeCode };
}

test('a client logs in and gets its guild with every channel, its roles and itself', async () => {
  const bot = await online();
  expect(bot.user.id).toBe(world.application.id);
  const seen = guildIn(bot);
  expect(seen.memberCount).toBe(2);
  expect([...seen.members.cache.keys()]).toEqual([bot.user.id]);
  expect([...seen.channels.cache.keys()].sort()).toEqual([open.id, hidden.id].sort());
  expect(gateway.connected).toBe(1);
  expect(world.sessions).toBe(1);
});

test('a client hears of members who join and of messages it may see', async () => {
  const bot = await online();
  const joined = once(bot, 'guildMemberAdd');
  join('yanis.benali');
  expect((await joined)[0].user.username).toBe('yanis.benali');

  const heard: string[] = [];
  bot.on('messageCreate', (message) => heard.push(message.content));
  say(hidden, 'entre nous');
  say(open, 'bonjour');
  say(open, 'pour elle seule', { only: guild.owner_id });
  say(open, 'à tous');
  await until(() => expect(heard).toContain('à tous'));
  expect(heard).toEqual(['bonjour', 'à tous']);
});

test('a dropped socket is resumed and what was missed is replayed once, in order', async () => {
  const bot = await online();
  const seen = dispatches(bot);
  gateway.hold();
  gateway.drop();
  expect(gateway.connected).toBe(0);
  expect(world.sessions).toBe(0);
  for (const name of ['lea.petit', 'noe.faure', 'mia.roux']) join(name);
  gateway.release();

  await until(() => expect(seen.map(({ event }) => event)).toContain('RESUMED'));
  expect(seen.map(({ event }) => event)).toEqual(['GUILD_MEMBER_ADD', 'GUILD_MEMBER_ADD', 'GUILD_MEMBER_ADD', 'RESUMED']);
  expect(gateway.connected).toBe(1);
  join('sam.morel');
  await until(() => expect(seen.filter(({ event }) => event === 'GUILD_MEMBER_ADD')).toHaveLength(4));
});

test('a client told to reconnect resumes', async () => {
  const bot = await online();
  const seen = dispatches(bot);
  gateway.reconnect();
  await until(() => expect(seen.map(({ event }) => event)).toEqual(['RESUMED']));
});

test('a resumable invalid session is resumed', async () => {
  const bot = await online();
  const seen = dispatches(bot);
  gateway.invalidate({ resumable: true });
  await until(() => expect(seen.map(({ event }) => event)).toEqual(['RESUMED']), { timeout: 10_000 });
}, 15_000);

test('an invalid session makes the client identify anew', async () => {
  const bot = await online();
  const seen = dispatches(bot);
  gateway.invalidate({ resumable: false });
  await until(() => expect(seen.map(({ event }) => event)).toEqual(['READY', 'GUILD_CREATE']), { timeout: 12_000 });
}, 15_000);

test('2500 members come in three chunks', async () => {
  for (let index = 0; index < 2_498; index += 1) join(`personne.${index}`);
  const bot = await online();
  const seen = dispatches(bot);
  expect(guildIn(bot).large).toBe(true);
  const members = await guildIn(bot).members.fetch();
  expect(members.size).toBe(2_500);
  const chunks = seen.filter(({ event }) => event === 'GUILD_MEMBERS_CHUNK').map(({ data }) => data);
  expect(chunks.map((chunk) => [(chunk['members'] as unknown[]).length, chunk['chunk_index'], chunk['chunk_count']])).toEqual([
    [1000, 0, 3],
    [1000, 1, 3],
    [500, 2, 3],
  ]);
});

test('members are found by prefix and by id; a second request for all within 30 s is limited', async () => {
  const clock = movableClock(new Date('2026-09-01T08:00:00Z'));
  await restart({ transportClock: clock });
  const wanted = addUser(world, { username: 'zoe.garnier' }).id;
  addMember(world, guild, wanted);
  const bot = await connect();
  bot.identify({ intents: 1 << 1 });
  await bot.event('READY');
  const answers = () => bot.received.filter(({ t }) => t === 'GUILD_MEMBERS_CHUNK').map(({ d }) => d);
  const names = (chunk: Record<string, unknown> | undefined) =>
    ((chunk?.['members'] ?? []) as { user: { username: string } }[]).map((one) => one.user.username);

  bot.send(8, { guild_id: guild.id, query: 'ZOE', limit: 10, nonce: 'par-nom' });
  bot.send(8, { guild_id: guild.id, user_ids: [wanted, '111111111111111111'] });
  bot.send(8, { guild_id: guild.id, query: '', limit: 0 });
  await until(() => expect(answers()).toHaveLength(3));
  expect(names(answers()[0])).toEqual(['zoe.garnier']);
  expect(answers()[0]?.['nonce']).toBe('par-nom');
  expect(names(answers()[1])).toEqual(['zoe.garnier']);
  expect(answers()[1]?.['not_found']).toEqual(['111111111111111111']);
  expect(names(answers()[2])).toHaveLength(3);

  bot.send(8, { guild_id: guild.id, query: '', limit: 0, nonce: 'encore' });
  const limited = await bot.event('RATE_LIMITED');
  expect(limited.d).toEqual({ opcode: 8, retry_after: 30, meta: { guild_id: guild.id, nonce: 'encore' } });
  clock.advance(30 * second);
  bot.send(8, { guild_id: guild.id, query: '', limit: 0 });
  await until(() => expect(answers()).toHaveLength(4));
});

test('privileged intents that the portal has not switched on are refused', async () => {
  world.application.intents = { members: false, presences: true, content: true };
  await expect(client().login(world.application.token)).rejects.toThrow('disallowed intents');
});

test('a wrong token is refused over REST, and over the gateway with 4004', async () => {
  await expect(client().login('faux.jeton.inventé')).rejects.toThrow(/token/i);
  const bot = await connect();
  bot.identify({ token: 'faux' });
  expect(await bot.closeCode()).toBe(4004);
});

test('without MESSAGE_CONTENT only direct messages, mentions and its own messages keep their text', async () => {
  const bot = await online(client(intents.filter((intent) => intent !== GatewayIntentBits.MessageContent)));
  const direct: Channel = {
    ...open,
    id: world.id(),
    type: ChannelType.DM,
    guild_id: null,
    recipients: [guild.owner_id, bot.user.id],
  };
  world.channels.set(direct.id, direct);
  const seen = dispatches(bot);
  say(open, 'rien que pour les membres', { embeds: [{ title: 'carte' }] });
  say(open, 'bonjour le bot', { mentions: [bot.user.id] });
  say(open, 'sa réponse', { author_id: bot.user.id });
  say(direct, 'en privé');
  await until(() => expect(seen).toHaveLength(4));
  expect(seen.map(({ data }) => data['content'])).toEqual(['', 'bonjour le bot', 'sa réponse', 'en privé']);
  expect(seen[0]?.data['embeds']).toEqual([]);
});

test('events without their intent are not sent', async () => {
  const bot = await online(client([GatewayIntentBits.Guilds]));
  const seen = dispatches(bot);
  join('eva.colin');
  say(open, 'bonjour');
  const channelData = { id: open.id, guild_id: guild.id, type: 0, name: 'renommé' };
  world.emit({ event: 'CHANNEL_UPDATE', data: channelData, guildId: guild.id, channelId: open.id, only: null });
  await until(() => expect(seen.map(({ event }) => event)).toEqual(['CHANNEL_UPDATE']));
});

test('two shards share the guilds, and direct messages go to the first', async () => {
  const shard = Number((BigInt(guild.id) >> 22n) % 2n);
  const pair = await Promise.all([connect(), connect()]);
  pair.forEach((bot, index) => {
    bot.identify({ shard: [index, 2], intents: (1 << 0) | (1 << 12) });
  });
  await Promise.all(pair.map((bot) => bot.event('READY')));
  await until(() => expect(pair[shard]?.received.map(({ t }) => t)).toContain('GUILD_CREATE'));
  const direct: Channel = {
    ...open,
    id: world.id(),
    type: ChannelType.DM,
    guild_id: null,
    recipients: [guild.owner_id, world.application.id],
  };
  world.channels.set(direct.id, direct);
  say(direct, 'bonjour');
  await pair[0]?.event('MESSAGE_CREATE');
  expect(pair[1 - shard]?.received.map(({ t }) => t)).not.toContain('GUILD_CREATE');
  expect(pair[1]?.received.map(({ t }) => t)).not.toContain('MESSAGE_CREATE');
});

test.each([
  ['an opcode nobody knows', 4001, { op: 99, d: null }],
  ['text that is not a payload', 4002, { d: 1 }],
  ['a payload over 4096 bytes', 4002, { op: 1, d: 'x'.repeat(4_096) }],
  ['a second identify', 4005, { op: 2, d: { token: '', properties: {}, intents: 0 } }],
])('%s closes with %i', async (_, code, payload) => {
  const bot = await connect();
  bot.identify();
  await bot.event('READY');
  bot.socket.send(JSON.stringify(payload));
  expect(await bot.closeCode()).toBe(code);
});

test.each([
  ['speaking before identifying', 4003, { op: 3, d: null }],
  ['a shard outside its count', 4010, { op: 2, d: { properties: {}, intents: 0, shard: [2, 2] } }],
  ['intents that do not exist', 4013, { op: 2, d: { properties: {}, intents: 1 << 30 } }],
])('%s closes with %i', async (_, code, { op, d }) => {
  const bot = await connect();
  bot.send(op, d && { token: world.application.token, ...d });
  expect(await bot.closeCode()).toBe(code);
});

test('another version of the gateway closes with 4012', async () => {
  expect(await (await connect('v=6&encoding=json')).closeCode()).toBe(4012);
});

test('more than 120 sends in a minute close with 4008, and the session can still be resumed', async () => {
  const bot = await connect();
  bot.identify();
  const { d: ready } = await bot.event('READY');
  for (let count = 0; count < 120; count += 1) bot.send(1, null);
  expect(await bot.closeCode()).toBe(4008);
  const again = await connect();
  again.send(6, { token: world.application.token, session_id: ready['session_id'], seq: 2 });
  await again.event('RESUMED');
});

test('a silent socket is closed, one that beats is kept', async () => {
  const clock: MovableClock = movableClock(new Date('2026-09-01T08:00:00Z'));
  await restart({ transportClock: clock, heartbeatInterval: 40 * second });
  const silent = await connect();
  const alive = await connect();
  clock.advance(45 * second);
  alive.send(1, null);
  await until(() => expect(alive.received.map(({ op }) => op)).toEqual([10, 11]));
  clock.advance(20 * second);
  expect(await silent.closeCode()).toBe(4009);
  expect(alive.socket.readyState).toBe(WebSocket.OPEN);
});

test('a session is resumed for three minutes, and from no event that was never sent', async () => {
  const clock = movableClock(new Date('2026-09-01T08:00:00Z'));
  await restart({ transportClock: clock });
  const session = async () => {
    const bot = await connect();
    bot.identify();
    const { d } = await bot.event('READY');
    await bot.event('GUILD_CREATE');
    return d['session_id'];
  };
  const [first, second_] = [await session(), await session()];
  gateway.drop();
  clock.advance(170 * second);
  const ahead = await connect();
  ahead.send(6, { token: world.application.token, session_id: first, seq: 50 });
  expect(await ahead.closeCode()).toBe(4007);
  clock.advance(20 * second);
  const late = await connect();
  late.send(6, { token: world.application.token, session_id: second_, seq: 1 });
  await until(() => expect(late.received.find(({ op }) => op === 9)?.d).toBe(false));
});

test('a closing code that ends sessions makes the bot start over', async () => {
  const bot = await connect();
  bot.identify();
  const { d } = await bot.event('READY');
  gateway.closeAll(4009);
  expect(await bot.closeCode()).toBe(4009);
  const again = await connect();
  again.send(6, { token: world.application.token, session_id: d['session_id'], seq: 1 });
  await until(() => expect(again.received.find(({ op }) => op === 9)?.d).toBe(false));
});

test('zlib-stream carries the same payloads', async () => {
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/gateway?v=10&encoding=json&compress=zlib-stream`);
  sockets.push(socket);
  const inflate = createInflate({ flush: zlib.Z_SYNC_FLUSH });
  let text = '';
  inflate.on('data', (piece: Buffer) => {
    text += piece.toString();
  });
  socket.on('message', (data: Buffer) => inflate.write(data));
  await until(() => expect(text).toContain('"heartbeat_interval":41250'));
  socket.send(JSON.stringify({ op: 2, d: { token: world.application.token, properties: {}, intents: 1 } }));
  await until(() => expect(text).toContain(`"t":"GUILD_CREATE"`));
  expect(text).toContain(userOf(world, world.application.id).username);
});

test('a session that missed more than is kept cannot be resumed', async () => {
  const bot = await connect();
  bot.identify({ intents: 1 << 9 });
  const { d } = await bot.event('READY');
  gateway.drop();
  for (let count = 0; count <= 10_000; count += 1) say(open, 'bonjour');
  const again = await connect();
  again.send(6, { token: world.application.token, session_id: d['session_id'], seq: 1 });
  await until(() => expect(again.received.map(({ op }) => op)).toEqual([10, 9]));
});

test('identifies are counted, and two within five seconds are refused when that is held', async () => {
  const clock = movableClock(new Date('2026-09-01T08:00:00Z'));
  await restart({ transportClock: clock, identifySpacing: true });
  const [first, second_] = [await connect(), await connect()];
  first.identify();
  await first.event('READY');
  second_.identify();
  await until(() => expect(second_.received.find(({ op }) => op === 9)?.d).toBe(false));
  clock.advance(5 * second);
  second_.identify();
  await second_.event('READY');
  expect(gateway.sessionStartLimit()).toEqual({
    total: 1000,
    remaining: 997,
    reset_after: 24 * 3_600_000 - 5_000,
    max_concurrency: 1,
  });
});

test('a socket that resumes takes the session from the one that had it', async () => {
  const bot = await connect();
  bot.identify();
  const { d } = await bot.event('READY');
  const again = await connect();
  again.send(6, { token: world.application.token, session_id: d['session_id'], seq: 2 });
  await again.event('RESUMED');
  expect(await bot.closeCode()).toBe(1006);
  expect(gateway.connected).toBe(1);
});

test('a page of another origin is not let in', async () => {
  await restart({ accept: (request) => request.headers.origin === undefined });
  const { port } = server.address() as AddressInfo;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/gateway?v=10`, { origin: 'https://example.org' });
  sockets.push(socket);
  const [error] = await once(socket, 'error');
  expect(String(error)).toContain('403');
});

test('what a closed message quotes is judged by its own author', () => {
  const quoted = { content: 'la question', author: { id: 'bot' }, poll: {} };
  const answer = { guild_id: '1', content: 'la réponse', author: { id: 'someone' }, poll: {}, referenced_message: quoted };
  expect(contentHidden('MESSAGE_CREATE', answer, GatewayIntentBits.GuildMessages, 'bot')).toEqual({
    guild_id: '1',
    author: { id: 'someone' },
    content: '',
    embeds: [],
    attachments: [],
    components: [],
    referenced_message: { guild_id: '1', ...quoted },
  });
  expect(contentHidden('MESSAGE_CREATE', answer, GatewayIntentBits.MessageContent, 'bot')).toBeNull();
  const execution = { content: 'insulte', matched_content: 'insulte', rule_id: '1' };
  expect(contentHidden('AUTO_MODERATION_ACTION_EXECUTION', execution, 0, 'bot')).toEqual({
    content: '',
    matched_content: '',
    rule_id: '1',
  });
});

test('of others in a thread only bots with GUILD_MEMBERS hear, and of itself every bot', () => {
  const others = { guild_id: '1', added_members: [{ user_id: 'someone' }] };
  const itself = { guild_id: '1', added_members: [], removed_member_ids: ['bot'] };
  expect(intentsAllow(GatewayIntentBits.Guilds, 'THREAD_MEMBERS_UPDATE', others, 'bot')).toBe(false);
  expect(intentsAllow(GatewayIntentBits.Guilds, 'THREAD_MEMBERS_UPDATE', itself, 'bot')).toBe(true);
  expect(intentsAllow(GatewayIntentBits.GuildMembers, 'THREAD_MEMBERS_UPDATE', others, 'bot')).toBe(true);
  expect(intentsAllow(0, 'GUILD_MEMBER_UPDATE', { guild_id: '1', user: { id: 'bot' } }, 'bot')).toBe(true);
  expect(intentsAllow(0, 'GUILD_MEMBER_UPDATE', { guild_id: '1', user: { id: 'someone' } }, 'bot')).toBe(false);
});
