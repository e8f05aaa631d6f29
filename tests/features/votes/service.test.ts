import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Prisma } from '../../../prisma/client/client.ts';
import { features } from '../../../src/app.ts';
import { recordFailed } from '../../../src/features/moderation/service/act.ts';
import { openCase } from '../../../src/features/moderation/service/case.ts';
import { eraseCases, exportCases } from '../../../src/features/moderation/service/privacy.ts';
import { erasePerson, exportTraces } from '../../../src/features/privacy/service.ts';
import { dismissSubject } from '../../../src/features/reports/service/close.ts';
import { closeOf, lengthOf, verdictOf } from '../../../src/features/votes/rules/vote.ts';
import { openVote, readVote } from '../../../src/features/votes/service/card.ts';
import { eraseVotes, exportVotes, forgetVotes } from '../../../src/features/votes/service/retention.ts';
import {
  closeVote,
  confirmVote,
  declineVote,
  expediteVote,
  promiseClosed,
  readDue,
  recordActed,
  withdrawVote,
} from '../../../src/features/votes/service/settle.ts';
import { castBallot, countWaiting, listVotes, type Proposal, proposeVote } from '../../../src/features/votes/service/vote.ts';
import { askMessage, sealedVote, voteCard, votesScreen } from '../../../src/features/votes/views/vote.ts';
import { longestTimeoutSeconds } from '../../../src/kernel/moderation.ts';
import type { Standing } from '../../../src/kernel/standing.ts';
import { UserError } from '../../../src/kernel/text.ts';
import { day, hour, minute } from '../../../src/kernel/time.ts';
import { freshDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCase, aRule, factoryGuild as guildId, someEvidence, someone } from '../moderation/factory.ts';
import { aReport } from '../reports/factory.ts';

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

/** Of somebody of the team to a member, unless said otherwise. */
const standingOf = (actorId: string, targetId: string, target: Partial<Standing['target']> = {}, isAdmin = false): Standing => ({
  actor: { id: actorId, isOwner: false, isAdmin, position: 5 },
  target: {
    ...{ id: targetId, isBot: false, isOwner: false, isPresent: true, isAdministrator: false, isTeam: false, position: 1 },
    ...target,
  },
  bot: { position: 9, permissions: 8n },
});
type Wanted = Partial<Omit<Proposal, 'standing'>> & { userId?: string; target?: Partial<Standing['target']>; isAdmin?: boolean };
const propose = ({ userId = someone(), target = {}, isAdmin = false, ...overrides }: Wanted = {}, who = by()) =>
  proposeVote(db, who, {
    ...{ measure: 'warning', seconds: null, severity: 'medium', ruleNumber: null },
    ...{ reason: 'Plusieurs rappels sans effet.', evidenceId: null, source: null },
    ...overrides,
    standing: standingOf(who.actorId, userId, target, isAdmin),
  });
/** An admin who decides on a vote. */
const boss = (userId: string, now = monday, actorId = someone()) => ({
  ...by(actorId, now),
  standing: standingOf(actorId, userId, {}, true),
});
const ballots = async (voteId: number, choices: readonly ('yes' | 'no' | 'abstain')[], now = monday) => {
  for (const choice of choices) await castBallot(db, by(someone(), now), { voteId, choice });
};
const voteOf = (id: number) => db.moderationVote.findUniqueOrThrow({ where: { id } });
const close = (voteId: number, now: Date) => closeVote(db, { guildId, voteId, now });

beforeEach(async () => {
  await database.pool.query(
    'TRUNCATE guild, moderation_vote, moderation_case, moderation_evidence, moderation_setting, server_rule, report_subject, report_reporter CASCADE',
  );
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
});

test.each([
  [{ yes: 2, no: 0, abstain: 0 }, 'lacking'],
  [{ yes: 1, no: 0, abstain: 2 }, 'adopted'],
  [{ yes: 2, no: 2, abstain: 0 }, 'tied'],
  [{ yes: 0, no: 0, abstain: 3 }, 'tied'],
  [{ yes: 1, no: 2, abstain: 0 }, 'rejected'],
  [{ yes: 3, no: 2, abstain: 4 }, 'adopted'],
] as const)('%o is %s', (counts, verdict) => expect(verdictOf(counts)).toBe(verdict));

