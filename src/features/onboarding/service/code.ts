import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Locale } from '../../../kernel/text.ts';
import { timeOf } from '../../../kernel/time.ts';
import { findMember, identify, identityOf } from '../../members/service.ts';
import { type Claim, takeCode } from '../../rosters/service/code.ts';
import { codeElsewhere, tooManyCodes, wrongCode } from '../messages/code.ts';
import { ownRequest } from '../messages/decision.ts';
import { consentNeeded } from '../messages/presentation.ts';
import { cardTask, settleTask } from '../wire.ts';
import { type Asking, hasConsented, lockOpen, requirePresence, type Standing, standingOf } from './request.ts';

/** Where a code led. `isNew`: it said who the person is, which nobody had confirmed before. */
export type Entered = { standing: Standing; promo: string; isNew: boolean };

/**
 * A person types the code of their promo's list: they are who it says, at once, in the name of the staff who imported the list, and enter the
 * promo. Whoever is identified keeps their identity. Throws `onboarding.wrong_code`, `too_many_codes`, `code_elsewhere`, `consent_needed`,
 * `not_here`, and `own_request` for who would confirm themselves.
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
    // After the person and the promo, as staff who accept it do: of the two, the second finds the first.
    await lockOpen(tx, who);
    const isNew = identityOf(await findMember(tx, who)) === null;
    if (isNew) await accept(tx, { ...who, claim: taken.claim, locale, now });
    return { result: 'entered', standing: await standingOf(tx, who), promo: taken.claim.promo.name, isNew } as const;
  });
  // Only now: a wrong code is counted by what was committed.
  switch (outcome.result) {
    case 'wrong':
      throw wrongCode();
    case 'limited':
      throw tooManyCodes(timeOf(outcome.until, 'R'));
    case 'elsewhere':
      throw codeElsewhere(outcome.promo);
    case 'entered':
      return outcome;
  }
}

type Acceptance = { guildId: string; userId: string; claim: Claim; locale: Locale; now: Date };

/** Their request, open or new, is accepted with what the list says; roles, name and message follow as for any other. */
async function accept(tx: Tx, { guildId, userId, claim, locale, now }: Acceptance): Promise<void> {
  const { firstName, lastName, email, addedBy, promo, lineId } = claim;
  if (addedBy === userId) throw ownRequest();
  const [request] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO identification_request AS open
      (guild_id, user_id, status, kind, first_name, last_name, email, locale, promo_id, created_at, submitted_at)
    VALUES (${guildId}, ${userId}, 'pending', 'learner', ${firstName}, ${lastName}, ${email}, ${locale}, ${promo.id}, ${now}, ${now})
    ON CONFLICT (guild_id, user_id) WHERE status IN ('draft', 'pending', 'asked') DO UPDATE SET
      kind = EXCLUDED.kind, first_name = EXCLUDED.first_name, last_name = EXCLUDED.last_name, email = EXCLUDED.email,
      locale = EXCLUDED.locale, promo_id = EXCLUDED.promo_id, revision = open.revision + 1, submitted_at = coalesce(open.submitted_at, EXCLUDED.submitted_at)
    RETURNING id`;
  const requestId = request?.id ?? 0;
  await tx.identificationRequest.update({
    where: { id: requestId },
    data: { status: 'accepted', decidedAt: now, decidedBy: addedBy, byCode: true, joinResult: 'joined' },
  });
  await identify(tx, { guildId, userId, kind: 'learner', firstName, lastName, email, identifiedBy: addedBy, now });
  if (addedBy !== null)
    await audit(tx, {
      guildId,
      actorId: addedBy,
      targetId: userId,
      action: 'onboarding.accept_code',
      subject: `request:${requestId}`,
      after: { status: 'accepted', kind: 'learner', promo: promo.id, line: lineId },
      at: now,
    });
  await enqueue(tx, settleTask, { guildId, requestId }, { key: String(requestId) });
  await enqueue(tx, cardTask, { guildId, requestId }, { key: String(requestId) });
}
