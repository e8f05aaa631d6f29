import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Standing } from '../../../src/features/moderation/rules/guard.ts';
import type { Outside } from '../../../src/features/moderation/rules/outside.ts';
import { recordActed, recordFailed, recordTold } from '../../../src/features/moderation/service/act.ts';
import { activeSanction, type NewCase, openCase } from '../../../src/features/moderation/service/case.ts';
import { appealCode, caseOfCode, sealCode, useCode } from '../../../src/features/moderation/service/code.ts';
import { endDue, failForgotten, liftCase, promisePending, releaseCase } from '../../../src/features/moderation/service/end.ts';
import { giveUpFiles, keepEvidence, purgeEvidence, readEvidence } from '../../../src/features/moderation/service/evidence.ts';
import {
  cancelPlan,
  changePlan,
  confirmPlan,
  forgetPlans,
  resolveRule,
  savePlan,
} from '../../../src/features/moderation/service/plan.ts';
import { activePoints } from '../../../src/features/moderation/service/points.ts';
import { eraseCases, exportCases, forgetNames } from '../../../src/features/moderation/service/privacy.ts';
import { findOwnCase, listOwnCases } from '../../../src/features/moderation/service/read.ts';
import { changeModeration, readModeration } from '../../../src/features/moderation/service/setting.ts';
import { editCase } from '../../../src/features/moderation/service/void.ts';
import { lastRead, recordOutside, recordRead } from '../../../src/features/moderation/service/watch.ts';
import type { Sanction } from '../../../src/features/moderation/wire.ts';
import { idBefore } from '../../../src/kernel/snowflake.ts';
import { day, hour, minute, second } from '../../../src/kernel/time.ts';
import { freshDatabase, waitingTasks } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';
import { aCase, aRule, factoryGuild as guildId, someEvidence, someone } from './factory.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);
beforeEach(() => database.pool.query('DELETE FROM graphile_worker._private_jobs'));

const inTime = (milliseconds: number) => new Date(monday.getTime() + milliseconds);
const [author, boss] = [someone(), someone()];
const open = (input: Partial<NewCase> = {}) =>
  db.$transaction((tx) =>
    openCase(tx, {
      guildId,
      userId: someone(),
      kind: 'warning',
      origin: 'command',
      authorId: author,
      severity: 'low',
      reason: 'Motif.',
      now: monday,
      ...input,
    }),
  );
const tasks = async (name: string) =>
  (await waitingTasks(database)).filter((one) => one.name === name).map(({ payload }) => payload);
const codeOf = (error: unknown) => (error as { code?: string }).code;
const refusal = (doing: Promise<unknown>) => doing.then(() => 'done', codeOf);
const outcomes = async (all: Promise<unknown>[]) => {
  const settled = await Promise.allSettled(all);
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [codeOf(one.reason)] : []));
  return { done: settled.length - refused.length, refused: [...new Set(refused)] };
};
const standing = (targetId: string, change: Partial<Standing['actor']> = {}): Standing => ({
  actor: { id: author, isOwner: false, isAdmin: false, position: 5, ...change },
  target: { id: targetId, isBot: false, isOwner: false, isPresent: true, isAdministrator: false, isTeam: false, position: 1 },
  bot: { position: 9, permissions: ~0n },
});
const warning: Sanction = {
  do: 'sanction',
  kind: 'warning',
  severity: 'low',
  reason: 'Motif.',
  ruleId: null,
  evidenceId: null,
  behalfId: null,
  seconds: null,
  deleteSeconds: 0,
  source: null,
};
const by = { guildId, actorId: author, now: monday };

