import type { ModerationCase } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueueEach, type Promised, promised, type Tx } from '../../../infra/db.ts';
import { memberSanctioned } from '../../../kernel/mentoring.ts';
import {
  accountActed,
  type CaseKind,
  caseClosed,
  hitActed,
  type Origin,
  reportActed,
  type Severity,
  type Source,
  voteActed,
} from '../../../kernel/moderation.ts';
import { day, second } from '../../../kernel/time.ts';
import { alreadySanctioned, unknownCase } from '../messages/refusal.ts';
import { actTask } from '../wire.ts';

export type { ModerationCase } from '../../../../prisma/client/client.ts';

/** What becomes a case. `authorId` null: the program decides, by `origin`. */
export type NewCase = {
  guildId: string;
  userId: string;
  kind: CaseKind;
  origin: Origin;
  authorId: string | null;
  behalfId?: string | null;
  severity?: Severity | null;
  reason: string;
  ruleId?: number | null;
  evidenceId?: number | null;
  /** Of a timeout or temporary ban. */
  seconds?: number | null;
  /** Of a ban: messages of the last seconds that go too. */
  deleteSeconds?: number;
  source?: Source | null;
  /** Of what Discord already did: the entry of its audit log. */
  auditId?: string | null;
  /** Of a release: the case that it ends. */
  releasesId?: number | null;
  /** Nothing is left to do at Discord. */
  isDone?: boolean;
  now: Date;
};

/**
 * Whoever opens or ends cases of a server is alone to do so until their transaction ends: the first lock of every use case here, before any row of a case.
 * What leads to a case (a report, a vote, a plan) is locked before.
 */
export async function lockCases(tx: Tx, guildId: string): Promise<void> {
  await tx.$executeRaw`INSERT INTO moderation_setting (guild_id) VALUES (${guildId}) ON CONFLICT DO NOTHING`;
  await tx.$queryRaw`SELECT 1 FROM moderation_setting WHERE guild_id = ${guildId} FOR UPDATE`;
}

const banKinds = ['tempban', 'ban'] as const satisfies readonly CaseKind[];
export const timedKinds = ['timeout', 'tempban'] as const satisfies readonly CaseKind[];
export const sanctionKinds = ['timeout', 'tempban', 'ban'] as const satisfies readonly CaseKind[];

/** The timeout or ban that somebody is under, if any. */
export const activeSanction = (
  db: Db | Tx,
  { guildId, userId, kind }: { guildId: string; userId: string; kind: 'timeout' | 'ban' },
): Promise<ModerationCase | null> =>
  db.moderationCase.findFirst({
    where: { guildId, userId, kind: { in: kind === 'timeout' ? ['timeout'] : [...banKinds] }, endedAt: null, voidedAt: null },
  });

/**
 * One timeout and one ban at a time; a permanent ban may take the place of a temporary one, which is returned. Throws
 * `moderation.already_timed_out`, `moderation.already_banned`.
 */
export async function requireRoom(
  db: Db | Tx,
  { guildId, userId, kind }: Pick<NewCase, 'guildId' | 'userId' | 'kind'>,
): Promise<ModerationCase | null> {
  if (kind !== 'timeout' && kind !== 'tempban' && kind !== 'ban') return null;
  const active = await activeSanction(db, { guildId, userId, kind: kind === 'timeout' ? 'timeout' : 'ban' });
  if (active && (kind !== 'ban' || active.kind !== 'tempban')) throw alreadySanctioned(active);
  return active;
}

/** The temporary ban that a permanent one replaces ends without a moment between the two. */
async function makeRoom(tx: Tx, { guildId, userId, kind, now }: NewCase): Promise<void> {
  const active = await requireRoom(tx, { guildId, userId, kind });
  if (!active) return;
  await tx.moderationCase.update({ where: { id: active.id }, data: { endedAt: now, updatedAt: now } });
  await enqueueEach(tx, [promised(caseClosed, { payload: { guildId, caseId: active.id }, key: String(active.id) })]);
}

/** Whose row led to the case is told of it: when it opens, and when it is carried out, fails or is void. */
export const promiseAnswer = (
  tx: Tx | Db,
  { id: caseId, guildId, source, sourceId }: Pick<ModerationCase, 'id' | 'guildId' | 'source' | 'sourceId'>,
): Promise<void> =>
  enqueueEach(tx, source === null || sourceId === null ? [] : [answerTo({ kind: source, id: sourceId }, { guildId, caseId })]);

