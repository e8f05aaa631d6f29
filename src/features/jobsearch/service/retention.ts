import type { Db, Tx } from '../../../infra/db.ts';
import { matchKeptFor, offAlertKeptFor, savedKeptFor, searchKeptFor, seekerKeptFor } from '../rules/limit.ts';

/** What nobody needs any more; also words that no open offer has. */
export async function forgetOld(tx: Tx, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age);
  await tx.jobSearch.deleteMany({ where: { askedAt: { lt: before(searchKeptFor) } } });
  await tx.jobAlert.deleteMany({ where: { isOn: false, changedAt: { lt: before(offAlertKeptFor) } } });
  await tx.alertMatch.deleteMany({ where: { matchedAt: { lt: before(matchKeptFor) } } });
  await tx.$executeRaw`
    DELETE FROM saved_offer USING offer WHERE offer.id = saved_offer.offer_id AND offer.closed_at < ${before(savedKeptFor)}::timestamptz`;
  // Alerts need the row: the hour of their digest is in it.
  await tx.$executeRaw`
    DELETE FROM job_seeker WHERE used_at < ${before(seekerKeptFor)}::timestamptz AND NOT EXISTS (
      SELECT FROM job_alert WHERE job_alert.guild_id = job_seeker.guild_id AND job_alert.user_id = job_seeker.user_id)`;
  await tx.$executeRaw`
    DELETE FROM offer_word WHERE NOT EXISTS (
      SELECT FROM listed_offer WHERE listed_offer.guild_id = offer_word.guild_id AND words @@ stem::tsquery)`;
}

/** Who has left for so long wants to be told of nothing here. */
export async function forgetLeft(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - offAlertKeptFor);
  await tx.$executeRaw`
    DELETE FROM job_alert USING member
    WHERE member.guild_id = job_alert.guild_id AND member.user_id = job_alert.user_id AND member.left_at < ${before}::timestamptz`;
}

export async function exportJobsearch(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const where = { guildId, userId };
  const offer = { select: { title: true } };
  const [seeker, lastSearch, saved, alerts, told] = await Promise.all([
    db.jobSeeker.findUnique({ where: { guildId_userId: where } }),
    db.jobSearch.findUnique({ where: { guildId_userId: where } }),
    db.savedOffer.findMany({ where, include: { offer }, orderBy: { savedAt: 'asc' } }),
    db.jobAlert.findMany({ where, orderBy: { slot: 'asc' } }),
    db.alertMatch.findMany({ where, include: { offer }, orderBy: { id: 'asc' } }),
  ]);
  return { seeker, lastSearch, saved, alerts, told };
}

export async function eraseJobsearch(tx: Tx, guildId: string, userId: string): Promise<void> {
  const where = { guildId, userId };
  await tx.alertMatch.deleteMany({ where });
  await tx.jobAlert.deleteMany({ where });
  await tx.savedOffer.deleteMany({ where });
  await tx.jobSearch.deleteMany({ where });
  await tx.jobSeeker.deleteMany({ where });
}
