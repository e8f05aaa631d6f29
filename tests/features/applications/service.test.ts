import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Company, Offer } from '../../../prisma/client/client.ts';
import { companyReasons, reasons } from '../../../src/features/applications/messages/reason.ts';
import { claimFault, fileName, isPdf } from '../../../src/features/applications/rules/file.ts';
import { choicesAfter, mayFollow, pathTo, type Stage, stages } from '../../../src/features/applications/rules/stage.ts';
import { apply } from '../../../src/features/applications/service/apply.ts';
import {
  boardSize,
  boardsSize,
  countOpen,
  mostCounted,
  readBoard,
  readCard,
  readFile,
  readMine,
} from '../../../src/features/applications/service/board.ts';
import type { By } from '../../../src/features/applications/service/offer.ts';
import { answerRecommendation, recommend } from '../../../src/features/applications/service/recommend.ts';
import {
  endDeparted,
  eraseApplications,
  exportApplications,
  forgetOld,
  leave,
} from '../../../src/features/applications/service/retention.ts';
import { promiseRoomsOf, promiseSeats } from '../../../src/features/applications/service/room.ts';
import {
  askOutcome,
  promisePauses,
  promiseReminders,
  recordWritten,
  responsesOf,
  settleClosed,
  tellStaffInstead,
} from '../../../src/features/applications/service/silence.ts';
import { markSeen, moveOn, undoRefusal, withdraw } from '../../../src/features/applications/service/stage.ts';
import { recordResponses } from '../../../src/features/companies/service/company.ts';
import type { Tx } from '../../../src/infra/db.ts';
import type { UserError } from '../../../src/kernel/text.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { freshDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCompany, anOffer, aRecruiter, factoryGuild as guildId, someone } from '../jobs/factory.ts';

const database = await freshDatabase();
const { db, pool } = database;
afterAll(database.close);

let company: Company;
let recruiter: string;
let offer: Offer;
beforeEach(async () => {
  await pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.application.deleteMany();
  company = await aCompany(db);
  recruiter = await aRecruiter(db, company);
  offer = await anOffer(db, { companyId: company.id, authorId: recruiter });
});

const inTime = (milliseconds: number) => new Date(monday.getTime() + milliseconds);
const by = (actorId: string, more: Partial<By> = {}): By => ({ guildId, actorId, isStaff: false, now: monday, ...more });
const message = 'Bonjour, j’aime les vélos et le SQL, et je cherche un premier poste.';
const pdf = { name: 'CV.pdf', bytes: new TextEncoder().encode('%PDF-1.7 …') };
const send = (userId = someone(), { to = offer.id, file = null as typeof pdf | null, now = monday } = {}) =>
  apply(db, by(userId, { now }), { offerId: to, locale: 'fr', message, file });
/** The id of a new application. */
async function applied(userId = someone(), options: Parameters<typeof send>[1] = {}): Promise<number> {
  await send(userId, options);
  return (await db.application.findFirstOrThrow({ where: { userId }, orderBy: { id: 'desc' } })).id;
}
const stageOf = async (id: number) => (await db.application.findUniqueOrThrow({ where: { id } })).stage;
const tasks = async (name: string) => (await waitingTasks(database)).filter((task) => task.name === `applications.${name}`);
const codesOf = (all: PromiseSettledResult<unknown>[]) =>
  all.map((one) => (one.status === 'fulfilled' ? 'ok' : ((one.reason as UserError).code ?? String(one.reason)))).sort();
const inTx = <T>(act: (tx: Tx) => Promise<T>): Promise<T> => db.$transaction(act);

