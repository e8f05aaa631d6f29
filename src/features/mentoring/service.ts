import type { Db, Tx } from '../../infra/db.ts';

/** What somebody asked for, and what they were asked as a mentor. */
export async function exportRequests(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const [requests, asked] = await Promise.all([
    db.mentoringRequest.findMany({ where: { guildId, userId }, orderBy: { id: 'asc' } }),
    db.mentoringAsk.findMany({ where: { guildId, mentorId: userId }, orderBy: { id: 'asc' } }),
  ]);
  return { requests, asked };
}

export async function eraseRequests(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.mentoringRequest.deleteMany({ where: { guildId, userId } });
  await tx.mentoringAsk.deleteMany({ where: { guildId, mentorId: userId } });
  await tx.mentoringPreference.deleteMany({ where: { guildId, mentorId: userId } });
}
