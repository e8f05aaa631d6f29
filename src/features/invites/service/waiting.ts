import type { PromoInvite, PromoWaiting } from '../../../../prisma/client/client.ts';
import type { Db } from '../../../infra/db.ts';
import { findPromo } from '../../promos/service/promo.ts';
import type { Cause, Problem } from '../messages.ts';
import { type Key, promisePromos } from './invite.ts';

/** A promo's invites that Discord has or should have, and the role that they give. */
export type Plan = { promoName: string; waiting: PromoWaiting; invites: PromoInvite[]; arrivals: number };

/** Null when nothing is left to be done. */
export async function readPlan(db: Db, key: Key): Promise<Plan | null> {
  const { promoId } = key;
  const [promo, waiting, invites, arrivals] = await Promise.all([
    findPromo(db, key),
    db.promoWaiting.findUnique({ where: { promoId } }),
    db.promoInvite.findMany({
      where: { promoId, OR: [{ deadAt: null }, { code: { not: null } }, { begunAt: { not: null } }] },
      orderBy: { id: 'asc' },
    }),
    db.promoArrival.count({ where: { promoId } }),
  ]);
  return promo && waiting ? { promoName: promo.name, waiting, invites, arrivals } : null;
}

/** Notes that a creation begins: what comes of it is looked for before another one is made. */
export async function beginRole(db: Db, promoId: number, now: Date): Promise<void> {
  await db.promoWaiting.update({ where: { promoId }, data: { begunAt: now } });
}
export async function recordRole(db: Db, promoId: number, roleId: string): Promise<void> {
  await db.promoWaiting.update({ where: { promoId }, data: { roleId, begunAt: null } });
}

/** Somebody deleted the role: another one, if it is needed, is another role. */
export async function forgetRole(db: Db, promoId: number, now: Date): Promise<void> {
  await db.promoWaiting.update({ where: { promoId }, data: { roleId: null, begunAt: null, since: now } });
}

/** The role is gone, and with it the row, unless an invite was asked for meanwhile: then it is made anew. */
export const dropWaiting = (db: Db, promoId: number, now: Date): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const dropped = await tx.$executeRaw`
      DELETE FROM promo_waiting AS waiting WHERE promo_id = ${promoId}
        AND NOT EXISTS (SELECT FROM promo_invite WHERE promo_id = ${promoId} AND dead_at IS NULL)`;
    if (dropped > 0) return true;
    await tx.promoWaiting.updateMany({ where: { promoId }, data: { roleId: null, begunAt: null, since: now } });
    return false;
  });

export async function beginInvite(db: Db, id: number, now: Date): Promise<void> {
  await db.promoInvite.update({ where: { id }, data: { begunAt: now } });
}
export async function recordInvite(db: Db, id: number, code: string): Promise<void> {
  await db.promoInvite.update({ where: { id }, data: { code, begunAt: null, problem: null } });
}
/** Discord has it no more. The code is worth nothing, and goes. */
export async function recordDeleted(db: Db, id: number): Promise<void> {
  await db.promoInvite.update({ where: { id }, data: { code: null, begunAt: null } });
}
export async function recordMissing(
  db: Db,
  { id, maxUses }: PromoInvite,
  { cause, now }: { cause: Cause; now: Date },
): Promise<void> {
  const data = { deadAt: now, cause, code: null, ...(cause === 'used_up' && { uses: maxUses }) };
  await db.promoInvite.updateMany({ where: { id, deadAt: null }, data });
}

/** People who were seen to come since Discord last said how often the invite was used: by this one or another of the promo. */
export const arrivedSince = (db: Db, { promoId, seenAt, madeAt }: PromoInvite): Promise<number> =>
  db.promoArrival.count({ where: { promoId, at: { gt: seenAt ?? madeAt } } });

/** What Discord has of a server, as it was at `seenAt`. */
export type Seen = { roles: readonly string[]; invites: readonly { code: string; uses?: number }[]; seenAt: Date };

/** How often each was used, unless a later reading is known. */
export async function recordUses(db: Db, guildId: string, { invites, seenAt }: Seen): Promise<void> {
  const counted = invites.flatMap(({ code, uses }) => (uses === undefined ? [] : [{ code, uses }]));
  await db.$executeRaw`
    WITH seen AS (
      SELECT invite.id, told.uses FROM promo_invite AS invite
      JOIN unnest(${counted.map(({ code }) => code)}::text[], ${counted.map(({ uses }) => uses)}::integer[]) AS told (code, uses)
        ON told.code = invite.code
      WHERE invite.guild_id = ${guildId} AND invite.dead_at IS NULL AND (invite.seen_at IS NULL OR invite.seen_at < ${seenAt})
      ORDER BY invite.id FOR UPDATE OF invite
    )
    UPDATE promo_invite AS invite SET uses = seen.uses, seen_at = ${seenAt} FROM seen WHERE invite.id = seen.id`;
}

/** Of a server, the promos of which Discord has not what the database says. */
export async function findDrift(db: Db, guildId: string, { roles, invites }: Seen): Promise<Key[]> {
  const codes = invites.map(({ code }) => code);
  return db.$queryRaw<Key[]>`
    SELECT waiting.guild_id AS "guildId", waiting.promo_id AS "promoId" FROM promo_waiting AS waiting
    WHERE waiting.guild_id = ${guildId} AND (
      waiting.role_id <> ALL (${[...roles]}::text[])
      OR EXISTS (
        SELECT FROM promo_invite AS invite WHERE invite.promo_id = waiting.promo_id AND CASE WHEN invite.dead_at IS NULL
          THEN invite.code IS NULL OR invite.code <> ALL (${codes}::text[])
          ELSE invite.code IS NOT NULL OR invite.begun_at IS NOT NULL END)
      OR NOT EXISTS (SELECT FROM promo_arrival AS arrival WHERE arrival.promo_id = waiting.promo_id)
        AND NOT EXISTS (SELECT FROM promo_invite AS invite WHERE invite.promo_id = waiting.promo_id AND invite.dead_at IS NULL))`;
}

export const promiseDrift = async (db: Db, guildId: string, seen: Seen): Promise<void> =>
  promisePromos(db, await findDrift(db, guildId, seen));
export async function recordProblem(db: Db, id: number, problem: Problem): Promise<void> {
  await db.promoInvite.updateMany({ where: { id }, data: { problem } });
}
