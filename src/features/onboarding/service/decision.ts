import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Kind } from '../../../kernel/kind.ts';
import { findUngrantedGuilds, identify } from '../../members/service.ts';
import { alreadyDecided, changedSince, notWaiting, ownRequest, type Shortfall, unknownRequest } from '../messages/decision.ts';
import { roleOf } from '../rules.ts';
import { cardTask, restoreTask, settleTask } from '../wire.ts';
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
  | { status: 'accepted' }
  | { status: 'refused'; reason: string }
  | { status: 'asked'; question: string; answer: null; personRemindedAt: null };

/** Records a decision, leaves its trace, and promises its effects and its card. */
async function decide(tx: Tx, decision: Decision, change: Change): Promise<SentRequest> {
  const { guildId, requestId, staffId, now } = decision;
  const request = await lockWaiting(tx, decision);
  await tx.identificationRequest.update({ where: { id: requestId }, data: { ...change, decidedAt: now, decidedBy: staffId } });
  const verb = { accepted: 'accept', refused: 'refuse', asked: 'ask' } as const;
  await audit(tx, {
    guildId,
    actorId: staffId,
    targetId: request.userId,
    action: `onboarding.${verb[change.status]}`,
    subject: `request:${requestId}`,
    before: { status: request.status },
    after: { status: change.status, kind: request.kind },
    at: now,
  });
  await enqueue(tx, settleTask, { guildId, requestId }, { key: String(requestId) });
  await enqueue(tx, cardTask, { guildId, requestId }, { key: String(requestId) });
  return request;
}

/**
 * The person is who they say: their identity is recorded at once, roles, nickname and message follow. Throws as `getWaiting`, and
 * `onboarding.changed` when the person corrected it after the `revision` that was read.
 */
export const acceptRequest = (db: Db, decision: Decision, revision: number): Promise<SentRequest> =>
  db.$transaction(async (tx) => {
    const request = await decide(tx, decision, { status: 'accepted' });
    if (request.revision !== revision) throw changedSince();
    const { guildId, userId, kind, firstName, lastName, email } = request;
    const identity = { kind, firstName, lastName, email };
    const formerKind = await identify(tx, { guildId, userId, ...identity, identifiedBy: decision.staffId, now: decision.now });
    if (formerKind !== kind) await tx.identificationRequest.update({ where: { id: request.id }, data: { formerKind } });
    return request;
  });

/** `reason` is told to the person as it is. Throws as `getWaiting`. */
export const refuseRequest = (db: Db, decision: Decision, reason: string): Promise<SentRequest> =>
  db.$transaction((tx) => decide(tx, decision, { status: 'refused', reason }));

/** The person is asked and may correct; staff may still decide meanwhile. Throws as `getWaiting`. */
export const askPrecision = (db: Db, decision: Decision, question: string): Promise<SentRequest> =>
  db.$transaction((tx) => decide(tx, decision, { status: 'asked', question, answer: null, personRemindedAt: null }));

/** Staff know better who the person is; whoever read the former kind reads again before accepting. Throws as `getWaiting`. */
export const changeKind = (db: Db, decision: Decision, kind: Kind): Promise<SentRequest> =>
  db.$transaction(async (tx) => {
    const { guildId, requestId, staffId, now } = decision;
    const request = await lockWaiting(tx, decision);
    if (request.kind === kind) return request;
    const { revision } = await tx.identificationRequest.update({
      where: { id: requestId },
      data: { kind, revision: { increment: 1 } },
    });
    await audit(tx, {
      guildId,
      actorId: staffId,
      targetId: request.userId,
      action: 'onboarding.change_kind',
      subject: `request:${requestId}`,
      before: { kind: request.kind },
      after: { kind },
      at: now,
    });
    await enqueue(tx, cardTask, { guildId, requestId }, { key: String(requestId) });
    return { ...request, kind, revision };
  });

/** A request that was sent, in whatever state, for staff to read its address. Throws `onboarding.unknown_request`. */
export async function getSent(db: Db, key: RequestKey): Promise<SentRequest> {
  const request = await findRequest(db, key);
  if (!request || !isSent(request)) throw unknownRequest();
  return request;
}

export const countWaiting = (db: Db, guildId: string): Promise<number> =>
  db.identificationRequest.count({ where: { guildId, status: 'pending' } });

/** Requests that wait for staff, and those that wait for an answer of the person. */
export type Waiting = { pending: number; asked: number };

export async function countOpen(db: Db, guildId: string): Promise<Waiting> {
  const found = await db.identificationRequest.groupBy({
    by: ['status'],
    where: { guildId, status: { in: ['pending', 'asked'] } },
    _count: true,
  });
  const countOf = (wanted: Request['status']): number => found.find(({ status }) => status === wanted)?._count ?? 0;
  return { pending: countOf('pending'), asked: countOf('asked') };
}

/** One request of the staff's queue, oldest first; `at` begins at 0. */
export type QueuePage = { request: SentRequest | null; at: number; total: number };

/** The request at that place of the queue, or the last one when the queue is shorter by now. */
export async function readQueue(db: Db, { guildId, at }: { guildId: string; at: number }): Promise<QueuePage> {
  const total = await countWaiting(db, guildId);
  const shown = Math.max(0, Math.min(at, total - 1));
  const request = await db.identificationRequest.findFirst({
    where: { guildId, status: 'pending' },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    skip: shown,
  });
  return { request: request && isSent(request) ? request : null, at: shown, total };
}

/** The sent form of a request for its card; null when there is nothing to show. */
export async function findSent(db: Db, key: RequestKey): Promise<SentRequest | null> {
  const request = await findRequest(db, key);
  return request && isSent(request) ? request : null;
}

/** Where the card is. False when another try had recorded one already, which may show an older state. */
export async function recordCard(
  db: Db,
  { requestId, former, channelId, messageId }: { requestId: number; former: string | null; channelId: string; messageId: string },
): Promise<boolean> {
  const { count } = await db.identificationRequest.updateMany({
    where: { id: requestId, cardMessageId: former },
    data: { cardChannelId: channelId, cardMessageId: messageId },
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
