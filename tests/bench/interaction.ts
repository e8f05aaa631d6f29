import { type Bot, bare, passerelle, type Scene } from './bot.ts';
import { type Measure, median } from './measure.ts';
import { pong } from './reply.ts';
import type { Scale } from './scale.ts';
import type { Typed } from './stage.ts';

type Turn = { p50: number; cpu: number };

const ping: Typed = { name: 'ping' };
const row: Typed = { name: 'row' };

async function converse({ stage }: Scene, bot: Bot, typed: Typed, count: number): Promise<Turn> {
  const before = await bot.cpu();
  const { milliseconds, said } = await stage.converse({ id: bot.place.id, typed: [typed], count });
  const used = (await bot.cpu()) - before;
  if (!said.includes(pong)) throw new Error(`/${typed.name} was answered ${said}`);
  return { p50: median(milliseconds), cpu: used / count };
}

async function chatter({ stage }: Scene, bot: Bot, count: number): Promise<number> {
  const before = await bot.cpu();
  await stage.chatter({ id: bot.place.id, count, after: ping });
  return ((await bot.cpu()) - before) / count;
}

/** Commands with one in flight, and messages that nobody waits for: two processes that live through it, in turns. */
export async function measureInteractions(scene: Scene, { warmUp, turns, interactions, events }: Scale): Promise<Measure[]> {
  const ours = await passerelle(scene);
  const theirs = await bare(scene);
  const warm = async (act: (bot: Bot) => Promise<unknown>) => {
    for (const bot of [ours, theirs]) {
      const until = performance.now() + warmUp;
      while (performance.now() < until) await act(bot);
    }
  };

  const ownPings: Turn[] = [];
  const theirPings: Turn[] = [];
  const greet = async (bot: Bot) =>
    void (bot === ours ? ownPings : theirPings).push(await converse(scene, bot, ping, interactions));
  await warm((bot) => converse(scene, bot, ping, 200));
  for (let turn = 0; turn < turns; turn++) {
    // Who comes first changes, so that neither always has what the other left to the machine.
    for (const bot of turn % 2 === 0 ? [ours, theirs] : [theirs, ours]) await greet(bot);
  }

  // Apart from the above: the garbage of a query would be collected on a ping's account.
  const rows: Turn[] = [];
  const pings: Turn[] = [];
  await converse(scene, ours, row, interactions);
  for (let turn = 0; turn < turns; turn++) {
    rows.push(await converse(scene, ours, row, interactions / 2));
    pings.push(await converse(scene, ours, ping, interactions / 2));
  }

  const ownMessages: number[] = [];
  const theirMessages: number[] = [];
  await warm((bot) => chatter(scene, bot, events));
  for (let turn = 0; turn < turns; turn++) {
    ownMessages.push(await chatter(scene, ours, events));
    theirMessages.push(await chatter(scene, theirs, events));
  }
  await ours.end();
  await theirs.end();

  const cpu = (all: readonly Turn[]) => all.map((turn) => turn.cpu);
  const p50 = (all: readonly Turn[]) => all.map((turn) => turn.p50);
  return [
    { what: '/ping: CPU', unit: 'µs', ours: cpu(ownPings), against: cpu(theirPings), counts: 'ratio', target: { most: 1.05 } },
    { what: '/ping: p50', unit: 'ms', ours: p50(ownPings), against: p50(theirPings), counts: 'ratio', target: { most: 1.05 } },
    {
      what: 'one row read, over /ping: p50',
      unit: 'ms',
      ours: p50(rows),
      against: p50(pings),
      counts: 'added',
      target: { most: 1 },
    },
    {
      what: 'unwanted MESSAGE_CREATE: CPU',
      unit: 'µs',
      ours: ownMessages,
      against: theirMessages,
      counts: 'ratio',
      target: { most: 1.2 },
    },
  ];
}