test('what people type for a duration, within Discord’s bounds', () => {
  expect(lengthOf('warning', '')).toBeNull();
  expect(['30 min', '12h', '7 jours', '2 weeks', '1 mois'].map((typed) => lengthOf('tempban', typed))).toEqual([
    ...[undefined, 43_200, 604_800, 1_209_600, 2_592_000],
  ]);
  expect(lengthOf('timeout', '28 jours')).toBe(longestTimeoutSeconds);
  for (const wrong of ['', '0 h', '29 jours', 'demain', '12', '-1 h', '99999 h'])
    expect(lengthOf('timeout', wrong)).toBeUndefined();
  expect(closeOf({ createdAt: monday, ballots: 2, now: monday })).toEqual(later(28 * hour));
  expect(closeOf({ createdAt: monday, ballots: 9, now: later(hour) })).toEqual(later(hour));
});

describe('a proposal', () => {
  test('50 at once about one person: one vote', async () => {
    const userId = someone();
    const all = await Promise.all(many(50, () => refused(propose({ userId }))));
    expect(all.filter((one) => one === 'done')).toHaveLength(1);
    expect(all.filter((one) => one === 'votes.already_open')).toHaveLength(49);
    expect(await tasks('votes.card')).toHaveLength(1);
  });

  test('is refused about oneself, a bot, a rule that is none, and with what belongs to somebody or somewhere else', async () => {
    const who = by();
    const evidence = await someEvidence(db, { userId: someone() });
    const elsewhere = await aReport(db, { guildId: someone(), userId: someone(), now: monday, reporterId: someone() });
    const codes = [
      await refused(propose({ userId: who.actorId }, who)),
      await refused(propose({ target: { isBot: true } })),
      await refused(propose({ ruleNumber: 9 })),
      await refused(propose({ evidenceId: evidence.id })),
      await refused(propose({ source: { kind: 'report', id: elsewhere.subject.id }, userId: elsewhere.subject.userId })),
    ];
    expect(codes).toEqual(['moderation.self', 'moderation.bot', 'votes.rule', 'votes.source', 'votes.source']);
    // Neither the hit nor the account of another server or person, whatever the custom id says; nor what moderators leave to admins.
    for (const kind of ['hit', 'account', 'vote'] as const)
      expect(await refused(propose({ source: { kind, id: 1 } }))).toBe('votes.source');
    for (const target of [{ isTeam: true }, { isOwner: true }, { position: 5 }])
      expect(await refused(propose({ target }))).toMatch(/^moderation\.(team|owner|above)$/);
    expect(await refused(propose({ target: { isTeam: true }, isAdmin: true }))).toBe('done');
    const rule = await aRule(db);
    expect(await propose({ evidenceId: evidence.id, userId: evidence.userId, ruleNumber: 1 })).toMatchObject({ ruleId: rule.id });
  });
});

test('what is dismissed at the very moment when it goes to a vote is one or the other', async () => {
  await Promise.all(
    many(12, async () => {
      const userId = someone();
      const { subject } = await aReport(db, { guildId, userId, now: monday, reporterId: someone() });
      const done = await Promise.all([
        refused(propose({ userId, source: { kind: 'report', id: subject.id } })),
        refused(dismissSubject(db, by(), { subjectId: subject.id, reason: 'Rien.', isAbusive: false })),
      ]);
      expect(done.filter((one) => one === 'done')).toHaveLength(1);
      expect(done.find((one) => one !== 'done')).toMatch(/^(votes.source|reports.voting)$/);
    }),
  );
});

