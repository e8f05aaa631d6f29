import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addEntry, removeEntry } from '../../../src/features/catalogue/service/entry.ts';
import { wavesOf } from '../../../src/features/promos/service/budget.ts';
import { keepCalendar } from '../../../src/features/promos/service/calendar.ts';
import { confirmPlan, savePlan } from '../../../src/features/promos/service/confirm.ts';
import { checkPromo, createPromo } from '../../../src/features/promos/service/create.ts';
import { editPromo } from '../../../src/features/promos/service/edit.ts';
import { undoEnd, withFreeName } from '../../../src/features/promos/service/end.ts';
import { addMember, moveMember, removeMember, rolesFor } from '../../../src/features/promos/service/member.ts';
import { listPromos, readRoster, resolvePromo, suggestPromos } from '../../../src/features/promos/service/promo.ts';
import { erasePromos, exportPromos } from '../../../src/features/promos/service/retention.ts';
import { setSilence } from '../../../src/features/promos/service/silence.ts';
import type { Deed, NewPromo } from '../../../src/features/promos/wire.ts';
import type { Change } from '../../../src/kernel/change.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';

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
beforeEach(() => database.pool.query('TRUNCATE promo, promo_plan, graphile_worker._private_jobs CASCADE'));
afterAll(() => database.close());

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );
const asked = (more: Partial<NewPromo> = {}): NewPromo => ({
  do: 'create',
  courseId,
  campusId,
  name: 'CDA Lille',
  start: '2027-02-01',
  end: '2027-08-01',
  managerId: by.actorId,
  trainerIds: [],
  remote: false,
  early: false,
  ...more,
});
const perform = async (deed: Deed, change = by) => {
  const planId = await savePlan(database.db, change, deed);
  return confirmPlan(database.db, change, { planId, today });
};
const create = async (more: Partial<NewPromo> = {}) => (await perform(asked(more))).promo;
const taskNames = async () => (await waitingTasks(database)).map(({ name }) => name).sort();

describe('creating', () => {
  test.each<[string, Partial<NewPromo>, string]>([
    ['an emoji for a name', { name: '🎓' }, 'promos.bad_name'],
    ['an end before the start', { end: '2027-01-31' }, 'promos.bad_dates'],
    ['a promo of the past', { start: '2026-01-01', end: '2026-06-01' }, 'promos.bad_dates'],
    ['four years', { end: '2031-02-01' }, 'promos.bad_dates'],
    ['a campus for a course', { courseId: -1 }, 'catalogue.unknown'],
    ['six trainers', { trainerIds: Array.from({ length: 6 }, (_, index) => person(index)) }, 'promos.too_many_trainers'],
  ])('%s is refused', async (_, more, code) => {
    expect(await refused(checkPromo(database.db, { guildId, today }, asked(more)))).toBe(code);
  });

  test('of eight people who confirm the same name at once, one creates it', async () => {
    const ends = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        refused(perform(asked({ name: index % 2 ? 'CDA Lille' : 'cda LILLE' }), { ...by, actorId: person(index) })),
      ),
    );
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    expect(new Set(ends)).toEqual(new Set(['done', 'promos.name_used']));
    expect(await database.db.promo.count()).toBe(1);
  });

  test('one confirmation serves once, for who was shown it, for a day', async () => {
    const planId = await savePlan(database.db, by, asked());
    const confirm = (change: Change) => refused(confirmPlan(database.db, change, { planId, today }));
    expect(await confirm({ ...by, actorId: person(1) })).toBe('promos.plan_gone');
    expect(await confirm({ ...by, now: new Date(monday.getTime() + 2 * day) })).toBe('promos.plan_gone');
    const ends = await Promise.all(Array.from({ length: 5 }, () => confirm(by)));
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
  });

  test('one that begins today opens at once, a later one waits unless it is asked', async () => {
    await create({ name: 'Demain', start: '2027-01-12' });
    expect(await taskNames()).toEqual([]);
    await create({ name: 'Tôt', early: true });
    await create({ name: 'Aujourd’hui', start: today });
    expect(await taskNames()).toEqual(['promos.build', 'promos.build']);
    expect(await database.db.promo.findFirst({ where: { name: 'Aujourd’hui' } })).toMatchObject({ state: 'active' });
  });

  test('a campus removed at the same instant leaves no promo without one', async () => {
    const { id } = await addEntry(database.db, by, { kind: 'campus', name: 'Éphémère' });
    const [removal, creation] = await Promise.all([
      refused(removeEntry(database.db, by, { kind: 'campus', id })),
      refused(perform(asked({ campusId: id }))),
    ]);
    expect([removal, creation].filter((end) => end === 'done')).toHaveLength(1);
    expect(['catalogue.in_use', 'catalogue.unknown']).toContain(removal === 'done' ? creation : removal);
  });
});

