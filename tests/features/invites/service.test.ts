import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultTemplate } from '../../../src/features/catalogue/rules/template.ts';
import { addEntry } from '../../../src/features/catalogue/service/entry.ts';
import {
  dropAbsent,
  eraseInvites,
  expectedPromo,
  exportInvites,
  forgetArrival,
  promiseArrivals,
  promiseTaking,
  recordHolders,
  recordLeave,
  recordTaken,
  seeRoles,
  settleArrivals,
} from '../../../src/features/invites/service/arrival.ts';
import {
  askInvite,
  endInvites,
  forgetInvites,
  listInvites,
  promiseAll,
  revokeInvite,
} from '../../../src/features/invites/service/invite.ts';
import {
  arrivedSince,
  dropWaiting,
  findDrift,
  recordDeleted,
  recordInvite,
  recordMissing,
  recordUses,
} from '../../../src/features/invites/service/waiting.ts';
import { addMember } from '../../../src/features/promos/service/member.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const guildId = '900000000000000001';
const staff = '900000000000000010';
const lea = '900000000000000011';
const ali = '900000000000000012';
const by = { guildId, actorId: staff, now: monday };
const today = '2027-01-11';
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );

let course: { id: number };
let campus: { id: number };
let promoId: number;

async function promoOf(name: string, { start = '2027-02-01', state = 'planned' as 'planned' | 'active' } = {}) {
  const { id } = await db.promo.create({
    data: {
      guildId,
      courseId: course.id,
      campusId: campus.id,
      name,
      state,
      startsOn: new Date(start),
      endsOn: new Date('2027-08-01'),
      createdAt: monday,
      template: defaultTemplate,
    },
  });
  return id;
}

beforeEach(async () => {
  await database.pool.query('TRUNCATE guild, catalogue_entry, promo CASCADE');
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
  course = await addEntry(db, by, { kind: 'course', name: 'CDA' });
  campus = await addEntry(db, by, { kind: 'campus', name: 'Lille' });
  promoId = await promoOf('CDA 1');
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
});

const ask = (more: Partial<Parameters<typeof askInvite>[2]> = {}) =>
  askInvite(db, by, { promoId, maxUses: 0, days: 14, today, roles: 10, ...more });
const tasks = async (): Promise<string[]> =>
  (await database.pool.query<{ key: string }>('SELECT key FROM graphile_worker.jobs ORDER BY key')).rows.map(({ key }) => key);
const cancel = (id: number) =>
  db.promo.update({ where: { id }, data: { state: 'cancelled', endedAt: monday, deleteOn: new Date('2027-01-18') } });
const role = (roleId: string, of = promoId) =>
  db.promoWaiting.upsert({
    where: { promoId: of },
    update: { roleId },
    create: { promoId: of, guildId, roleId, since: monday },
  });
const hold = (...userIds: string[]) =>
  recordHolders(db, { guildId, holders: userIds.map((userId) => ({ userId, promoId })), now: monday });

