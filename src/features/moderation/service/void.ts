import type { ModerationCase } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueEach, promised, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { caseClosed, type Origin, type Severity } from '../../../kernel/moderation.ts';
import { day, hour } from '../../../kernel/time.ts';
import {
  adminsVoid,
  alreadyHidden,
  caseChanged,
  caseVoided,
  notHidden,
  nothingChanged,
  notLower,
  notShorter,
  ownCase,
  releaseStays,
} from '../messages/case.ts';
import { unknownRule } from '../messages/refusal.ts';
import { isLower, isRunning } from '../rules/case.ts';
import { changedTask, shortenTask } from '../wire.ts';
import { getCase, lockCases, promiseAnswer, promisedStanding } from './case.ts';
import { isActive, releaseCase } from './end.ts';
import { getReadable, type Reader } from './read.ts';
import { readModeration } from './setting.ts';

type Of = Change & { caseId: number };

/** Whoever changes a case holds the cases of the server, then its row, which what is done at Discord writes to as well. */
async function lockCase(tx: Tx, { guildId, caseId }: { guildId: string; caseId: number }): Promise<ModerationCase> {
  await lockCases(tx, guildId);
  await tx.$queryRaw`SELECT id FROM moderation_case WHERE id = ${caseId} AND guild_id = ${guildId} FOR UPDATE`;
  return getCase(tx, { guildId, caseId });
}

/** A case that may still be changed, by somebody whom it is not about. */
async function lockChangeable(tx: Tx, by: Of): Promise<ModerationCase> {
  const made = await lockCase(tx, by);
  if (made.userId === by.actorId) throw ownCase();
  if (made.voidedAt) throw caseVoided();
  if (made.kind === 'release') throw releaseStays();
  return made;
}

/** Two changes of the same moment are two versions. */
const nextVersion = ({ updatedAt }: ModerationCase, now: Date): Date =>
  new Date(Math.max(now.getTime(), updatedAt.getTime() + 1));

/** The names of what changed and the states, never the words: those may name people. */
const record = (
  tx: Tx,
  by: Of,
  made: ModerationCase,
  action: `moderation.${string}`,
  states: { before?: unknown; after?: unknown },
) =>
  audit(tx, {
    guildId: by.guildId,
    actorId: by.actorId,
    ...(made.userId && { targetId: made.userId }),
    action,
    subject: `case:${made.id}`,
    ...states,
    at: by.now,
  });

/** Tells the person, unless nobody ever told them of it. */
async function promiseChanged(tx: Tx, made: ModerationCase, what: 'edited' | 'voided', at: Date): Promise<void> {
  if (made.kind === 'note' || made.userId === null || made.toldAt === null) return;
  const { id: caseId, guildId } = made;
  await enqueue(tx, changedTask, { guildId, caseId, what, at: at.getTime() }, { key: `${caseId}:${what}` });
}

/** What a severity weighs today, and for how long from the date of the case. */
async function weigh(tx: Tx, { guildId, createdAt }: ModerationCase, severity: Severity | null) {
  if (!severity) return { severity, points: 0, pointsUntil: null };
  const setting = await readModeration(tx, guildId);
  const points = { low: setting.pointsLow, medium: setting.pointsMedium, high: setting.pointsHigh }[severity];
  return { severity, points, pointsUntil: points > 0 ? new Date(createdAt.getTime() + setting.decayDays * day) : null };
}

/** As a moderator types it; `rule`: its number today, null for none. */
export type CaseEdit = { reason: string; rule: number | null; severity: Severity | null };

/**
 * Other words, another rule or another severity. `version`: when the case that was read was last changed. Throws `moderation.unknown_case`,
 * `case_hidden`, `own_case`, `case_voided`, `release_stays`, `case_changed`, `unknown_rule`, `nothing_changed`.
 */
export const editCase = (db: Db, by: Of & { version: number }, edit: CaseEdit, reader: Reader): Promise<ModerationCase> =>
  db.$transaction(async (tx) => {
    const made = await lockChangeable(tx, by);
    await getReadable(tx, by, reader);
    if (made.updatedAt.getTime() !== by.version) throw caseChanged();
    const rule =
      edit.rule === null
        ? null
        : await tx.serverRule.findFirst({
            where: { guildId: by.guildId, number: edit.rule, retiredAt: null },
            select: { id: true },
          });
    if (edit.rule !== null && !rule) throw unknownRule();
    // The form names a rule by its number of today: a retired one has none, and an empty field keeps it.
    const kept =
      edit.rule === null && made.ruleId !== null
        ? await tx.serverRule.findFirst({ where: { id: made.ruleId, retiredAt: { not: null } } })
        : null;
    const ruleId = kept?.id ?? rule?.id ?? null;
    const changed = [
      ...(made.reason === edit.reason ? [] : ['reason']),
      ...(made.ruleId === ruleId ? [] : ['rule']),
      ...(made.severity === edit.severity ? [] : ['severity']),
    ];
    if (changed.length === 0) throw nothingChanged();
    const updatedAt = nextVersion(made, by.now);
    const weight = made.severity === edit.severity ? {} : await weigh(tx, made, edit.severity);
    const edited = await tx.moderationCase.update({
      where: { id: made.id },
      data: { reason: edit.reason, ruleId, ...weight, updatedAt },
    });
    await record(tx, by, made, 'moderation.edit', {
      before: { severity: made.severity, points: made.points, ruleId: made.ruleId },
      after: { changed, severity: edited.severity, points: edited.points, ruleId: edited.ruleId },
    });
    await promiseChanged(tx, edited, 'edited', updatedAt);
    return edited;
  });

