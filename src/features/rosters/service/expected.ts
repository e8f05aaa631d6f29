import type { Db } from '../../../infra/db.ts';
import { getPromo, type Promo } from '../../promos/service/promo.ts';

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

/** Somebody who is expected and has not come; without a code, staff have to bring them in. */
export type Expected = { lastName: string; firstName: string; hasCode: boolean };
export type ExpectedPage = { promo: Promo; people: Expected[]; total: number; arrived: number; withCode: number; page: number };

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
    SELECT last_name AS "lastName", first_name AS "firstName", code_hash IS NOT NULL AS "hasCode" FROM roster_line
    WHERE promo_id = ${promoId} AND claimed_by IS NULL
    ORDER BY fold(last_name), fold(first_name), id LIMIT ${expectedSize} OFFSET ${shown * expectedSize}`;
  return { promo, people, total, arrived, withCode, page: shown };
}
