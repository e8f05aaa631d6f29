import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import {
  askAgain,
  askFlash,
  flashesLeft,
  settleFlashes,
  sweepFlashes,
  withdrawFlash,
} from '../../../src/features/circles/service/ask.ts';
import { listCircles, readCircle } from '../../../src/features/circles/service/circle.ts';
import { draftCircle, publishCircle, setAudience } from '../../../src/features/circles/service/draft.ts';
import {
  answerHelped,
  cancelFlash,
  finishFlash,
  promiseFlashRooms,
  setMinutes,
} from '../../../src/features/circles/service/finish.ts';
import {
  endCircle,
  giveCircle,
  prolongCircle,
  readLeading,
  sweepEnds,
  sweepMentors,
} from '../../../src/features/circles/service/life.ts';
import {
  getPlanned,
  planMeeting,
  recordWelcome,
  settleMeeting,
  sweepMeetings,
} from '../../../src/features/circles/service/meeting.ts';
import {
  joinCircle,
  leaveCircle,
  partInCircles,
  removeFromCircle,
  sweepPlaces,
} from '../../../src/features/circles/service/place.ts';
import { handleReport, reportCircle, reportFlash } from '../../../src/features/circles/service/report.ts';
import { eraseCircles, forgetCircles } from '../../../src/features/circles/service/retention.ts';
import { passFlash, setWish, takeFlash, waitingAsks } from '../../../src/features/circles/service/take.ts';
import { avoid, avoidsOf, keepApart } from '../../../src/features/mentors/service/avoid.ts';
import { hoursOf } from '../../../src/features/mentorstats/service/hours.ts';
import { dateOf } from '../../../src/kernel/day.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aMentor, factoryGuild, someone } from '../mentoring/factory.ts';
import { aCircle, aFlash, daysOn, lead, request, staffLead, typed, who } from './stage.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const today = '2027-01-11';
const zone = 'Europe/Paris';
const code = (error: unknown): string => (error as { code?: string }).code ?? String(error);
const outcomes = async (promises: readonly Promise<unknown>[]): Promise<string[]> =>
  (await Promise.allSettled(promises)).map((one) => (one.status === 'fulfilled' ? 'done' : code(one.reason))).sort();
const tally = (all: readonly string[]) =>
  Object.fromEntries([...new Set(all)].map((one) => [one, all.filter((other) => other === one).length]));
const promisedNames = async () => (await waitingTasks(database)).map(({ name }) => name);
const askedFor = async (flashId: number) =>
  (await db.mentoringFlashAsk.findMany({ where: { flashId } })).map(({ mentorId }) => mentorId).sort();

beforeEach(async () => {
  await database.pool.query(
    `TRUNCATE mentor_profile, mentoring_avoid, mentoring_flash, mentoring_flash_wish, mentoring_circle, promo, catalogue_entry, member CASCADE;
     DELETE FROM graphile_worker._private_jobs`,
  );
});

