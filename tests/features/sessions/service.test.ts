import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { MentoringPair } from '../../../prisma/client/client.ts';
import { erasePairs } from '../../../src/features/pairs/service/retention.ts';
import { promiseQuiet, takeStep } from '../../../src/features/pairs/service/silence.ts';
import {
  droppedOf,
  endSessions,
  findPairRow,
  promiseAlerts,
  promiseLeftovers,
  promiseQuestions,
  promiseReminders,
} from '../../../src/features/sessions/service/due.ts';
import { openPairs, partiesOf } from '../../../src/features/sessions/service/find.ts';
import { listSize, readHome, readList } from '../../../src/features/sessions/service/list.ts';
import {
  beginOpinion,
  countWords,
  giveOpinion,
  listWords,
  opinionOfMentor,
  readOpinion,
  satisfactionOf,
} from '../../../src/features/sessions/service/opinion.ts';
import { heldBy, settleSession } from '../../../src/features/sessions/service/outcome.ts';
import { cancelSession, moveSession, type Plan, planSession } from '../../../src/features/sessions/service/plan.ts';
import { eraseSessions, exportSessions, forgetOld } from '../../../src/features/sessions/service/retention.ts';
import type { Tx } from '../../../src/infra/db.ts';
import { type Text, UserError } from '../../../src/kernel/text.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { freshDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aMentor, aPair, aRequest, factoryGuild as guildId, someone } from '../mentoring/factory.ts';

const database = await freshDatabase();
const { db, pool } = database;
afterAll(database.close);

let pair: MentoringPair;
let mentorId: string;
let learnerId: string;
beforeEach(async () => {
  await pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.mentoringPair.deleteMany();
  pair = await aPair(db);
  mentorId = pair.mentorId ?? '';
  learnerId = pair.learnerId ?? '';
});

const inTime = (milliseconds: number) => new Date(monday.getTime() + milliseconds);
const by = (userId: string, after = 0) => ({ guildId, userId, now: inTime(after) });
const planned = (startsAt: Date, more: Partial<Plan> = {}): Plan => ({
  startsAt,
  minutes: 60,
  theme: 'cv',
  channelId: null,
  link: null,
  ...more,
});
const words = (at: Date): Text => ({ fr: at.toISOString(), en: at.toISOString() });
const plan = (after: number, more: Partial<Plan> = {}, who = learnerId) =>
  planSession(db, by(who), pair.id, planned(inTime(after), more), words);
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof UserError) return error.code;
      throw error;
    },
  );
const tasks = async (name: string) =>
  (await waitingTasks(database)).filter((one) => one.name === name).map(({ payload }) => payload);
const inTx = (work: (tx: Tx) => Promise<void>) => db.$transaction(work);
const fine = { useful: 4, comfort: 4, comment: null, wantsContact: false };
const erase = (userId: string, after = 0) =>
  inTx(async (tx) => {
    await erasePairs(tx, guildId, userId, inTime(after));
    await eraseSessions(tx, guildId, userId);
  });
const rowOf = (id: number) => db.mentoringSession.findUniqueOrThrow({ where: { id } });

