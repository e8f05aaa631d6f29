import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { eraseCases, exportCases } from '../../../src/features/moderation/service/privacy.ts';
import { card as cardText } from '../../../src/features/reports/messages/report.ts';
import { defaultThresholds } from '../../../src/features/reports/rules/threshold.ts';
import { listQueue, listReports, openSubject, promiseCards, readSubject } from '../../../src/features/reports/service/card.ts';
import {
  dismissSubject,
  findLate,
  noteDeleted,
  promiseLate,
  promiseRemovals,
  readAnswer,
  readOwnAnswer,
  recordGone,
  recordLate,
  recordOutcome,
  recordRefused,
  removeMessage,
  weighReport,
} from '../../../src/features/reports/service/close.ts';
import { recallMessage, rememberMessage, takeReport } from '../../../src/features/reports/service/report.ts';
import { eraseReports, exportReports, forgetGlimpses, forgetReports } from '../../../src/features/reports/service/retention.ts';
import { askReveal, confirmReveal, endReveals, readIdentity } from '../../../src/features/reports/service/reveal.ts';
import { changeReportSettings } from '../../../src/features/reports/service/setting.ts';
import { callMessage, queueScreen, reportsScreen, sealedCard, subjectCard } from '../../../src/features/reports/views/card.ts';
import { type Category, categories } from '../../../src/kernel/moderation.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCase, someEvidence } from '../moderation/factory.ts';
import { aMessage, aReporter, factoryGuild as guildId, someone } from './factory.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof UserError ? error.code : String(error)),
  );
const later = (age: number) => new Date(monday.getTime() + age);
const by = (actorId = someone(), now = monday) => ({ guildId, actorId, now });
const tasks = async (name: string) =>
  (await waitingTasks(database)).filter((task) => task.name === name).map(({ payload }) => payload);
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

/** One report by somebody new, unless said otherwise. */
const report = (
  reported: Parameters<typeof takeReport>[2]['reported'],
  category: Category = 'offensive',
  who = aReporter(),
  comment = '',
) => takeReport(db, who, { reported, category, comment });
/** Lines of this test: the log is never emptied. */
let logged = 0n;
const log = () => db.auditEntry.findMany({ where: { id: { gt: logged } }, omit: { id: true }, orderBy: { id: 'asc' } });
const onlySubject = () => db.reportSubject.findFirstOrThrow({ orderBy: { id: 'desc' } });

beforeEach(async () => {
  await database.pool.query(
    'TRUNCATE guild, report_subject, report_reporter, report_glimpse, report_setting, moderation_case, moderation_evidence, moderation_setting, moderation_vote, member CASCADE',
  );
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
  logged = (await db.auditEntry.findFirst({ orderBy: { id: 'desc' }, select: { id: true } }))?.id ?? 0n;
});