test('what comes and goes is counted once: a space that is half made comes by half', async () => {
  const { id: promoId } = await create({ name: 'À moitié', early: true });
  await create({ name: 'Plus tard', start: '2027-03-01' });
  const waves = () => wavesOf(database.db, { guildId, today });
  expect(await waves()).toEqual([
    { on: today, roles: 1, channels: 6 },
    { on: '2027-08-31', roles: -1, channels: -6 },
    { on: '2027-03-01', roles: 1, channels: 6 },
    { on: '2027-08-31', roles: -1, channels: -6 },
  ]);
  const places = ['role', 'category:0', 'channel:forum', 'post:forum:general'];
  await database.db.promoPlace.createMany({ data: places.map((key, index) => ({ promoId, key, discordId: person(index) })) });
  expect((await waves())[0]).toEqual({ on: today, roles: 0, channels: 4 });
});

describe('people', () => {
  test('named a trainer by the form and by the command at once, a person is in once and nobody is told of a name', async () => {
    const { id: promoId } = await create({ start: today });
    const others = Array.from({ length: 4 }, (_, index) => person(40 + index));
    const ends = await Promise.all([
      ...others.map((userId) => refused(editPromo(database.db, by, { promoId, trainerIds: [...others, userId] }))),
      ...others.map((userId) => refused(addMember(database.db, by, { promoId, userId, part: 'trainer', isSecond: false }))),
    ]);
    for (const end of ends) expect(['done', 'promos.already_in', 'promos.nothing_to_change']).toContain(end);
    const rows = await database.db.promoMember.findMany({ where: { promoId, leftAt: null } });
    expect(rows.map(({ userId }) => userId).sort()).toEqual([...others].sort());
  });

  test('only the name’s own index says that a name is taken', async () => {
    const twice = database.db.$transaction(async (tx) => {
      const { id: promoId } = await createPromo(tx, by, asked({ name: 'Double' }), today);
      const row = { promoId, guildId, userId: person(50), part: 'trainer' as const, addedAt: monday };
      await tx.promoMember.create({ data: row });
      await tx.promoMember.create({ data: row });
    });
    await expect(withFreeName(() => twice)).rejects.toMatchObject({ code: 'P2002' });
  });

  test('a learner is in one promo that lives, however many add them at once', async () => {
    const promos = [];
    for (const name of ['A', 'B', 'C', 'D']) promos.push(await create({ name }));
    const add = (promoId: number, isSecond = false) =>
      refused(addMember(database.db, by, { promoId, userId: person(1), part: 'learner', isSecond }));
    const ends = await Promise.all(promos.map(({ id }) => add(id)));
    expect(ends.filter((end) => end === 'done')).toHaveLength(1);
    expect(new Set(ends)).toEqual(new Set(['done', 'promos.elsewhere']));
    const other = promos[ends.indexOf('promos.elsewhere')]?.id ?? 0;
    expect([await add(other, true), await add(other, true)]).toEqual(['done', 'promos.already_in']);
  });

  test('moves as what they were; who is in several must say from where', async () => {
    const [a, b, c] = [await create({ name: 'A' }), await create({ name: 'B' }), await create({ name: 'C' })];
    const add = (promoId: number) => addMember(database.db, by, { promoId, userId: person(1), part: 'trainer', isSecond: false });
    const move = (to: number, from: number | null = null) =>
      refused(moveMember(database.db, by, { userId: person(1), to, from }));
    expect(await move(b.id)).toBe('promos.not_in');
    await add(a.id);
    expect(await move(a.id)).toBe('promos.not_in');
    expect(await move(b.id)).toBe('done');
    expect(await readRoster(database.db, { promoId: b.id })).toMatchObject([{ part: 'trainer' }]);
    await add(a.id);
    expect(await move(c.id)).toBe('promos.several');
    expect(await move(b.id, a.id)).toBe('promos.already_in');
    expect(await move(c.id, a.id)).toBe('done');
    expect(await refused(removeMember(database.db, by, { promoId: a.id, userId: person(1) }))).toBe('promos.not_in');
    expect(await database.db.promoMember.count({ where: { userId: person(1) } })).toBe(4);
  });

  test('nobody enters what is over, and another server’s promo is unknown', async () => {
    const { id: promoId } = await create({ start: today });
    await perform({ do: 'end', promoId });
    const addition = { promoId, userId: person(1), part: 'learner', isSecond: false } as const;
    expect(await refused(addMember(database.db, by, addition))).toBe('promos.over');
    expect(await refused(addMember(database.db, { ...by, guildId: '100000000000000009' }, addition))).toBe('promos.unknown');
  });

  test('the roles of a person are those of all their promos', async () => {
    const [over, runs] = [await create({ name: 'Finie', start: today }), await create({ name: 'En cours', start: today })];
    for (const { id } of [over, runs]) {
      await database.db.promoPlace.create({ data: { promoId: id, key: 'role', discordId: `role-${id}` } });
      await addMember(database.db, by, { promoId: id, userId: person(1), part: 'learner', isSecond: true });
    }
    await perform({ do: 'end', promoId: over.id });
    expect((await rolesFor(database.db, { guildId, userId: person(1) }))?.given).toMatchObject({ learner: true, alumni: false });
    await removeMember(database.db, by, { promoId: runs.id, userId: person(1) });
    const after = await rolesFor(database.db, { guildId, userId: person(1) });
    expect(after).toMatchObject({ given: { learner: false, alumni: true }, wanted: [`role-${over.id}`] });
    expect(after?.managed).toContain(`role-${runs.id}`);
    expect(await rolesFor(database.db, { guildId, userId: person(9) })).toBeNull();
  });
});

