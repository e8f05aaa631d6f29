import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { Locale } from '../../../kernel/text.ts';
import { alreadyApplied, consentVersion, elsewhere, notOpen, ownOffer, unknownOffer } from '../messages/apply.ts';
import { roomTask } from '../wire.ts';
import { findOffer, type OfferFacts } from './offer.ts';

/** An offer to which this person may apply. Throws `applications.unknown_offer`, `own_offer`, `not_open`, `elsewhere`. */
async function requireOpen(
  db: Db | Tx,
  { guildId, actorId, now }: Change,
  offerId: number,
  options: { holds?: boolean } = {},
): Promise<OfferFacts> {
  const offer = await findOffer(db, { guildId, offerId }, options);
  if (!offer || !['published', 'hidden', 'closed'].includes(offer.state)) throw unknownOffer();
  if (offer.authorId === actorId || offer.handlers.includes(actorId)) throw ownOffer();
  if (offer.state !== 'published' || !offer.expiresAt || offer.expiresAt <= now) throw notOpen();
  if (offer.applyUrl) throw elsewhere(offer.applyUrl);
  return offer;
}

/** Before the form: nobody writes what cannot be sent. Also throws `applications.twice`. */
export async function beginApplication(db: Db, by: Change, offerId: number): Promise<OfferFacts> {
  const offer = await requireOpen(db, by, offerId);
  const { guildId, actorId } = by;
  const there = await db.application.count({ where: { guildId, userId: actorId, offerId, stage: { not: 'withdrawn' } } });
  if (there > 0) throw alreadyApplied();
  return offer;
}

export type NewApplication = {
  offerId: number;
  locale: Locale;
  message: string;
  file: { name: string; bytes: Uint8Array } | null;
};

/**
 * Keeps an application, its file until Discord has it, and promises its thread. The offer cannot be closed meanwhile: whoever closes it finds this
 * application. Throws as `beginApplication`.
 */
export const apply = (db: Db, by: Change, { offerId, locale, message, file }: NewApplication): Promise<OfferFacts> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const offer = await requireOpen(tx, by, offerId, { holds: true });
    const [row] = await tx.$queryRaw<{ id: number }[]>`/* kept */
      INSERT INTO application (guild_id, offer_id, user_id, locale, message, consent_version, consented_at, sent_at, stage_at, campus_id)
      SELECT ${guildId}, ${offerId}, ${actorId}, ${locale}, ${message}, ${consentVersion}, ${now}, ${now}, ${now}, (
        SELECT campus_id FROM promo_member AS person JOIN promo ON promo.id = person.promo_id
        WHERE person.guild_id = ${guildId} AND person.user_id = ${actorId} AND part = 'learner'
        ORDER BY person.left_at DESC NULLS FIRST, person.id DESC LIMIT 1)
      ON CONFLICT (offer_id, user_id) WHERE stage <> 'withdrawn' DO NOTHING RETURNING id`;
    if (!row) throw alreadyApplied();
    if (file)
      await tx.applicationFile.create({
        data: {
          applicationId: row.id,
          guildId,
          userId: actorId,
          name: file.name,
          bytes: new Uint8Array(file.bytes),
          createdAt: now,
        },
      });
    await enqueue(tx, roomTask, { guildId, applicationId: row.id }, { key: String(row.id) });
    return offer;
  });
