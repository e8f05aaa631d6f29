import type { PromoInvite, PromoWaiting } from '../../../../prisma/client/client.ts';
import type { Db } from '../../../infra/db.ts';
import { findPromo } from '../../promos/service/promo.ts';
import type { Cause, Problem } from '../messages.ts';
import type { Key } from './invite.ts';

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
export async function recordMissing(db: Db, id: number, { cause, now }: { cause: Cause; now: Date }): Promise<void> {
  await db.promoInvite.updateMany({ where: { id, deadAt: null }, data: { deadAt: now, cause, code: null } });
}
export async function recordUses(db: Db, id: number, uses: number): Promise<void> {
  await db.promoInvite.updateMany({ where: { id, uses: { not: uses } }, data: { uses } });
}
export async function recordProblem(db: Db, id: number, problem: Problem): Promise<void> {
  await db.promoInvite.updateMany({ where: { id }, data: { problem } });
}
