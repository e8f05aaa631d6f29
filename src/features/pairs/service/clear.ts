import type { Db } from '../../../infra/db.ts';
import { findPair, type PairKey } from './pair.ts';

export type Sent = { channelId: string; messageId: string };

/** Direct messages under that key that are still on Discord, of whoever is left: what an erased person was told goes with them. */
export async function toldOf(db: Db, pair: PairKey, key: string): Promise<Sent[]> {
  const found = await findPair(db, pair);
  const people = [found?.mentorId, found?.learnerId].filter((id) => typeof id === 'string');
  const told = await db.notice.findMany({
    where: { guildId: pair.guildId, userId: { in: people }, key, messageId: { not: null } },
    select: { channelId: true, messageId: true },
  });
  return told.flatMap(({ channelId, messageId }) => (channelId && messageId ? [{ channelId, messageId }] : []));
}
