import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addEntry } from '../../../src/features/catalogue/service/entry.ts';
import { eraseMember, findMembers, proposeMembers, recordMembers } from '../../../src/features/members/service.ts';
import { clear, finish } from '../../../src/features/promos/service/calendar.ts';
import { editPromo } from '../../../src/features/promos/service/edit.ts';
import { addMember, moveMember, removeMember } from '../../../src/features/promos/service/member.ts';
import { erasePromos } from '../../../src/features/promos/service/retention.ts';
import type { Change } from '../../../src/kernel/change.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';

/** A person is found by the promos that they are in today, whatever changes them. */

let database: TestDatabase;
const guildId = '100000000000000001';
const by: Change = { guildId, actorId: '100000000000000002', now: monday };
const person = (number: number) => String(100_000_000_000_001_000n + BigInt(number));
const presence = (number: number) => ({
  userId: person(number),
  username: `lea.dupont${number}`,
  displayName: `Léa Dupont ${number}`,
  joinedAt: monday,
  screening: false,
});
let entries = { courseId: 0, campusId: 0 };

beforeAll(async () => {
  database = await freshDatabase();
  const [course, campus] = await Promise.all([
    addEntry(database.db, by, { kind: 'course', name: 'CDA' }),
    addEntry(database.db, by, { kind: 'campus', name: 'Lille' }),
  ]);
  entries = { courseId: course.id, campusId: campus.id };
});
beforeEach(async () => {
  await database.pool.query('TRUNCATE promo, member, graphile_worker._private_jobs CASCADE');
  await recordMembers(database.db, guildId, [1, 2, 3].map(presence), monday);
});
afterAll(() => database.close());

const promo = async (name: string) =>
  (
    await database.db.promo.create({
      data: {
        guildId,
        ...entries,
        name,
        startsOn: new Date('2027-01-01'),
        endsOn: new Date('2027-06-01'),
        state: 'active',
        createdAt: monday,
        template: {},
      },
    })
  ).id;
const add = (promoId: number, number: number, isSecond = false) =>
  addMember(database.db, by, { promoId, userId: person(number), part: 'learner', isSecond });
const found = async (text: string) => (await findMembers(database.db, { guildId, text })).members.map(({ userId }) => userId);

test('by any part of its name with any part of theirs, accents and order ignored', async () => {
  await add(await promo('Développeur Lille 2027'), 1);
  expect(await found('dupont lille')).toEqual([person(1)]);
  expect(await found('LILLE developpeur lea')).toEqual([person(1)]);
  expect((await proposeMembers(database.db, { guildId, text: 'dup lill' })).map(({ userId }) => userId)).toEqual([person(1)]);
  expect(await found('dupont roubaix')).toEqual([]);
});

test('no longer once they leave it, are moved, it is renamed, or it is archived; still while its space is kept', async () => {
  const [a, b] = [await promo('Alpha'), await promo('Beta')];
  for (const number of [1, 2, 3]) await add(a, number);
  await removeMember(database.db, by, { promoId: a, userId: person(1) });
  await moveMember(database.db, by, { userId: person(2), to: b, from: a });
  expect([await found('alpha'), await found('beta')]).toEqual([[person(3)], [person(2)]]);
  await editPromo(database.db, by, { promoId: a, name: 'Gamma' });
  expect([await found('alpha'), await found('gamma')]).toEqual([[], [person(3)]]);
  await database.db.$transaction((tx) => finish(tx, { guildId, promoId: a, today: '2027-01-11', diploma: false, now: monday }));
  expect(await found('gamma')).toEqual([person(3)]);
  await database.db.$transaction((tx) => clear(tx, { guildId, promoId: a, now: monday }));
  expect(await found('gamma')).toEqual([]);
});

test('a thousand who enter at once, and somebody who is seen on the server only afterwards', async () => {
  const id = await promo('Grande');
  await database.pool.query(
    `INSERT INTO promo_member (promo_id, guild_id, user_id, part, added_at)
    SELECT $1, $2, (100000000000001000 + n)::text, 'learner', now() FROM generate_series(1, 1000) AS n`,
    [id, guildId],
  );
  expect(await found('grande')).toHaveLength(3);
  await recordMembers(database.db, guildId, [presence(900)], monday);
  expect(await found('grande 900')).toEqual([person(900)]);
});

test('many who change promos of the same person at the same instant leave what is true', async () => {
  const ids = [];
  for (const name of ['Un', 'Deux', 'Trois', 'Quatre']) ids.push(await promo(name));
  for (const id of ids) await add(id, 1, true);
  await Promise.all(ids.map((promoId, index) => editPromo(database.db, by, { promoId, name: `Nouvelle ${index}` })));
  expect((await database.db.member.findFirstOrThrow({ where: { userId: person(1) } })).promos.split(' ').sort()).toEqual([
    '0',
    '1',
    '2',
    '3',
    'Nouvelle',
    'Nouvelle',
    'Nouvelle',
    'Nouvelle',
  ]);
});

test('an erasure leaves nothing of it', async () => {
  await add(await promo('Oubliée'), 1);
  await database.db.$transaction(async (tx) => {
    await erasePromos(tx, guildId, person(1), monday);
    await eraseMember(tx, guildId, person(1));
  });
  await recordMembers(database.db, guildId, [presence(1)], monday);
  expect(await found('oubliee')).toEqual([]);
});