describe('a flash request', () => {
  test('goes to those who fit and wish it, and to nobody else', async () => {
    const learner = someone();
    const [fits, english, paused, quiet, avoids, avoided, busy, busyButWilling, reported, gone] = await Promise.all(
      Array.from({ length: 10 }, () => aMentor(db)),
    ).then(
      (all) =>
        all.map(({ userId }) => userId) as [string, string, string, string, string, string, string, string, string, string],
    );
    const other = (await aMentor(db, { themes: ['confidence'] })).userId;
    await aMentor(db, { userId: learner, guildId: factoryGuild });
    const profile = (userId: string) => ({ guildId_userId: { guildId: factoryGuild, userId } });
    await db.mentorProfile.update({ where: profile(english), data: { languages: ['en'] } });
    await db.mentorProfile.update({ where: profile(paused), data: { state: 'paused', pausedAs: 'own' } });
    await setWish(db, who(quiet), 'never');
    await setWish(db, who(busyButWilling), 'always');
    await db.mentoringAvoid.createMany({
      data: [
        { guildId: factoryGuild, userId: avoids, avoidedId: learner, at: monday },
        { guildId: factoryGuild, userId: learner, avoidedId: avoided, at: monday },
      ],
    });
    const done = { state: 'done' as const, takenAt: daysOn(-2), endedAt: daysOn(-2), minutes: 30, createdAt: daysOn(-2) };
    await aFlash(db, { ...done, mentorId: busy });
    await aFlash(db, { ...done, mentorId: busyButWilling });
    const past = { ...done, takenAt: daysOn(-20), createdAt: daysOn(-20) };
    const bad = await aFlash(db, { ...past, learnerId: learner, mentorId: reported });
    await reportFlash(db, who(reported), bad.id, 'Des messages qui dérangent.');
    await db.member.create({
      data: { guildId: factoryGuild, userId: gone, username: 'p', displayName: 'P', joinedAt: monday, leftAt: monday },
    });
    const { flash, asked } = await askFlash(db, who(learner), request);
    expect(await askedFor(flash.id)).toEqual([fits, busyButWilling].sort());
    expect(asked).toBe(2);
    expect(other).not.toBe(fits);
    expect((await promisedNames()).filter((name) => name === 'circles.flash_ask')).toHaveLength(2);
  });

  test('is bounded: 30 mentors, the same skills first, two a day for each of them, whoever asks at the same time', async () => {
    const mentors = await Promise.all(Array.from({ length: 40 }, () => aMentor(db, { skillKeys: ['php'] })));
    const coders = await Promise.all(Array.from({ length: 3 }, () => aMentor(db)));
    const asking = { ...request, theme: 'code_review' as const, skills: 'React' };
    const { flash } = await askFlash(db, who(someone()), asking);
    const first = await askedFor(flash.id);
    expect(first).toHaveLength(30);
    expect(first).toEqual(expect.arrayContaining(coders.map(({ userId }) => userId)));
    // Whoever was not asked is asked next.
    const second = await askFlash(db, who(someone()), { ...asking, skills: '' });
    const rested = mentors.map(({ userId }) => userId).filter((id) => !first.includes(id));
    expect(await askedFor(second.flash.id)).toEqual(expect.arrayContaining(rested));

    await db.mentoringFlash.deleteMany();
    await Promise.all(Array.from({ length: 20 }, () => askFlash(db, who(someone()), asking)));
    const load = await db.mentoringFlashAsk.groupBy({ by: ['mentorId'], _count: true });
    expect(Math.max(...load.map(({ _count }) => _count))).toBe(2);
    expect(load.reduce((sum, { _count }) => sum + _count, 0)).toBe(86);

    // A day later they are free again: those that wait go out once more, up to thirty each.
    await db.$transaction((tx) => askAgain(tx, new Date(monday.getTime() + 25 * hour)));
    expect(await db.mentoringFlashAsk.count()).toBe(172);
  });

  test('goes to somebody else when one passes, also by wishing none, until everybody who fits was asked; never once it is taken', async () => {
    const all = await Promise.all(Array.from({ length: 35 }, () => aMentor(db)));
    const { flash } = await askFlash(db, who(someone()), request);
    const asked = await askedFor(flash.id);
    const [first = '', second = '', taker = '', ...rest] = asked;
    await Promise.all([passFlash(db, who(first), flash.id), setWish(db, who(second), 'never')]);
    expect(await askedFor(flash.id)).toHaveLength(32);
    await passFlash(db, who(first), flash.id);
    expect(await askedFor(flash.id)).toHaveLength(32);
    await Promise.all(rest.slice(0, 10).map((one) => passFlash(db, who(one), flash.id)));
    expect(await askedFor(flash.id)).toEqual(all.map(({ userId }) => userId).sort());
    await Promise.all([takeFlash(db, who(taker), flash.id), ...rest.slice(10).map((one) => passFlash(db, who(one), flash.id))]);
    expect(await db.mentoringFlashAsk.count({ where: { flashId: flash.id, state: 'asked' } })).toBe(0);
  });

  test('is one at a time and three in seven days, also for who presses fifty times', async () => {
    await aMentor(db);
    const learner = someone();
    const tried = await outcomes(Array.from({ length: 50 }, () => askFlash(db, who(learner), request)));
    expect(tally(tried)).toEqual({ done: 1, 'circles.flash_open': 49 });
    for (const _again of [1, 2]) {
      await withdrawFlash(db, who(learner), (await db.mentoringFlash.findFirstOrThrow({ where: { state: 'open' } })).id);
      await askFlash(db, who(learner), request);
    }
    await withdrawFlash(db, who(learner), (await db.mentoringFlash.findFirstOrThrow({ where: { state: 'open' } })).id);
    expect(await flashesLeft(db, who(learner))).toBe(0);
    expect(await outcomes([askFlash(db, who(learner), request)])).toEqual(['circles.flash_week']);
    expect(await outcomes([askFlash(db, who(learner, daysOn(7.1)), request)])).toEqual(['done']);
    expect(await outcomes([askFlash(db, who(someone()), { ...request, skills: 'x'.repeat(60) })])).toEqual([
      'circles.flash_skills',
    ]);
  });

  test('is taken by exactly one of fifty, who may press twice; the others are told', async () => {
    const mentors = await Promise.all(Array.from({ length: 30 }, () => aMentor(db)));
    const learner = someone();
    const { flash } = await askFlash(db, who(learner), request);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    const presses = Array.from({ length: 50 }, (_, index) => mentors[index % 30]?.userId ?? '');
    const tried = await outcomes(presses.map((userId) => takeFlash(db, who(userId), flash.id)));
    const { mentorId } = await db.mentoringFlash.findUniqueOrThrow({ where: { id: flash.id } });
    expect(tally(tried)).toEqual({
      done: presses.filter((userId) => userId === mentorId).length,
      'circles.flash_taken': presses.filter((userId) => userId !== mentorId).length,
    });
    expect((await promisedNames()).filter((name) => name === 'circles.flash_ask')).toHaveLength(30);
    expect(await promisedNames()).toEqual(expect.arrayContaining(['circles.flash_room']));
    const [stranger] = [someone()];
    expect(await outcomes([takeFlash(db, who(stranger), flash.id), passFlash(db, who(stranger), flash.id)])).toEqual([
      'circles.flash_not_yours',
      'circles.flash_not_yours',
    ]);
    expect(await outcomes([finishFlash(db, who(stranger), flash.id), cancelFlash(db, who(stranger), flash.id)])).toEqual([
      'circles.flash_not_yours',
      'circles.flash_not_yours',
    ]);
  });

  test('is not taken by who may not: paused since, apart since, or gone since', async () => {
    const [one, other, gone] = [(await aMentor(db)).userId, (await aMentor(db)).userId, (await aMentor(db)).userId];
    const learner = someone();
    const { flash } = await askFlash(db, who(learner), request);
    await db.mentorProfile.updateMany({ where: { userId: one }, data: { state: 'paused', pausedAs: 'sanction' } });
    await db.mentoringAvoid.create({ data: { guildId: factoryGuild, userId: learner, avoidedId: other, at: monday } });
    expect(await outcomes([takeFlash(db, who(one), flash.id)])).toEqual(['circles.flash_not_mentor']);
    expect(await outcomes([takeFlash(db, who(other), flash.id)])).toEqual(['circles.flash_taken']);
    await db.member.create({
      data: { guildId: factoryGuild, userId: gone, username: 'g', displayName: 'G', joinedAt: monday, leftAt: monday },
    });
    expect(await outcomes([takeFlash(db, who(gone), flash.id)])).toEqual(['circles.flash_left']);
    await setWish(db, who(other), 'never');
    expect(await waitingAsks(db, who(other))).toEqual([]);
  });

  test('counts for the mentor once it is done, by either, and says privately whether it helped', async () => {
    const mentor = (await aMentor(db)).userId;
    const learner = someone();
    const { flash } = await askFlash(db, who(learner), request);
    expect(await outcomes([finishFlash(db, who(learner), flash.id)])).toEqual(['circles.flash_over']);
    await takeFlash(db, who(mentor), flash.id);
    expect((await finishFlash(db, who(learner), flash.id)).flash.minutes).toBe(30);
    expect((await finishFlash(db, who(mentor), flash.id)).part).toBe('mentor');
    expect(await setMinutes(db, who(mentor), flash.id, 60)).toBe(60);
    expect(await setMinutes(db, who(mentor), flash.id, 4_000)).toBe(30);
    await setMinutes(db, who(mentor), flash.id, 45);
    await answerHelped(db, who(learner), flash.id, false);
    expect(await outcomes([setMinutes(db, who(learner), flash.id, 60), answerHelped(db, who(mentor), flash.id, true)])).toEqual([
      'circles.flash_not_yours',
      'circles.flash_not_yours',
    ]);
    expect(await outcomes([cancelFlash(db, who(mentor), flash.id)])).toEqual(['circles.flash_over']);
    const hours = () => hoursOf(db, { guildId: factoryGuild, userId: mentor });
    expect(await hours()).toMatchObject({ meetings: 1, minutes: 45, inFlashes: 1 });
    // The same person again is the same person; another one, whose name is forgotten, still counts.
    const again = { state: 'done' as const, takenAt: daysOn(1), endedAt: daysOn(1), minutes: 30, createdAt: daysOn(1) };
    await aFlash(db, { ...again, mentorId: mentor, learnerId: null, isFirst: true });
    await finishFlash(
      db,
      who(learner),
      (await aFlash(db, { learnerId: learner, mentorId: mentor, state: 'taken', takenAt: monday })).id,
    );
    expect(await hours()).toMatchObject({ meetings: 3, minutes: 105, inFlashes: 2 });
    expect(await outcomes([hoursOf(db, { guildId: factoryGuild, userId: someone() })])).toEqual(['mentorstats.no_hours']);
  });

  test('a mentor who gives up costs the learner nothing; who is gone or under a sanction gives up', async () => {
    const [first, second] = [(await aMentor(db)).userId, (await aMentor(db)).userId];
    const learner = someone();
    const { flash } = await askFlash(db, who(learner), request);
    await takeFlash(db, who(first), flash.id);
    await cancelFlash(db, who(first), flash.id);
    expect(await flashesLeft(db, who(learner))).toBe(3);
    const again = await askFlash(db, who(learner), request);
    await takeFlash(db, who(second), again.flash.id);
    await db.mentorProfile.updateMany({ where: { userId: second }, data: { state: 'paused', pausedAs: 'sanction' } });
    await db.$transaction((tx) => sweepFlashes(tx, daysOn(1)));
    expect(await db.mentoringFlash.findUniqueOrThrow({ where: { id: again.flash.id } })).toMatchObject({
      state: 'cancelled',
      endedBy: second,
    });
    expect(await flashesLeft(db, who(learner))).toBe(3);
  });

  test('ends by itself: without an answer after 48 hours, without news after 14 days; its thread goes 48 hours later', async () => {
    const mentor = (await aMentor(db)).userId;
    const waiting = await aFlash(db);
    const taken = await aFlash(db, { state: 'taken', mentorId: mentor, takenAt: monday, begunAt: monday });
    const left = await aFlash(db);
    await db.member.create({
      data: {
        guildId: factoryGuild,
        userId: left.learnerId ?? '',
        username: 'l',
        displayName: 'L',
        joinedAt: monday,
        leftAt: monday,
      },
    });
    const sweep = (at: Date) => db.$transaction((tx) => sweepFlashes(tx, at));
    const states = async () =>
      (await db.mentoringFlash.findMany({ where: { id: { in: [waiting.id, taken.id, left.id] } }, orderBy: { id: 'asc' } })).map(
        ({ state }) => state,
      );
    await sweep(daysOn(1.9));
    expect(await states()).toEqual(['open', 'taken', 'withdrawn']);
    await sweep(daysOn(2));
    expect(await states()).toEqual(['expired', 'taken', 'withdrawn']);
    await sweep(daysOn(14));
    expect(await states()).toEqual(['expired', 'lapsed', 'withdrawn']);
    const due = async (now: Date) => {
      await database.pool.query('DELETE FROM graphile_worker._private_jobs');
      await db.$transaction((tx) => promiseFlashRooms(tx, { now }));
      return (await waitingTasks(database)).map(({ payload }) => payload.flashId);
    };
    expect(await due(daysOn(15.9))).toEqual([]);
    expect(await due(daysOn(16))).toEqual([taken.id]);
    // What staff have not looked at stays, thirty days at most.
    await reportFlash(db, who(mentor, daysOn(15)), taken.id, 'Des messages qui dérangent.');
    expect(await due(daysOn(16))).toEqual([]);
    expect(await outcomes([reportFlash(db, who(mentor), taken.id, 'Encore une fois.')])).toEqual(['circles.already_reported']);
    const { id: reportId } = await db.mentoringCircleReport.findFirstOrThrow();
    expect(await due(daysOn(44.1))).toEqual([taken.id]);
    const by = { guildId: factoryGuild, actorId: someone(), now: daysOn(16) };
    await handleReport(db, by, reportId);
    expect(await outcomes([handleReport(db, by, reportId)])).toEqual(['circles.report_unknown']);
    expect(await due(daysOn(16))).toEqual([taken.id]);
    await db.$transaction((tx) => settleFlashes(tx, []));
  });
});