describe('the ballots', () => {
  test('one a person, changed until the end, each four hours sooner; 50 clicks of one person are one', async () => {
    const { id: voteId } = await propose();
    const who = by();
    await Promise.all(many(50, (index) => castBallot(db, who, { voteId, choice: index % 2 ? 'yes' : 'no' })));
    expect(await db.moderationBallot.count()).toBe(1);
    expect((await voteOf(voteId)).closesAt).toEqual(later(32 * hour));
    await castBallot(db, who, { voteId, choice: 'abstain' });
    expect(await db.moderationBallot.findFirstOrThrow()).toMatchObject({ choice: 'abstain' });
    expect((await voteOf(voteId)).closesAt).toEqual(later(32 * hour));
  });

  test('50 people at once: the ninth ends it, with one case, and the others come too late', async () => {
    const { id: voteId, userId } = await propose();
    const all = await Promise.all(many(50, () => refused(castBallot(db, by(), { voteId, choice: 'yes' }))));
    expect(all.filter((one) => one === 'done')).toHaveLength(9);
    expect(all.filter((one) => one === 'votes.over')).toHaveLength(41);
    expect(await tasks('votes.close')).toEqual([{ guildId, voteId }]);
    await Promise.all(many(5, () => close(voteId, monday)));
    const [opened, ...others] = await db.moderationCase.findMany();
    expect(others).toEqual([]);
    expect(opened).toMatchObject({ userId, origin: 'vote', authorId: null, source: 'vote', sourceId: voteId, points: 40 });
    expect(await voteOf(voteId)).toMatchObject({ state: 'adopted', caseId: opened?.id });
  });

  test('not of the person concerned, nor from another server, nor after the end', async () => {
    const { id: voteId, userId } = await propose();
    const ballot = { voteId, choice: 'no' } as const;
    expect(await refused(castBallot(db, by(userId), ballot))).toBe('votes.concerned');
    expect(await refused(castBallot(db, { ...by(), guildId: someone() }, ballot))).toBe('votes.unknown');
    expect(await refused(castBallot(db, by(someone(), later(36 * hour)), ballot))).toBe('votes.over');
    const own = boss(userId, monday, userId);
    for (const act of [() => openVote(db, own, voteId), () => expediteVote(db, own, { voteId, reason: 'Moi' })])
      expect(await refused(act())).toBe('votes.concerned');
    expect(await countWaiting(db, by(userId))).toEqual({ ballots: 0, confirmations: 0 });
    expect(await countWaiting(db, by())).toEqual({ ballots: 1, confirmations: 0 });
    expect((await listVotes(db, by(userId), { page: 0, size: 5 })).total).toBe(0);
  });
});

