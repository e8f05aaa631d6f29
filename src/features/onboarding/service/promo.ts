import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Locale } from '../../../kernel/text.ts';
import { findMember, identityOf } from '../../members/service.ts';
import { holdJoinable } from '../../promos/service/joining.ts';
import { isInside } from '../../promos/service/member.ts';
import { consentNeeded, kindMissing, nothingOpen } from '../messages/presentation.ts';
import { alreadyInside, notIdentified, otherRequest, promoGone, promoNeedsKind } from '../messages/promo.ts';
import { joinKindOf, partOf } from '../rules.ts';
import { cardTask } from '../wire.ts';
import {
  type Asking,
  hasConsented,
  lockOpen,
  openRequest,
  type Request,
  readIdentity,
  requirePresence,
  type Standing,
  standingOf,
  type Typed,
} from './request.ts';

const promiseCard = (tx: Tx, { guildId, id }: { guildId: string; id: number }): Promise<void> =>
  enqueue(tx, cardTask, { guildId, requestId: id }, { key: String(id) });

async function requireAgreed(tx: Tx, asking: Asking): Promise<void> {
  await requirePresence(tx, asking);
  if (!(await hasConsented(tx, asking))) throw consentNeeded();
}

/**
 * Says where the person learns or teaches, on the open request; null: nowhere that is listed. Throws `onboarding.promo_gone`,
 * `promo_needs_kind`, `kind_missing`, `nothing_open`, `consent_needed`, `not_here`.
 */
export const choosePromo = (
  db: Db,
  { promoId, locale, ...asking }: Asking & { promoId: number | null; locale: Locale },
): Promise<Request> =>
  db.$transaction(async (tx) => {
    const { guildId, userId } = asking;
    await requireAgreed(tx, asking);
    // The promo before the request, as who accepts takes them.
    if (promoId !== null && !(await holdJoinable(tx, { guildId, promoId }))) throw promoGone();
    const open = await lockOpen(tx, { guildId, userId });
    if (!open) throw nothingOpen();
    if (!open.kind) throw kindMissing();
    if (promoId !== null && !partOf(open.kind)) throw promoNeedsKind();
    if (open.promoId === promoId) return open;
    // Nothing would be left of it.
    if (open.isJoin && promoId === null) throw nothingOpen();
    const chosen = await tx.identificationRequest.update({
      where: { id: open.id },
      data: { promoId, locale, revision: { increment: 1 } },
    });
    if (chosen.status !== 'draft') await promiseCard(tx, chosen);
    return chosen;
  });

/**
 * Takes the promo out of the open request when it can no longer be joined, and keeps what was typed in a draft. Answers with the request as it
 * is then; null when there is nothing to say. Throws `onboarding.invalid_identity`, `not_here`.
 */
export async function dropGonePromo(db: Db, { firstName, lastName, email, ...asking }: Asking & Typed): Promise<Request | null> {
  const { guildId, userId } = asking;
  const identity = readIdentity({ firstName, lastName, email });
  return db.$transaction(async (tx) => {
    await requirePresence(tx, asking);
    const named = (await openRequest(tx, { guildId, userId }))?.promoId ?? null;
    if (named === null || (await holdJoinable(tx, { guildId, promoId: named }))) return null;
    const open = await lockOpen(tx, { guildId, userId });
    if (!open || open.isJoin || open.promoId !== named) return null;
    const dropped = await tx.identificationRequest.update({
      where: { id: open.id },
      data: { promoId: null, revision: { increment: 1 }, ...(open.status === 'draft' && identity) },
    });
    if (dropped.status !== 'draft') await promiseCard(tx, dropped);
    return dropped;
  });
}

type Row = { id: number; guildId: string };

/**
 * Somebody identified asks for a promo more, with the identity that is known; of an open request of that kind, another promo. A change that was
 * only begun makes way. Throws `onboarding.not_identified`, `promo_gone`, `already_inside`, `other_request`, `consent_needed`, `not_here`.
 */
export const askToJoin = (
  db: Db,
  { promoId, locale, now, ...asking }: Asking & { promoId: number; locale: Locale; now: Date },
): Promise<Standing> =>
  db.$transaction(async (tx) => {
    const { guildId, userId } = asking;
    await requireAgreed(tx, asking);
    const identity = identityOf(await findMember(tx, { guildId, userId }));
    const kind = identity && joinKindOf(identity.kind);
    if (!identity || !kind) throw notIdentified();
    if (!(await holdJoinable(tx, { guildId, promoId }))) throw promoGone();
    if (await isInside(tx, { promoId, userId })) throw alreadyInside();
    const { firstName, lastName, email } = identity;
    const [sent] = await tx.$queryRaw<Row[]>`
      INSERT INTO identification_request AS open
        (guild_id, user_id, status, kind, first_name, last_name, email, locale, promo_id, is_join, created_at, submitted_at)
      VALUES (${guildId}, ${userId}, 'pending', ${kind}::kind, ${firstName}, ${lastName}, ${email}, ${locale}, ${promoId}, true, ${now}, ${now})
      ON CONFLICT (guild_id, user_id) WHERE status IN ('draft', 'pending', 'asked') DO UPDATE SET
        status = CASE WHEN open.status = 'draft' THEN 'pending' ELSE open.status END,
        kind = EXCLUDED.kind,
        first_name = CASE WHEN open.status = 'draft' THEN EXCLUDED.first_name ELSE open.first_name END,
        last_name = CASE WHEN open.status = 'draft' THEN EXCLUDED.last_name ELSE open.last_name END,
        email = CASE WHEN open.status = 'draft' THEN EXCLUDED.email ELSE open.email END,
        submitted_at = CASE WHEN open.status = 'draft' THEN EXCLUDED.submitted_at ELSE open.submitted_at END,
        locale = EXCLUDED.locale, promo_id = EXCLUDED.promo_id, is_join = true, revision = open.revision + 1
      WHERE open.status = 'draft' OR (open.is_join AND open.promo_id IS DISTINCT FROM EXCLUDED.promo_id)
      RETURNING id, guild_id AS "guildId"`;
    if (sent) await promiseCard(tx, sent);
    else if (!(await openRequest(tx, { guildId, userId }))?.isJoin) throw otherRequest();
    return standingOf(tx, { guildId, userId });
  });
