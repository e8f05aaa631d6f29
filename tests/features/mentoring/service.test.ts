import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { features } from '../../../src/app.ts';
import { askedAgainAfter, mostAsked, mostWaiting, reminderOf } from '../../../src/features/mentoring/rules/limit.ts';
import { addMonths } from '../../../src/features/mentoring/rules/month.ts';
import { readWanted } from '../../../src/features/mentoring/rules/request.ts';
import { commonSlots, offsetOf } from '../../../src/features/mentoring/rules/time.ts';
import { accept, answerBack, askBack, decline, findQuestion, pauseFor } from '../../../src/features/mentoring/service/answer.ts';
import {
  askNext,
  choose,
  drop,
  expireAsks,
  partPeople,
  passOn,
  passUnreached,
  promiseNext,
  raise,
  remindDue,
} from '../../../src/features/mentoring/service/ask.ts';
import { leave, leavingOf } from '../../../src/features/mentoring/service/leave.ts';
import { readMatched } from '../../../src/features/mentoring/service/matched.ts';
import { pairByHand, previewPair } from '../../../src/features/mentoring/service/pair.ts';
import { fittingMentors, gapOf, proposeMentors } from '../../../src/features/mentoring/service/propose.ts';
import {
  askAgain,
  closeRequests,
  findPeople,
  findWaiting,
  freeAfter,
  savePeople,
  saveWish,
  setMainTheme,
  withdrawRequest,
} from '../../../src/features/mentoring/service/request.ts';
import { eraseRequests, exportRequests, forgetRequests } from '../../../src/features/mentoring/service/retention.ts';
import { expireRequests, pauseSilent, withdrawAbsent } from '../../../src/features/mentoring/service/silence.ts';
import { avoid } from '../../../src/features/mentors/service/avoid.ts';
import { endPair } from '../../../src/features/pairs/service/end.ts';
import { erasePerson } from '../../../src/features/privacy/service.ts';
import type { Theme } from '../../../src/kernel/mentoring.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aMentor, aPair, aRequest, factoryGuild as guildId, someone } from './factory.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );
const later = (age: number) => new Date(monday.getTime() + age);
const tasks = async (name: string) => (await waitingTasks(database)).filter((task) => task.name === name);
const tx = <T>(work: (tx: Parameters<Parameters<typeof db.$transaction>[0]>[0]) => Promise<T>) => db.$transaction(work);
const by = (userId: string, now = monday) => ({ guildId, userId, now });
/** What the queue would do. */
async function pass(now = monday): Promise<void> {
  for (const { payload } of await tasks('mentoring.next'))
    await askNext(db, { ...(payload as never as Parameters<typeof askNext>[1]), now });
  await database.pool.query(
    `DELETE FROM graphile_worker._private_jobs WHERE task_id IN (SELECT id FROM graphile_worker._private_tasks WHERE identifier = 'mentoring.next')`,
  );
}
const asksOf = async (requestId: number) =>
  (await db.mentoringAsk.findMany({ where: { requestId }, orderBy: { id: 'asc' } })).map(({ mentorId, state, place }) => [
    mentorId,
    state,
    place,
  ]);
const askTo = (mentorId: string) => db.mentoringAsk.findFirstOrThrow({ where: { mentorId }, orderBy: { id: 'desc' } });

beforeEach(async () => {
  await database.pool.query(
    'TRUNCATE guild, member, mentor_profile, mentoring_avoid, mentoring_request, mentoring_pair, mentoring_setting, promo, catalogue_entry CASCADE',
  );
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
});

const member = (userId: string, displayName = `Personne ${userId.slice(-4)}`) =>
  db.member.create({ data: { guildId, userId, username: displayName, displayName, joinedAt: monday } });
const mentors = (count: number, overrides: Parameters<typeof aMentor>[1] = {}) =>
  Promise.all(Array.from({ length: count }, () => aMentor(db, overrides))).then((all) => all.map(({ userId }) => userId).sort());

