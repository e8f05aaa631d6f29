import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { listEnded } from '../../../src/features/mentorstats/service/list.ts';
import { stepOf } from '../../../src/features/pairs/rules/silence.ts';
import { promiseQuestions, recordAwaiting } from '../../../src/features/pairs/service/coordinator.ts';
import { endAllOfMentor, endByStaff, endOwn, endPair, getWhy } from '../../../src/features/pairs/service/end.ts';
import { addGoal, changeGoal } from '../../../src/features/pairs/service/goal.ts';
import { type NewPair, openPair } from '../../../src/features/pairs/service/open.ts';
import { pairsOf, recordActivity } from '../../../src/features/pairs/service/pair.ts';
import { pausePair, resumePair } from '../../../src/features/pairs/service/pause.ts';
import { recordPost } from '../../../src/features/pairs/service/post.ts';
import { reconcilePresence } from '../../../src/features/pairs/service/presence.ts';
import {
  countReports,
  handleReport,
  listReports,
  openReport,
  readReport,
  reportPair,
} from '../../../src/features/pairs/service/report.ts';
import { erasePairs, exportPairs, forgetPairs } from '../../../src/features/pairs/service/retention.ts';
import { promiseQuiet, takeStep } from '../../../src/features/pairs/service/silence.ts';
import { setCoordinator } from '../../../src/features/pairs/service/staff.ts';
import { reportCard } from '../../../src/features/pairs/views/staff.ts';
import type { Day } from '../../../src/kernel/day.ts';
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
    'TRUNCATE guild, mentor_profile, mentoring_avoid, mentoring_request, mentoring_pair, mentoring_setting, member, promo, catalogue_entry CASCADE',
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
    for (const name of ['sessions.pair_ended', 'pairs.close'])
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

describe('silence', () => {
  const limits = { nudgeDays: 21, warnDays: 35, endDays: 42 };
  const at = (days: number | null) => (days === null ? null : later(days * day));
  test.each([
    [20, null, null, null],
    [21, null, null, 'nudge'],
    [400, null, null, 'nudge'],
    [34, 21, null, null],
    [35, 21, null, 'warn'],
    // Asked late: a week to answer, whatever the day.
    [41, 36, null, null],
    [43, 36, null, 'warn'],
    [42, 21, 35, 'end'],
    [42, 30, 38, null],
    [45, 30, 38, 'end'],
  ] as const)('on day %i, asked on %s and warned on %s: %s', (now, nudged, warned, step) => {
    const silence = { activeAt: monday, nudgedAt: at(nudged), warnedAt: at(warned) };
    expect(stepOf(silence, limits, later(now * day))).toBe(step);
  });

  test('the schedule finds those that are due by what their guild chose, and a step is taken once by 50 at once', async () => {
    await db.mentoringSetting.create({ data: { guildId, nudgeDays: 10, warnDays: 20, endDays: 30 } });
    const { id } = await aPair(db);
    await aPair(db, { state: 'paused', pausedUntil: later(90 * day) });
    const due = async (days: number) => {
      await database.pool.query('DELETE FROM graphile_worker._private_jobs');
      await tx((one) => promiseQuiet(one, later(days * day)));
      return (await tasks('pairs.quiet')).map(({ pairId }) => pairId);
    };
    expect([await due(9), await due(10)]).toEqual([[], [id]]);
    const nothing = { until: null, wroteAt: null };
    const take = (days: number, reading: { until: string | null; wroteAt: Date | null } = nothing) =>
      takeStep(db, { guildId, pairId: id }, reading, later(days * day));
    const all = await Promise.all(Array.from({ length: 50 }, () => take(10)));
    expect(all.filter((step) => step === 'nudge')).toHaveLength(1);
    expect(await due(19)).toEqual([]);
    expect(await due(20)).toEqual([id]);
    // A word that nobody told us of.
    expect(await take(20, { until: '1', wroteAt: later(15 * day) })).toBe(null);
    expect(await take(25)).toBe('nudge');
    expect(await take(35)).toBe('warn');
    expect(await take(45)).toBe('end');
    expect(await db.mentoringPair.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'ended', endedAs: 'silence' });
  });
});