describe('planning', () => {
  test('50 parallel clicks for the same moment plan one session, and promise one card', async () => {
    const codes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => codeOf(plan(2 * day, {}, index % 2 ? mentorId : learnerId))),
    );
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['done', 'sessions.taken']));
    expect(await db.mentoringSession.count()).toBe(1);
    expect(await tasks('sessions.card')).toHaveLength(1);
  });

  test('50 parallel plans of other moments stop at five; one that is held or cancelled makes room', async () => {
    const codes = await Promise.all(Array.from({ length: 50 }, (_, index) => codeOf(plan(day + index * 2 * hour))));
    expect(codes.filter((code) => code === 'done')).toHaveLength(5);
    expect(codes.filter((code) => code === 'sessions.too_many')).toHaveLength(45);
    const { id } = await db.mentoringSession.findFirstOrThrow();
    await cancelSession(db, by(mentorId), id);
    await plan(40 * day);
    await expect(plan(41 * day)).rejects.toMatchObject({ code: 'sessions.too_many' });
    const later = planSession(db, by(learnerId, 40 * day + hour), pair.id, planned(inTime(60 * day)), words);
    expect((await later).state).toBe('planned');
  });

  test('what overlaps is refused, what follows is not; the database keeps a moment single', async () => {
    await plan(2 * day);
    expect(await codeOf(plan(2 * day + 59 * minute))).toBe('sessions.taken');
    expect(await codeOf(plan(2 * day + hour))).toBe('done');
    const row = { pairId: pair.id, guildId, startsAt: inTime(2 * day), minutes: 30, createdAt: monday };
    await expect(db.mentoringSession.create({ data: row })).rejects.toThrow();
    const both = { ...row, startsAt: inTime(9 * day), channelId: someone(), link: 'https://exemple.fr/' };
    await expect(db.mentoringSession.create({ data: both })).rejects.toThrow();
    await expect(db.mentoringSession.create({ data: { ...both, channelId: null, link: 'http://exemple.fr' } })).rejects.toThrow();
  });

  test('only the two plan, on their own server, while the pair goes on', async () => {
    expect(await codeOf(plan(day, {}, someone()))).toBe('sessions.not_yours');
    const elsewhere = { ...by(learnerId), guildId: someone() };
    expect(await codeOf(planSession(db, elsewhere, pair.id, planned(inTime(day)), words))).toBe('sessions.not_yours');
    await db.mentoringPair.update({ where: { id: pair.id }, data: { state: 'paused', pausedUntil: inTime(9 * day) } });
    expect(await codeOf(plan(day))).toBe('done');
    const ended = { state: 'ended', pausedUntil: null, endedAt: monday, endedAs: 'learner' } as const;
    await db.mentoringPair.update({ where: { id: pair.id }, data: ended });
    expect(await codeOf(plan(2 * day))).toBe('sessions.pair_over');
  });

  test('is known by the thread where it is asked, else by the pairs that go on', async () => {
    const second = await aPair(db, { mentorId, seat: 2, threadId: someone() });
    expect((await openPairs(db, { guildId, userId: mentorId })).map(({ id }) => id)).toEqual([pair.id, second.id]);
    expect(await openPairs(db, { guildId, userId: mentorId }, second.threadId ?? '')).toMatchObject([{ id: second.id }]);
    expect(await openPairs(db, { guildId, userId: someone() })).toEqual([]);
  });
});

describe('changing', () => {
  test('50 parallel moves of one version: one is right, and calendars get one version more', async () => {
    const { id } = await plan(2 * day);
    const codes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        codeOf(moveSession(db, by(mentorId), { sessionId: id, sequence: 0 }, planned(inTime(3 * day + index * minute)), words)),
      ),
    );
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.filter((code) => code === 'sessions.changed')).toHaveLength(49);
    expect(await rowOf(id)).toMatchObject({ sequence: 1, changedAt: monday, dayRemindedAt: null });
  });

  test('a change of nothing is none, of the place is one; a move begins its reminders again', async () => {
    const { id } = await plan(20 * hour);
    expect(await rowOf(id)).toMatchObject({ dayRemindedAt: monday, hourRemindedAt: null });
    const move = (sequence: number, after: number, more: Partial<Plan> = {}) =>
      moveSession(db, by(learnerId), { sessionId: id, sequence }, planned(inTime(after), more), words);
    expect((await move(0, 20 * hour)).isChanged).toBe(false);
    expect((await move(0, 20 * hour, { link: 'https://exemple.fr/' })).isChanged).toBe(true);
    expect(await rowOf(id)).toMatchObject({ sequence: 1, dayRemindedAt: monday });
    await move(1, 50 * hour);
    expect(await rowOf(id)).toMatchObject({ sequence: 2, dayRemindedAt: null, link: null });
  });

  test('is for the two, before it begins, once', async () => {
    const { id } = await plan(2 * day);
    expect(await codeOf(cancelSession(db, by(someone()), id))).toBe('sessions.not_yours');
    expect(await codeOf(cancelSession(db, by(learnerId, 2 * day), id))).toBe('sessions.begun');
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(cancelSession(db, by(mentorId), id))));
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ state: 'cancelled', sequence: 1, settledBy: mentorId });
    const again = moveSession(db, by(mentorId), { sessionId: id, sequence: 1 }, planned(inTime(3 * day)), words);
    expect(await codeOf(again)).toBe('sessions.settled');
    expect(await codeOf(settleSession(db, by(mentorId, 3 * day), id, { outcome: 'done', absent: null }))).toBe(
      'sessions.too_late',
    );
  });
});

