import pg from 'pg';
import { filtersOf } from '../../src/features/jobsearch/rules/filter.ts';
import { readSaved } from '../../src/features/jobsearch/service/saved.ts';
import { countNews, readNews, search, turnPage } from '../../src/features/jobsearch/service/search.ts';
import { openDatabase } from '../../src/infra/db.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { second } from '../../src/kernel/time.ts';
import { fillAlerts, measureAlerts } from './alerts.ts';
import { fillApplications } from './applications.ts';
import { type Bot, passerelle, type Scene } from './bot.ts';
import { measureHiring } from './hiring.ts';
import { type Fact, type Measure, quantile } from './measure.ts';
import { openAll, writeOffers } from './offers.ts';
import { askEverything } from './plan.ts';
import type { Scale } from './scale.ts';
import type { Typed } from './stage.ts';
import { fillTalents, measureTalents } from './talents.ts';

const offers = 100_000;
/** Open at once in a large region; all others are closed. */
const open = 3_000;
const applications = 1_000_000;

const searchTarget = { most: 15 };
/** What people type: words, mistyped ones, places, filters, everything at once, and nothing. */
const asked: readonly Readonly<Record<string, string>>[] = [
  { text: 'dev' },
  { text: 'développeuse react' },
  { text: 'devlopeur' },
  { text: 'pyhton' },
  { place: 'Lille' },
  { place: 'Hauts-de-France', contract: 'apprenticeship' },
  { text: 'dev react', place: 'Lille' },
  { text: 'technicien réseau linux', place: 'Nord', contract: 'cdi' },
  { text: 'web', remote: 'full', level: 'junior' },
  { text: 'alternance cybersécurité' },
  { text: 'chocolatier', place: 'Mende' },
  { contract: 'internship', level: 'beginner' },
  { text: 'react siem' },
  {},
];

const typed: readonly Typed[] = asked.map((options) => ({ name: 'job', path: ['search'], options }));

type Case = { what: string; ask(index: number): Promise<unknown>; target?: Measure['target'] };

/** Each question as often as the scale says, after some to warm up. */
async function timed({ launches, searches }: Scale, cases: readonly Case[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { what, ask, target } of cases) {
    for (let index = 0; index < 3 * asked.length; index++) await ask(index);
    const turns: number[][] = [];
    for (let turn = 0; turn < launches; turn++) {
      const times: number[] = [];
      for (let index = 0; index < searches * 3; index++) {
        const started = performance.now();
        await ask(index);
        times.push(performance.now() - started);
      }
      turns.push(times);
    }
    measures.push(
      { what: `${what}: p50`, unit: 'ms', ours: turns.map((times) => quantile(times, 0.5)), counts: 'value' },
      {
        what: `${what}: p99`,
        unit: 'ms',
        ours: turns.map((times) => quantile(times, 0.99)),
        counts: 'value',
        ...(target && { target }),
      },
    );
  }
  return measures;
}

/** From the event to the callback, the local Discord's own share in it. */
async function conversed(scene: Scene, bot: Bot, { launches, searches }: Scale, what: string): Promise<Measure[]> {
  const converse = async () => {
    const { milliseconds, said } = await scene.stage.converse({
      id: bot.place.id,
      typed,
      count: Math.ceil(searches / 4) * typed.length,
    });
    if (!said.includes('jobs:show')) throw new Error(`${what} was answered ${said}`);
    return milliseconds;
  };
  await converse();
  const turns: number[][] = [];
  for (let turn = 0; turn < launches; turn++) turns.push(await converse());
  return [
    { what: `${what}: p50`, unit: 'ms', ours: turns.map((turn) => quantile(turn, 0.5)), counts: 'value' },
    { what: `${what}: p99`, unit: 'ms', ours: turns.map((turn) => quantile(turn, 0.99)), counts: 'value', target: searchTarget },
  ];
}

/** Offers that were just published, each against all profiles and all alerts. */
async function matching(scene: Scene, client: pg.Client, guildId: string, { launches }: Scale): Promise<Measure[]> {
  const { db, close } = openDatabase(scene.databaseUrl, createLogger('warn'));
  const { rows } = await client.query<{ id: number; author: string }>(
    `SELECT id, author_id AS author FROM offer WHERE guild_id = $1 AND state = 'published' AND author_id IS NOT NULL ORDER BY id LIMIT $2`,
    [guildId, 10 * launches],
  );
  const [{ author } = { author: '' }] = rows;
  const ids = rows.map(({ id }) => id);
  const measures = [
    ...(await measureTalents(db, { guildId, userId: author, offers: ids, now: new Date() })),
    ...(await measureAlerts(db, { guildId, offers: ids })),
  ];
  await close();
  return measures;
}

