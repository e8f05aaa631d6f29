import type { IdentificationRequest } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Kind } from '../../../kernel/kind.ts';
import type { Locale } from '../../../kernel/text.ts';
import { findMember, type Identity, identityOf } from '../../members/service.ts';
import { findChoice, hasJoinable, holdJoinable, type PromoChoice } from '../../promos/service/joining.ts';
import { consentNeeded, invalidIdentity, kindMissing, notHere, nothingOpen } from '../messages/presentation.ts';
import { promoGone } from '../messages/promo.ts';
import { joinKindOf, noticeVersion, partOf, type Read, readEmail, readName } from '../rules.ts';
import { answeredTask, cardTask } from '../wire.ts';

export type Request = IdentificationRequest;
export type Who = { guildId: string; userId: string };

export const openStatuses = ['draft', 'pending', 'asked'] as const;
const isOpen = (request: Request): boolean => openStatuses.some((status) => status === request.status);

/** Where a person stands: what they must do next follows from it. */
export type Standing = {
  identity: Identity | null;
  /** When it was confirmed. */
  identifiedAt: Date | null;
  /** To the notice as it reads today. */
  hasConsented: boolean;
  /** The open request, else the last one when it was refused. */
  request: Request | null;
  /** The promo that the request names. */
  promo: PromoChoice | null;
  /** Somebody identified who may ask for a promo more. */
  canJoin: boolean;
};

export const hasConsented = async (db: Db | Tx, { guildId, userId }: Who): Promise<boolean> =>
  (await db.consent.count({ where: { guildId, userId, version: noticeVersion } })) > 0;

/** An open one is always the newest: no other can be made while it is open. */
const lastRequest = (db: Db | Tx, { guildId, userId }: Who): Promise<Request | null> =>
  db.identificationRequest.findFirst({ where: { guildId, userId }, orderBy: { id: 'desc' } });

export async function standingOf(db: Db | Tx, { guildId, userId }: Who): Promise<Standing> {
  const who = { guildId, userId };
  const [member, consented, last] = await Promise.all([findMember(db, who), hasConsented(db, who), lastRequest(db, who)]);
  const request = last && (isOpen(last) || last.status === 'refused') ? last : null;
  const identifiedAt = member?.identifiedAt ?? null;
  const identity = identityOf(member);
  const [promo, canJoin] = await Promise.all([
    request?.promoId ? findChoice(db, { guildId, promoId: request.promoId }) : null,
    identity && joinKindOf(identity.kind) ? hasJoinable(db, who) : false,
  ]);
  return { identity, identifiedAt, hasConsented: consented, request, promo, canJoin };
}

/** Who asks, and whether the press itself comes from inside the server. */
export type Asking = Who & { isPresent: boolean };

/** Buttons in direct messages outlive the presence on the server, and a forged one may name any server. */
export async function requirePresence(tx: Tx, { guildId, userId, isPresent }: Asking): Promise<void> {
  if (isPresent) return;
  const member = await findMember(tx, { guildId, userId });
  if (!member || member.leftAt) throw notHere();
}

/**
 * Records the consent to the notice of that `version`, and opens a draft for somebody who is not identified. Consent to a former version
 * is recorded as such, and the standing still asks for the present one.
 */
export const acceptNotice = (
  db: Db,
  { guildId, userId, isPresent, version, locale, now }: Asking & { version: string; locale: Locale; now: Date },
): Promise<Standing> =>
  db.$transaction(async (tx) => {
    await requirePresence(tx, { guildId, userId, isPresent });
    if (version === noticeVersion) {
      await tx.consent.createMany({ data: [{ guildId, userId, version, acceptedAt: now }], skipDuplicates: true });
      const member = await findMember(tx, { guildId, userId });
      if (!identityOf(member)) await openDraft(tx, { guildId, userId, kind: null, locale, now });
    }
    return standingOf(tx, { guildId, userId });
  });

/**
 * Opens a draft with what the person wrote last, unless a request is open: the partial unique index keeps it the only one, however many
 * ask at once. An open one stays as it is.
 */
async function openDraft(
  tx: Tx,
  { guildId, userId, kind, locale, now }: Who & { kind: Kind | null; locale: Locale; now: Date },
): Promise<void> {
  const known = (await lastRequest(tx, { guildId, userId })) ?? identityOf(await findMember(tx, { guildId, userId }));
  await tx.$executeRaw`
    INSERT INTO identification_request (guild_id, user_id, kind, first_name, last_name, email, locale, created_at)
    VALUES (${guildId}, ${userId}, ${kind}::kind, ${known?.firstName ?? null}, ${known?.lastName ?? null}, ${known?.email ?? null}, ${locale}, ${now})
    ON CONFLICT (guild_id, user_id) WHERE status IN ('draft', 'pending', 'asked') DO NOTHING`;
}

export const openRequest = (tx: Tx, { guildId, userId }: Who): Promise<Request | null> =>
  tx.identificationRequest.findFirst({ where: { guildId, userId, status: { in: [...openStatuses] } } });