describe('a circle', () => {
  test('is drafted, limited to a course, and opened by its mentor or by staff', async () => {
    const mentor = (await aMentor(db)).userId;
    expect(await outcomes([draftCircle(db, lead(someone()), mentor, typed, today)])).toEqual(['circles.staff_only']);
    const nobody = someone();
    expect(await outcomes([draftCircle(db, lead(nobody), nobody, typed, today)])).toEqual(['circles.not_mentor']);
    for (const end of ['jamais', '11/01/2027', '14/07/2027'])
      expect(await outcomes([draftCircle(db, lead(mentor), mentor, { ...typed, end }, today)])).toEqual(['circles.bad_end']);
    const draft = await draftCircle(db, lead(mentor), mentor, typed, today);
    const course = await db.catalogueEntry.create({
      data: { guildId: factoryGuild, kind: 'course', name: 'CDA', createdAt: monday },
    });
    expect(await outcomes([setAudience(db, lead(mentor), draft.id, 'cda, Tout')])).toEqual(['circles.unknown_audience']);
    expect(await setAudience(db, lead(mentor), draft.id, ' cda ')).toMatchObject({ courseIds: [course.id], promoIds: [] });
    expect(await outcomes([publishCircle(db, lead(someone()), draft.id, today)])).toEqual(['circles.unknown']);
    await publishCircle(db, lead(mentor), draft.id, today);
    expect(await outcomes([publishCircle(db, lead(mentor), draft.id, today)])).toEqual(['circles.closed']);
    expect(await promisedNames()).toEqual(['circles.card', 'circles.room']);
    expect(await outcomes([joinCircle(db, who(someone()), draft.id, 'fr')])).toEqual(['circles.other_audience']);

    // Fifty at the same moment: two circles a mentor, and no third one.
    const drafts = await Promise.all(
      Array.from({ length: 10 }, () => aCircle(db, { mentorId: mentor, state: 'draft', publishedAt: null })),
    );
    const opened = await outcomes(drafts.map(({ id }) => publishCircle(db, staffLead(someone()), id, today)));
    expect(tally(opened)).toEqual({ done: 1, 'circles.too_many_led': 9 });
    expect(await db.auditEntry.count({ where: { action: 'circles.publish' } })).toBe(1);
  });

  test('fifty join four seats: four are in, the others wait in their order; who leaves lets the next one in', async () => {
    const { id } = await aCircle(db);
    const people = Array.from({ length: 50 }, () => someone());
    expect(tally(await outcomes(people.map((one) => joinCircle(db, who(one), id, 'fr'))))).toEqual({ done: 50 });
    let view = await readCircle(db, { guildId: factoryGuild, circleId: id });
    expect([view?.inside.length, view?.waiting.length]).toEqual([4, 46]);
    expect(view?.inside.map(({ seat }) => seat).sort()).toEqual([1, 2, 3, 4]);
    const [first, second] = [view?.waiting[0]?.userId ?? '', view?.waiting[1]?.userId ?? ''];
    const leavers = view?.inside.slice(0, 2).map(({ userId }) => userId) ?? [];
    await Promise.all(leavers.map((one) => leaveCircle(db, who(one), id)));
    view = await readCircle(db, { guildId: factoryGuild, circleId: id });
    expect(view?.inside).toHaveLength(4);
    expect(view?.inside.map(({ userId }) => userId)).toEqual(expect.arrayContaining([first, second]));
    expect((await waitingTasks(database)).filter(({ name }) => name === 'circles.place')).toHaveLength(2);
    expect((await promisedNames()).filter((name) => name === 'circles.card')).toHaveLength(1);
    expect(await outcomes([leaveCircle(db, who(leavers[0] ?? ''), id), joinCircle(db, who(first), id, 'fr')])).toEqual([
      'circles.already_in',
      'circles.unknown',
    ]);
  });

  test('is not for who is apart, was removed, leads it, or is in too many; its mentor alone removes', async () => {
    const { id, mentorId } = await aCircle(db);
    const [avoids, removed, keen, stranger] = [someone(), someone(), someone(), someone()];
    await db.mentoringAvoid.create({ data: { guildId: factoryGuild, userId: mentorId, avoidedId: avoids, at: monday } });
    await joinCircle(db, who(removed), id, 'fr');
    expect(await outcomes([removeFromCircle(db, lead(stranger), id, removed)])).toEqual(['circles.unknown']);
    await removeFromCircle(db, lead(mentorId), id, removed);
    expect(
      await outcomes([
        joinCircle(db, who(avoids), id, 'fr'),
        joinCircle(db, who(removed), id, 'fr'),
        joinCircle(db, who(mentorId), id, 'fr'),
        joinCircle(db, { ...who(stranger), guildId: '100000000000000099' }, id, 'fr'),
      ]),
    ).toEqual(['circles.not_for_you', 'circles.not_for_you', 'circles.own', 'circles.unknown']);
    const others = await Promise.all(Array.from({ length: 5 }, () => aCircle(db)));
    const tried = await outcomes(others.map((circle) => joinCircle(db, who(keen), circle.id, 'en')));
    expect(tally(tried)).toEqual({ done: 3, 'circles.too_many': 2 });
    const listed = await listCircles(db, who(keen), 0);
    expect(listed).toMatchObject({ total: 6, isMentor: false });
    expect(listed.circles.map(({ mine }) => mine)).toEqual(['inside', 'inside', 'inside', null, null]);
  });

  test('nobody stays, comes in or is given to where they are apart, and nobody is named', async () => {
    const circle = await aCircle(db, { seats: 2 });
    const { id, mentorId } = circle;
    const [inside, other, waits, next] = [someone(), someone(), someone(), someone()];
    for (const one of [inside, other, waits, next]) await joinCircle(db, who(one), id, 'fr');
    const guildId = factoryGuild;
    const people = async () => (await readCircle(db, { guildId, circleId: id }))?.inside.map(({ userId }) => userId).sort();
    // Whoever waits for somebody they were paired with is passed over, and told as neutrally as whoever is removed.
    await db.$transaction((tx) => keepApart(tx, { guildId, one: waits, other: mentorId, now: monday }));
    await leaveCircle(db, who(other), id);
    expect(await people()).toEqual([inside, next].sort());
    const news = async () => (await waitingTasks(database)).flatMap(({ payload }) => payload.news ?? []);
    expect(await news()).toEqual(expect.arrayContaining(['removed', 'let_in']));

    // Somebody who is avoided by one inside does not get it.
    const [avoided, third] = [(await aMentor(db)).userId, (await aMentor(db)).userId];
    await db.$transaction((tx) => avoid(tx, { guildId, userId: inside, avoidedIds: [avoided], now: monday }));
    const give = (to: string) => giveCircle(db, staffLead(someone()), id, to);
    expect(await outcomes([give(avoided)])).toEqual(['circles.not_for_them']);
    await Promise.all([aCircle(db, { mentorId: third }), aCircle(db, { mentorId: third })]);
    expect(await outcomes([give(third)])).toEqual(['circles.too_many_led']);
    await give((await aMentor(db)).userId);
    await give(mentorId);
    await give(mentorId);

    // An avoid that is written later ends it, whoever wrote it; by whoever joins at this moment too.
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await db.$transaction((tx) => avoid(tx, { guildId, userId: mentorId, avoidedIds: [inside, next], now: monday }));
    const promised = (await waitingTasks(database)).filter(({ name }) => name === 'circles.apart');
    expect(promised.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining([
        { guildId, one: mentorId, other: inside },
        { guildId, one: mentorId, other: next },
      ]),
    );
    const friend = someone();
    await joinCircle(db, who(friend), id, 'fr');
    await Promise.all([inside, next, friend].map((one) => partInCircles(db, { guildId, one, other: mentorId }, monday)));
    expect(await people()).toEqual([friend]);
    const racing = Array.from({ length: 10 }, () => someone());
    await db.mentoringCircle.update({ where: { id }, data: { seats: 8 } });
    await Promise.all(
      racing.flatMap((one) => [
        joinCircle(db, who(one), id, 'fr').catch(() => null),
        db
          .$transaction((tx) => avoid(tx, { guildId, userId: one, avoidedIds: [mentorId], now: monday }))
          .then(() => partInCircles(db, { guildId, one, other: mentorId }, monday)),
      ]),
    );
    expect(await people()).toEqual([friend]);
  });

  test('without its mentor it waits for staff, and goes on with another one or when they are back', async () => {
    const { id, mentorId } = await aCircle(db, { staffMessageId: '1' });
    const inside = someone();
    await joinCircle(db, who(inside), id, 'fr');
    const state = async () => (await db.mentoringCircle.findUniqueOrThrow({ where: { id } })).state;
    const sweep = (now: Date) => db.$transaction((tx) => sweepMentors(tx, now));
    await sweep(daysOn(1));
    expect(await state()).toBe('open');
    await db.mentorProfile.updateMany({ where: { userId: mentorId }, data: { state: 'paused', pausedAs: 'own' } });
    await sweep(daysOn(1));
    await sweep(daysOn(1));
    expect(await state()).toBe('paused');
    expect(await promisedNames()).toEqual(expect.arrayContaining(['circles.news', 'circles.staff']));
    expect(await outcomes([joinCircle(db, who(someone()), id, 'fr')])).toEqual(['circles.closed']);
    await db.mentorProfile.updateMany({ where: { userId: mentorId }, data: { state: 'approved', pausedAs: null } });
    await sweep(daysOn(2));
    expect(await state()).toBe('open');

    await db.mentorProfile.deleteMany({ where: { userId: mentorId } });
    await sweep(daysOn(3));
    expect(await outcomes([giveCircle(db, staffLead(someone()), id, someone())])).toEqual(['circles.not_mentor']);
    // Somebody who learned there may lead it, and gives their seat up.
    await aMentor(db, { userId: inside });
    await giveCircle(db, staffLead(someone()), id, inside);
    await sweep(daysOn(4));
    expect(await db.mentoringCircle.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'open', mentorId: inside });
    expect((await readCircle(db, { guildId: factoryGuild, circleId: id }))?.inside).toEqual([]);
    expect(await db.auditEntry.count({ where: { action: 'circles.give', subject: `circle:${id}` } })).toBe(1);
    await db.mentorProfile.deleteMany({ where: { userId: inside } });
    await sweep(daysOn(5));
    await db.$transaction((tx) => sweepEnds(tx, daysOn(18.9)));
    expect(await state()).toBe('paused');
    await db.$transaction((tx) => sweepEnds(tx, daysOn(19)));
    expect(await db.mentoringCircle.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'ended', endedAs: 'no_mentor' });
  });

  test('waits for a mentor who said when they are back, and for nobody longer; they are told', async () => {
    const [dated, open] = [await aCircle(db), await aCircle(db)];
    const away = (circle: { mentorId: string }, pausedUntil: Date | null) =>
      db.mentorProfile.updateMany({
        where: { userId: circle.mentorId },
        data: { state: 'paused', pausedAs: 'own', pausedUntil },
      });
    await away(dated, dateOf('2027-02-12'));
    await away(open, null);
    await db.$transaction((tx) => sweepMentors(tx, daysOn(1)));
    const told = (await waitingTasks(database)).filter(({ name }) => name === 'circles.lead');
    expect(told.map(({ payload }) => payload.userId).sort()).toEqual([dated.mentorId, open.mentorId].sort());
    const leading = { guildId: factoryGuild, circleId: dated.id, userId: dated.mentorId };
    expect(await readLeading(db, leading)).toMatchObject({ backOn: dateOf('2027-02-12'), locale: 'fr' });
    expect(await readLeading(db, { ...leading, userId: open.mentorId })).toBeNull();
    const states = async (now: Date) => {
      await db.$transaction((tx) => sweepEnds(tx, now));
      const rows = await db.mentoringCircle.findMany({ where: { id: { in: [dated.id, open.id] } }, orderBy: { id: 'asc' } });
      return rows.map(({ state, endedAs }) => endedAs ?? state);
    };
    expect(await states(daysOn(20))).toEqual(['paused', 'no_mentor']);
    expect(await states(daysOn(32))).toEqual(['paused', 'no_mentor']);
    // Their day has passed and they are not back: something else keeps them.
    expect(await states(daysOn(33))).toEqual(['no_mentor', 'no_mentor']);
  });

  test('warns a week before, is prolonged once, and ends on its day in the zone of the server', async () => {
    const { id, mentorId } = await aCircle(db, { endsOn: dateOf('2027-01-20') });
    const row = () => db.mentoringCircle.findUniqueOrThrow({ where: { id } });
    const sweep = (now: Date) => db.$transaction((tx) => sweepEnds(tx, now));
    await sweep(daysOn(1));
    expect((await row()).warnedAt).toBeNull();
    await sweep(daysOn(2));
    expect((await row()).warnedAt).toEqual(daysOn(2));
    expect((await promisedNames()).filter((name) => name === 'circles.news')).toHaveLength(1);
    const until = (typedEnd: string) => ({ typed: typedEnd, today, show: (latest: string) => latest });
    expect(
      await outcomes(['bof', '20/01/2027', '01/06/2027'].map((one) => prolongCircle(db, lead(mentorId), id, until(one)))),
    ).toEqual(['circles.bad_end', 'circles.bad_prolonging', 'circles.bad_prolonging']);
    const prolonged = await outcomes(
      Array.from({ length: 10 }, () => prolongCircle(db, lead(mentorId), id, until('20/02/2027'))),
    );
    expect(tally(prolonged)).toEqual({ done: 1, 'circles.prolonged_once': 9 });
    const waiting = Array.from({ length: 5 }, () => someone());
    for (const one of waiting) await joinCircle(db, who(one), id, 'fr');
    const lastEvening = new Date('2027-02-20T22:30:00Z');
    await sweep(lastEvening);
    expect((await row()).state).toBe('open');
    await sweep(new Date(lastEvening.getTime() + hour));
    expect(await row()).toMatchObject({ state: 'ended', endedAs: 'finished' });
    expect(await db.mentoringCirclePlace.count({ where: { circleId: id, state: 'waiting' } })).toBe(0);
    expect((await waitingTasks(database)).some(({ payload }) => payload.news === 'closed')).toBe(true);
    expect(await outcomes([endCircle(db, lead(mentorId), id), leaveCircle(db, who(someone()), id)])).toEqual([
      'circles.closed',
      'circles.unknown',
    ]);
  });

  test('plans its next meeting, reminds once, and counts it when it took place', async () => {
    const { id, mentorId } = await aCircle(db);
    const planAs = (userId: string, on: string, now = monday) =>
      planMeeting(db, lead(userId, now), id, { startsAt: new Date(`${on}:00Z`), minutes: 60, place: 'Salle commune' }, zone);
    const plan = (on: string, now = monday) => planAs(mentorId, on, now);
    const at = '2027-01-14T17:30';
    expect(await outcomes([plan('2027-01-10T17:30'), plan('2027-05-01T17:30'), planAs(someone(), at)])).toEqual([
      'circles.meeting_outside',
      'circles.meeting_outside',
      'circles.unknown',
    ]);
    const meeting = await plan(at);
    expect((await plan('2027-01-14T18:00')).id).toBe(meeting.id);
    const reminders = async (now: Date) => {
      await database.pool.query('DELETE FROM graphile_worker._private_jobs');
      await db.$transaction((tx) => sweepMeetings(tx, now));
      return promisedNames();
    };
    const starts = new Date('2027-01-14T18:00:00Z');
    expect(await reminders(new Date(starts.getTime() - 25 * hour))).toEqual([]);
    expect(await reminders(new Date(starts.getTime() - 23 * hour))).toEqual(['circles.remind']);
    expect(await outcomes([settleMeeting(db, lead(mentorId), meeting.id, 'done')])).toEqual(['circles.meeting_early']);
    expect(
      await outcomes([settleMeeting(db, lead(mentorId, new Date(starts.getTime() + hour - 1)), meeting.id, 'done')]),
    ).toEqual(['circles.meeting_early']);
    const late = lead(mentorId, new Date(starts.getTime() + hour));
    expect(await outcomes([settleMeeting(db, late, meeting.id, 'done')])).toEqual(['circles.meeting_alone']);
    const people = [someone(), someone(), someone(), someone(), someone()];
    for (const one of people) await joinCircle(db, who(one), id, 'fr');
    expect(tally(await outcomes(Array.from({ length: 10 }, () => settleMeeting(db, late, meeting.id, 'done'))))).toEqual({
      done: 1,
      'circles.meeting_over': 9,
    });
    // Four were inside and one waited; a number stays when the names go. In two circles at the same hour only one meeting counts.
    const hours = () => hoursOf(db, { guildId: factoryGuild, userId: mentorId });
    expect(await hours()).toMatchObject({ meetings: 1, minutes: 60, inCircles: 4 });
    const twin = await aCircle(db, { mentorId });
    await joinCircle(db, who(someone()), twin.id, 'fr');
    const clash = { circleId: twin.id, guildId: factoryGuild, mentorId, minutes: 120, createdAt: monday };
    const { id: same } = await db.mentoringCircleMeeting.create({
      data: { ...clash, startsAt: new Date(starts.getTime() - hour) },
    });
    expect(await outcomes([settleMeeting(db, late, same, 'done')])).toEqual(['circles.meeting_overlaps']);
    await settleMeeting(db, late, same, 'cancelled');
    await db.mentoringCirclePlace.deleteMany();
    expect(await hours()).toMatchObject({ meetings: 1, inCircles: 4 });
    // One that nobody settles makes way for the next, and is forgotten by itself.
    const missed = await plan('2027-01-20T17:30');
    const next = await plan('2027-01-27T17:30', daysOn(14));
    expect(next.id).not.toBe(missed.id);
    await reminders(daysOn(60));
    expect(await db.mentoringCircleMeeting.count({ where: { circleId: id, state: 'cancelled' } })).toBe(2);
  });

  test('announces what was planned before its thread was there, and moves that meeting and no other', async () => {
    const { id, mentorId } = await aCircle(db);
    const meeting = await planMeeting(db, lead(mentorId), id, { startsAt: daysOn(3), minutes: 60, place: '' }, zone);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await recordWelcome(db, id, '1');
    expect((await waitingTasks(database)).map(({ name, payload }) => [name, payload.meetingId])).toEqual([
      ['circles.meeting', meeting.id],
    ]);
    expect((await getPlanned(db, lead(mentorId), meeting.id)).circleId).toBe(id);
    expect(await outcomes([getPlanned(db, lead(someone()), meeting.id)])).toEqual(['circles.unknown']);
    await settleMeeting(db, lead(mentorId), meeting.id, 'cancelled');
    expect(await outcomes([getPlanned(db, lead(mentorId), meeting.id)])).toEqual(['circles.meeting_over']);
  });

  test('who reports it leaves it at once, and who left the server makes room', async () => {
    const { id, mentorId } = await aCircle(db, { seats: 2 });
    const [one, gone, next, last] = [someone(), someone(), someone(), someone()];
    for (const person of [one, gone, next, last]) await joinCircle(db, who(person), id, 'fr');
    expect(await reportCircle(db, who(one), id, 'On s’y moque de moi.')).toBe(true);
    expect(await avoidsOf(db, { guildId: factoryGuild, userId: one })).toEqual(new Set([mentorId]));
    expect(await outcomes([joinCircle(db, who(one), id, 'fr')])).toEqual(['circles.not_for_you']);
    expect(await reportCircle(db, who(mentorId), id, 'Une dispute entre deux personnes.')).toBe(false);
    expect(await outcomes([reportCircle(db, who(someone()), id, 'Rien à voir ici.')])).toEqual(['circles.unknown']);
    await db.member.create({
      data: { guildId: factoryGuild, userId: gone, username: 'g', displayName: 'G', joinedAt: monday, leftAt: monday },
    });
    await db.$transaction((tx) => sweepPlaces(tx, daysOn(1)));
    const view = await readCircle(db, { guildId: factoryGuild, circleId: id });
    expect(view?.inside.map(({ userId }) => userId).sort()).toEqual([next, last].sort());
  });
});