describe('reports of one message', () => {
  test('50 people at once: one subject, one evidence, one card, one call', async () => {
    const message = aMessage({ files: [{ name: 'a.png', contentType: 'image/png', size: 3, url: 'https://cdn.example/a.png' }] });
    const all = await Promise.all(many(50, () => refused(report({ message }))));
    expect(new Set(all)).toEqual(new Set(['done']));
    expect(await db.reportSubject.count()).toBe(1);
    expect(await db.report.count()).toBe(50);
    expect(await db.moderationEvidence.count()).toBe(1);
    expect(await db.moderationFile.count()).toBe(1);
    const { id, alertLevel } = await onlySubject();
    expect(alertLevel).toBe(5);
    expect(await tasks('reports.card')).toEqual([{ guildId, subjectId: id }]);
    expect(await tasks('reports.call')).toEqual([{ guildId, subjectId: id }]);
    expect(new Set((await db.reportReporter.findMany()).map(({ alias }) => alias)).size).toBe(50);
  });

  test('one person 50 times at once: one report; the next day is no other chance', async () => {
    const message = aMessage();
    const who = aReporter();
    const all = await Promise.all(many(50, () => refused(report({ message }, 'spam', who))));
    expect(all.filter((one) => one === 'done')).toHaveLength(1);
    expect(all.filter((one) => one === 'reports.already')).toHaveLength(49);
    expect(await refused(report({ message }, 'minors', { ...who, now: later(2 * day) }))).toBe('reports.already');
  });

  test('ten a day, then a refusal, and ten more the day after; 50 at once leave ten', async () => {
    const who = aReporter();
    const all = await Promise.all(many(50, () => refused(report({ message: aMessage() }, 'spam', who))));
    expect(all.filter((one) => one === 'done')).toHaveLength(10);
    expect(all.filter((one) => one === 'reports.too_many')).toHaveLength(40);
    expect(await db.reportSubject.count()).toBe(10);
    expect(await refused(report({ message: aMessage() }, 'spam', { ...who, now: later(day) }))).toBe('done');
    expect(await db.reportReporter.count()).toBe(1);
  });

  test('nobody reports themselves', async () => {
    const who = aReporter();
    expect(await refused(report({ userId: who.userId }, 'spam', who))).toBe('reports.self');
    expect(await refused(report({ message: aMessage({ userId: who.userId }) }, 'spam', who))).toBe('reports.self');
    expect(await db.reportSubject.count()).toBe(0);
  });

  test('each lower threshold calls once more, the same never', async () => {
    const message = aMessage();
    const levels: (number | null)[] = [];
    const one = async (category: Category) => {
      await report({ message }, category);
      levels.push((await onlySubject()).alertLevel);
    };
    for (let times = 0; times < 10; times++) await one('spam');
    await one('sexual');
    await one('illegal');
    expect(levels).toEqual([...many(9, () => null), 10, 1, 1]);
  });

  test('the settings move a threshold, and the log says so', async () => {
    const after = await changeReportSettings(db, by(), { threshold: { category: 'spam', people: 2 }, daily: 3 });
    expect(after.thresholds).toEqual({ ...defaultThresholds, spam: 2 });
    const message = aMessage();
    for (let times = 0; times < 2; times++) await report({ message }, 'spam');
    expect((await onlySubject()).alertLevel).toBe(2);
    expect((await log()).map(({ action }) => action)).toEqual(['reports.set']);
    const both = await Promise.all([
      changeReportSettings(db, by(), { threshold: { category: 'other', people: 4 } }),
      changeReportSettings(db, by(), { threshold: { category: 'fraud', people: 9 } }),
    ]);
    expect(both).toHaveLength(2);
    expect((await changeReportSettings(db, by(), {})).thresholds).toEqual({ ...defaultThresholds, spam: 2, other: 4, fraud: 9 });
  });

  test('whoever reported unfoundedly five times calls nobody, and is read all the same', async () => {
    const who = aReporter();
    for (let times = 0; times < 5; times++) {
      await report({ message: aMessage() }, 'spam', who);
      await dismissSubject(db, by(), { subjectId: (await onlySubject()).id, reason: 'Rien.', isAbusive: true });
    }
    expect(await report({ message: aMessage() }, 'minors', who)).toBe('quiet');
    expect(await onlySubject()).toMatchObject({ state: 'open', alertLevel: null });
    const card = await readSubject(db, { guildId, subjectId: (await onlySubject()).id }, monday);
    expect(card).toMatchObject({ ignored: 1, latest: [{ founded: 0, unfounded: 5 }] });
    // They are forgotten after a month.
    expect(await report({ message: aMessage() }, 'minors', { ...who, now: later(31 * day) })).toBe('new');
    expect((await onlySubject()).alertLevel).toBe(1);
  });

  test('what was seen is found by who saw it alone, for an hour', async () => {
    const [who, other, message] = [aReporter(), aReporter(), aMessage()];
    await rememberMessage(db, who, message);
    await rememberMessage(db, { ...who, now: later(hour / 2) }, { ...message, content: 'Modifié' });
    expect(await recallMessage(db, who, message.messageId)).toEqual({ ...message, content: 'Modifié' });
    expect(await recallMessage(db, other, message.messageId)).toBeNull();
    await db.$transaction((tx) => forgetGlimpses(tx, later(1.4 * hour)));
    expect(await recallMessage(db, who, message.messageId)).not.toBeNull();
    await report({ message }, 'spam', who);
    expect(await db.reportGlimpse.count()).toBe(0);
  });
});

