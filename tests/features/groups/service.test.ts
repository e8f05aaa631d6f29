import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultTemplate } from '../../../src/features/catalogue/rules/template.ts';
import { addEntry } from '../../../src/features/catalogue/service/entry.ts';
import { eraseGroups, exportGroups, readHistory, readLines } from '../../../src/features/groups/service/history.ts';
import { movePerson, prepare, redraw } from '../../../src/features/groups/service/make.ts';
import { close, closeDue, forgetFinished, publish } from '../../../src/features/groups/service/publish.ts';
import { readRound } from '../../../src/features/groups/service/round.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';

let database: TestDatabase;
const guildId = '100000000000000001';
const by = { guildId, actorId: '100000000000000002', now: monday, isStaff: true };
const trainer = { ...by, actorId: '100000000000000003', isStaff: false };
const stranger = { ...by, actorId: '100000000000000004', isStaff: false };
const today = '2027-01-11';
const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );
const idOf = (index: number) => String(100000000000000100n + BigInt(index));

let course: { id: number };
let campus: { id: number };
let count = 0;
async function promoOf(people: number) {
  count++;
  const { id } = await database.db.promo.create({
    data: {
      guildId,
      courseId: course.id,
      campusId: campus.id,
      name: `Promo ${count}`,
      state: 'active',
      startsOn: new Date('2027-01-04'),
      endsOn: new Date('2027-08-01'),
      createdAt: monday,
      builtAt: monday,
      template: defaultTemplate,
      members: {
        create: [
          { guildId, userId: trainer.actorId, part: 'trainer', addedAt: monday },
          ...Array.from({ length: people }, (_, index) => ({
            guildId,
            userId: idOf(index),
            part: 'learner' as const,
            addedAt: monday,
          })),
        ],
      },
    },
  });
  return id;
}

beforeAll(async () => {
  database = await freshDatabase();
  campus = await addEntry(database.db, by, { kind: 'campus', name: 'Lille' });
  course = await addEntry(database.db, by, { kind: 'course', name: 'CDA' });
});
afterAll(() => database.close());

describe('who may touch the groups of a promo', () => {
  test('staff and its team, in every use case; nobody of another server', async () => {
    const promoId = await promoOf(6);
    const { round } = await prepare(database.db, trainer, { promoId, wish: { size: 2 } });
    const roundId = round.id;
    const until = '2027-01-20';
    const attempts = (who: typeof by): Promise<unknown>[] => [
      prepare(database.db, who, { promoId, wish: { size: 2 } }),
      readRound(database.db, who, roundId),
      redraw(database.db, who, { roundId }),
      movePerson(database.db, who, { promoId, userId: idOf(0), to: 1 }),
      publish(database.db, who, { roundId, until, today }),
      close(database.db, who, roundId),
      readHistory(database.db, who, { promoId, page: 0 }),
      readLines(database.db, who, promoId),
    ];
    for (const end of await Promise.all(attempts(stranger).map(refused))) expect(end).toBe('groups.not_yours');
    for (const end of await Promise.all(attempts({ ...by, guildId: '100000000000000009' }).map(refused)))
      expect(end).toMatch(/^(promos|groups)\.unknown$/);
    expect(await refused(readRound(database.db, by, roundId))).toBe('done');
  });
});

describe('groups that are prepared', () => {
  test('are the same for the same seed, and replace each other', async () => {
    const promoId = await promoOf(10);
    const namesOf = ({ round }: Awaited<ReturnType<typeof prepare>>) =>
      round.teams.map(({ places }) => places.map(({ userId }) => userId).sort());
    const first = await prepare(database.db, by, { promoId, wish: { number: 3 }, seed: 42 });
    const again = await prepare(database.db, by, { promoId, wish: { number: 3 }, seed: 42 });
    expect(namesOf(again)).toEqual(namesOf(first));
    expect(again.round).toMatchObject({ seed: 42, number: 1 });
    expect(namesOf(await redraw(database.db, by, { roundId: again.round.id, seed: 43 }))).not.toEqual(namesOf(first));
    expect(await database.db.groupRound.count({ where: { promoId } })).toBe(1);
    expect(await refused(readRound(database.db, by, first.round.id))).toBe('groups.unknown');
  });

  test('ten who prepare at once leave one draft with everybody in it once', async () => {
    const promoId = await promoOf(9);
    const ends = await Promise.all(
      Array.from({ length: 10 }, () => refused(prepare(database.db, by, { promoId, wish: { size: 3 } }))),
    );
    expect(ends.filter((end) => end !== 'done' && end !== 'groups.unknown')).toEqual([]);
    const rounds = await database.db.groupRound.findMany({ where: { promoId }, include: { places: true } });
    expect(rounds).toHaveLength(1);
    expect(rounds[0]?.places.map(({ userId }) => userId).sort()).toEqual(Array.from({ length: 9 }, (_, index) => idOf(index)));
  });

  test.each([
    [1, { size: 2 }, 'groups.too_few'],
    [5, { size: 0 }, 'groups.bad_size'],
    [5, { number: 100 }, 'groups.bad_size'],
    [5, { size: Number.NaN }, 'groups.bad_size'],
  ])('%i people, %o: %s', async (people, wish, code) => {
    expect(await refused(prepare(database.db, by, { promoId: await promoOf(people), wish }))).toBe(code);
  });

  test('a promo that is over has no new ones', async () => {
    const promoId = await promoOf(4);
    await database.db.promo.update({ where: { id: promoId }, data: { state: 'ended', endedAt: monday, deleteOn: monday } });
    expect(await refused(prepare(database.db, by, { promoId, wish: { size: 2 } }))).toBe('groups.promo_over');
  });
});

