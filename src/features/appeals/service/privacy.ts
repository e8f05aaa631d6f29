import type { Db, Tx } from '../../../infra/db.ts';
import { mostTries } from '../rules/limit.ts';
import { promiseCard } from './appeal.ts';

/** Somebody's own appeals and the answers to them, and how many they decided. Never who decided theirs. */
export async function exportAppeals(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const [appeals, decided, tries] = await Promise.all([
    db.appeal.findMany({
      where: { guildId, userId },
      orderBy: { id: 'asc' },
      select: {
        case: { select: { number: true } },
        state: true,
        wish: true,
        text: true,
        answer: true,
        createdAt: true,
        sentAt: true,
        decidedAt: true,
      },
    }),
    db.appeal.count({ where: { guildId, decidedBy: userId } }),
    db.appealTry.findMany({ where: { userId }, select: { triedAt: true } }),
  ]);
  return {
    appeals: appeals.map(({ case: { number }, ...appeal }) => ({ case: number, ...appeal })),
    appealsDecided: decided,
    tries,
  };
}

/**
 * That there was an appeal stays with the case. One that waits against a sanction that runs is kept like the sanction, for the person: it could not be
 * sent again. What else waits is closed.
 */
export async function eraseAppeals(tx: Tx, guildId: string, userId: string): Promise<void> {
  const own = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT appeal.id, appeal.guild_id AS "guildId" FROM appeal JOIN moderation_case AS made ON made.id = appeal.case_id
    WHERE appeal.guild_id = ${guildId} AND appeal.user_id = ${userId} AND NOT (
      appeal.state IN ('open', 'draft') AND made.voided_at IS NULL AND made.ended_at IS NULL AND made.kind IN ('timeout', 'tempban', 'ban'))
    ORDER BY appeal.id FOR UPDATE OF appeal`;
  const id = { in: own.map((appeal) => appeal.id) };
  await tx.appeal.updateMany({ where: { id, state: { in: ['open', 'draft'] } }, data: { state: 'closed' } });
  await tx.appeal.updateMany({ where: { id }, data: { userId: null, text: '', answer: '', messageId: null } });
  for (const appeal of own) await promiseCard(tx, appeal);
  await tx.appeal.updateMany({ where: { guildId, decidedBy: userId }, data: { decidedBy: null } });
  await tx.appealTry.deleteMany({ where: { userId } });
}

/** An appeal names its person for as long as its case does, and a code that is none is counted for an hour. */
export async function forgetAppeals(tx: Tx, now: Date): Promise<void> {
  await tx.appealTry.deleteMany({ where: { triedAt: { lt: new Date(now.getTime() - mostTries.within) } } });
  const cut = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    UPDATE appeal SET user_id = NULL, text = '', answer = '', message_id = NULL, decided_by = NULL,
      state = CASE WHEN appeal.state IN ('open', 'draft') THEN 'closed' ELSE appeal.state END
    FROM moderation_case AS made
    WHERE made.id = appeal.case_id AND made.user_id IS NULL AND appeal.user_id IS NOT NULL
    RETURNING appeal.id, appeal.guild_id AS "guildId"`;
  for (const appeal of cut) await promiseCard(tx, appeal);
}