describe('what the two write', () => {
  const there = async () => {
    const { id: pairId, mentorId } = await aPair(db);
    return { pairId, who: { guildId, userId: mentorId ?? '', now: monday } };
  };

  test('50 goals at once: five', async () => {
    const { pairId, who } = await there();
    const all = await Promise.all(Array.from({ length: 50 }, (_, n) => refused(addGoal(db, who, { pairId, text: `But ${n}` }))));
    expect(all.filter((one) => one === 'done')).toHaveLength(5);
    expect(all.filter((one) => one === 'pairs.too_many_goals')).toHaveLength(45);
    expect(await refused(changeGoal(db, who, { pairId, goalId: 999_999, progress: 50 }))).toBe('pairs.unknown_goal');
  });

  test('50 reports at once: three wait; staff handle each once, and never one about themselves', async () => {
    const { pairId, who } = await there();
    const report = { pairId, about: 'other', text: 'Je ne suis pas à l’aise.', isLeaving: false } as const;
    const all = await Promise.all(Array.from({ length: 50 }, () => refused(reportPair(db, who, report))));
    expect(all.filter((one) => one === 'done')).toHaveLength(3);
    expect(all.filter((one) => one === 'pairs.too_many_reports')).toHaveLength(47);
    const { id: reportId } = await db.mentoringReport.findFirstOrThrow({ orderBy: { id: 'asc' } });
    const by = (actorId: string) => ({ guildId, actorId, now: later(day) });
    const { learnerId } = await db.mentoringPair.findFirstOrThrow();
    expect(await refused(handleReport(db, by(learnerId ?? ''), { reportId, note: 'x' }))).toBe('pairs.own_report');
    expect(await countReports(db, by(learnerId ?? ''))).toBe(0);
    const handled = await Promise.all(
      Array.from({ length: 50 }, () => refused(handleReport(db, by(someone()), { reportId, note: 'Parlé.' }))),
    );
    expect(handled.filter((one) => one === 'done')).toHaveLength(1);
    expect(handled.filter((one) => one === 'pairs.report_handled')).toHaveLength(49);
    expect(await countReports(db, by(someone()))).toBe(2);
    const left = await reportPair(db, who, { ...report, isLeaving: true });
    expect(left).toEqual({ hasLeft: true });
    expect(await refused(reportPair(db, { ...who, now: later(31 * day) }, report))).toBe('pairs.over');
  });
});

describe('who is away', () => {
  test('is waited for a week, also when no event told of it; holidays stay holidays', async () => {
    const gone = someone();
    const { id } = await aPair(db, { mentorId: gone });
    const { id: onHoliday } = await aPair(db, { mentorId: gone, seat: 2, state: 'paused', pausedUntil: later(60 * day) });
    const { id: looked } = await aPair(db, { coordinatorId: gone });
    const people = await db.mentoringPair.findMany();
    for (const userId of new Set(people.flatMap(({ mentorId, learnerId }) => [mentorId ?? '', learnerId ?? ''])))
      await db.member.create({ data: { guildId, userId, username: userId, displayName: userId, joinedAt: monday } });
    await db.member.updateMany({ where: { userId: gone }, data: { leftAt: monday } });
    const states = async () =>
      (await db.mentoringPair.findMany({ orderBy: { id: 'asc' } })).map(({ state, pausedAs, coordinatorId }) => [
        state,
        pausedAs,
        coordinatorId,
      ]);
    const reconcile = (age: number) => tx((one) => reconcilePresence(one, later(age)));
    await reconcile(0);
    expect(await states()).toEqual([
      ['paused', 'absent', null],
      ['paused', null, null],
      ['active', null, null],
    ]);
    await db.member.updateMany({ data: { leftAt: null } });
    await reconcile(day);
    expect((await states()).map(([state]) => state)).toEqual(['active', 'paused', 'active']);
    await db.member.updateMany({ where: { userId: gone }, data: { leftAt: later(day) } });
    await reconcile(2 * day);
    await reconcile(9 * day);
    expect((await states()).map(([state]) => state)).toEqual(['ended', 'ended', 'active']);
    expect([id, onHoliday, looked]).toHaveLength(3);
  });
});