describe('signs of life', () => {
  const activeAt = async () => (await db.mentoringPair.findUniqueOrThrow({ where: { id: pair.id } })).activeAt;
  const nobodySaid = { until: null, wroteAt: null };

  test('are each plan, move, cancellation and opinion; and who has a date ahead is not silent', async () => {
    const { id } = await planSession(db, by(learnerId, day), pair.id, planned(inTime(50 * day)), words);
    expect(await activeAt()).toEqual(inTime(day));
    await moveSession(db, by(mentorId, 2 * day), { sessionId: id, sequence: 0 }, planned(inTime(60 * day)), words);
    expect(await activeAt()).toEqual(inTime(2 * day));
    await pool.query('DELETE FROM graphile_worker._private_jobs');
    const quiet = async (after: number) => {
      await inTx((tx) => promiseQuiet(tx, inTime(after)));
      return (await tasks('pairs.quiet')).length;
    };
    expect(await quiet(55 * day)).toBe(0);
    expect(await quiet(60 * day + minute)).toBe(1);
    await cancelSession(db, by(mentorId, 56 * day), id);
    expect(await takeStep(db, { guildId, pairId: pair.id }, nobodySaid, inTime(60 * day))).toBeNull();
    expect(await activeAt()).toEqual(inTime(56 * day));
    const other = (await planSession(db, by(mentorId, 56 * day), pair.id, planned(inTime(57 * day)), words)).id;
    await db.mentoringSession.update({ where: { id: other }, data: { state: 'done', settledAt: inTime(58 * day) } });
    await giveOpinion(db, by(learnerId, 59 * day), { sessionId: other }, fine);
    expect(await activeAt()).toEqual(inTime(59 * day));
  });

  test('twelve versions a day are told, cancelling is never refused, and what was to begin soon is said aloud', async () => {
    const later = (after: number) => planSession(db, by(mentorId, after), pair.id, planned(inTime(9 * day)), words);
    const codes: string[] = [];
    for (let index = 0; index < 12; index++) {
      const { id } = await plan((index % 2 ? 2 * hour : 2 * day) + index * minute).catch(() => ({ id: 0 }));
      codes.push(id === 0 ? 'refused' : await codeOf(cancelSession(db, by(learnerId), id)));
    }
    expect(codes).toEqual([...Array(6).fill('done'), ...Array(6).fill('refused')]);
    expect(await codeOf(plan(3 * day))).toBe('sessions.too_many_changes');
    expect(await codeOf(later(day - 1))).toBe('sessions.too_many_changes');
    const { id } = await later(day + 1);
    await db.mentoringSession.updateMany({ data: { calledAt: inTime(day) } });
    const moved = (sequence: number, to: number, after: number) =>
      moveSession(db, by(mentorId, after), { sessionId: id, sequence }, planned(inTime(to)), words);
    expect((await moved(0, 5 * day, day + 2)).session.calledAt).toEqual(inTime(day));
    expect((await moved(1, 7 * day, 5 * day - hour)).session.calledAt).toBeNull();
  });
});

describe('while somebody is erased', () => {
  test('50 parallel opinions, answers and plans leave nothing of them, and nobody waits for ever', async () => {
    const codes: string[] = [];
    for (let round = 0; round < 5; round++) {
      const one = await aPair(db);
      const [mentor, learner] = [one.mentorId ?? '', one.learnerId ?? ''];
      const row = { pairId: one.id, guildId, minutes: 60, createdAt: monday };
      const { id: held } = await db.mentoringSession.create({
        data: { ...row, startsAt: inTime(-day), state: 'done', settledAt: monday },
      });
      const over = await Promise.all(
        Array.from({ length: 9 }, (_, index) =>
          db.mentoringSession.create({ data: { ...row, startsAt: inTime(index * hour - day / 2), plannedBy: learner } }),
        ),
      );
      const said = { ...fine, comment: 'secret' };
      const all = await Promise.all([
        codeOf(giveOpinion(db, by(learner), { sessionId: held }, said)),
        ...over.map(({ id }, index) =>
          codeOf(settleSession(db, by(index % 2 ? learner : mentor, day), id, { outcome: 'missed', absent: 'learner' })),
        ),
        codeOf(planSession(db, by(learner), one.id, planned(inTime(20 * day)), words)),
        codeOf(erase(learner, hour)),
      ]);
      codes.push(...all);
      const gone = { OR: [{ plannedBy: learner }, { settledBy: learner }, { missedBy: learner }] };
      expect(await db.mentoringSession.count({ where: gone })).toBe(0);
      expect(
        await db.mentoringOpinion.count({ where: { pairId: one.id, OR: [{ userId: learner }, { comment: 'secret' }] } }),
      ).toBe(0);
    }
    expect(codes).toHaveLength(60);
    expect(new Set(codes)).not.toContain('sessions.too_late');
  });
});

