import { lock, type Tx } from '../../../infra/db.ts';
import type { Who } from './mentor.ts';

/**
 * Serialises, until the transaction ends, what makes a request or a pair of somebody who learns, or forgets them. Everybody takes locks in one order: whoever
 * learns, mentors by their id, then requests.
 */
export const lockLearner = (tx: Tx, { guildId, userId }: Who): Promise<void> =>
  lock(tx, `mentoring.learner:${guildId}:${userId}`);
