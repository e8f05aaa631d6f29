import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identify, recordLeave, recordMembers } from '../../../src/features/members/service.ts';
import { noticeVersion } from '../../../src/features/onboarding/rules.ts';
import { promiseWelcome, promiseWelcomes, promiseWelcomesOf } from '../../../src/features/onboarding/service/arrival.ts';
import {
  acceptRequest,
  askPrecision,
  changeKind,
  getWaiting,
  promiseGrants,
  refuseRequest,
} from '../../../src/features/onboarding/service/decision.ts';
import { readQueue } from '../../../src/features/onboarding/service/queue.ts';
import { recordLateList, remindPeople, remindStaff } from '../../../src/features/onboarding/service/reminder.ts';
import {
  acceptNotice,
  chooseKind,
  getOwnRequest,
  standingOf,
  submitRequest,
  withdrawRequest,
} from '../../../src/features/onboarding/service/request.ts';
import { eraseOnboarding, exportOnboarding, forgetOldRequests } from '../../../src/features/onboarding/service/retention.ts';
import type { Tx } from '../../../src/infra/db.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday as now } from '../../support/monday.ts';

const guildId = '1592090689536000002';
const staffId = '1592090689536000003';
const identity = { firstName: 'Marie', lastName: 'Dupont', email: 'marie@exemple.fr' };
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);

let database: TestDatabase;
let db: TestDatabase['db'];
let last = 1592090689536001000n;
beforeAll(async () => {
  database = await freshDatabase();
  db = database.db;
});
afterAll(() => database.close());

async function newPerson(): Promise<{ guildId: string; userId: string }> {
  last += 1n;
  const who = { guildId, userId: String(last) };
  const person = { userId: who.userId, username: `u${last}`, displayName: `U ${last}`, joinedAt: now, screening: false };
  await recordMembers(db, guildId, [person], now);
  return who;
}

async function drafted() {
  const who = await newPerson();
  await acceptNotice(db, { ...who, version: noticeVersion, locale: 'fr', isPresent: false, now });
  await chooseKind(db, { ...who, kind: 'learner', locale: 'fr', isPresent: false, now });
  return who;
}

async function sent() {
  const who = await drafted();
  const { request } = await submitRequest(db, { ...who, ...identity, locale: 'fr', isPresent: false, now });
  if (!request) throw new Error('not sent');
  return { ...who, requestId: request.id, revision: request.revision };
}

const code = (promise: Promise<unknown>) => expect(promise).rejects;
const statusOf = async (id: number) => (await db.identificationRequest.findUniqueOrThrow({ where: { id } })).status;