describe('the end', () => {
  test.each([
    [['yes', 'yes', 'no'], 'adopted', 1],
    [['yes', 'no', 'abstain'], 'tied', 0],
    [['no', 'no', 'yes'], 'rejected', 0],
    [['yes', 'yes'], 'lacking', 0],
  ] as const)('%o at its time: %s, %i case, however many processes look', async (choices, state, cases) => {
    const { id: voteId } = await propose();
    await ballots(voteId, choices);
    const due = later((36 - 4 * choices.length) * hour);
    await close(voteId, new Date(due.getTime() - 1));
    expect((await voteOf(voteId)).state).toBe('open');
    await db.$transaction((tx) => promiseClosed(tx, new Date(due.getTime() - 1)));
    expect(await tasks('votes.close')).toEqual([]);
    await db.guild.update({ where: { id: guildId }, data: { leftAt: monday } });
    await db.$transaction((tx) => promiseClosed(tx, due));
    expect(await tasks('votes.close')).toEqual([]);
    await db.guild.update({ where: { id: guildId }, data: { leftAt: null } });
    await db.$transaction((tx) => promiseClosed(tx, due));
    expect(await tasks('votes.close')).toEqual([{ guildId, voteId }]);
    await Promise.all(many(20, () => close(voteId, due)));
    expect((await voteOf(voteId)).state).toBe(state);
    expect(await db.moderationCase.count()).toBe(cases);
  });

  test('what was reported is told of a decision, and goes on waiting when there was none', async () => {
    const told = async (choices: readonly ('yes' | 'no')[]) => {
      const userId = someone();
      const { subject } = await aReport(db, { guildId, userId, now: monday, reporterId: someone() });
      const { id: voteId } = await propose({ userId, source: { kind: 'report', id: subject.id } });
      await ballots(voteId, choices);
      await close(voteId, later(36 * hour));
      return (await tasks('reports.acted')).filter(({ reportId }) => reportId === subject.id);
    };
    expect(await told(['yes', 'yes', 'yes'])).toMatchObject([{ caseId: expect.any(Number) }]);
    expect(await told(['no', 'no', 'no'])).toMatchObject([{ caseId: null }]);
    expect(await told(['yes'])).toEqual([]);
  });

  test('whoever is banned already is not sanctioned again; a timeout that runs is no second one', async () => {
    const run = async (past: Prisma.ModerationCaseUncheckedCreateInput['kind'], overrides: Partial<Proposal>) => {
      const userId = someone();
      const endsAt = past === 'timeout' ? later(day) : null;
      await aCase(db, { userId, kind: past, endsAt });
      const { id: voteId } = await propose({ ...overrides, userId });
      await ballots(voteId, ['yes', 'yes', 'yes']);
      await close(voteId, later(day));
      return voteOf(voteId);
    };
    const timeout = { measure: 'timeout', seconds: 3_600 } as const;
    expect(await run('timeout', timeout)).toMatchObject({ state: 'adopted', caseId: null });
    expect(await run('ban', { measure: 'kick' })).toMatchObject({ state: 'adopted', caseId: null });
    expect((await run('timeout', { measure: 'kick' })).caseId).not.toBeNull();
    expect((await run('ban', { measure: 'warning' })).caseId).not.toBeNull();
  });

  test('an admin concludes it from the quorum on, with a reason, once', async () => {
    const { id: voteId, userId } = await propose();
    await ballots(voteId, ['yes', 'yes']);
    const admin = boss(userId);
    const how = { voteId, reason: 'Urgent.' };
    expect(await refused(expediteVote(db, admin, how))).toBe('votes.quorum');
    await ballots(voteId, ['yes']);
    const above = { ...admin, standing: standingOf(admin.actorId, userId, { position: 5 }, true) };
    expect(await refused(expediteVote(db, above, how))).toBe('moderation.above');
    const all = await Promise.all(many(30, () => refused(expediteVote(db, admin, how))));
    expect(all.filter((one) => one === 'done')).toHaveLength(1);
    await close(voteId, monday);
    expect(await db.moderationCase.count()).toBe(1);
    expect(await voteOf(voteId)).toMatchObject({ state: 'adopted', decidedBy: admin.actorId, decidedReason: 'Urgent.' });
  });

  test('whoever moderates no more has no voice; about somebody who joined the team an admin has the last word', async () => {
    const { id: first } = await propose();
    await ballots(first, ['yes', 'yes', 'no', 'no']);
    const gone = await db.moderationBallot.findMany({ where: { voteId: first, choice: 'no' } });
    const who = await readDue(db, { guildId, voteId: first, now: later(day) });
    expect(who?.voterIds).toHaveLength(4);
    await closeVote(db, { guildId, voteId: first, now: later(day), goneIds: gone.map(({ voterId }) => voterId ?? '') });
    // Two are left, fewer than the quorum.
    expect((await voteOf(first)).state).toBe('lacking');
    const { id: voteId, userId } = await propose({ measure: 'timeout', seconds: 3_600 });
    await ballots(voteId, ['yes', 'yes', 'yes']);
    await closeVote(db, { guildId, voteId, now: later(day), isForAdmins: true });
    expect([(await voteOf(voteId)).state, await db.moderationCase.count()]).toEqual(['confirming', 0]);
    await confirmVote(db, boss(userId, later(day)), voteId);
    expect(await db.moderationCase.findMany()).toMatchObject([{ kind: 'timeout', userId }]);
  });

  test('what became of the case of a vote is told to the report that asked for it', async () => {
    const userId = someone();
    const { subject } = await aReport(db, { guildId, userId, now: monday, reporterId: someone() });
    const { id: voteId } = await propose({ userId, measure: 'kick', source: { kind: 'report', id: subject.id } });
    await ballots(voteId, ['yes', 'yes', 'yes']);
    await close(voteId, later(day));
    const { caseId } = await voteOf(voteId);
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    const made = await db.moderationCase.findUniqueOrThrow({ where: { id: caseId ?? 0 } });
    await recordFailed(db, made, { why: 'forbidden', locale: 'fr', now: later(day) });
    expect(await tasks('votes.acted')).toEqual([{ guildId, voteId, caseId }]);
    await recordActed(db, { guildId, voteId, caseId });
    expect(await tasks('reports.acted')).toEqual([{ guildId, reportId: subject.id, caseId }]);
  });

  test('it is withdrawn by whoever proposed it or an admin, and by nobody else', async () => {
    const proposer = by();
    const { id: voteId } = await propose({}, proposer);
    const how = { voteId, reason: 'Réglé autrement.' };
    expect(await refused(withdrawVote(db, { ...by(), isAdmin: false }, how))).toBe('votes.not_yours');
    expect(await refused(withdrawVote(db, { ...proposer, isAdmin: false }, how))).toBe('done');
    expect(await refused(withdrawVote(db, { ...by(), isAdmin: true }, how))).toBe('votes.over');
    await close(voteId, later(40 * hour));
    expect((await voteOf(voteId)).state).toBe('withdrawn');
  });

  test('a permanent ban waits for an admin: confirmed once, declined, or lapsed after a week', async () => {
    const adopted = async () => {
      const { id: voteId } = await propose({ measure: 'ban', severity: 'high' });
      await ballots(voteId, ['yes', 'yes', 'yes']);
      await close(voteId, later(day));
      expect((await voteOf(voteId)).state).toBe('confirming');
      return voteId;
    };
    const first = await adopted();
    expect(await tasks('votes.ask')).toEqual([{ guildId, voteId: first }]);
    expect(await db.moderationCase.count()).toBe(0);
    const { userId } = await voteOf(first);
    expect(await refused(confirmVote(db, boss(userId, monday, userId), first))).toBe('votes.concerned');
    expect(await refused(propose({ userId }))).toBe('votes.already_open');
    const all = await Promise.all(many(30, () => refused(confirmVote(db, boss(userId, later(2 * day)), first))));
    expect(all.filter((one) => one === 'done')).toHaveLength(1);
    expect(await db.moderationCase.findMany()).toMatchObject([{ kind: 'ban', origin: 'vote', authorId: null }]);
    const second = await adopted();
    const { userId: other } = await voteOf(second);
    await declineVote(db, by(), { voteId: second, reason: 'Disproportionné.' });
    expect(await refused(confirmVote(db, boss(other), second))).toBe('votes.over');
    const third = await adopted();
    await close(third, later(day + 7 * day - minute));
    expect((await voteOf(third)).state).toBe('confirming');
    await close(third, later(day + 7 * day));
    expect([(await voteOf(second)).state, (await voteOf(third)).state]).toEqual(['declined', 'lapsed']);
    expect(await db.moderationCase.count()).toBe(1);
  });
});