describe('stages', () => {
  const pairs = stages.flatMap((from) => stages.filter((to) => to !== from).map((to): [Stage, Stage] => [from, to]));
  test('the table of the code is that of the database', async () => {
    const refused: string[] = [];
    const id = await applied();
    for (const [from, to] of pairs) {
      const ends = (stage: Stage) => ['hired', 'declined', 'withdrawn'].includes(stage);
      const data = (stage: Stage) => [stage, ends(stage) ? monday : null, stage === 'declined' ? 'skills' : null];
      const set = 'UPDATE application SET stage = $1::application_stage, closed_at = $2, reason = $3 WHERE id = $4';
      await pool.query('ALTER TABLE application DISABLE TRIGGER application_moves');
      await pool.query(set, [...data(from), id]);
      await pool.query('ALTER TABLE application ENABLE TRIGGER application_moves');
      await pool.query(set, [...data(to), id]).catch(() => refused.push(`${from} ${to}`));
    }
    expect(refused).toEqual(pairs.filter(([from, to]) => !mayFollow(from, to)).map(([from, to]) => `${from} ${to}`));
  });

  test('a company chooses neither what it reads nor what is the candidate’s; every reason says something to keep', () => {
    for (const stage of stages) expect(choicesAfter(stage)).not.toEqual(expect.arrayContaining(['seen', 'withdrawn']));
    expect(pathTo('sent', 'hired')).toEqual(['interview', 'offer', 'hired']);
    expect(pathTo('declined', 'hired')).toBeNull();
    expect(companyReasons).toHaveLength(8);
    for (const { label, told } of Object.values(reasons))
      for (const locale of ['fr', 'en'] as const) {
        expect(label[locale].length).toBeLessThanOrEqual(100);
        expect(told[locale].length).toBeGreaterThan(80);
      }
  });

  test('of fifty who decide at once one does', async () => {
    const id = await applied();
    await markSeen(db, by(recruiter), { id });
    const ways = Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0 ? moveOn(db, by(recruiter), id, 'interview') : moveOn(db, by(recruiter), id, 'declined', 'skills'),
    );
    const codes = codesOf(await Promise.allSettled(ways));
    const stage = await stageOf(id);
    // Who declines after the interview was noted is right too.
    expect(codes.filter((code) => code === 'ok').length).toBeLessThanOrEqual(2);
    expect(new Set(codes)).toEqual(new Set(['ok', 'applications.illegal']));
    expect(stage).toBe('declined');
    const same = codesOf(await Promise.allSettled(Array.from({ length: 50 }, () => undoRefusal(db, by(recruiter), id))));
    expect(same.filter((code) => code === 'ok')).toHaveLength(1);
  });

  test('a refusal is taken back for ten minutes; answers tell the candidate and count as the first answer', async () => {
    const id = await applied();
    await moveOn(db, by(recruiter, { now: inTime(hour) }), id, 'declined', 'someone_else');
    expect(await db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
      answeredAt: inTime(hour),
      formerStage: 'sent',
    });
    await expect(undoRefusal(db, by(recruiter, { now: inTime(hour + 11 * minute) }), id)).rejects.toMatchObject({
      code: 'applications.undo',
    });
    await expect(
      db.application.update({
        where: { id },
        data: { stage: 'sent', closedAt: null, reason: null, stageAt: inTime(hour + 11 * minute) },
      }),
    ).rejects.toThrow();
    await undoRefusal(db, by(recruiter, { now: inTime(hour + 9 * minute) }), id);
    expect(await db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({ stage: 'sent', answeredAt: null });
    expect((await tasks('stage')).map(({ payload }) => payload.what)).toEqual(['declined', 'undone']);
    expect(await tasks('responses')).toHaveLength(1);
    // What was answered before the slip stays answered.
    const met = await applied();
    await moveOn(db, by(recruiter, { now: inTime(hour) }), met, 'interview');
    await moveOn(db, by(recruiter, { now: inTime(2 * hour) }), met, 'declined', 'dates');
    await undoRefusal(db, by(recruiter, { now: inTime(2 * hour) }), met);
    expect(await db.application.findUniqueOrThrow({ where: { id: met } })).toMatchObject({ answeredAt: inTime(hour) });
  });

  test('what was sent can be deleted after the answer too, once, and a refusal of what is gone stays', async () => {
    const userId = someone();
    const id = await applied(userId, { file: pdf });
    await moveOn(db, by(recruiter), id, 'declined', 'dates');
    await expect(withdraw(db, by(someone()), id)).rejects.toMatchObject({ code: 'applications.unknown' });
    expect(await withdraw(db, by(userId), id)).toEqual({ wasOpen: false });
    expect(await db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
      stage: 'declined',
      message: null,
      purgedAt: monday,
    });
    expect(await db.applicationFile.count({ where: { applicationId: id } })).toBe(0);
    expect(await tasks('withdrawn')).toHaveLength(0);
    await expect(withdraw(db, by(userId), id)).rejects.toMatchObject({ code: 'applications.illegal' });
    await expect(undoRefusal(db, by(recruiter), id)).rejects.toMatchObject({ code: 'applications.undo_gone' });
  });

  test('a decline needs its reason, and a reason is for a decline', async () => {
    const id = await applied();
    await expect(moveOn(db, by(recruiter), id, 'declined')).rejects.toMatchObject({ code: 'applications.illegal' });
    await expect(moveOn(db, by(recruiter), id, 'interview', 'skills')).rejects.toMatchObject({ code: 'applications.illegal' });
    await expect(moveOn(db, by(recruiter), id, 'hired')).rejects.toMatchObject({ code: 'applications.illegal' });
    await expect(moveOn(db, by(recruiter), id, 'withdrawn')).rejects.toMatchObject({ code: 'applications.illegal' });
  });
});

