import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeIn } from '../../../src/features/appeals/rules/limit.ts';
import { closeAppeal, findOwn, getOwn, sendAppeal, withdrawAppeal } from '../../../src/features/appeals/service/appeal.ts';
import { decideAppeal, getDecidable } from '../../../src/features/appeals/service/decide.ts';
import { eraseAppeals, exportAppeals, forgetAppeals } from '../../../src/features/appeals/service/privacy.ts';
import { countWaiting, findFile, findLate, readQueue, recordReminded } from '../../../src/features/appeals/service/review.ts';
import { receive } from '../../../src/features/appeals/service/typed.ts';
import { answerMessage, outcomeMessage, ownScreen } from '../../../src/features/appeals/views/appeal.ts';
import { appealCard, lateMessage } from '../../../src/features/appeals/views/review.ts';
import { answers } from '../../../src/features/appeals/wire.ts';
import { readSearch, searchCode } from '../../../src/features/moderation/rules/case.ts';
import { appealCode } from '../../../src/features/moderation/service/code.ts';
import { describeCase, getReadable, listCases, listOwnCases } from '../../../src/features/moderation/service/read.ts';
import { editCase, hideCase, unhideCase, voidCase } from '../../../src/features/moderation/service/void.ts';
import { caseScreen, casesScreen } from '../../../src/features/moderation/views/case.ts';
import { mineScreen } from '../../../src/features/moderation/views/mine.ts';
import { caseKindKeys } from '../../../src/kernel/moderation.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, hour } from '../../../src/kernel/time.ts';
import { freshDatabase, type TestDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCase, aRule, someEvidence, someone } from '../moderation/factory.ts';
import { limitsBroken } from '../settings/limits.ts';

let database: TestDatabase;
let db: TestDatabase['db'];
let guildId: string;
beforeAll(async () => {
  const { migrateQueue } = await import('../../../src/infra/tasks.ts');
  database = await freshDatabase();
  ({ db } = database);
  await migrateQueue(database.pool);
  return () => database.close();
});
beforeEach(() => {
  guildId = someone();
});

const now = new Date(monday.getTime() + hour);
const words = {
  text: 'Je n’ai pas écrit cela : quelqu’un utilisait mon ordinateur ce jour-là.',
  wish: 'lift',
  locale: 'fr',
} as const;
const answer = 'Vous avez raison, la décision est revue.';
const codeOf = async (doing: Promise<unknown>) => {
  const error = await doing.then(
    () => null,
    (refused: unknown) => refused,
  );
  return error instanceof UserError ? error.code : error;
};
const tally = (codes: readonly unknown[]) =>
  Object.fromEntries([...Map.groupBy(codes, String)].map(([code, all]) => [code, all.length]));
const admin = { userId: '1', isAdmin: true };
const moderator = { userId: '2', isAdmin: false };
const by = (actorId = someone()) => ({ guildId, actorId, now });

/** Somebody banned two hours ago for good, unless said otherwise. */
const banned = (overrides: Parameters<typeof aCase>[1] = {}) =>
  aCase(db, { guildId, kind: 'ban', toldAt: monday, toldVia: 'dm', ...overrides });
async function appealed(overrides: Parameters<typeof aCase>[1] = {}) {
  const made = await banned(overrides);
  const appeal = await sendAppeal(db, { guildId, caseId: made.id, userId: made.userId ?? '', now }, words);
  return { made, appeal };
}
const tasks = async (name: string) =>
  (await waitingTasks(database)).filter((task) => task.name === name && task.payload.guildId === guildId);

