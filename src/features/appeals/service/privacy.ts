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

/** What waits is closed; that there was an appeal stays with the case. */
export async function eraseAppeals(tx: Tx, guildId: string, userId: string): Promise<void> {
  const own = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT id, guild_id AS "guildId" FROM appeal WHERE guild_id = ${guildId} AND user_id = ${userId} ORDER BY id FOR UPDATE`;
  await tx.appeal.updateMany({ where: { guildId, userId, state: { in: ['open', 'draft'] } }, data: { state: 'closed' } });
  await tx.appeal.updateMany({ where: { guildId, userId }, data: { userId: null, text: '', answer: '', messageId: null } });
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