describe('to apply', () => {
  test('fifty clicks are one application, which may come again once it is withdrawn', async () => {
    const userId = someone();
    const codes = codesOf(await Promise.allSettled(Array.from({ length: 50 }, () => send(userId, { file: pdf }))));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['ok', 'applications.twice']));
    expect(await tasks('room')).toHaveLength(1);
    const { id } = await db.application.findFirstOrThrow({ where: { userId } });
    expect(Buffer.from((await db.applicationFile.findUniqueOrThrow({ where: { applicationId: id } })).bytes)).toEqual(
      Buffer.from(pdf.bytes),
    );
    await withdraw(db, by(userId), id);
    expect(await db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
      stage: 'withdrawn',
      message: null,
      purgedAt: monday,
    });
    expect(await db.applicationFile.count({ where: { applicationId: id } })).toBe(0);
    expect(await tasks('withdrawn')).toHaveLength(1);
    await expect(withdraw(db, by(userId), id)).rejects.toMatchObject({ code: 'applications.illegal' });
    await send(userId);
    expect(await db.application.count({ where: { userId, stage: { not: 'withdrawn' } } })).toBe(1);
  });

  test('not to one’s own offer, nor to one that takes none', async () => {
    const colleague = await aRecruiter(db, company);
    const relayed = await anOffer(db, { authorId: recruiter });
    const refused = async (data: Parameters<typeof anOffer>[1]) => (await anOffer(db, { companyId: company.id, ...data })).id;
    const cases: [string, number, string][] = [
      [recruiter, offer.id, 'own_offer'],
      [colleague, offer.id, 'own_offer'],
      [recruiter, relayed.id, 'own_offer'],
      [someone(), await refused({ state: 'hidden', hiddenAt: monday }), 'not_open'],
      [someone(), await refused({ state: 'closed', closedAt: monday, endedAs: 'filled' }), 'not_open'],
      [someone(), await refused({ expiresAt: monday }), 'not_open'],
      [someone(), await refused({ state: 'pending' }), 'unknown_offer'],
      [someone(), await refused({ applyUrl: 'https://example.org/emploi' }), 'elsewhere'],
      [someone(), await refused({ guildId: '999999999999999999' }), 'unknown_offer'],
      [someone(), 2_000_000_000, 'unknown_offer'],
    ];
    for (const [userId, to, code] of cases)
      await expect(send(userId, { to })).rejects.toMatchObject({ code: `applications.${code}` });
  });

  test('who closes the offer at that moment finds the application, or there is none', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await anOffer(db, { companyId: company.id });
      const people = Array.from({ length: 8 }, () => someone());
      const close = db.$transaction(async (tx) => {
        await tx.offer.update({ where: { id: one.id }, data: { state: 'closed', closedAt: monday, endedAs: 'filled' } });
        return tx.application.count({ where: { offerId: one.id } });
      });
      const [seen] = await Promise.all([close, Promise.allSettled(people.map((userId) => send(userId, { to: one.id })))]);
      expect(await db.application.count({ where: { offerId: one.id } })).toBe(seen);
    }
  });

  test.each([
    ['cv.pdf', 'application/pdf', null],
    ['CV Léa.PDF', 'application/pdf; charset=binary', null],
    ['cv.pdf', undefined, null],
    ['cv.docx', 'application/pdf', 'name'],
    ['cv.pdf.exe', 'application/pdf', 'name'],
    ['cv.pdf', 'text/html', 'type'],
  ])('%s as %s: %s', (filename, type, fault) => expect(claimFault({ filename, type })).toBe(fault));

  test('a PDF begins as one, and keeps a name that nothing misreads', () => {
    expect(isPdf(pdf.bytes)).toBe(true);
    for (const other of ['', '%PDF', 'PK\u0003\u0004', ' %PDF-1.4', '<html>%PDF-'])
      expect(isPdf(new TextEncoder().encode(other))).toBe(false);
    expect(fileName('../../é"<script>.PDF')).toBe('e_script.pdf');
    expect(fileName('.pdf')).toBe('CV.pdf');
    expect(fileName(`${'x'.repeat(300)}.pdf`)).toHaveLength(100);
  });
});

