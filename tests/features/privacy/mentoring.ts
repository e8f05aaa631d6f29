import type { Db } from '../../../src/infra/db.ts';
import { aCircle, aFlash } from '../circles/stage.ts';
import { aMentor, aPair, aRequest, someone } from '../mentoring/factory.ts';

/** What somebody leaves behind who was accompanied once, and accompanies others. */
export async function liveAsMentor(
  db: Db,
  { guildId, userId, now }: { guildId: string; userId: string; now: Date },
): Promise<void> {
  const there = { guildId, createdAt: now };
  await aMentor(db, { ...there, userId, decidedBy: someone(), grantedRoleId: someone(), roleGiven: true });
  const mentorId = (await aMentor(db, { ...there, decidedBy: userId })).userId;
  await db.mentorHold.create({ data: { guildId, userId, kind: 'own', at: now } });
  await db.mentorEvent.create({ data: { guildId, userId, kind: 'asked', actedBy: someone(), note: 'Un métier ?', at: now } });
  await db.mentorEvent.create({ data: { guildId, userId: mentorId, kind: 'approved', actedBy: userId, at: now } });
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
  const campaign = await db.mentoringCampaign.create({
    data: {
      ...there,
      name: 'Printemps',
      opensAt: now,
      closesAt: new Date(now.getTime() + 1),
      weights: {},
      seed: 1,
      minScore: 0,
      createdBy: userId,
      coordinatorId: userId,
    },
  });
  const inCampaign = { campaignId: campaign.id, guildId };
  await db.campaignParticipant.create({ data: { ...inCampaign, userId, part: 'learner', joinedAt: now } });
  const proposed = { ...inCampaign, learnerScore: 0.5, mentorScore: 0.5, score: 0.5, reasons: [] };
  await db.campaignPair.create({ data: { ...proposed, learnerId: userId, mentorId } });
  await db.campaignPair.create({ data: { ...proposed, learnerId: someone(), mentorId: userId } });
  await db.campaignPair.create({ data: { ...proposed, learnerId: someone(), mentorId, rivalId: userId } });
  await db.campaignExclusion.create({ data: { ...inCampaign, learnerId: userId, mentorId, at: now } });
  await db.campaignExclusion.create({ data: { ...inCampaign, learnerId: someone(), mentorId: userId, at: now } });
  const ended = { state: 'ended', endedAt: now, endedAs: 'mentor', endedBy: userId, endReason: 'Trop de travail.' } as const;
  await aPair(db, { ...there, mentorId: userId, seat: 2, ...ended });
  for (const { id: pairId } of [asLearner, asMentor]) {
    await db.mentoringGoal.create({
      data: { pairId, guildId, place: 1, text: 'Trouver un stage', createdAt: now, updatedAt: now },
    });
    await db.mentoringNote.create({ data: { pairId, guildId, userId, text: 'Parler de la période d’essai.', updatedAt: now } });
    const report = { pairId, guildId, about: 'other', slot: 1, createdAt: now } as const;
    await db.mentoringReport.create({ data: { ...report, userId, text: 'Je ne suis pas à l’aise.' } });
    await db.mentoringReport.create({ data: { ...report, userId: someone(), aboutUserId: userId, text: 'Il ne vient pas.' } });
    await db.mentoringPairPost.create({
      data: { pairId, guildId, channelId: someone(), messageId: someone(), postedAt: now },
    });
  }
  const { id: pairId } = await aPair(db, there);
  const handled = { handledAt: now, handledBy: userId, note: 'Appelé les deux.' };
  await db.mentoringReport.create({
    data: { pairId, guildId, userId: someone(), about: 'else', slot: 1, text: 'Une question.', createdAt: now, ...handled },
  });
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
  await liveInCircles(db, { guildId, userId, now });
}

/** Asked for quick help and gave some, leads a circle, is in another, and wrote to staff of both. */
async function liveInCircles(db: Db, { guildId, userId, now }: { guildId: string; userId: string; now: Date }): Promise<void> {
  const there = { guildId, createdAt: now };
  const over = { takenAt: now, endedAt: now, endedBy: userId };
  const asked = await aFlash(db, { ...there, ...over, learnerId: userId, mentorId: someone(), state: 'cancelled' });
  const given = await aFlash(db, { ...there, ...over, mentorId: userId, state: 'done', minutes: 30 });
  await aFlash(db, { ...there, learnerId: userId });
  await db.mentoringFlashAsk.create({ data: { flashId: given.id, guildId, mentorId: userId, state: 'taken', at: now } });
  await db.mentoringFlashWish.create({ data: { guildId, userId, wish: 'always', updatedAt: now } });
  const led = await aCircle(db, { ...there, mentorId: userId });
  const joined = await aCircle(db, { ...there, createdBy: userId });
  await db.mentoringCirclePlace.create({
    data: { circleId: joined.id, guildId, userId, state: 'inside', seat: 1, askedAt: now },
  });
  await db.mentoringCircleMeeting.create({
    data: { circleId: led.id, guildId, mentorId: userId, startsAt: now, minutes: 60, place: 'Salle commune', createdAt: now },
  });
  const report = { guildId, userId, words: 'Des messages qui dérangent.', createdAt: now };
  await db.mentoringCircleReport.create({ data: { ...report, flashId: asked.id } });
  await db.mentoringCircleReport.create({
    data: { ...report, userId: someone(), circleId: joined.id, handledAt: now, handledBy: userId },
  });
}
