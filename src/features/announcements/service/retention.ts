import type { Db, Tx } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';

/** How long an announcement can be corrected or withdrawn. */
const keptFor = 365 * day;

export async function exportAnnouncements(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const written = await db.announcement.findMany({
    where: { guildId, authorId: userId },
    select: {
      title: true,
      body: true,
      audience: true,
      audienceName: true,
      state: true,
      createdAt: true,
      postedAt: true,
      editedAt: true,
      withdrawnAt: true,
      places: { select: { name: true } },
    },
    orderBy: { id: 'asc' },
  });
  return { written };
}

/** Drafts go; what was posted is the organisation's, and no longer says who wrote it. */
export async function eraseAnnouncements(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.announcement.deleteMany({ where: { guildId, authorId: userId, state: 'draft' } });
  await tx.announcement.updateMany({ where: { guildId, authorId: userId }, data: { authorId: null } });
}

/** The messages stay on Discord. */
export async function forgetOldAnnouncements(tx: Tx, now: Date): Promise<void> {
  await tx.announcement.deleteMany({ where: { postedAt: { lt: new Date(now.getTime() - keptFor) } } });
}