describe('reminders', () => {
  const due = async (after: number) => {
    await pool.query('DELETE FROM graphile_worker._private_jobs');
    await inTx((tx) => promiseReminders(tx, inTime(after)));
    return (await tasks('sessions.remind')).map(({ which }) => which);
  };

  test('come a day and an hour before, once, and never for what is past, cancelled or of a pair that ended', async () => {
    const { id } = await plan(3 * day);
    expect(await due(2 * day - minute)).toEqual([]);
    expect(await due(2 * day)).toEqual(['day']);
    expect(await due(2 * day + minute)).toEqual([]);
    expect(await due(3 * day - hour)).toEqual(['hour']);
    expect(await due(3 * day - hour + minute)).toEqual([]);
    await db.mentoringSession.update({ where: { id }, data: { dayRemindedAt: null, hourRemindedAt: null } });
    // Back after a while: the day's would come with the hour's, and what has begun is nobody's business.
    expect(await due(3 * day - 90 * minute)).toEqual([]);
    expect(await due(3 * day)).toEqual([]);
    await cancelSession(db, by(learnerId), id);
    expect(await due(2 * day + hour)).toEqual([]);
    await plan(3 * day);
    await db.mentoringPair.update({ where: { id: pair.id }, data: { state: 'ended', endedAt: monday, endedAs: 'learner' } });
    expect(await due(2 * day + hour)).toEqual([]);
  });

  test('are not for what was just planned', async () => {
    await plan(70 * minute);
    expect(await due(20 * minute)).toEqual([]);
    expect(await due(30 * minute)).toEqual([]);
  });
});

describe('what came of it', () => {
  const past = async (minutes = 60) => (await plan(day, { minutes })).id;
  const say = (
    id: number,
    who: string,
    outcome: 'done' | 'missed' | 'cancelled',
    after = day + hour,
    absent: 'mentor' | 'both' | null = null,
  ) => settleSession(db, by(who, after), id, { outcome, absent });

  test('both are asked once it is over, for three days', async () => {
    const id = await past();
    const asked = async (after: number) => {
      await inTx((tx) => promiseQuestions(tx, inTime(after)));
      return tasks('sessions.ask');
    };
    expect(await asked(day + 59 * minute)).toEqual([]);
    expect(await asked(day + hour)).toMatchObject([{ sessionId: id }]);
    await pool.query('DELETE FROM graphile_worker._private_jobs');
    expect(await asked(day + 2 * hour)).toEqual([]);
    await db.mentoringSession.update({ where: { id }, data: { askedAt: null } });
    expect(await asked(5 * day)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: 'planned' });
    expect(await heldBy(db, { guildId, mentorId })).toEqual({ sessions: 0, minutes: 0 });
  });

  test('of 50 parallel answers the first counts, one corrects at most, and a session held is a sign of life', async () => {
    const id = await past(90);
    expect(await codeOf(say(id, mentorId, 'done', day - 1))).toBe('sessions.not_yet');
    const answers = Array.from({ length: 50 }, (_, index) => say(id, index % 2 ? mentorId : learnerId, 'done', day + 2 * hour));
    const whats = (await Promise.all(answers)).map(({ what }) => what);
    expect(whats.filter((what) => what === 'first')).toHaveLength(1);
    expect(whats.filter((what) => what === 'already')).toHaveLength(49);
    expect(await tasks('sessions.opinion')).toHaveLength(1);
    expect(await db.mentoringPair.findUniqueOrThrow({ where: { id: pair.id } })).toMatchObject({
      activeAt: inTime(day + 90 * minute),
    });
    expect(await heldBy(db, { guildId, mentorId })).toEqual({ sessions: 1, minutes: 90 });

    const corrected = await say(id, learnerId, 'missed', 2 * day, 'mentor');
    expect(corrected.what).toBe('corrected');
    expect(await rowOf(id)).toMatchObject({ state: 'missed', missedBy: mentorId, settledBy: learnerId });
    expect(await codeOf(say(id, mentorId, 'done', 2 * day))).toBe('sessions.too_late');
    expect(await codeOf(say(id, someone(), 'done', 2 * day))).toBe('sessions.not_yours');
  });

  test('is not corrected after a week, nor said after a month', async () => {
    const id = await past();
    await say(id, mentorId, 'missed', day + hour, 'both');
    expect(await rowOf(id)).toMatchObject({ missedBy: null });
    expect(await codeOf(say(id, learnerId, 'done', 9 * day))).toBe('sessions.too_late');
    const other = (await plan(day + 2 * hour)).id;
    expect(await codeOf(say(other, learnerId, 'done', 40 * day))).toBe('sessions.too_late');
  });
});

