import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  awaitsWelcome,
  eraseMember,
  exportMember,
  findMember,
  findMembers,
  forgetFormerMembers,
  getMember,
  identify,
  identityOf,
  type Presence,
  proposeMembers,
  recordAbsent,
  recordLeave,
  recordMembers,
  recordWelcome,
} from '../../../src/features/members/service.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { monday as now } from '../../support/monday.ts';

const guildId = '1592090689536000002';
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const person = (index: number, over: Partial<Presence> = {}): Presence => ({
  userId: String(1592090689536001000n + BigInt(index)),
  username: `user${index}`,
  displayName: `User ${index}`,
  joinedAt: now,
  screening: false,
  ...over,
});
const who = (index: number) => ({ guildId, userId: person(index).userId });

let database: TestDatabase;
let db: TestDatabase['db'];
beforeAll(async () => {
  database = await freshDatabase();
  db = database.db;
  await db.guild.create({ data: { id: guildId, createdAt: now } });
});
afterAll(() => database.close());

const named = async (index: number, firstName: string, lastName: string, email = 'x@exemple.fr') => {
  await recordMembers(db, guildId, [person(index)], now);
  const identity = { kind: 'learner', firstName, lastName, email } as const;
  await db.$transaction((tx) => identify(tx, { ...who(index), ...identity, identifiedBy: '1592090689536000003', now }));
};
const isHere = async (index: number) => (await getMember(db, who(index))).leftAt === null;

describe('who is there', () => {
  test('the same said many times at once is one row', async () => {
    await Promise.all(Array.from({ length: 20 }, () => recordMembers(db, guildId, [person(1), person(2)], now)));
    expect(await db.member.count({ where: { guildId } })).toBe(2);
  });

  test('names follow; coming back is a new arrival; the identity stays', async () => {
    await named(3, 'Ada', 'Lovelace');
    await recordWelcome(db, { ...who(3), joinedAt: now, now });
    await recordMembers(db, guildId, [person(3, { displayName: 'Ada L.' })], later(1));
    expect(await getMember(db, who(3))).toMatchObject({ displayName: 'Ada L.', welcomedAt: now });
    await recordLeave(db, { ...who(3), now: later(hour) });
    expect(await isHere(3)).toBe(false);
    await recordMembers(db, guildId, [person(3, { joinedAt: later(2 * hour) })], later(2 * hour));
    const back = await getMember(db, who(3));
    expect(back).toMatchObject({ leftAt: null, welcomedAt: null, joinedAt: later(2 * hour) });
    expect(identityOf(back)).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace' });
    expect(await awaitsWelcome(db, who(3))).toBe(true);
  });

  test('a page asked before a departure does not bring the person back; one asked after does', async () => {
    await recordMembers(db, guildId, [person(4)], now);
    await recordLeave(db, { ...who(4), now: later(hour) });
    await recordMembers(db, guildId, [person(4)], later(hour - 1));
    expect(await isHere(4)).toBe(false);
    await recordMembers(db, guildId, [person(4)], later(hour + 1));
    expect(await isHere(4)).toBe(true);
  });

  test('an event that comes late does not undo a newer arrival', async () => {
    await recordMembers(db, guildId, [person(5, { joinedAt: later(day) })], later(day));
    await recordMembers(db, guildId, [person(5)], now);
    expect((await getMember(db, who(5))).joinedAt).toEqual(later(day));
  });

  test('those missing from a page, within what it covers, are gone; those who joined after it was asked are not', async () => {
    const here = '1592090689536000044';
    await recordMembers(
      db,
      here,
      [1, 2, 3, 4].map((index) => person(index)),
      now,
    );
    await recordMembers(db, here, [person(5, { joinedAt: later(2) })], later(2));
    const page = { guildId: here, present: [person(1).userId], seenAt: later(1) };
    await recordAbsent(db, { ...page, after: '0', until: person(2).userId });
    const gone = async () =>
      (await db.member.findMany({ where: { guildId: here, leftAt: { not: null } }, orderBy: { userId: 'asc' } })).map(
        ({ userId }) => userId,
      );
    expect(await gone()).toEqual([person(2).userId]);
    await recordAbsent(db, { ...page, after: person(2).userId, until: null });
    expect(await gone()).toEqual([2, 3, 4].map((index) => person(index).userId));
  });

  test('on a server that the bot does not know yet nobody is a newcomer, then or later, but who joins again', async () => {
    const here = '1592090689536000022';
    const first = { guildId: here, userId: person(1).userId };
    await recordMembers(db, here, [person(1)], now);
    expect(await awaitsWelcome(db, first)).toBe(false);
    await db.guild.create({ data: { id: here, createdAt: later(hour) } });
    await recordMembers(db, here, [person(1, { displayName: 'Renamed' }), person(2)], later(2 * hour));
    expect(await awaitsWelcome(db, first)).toBe(false);
    expect(await awaitsWelcome(db, { guildId: here, userId: person(2).userId })).toBe(false);
    await recordMembers(db, here, [person(1, { joinedAt: later(3 * hour) })], later(3 * hour));
    expect(await awaitsWelcome(db, first)).toBe(true);
  });

  test('an index gives what a page of the list covers, and no more', async () => {
    const plan = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw`EXPLAIN SELECT FROM member WHERE guild_id = '1' AND left_at IS NULL AND user_id::bigint > 5 AND user_id::bigint <= 9`;
    });
    expect(JSON.stringify(plan)).toMatch(/member_present.*Index Cond: [^"]*> '?5.*<= '?9/);
  });

  test('who a person was before is told to whoever identifies them', async () => {
    await recordMembers(db, guildId, [person(91)], now);
    const as = (kind: 'staff' | 'alumni') =>
      db.$transaction((tx) =>
        identify(tx, { ...who(91), kind, firstName: 'A', lastName: 'B', email: 'a@exemple.fr', identifiedBy: '1', now }),
      );
    expect(await as('staff')).toBeNull();
    expect(await as('alumni')).toBe('staff');
  });

  test('identifying somebody whose arrival was not seen yet makes their row', async () => {
    const identity = { kind: 'alumni', firstName: 'Zoé', lastName: 'Vue', email: 'zoe@exemple.fr' } as const;
    await db.$transaction((tx) => identify(tx, { ...who(90), ...identity, identifiedBy: '1592090689536000003', now }));
    expect(identityOf(await findMember(db, who(90)))).toEqual(identity);
  });
});