describe('the calendar', () => {
  const keep = (now: Date) => database.db.$transaction((tx) => keepCalendar(tx, now));

  test('catches up with all that was missed, in order, and asks only once', async () => {
    const { id } = await create({ start: '2027-01-12', end: '2027-02-12' });
    await addMember(database.db, by, { promoId: id, userId: person(1), part: 'learner', isSecond: false });
    await Promise.all(Array.from({ length: 4 }, () => keep(new Date('2027-02-13T08:00:00Z'))));
    expect(await database.db.promo.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'ended',
      deleteOn: new Date('2027-03-15'),
    });
    const before = await taskNames();
    await keep(new Date('2027-02-13T09:00:00Z'));
    expect(await taskNames()).toEqual(before);
    await keep(new Date('2027-03-15T08:00:00Z'));
    expect(await database.db.promo.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'archived',
      clearingAt: expect.any(Date),
    });
    expect(await taskNames()).toContain('promos.clear');
  });

  test('a diploma keeps its space longer, a cancelled promo a week', async () => {
    const diploma = await addEntry(database.db, by, { kind: 'course', name: 'TP', diploma: true });
    const long = await create({ name: 'Longue', courseId: diploma.id, start: today });
    const gone = await create({ name: 'Annulée', start: today });
    await perform({ do: 'end', promoId: long.id });
    await perform({ do: 'cancel', promoId: gone.id });
    const dates = await database.db.promo.findMany({ orderBy: { id: 'asc' }, select: { deleteOn: true } });
    expect(dates.map(({ deleteOn }) => deleteOn?.toISOString().slice(0, 10))).toEqual(['2027-04-11', '2027-01-18']);
    await keep(new Date('2027-01-18T08:00:00Z'));
    expect(await database.db.promo.findUniqueOrThrow({ where: { id: gone.id } })).toMatchObject({
      state: 'cancelled',
      clearingAt: expect.any(Date),
    });
    expect(await refused(undoEnd(database.db, by, { promoId: gone.id, today }))).toBe('promos.too_late');
  });

  test('of an end and its way back at once, the last word is whole', async () => {
    const { id: promoId } = await create({ start: today });
    await perform({ do: 'end', promoId });
    await Promise.all([
      refused(undoEnd(database.db, by, { promoId, today })),
      refused(undoEnd(database.db, by, { promoId, today })),
      refused(perform({ do: 'end', promoId })),
      refused(perform({ do: 'cancel', promoId })),
    ]);
    const promo = await database.db.promo.findUniqueOrThrow({ where: { id: promoId } });
    expect(promo.state === 'active').toBe(promo.deleteOn === null);
    expect(promo.deleteOn === null).toBe(promo.endedAt === null);
  });

  test('a cancelled promo whose name was taken cannot come back', async () => {
    const { id: promoId } = await create();
    await perform({ do: 'cancel', promoId });
    await create();
    expect(await refused(undoEnd(database.db, by, { promoId, today }))).toBe('promos.name_used');
  });

  test('one that has not begun is cancelled, not ended; one that ended is postponed', async () => {
    const { id: promoId } = await create();
    expect(await refused(perform({ do: 'end', promoId }))).toBe('promos.not_begun');
    expect(await refused(perform({ do: 'postpone', promoId, start: '2027-09-01', end: '2027-08-02' }))).toBe('promos.bad_dates');
    expect(await refused(perform({ do: 'postpone', promoId, start: '2027-03-01', end: '2027-09-01' }))).toBe('done');
    expect(await refused(undoEnd(database.db, by, { promoId, today }))).toBe('promos.not_ended');
    expect(await refused(setSilence(database.db, by, { promoId, isLocked: true }))).toBe('promos.not_open');
  });
});

