import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Kind } from '../../../kernel/kind.ts';
import { forgetArrival } from '../../invites/service/arrival.ts';
import { findMember, findUngrantedGuilds, holdMembers, identify, identityOf } from '../../members/service.ts';
import { holdJoinable, type Joined, joinPromo, lockJoining } from '../../promos/service/joining.ts';
import { settleKinds } from '../../promos/service/kind.ts';
import { lockPerson } from '../../promos/service/member.ts';
import { alreadyDecided, changedSince, notWaiting, ownRequest, type Shortfall, unknownRequest } from '../messages/decision.ts';
import { joinsOnly, promoGone, promoNeedsKind } from '../messages/promo.ts';
import { joinKindOf, kindAfter, partOf, roleOf } from '../rules.ts';
import { cardTask, restoreTask, settleTask } from '../wire.ts';
import { type CardRequest, describeRequest } from './card.ts';
import type { Request } from './request.ts';

/** Who decides about which request, and when. */
export type Decision = { guildId: string; requestId: number; staffId: string; now: Date };

/** A request that was sent: the database holds these to be there. */
export type SentRequest = Request & { kind: Kind; firstName: string; lastName: string; email: string };

export const isSent = (request: Request): request is SentRequest =>
  Boolean(request.kind && request.firstName && request.lastName && request.email && request.submittedAt);

/** Staff said something about it that the person is to be told. */
export type Decided = Request & { status: 'accepted' | 'refused' | 'asked'; decidedAt: Date };

export const isDecided = (request: Request): request is Decided =>
  request.decidedAt !== null && (request.status === 'accepted' || request.status === 'refused' || request.status === 'asked');

type RequestKey = { guildId: string; requestId: number };

/** Null when it was erased, or never was of this server. */
export const findRequest = (db: Db | Tx, { guildId, requestId }: RequestKey): Promise<Request | null> =>
  db.identificationRequest.findFirst({ where: { id: requestId, guildId } });

/** Throws unless `staffId` may decide about it now. */
function requireWaiting(request: Request | null, staffId: string): SentRequest {
  if (!request || request.status === 'draft') throw unknownRequest();
  if (request.status === 'accepted' || request.status === 'refused') throw alreadyDecided(request.status, request.decidedBy);
  if (request.status === 'cancelled' || !isSent(request)) throw notWaiting();
  if (request.userId === staffId) throw ownRequest();
  return request;
}

/** The request, when it waits for a decision that `staffId` may take. Throws `onboarding.unknown_request`, `already_decided`, `not_waiting`, `own_request`. */
export const getWaiting = async (
  db: Db,
  { guildId, requestId, staffId }: RequestKey & { staffId: string },
): Promise<SentRequest> => requireWaiting(await findRequest(db, { guildId, requestId }), staffId);

/** Locked until the transaction ends: of two decisions at once, the second finds the first. */
async function lockWaiting(tx: Tx, { guildId, requestId, staffId }: Decision): Promise<SentRequest> {
  await tx.$queryRaw`SELECT id FROM identification_request WHERE id = ${requestId} AND guild_id = ${guildId} FOR UPDATE`;
  return requireWaiting(await findRequest(tx, { guildId, requestId }), staffId);
}

type Change =
  | { status: 'accepted'; joinResult: Joined | null }
  | { status: 'refused'; reason: string }
  | { status: 'asked'; question: string; answer: null; personRemindedAt: null };

/** Records a decision, leaves its trace, and promises its effects and its card. */
async function decide(
  tx: Tx,
  decision: Decision,
  change: Change,
  request: SentRequest,
  after: object = {},
): Promise<SentRequest> {
  const { guildId, requestId, staffId, now } = decision;
  await tx.identificationRequest.update({ where: { id: requestId }, data: { ...change, decidedAt: now, decidedBy: staffId } });
  const verb = { accepted: 'accept', refused: 'refuse', asked: 'ask' } as const;
  await audit(tx, {
    guildId,
    actorId: staffId,
    targetId: request.userId,
    action: `onboarding.${verb[change.status]}`,
    subject: `request:${requestId}`,
    before: { status: request.status },
    after: { status: change.status, kind: request.kind, ...after },
    at: now,
  });
  await enqueue(tx, settleTask, { guildId, requestId }, { key: String(requestId) });
  await enqueue(tx, cardTask, { guildId, requestId }, { key: String(requestId) });
  return request;
}

/** An accepted request, what became of the promo that it named, and the name of that promo. */
export type Accepted = SentRequest & { joinResult: Joined | null; promoName: string | null };

/** The person and the promo of a request are locked before it: whoever changes a promo, or who is in it, takes them in this order. */
async function lockAskedPromo(tx: Tx, { guildId, requestId }: Decision) {
  const request = await findRequest(tx, { guildId, requestId });
  if (!request || (request.status !== 'pending' && request.status !== 'asked')) return null;
  const { userId, promoId } = request;
  if (promoId !== null) return lockJoining(tx, { guildId, userId, promoId });
  await lockPerson(tx, guildId, userId);
  return null;
}

