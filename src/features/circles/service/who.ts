import type { Tx } from '../../../infra/db.ts';
import { avoidsOf } from '../../mentors/service/avoid.ts';

/** Somebody of a guild who does something at a moment. */
export type Who = { guildId: string; userId: string; now: Date };

/** The same for what staff may do in the place of a mentor. */
export type Lead = Who & { isStaff: boolean };

type Two = { guildId: string; one: string; other: string };

/** True when one avoids the other, by their own choice or since something was wrong. */
export const areApart = async (tx: Tx, { guildId, one, other }: Two): Promise<boolean> =>
  (await avoidsOf(tx, { guildId, userId: one })).has(other);

/** True for a mentor who may be asked at this moment and is on the server; their profile stays as it is until the transaction ends. */
export async function isMentor(tx: Tx, { guildId, userId }: { guildId: string; userId: string }): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM mentor_profile AS mentor WHERE guild_id = ${guildId} AND user_id = ${userId}
      AND NOT EXISTS (SELECT FROM member WHERE member.guild_id = mentor.guild_id AND member.user_id = mentor.user_id AND left_at IS NOT NULL)
    FOR SHARE OF mentor`;
  return row?.state === 'approved';
}