test('a year later only what the mentor gave is left; who is erased leaves nothing, and nobody waits for them', async () => {
  const { id, mentorId } = await aCircle(db, { seats: 2 });
  const [one, two, three] = [someone(), someone(), someone()];
  for (const person of [one, two, three]) await joinCircle(db, who(person), id, 'fr');
  const { flash } = await askFlash(db, who(one), request);
  await db.$transaction((tx) => eraseCircles(tx, factoryGuild, one, monday));
  expect((await readCircle(db, { guildId: factoryGuild, circleId: id }))?.inside.map(({ userId }) => userId).sort()).toEqual(
    [two, three].sort(),
  );
  expect(await db.mentoringFlash.findUniqueOrThrow({ where: { id: flash.id } })).toMatchObject({
    state: 'withdrawn',
    learnerId: null,
    about: '',
  });
  const over = await aCircle(db, { mentorId });
  await endCircle(db, lead(mentorId), over.id);
  // Somebody locks the same circles in their order, as the sweeps do.
  await joinCircle(db, who(mentorId), (await aCircle(db)).id, 'fr');
  const sweeps = Array.from({ length: 10 }, () => db.$transaction((tx) => sweepEnds(tx, daysOn(110))).then(() => 'done'));
  expect(tally(await outcomes([db.$transaction((tx) => eraseCircles(tx, factoryGuild, mentorId, monday)), ...sweeps]))).toEqual({
    done: 11,
  });
  await db.mentoringCircle.update({ where: { id }, data: { state: 'paused', pausedAt: monday, endedAt: null, endedAs: null } });
  for (const circleId of [id, over.id])
    expect(await db.mentoringCircle.findUniqueOrThrow({ where: { id: circleId } })).toMatchObject({
      mentorId: null,
      title: 'Entretien d’entraînement',
      about: '',
    });

  const given = await aFlash(db, { state: 'done', mentorId: two, takenAt: monday, endedAt: monday, minutes: 30 });
  await db.$transaction((tx) => sweepEnds(tx, daysOn(15)));
  await db.$transaction((tx) => forgetCircles(tx, new Date(daysOn(381).getTime() + day)));
  expect(await db.mentoringFlash.findUniqueOrThrow({ where: { id: given.id } })).toMatchObject({
    learnerId: null,
    about: '',
    minutes: 30,
  });
  expect(await db.mentoringCirclePlace.count()).toBe(0);
  expect(await db.mentoringCircle.findUniqueOrThrow({ where: { id } })).toMatchObject({ title: '', about: '' });
});