describe('an appeal', () => {
  test('is sent once by 50 presses, by its person alone, and withdrawn once', async () => {
    const made = await banned();
    const own = { guildId, caseId: made.id, userId: made.userId ?? '', now };
    expect(await codeOf(sendAppeal(db, { ...own, userId: someone() }, words))).toBe('appeals.not_yours');
    expect(await codeOf(sendAppeal(db, { ...own, guildId: someone() }, words))).toBe('appeals.not_yours');
    const codes = await Promise.all(Array.from({ length: 50 }, () => codeOf(sendAppeal(db, own, words))));
    expect(tally(codes)).toEqual({ null: 1, 'appeals.already': 49 });
    const { id: appealId, dueAt } = await db.appeal.findUniqueOrThrow({ where: { caseId: made.id } });
    expect(dueAt).toEqual(new Date(now.getTime() + 7 * day));
    expect(await tasks('appeals.card')).toHaveLength(1);
    expect(await codeOf(withdrawAppeal(db, { guildId, appealId, userId: someone() }))).toBe('appeals.nothing_to_withdraw');
    const withdrawn = await Promise.all(
      Array.from({ length: 10 }, () => codeOf(withdrawAppeal(db, { guildId, appealId, userId: made.userId ?? '' }))),
    );
    expect(tally(withdrawn)).toEqual({ null: 1, 'appeals.nothing_to_withdraw': 9 });
    expect(await codeOf(sendAppeal(db, own, words))).toBe('appeals.already');
  });

  test.each([
    ['a note', { kind: 'note' }, 'appeals.not_yours'],
    ['an end of a sanction', { kind: 'release' }, 'appeals.not_yours'],
    ['a void case', { voidedAt: monday, voidReason: 'Erreur' }, 'appeals.not_appealable'],
    ['a case that failed', { state: 'failed' }, 'appeals.not_appealable'],
    ['a warning of 61 days ago', { createdAt: new Date(now.getTime() - 61 * day) }, 'appeals.not_appealable'],
    ['a warning of 59 days ago', { createdAt: new Date(now.getTime() - 59 * day) }, null],
    ['a ban of 61 days ago', { kind: 'ban', createdAt: new Date(now.getTime() - 61 * day) }, null],
  ] as const)('against %s: %s', async (_what, overrides, code) => {
    const made = await aCase(db, { guildId, ...overrides });
    const own = { guildId, caseId: made.id, userId: made.userId ?? '' };
    expect(await codeOf(sendAppeal(db, { ...own, now }, words))).toBe(code);
    if (code) expect(await codeOf(getOwn(db, own, now))).toBe(code);
  });

  test('is decided once by 50 moderators, with all that follows', async () => {
    const { made, appeal } = await appealed({ points: 40 });
    const codes = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        codeOf(
          decideAppeal(db, by(), {
            appealId: appeal.id,
            answer,
            decision: at % 2 === 0 ? { outcome: 'accept' } : { outcome: 'uphold' },
          }),
        ),
      ),
    );
    expect(tally(codes)).toEqual({ null: 1, 'appeals.already_decided': 49 });
    const decided = await db.appeal.findUniqueOrThrow({ where: { id: appeal.id }, include: { case: true } });
    const isAccepted = decided.state === 'accepted';
    expect(decided.case.voidedAt !== null).toBe(isAccepted);
    expect(await db.moderationCase.count({ where: { releasesId: made.id } })).toBe(isAccepted ? 1 : 0);
    expect(await tasks('appeals.tell')).toHaveLength(1);
    expect(await db.auditEntry.count({ where: { guildId, action: { startsWith: 'appeals.' } } })).toBe(1);
  });

  test('is never decided by who took the decision, asked for it or is concerned: not by the service, not by SQL', async () => {
    const [authorId, behalfId] = [someone(), someone()];
    const { made, appeal } = await appealed({ authorId, behalfId });
    const decision = { appealId: appeal.id, answer, decision: { outcome: 'uphold' } as const };
    for (const actorId of [authorId, behalfId, made.userId ?? '']) {
      expect(await codeOf(decideAppeal(db, by(actorId), decision))).toBe('appeals.not_by_you');
      expect(await codeOf(getDecidable(db, by(actorId), appeal.id))).toBe('appeals.not_by_you');
      expect(await countWaiting(db, { guildId, userId: actorId }, now)).toBe(0);
      const forced = database.pool.query(`UPDATE appeal SET state = 'upheld', decided_at = $1, decided_by = $2 WHERE id = $3`, [
        now,
        actorId,
        appeal.id,
      ]);
      await expect(forced).rejects.toThrow('somebody else');
    }
    expect(await codeOf(decideAppeal(db, { ...by(), guildId: someone() }, decision))).toBe('appeals.unknown');
    const other = someone();
    expect(await countWaiting(db, { guildId, userId: other }, now)).toBe(1);
    expect((await readQueue(db, { guildId, userId: other, at: 9 }, now)).file?.appeal.id).toBe(appeal.id);
    expect(await codeOf(decideAppeal(db, by(other), decision))).toBe(null);
  });

  test('of a voted case is not decided by who proposed the vote or had its last word, nor in time by who voted for it', async () => {
    const [proposer, decider, yes, no] = [someone(), someone(), someone(), someone()];
    const userId = someone();
    const about = { guildId, userId, measure: 'ban', reason: 'Des faits.', createdAt: monday, closesAt: monday } as const;
    const vote = await db.moderationVote.create({
      data: {
        ...{ ...about, state: 'adopted', closedAt: monday, proposedBy: proposer, decidedBy: decider },
        ballots: {
          create: [
            { guildId, voterId: yes, choice: 'yes', at: monday },
            { guildId, voterId: no, choice: 'no', at: monday },
          ],
        },
      },
    });
    const { appeal } = await appealed({ userId, authorId: null, origin: 'vote', source: 'vote', sourceId: vote.id });
    const decision = { appealId: appeal.id, answer, decision: { outcome: 'uphold' } as const };
    const codes = [proposer, decider, yes].map((actorId) => codeOf(decideAppeal(db, by(actorId), decision)));
    expect(await Promise.all(codes)).toEqual(['appeals.not_by_you', 'appeals.not_by_you', 'appeals.not_by_voter']);
    const waiting = (who: string, at: Date) => countWaiting(db, { guildId, userId: who }, at);
    const counts = await Promise.all([proposer, decider, yes, no].map((who) => waiting(who, now)));
    expect(counts).toEqual([0, 0, 0, 1]);
    const forced = database.pool.query(`UPDATE appeal SET state = 'upheld', decided_at = $1, decided_by = $2 WHERE id = $3`, [
      now,
      proposer,
      appeal.id,
    ]);
    await expect(forced).rejects.toThrow('somebody else');
    // Once it is late, better those who voted than nobody.
    const late = new Date(now.getTime() + 8 * day);
    expect([await waiting(yes, late), await waiting(proposer, late)]).toEqual([1, 0]);
    expect(await codeOf(decideAppeal(db, { ...by(yes), now: late }, decision))).toBe(null);
  });

  test('of a case whose author erased their data is still not theirs to decide', async () => {
    const { openCase } = await import('../../../src/features/moderation/service/case.ts');
    const authorId = someone();
    const userId = someone();
    const made = await db.$transaction((tx) =>
      openCase(tx, { guildId, userId, kind: 'warning', origin: 'command', authorId, reason: 'Non.', now: monday }),
    );
    await db.moderationCase.update({ where: { id: made.id }, data: { authorId: null, state: 'done' } });
    const { id: appealId } = await sendAppeal(db, { guildId, caseId: made.id, userId, now }, words);
    const decision = { appealId, answer, decision: { outcome: 'uphold' } as const };
    expect(await codeOf(decideAppeal(db, by(authorId), decision))).toBe('appeals.not_by_you');
    expect(await codeOf(decideAppeal(db, by(), decision))).toBe(null);
  });

  test('makes a ban temporary, a timeout shorter, a warning lighter, and refuses what is not lighter', async () => {
    const ban = await appealed();
    const reduce = (appealId: number, reduction: { hours: number } | { severity: 'low' | 'medium' }) =>
      codeOf(decideAppeal(db, by(), { appealId, answer, decision: { outcome: 'reduce', reduction } }));
    expect(await reduce(ban.appeal.id, { hours: 168 })).toBe(null);
    expect(await db.moderationCase.findUniqueOrThrow({ where: { id: ban.made.id } })).toMatchObject({
      kind: 'tempban',
      endsAt: new Date(monday.getTime() + 7 * day),
      endedAt: null,
    });
    const timeout = await appealed({ kind: 'timeout', endsAt: new Date(monday.getTime() + 3 * day) });
    expect(await reduce(timeout.appeal.id, { hours: 96 })).toBe('moderation.not_shorter');
    expect(await reduce(timeout.appeal.id, { hours: 24 })).toBe(null);
    expect(await tasks('moderation.shorten')).toHaveLength(1);
    const brief = await appealed({
      kind: 'timeout',
      endsAt: new Date(monday.getTime() + 3 * day),
      createdAt: new Date(monday.getTime() - day),
    });
    expect(await reduce(brief.appeal.id, { hours: 1 })).toBe(null);
    expect((await db.moderationCase.findUniqueOrThrow({ where: { id: brief.made.id } })).endedAt).toEqual(now);
    const warning = await appealed({ kind: 'warning', severity: 'medium' });
    expect(await reduce(warning.appeal.id, { severity: 'medium' })).toBe('moderation.not_lower');
    expect(await reduce(warning.appeal.id, { severity: 'low' })).toBe(null);
    expect(await db.moderationCase.findUniqueOrThrow({ where: { id: warning.made.id } })).toMatchObject({ points: 20 });
    const lowest = await appealed({ kind: 'warning', severity: 'low' });
    expect(await reduce(lowest.appeal.id, { severity: 'low' })).toBe('appeals.nothing_to_reduce');
  });

  test('is closed with its case, unless that ended at its time', async () => {
    const voided = await appealed();
    await voidCase(db, { ...by(), caseId: voided.made.id }, 'Une erreur.', admin);
    expect(await tasks('appeals.case_closed')).toHaveLength(1);
    await closeAppeal(db, { guildId, caseId: voided.made.id });
    await closeAppeal(db, { guildId, caseId: voided.made.id });
    expect((await findOwn(db, { guildId, appealId: voided.appeal.id }))?.appeal.state).toBe('closed');
    const over = await appealed({ kind: 'timeout', endsAt: now, endedAt: now });
    await aCase(db, { guildId, kind: 'release', origin: 'time', releasesId: over.made.id });
    await closeAppeal(db, { guildId, caseId: over.made.id });
    expect((await findOwn(db, { guildId, appealId: over.appeal.id }))?.appeal.state).toBe('open');
    const lifted = await appealed({ kind: 'timeout', endsAt: new Date(now.getTime() + day), endedAt: now });
    await aCase(db, { guildId, kind: 'release', origin: 'command', releasesId: lifted.made.id });
    await closeAppeal(db, { guildId, caseId: lifted.made.id });
    expect((await findOwn(db, { guildId, appealId: lifted.appeal.id }))?.appeal.state).toBe('closed');
  });

  test('that waits for too long is named at its time, then once a day', async () => {
    await appealed();
    const at = (days: number) => new Date(now.getTime() + days * day);
    expect(await findLate(db, guildId, at(6.9), 10)).toBe(null);
    expect((await findLate(db, guildId, at(7), 10))?.total).toBe(1);
    await recordReminded(db, guildId, at(7));
    expect(await findLate(db, guildId, at(7.9), 10)).toBe(null);
    expect((await findLate(db, guildId, at(8), 10))?.total).toBe(1);
  });

  test('is exported to its person without who decided, and erased with them', async () => {
    const { made, appeal } = await appealed();
    const userId = made.userId ?? '';
    const decider = someone();
    await decideAppeal(db, by(decider), { appealId: appeal.id, answer, decision: { outcome: 'uphold' } });
    const exported = JSON.stringify(await exportAppeals(db, guildId, userId));
    expect(exported).toContain(words.text);
    expect(exported).not.toContain(decider);
    expect(exported).not.toContain(made.authorId ?? '-');
    const waiting = await appealed({ userId, kind: 'warning' });
    await db.$transaction((tx) => eraseAppeals(tx, guildId, userId));
    expect(await db.appeal.findUniqueOrThrow({ where: { id: appeal.id } })).toMatchObject({ userId: null, text: '', answer: '' });
    expect((await db.appeal.findUniqueOrThrow({ where: { id: waiting.appeal.id } })).state).toBe('closed');
    const cut = await appealed();
    await db.moderationCase.update({ where: { id: cut.made.id }, data: { userId: null } });
    await db.$transaction((tx) => forgetAppeals(tx, now));
    expect(await db.appeal.findUniqueOrThrow({ where: { id: cut.appeal.id } })).toMatchObject({
      userId: null,
      text: '',
      state: 'closed',
    });
  });
});

