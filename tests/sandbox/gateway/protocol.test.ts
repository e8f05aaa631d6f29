import { once } from 'node:events';
import { createInflate, constants as zlib } from 'node:zlib';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type MovableClock, movableClock, second } from '../../../src/kernel/time.ts';
import { userOf } from '../../../src/sandbox/objects.ts';
import { onStage, type Stage, until } from './stage.ts';

let stage: Stage;
const restart = onStage((started) => {
  stage = started;
});

test.each([
  ['an opcode nobody knows', 4001, { op: 99, d: null }],
  ['text that is not a payload', 4002, { d: 1 }],
  ['a payload over 4096 bytes', 4002, { op: 1, d: 'x'.repeat(4_096) }],
  ['a second identify', 4005, { op: 2, d: { token: '', properties: {}, intents: 0 } }],
])('%s closes with %i', async (_, code, payload) => {
  const bot = await stage.connect();
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
  const bot = await stage.connect();
  bot.send(op, d && { token: stage.world.application.token, ...d });
  expect(await bot.closeCode()).toBe(code);
});

test.each([
  ['v=6&encoding=json', 4012],
  ['v=10&encoding=etf', 4002],
  ['v=10&encoding=json&compress=zstd-stream', 4002],
])('%s is not spoken here: %i', async (query, code) => {
  expect(await (await stage.connect(query)).closeCode()).toBe(code);
});

test('more than 120 sends in a minute close with 4008, and the session can still be resumed', async () => {
  const bot = await stage.connect();
  bot.identify();
  const { d: ready } = await bot.event('READY');
  for (let count = 0; count < 120; count += 1) bot.send(1, null);
  expect(await bot.closeCode()).toBe(4008);
  const again = await stage.connect();
  again.resume(ready.session_id, 2);
  await again.event('RESUMED');
});

test('a silent socket is closed, one that beats is kept', async () => {
  const clock: MovableClock = movableClock(new Date('2026-09-01T08:00:00Z'));
  await restart({ transportClock: clock, heartbeatInterval: 40 * second });
  const silent = await stage.connect();
  const alive = await stage.connect();
  clock.advance(45 * second);
  alive.send(1, null);
  await until(() => expect(alive.received.map(({ op }) => op)).toEqual([10, 11]));
  clock.advance(20 * second);
  expect(await silent.closeCode()).toBe(4009);
  expect(alive.socket.readyState).toBe(WebSocket.OPEN);
});

test('zlib-stream carries the same payloads', async () => {
  const socket = stage.socketTo('v=10&encoding=json&compress=zlib-stream');
  const inflate = createInflate({ flush: zlib.Z_SYNC_FLUSH });
  let text = '';
  inflate.on('data', (piece: Buffer) => {
    text += piece.toString();
  });
  socket.on('message', (data: Buffer) => inflate.write(data));
  await until(() => expect(text).toContain('"heartbeat_interval":41250'));
  socket.send(JSON.stringify({ op: 2, d: { token: stage.world.application.token, properties: {}, intents: 1 } }));
  await until(() => expect(text).toContain(`"t":"GUILD_CREATE"`));
  expect(text).toContain(userOf(stage.world, stage.world.application.id).username);
});

test('identifies are counted, and two within five seconds are refused when that is held', async () => {
  const clock = movableClock(new Date('2026-09-01T08:00:00Z'));
  await restart({ transportClock: clock, identifySpacing: true });
  const [first, other] = [await stage.connect(), await stage.connect()];
  first.identify();
  await first.event('READY');
  other.identify();
  await until(() => expect(other.received.find(({ op }) => op === 9)?.d).toBe(false));
  clock.advance(5 * second);
  other.identify();
  await other.event('READY');
  expect(stage.gateway.sessionStartLimit()).toEqual({
    total: 1000,
    remaining: 997,
    reset_after: 24 * 3_600_000 - 5_000,
    max_concurrency: 1,
  });
});

test('a page of another origin is not let in', async () => {
  await restart({ accept: (request) => request.headers.origin === undefined });
  const socket = stage.socketTo('v=10', { origin: 'https://example.org' });
  const [error] = await once(socket, 'error');
  expect(String(error)).toContain('403');
});
