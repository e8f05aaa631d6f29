import type { ModerationCase } from '../../../../prisma/client/client.ts';
import { type Db, enqueueEach, Prisma, promised, type Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import type { Change } from '../../../kernel/change.ts';
import { caseClosed, type Origin } from '../../../kernel/moderation.ts';
import { day } from '../../../kernel/time.ts';
import { ownCase } from '../messages/case.ts';
import { needsAdmin, notActive } from '../messages/refusal.ts';
import { holdTask } from '../wire.ts';
import { failCase, promiseTelling, recordActed } from './act.ts';
import { activeSanction, actLine, getCase, lockCases, openCase, promisedAct, promisedStanding, sanctionKinds } from './case.ts';

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
    isReasonInternal: origin === 'discord',
    releasesId: caseId,
    erasureAskedAt: ended.erasureAskedAt,
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

/** Nothing is done on a server that the bot left: what ends there meanwhile ends when it is back. */
const isHere = Prisma.sql`NOT EXISTS (SELECT FROM guild WHERE guild.id = one.guild_id AND guild.left_at IS NOT NULL)`;

/** Sanctions whose time is over end: those that Discord has, for what it does not have yet is not begun any more. */
export async function endDue(tx: Tx, now: Date): Promise<void> {
  // Bans first: Discord ends timeouts by itself.
  const due = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT id, guild_id AS "guildId" FROM moderation_case AS one
    WHERE kind IN ('timeout', 'tempban') AND ends_at <= ${now} AND ended_at IS NULL AND voided_at IS NULL AND state = 'done' AND user_id IS NOT NULL
      AND ${isHere}
    ORDER BY kind DESC, ends_at LIMIT ${batch}`;
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
  if (held) await enqueueEach(db, [promisedHold({ guildId, userId, id: held.id })]);
}

const promisedHold = ({ guildId, userId, id }: { guildId: string; userId: string; id: number }) =>
  promised(holdTask, { payload: { guildId, caseId: id }, key: String(id), queue: actLine({ guildId, userId }) });

/** What was promised long ago and is not done: the queue gave it up, or Discord refused and may not any more. */
export async function promisePending(tx: Tx, before: Date): Promise<void> {
  const waiting = await tx.$queryRaw<Pick<ModerationCase, 'id' | 'guildId' | 'userId'>[]>`
    SELECT id, guild_id AS "guildId", user_id AS "userId" FROM moderation_case AS one
    WHERE state = 'pending' AND voided_at IS NULL AND user_id IS NOT NULL AND created_at < ${before} AND ${isHere}
    ORDER BY id LIMIT 1000`;
  await enqueueEach(tx, waiting.map(promisedAct));
}

/**
 * What was decided before the bot was away from a server, and was never carried out, is not begun long after: it is void. What ends a sanction is still
 * owed to the person.
 */
export async function failForgotten(tx: Tx, now: Date): Promise<void> {
  const forgotten = await tx.$queryRaw<Pick<ModerationCase, 'id' | 'guildId' | 'userId'>[]>`
    SELECT one.id, one.guild_id AS "guildId", one.user_id AS "userId" FROM moderation_case AS one JOIN guild ON guild.id = one.guild_id
    WHERE one.state = 'pending' AND one.voided_at IS NULL AND one.kind <> 'release' AND guild.left_at IS NULL
      AND one.created_at < guild.created_at AND one.created_at < ${new Date(now.getTime() - day)}
    ORDER BY one.guild_id, one.id LIMIT ${batch}`;
  // Of one server at a time: nobody holds the cases of one while they wait for those of another.
  const guildId = forgotten[0]?.guildId;
  if (guildId === undefined) return;
  const { locale } = await readSettings(tx, guildId);
  for (const one of forgotten) if (one.guildId === guildId) await failCase(tx, one, { why: 'late', locale, now });
}

/** The sanction of the same sort that somebody is under again, when the end of a former one comes late. */
export const successorOf = (
  db: Db,
  { guildId, userId, released }: { guildId: string; userId: string; released: Pick<ModerationCase, 'kind'> | null },
): Promise<ModerationCase | null> =>
  activeSanction(db, { guildId, userId, kind: released?.kind === 'timeout' ? 'timeout' : 'ban' });

/**
 * Discord has ended it. The person is told of what ended early, except by those who tell them more themselves, and unless another sanction has followed
 * meanwhile.
 */
export const recordReleased = (
  db: Db,
  released: Pick<ModerationCase, 'id' | 'guildId' | 'origin'>,
  { isFollowed, now }: { isFollowed: boolean; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const isFirst = await recordActed(tx, { id: released.id, now });
    const isTold = isFirst && !isFollowed && released.origin !== 'time' && released.origin !== 'appeal';
    if (isTold) await promiseTelling(tx, released, 'lifted');
  });

/** People under a timeout who are looked at each time, unless they are known to have come back since: all of those are. */
const looked = 500;

/** Whoever is under a timeout of any server is looked at, for those who came back while nobody listened. */
export async function promiseHolds(tx: Tx, now: Date): Promise<void> {
  const held = await tx.$queryRaw<{ id: number; guildId: string; userId: string }[]>`
    SELECT one.id, one.guild_id AS "guildId", one.user_id AS "userId" FROM moderation_case AS one
    LEFT JOIN member ON member.guild_id = one.guild_id AND member.user_id = one.user_id
    WHERE one.kind = 'timeout' AND one.state = 'done' AND one.ends_at > ${now} AND one.ended_at IS NULL AND one.voided_at IS NULL
      AND one.user_id IS NOT NULL AND member.left_at IS NULL AND ${isHere}
    ORDER BY coalesce(member.joined_at >= one.acted_at, false) DESC, one.id DESC LIMIT ${looked}`;
  await enqueueEach(tx, held.map(promisedHold));
}

/** Ends a sanction by hand. Nobody ends their own. Throws `moderation.unknown_case`, `own_case`, `not_active`, `needs_admin`. */
export const liftCase = (
  db: Db,
  { guildId, actorId, now }: Change,
  { caseId, reason, isAdmin }: { caseId: number; reason: string; isAdmin: boolean },
): Promise<ModerationCase> =>
  db.$transaction(async (tx) => {
    const ended = await getCase(tx, { guildId, caseId });
    if (ended.userId === actorId) throw ownCase();
    requireLifter(ended, isAdmin);
    return releaseCase(tx, { guildId, caseId, authorId: actorId, reason, origin: 'command', now });
  });

/** Permanent bans, and bans of which nobody knows how long they last, are the admins' to lift. Throws `moderation.needs_admin`. */
export function requireLifter(ended: Pick<ModerationCase, 'kind'> | null, isAdmin: boolean): void {
  if (!isAdmin && (ended === null || ended.kind === 'ban')) throw needsAdmin();
}
