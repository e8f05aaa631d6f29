import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import { kinds } from '../../../kernel/kind.ts';
import type { Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { findMember, identify, identityOf } from '../../members/service.ts';
import { findChoice, type PromoChoice } from '../../promos/service/joining.ts';
import { type Claim, takeCode } from '../../rosters/service/code.ts';
import { codeElsewhere, codeKind, codePlaced, tooManyCodes, wrongCode } from '../messages/code.ts';
import { ownRequest } from '../messages/decision.ts';
import { consentNeeded } from '../messages/presentation.ts';
import { cardTask, settleTask } from '../wire.ts';
import {
  type Asking,
  hasConsented,
  lockOpen,
  type Request,
  requirePresence,
  type Standing,
  standingOf,
  type Who,
} from './request.ts';

/** Where a code led. `isNew`: it said who the person is, which nobody had confirmed before. */
export type Entered = { standing: Standing; promo: PromoChoice | null; isNew: boolean };

/**
 * A person types the code of their promo's list: they are who it says, at once, in the name of the staff who imported the list, and enter the
 * promo. Whoever is identified keeps their identity, and their request to join that promo is accepted. Throws `onboarding.wrong_code`,
 * `too_many_codes`, `code_elsewhere`, `code_kind`, `code_placed`, `consent_needed`, `not_here`, and `own_request` for who would confirm themselves.
 */
export async function enterByCode(
  db: Db,
  { guildId, userId, isPresent, typed, locale, now }: Asking & { typed: string; locale: Locale; now: Date },
): Promise<Entered> {
  const who = { guildId, userId };
  const outcome = await db.$transaction(async (tx) => {
    await requirePresence(tx, { ...who, isPresent });
    if (!(await hasConsented(tx, who))) throw consentNeeded();
    const taken = await takeCode(tx, { ...who, typed, now });
    if (taken.result !== 'taken') return taken;
    const { claim } = taken;
    // After the person and the promo, as staff who accept it do: of the two, the second finds the first.
    const open = await lockOpen(tx, who);
    const isNew = identityOf(await findMember(tx, who)) === null;
    if (isNew) await introduce(tx, { ...who, claim, locale, now });
    else if (open?.isJoin && open.promoId === claim.promo.id) await accept(tx, open, { claim, now });
    const promo = await findChoice(tx, { guildId, promoId: claim.promo.id });
    return { result: 'entered', standing: await standingOf(tx, who), promo, isNew } as const;
  });
  // Only now: a wrong code is counted by what was committed.
  switch (outcome.result) {
    case 'wrong':
      throw wrongCode();
    case 'limited':
      throw tooManyCodes(timeOf(outcome.until, 'R'));
    case 'elsewhere':
      throw codeElsewhere(outcome.promo);
    case 'kind':
      throw codeKind(kinds[outcome.kind]);
    case 'placed':
      throw codePlaced(outcome.promo);
    case 'entered':
      return outcome;
  }
}

/** A newcomer is who the list says: their request, open or new, says so too, and is accepted. */
async function introduce(
  tx: Tx,
  { guildId, userId, claim, locale, now }: Who & { claim: Claim; locale: Locale; now: Date },
): Promise<void> {
  const { firstName, lastName, email, addedBy, promo } = claim;
  const [written] = await tx.$queryRaw<Pick<Request, 'id'>[]>`
    INSERT INTO identification_request AS open
      (guild_id, user_id, status, kind, first_name, last_name, email, locale, promo_id, created_at, submitted_at)
    VALUES (${guildId}, ${userId}, 'pending', 'learner', ${firstName}, ${lastName}, ${email}, ${locale}, ${promo.id}, ${now}, ${now})
    ON CONFLICT (guild_id, user_id) WHERE status IN ('draft', 'pending', 'asked') DO UPDATE SET
      kind = EXCLUDED.kind, first_name = EXCLUDED.first_name, last_name = EXCLUDED.last_name, email = EXCLUDED.email,
      locale = EXCLUDED.locale, promo_id = EXCLUDED.promo_id, revision = open.revision + 1, submitted_at = coalesce(open.submitted_at, EXCLUDED.submitted_at)
    RETURNING id`;
  await accept(tx, { id: written?.id ?? 0, guildId, userId }, { claim, now });
  await identify(tx, { guildId, userId, kind: 'learner', firstName, lastName, email, identifiedBy: addedBy, now });
}

/**
 * The request is accepted by the code, in the name of who imported the list, or of the person when that one is forgotten; roles, name and message
 * follow as for any other.
 */
async function accept(
  tx: Tx,
  { id: requestId, guildId, userId }: Pick<Request, 'id' | 'guildId' | 'userId'>,
  { claim, now }: { claim: Claim; now: Date },
): Promise<void> {
  const { addedBy, promo, lineId } = claim;
  if (addedBy === userId) throw ownRequest();
  await tx.identificationRequest.update({
    where: { id: requestId },
    data: { status: 'accepted', decidedAt: now, decidedBy: addedBy, byCode: true, joinResult: 'joined' },
  });
  await audit(tx, {
    guildId,
    actorId: addedBy ?? userId,
    targetId: userId,
    action: 'onboarding.accept_code',
    subject: `request:${requestId}`,
    after: { status: 'accepted', kind: 'learner', promo: promo.id, line: lineId },
    at: now,
  });
  await enqueue(tx, settleTask, { guildId, requestId }, { key: String(requestId) });
  await enqueue(tx, cardTask, { guildId, requestId }, { key: String(requestId) });
}
