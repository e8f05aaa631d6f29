import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eraseMember, identify, recordLeave, recordMembers } from '../../../src/features/members/service.ts';
import { noticeVersion } from '../../../src/features/onboarding/rules.ts';
import { describeRequest } from '../../../src/features/onboarding/service/card.ts';
import {
  acceptRequest,
  askPrecision,
  changeKind,
  changePromo,
  getCard,
  isSent,
  refuseRequest,
} from '../../../src/features/onboarding/service/decision.ts';
import { askToJoin, choosePromo, dropGonePromo } from '../../../src/features/onboarding/service/promo.ts';
import { countOpen, readQueue } from '../../../src/features/onboarding/service/queue.ts';
import {
  acceptNotice,
  chooseKind,
  getOwnRequest,
  standingOf,
  submitRequest,
  withdrawRequest,
} from '../../../src/features/onboarding/service/request.ts';
import { eraseOnboarding, exportOnboarding } from '../../../src/features/onboarding/service/retention.ts';
import { keepCalendar } from '../../../src/features/promos/service/calendar.ts';
import { cancelPromo, endPromo } from '../../../src/features/promos/service/end.ts';
import { hasJoinable, readChoices, readCourses } from '../../../src/features/promos/service/joining.ts';
import { addMember, removeMember, rolesFor } from '../../../src/features/promos/service/member.ts';
import { erasePromos } from '../../../src/features/promos/service/retention.ts';
import type { Kind } from '../../../src/kernel/kind.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday as now } from '../../support/monday.ts';

const guildId = '1592090689536000002';
const foreign = '1592090689536000099';
const staffId = '1592090689536000003';
const managerId = '1592090689536000004';
const today = '2027-01-11';
const by = { guildId, actorId: staffId, now };
const identity = { firstName: 'Marie', lastName: 'Dupont', email: 'marie@exemple.fr' };

let database: TestDatabase;
let db: TestDatabase['db'];
let courseId = 0;
let campusId = 0;
let last = 1592090689536001000n;
beforeAll(async () => {
  database = await freshDatabase();
  db = database.db;
  const entry = async (kind: 'course' | 'campus', name: string) =>
    (await db.catalogueEntry.create({ data: { guildId, kind, name, createdAt: now } })).id;
  courseId = await entry('course', 'CDA');
  campusId = await entry('campus', 'Lille');
});
afterAll(() => database.close());

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );

let made = 0;
async function promoOf(
  state: 'planned' | 'active' | 'ended' | 'cancelled' = 'active',
  more: { guildId?: string; course?: number } = {},
) {
  made += 1;
  const { id } = await db.promo.create({
    data: {
      guildId: more.guildId ?? guildId,
      courseId: more.course ?? courseId,
      campusId,
      name: `Promo ${made}`,
      state,
      startsOn: new Date(state === 'planned' ? '2027-02-01' : '2027-01-04'),
      endsOn: new Date('2027-06-30'),
      managerId,
      template: {},
      createdAt: now,
      ...(state === 'ended' || state === 'cancelled' ? { endedAt: now, deleteOn: new Date('2027-07-30') } : {}),
    },
  });
  return id;
}

async function newPerson() {
  last += 1n;
  const who = { guildId, userId: String(last) };
  const person = { userId: who.userId, username: `u${last}`, displayName: `U ${last}`, joinedAt: now, screening: false };
  await recordMembers(db, guildId, [person], now);
  await acceptNotice(db, { ...who, version: noticeVersion, locale: 'fr', isPresent: false, now });
  return { ...who, locale: 'fr' as const, isPresent: false, now };
}
type Person = Awaited<ReturnType<typeof newPerson>>;

async function sent({ promoId = null, kind = 'learner' }: { promoId?: number | null; kind?: Kind } = {}) {
  const who = await newPerson();
  await chooseKind(db, { ...who, kind });
  await choosePromo(db, { ...who, promoId });
  const { request } = await submitRequest(db, { ...who, ...identity });
  if (!request) throw new Error('not sent');
  return { who, requestId: request.id, revision: request.revision, decision: { guildId, requestId: request.id, staffId, now } };
}