function answerTo({ kind, id }: Source, outcome: { guildId: string; caseId: number }): Promised {
  const key = String(id);
  if (kind === 'report') return promised(reportActed, { payload: { ...outcome, reportId: id }, key });
  if (kind === 'hit') return promised(hitActed, { payload: { ...outcome, hitId: id }, key });
  if (kind === 'vote') return promised(voteActed, { payload: { ...outcome, voteId: id }, key });
  return promised(accountActed, { payload: { ...outcome, accountId: id }, key });
}

/** What is done about one sanction happens in its order: its end never overtakes it. */
export const promisedAct = ({ id, guildId, releasesId }: Pick<ModerationCase, 'id' | 'guildId' | 'releasesId'>): Promised =>
  promised(actTask, {
    payload: { guildId, caseId: id },
    key: String(id),
    queue: `moderation.case:${releasesId ?? id}`,
  });

/** Mentoring is told until when somebody is under a sanction: by all that they are under, so that the end of one does not hide another. */
export async function promisedStanding(
  tx: Tx,
  { guildId, userId, now }: { guildId: string; userId: string; now: Date },
): Promise<Promised> {
  const active = await tx.moderationCase.findMany({
    where: { guildId, userId, kind: { in: [...sanctionKinds] }, endedAt: null, voidedAt: null },
    select: { endsAt: true },
  });
  const isForGood = active.some(({ endsAt }) => endsAt === null);
  const last = Math.max(now.getTime(), ...active.map(({ endsAt }) => endsAt?.getTime() ?? 0));
  const until = isForGood ? null : new Date(last).toISOString();
  return promised(memberSanctioned, { payload: { guildId, userId, until }, key: `${guildId}:${userId}` });
}

const isSanction = (kind: CaseKind): boolean => (sanctionKinds as readonly CaseKind[]).includes(kind);

/**
 * The one door through which anybody is noted, warned or sanctioned. The number follows the last one of the server: whoever opens a case holds
 * the row of the settings until the end of the transaction, so that a rollback leaves no gap. Throws `moderation.already_timed_out` and
 * `moderation.already_banned`: what sanctions by itself asks `activeSanction` first.
 */
export async function openCase(tx: Tx, input: NewCase): Promise<ModerationCase> {
  const { guildId, userId, kind, origin, authorId, reason, source, now } = input;
  await lockCases(tx, guildId);
  await makeRoom(tx, input);
  const setting = await tx.moderationSetting.update({ where: { guildId }, data: { lastCase: { increment: 1 } } });
  const severity = input.severity ?? null;
  const weights = { low: setting.pointsLow, medium: setting.pointsMedium, high: setting.pointsHigh };
  const points = severity ? weights[severity] : 0;
  const isDone = kind === 'note' || input.isDone === true || (input.auditId ?? null) !== null;
  const opened = await tx.moderationCase.create({
    data: {
      guildId,
      number: setting.lastCase,
      userId,
      kind,
      origin,
      state: isDone ? 'done' : 'pending',
      authorId,
      behalfId: input.behalfId ?? null,
      severity,
      points,
      pointsUntil: points > 0 ? new Date(now.getTime() + setting.decayDays * day) : null,
      reason,
      ruleId: input.ruleId ?? null,
      evidenceId: input.evidenceId ?? null,
      deleteSeconds: input.deleteSeconds ?? 0,
      source: source?.kind ?? null,
      sourceId: source?.id ?? null,
      endsAt: input.seconds ? new Date(now.getTime() + input.seconds * second) : null,
      releasesId: input.releasesId ?? null,
      auditId: input.auditId ?? null,
      ...(isDone && { actedAt: now }),
      createdAt: now,
      updatedAt: now,
    },
  });
  await enqueueEach(tx, [
    ...(isDone ? [] : [promisedAct(opened)]),
    ...(isSanction(kind) ? [await promisedStanding(tx, { guildId, userId, now })] : []),
  ]);
  await promiseAnswer(tx, opened);
  if (authorId !== null)
    await audit(tx, {
      guildId,
      actorId: authorId,
      targetId: userId,
      action: 'moderation.open',
      subject: String(opened.number),
      after: { kind, origin, severity, endsAt: opened.endsAt, releases: opened.releasesId },
      at: now,
    });
  return opened;
}

/** Throws `moderation.unknown_case`. */
export async function getCase(db: Db | Tx, { guildId, caseId }: { guildId: string; caseId: number }): Promise<ModerationCase> {
  const found = await db.moderationCase.findFirst({ where: { id: caseId, guildId } });
  if (!found) throw unknownCase();
  return found;
}
