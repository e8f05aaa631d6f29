import type { Db } from '../../../infra/db.ts';
import type { CardRequest } from './card.ts';
import { countWaiting, findCard } from './decision.ts';

/** Requests that wait for staff, of them those about promos of one's own, and those that wait for an answer of the person. */
export type Waiting = { pending: number; own: number; asked: number };

export async function countOpen(db: Db, { guildId, staffId }: { guildId: string; staffId: string }): Promise<Waiting> {
  const [counted] = await db.$queryRaw<Waiting[]>`
    SELECT count(*) FILTER (WHERE status = 'pending')::int AS pending,
      count(*) FILTER (WHERE status = 'pending' AND promo.manager_id = ${staffId})::int AS own,
      count(*) FILTER (WHERE status = 'asked')::int AS asked
    FROM identification_request AS request LEFT JOIN promo ON promo.id = request.promo_id
    WHERE request.guild_id = ${guildId} AND request.status IN ('pending', 'asked')`;
  return counted ?? { pending: 0, own: 0, asked: 0 };
}

/** One request of the staff's queue; `at` begins at 0. */
export type QueuePage = { request: CardRequest | null; at: number; total: number };

/** The request at that place of the queue, or the last one when the queue is shorter by now: about promos of `staffId` first, then oldest first. */
export async function readQueue(
  db: Db,
  { guildId, at, staffId = '' }: { guildId: string; at: number; staffId?: string },
): Promise<QueuePage> {
  const total = await countWaiting(db, guildId);
  const shown = Math.max(0, Math.min(at, total - 1));
  const [row] = await db.$queryRaw<{ id: number }[]>`
    SELECT request.id FROM identification_request AS request LEFT JOIN promo ON promo.id = request.promo_id
    WHERE request.guild_id = ${guildId} AND request.status = 'pending'
    ORDER BY coalesce(promo.manager_id = ${staffId}, false) DESC, request.submitted_at, request.id LIMIT 1 OFFSET ${shown}`;
  return { request: row ? await findCard(db, { guildId, requestId: row.id }) : null, at: shown, total };
}
