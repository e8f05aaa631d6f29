import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pauseOf } from '../../../src/features/mentors/rules/hold.ts';
import {
  absentFor,
  approvedFor,
  charterVersion,
  editsToldEvery,
  kept,
  mostAvoided,
  mostSent,
} from '../../../src/features/mentors/rules/limit.ts';
import { avoid, avoidsOf, keepApart, listAvoided, stopAvoiding } from '../../../src/features/mentors/service/avoid.ts';
import { countWaiting, promiseMissingCards, readQueue } from '../../../src/features/mentors/service/card.ts';
import { findEdits, promiseEdits, recordEdits } from '../../../src/features/mentors/service/edit.ts';
import {
  followTimeout,
  hold,
  pauseMentor,
  releaseDue,
  resumeMentor,
  settleAbsent,
  welcomeBack,
} from '../../../src/features/mentors/service/hold.ts';
import {
  endAbsent,
  findLate,
  forgetMentors,
  lapse,
  lapseOpen,
  recallRenewal,
  recordReminded,
  remindStaff,
  renewMentor,
} from '../../../src/features/mentors/service/life.ts';
import { findMentor, mentorsFree, requireApproved } from '../../../src/features/mentors/service/mentor.ts';
import { eraseMentor, exportMentor } from '../../../src/features/mentors/service/privacy.ts';
import { type FrameTyped, type HelpTyped, prefer, saveFrame, saveHelp } from '../../../src/features/mentors/service/profile.ts';
import {
  approveMentor,
  askMentor,
  refuseMentor,
  removeMentor,
  sendProfile,
} from '../../../src/features/mentors/service/review.ts';
import { promiseDueRoles } from '../../../src/features/mentors/service/role.ts';
import { changeMentoring, readMentoring } from '../../../src/features/mentors/service/setting.ts';
import { withdrawMentor } from '../../../src/features/mentors/service/withdraw.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aMentor, aPair, factoryGuild as guildId, someone } from '../mentoring/factory.ts';

const staffId = '900000000000000001';
let database: TestDatabase;
let db: TestDatabase['db'];

beforeAll(async () => {
  const { migrateQueue } = await import('../../../src/infra/tasks.ts');
  database = await freshDatabase();
  db = database.db;
  await migrateQueue(database.pool);
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
  return () => database.close();
});
beforeEach(async () => {
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
});

const help: HelpTyped = {
  themes: ['cv', 'interview'],
  skills: 'React, gestion de projet',
  availability: ['tue_evening'],
  languages: ['fr'],
  about: 'Je relis des CV.',
};
const frame: FrameTyped = { capacity: 2, ways: ['voice'], job: 'Développement web', place: '', timeZone: null };
const at = (milliseconds: number) => new Date(monday.getTime() + milliseconds);
const own = (userId: string, now = monday) => ({ guildId, userId, now });
const by = (userId: string, now = monday) => ({ who: { guildId, userId }, locale: 'fr' as const, now });
const decision = (userId: string, now = monday) => ({ guildId, userId, staffId, now });
const reread = async (userId: string) => {
  const mentor = await findMentor(db, { guildId, userId });
  if (!mentor) throw new Error('no mentor');
  return mentor;
};
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof UserError) return error.code;
      throw error;
    },
  );
