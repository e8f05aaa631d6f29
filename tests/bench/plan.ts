import pg from 'pg';
import { findMembers } from '../../src/features/members/service.ts';
import { countPeopleOf, countReachable, reachablePromos } from '../../src/features/promos/service/audience.ts';
import { keepCalendar, keepNight } from '../../src/features/promos/service/calendar.ts';
import { addMember, removeMember, rolesFor, welcomeBack } from '../../src/features/promos/service/member.ts';
import { orderedCategories, promiseUnfinished, readSpaces, spacedPromos } from '../../src/features/promos/service/place.ts';
import {
  countPeople,
  leads,
  listPromos,
  placesOf,
  promosOf,
  readRoster,
  resolvePromo,
  suggestPromos,
  trainersOf,
} from '../../src/features/promos/service/promo.ts';
import { exportPromos } from '../../src/features/promos/service/retention.ts';
import { isTrusted, readOrphans, trustedOf } from '../../src/features/promos/service/trust.ts';
import { readViews } from '../../src/features/promos/service/view.ts';
import { type Db, openDatabase } from '../../src/infra/db.ts';
import { createLogger } from '../../src/infra/logger.ts';

type Key = { guildId: string; promoId: number; userId: string };

/** Everything that promos ask of the database in a command, an event or a schedule. */
export function readers({ guildId, promoId, userId }: Key): readonly ((db: Db) => Promise<unknown>)[] {
  const now = new Date();
  const by = { guildId, actorId: userId, now };
  const filter = { state: null, courseId: null, campusId: null };
  return [
    (db) => listPromos(db, { guildId, filter, page: 3 }),
    (db) => suggestPromos(db, { guildId, typed: 'cda', states: ['planned', 'active'] }),
    (db) => resolvePromo(db, { guildId, typed: String(promoId) }),
    (db) => readRoster(db, { promoId, page: 0 }),
    (db) => countPeople(db, promoId),
    (db) => trainersOf(db, promoId),
    (db) => promosOf(db, { guildId, userId }),
    (db) => placesOf(db, { guildId, userId }),
    (db) => leads(db, { promoId, userId }),
    (db) => rolesFor(db, { guildId, userId }),
    (db) => readSpaces(db, { guildId, promoIds: [promoId, promoId + 1] }, 'fr'),
    (db) => spacedPromos(db, guildId),
    (db) => orderedCategories(db, guildId),
    (db) => readViews(db, { guildId, userId, page: 0 }),
    (db) => isTrusted(db, { guildId, userId }),
    (db) => trustedOf(db, guildId),
    (db) => readOrphans(db, guildId),
    (db) => reachablePromos(db, { guildId }, { limit: 25 }),
    (db) => countReachable(db, { guildId }),
    (db) => countPeopleOf(db, [promoId, promoId + 1]),
    (db) => exportPromos(db, guildId, userId),
    (db) => welcomeBack(db, { guildId, userId }),
    (db) => removeMember(db, by, { promoId, userId }).catch(() => null),
    (db) => addMember(db, by, { promoId, userId, part: 'learner', isSecond: false }).catch(() => null),
    (db) => findMembers(db, { guildId, text: 'martin cda lille' }),
    (db) => db.$transaction((tx) => keepCalendar(tx, now)),
    (db) => db.$transaction((tx) => keepNight(tx, now)),
    (db) => db.$transaction((tx) => promiseUnfinished(tx)),
  ];
}

type Query = { text: string; values?: unknown[] };

/** How PostgreSQL goes about each query of these, as it is asked. */
export async function askEverything(
  databaseUrl: string,
  questions: readonly ((db: Db) => Promise<unknown>)[],
): Promise<{ query: string; plan: string }[]> {
  const database = openDatabase(databaseUrl, createLogger('warn'));
  const asked = new Map<string, unknown[]>();
  database.pool.on('connect', (client) => {
    const { query } = client;
    client.query = ((...input: [Query | string, ...never[]]) => {
      const [first, values] = input;
      const text = typeof first === 'string' ? first : first.text;
      if (/^\s*(\/\*.*\*\/\s*)?(SELECT|WITH|UPDATE|INSERT|DELETE)/i.test(text))
        asked.set(text, (typeof first === 'string' ? values : first.values) ?? []);
      return Reflect.apply(query, client, input);
    }) as typeof client.query;
  });
  for (const ask of questions) await ask(database.db);
  await database.close();

  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const plans: { query: string; plan: string }[] = [];
  for (const [query, values] of asked) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${query}`, values);
    plans.push({ query, plan: rows.map((row) => row['QUERY PLAN']).join('\n') });
  }
  await client.end();
  return plans;
}
