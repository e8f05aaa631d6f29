import type { Db } from '../../../src/infra/db.ts';
import { aCase, someEvidence, someone } from '../moderation/factory.ts';

/** What somebody leaves behind who was sanctioned once, and moderates too. */
export async function liveAsModerated(
  db: Db,
  { guildId, userId, now }: { guildId: string; userId: string; now: Date },
): Promise<void> {
  const there = { guildId, createdAt: now };
  const { id: evidenceId } = await someEvidence(db, { ...there, userId });
  await db.moderationFile.create({
    data: { evidenceId, name: 'capture.png', contentType: 'image/png', size: 3, url: 'https://cdn.example/capture.png' },
  });
  await aCase(db, { ...there, userId, evidenceId });
  await aCase(db, { ...there, authorId: userId, behalfId: userId });
  await aCase(db, { ...there, userId: someone(), voidedBy: userId, voidedAt: now, voidReason: 'Erreur de personne.' });
  await aCase(db, { ...there, userId: someone(), hiddenBy: userId, hiddenAt: now });
}