describe('asking for an invite', () => {
  test('writes it down, promises it once, and leaves a trace without a code', async () => {
    const id = await ask({ maxUses: 30 });
    expect(await db.promoInvite.findUniqueOrThrow({ where: { id } })).toMatchObject({ maxUses: 30, days: 14, askedBy: staff });
    expect(await tasks()).toEqual([`invites.promo:${promoId}`]);
    expect(await db.auditEntry.findFirstOrThrow({ where: { action: 'invites.ask' } })).toMatchObject({
      subject: `promo:${promoId}`,
      after: { invite: id, uses: 30, days: 14 },
    });
  });

  test('is refused once the promo is over, too late, without a role left, and elsewhere', async () => {
    expect(await refused(ask({ roles: 250 }))).toBe('invites.no_role');
    expect(await refused(ask({ promoId: 999_999 }))).toBe('promos.unknown');
    expect(
      await refused(askInvite(db, { ...by, guildId: '900000000000000002' }, { promoId, maxUses: 0, days: 1, today, roles: 1 })),
    ).toBe('promos.unknown');
    expect(await refused(ask({ today: '2027-02-16' }))).toBe('invites.too_late');
    expect(await refused(ask({ today: '2027-02-15' }))).toBe('done');
    // The role is there already.
    expect(await refused(ask({ roles: 250 }))).toBe('done');
    await cancel(promoId);
    expect(await refused(ask())).toBe('invites.over');
  });

  test('forty at once: ten, each with its number, and one role', async () => {
    const results = await Promise.all(Array.from({ length: 40 }, () => refused(ask())));
    expect(results.filter((result) => result === 'done')).toHaveLength(10);
    expect(new Set(results)).toEqual(new Set(['done', 'invites.too_many']));
    const { alive } = await listInvites(db, { guildId, promoId });
    expect(alive.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(await db.promoWaiting.count()).toBe(1);
  });
});

describe('the end of an invite', () => {
  test('is revoked once, by however many', async () => {
    const id = await ask();
    const results = await Promise.all(Array.from({ length: 20 }, () => refused(revokeInvite(db, by, id))));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
    expect(new Set(results)).toEqual(new Set(['done', 'invites.dead']));
    expect(await refused(revokeInvite(db, { ...by, guildId: '900000000000000002' }, id))).toBe('invites.unknown');
    expect(await db.auditEntry.count({ where: { action: 'invites.revoke' } })).toBe(1);
  });

  test('comes after its last day, on the clock of the server; a later start moves it', async () => {
    const id = await ask({ days: 2 });
    const end = (now: string) => db.$transaction((tx) => endInvites(tx, new Date(now)));
    const cause = async () => (await db.promoInvite.findUniqueOrThrow({ where: { id } })).cause;
    await end('2027-02-03T22:59:00Z');
    expect(await cause()).toBeNull();
    await db.promo.update({ where: { id: promoId }, data: { startsOn: new Date('2027-02-08') } });
    await end('2027-02-03T23:01:00Z');
    expect(await cause()).toBeNull();
    await end('2027-02-10T23:01:00Z');
    expect(await cause()).toBe('expired');
  });

  test('comes with the end of the promo', async () => {
    const id = await ask();
    await cancel(promoId);
    await db.$transaction((tx) => endInvites(tx, monday));
    expect(await db.promoInvite.findUniqueOrThrow({ where: { id } })).toMatchObject({ cause: 'over' });
  });

  test('leaves a line for a year', async () => {
    const id = await ask();
    await revokeInvite(db, by, id);
    const forget = (days: number) => db.$transaction((tx) => forgetInvites(tx, new Date(monday.getTime() + days * day)));
    await forget(360);
    expect((await listInvites(db, { guildId, promoId })).dead).toMatchObject([{ cause: 'revoked' }]);
    await forget(370);
    expect(await db.promoInvite.count()).toBe(0);
  });
});

test('the role is not forgotten under an invite that was asked for meanwhile', async () => {
  await role('900000000000000031');
  const id = await ask();
  expect(await dropWaiting(db, promoId, monday)).toBe(false);
  expect(await db.promoWaiting.findUniqueOrThrow({ where: { promoId } })).toMatchObject({ roleId: null });
  await revokeInvite(db, by, id);
  expect(await dropWaiting(db, promoId, monday)).toBe(true);
});

describe('who came', () => {
  test('is expected in the promo, however often it is told', async () => {
    await role('900000000000000031');
    await Promise.all(
      Array.from({ length: 20 }, () => seeRoles(db, { guildId, userId: lea, roleIds: ['900000000000000031', '1'], now: monday })),
    );
    await seeRoles(db, { guildId: '900000000000000002', userId: ali, roleIds: ['900000000000000031'], now: monday });
    expect(await db.promoArrival.findMany()).toMatchObject([{ userId: lea, promoId, endedAt: null }]);
    expect(await expectedPromo(db, { guildId, userId: lea })).toMatchObject({ name: 'CDA 1' });
    expect(await expectedPromo(db, { guildId, userId: ali })).toBeNull();
    expect(await expectedPromo(db, { guildId: '900000000000000002', userId: lea })).toBeNull();
  });

  test('in two promos: the last counts, and one that is over does not', async () => {
    const second = await promoOf('CDA 2');
    await hold(lea);
    await recordHolders(db, { guildId, holders: [{ userId: lea, promoId: second }], now: new Date(monday.getTime() + hour) });
    expect(await expectedPromo(db, { guildId, userId: lea })).toMatchObject({ name: 'CDA 2' });
    await cancel(second);
    expect(await expectedPromo(db, { guildId, userId: lea })).toMatchObject({ name: 'CDA 1' });
  });

  test('is expected no more once in a promo, and stays so until the role is taken back', async () => {
    await hold(lea, ali);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await addMember(db, by, { promoId, userId: lea, part: 'learner', isSecond: false });
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await db.$transaction((tx) => settleArrivals(tx, monday));
    expect(await tasks()).toEqual([`invites.person:${guildId}:${lea}`]);
    expect(await expectedPromo(db, { guildId, userId: lea })).toBeNull();
    expect(await expectedPromo(db, { guildId, userId: ali })).not.toBeNull();
    // Discord tells once more of the role before it is gone.
    await hold(lea);
    expect(await expectedPromo(db, { guildId, userId: lea })).toBeNull();
    await recordTaken(db, { guildId, userId: lea }, [promoId]);
    expect(await db.promoArrival.findMany()).toMatchObject([{ userId: ali }]);
  });

  test('is forgotten when staff answer otherwise, when they leave, and when the promo ends', async () => {
    await hold(lea, ali);
    await db.$transaction((tx) => forgetArrival(tx, { guildId, userId: lea, now: monday }));
    await db.$transaction((tx) => forgetArrival(tx, { guildId, userId: lea, now: monday }));
    expect(await tasks()).toEqual([`invites.person:${guildId}:${lea}`]);
    await recordLeave(db, { guildId, userId: lea });
    expect(await db.promoArrival.findMany()).toMatchObject([{ userId: ali }]);
    await cancel(promoId);
    await db.$transaction((tx) => settleArrivals(tx, monday));
    expect(await db.promoArrival.findMany()).toMatchObject([{ userId: ali, endedAt: monday }]);
  });

  test('and lost the role by hand, is forgotten by a later reading of the members, not by an earlier one', async () => {
    await role('900000000000000031');
    await hold(lea, ali);
    const reading = { guildId, holders: [{ userId: ali, promoId }], roleIds: ['900000000000000031'] };
    await dropAbsent(db, { ...reading, seenAt: monday });
    expect(await db.promoArrival.count()).toBe(2);
    await dropAbsent(db, { ...reading, seenAt: new Date(monday.getTime() + 1) });
    expect(await db.promoArrival.findMany()).toMatchObject([{ userId: ali }]);
  });

  test('and whose role somebody deleted, is still expected: it says nothing of those who held it, nor does the next role', async () => {
    await role('900000000000000031');
    await hold(lea);
    const later = new Date(monday.getTime() + hour);
    await dropAbsent(db, { guildId, holders: [], roleIds: [], seenAt: later });
    expect(await db.promoArrival.count()).toBe(1);
    await db.promoWaiting.update({ where: { promoId }, data: { roleId: '900000000000000032', since: later } });
    await dropAbsent(db, { guildId, holders: [], roleIds: ['900000000000000032'], seenAt: new Date(later.getTime() + hour) });
    expect(await db.promoArrival.count()).toBe(1);
  });

  test('from a promo that they are in, to the next one: is expected in the next', async () => {
    const prepa = await promoOf('Prépa', { start: '2027-01-04', state: 'active' });
    await addMember(db, by, { promoId: prepa, userId: lea, part: 'learner', isSecond: false });
    await hold(lea);
    await recordHolders(db, { guildId, holders: [{ userId: lea, promoId: prepa }], now: monday });
    expect(await expectedPromo(db, { guildId, userId: lea })).toMatchObject({ name: 'CDA 1' });
    expect(await db.promoArrival.findMany({ where: { endedAt: { not: null } } })).toMatchObject([{ promoId: prepa }]);
  });

  test('and leaves while others are settled: theirs are settled all the same', async () => {
    await hold(lea, ali);
    await cancel(promoId);
    const leaving = await database.pool.connect();
    await leaving.query('BEGIN');
    await leaving.query('DELETE FROM promo_arrival WHERE user_id = $1', [lea]);
    const settled = db.$transaction((tx) => settleArrivals(tx, monday));
    const isWaiting = async () =>
      (await database.pool.query("SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"))
        .rowCount;
    await expect.poll(isWaiting).toBe(1);
    await leaving.query('COMMIT');
    leaving.release();
    await settled;
    expect(await db.promoArrival.findMany()).toMatchObject([{ userId: ali, endedAt: monday }]);
  });

  test('to a server that the bot has left meanwhile: nothing is done there', async () => {
    await ask();
    await hold(lea);
    await cancel(promoId);
    await db.guild.update({ where: { id: guildId }, data: { leftAt: monday } });
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await db.$transaction(async (tx) => {
      await settleArrivals(tx, monday);
      await endInvites(tx, new Date(monday.getTime() + 300 * day));
      await promiseAll(tx);
      await promiseArrivals(tx);
      await promiseTaking(tx);
    });
    expect(await tasks()).toEqual([]);
  });
});

describe('the work for Discord', () => {
  const people = Array.from({ length: 20 }, (_, index) => `9000000000000001${String(index).padStart(2, '0')}`);

  test('is promised when the last of a promo goes, however many go at once', async () => {
    await role('900000000000000031');
    await hold(...people);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await recordLeave(db, { guildId, userId: people[0] ?? '' });
    expect(await tasks()).toEqual([]);
    await Promise.all(people.map((userId) => recordLeave(db, { guildId, userId })));
    expect(await tasks()).toEqual([`invites.promo:${promoId}`]);
    expect(await db.promoArrival.count()).toBe(0);
  });

  test('is promised, after one reading of a server, for the promos that differ from it alone', async () => {
    const seen = { roles: ['900000000000000031', '900000000000000032'], invites: [{ code: 'here', uses: 7 }], seenAt: monday };
    const drift = async () => (await findDrift(db, guildId, seen)).map(({ promoId: id }) => id);
    await role('900000000000000031');
    expect(await drift()).toEqual([promoId]);
    const id = await ask();
    expect(await drift()).toEqual([promoId]);
    await recordInvite(db, id, 'here');
    expect(await drift()).toEqual([]);
    await recordUses(db, guildId, seen);
    expect(await db.promoInvite.findUniqueOrThrow({ where: { id } })).toMatchObject({ uses: 7, seenAt: monday });
    await recordUses(db, guildId, { ...seen, invites: [{ code: 'here', uses: 3 }], seenAt: new Date(monday.getTime() - 1) });
    expect(await db.promoInvite.findUniqueOrThrow({ where: { id } })).toMatchObject({ uses: 7 });
    await recordInvite(db, id, 'lost');
    expect(await drift()).toEqual([promoId]);
    await recordInvite(db, id, 'here');
    await role('900000000000000033');
    expect(await drift()).toEqual([promoId]);
    await role('900000000000000032');
    await revokeInvite(db, by, id);
    await hold(lea);
    expect(await drift()).toEqual([promoId]);
    await recordDeleted(db, id);
    expect(await drift()).toEqual([]);
  });

  test('counts who came since an invite was last seen', async () => {
    const id = await ask({ maxUses: 3 });
    const invite = () => db.promoInvite.findUniqueOrThrow({ where: { id } });
    const later = new Date(monday.getTime() + hour);
    await recordHolders(db, { guildId, holders: people.slice(0, 3).map((userId) => ({ userId, promoId })), now: later });
    expect(await arrivedSince(db, await invite())).toBe(3);
    await recordMissing(db, await invite(), { cause: 'used_up', now: later });
    expect(await invite()).toMatchObject({ uses: 3, cause: 'used_up' });
  });
});

test('what is kept of a person is exported; erased, the role is still taken from them', async () => {
  await ask();
  await hold(staff);
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  const file = JSON.stringify(await exportInvites(db, guildId, staff));
  expect(file).toContain('CDA 1');
  await db.$transaction((tx) => eraseInvites(tx, guildId, staff));
  expect(await exportInvites(db, guildId, staff)).toEqual({ arrivals: [], asked: [] });
  expect(await tasks()).toEqual([`invites.promo:${promoId}:${staff}`]);
});