describe('the answer', () => {
  test('50 clicks of two kinds at once: one outcome, each reporter told once', async () => {
    const message = aMessage();
    const reporters = many(3, () => aReporter());
    for (const who of reporters) await report({ message }, 'spam', who);
    const { id: subjectId } = await onlySubject();
    const all = await Promise.all(
      many(50, (index) =>
        refused(
          index % 2
            ? removeMessage(db, by(), subjectId)
            : dismissSubject(db, by(), { subjectId, reason: 'Rien.', isAbusive: false }),
        ),
      ),
    );
    // The message can still be removed after it was dismissed.
    expect(all.filter((one) => one === 'done').length).toBeLessThanOrEqual(2);
    if ((await onlySubject()).state === 'open') expect(await tasks('reports.tell')).toEqual([]);
    await Promise.all(many(5, () => recordGone(db, { guildId, subjectId }, monday)));
    const told = await tasks('reports.tell');
    expect(told).toHaveLength(3);
    for (const { userId } of reporters) expect(JSON.stringify(await waitingTasks(database))).not.toContain(userId);
    for (const { userId } of reporters) expect(JSON.stringify(await log())).not.toContain(userId);
    const reports = await db.report.findMany();
    const { state } = await onlySubject();
    expect(reports.every(({ founded }) => founded === (state === 'acted' ? true : null))).toBe(true);
    const reportId = reports[0]?.id ?? 0;
    const [first] = reporters;
    expect(await readAnswer(db, { guildId, reportId })).toMatchObject({ state, userId: first?.userId });
    expect(await readOwnAnswer(db, by(first?.userId), reportId)).toMatchObject({ state });
    expect(await readOwnAnswer(db, by(), reportId)).toBeNull();
    expect(await readOwnAnswer(db, { ...by(first?.userId), guildId: someone() }, reportId)).toBeNull();
  });

  test('the person concerned neither reads nor answers it, and a foreign guild knows nothing of it', async () => {
    const userId = someone();
    await report({ userId });
    const { id: subjectId } = await onlySubject();
    const own = by(userId);
    const foreign = { ...by(), guildId: someone() };
    const { id: reportId } = await db.report.findFirstOrThrow();
    for (const [who, code] of [
      [own, 'reports.concerned'],
      [foreign, 'reports.unknown'],
    ] as const) {
      expect(await refused(openSubject(db, who, subjectId))).toBe(code);
      expect(await refused(listReports(db, who, { subjectId, page: 0 }))).toBe(code);
      expect(await refused(removeMessage(db, who, subjectId))).toBe(code);
      expect(await refused(dismissSubject(db, who, { subjectId, reason: 'Moi', isAbusive: true }))).toBe(code);
      expect(await refused(askReveal(db, who, { reportId, reason: 'Qui donc ?' }))).toBe(code);
    }
    expect((await listQueue(db, own, 0)).total).toBe(0);
    expect((await listQueue(db, by(), 0)).total).toBe(1);
    expect(await refused(removeMessage(db, by(), subjectId))).toBe('reports.no_message');
  });

  test('an answered message opens again for what calls at once, once; for the rest the answer is told', async () => {
    const message = aMessage();
    await report({ message }, 'spam');
    const { id: subjectId } = await onlySubject();
    await dismissSubject(db, by(), { subjectId, reason: 'Rien.', isAbusive: false });
    expect(await report({ message }, 'fraud')).toBe('answered');
    expect(await tasks('reports.tell')).toHaveLength(2);
    expect(await report({ message }, 'minors')).toBe('new');
    expect(await onlySubject()).toMatchObject({ state: 'open', alertLevel: 1, closedAt: null });
    await dismissSubject(db, by(), { subjectId, reason: 'Rien.', isAbusive: false });
    expect(await report({ message }, 'minors')).toBe('answered');
    // A person is another matter each time.
    await report({ userId: message.userId });
    const { id: personId } = await onlySubject();
    await dismissSubject(db, by(), { subjectId: personId, reason: 'Rien.', isAbusive: false });
    await Promise.all(many(20, () => report({ userId: message.userId })));
    expect(await db.reportSubject.count({ where: { messageId: null } })).toBe(2);
  });

  test('a case closes it, told twice or after a dismissal too; a vote against leaves nothing against anybody', async () => {
    const userId = someone();
    await report({ userId }, 'harassment');
    const { id: subjectId } = await onlySubject();
    const { id: caseId } = await aCase(db, { userId });
    await dismissSubject(db, by(), { subjectId, reason: 'Rien.', isAbusive: true });
    for (let times = 0; times < 2; times++) await recordOutcome(db, { guildId, subjectId, caseId, now: monday });
    expect(await onlySubject()).toMatchObject({ state: 'acted', caseId });
    expect(await db.report.findFirstOrThrow()).toMatchObject({ founded: true });
    await recordOutcome(db, { guildId, subjectId, caseId: null, now: monday });
    expect((await onlySubject()).state).toBe('acted');
    await report({ userId }, 'harassment');
    const second = await onlySubject();
    await recordOutcome(db, { guildId: someone(), subjectId: second.id, caseId: null, now: monday });
    expect((await onlySubject()).state).toBe('open');
    await recordOutcome(db, { guildId, subjectId: second.id, caseId: null, now: monday });
    expect(await onlySubject()).toMatchObject({ state: 'dismissed', caseId: null });
    expect((await db.report.findFirstOrThrow({ orderBy: { id: 'desc' } })).founded).toBeNull();
  });

  test('a removal that Discord refuses answers nothing and can be tried again; one that was given up is asked again', async () => {
    await report({ message: aMessage() });
    const { id: subjectId } = await onlySubject();
    const key = { guildId, subjectId };
    await removeMessage(db, by(), subjectId);
    expect(await refused(dismissSubject(db, by(), { subjectId, reason: 'Rien.', isAbusive: false }))).toBe('reports.under_way');
    await recordRefused(db, key, monday);
    expect(await onlySubject()).toMatchObject({ state: 'open', removalAskedAt: null, removalRefusedAt: monday });
    const card = subjectCard(await openSubject(db, by(), subjectId), 'fr');
    expect(JSON.stringify(card)).toContain('Gérer les messages');
    expect(JSON.stringify(card)).toContain('moderation:report:remove');
    expect(await tasks('reports.tell')).toEqual([]);
    const remover = by();
    await removeMessage(db, remover, subjectId);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await db.$transaction((tx) => promiseRemovals(tx));
    expect(await tasks('reports.remove')).toEqual([key]);
    const { messageId } = await onlySubject();
    await noteDeleted(db, { guildId, messageIds: [messageId ?? ''], now: monday });
    expect(await onlySubject()).toMatchObject({ state: 'acted', closedBy: remover.actorId, goneAt: monday });
    expect(await tasks('reports.tell')).toHaveLength(1);
    await db.$transaction((tx) => promiseRemovals(tx));
    expect(await tasks('reports.remove')).toEqual([key]);
    // One that its author deleted was removed by nobody.
    await report({ message: aMessage({ messageId: '1'.repeat(18) }) });
    await noteDeleted(db, { guildId, messageIds: ['1'.repeat(18)], now: monday });
    expect(await onlySubject()).toMatchObject({ state: 'open', goneAt: monday });
  });

  test('a sanction answers once it is carried out: one that fails, or of an earlier round, leaves all ways open', async () => {
    const message = aMessage();
    await report({ message }, 'harassment');
    const { id: subjectId } = await onlySubject();
    const { id: caseId } = await aCase(db, { userId: message.userId, kind: 'kick', state: 'pending' });
    const told = () => recordOutcome(db, { guildId, subjectId, caseId, now: monday });
    const ways = async () => {
      const shown = JSON.stringify(subjectCard(await openSubject(db, by(), subjectId), 'fr'));
      return ['act:', 'vote:propose', 'report:dismiss'].filter((way) => shown.includes(`moderation:${way}`));
    };
    const { id: ofAnother } = await aCase(db);
    await recordOutcome(db, { guildId, subjectId, caseId: ofAnother, now: monday });
    await told();
    expect([(await onlySubject()).state, await tasks('reports.tell'), await ways()]).toEqual(['open', [], []]);
    expect(await refused(dismissSubject(db, by(), { subjectId, reason: 'Rien.', isAbusive: false }))).toBe('reports.under_way');
    await db.moderationCase.update({ where: { id: caseId }, data: { state: 'failed', voidedAt: monday, voidReason: 'Refus.' } });
    await told();
    expect([(await onlySubject()).state, await tasks('reports.tell')]).toEqual(['open', []]);
    expect(await ways()).toEqual(['act:', 'vote:propose', 'report:dismiss']);
    const { id: second } = await aCase(db, { userId: message.userId });
    await recordOutcome(db, { guildId, subjectId, caseId: second, now: monday });
    expect([(await onlySubject()).state, await ways()]).toEqual(['acted', []]);
    // Opened again, for something worse.
    await report({ message }, 'minors', aReporter(someone(), { now: later(day) }));
    expect(await onlySubject()).toMatchObject({ state: 'open', caseId: null });
    await recordOutcome(db, { guildId, subjectId, caseId: second, now: later(day) });
    expect((await onlySubject()).state).toBe('open');
    expect(await ways()).toEqual(['act:', 'vote:propose', 'report:dismiss']);
  });

  test('who was answered keeps the answer, whatever a later round says; one report of many is judged apart', async () => {
    const message = aMessage();
    await report({ message }, 'harassment');
    const { id: subjectId } = await onlySubject();
    await removeMessage(db, by(), subjectId);
    await recordGone(db, { guildId, subjectId }, monday);
    await report({ message }, 'minors', aReporter(someone(), { now: later(hour) }));
    await report({ message }, 'spam', aReporter(someone(), { now: later(hour) }));
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await dismissSubject(db, by(someone(), later(day)), { subjectId, reason: 'Faux.', isAbusive: true });
    const reports = await db.report.findMany({ orderBy: { id: 'asc' } });
    expect(reports.map(({ answer, founded }) => [answer, founded])).toEqual([
      ['acted', true],
      ['dismissed', false],
      ['dismissed', false],
    ]);
    expect(await tasks('reports.tell')).toHaveLength(2);
    const [first, , sincere] = reports.map(({ id }) => id);
    expect(await refused(weighReport(db, by(), { subjectId, reportId: first ?? 0 }))).toBe('reports.not_weighable');
    expect(await refused(weighReport(db, by(message.userId), { subjectId, reportId: sincere ?? 0 }))).toBe('reports.concerned');
    expect(await refused(weighReport(db, by(), { subjectId: subjectId + 1, reportId: sincere ?? 0 }))).toBe('reports.unknown');
    expect(await weighReport(db, by(), { subjectId, reportId: sincere ?? 0 })).toEqual({ isUnfounded: false });
    expect((await db.report.findMany({ orderBy: { id: 'asc' } })).map(({ founded }) => founded)).toEqual([true, false, null]);
    // Nothing in the log leads to the person reported, to be read in their data.
    expect((await log()).map(({ targetRef }) => targetRef)).toEqual([null, null, null]);
  });

  test('each version that somebody saw is kept, five at most, also when the first one is gone', async () => {
    const message = aMessage({ content: 'Achetez !' });
    await report({ message }, 'spam');
    await report({ message }, 'spam');
    await report({ message: { ...message, content: 'Je sais où tu habites.' } }, 'harassment');
    const { id: subjectId } = await onlySubject();
    const card = await openSubject(db, by(), subjectId);
    expect(card).toMatchObject({ evidence: { content: 'Je sais où tu habites.' }, former: ['Achetez !'] });
    expect(JSON.stringify(subjectCard(card, 'fr'))).toContain('Achetez');
    await Promise.all(many(10, (index) => report({ message: { ...message, content: `Version ${index}` } }, 'spam')));
    expect(await db.moderationEvidence.count()).toBe(5);
    await db.moderationEvidence.deleteMany();
    await report({ message }, 'minors');
    expect((await openSubject(db, by(), subjectId)).evidence).toMatchObject({ content: 'Achetez !' });
  });

  test('after a day without an answer it is recalled, once', async () => {
    await report({ message: aMessage() });
    await report({ message: aMessage() }, 'spam', aReporter(someone(), { now: later(hour) }));
    const due = async (now: Date) => {
      await db.$transaction((tx) => promiseLate(tx, now));
      return (await tasks('reports.late')).length;
    };
    expect(await due(later(day - 1))).toBe(0);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await db.guild.update({ where: { id: guildId }, data: { leftAt: monday } });
    await db.$transaction((tx) => promiseCards(tx));
    expect([await due(later(day)), (await tasks('reports.card')).length]).toEqual([0, 0]);
    await db.guild.update({ where: { id: guildId }, data: { leftAt: null } });
    await db.$transaction((tx) => promiseCards(tx));
    expect(await tasks('reports.card')).toHaveLength(2);
    expect(await due(later(day))).toBe(1);
    const found = await findLate(db, { guildId, now: later(day) });
    expect(found?.ids).toHaveLength(1);
    await recordLate(db, found?.ids ?? [], later(day));
    expect(await findLate(db, { guildId, now: later(day) })).toBeNull();
    expect((await findLate(db, { guildId, now: later(day + hour) }))?.ids).toHaveLength(1);
  });
});

