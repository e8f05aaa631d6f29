import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';
import { stripTask } from '../wire.ts';
import { rolesFor } from './member.ts';
import { promiseDoors, promiseOrphans } from './trust.ts';

/** How long who was in a finished promo is kept, as long as the identity of somebody who left. */
const keptFor = 3 * 365 * day;

export async function exportPromos(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const where = { guildId, userId };
  const promo = { select: { name: true, startsOn: true, endsOn: true, state: true } };
  const [memberships, views, managed, plans] = await Promise.all([
    db.promoMember.findMany({ where, select: { part: true, addedAt: true, leftAt: true, promo }, orderBy: { id: 'asc' } }),
    db.promoViewer.findMany({ where, select: { since: true, until: true, promo } }),
    db.promo.findMany({ where: { guildId, managerId: userId }, select: promo.select }),
    db.promoPlan.findMany({ where, select: { deed: true, createdAt: true } }),
  ]);
  return { memberships, views, managed, plans };
}

/** What their promos gave them goes with them: roles, doors, and the promos that they managed wait for somebody else. */
export async function erasePromos(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  const where = { guildId, userId };
  const given = (await rolesFor(tx, where))?.managed ?? [];
  const touched = await tx.$queryRaw<{ promoId: number }[]>`
    SELECT promo_id AS "promoId" FROM promo_member WHERE guild_id = ${guildId} AND user_id = ${userId} AND part = 'trainer' AND left_at IS NULL
    UNION SELECT promo_id FROM promo_viewer WHERE guild_id = ${guildId} AND user_id = ${userId} AND until IS NULL
    UNION SELECT id FROM promo WHERE guild_id = ${guildId} AND manager_id = ${userId} AND clearing_at IS NULL`;
  await tx.promoMember.deleteMany({ where });
  await tx.promoViewer.deleteMany({ where });
  const managed = await tx.$queryRaw<{ lives: boolean }[]>`
    UPDATE promo SET manager_id = NULL WHERE guild_id = ${guildId} AND manager_id = ${userId} RETURNING clearing_at IS NULL AS lives`;
  if (managed.some(({ lives }) => lives)) await promiseOrphans(tx, guildId, now);
  if (given.length > 0)
    await enqueue(tx, stripTask, { guildId, strangerId: userId, roleIds: given }, { key: `${guildId}:${userId}` });
  // Plans name the manager and the trainers of a promo to be.
  await tx.$executeRaw`
    DELETE FROM promo_plan WHERE guild_id = ${guildId}
      AND (user_id = ${userId} OR deed::text LIKE ${`%"${userId}"%`})`;
  await promiseDoors(tx, { guildId, promoIds: touched.map(({ promoId }) => promoId), userIds: [userId] });
}

/** Who was in a promo that was deleted long ago. */
export async function forgetOldMembers(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptFor);
  await tx.$executeRaw`DELETE FROM promo_member USING promo WHERE promo.id = promo_id AND promo.cleared_at < ${before}`;
  await tx.$executeRaw`DELETE FROM promo_viewer USING promo WHERE promo.id = promo_id AND promo.cleared_at IS NOT NULL`;
  await tx.$executeRaw`UPDATE promo SET manager_id = NULL WHERE cleared_at < ${before}`;
}