describe('who answers', () => {
  test('the people of the company; not another’s, a former one’s, nor another server’s', async () => {
    const id = await applied();
    const colleague = await aRecruiter(db, company);
    const former = await aRecruiter(db, company);
    await db.companyRecruiter.updateMany({ where: { userId: former }, data: { leftAt: monday } });
    const stranger = await aRecruiter(db, await aCompany(db));
    expect((await readCard(db, by(colleague), id)).application.id).toBe(id);
    for (const who of [
      by(former),
      by(stranger),
      by(someone(), { isStaff: true }),
      by(recruiter, { guildId: '999999999999999999' }),
    ]) {
      await expect(readCard(db, who, id)).rejects.toMatchObject({ code: 'applications.unknown' });
      await expect(readBoard(db, who, { offerId: offer.id, filter: 0, page: 0 })).rejects.toMatchObject({
        code: 'applications.not_yours',
      });
      await expect(moveOn(db, who, id, 'interview')).rejects.toMatchObject({
        code: who.guildId === guildId ? 'applications.not_yours' : 'applications.unknown',
      });
    }
    await expect(withdraw(db, by(recruiter), id)).rejects.toMatchObject({ code: 'applications.unknown' });
  });

  test('staff when nobody is left there, with a trace', async () => {
    const id = await applied();
    await db.companyRecruiter.updateMany({ where: { companyId: company.id }, data: { leftAt: monday } });
    const boss = by(someone(), { isStaff: true });
    await moveOn(db, boss, id, 'interview');
    expect(await db.auditEntry.findFirstOrThrow({ where: { subject: `application:${id}` } })).toMatchObject({
      action: 'applications.stage',
      after: { stage: 'interview' },
    });
  });

  test('of an offer that staff look into nothing but a no comes, and the candidate may leave; one on hold goes on', async () => {
    const userId = someone();
    const [id, other] = [await applied(userId), await applied()];
    await db.offer.update({ where: { id: offer.id }, data: { state: 'hidden', hiddenAt: monday, reportedAt: monday } });
    await expect(moveOn(db, by(recruiter), id, 'interview')).rejects.toMatchObject({ code: 'applications.frozen' });
    await markSeen(db, by(recruiter), { id });
    expect(await stageOf(id)).toBe('sent');
    await moveOn(db, by(recruiter), other, 'declined', 'paused');
    await withdraw(db, by(userId), id);
    const [third] = [
      await db.offer.update({ where: { id: offer.id }, data: { state: 'published', reportedAt: null } }).then(() => applied()),
    ];
    await db.offer.update({ where: { id: offer.id }, data: { state: 'hidden' } });
    await db.company.update({ where: { id: company.id }, data: { state: 'lapsed' } });
    await markSeen(db, by(recruiter), { id: third });
    await moveOn(db, by(recruiter), third, 'interview');
    expect(await stageOf(third)).toBe('interview');
  });

  test('nobody of a company that staff suspended: staff do', async () => {
    const id = await applied(someone(), { file: pdf });
    await db.company.update({ where: { id: company.id }, data: { state: 'suspended', reason: 'À vérifier.' } });
    const boss = by(someone(), { isStaff: true });
    await expect(readCard(db, by(recruiter), id)).rejects.toMatchObject({ code: 'applications.unknown' });
    await expect(readFile(db, by(recruiter), id)).rejects.toMatchObject({ code: 'applications.unknown' });
    await expect(readBoard(db, by(recruiter), { offerId: offer.id, filter: 0, page: 0 })).rejects.toMatchObject({
      code: 'applications.not_yours',
    });
    expect((await readMine(db, by(recruiter), 0)).boards.total).toBe(0);
    expect((await countOpen(db, by(recruiter))).toAnswer).toBe(0);
    expect((await readCard(db, boss, id)).offer.handlers).toEqual([]);
    await moveOn(db, boss, id, 'declined', 'paused');
  });

  test('boards have pages, those where somebody waits first', async () => {
    const others: number[] = [];
    for (let index = 0; index < boardsSize + 1; index++)
      others.push((await anOffer(db, { companyId: company.id, publishedAt: inTime(index * hour) })).id);
    await anOffer(db, { companyId: company.id, state: 'closed', closedAt: monday, endedAs: 'filled' });
    await anOffer(db, { companyId: company.id, state: 'draft' });
    await applied();
    const idsOf = async (page: number) => {
      const { boards } = await readMine(db, by(recruiter), 0, page);
      expect(boards.total).toBe(boardsSize + 2);
      return boards.lines.map(({ id }) => id);
    };
    expect(await idsOf(0)).toEqual([offer.id, ...others.slice(2).reverse()]);
    expect(await idsOf(9)).toEqual([others[1], others[0]]);
    for (let index = 0; index < mostCounted + 2; index++)
      await db.application.create({
        data: {
          guildId,
          offerId: offer.id,
          userId: someone(),
          consentVersion: 1,
          consentedAt: monday,
          sentAt: monday,
          stageAt: monday,
        },
      });
    expect((await countOpen(db, by(recruiter))).toAnswer).toBe(mostCounted + 1);
  });

  test('the board has pages, filters and counts, in the order in which people wait', async () => {
    const ids: number[] = [];
    for (let index = 0; index < boardSize + 2; index++) ids.push(await applied());
    await moveOn(db, by(recruiter), ids[0] ?? 0, 'declined', 'dates');
    const first = await readBoard(db, by(recruiter), { offerId: offer.id, filter: 0, page: 0 });
    expect(first).toMatchObject({ total: boardSize + 1, counts: { sent: boardSize + 1, declined: 1 } });
    expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(1, boardSize + 1));
    const last = await readBoard(db, by(recruiter), { offerId: offer.id, filter: 0, page: 99 });
    expect([last.page, last.rows.map(({ id }) => id)]).toEqual([1, ids.slice(-1)]);
    expect((await readBoard(db, by(recruiter), { offerId: offer.id, filter: 7, page: 0 })).rows.map(({ id }) => id)).toEqual([
      ids[0],
    ]);
    expect((await readMine(db, by(recruiter), 0)).boards).toMatchObject({
      lines: [{ id: offer.id, open: boardSize + 1, total: boardSize + 2 }],
      total: 1,
      page: 0,
    });
  });
});