describe('groups that are published', () => {
  test('have a last day from today to the end of the promo', async () => {
    const promoId = await promoOf(4);
    const { round } = await prepare(database.db, by, { promoId, wish: { size: 2 } });
    const until = (typed: string) => refused(publish(database.db, by, { roundId: round.id, until: typed, today }));
    expect([await until('2027-01-10'), await until('2027-08-02'), await until('2027-01-11')]).toEqual([
      'groups.day_outside',
      'groups.day_outside',
      'done',
    ]);
    expect(await refused(redraw(database.db, by, { roundId: round.id }))).toBe('groups.published');
    expect(await until('2027-01-12')).toBe('done');
    const log = await database.db.auditEntry.findMany({ where: { subject: `groups:${round.id}` }, orderBy: { id: 'asc' } });
    expect(log.map(({ action }) => action)).toEqual(['groups.publish', 'groups.postpone']);
    expect((await waitingTasks(database)).filter(({ payload }) => payload.roundId === round.id)).toHaveLength(1);
  });

  test('close the day after their last one, on the clock of the server', async () => {
    const promoId = await promoOf(4);
    const { round } = await prepare(database.db, by, { promoId, wish: { size: 2 } });
    await publish(database.db, by, { roundId: round.id, until: '2027-01-12', today });
    const closing = async (at: string) => {
      await database.db.$transaction((tx) => closeDue(tx, new Date(at)));
      return (await database.db.groupRound.findUniqueOrThrow({ where: { id: round.id } })).closingAt !== null;
    };
    // Midnight in Paris is 23:00 UTC in winter.
    expect([await closing('2027-01-12T22:59:00Z'), await closing('2027-01-12T23:01:00Z')]).toEqual([false, true]);
    expect(await refused(close(database.db, by, round.id))).toBe('groups.closed');
  });

  test('count as the past, drafts do not; the rounds of another promo do not', async () => {
    const promoId = await promoOf(4);
    for (let number = 1; number <= 3; number++) {
      const made = await prepare(database.db, by, { promoId, wish: { size: 2 } });
      expect([number, made.repeats]).toEqual([number, 0]);
      await publish(database.db, by, { roundId: made.round.id, until: '2027-02-01', today });
    }
    expect((await prepare(database.db, by, { promoId, wish: { size: 2 } })).repeats).toBe(2);
    expect((await prepare(database.db, by, { promoId: await promoOf(4), wish: { size: 2 } })).repeats).toBe(0);
    const { rounds, total } = await readHistory(database.db, by, { promoId, page: 9 });
    expect([total, rounds.map(({ number }) => number)]).toEqual([4, [4, 3, 2, 1]]);
  });
});

describe('personal data', () => {
  test('a person reads their groups, and leaves none when they go', async () => {
    const promoId = await promoOf(4);
    const { round } = await prepare(database.db, trainer, { promoId, wish: { size: 2 } });
    await publish(database.db, trainer, { roundId: round.id, until: '2027-02-01', today });
    const { groups } = await exportGroups(database.db, guildId, idOf(1));
    expect(groups).toEqual(
      expect.arrayContaining([expect.objectContaining({ level: null, round: expect.objectContaining({ number: 1 }) })]),
    );
    expect((await exportGroups(database.db, guildId, trainer.actorId)).made).not.toEqual([]);
    await database.db.$transaction(async (tx) => {
      await eraseGroups(tx, guildId, idOf(1));
      await eraseGroups(tx, guildId, trainer.actorId);
    });
    expect(await database.db.groupPlace.count({ where: { userId: idOf(1) } })).toBe(0);
    expect(await database.db.groupRound.count({ where: { madeBy: trainer.actorId } })).toBe(0);
  });

  test('goes with the space of the promo, once the rooms are closed', async () => {
    const promoId = await promoOf(4);
    const { round } = await prepare(database.db, by, { promoId, wish: { size: 2 } });
    await publish(database.db, by, { roundId: round.id, until: '2027-02-01', today });
    const gone = { state: 'archived', endedAt: monday, deleteOn: monday, clearingAt: monday, clearedAt: monday } as const;
    await database.db.promo.update({ where: { id: promoId }, data: gone });
    const left = async () => {
      await database.db.$transaction((tx) => forgetFinished(tx));
      return database.db.groupRound.count({ where: { promoId } });
    };
    expect(await left()).toBe(1);
    await database.db.groupRound.update({
      where: { id: round.id },
      data: { closingAt: monday, closedAt: new Date(monday.getTime() + day) },
    });
    expect(await left()).toBe(0);
  });
});
