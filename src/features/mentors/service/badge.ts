import type { Db, Tx } from '../../../infra/db.ts';

export type Reached = { guildId: string; userId: string; badge: number };

/** Records steps of hours that mentors reached, and returns those that are new: a step is reached once. */
export const recordBadges = (tx: Tx, reached: readonly Reached[]): Promise<Reached[]> =>
  tx.$queryRaw<Reached[]>`
    UPDATE mentor_profile AS mentor SET badge = reached.badge
    FROM unnest(
      ${reached.map(({ guildId }) => guildId)}::text[], ${reached.map(({ userId }) => userId)}::text[],
      ${reached.map(({ badge }) => badge)}::int[]) AS reached (guild_id, user_id, badge)
    WHERE mentor.guild_id = reached.guild_id AND mentor.user_id = reached.user_id AND mentor.badge < reached.badge
    RETURNING mentor.guild_id AS "guildId", mentor.user_id AS "userId", mentor.badge`;

/** Whether others see how much somebody gave. */
export async function showBadge(db: Db, { guildId, userId }: { guildId: string; userId: string }, shown: boolean): Promise<void> {
  await db.mentorProfile.updateMany({ where: { guildId, userId }, data: { showsBadge: shown } });
}