describe('who reported', () => {
  const start = async () => {
    const who = aReporter();
    await report({ userId: someone() }, 'offensive', who);
    const { id: reportId } = await db.report.findFirstOrThrow();
    const [asker, second] = [by(), by()];
    const { id: revealId } = await askReveal(db, asker, { reportId, reason: 'Signalements en série.' });
    return { who, reportId, asker, second, revealId };
  };

  test('two people know it, for a day, each reading in the log; nobody else, and never one alone', async () => {
    const { who, reportId, asker, second, revealId } = await start();
    expect(await refused(askReveal(db, second, { reportId, reason: 'Moi aussi.' }))).toBe('reports.already_asked');
    expect(await refused(readIdentity(db, asker, revealId))).toBe('reports.not_confirmed');
    expect(await refused(confirmReveal(db, asker, revealId))).toBe('reports.second_person');
    await expect(
      db.reportReveal.update({ where: { id: revealId }, data: { confirmedBy: asker.actorId, confirmedAt: monday } }),
    ).rejects.toThrow('report_reveal_two');
    const others = many(49, () => by());
    await Promise.all([second, ...others].map((one) => refused(confirmReveal(db, one, revealId))));
    const { confirmedBy } = await db.reportReveal.findUniqueOrThrow({ where: { id: revealId } });
    const readers = [asker.actorId, confirmedBy];
    for (const one of [asker, second, ...others])
      expect(await refused(readIdentity(db, one, revealId))).toBe(readers.includes(one.actorId) ? 'done' : 'reports.not_for_you');
    expect(await readIdentity(db, asker, revealId)).toMatchObject({ userId: who.userId });
    expect((await log()).map(({ action }) => action)).toEqual([
      ...[
        'reports.ask_identity',
        'reports.confirm_identity',
        'reports.read_identity',
        'reports.read_identity',
        'reports.read_identity',
      ],
    ]);
    expect(await db.pseudonym.count({ where: { userId: who.userId } })).toBe(0);
    const after = { ...asker, now: later(day) };
    expect(await refused(readIdentity(db, after, revealId))).toBe('reports.unknown_reveal');
    await db.$transaction((tx) => endReveals(tx, later(day)));
    expect(await refused(askReveal(db, after, { reportId, reason: 'Encore une fois.' }))).toBe('done');
  });

  test('a request that nobody confirmed for a day ends; that of an erased moderator too', async () => {
    const { asker, second, revealId, reportId } = await start();
    expect(await refused(confirmReveal(db, { ...second, now: later(day) }, revealId))).toBe('reports.unknown_reveal');
    await askReveal(db, { ...asker, now: later(day) }, { reportId, reason: 'De nouveau.' });
    await db.$transaction((tx) => eraseReports(tx, guildId, asker.actorId, later(day)));
    expect(await db.reportReveal.count({ where: { closedAt: null } })).toBe(0);
  });
});