describe('finding', () => {
  beforeAll(async () => {
    await named(10, 'Élodie', 'Lefèbvre-Martin', 'elodie@exemple.fr');
    await named(11, 'Œuvrard', "O'Brien", 'ob_100%@exemple.fr');
    await named(12, 'Ngọc Anh', 'Trần', 'na@exemple.fr');
  });
  const found = async (text: string) => (await findMembers(db, { guildId, text })).members.map(({ userId }) => userId);

  test.each([
    ['lefebvre elodie', 10],
    ['MARTIN', 10],
    ['odie artin', 10],
    ['elodie@exemple', 10],
    ['oeuvrard', 11],
    ['o’brien', 11],
    ['ob_100%', 11],
    ['ngoc tran', 12],
    ['@user12', 12],
    [`<@${person(12).userId}>`, 12],
    [person(12).userId, 12],
  ])('%j finds the one', async (text, index) => expect(await found(text)).toEqual([person(index).userId]));

  test.each(['%', '_', 'elodie tran', 'zzzz', '\\', "'; DROP TABLE member; --"])(
    '%j finds nobody it should not',
    async (text) => {
      const ids = await found(text);
      expect(ids.filter((id) => id !== person(11).userId)).toEqual([]);
    },
  );

  test('nothing to look for is refused', async () => {
    await expect(findMembers(db, { guildId, text: ' <@> ' })).rejects.toMatchObject({ code: 'members.empty_search' });
  });

  test('another server’s people are not found', async () => {
    expect((await findMembers(db, { guildId: '1592090689536000099', text: 'elodie' })).total).toBe(0);
  });

  test('pages hold 25, those who left come last, and a page beyond the end is the last', async () => {
    const people = Array.from({ length: 60 }, (_, index) => person(500 + index, { displayName: `Foule ${index}` }));
    await recordMembers(db, guildId, people, now);
    await recordLeave(db, { guildId, userId: people[0]?.userId ?? '', now });
    const first = await findMembers(db, { guildId, text: 'foule' });
    expect([first.total, first.members.length]).toEqual([60, 25]);
    const last = await findMembers(db, { guildId, text: 'foule', page: 99 });
    expect([last.page, last.members.length]).toEqual([2, 10]);
    expect(last.members.at(-1)?.userId).toBe(people[0]?.userId);
  });

  test('proposals begin at three characters, and are the first page', async () => {
    const proposed = async (text: string) => (await proposeMembers(db, { guildId, text })).map(({ userId }) => userId);
    expect(await proposed('é l')).toEqual(await found('é l'));
    expect(await proposed('el')).toEqual([]);
    expect(await proposed('élo')).toEqual([person(10).userId]);
    expect(await proposed('foule')).toHaveLength(25);
  });

  test('names are read in order, without their case and accents', async () => {
    const here = '1592090689536000045';
    const names = ['Zoé', 'ábel', 'Émile', 'bob'];
    await recordMembers(
      db,
      here,
      names.map((displayName, index) => person(index, { displayName, username: `same${index}` })),
      now,
    );
    const { members } = await findMembers(db, { guildId: here, text: 'same' });
    expect(members.map(({ displayName }) => displayName)).toEqual(['ábel', 'bob', 'Émile', 'Zoé']);
  });

  test('an index can give a page of a search that everybody matches in order', async () => {
    const plan = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`;
      return tx.$queryRaw`
        EXPLAIN SELECT user_id FROM member WHERE guild_id = ${guildId} AND search LIKE fold('%e%')
        ORDER BY (left_at IS NOT NULL), sort_key, user_id LIMIT 25`;
    });
    expect(JSON.stringify(plan)).toContain('member_sorted');
    expect(JSON.stringify(plan)).not.toContain('Sort');
  });

  test('the trigram index can answer', async () => {
    const plan = await db.$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
      return tx.$queryRaw`EXPLAIN SELECT user_id FROM member WHERE search LIKE fold('%lefebvre%') AND search LIKE fold('%elodie%')`;
    });
    expect(JSON.stringify(plan)).toContain('member_search');
  });
});

test('identities are erased three years after the departure, visitors after 30 days, and nobody who is there', async () => {
  const here = '1592090689536000033';
  await recordMembers(
    db,
    here,
    [1, 2, 3].map((index) => person(index)),
    now,
  );
  const identity = { kind: 'alumni', firstName: 'A', lastName: 'B', email: 'a@exemple.fr' } as const;
  await db.$transaction((tx) => identify(tx, { guildId: here, userId: person(1).userId, ...identity, identifiedBy: '1', now }));
  for (const index of [1, 2]) await recordLeave(db, { guildId: here, userId: person(index).userId, now });
  const left = async (at: Date) => {
    await db.$transaction((tx) => forgetFormerMembers(tx, at));
    return (await db.member.findMany({ where: { guildId: here }, orderBy: { userId: 'asc' } })).map(({ userId }) => userId);
  };
  const ids = [1, 2, 3].map((index) => person(index).userId);
  expect(await left(later(30 * day))).toEqual(ids);
  expect(await left(later(31 * day))).toEqual([ids[0], ids[2]]);
  expect(await left(later(3 * 365 * day))).toEqual([ids[0], ids[2]]);
  expect(await left(later(3 * 365 * day + 1))).toEqual([ids[2]]);
});

test('a person exports their row; erasing leaves nothing, nor their name on those they identified', async () => {
  await named(70, 'Éva', 'Cée');
  await recordMembers(db, guildId, [person(71)], now);
  await db.member.update({ where: { guildId_userId: who(70) }, data: { identifiedBy: person(71).userId } });
  expect(await exportMember(db, guildId, person(70).userId)).toMatchObject({ member: { firstName: 'Éva' } });
  expect(await exportMember(db, guildId, person(71).userId)).toMatchObject({ identitiesConfirmed: 1 });
  for (const index of [70, 71]) await db.$transaction((tx) => eraseMember(tx, guildId, person(index).userId));
  for (const index of [70, 71])
    expect(await exportMember(db, guildId, person(index).userId)).toEqual({ member: null, identitiesConfirmed: 0 });
});
