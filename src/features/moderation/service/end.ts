import type { ModerationCase } from '../../../../prisma/client/client.ts';
import { type Db, enqueueEach, promised, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { caseClosed, type Origin } from '../../../kernel/moderation.ts';
import { needsAdmin, notActive } from '../messages/refusal.ts';
import { holdTask } from '../wire.ts';
import { promiseTelling, recordActed } from './act.ts';
import { getCase, lockCases, openCase, promisedAct, promisedStanding, sanctionKinds, timedKinds } from './case.ts';

type Release = {
  guildId: string;
  caseId: number;
  /** Null: the program, by `origin`. */
  authorId: string | null;
  reason: string;
  origin: Origin;
  auditId?: string | null;
  now: Date;
};

/** True while the sanction of a case binds somebody. */
export const isActive = ({ kind, endedAt, voidedAt }: Pick<ModerationCase, 'kind' | 'endedAt' | 'voidedAt'>): boolean =>
  (sanctionKinds as readonly string[]).includes(kind) && endedAt === null && voidedAt === null;

/**
 * A timeout or ban ends, by whatever came of it: its time, an appeal, a moderator, Discord's own menus. Returns the case of the end, whose task
 * ends it at Discord too. Throws `moderation.unknown_case`, `moderation.not_active`.
 */
export async function releaseCase(tx: Tx, release: Release): Promise<ModerationCase> {
  const { guildId, caseId, authorId, reason, origin, now } = release;
  await lockCases(tx, guildId);
  const ended = await getCase(tx, { guildId, caseId });
  if (!isActive(ended) || ended.userId === null) throw notActive();
  await tx.moderationCase.update({ where: { id: caseId }, data: { endedAt: now, updatedAt: now } });
  const isOver = origin === 'time' && ended.kind === 'timeout';
  const opened = await openCase(tx, {
    guildId,
    userId: ended.userId,
    kind: 'release',
    origin,
    authorId,
    reason,
    releasesId: caseId,
    auditId: release.auditId ?? null,
    isDone: isOver,
    now,
  });
  await enqueueEach(tx, [
    await promisedStanding(tx, { guildId, userId: ended.userId, now }),
    ...(origin === 'time' ? [] : [promised(caseClosed, { payload: { guildId, caseId }, key: String(caseId) })]),
  ]);
  return opened;
}

/** As many at once as a transaction may hold locked for long. */
const batch = 300;

/** Sanctions whose time is over end: those that Discord has, for what it does not have yet is not begun any more. */
export async function endDue(tx: Tx, now: Date): Promise<void> {
  const due = await tx.moderationCase.findMany({
    where: {
      kind: { in: [...timedKinds] },
      endsAt: { lte: now },
      endedAt: null,
      voidedAt: null,
      state: 'done',
      userId: { not: null },
    },
    // Bans first: Discord ends timeouts by itself.
    orderBy: [{ kind: 'desc' }, { endsAt: 'asc' }],
    take: batch,
    select: { id: true, guildId: true },
  });
  for (const { id, guildId } of due) {
    await lockCases(tx, guildId);
    const still = await tx.moderationCase.findUnique({ where: { id } });
    if (still && isActive(still)) await releaseCase(tx, { guildId, caseId: id, authorId: null, reason: '', origin: 'time', now });
  }
}

/** The timeout that somebody who joins is still under is given again. */
export async function holdAgain(
  db: Db | Tx,
  { guildId, userId, now }: { guildId: string; userId: string; now: Date },
): Promise<void> {
  const held = await db.moderationCase.findFirst({
    where: { guildId, userId, kind: 'timeout', state: 'done', endedAt: null, voidedAt: null, endsAt: { gt: now } },
    select: { id: true },
  });
  if (held) await enqueueEach(db, [promisedHold({ guildId, id: held.id })]);
}

const promisedHold = ({ guildId, id }: { guildId: string; id: number }) =>
  promised(holdTask, { payload: { guildId, caseId: id }, key: String(id), queue: `moderation.case:${id}` });

/** What was promised long ago and is not done: the queue gave it up, or Discord refused and may not any more. */
export async function promisePending(tx: Tx, before: Date): Promise<void> {
  const waiting = await tx.moderationCase.findMany({
    where: { state: 'pending', voidedAt: null, userId: { not: null }, createdAt: { lt: before } },
    orderBy: { id: 'asc' },
    take: 1_000,
    select: { id: true, guildId: true, releasesId: true },
  });
  await enqueueEach(tx, waiting.map(promisedAct));
}

/** Discord has ended it. The person is told of what ended early, except by those who tell them more themselves. */
export const recordReleased = (db: Db, released: Pick<ModerationCase, 'id' | 'guildId' | 'origin'>, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const isFirst = await recordActed(tx, { id: released.id, now });
    if (isFirst && released.origin !== 'time' && released.origin !== 'appeal') await promiseTelling(tx, released, 'lifted');
  });

/** People under a timeout who are looked at each time, unless they are known to have come back since: all of those are. */
const looked = 500;

/** Whoever is under a timeout of any server is looked at, for those who came back while nobody listened. */
export async function promiseHolds(tx: Tx, now: Date): Promise<void> {
  const held = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT one.id, one.guild_id AS "guildId" FROM moderation_case AS one
    LEFT JOIN member ON member.guild_id = one.guild_id AND member.user_id = one.user_id
    WHERE one.kind = 'timeout' AND one.state = 'done' AND one.ends_at > ${now} AND one.ended_at IS NULL AND one.voided_at IS NULL
      AND one.user_id IS NOT NULL AND member.left_at IS NULL
    ORDER BY coalesce(member.joined_at >= one.acted_at, false) DESC, one.id DESC LIMIT ${looked}`;
  await enqueueEach(tx, held.map(promisedHold));
}

/** Ends a sanction by hand. Throws `moderation.unknown_case`, `not_active`, `needs_admin`. */
export const liftCase = (
  db: Db,
  { guildId, actorId, now }: Change,
  { caseId, reason, isAdmin }: { caseId: number; reason: string; isAdmin: boolean },
): Promise<ModerationCase> =>
  db.$transaction(async (tx) => {
    requireLifter(await getCase(tx, { guildId, caseId }), isAdmin);
    return releaseCase(tx, { guildId, caseId, authorId: actorId, reason, origin: 'command', now });
  });

/** Permanent bans, and bans of which nobody knows how long they last, are the admins' to lift. Throws `moderation.needs_admin`. */
export function requireLifter(ended: Pick<ModerationCase, 'kind'> | null, isAdmin: boolean): void {
  if (!isAdmin && (ended === null || ended.kind === 'ban')) throw needsAdmin();
}
