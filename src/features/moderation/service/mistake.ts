import { enqueue, type Tx } from '../../../infra/db.ts';
import { caseClosed } from '../../../kernel/moderation.ts';
import { day } from '../../../kernel/time.ts';
import { lockCases } from './case.ts';
import { isActive, releaseCase } from './end.ts';

/** Points that an automatic rule adds to those of its severity, in the transaction that opened the case. */
export async function addPoints(tx: Tx, { caseId, points, now }: { caseId: number; points: number; now: Date }): Promise<void> {
  const { guildId } = await tx.moderationCase.findUniqueOrThrow({ where: { id: caseId }, select: { guildId: true } });
  const { decayDays } = await tx.moderationSetting.findUniqueOrThrow({ where: { guildId }, select: { decayDays: true } });
  await tx.moderationCase.update({
    where: { id: caseId },
    data: { points: { increment: points }, pointsUntil: new Date(now.getTime() + decayDays * day) },
  });
}

/**
 * Takes back all that came of a mistake of an automatic rule: what binds the person ends, the points go, and the case says why. Cases that a moderator
 * opened stay: they are somebody's decision. Answers with how many.
 */
export async function voidMistakes(
  tx: Tx,
  { guildId, hitId, reason, now }: { guildId: string; hitId: number; reason: string; now: Date },
): Promise<number> {
  await lockCases(tx, guildId);
  const cases = await tx.moderationCase.findMany({
    where: { guildId, source: 'hit', sourceId: hitId, origin: 'rule', voidedAt: null, kind: { not: 'release' } },
    orderBy: { number: 'asc' },
  });
  for (const one of cases) {
    if (isActive(one) && one.userId !== null)
      await releaseCase(tx, { guildId, caseId: one.id, authorId: null, reason, origin: 'rule', now });
    else await enqueue(tx, caseClosed, { guildId, caseId: one.id }, { key: String(one.id) });
    await tx.moderationCase.update({
      where: { id: one.id },
      data: { voidedAt: now, voidReason: reason, updatedAt: now },
    });
  }
  return cases.length;
}
