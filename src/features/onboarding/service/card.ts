import type { Db, Tx } from '../../../infra/db.ts';
import type { Kind } from '../../../kernel/kind.ts';
import { findMember, identityOf } from '../../members/service.ts';
import { findChoice, learningElsewhere, type PromoChoice } from '../../promos/service/joining.ts';
import type { SentRequest } from './decision.ts';

/** A request with all that staff read of it. */
export type CardRequest = SentRequest & {
  promo: PromoChoice | null;
  /** What the person was confirmed to be before it, if they were. */
  identifiedAs: Kind | null;
  /** Other promos where they learn, while the request waits. */
  learnsIn: string[];
};

export async function describeRequest(db: Db | Tx, request: SentRequest): Promise<CardRequest> {
  const { guildId, userId, promoId, kind, formerKind, status } = request;
  const isWaiting = status === 'pending' || status === 'asked';
  const [promo, member, learnsIn] = await Promise.all([
    promoId === null ? null : findChoice(db, { guildId, promoId }),
    findMember(db, { guildId, userId }),
    promoId === null || kind !== 'learner' || !isWaiting ? [] : learningElsewhere(db, { guildId, userId, except: promoId }),
  ]);
  return { ...request, promo, identifiedAs: formerKind ?? identityOf(member)?.kind ?? null, learnsIn };
}

/** The manager of the promo that a request names, whom nobody has called to it yet; null when there is nobody to call. */
export function managerToCall({ status, userId, promo, calledPromoIds }: CardRequest): string | null {
  if (status !== 'pending' || !promo?.managerId || promo.managerId === userId) return null;
  return calledPromoIds.includes(promo.id) ? null : promo.managerId;
}