/** The same, and nobody else changes it until the transaction ends. */
export async function lockOpen(tx: Tx, { guildId, userId }: Who): Promise<Request | null> {
  await tx.$queryRaw`
    SELECT id FROM identification_request
    WHERE guild_id = ${guildId} AND user_id = ${userId} AND status IN ('draft', 'pending', 'asked') FOR UPDATE`;
  return openRequest(tx, { guildId, userId });
}

/** Says who the person is, on the open request or a new one, and returns it. Throws `onboarding.consent_needed`, `not_here`. */
export const chooseKind = (
  db: Db,
  { guildId, userId, isPresent, kind, locale, now }: Asking & { kind: Kind; locale: Locale; now: Date },
): Promise<Request> =>
  db.$transaction(async (tx) => {
    await requirePresence(tx, { guildId, userId, isPresent });
    if (!(await hasConsented(tx, { guildId, userId }))) throw consentNeeded();
    await openDraft(tx, { guildId, userId, kind, locale, now });
    // What staff read is another request only when the kind is another. What was only about a promo becomes a change of identity.
    const { count } = await tx.identificationRequest.updateMany({
      where: {
        guildId,
        userId,
        status: { in: [...openStatuses] },
        OR: [{ kind: null }, { kind: { not: kind } }, { isJoin: true }],
      },
      data: { kind, locale, isJoin: false, revision: { increment: 1 }, ...(partOf(kind) ? {} : { promoId: null }) },
    });
    const request = await openRequest(tx, { guildId, userId });
    if (!request) throw nothingOpen();
    if (count > 0 && request.status !== 'draft')
      await enqueue(tx, cardTask, { guildId, requestId: request.id }, { key: String(request.id) });
    return request;
  });

export type Typed = { firstName: string; lastName: string; email: string };

export function readIdentity(typed: Typed): Typed {
  const read = { first_name: readName(typed.firstName), last_name: readName(typed.lastName), email: readEmail(typed.email) };
  const problems = (Object.entries(read) as [keyof typeof read, Read<string>][]).flatMap(([field, result]) =>
    result.ok ? [] : [{ field, fault: result.fault }],
  );
  const { first_name, last_name, email } = read;
  if (!first_name.ok || !last_name.ok || !email.ok) throw invalidIdentity(problems);
  return { firstName: first_name.value, lastName: last_name.value, email: email.value };
}

/**
 * Sends the open request to staff, or sends it again corrected; it keeps its place in their queue unless they had asked something. Throws
 * `onboarding.invalid_identity`, `nothing_open`, `consent_needed`, `kind_missing`, `promo_gone`, `not_here`. `answer` goes with what staff asked, if they did.
 */
export async function submitRequest(
  db: Db,
  { guildId, userId, isPresent, locale, now, answer, ...typed }: Asking & Typed & { answer?: string; locale: Locale; now: Date },
): Promise<Standing> {
  const identity = readIdentity(typed);
  return db.$transaction(async (tx) => {
    await requirePresence(tx, { guildId, userId, isPresent });
    if (!(await hasConsented(tx, { guildId, userId }))) throw consentNeeded();
    // The promo before the request, as who accepts takes them.
    const named = await openRequest(tx, { guildId, userId });
    const isGone = named?.promoId && !named.isJoin && !(await holdJoinable(tx, { guildId, promoId: named.promoId }));
    if (isGone) throw promoGone();
    const open = await lockOpen(tx, { guildId, userId });
    if (!open) throw nothingOpen();
    if (!open.kind) throw kindMissing();
    await tx.identificationRequest.update({
      where: { id: open.id },
      data: {
        ...identity,
        locale,
        status: 'pending',
        revision: { increment: 1 },
        // Sent again after a question it waits anew, and staff are reminded of it anew.
        ...(open.status !== 'pending' && { submittedAt: now, staffRemindedAt: null }),
        ...(open.status === 'asked' && { answer: answer || null }),
        decidedAt: null,
        decidedBy: null,
      },
    });
    await enqueue(tx, cardTask, { guildId, requestId: open.id }, { key: String(open.id) });
    // An edited card makes no channel unread: staff are told by a message of its own.
    if (open.status === 'asked') await enqueue(tx, answeredTask, { guildId, requestId: open.id }, { key: String(open.id) });
    return standingOf(tx, { guildId, userId });
  });
}

/** One's own open request, to correct it. Another's, or a closed one: `onboarding.nothing_open`. */
export async function getOwnRequest(db: Db, { guildId, userId, requestId }: Who & { requestId: number }): Promise<Request> {
  const request = await db.identificationRequest.findFirst({
    where: { id: requestId, guildId, userId, status: { in: [...openStatuses] } },
  });
  if (!request) throw nothingOpen();
  return request;
}

/** The person takes their request back, which makes them the one who decided. Throws `onboarding.nothing_open`. */
export const withdrawRequest = (db: Db, input: Who & { requestId: number; now: Date }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, requestId, now } = input;
    const { count } = await tx.identificationRequest.updateMany({
      where: { id: requestId, guildId, userId, status: { in: [...openStatuses] } },
      data: { status: 'cancelled', decidedAt: now, decidedBy: userId },
    });
    if (count === 0) throw nothingOpen();
    await enqueue(tx, cardTask, { guildId, requestId }, { key: String(requestId) });
  });
