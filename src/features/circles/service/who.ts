import type { Db, Tx } from '../../../infra/db.ts';

/** Somebody of a guild who does something at a moment. */
export type Who = { guildId: string; userId: string; now: Date };

/** The same for what staff may do in the place of a mentor. */
export type Lead = Who & { isStaff: boolean };

type Two = { guildId: string; one: string; other: string };

/** True when one avoids the other, or wrote to staff about a flash session of the two. */
export async function areApart(tx: Db | Tx, { guildId, one, other }: Two): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ apart: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM mentoring_avoid WHERE guild_id = ${guildId}
        AND ((user_id = ${one} AND avoided_id = ${other}) OR (user_id = ${other} AND avoided_id = ${one}))
    ) OR EXISTS (
      SELECT FROM mentoring_flash AS flash JOIN mentoring_circle_report AS report ON report.flash_id = flash.id
      WHERE flash.guild_id = ${guildId} AND ((learner_id = ${one} AND mentor_id = ${other}) OR (learner_id = ${other} AND mentor_id = ${one}))
    ) AS apart`;
  return row?.apart ?? false;
}

/** True for a mentor who may be asked at this moment; their profile stays as it is until the transaction ends. */
export async function isMentor(tx: Tx, { guildId, userId }: { guildId: string; userId: string }): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM mentor_profile WHERE guild_id = ${guildId} AND user_id = ${userId} FOR SHARE`;
  return row?.state === 'approved';
}
