import pg from 'pg';
import { readTemplate } from '../../src/features/catalogue/service/template.ts';
import { keepCalendar } from '../../src/features/promos/service/calendar.ts';
import { listPromos, suggestPromos } from '../../src/features/promos/service/promo.ts';
import { readFileRows } from '../../src/features/rosters/rules/file.ts';
import { confirmImport, previewImport } from '../../src/features/rosters/service/roster.ts';
import { type Db, openDatabase } from '../../src/infra/db.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { readSheet } from '../../src/infra/sheet.ts';
import { day } from '../../src/kernel/time.ts';
import { type Bot, passerelle, type Scene } from './bot.ts';
import { type Fact, type Measure, quantile } from './measure.ts';
import { askEverything, readers } from './plan.ts';
import type { Scale } from './scale.ts';
import type { Typed } from './stage.ts';

const promos = 300;
const people = 30_000;
/** Of the promo that ends. */
const graduates = 500;
/** Lines of the file that is imported. */
const listed = 1_000;

/** What people feel as at once, of our own time. */
const instant = { most: 20 };

const courses = ['CDA', 'DWWM', 'TSSR', 'AIS', 'DevOps', 'Data', 'IA', 'Réseaux', 'UX', 'Cloud', 'Cyber', 'Référent digital'];
const campuses =
  'Lille,Roubaix,Lens,Maubeuge,Dunkerque,Amiens,Calais,Arras,Douai,Cambrai,Béthune,Laon,Creil,Beauvais,Soissons'.split(',');

/** A network of campuses in the middle of its year: promos of a hundred people each, made in the past in one statement a table. */
async function populate(databaseUrl: string, { guildId, ownerId }: { guildId: string; ownerId: string }): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await fill(client, { guildId, ownerId });
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, { guildId, ownerId }: { guildId: string; ownerId: string }): Promise<number> {
  const began = performance.now();
  await client.query(
    `INSERT INTO member (guild_id, user_id, username, display_name, joined_at, welcomed_at, kind, first_name, last_name, email, identified_at)
    SELECT $1, (210000000000000000 + n)::text, 'personne' || n, 'Personne ' || n, now(), now(), 'learner', 'Camille', 'Martin' || n,
      'personne' || n || '@example.org', now() FROM generate_series(1, $2::int) AS n`,
    [guildId, people],
  );
  await client.query(
    `INSERT INTO catalogue_entry (guild_id, kind, name, created_at)
    SELECT $1, 'course'::entry_kind, name, now() FROM unnest($2::text[]) AS name UNION ALL SELECT $1, 'campus'::entry_kind, name, now() FROM unnest($3::text[]) AS name`,
    [guildId, courses, campuses],
  );
  await client.query(
    `WITH entry AS (SELECT id, kind, name, row_number() OVER (PARTITION BY kind ORDER BY id) - 1 AS place FROM catalogue_entry WHERE guild_id = $1)
    INSERT INTO promo (guild_id, course_id, campus_id, name, starts_on, ends_on, state, manager_id, created_at, template, built_at)
    SELECT $1, course.id, campus.id, course.name || ' ' || campus.name || ' ' || n, current_date - n % 200 - 1, current_date + 30 + n % 200,
      'active', $2, now(), $4::jsonb, now()
    FROM generate_series(1, $3::int) AS n JOIN entry AS course ON course.kind = 'course' AND course.place = n % 12
    JOIN entry AS campus ON campus.kind = 'campus' AND campus.place = n % 15`,
    [guildId, ownerId, promos, JSON.stringify(readTemplate(null))],
  );
  await client.query(
    `WITH numbered AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM promo WHERE guild_id = $1)
    INSERT INTO promo_member (promo_id, guild_id, user_id, part, added_at)
    SELECT numbered.id, $1, (210000000000000000 + n)::text, (CASE WHEN n % 33 = 0 THEN 'trainer' ELSE 'learner' END)::promo_part, now()
    FROM generate_series(1, $2::int) AS n JOIN numbered ON numbered.place = n % $3`,
    [guildId, people, promos],
  );
  const took = performance.now() - began;
  for (const table of ['member', 'promo', 'promo_member', 'catalogue_entry']) await client.query(`VACUUM ANALYZE ${table}`);
  return took;
}

type Asked = { what: string; typed: readonly Typed[]; word: string; target?: typeof instant };

const list = (options: Record<string, string> = {}): Typed => ({ name: 'promo', path: ['list'], options });
const asked: readonly Asked[] = [
  {
    what: '/promo list',
    typed: [list(), list({ state: 'active' }), list({ campus: 'lille' })],
    word: 'promos:list',
    target: instant,
  },
  {
    what: 'autocomplete of a promo',
    typed: ['', 'cda', 'reseaux lens', 'z'].map((promo) => ({
      name: 'promo',
      path: ['show'],
      options: { promo },
      focused: 'promo',
    })),
    word: '[',
    target: instant,
  },
  { what: '/promo show', typed: [{ name: 'promo', path: ['show'], options: { promo: 'CDA Lille 60' } }], word: 'promos:roster' },
  {
    what: '/member find, by promo',
    typed: [{ name: 'member', path: ['find'], options: { text: 'martin cda lille' } }],
    word: 'Camille',
  },
];