describe('one’s own request', () => {
  const wish = {
    goals: 'Trouver une alternance avant l’été.',
    themes: ['cv', 'interview'] as Theme[],
    skills: 'ReactJS, SQL',
    availability: ['tue_evening'] as const,
    languages: ['fr'] as const,
  };

  test('is one, whoever clicks how often; keeps the order of its themes; is refused to whoever has a mentor', async () => {
    const userId = someone();
    const made = await Promise.all(Array.from({ length: 20 }, () => saveWish(db, { who: by(userId), locale: 'fr' }, wish)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made[0]).toMatchObject({ skills: ['react', 'sql'], skillKeys: ['react', 'sql'], state: 'waiting' });
    await setMainTheme(db, by(userId), 'interview');
    const changed = await saveWish(db, { who: by(userId), locale: 'en' }, { ...wish, themes: ['job_search', 'cv', 'interview'] });
    expect(changed).toMatchObject({ themes: ['interview', 'cv', 'job_search'], locale: 'en' });
    const long = { ...wish, skills: `${'x'.repeat(50)}, ${Array.from({ length: 16 }, (_, n) => `s${n}`).join(', ')}` };
    expect(readWanted(long.skills).faults.map(({ fault }) => fault)).toEqual(['many', 'long']);
    expect(await refused(saveWish(db, { who: by(userId), locale: 'fr' }, long))).toBe('mentoring.skills');
    const { learnerId } = await aPair(db, { learnerId: someone() });
    expect(await refused(saveWish(db, { who: by(learnerId ?? ''), locale: 'fr' }, wish))).toBe('mentoring.has_mentor');
    expect(await refused(withdrawRequest(db, by(someone()), made[0]?.id ?? 0))).toBe('mentoring.unknown_request');
  });

  test('names people in order and others in private; whoever is avoided is no longer asked', async () => {
    const { id, userId } = await aRequest(db);
    const [one = '', two = '', three = ''] = await mentors(3);
    const paused = await aMentor(db, { state: 'paused', pausedAs: 'own' });
    expect(await refused(savePeople(db, by(userId), { preferredIds: [userId], avoidedIds: [] }))).toBe('mentoring.self');
    expect(await refused(savePeople(db, by(userId), { preferredIds: [one], avoidedIds: [one] }))).toBe('mentoring.both');
    expect(await refused(savePeople(db, by(userId), { preferredIds: [someone()], avoidedIds: [] }))).toBe('mentoring.not_mentor');
    await choose(db, by(userId), { requestId: id, mentorIds: [three, two] });
    await savePeople(db, by(userId), { preferredIds: [paused.userId, one], avoidedIds: [three] });
    expect(await findPeople(db, by(userId), id)).toEqual({ preferredIds: [paused.userId, one], avoidedIds: [three] });
    await pass();
    expect(await asksOf(id)).toEqual([
      [three, 'closed', 1],
      [two, 'asked', 2],
    ]);
    expect(await tasks('mentoring.closed')).toHaveLength(1);
    await savePeople(db, by(userId), { preferredIds: [], avoidedIds: [] });
    expect(await findPeople(db, by(userId), id)).toEqual({ preferredIds: [], avoidedIds: [] });
  });

  test('is asked about after 80 quiet days, closed ten days later, kept by a click, forgotten after a year', async () => {
    const kept = await aRequest(db);
    const lost = await aRequest(db);
    await tx((at) => expireRequests(at, later(79 * day)));
    expect(await tasks('mentoring.expiring')).toEqual([]);
    await tx((at) => expireRequests(at, later(80 * day)));
    expect(await tasks('mentoring.expiring')).toHaveLength(2);
    await setMainTheme(db, by(kept.userId, later(81 * day)), 'cv');
    await tx((at) => expireRequests(at, later(90 * day)));
    expect((await findWaiting(db, kept))?.id).toBe(kept.id);
    expect((await tasks('mentoring.expired')).map(({ payload }) => payload['requestId'])).toEqual([lost.id]);
    await tx((at) => forgetRequests(at, later(456 * day)));
    expect((await db.mentoringRequest.findMany()).map(({ id }) => id)).toEqual([kept.id]);
    await member(kept.userId);
    await db.member.updateMany({ data: { leftAt: monday } });
    await tx((at) => withdrawAbsent(at, monday));
    expect(await findWaiting(db, kept)).toBeNull();
  });
});

describe('the mentors who are proposed', () => {
  test('are the five who fit best, with reasons; never somebody full, paused, busy, avoided on either side, without a language, or oneself', async () => {
    const { userId, ...request } = await aRequest(db, { skills: ['react', 'sql'], skillKeys: ['react', 'sql'] });
    const own = { ...request, userId };
    const best = await aMentor(db, { skillKeys: ['react', 'sql'], themes: ['cv', 'job_search'] });
    await member(best.userId, 'Nadia');
    const good = await mentors(6);
    await aMentor(db, { userId, themes: ['cv'] });
    const full = await aMentor(db, { capacity: 1 });
    await aPair(db, { mentorId: full.userId, learnerId: someone() });
    await aMentor(db, { state: 'paused', pausedAs: 'own' });
    await aMentor(db, { languages: ['tr'] });
    const [hidden = '', hides = '', busy = ''] = await mentors(3);
    await db.mentoringAvoid.createMany({
      data: [
        { guildId, userId, avoidedId: hidden, at: monday },
        { guildId, userId: hides, avoidedId: userId, at: monday },
      ],
    });
    for (let count = 0; count < mostWaiting; count++) {
      const other = await aRequest(db);
      await choose(db, by(other.userId), { requestId: other.id, mentorIds: [busy] });
    }
    const shown = await proposeMentors(db, own, monday);
    expect(shown.map(({ mentorId }) => mentorId)).toHaveLength(5);
    expect(shown[0]?.mentorId).toBe(best.userId);
    for (const { mentorId } of shown.slice(1)) expect(good).toContain(mentorId);
    expect(shown[0]).toMatchObject({ name: 'Nadia', about: best.about, slots: ['tue_evening'] });
    expect(shown[0]?.fit.reasons.map(({ part }) => part)).toEqual(
      expect.arrayContaining(['themes', 'skills', 'time', 'language']),
    );
    for (const mentorId of [full.userId, hidden, hides, busy, userId])
      expect(await refused(choose(db, by(userId), { requestId: own.id, mentorIds: [mentorId] }))).toBe('mentoring.not_free');
    expect(await gapOf(db, { ...own, languages: ['xx'] })).toMatchObject({ speaking: 0, free: 0 });
    // Somebody named comes first among equals, whatever the shortlist.
    await db.mentoringPreference.create({ data: { requestId: own.id, guildId, mentorId: good[5] ?? '', place: 1 } });
    expect((await proposeMentors(db, own, monday)).some(({ mentorId }) => mentorId === good[5])).toBe(true);
  });

  test('are compared in one time, whatever the zones; all are read in few queries', async () => {
    const far = await aMentor(db, { timeZone: 'Indian/Reunion', availability: ['tue_evening'] });
    const { id, userId } = await aRequest(db, { availability: ['tue_afternoon', 'sat_morning'] });
    await aRequest(db);
    const matching = await readMatched(db, guildId, { now: monday });
    expect([matching.mentors.length, matching.learners.length]).toEqual([1, 2]);
    const request = await db.mentoringRequest.findUniqueOrThrow({ where: { id } });
    const { fitting } = await fittingMentors(db, request, { now: monday });
    expect(fitting).toMatchObject([{ mentor: { id: far.userId, seats: 1 }, slots: ['tue_afternoon'] }]);
    expect(offsetOf('Europe/Paris', new Date('2027-07-01T00:00:00Z'))).toBe(120);
    expect(commonSlots({ availability: ['mon_morning'], offset: 60 }, { availability: ['mon_evening'], offset: 60 })).toEqual([]);
    expect(userId).toBe(request.userId);
    expect([addMonths('2027-01-31', 1), addMonths('2027-11-30', 3)]).toEqual(['2027-02-28', '2028-02-29']);
  });
});

describe('asking one after the other', () => {
  test('the first has it at once, the order can be changed, a no passes it on, and whoever is last leaves new proposals', async () => {
    const { id, userId } = await aRequest(db);
    const [one = '', two = '', three = '', four = ''] = await mentors(4);
    await choose(db, by(userId), { requestId: id, mentorIds: [two, one] });
    await choose(db, by(userId), { requestId: id, mentorIds: [three] });
    expect(await refused(choose(db, by(userId), { requestId: id, mentorIds: [four] }))).toBe('mentoring.chosen');
    expect(await asksOf(id)).toEqual([
      [two, 'asked', 1],
      [one, 'queued', 2],
      [three, 'queued', 3],
    ]);
    await raise(db, by(userId), (await askTo(three)).id);
    expect(await refused(raise(db, by(userId), (await askTo(two)).id))).toBe('mentoring.changed');
    expect(await refused(raise(db, by(someone()), (await askTo(one)).id))).toBe('mentoring.unknown_request');
    expect(await refused(decline(db, by(one), (await askTo(two)).id))).toBe('mentoring.unknown_ask');
    await decline(db, by(two), (await askTo(two)).id);
    expect(await refused(decline(db, by(two), (await askTo(two)).id))).toBe('mentoring.answered');
    await pass();
    await pass();
    expect((await askTo(three)).state).toBe('asked');
    expect((await tasks('mentoring.news')).map(({ payload }) => [payload['why'], payload['nextAskId']])).toEqual([
      ['declined', (await askTo(three)).id],
    ]);
    await drop(db, by(userId), (await askTo(one)).id);
    await decline(db, by(three), (await askTo(three)).id);
    await pass();
    expect((await tasks('mentoring.news')).at(-1)?.payload).toMatchObject({ nextAskId: null });
    // Whoever said no is not proposed again for this request; whoever was taken off is.
    const again = await proposeMentors(db, await db.mentoringRequest.findUniqueOrThrow({ where: { id } }), monday);
    expect(again.map(({ mentorId }) => mentorId).sort()).toEqual([one, four].sort());
  });

  test('a question goes back and forth, and the clock begins again; without an answer of either it passes on', async () => {
    await db.mentoringSetting.create({ data: { guildId, answerHours: 48 } });
    const { id, userId } = await aRequest(db);
    const [one = '', two = ''] = await mentors(2);
    await choose(db, by(userId), { requestId: id, mentorIds: [one, two] });
    const { id: askId } = await askTo(one);
    expect(reminderOf(monday, later(72 * hour), 2)).toEqual(later(48 * hour));
    const reminders = async (age: number) => {
      await tx((at) => remindDue(at, later(age)));
      return (await tasks('mentoring.remind')).map(({ payload }) => payload);
    };
    expect(await reminders(15 * hour)).toEqual([]);
    expect(await reminders(17 * hour)).toEqual([{ guildId, askId, time: 1 }]);
    expect(await reminders(17 * hour)).toHaveLength(1);
    await askBack(db, by(one, later(20 * hour)), { askId, question: 'Pour quand ?' });
    expect(await refused(askBack(db, by(one, later(20 * hour)), { askId, question: 'Et ?' }))).toBe('mentoring.question_waits');
    expect(await reminders(40 * hour)).toHaveLength(1);
    await tx((at) => expireAsks(at, later(60 * hour)));
    expect(await refused(answerBack(db, by(someone()), { askId, answer: 'x', wish: null }))).toBe('mentoring.unknown_ask');
    const wish = {
      goals: 'Avant juin.',
      themes: ['interview'] as Theme[],
      skills: 'Rust',
      availability: ['tue_evening'] as const,
    };
    await answerBack(db, by(userId, later(60 * hour)), { askId, answer: 'Avant juin.', wish });
    // What was said better is what the mentor reads, with the reasons that are left.
    const rewritten = await findQuestion(db, { guildId, askId });
    expect(rewritten).toMatchObject({ request: { goals: 'Avant juin.', themes: ['interview'] }, mentorSlots: ['tue_evening'] });
    expect(JSON.stringify(rewritten?.reasons)).not.toContain('react');
    expect(await askTo(one)).toMatchObject({ state: 'asked', answer: 'Avant juin.', reminded: 0, dueAt: later(108 * hour) });
    await tx((at) => expireAsks(at, later(107 * hour)));
    expect((await askTo(one)).state).toBe('asked');
    await tx((at) => expireAsks(at, later(108 * hour)));
    await pass(later(108 * hour));
    expect(await asksOf(id)).toEqual([
      [one, 'expired', 1],
      [two, 'asked', 2],
    ]);
    await askBack(db, by(two, later(110 * hour)), { askId: (await askTo(two)).id, question: 'Qui ?' });
    await tx((at) => expireAsks(at, later(110 * hour + 7 * day)));
    await pass();
    expect((await askTo(two)).state).toBe('closed');
    expect((await tasks('mentoring.news')).map(({ payload }) => payload['why'])).toEqual(['expired', 'unanswered']);
  });

  test('a week of silence pauses a mentor once; whoever answered anything since, or comes back, goes on', async () => {
    const [silent = '', alive = ''] = await mentors(2, { capacity: 3 });
    const first = await aRequest(db);
    const second = await aRequest(db);
    await choose(db, by(first.userId), { requestId: first.id, mentorIds: [silent] });
    await choose(db, by(second.userId), { requestId: second.id, mentorIds: [alive] });
    // Somebody else waits for the same mentor, and has not waited for a week.
    const fourth = await aRequest(db);
    await choose(db, by(fourth.userId, later(hour)), { requestId: fourth.id, mentorIds: [silent] });
    await tx((at) => expireAsks(at, later(3 * day + hour)));
    const third = await aRequest(db, { createdAt: later(4 * day) });
    await choose(db, by(third.userId, later(4 * day)), { requestId: third.id, mentorIds: [alive] });
    await decline(db, by(alive, later(4 * day)), (await askTo(alive)).id);
    await tx((at) => pauseSilent(at, later(6 * day)));
    expect(await db.mentorProfile.count({ where: { state: 'paused' } })).toBe(0);
    await tx((at) => pauseSilent(at, later(7 * day)));
    expect(await db.mentorProfile.findMany({ where: { state: 'paused' } })).toMatchObject([
      { userId: silent, pausedAs: 'silence' },
    ]);
    expect(await tasks('mentoring.silence')).toHaveLength(2);
    expect((await db.mentoringAsk.findMany({ where: { silenceAt: null } })).map((one) => one.mentorId)).toEqual([alive]);
    await db.mentorHold.deleteMany();
    await db.mentorProfile.updateMany({ where: { userId: silent }, data: { state: 'approved', pausedAs: null } });
    await tx((at) => pauseSilent(at, later(8 * day)));
    expect(await db.mentorProfile.count({ where: { state: 'paused' } })).toBe(0);
  });

  test('a mentor who pauses, or has no seat left, passes on what waits; nobody is forgotten when a task is lost', async () => {
    const [one = '', two = ''] = await mentors(2);
    const first = await aRequest(db);
    const second = await aRequest(db);
    await choose(db, by(first.userId), { requestId: first.id, mentorIds: [one, two] });
    await choose(db, by(second.userId), { requestId: second.id, mentorIds: [two, one] });
    await passOn(db, by(one));
    expect((await askTo(one)).state).toBe('queued');
    await pauseFor(db, by(one), '3');
    expect(await db.mentorProfile.findFirst({ where: { userId: one } })).toMatchObject({
      state: 'paused',
      pausedUntil: new Date('2027-04-11'),
    });
    expect(await tasks('mentoring.mentor_changed')).toHaveLength(1);
    await passOn(db, by(one));
    await pass();
    expect(await asksOf(first.id)).toEqual([
      [one, 'closed', 1],
      [two, 'asked', 2],
    ]);
    expect(await asksOf(second.id)).toEqual([
      [two, 'asked', 1],
      [one, 'closed', 2],
    ]);
    const third = await aRequest(db);
    await db.mentoringAsk.create({ data: { requestId: third.id, guildId, mentorId: two, place: 1, score: 1, reasons: [] } });
    await tx(promiseNext);
    await pass();
    expect(await asksOf(third.id)).toEqual([[two, 'asked', 1]]);
  });

  test('nobody has more than three questions at once, however many choose them together', async () => {
    const [wanted = ''] = await mentors(1, { capacity: 5 });
    const requests = await Promise.all(Array.from({ length: 30 }, () => aRequest(db)));
    const results = await Promise.all(
      requests.map(({ id, userId }) => refused(choose(db, by(userId), { requestId: id, mentorIds: [wanted] }))),
    );
    expect(results.filter((result) => result === 'done')).toHaveLength(mostWaiting);
    expect(await db.mentoringAsk.count({ where: { state: 'asked' } })).toBe(mostWaiting);
  });
});

describe('who may not, or not any more', () => {
  test('whoever left the server asks for nobody, from whatever message', async () => {
    const [one = ''] = await mentors(1);
    const { id, userId } = await aRequest(db);
    const pair = await aPair(db, { learnerId: userId, state: 'ended', endedAt: monday, endedAs: 'finished' });
    await member(userId);
    await db.member.updateMany({ data: { leftAt: monday } });
    expect(await refused(choose(db, by(userId), { requestId: id, mentorIds: [one] }))).toBe('mentoring.left');
    expect(await refused(askAgain(db, by(userId), pair.id))).toBe('mentoring.left');
    await db.mentoringAsk.create({
      data: {
        requestId: id,
        guildId,
        mentorId: one,
        place: 1,
        score: 1,
        reasons: [],
        state: 'asked',
        askedAt: monday,
        dueAt: later(day),
      },
    });
    expect(await refused(accept(db, by(one), (await askTo(one)).id))).toBe('mentoring.answered');
    expect(await asksOf(id)).toEqual([[one, 'closed', 1]]);
    expect((await db.mentoringRequest.findFirst())?.state).toBe('withdrawn');
  });

  test('two who are apart by now are not asked of each other, and what waited between them goes on without a word', async () => {
    const [one = '', two = '', three = ''] = await mentors(3);
    const first = await aRequest(db);
    await choose(db, by(first.userId), { requestId: first.id, mentorIds: [one, two, three] });
    await tx((at) => avoid(at, { ...by(two), avoidedIds: [first.userId] }));
    expect((await tasks('mentoring.avoids_changed')).map(({ payload }) => payload)).toEqual([{ guildId, userId: two }]);
    // The task is late: whoever is next is not asked all the same.
    await decline(db, by(one), (await askTo(one)).id);
    await pass();
    expect(await asksOf(first.id)).toEqual([
      [one, 'declined', 1],
      [two, 'closed', 2],
      [three, 'asked', 3],
    ]);
    await tx((at) => avoid(at, { ...by(three), avoidedIds: [first.userId] }));
    // A yes that comes before the task is no yes, and no dead end.
    expect(await refused(accept(db, by(three), (await askTo(three)).id))).toBe('mentoring.answered');
    expect((await askTo(three)).state).toBe('closed');
    expect((await tasks('mentoring.next')).at(-1)?.payload).toMatchObject({ why: 'unavailable' });
    const second = await aRequest(db);
    await choose(db, by(second.userId), { requestId: second.id, mentorIds: [one, three] });
    await tx((at) => avoid(at, { ...by(one), avoidedIds: [second.userId] }));
    await partPeople(db, by(one));
    await pass();
    expect(await asksOf(second.id)).toEqual([
      [one, 'closed', 1],
      [three, 'asked', 2],
    ]);
  });

  test('a mentor is asked again by the same person only after long, and nobody asks many in a day', async () => {
    const all = await mentors(9, { capacity: 5 });
    const [no = '', taken = '', ...others] = all;
    const { id, userId } = await aRequest(db);
    await choose(db, by(userId), { requestId: id, mentorIds: [no] });
    await decline(db, by(no), (await askTo(no)).id);
    await choose(db, by(userId), { requestId: id, mentorIds: [taken] });
    await drop(db, by(userId), (await askTo(taken)).id);
    await withdrawRequest(db, by(userId), id);
    const anew = await aRequest(db, { userId });
    const again = (mentorId: string, now: Date) =>
      refused(choose(db, by(userId, now), { requestId: anew.id, mentorIds: [mentorId] }));
    for (const mentorId of [no, taken]) expect(await again(mentorId, later(day))).toBe('mentoring.not_free');
    expect(await again(taken, later(askedAgainAfter.taken + hour))).toBe('done');
    await drop(db, by(userId), (await askTo(taken)).id);
    expect(await again(no, later(askedAgainAfter.answered - day))).toBe('mentoring.not_free');
    expect(await again(no, later(askedAgainAfter.answered + hour))).toBe('done');
    await drop(db, by(userId), (await askTo(no)).id);
    const busy = later(askedAgainAfter.answered + 3 * hour);
    for (let times = 1; times < mostAsked.times; times++) {
      const mentorId = others[times] ?? '';
      expect(await again(mentorId, busy)).toBe('done');
      await drop(db, by(userId, busy), (await askTo(mentorId)).id);
    }
    expect(await again(others[0] ?? '', busy)).toBe('mentoring.asked_enough');
    expect(await again(others[0] ?? '', new Date(busy.getTime() + mostAsked.within))).toBe('done');
  });

  test('a late yes stands while nobody else has the question; a late answer is no silence', async () => {
    const [late = '', slow = '', other = ''] = await mentors(3);
    const [first, second] = [await aRequest(db), await aRequest(db)];
    await choose(db, by(first.userId), { requestId: first.id, mentorIds: [late] });
    await choose(db, by(second.userId), { requestId: second.id, mentorIds: [slow, other] });
    await tx((at) => expireAsks(at, later(3 * day)));
    await pass(later(3 * day));
    expect(await accept(db, by(late, later(80 * hour)), (await askTo(late)).id)).toMatchObject({ learnerId: first.userId });
    const { id: askId } = await askTo(slow);
    for (const answer of [
      () => accept(db, by(slow, later(80 * hour)), askId),
      () => decline(db, by(slow, later(81 * hour)), askId),
    ])
      expect(await refused(answer())).toBe('mentoring.answered');
    expect(await refused(askBack(db, by(slow, later(82 * hour)), { askId, question: 'Et ?' }))).toBe('mentoring.answered');
    expect((await askTo(slow)).answeredAt).toEqual(later(82 * hour));
    await tx((at) => pauseSilent(at, later(7 * day)));
    expect(await db.mentorProfile.count({ where: { state: 'paused' } })).toBe(0);
  });

  test('a mentor whom no message reaches is not waited for, and not silent; reminders never come together', async () => {
    const [one = '', two = ''] = await mentors(2);
    const { id, userId } = await aRequest(db);
    await choose(db, by(userId), { requestId: id, mentorIds: [one, two] });
    const { id: askId, askedAt } = await askTo(one);
    await tx((at) => remindDue(at, later(50 * hour)));
    expect(await askTo(one)).toMatchObject({ reminded: 1, remindAt: later(62 * hour) });
    await passUnreached(db, { guildId, askId, askedAt: later(hour), now: monday });
    expect((await askTo(one)).state).toBe('asked');
    await passUnreached(db, { guildId, askId, askedAt: askedAt ?? monday, now: monday });
    await pass();
    expect(await asksOf(id)).toEqual([
      [one, 'closed', 1],
      [two, 'asked', 2],
    ]);
    expect((await tasks('mentoring.news')).map(({ payload }) => payload['why'])).toEqual(['unreached']);
    await tx((at) => pauseSilent(at, later(8 * day)));
    expect(await db.mentorProfile.count({ where: { state: 'paused' } })).toBe(0);
  });

  test('a request that comes back has what was said the last time', async () => {
    const { userId } = await aRequest(db, {
      state: 'withdrawn',
      closedAt: monday,
      ways: ['in_person'],
      department: '59',
      stage: 'independent',
    });
    const wish = {
      goals: 'Encore.',
      themes: ['cv'] as Theme[],
      skills: '',
      availability: ['tue_evening'] as const,
      languages: ['fr'] as const,
    };
    expect(await saveWish(db, { who: by(userId), locale: 'fr' }, wish)).toMatchObject({
      ways: ['in_person'],
      department: '59',
      stage: 'independent',
    });
  });

  test('somebody who is erased while a mentor says yes is in no pair', async () => {
    const [one = ''] = await mentors(1);
    const { id, userId } = await aRequest(db);
    await choose(db, by(userId), { requestId: id, mentorIds: [one] });
    const { id: askId } = await askTo(one);
    const between = await database.pool.connect();
    const waiters = async (count: number) => {
      for (const until = Date.now() + 5_000; Date.now() < until; ) {
        const { rows } = await database.pool.query<{ n: number }>(
          `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        if ((rows[0]?.n ?? 0) >= count) return;
      }
      throw new Error(`never ${count} who wait`);
    };
    // The yes holds the learner and the mentor, and waits for the request; the erasure comes in between.
    await between.query('BEGIN');
    await between.query('SELECT id FROM mentoring_request WHERE id = $1 FOR UPDATE', [id]);
    const yes = refused(accept(db, by(one), askId));
    await waiters(1);
    const erased = erasePerson(db, features, { guildId, userId, now: monday });
    await waiters(2);
    await between.query('COMMIT');
    between.release();
    await Promise.all([yes, erased]);
    expect(await db.mentoringPair.count({ where: { state: { not: 'ended' } } })).toBe(0);
    expect(await db.mentoringPair.count({ where: { learnerId: userId } })).toBe(0);
  });
});

describe('a yes', () => {
  test('pairs both, closes the request and tells nobody else; the last seat sends the others on', async () => {
    const [one = '', two = ''] = await mentors(2);
    const first = await aRequest(db);
    const second = await aRequest(db);
    await choose(db, by(first.userId), { requestId: first.id, mentorIds: [one, two] });
    await choose(db, by(second.userId), { requestId: second.id, mentorIds: [one, two] });
    const { id: askId } = await db.mentoringAsk.findFirstOrThrow({ where: { requestId: first.id, mentorId: one } });
    const pair = await accept(db, by(one), askId);
    expect(pair).toMatchObject({ mentorId: one, learnerId: first.userId, requestId: first.id, origin: 'asked', state: 'active' });
    expect(await refused(accept(db, by(one), askId))).toBe('mentoring.answered');
    expect(await asksOf(first.id)).toEqual([
      [one, 'accepted', 1],
      [two, 'closed', 2],
    ]);
    expect(await tasks('mentoring.closed')).toEqual([]);
    await passOn(db, by(one));
    await pass();
    expect(await asksOf(second.id)).toEqual([
      [one, 'closed', 1],
      [two, 'asked', 2],
    ]);
  });

  test('50 at the same moment on two seats: exactly two pairs, the others hear why and their learners go on', async () => {
    const [wanted = '', other = ''] = await mentors(2, { capacity: 2 });
    const requests = await Promise.all(Array.from({ length: 50 }, () => aRequest(db)));
    const asks = await Promise.all(
      requests.map(({ id: requestId }) =>
        db.mentoringAsk.create({
          data: {
            requestId,
            guildId,
            mentorId: wanted,
            place: 1,
            score: 0.5,
            reasons: [],
            state: 'asked',
            askedAt: monday,
            dueAt: later(3 * day),
          },
        }),
      ),
    );
    await db.mentoringAsk.create({
      data: { requestId: requests[49]?.id ?? 0, guildId, mentorId: other, place: 2, score: 0.5, reasons: [] },
    });
    const results = await Promise.all(asks.map(({ id }) => refused(accept(db, by(wanted), id))));
    expect(results.filter((result) => result === 'done')).toHaveLength(2);
    expect(results.filter((result) => result === 'mentoring.full')).toHaveLength(48);
    expect(await db.mentoringPair.count()).toBe(2);
    expect(await db.mentoringRequest.count({ where: { state: 'paired' } })).toBe(2);
    expect(await tasks('mentoring.next')).toHaveLength(48);
    await pass();
    expect(await db.mentoringAsk.count({ where: { state: { in: ['asked', 'question'] }, mentorId: wanted } })).toBe(0);
  });

  test('answers and passings-on of one request at the same moment leave one mentor asked or one pair, never two, never none', async () => {
    const [one = '', two = '', three = ''] = await mentors(3, { capacity: 5 });
    for (let round = 0; round < 8; round++) {
      const { id, userId } = await aRequest(db);
      await choose(db, by(userId), { requestId: id, mentorIds: [one, two, three] });
      const { id: askId } = await db.mentoringAsk.findFirstOrThrow({ where: { requestId: id, place: 1 } });
      const { id: nextId } = await db.mentoringAsk.findFirstOrThrow({ where: { requestId: id, place: 2 } });
      const next = { guildId, requestId: id, askId, why: 'declined' as const, now: monday };
      await Promise.all([
        refused(decline(db, by(one), askId)),
        refused(accept(db, by(one), askId)),
        refused(drop(db, by(userId), nextId)),
        tx((at) => expireAsks(at, later(4 * day))),
        ...Array.from({ length: 6 }, () => askNext(db, next)),
        passOn(db, by(two)),
      ]);
      await pass();
      const paired = await db.mentoringPair.count({ where: { learnerId: userId, state: { not: 'ended' } } });
      const asked = await db.mentoringAsk.count({ where: { requestId: id, state: { in: ['asked', 'question'] } } });
      expect(paired + asked).toBe(1);
      await tx((at) => closeRequests(at, { guildId, learnerIds: [userId], as: 'withdrawn', now: monday }));
      await db.mentoringPair.deleteMany();
    }
  });
});

describe('by hand, after the end, and leaving', () => {
  test('staff see score, doubts and what hinders, never whose list; fifty clicks make one pair', async () => {
    const [mentorId = '', full = ''] = await mentors(2);
    await aPair(db, { mentorId: full, learnerId: someone() });
    const { userId: learnerId, id } = await aRequest(db, { languages: ['tr'], availability: ['mon_morning'] });
    const silent = someone();
    for (const userId of [mentorId, full, learnerId, silent]) await member(userId);
    const two = { guildId, mentorId, learnerId };
    expect(await previewPair(db, two, monday)).toMatchObject({
      doubts: ['language', 'time'],
      fit: null,
      hindrance: null,
      requestId: id,
    });
    expect(await previewPair(db, { ...two, learnerId: silent }, monday)).toMatchObject({ doubts: ['request'], requestId: null });
    expect((await previewPair(db, { ...two, mentorId: full }, monday)).hindrance).toBe('full');
    expect((await previewPair(db, { ...two, mentorId: silent }, monday)).hindrance).toBe('mentor');
    expect((await previewPair(db, { ...two, learnerId: mentorId }, monday)).hindrance).toBe('same');
    await db.mentoringAvoid.createMany({
      data: [
        { guildId, userId: mentorId, avoidedId: silent, at: monday },
        { guildId, userId: full, avoidedId: silent, at: monday },
      ],
    });
    // Of a pair that could not be anyhow, the list says nothing.
    expect((await previewPair(db, { ...two, mentorId: full, learnerId: silent }, monday)).hindrance).toBe('full');
    expect((await previewPair(db, { ...two, learnerId: silent }, monday)).hindrance).toBe('apart');
    const staff = { guildId, actorId: someone(), now: monday };
    expect(await refused(pairByHand(db, staff, { mentorId, learnerId: silent }))).toBe('mentoring.pair_apart');
    const other = await aMentor(db, { languages: ['tr'] });
    await choose(db, by(learnerId), { requestId: id, mentorIds: [other.userId] });
    const results = await Promise.all(Array.from({ length: 50 }, () => refused(pairByHand(db, staff, { mentorId, learnerId }))));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
    expect(await db.mentoringPair.findFirst({ where: { learnerId } })).toMatchObject({
      origin: 'staff',
      requestId: id,
      createdBy: staff.actorId,
    });
    expect((await askTo(other.userId)).state).toBe('closed');
    expect(await tasks('mentoring.closed')).toHaveLength(1);
    expect(await db.auditEntry.count({ where: { action: 'pairs.open' } })).toBe(1);
    expect((await previewPair(db, two, monday)).hindrance).toBe('accompanied');
  });

  test('after a pair the same wish is taken up with one click, and never with the same person', async () => {
    const [mentorId = '', other = ''] = await mentors(2);
    const { userId, id } = await aRequest(db, { themes: ['cv'] });
    for (const one of [mentorId, other, userId]) await member(one);
    await choose(db, by(userId), { requestId: id, mentorIds: [mentorId] });
    const pair = await accept(db, by(mentorId), (await askTo(mentorId)).id);
    expect(await freeAfter(db, pair)).toEqual({ learner: false, mentor: true });
    await tx((at) => endPair(at, { guildId, pairId: pair.id, as: 'learner', now: monday }));
    expect(await freeAfter(db, pair)).toEqual({ learner: true, mentor: true });
    expect(await refused(askAgain(db, by(mentorId), pair.id))).toBe('mentoring.unknown_request');
    const made = await Promise.all(Array.from({ length: 10 }, () => askAgain(db, by(userId), pair.id)));
    expect(new Set(made.map((request) => request?.id)).size).toBe(1);
    const [request] = made;
    expect(request).toMatchObject({ themes: ['cv'], state: 'waiting' });
    if (!request) throw new Error('no request');
    expect((await proposeMentors(db, request, monday)).map((one) => one.mentorId)).toEqual([other]);
    expect((await freeAfter(db, pair)).learner).toBe(false);
    const alone = await aPair(db, { learnerId: someone(), state: 'ended', endedAt: monday, endedAs: 'finished' });
    expect(await askAgain(db, by(alone.learnerId ?? ''), alone.id)).toBeNull();
  });

  test('leaving ends request, profile and pairs together, and says so before', async () => {
    expect(await refused(leavingOf(db, by(someone())))).toBe('mentoring.nothing_to_leave');
    const { userId } = await aMentor(db, { capacity: 2 });
    await aPair(db, { mentorId: userId, learnerId: someone() });
    const request = await aRequest(db, { userId });
    const [asked = ''] = await mentors(1);
    await choose(db, by(userId), { requestId: request.id, mentorIds: [asked] });
    const waits = await aRequest(db);
    await choose(db, by(waits.userId), { requestId: waits.id, mentorIds: [userId] });
    expect(await leavingOf(db, by(userId))).toMatchObject({ hasRequest: true, hasProfile: true, pairs: [{ asMentor: true }] });
    await leave(db, by(userId));
    expect(await db.mentoringPair.findFirst()).toMatchObject({ state: 'ended', endedAs: 'mentor' });
    expect((await db.mentorProfile.findFirst({ where: { userId } }))?.state).toBe('withdrawn');
    await passOn(db, by(userId));
    await pass();
    expect((await askTo(userId)).state).toBe('closed');
    expect((await askTo(asked)).state).toBe('closed');
    expect(await refused(leavingOf(db, by(userId)))).toBe('mentoring.nothing_to_leave');
    // Nobody who leaves is asked whether they look for somebody else.
    const learner = await aRequest(db, { state: 'paired', closedAt: monday });
    const pair = await aPair(db, { learnerId: learner.userId, requestId: learner.id });
    await member(learner.userId);
    await leave(db, by(learner.userId, later(hour)));
    expect(await freeAfter(db, pair)).toMatchObject({ learner: false });
  });

  test('what is kept can be read and erased, and erasing a mentor passes on what waited for them', async () => {
    const [one = '', two = ''] = await mentors(2);
    const { id, userId } = await aRequest(db);
    await choose(db, by(userId), { requestId: id, mentorIds: [one, two] });
    expect(JSON.stringify(await exportRequests(db, guildId, userId))).toContain('alternance');
    const own = JSON.stringify(await exportRequests(db, guildId, userId));
    expect([own.includes(one), own.includes(two)]).toEqual([false, false]);
    const asked = await exportRequests(db, guildId, one);
    expect(asked).toMatchObject({ asked: [{ state: 'asked' }], requests: [] });
    expect(JSON.stringify(asked)).not.toMatch(/score|reasons|place/);
    // Nothing was ever put to the second one.
    expect(await exportRequests(db, guildId, two)).toMatchObject({ asked: [] });
    // What is about a request or a pair of the same number is another matter.
    const { id: askId } = await askTo(one);
    const told = { guildId, userId, createdAt: monday, sentAt: monday, via: 'dm', channelId: '1'.repeat(18) };
    await db.notice.createMany({
      data: ['news', 'again', 'expiring'].map((kind, index) => ({
        ...told,
        key: `mentoring.${kind}:${askId}${kind === 'expiring' ? ':5' : ''}`,
        messageId: String(200000000000000001n + BigInt(index)),
      })),
    });
    await tx((at) => eraseRequests(at, guildId, one, monday));
    expect((await tasks('mentoring.clear')).map(({ payload }) => payload['messageId'])).toEqual(['200000000000000001']);
    await db.notice.deleteMany();
    await pass();
    expect(await asksOf(id)).toEqual([[two, 'asked', 2]]);
    await tx((at) => eraseRequests(at, guildId, userId, monday));
    expect([await db.mentoringRequest.count(), await db.mentoringAsk.count()]).toEqual([0, 0]);
  });
});