describe('a code typed to the bot', () => {
  let message = 0;
  const type = (userId: string, content: string, messageId = `${10n ** 17n + BigInt(++message)}`, at = now) =>
    receive(db, { userId, channelId: '100000000000000009', messageId, content, now: at });
  const said = async () =>
    (await waitingTasks(database)).filter(({ name }) => name === 'appeals.answer').map(({ payload }) => payload.answer);
  const codeFor = (made: { id: number; createdAt: Date }) => db.$transaction((tx) => appealCode(tx, made, monday));
  beforeEach(async () => {
    await database.pool.query('SELECT graphile_worker.complete_jobs(ARRAY(SELECT id FROM graphile_worker._private_jobs))');
  });

  test.each([
    ['ABCDE-FGHJK', 'ABCDE-FGHJK', ''],
    ['bonjour, abcde-fghjk merci', 'abcde-fghjk', 'bonjour,  merci'],
    [' abcdefghjk ', 'abcdefghjk', ''],
    ['ABCDE FGHJK', 'ABCDE FGHJK', ''],
    ['je parle de apartments ici', null, ''],
    ['maintenant', null, ''],
    ['XABCDE-FGHJK', null, ''],
  ])('%s', (content, code, rest) => expect(codeIn(content)).toEqual(code === null ? null : { code, rest }));

  test('opens the appeal once by 50 messages, and the next message is the appeal', async () => {
    const made = await banned();
    const userId = made.userId ?? '';
    const code = await codeFor(made);
    await Promise.all(Array.from({ length: 50 }, () => type(userId, code)));
    expect(await db.appeal.findMany({ where: { guildId } })).toMatchObject([{ state: 'draft', caseId: made.id }]);
    expect(await db.appealTry.count({ where: { userId } })).toBe(0);
    expect(await db.moderationCode.count({ where: { caseId: made.id, usedAt: { not: null } } })).toBe(1);
    await type(userId, 'Trop court.');
    await type(userId, words.text, '200000000000000001');
    await type(userId, words.text, '200000000000000001');
    expect(await db.appeal.findMany({ where: { guildId } })).toMatchObject([{ state: 'open', text: words.text }]);
    expect([...new Set(await said())]).toEqual(['write', 'short', 'sent']);
    await type(userId, code);
    expect((await said()).at(-1)).toBe('unknown');
  });

  test('may carry the appeal with it', async () => {
    const made = await banned();
    await type(made.userId ?? '', `${await codeFor(made)}\n${words.text}`);
    expect(await db.appeal.findMany({ where: { guildId } })).toMatchObject([{ state: 'open', text: words.text }]);
  });

  test('of another person, forged, expired or of a void case opens nothing, and guessing ends', async () => {
    const made = await banned();
    const code = await codeFor(made);
    const thief = someone();
    await type(thief, code);
    await type(made.userId ?? '', code, undefined, new Date(now.getTime() + 181 * day));
    expect(await said()).toEqual(['unknown', 'unknown']);
    const guesses = Array.from({ length: 12 }, (_, at) => `ABCDE-FGH${'23456789ABCD'[at]}K`);
    for (const guess of guesses) await type(thief, guess);
    expect((await said()).slice(2)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'tries']);
    await type(thief, code);
    expect(await db.appeal.count({ where: { guildId } })).toBe(0);
    await db.moderationCase.update({ where: { id: made.id }, data: { voidedAt: now, voidReason: 'Erreur.' } });
    await type(made.userId ?? '', code);
    expect((await said()).at(-1)).toBe('late');
    await type(someone(), 'Bonjour, comment allez-vous ?');
    expect(await db.appeal.count({ where: { guildId } })).toBe(0);
    await db.$transaction((tx) => forgetAppeals(tx, new Date(now.getTime() + 200 * day)));
    expect(await db.appealTry.count()).toBe(0);
  });
});