/** From the event to the callback: the local Discord's own share is in it. */
async function handlers(scene: Scene, bot: Bot, { launches, searches }: Scale): Promise<Measure[]> {
  const { place } = bot;
  const times = new Map<string, number[][]>(asked.map(({ what }) => [what, []]));
  const used = new Map<string, number[]>(asked.map(({ what }) => [what, []]));
  const converse = async ({ typed, word, what }: Asked) => {
    const { milliseconds, said } = await scene.stage.converse({ id: place.id, typed, count: searches * typed.length });
    if (!said.includes(word)) throw new Error(`${what} was answered ${said}`);
    return milliseconds;
  };
  for (const one of asked) await converse(one);
  for (let turn = 0; turn < launches; turn++)
    for (const one of asked) {
      const before = await bot.cpu();
      const milliseconds = await converse(one);
      times.get(one.what)?.push(milliseconds);
      used.get(one.what)?.push(((await bot.cpu()) - before) / milliseconds.length);
    }
  return asked.flatMap(({ what, target }): Measure[] => {
    const turns = times.get(what) ?? [];
    return [
      // What else runs on the machine is in the times, and not in this.
      { what: `${what}: CPU`, unit: 'µs', ours: used.get(what) ?? [], counts: 'value' },
      { what: `${what}: p50`, unit: 'ms', ours: turns.map((turn) => quantile(turn, 0.5)), counts: 'value' },
      {
        what: `${what}: p99`,
        unit: 'ms',
        ours: turns.map((turn) => quantile(turn, 0.99)),
        counts: 'value',
        ...(target && { target }),
      },
    ];
  });
}

/** The questions alone, each page and each part of a name. */
async function questions(db: Db, guildId: string, { launches, searches }: Scale): Promise<Measure[]> {
  const filter = { state: null, courseId: null, campusId: null };
  const cases: [string, (index: number) => Promise<unknown>][] = [
    ['listPromos', (index) => listPromos(db, { guildId, filter, page: index % 20 })],
    [
      'suggestPromos',
      (index) => suggestPromos(db, { guildId, typed: campuses[index % 15] ?? '', states: ['planned', 'active'] }),
    ],
  ];
  const measures: Measure[] = [];
  for (const [what, ask] of cases) {
    for (let index = 0; index < 50; index++) await ask(index);
    const turns: number[] = [];
    for (let turn = 0; turn < launches; turn++) {
      const times: number[] = [];
      for (let index = 0; index < searches * 3; index++) {
        const started = performance.now();
        await ask(index);
        times.push(performance.now() - started);
      }
      turns.push(quantile(times, 0.99));
    }
    measures.push({ what: `${what}, the question alone: p99`, unit: 'ms', ours: turns, counts: 'value', target: instant });
  }
  return measures;
}

/** A promo of 500 ends: by the calendar, then person by person on Discord. */
async function graduation(scene: Scene, bot: Bot): Promise<Measure[]> {
  const { id, guildId } = bot.place;
  const { userIds, learner, alumni } = await scene.stage.settle({ id, count: graduates });
  const database = openDatabase(scene.databaseUrl, createLogger('warn'));
  const { pool, db } = database;
  await pool.query(`INSERT INTO role_binding (guild_id, key, role_id) VALUES ($1, 'learner', $2), ($1, 'alumni', $3)`, [
    guildId,
    learner,
    alumni,
  ]);
  await pool.query(
    `INSERT INTO member (guild_id, user_id, username, display_name, joined_at, welcomed_at, kind, first_name, last_name, email, identified_at)
    SELECT $1, id, id, id, now(), now(), 'learner', 'Lina', 'Petit', id || '@example.org', now() FROM unnest($2::text[]) AS id
    ON CONFLICT (guild_id, user_id) DO UPDATE SET kind = EXCLUDED.kind, first_name = EXCLUDED.first_name, last_name = EXCLUDED.last_name,
      email = EXCLUDED.email, identified_at = EXCLUDED.identified_at, welcomed_at = EXCLUDED.welcomed_at`,
    [guildId, userIds],
  );
  const { rows } = await pool.query<{ id: number }>(
    `INSERT INTO promo (guild_id, course_id, campus_id, name, starts_on, ends_on, state, created_at, template, built_at)
    SELECT guild_id, course_id, campus_id, 'Grande promo', current_date - 300, current_date + 1, 'active', now(), template, now()
    FROM promo WHERE guild_id = $1 LIMIT 1 RETURNING id`,
    [guildId],
  );
  await pool.query(
    `INSERT INTO promo_member (promo_id, guild_id, user_id, part, added_at) SELECT $1, $2, id, 'learner', now() FROM unnest($3::text[]) AS id`,
    [rows[0]?.id, guildId, userIds],
  );
  const began = performance.now();
  await db.$transaction((tx) => keepCalendar(tx, new Date(Date.now() + 2 * day)), { timeout: 60_000 });
  const service = performance.now() - began;
  const { calls, milliseconds } = await scene.stage.graduation({ id, userIds, alumni, learner });
  await database.close();
  return [
    {
      what: `the end of a promo of ${graduates}: transaction`,
      unit: 'ms',
      ours: [service],
      counts: 'value',
      target: { most: 1_500 },
    },
    {
      what: `the end of a promo of ${graduates}: tasks, without Discord's limits`,
      unit: 's',
      ours: [milliseconds / 1_000],
      counts: 'value',
    },
    { what: 'calls to Discord for each of them', unit: '×', ours: [calls / graduates], counts: 'value', target: { most: 2 } },
  ];
}