describe('what is said of somebody', () => {
  const said = { about: 'other', text: 'Cette personne me menace.', isLeaving: true } as const;
  const there = async (coordinatorId: string | null = null) => {
    const pair = await aPair(db, { coordinatorId });
    const [mentorId, learnerId] = [pair.mentorId ?? '', pair.learnerId ?? ''];
    const who = (userId: string) => ({ guildId, userId, now: monday });
    const by = (actorId: string) => ({ guildId, actorId, now: later(day) });
    return { pairId: pair.id, mentorId, learnerId, who, by };
  };

  test('is not read by them, nor in what they export; whoever looked after the pair does not judge themself, whoever does now', async () => {
    const [coordinator, next] = [someone(), someone()];
    const { pairId, learnerId, mentorId, who, by } = await there(coordinator);
    await reportPair(db, who(learnerId), { pairId, about: 'coordinator', text: 'Des mots déplacés.', isLeaving: false });
    const { id: reportId } = await db.mentoringReport.findFirstOrThrow();
    for (const concerned of [coordinator, mentorId, learnerId]) {
      expect(await countReports(db, by(concerned))).toBe(0);
      expect(await refused(openReport(db, by(concerned), reportId))).toBe('pairs.own_report');
      expect(await refused(handleReport(db, by(concerned), { reportId, note: 'x' }))).toBe('pairs.own_report');
    }
    await setCoordinator(db, by(someone()), { pairId, coordinatorId: next });
    const card = await readReport(db, { guildId, reportId });
    expect(JSON.stringify(card && reportCard(card, 'fr'))).toContain(coordinator);
    expect(JSON.stringify(card && reportCard(card, 'fr'))).not.toContain(next);
    expect((await listReports(db, by(next), 0)).total).toBe(1);
    await reportPair(db, who(learnerId), { pairId, ...said });
    const exported = JSON.stringify([await exportPairs(db, guildId, mentorId), await exportPairs(db, guildId, coordinator)]);
    expect(exported).not.toMatch(/reported|menace|déplacés/);
    expect(JSON.stringify(await exportPairs(db, guildId, learnerId))).toContain('reported');
    // It is over: nobody leaves it once more.
    await reportPair(db, who(mentorId), { pairId, ...said });
    expect((await db.mentoringReport.findFirstOrThrow({ where: { userId: mentorId } })).isLeaving).toBe(false);
  });

  test('stays when they are erased, without their name; their own goes', async () => {
    const { pairId, learnerId, mentorId, who, by } = await there();
    await reportPair(db, who(mentorId), { pairId, ...said, isLeaving: false });
    await reportPair(db, who(learnerId), { pairId, ...said });
    const { id: reportId } = await db.mentoringReport.findFirstOrThrow({ where: { userId: learnerId } });
    await recordPost(db, { guildId, pairId }, { channelId: someone(), messageId: someone() }, monday);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await tx((one) => erasePairs(one, guildId, mentorId, later(day)));
    expect(await db.mentoringReport.findMany()).toMatchObject([
      { id: reportId, userId: learnerId, aboutUserId: null, text: said.text },
    ]);
    expect(await tasks('pairs.report')).toEqual([{ guildId, reportId }]);
    // What named them in the channel of staff, and what names them while it is being sent.
    expect(await tasks('pairs.uncard')).toHaveLength(1);
    await recordPost(db, { guildId, pairId }, { channelId: someone(), messageId: someone() }, monday);
    expect(await tasks('pairs.uncard')).toHaveLength(2);
    expect(await countReports(db, by(someone()))).toBe(1);
    await tx((one) => erasePairs(one, guildId, learnerId, later(day)));
    expect(await db.mentoringReport.count()).toBe(0);
  });

  test('why it ended is for staff, and never for the other', async () => {
    const { pairId, learnerId, mentorId, who, by } = await there();
    await endOwn(db, who(learnerId), { pairId, choice: 'stop', reason: 'Des remarques blessantes.' });
    expect(await tasks('pairs.reason')).toEqual([{ guildId, pairId }]);
    expect((await getWhy(db, by(someone()), pairId)).reason).toBe('Des remarques blessantes.');
    expect(await refused(getWhy(db, by(mentorId), pairId))).toBe('pairs.own_end');
    const ended = async (actorId: string, age = day) =>
      (await listEnded(db, { guildId, actorId, now: later(age), page: 0 })).rows.map(({ reason }) => reason);
    expect(await ended(someone())).toEqual(['Des remarques blessantes.']);
    expect(await ended(someone(), 91 * day)).toEqual([]);
    expect(await ended(mentorId)).toEqual([]);
  });
});

