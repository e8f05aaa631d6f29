import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import { endedKeptFor } from '../rules/life.ts';
import { forgetDrafts } from './draft.ts';
import { endOffer } from './end.ts';
import { promiseCard, removeCard } from './offer.ts';

/** Drafts nobody touched; after two years, who wrote, reviewed and reported what has ended. */
export async function forgetOld(tx: Tx, now: Date): Promise<void> {
  await forgetDrafts(tx, now);
  const before = new Date(now.getTime() - endedKeptFor);
  await tx.$executeRaw`
    UPDATE offer SET author_id = NULL, decided_by = NULL, typed = NULL, changes = NULL, flagged_at = NULL
    WHERE closed_at < ${before} AND (author_id IS NOT NULL OR decided_by IS NOT NULL OR flagged_at IS NOT NULL)`;
  await tx.$executeRaw`
    DELETE FROM offer_report USING offer WHERE offer.id = offer_report.offer_id AND offer.closed_at < ${before}`;
}

export async function exportJobs(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const [written, reviewed, reports] = await Promise.all([
    // Who decided is another person's data.
    db.offer.findMany({
      where: { guildId, authorId: userId },
      omit: { decidedBy: true, cardChannelId: true, cardMessageId: true, shown: true },
      orderBy: { id: 'asc' },
    }),
    db.offer.findMany({ where: { guildId, decidedBy: userId }, select: { id: true, decidedAt: true }, orderBy: { id: 'asc' } }),
    db.offerReport.findMany({
      where: { guildId, reporterId: userId },
      select: { offerId: true, category: true, comment: true, createdAt: true, settledAt: true },
      orderBy: { id: 'asc' },
    }),
  ]);
  return { written, reviewed, reports };
}

/** What was never shown goes; what is open closes, since nobody would answer; what was shown stays without its author. */
export async function eraseJobs(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  const own = await tx.offer.findMany({ where: { guildId, authorId: userId } });
  for (const offer of own) {
    await removeCard(tx, offer);
    if (offer.publishedAt === null) {
      await tx.offer.delete({ where: { id: offer.id } });
      continue;
    }
    await tx.offer.update({
      where: { id: offer.id },
      data: { authorId: null, typed: Prisma.DbNull, changes: Prisma.DbNull, cardChannelId: null, cardMessageId: null },
    });
    if (offer.state !== 'closed') await endOffer(tx, offer, 'author_left', now);
  }
  const decided = await tx.offer.findMany({ where: { guildId, decidedBy: userId }, select: { id: true, guildId: true } });
  await tx.offer.updateMany({ where: { guildId, decidedBy: userId }, data: { decidedBy: null } });
  for (const offer of decided) await promiseCard(tx, offer);
  await tx.offerReport.deleteMany({ where: { guildId, reporterId: userId } });
  // What nobody reports any more waits no longer, unless it is hidden already.
  const freed = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    UPDATE offer SET flagged_at = NULL WHERE guild_id = ${guildId} AND flagged_at IS NOT NULL AND (reported_at IS NULL OR state = 'closed')
      AND NOT EXISTS (SELECT FROM offer_report AS report WHERE report.offer_id = offer.id AND report.settled_at IS NULL)
    RETURNING id, guild_id AS "guildId"`;
  for (const offer of freed) await promiseCard(tx, offer);
}
