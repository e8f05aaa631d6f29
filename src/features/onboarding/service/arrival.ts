import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { hour } from '../../../kernel/time.ts';
import { awaitsWelcome, findArrivals, markAsked } from '../../members/service.ts';
import { roleOf } from '../rules.ts';
import { cardTask, welcomeTask } from '../wire.ts';
import type { Who } from './request.ts';

/** Of a server at a time; more wait for the next: a raid must not fill the queue. */
const mostArrivals = 100;

/** Where Discord refused one, a few an hour show whether it was mended: each refusal counts against the bot everywhere. */
const mostRefused = 10;

/** An arrival that could not be answered is tried again after this long. */
const againAfter = hour;

/** Of those, the servers on which arrivals wait for their welcome: so many come at once that to answer them all would make everybody else wait. */
async function flooded(db: Db | Tx, guildIds: readonly string[]): Promise<Set<string>> {
  const raids = await db.raid.findMany({
    where: { guildId: { in: [...guildIds] }, endedAt: null, level: { in: ['medium', 'high'] } },
    select: { guildId: true },
  });
  return new Set(raids.map(({ guildId }) => guildId));
}

/** Without a newcomer's role there is nothing to give yet, so nothing to ask of Discord; binding one finds everybody. */
const canWelcome = async (db: Db | Tx, guildId: string): Promise<boolean> =>
  (await db.roleBinding.count({ where: { guildId, key: 'newcomer' } })) > 0 && (await flooded(db, [guildId])).size === 0;

const notFlooded = async (tx: Tx, people: readonly Who[]): Promise<Who[]> => {
  const waiting = await flooded(tx, [...new Set(people.map(({ guildId }) => guildId))]);
  return people.filter(({ guildId }) => !waiting.has(guildId));
};

/** Promises an answer to somebody who just arrived: a newcomer's role, or those they had. */
export async function promiseWelcome(db: Db | Tx, { guildId, userId }: Who): Promise<void> {
  if (await canWelcome(db, guildId)) await enqueue(db, welcomeTask, { guildId, userId }, { key: `${guildId}:${userId}` });
}

/** The same for somebody whom Discord's screening let through, unless they were answered before. Our own row may not know it yet. */
export async function promiseWelcomeIfDue(db: Db, who: Who): Promise<void> {
  if (await awaitsWelcome(db, who)) await promiseWelcome(db, who);
}

const enqueueWelcomes = (tx: Tx, people: readonly Who[]): Promise<void> =>
  enqueueAll(
    tx,
    welcomeTask,
    people.map((who) => ({ payload: who, key: `${who.guildId}:${who.userId}` })),
  );

/** A role was bound: those whom it lets be answered are, whatever was refused before. */
export async function promiseWelcomesOf(tx: Tx, guildId: string): Promise<void> {
  const arrivals = { guildId, keys: roleOf, limit: mostArrivals, refused: [], limitRefused: 0, askedBefore: null };
  await enqueueWelcomes(tx, await notFlooded(tx, await findArrivals(tx, arrivals)));
}

/** Those whose arrival was not answered, on servers whose settings say how. */
export async function promiseWelcomes(tx: Tx, now: Date): Promise<void> {
  const faults = await tx.fault.findMany({
    where: { key: { startsWith: `${welcomeTask.name}:` } },
    distinct: ['guildId'],
    select: { guildId: true },
  });
  const found = await findArrivals(tx, {
    keys: roleOf,
    limit: mostArrivals,
    refused: faults.map(({ guildId }) => guildId),
    limitRefused: mostRefused,
    askedBefore: new Date(now.getTime() - againAfter),
  });
  const due = await notFlooded(tx, found);
  await markAsked(tx, due, now);
  await enqueueWelcomes(tx, due);
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
