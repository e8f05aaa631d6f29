import type { Db } from '../../../infra/db.ts';
import type { Kind } from '../../../kernel/kind.ts';
import { getPromo, type Promo } from '../../promos/service/promo.ts';
import { codeRound } from './code.ts';

/** Of *Mon espace*; the others are a `/promo codes` away. */
const mostAtHome = 3;

/** The promos that a person manages and where people are still expected, the first to begin first. */
export const awaitingPromos = (
  db: Db,
  { guildId, userId }: { guildId: string; userId: string },
): Promise<{ id: number; name: string; expected: number }[]> => db.$queryRaw`
  SELECT promo.id, promo.name, count(*)::int AS expected FROM promo JOIN roster_line AS line ON line.promo_id = promo.id
  WHERE promo.guild_id = ${guildId} AND promo.manager_id = ${userId} AND promo.state IN ('planned', 'active') AND line.claimed_by IS NULL
  GROUP BY promo.id ORDER BY promo.starts_on, promo.id LIMIT ${mostAtHome}`;

export const expectedSize = 20;

/** Somebody on the server under the address of a line, who did not enter by it: staff say whether it is them. */
export type Lookalike = { userId: string; name: string; kind: Kind };

/** Somebody who is expected and has not come; without a code, staff have to bring them in. */
export type Expected = { lastName: string; firstName: string; hasCode: boolean; lookalike: Lookalike | null };
export type ExpectedPage = {
  promo: Promo;
  people: Expected[];
  total: number;
  arrived: number;
  withCode: number;
  page: number;
  /** Of the codes that new ones would replace. */
  round: number;
};

/** A page of those who are expected in a promo. `page` begins at 0. Throws `promos.unknown`. */
export async function readExpected(
  db: Db,
  { guildId, promoId, page }: { guildId: string; promoId: number; page: number },
): Promise<ExpectedPage> {
  const promo = await getPromo(db, { guildId, promoId });
  const [counted] = await db.$queryRaw<{ total: number; arrived: number; withCode: number }[]>`
    SELECT (count(*) FILTER (WHERE claimed_by IS NULL))::int AS total, count(claimed_by)::int AS arrived, count(code_hash)::int AS "withCode"
    FROM roster_line WHERE promo_id = ${promoId}`;
  const { total, arrived, withCode } = counted ?? { total: 0, arrived: 0, withCode: 0 };
  const shown = Math.min(page, Math.max(0, Math.ceil(total / expectedSize) - 1));
  const people = await db.$queryRaw<Expected[]>`
    SELECT line.last_name AS "lastName", line.first_name AS "firstName", line.code_hash IS NOT NULL AS "hasCode", same.lookalike
    FROM (
      SELECT * FROM roster_line WHERE promo_id = ${promoId} AND claimed_by IS NULL
      ORDER BY fold(last_name), fold(first_name), id LIMIT ${expectedSize} OFFSET ${shown * expectedSize}
    ) AS line LEFT JOIN LATERAL (
      SELECT jsonb_build_object('userId', user_id, 'name', first_name || ' ' || last_name, 'kind', kind) AS lookalike FROM member
      WHERE member.guild_id = line.guild_id AND lower(member.email) = lower(line.email) AND identified_at IS NOT NULL AND left_at IS NULL
      ORDER BY identified_at LIMIT 1
    ) AS same ON true
    ORDER BY fold(line.last_name), fold(line.first_name), line.id`;
  return { promo, people, total, arrived, withCode, page: shown, round: await codeRound(db, promoId) };
}