test('an erased voter leaves the count, an erased person leaves nothing, and old votes go', async () => {
  const voter = by();
  const { id: voteId, userId } = await propose({}, voter);
  await castBallot(db, voter, { voteId, choice: 'yes' });
  await ballots(voteId, ['yes', 'yes']);
  await close(voteId, later(day));
  expect(await exportVotes(db, guildId, voter.actorId)).toMatchObject({
    ballots: [{ choice: 'yes' }],
    proposed: [{ state: 'adopted' }],
  });
  expect(JSON.stringify(await exportVotes(db, guildId, userId))).not.toContain(voter.actorId);
  await db.$transaction((tx) => eraseVotes(tx, guildId, voter.actorId, monday));
  expect((await readVote(db, { guildId, voteId }, monday))?.counts).toEqual({ yes: 3, no: 0, abstain: 0 });
  await db.$transaction((tx) => eraseVotes(tx, guildId, userId, monday));
  expect(await db.moderationBallot.count()).toBe(0);
  const { id: old } = await propose();
  await close(old, later(36 * hour));
  await db.$transaction((tx) => forgetVotes(tx, later(366 * day)));
  expect(await db.moderationVote.count()).toBe(1);
  await db.$transaction((tx) => forgetVotes(tx, later(367 * day)));
  expect(await db.moderationVote.count()).toBe(0);
});

