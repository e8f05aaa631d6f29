import type { Db } from '../../../src/infra/db.ts';
import { aMentor, aPair, aRequest, someone } from '../mentoring/factory.ts';

/** What somebody leaves behind who was accompanied once, and accompanies others. */
export async function liveAsMentor(
  db: Db,
  { guildId, userId, now }: { guildId: string; userId: string; now: Date },
): Promise<void> {
  const there = { guildId, createdAt: now };
  await aMentor(db, { ...there, userId, decidedBy: someone() });
  const mentorId = (await aMentor(db, { ...there, decidedBy: userId })).userId;
  await db.mentoringAvoid.create({ data: { guildId, userId, avoidedId: someone(), at: now } });
  const request = await aRequest(db, { ...there, userId });
  await db.mentoringPreference.create({ data: { requestId: request.id, guildId, mentorId, place: 1 } });
  await db.mentoringAsk.create({ data: { requestId: request.id, guildId, mentorId, place: 1, score: 0.5, reasons: [] } });
  const asked = await aRequest(db, { ...there, userId: someone() });
  await db.mentoringPreference.create({ data: { requestId: asked.id, guildId, mentorId: userId, place: 1 } });
  await db.mentoringAsk.create({ data: { requestId: asked.id, guildId, mentorId: userId, place: 1, score: 0.5, reasons: [] } });
  const asLearner = await aPair(db, { ...there, learnerId: userId });
  const asMentor = await aPair(db, { ...there, mentorId: userId });
  await aPair(db, { ...there, coordinatorId: userId, createdBy: userId });
  for (const { id: pairId } of [asLearner, asMentor]) {
    const { id: sessionId } = await db.mentoringSession.create({
      data: {
        pairId,
        guildId,
        state: 'missed',
        startsAt: now,
        minutes: 30,
        plannedBy: userId,
        settledBy: userId,
        missedBy: userId,
        createdAt: now,
        settledAt: now,
      },
    });
    await db.mentoringOpinion.create({
      data: {
        pairId,
        sessionId,
        guildId,
        userId,
        byMentor: pairId === asMentor.id,
        useful: 4,
        comfort: 4,
        comment: `Avis de ${userId}`,
        saidAt: now,
      },
    });
  }
}
