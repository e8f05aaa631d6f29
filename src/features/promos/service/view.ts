import type { Promo } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { State } from '../rules/life.ts';
import { promisePermissions } from './member.ts';

export const viewSize = 25;

export type ViewChoice = { id: number; name: string; state: State; isShown: boolean; isManaged: boolean };
export type ViewPage = { choices: ViewChoice[]; total: number; page: number };

/** Promos with a space. */
const viewable = (guildId: string) => ({
  guildId,
  clearingAt: null,
  OR: [{ state: { in: ['active' as const, 'ended' as const] } }, { state: 'planned' as const, early: true }],
});

const choiceFor =
  (userId: string) =>
  ({ id, name, state, viewers, managerId }: Promo & { viewers: readonly unknown[] }): ViewChoice => ({
    id,
    name,
    state,
    isShown: viewers.length > 0 || managerId === userId,
    isManaged: managerId === userId,
  });

/** Promos with a space, in the order of their creation, and which of them this member of staff sees; `page` begins at 0. */
export async function readViews(
  db: Db | Tx,
  { guildId, userId, page }: { guildId: string; userId: string; page: number },
): Promise<ViewPage> {
  const where = viewable(guildId);
  const total = await db.promo.count({ where });
  const shown = Math.min(page, Math.max(0, Math.ceil(total / viewSize) - 1));
  const promos = await db.promo.findMany({
    where,
    orderBy: { id: 'asc' },
    skip: shown * viewSize,
    take: viewSize,
    include: { viewers: { where: { userId, until: null } } },
  });
  return { choices: promos.map(choiceFor(userId)), total, page: shown };
}

/**
 * Saves which promos of those that they were shown, from the `first` to the `last`, a member of staff sees. Those that they manage always are.
 * Returns what changed.
 */
export const chooseViews = (
  db: Db,
  { guildId, actorId, now }: Change,
  { first, last, chosen }: { first: number; last: number; chosen: readonly number[] },
): Promise<number> =>
  db.$transaction(async (tx) => {
    const promos = await tx.promo.findMany({
      where: { ...viewable(guildId), id: { gte: first, lte: last } },
      orderBy: { id: 'asc' },
      take: viewSize,
      include: { viewers: { where: { userId: actorId, until: null } } },
    });
    const changed = promos
      .map(choiceFor(actorId))
      .filter(({ id, isShown, isManaged }) => !isManaged && isShown !== chosen.includes(id));
    for (const { id: promoId, isShown } of changed) {
      await tx.promoViewer.upsert({
        where: { promoId_userId: { promoId, userId: actorId } },
        update: isShown ? { until: now } : { since: now, until: null },
        create: { promoId, guildId, userId: actorId, since: now },
      });
      await audit(tx, {
        guildId,
        actorId,
        action: isShown ? 'promos.unview' : 'promos.view',
        subject: `promo:${promoId}`,
        at: now,
      });
      await promisePermissions(tx, { guildId, promoId });
    }
    return changed.length;
  });
