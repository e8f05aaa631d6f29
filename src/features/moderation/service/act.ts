import type { ModerationCase, ServerRule } from '../../../../prisma/client/client.ts';
import { type Db, enqueueEach, promised, type Tx } from '../../../infra/db.ts';
import { caseClosed } from '../../../kernel/moderation.ts';
import type { Locale } from '../../../kernel/text.ts';
import { failureText } from '../messages/told.ts';
import { alertTask, type Occasion, tellTask } from '../wire.ts';
import { lockCases, promiseAnswer, promisedStanding } from './case.ts';
import { sealCode } from './code.ts';

/** A case with what a message about it names. */
export type ToldCase = ModerationCase & { rule: ServerRule | null; released: ModerationCase | null };

export const readCase = (db: Db | Tx, { guildId, caseId }: { guildId: string; caseId: number }): Promise<ToldCase | null> =>
  db.moderationCase.findFirst({ where: { id: caseId, guildId }, include: { rule: true, released: true } });

export type Way = 'dm' | 'thread' | 'none';

export async function recordTold(db: Db, { id, via, now }: { id: number; via: Way; now: Date }): Promise<void> {
  await db.moderationCase.updateMany({ where: { id, toldAt: null }, data: { toldAt: now, toldVia: via } });
  await sealCode(db, id);
}

/** Discord has it, and what led to it is told. True the first time. */
export async function recordActed(tx: Db | Tx, { id, now }: { id: number; now: Date }): Promise<boolean> {
  const [acted] = await tx.moderationCase.updateManyAndReturn({
    where: { id, state: 'pending', voidedAt: null },
    data: { state: 'done', actedAt: now, failure: null, updatedAt: now },
    select: { id: true, guildId: true, source: true, sourceId: true },
  });
  if (acted) await promiseAnswer(tx, acted);
  return acted !== undefined;
}

/** Why a sanction was not carried out. */
export type Failed = 'forbidden' | 'gone';

const promisedTelling = ({ guildId, id }: Pick<ModerationCase, 'guildId' | 'id'>, occasion: Occasion) =>
  promised(tellTask, { payload: { guildId, caseId: id, occasion }, key: `${id}:${occasion}` });

/** The sanction cannot be: its case is void, moderators and whoever was told of it are told so. */
export const recordFailed = (
  db: Db,
  failed: Pick<ModerationCase, 'id' | 'guildId' | 'userId'>,
  { why, locale, now }: { why: Failed; locale: Locale; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const { id, guildId, userId } = failed;
    await lockCases(tx, guildId);
    const { count } = await tx.moderationCase.updateMany({
      where: { id, state: 'pending', voidedAt: null },
      data: { state: 'failed', failure: why, voidedAt: now, voidReason: failureText[why][locale], updatedAt: now },
    });
    if (count === 0 || userId === null) return;
    const { toldVia, ...made } = await tx.moderationCase.findUniqueOrThrow({ where: { id } });
    await promiseAnswer(tx, made);
    await enqueueEach(tx, [
      promised(alertTask, { payload: { guildId, caseId: id }, key: String(id) }),
      promised(caseClosed, { payload: { guildId, caseId: id }, key: String(id) }),
      await promisedStanding(tx, { guildId, userId, now }),
      ...(toldVia === 'dm' || toldVia === 'thread' ? [promisedTelling(failed, 'undone')] : []),
    ]);
  });

/** The end of a sanction that Discord refuses stays promised; moderators are told once. */
export const recordStuck = (db: Db, { id, guildId }: Pick<ModerationCase, 'id' | 'guildId'>, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.moderationCase.updateMany({
      where: { id, state: 'pending', failure: null },
      data: { failure: 'forbidden', updatedAt: now },
    });
    if (count > 0) await enqueueEach(tx, [promised(alertTask, { payload: { guildId, caseId: id }, key: String(id) })]);
  });

export const promiseTelling = (tx: Tx | Db, told: Pick<ModerationCase, 'guildId' | 'id'>, occasion: Occasion): Promise<void> =>
  enqueueEach(tx, [promisedTelling(told, occasion)]);
