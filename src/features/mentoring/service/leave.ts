import type { Db } from '../../../infra/db.ts';
import { enqueue } from '../../../infra/db.ts';
import { mentorChanged } from '../../../kernel/mentoring.ts';
import { nothingToLeave } from '../messages/status.ts';
import { lockMentors } from './ask.ts';
import { endPairs, withdrawMentor } from './neighbour.ts';
import { closeRequests, lockLearner, type Who } from './request.ts';
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
    await lockLearner(tx, who);
    await lockMentors(tx, guildId, [userId]);
    await closeRequests(tx, { guildId, learnerIds: [userId], as: 'withdrawn', now });
    await endPairs(tx, who);
    await withdrawMentor(tx, who);
    await enqueue(tx, mentorChanged, { guildId, userId }, { key: `${guildId}:${userId}` });
  });
