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
  const { id: caseId } = await aCase(db, { ...there, userId, evidenceId });
  const written = { guildId, locale: 'fr', createdAt: now, sentAt: now, dueAt: now };
  await db.appeal.create({
    data: { ...written, caseId, userId, state: 'open', text: 'Ce n’était pas moi.', messageId: someone() },
  });
  await db.appealTry.create({ data: { userId, triedAt: now } });
  const other = await aCase(db, { ...there, userId: someone() });
  const decided = { state: 'upheld', decidedAt: now, decidedBy: userId, answer: 'La décision est juste.' } as const;
  await db.appeal.create({ data: { ...written, ...decided, caseId: other.id, userId: other.userId } });
  await aCase(db, { ...there, authorId: userId, behalfId: userId });
  await aCase(db, { ...there, userId: someone(), voidedBy: userId, voidedAt: now, voidReason: 'Erreur de personne.' });
  await aCase(db, { ...there, userId: someone(), hiddenBy: userId, hiddenAt: now });
}

/** What somebody leaves who was on a list during a raid, and decided things in one. */
export async function liveThroughRaid(
  db: Db,
  { guildId, userId, now }: { guildId: string; userId: string; now: Date },
): Promise<void> {
  const raid = await db.raid.create({
    data: {
      guildId,
      level: 'low',
      peak: 'low',
      cause: 'moderator',
      raisedBy: userId,
      startedAt: now,
      levelAt: now,
      signalAt: now,
      endedAt: now,
    },
  });
  const sweep = { guildId, raidId: raid.id, measure: 'kick', madeAt: now, confirmedAt: now, doneAt: now } as const;
  await db.raidSweep.create({ data: { ...sweep, madeBy: userId } });
  await db.raidSweep.create({ data: { ...sweep, people: { create: { guildId, userId, fate: 'done' } } } });
  await db.lockdown.create({
    data: {
      guildId,
      minutes: 5,
      reason: 'Des insultes.',
      madeBy: userId,
      madeAt: now,
      startedAt: now,
      endsAt: new Date(now.getTime() + 1),
      endedAt: now,
    },
  });
}
