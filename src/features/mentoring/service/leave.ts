import type { Db } from '../../../infra/db.ts';
import { lockMentors, lockPerson } from '../../mentors/service/lock.ts';
import { withdrawMentor } from '../../mentors/service/withdraw.ts';
import { endPair } from '../../pairs/service/end.ts';
import { pairsOf } from '../../pairs/service/pair.ts';
import { nothingToLeave } from '../messages/status.ts';
import { closeRequests, type Who } from './request.ts';
import { type OwnPair, pairsFor } from './status.ts';

/** All that ends when somebody leaves mentoring. */
export type Leaving = { hasRequest: boolean; hasProfile: boolean; pairs: OwnPair[] };

export async function leavingOf(db: Db, who: Who): Promise<Leaving> {
  const { guildId, userId } = who;
  const [requests, profiles, pairs] = await Promise.all([
    db.mentoringRequest.count({ where: { guildId, userId, state: 'waiting' } }),
    db.mentorProfile.count({ where: { guildId, userId, state: { not: 'withdrawn' } } }),
    pairsFor(db, who),
  ]);
  if (requests + profiles + pairs.length === 0) throw nothingToLeave();
  return { hasRequest: requests > 0, hasProfile: profiles > 0, pairs };
}

/** Request, profile and pairs, together. */
export const leave = (db: Db, who: Who): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = who;
    await lockPerson(tx, who);
    await lockMentors(tx, guildId, [userId]);
    await closeRequests(tx, { guildId, learnerIds: [userId], as: 'withdrawn', now });
    await withdrawMentor(tx, { guildId, userId, actorId: userId, now });
    for (const { id: pairId, mentorId } of await pairsOf(tx, who))
      await endPair(tx, { guildId, pairId, as: mentorId === userId ? 'mentor' : 'learner', by: userId, now });
  });
