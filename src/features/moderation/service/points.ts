import type { Db, Tx } from '../../../infra/db.ts';

type Who = { guildId: string; userId: string };

/** Points that still count: neither void nor decayed. */
export async function activePoints(db: Db | Tx, { guildId, userId }: Who, now: Date): Promise<number> {
  const { _sum } = await db.moderationCase.aggregate({
    _sum: { points: true },
    where: { guildId, userId, pointsUntil: { gt: now }, voidedAt: null },
  });
  return _sum.points ?? 0;
}

/** Cases of somebody as moderators count them: void and hidden ones, and ends of sanctions, are not held against anybody. */
export const countCases = (db: Db | Tx, { guildId, userId }: Who): Promise<number> =>
  db.moderationCase.count({ where: { guildId, userId, voidedAt: null, hiddenAt: null, kind: { not: 'release' } } });

/** Whether somebody has a case that is theirs to read. */
export const hasOwnCases = async (db: Db, { guildId, userId }: Who): Promise<boolean> =>
  (await db.moderationCase.findFirst({
    where: { guildId, userId, kind: { notIn: ['note', 'release'] }, voidedAt: null, state: { not: 'failed' } },
    select: { id: true },
  })) !== null;