test('the erased reporter leaves a report without words; the erased reported person leaves nothing; old ones go', async () => {
  const [who, about] = [aReporter(), someone()];
  await report({ userId: about }, 'offensive', who, 'Je suis la voisine de bureau.');
  const { id: subjectId } = await onlySubject();
  await db.reportSubject.update({ where: { id: subjectId }, data: { cardChannelId: someone(), cardMessageId: someone() } });
  expect(JSON.stringify(await exportReports(db, guildId, who.userId))).toContain('voisine');
  // What waits is not told to whom it is about.
  expect(await exportReports(db, guildId, about)).toMatchObject({ about: [] });
  await db.$transaction((tx) => eraseReports(tx, guildId, who.userId, monday));
  expect(await db.report.findFirstOrThrow()).toMatchObject({ reporterId: null, comment: '' });
  expect(await db.reportReporter.count()).toBe(0);
  // Erasing oneself is no way out of what still waits.
  await db.$transaction((tx) => eraseReports(tx, guildId, about, monday));
  expect(await onlySubject()).toMatchObject({ state: 'open', erasureAskedAt: monday });
  await dismissSubject(db, by(), { subjectId, reason: 'Sa voisine exagère.', isAbusive: false });
  const told = JSON.stringify(await exportReports(db, guildId, about));
  expect(told).toContain('dismissed');
  expect(told).not.toContain('voisine');
  await db.$transaction((tx) => forgetReports(tx, later(day - 1)));
  expect(await db.reportSubject.count()).toBe(1);
  await db.$transaction((tx) => forgetReports(tx, later(day)));
  expect(await db.reportSubject.count()).toBe(0);
  expect(await tasks('reports.uncard')).toHaveLength(1);

  await report({ userId: about }, 'offensive', who);
  await dismissSubject(db, by(), { subjectId: (await onlySubject()).id, reason: 'Rien.', isAbusive: false });
  await db.$transaction((tx) => eraseReports(tx, guildId, someone(), monday));
  await db.$transaction((tx) => forgetReports(tx, later(365 * day)));
  expect(await db.report.count()).toBe(1);
  await db.$transaction((tx) => forgetReports(tx, later(366 * day)));
  expect([await db.report.count(), await db.reportReporter.count()]).toEqual([0, 0]);
});