async function identified(kind: Kind = 'learner'): Promise<Person> {
  const who = await newPerson();
  await db.identificationRequest.deleteMany({ where: { userId: who.userId } });
  await db.$transaction((tx) => identify(tx, { ...who, kind, ...identity, identifiedBy: staffId }));
  return who;
}
async function joining(who: Person, promoId: number) {
  const { request } = await askToJoin(db, { ...who, promoId });
  if (!request) throw new Error('not sent');
  return { requestId: request.id, revision: request.revision, decision: { guildId, requestId: request.id, staffId, now } };
}
const insideOf = async ({ userId }: { userId: string }) =>
  (await db.promoMember.findMany({ where: { userId, leftAt: null }, orderBy: { id: 'asc' } })).map(({ promoId, part }) => [
    promoId,
    part,
  ]);
const kindOf = async ({ userId }: { userId: string }) => (await db.member.findFirstOrThrow({ where: { userId } })).kind;
const rowOf = (id: number) => db.identificationRequest.findUniqueOrThrow({ where: { id } });
const end = (promoId: number) => db.$transaction((tx) => endPromo(tx, by, { promoId, today }));
const cancel = (promoId: number) => db.$transaction((tx) => cancelPromo(tx, by, { promoId, today }));

describe('what can be chosen', () => {
  test('only promos to come or running, of this server, by pages that hold all once', async () => {
    const { id: course } = await db.catalogueEntry.create({ data: { guildId, kind: 'course', name: 'TSSR', createdAt: now } });
    const open = await Promise.all(
      Array.from({ length: 53 }, (_, index) => promoOf(index % 2 ? 'planned' : 'active', { course })),
    );
    await promoOf('ended', { course });
    await promoOf('cancelled', { course });
    await promoOf('active', { course, guildId: foreign });
    const pages = await Promise.all([0, 1, 2, 9].map((page) => readChoices(db, { guildId, courseId: course, page })));
    expect(pages.map(({ promos, total, page }) => [promos.length, total, page])).toEqual([
      [25, 53, 0],
      [25, 53, 1],
      [3, 53, 2],
      [3, 53, 2],
    ]);
    const ids = pages.slice(0, 3).flatMap(({ promos }) => promos.map(({ id }) => id));
    expect(ids.sort((a, b) => a - b)).toEqual(open.sort((a, b) => a - b));
    const { courses } = await readCourses(db, { guildId, page: 7 });
    expect(courses.find(({ id }) => id === course)).toMatchObject({ name: 'TSSR', promos: 53 });
    expect(await readChoices(db, { guildId: foreign, courseId, page: 0 })).toMatchObject({ promos: [], total: 0, page: 0 });
    expect(await readCourses(db, { guildId: '1592090689536000077', page: 3 })).toEqual({ courses: [], total: 0, page: 0 });
    expect(await hasJoinable(db, { guildId: '1592090689536000077' })).toBe(false);
  });

  test('somebody identified is not shown those that they are in', async () => {
    const { id: course } = await db.catalogueEntry.create({ data: { guildId, kind: 'course', name: 'Solo', createdAt: now } });
    const promoId = await promoOf('active', { course });
    const who = await identified();
    const shown = async () => (await readCourses(db, { guildId, userId: who.userId, page: 0 })).courses.map(({ id }) => id);
    expect(await shown()).toContain(course);
    await addMember(db, by, { promoId, userId: who.userId, part: 'learner', isSecond: false });
    expect(await shown()).not.toContain(course);
    await removeMember(db, by, { promoId, userId: who.userId });
    expect(await shown()).toContain(course);
  });
});