/** The questions of a state of the offers, alone and through the whole program. */
async function asking(scene: Scene, bot: Bot, scale: Scale, state: string): Promise<Measure[]> {
  const { guildId } = bot.place;
  const person = { guildId, userId: '230000000000000001' };
  const { db, close } = openDatabase(scene.databaseUrl, createLogger('warn'));
  const { number } = await search(db, person, { filters: filtersOf({}), now: new Date() });
  // Pages turn another person's search: the last search of this one changes at each question.
  const reader = { guildId, userId: '230000000000000002' };
  const kept = await search(db, reader, { filters: filtersOf({ text: 'dev' }), now: new Date() });
  if (number < 1 || kept.total === 0) throw new Error('nothing was found');
  const measures = [
    ...(await conversed(scene, bot, scale, `/job search, ${state}`)),
    ...(await timed(scale, [
      {
        what: `search alone, ${state}`,
        ask: (index) => search(db, person, { filters: filtersOf(asked[index % asked.length] ?? {}), now: new Date() }),
        target: searchTarget,
      },
      {
        what: `another page, ${state}`,
        ask: (index) => turnPage(db, reader, { number: kept.number, page: index % 10, now: new Date() }),
        target: searchTarget,
      },
      { what: `what is new, ${state}`, ask: () => readNews(db, person, new Date()), target: searchTarget },
    ])),
  ];
  await close();
  return measures;
}

/** Job offers of a network: few open among many, then all of them open at once. */
export async function measureJobs(scene: Scene, scale: Scale): Promise<{ measures: Measure[]; facts: Fact[] }> {
  const bot = await passerelle(scene);
  const { guildId } = bot.place;
  const client = new pg.Client({ connectionString: scene.databaseUrl });
  await client.connect();
  const measures: Measure[] = [];
  try {
    // The bot may not have entered the server yet.
    await client.query('INSERT INTO guild (id, created_at) VALUES ($1, now()) ON CONFLICT DO NOTHING', [guildId]);
    await client.query(`INSERT INTO role_binding (guild_id, key, role_id) VALUES ($1, 'alumni', $2)`, [
      guildId,
      await scene.stage.dress({ id: bot.place.id }),
    ]);
    const note = (what: string) => process.stderr.write(`     ${((performance.now() - began) / second).toFixed(0)} s  ${what}\n`);
    const began = performance.now();
    await writeOffers(client, { guildId, count: offers, open });
    note('offers');
    await fillApplications(client, { guildId, applications, firstPerson: 230000000000000000n, people: 30_000 });
    note('applications');
    measures.push(
      ...(await asking(scene, bot, scale, `${open.toLocaleString('en')} of ${offers.toLocaleString('en')} offers open`)),
    );
    note('searches');
    measures.push(...(await measureHiring(scene, bot, scale)));
    note('hiring');
    await openAll(client, guildId);
    note('all open');
    measures.push(...(await asking(scene, bot, scale, `all ${offers.toLocaleString('en')} open`)));
    note('searches');
    // Nobody does what is promised from here on: these people are on no Discord.
    await bot.end();
    await fillTalents(client, guildId);
    await fillAlerts(client, guildId);
    note('profiles and alerts');
    measures.push(...(await matching(scene, client, guildId, scale)));
    note('matching');
  } finally {
    await client.end();
  }

  const person = { guildId, userId: '230000000000000001' };
  const now = new Date();
  const plans = await askEverything(scene.databaseUrl, [
    ...asked.map((options) => (db: Parameters<typeof search>[0]) => search(db, person, { filters: filtersOf(options), now })),
    (db) => readNews(db, person, now),
    (db) => countNews(db, person, now),
    (db) => readSaved(db, person, { page: 0, now }),
  ]);
  const whole = plans.filter(({ plan }) => /Seq Scan on (offer|listed_offer|offer_word)\b/.test(plan));
  const facts: Fact[] = [
    {
      what: `no search reads all offers (${plans.length} plans)`,
      holds: plans.length > 8 && whole.length === 0,
      detail: (whole.length > 0 ? whole : plans).map(({ query, plan }) => `${query}\n${plan}`).join('\n\n'),
    },
  ];
  return { measures, facts };
}
