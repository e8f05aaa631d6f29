import { audit } from '../../../infra/audit.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { alreadyLocked, notLocked, notOpen } from '../messages/end.ts';
import { clearTask } from '../wire.ts';
import { promisePermissions } from './member.ts';
import { lockPromo, type Promo } from './promo.ts';

/** Silence, for an exam: learners only read until it is lifted. Throws `promos.not_open`, `promos.already_locked`, `promos.not_locked`. */
export const setSilence = (db: Db, by: Change, { promoId, isLocked }: { promoId: number; isLocked: boolean }): Promise<Promo> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const promo = await lockPromo(tx, { guildId, promoId });
    if (promo.state !== 'active' && !(promo.state === 'planned' && promo.early)) throw notOpen(promo.name);
    if (isLocked && promo.lockedAt) throw alreadyLocked(promo.name);
    if (!isLocked && !promo.lockedAt) throw notLocked(promo.name);
    await tx.promo.update({ where: { id: promoId }, data: { lockedAt: isLocked ? now : null } });
    const action = isLocked ? 'promos.lock' : 'promos.unlock';
    await audit(tx, { guildId, actorId, action, subject: `promo:${promoId}`, at: now });
    await promisePermissions(tx, { guildId, promoId });
    return promo;
  });

/** Spaces whose deletion Discord refused, once staff have mended why. */
export async function promiseClearings(tx: Tx): Promise<void> {
  const left = await tx.guild.findMany({ where: { leftAt: { not: null } }, select: { id: true } });
  const unfinished = await tx.promo.findMany({
    where: { clearingAt: { not: null }, clearedAt: null, guildId: { notIn: left.map(({ id }) => id) } },
    select: { id: true, guildId: true },
  });
  await enqueueAll(
    tx,
    clearTask,
    unfinished.map(({ id, guildId }) => ({ payload: { guildId, promoId: id }, key: String(id) })),
  );
}