describe('opinions', () => {
  const held = async (who = pair) => {
    const { id } = await db.mentoringSession.create({
      data: { pairId: who.id, guildId, state: 'done', startsAt: monday, minutes: 60, createdAt: monday, settledAt: monday },
    });
    return id;
  };
  const give = (
    userId: string,
    sessionId: number,
    useful = 5,
    comfort = 5,
    comment: string | null = null,
    wantsContact = false,
  ) => giveOpinion(db, by(userId, hour), { sessionId }, { useful, comfort, comment, wantsContact });

  test('once each: of 50 parallel ones 1 is kept, and a low one alerts once', async () => {
    const id = await held();
    const codes = await Promise.all(Array.from({ length: 50 }, () => codeOf(give(learnerId, id, 2, 5))));
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.filter((code) => code === 'sessions.said')).toHaveLength(49);
    expect(await tasks('sessions.alert')).toHaveLength(1);
    expect(await give(mentorId, id, 4, 4)).toBe(false);
    expect(await tasks('sessions.alert')).toHaveLength(1);
    expect(await codeOf(beginOpinion(db, by(learnerId, hour), { sessionId: id }))).toBe('sessions.said');
  });

  test('only by the two, of what took place, for a month, and of the end once it ended', async () => {
    const id = await held();
    expect(await codeOf(give(someone(), id))).toBe('sessions.not_yours');
    expect(await codeOf(beginOpinion(db, by(learnerId, 32 * day), { sessionId: id }))).toBe('sessions.not_open');
    const { id: coming } = await plan(day);
    expect(await codeOf(give(learnerId, coming))).toBe('sessions.not_open');
    const last = (after: number) =>
      giveOpinion(db, by(learnerId, after), { pairId: pair.id }, { useful: 5, comfort: 1, comment: 'Mal', wantsContact: false });
    expect(await codeOf(last(0))).toBe('sessions.not_open');
    await db.mentoringPair.update({ where: { id: pair.id }, data: { state: 'ended', endedAt: monday, endedAs: 'learner' } });
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(last(hour))));
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(codes.filter((code) => code === 'sessions.said')).toHaveLength(19);
  });

  test('an average is shown from three people on, a mentor’s own from three learners on', async () => {
    const others = [await aPair(db, { mentorId, seat: 2 }), await aPair(db, { mentorId, seat: 3 })];
    const average = (after = -day) => satisfactionOf(db, { guildId, since: inTime(after) });
    const own = () => opinionOfMentor(db, { guildId, mentorId });
    await give(learnerId, await held(), 5, 3);
    await give(mentorId, await held(), 1, 1);
    expect(await average()).toBeNull();
    await give(learnerId, await held(), 3, 3);
    // Three answers of two people would say who answered what.
    expect([await average(), await own()]).toEqual([null, null]);
    for (const other of others) await give(other.learnerId ?? '', await held(other), 2, 5);
    // Each learner counts once, however often they answered, and what the mentor said of themselves does not.
    expect(await own()).toEqual({ useful: (4 + 2 + 2) / 3, comfort: (3 + 5 + 5) / 3, people: 3 });
    expect(await average()).toEqual({ useful: (5 + 1 + 3 + 2 + 2) / 5, comfort: (3 + 1 + 3 + 5 + 5) / 5, answers: 5 });
    expect(await average(365 * day)).toBeNull();
  });

  test('whoever wants to be contacted is an alarm too; what was written is read by staff, never by the two', async () => {
    const [reader, other] = [{ guildId, userId: someone() }, await aPair(db, { mentorId, seat: 2 })];
    const session = await held();
    expect(await give(learnerId, session, 4, 4, 'Des remarques déplacées', true)).toBe(true);
    await give(mentorId, session, 5, 5, 'Tout va bien');
    await give(other.learnerId ?? '', await held(other), 5, 5);
    const [alarm] = await tasks('sessions.alert');
    const opinionId = Number(alarm?.opinionId);
    expect(await tasks('sessions.alert')).toHaveLength(1);
    const now = inTime(day);
    expect(await countWords(db, reader, now)).toBe(2);
    expect((await listWords(db, reader, 9, now)).said).toMatchObject([
      { userId: mentorId, comment: 'Tout va bien' },
      { userId: learnerId, wantsContact: true },
    ]);
    expect(await readOpinion(db, reader, opinionId)).toMatchObject({ comment: 'Des remarques déplacées' });
    for (const userId of [mentorId, learnerId]) {
      expect(await countWords(db, { guildId, userId }, now)).toBe(0);
      expect(await codeOf(readOpinion(db, { guildId, userId }, opinionId))).toBe('sessions.nothing_to_read');
    }
    expect(await codeOf(readOpinion(db, { ...reader, guildId: someone() }, opinionId))).toBe('sessions.nothing_to_read');
    expect(await countWords(db, reader, inTime(31 * day))).toBe(0);
    // The one who is left is read on, the one who is erased is not.
    await erase(mentorId);
    expect((await listWords(db, reader, 0, now)).said).toMatchObject([{ userId: learnerId, pair: { mentorId: null } }]);
    await erase(learnerId);
    expect(await codeOf(readOpinion(db, reader, opinionId))).toBe('sessions.nothing_to_read');
  });

  test('a low answer that nobody could be told of is told later', async () => {
    await give(learnerId, await held(), 3, 3, null, true);
    await give(mentorId, await held(), 5, 5);
    await pool.query('DELETE FROM graphile_worker._private_jobs');
    await inTx((tx) => promiseAlerts(tx, inTime(day)));
    expect(await tasks('sessions.alert')).toHaveLength(1);
  });
});

