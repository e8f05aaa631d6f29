import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import { stripTask } from '../wire.ts';
import { promiseCard, promiseGone } from './event.ts';
import { removeCards } from './life.ts';
import { lockAllOf } from './lock.ts';
import { countPairs, findMentor } from './mentor.ts';

/** All that is kept of somebody who offers help, and whom they avoid. */
export async function exportMentor(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const own = { guildId, userId };
  const [profile, holds, events, avoided, decided, written] = await Promise.all([
    // Who decided is another person's data.
    db.mentorProfile.findUnique({ where: { guildId_userId: own }, omit: { decidedBy: true } }),
    db.mentorHold.findMany({ where: own, select: { kind: true, until: true, at: true } }),
    db.mentorEvent.findMany({ where: own, orderBy: { id: 'asc' } }),
    db.mentoringAvoid.findMany({ where: own }),
    db.mentorProfile.count({ where: { guildId, decidedBy: userId } }),
    db.mentorEvent.findMany({
      where: { guildId, actedBy: userId, userId: { not: userId } },
      orderBy: { id: 'asc' },
      select: { kind: true, note: true, at: true },
    }),
  ]);
  return {
    profile,
    pauses: holds,
    history: events.map(({ actedBy, userId: _, ...event }) => ({ ...event, byYou: actedBy === userId })),
    avoided,
    profilesDecided: decided,
    decisions: written,
  };
}

/** Whoever pairs this person at this moment is waited for: the features that erase what comes after see it. */
export async function eraseMentor(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  const who = { guildId, userId };
  await lockAllOf(tx, who);
  const mentor = await findMentor(tx, who);
  if (mentor) {
    if ((await countPairs(tx, who)) > 0) await promiseGone(tx, who, now);
    if (mentor.roleGiven && mentor.grantedRoleId)
      await enqueue(
        tx,
        stripTask,
        { guildId, strangerId: userId, roleId: mentor.grantedRoleId },
        { key: `${guildId}:${userId}` },
      );
    await removeCards(tx, [mentor]);
  }
  await tx.mentorProfile.deleteMany({ where: who });
  await tx.mentorHold.deleteMany({ where: who });
  await tx.mentoringAvoid.deleteMany({ where: { guildId, OR: [{ userId }, { avoidedId: userId }] } });
  // Whoever they decided about keeps the decision; their cards name somebody else no more.
  const named = await tx.mentorEvent.findMany({
    where: { guildId, actedBy: userId },
    distinct: ['userId'],
    select: { userId: true },
  });
  await tx.mentorEvent.updateMany({ where: { guildId, actedBy: userId }, data: { actedBy: null } });
  await tx.mentorProfile.updateMany({ where: { guildId, decidedBy: userId }, data: { decidedBy: null } });
  for (const one of named) await promiseCard(tx, { guildId, userId: one.userId });
}