describe('choosing a promo', () => {
  test.each([
    ['ended', 'onboarding.promo_gone'],
    ['cancelled', 'onboarding.promo_gone'],
    ['planned', 'done'],
    ['active', 'done'],
  ] as const)('one that is %s: %s', async (state, end) => {
    const who = await newPerson();
    await chooseKind(db, { ...who, kind: 'learner' });
    expect(await refused(choosePromo(db, { ...who, promoId: await promoOf(state) }))).toBe(end);
  });

  test('one of another server, before a kind, with a kind that has none, or from outside is refused', async () => {
    const who = await newPerson();
    const promoId = await promoOf();
    const choose = (id: number | null) => refused(choosePromo(db, { ...who, promoId: id }));
    expect(await choose(promoId)).toBe('onboarding.kind_missing');
    await chooseKind(db, { ...who, kind: 'recruiter' });
    expect(await choose(promoId)).toBe('onboarding.promo_needs_kind');
    await chooseKind(db, { ...who, kind: 'trainer' });
    expect(await choose(await promoOf('active', { guildId: foreign }))).toBe('onboarding.promo_gone');
    expect(await choose(promoId)).toBe('done');
    await recordLeave(db, who);
    expect(await choose(null)).toBe('onboarding.not_here');
  });

  test('is kept over corrections, makes the request another, and goes with a kind that has none', async () => {
    const promoId = await promoOf();
    const { who, requestId, revision, decision } = await sent({ promoId });
    await submitRequest(db, { ...who, ...identity, firstName: 'Anne' });
    expect((await rowOf(requestId)).promoId).toBe(promoId);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await choosePromo(db, { ...who, promoId: await promoOf('planned') });
    expect((await waitingTasks(database)).map(({ name }) => name)).toEqual(['onboarding.card']);
    expect(await refused(acceptRequest(db, decision, revision))).toBe('onboarding.changed');
    const { revision: before } = await rowOf(requestId);
    await choosePromo(db, { ...who, promoId: (await rowOf(requestId)).promoId });
    expect((await rowOf(requestId)).revision).toBe(before);
    await chooseKind(db, { ...who, kind: 'candidate' });
    expect(await rowOf(requestId)).toMatchObject({ promoId: null, kind: 'candidate' });
  });

  test('that ended while the form was open: a draft keeps what was typed and is not sent, a sent one goes on without', async () => {
    const promoId = await promoOf();
    const who = await newPerson();
    await chooseKind(db, { ...who, kind: 'learner' });
    await choosePromo(db, { ...who, promoId });
    const waiting = await sent({ promoId });
    expect(await dropGonePromo(db, { ...who, ...identity })).toBeNull();
    await end(promoId);
    expect(await refused(submitRequest(db, { ...who, ...identity }))).toBe('onboarding.promo_gone');
    expect(await dropGonePromo(db, { ...who, ...identity })).toMatchObject({
      status: 'draft',
      promoId: null,
      lastName: 'Dupont',
    });
    expect(await dropGonePromo(db, { ...waiting.who, ...identity, lastName: 'Durand' })).toMatchObject({
      status: 'pending',
      promoId: null,
    });
    await submitRequest(db, { ...waiting.who, ...identity, lastName: 'Durand' });
    expect(await rowOf(waiting.requestId)).toMatchObject({ lastName: 'Durand', promoId: null });
  });

  test('the database itself refuses a promo for a kind that has none', async () => {
    const { requestId } = await sent({ promoId: await promoOf() });
    await expect(db.identificationRequest.update({ where: { id: requestId }, data: { kind: 'recruiter' } })).rejects.toThrow(
      /promo_kind/,
    );
  });

  test('staff change it, drop it, and change the kind; each leaves its trace, and nothing of the person', async () => {
    const [first, second] = [await promoOf(), await promoOf('planned')];
    const { requestId, decision } = await sent({ promoId: first });
    expect(await changePromo(db, decision, second)).toMatchObject({ promoId: second, promo: { id: second } });
    expect(await changePromo(db, decision, null)).toMatchObject({ promoId: null, promo: null });
    expect(await refused(changePromo(db, decision, await promoOf('ended')))).toBe('onboarding.promo_gone');
    await changePromo(db, decision, first);
    expect(await changeKind(db, decision, 'alumni')).toMatchObject({ kind: 'alumni', promoId: null });
    expect(await refused(changePromo(db, decision, first))).toBe('onboarding.promo_needs_kind');
    const traces = await db.auditEntry.findMany({ where: { subject: `request:${requestId}` }, orderBy: { id: 'asc' } });
    expect(traces.map(({ action }) => action)).toEqual([
      'onboarding.change_promo',
      'onboarding.change_promo',
      'onboarding.change_promo',
      'onboarding.change_kind',
    ]);
    expect(traces[0]).toMatchObject({ before: { promo: first }, after: { promo: second } });
  });
});

