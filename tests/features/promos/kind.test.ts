import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addEntry } from '../../../src/features/catalogue/service/entry.ts';
import { noticeVersion } from '../../../src/features/onboarding/rules.ts';
import { acceptRequest } from '../../../src/features/onboarding/service/decision.ts';
import { askToJoin } from '../../../src/features/onboarding/service/promo.ts';
import { keepCalendar } from '../../../src/features/promos/service/calendar.ts';
import { confirmPlan, savePlan } from '../../../src/features/promos/service/confirm.ts';
import { undoEnd } from '../../../src/features/promos/service/end.ts';
import { enrol, lockPeople } from '../../../src/features/promos/service/enrol.ts';
import { addMember, moveMember, removeMember } from '../../../src/features/promos/service/member.ts';
import { lockPromo } from '../../../src/features/promos/service/promo.ts';
import type { Change } from '../../../src/kernel/change.ts';
import type { Kind } from '../../../src/kernel/kind.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';

/** What people are follows from where they learn, whatever led there. */

let database: TestDatabase;
let courseId = 0;
let campusId = 0;
const guildId = '100000000000000001';
const by: Change = { guildId, actorId: '100000000000000002', now: monday };
const today = '2027-01-11';
const person = (number: number) => String(100_000_000_000_001_000n + BigInt(number));

beforeAll(async () => {
  database = await freshDatabase();
  courseId = (await addEntry(database.db, by, { kind: 'course', name: 'CDA' })).id;
  campusId = (await addEntry(database.db, by, { kind: 'campus', name: 'Lille' })).id;
});
beforeEach(() =>
  database.pool.query(
    'TRUNCATE promo, promo_plan, member, consent, identification_request, graphile_worker._private_jobs CASCADE',
  ),
);
afterAll(() => database.close());

async function perform(deed: Parameters<typeof savePlan>[2]) {
  const planId = await savePlan(database.db, by, deed);
  return (await confirmPlan(database.db, by, { planId, today })).promo.id;
}
const create = (name: string, start = '2027-01-04') =>
  perform({
    do: 'create',
    courseId,
    campusId,
    name,
    start,
    end: '2027-08-01',
    managerId: by.actorId,
    trainerIds: [],
    remote: false,
    early: false,
  });

async function arrive(number: number, kind: Kind): Promise<string> {
  const userId = person(number);
  await database.db.member.create({
    data: {
      guildId,
      userId,
      username: `u${number}`,
      displayName: `u${number}`,
      joinedAt: monday,
      kind,
      firstName: 'Zoë',
      lastName: 'Roux',
      email: `u${number}@exemple.fr`,
      identifiedAt: monday,
    },
  });
  await database.db.consent.create({ data: { guildId, userId, version: noticeVersion, acceptedAt: monday } });
  return userId;
}
const kindOf = async (userId: string) =>
  (await database.db.member.findUniqueOrThrow({ where: { guildId_userId: { guildId, userId } } })).kind;
const add = (promoId: number, userId: string, isSecond = false) =>
  addMember(database.db, by, { promoId, userId, part: 'learner', isSecond });
const enter = (promoId: number, userIds: readonly string[]) =>
  database.db.$transaction(async (tx) => {
    await lockPeople(tx, { guildId, userIds });
    const promo = await lockPromo(tx, { guildId, promoId });
    await enrol(tx, promo, { entrants: userIds.map((userId) => ({ userId, actorId: by.actorId })), by: 'list', now: monday });
  });

test.each(['candidate', 'alumni'] as const)('%s who enters a promo that runs learns, and is alumni at its end', async (kind) => {
  const promoId = await create('CDA 1');
  const userIds = [await arrive(1, kind), await arrive(2, kind)];
  await enter(promoId, userIds);
  expect(await Promise.all(userIds.map(kindOf))).toEqual(['learner', 'learner']);
  await perform({ do: 'end', promoId });
  expect(await Promise.all(userIds.map(kindOf))).toEqual(['alumni', 'alumni']);
  await undoEnd(database.db, by, { promoId, today });
  expect(await Promise.all(userIds.map(kindOf))).toEqual(['learner', 'learner']);
});

test('who enters a promo to come waits for its first day', async () => {
  const promoId = await create('CDA 1', '2027-02-01');
  const userIds = [await arrive(1, 'candidate'), await arrive(2, 'alumni')];
  await enter(promoId, userIds);
  expect(await Promise.all(userIds.map(kindOf))).toEqual(['candidate', 'alumni']);
  await database.db.$transaction((tx) => keepCalendar(tx, new Date('2027-02-01T08:00:00Z')));
  expect(await Promise.all(userIds.map(kindOf))).toEqual(['learner', 'learner']);
});

test('staff who add, move and remove people change what they are', async () => {
  const [over, runs, later] = [await create('CDA 1'), await create('CDA 2'), await create('CDA 3', '2027-02-01')];
  const userId = await arrive(1, 'learner');
  await add(over, userId);
  await perform({ do: 'end', promoId: over });
  await add(runs, userId);
  expect(await kindOf(userId)).toBe('learner');
  await moveMember(database.db, by, { userId, from: runs, to: later });
  expect(await kindOf(userId)).toBe('alumni');
  await moveMember(database.db, by, { userId, from: later, to: runs });
  expect(await kindOf(userId)).toBe('learner');
  await removeMember(database.db, by, { promoId: runs, userId });
  expect(await kindOf(userId)).toBe('alumni');
});

test('a cancelled promo leaves nobody a learner of it who is alumni of another', async () => {
  const [over, runs] = [await create('CDA 1'), await create('CDA 2')];
  const userId = await arrive(1, 'learner');
  await add(over, userId);
  await perform({ do: 'end', promoId: over });
  await add(runs, userId);
  await perform({ do: 'cancel', promoId: runs });
  expect(await kindOf(userId)).toBe('alumni');
});

test.each(['trainer', 'staff', 'recruiter'] as const)('%s stays one whatever they follow', async (kind) => {
  const promoId = await create('CDA 1');
  const userId = await arrive(1, kind);
  await add(promoId, userId);
  await perform({ do: 'end', promoId });
  expect(await kindOf(userId)).toBe(kind);
});

test('who is accepted into a promo while another of theirs ends is what both say, whichever is first', async () => {
  for (let round = 0; round < 12; round++) {
    const start = round % 2 ? '2027-02-01' : '2027-01-04';
    const [ending, joining] = [await create(`CDA ${round} a`), await create(`CDA ${round} b`, start)];
    const userId = await arrive(round, 'learner');
    await add(ending, userId);
    await askToJoin(database.db, { guildId, userId, isPresent: true, promoId: joining, locale: 'fr', now: monday });
    const request = await database.db.identificationRequest.findFirstOrThrow({ where: { userId } });
    const decision = { guildId, requestId: request.id, staffId: by.actorId, now: monday };
    await Promise.all([perform({ do: 'end', promoId: ending }), acceptRequest(database.db, decision, request.revision)]);
    expect([round, await kindOf(userId)]).toEqual([round, round % 2 ? 'alumni' : 'learner']);
  }
});
