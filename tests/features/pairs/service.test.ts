import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { endByStaff, endOwn, endPair } from '../../../src/features/pairs/service/end.ts';
import { type NewPair, openPair } from '../../../src/features/pairs/service/open.ts';
import { pairsOf, recordActivity } from '../../../src/features/pairs/service/pair.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day } from '../../../src/kernel/time.ts';
import { freshDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aMentor, aPair, factoryGuild as guildId, someone } from '../mentoring/factory.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const codeOf = (error: unknown) => (error instanceof UserError ? error.code : String(error));
const refused = (work: Promise<unknown>) => work.then(() => 'done', codeOf);
const later = (age: number) => new Date(monday.getTime() + age);
const tasks = async (name: string) =>
  (await waitingTasks(database)).filter((task) => task.name === name).map(({ payload }) => payload);
const tx = <T>(work: (tx: Parameters<Parameters<typeof db.$transaction>[0]>[0]) => Promise<T>) => db.$transaction(work);

beforeEach(async () => {
  await database.pool.query(
    'TRUNCATE guild, mentor_profile, mentoring_avoid, mentoring_request, mentoring_pair, member, promo CASCADE',
  );
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
});

const asked = (mentorId: string, learnerId = someone(), overrides: Partial<NewPair> = {}): NewPair => ({
  guildId,
  mentorId,
  learnerId,
  requestId: null,
  origin: 'asked',
  score: 0.7,
  reasons: [{ part: 'themes', value: 1, items: ['cv'] }],
  coordinatorId: null,
  createdBy: null,
  now: monday,
  ...overrides,
});
const open = (mentorId: string, learnerId = someone(), overrides: Partial<NewPair> = {}) =>
  tx((one) => openPair(one, asked(mentorId, learnerId, overrides)));

describe('a pair is made', () => {
  test('50 at once on a capacity of 2: exactly two, on two seats, and each of the others is told why', async () => {
    const { userId } = await aMentor(db, { capacity: 2 });
    const all = await Promise.all(Array.from({ length: 50 }, () => refused(open(userId))));
    expect(all.filter((one) => one === 'done')).toHaveLength(2);
    expect(all.filter((one) => one === 'pairs.mentor_full')).toHaveLength(48);
    expect((await db.mentoringPair.findMany({ orderBy: { seat: 'asc' } })).map(({ seat }) => seat)).toEqual([1, 2]);
    expect(await tasks('pairs.open')).toHaveLength(2);
  });

  test('one learner whom 50 mentors take at once has one of them', async () => {
    const learner = someone();
    const mentors = await Promise.all(Array.from({ length: 50 }, () => aMentor(db)));
    const all = await Promise.all(mentors.map(({ userId }) => refused(open(userId, learner))));
    expect(all.filter((one) => one === 'done')).toHaveLength(1);
    expect(all.filter((one) => one === 'pairs.learner_has_mentor')).toHaveLength(49);
  });

  test('only with who may, and never with whom one of them avoids', async () => {
    const { userId: paused } = await aMentor(db, { state: 'paused', pausedAs: 'own' });
    const { userId } = await aMentor(db);
    const [gone, avoided, avoiding] = [someone(), someone(), someone()];
    await db.member.create({
      data: { guildId, userId: gone, username: 'g', displayName: 'g', joinedAt: monday, leftAt: monday },
    });
    await db.mentoringAvoid.createMany({
      data: [
        { guildId, userId, avoidedId: avoided, at: monday },
        { guildId, userId: avoiding, avoidedId: userId, at: monday },
      ],
    });
    expect(await refused(open(paused))).toBe('pairs.mentor_unavailable');
    expect(await refused(open(someone()))).toBe('pairs.mentor_unavailable');
    expect(await refused(open(userId, userId))).toBe('pairs.same_person');
    expect(await refused(open(userId, gone))).toBe('pairs.person_gone');
    expect(await refused(open(userId, avoided))).toBe('pairs.kept_apart');
    expect(await refused(open(userId, avoiding))).toBe('pairs.kept_apart');
    expect(await refused(open(userId, avoiding, { coordinatorId: userId }))).toBe('pairs.coordinator_in_pair');
    expect(await db.mentoringPair.count()).toBe(0);
  });

  test('the seat that was left is taken again', async () => {
    const { userId } = await aMentor(db, { capacity: 3 });
    const [first] = [await open(userId), await open(userId)];
    await tx((one) => endPair(one, { guildId, pairId: first.id, as: 'finished', now: monday }));
    expect((await open(userId)).seat).toBe(1);
    // Somebody who takes fewer people than they have takes nobody more.
    await db.mentorProfile.updateMany({ where: { userId }, data: { capacity: 1 } });
    expect(await refused(open(userId))).toBe('pairs.mentor_full');
  });

  test('who looks after it: by choice, else the learner’s manager, else whoever made it, else nobody yet', async () => {
    await db.mentoringSetting.create({ data: { guildId, needsCoordinator: true } });
    const { userId } = await aMentor(db, { capacity: 5 });
    const [manager, chosen, staff, learner] = [someone(), someone(), someone(), someone()];
    const entry = (kind: 'course' | 'campus') =>
      db.catalogueEntry.create({ data: { guildId, kind, name: kind, createdAt: monday } });
    const [course, campus] = [await entry('course'), await entry('campus')];
    const { id: promoId } = await db.promo.create({
      data: {
        guildId,
        courseId: course.id,
        campusId: campus.id,
        name: 'CDA',
        startsOn: monday,
        endsOn: later(90 * day),
        managerId: manager,
        createdAt: monday,
        template: {},
      },
    });
    await db.promoMember.create({ data: { promoId, guildId, userId: learner, part: 'learner', addedAt: monday } });
    const of = async (...given: Parameters<typeof open>) => (await open(...given)).coordinatorId;
    expect(await of(userId, someone(), { coordinatorId: chosen })).toBe(chosen);
    expect(await of(userId, learner)).toBe(manager);
    expect(await of(userId, someone(), { origin: 'staff', createdBy: staff })).toBe(staff);
    expect(await of(userId, someone(), { origin: 'staff', createdBy: userId })).toBe(null);
    expect(await of(userId)).toBe(null);
    expect(await db.auditEntry.count({ where: { action: 'pairs.open' } })).toBe(2);
  });
});

