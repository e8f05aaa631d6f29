import type { Db, Tx } from '../../../infra/db.ts';

export type Expected = { guildId: string; userId: string };

/** Of these people, those who are in a promo that is planned or runs: nobody has to bring them into one any more. */
export async function admittedAmong(tx: Db | Tx, people: readonly Expected[]): Promise<Expected[]> {
  if (people.length === 0) return [];
  return tx.$queryRaw<Expected[]>`
    SELECT DISTINCT person.guild_id AS "guildId", person.user_id AS "userId"
    FROM unnest(
      ${people.map(({ guildId }) => guildId)}::text[], ${people.map(({ userId }) => userId)}::text[]
    ) AS asked (guild_id, user_id)
    JOIN promo_member AS person ON person.guild_id = asked.guild_id AND person.user_id = asked.user_id AND person.left_at IS NULL
    JOIN promo ON promo.id = person.promo_id AND promo.state IN ('planned', 'active')`;
}