test('evidence of what waits is kept from its author and from their erasure; one person erased and back is one person', async () => {
  const message = aMessage();
  await report({ message }, 'minors');
  await report({ message: { ...message, content: 'Une autre version' } }, 'minors');
  const other = await someEvidence(db, { userId: message.userId });
  const { id: subjectId } = await onlySubject();
  const seen = await exportCases(db, guildId, message.userId);
  expect(seen).toMatchObject({ evidence: [{ messageId: other.messageId }] });
  await db.$transaction(async (tx) => {
    await eraseReports(tx, guildId, message.userId, monday);
    await eraseCases(tx, guildId, message.userId, monday);
  });
  expect(await db.moderationEvidence.count()).toBe(2);
  await dismissSubject(db, by(), { subjectId, reason: 'Rien.', isAbusive: false });
  await db.$transaction((tx) => forgetReports(tx, later(day)));
  expect([await db.reportSubject.count(), await db.moderationEvidence.count()]).toEqual([0, 0]);

  const who = aReporter();
  const about = someone();
  for (let times = 0; times < 6; times++) {
    await report({ userId: about }, 'harassment', who);
    await db.$transaction((tx) => eraseReports(tx, guildId, who.userId, monday));
  }
  expect([await db.report.count(), (await onlySubject()).alertLevel]).toEqual([6, null]);
});

