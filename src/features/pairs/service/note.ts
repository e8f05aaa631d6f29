import type { Db } from '../../../infra/db.ts';
import { getOwnPair, holdPair, type Who } from './pair.ts';

/** What somebody keeps for themselves of a pair of theirs; empty for nothing. Also after its end, until it is deleted. */
export async function readNote(db: Db, who: Who, pairId: number): Promise<string> {
  await getOwnPair(db, who, pairId);
  const note = await db.mentoringNote.findUnique({ where: { pairId_userId: { pairId, userId: who.userId } } });
  return note?.text ?? '';
}

/** An empty one is deleted. Throws `pairs.unknown`. */
export const saveNote = (db: Db, who: Who, { pairId, text }: { pairId: number; text: string }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    await holdPair(tx, { guildId, pairId });
    await getOwnPair(tx, who, pairId);
    if (text === '') {
      await tx.mentoringNote.deleteMany({ where: { pairId, userId } });
      return;
    }
    const where = { pairId_userId: { pairId, userId } };
    await tx.mentoringNote.upsert({
      where,
      create: { pairId, guildId, userId, text, updatedAt: now },
      update: { text, updatedAt: now },
    });
  });