const many = <T>(count: number, act: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));
const tasks = async () => (await waitingTasks(database)).map(({ name }) => name);
const kinds = async (userId: string) =>
  (await db.mentorEvent.findMany({ where: { guildId, userId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind);
/** On the server, as the list of members knows them. */
const present = (userId: string, leftAt: Date | null = null) =>
  db.member.create({ data: { guildId, userId, username: userId, displayName: 'Ann', joinedAt: monday, leftAt } });

const written = async () => {
  const userId = someone();
  await saveHelp(db, by(userId), { mayBegin: true }, help);
  await saveFrame(db, by(userId), frame);
  return userId;
};
const sent = async (now = monday) => {
  const userId = await written();
  await sendProfile(db, own(userId, now), charterVersion);
  return userId;
};
const approve = async (userId: string, now = monday) => approveMentor(db, decision(userId, now), (await reread(userId)).revision);
const worded = async (userId: string, words: string) => ({ revision: (await reread(userId)).revision, words });
const ask = async (userId: string, words: string, now = monday) =>
  askMentor(db, decision(userId, now), await worded(userId, words));
const refuse = async (userId: string, words: string) => refuseMentor(db, decision(userId), await worded(userId, words));
const remove = async (userId: string, words: string) => removeMentor(db, decision(userId), await worded(userId, words));
const approved = async (now = monday) => {
  const userId = await sent(now);
  await approve(userId, now);
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  return userId;
};

describe('a profile', () => {
  test('is begun by who may, once however many click, and says all that is wrong at once', async () => {
    const userId = someone();
    expect(await codeOf(saveHelp(db, by(userId), { mayBegin: false }, help))).toBe('mentors.not_volunteer');
    await many(20, () => saveHelp(db, by(userId), { mayBegin: true }, help));
    expect(await reread(userId)).toMatchObject({ state: 'draft', themes: ['cv', 'interview'], revision: 20 });
    const long = Array.from({ length: 16 }, (_, index) => `${'x'.repeat(41)}${index}`).join(',');
    const error = await saveHelp(db, by(userId), { mayBegin: true }, { ...help, skills: long }).catch(
      (caught: unknown) => caught,
    );
    expect((error as UserError).text.fr.split('\n- ')).toHaveLength(3);
    expect(await codeOf(saveFrame(db, by(userId), { ...frame, ways: ['in_person'] }))).toBe('mentors.invalid');
    for (const place of ['Nulle-Part-sur-Rien', `${'x'.repeat(70)} (59)`])
      expect(await codeOf(saveFrame(db, by(userId), { ...frame, ways: ['in_person'], place }))).toBe('mentors.invalid');
    expect(await codeOf(saveFrame(db, by(someone()), frame))).toBe('mentors.no_profile');
    await saveFrame(db, by(userId), { ...frame, ways: ['in_person'], place: 'Lille (59)' });
    expect(await reread(userId)).toMatchObject({ city: 'Lille', department: '59' });
    // Where somebody lives is kept only as long as it serves.
    expect(await saveFrame(db, by(userId), { ...frame, place: 'Lille (59)' })).toMatchObject({ city: null, department: null });
  });

  test('is sent whole, with the charter that was read, once, and not for ever again', async () => {
    const begun = someone();
    expect(await codeOf(sendProfile(db, own(begun), charterVersion))).toBe('mentors.no_profile');
    await saveHelp(db, by(begun), { mayBegin: true }, help);
    expect(await codeOf(sendProfile(db, own(begun), charterVersion))).toBe('mentors.incomplete');
    const userId = await written();
    expect(await sendProfile(db, own(userId), charterVersion + 1)).toBe('stale');
    await many(20, () => sendProfile(db, own(userId, at(hour)), charterVersion));
    expect(await kinds(userId)).toEqual(['sent']);
    expect(await reread(userId)).toMatchObject({ state: 'pending', charterVersion, charterAt: at(hour), submittedAt: at(hour) });
    for (let again = 1; again < mostSent.times; again++) {
      await refuse(userId, 'Pas encore');
      await sendProfile(db, own(userId, at(2 * hour)), charterVersion);
    }
    await refuse(userId, 'Pas encore');
    expect(await codeOf(sendProfile(db, own(userId, at(3 * hour)), charterVersion))).toBe('mentors.too_many_sent');
    expect(await sendProfile(db, own(userId, at(8 * day)), charterVersion)).toMatchObject({ state: 'pending' });
    // The consent is the first one.
    expect((await reread(userId)).charterAt).toEqual(at(hour));
  });

  test('keeps what other pages prefer', async () => {
    const userId = await written();
    await prefer(db, by(userId), { kind: 'course', shown: [1, 2], chosen: [2, 99] });
    await prefer(db, by(userId), { kind: 'course', shown: [3, 4], chosen: [3] });
    await prefer(db, by(userId), { kind: 'course', shown: [1, 2], chosen: [1] });
    expect((await reread(userId)).prefersCourses).toEqual([3, 1]);
    const shown = Array.from({ length: 60 }, (_, index) => index + 100);
    expect(await codeOf(prefer(db, by(userId), { kind: 'campus', shown, chosen: shown }))).toBe('mentors.too_many_preferred');
  });
});

describe('the decision', () => {
  test('of fifty at once one approves, for a year; a stale one, one’s own, and what waits for none are refused', async () => {
    const userId = await sent();
    const { revision } = await reread(userId);
    expect(await codeOf(approveMentor(db, { ...decision(userId), staffId: userId }, revision))).toBe('mentors.own_profile');
    await saveHelp(db, by(userId), { mayBegin: false }, { ...help, about: 'Autre chose' });
    expect(await codeOf(approveMentor(db, decision(userId), revision))).toBe('mentors.changed');
    const codes = await many(50, async () => codeOf(approve(userId)));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['ok', 'mentors.nothing_to_decide']));
    expect(await reread(userId)).toMatchObject({ state: 'approved', approvedUntil: at(approvedFor), decidedBy: staffId });
    expect(await db.auditEntry.count({ where: { action: 'mentors.approved' } })).toBe(1);
    expect(await tasks()).toEqual(expect.arrayContaining(['mentors.card', 'mentors.tell', 'mentors.role']));
    expect(await codeOf(sendProfile(db, own(userId), charterVersion))).toBe('mentors.already_approved');
    const draft = await written();
    for (const decide of [askMentor, refuseMentor])
      expect(await codeOf(decide(db, decision(draft), { revision: 1, words: 'Non' }))).toBe('mentors.not_decidable');
  });

  test('asked, corrected and sent again tells staff; a mentor who is asked is proposed to nobody meanwhile', async () => {
    const userId = await approved();
    expect(await requireApproved(db, own(userId))).toMatchObject({ userId });
    await ask(userId, 'Précisez votre métier');
    expect(await tasks()).toContain('mentoring.mentor_changed');
    expect(await codeOf(requireApproved(db, own(userId)))).toBe('mentors.not_a_mentor');
    await saveFrame(db, by(userId), { ...frame, job: 'Administration de réseaux' });
    await sendProfile(db, own(userId), charterVersion);
    expect(await tasks()).toContain('mentors.note');
    expect(await approve(userId)).toMatchObject({ state: 'approved', comment: null });
    expect(await kinds(userId)).toEqual(['sent', 'approved', 'asked', 'edited', 'resent', 'approved']);
  });

  test('refused: whoever was none yet may try again; a mentor is one no more, and their pairs end', async () => {
    const fresh = await sent();
    expect(await refuse(fresh, 'Trop tôt')).toMatchObject({ state: 'draft', comment: 'Trop tôt' });
    const mentor = await approved();
    // Whoever refuses what they read before somebody else approved it ends nothing.
    const raced = await sent();
    const { revision } = await reread(raced);
    await approve(raced);
    for (const decide of [refuseMentor, askMentor, removeMentor])
      expect(await codeOf(decide(db, decision(raced), { revision, words: 'Non' }))).toBe('mentors.changed');
    expect(await codeOf(refuse(raced, 'Non'))).toBe('mentors.changed');
    expect(await reread(raced)).toMatchObject({ state: 'approved' });
    expect(await codeOf(remove(await sent(), 'Non'))).toBe('mentors.changed');
    await remove(mentor, 'Plaintes');
    expect(await reread(mentor)).toMatchObject({ state: 'withdrawn', approvedUntil: null, comment: 'Plaintes' });
    expect(await tasks()).toEqual(expect.arrayContaining(['pairs.mentor_gone', 'mentoring.mentor_changed', 'mentors.role']));
  });

  test('changes of an approved mentor are read by staff, all together, at most once a day', async () => {
    await db.channelBinding.create({ data: { guildId, key: 'mentoring_staff', channelId: '900000000000000009' } });
    const [one, two] = [await approved(), await approved()];
    const edit = (userId: string, now: Date, job: string) => saveFrame(db, by(userId, now), { ...frame, job });
    const promised = async (now: Date) => {
      await database.pool.query('DELETE FROM graphile_worker._private_jobs');
      await db.$transaction((tx) => promiseEdits(tx, now));
      return (await tasks()).filter((name) => name === 'mentors.edited').length;
    };
    await edit(one, at(hour), 'A');
    await edit(one, at(2 * hour), 'B');
    await edit(two, at(2 * hour), 'C');
    expect(await promised(at(3 * hour))).toBe(1);
    const found = await findEdits(db, { guildId, limit: 1 });
    expect(found).toMatchObject({ total: 2, edits: [{ userId: two, profile: { job: 'C' } }] });
    if (found) await recordEdits(db, { guildId, lastId: found.lastId, now: at(3 * hour) });
    expect(await findEdits(db, { guildId, limit: 1 })).toBeNull();
    await edit(one, at(4 * hour), 'D');
    expect(await promised(at(5 * hour))).toBe(0);
    expect(await promised(at(3 * hour + editsToldEvery))).toBe(1);
    await db.channelBinding.deleteMany();
    await db.mentorEvent.updateMany({ data: { notedAt: monday } });
  });

  test('staff see who waits the longest first, and are reminded once after 48 hours', async () => {
    await db.mentorProfile.updateMany({ where: { state: 'pending' }, data: { state: 'draft' } });
    await db.channelBinding.create({ data: { guildId, key: 'mentoring_staff', channelId: '900000000000000009' } });
    const first = await sent(at(-2 * day));
    await sent(at(0));
    expect(await countWaiting(db, guildId)).toBe(2);
    expect(await readQueue(db, { guildId, at: 0 })).toMatchObject({ at: 0, total: 2, card: { mentor: { userId: first } } });
    expect((await readQueue(db, { guildId, at: 7 })).at).toBe(1);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await db.$transaction((tx) => promiseMissingCards(tx));
    expect(await tasks()).toEqual(['mentors.card', 'mentors.card']);
    await db.$transaction((tx) => remindStaff(tx, monday));
    expect(await tasks()).toContain('mentors.remind');
    const late = await findLate(db, { guildId, now: monday, limit: 10 });
    expect(late).toMatchObject({ total: 1, lastSentAt: at(-2 * day) });
    if (late) await recordReminded(db, { guildId, lastSentAt: late.lastSentAt, now: monday });
    expect(await findLate(db, { guildId, now: monday, limit: 10 })).toBeNull();
  });
});

describe('what an approved mentor changes', () => {
  test('counts at once; fewer places end nothing, and tell those who wait', async () => {
    const userId = await approved();
    await aPair(db, { mentorId: userId, seat: 1 });
    await aPair(db, { mentorId: userId, seat: 2 });
    await saveFrame(db, by(userId), { ...frame, capacity: 1 });
    expect(await tasks()).toEqual(expect.arrayContaining(['mentoring.mentor_changed', 'mentors.card']));
    expect(await db.mentoringPair.count({ where: { mentorId: userId, state: 'active' } })).toBe(2);
    const seats = async () => (await mentorsFree(db, guildId)).find((one) => one.userId === userId)?.seats;
    expect(await seats()).toBeUndefined();
    await saveFrame(db, by(userId), { ...frame, capacity: 5 });
    expect(await seats()).toBe(3);
  });
});

describe('pauses', () => {
  test('the first reason is said, and the longest of its kind lasts', () => {
    const until = at(day);
    expect(pauseOf([])).toBeNull();
    expect(
      pauseOf([
        { kind: 'own', until },
        { kind: 'timeout', until },
      ]),
    ).toEqual({ as: 'sanction', until });
    expect(
      pauseOf([
        { kind: 'sanction', until: null },
        { kind: 'timeout', until },
      ]),
    ).toEqual({ as: 'sanction', until: null });
    expect(
      pauseOf([
        { kind: 'timeout', until },
        { kind: 'ban', until: at(2 * day) },
      ]),
    ).toEqual({ as: 'sanction', until: at(2 * day) });
  });

  test('one’s own lasts until its day, a sanction beneath it goes on, and only one’s own is ended by oneself', async () => {
    const userId = await approved();
    const pause = (until: string | null) => db.$transaction((tx) => pauseMentor(tx, { ...own(userId), as: 'own', until }));
    const resume = (now = monday) => db.$transaction((tx) => resumeMentor(tx, { ...own(userId, now), as: 'own' }));
    expect(await codeOf(pause('2027-01-11'))).toBe('mentors.pause_too_short');
    expect(await codeOf(pause('2029-01-11'))).toBe('mentors.pause_too_long');
    expect(await pause('2027-01-20')).toMatchObject({ state: 'paused', pausedAs: 'own', pausedUntil: new Date('2027-01-20') });
    expect(await tasks()).toContain('mentoring.mentor_changed');
    // Midnight in Paris.
    await db.$transaction((tx) => releaseDue(tx, new Date('2027-01-19T22:59:00Z')));
    expect((await reread(userId)).state).toBe('paused');
    await db.$transaction((tx) => hold(tx, { ...own(userId), kind: 'sanction', until: null }));
    await db.$transaction((tx) => releaseDue(tx, new Date('2027-01-19T23:00:00Z')));
    expect(await reread(userId)).toMatchObject({ pausedAs: 'sanction', pausedUntil: null });
    expect(await codeOf(resume())).toBe('mentors.paused_by_others');
    await pause(null);
    expect(await resume()).toMatchObject({ state: 'paused', pausedAs: 'sanction' });
    await db.$transaction((tx) => resumeMentor(tx, { ...own(userId), as: 'sanction' }));
    expect(await reread(userId)).toMatchObject({ state: 'approved', pausedAs: null });
    expect(await codeOf(db.$transaction((tx) => pauseMentor(tx, { ...own(someone()), as: 'own', until: null })))).toBe(
      'mentors.no_profile',
    );
  });

  test('of fifty who pause and resume at once, the last word is that of the reasons', async () => {
    const userId = await approved();
    await many(50, (index) =>
      db.$transaction(
        (tx): Promise<unknown> =>
          index % 2 === 0
            ? pauseMentor(tx, { ...own(userId), as: 'own', until: null })
            : hold(tx, { ...own(userId), kind: 'timeout', until: at(day) }),
      ),
    );
    expect(await reread(userId)).toMatchObject({ pausedAs: 'sanction' });
    expect(await db.mentorHold.count({ where: { userId } })).toBe(2);
  });

  test('a sanction outlasts the mentoring, and waits for whoever has none; a pause of one’s own outlasts what staff ask', async () => {
    const [stopped, never] = [await approved(), someone()];
    const sanction = (userId: string) => db.$transaction((tx) => hold(tx, { ...own(userId), kind: 'sanction', until: null }));
    await sanction(stopped);
    await db.$transaction((tx) => withdrawMentor(tx, { ...own(stopped), actorId: stopped }));
    expect(await sanction(never)).toBeNull();
    await db.$transaction((tx) => hold(tx, { ...own(never), kind: 'absent', until: null }));
    for (const userId of [stopped, never]) {
      await saveHelp(db, by(userId), { mayBegin: true }, help);
      await saveFrame(db, by(userId), frame);
      await sendProfile(db, own(userId), charterVersion);
      expect(await approve(userId)).toMatchObject({ state: 'paused', pausedAs: 'sanction' });
      await db.$transaction((tx) => resumeMentor(tx, { ...own(userId), as: 'sanction' }));
      expect(await reread(userId)).toMatchObject({ state: 'approved' });
    }
    await db.$transaction((tx) => hold(tx, { ...own(stopped), kind: 'sanction', until: at(day) }));
    await db.mentorProfile.delete({ where: { guildId_userId: { guildId, userId: stopped } } });
    await db.$transaction((tx) => releaseDue(tx, at(day)));
    expect(await db.mentorHold.count({ where: { userId: { in: [stopped, never] } } })).toBe(0);

    const resting = await approved();
    const pause = (until: string) => db.$transaction((tx) => pauseMentor(tx, { ...own(resting), as: 'own', until }));
    await db.$transaction((tx) => hold(tx, { ...own(resting), kind: 'silence', until: null }));
    // Whoever says until when is silent no more: it ends by itself.
    expect(await pause('2027-01-20')).toMatchObject({ pausedAs: 'own', pausedUntil: new Date('2027-01-20') });
    await ask(resting, 'Précisez');
    await sendProfile(db, own(resting), charterVersion);
    expect(await approve(resting)).toMatchObject({ state: 'paused', pausedAs: 'own', pausedUntil: new Date('2027-01-20') });
  });

  test('a timeout is a sanction until it ends, also when it was approved under it; nobody else is locked for it', async () => {
    const userId = await sent();
    await followTimeout(db, { ...own(userId), until: at(day) });
    expect(await approve(userId)).toMatchObject({ state: 'paused', pausedAs: 'sanction' });
    await followTimeout(db, { ...own(userId, at(hour)), until: null });
    expect(await reread(userId)).toMatchObject({ state: 'approved' });
    const nobody = someone();
    await followTimeout(db, { ...own(nobody), until: at(day) });
    expect(await db.mentorHold.count({ where: { userId: nobody } })).toBe(0);
  });

  test('who leaves is paused, who is back is not, who stays away is a mentor no more', async () => {
    const [back, gone] = [await approved(), await approved()];
    await present(back, monday);
    await present(gone, monday);
    await many(10, () => db.$transaction((tx) => settleAbsent(tx, monday)));
    expect(await reread(back)).toMatchObject({ state: 'paused', pausedAs: 'absent' });
    await db.member.updateMany({ where: { userId: back }, data: { leftAt: null } });
    await db.$transaction((tx) => settleAbsent(tx, at(day)));
    expect(await reread(back)).toMatchObject({ state: 'approved' });
    expect(await tasks()).toEqual(expect.arrayContaining(['mentors.role', 'mentors.tell']));
    await db.$transaction((tx) => endAbsent(tx, at(absentFor)));
    expect(await reread(gone)).toMatchObject({ state: 'withdrawn' });
    expect(await db.$transaction((tx) => welcomeBack(tx, own(gone)))).toMatchObject({ state: 'withdrawn' });
  });
});

describe('the year', () => {
  test('is recalled once a month before, ends as a pause, and one click brings it back', async () => {
    const userId = await approved();
    expect(await codeOf(renewMentor(db, own(userId), null))).toBe('mentors.not_yet');
    const soon = at(approvedFor - 20 * day);
    await db.$transaction((tx) => recallRenewal(tx, soon));
    await db.$transaction((tx) => recallRenewal(tx, soon));
    expect((await kinds(userId)).filter((kind) => kind === 'expiring')).toHaveLength(1);
    await db.$transaction((tx) => lapse(tx, at(approvedFor)));
    expect(await reread(userId)).toMatchObject({ state: 'paused', pausedAs: 'renewal' });
    await db.mentorProfile.updateMany({ where: { userId }, data: { charterVersion: 99 } });
    const later = at(approvedFor + 5 * day);
    expect(await renewMentor(db, own(userId, later), null)).toBe('stale');
    expect(await renewMentor(db, own(userId, later), charterVersion)).toMatchObject({
      state: 'approved',
      charterVersion,
      approvedUntil: at(2 * approvedFor + 5 * day),
    });
    expect(await codeOf(renewMentor(db, own(userId, later), charterVersion))).toBe('mentors.not_yet');
  });

  test('ends for whoever waits for staff too, and a change that never comes is waited for no more', async () => {
    const [asked, pending, busy] = [await approved(), await approved(), await approved()];
    for (const userId of [asked, pending, busy]) await ask(userId, 'Précisez', at(day));
    await sendProfile(db, own(pending, at(2 * day)), charterVersion);
    await aPair(db, { mentorId: busy });
    await db.$transaction((tx) => lapseOpen(tx, at(kept.asked)));
    expect(await reread(asked)).toMatchObject({ state: 'asked' });
    await db.$transaction((tx) => lapseOpen(tx, at(kept.asked + 2 * day)));
    expect(await reread(asked)).toMatchObject({ state: 'draft', comment: null, approvedUntil: null });
    expect(await reread(busy)).toMatchObject({ state: 'asked', approvedUntil: at(approvedFor) });
    expect(await tasks()).toEqual(expect.arrayContaining(['mentors.role', 'mentors.card']));
    await db.$transaction((tx) => lapseOpen(tx, at(approvedFor)));
    for (const userId of [pending, busy]) expect((await reread(userId)).approvedUntil).toBeNull();
  });
});

describe('people to avoid', () => {
  test('count both ways, are bounded, and an ended pair is apart for ever', async () => {
    const [one, other, third] = [someone(), someone(), someone()];
    await db.$transaction((tx) => avoid(tx, { ...own(one), avoidedIds: [other] }));
    expect(await avoidsOf(db, { guildId, userId: other })).toEqual(new Set([one]));
    expect(await listAvoided(db, { guildId, userId: other })).toEqual([]);
    await many(10, () => db.$transaction((tx) => keepApart(tx, { guildId, one, other: third, now: monday })));
    await stopAvoiding(db, { guildId, userId: one }, [other, third]);
    expect(await avoidsOf(db, { guildId, userId: one })).toEqual(new Set([third]));
    expect(await codeOf(db.$transaction((tx) => avoid(tx, { ...own(one), avoidedIds: [one] })))).toBe('mentors.avoid_self');
    const codes = await many(mostAvoided + 5, () =>
      codeOf(db.$transaction((tx) => avoid(tx, { ...own(one), avoidedIds: [someone()] }))),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(mostAvoided);
    expect(codes).toContain('mentors.too_many_avoided');
  });
});

describe('settings', () => {
  test('have defaults, change with a trace, and stay in order', async () => {
    expect(await readMentoring(db, guildId)).toEqual({
      needsCoordinator: false,
      answerHours: 72,
      nudgeDays: 21,
      warnDays: 35,
      endDays: 42,
    });
    const change = { guildId, actorId: staffId, now: monday };
    expect(await codeOf(changeMentoring(db, change, { nudgeDays: 35 }))).toBe('mentors.days_out_of_order');
    await many(10, () => changeMentoring(db, change, { needsCoordinator: true, endDays: 60 }));
    expect(await readMentoring(db, guildId)).toMatchObject({ needsCoordinator: true, answerHours: 72, endDays: 60 });
    expect(await db.auditEntry.count({ where: { action: 'mentors.settings' } })).toBe(1);
  });
});

describe('leaving', () => {
  test('ends at once, begins anew with what was said, and is forgotten after a year', async () => {
    const userId = await approved();
    await ask(userId, 'Précisez');
    const stop = () => db.$transaction((tx) => withdrawMentor(tx, { ...own(userId), actorId: userId }));
    expect((await many(10, stop)).filter((one) => one !== null)).toHaveLength(1);
    expect(await tasks()).toEqual(expect.arrayContaining(['pairs.mentor_gone', 'mentoring.mentor_changed', 'mentors.role']));
    // That staff had asked for something is not why they stopped.
    expect((await reread(userId)).comment).toBeNull();
    expect(await saveHelp(db, by(userId), { mayBegin: false }, help)).toMatchObject({ state: 'draft', ways: ['voice'] });
    await stop();
    const draft = await written();
    await db.mentorProfile.updateMany({
      where: { userId },
      data: { cardChannelId: '900000000000000009', cardMessageId: staffId },
    });
    await db.$transaction((tx) => forgetMentors(tx, at(kept.draft + hour)));
    expect(await findMentor(db, { guildId, userId: draft })).toBeNull();
    expect(await findMentor(db, { guildId, userId })).not.toBeNull();
    await db.$transaction((tx) => forgetMentors(tx, at(kept.withdrawn + hour)));
    expect(await findMentor(db, { guildId, userId })).toBeNull();
    expect(await tasks()).toContain('mentors.remove_card');
  });

  test('erased, nothing is left but what others decided upon, and the pairs end', async () => {
    const userId = (await aMentor(db, { grantedRoleId: '900000000000000008', roleGiven: true })).userId;
    await aPair(db, { mentorId: userId });
    const judged = await approved();
    await db.mentorEvent.updateMany({ where: { userId: judged, kind: 'approved' }, data: { actedBy: userId } });
    expect(JSON.stringify(await exportMentor(db, guildId, userId))).not.toContain(judged);
    await db.$transaction((tx) => eraseMentor(tx, guildId, userId, monday));
    expect(await findMentor(db, { guildId, userId })).toBeNull();
    expect(await kinds(judged)).toEqual(['sent', 'approved']);
    expect(await db.mentorEvent.count({ where: { actedBy: userId } })).toBe(0);
    expect(await tasks()).toEqual(expect.arrayContaining(['pairs.mentor_gone', 'mentors.strip']));
  });
});

test('a role is owed to mentors who lack it, and by those who are none any more', async () => {
  await db.roleBinding.create({ data: { guildId, key: 'mentor', roleId: '900000000000000007' } });
  await db.mentorProfile.deleteMany();
  const lacking = (await aMentor(db)).userId;
  const has = (await aMentor(db, { grantedRoleId: '900000000000000007' })).userId;
  const former = (await aMentor(db, { state: 'withdrawn', grantedRoleId: '900000000000000007' })).userId;
  for (const userId of [lacking, has, former]) await present(userId);
  await db.$transaction((tx) => promiseDueRoles(tx));
  const owed = (await waitingTasks(database)).map(({ payload }) => payload.userId).sort();
  expect(owed).toEqual([lacking, former].sort());
});