describe('presenting oneself', () => {
  test('consent is kept once, with its version and time; another version asks again', async () => {
    const who = await newPerson();
    expect((await acceptNotice(db, { ...who, version: 'former', locale: 'fr', isPresent: false, now })).hasConsented).toBe(false);
    const accept = () => acceptNotice(db, { ...who, version: noticeVersion, locale: 'fr', isPresent: false, now: later(hour) });
    await Promise.all(Array.from({ length: 10 }, accept));
    expect(await db.consent.findMany({ where: who })).toEqual([{ ...who, version: noticeVersion, acceptedAt: later(hour) }]);
    expect(await db.identificationRequest.count({ where: who })).toBe(1);
  });

  test('nothing goes on without consent, kind, or an open request', async () => {
    const who = await newPerson();
    await code(chooseKind(db, { ...who, kind: 'learner', locale: 'fr', isPresent: false, now })).toMatchObject({
      code: 'onboarding.consent_needed',
    });
    await code(submitRequest(db, { ...who, ...identity, locale: 'fr', isPresent: false, now })).toMatchObject({
      code: 'onboarding.consent_needed',
    });
    await acceptNotice(db, { ...who, version: noticeVersion, locale: 'fr', isPresent: false, now });
    await code(submitRequest(db, { ...who, ...identity, locale: 'fr', isPresent: false, now })).toMatchObject({
      code: 'onboarding.kind_missing',
    });
    await db.identificationRequest.deleteMany({ where: who });
    await code(submitRequest(db, { ...who, ...identity, locale: 'fr', isPresent: false, now })).toMatchObject({
      code: 'onboarding.nothing_open',
    });
  });

  test('all that is wrong with the form is said at once', async () => {
    const who = await drafted();
    const typed = { firstName: '🙂', lastName: ' ', email: 'nobody' };
    await code(submitRequest(db, { ...who, ...typed, locale: 'fr', isPresent: false, now })).toMatchObject({
      code: 'onboarding.invalid_identity',
      text: { en: expect.stringMatching(/First name.*\n.*Last name.*\n.*E-mail/) },
    });
    expect((await standingOf(db, who)).request?.status).toBe('draft');
  });

  test('however many send at once, one request is open and one card is promised', async () => {
    const who = await drafted();
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        await chooseKind(db, { ...who, kind: index % 2 ? 'learner' : 'alumni', locale: 'fr', isPresent: false, now });
        await submitRequest(db, { ...who, ...identity, locale: 'fr', isPresent: false, now });
      }),
    );
    const requests = await db.identificationRequest.findMany({ where: who });
    expect(requests.map(({ status }) => status)).toEqual(['pending']);
    const cards = (await waitingTasks(database)).filter(({ payload }) => payload.requestId === requests[0]?.id);
    expect(cards).toHaveLength(1);
  });

  test('correcting keeps the place in the queue, unless staff had asked', async () => {
    const request = await sent();
    await submitRequest(db, { ...request, ...identity, firstName: 'Anne', locale: 'fr', isPresent: false, now: later(hour) });
    expect((await getOwnRequest(db, request)).submittedAt).toEqual(now);
    await askPrecision(db, { ...request, staffId, now }, 'Anne ?');
    await submitRequest(db, { ...request, ...identity, locale: 'fr', isPresent: false, now: later(hour) });
    expect(await getOwnRequest(db, request)).toMatchObject({
      status: 'pending',
      submittedAt: later(hour),
      question: 'Anne ?',
      decidedBy: null,
    });
  });

  test('a request is its person’s own', async () => {
    const request = await sent();
    const other = await newPerson();
    await code(getOwnRequest(db, { ...request, ...other })).toMatchObject({ code: 'onboarding.nothing_open' });
    await code(withdrawRequest(db, { ...request, ...other, now })).toMatchObject({ code: 'onboarding.nothing_open' });
    await code(withdrawRequest(db, { ...request, guildId: '1592090689536000099', now })).toMatchObject({
      code: 'onboarding.nothing_open',
    });
    await withdrawRequest(db, { ...request, now });
    expect(await statusOf(request.requestId)).toBe('cancelled');
  });

  test.each([
    ['who left', (who: { guildId: string; userId: string }) => recordLeave(db, { ...who, now })],
    ['who was never seen there', (who: { guildId: string; userId: string }) => db.member.deleteMany({ where: who })],
  ])('somebody %s can do nothing from a direct message', async (_, leave) => {
    const who = await drafted();
    await leave(who);
    const refused = await Promise.allSettled([
      acceptNotice(db, { ...who, version: noticeVersion, locale: 'fr', isPresent: false, now }),
      chooseKind(db, { ...who, kind: 'staff', locale: 'fr', isPresent: false, now }),
      submitRequest(db, { ...who, ...identity, locale: 'fr', isPresent: false, now }),
    ]);
    expect(refused).toEqual(
      refused.map(() => ({ status: 'rejected', reason: expect.objectContaining({ code: 'onboarding.not_here' }) })),
    );
    const here = await chooseKind(db, { ...who, kind: 'staff', locale: 'fr', isPresent: true, now });
    expect(here.kind).toBe('staff');
  });

  test('whatever makes a request another one promises its card; nothing else does', async () => {
    const request = await sent();
    const person = { ...request, locale: 'fr', isPresent: false, now } as const;
    const decision = { ...request, staffId, now };
    const acts: readonly [() => Promise<unknown>, boolean][] = [
      [() => acceptNotice(db, { ...person, version: noticeVersion }), false],
      [() => chooseKind(db, { ...person, kind: 'learner' }), false],
      [() => chooseKind(db, { ...person, kind: 'alumni' }), true],
      [() => changeKind(db, decision, 'alumni'), false],
      [() => changeKind(db, decision, 'trainer'), true],
      [() => submitRequest(db, { ...person, ...identity }), true],
    ];
    for (const [act, isOther] of acts) {
      await database.pool.query('DELETE FROM graphile_worker._private_jobs');
      const before = await getOwnRequest(db, request);
      await act();
      const { revision } = await getOwnRequest(db, request);
      const cards = (await waitingTasks(database)).filter(({ name }) => name === 'onboarding.card');
      expect([revision - before.revision, cards.length]).toEqual(isOther ? [1, 1] : [0, 0]);
    }
  });
});

