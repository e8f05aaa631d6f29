import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { requestKept } from '../rules/limit.ts';
import { nextTask } from '../wire.ts';
import { closeRequests } from './request.ts';

/** What somebody asked for, and what they were asked as a mentor, without the names of others. */
export async function exportRequests(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const [requests, asked, preferred] = await Promise.all([
    db.mentoringRequest.findMany({
      where: { guildId, userId },
      include: { asks: true, preferences: { orderBy: { place: 'asc' } } },
      orderBy: { id: 'asc' },
    }),
    db.mentoringAsk.findMany({ where: { guildId, mentorId: userId }, orderBy: { id: 'asc' } }),
    db.mentoringPreference.count({ where: { guildId, mentorId: userId } }),
  ]);
  return { requests, asked, preferredBy: preferred };
}

/** Whoever waited for an answer of theirs goes on to the next mentor, and mentors whom they had asked need not answer. */
export async function eraseRequests(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  await closeRequests(tx, { guildId, learnerIds: [userId], as: 'withdrawn', now });
  await tx.mentoringRequest.deleteMany({ where: { guildId, userId } });
  const waiting = await tx.mentoringAsk.findMany({
    where: { guildId, mentorId: userId, state: { in: ['asked', 'question'] } },
    select: { id: true, requestId: true },
  });
  await enqueueAll(
    tx,
    nextTask,
    waiting.map(({ id: askId, requestId }) => ({
      payload: { guildId, requestId, askId, why: 'unavailable' as const },
      key: String(askId),
    })),
  );
  await tx.mentoringAsk.deleteMany({ where: { guildId, mentorId: userId } });
  await tx.mentoringPreference.deleteMany({ where: { guildId, mentorId: userId } });
}

/** Deletes closed requests that have outlived their use, with what was asked for them. */
export const forgetRequests = (tx: Tx, now: Date) =>
  tx.mentoringRequest.deleteMany({
    where: { state: { not: 'waiting' }, closedAt: { lt: new Date(now.getTime() - requestKept) } },
  });
