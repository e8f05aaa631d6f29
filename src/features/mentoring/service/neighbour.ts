import type { MentoringPair } from '../../../../prisma/client/client.ts';
import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import { UserError } from '../../../kernel/text.ts';
import { defaultAnswerHours } from '../rules/limit.ts';

type Opening = {
  guildId: string;
  mentorId: string;
  learnerId: string;
  requestId: number | null;
  origin: 'asked' | 'campaign' | 'staff';
  score: number | null;
  reasons: readonly object[] | null;
  coordinatorId: string | null;
  createdBy: string | null;
  now: Date;
};

export async function openPair(tx: Tx, { reasons, ...opening }: Opening): Promise<MentoringPair> {
  const { guildId, mentorId, learnerId, now } = opening;
  const [mentor] = await tx.$queryRaw<{ capacity: number; state: string }[]>`
    SELECT capacity, state::text FROM mentor_profile WHERE guild_id = ${guildId} AND user_id = ${mentorId} FOR UPDATE`;
  const taken = await tx.mentoringPair.findMany({
    where: { guildId, mentorId, state: { not: 'ended' } },
    select: { seat: true },
  });
  const seat = [1, 2, 3, 4, 5].find((one) => one <= (mentor?.capacity ?? 0) && !taken.some((pair) => pair.seat === one));
  if (mentor?.state !== 'approved' || seat === undefined) throw new UserError('pairs.mentor_full', { fr: 'complet', en: 'full' });
  if ((await tx.mentoringPair.count({ where: { guildId, learnerId, state: { not: 'ended' } } })) > 0)
    throw new UserError('pairs.has_mentor', { fr: 'déjà', en: 'already' });
  const { now: _now, ...data } = opening;
  return tx.mentoringPair.create({
    data: {
      ...data,
      reasons: (reasons as unknown as Prisma.InputJsonValue) ?? Prisma.DbNull,
      seat,
      createdAt: now,
      activeAt: now,
    },
  });
}

export const endPairs = (tx: Tx, { guildId, userId, now }: { guildId: string; userId: string; now: Date }) =>
  tx.mentoringPair.updateMany({
    where: { guildId, state: { not: 'ended' }, OR: [{ mentorId: userId }, { learnerId: userId }] },
    data: { state: 'ended', endedAt: now, endedAs: 'left', pausedUntil: null },
  });

export const answerHours = async (db: Db | Tx, guildId: string): Promise<number> =>
  (await db.mentoringSetting.findUnique({ where: { guildId } }))?.answerHours ?? defaultAnswerHours;

export const pauseMentor = (
  tx: Tx,
  { guildId, userId, as, until, now }: { guildId: string; userId: string; as: 'own' | 'silence'; until: Date | null; now: Date },
) =>
  tx.mentorProfile.updateMany({
    where: { guildId, userId, state: 'approved' },
    data: { state: 'paused', pausedAs: as, pausedUntil: until, updatedAt: now },
  });

export const withdrawMentor = (tx: Tx, { guildId, userId, now }: { guildId: string; userId: string; now: Date }) =>
  tx.mentorProfile.updateMany({
    where: { guildId, userId, state: { not: 'withdrawn' } },
    data: { state: 'withdrawn', pausedAs: null, pausedUntil: null, updatedAt: now },
  });

export async function replaceAvoided(
  tx: Tx,
  { guildId, userId, avoidedIds, now }: { guildId: string; userId: string; avoidedIds: readonly string[]; now: Date },
) {
  await tx.mentoringAvoid.deleteMany({ where: { guildId, userId, wasPaired: false, avoidedId: { notIn: [...avoidedIds] } } });
  await tx.mentoringAvoid.createMany({
    data: avoidedIds.map((avoidedId) => ({ guildId, userId, avoidedId, at: now })),
    skipDuplicates: true,
  });
}

export const chosenAvoided = async (db: Db | Tx, { guildId, userId }: { guildId: string; userId: string }): Promise<string[]> =>
  (await db.mentoringAvoid.findMany({ where: { guildId, userId, wasPaired: false }, orderBy: { at: 'asc' } })).map(
    ({ avoidedId }) => avoidedId,
  );