describe('deciding', () => {
  test('of many at once one decides; the others are told; one trace, one identity', async () => {
    const request = await sent();
    const staffOf = (index: number) => String(1592090689536000100n + BigInt(index));
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        index % 2
          ? acceptRequest(db, { ...request, staffId: staffOf(index), now }, request.revision)
          : refuseRequest(db, { ...request, staffId: staffOf(index), now }, 'Non'),
      ),
    );
    const done = results.filter(({ status }) => status === 'fulfilled');
    expect(done).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'onboarding.already_decided' });
    expect(await db.auditEntry.count({ where: { subject: `request:${request.requestId}` } })).toBe(1);
  });

  test('nobody decides about their own, another server’s, an unknown, or an unsent request', async () => {
    const request = await sent();
    const draft = await drafted();
    const draftId = (await standingOf(db, draft)).request?.id ?? 0;
    await code(acceptRequest(db, { ...request, staffId: request.userId, now }, request.revision)).toMatchObject({
      code: 'onboarding.own_request',
    });
    for (const wrong of [{ guildId: '1592090689536000099' }, { requestId: 2_147_483_647 }, { requestId: draftId }]) {
      await code(acceptRequest(db, { ...request, staffId, now, ...wrong }, request.revision)).toMatchObject({
        code: 'onboarding.unknown_request',
      });
      await code(getWaiting(db, { ...request, staffId, ...wrong })).toMatchObject({ code: 'onboarding.unknown_request' });
    }
    await withdrawRequest(db, { ...request, now });
    await code(changeKind(db, { ...request, staffId, now }, 'staff')).toMatchObject({ code: 'onboarding.not_waiting' });
  });

  test('what the person changed after it was read is not accepted unseen', async () => {
    const request = await sent();
    await chooseKind(db, { ...request, kind: 'staff', locale: 'fr', isPresent: false, now });
    await code(acceptRequest(db, { ...request, staffId, now }, request.revision)).toMatchObject({ code: 'onboarding.changed' });
    expect(await statusOf(request.requestId)).toBe('pending');
    const { revision } = await getOwnRequest(db, request);
    expect(await acceptRequest(db, { ...request, staffId, now }, revision)).toMatchObject({ kind: 'staff' });
  });

  test('what other staff changed after it was read is not accepted unseen', async () => {
    const request = await sent();
    const changed = await changeKind(db, { ...request, staffId, now }, 'staff');
    await code(acceptRequest(db, { ...request, staffId, now }, request.revision)).toMatchObject({ code: 'onboarding.changed' });
    expect(await acceptRequest(db, { ...request, staffId, now }, changed.revision)).toMatchObject({ kind: 'staff' });
  });

  test('a role that could not be given is tried again when it is bound, for the last acceptance of who is there', async () => {
    const place = '1592090689536000066';
    await db.guild.create({ data: { id: place, createdAt: later(-day) } });
    const request = async (userId: string, index: number) => {
      const { id } = await db.identificationRequest.create({
        data: {
          ...{ guildId: place, userId, status: 'accepted', kind: 'learner', ...identity, createdAt: now, submittedAt: now },
          ...{ decidedAt: later(index), shortfalls: index === 3 ? ['nickname'] : ['role:learner', 'nickname'] },
        },
      });
      return id;
    };
    const [twice, once, gone] = [11, 12, 13].map((index) => String(1592090689536003000n + BigInt(index)));
    if (!twice || !once || !gone) throw new Error('no ids');
    const seen = (userId: string) => ({ userId, username: userId, displayName: userId, joinedAt: now, screening: false });
    await recordMembers(db, place, [seen(twice), seen(once), seen(gone)], now);
    await recordLeave(db, { guildId: place, userId: gone, now });
    await request(twice, 1);
    await request(once, 3);
    await request(gone, 1);
    const newest = await request(twice, 2);
    const settled = async () => {
      await database.pool.query('DELETE FROM graphile_worker._private_jobs');
      await db.$transaction((tx) => promiseGrants(tx));
      return (await waitingTasks(database)).filter(({ payload }) => payload.guildId === place);
    };
    expect(await settled()).toEqual([]);
    await db.roleBinding.create({ data: { guildId: place, key: 'learner', roleId: '1592090689536000067' } });
    expect(await settled()).toEqual([{ name: 'onboarding.settle', payload: { guildId: place, requestId: newest } }]);
    await db.guild.update({ where: { id: place }, data: { leftAt: now } });
    expect(await settled()).toEqual([]);
  });

  test('accepting and withdrawing at once: one of the two', async () => {
    const request = await sent();
    const results = await Promise.allSettled([
      acceptRequest(db, { ...request, staffId, now }, request.revision),
      withdrawRequest(db, { ...request, now }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a change of kind is traced with before and after, and says nothing of the person', async () => {
    const request = await sent();
    await changeKind(db, { ...request, staffId, now }, 'alumni');
    await changeKind(db, { ...request, staffId, now }, 'alumni');
    const traces = await db.auditEntry.findMany({ where: { subject: `request:${request.requestId}` } });
    expect(traces).toMatchObject([{ action: 'onboarding.change_kind', before: { kind: 'learner' }, after: { kind: 'alumni' } }]);
    expect(JSON.stringify(traces, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
      /Marie|exemple|1592090689536001/,
    );
  });

  test('the queue is read oldest first and never past its end', async () => {
    const foreign = '1592090689536000077';
    expect(await readQueue(db, { guildId: foreign, at: 5 })).toEqual({ request: null, at: 0, total: 0 });
    const { total } = await readQueue(db, { guildId, at: 0 });
    expect((await readQueue(db, { guildId, at: 9_999 })).at).toBe(total - 1);
  });
});

describe('time', () => {
  test('staff are reminded once after 24 hours, people who stopped once after 48', async () => {
    const request = await sent();
    const draft = await drafted();
    const draftId = (await standingOf(db, draft)).request?.id;
    const reminders = async (name: string, requestId: unknown) =>
      (await waitingTasks(database)).filter((task) => task.name === name && task.payload.requestId === requestId).length;
    await db.$transaction((tx) => remindStaff(tx, later(day - 1)));
    await db.$transaction((tx) => remindPeople(tx, later(2 * day - 1)));
    const lists = async () =>
      (await waitingTasks(database)).filter(
        ({ name, payload }) => name === 'onboarding.remind_staff' && payload.guildId === request.guildId,
      ).length;
    expect(await lists()).toBe(0);
    expect(await reminders('onboarding.remind_person', draftId)).toBe(0);
    for (const _ of [1, 2]) {
      await db.$transaction((tx) => remindStaff(tx, later(day)));
      await db.$transaction((tx) => remindPeople(tx, later(2 * day)));
    }
    expect(await lists()).toBe(1);
    expect(await reminders('onboarding.remind_person', draftId)).toBe(1);
    expect(await db.identificationRequest.findUniqueOrThrow({ where: { id: request.requestId } })).toMatchObject({
      staffRemindedAt: null,
    });
  });

  test('staff who were reminded are again once the person answered their question', async () => {
    const request = await sent();
    const remindedAt = async () => (await getOwnRequest(db, request)).staffRemindedAt;
    const list = { guildId: request.guildId, channelId: '1592090689536000011', messageId: '1592090689536000014' };
    await recordLateList(db, { ...list, lastSentAt: now, now: later(day) });
    expect(await remindedAt()).toEqual(later(day));
    await askPrecision(db, { ...request, staffId, now }, 'Qui ?');
    await submitRequest(db, { ...request, ...identity, locale: 'fr', isPresent: false, now: later(2 * day) });
    expect(await remindedAt()).toBeNull();
    // Told late of what was sent before the question.
    await recordLateList(db, { ...list, lastSentAt: now, now: later(2 * day) });
    expect(await remindedAt()).toBeNull();
  });

  test('an erasure takes the list of late requests away, which still names who answered since, and staff are told anew of the others', async () => {
    const [request, other] = [await sent(), await sent()];
    expect(other.guildId).toBe(request.guildId);
    const { guildId, userId } = request;
    const list = { guildId, channelId: '1592090689536000011', messageId: '1592090689536000015' };
    await recordLateList(db, { ...list, lastSentAt: now, now: later(day) });
    await askPrecision(db, { ...request, staffId, now }, 'Qui ?');
    await submitRequest(db, { ...request, ...identity, locale: 'fr', isPresent: false, now: later(2 * day) });
    await db.$transaction((tx) => eraseOnboarding(tx, guildId, userId));
    expect(await db.panel.count({ where: { messageId: list.messageId } })).toBe(0);
    expect(await waitingTasks(database)).toContainEqual({ name: 'onboarding.remove_card', payload: list });
    expect((await getOwnRequest(db, other)).staffRemindedAt).toBeNull();
  });

  test('closed requests are erased after 180 days with their card, those that nobody answered too, drafts after 30, and no sooner', async () => {
    const request = await sent();
    await acceptRequest(db, { ...request, staffId, now }, request.revision);
    const place = { cardChannelId: '1592090689536000011', cardMessageId: '1592090689536000012' };
    await db.identificationRequest.update({ where: { id: request.requestId }, data: place });
    const draft = await drafted();
    const unanswered = await sent();
    await askPrecision(db, { ...unanswered, staffId, now }, 'Qui ?');
    const waiting = await sent();
    const withdrawn = await standingOf(db, await drafted());
    if (withdrawn.request) await withdrawRequest(db, { ...withdrawn.request, requestId: withdrawn.request.id, now });
    await db.$transaction((tx) => forgetOldRequests(tx, later(30 * day)));
    expect(await db.identificationRequest.count({ where: draft })).toBe(1);
    await db.$transaction((tx) => forgetOldRequests(tx, later(30 * day + 1)));
    expect(await db.identificationRequest.count({ where: draft })).toBe(0);
    expect(await db.identificationRequest.count({ where: { id: withdrawn.request?.id ?? 0 } })).toBe(0);
    const kept = [request, unanswered, waiting].map(({ requestId }) => requestId);
    await db.$transaction((tx) => forgetOldRequests(tx, later(180 * day)));
    expect(await Promise.all(kept.map(statusOf))).toEqual(['accepted', 'asked', 'pending']);
    await db.$transaction((tx) => forgetOldRequests(tx, later(180 * day + 1)));
    expect(await db.identificationRequest.count({ where: { id: { in: kept } } })).toBe(0);
    expect(await waitingTasks(database)).toContainEqual({
      name: 'onboarding.remove_card',
      payload: { guildId, channelId: place.cardChannelId, messageId: place.cardMessageId },
    });
    expect(await db.consent.count({ where: draft })).toBe(1);
  });
});

test('a person exports all that is held, and erasing leaves nothing, nor their name on what they decided', async () => {
  const request = await sent();
  const decider = await newPerson();
  await acceptRequest(db, { ...request, staffId: decider.userId, now }, request.revision);
  const held = await exportOnboarding(db, guildId, request.userId);
  expect(held).toMatchObject({ consents: [{}], requests: [{ email: identity.email }] });
  expect(await exportOnboarding(db, guildId, decider.userId)).toMatchObject({ decisions: [{ id: request.requestId }] });

  await db.$transaction((tx) => eraseOnboarding(tx, guildId, decider.userId));
  expect(await statusOf(request.requestId)).toBe('accepted');
  await db.$transaction((tx) => eraseOnboarding(tx, guildId, request.userId));
  expect(await exportOnboarding(db, guildId, request.userId)).toEqual({ consents: [], requests: [], decisions: [] });
});

describe('arrivals', () => {
  let count = 0;
  /** A server that the bot joined now, with people who arrived since: `1`, `2`… */
  async function serverOf({ people, roles = ['newcomer'] }: { people: number; roles?: string[] }) {
    count += 1;
    const here = String(1592090689536000500n + BigInt(count));
    await db.guild.create({ data: { id: here, createdAt: now } });
    await db.roleBinding.createMany({ data: roles.map((key) => ({ guildId: here, key, roleId: here })) });
    const arrivals = Array.from({ length: people }, (_, index) => person(index + 1));
    await recordMembers(db, here, arrivals, later(2));
    return here;
  }
  const userId = (index: number) => String(1592090689536002000n + BigInt(index));
  const person = (index: number, over: { joinedAt?: Date; screening?: boolean } = {}) => ({
    userId: userId(index),
    username: userId(index),
    displayName: userId(index),
    joinedAt: later(index),
    screening: false,
    ...over,
  });
  /** Who is promised an answer by `promise`. */
  async function promised(here: string, promise: (tx: Tx) => Promise<void>) {
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await db.$transaction(promise);
    return (await waitingTasks(database))
      .filter(({ name, payload }) => name === 'onboarding.welcome' && payload.guildId === here)
      .map(({ payload }) => payload.userId);
  }

  test('wait for a newcomer’s role to be bound, and those who were there before the bot are left alone', async () => {
    const here = await serverOf({ people: 0, roles: [] });
    await recordMembers(db, here, [person(1, { joinedAt: later(-day) }), person(2), person(3, { screening: true })], later(9));
    expect(await promised(here, (tx) => promiseWelcomes(tx, now))).toEqual([]);
    await db.$transaction((tx) => promiseWelcome(tx, { guildId: here, userId: userId(2) }));
    expect(await waitingTasks(database)).toEqual([]);
    await db.roleBinding.create({ data: { guildId: here, key: 'newcomer', roleId: '1592090689536000056' } });
    expect(await promised(here, (tx) => promiseWelcomesOf(tx, here))).toEqual([userId(2)]);
    await db.guild.update({ where: { id: here }, data: { leftAt: now } });
    expect(await promised(here, (tx) => promiseWelcomes(tx, now))).toEqual([]);
  });

  test('of somebody known wait for the role of what they are', async () => {
    const here = await serverOf({ people: 1 });
    await db.$transaction((tx) =>
      identify(tx, { guildId: here, userId: userId(1), kind: 'alumni', ...identity, identifiedBy: staffId, now }),
    );
    await recordMembers(db, here, [person(1, { joinedAt: later(day) })], later(day));
    expect(await promised(here, (tx) => promiseWelcomes(tx, now))).toEqual([]);
    await db.roleBinding.create({ data: { guildId: here, key: 'alumni', roleId: '1592090689536000057' } });
    expect(await promised(here, (tx) => promiseWelcomes(tx, now))).toEqual([userId(1)]);
  });

  test('of a raid are answered a hundred at a time, and one server’s do not make another’s wait', async () => {
    const raided = await serverOf({ people: 250 });
    const calm = await serverOf({ people: 1 });
    const first = await promised(raided, (tx) => promiseWelcomes(tx, now));
    expect(first).toHaveLength(100);
    expect((await waitingTasks(database)).map(({ payload }) => payload.guildId)).toContain(calm);
    const second = await promised(raided, (tx) => promiseWelcomes(tx, later(1)));
    expect(new Set([...first, ...second]).size).toBe(200);
  });

  test('that nobody answered are due again an hour later, and not before', async () => {
    const here = await serverOf({ people: 1 });
    expect(await promised(here, (tx) => promiseWelcomes(tx, now))).toHaveLength(1);
    expect(await promised(here, (tx) => promiseWelcomes(tx, later(hour - 1)))).toEqual([]);
    expect(await promised(here, (tx) => promiseWelcomesOf(tx, here))).toHaveLength(1);
    expect(await promised(here, (tx) => promiseWelcomes(tx, later(hour)))).toHaveLength(1);
  });

  test('where Discord refused one, ten an hour show whether it was mended', async () => {
    const here = await serverOf({ people: 30 });
    const key = `onboarding.welcome:${userId(1)}`;
    await db.fault.create({ data: { guildId: here, key, code: 50013, detail: 'Missing Permissions', createdAt: now } });
    const first = await promised(here, (tx) => promiseWelcomes(tx, now));
    expect(first).toHaveLength(10);
    expect(await promised(here, (tx) => promiseWelcomes(tx, later(hour - 1)))).toEqual([]);
    const second = await promised(here, (tx) => promiseWelcomes(tx, later(hour)));
    expect(new Set([...first, ...second]).size).toBe(20);
    await db.fault.deleteMany({ where: { guildId: here } });
    expect(await promised(here, (tx) => promiseWelcomes(tx, later(hour + 1)))).toHaveLength(20);
  });
});
