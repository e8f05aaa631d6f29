import { expect, test } from 'vitest';
import { movableClock, second } from '../../src/kernel/time.ts';
import { dispatches, onStage, type Stage, until } from './gateway/stage.ts';

let stage: Stage;
const restart = onStage((started) => {
  stage = started;
});

test('a client logs in and gets its guild with every channel, its roles and itself', async () => {
  const bot = await stage.online();
  expect(bot.user.id).toBe(stage.world.application.id);
  const seen = stage.guildIn(bot);
  expect(seen.memberCount).toBe(2);
  expect([...seen.members.cache.keys()]).toEqual([bot.user.id]);
  expect([...seen.channels.cache.keys()].sort()).toEqual([stage.open.id, stage.hidden.id].sort());
  expect(stage.gateway.connected).toBe(1);
  expect(stage.world.sessions).toBe(1);
});

test('a dropped socket is resumed and what was missed is replayed once, in order', async () => {
  const bot = await stage.online();
  const seen = dispatches(bot);
  stage.gateway.hold();
  stage.gateway.drop();
  expect(stage.gateway.connected).toBe(0);
  expect(stage.world.sessions).toBe(0);
  for (const name of ['lea.petit', 'noe.faure', 'mia.roux']) stage.join(name);
  stage.gateway.release();

  await until(() => expect(seen.map(({ event }) => event)).toContain('RESUMED'));
  expect(seen.map(({ event }) => event)).toEqual(['GUILD_MEMBER_ADD', 'GUILD_MEMBER_ADD', 'GUILD_MEMBER_ADD', 'RESUMED']);
  expect(stage.gateway.connected).toBe(1);
  stage.join('sam.morel');
  await until(() => expect(seen.filter(({ event }) => event === 'GUILD_MEMBER_ADD')).toHaveLength(4));
});

test('a client told to reconnect resumes', async () => {
  const bot = await stage.online();
  const seen = dispatches(bot);
  stage.gateway.reconnect();
  await until(() => expect(seen.map(({ event }) => event)).toEqual(['RESUMED']));
});

test('a resumable invalid session is resumed', async () => {
  const bot = await stage.online();
  const seen = dispatches(bot);
  stage.gateway.invalidate({ resumable: true });
  await until(() => expect(seen.map(({ event }) => event)).toEqual(['RESUMED']), { timeout: 10_000 });
}, 15_000);

test('an invalid session makes the client identify anew', async () => {
  const bot = await stage.online();
  const seen = dispatches(bot);
  stage.gateway.invalidate({ resumable: false });
  await until(() => expect(seen.map(({ event }) => event)).toEqual(['READY', 'GUILD_CREATE']), { timeout: 12_000 });
}, 15_000);

test('privileged intents that the portal has not switched on are refused', async () => {
  stage.world.application.intents = { members: false, presences: true, content: true };
  await expect(stage.client().login(stage.world.application.token)).rejects.toThrow('disallowed intents');
});

test('a wrong token is refused over REST, and over the gateway with 4004', async () => {
  await expect(stage.client().login('faux.jeton.inventé')).rejects.toThrow(/token/i);
  const bot = await stage.connect();
  bot.identify({ token: 'faux' });
  expect(await bot.closeCode()).toBe(4004);
});

test('a session is resumed for three minutes, and from no event that was never sent', async () => {
  const clock = movableClock(new Date('2026-09-01T08:00:00Z'));
  await restart({ transportClock: clock });
  const session = async () => {
    const bot = await stage.connect();
    bot.identify();
    const { d } = await bot.event('READY');
    await bot.event('GUILD_CREATE');
    return d.session_id;
  };
  const [first, other] = [await session(), await session()];
  stage.gateway.drop();
  clock.advance(170 * second);
  const ahead = await stage.connect();
  ahead.resume(first, 50);
  expect(await ahead.closeCode()).toBe(4007);
  clock.advance(20 * second);
  const late = await stage.connect();
  late.resume(other, 1);
  await until(() => expect(late.received.find(({ op }) => op === 9)?.d).toBe(false));
});

test('a closing code that ends sessions makes the bot start over', async () => {
  const bot = await stage.connect();
  bot.identify();
  const { d } = await bot.event('READY');
  stage.gateway.closeAll(4009);
  expect(await bot.closeCode()).toBe(4009);
  const again = await stage.connect();
  again.resume(d.session_id, 1);
  await until(() => expect(again.received.find(({ op }) => op === 9)?.d).toBe(false));
});

test('a session that missed more than is kept cannot be resumed', async () => {
  const bot = await stage.connect();
  bot.identify({ intents: 1 << 9 });
  const { d } = await bot.event('READY');
  stage.gateway.drop();
  for (let count = 0; count <= 10_000; count += 1) stage.say(stage.open, 'bonjour');
  const again = await stage.connect();
  again.resume(d.session_id, 1);
  await until(() => expect(again.received.map(({ op }) => op)).toEqual([10, 9]));
});

test('a socket that resumes takes the session from the one that had it', async () => {
  const bot = await stage.connect();
  bot.identify();
  const { d } = await bot.event('READY');
  const again = await stage.connect();
  again.resume(d.session_id, 2);
  await again.event('RESUMED');
  expect(await bot.closeCode()).toBe(1006);
  expect(stage.gateway.connected).toBe(1);
});