describe('silence', () => {
  const ask = (now: Date) => inTx((tx) => promiseReminders(tx, now));
  test('the company is reminded at seven days, staff at fourteen, once each', async () => {
    const id = await applied();
    await ask(inTime(7 * day - hour));
    expect(await tasks('remind')).toHaveLength(0);
    for (const at of [7, 7.1, 13.9]) await ask(inTime(at * day));
    expect(await tasks('remind')).toHaveLength(1);
    expect(await tasks('staff')).toHaveLength(0);
    for (const at of [14, 14.1, 30]) await ask(inTime(at * day));
    expect((await tasks('staff')).map(({ payload }) => payload)).toMatchObject([{ offerId: offer.id, why: 'late', count: 1 }]);
    // An answer begins another silence.
    await moveOn(db, by(recruiter, { now: inTime(31 * day) }), id, 'interview');
    await ask(inTime(44 * day));
    expect(await tasks('remind')).toHaveLength(1);
    await ask(inTime(45 * day));
    expect(await tasks('remind')).toHaveLength(2);
  });

  test('not for what was answered in the thread, is over, or is hidden', async () => {
    const [written, over, frozen] = [await applied(), await applied(), await applied()];
    await recordWritten(db, { guildId, applicationId: written }, { first: inTime(hour), last: inTime(day) }, inTime(day));
    expect(await db.application.findUniqueOrThrow({ where: { id: written } })).toMatchObject({
      stage: 'seen',
      answeredAt: inTime(hour),
      lastWrittenAt: inTime(day),
    });
    await moveOn(db, by(recruiter), over, 'declined', 'place');
    const hidden = await anOffer(db, { companyId: company.id, state: 'hidden', hiddenAt: monday, reportedAt: monday });
    await db.application.update({ where: { id: frozen }, data: { offerId: hidden.id } });
    await ask(inTime(7 * day));
    expect(await tasks('remind')).toHaveLength(0);
    await ask(inTime(8 * day));
    expect(await tasks('remind')).toHaveLength(1);
  });

  test('one word of the company is one answer: the silence after it is a silence', async () => {
    const id = await applied();
    const marks = async () => {
      const { recruiterRemindedAt, staffRemindedAt } = await db.application.findUniqueOrThrow({ where: { id } });
      return [recruiterRemindedAt, staffRemindedAt].map((at) => at !== null);
    };
    const look = async (at: number, wrote: number) => {
      await ask(inTime(at * day));
      const written = { first: inTime(wrote * day), last: inTime(wrote * day) };
      await recordWritten(db, { guildId, applicationId: id }, written, inTime(at * day));
      return marks();
    };
    expect(await look(7, 3)).toEqual([false, false]);
    for (const at of [10, 11, 12]) expect(await look(at, 3)).toEqual([true, false]);
    expect(await look(17, 3)).toEqual([true, true]);
    expect(await tasks('remind')).toHaveLength(2);
    expect(await tasks('staff')).toHaveLength(1);
    // A new word begins another.
    expect(await look(18, 17.5)).toEqual([false, false]);
    expect(await look(25, 17.5)).toEqual([true, false]);
  });

  test('who waits for an offer that is hidden for two days is told so, once a pause', async () => {
    await applied();
    const pause = (at: number) => inTx((tx) => promisePauses(tx, inTime(at * day)));
    const told = async () => (await tasks('stage')).filter(({ payload }) => payload.what === 'paused').length;
    await db.offer.update({ where: { id: offer.id }, data: { state: 'hidden', hiddenAt: monday } });
    await pause(1.9);
    expect(await told()).toBe(0);
    for (const at of [2, 2.1, 30]) await pause(at);
    expect(await told()).toBe(1);
    await db.offer.update({ where: { id: offer.id }, data: { state: 'published', hiddenAt: null } });
    await pause(31);
    await db.offer.update({ where: { id: offer.id }, data: { state: 'hidden', hiddenAt: inTime(31 * day) } });
    await pause(33);
    expect(await told()).toBe(2);
    expect((await readMine(db, by(recruiter), 0)).boards.lines).toMatchObject([{ state: 'hidden' }]);
  });

  test('a closed offer asks for outcomes once, takes any at once, and leaves nobody without an answer', async () => {
    const [hired, declined, forgotten] = [await applied(), await applied(), await applied()];
    await db.offer.update({ where: { id: offer.id }, data: { state: 'closed', closedAt: monday, endedAs: 'filled' } });
    await askOutcome(db, { guildId, offerId: offer.id }, monday);
    await askOutcome(db, { guildId, offerId: offer.id }, inTime(hour));
    expect(await tasks('outcome')).toHaveLength(1);
    await moveOn(db, by(recruiter), hired, 'hired');
    await moveOn(db, by(recruiter), declined, 'declined', 'filled');
    expect((await tasks('stage')).filter(({ payload }) => payload.applicationId === hired)).toHaveLength(1);
    await inTx((tx) => settleClosed(tx, inTime(13 * day)));
    expect(await stageOf(forgotten)).toBe('sent');
    await inTx((tx) => settleClosed(tx, inTime(14 * day)));
    expect(await db.application.findUniqueOrThrow({ where: { id: forgotten } })).toMatchObject({
      stage: 'declined',
      reason: 'no_answer',
      answeredAt: null,
    });
    expect((await tasks('staff')).map(({ payload }) => payload)).toMatchObject([{ why: 'closed', count: 1 }]);
    await expect(undoRefusal(db, by(recruiter, { now: inTime(14 * day) }), forgotten)).rejects.toMatchObject({
      code: 'applications.undo',
    });
  });

  test('with nobody left to remind staff hear of it at once, and once', async () => {
    await applied();
    await ask(inTime(7 * day));
    await Promise.all(Array.from({ length: 5 }, () => tellStaffInstead(db, { guildId, offerId: offer.id }, inTime(7 * day))));
    await ask(inTime(14 * day));
    expect(await tasks('staff')).toHaveLength(1);
  });

  test('a closing that nobody told is found; an offer that is open again waits no more', async () => {
    const id = await applied();
    await db.offer.update({ where: { id: offer.id }, data: { state: 'closed', closedAt: monday, endedAs: 'expired' } });
    await inTx((tx) => settleClosed(tx, inTime(hour)));
    expect(await tasks('outcome')).toHaveLength(1);
    await db.offer.update({ where: { id: offer.id }, data: { state: 'published', closedAt: null, endedAs: null } });
    await inTx((tx) => settleClosed(tx, inTime(15 * day)));
    expect(await db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({ stage: 'sent', outcomeAskedAt: null });
  });

  test('the response time is a median over five at least', async () => {
    for (const hours of [1, 2, 30, 40])
      await moveOn(db, by(recruiter, { now: inTime(hours * hour) }), await applied(), 'interview');
    const silent = await applied();
    expect(await responsesOf(db, company.id, inTime(day))).toEqual({ hours: null, count: 4 });
    await moveOn(db, by(recruiter, { now: inTime(5 * hour) }), await applied(), 'declined', 'dates');
    // Who never answers is not fast: a week of silence counts with its length, and so does an answer that was ours to give.
    expect(await responsesOf(db, company.id, inTime(8 * day))).toEqual({ hours: 18, count: 6 });
    await db.application.update({
      where: { id: silent },
      data: { stage: 'declined', reason: 'no_answer', stageAt: inTime(2 * hour), closedAt: inTime(2 * hour) },
    });
    expect(await responsesOf(db, company.id, inTime(8 * day))).toEqual({ hours: 4, count: 6 });
    await db.application.delete({ where: { id: silent } });
    const found = await responsesOf(db, company.id, inTime(day));
    expect(found).toEqual({ hours: 5, count: 5 });
    await recordResponses(db, { guildId, companyId: company.id, ...found });
    expect(await db.company.findUniqueOrThrow({ where: { id: company.id } })).toMatchObject({
      responseHours: 5,
      responseCount: 5,
    });
  });
});

describe('what is kept', () => {
  const member = (userId: string, more: object = {}) =>
    db.member.create({ data: { guildId, userId, username: `u${userId}`, displayName: 'Léa', joinedAt: monday, ...more } });

  test('who leaves, or was seen to have left, is withdrawn with all they wrote', async () => {
    const [lea, tom] = [someone(), someone()];
    const [first, second] = [await applied(lea, { file: pdf }), await applied(tom)];
    await leave(db, { guildId, userId: lea }, inTime(day));
    await member(tom, { leftAt: inTime(day) });
    await inTx((tx) => endDeparted(tx, inTime(day)));
    for (const id of [first, second])
      expect(await db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({ stage: 'withdrawn', message: null });
    expect(await db.applicationFile.count({ where: { applicationId: first } })).toBe(0);
    expect(await tasks('withdrawn')).toHaveLength(2);
  });

  test('who leaves or is erased while the company answers is gone all the same', async () => {
    for (let round = 0; round < 10; round++) {
      const userId = someone();
      const id = await applied(userId);
      const goes =
        round % 2 === 0 ? leave(db, { guildId, userId }, monday) : inTx((tx) => eraseApplications(tx, guildId, userId, monday));
      const [gone] = await Promise.allSettled([goes, moveOn(db, by(recruiter), id, 'declined', 'dates')]);
      expect(codesOf([gone])).toEqual(['ok']);
      expect(await db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({ message: null });
    }
  });

  test('the message goes after six months, the row after two years, a file after a month', async () => {
    const [done, open] = [await applied(), await applied(someone(), { file: pdf })];
    await moveOn(db, by(recruiter), done, 'declined', 'dates');
    await inTx((tx) => forgetOld(tx, inTime(31 * day)));
    expect(await db.applicationFile.count({ where: { applicationId: open } })).toBe(0);
    expect((await tasks('stage')).filter(({ payload }) => payload.what === 'file_lost')).toMatchObject([
      { payload: { applicationId: open } },
    ]);
    await inTx((tx) => forgetOld(tx, inTime(181 * day)));
    expect(await db.application.findUniqueOrThrow({ where: { id: done } })).toMatchObject({
      message: null,
      purgedAt: inTime(181 * day),
    });
    expect((await db.application.findUniqueOrThrow({ where: { id: open } })).message).not.toBeNull();
    await inTx((tx) => forgetOld(tx, inTime(731 * day)));
    expect(await db.application.count({ where: { id: done } })).toBe(0);
  });

  test('export has it all, erasure leaves a count without a name', async () => {
    const userId = someone();
    const id = await applied(userId, { file: pdf });
    const exported = JSON.stringify(await exportApplications(db, guildId, userId));
    expect(exported).toContain(message);
    expect(exported).toContain(Buffer.from(pdf.bytes).toString('base64'));
    expect(exported).not.toContain(recruiter);
    await inTx((tx) => eraseApplications(tx, guildId, userId, inTime(day)));
    expect(await db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
      userId: null,
      message: null,
      stage: 'withdrawn',
    });
  });

  test('who had no thread gets one once the channel is bound', async () => {
    const id = await applied();
    await pool.query('DELETE FROM graphile_worker._private_jobs');
    await inTx((tx) => promiseRoomsOf(tx, guildId));
    expect((await tasks('room')).map(({ payload }) => payload)).toEqual([{ guildId, applicationId: id }]);
  });

  test('threads are looked after again, of what has ended too, whatever changes who may read them', async () => {
    const relayed = await anOffer(db, { authorId: recruiter });
    const [id, toRelayed, purged] = [await applied(), await applied(someone(), { to: relayed.id }), await applied()];
    await db.application.updateMany({ where: { id: { in: [id, toRelayed] } }, data: { roomChannelId: '1', begunAt: monday } });
    await moveOn(db, by(recruiter), id, 'declined', 'dates');
    await db.application.update({ where: { id: purged }, data: { message: null, purgedAt: monday } });
    const promised = async () => {
      await pool.query('DELETE FROM graphile_worker._private_jobs');
      await inTx(promiseSeats);
      return (await tasks('room')).map(({ payload }) => payload.applicationId);
    };
    await promised();
    expect(await promised()).toEqual([]);
    const changes: [() => Promise<unknown>, number[]][] = [
      [() => aRecruiter(db, company), [id]],
      [() => db.companyRecruiter.updateMany({ where: { userId: recruiter }, data: { leftAt: monday } }), [id]],
      [() => db.companyRecruiter.deleteMany({ where: { userId: recruiter } }), [id]],
      [() => db.company.update({ where: { id: company.id }, data: { state: 'suspended', reason: 'À vérifier.' } }), [id]],
      [() => db.company.update({ where: { id: company.id }, data: { about: 'Autre chose.' } }), []],
      [() => db.offer.update({ where: { id: relayed.id }, data: { authorId: null } }), [toRelayed]],
    ];
    for (const [change, those] of changes) {
      await change();
      expect(await promised()).toEqual(those);
    }
  });

  describe('recommendations', () => {
    const learner = async () => {
      const userId = someone();
      await member(userId, {
        kind: 'learner',
        firstName: 'Léa',
        lastName: 'Dubois',
        email: 'lea@example.org',
        identifiedAt: monday,
      });
      return userId;
    };
    const words = 'Une personne sérieuse, qui explique bien.';
    const praise = async (author: string, userId?: string) =>
      recommend(db, by(author), { offerId: offer.id, userId: userId ?? (await learner()), words });

    test('five wait at most, even of twenty at once; each person once; with consent alone the company reads it', async () => {
      const author = someone();
      const people = await Promise.all(Array.from({ length: 20 }, learner));
      const codes = codesOf(await Promise.allSettled(people.map((userId) => praise(author, userId))));
      expect(codes.filter((code) => code === 'ok')).toHaveLength(5);
      expect(new Set(codes)).toEqual(new Set(['ok', 'applications.many_recommendations']));

      const { id, userId } = await db.recommendation.findFirstOrThrow({ where: { authorId: author } });
      const applicationId = await applied(userId);
      expect((await readCard(db, by(recruiter), applicationId)).praise).toEqual([]);
      await expect(answerRecommendation(db, by(someone()), { id, agrees: true })).rejects.toMatchObject({
        code: 'applications.unknown_recommendation',
      });
      const answers = Array.from({ length: 10 }, (_, index) => answerRecommendation(db, by(userId), { id, agrees: index > 0 }));
      expect(codesOf(await Promise.allSettled(answers)).filter((code) => code === 'ok')).toHaveLength(1);
      await db.recommendation.update({ where: { id }, data: { state: 'accepted' } });
      expect((await readCard(db, by(recruiter), applicationId)).praise).toMatchObject([{ words }]);
      // The thread says so as well, although they had applied before; and who recommended is not told what they answered.
      await db.recommendation.update({ where: { id }, data: { state: 'asked', decidedAt: null } });
      await pool.query('DELETE FROM graphile_worker._private_jobs');
      await answerRecommendation(db, by(userId), { id, agrees: true });
      expect((await tasks('room')).map(({ payload }) => payload.applicationId)).toEqual([applicationId]);
      const { recommendationsByYou } = await exportApplications(db, guildId, author);
      expect(JSON.stringify(recommendationsByYou)).toContain(words);
      expect(JSON.stringify(recommendationsByYou)).not.toMatch(/accepted|asked|decidedAt/);
      await expect(praise(author, userId)).rejects.toMatchObject({ code: 'applications.recommended' });
    });

    test('a learner who is there, and not oneself', async () => {
      const author = someone();
      await expect(praise(author, author)).rejects.toMatchObject({ code: 'applications.yourself' });
      const gone = await learner();
      await db.member.updateMany({ where: { userId: gone }, data: { leftAt: monday } });
      for (const userId of [gone, someone()])
        await expect(praise(author, userId)).rejects.toMatchObject({ code: 'applications.not_learner' });
    });
  });
});
