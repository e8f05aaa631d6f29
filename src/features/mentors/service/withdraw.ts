import type { Tx } from '../../../infra/db.ts';
import { isMentor } from '../rules/profile.ts';
import { promiseCard, promiseChanged, promiseGone, promiseRole, recordEvent } from './event.ts';
import { holdMentor, keyOf, type Mentor, type Who } from './mentor.ts';

/**
 * A mentor no more: whoever waits for them is answered, and those whom they accompany are offered another. A measure of others is not ended by it.
 * `comment`: what staff say of it; null when it is not theirs.
 */
export async function withdraw(tx: Tx, mentor: Mentor, { comment, now }: { comment: string | null; now: Date }): Promise<Mentor> {
  const { guildId, userId } = mentor;
  await tx.mentorHold.deleteMany({ where: { guildId, userId, kind: { in: ['own', 'silence', 'renewal', 'absent'] } } });
  const withdrawn = await tx.mentorProfile.update({
    where: keyOf(mentor),
    data: {
      state: 'withdrawn',
      comment,
      pausedAs: null,
      pausedUntil: null,
      approvedUntil: null,
      renewalAskedAt: null,
      updatedAt: now,
      revision: { increment: 1 },
    },
  });
  if (isMentor(mentor)) {
    await promiseChanged(tx, mentor);
    await promiseGone(tx, mentor, now);
  }
  await promiseRole(tx, mentor);
  await promiseCard(tx, mentor);
  return withdrawn;
}

/** Somebody stops, at once and without a reason; null when they had no profile, or stopped before. `actorId` null: after a long absence. */
export async function withdrawMentor(
  tx: Tx,
  { guildId, userId, actorId, now }: Who & { actorId: string | null; now: Date },
): Promise<Mentor | null> {
  const mentor = await holdMentor(tx, { guildId, userId });
  if (!mentor || mentor.state === 'withdrawn') return null;
  await recordEvent(tx, { who: mentor, kind: 'withdrawn', actorId, now });
  return withdraw(tx, mentor, { comment: null, now });
}