describe('accepting', () => {
  test('lets the person in, in the same transaction, by their kind, with a trace', async () => {
    for (const kind of ['learner', 'trainer'] as const) {
      const promoId = await promoOf();
      const { who, decision, revision, requestId } = await sent({ promoId, kind });
      expect(await acceptRequest(db, decision, revision)).toMatchObject({ joinResult: 'joined' });
      expect(await insideOf(who)).toEqual([[promoId, kind]]);
      expect(await rowOf(requestId)).toMatchObject({ status: 'accepted', joinResult: 'joined' });
      expect(await db.auditEntry.count({ where: { subject: `promo:${promoId}`, action: 'promos.add_member' } })).toBe(1);
      expect(await db.auditEntry.findFirstOrThrow({ where: { subject: `request:${requestId}` } })).toMatchObject({
        after: { status: 'accepted', kind, promo: promoId, join: 'joined' },
      });
      expect(await waitingTasks(database)).toContainEqual({ name: 'promos.roles', payload: { guildId, userId: who.userId } });
    }
  });

  test('of many staff at once one lets the person in, once', async () => {
    const promoId = await promoOf();
    const { who, decision, revision } = await sent({ promoId });
    const ends = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        refused(
          index % 2
            ? acceptRequest(db, { ...decision, staffId: String(1592090689536000100n + BigInt(index)) }, revision)
            : refuseRequest(db, { ...decision, staffId: String(1592090689536000100n + BigInt(index)) }, 'Non'),
        ),
      ),
    );
    expect(ends.filter((one) => one === 'done')).toHaveLength(1);
    expect(new Set(ends)).toEqual(new Set(['done', 'onboarding.already_decided']));
    expect((await insideOf(who)).length).toBeLessThanOrEqual(1);
  });

  test('while the promo ends, others add the person and they change their mind: each is in it or told why not, and nothing waits for ever', async () => {
    const promoId = await promoOf();
    const others = await promoOf('planned');
    const crowd = await Promise.all(Array.from({ length: 12 }, () => sent({ promoId })));
    const ends = await Promise.all([
      ...crowd.map(({ decision, revision }) => refused(acceptRequest(db, decision, revision))),
      refused(end(promoId)),
      ...crowd.slice(0, 4).map(({ who }) => refused(choosePromo(db, { ...who, promoId: others }))),
      ...crowd
        .slice(4, 8)
        .map(({ who }) => refused(addMember(db, by, { promoId: others, userId: who.userId, part: 'learner', isSecond: false }))),
      ...crowd.slice(8).map(({ who }) => refused(submitRequest(db, { ...who, ...identity, firstName: 'Anne' }))),
    ]);
    const expected = /^(done|onboarding\.(changed|nothing_open|promo_gone)|promos\.(elsewhere|over))$/;
    expect(ends.filter((one) => !expected.test(one))).toEqual([]);
    for (const { who, requestId } of crowd) {
      const { status, joinResult, promoId: named } = await rowOf(requestId);
      if (status !== 'accepted') continue;
      const inside = (await insideOf(who)).map(([id]) => id);
      expect(inside.includes(named ?? 0)).toBe(joinResult === 'joined');
      expect(inside.length).toBeLessThanOrEqual(1);
    }
  });

  test.each([
    ['ended', 'over'],
    ['cancelled', 'over'],
  ] as const)('stands when the promo is %s by then', async (state, joinResult) => {
    const promoId = await promoOf(state === 'cancelled' ? 'planned' : 'active');
    const { who, decision, revision, requestId } = await sent({ promoId });
    await (state === 'cancelled' ? cancel : end)(promoId);
    expect(await acceptRequest(db, decision, revision)).toMatchObject({ joinResult });
    expect([await kindOf(who), await insideOf(who)]).toEqual(['learner', []]);
    expect(await getCard(db, { guildId, requestId })).toMatchObject({ joinResult, promo: { isJoinable: false } });
  });

  test('stands when the person is in it already, or learns in another that staff gave them meanwhile', async () => {
    const [wanted, given] = [await promoOf(), await promoOf()];
    const inside = await sent({ promoId: wanted });
    await addMember(db, by, { promoId: wanted, userId: inside.who.userId, part: 'learner', isSecond: false });
    expect(await acceptRequest(db, inside.decision, inside.revision)).toMatchObject({ joinResult: 'already' });
    expect(await insideOf(inside.who)).toEqual([[wanted, 'learner']]);
    const elsewhere = await sent({ promoId: wanted });
    await addMember(db, by, { promoId: given, userId: elsewhere.who.userId, part: 'learner', isSecond: false });
    expect((await getCard(db, { guildId, requestId: elsewhere.requestId })).learnsIn).toHaveLength(1);
    expect(await acceptRequest(db, elsewhere.decision, elsewhere.revision)).toMatchObject({ joinResult: 'elsewhere' });
    expect(await insideOf(elsewhere.who)).toEqual([[given, 'learner']]);
    expect(await kindOf(elsewhere.who)).toBe('learner');
  });

  test('a failure inside lets nobody half in', async () => {
    const promoId = await promoOf();
    const { who, decision, revision, requestId } = await sent({ promoId });
    await database.pool.query(`
      CREATE FUNCTION refuse_member() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
      CREATE TRIGGER refuse_member BEFORE INSERT ON promo_member FOR EACH ROW EXECUTE FUNCTION refuse_member()`);
    await expect(acceptRequest(db, decision, revision)).rejects.toThrow();
    await database.pool.query('DROP TRIGGER refuse_member ON promo_member; DROP FUNCTION refuse_member()');
    expect([(await rowOf(requestId)).status, await insideOf(who), await kindOf(who)]).toEqual(['pending', [], null]);
    expect(await acceptRequest(db, decision, revision)).toMatchObject({ joinResult: 'joined' });
  });
});