describe('the end of a pair', () => {
  const end = () =>
    db.mentoringPair.update({ where: { id: pair.id }, data: { state: 'ended', endedAt: monday, endedAs: 'learner' } });

  test('cancels what was planned and promises the last message; twice is once', async () => {
    const [coming, other] = [await plan(day), await plan(2 * day)];
    await endSessions(db, { guildId, pairId: pair.id }, monday);
    expect((await rowOf(coming.id)).state).toBe('planned');
    await end();
    await inTx((tx) => promiseLeftovers(tx, monday));
    expect(await tasks('sessions.pair_ended')).toEqual([{ guildId, pairId: pair.id }]);
    for (let run = 0; run < 2; run++) await endSessions(db, { guildId, pairId: pair.id }, monday);
    for (const { id } of [coming, other]) expect(await rowOf(id)).toMatchObject({ state: 'cancelled', sequence: 1 });
    expect(await tasks('sessions.last')).toHaveLength(1);
    // What somebody cancelled before, and was erased since, was told then.
    const row = {
      pairId: pair.id,
      guildId,
      state: 'cancelled',
      startsAt: inTime(3 * day),
      minutes: 30,
      createdAt: monday,
    } as const;
    await db.mentoringSession.create({ data: { ...row, settledAt: inTime(-hour) } });
    const over = await findPairRow(db, { guildId, pairId: pair.id });
    expect((over ? await droppedOf(db, over) : []).map(({ id }) => id)).toEqual([coming.id, other.id]);
  });
});

