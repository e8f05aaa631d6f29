import { Prisma } from '../../../infra/db.ts';

/**
 * In SQL, of a row called `expected` with a `promo_id` and a `user_id`: nobody has to bring that person into that promo any more, because they
 * are in it or because it is over. Another promo of theirs says nothing: people chain courses.
 */
export const isSettled = Prisma.sql`EXISTS (
  SELECT FROM promo WHERE promo.id = expected.promo_id AND (
    promo.state NOT IN ('planned', 'active') OR promo.clearing_at IS NOT NULL OR EXISTS (
      SELECT FROM promo_member AS person
      WHERE person.promo_id = promo.id AND person.user_id = expected.user_id AND person.left_at IS NULL)))`;
