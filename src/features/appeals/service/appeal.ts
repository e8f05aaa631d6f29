import type { Appeal, AppealWish, ModerationCase } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, lock, type Tx } from '../../../infra/db.ts';
import { isAppealable } from '../../../kernel/moderation.ts';
import type { Locale } from '../../../kernel/text.ts';
import { day } from '../../../kernel/time.ts';
import { isActive } from '../../moderation/service/end.ts';
import { readModeration } from '../../moderation/service/setting.ts';
import { alreadyAppealed, caseNotYours, notAppealable, nothingToWithdraw } from '../messages/refusal.ts';
import { cardTask, tellTask } from '../wire.ts';

export type { Appeal, AppealState, AppealWish } from '../../../../prisma/client/client.ts';

/** An appeal as its person reads it. Who decided is not in it. */
export type OwnAppeal = {
  appeal: Omit<Appeal, 'decidedBy'>;
  made: Pick<ModerationCase, 'id' | 'number' | 'kind' | 'endsAt' | 'severity' | 'points'>;
};

/** `isAway`: a ban keeps the person off the server. */
export type ToldAppeal = OwnAppeal & { isAway: boolean };

export const promiseCard = (tx: Tx | Db, { id, guildId }: Pick<Appeal, 'id' | 'guildId'>): Promise<void> =>
  enqueue(tx, cardTask, { guildId, appealId: id }, { key: String(id) });
export const promiseTelling = (tx: Tx, { id, guildId }: Pick<Appeal, 'id' | 'guildId'>): Promise<void> =>
  enqueue(tx, tellTask, { guildId, appealId: id }, { key: String(id) });

const shown = { id: true, number: true, kind: true, endsAt: true, severity: true, points: true } as const;

/** By its id: for what tells the person of it. */
export async function findOwn(db: Db, { guildId, appealId }: { guildId: string; appealId: number }): Promise<ToldAppeal | null> {
  const found = await db.appeal.findFirst({
    where: { id: appealId, guildId },
    omit: { decidedBy: true },
    include: { case: { select: { ...shown, endedAt: true, voidedAt: true } } },
  });
  if (!found) return null;
  const {
    case: { endedAt, voidedAt, ...made },
    ...appeal
  } = found;
  return { appeal, made, isAway: made.kind !== 'timeout' && isActive({ kind: made.kind, endedAt, voidedAt }) };
}

type Own = { guildId: string; caseId: number; userId: string };

/** The appeal against one's own case; null while there is none to be read. Throws `appeals.not_yours`, `not_appealable`. */
export async function getOwn(db: Db, { guildId, caseId, userId }: Own, now: Date): Promise<OwnAppeal | null> {
  const found = await db.moderationCase.findFirst({
    where: { id: caseId, guildId, userId, kind: { notIn: ['note', 'release'] } },
    include: { appeal: { omit: { decidedBy: true } } },
  });
  if (!found) throw caseNotYours();
  const { appeal, ...made } = found;
  if (appeal && appeal.state !== 'draft') return { appeal, made };
  if (!isAppealable(made, now)) throw notAppealable();
  return null;
}

/** Of one's own appeals that wait: the numbers of their cases. */
export async function openNumbers(db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<number[]> {
  const open = await db.appeal.findMany({
    where: { guildId, userId, state: 'open' },
    orderBy: { id: 'asc' },
    select: { case: { select: { number: true } } },
  });
  return open.map(({ case: { number } }) => number);
}

/** Whoever voids a case waits for an appeal that is being made, and then finds it. */
export async function holdCase(tx: Tx, { guildId, caseId }: { guildId: string; caseId: number }): Promise<ModerationCase | null> {
  await lock(tx, `appeals:${caseId}`);
  await tx.$queryRaw`SELECT id FROM moderation_case WHERE id = ${caseId} AND guild_id = ${guildId} FOR SHARE`;
  return tx.moderationCase.findFirst({ where: { id: caseId, guildId } });
}

export type Words = { text: string; wish: AppealWish; locale: Locale; messageId: string | null };

/** In a transaction that holds the case. */
export async function writeAppeal(tx: Tx, made: ModerationCase, words: Words, now: Date): Promise<Appeal> {
  const { guildId, id: caseId, userId } = made;
  const { appealDays } = await readModeration(tx, guildId);
  const dueAt = new Date(now.getTime() + appealDays * day);
  const data = { ...words, state: 'open' as const, sentAt: now, dueAt };
  const appeal = await tx.appeal.upsert({
    where: { caseId },
    update: data,
    create: { ...data, guildId, caseId, userId, createdAt: now },
  });
  await promiseCard(tx, appeal);
  return appeal;
}

/** Once a case; one that a code had opened is written by it. Throws `appeals.not_yours`, `already`, `not_appealable`. */
export const sendAppeal = (
  db: Db,
  { guildId, caseId, userId, now }: Own & { now: Date },
  words: Omit<Words, 'messageId'>,
): Promise<Appeal> =>
  db.$transaction(async (tx) => {
    const made = await holdCase(tx, { guildId, caseId });
    if (made?.userId !== userId || made.kind === 'note' || made.kind === 'release') throw caseNotYours();
    const former = await tx.appeal.findUnique({ where: { caseId } });
    if (former && former.state !== 'draft') throw alreadyAppealed();
    if (!isAppealable(made, now)) throw notAppealable();
    return writeAppeal(tx, made, { ...words, messageId: null }, now);
  });

/** Whoever changes an appeal holds its row first, before any row of a case. */
export async function lockAppeal(tx: Tx, { guildId, appealId }: { guildId: string; appealId: number }): Promise<Appeal | null> {
  await tx.$queryRaw`SELECT id FROM appeal WHERE id = ${appealId} AND guild_id = ${guildId} FOR UPDATE`;
  return tx.appeal.findFirst({ where: { id: appealId, guildId } });
}

/** By the person, for good. Throws `appeals.nothing_to_withdraw`. */
export const withdrawAppeal = (
  db: Db,
  { guildId, appealId, userId }: { guildId: string; appealId: number; userId: string },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const appeal = await lockAppeal(tx, { guildId, appealId });
    if (appeal?.userId !== userId || appeal.state !== 'open') throw nothingToWithdraw();
    await tx.appeal.update({ where: { id: appealId }, data: { state: 'withdrawn' } });
    await promiseCard(tx, appeal);
  });

/**
 * Their case is void: nothing is left to decide. A sanction that ended, by its time or by whoever took it, still counts, so its appeal goes on, and the card
 * says what is left to make lighter.
 */
export const closeAppeal = (db: Db, { guildId, caseId }: { guildId: string; caseId: number }): Promise<void> =>
  db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM appeal WHERE case_id = ${caseId} AND guild_id = ${guildId} FOR UPDATE`;
    const appeal = row && (await tx.appeal.findUnique({ where: { id: row.id }, include: { case: true } }));
    if (!appeal || (appeal.state !== 'open' && appeal.state !== 'draft')) return;
    if (appeal.case.voidedAt === null) return promiseCard(tx, appeal);
    await tx.appeal.update({ where: { id: appeal.id }, data: { state: 'closed' } });
    if (appeal.state === 'draft') return;
    await promiseCard(tx, appeal);
    await promiseTelling(tx, appeal);
  });

export const recordTold = (db: Db, appealId: number, via: string): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.appeal.updateMany({ where: { id: appealId, toldVia: null }, data: { toldVia: via } });
    const appeal = count > 0 ? await tx.appeal.findUnique({ where: { id: appealId } }) : null;
    if (appeal) await promiseCard(tx, appeal);
  });
