import type { Tx } from '../../../infra/db.ts';
import { changeKinds, holdMembers } from '../../members/service.ts';

/**
 * Makes people what their promos say, as their roles do (`rolesGiven`): whoever learns in one that runs is a learner, and a learner whose promos
 * are all over is alumni. Whoever teaches, recruits or is of the staff stays it. Called after whatever changes memberships or states; of two
 * such changes at once the second waits here, and then reads what the first left.
 */
export async function settleKinds(tx: Tx, { guildId, userIds }: { guildId: string; userIds: readonly string[] }): Promise<void> {
  if (userIds.length === 0) return;
  await holdMembers(tx, { guildId, userIds });
  const rows = await tx.$queryRaw<{ userId: string; learns: boolean }[]>`
    SELECT person.user_id AS "userId", bool_or(promo.state = 'active') AS learns
    FROM promo_member AS person JOIN promo ON promo.id = person.promo_id AND promo.state IN ('active', 'ended', 'archived')
    WHERE person.guild_id = ${guildId} AND person.user_id = ANY (${[...userIds]}::text[]) AND person.left_at IS NULL AND person.part = 'learner'
    GROUP BY person.user_id`;
  const those = (learning: boolean) => rows.flatMap(({ userId, learns }) => (learns === learning ? [userId] : []));
  await changeKinds(tx, { guildId, userIds: those(true), from: ['candidate', 'alumni'], to: 'learner' });
  await changeKinds(tx, { guildId, userIds: those(false), from: ['learner'], to: 'alumni' });
}