describe('lists', () => {
  test('page by page, newest first, with what a mentor gave', async () => {
    const count = listSize * 2 + 1;
    for (let index = 0; index < count; index++)
      await db.mentoringSession.create({
        data: {
          pairId: pair.id,
          guildId,
          state: 'done',
          startsAt: inTime(-index * day),
          minutes: 30,
          createdAt: monday,
          settledAt: monday,
        },
      });
    const pages = await Promise.all([0, 1, 2, 9].map((page) => readList(db, by(mentorId), pair.id, page)));
    expect(pages.map(({ sessions }) => sessions.length)).toEqual([listSize, listSize, 1, 1]);
    expect(pages[0]).toMatchObject({ otherId: learnerId, pages: 3, given: { sessions: count, minutes: count * 30 }, own: null });
    expect((await readList(db, by(learnerId), pair.id, 0)).given).toBeNull();
    expect(await codeOf(readList(db, by(someone()), pair.id, 0))).toBe('sessions.not_yours');
  });

  test('at home: the next one, what to answer, what to judge', async () => {
    const { id } = await plan(day);
    const at = (after: number) => readHome(db, { guildId, userId: learnerId }, inTime(after));
    expect(await at(0)).toMatchObject({ next: { id }, toAnswer: [], toJudge: [] });
    expect(await at(day + 30 * minute)).toEqual({ next: null, toAnswer: [], toJudge: [] });
    expect(await at(day + hour)).toMatchObject({ next: null, toAnswer: [{ id }] });
    expect((await at(5 * day)).toAnswer).toEqual([]);
    await settleSession(db, by(mentorId, day + hour), id, { outcome: 'done', absent: null });
    expect(await at(2 * day)).toMatchObject({ toAnswer: [], toJudge: [{ id }] });
    await giveOpinion(
      db,
      by(learnerId, 2 * day),
      { sessionId: id },
      { useful: 4, comfort: 4, comment: null, wantsContact: false },
    );
    expect((await at(2 * day)).toJudge).toEqual([]);
    expect(await readHome(db, { guildId, userId: someone() }, monday)).toEqual({ next: null, toAnswer: [], toJudge: [] });
  });

  test('each has the language and zone that they chose, else the guild’s', async () => {
    await aMentor(db, { userId: mentorId, locale: 'en', timeZone: 'Indian/Reunion' });
    await aRequest(db, { userId: learnerId });
    expect(await partiesOf(db, pair)).toEqual([
      { userId: mentorId, side: 'mentor', locale: 'en', timeZone: 'Indian/Reunion' },
      { userId: learnerId, side: 'learner', locale: 'fr', timeZone: 'Europe/Paris' },
    ]);
  });
});

test('a person takes what is theirs, and leaves numbers of nobody', async () => {
  const { id } = await plan(day);
  await settleSession(db, by(learnerId, day + hour), id, { outcome: 'done', absent: null });
  for (const userId of [learnerId, mentorId])
    await giveOpinion(db, by(userId, day + hour), { sessionId: id }, { ...fine, comment: `Mot de ${userId}` });
  const told = { alertChannelId: someone(), alertMessageId: someone(), alertedAt: monday };
  await db.mentoringOpinion.updateMany({ where: { userId: learnerId }, data: told });
  const exported = JSON.stringify(await exportSessions(db, guildId, learnerId));
  expect(exported).toContain(`Mot de ${learnerId}`);
  expect(exported).not.toContain(mentorId);
  await inTx((tx) => eraseSessions(tx, guildId, learnerId));
  const untold = [{ guildId, channelId: told.alertChannelId, messageId: told.alertMessageId }];
  expect(await tasks('sessions.untell')).toEqual(untold);
  expect(
    await db.mentoringOpinion.findMany({ orderBy: { id: 'asc' }, select: { userId: true, comment: true, useful: true } }),
  ).toEqual([
    { userId: null, comment: null, useful: 4 },
    { userId: mentorId, comment: `Mot de ${mentorId}`, useful: 4 },
  ]);
  expect(await rowOf(id)).toMatchObject({ plannedBy: null, settledBy: null });

  await db.mentoringPair.update({ where: { id: pair.id }, data: { state: 'ended', endedAt: monday, endedAs: 'finished' } });
  await inTx((tx) => forgetOld(tx, inTime(364 * day)));
  expect(await db.mentoringSession.count()).toBe(1);
  await pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.mentoringOpinion.updateMany({ where: { userId: mentorId }, data: told });
  for (let run = 0; run < 2; run++) await inTx((tx) => forgetOld(tx, inTime(366 * day)));
  expect(await tasks('sessions.untell')).toEqual(untold);
  expect(await db.mentoringSession.count()).toBe(0);
  expect(await db.mentoringOpinion.findMany({ select: { userId: true, comment: true } })).toEqual([
    { userId: null, comment: null },
    { userId: null, comment: null },
  ]);
});
