import type { ModerationCase } from '../../../../prisma/client/client.ts';
import { enqueueEach, type Tx } from '../../../infra/db.ts';
import { longestTimeoutSeconds } from '../../../kernel/moderation.ts';
import { second } from '../../../kernel/time.ts';
import { notActive } from '../messages/refusal.ts';
import { getCase, lockCases, promisedStanding } from './case.ts';
import { isActive } from './end.ts';

/**
 * A timeout that runs lasts longer, never longer than Discord knows. Whoever extends it tells Discord, by a task in the line `actLine` of the person, so that
 * its end never comes before. Throws `moderation.unknown_case`, `moderation.not_active`.
 */
export async function extendCase(
  tx: Tx,
  { guildId, caseId, endsAt, now }: { guildId: string; caseId: number; endsAt: Date; now: Date },
): Promise<ModerationCase> {
  await lockCases(tx, guildId);
  const one = await getCase(tx, { guildId, caseId });
  if (one.kind !== 'timeout' || one.userId === null || !isActive(one)) throw notActive();
  const latest = new Date(now.getTime() + longestTimeoutSeconds * second);
  const extended = await tx.moderationCase.update({
    where: { id: caseId },
    data: { endsAt: endsAt < latest ? endsAt : latest, updatedAt: now },
  });
  await enqueueEach(tx, [await promisedStanding(tx, { guildId, userId: one.userId, now })]);
  return extended;
}
