import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { compile } from '../../src/features/rules/rules/engine.ts';
import type { Facts } from '../../src/features/rules/rules/facts.ts';
import type { Engine, Lists } from '../../src/features/rules/rules/hit.ts';
import { draftSchema, type Rule } from '../../src/features/rules/rules/rule.ts';
import { openWindows } from '../../src/features/rules/rules/windows.ts';
import { bodyOf, touchRules } from '../../src/features/rules/service/rule.ts';
import { openDatabase } from '../../src/infra/db.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { say } from '../../src/infra/process.ts';
import { factsOf, type LabelledMessage, readMessages, rules } from '../evaluate/messages.ts';
import { randomOf } from '../features/mentoring/market.ts';
import { type Bot, bare, passerelle, type Scene } from './bot.ts';
import type { Measure } from './measure.ts';
import type { Scale } from './scale.ts';
import type { Line, Typed } from './stage.ts';

/** Of a hundred messages, so many set a rule off. */
const badOfHundred = 2;

const labelled = (): readonly LabelledMessage[] =>
  readMessages(readFileSync(new URL('../features/rules/messages.jsonl', import.meta.url), 'utf8')).messages;

/** Messages of five thousand people over some days, no two alike: the honest ones of the labelled set with other words at their end, and a few of the others. */
function streamOf(count: number): Facts[] {
  const messages = labelled();
  const honest = messages.filter(({ label }) => label === 'ok');
  const bad = messages.filter(({ label }) => label !== 'ok');
  const words = honest.flatMap(({ text }) => text.split(/\s+/).filter((word) => /^\p{L}{4,12}$/u.test(word)));
  const random = randomOf(7);
  const any = <T>(list: readonly T[], what: T): T => list[Math.floor(random() * list.length)] ?? what;
  const [first] = messages;
  if (!first) throw new Error('no message');
  return Array.from({ length: count }, (_, index) => {
    const isBad = index % 100 < badOfHundred;
    const message = any(isBad ? bad : honest, first);
    const text = isBad ? message.text : `${message.text} ${any(words, 'oui')} ${any(words, 'non')} ${any(words, 'merci')}`;
    const facts = factsOf({ ...message, text });
    return {
      ...facts,
      authorId: String(10n ** 17n + BigInt(index % 5_000)),
      messageId: String(10n ** 18n + BigInt(index)),
      at: facts.at + index * 400,
    };
  });
}

const lists = (blocked: readonly string[]): Lists => ({
  blocked,
  allowed: [],
  invites: [],
  jobChannelIds: ['offres-emploi'],
  zone: 'Europe/Paris',
});

/** A thousand rules as people write them: words, numbers, links. */
function manyRules(): Rule[] {
  const random = randomOf(3);
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const word = () => Array.from({ length: 7 + Math.floor(random() * 5) }, () => letters[Math.floor(random() * 26)]).join('');
  return Array.from({ length: 1_000 }, (_, index) => {
    const trigger =
      index % 10 < 7
        ? { kind: 'words', words: Array.from({ length: 5 }, word) }
        : index % 10 === 7
          ? { kind: 'blocked_link', domains: [`${word()}.com`], useList: index % 20 === 7 }
          : index % 10 === 8
            ? { kind: 'mentions', least: 8 + (index % 50), roles: true }
            : { kind: 'emoji', least: 30 + (index % 50) };
    return {
      id: 1_000 + index,
      ...draftSchema.parse({
        name: `rule ${index}`,
        on: ['message', 'edit'],
        triggers: [trigger],
        actions: [{ kind: 'alert' }],
        mode: 'on',
      }),
    };
  });
}

/** Microseconds of CPU a message. */
function cost(engine: Engine, stream: readonly Facts[]): number {
  const windows = openWindows();
  const before = process.cpuUsage();
  for (const facts of stream) engine.read(facts, windows);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / stream.length;
}