test('a vote under way outlasts the erasure of its subject, who learns nothing of it; the ballot of an erased voter goes', async () => {
  const voter = by();
  const userId = someone();
  const { id: evidenceId } = await someEvidence(db, { userId });
  const { id: voteId } = await propose({ userId, evidenceId, measure: 'ban' });
  const note = {
    guildId,
    userId,
    kind: 'note',
    origin: 'command',
    authorId: someone(),
    reason: 'À suivre.',
    now: monday,
  } as const;
  await db.$transaction((tx) => openCase(tx, note));
  await castBallot(db, voter, { voteId, choice: 'yes' });
  const told = [
    await exportVotes(db, guildId, userId),
    await exportCases(db, guildId, userId),
    await exportTraces(db, guildId, userId),
  ];
  expect(told).toMatchObject([{ about: [] }, { evidence: [] }, { log: [] }]);
  for (const who of [userId, voter.actorId]) {
    await db.$transaction(async (tx) => {
      await eraseVotes(tx, guildId, who, monday);
      await eraseCases(tx, guildId, who, monday);
    });
  }
  expect(await voteOf(voteId)).toMatchObject({ state: 'open', erasureAskedAt: monday, closesAt: later(36 * hour) });
  expect([await db.moderationBallot.count(), await db.moderationEvidence.count()]).toEqual([0, 1]);
  await close(voteId, later(36 * hour));
  const forgotten = async (age: number) => {
    await db.$transaction((tx) => forgetVotes(tx, later(age)));
    return [await db.moderationVote.count(), await db.moderationEvidence.count()];
  };
  expect(await forgotten(60 * hour - 1)).toEqual([1, 1]);
  expect(await forgotten(60 * hour)).toEqual([0, 0]);
});

test('an erasure and the end of a vote at once: both are done, whoever comes first', async () => {
  const pairs = await Promise.all(
    many(12, async () => {
      const { id, userId } = await propose();
      await ballots(id, ['yes', 'yes', 'yes']);
      return { id, userId };
    }),
  );
  const erase = features.filter(({ name }) => ['moderation', 'votes', 'reports', 'appeals'].includes(name));
  const done = await Promise.all(
    pairs.flatMap(({ id, userId }) => [
      refused(close(id, later(day))),
      refused(erasePerson(db, erase, { guildId, userId, now: monday })),
    ]),
  );
  expect(new Set(done)).toEqual(new Set(['done']));
});

test('nobody knows who leads before the end, and every view keeps Discord’s limits', async () => {
  const long = '*_`~'.repeat(1_000);
  const userId = someone();
  await db.member.create({ data: { guildId, userId, username: 'x', displayName: long.slice(0, 200), joinedAt: monday } });
  const evidence = await someEvidence(db, { userId, content: long });
  await aRule(db, { title: long.slice(0, 80) });
  const about = { userId, evidenceId: evidence.id, ruleNumber: 1, measure: 'ban', reason: long.slice(0, 500) } as const;
  const { id: voteId } = await propose(about);
  await ballots(voteId, ['yes', 'yes', 'no']);
  const shown = async () => {
    const card = await openVote(db, by(), voteId);
    const roles = many(250, someone);
    const screen = await listVotes(db, by(), { page: 0, size: 5 });
    return (['fr', 'en'] as const).map((locale) => {
      const message = voteCard(card, locale, roles);
      for (const field of message.embeds?.[0]?.fields ?? []) expect(field.value.length).toBeLessThanOrEqual(1_024);
      expect(message.content?.length ?? 0).toBeLessThanOrEqual(2_000);
      expect(askMessage(card, locale, { callRoles: roles, isSealed: false }).content?.length ?? 0).toBeLessThanOrEqual(2_000);
      expect(JSON.stringify(sealedVote(card.vote, locale))).not.toContain(userId);
      expect(JSON.stringify(votesScreen(screen, 5, locale)).length).toBeLessThan(8_000);
      return JSON.stringify(message);
    });
  };
  const [open] = await shown();
  expect(open).toContain('3 voix sur 3');
  expect(open).not.toContain('2 pour');
  await expediteVote(db, boss(userId), { voteId, reason: long.slice(0, 500) });
  await close(voteId, monday);
  expect((await shown())[0]).toContain('2 pour, 1 contre');
});
