import pg from 'pg';
import { findMembers } from '../../src/features/members/service.ts';
import { type Db, openDatabase, Prisma } from '../../src/infra/db.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { passerelle, type Scene } from './bot.ts';
import { type Fact, type Measure, quantile } from './measure.ts';
import type { Scale } from './scale.ts';
import type { Typed } from './stage.ts';

const firstNames =
  'Camille,Léa,Manon,Inès,Sarah,Chloé,Emma,Nour,Fatou,Jeanne,Lucie,Zoé,Aïcha,Élodie,Maëlle,Yasmine,Louise,Mégane,Océane,Solène,' +
  'Lucas,Hugo,Karim,Mehdi,Thomas,Théo,Antoine,Mamadou,Julien,Rayan,Baptiste,Clément,Noé,Gaël,Idriss,Maxime,Romain,Ousmane,Loïc,Paul';
const lastNames =
  'Martin,Bernard,Thomas,Petit,Robert,Richard,Durand,Dubois,Moreau,Laurent,Simon,Michel,Lefebvre,Leroy,Roux,David,Bertrand,Morel,' +
  'Fournier,Girard,Bonnet,Dupont,Lambert,Fontaine,Rousseau,Vincent,Müller,Lefèvre,Faure,André,Mercier,Blanc,Guérin,Boyer,Garnier,' +
  'Chevalier,François,Legrand,Gauthier,Garcia,Perrin,Robin,Clément,Morin,Nicolas,Henry,Roussel,Mathieu,Gautier,Masson,Diallo,Traoré,' +
  'Benali,Haddad,Nguyen,Da Silva,Kowalski,Cissé,Ben Amar';

/** As many identified people as `count`, in one statement. */
async function populate(databaseUrl: string, guildId: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO member (guild_id, user_id, username, display_name, joined_at, welcomed_at, kind, first_name, last_name, email, identified_at)
    SELECT $1, (200000000000000000 + n)::text, fold(first) || n, first || ' ' || last, day, day, 'learner', first, last,
      fold(first) || '.' || replace(fold(last), ' ', '') || n || '@example.org', day
    FROM generate_series(1, $2::int) AS n,
      LATERAL (SELECT timestamptz '2026-01-05 09:00Z' AS day, ($3::text[])[1 + n % $4] AS first, ($5::text[])[1 + (n / $4) % $6] AS last) AS person`,
    [guildId, count, firstNames.split(','), firstNames.split(',').length, lastNames.split(','), lastNames.split(',').length],
  );
  await client.query('VACUUM ANALYZE member');
  await client.end();
}

/** `db`, which also notes how PostgreSQL goes about each query before it is asked. */
function explained(db: Db): { db: Db; plans: string[] } {
  const plans: string[] = [];
  const $queryRaw = async (strings: TemplateStringsArray, ...values: unknown[]) => {
    const question = Prisma.sql([`EXPLAIN ${strings[0]}`, ...strings.slice(1)], ...values);
    const lines = await db.$queryRaw<{ 'QUERY PLAN': string }[]>(question);
    plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
    return db.$queryRaw(strings, ...values);
  };
  return { db: new Proxy(db, { get: (target, key) => (key === '$queryRaw' ? $queryRaw : Reflect.get(target, key)) }), plans };
}

const find = (text: string): Typed => ({ name: 'member', path: ['find'], options: { text } });

/** What staff type: a whole name, a last name that hundreds bear, a part of an address that one person has. */
const searches = [find('lea dupont'), find('traore'), find('gael.cisse5')];

/** What staff do all day, in a community of 100 000. */
export async function measureCommunity(
  scene: Scene,
  { launches, members, searches: count }: Scale,
): Promise<{ measures: Measure[]; facts: Fact[] }> {
  const bot = await passerelle(scene);
  const { id, guildId } = bot.place;
  await populate(scene.databaseUrl, guildId, members);

  const converse = async (typed: readonly Typed[], word: string): Promise<number[]> => {
    const { milliseconds, said } = await scene.stage.converse({ id, typed, count: count * typed.length });
    if (!said.includes(word)) throw new Error(`${typed[0]?.name} was answered ${said}`);
    return milliseconds;
  };
  const cases = [
    { what: '/member find', typed: searches, word: 'Ciss' },
    { what: '/member find, one letter', typed: [find('z')], word: 'Zoé' },
    { what: '/home', typed: [{ name: 'home' }], word: 'home:' },
  ];
  const times = new Map<string, number[][]>(cases.map(({ what }) => [what, []]));
  for (const { typed, word } of cases) await converse(typed, word);
  for (let turn = 0; turn < launches; turn++)
    for (const { what, typed, word } of cases) times.get(what)?.push(await converse(typed, word));
  await bot.end();

  const database = openDatabase(scene.databaseUrl, createLogger('warn'));
  const { db, plans } = explained(database.db);
  await findMembers(db, { guildId, text: 'lea dupont' });
  await database.close();

  const measures = [...times].flatMap(([what, turns]): Measure[] => [
    { what: `${what}: p50`, unit: 'ms', ours: turns.map((turn) => quantile(turn, 0.5)), counts: 'value' },
    { what: `${what}: p99`, unit: 'ms', ours: turns.map((turn) => quantile(turn, 0.99)), counts: 'value' },
  ]);
  const holds = plans.length > 0 && plans.every((plan) => plan.includes('member_search'));
  return { measures, facts: [{ what: '/member find uses the trigram index member_search', holds, detail: plans.join('\n\n') }] };
}
