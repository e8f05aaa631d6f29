import type { Recommendation } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueAll, lock, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { findMember, identityOf } from '../../members/service.ts';
import { elsewhere, notOpen, unknownOffer } from '../messages/apply.ts';
import {
  notLearner,
  notYourself,
  recommendedTwice,
  tooManyRecommendations,
  unknownRecommendation,
} from '../messages/recommend.ts';
import { mostRecommendations } from '../rules/silence.ts';
import { recommendedTask, roomTask } from '../wire.ts';
import { findOffer, type OfferFacts } from './offer.ts';

/** An offer for which people can be recommended: those who read it read applications here. Throws `applications.unknown_offer`, `not_open`, `elsewhere`. */
export async function beginRecommendation(db: Db | Tx, { guildId, now }: Change, offerId: number): Promise<OfferFacts> {
  const offer = await findOffer(db, { guildId, offerId });
  if (!offer) throw unknownOffer();
  if (offer.state !== 'published' || !offer.expiresAt || offer.expiresAt <= now) throw notOpen();
  if (offer.applyUrl) throw elsewhere(offer.applyUrl);
  return offer;
}

/**
 * Keeps what alumni say of a learner, and promises to ask the learner. Throws as `beginRecommendation`, and `yourself`, `not_learner`,
 * `recommended`, `many_recommendations`.
 */
export const recommend = (
  db: Db,
  by: Change,
  { offerId, userId, words }: { offerId: number; userId: string; words: string },
): Promise<OfferFacts> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    await lock(tx, `applications.recommend:${guildId}:${actorId}`);
    const offer = await beginRecommendation(tx, by, offerId);
    if (userId === actorId) throw notYourself();
    const member = await findMember(tx, { guildId, userId });
    if (!member || member.leftAt || identityOf(member)?.kind !== 'learner') throw notLearner();
    const own = { guildId, authorId: actorId };
    if ((await tx.recommendation.count({ where: { ...own, offerId, userId } })) > 0) throw recommendedTwice();
    const waiting = await tx.recommendation.count({ where: { ...own, state: 'asked', offer: { state: 'published' } } });
    if (waiting >= mostRecommendations) throw tooManyRecommendations(mostRecommendations);
    const { id } = await tx.recommendation.create({ data: { ...own, offerId, userId, words, createdAt: now } });
    await enqueue(tx, recommendedTask, { guildId, recommendationId: id }, { key: String(id) });
    return offer;
  });

export type Asked = { recommendation: Recommendation; offer: OfferFacts; by: string };

/** A recommendation that waits for the consent of its person; null when it does not, or its offer is no longer open. */
export async function findAsked(db: Db, { guildId, id }: { guildId: string; id: number }): Promise<Asked | null> {
  const recommendation = await db.recommendation.findFirst({ where: { id, guildId, state: 'asked' } });
  const offer = recommendation && (await findOffer(db, { guildId, offerId: recommendation.offerId }));
  if (!recommendation || offer?.state !== 'published') return null;
  const author = await findMember(db, { guildId, userId: recommendation.authorId });
  const identity = identityOf(author);
  const by = identity ? `${identity.firstName} ${identity.lastName}` : (author?.displayName ?? '');
  return { recommendation, offer, by };
}

/** The answer of who is recommended. Throws `applications.unknown_recommendation`. */
export const answerRecommendation = (
  db: Db,
  { guildId, actorId, now }: Change,
  { id, agrees }: { id: number; agrees: boolean },
): Promise<OfferFacts> =>
  db.$transaction(async (tx) => {
    const [said] = await tx.recommendation.updateManyAndReturn({
      where: { id, guildId, userId: actorId, state: 'asked' },
      data: { state: agrees ? 'accepted' : 'refused', decidedAt: now },
      select: { offerId: true },
    });
    const offer = said && (await findOffer(tx, { guildId, offerId: said.offerId }));
    if (!offer) throw unknownRecommendation();
    // Who applied before they agreed is read with these words from now on.
    const sent = agrees
      ? await tx.application.findMany({
          where: { offerId: offer.id, userId: actorId, guildId, purgedAt: null },
          select: { id: true },
        })
      : [];
    await enqueueAll(
      tx,
      roomTask,
      sent.map((one) => ({ payload: { guildId, applicationId: one.id }, key: String(one.id) })),
    );
    return offer;
  });

/** Those that wait for this person, a few at a time. */
export async function askedOf(db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<Asked[]> {
  const rows = await db.recommendation.findMany({
    where: { guildId, userId, state: 'asked', offer: { state: 'published' } },
    orderBy: { id: 'asc' },
    take: 3,
    select: { id: true },
  });
  const found = await Promise.all(rows.map(({ id }) => findAsked(db, { guildId, id })));
  return found.flatMap((one) => (one ? [one] : []));
}

/** Open offers whose title or company has what was typed, or of that number; for the autocomplete. */
export const suggestOffers = (
  db: Db,
  { guildId, typed, now }: { guildId: string; typed: string; now: Date },
): Promise<{ id: number; title: string; company: string | null }[]> => {
  const part = `%${typed.trim().replace(/[\\%_]/g, '\\$&')}%`;
  return db.$queryRaw`
    SELECT offer.id, title, coalesce(company.name, relayed_for) AS company FROM offer LEFT JOIN company ON company.id = company_id
    WHERE offer.guild_id = ${guildId} AND offer.state = 'published' AND expires_at > ${now}
      AND (fold(title || ' ' || coalesce(company.name, relayed_for, '')) LIKE fold(${part}) OR offer.id::text = ${typed.trim()})
    ORDER BY published_at DESC, offer.id DESC LIMIT 25`;
};

/** What a person typed or chose: its number, or a part of its title. Throws `applications.unknown_offer`. */
export async function resolveOffer(
  db: Db,
  { guildId, typed, now }: { guildId: string; typed: string; now: Date },
): Promise<number> {
  if (/^\d{1,9}$/.test(typed.trim())) return Number(typed.trim());
  const [first] = await suggestOffers(db, { guildId, typed, now });
  if (!first) throw unknownOffer();
  return first.id;
}