/**
 * The person is who they say: their identity is recorded at once, and they are in the promo that they named, unless it is over or they learn in
 * another already; roles, nickname and message follow. Throws as `getWaiting`, and `onboarding.changed` when the person corrected it after the
 * `revision` that was read.
 */
export const acceptRequest = (db: Db, decision: Decision, revision: number): Promise<Accepted> =>
  db.$transaction(async (tx) => {
    const promo = await lockAskedPromo(tx, decision);
    const request = await lockWaiting(tx, decision);
    if (request.revision !== revision || request.promoId !== (promo?.id ?? null)) throw changedSince();
    const { staffId, now } = decision;
    const { guildId, userId, kind: wanted, firstName, lastName, email, isJoin } = request;
    // What they are does not change under us, by a promo of theirs that ends just now.
    await holdMembers(tx, { guildId, userIds: [userId] });
    const known = identityOf(await findMember(tx, { guildId, userId }))?.kind ?? null;
    const part = partOf(wanted);
    // Staff read where somebody identified learns already: their promo more is meant.
    const entry = promo && part && { promo, userId, part, isSecond: isJoin || known !== null };
    const joinResult = entry && (await joinPromo(tx, { guildId, actorId: staffId, now }, entry));
    const isInside = joinResult === 'joined' || joinResult === 'already';
    const kind = kindAfter({ kind: wanted, formerKind: known, isJoin, isInside });
    const trace = promo ? { promo: promo.id, join: joinResult } : {};
    await decide(tx, decision, { status: 'accepted', joinResult }, request, trace);
    await identify(tx, { guildId, userId, kind, firstName, lastName, email, identifiedBy: staffId, now });
    if (isInside) await settleKinds(tx, { guildId, userIds: [userId] });
    // Who cannot be in a promo is expected in none, whatever their invite says.
    if (!joinKindOf(kind)) await forgetArrival(tx, { guildId, userId, now });
    const isAnother = known !== null && identityOf(await findMember(tx, { guildId, userId }))?.kind !== known;
    if (isAnother) await tx.identificationRequest.update({ where: { id: request.id }, data: { formerKind: known } });
    return { ...request, joinResult, promoName: promo?.name ?? null };
  });

/** Whoever nobody knows is expected nowhere any more; somebody identified, only not in the promo that the request named. */
async function forgetRefused(tx: Tx, { guildId, userId, promoId }: SentRequest, now: Date): Promise<void> {
  const isKnown = identityOf(await findMember(tx, { guildId, userId })) !== null;
  if (!isKnown) await forgetArrival(tx, { guildId, userId, now });
  else if (promoId !== null) await forgetArrival(tx, { guildId, userId, promoId, now });
}

/** `reason` is told to the person as it is. Throws as `getWaiting`. */
export const refuseRequest = (db: Db, decision: Decision, reason: string): Promise<SentRequest> =>
  db.$transaction(async (tx) => {
    const request = await lockWaiting(tx, decision);
    await forgetRefused(tx, request, decision.now);
    return decide(tx, decision, { status: 'refused', reason }, request);
  });

/** The person is asked and may correct; staff may still decide meanwhile. Throws as `getWaiting`. */
export const askPrecision = (db: Db, decision: Decision, question: string): Promise<SentRequest> =>
  db.$transaction(async (tx) => {
    const change = { status: 'asked', question, answer: null, personRemindedAt: null } as const;
    return decide(tx, decision, change, await lockWaiting(tx, decision));
  });

/** Records what staff changed of a request that waits: whoever read it before reads it again before accepting. */
async function amend(
  tx: Tx,
  { guildId, requestId, staffId, now }: Decision,
  request: SentRequest,
  { action, data }: { action: `onboarding.${string}`; data: { kind?: Kind; promoId?: number | null } },
): Promise<CardRequest> {
  const { revision } = await tx.identificationRequest.update({
    where: { id: requestId },
    data: { ...data, revision: { increment: 1 } },
  });
  await audit(tx, {
    guildId,
    actorId: staffId,
    targetId: request.userId,
    action,
    subject: `request:${requestId}`,
    before: data.kind === undefined ? { promo: request.promoId } : { kind: request.kind },
    after: data.kind === undefined ? { promo: data.promoId } : { kind: data.kind },
    at: now,
  });
  await enqueue(tx, cardTask, { guildId, requestId }, { key: String(requestId) });
  return describeRequest(tx, { ...request, ...data, revision });
}

/**
 * Staff know better who the person is. The promo goes with a kind that is in none. Throws as `getWaiting`, and `onboarding.joins_only` for a
 * request of somebody identified that is about a promo.
 */
export const changeKind = (db: Db, decision: Decision, kind: Kind): Promise<CardRequest> =>
  db.$transaction(async (tx) => {
    const request = await lockWaiting(tx, decision);
    if (request.isJoin) throw joinsOnly();
    if (request.kind === kind) return describeRequest(tx, request);
    const data = { kind, ...(partOf(kind) ? {} : { promoId: null }) };
    return amend(tx, decision, request, { action: 'onboarding.change_kind', data });
  });

