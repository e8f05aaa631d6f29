import type { Tx } from '../../../infra/db.ts';
import { promiseRoles } from './member.ts';

/**
 * The role of a campus or a course that came, or came back after somebody deleted it, is owed to everybody whose promo runs there. What they were
 * promised last is kept, so that each role is handed out once.
 */
export async function promiseGranted(tx: Tx): Promise<void> {
  const owed = await tx.$queryRaw<{ guildId: string; userId: string }[]>`
    WITH renewed AS (
      INSERT INTO promo_granted (entry_id, role_id)
      SELECT id, entry.role_id FROM catalogue_entry AS entry LEFT JOIN promo_granted AS granted ON entry_id = id
      WHERE entry.removed_at IS NULL AND entry.role_id IS NOT NULL AND entry.role_id IS DISTINCT FROM granted.role_id
      ON CONFLICT (entry_id) DO UPDATE SET role_id = excluded.role_id
      RETURNING entry_id
    )
    SELECT DISTINCT person.guild_id AS "guildId", person.user_id AS "userId"
    FROM renewed JOIN promo ON entry_id IN (campus_id, course_id)
    JOIN promo_member AS person ON person.promo_id = promo.id AND person.left_at IS NULL
    WHERE promo.state IN ('active', 'ended') AND promo.clearing_at IS NULL ORDER BY 1, 2`;
  for (const [guildId, people] of Map.groupBy(owed, (one) => one.guildId))
    await promiseRoles(
      tx,
      guildId,
      people.map(({ userId }) => userId),
    );
}