describe('a promo more', () => {
  test('is asked for by who is identified as what goes with one, with the identity that is known', async () => {
    const promoId = await promoOf();
    for (const [kind, asked] of [
      ['learner', 'learner'],
      ['alumni', 'learner'],
      ['trainer', 'trainer'],
    ] as const) {
      const who = await identified(kind);
      const { requestId } = await joining(who, promoId);
      expect(await rowOf(requestId)).toMatchObject({ ...identity, status: 'pending', kind: asked, isJoin: true, promoId });
      expect(await standingOf(db, who)).toMatchObject({ promo: { id: promoId }, identity: { kind } });
    }
    for (const kind of ['recruiter', 'candidate', 'staff'] as const)
      expect(await refused(askToJoin(db, { ...(await identified(kind)), promoId }))).toBe('onboarding.not_identified');
    expect(await refused(askToJoin(db, { ...(await newPerson()), promoId }))).toBe('onboarding.not_identified');
    const who = await identified();
    expect(await refused(askToJoin(db, { ...who, promoId: await promoOf('active', { guildId: foreign }) }))).toBe(
      'onboarding.promo_gone',
    );
    await addMember(db, by, { promoId, userId: who.userId, part: 'learner', isSecond: false });
    expect(await refused(askToJoin(db, { ...who, promoId }))).toBe('onboarding.already_inside');
    await db.consent.deleteMany({ where: { userId: who.userId } });
    expect(await refused(askToJoin(db, { ...who, promoId }))).toBe('onboarding.consent_needed');
    await recordLeave(db, who);
    expect(await refused(askToJoin(db, { ...who, promoId }))).toBe('onboarding.not_here');
  });

  test('is one request, however many are sent at once, and gives way to a change that is with the staff', async () => {
    const promos = await Promise.all(Array.from({ length: 4 }, () => promoOf()));
    const who = await identified();
    const ends = await Promise.all(
      Array.from({ length: 20 }, (_, index) => refused(askToJoin(db, { ...who, promoId: promos[index % 4] ?? 0 }))),
    );
    expect(new Set(ends)).toEqual(new Set(['done']));
    const open = await db.identificationRequest.findMany({ where: { userId: who.userId } });
    expect(open.map(({ status, isJoin }) => [status, isJoin])).toEqual([['pending', true]]);

    const changing = await identified();
    await chooseKind(db, { ...changing, kind: 'recruiter' });
    expect(await refused(askToJoin(db, { ...changing, promoId: promos[0] ?? 0 }))).toBe('done');
    const busy = await identified();
    await chooseKind(db, { ...busy, kind: 'recruiter' });
    await submitRequest(db, { ...busy, ...identity });
    expect(await refused(askToJoin(db, { ...busy, promoId: promos[0] ?? 0 }))).toBe('onboarding.other_request');
  });

  test('is accepted besides the first, and both give their roles', async () => {
    const [first, second] = [await promoOf(), await promoOf()];
    const who = await identified();
    await addMember(db, by, { promoId: first, userId: who.userId, part: 'learner', isSecond: false });
    const { decision, revision, requestId } = await joining(who, second);
    expect((await getCard(db, { guildId, requestId })).learnsIn).toHaveLength(1);
    expect(await acceptRequest(db, decision, revision)).toMatchObject({ joinResult: 'joined' });
    expect(await insideOf(who)).toEqual([
      [first, 'learner'],
      [second, 'learner'],
    ]);
    expect((await rolesFor(db, who))?.given).toMatchObject({ learner: true, alumni: false });
    expect(await rowOf(requestId)).toMatchObject({ formerKind: null });
  });

  test.each([
    ['active', 'learner', 'alumni'],
    ['planned', 'alumni', null],
  ] as const)('an alumni who enters one that is %s is %s', async (state, kind, formerKind) => {
    const finished = await promoOf();
    const who = await identified('learner');
    await addMember(db, by, { promoId: finished, userId: who.userId, part: 'learner', isSecond: false });
    await end(finished);
    expect(await kindOf(who)).toBe('alumni');
    const promoId = await promoOf(state);
    const { decision, revision, requestId } = await joining(who, promoId);
    await acceptRequest(db, decision, revision);
    expect([await kindOf(who), (await rowOf(requestId)).formerKind]).toEqual([kind, formerKind]);
    expect((await rolesFor(db, who))?.given).toMatchObject({ learner: kind === 'learner', alumni: kind === 'alumni' });
    // On its first day the promo makes them a learner.
    await db.promo.updateMany({ where: { id: { not: promoId }, state: 'planned' }, data: { startsOn: new Date('2027-06-01') } });
    await db.$transaction((tx) => keepCalendar(tx, new Date('2027-02-01T12:00:00Z')));
    expect(await kindOf(who)).toBe('learner');
  });

  test('that is over by then leaves the person what they were', async () => {
    const promoId = await promoOf();
    const who = await identified('alumni');
    const { decision, revision } = await joining(who, promoId);
    await end(promoId);
    expect(await acceptRequest(db, decision, revision)).toMatchObject({ joinResult: 'over' });
    expect([await kindOf(who), await insideOf(who)]).toEqual(['alumni', []]);
  });

  test('is not another kind for staff, who may give another promo, ask or refuse; the person takes it back, or makes it a change', async () => {
    const [promoId, other] = [await promoOf(), await promoOf()];
    const who = await identified();
    const { decision, requestId } = await joining(who, promoId);
    expect(await refused(changeKind(db, decision, 'recruiter'))).toBe('onboarding.joins_only');
    expect(await refused(changePromo(db, decision, null))).toBe('onboarding.joins_only');
    expect(await changePromo(db, decision, other)).toMatchObject({ promoId: other, isJoin: true });
    await askPrecision(db, decision, 'Pourquoi ?');
    await askToJoin(db, { ...who, promoId });
    expect(await rowOf(requestId)).toMatchObject({ status: 'asked', promoId });
    await submitRequest(db, { ...who, ...identity, answer: 'Parce que' });
    expect(await rowOf(requestId)).toMatchObject({ status: 'pending', isJoin: true, answer: 'Parce que' });
    expect(await refused(withdrawRequest(db, { ...who, requestId }))).toBe('done');
    const again = await joining(who, promoId);
    await chooseKind(db, { ...who, kind: 'learner' });
    expect(await rowOf(again.requestId)).toMatchObject({ isJoin: false, promoId });
    expect(await kindOf(who)).toBe('learner');
  });
});