/**
 * Staff know better where the person learns or teaches; null: nowhere. Throws as `getWaiting`, and `onboarding.promo_gone`, `promo_needs_kind`,
 * `joins_only` when nothing would be left of the request.
 */
export const changePromo = (db: Db, decision: Decision, promoId: number | null): Promise<CardRequest> =>
  db.$transaction(async (tx) => {
    if (promoId !== null && !(await holdJoinable(tx, { guildId: decision.guildId, promoId }))) throw promoGone();
    const request = await lockWaiting(tx, decision);
    if (promoId === null && request.isJoin) throw joinsOnly();
    if (promoId !== null && !partOf(request.kind)) throw promoNeedsKind();
    if (request.promoId === promoId) return describeRequest(tx, request);
    return amend(tx, decision, request, { action: 'onboarding.change_promo', data: { promoId } });
  });

/** A request that was sent, in whatever state, for staff to read its address. Throws `onboarding.unknown_request`. */
export async function getSent(db: Db, key: RequestKey): Promise<SentRequest> {
  const request = await findRequest(db, key);
  if (!request || !isSent(request)) throw unknownRequest();
  return request;
}

/** The same, with all that staff read of it. */
export const getCard = async (db: Db, key: RequestKey): Promise<CardRequest> => describeRequest(db, await getSent(db, key));

export const countWaiting = (db: Db, guildId: string): Promise<number> =>
  db.identificationRequest.count({ where: { guildId, status: 'pending' } });

/** What staff read of a request; null when there is nothing to show. */
export async function findCard(db: Db, key: RequestKey): Promise<CardRequest | null> {
  const request = await findSent(db, key);
  return request && describeRequest(db, request);
}

/** The sent form of a request; null when there is none. */
export async function findSent(db: Db, key: RequestKey): Promise<SentRequest | null> {
  const request = await findRequest(db, key);
  return request && isSent(request) ? request : null;
}

type Posted = {
  requestId: number;
  former: string | null;
  channelId: string;
  messageId: string;
  /** The promo whose manager it called. */
  calledPromoId: number | null;
};

/** Where the card is. False when another try had recorded one already, which may show an older state. */
export async function recordCard(db: Db, { requestId, former, channelId, messageId, calledPromoId }: Posted): Promise<boolean> {
  const { count } = await db.identificationRequest.updateMany({
    where: { id: requestId, cardMessageId: former },
    data: {
      cardChannelId: channelId,
      cardMessageId: messageId,
      ...(calledPromoId !== null && { calledPromoIds: { push: calledPromoId } }),
    },
  });
  return count > 0;
}

/** What the decision could not do; the card says it, and is left alone when it says so already. */
export const recordShortfalls = (db: Db, { guildId, requestId }: RequestKey, shortfalls: readonly Shortfall[]): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.identificationRequest.updateMany({
      where: { id: requestId, guildId, NOT: { shortfalls: { equals: [...shortfalls] } } },
      data: { shortfalls: [...shortfalls] },
    });
    if (count === 0) return;
    await enqueue(tx, cardTask, { guildId, requestId }, { key: String(requestId) });
  });

/** At most so many of a server at once: where a role cannot be given, each try is a refusal of Discord's. */
const mostGrants = 50;

/**
 * Tries again to give accepted people the roles that Discord refused or that were not bound then, when they are bound now. Only the last
 * acceptance of a person counts.
 */
export async function promiseGrants(tx: Tx, guildId?: string): Promise<void> {
  const due = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT id, guild_id AS "guildId" FROM (
      SELECT request.id, request.guild_id, row_number() OVER (PARTITION BY request.guild_id ORDER BY random()) AS place
      FROM identification_request AS request
      JOIN member ON member.guild_id = request.guild_id AND member.user_id = request.user_id AND member.left_at IS NULL
      WHERE request.status = 'accepted' AND request.shortfalls <> '{}'
        AND (${guildId ?? null}::text IS NULL OR request.guild_id = ${guildId ?? null})
        AND EXISTS (
          SELECT FROM role_binding AS bound
          WHERE bound.guild_id = request.guild_id AND 'role:' || bound.key = ANY (request.shortfalls))
        AND NOT EXISTS (SELECT FROM guild WHERE guild.id = request.guild_id AND guild.left_at IS NOT NULL)
        AND NOT EXISTS (
          SELECT FROM identification_request AS newer
          WHERE newer.guild_id = request.guild_id AND newer.user_id = request.user_id AND newer.id > request.id
            AND newer.status = 'accepted')
    ) AS due WHERE place <= ${mostGrants}`;
  await enqueueAll(
    tx,
    settleTask,
    due.map(({ id, guildId: of }) => ({ payload: { guildId: of, requestId: id }, key: String(id) })),
  );
}

/** Everybody identified whose kind's role was made or bound anew is given it. */
export async function promiseRestores(tx: Tx, guildId?: string): Promise<void> {
  const guilds = await findUngrantedGuilds(tx, roleOf, guildId);
  await enqueueAll(
    tx,
    restoreTask,
    guilds.map((id) => ({ payload: { guildId: id }, key: id })),
  );
}