describe('a pair ends', () => {
  test('once, whoever ends it 50 times at once: both apart for ever, and everybody concerned is told', async () => {
    const { userId: mentorId } = await aMentor(db);
    const { id: pairId, learnerId } = await open(mentorId);
    const who = (userId: string | null) => ({ guildId, userId: userId ?? '', now: monday });
    expect(await refused(endOwn(db, who(someone()), { pairId, choice: 'stop', reason: '' }))).toBe('pairs.unknown');
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        refused(endOwn(db, who(index % 2 ? mentorId : learnerId), { pairId, choice: 'stop', reason: 'Pas le temps.' })),
      ),
    );
    expect(all.filter((one) => one === 'done')).toHaveLength(1);
    expect(all.filter((one) => one === 'pairs.over')).toHaveLength(49);
    const ended = await db.mentoringPair.findUniqueOrThrow({ where: { id: pairId } });
    expect(ended).toMatchObject({
      state: 'ended',
      endReason: 'Pas le temps.',
      endedAs: ended.endedBy === mentorId ? 'mentor' : 'learner',
    });
    expect(await db.mentoringAvoid.count({ where: { wasPaired: true } })).toBe(2);
    for (const name of ['mentoring.pair_ended', 'sessions.pair_ended', 'pairs.close'])
      expect([name, await tasks(name)]).toEqual([name, [{ guildId, pairId }]]);
    expect(await pairsOf(db, { guildId, userId: mentorId })).toEqual([]);
    expect(await refused(open(mentorId, learnerId ?? ''))).toBe('pairs.kept_apart');
    expect(await refused(endByStaff(db, { guildId, actorId: someone(), now: monday }, { pairId, reason: 'x' }))).toBe(
      'pairs.over',
    );
  });
});

describe('activity', () => {
  test('goes forward only, and takes back what was said of a silence that was none', async () => {
    const { id } = await aPair(db, { nudgedAt: later(21 * day), warnedAt: later(35 * day) });
    const read = () => db.mentoringPair.findUniqueOrThrow({ where: { id } });
    await recordActivity(db, id, later(10 * day));
    expect(await read()).toMatchObject({ activeAt: later(10 * day), nudgedAt: null, warnedAt: null });
    await recordActivity(db, id, later(day));
    expect((await read()).activeAt).toEqual(later(10 * day));
    await db.mentoringPair.updateMany({ data: { nudgedAt: later(31 * day) } });
    await recordActivity(db, id, later(10 * day + 1000));
    expect((await read()).nudgedAt).toBe(null);
    await db.mentoringPair.updateMany({ data: { nudgedAt: later(60 * day) } });
    await recordActivity(db, id, later(11 * day));
    expect((await read()).nudgedAt).toEqual(later(60 * day));
  });
});