describe('a pair that needs somebody of staff', () => {
  test('is not silent while it waits, its question ends with it, and its days are counted from the choice', async () => {
    await db.mentoringSetting.create({ data: { guildId, needsCoordinator: true } });
    const { id: pairId } = await aPair(db);
    const key = { guildId, pairId };
    const nothing = { until: null, wroteAt: null };
    await tx((one) => promiseQuiet(one, later(30 * day)));
    expect(await tasks('pairs.quiet')).toEqual([]);
    expect(await takeStep(db, key, nothing, later(30 * day))).toBe(null);
    await tx((one) => promiseQuestions(one));
    expect(await tasks('pairs.open')).toEqual([key]);
    await Promise.all(Array.from({ length: 10 }, () => recordAwaiting(db, key, later(day))));
    expect(await tasks('pairs.say')).toHaveLength(1);
    await setCoordinator(db, { guildId, actorId: someone(), now: later(30 * day) }, { pairId, coordinatorId: someone() });
    expect(await db.mentoringPair.findFirstOrThrow()).toMatchObject({ activeAt: later(30 * day), awaitedAt: null });
    expect(await takeStep(db, key, nothing, later(50 * day))).toBe(null);
    expect(await takeStep(db, key, nothing, later(51 * day))).toBe('nudge');
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await db.mentoringPair.updateMany({ data: { questionChannelId: '1', questionMessageId: '2' } });
    await tx((one) => endPair(one, { ...key, as: 'finished', now: later(60 * day) }));
    expect(await tasks('pairs.question')).toEqual([key]);
  });
});

test('a word of an end that comes late leaves alone whom a mentor took since', async () => {
  const { userId } = await aMentor(db, { capacity: 5 });
  const before = await open(userId);
  const since = await open(userId, someone(), { now: later(2 * day) });
  const who = { guildId, userId, now: later(3 * day) };
  await endAllOfMentor(db, who, null);
  expect(await pairsOf(db, who)).toHaveLength(2);
  await endAllOfMentor(db, who, later(day));
  expect((await pairsOf(db, who)).map(({ id }) => id)).toEqual([since.id]);
  expect(before.id).not.toBe(since.id);
});

test('pauses: none of a pair that somebody left, and both are called a few times a day', async () => {
  const { id: pairId, mentorId } = await aPair(db);
  const who = (age: number) => ({ guildId, userId: mentorId ?? '', now: later(age) });
  const pause = { pairId, until: '2027-03-01' as Day, today: '2027-02-01' as Day };
  const quiet: unknown[] = [];
  for (const age of [0, 1, 2, 3, day]) {
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await pausePair(db, who(age), pause);
    await resumePair(db, who(age), pairId);
    quiet.push((await tasks('pairs.say')).map(({ isQuiet = false }) => isQuiet));
  }
  expect(quiet).toEqual([
    [false, false],
    [false, false],
    [true, true],
    [true, true],
    [false, false],
  ]);
  await db.mentoringPair.updateMany({ data: { absentSince: monday } });
  expect(await refused(pausePair(db, who(2 * day), pause))).toBe('pairs.paused_absent');
});

test('what has outlived its use is forgotten: the names after a year, the row after three', async () => {
  const ended = { state: 'ended', endedAs: 'finished', endedAt: monday } as const;
  const { id: pairId, mentorId } = await aPair(db, { ...ended, endReason: 'x', endedBy: someone() });
  const at = { guildId, pairId, updatedAt: monday };
  await db.mentoringNote.create({ data: { ...at, userId: mentorId ?? '', text: 'n' } });
  await db.mentoringGoal.create({ data: { ...at, place: 1, text: 'g', createdAt: monday } });
  const forget = (days: number) => tx((one) => forgetPairs(one, later(days * day)));
  await forget(29);
  expect([await db.mentoringNote.count(), await db.mentoringGoal.count()]).toEqual([1, 1]);
  await forget(31);
  expect([await db.mentoringNote.count(), await db.mentoringGoal.count()]).toEqual([0, 0]);
  expect((await db.mentoringPair.findFirstOrThrow()).mentorId).toBe(mentorId);
  await forget(366);
  expect(await db.mentoringPair.findFirstOrThrow()).toMatchObject({
    mentorId: null,
    learnerId: null,
    endReason: null,
    endedBy: null,
  });
  await forget(3 * 365 + 1);
  expect(await db.mentoringPair.count()).toBe(0);
});