describe('cases that are read and changed', () => {
  test('one of 50 edits holds, its points count from the same start, and what was told is told again', async () => {
    const rule = await aRule(db, { guildId });
    const made = await aCase(db, { guildId, toldAt: monday, toldVia: 'dm' });
    const edit = { reason: 'Un autre motif.', rule: rule.number, severity: 'high' as const };
    const version = made.updatedAt.getTime();
    const codes = await Promise.all(
      Array.from({ length: 50 }, () => codeOf(editCase(db, { ...by(), caseId: made.id, version }, edit, moderator))),
    );
    expect(tally(codes)).toEqual({ null: 1, 'moderation.case_changed': 49 });
    const edited = await db.moderationCase.findUniqueOrThrow({ where: { id: made.id } });
    expect(edited).toMatchObject({ points: 80, ruleId: rule.id, pointsUntil: new Date(monday.getTime() + 30 * day) });
    expect(await tasks('moderation.changed')).toHaveLength(1);
    const again = { ...by(), caseId: made.id, version: edited.updatedAt.getTime() };
    expect(await codeOf(editCase(db, again, edit, moderator))).toBe('moderation.nothing_changed');
    expect(await codeOf(editCase(db, again, { ...edit, rule: 9 }, moderator))).toBe('moderation.unknown_rule');
    const entries = JSON.stringify(await db.auditEntry.findMany({ where: { guildId } }), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(entries).not.toContain('motif');
  });

  test('void by an admin alone, once, and what ran is lifted', async () => {
    const made = await banned({ points: 40 });
    const change = { ...by(), caseId: made.id };
    expect(await codeOf(voidCase(db, change, 'Une erreur.', moderator))).toBe('moderation.admins_void');
    expect(await codeOf(voidCase(db, { ...change, guildId: someone() }, 'Une erreur.', admin))).toBe('moderation.unknown_case');
    expect(await codeOf(voidCase(db, { ...change, actorId: made.userId ?? '' }, 'Une erreur.', admin))).toBe(
      'moderation.own_case',
    );
    const codes = await Promise.all(Array.from({ length: 20 }, () => codeOf(voidCase(db, change, 'Une erreur.', admin))));
    expect(tally(codes)).toEqual({ null: 1, 'moderation.case_voided': 19 });
    expect(await db.moderationCase.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({ points: 0, endedAt: now });
    const [release] = await db.moderationCase.findMany({ where: { releasesId: made.id } });
    expect(await codeOf(voidCase(db, { ...change, caseId: release?.id ?? 0 }, 'Une erreur.', admin))).toBe(
      'moderation.release_stays',
    );
  });

  test('are never deleted while the bot is on the server', async () => {
    const made = await aCase(db, { guildId });
    await db.guild.create({ data: { id: guildId, createdAt: monday } });
    await expect(db.moderationCase.delete({ where: { id: made.id } })).rejects.toThrow();
    await db.guild.update({ where: { id: guildId }, data: { leftAt: monday } });
    const { eraseLeftGuilds } = await import('../../../src/features/settings/service/presence.ts');
    await aRule(db, { guildId });
    await appealed({ kind: 'warning' });
    await db.$transaction((tx) => eraseLeftGuilds(tx, new Date(monday.getTime() + 31 * day)));
    expect(await db.moderationCase.count({ where: { guildId } })).toBe(0);
    expect(await db.appeal.count({ where: { guildId } })).toBe(0);
  });

  test('hidden from other moderators; found by person, author, kind, state and period', async () => {
    const userId = someone();
    const who = { guildId, userId };
    const none = { userId: null, authorId: null, kind: null, state: null, days: null, page: 0 };
    const warned = await aCase(db, who);
    const old = await aCase(db, { ...who, createdAt: new Date(monday.getTime() - 90 * day) });
    const gone = await aCase(db, { ...who, voidedAt: monday, voidReason: 'Erreur.' });
    const ban = await banned(who);
    const release = await aCase(db, { ...who, kind: 'release', points: 0, pointsUntil: null });
    const about = await aCase(db, { guildId, userId: moderator.userId });
    const numbers = async (search: Partial<typeof none> | object, reader = moderator) =>
      (await listCases(db, guildId, { ...none, ...search }, reader, now)).cases.map(({ id }) => id).sort((a, b) => a - b);
    expect(await numbers({})).toEqual([warned.id, old.id, gone.id, ban.id]);
    expect(await numbers({ kind: 'release' })).toEqual([release.id]);
    expect(await numbers({ state: 'live' })).toEqual([warned.id, ban.id]);
    expect(await numbers({ state: 'over' })).toEqual([old.id]);
    expect(await numbers({ state: 'voided' })).toEqual([gone.id]);
    expect(await numbers({ days: 30, kind: 'warning' })).toEqual([warned.id, gone.id]);
    expect(await numbers({ authorId: ban.authorId })).toEqual([ban.id]);
    expect(await numbers({}, admin)).toContain(about.id);

    const search = { ...none, ...who, kind: 'tempban', state: 'hidden', days: 365, authorId: someone() } as const;
    expect({ ...readSearch(searchCode(search)), page: 0, guildId }).toEqual(search);
    expect(readSearch('1')).toEqual({ userId: null, authorId: null, kind: null, state: null, days: null });
    const change = { ...by(), caseId: warned.id };
    const hides = await Promise.all(Array.from({ length: 10 }, () => codeOf(hideCase(db, change, 'Affaire sensible.', admin))));
    expect(tally(hides)).toEqual({ null: 1, 'moderation.already_hidden': 9 });
    expect(await numbers({})).not.toContain(warned.id);
    expect(await numbers({ state: 'hidden' }, admin)).toEqual([warned.id]);
    expect(await codeOf(getReadable(db, { guildId, caseId: warned.id }, moderator))).toBe('moderation.case_hidden');
    expect(await codeOf(unhideCase(db, change, moderator))).toBe('moderation.case_hidden');
    const own = JSON.stringify(await listOwnCases(db, { ...who, page: 0 }, now));
    expect(own).toContain(`"id":${ban.id}`);
    expect(own).not.toContain('sensible');
    for (const person of [ban.authorId, warned.authorId]) expect(own).not.toContain(person);
    await unhideCase(db, change, admin);
    expect(await numbers({})).toContain(warned.id);
  });
});

describe.each(['fr', 'en'] as const)('messages keep Discord’s limits with the longest texts, in %s', (locale) => {
  test('cards, lists, own cases, appeals', async () => {
    const long = { reason: '*'.repeat(1_000), voidReason: '_'.repeat(500), hideReason: '`'.repeat(500) };
    const rule = await aRule(db, { guildId, title: '*'.repeat(80), titleEn: '_'.repeat(80) });
    const userId = someone();
    const evidence = await someEvidence(db, { guildId, userId, content: '|'.repeat(4_000) });
    const there = {
      guildId,
      userId,
      ruleId: rule.id,
      evidenceId: evidence.id,
      behalfId: someone(),
      ...long,
      hiddenAt: monday,
      hiddenBy: someone(),
    };
    for (const kind of caseKindKeys) {
      const timed = kind === 'timeout' || kind === 'tempban' ? { endsAt: new Date(now.getTime() + day) } : {};
      const made = await aCase(db, {
        ...there,
        kind,
        ...timed,
        ...(kind === 'ban' && { voidedAt: monday, voidedBy: someone() }),
      });
      const entry = {
        action: 'moderation.edit',
        subject: `case:${made.id}`,
        actorRef: crypto.randomUUID(),
        guildId,
        at: now,
        after: { changed: ['reason', 'rule', 'severity'] },
      };
      await db.auditEntry.createMany({ data: Array.from({ length: 9 }, () => entry) });
      const file = await describeCase(db, made);
      expect(file.history).toHaveLength(6);
      expect(limitsBroken(caseScreen(file, { isAdmin: true, now, locale }, { fr: 'x'.repeat(150), en: 'x' }))).toEqual([]);
    }
    const list = await listCases(
      db,
      guildId,
      { userId, authorId: null, kind: null, state: null, days: 365, page: 0 },
      admin,
      now,
    );
    expect(limitsBroken(casesScreen(list, { isAdmin: true, now, locale }))).toEqual([]);
    for (let at = 0; at < 8; at++) await aCase(db, { ...there });
    expect(
      limitsBroken(casesScreen(await listCases(db, guildId, list.search, admin, now), { isAdmin: true, now, locale })),
    ).toEqual([]);
    expect(limitsBroken(mineScreen(await listOwnCases(db, { guildId, userId, page: 1 }, now), now, locale))).toEqual([]);

    const { made, appeal } = await appealed({ userId: someone(), ruleId: rule.id, reason: long.reason, behalfId: someone() });
    await db.appeal.update({
      where: { id: appeal.id },
      data: {
        text: '*'.repeat(1_500),
        answer: '_'.repeat(600),
        state: 'upheld',
        decidedAt: now,
        decidedBy: someone(),
        toldVia: 'none',
      },
    });
    for (let at = 0; at < 6; at++) await aCase(db, { guildId, userId: made.userId });
    const file = await findFile(db, { guildId, appealId: appeal.id }, now);
    const own = await findOwn(db, { guildId, appealId: appeal.id });
    if (!file || !own) throw new Error('no appeal');
    const [embed] = appealCard(file, true, locale).embeds ?? [];
    const size =
      (embed?.title?.length ?? 0) +
      (embed?.description?.length ?? 0) +
      (embed?.fields ?? []).reduce((sum, { name, value }) => sum + name.length + value.length, 0);
    expect(size).toBeLessThanOrEqual(6_000);
    for (const field of embed?.fields ?? []) expect(field.value.length).toBeGreaterThan(0);
    expect(limitsBroken(ownScreen(own, now, locale))).toEqual([]);
    for (const state of ['accepted', 'reduced', 'upheld', 'closed'] as const)
      expect(limitsBroken(outcomeMessage({ ...own, appeal: { ...own.appeal, state } }, 'S'.repeat(100), now, locale))).toEqual(
        [],
      );
    for (const said of answers) {
      expect(limitsBroken(answerMessage(said, { caseId: null, locale: null }))).toEqual([]);
      expect(limitsBroken(answerMessage(said, { guildId, caseId: 1, locale }))).toEqual([]);
    }
    const late = Array.from({ length: 10 }, () => ({
      appeal: { ...file.appeal, cardChannelId: someone(), cardMessageId: someone() },
      made,
    }));
    expect(lateMessage({ late, total: 40 }, made.authorId, locale).embeds?.[0]?.description?.length).toBeLessThanOrEqual(4_096);
  });
});