test('a manager’s own requests come first, counted', async () => {
  const here = '1592090689536000055';
  const make = async (index: number, promoId: number | null) => {
    const { id } = await db.identificationRequest.create({
      data: {
        ...{
          guildId: here,
          userId: String(1592090689536005000n + BigInt(index)),
          status: 'pending',
          kind: 'learner',
          ...identity,
        },
        ...{ createdAt: now, submittedAt: new Date(now.getTime() + index), promoId },
      },
    });
    return id;
  };
  const promoId = await promoOf('active', { guildId: here });
  const ids = [await make(1, null), await make(2, promoId), await make(3, null), await make(4, promoId)];
  const order = async (staff: string) => {
    const pages = await Promise.all([0, 1, 2, 3].map((at) => readQueue(db, { guildId: here, staffId: staff, at })));
    return pages.map(({ request }) => ids.indexOf(request?.id ?? 0));
  };
  expect(await order(managerId)).toEqual([1, 3, 0, 2]);
  expect(await order(staffId)).toEqual([0, 1, 2, 3]);
  expect(await countOpen(db, { guildId: here, staffId: managerId })).toEqual({ pending: 4, own: 2, asked: 0 });
});

test('the export names the promo; an erasure leaves nothing, and the cards that name an erased manager are drawn again', async () => {
  const promoId = await promoOf();
  const { who, requestId } = await sent({ promoId });
  const place = { cardChannelId: '1592090689536000011', cardMessageId: '1592090689536000012' };
  await db.identificationRequest.update({ where: { id: requestId }, data: place });
  expect(await exportOnboarding(db, guildId, who.userId)).toMatchObject({
    requests: [{ promo: { name: expect.stringContaining('Promo') } }],
  });
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.$transaction(async (tx) => {
    await eraseOnboarding(tx, guildId, managerId);
    await erasePromos(tx, guildId, managerId, new Date());
  });
  expect(await waitingTasks(database)).toContainEqual({ name: 'onboarding.card', payload: { guildId, requestId } });
  const row = await getOwnRequest(db, { ...who, requestId });
  expect(isSent(row) && (await describeRequest(db, row)).promo?.managerId).toBeNull();
  await db.$transaction(async (tx) => {
    await eraseOnboarding(tx, guildId, who.userId);
    await eraseMember(tx, guildId, who.userId);
  });
  expect(await exportOnboarding(db, guildId, who.userId)).toEqual({ consents: [], requests: [], decisions: [] });
  // A promo whose rows go takes no request along.
  const other = await sent({ promoId });
  await db.promo.delete({ where: { id: promoId } });
  expect(await rowOf(other.requestId)).toMatchObject({ promoId: null, status: 'pending' });
});