test('is listed with filters and pages, and found by any part of its name', async () => {
  for (let index = 0; index < 20; index++) await create({ name: `Été ${index}`, start: index % 2 ? today : '2027-02-01' });
  const list = (page: number, state: 'active' | null) =>
    listPromos(database.db, { guildId, filter: { state, courseId, campusId: null }, page });
  expect(await list(0, null)).toMatchObject({ total: 20, page: 0 });
  expect((await list(9, null)).promos).toHaveLength(5);
  expect((await list(0, 'active')).promos).toHaveLength(10);
  expect(await suggestPromos(database.db, { guildId, typed: 'ete 1', states: ['active'] })).toHaveLength(6);
  expect((await resolvePromo(database.db, { guildId, typed: 'ETE 3' })).name).toBe('Été 3');
  expect(await suggestPromos(database.db, { guildId, typed: '_', states: ['active'] })).toEqual([]);
});

test('what is kept of a person is exported, and erased from everywhere', async () => {
  const { id: promoId } = await create({ start: today, managerId: person(1), trainerIds: [person(1)] });
  await database.db.promoViewer.create({ data: { promoId, guildId, userId: person(1), since: monday } });
  await savePlan(database.db, by, asked({ trainerIds: [person(1)] }));
  const exported = await exportPromos(database.db, guildId, person(1));
  expect(exported).toMatchObject({ memberships: [{ part: 'trainer' }], views: [{}], managed: [{ name: 'CDA Lille' }] });
  await database.db.$transaction((tx) => erasePromos(tx, guildId, person(1), monday));
  const { rows } = await database.pool.query<{ found: string }>(
    `SELECT (SELECT string_agg(promo::text, '') FROM promo) || coalesce((SELECT string_agg(promo_member::text, '') FROM promo_member), '')
       || coalesce((SELECT string_agg(promo_viewer::text, '') FROM promo_viewer), '') || coalesce((SELECT string_agg(promo_plan::text, '') FROM promo_plan), '') AS found`,
  );
  expect(rows[0]?.found).not.toContain(person(1));
  // Staff hear that a promo has nobody to manage it, and the doors that were theirs close.
  expect(await taskNames()).toContain('promos.orphans');
  expect(
    (await waitingTasks(database)).some(
      ({ name, payload }) => name === 'promos.permit' && JSON.stringify(payload).includes(person(1)),
    ),
  ).toBe(true);
});