describe('the door of cases', () => {
  test('100 at once are numbered from 1 to 100, also when one is refused; each leaves a line in the log without a name', async () => {
    const banned = someone();
    const kinds = ['warning', 'note', 'kick'] as const;
    const opened = await Promise.all([
      ...Array.from({ length: 99 }, (_, index) => open({ kind: kinds[index % 3] ?? 'note' })),
      open({ userId: banned, kind: 'ban', severity: 'high' }),
    ]);
    expect(await refusal(open({ userId: banned, kind: 'tempban', seconds: 3_600 }))).toBe('moderation.already_banned');
    expect(opened.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
    expect((await open()).number).toBe(101);
    expect(opened.filter(({ kind }) => kind === 'note').every(({ state }) => state === 'done')).toBe(true);
    expect(await tasks('moderation.act')).toHaveLength(101 - opened.filter(({ kind }) => kind === 'note').length);
    const entries = await db.auditEntry.findMany({
      where: { guildId, action: 'moderation.open' },
      select: { subject: true, after: true },
    });
    expect(entries).toHaveLength(101);
    const log = JSON.stringify(entries);
    expect(log).not.toContain(banned);
    expect(log).not.toContain('Motif');
    expect((await waitingTasks(database)).every(({ payload }) => !('reason' in payload))).toBe(true);
  });

  test('50 timeouts of one person at once are one; a ban replaces a temporary one without a gap', async () => {
    const userId = someone();
    const timeouts = Array.from({ length: 50 }, () => open({ userId, kind: 'timeout', seconds: 3_600 }));
    expect(await outcomes(timeouts)).toEqual({ done: 1, refused: ['moderation.already_timed_out'] });
    const until = inTime(hour).toISOString();
    expect(await tasks('mentors.member_sanctioned')).toEqual([{ guildId, userId, until }]);
    const former = await open({ userId, kind: 'tempban', seconds: 86_400 });
    const ban = await open({ userId, kind: 'ban' });
    expect((await db.moderationCase.findUniqueOrThrow({ where: { id: former.id } })).endedAt).toEqual(monday);
    expect((await activeSanction(db, { guildId, userId, kind: 'ban' }))?.id).toBe(ban.id);
    expect(await tasks('mentors.member_sanctioned')).toEqual([{ guildId, userId, until: null }]);
    expect(await tasks('appeals.case_closed')).toEqual([{ guildId, caseId: former.id }]);
  });

  test('what led to it is told of it', async () => {
    const { id: caseId } = await open({ source: { kind: 'report', id: 7 }, origin: 'report' });
    await open({ source: { kind: 'hit', id: 8 }, origin: 'rule', authorId: null });
    await open({ source: { kind: 'vote', id: 9 }, origin: 'vote' });
    await open({ source: { kind: 'account', id: 10 }, origin: 'compromised', authorId: null });
    expect(await tasks('reports.acted')).toEqual([{ guildId, caseId, reportId: 7 }]);
    expect([await tasks('rules.acted'), await tasks('votes.acted'), await tasks('compromised.acted')]).toMatchObject([
      [{ hitId: 8 }],
      [{ voteId: 9 }],
      [{ accountId: 10 }],
    ]);
  });
});

describe('a plan', () => {
  test('50 confirmations are one case; others’ plans, old ones and those of another server do not exist', async () => {
    const targetId = someone();
    const { id: planId } = await savePlan(db, by, { targetId, deed: warning });
    const confirm = { planId, version: 0, standing: standing(targetId), isAdmin: false };
    expect(await refusal(confirmPlan(db, { ...by, actorId: boss }, confirm))).toBe('moderation.plan_gone');
    expect(await refusal(confirmPlan(db, { ...by, guildId: someone() }, confirm))).toBe('moderation.plan_gone');
    expect(await refusal(confirmPlan(db, { ...by, now: inTime(hour + 1) }, confirm))).toBe('moderation.plan_gone');
    expect(await refusal(confirmPlan(db, by, { ...confirm, standing: standing(someone()) }))).toBe('moderation.plan_gone');
    expect(await outcomes(Array.from({ length: 50 }, () => confirmPlan(db, by, confirm)))).toEqual({
      done: 1,
      refused: ['moderation.plan_gone'],
    });
    expect(await db.moderationCase.count({ where: { guildId, userId: targetId } })).toBe(1);
  });

  test.each([
    ['a permanent ban by a moderator', { kind: 'ban', severity: 'high' }, 'moderation.needs_admin'],
    ['a timeout without length', { kind: 'timeout' }, 'moderation.bad_duration'],
    ['a timeout of 29 days', { kind: 'timeout', seconds: 29 * 86_400 }, 'moderation.bad_duration'],
    ['a ban of a minute', { kind: 'tempban', seconds: 60 }, 'moderation.bad_duration'],
    ['eight days of messages', { kind: 'tempban', seconds: 86_400, deleteSeconds: 8 * 86_400 }, 'moderation.delete_too_much'],
    ['a rule that is none', { ruleId: 99_999 }, 'moderation.unknown_rule'],
  ] as const)('%s is refused, and the plan stays', async (_, change, code) => {
    const targetId = someone();
    const { id: planId } = await savePlan(db, by, { targetId, deed: { ...warning, ...change } });
    const confirm = { planId, version: 0, standing: standing(targetId), isAdmin: false };
    expect(await refusal(confirmPlan(db, by, confirm))).toBe(code);
    expect(await refusal(confirmPlan(db, by, { ...confirm, standing: standing(targetId, { id: targetId }) }))).toBe(
      'moderation.self',
    );
    expect(await db.moderationPlan.count({ where: { id: planId } })).toBe(1);
  });

  test('a rule of another server is unknown; what was read for a plan goes with it unless a case came of it', async () => {
    const [own, other] = [await aRule(db, { number: 3 }), await aRule(db, { guildId: someone() })];
    expect(await resolveRule(db, guildId, `#${own.id}`)).toBe(own.id);
    expect(await resolveRule(db, guildId, '3')).toBe(own.id);
    expect(await refusal(resolveRule(db, guildId, `#${other.id}`))).toBe('moderation.unknown_rule');
    expect(await refusal(resolveRule(db, guildId, 'respect'))).toBe('moderation.unknown_rule');
    const targetId = someone();
    const message = {
      guildId,
      userId: targetId,
      channelId: '1',
      messageId: '2',
      content: 'x',
      sentAt: monday,
      files: [],
      now: monday,
    };
    const prepare = () => savePlan(db, by, { targetId, deed: warning, read: message });
    const [kept, cancelled, old] = [await prepare(), await prepare(), await prepare()];
    const change = (version: number, ruleId: number, read: typeof message | null = null) =>
      changePlan(db, by, { planId: kept.id, version, change: { ruleId }, read });
    expect(await refusal(change(0, other.id))).toBe('moderation.unknown_rule');
    // Another message takes the place of the first one, which goes.
    const changed = await change(0, own.id, { ...message, content: 'y' });
    expect(await refusal(change(0, own.id))).toBe('moderation.plan_changed');
    const confirm = (version: number) =>
      confirmPlan(db, by, { planId: kept.id, version, standing: standing(targetId), isAdmin: false });
    expect(await refusal(confirm(0))).toBe('moderation.plan_changed');
    const made = await confirm(changed.version);
    expect(made).toMatchObject({ ruleId: own.id });
    await cancelPlan(db, { guildId, actorId: boss }, cancelled.id);
    expect(await db.moderationPlan.count({ where: { id: cancelled.id } })).toBe(1);
    await cancelPlan(db, by, cancelled.id);
    await db.$transaction((tx) => forgetPlans(tx, inTime(2 * hour)));
    expect(await db.moderationPlan.count({ where: { id: old.id } })).toBe(0);
    const left = await db.moderationEvidence.findMany({ where: { userId: targetId }, select: { id: true, content: true } });
    expect(left).toEqual([{ id: made.evidenceId, content: 'y' }]);
  });

  test('and the erasure of the person whom it is about wait for each other in one order', async () => {
    const targetId = someone();
    const { id: planId } = await savePlan(db, by, { targetId, deed: warning });
    // Whoever waits for the cases of the server has the plan already, or has nothing.
    const holder = await database.pool.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM moderation_setting WHERE guild_id = $1 FOR UPDATE', [guildId]);
    const waiting = async (count: number) => {
      const { rows } = await database.pool.query<{ count: number }>(
        `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return (rows[0]?.count ?? 0) >= count;
    };
    const erasing = refusal(db.$transaction((tx) => eraseCases(tx, guildId, targetId, monday)));
    await expect.poll(() => waiting(1), { timeout: 5_000 }).toBe(true);
    const confirm = { planId, version: 0, standing: standing(targetId), isAdmin: false };
    const confirming = refusal(confirmPlan(db, by, confirm));
    await expect.poll(() => waiting(2), { timeout: 5_000 }).toBe(true);
    await holder.query('COMMIT');
    holder.release();
    expect([await erasing, await confirming]).toEqual(['done', 'moderation.plan_gone']);
  });
});

describe('the end of a sanction', () => {
  const active = (kind: 'timeout' | 'tempban' | 'ban', endsAt: Date | null) =>
    aCase(db, { kind, severity: null, points: 0, endsAt, authorId: author, userId: someone() });

  test('what is over ends once, however many ask; a ban is lifted at Discord, a timeout ends there by itself', async () => {
    const [timeout, ban, later] = [
      await active('timeout', inTime(minute)),
      await active('tempban', inTime(minute)),
      await active('tempban', inTime(hour)),
    ];
    const pending = await aCase(db, { kind: 'tempban', state: 'pending', endsAt: inTime(minute), points: 0 });
    await Promise.all(
      Array.from({ length: 20 }, () => db.$transaction((tx) => endDue(tx, inTime(2 * minute)), { timeout: 10_000 })),
    );
    const releases = await db.moderationCase.findMany({
      where: { kind: 'release', guildId, origin: 'time' },
      orderBy: { releasesId: 'asc' },
    });
    expect(releases.map(({ releasesId, state, authorId }) => ({ releasesId, state, authorId }))).toEqual([
      { releasesId: timeout.id, state: 'done', authorId: null },
      { releasesId: ban.id, state: 'pending', authorId: null },
    ]);
    expect(await tasks('moderation.act')).toEqual([{ guildId, caseId: releases[1]?.id }]);
    expect(await tasks('appeals.case_closed')).toEqual([]);
    expect(await tasks('mentors.member_sanctioned')).toContainEqual({
      guildId,
      userId: ban.userId,
      until: inTime(2 * minute).toISOString(),
    });
    for (const { id } of [later, pending])
      expect((await db.moderationCase.findUniqueOrThrow({ where: { id } })).endedAt).toBeNull();
  });

  test('50 lift it at once: one end; a permanent ban is an admin’s to lift; of two sanctions the other goes on', async () => {
    const ban = await active('ban', null);
    const timeout = await aCase(db, { kind: 'timeout', endsAt: inTime(hour), points: 0, userId: ban.userId });
    const lift = (isAdmin: boolean) => liftCase(db, by, { caseId: ban.id, reason: 'Erreur.', isAdmin });
    expect(await refusal(lift(false))).toBe('moderation.needs_admin');
    expect(await outcomes(Array.from({ length: 50 }, () => lift(true)))).toEqual({ done: 1, refused: ['moderation.not_active'] });
    expect(await tasks('appeals.case_closed')).toEqual([{ guildId, caseId: ban.id }]);
    expect(await tasks('mentors.member_sanctioned')).toEqual([
      { guildId, userId: ban.userId, until: timeout.endsAt?.toISOString() },
    ]);
    const elsewhere = db.$transaction((tx) =>
      releaseCase(tx, { guildId: someone(), caseId: timeout.id, authorId: null, reason: '', origin: 'appeal', now: monday }),
    );
    expect(await refusal(elsewhere)).toBe('moderation.unknown_case');
  });

  test('a sanction that Discord refuses is void once; moderators, the person and appeals hear of it', async () => {
    const opened = await open({ kind: 'timeout', seconds: 3_600, severity: 'high' });
    expect(await activePoints(db, { guildId, userId: opened.userId ?? '' }, monday)).toBe(80);
    await recordTold(db, { id: opened.id, via: 'dm', now: monday });
    await Promise.all(
      Array.from({ length: 10 }, () => recordFailed(db, opened, { why: 'forbidden', locale: 'fr', now: monday })),
    );
    expect(await recordActed(db, { id: opened.id, now: monday })).toBe(false);
    const { state, voidedAt, voidReason } = await db.moderationCase.findUniqueOrThrow({ where: { id: opened.id } });
    expect({ state, voidedAt, voidReason }).toMatchObject({
      state: 'failed',
      voidedAt: monday,
      voidReason: expect.stringContaining('Discord'),
    });
    expect(await activePoints(db, { guildId, userId: opened.userId ?? '' }, monday)).toBe(0);
    expect(await tasks('moderation.alert')).toEqual([{ guildId, caseId: opened.id }]);
    expect(await tasks('moderation.tell')).toEqual([{ guildId, caseId: opened.id, occasion: 'undone' }]);
    expect(await tasks('mentors.member_sanctioned')).toEqual([{ guildId, userId: opened.userId, until: monday.toISOString() }]);
    expect(await tasks('appeals.case_closed')).toEqual([{ guildId, caseId: opened.id }]);
    const waiting = await open({ kind: 'kick' });
    await database.pool.query('DELETE FROM graphile_worker._private_jobs');
    await db.$transaction((tx) => promisePending(tx, inTime(hour)));
    const promised = await tasks('moderation.act');
    expect(promised).toContainEqual({ guildId, caseId: waiting.id });
    expect(promised).not.toContainEqual({ guildId, caseId: opened.id });
  });
});

test('on a server that the bot left nothing ends or begins; once it is back an end is still owed, and what never began is void', async () => {
  const id = someone();
  const now = inTime(10 * day);
  await db.guild.create({ data: { id, createdAt: monday, leftAt: inTime(hour) } });
  const ban = await aCase(db, { guildId: id, kind: 'tempban', severity: null, points: 0, endsAt: inTime(day) });
  const kick = await aCase(db, { guildId: id, kind: 'kick', state: 'pending', points: 0 });
  const end = await aCase(db, { guildId: id, kind: 'release', state: 'pending', severity: null, points: 0, userId: kick.userId });
  const promised = async () => (await tasks('moderation.act')).filter(({ guildId: of }) => of === id).map(({ caseId }) => caseId);
  const keep = () =>
    db.$transaction(async (tx) => {
      await endDue(tx, now);
      await failForgotten(tx, now);
      await promisePending(tx, inTime(9 * day));
    });
  await keep();
  expect(await promised()).toEqual([]);
  await db.guild.update({ where: { id }, data: { leftAt: null, createdAt: inTime(9 * day) } });
  await keep();
  expect(await db.moderationCase.findUniqueOrThrow({ where: { id: kick.id } })).toMatchObject({
    state: 'failed',
    failure: 'late',
  });
  const release = await db.moderationCase.findFirstOrThrow({ where: { releasesId: ban.id } });
  expect((await promised()).sort()).toEqual([end.id, release.id]);
});

test('what is done about people waits in few lines of their server', async () => {
  const users = Array.from({ length: 40 }, (_, at) => String((BigInt(at) << 22n) + 10n ** 17n));
  const guild = someone();
  await db.$transaction(async (tx) => {
    for (const userId of users)
      await openCase(tx, {
        guildId: guild,
        userId,
        kind: 'kick',
        origin: 'command',
        authorId: author,
        reason: '',
        now: monday,
      });
  });
  const { rows } = await database.pool.query<{ line: string }>(
    `SELECT queue_name AS line FROM graphile_worker._private_job_queues WHERE split_part(queue_name, ':', 2) = $1`,
    [guild],
  );
  expect(rows).toHaveLength(16);
});

test('what was done in Discord’s menus is a case once, by whoever did it, and its end too', async () => {
  const userId = someone();
  let made = 0;
  const seen = (deed: object, at = monday): Outside & { guildId: string; now: Date } =>
    ({
      auditId: String(BigInt(idBefore(at)) + BigInt(++made)),
      userId,
      authorId: boss,
      reason: 'Hors sujet',
      at,
      guildId,
      now: at,
      ...deed,
    }) as never;
  const timeout = seen({ kind: 'timeout', until: inTime(hour) });
  await Promise.all(Array.from({ length: 50 }, () => recordOutside(db, timeout)));
  const first = await db.moderationCase.findFirstOrThrow({ where: { userId } });
  expect(await db.moderationCase.count({ where: { userId } })).toBe(1);
  expect(first).toMatchObject({
    kind: 'timeout',
    origin: 'discord',
    state: 'done',
    authorId: boss,
    reason: 'Hors sujet',
    points: 0,
  });
  const ownReasons = async () => {
    const { cases: own } = await listOwnCases(db, { guildId, userId, page: 0 }, monday);
    return own.map((one) => one.made.reason);
  };
  expect(await ownReasons()).toEqual(['']);
  expect(JSON.stringify(await exportCases(db, guildId, userId))).not.toContain('Hors sujet');
  expect(await tasks('moderation.tell')).toEqual([{ guildId, caseId: first.id, occasion: 'opened' }]);
  // Made longer, then lifted by hand; AutoMod's second entry of the same time says nothing new.
  await recordOutside(db, seen({ kind: 'timeout', until: inTime(2 * hour) }, inTime(second)));
  await recordOutside(db, seen({ kind: 'timeout', until: inTime(2 * hour), authorId: null }, inTime(2 * second)));
  await recordOutside(db, seen({ kind: 'untimeout' }, inTime(minute)));
  await recordOutside(db, seen({ kind: 'untimeout' }, inTime(2 * minute)));
  await recordOutside(db, seen({ kind: 'kick' }, inTime(3 * minute)));
  await recordOutside(db, seen({ kind: 'ban' }, inTime(4 * minute)));
  await recordOutside(db, seen({ kind: 'ban' }, inTime(5 * minute)));
  await recordOutside(db, seen({ kind: 'unban' }, inTime(6 * minute)));
  const cases = await db.moderationCase.findMany({ where: { userId }, orderBy: { number: 'asc' } });
  expect(cases.map(({ kind, toldVia }) => [kind, toldVia])).toEqual([
    ['timeout', null],
    ['timeout', null],
    ['release', null],
    ['kick', null],
    ['ban', null],
    ['release', null],
  ]);
  const told = (await tasks('moderation.tell')).filter(({ occasion }) => occasion === 'opened').map(({ caseId }) => caseId);
  expect(told).toEqual(cases.filter(({ kind }) => kind !== 'release').map(({ id }) => id));
  const [edited] = cases;
  if (!edited) throw new Error('no case');
  const change = { guildId, actorId: author, now: inTime(hour), caseId: edited.id, version: edited.updatedAt.getTime() };
  const words = { reason: 'Hors sujet', rule: null, severity: null };
  await editCase(db, change, words, { userId: author, isAdmin: false });
  expect((await ownReasons()).concat(edited.reason)).toContain('Hors sujet');
  expect((await findOwnCase(db, { guildId, caseId: edited.id }))?.own.made.reason).toBe('Hors sujet');
  expect(cases.every(({ state }) => state === 'done')).toBe(true);
  expect(cases.filter(({ kind }) => kind === 'timeout' || kind === 'ban').every(({ endedAt }) => endedAt !== null)).toBe(true);
  expect(await tasks('moderation.act')).toEqual([]);
  const other = someone();
  const fresh = await lastRead(db, other, monday);
  expect(fresh).toBe(idBefore(monday));
  const newest = idBefore(inTime(day));
  await Promise.all(
    [newest, idBefore(inTime(hour)), fresh].map((lastAuditId) => recordRead(db, { guildId: other, lastAuditId })),
  );
  expect(await lastRead(db, other, inTime(2 * day))).toBe(newest);
});

test('points count until they decay, and not when void; the settings hold together', async () => {
  const userId = someone();
  await aCase(db, { userId, points: 40, pointsUntil: inTime(day) });
  await aCase(db, { userId, points: 20, pointsUntil: inTime(10 * day) });
  await aCase(db, { userId, points: 80, pointsUntil: inTime(day), voidedAt: monday, voidReason: 'x' });
  const at = (milliseconds: number) => activePoints(db, { guildId, userId }, inTime(milliseconds));
  expect([await at(0), await at(day), await at(10 * day)]).toEqual([60, 20, 0]);
  expect(await activePoints(db, { guildId: someone(), userId }, monday)).toBe(0);
  const own = { ...by, guildId: someone() };
  expect(await refusal(changeModeration(db, own, { pointsLow: 50 }))).toBe('moderation.points_out_of_order');
  expect(await refusal(changeModeration(db, own, { timeoutAt: 100 }))).toBe('moderation.steps_out_of_order');
  await Promise.all([changeModeration(db, own, { pointsHigh: 90 }), changeModeration(db, own, { removalAt: 120 })]);
  expect(await readModeration(db, own.guildId)).toMatchObject({
    pointsHigh: 90,
    removalAt: 120,
    pointsLow: 20,
    evidenceDays: 90,
  });
  expect(await db.auditEntry.count({ where: { guildId: own.guildId, action: 'moderation.settings' } })).toBe(2);
});

test('the code of a ban is the same until it is sent, then only its hash is left; it is one person’s, once', async () => {
  const ban = await aCase(db, { kind: 'ban', points: 0, userId: someone() });
  const code = () => db.$transaction((tx) => appealCode(tx, ban, monday));
  const typed = await code();
  expect(await code()).toBe(typed);
  await sealCode(db, ban.id);
  expect(JSON.stringify(await db.moderationCode.findUniqueOrThrow({ where: { caseId: ban.id } }))).not.toContain(typed);
  const find = (text: string, userId = ban.userId ?? '', now = monday) => caseOfCode(db, { typed: text, userId, now });
  expect((await find(` ${typed.toLowerCase().replace('-', ' ')} `))?.id).toBe(ban.id);
  expect([
    await find(typed, someone()),
    await find('ABCDE-FGHJK'),
    await find(''),
    await find(typed, undefined, inTime(181 * day)),
  ]).toEqual([null, null, null, null]);
  const uses = await Promise.all(
    Array.from({ length: 20 }, () => db.$transaction((tx) => useCode(tx, { caseId: ban.id, now: monday }))),
  );
  expect(uses.filter(Boolean)).toHaveLength(1);
  expect(await find(typed)).toBeNull();
});

test('an erasure leaves a running sanction its name until it and the time to appeal are over, and nothing else', async () => {
  const userId = someone();
  const evidence = await someEvidence(db, { userId });
  const old = await aCase(db, { userId, evidenceId: evidence.id, reason: 'Ancien motif' });
  const ban = await aCase(db, { userId, kind: 'tempban', endsAt: inTime(day), points: 0, reason: 'Motif en cours' });
  const owed = await aCase(db, { userId, kind: 'release', state: 'pending', severity: null, points: 0 });
  const written = await aCase(db, { authorId: userId, userId: someone() });
  await savePlan(db, by, { targetId: userId, deed: warning });
  expect(await exportCases(db, guildId, userId)).toMatchObject({
    cases: [{ number: old.number }, { number: ban.number }, { number: owed.number }],
    casesWritten: 1,
  });
  expect(JSON.stringify(await exportCases(db, guildId, userId))).not.toContain(old.authorId);
  await db.$transaction((tx) => eraseCases(tx, guildId, userId, monday));
  const row = (id: number) => db.moderationCase.findUniqueOrThrow({ where: { id } });
  expect(await row(old.id)).toMatchObject({ userId: null, reason: '', evidenceId: null, number: old.number });
  expect(await row(ban.id)).toMatchObject({ userId, reason: 'Motif en cours', erasureAskedAt: monday });
  expect((await row(written.id)).authorId).toBeNull();
  expect(await db.moderationPlan.count({ where: { targetId: userId } })).toBe(0);
  // What is still owed to the person at Discord is done, and then forgotten.
  expect(await row(owed.id)).toMatchObject({ userId, state: 'pending' });
  await recordActed(db, { id: owed.id, now: inTime(day) });
  await db.$transaction((tx) => endDue(tx, inTime(day)));
  const end = await db.moderationCase.findFirstOrThrow({ where: { releasesId: ban.id } });
  await recordActed(db, { id: end.id, now: inTime(day) });
  await db.$transaction((tx) => forgetNames(tx, inTime(2 * day)));
  expect([(await row(owed.id)).userId, (await row(end.id)).userId]).toEqual([null, null]);
  await db.$transaction((tx) => forgetNames(tx, inTime(179 * day)));
  expect((await row(ban.id)).userId).toBe(userId);
  await db.$transaction((tx) => forgetNames(tx, inTime(180 * day)));
  expect(await row(ban.id)).toMatchObject({ userId: null, reason: '' });
});

test('names are cut two years after the end; evidence goes at its day, with its files', async () => {
  const life = 2 * 365 * day;
  const guild = someone();
  const [ended, running, warned] = [
    await aCase(db, { guildId: guild, kind: 'ban', points: 0, endedAt: inTime(day) }),
    await aCase(db, { guildId: guild, kind: 'ban', points: 0 }),
    await aCase(db, { guildId: guild, voidedAt: monday, voidReason: 'Erreur' }),
  ];
  const named = async (now: Date) => {
    await db.$transaction((tx) => forgetNames(tx, now));
    const rows = await db.moderationCase.findMany({ where: { guildId: guild, userId: { not: null } }, select: { id: true } });
    return rows.map(({ id }) => id).sort((a, b) => a - b);
  };
  expect(await named(inTime(life - 1))).toEqual([ended.id, running.id, warned.id]);
  expect(await named(inTime(life))).toEqual([ended.id, running.id]);
  expect(await named(inTime(life + day))).toEqual([running.id]);
  const file = { name: 'a.png', contentType: 'image/png', size: 3, url: 'https://cdn.discordapp.com/a.png' };
  const message = {
    guildId: guild,
    userId: someone(),
    channelId: '1',
    messageId: '2',
    content: 'x',
    sentAt: monday,
    now: monday,
  };
  const evidenceId = await db.$transaction((tx) =>
    keepEvidence(tx, { ...message, files: Array.from({ length: 12 }, () => file) }),
  );
  expect(await tasks('moderation.fetch')).toEqual([{ guildId: guild, evidenceId }]);
  expect((await readEvidence(db, { guildId: guild, evidenceId }))?.files).toHaveLength(10);
  expect(await readEvidence(db, { guildId, evidenceId })).toBeNull();
  const lost = () => db.moderationFile.count({ where: { evidenceId, triedAt: { not: null }, data: null } });
  await db.$transaction((tx) => giveUpFiles(tx, inTime(2 * day - 1)));
  expect(await lost()).toBe(0);
  await db.$transaction((tx) => giveUpFiles(tx, inTime(2 * day)));
  expect(await lost()).toBe(10);
  await db.$transaction((tx) => purgeEvidence(tx, inTime(90 * day - 1)));
  expect(await db.moderationFile.count({ where: { evidenceId } })).toBe(10);
  await db.$transaction((tx) => purgeEvidence(tx, inTime(90 * day)));
  expect(await db.moderationFile.count({ where: { evidenceId } })).toBe(0);
});