/** A network of 300 promos and 30 000 people. */
/** No name has digits. */
const inLetters = (count: number): string => [...String(count)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

/** A list of a thousand people, as a CSV file of which half are on the server: read, previewed and applied. */
async function importing(scene: Scene, { place: { guildId, ownerId } }: Bot, { launches }: Scale): Promise<Measure[]> {
  const { db, pool, close } = openDatabase(scene.databaseUrl, createLogger('warn'));
  const { rows: known } = await pool.query<{ email: string; last: string; first: string }>(
    `SELECT email, last_name AS last, first_name AS first FROM member
    WHERE guild_id = $1 AND identified_at IS NOT NULL AND email IS NOT NULL ORDER BY user_id LIMIT $2`,
    [guildId, listed / 2],
  );
  if (known.length < listed / 2) throw new Error('too few people of the bench are identified');
  const ours: number[] = [];
  for (let turn = 0; turn < launches; turn++) {
    const { rows } = await pool.query<{ id: number }>(
      `INSERT INTO promo (guild_id, course_id, campus_id, name, starts_on, ends_on, state, created_at, template)
      SELECT guild_id, course_id, campus_id, $2, current_date + 30, current_date + 300, 'planned', now(), template
      FROM promo WHERE guild_id = $1 LIMIT 1 RETURNING id`,
      [guildId, `Importée ${turn}`],
    );
    const others = Array.from(
      { length: listed - known.length },
      (_, line) => `Petit ${inLetters(line)};Lina;n${turn}.${line}@exemple.fr`,
    );
    const text = ['nom;prénom;e-mail', ...known.map(({ last, first, email }) => `${last};${first};${email}`), ...others].join(
      '\n',
    );
    const by = { guildId, actorId: ownerId, now: new Date() };
    const began = performance.now();
    const sheet = await readSheet(Buffer.from(text), { mostRows: listed + 1 });
    const read = sheet.ok ? readFileRows(sheet.rows) : null;
    if (!read?.ok) throw new Error('the list of the bench cannot be read');
    const { planId } = await previewImport(db, by, { promoId: rows[0]?.id ?? 0, file: read.file });
    if (planId === null) throw new Error('the list of the bench changes nothing');
    await confirmImport(db, by, planId);
    ours.push((performance.now() - began) / 1_000);
  }
  await close();
  return [{ what: `import of ${listed.toLocaleString('en')} lines`, unit: 's', ours, counts: 'value', target: { most: 3 } }];
}

export async function measurePromos(scene: Scene, scale: Scale): Promise<{ measures: Measure[]; facts: Fact[] }> {
  const bot = await passerelle(scene);
  const { guildId } = bot.place;
  const populated = await populate(scene.databaseUrl, bot.place);
  const measures: Measure[] = [
    { what: `${people.toLocaleString('en')} people entered at once`, unit: 's', ours: [populated / 1_000], counts: 'value' },
    ...(await handlers(scene, bot, scale)),
  ];
  const database = openDatabase(scene.databaseUrl, createLogger('warn'));
  measures.push(...(await questions(database.db, guildId, scale)));
  const promo = await database.db.promo.findFirstOrThrow({ where: { guildId } });
  await database.close();
  measures.push(...(await importing(scene, bot, scale)));
  measures.push(...(await graduation(scene, bot)));
  await bot.end();

  const plans = await askEverything(scene.databaseUrl, readers({ guildId, promoId: promo.id, userId: '210000000000000301' }));
  const whole = plans.filter(({ plan }) => /Seq Scan on (promo_)?member\b/.test(plan));
  const facts: Fact[] = [
    {
      what: `no question of promos reads all people (${plans.length} plans)`,
      holds: plans.length > 20 && whole.length === 0,
      detail: (whole.length > 0 ? whole : plans).map(({ query, plan }) => `${query}\n${plan}`).join('\n\n'),
    },
  ];
  return { measures, facts };
}