test('every view keeps Discord’s limits at its longest, in both languages', async () => {
  const long = '*_`~'.repeat(2_000);
  const userId = someone();
  await db.member.create({
    data: { guildId, userId, username: 'x', displayName: long.slice(0, 200), joinedAt: monday },
  });
  const message = aMessage({ userId, content: long.slice(0, 4_000), files: [] });
  const keys = Object.keys(categories) as Category[];
  for (const [index, category] of [...keys, ...keys].entries())
    await report({ message }, category, aReporter(someone(), { locale: index % 2 ? 'en' : 'fr' }), long.slice(0, 500));
  const { id: subjectId } = await onlySubject();
  for (let count = 0; count < 5; count++)
    await report({ message: { ...message, content: `${count}${long.slice(0, 3_900)}` } }, 'spam');
  for (let count = 0; count < 6; count++) await report({ message: aMessage({ userId, content: long.slice(0, 4_000) }) });
  await dismissSubject(db, by(), { subjectId, reason: long.slice(0, 500), isAbusive: true });
  const card = await openSubject(db, by(), subjectId);
  const queue = await listQueue(db, by(), 0);
  const list = await listReports(db, by(), { subjectId, page: 0 });
  for (const locale of ['fr', 'en'] as const) {
    const [embed] = subjectCard(card, locale).embeds ?? [];
    for (const field of embed?.fields ?? []) expect(field.value.length).toBeLessThanOrEqual(1_024);
    expect(JSON.stringify(embed).length).toBeLessThan(6_000);
    expect(callMessage(card, many(250, someone), locale).content?.length).toBeLessThanOrEqual(2_000);
    for (const screen of [queueScreen(queue, locale), reportsScreen(list, locale)]) {
      const texts = [...JSON.stringify(screen).matchAll(/"content":"((?:[^"\\]|\\.)*)"/g)].map(
        ([, words = '']) => JSON.parse(`"${words}"`) as string,
      );
      expect(texts.join('').length).toBeLessThanOrEqual(4_000);
      expect(JSON.stringify(screen).match(/"type":/g)?.length ?? 0).toBeLessThanOrEqual(40);
    }
    // Without the intent of message content a link leads to no words: moderators are told to open it.
    expect(JSON.stringify(subjectCard({ ...card, evidence: { content: '', files: 0 } }, locale))).toContain(
      cardText.unreadable[locale],
    );
    // Nothing of what was said or of whom.
    expect(JSON.stringify(sealedCard(card.subject, locale))).not.toContain(userId);
    expect(JSON.stringify(callMessage(card, [], locale))).not.toContain(userId);
  }
});