/** Out of the lists of moderators; admins, who hid it and who made it still see it. Throws as `editCase`, and `already_hidden`. */
export const hideCase = (db: Db, by: Of, reason: string, reader: Reader): Promise<ModerationCase> =>
  db.$transaction(async (tx) => {
    const made = await lockCase(tx, by);
    await getReadable(tx, by, reader);
    if (made.hiddenAt) throw alreadyHidden();
    const data = { hiddenAt: by.now, hiddenBy: by.actorId, hideReason: reason, updatedAt: nextVersion(made, by.now) };
    const hidden = await tx.moderationCase.update({ where: { id: made.id }, data });
    await record(tx, by, made, 'moderation.hide', {});
    return hidden;
  });

/** Throws `moderation.not_hidden`. */
export const unhideCase = (db: Db, by: Of, reader: Reader): Promise<ModerationCase> =>
  db.$transaction(async (tx) => {
    const made = await lockCase(tx, by);
    await getReadable(tx, by, reader);
    if (!made.hiddenAt) throw notHidden();
    const data = { hiddenAt: null, hiddenBy: null, hideReason: null, updatedAt: nextVersion(made, by.now) };
    const shown = await tx.moderationCase.update({ where: { id: made.id }, data });
    await record(tx, by, made, 'moderation.unhide', {});
    return shown;
  });

/** In a transaction, for an appeal that was accepted too: the sanction is lifted, the points go, the record stays. Throws as `editCase`. */
export async function annulCase(
  tx: Tx,
  by: Of,
  { reason, origin }: { reason: string; origin: Extract<Origin, 'command' | 'appeal'> },
): Promise<ModerationCase> {
  const made = await lockChangeable(tx, by);
  if (isActive(made) && made.userId !== null) {
    const { guildId, caseId, actorId, now } = by;
    await releaseCase(tx, { guildId, caseId, authorId: actorId, reason: '', origin, now });
  }
  const updatedAt = nextVersion(made, by.now);
  const voided = await tx.moderationCase.update({
    where: { id: made.id },
    data: { voidedAt: by.now, voidedBy: by.actorId, voidReason: reason, points: 0, pointsUntil: null, updatedAt },
  });
  await record(tx, by, made, 'moderation.void', { before: { points: made.points }, after: { origin } });
  await enqueue(tx, caseClosed, { guildId: by.guildId, caseId: made.id }, { key: String(made.id) });
  await promiseAnswer(tx, made);
  // Whoever appealed is told of the appeal, once.
  if (origin === 'command') await promiseChanged(tx, voided, 'voided', updatedAt);
  return voided;
}

/** By an admin. Throws `moderation.admins_void`, and as `editCase`. */
export const voidCase = (db: Db, by: Of, reason: string, reader: Reader): Promise<ModerationCase> =>
  db.$transaction(async (tx) => {
    if (!reader.isAdmin) throw adminsVoid();
    return annulCase(tx, by, { reason, origin: 'command' });
  });

/** `hours`: of the whole sanction, from its beginning; `severity`: the new one. */
export type Reduction = { hours: number } | { severity: Severity };

/**
 * A sanction made shorter, a permanent ban with an end, or a lower severity, as an appeal decided. What is over by its new length ends now. Throws
 * `moderation.not_shorter`, `not_lower`, and as `editCase`.
 */
export async function reduceCase(tx: Tx, by: Of, reduction: Reduction): Promise<ModerationCase> {
  const made = await lockChangeable(tx, by);
  const { guildId, caseId, actorId, now } = by;
  const updatedAt = nextVersion(made, now);
  if ('severity' in reduction) {
    if (!isLower(reduction.severity, made.severity)) throw notLower();
    const weight = await weigh(tx, made, reduction.severity);
    const reduced = await tx.moderationCase.update({ where: { id: made.id }, data: { ...weight, updatedAt } });
    await record(tx, by, made, 'moderation.reduce', {
      before: { severity: made.severity, points: made.points },
      after: { changed: ['severity'], severity: reduced.severity, points: reduced.points },
    });
    return reduced;
  }
  if (!isRunning(made, now)) throw notShorter();
  const endsAt = new Date(made.createdAt.getTime() + reduction.hours * hour);
  if (made.endsAt !== null && endsAt >= made.endsAt) throw notShorter();
  const reduced = await tx.moderationCase.update({
    where: { id: made.id },
    data: { kind: made.kind === 'ban' ? 'tempban' : made.kind, endsAt, updatedAt },
  });
  await record(tx, by, made, 'moderation.reduce', {
    before: { kind: made.kind, endsAt: made.endsAt },
    after: { changed: ['end'], kind: reduced.kind, endsAt },
  });
  if (endsAt <= now) {
    await releaseCase(tx, { guildId, caseId, authorId: actorId, reason: '', origin: 'appeal', now });
    return reduced;
  }
  if (made.userId !== null) await enqueueEach(tx, [await promisedStanding(tx, { guildId, userId: made.userId, now })]);
  // In its order among what is done about this sanction at Discord.
  const place = { key: String(caseId), queue: `moderation.case:${caseId}` };
  if (made.kind === 'timeout') await enqueueEach(tx, [promised(shortenTask, { payload: { guildId, caseId }, ...place })]);
  return reduced;
}