/** How much the engine takes, by itself: the default rules, and a thousand more with a long block list. */
function measureEngine({ launches }: Scale): Measure[] {
  const isQuick = launches === 1;
  const stream = streamOf(isQuick ? 4_000 : 20_000);
  const usual = compile(rules, lists([]));
  const many = compile(
    [...rules, ...manyRules()],
    lists(Array.from({ length: 40_000 }, (_, index) => `blocked-${index}.example`)),
  );
  for (let turn = 0; turn < 3; turn++) for (const engine of [usual, many]) cost(engine, stream);
  const [own, more]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < (isQuick ? 3 : 15); turn++) {
    own.push(cost(usual, stream));
    more.push(cost(many, stream));
  }
  const share = stream.filter((facts) => usual.read(facts, openWindows()).length > 0).length / stream.length;
  say(
    `rules: ${stream.length} messages, ${(100 * share).toFixed(1)} % hits; load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  );
  return [
    {
      what: 'rules: messages read by the default set, one core',
      unit: '/s',
      ours: own.map((one) => 1e6 / one),
      counts: 'value',
      target: { least: 25_000 },
    },
    {
      what: 'rules: 1 000 more and 40 000 domains: CPU a message',
      unit: 'µs',
      ours: more,
      against: own,
      counts: 'ratio',
      target: { most: 1.2 },
    },
  ];
}

const ping: Typed = { name: 'ping' };

/** Five thousand people who have been here for a year, with accounts of some years, each saying something else. */
const linesOf = (facts: readonly Facts[]): Line[] =>
  facts.map(({ text }, index) => ({
    text,
    authorId: String(4n * 10n ** 17n + BigInt(index % 5_000)),
    joinedAt: '2025-10-01T09:00:00.000Z',
  }));

/** The rules of a server, all switched on. */
async function switchOn(databaseUrl: string, guildId: string, all: readonly Rule[]): Promise<void> {
  const { db, close } = openDatabase(databaseUrl, createLogger('warn'));
  const now = new Date();
  await db.guild.createMany({ data: { id: guildId, createdAt: now }, skipDuplicates: true });
  await db.$transaction(async (tx) => {
    await touchRules(tx, guildId);
    await tx.rule.deleteMany({ where: { guildId } });
    for (const { id: _id, ...draft } of all)
      await tx.rule.create({
        data: { guildId, name: draft.name, mode: 'on', body: bodyOf(draft), createdAt: now, updatedAt: now },
      });
  });
  await close();
}

/** The same stream through the gateway: the whole program with its rules, and a bare bot that does nothing with it. */
async function measureGateway(scene: Scene, { turns, events }: Scale): Promise<Measure[]> {
  const wants = { messageContent: true };
  const ours = await passerelle(scene, wants);
  const theirs = await bare(scene, wants);
  await switchOn(scene.databaseUrl, ours.place.guildId, rules);
  const stream = streamOf(20_000);
  const quiet = compile(rules, lists([]));
  const honest = linesOf(stream.filter((facts) => quiet.read(facts, openWindows()).length === 0));
  const mixed = linesOf(stream);
  let turn = 0;
  const hear = async (bot: Bot, lines: readonly Line[]): Promise<number> => {
    const from = (turn++ * 997) % lines.length;
    const before = await bot.cpu();
    await scene.stage.chatter({
      id: bot.place.id,
      count: events,
      after: ping,
      lines: [...lines.slice(from), ...lines.slice(0, from)].slice(0, events),
    });
    return ((await bot.cpu()) - before) / events;
  };
  for (let round = 0; round < 5; round++) for (const bot of [ours, theirs]) await hear(bot, honest);
  const [own, against, hit]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < turns; round++) {
    own.push(await hear(ours, honest));
    against.push(await hear(theirs, honest));
  }
  for (let round = 0; round < 2; round++) hit.push(await hear(ours, mixed));
  await ours.end();
  await theirs.end();
  return [
    { what: 'rules: a stream of MESSAGE_CREATE: CPU', unit: 'µs', ours: own, against, counts: 'ratio', target: { most: 2 } },
    { what: 'rules: the same, one in fifty sets a rule off', unit: 'µs', ours: hit, counts: 'value' },
  ];
}

export const measureRules = async (scene: Scene, scale: Scale): Promise<Measure[]> => [
  ...measureEngine(scale),
  ...(await measureGateway(scene, scale)),
];
