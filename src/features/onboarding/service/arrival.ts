import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { awaitsWelcome, findArrivals } from '../../members/service.ts';
import { cardTask, welcomeTask } from '../wire.ts';
import type { Who } from './request.ts';

/** More wait for the next time: a raid must not fill the queue. */
const mostArrivals = 500;

/** Promises an answer to somebody who just arrived: a newcomer's role, or those they had. */
export const promiseWelcome = (tx: Db | Tx, { guildId, userId }: Who): Promise<void> =>
  enqueue(tx, welcomeTask, { guildId, userId }, { key: `${guildId}:${userId}` });

/** The same for somebody whom Discord's screening let through, unless they were answered before. Our own row may not know it yet. */
export async function promiseWelcomeIfDue(db: Db, who: Who): Promise<void> {
  if (await awaitsWelcome(db, who)) await promiseWelcome(db, who);
}

/** Those whose arrival was not answered, on servers whose settings say how; `guildId` limits it to one. */
export async function promiseWelcomes(tx: Tx, guildId?: string): Promise<void> {
  const bound = await tx.roleBinding.findMany({
    where: { key: 'newcomer', guild: { leftAt: null }, ...(guildId && { guildId }) },
    distinct: ['guildId'],
    select: { guildId: true },
  });
  const arrivals = await findArrivals(
    tx,
    bound.map((binding) => binding.guildId),
    mostArrivals,
  );
  await enqueueAll(
    tx,
    welcomeTask,
    arrivals.map((who) => ({ payload: who, key: `${who.guildId}:${who.userId}` })),
  );
}

/** Leaving takes the open request back, and staff see it on its card. */
export const cancelForLeaving = (db: Db, { guildId, userId, now }: Who & { now: Date }): Promise<void> =>
  db.$transaction(async (tx) => {
    const cancelled = await tx.$queryRaw<{ id: number }[]>`
      UPDATE identification_request SET status = 'cancelled', decided_at = ${now}
      WHERE guild_id = ${guildId} AND user_id = ${userId} AND status IN ('draft', 'pending', 'asked') RETURNING id`;
    for (const { id } of cancelled) await enqueue(tx, cardTask, { guildId, requestId: id }, { key: String(id) });
  });

/** The same for those whose departure was only seen by the reconciliation of the member list. */
export async function cancelOfAbsent(tx: Tx, now: Date): Promise<void> {
  const cancelled = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    UPDATE identification_request AS request SET status = 'cancelled', decided_at = ${now}
    FROM member
    WHERE request.status IN ('draft', 'pending', 'asked')
      AND member.guild_id = request.guild_id AND member.user_id = request.user_id AND member.left_at IS NOT NULL
    RETURNING request.id, request.guild_id AS "guildId"`;
  await enqueueAll(
    tx,
    cardTask,
    cancelled.map(({ id, guildId }) => ({ payload: { guildId, requestId: id }, key: String(id) })),
  );
}
