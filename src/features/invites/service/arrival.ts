import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { finishedAmong } from '../../promos/service/audience.ts';
import { admittedAmong } from '../../promos/service/expected.ts';
import { findPromo, type Promo } from '../../promos/service/promo.ts';
import { arrivalsTask, personTask, promoTask } from '../wire.ts';
import { promisePromo } from './invite.ts';

export type Who = { guildId: string; userId: string };

const promisePeople = (tx: Tx | Db, people: readonly Who[]): Promise<void> =>
  enqueueAll(
    tx,
    personTask,
    people.map(({ guildId, userId }) => ({ payload: { guildId, userId }, key: `${guildId}:${userId}` })),
  );

/** The waiting roles of a server and their promos. */
export const waitingRoles = async (db: Db | Tx, guildId: string): Promise<ReadonlyMap<string, number>> =>
  new Map(
    (await db.promoWaiting.findMany({ where: { guildId, roleId: { not: null } } })).flatMap(({ roleId, promoId }) =>
      roleId === null ? [] : [[roleId, promoId]],
    ),
  );

/** Writes down who holds a waiting role: they came by an invite. Seen again changes nothing, nor does it bring back what has ended. */
export async function recordHolders(
  db: Db,
  { guildId, holders, now }: { guildId: string; holders: readonly { userId: string; promoId: number }[]; now: Date },
): Promise<void> {
  if (holders.length === 0) return;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO promo_arrival (promo_id, guild_id, user_id, at)
      SELECT promo.id, promo.guild_id, seen.user_id, ${now}
      FROM unnest(${holders.map(({ promoId }) => promoId)}::integer[], ${holders.map(({ userId }) => userId)}::text[])
        AS seen (promo_id, user_id) JOIN promo ON promo.id = seen.promo_id AND promo.guild_id = ${guildId}
      ORDER BY promo.id, seen.user_id
      ON CONFLICT DO NOTHING`;
    await endSettled(tx, { guildId, userIds: holders.map(({ userId }) => userId), now });
  });
}

/** Whoever holds one of these roles, as an event tells. */
export async function seeRoles(db: Db, { guildId, userId, roleIds, now }: Who & { roleIds: readonly string[]; now: Date }) {
  if (roleIds.length === 0) return;
  const held = await db.promoWaiting.findMany({ where: { guildId, roleId: { in: [...roleIds] } }, select: { promoId: true } });
  await recordHolders(db, { guildId, holders: held.map(({ promoId }) => ({ userId, promoId })), now });
}

/** Ends the arrivals of those who are in a promo now, and of promos that are over. Of everybody without `guildId`. */
async function endSettled(tx: Tx, { guildId, userIds, now }: { guildId?: string; userIds?: readonly string[]; now: Date }) {
  const open = await tx.promoArrival.findMany({
    where: { endedAt: null, ...(guildId !== undefined && { guildId }), ...(userIds && { userId: { in: [...userIds] } }) },
  });
  if (open.length === 0) return;
  const over = new Set((await finishedAmong(tx, [...new Set(open.map(({ promoId }) => promoId))])).over);
  const admitted = new Set((await admittedAmong(tx, open)).map((one) => `${one.guildId}:${one.userId}`));
  const settled = open.filter((one) => over.has(one.promoId) || admitted.has(`${one.guildId}:${one.userId}`));
  for (const { promoId, userId } of settled)
    await tx.promoArrival.update({ where: { promoId_userId: { promoId, userId } }, data: { endedAt: now } });
  await promisePeople(tx, settled);
}

/** What no event told: admissions and ends of promos. */
export const settleArrivals = (tx: Tx, now: Date): Promise<void> => endSettled(tx, { now });

/** Of a refusal that would come for everybody: each counts against the bot everywhere. */
const mostAgain = 50;

/** Roles that are still to be taken back, the oldest first; more wait for the next time. */
export async function promiseTaking(tx: Tx): Promise<void> {
  const left = await tx.guild.findMany({ where: { leftAt: { not: null } }, select: { id: true } });
  const where = { endedAt: { not: null }, guildId: { notIn: left.map(({ id }) => id) } };
  await promisePeople(tx, await tx.promoArrival.findMany({ where, orderBy: { endedAt: 'asc' }, take: mostAgain }));
}

/**
 * The promo in which somebody is expected, because they came by its invite; null when none is known. For the identification, which then
 * need not ask for it.
 */
export async function expectedPromo(db: Db | Tx, { guildId, userId }: Who): Promise<Promo | null> {
  const arrivals = await db.promoArrival.findMany({ where: { guildId, userId, endedAt: null }, orderBy: { at: 'desc' } });
  if (arrivals.length === 0) return null;
  const promoIds = arrivals.map(({ promoId }) => promoId);
  const { over } = await finishedAmong(db, promoIds);
  const found = arrivals.find(({ promoId }) => !over.includes(promoId));
  return found ? findPromo(db, { guildId, promoId: found.promoId }) : null;
}

/** Staff answered otherwise, or the person is in: they are expected no more, and the waiting role is taken back. */
export async function forgetArrival(tx: Tx, { guildId, userId, now }: Who & { now: Date }): Promise<void> {
  const { count } = await tx.promoArrival.updateMany({ where: { guildId, userId, endedAt: null }, data: { endedAt: now } });
  if (count > 0) await promisePeople(tx, [{ guildId, userId }]);
}

async function drop(tx: Tx, where: { guildId: string; userId: string; promoId?: { in: number[] }; endedAt?: { not: null } }) {
  const dropped = await tx.promoArrival.findMany({ where });
  await tx.promoArrival.deleteMany({ where });
  for (const { guildId, promoId } of dropped) await promisePromo(tx, { guildId, promoId });
}

/** Somebody left, and their roles with them. */
export const recordLeave = (db: Db, { guildId, userId }: Who): Promise<void> =>
  db.$transaction((tx) => drop(tx, { guildId, userId }));

/** The roles of what had ended were taken back. */
export const recordTaken = (db: Db, { guildId, userId }: Who, promoIds: readonly number[]): Promise<void> =>
  db.$transaction((tx) => drop(tx, { guildId, userId, promoId: { in: [...promoIds] }, endedAt: { not: null } }));

/** Promos in which the person is expected no more while their role may still be there. */
export const endedOf = async (db: Db, { guildId, userId }: Who): Promise<number[]> =>
  (await db.promoArrival.findMany({ where: { guildId, userId, endedAt: { not: null } } })).map(({ promoId }) => promoId);

/** Arrivals written down before `seenAt` of people who are gone or no longer hold the role: somebody took it by hand. */
export const dropAbsent = (
  db: Db,
  { guildId, holders, seenAt }: { guildId: string; holders: readonly { userId: string; promoId: number }[]; seenAt: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const held = new Set(holders.map(({ userId, promoId }) => `${userId}:${promoId}`));
    const known = await tx.promoArrival.findMany({ where: { guildId, at: { lt: seenAt } } });
    for (const { userId, promoId } of known)
      if (!held.has(`${userId}:${promoId}`)) await drop(tx, { guildId, userId, promoId: { in: [promoId] } });
  });

/** Servers with waiting roles: their members are read for what was missed. */
export async function promiseArrivals(tx: Tx): Promise<void> {
  const guilds = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT DISTINCT waiting.guild_id AS "guildId" FROM promo_waiting AS waiting
    WHERE role_id IS NOT NULL AND NOT EXISTS (SELECT FROM guild WHERE guild.id = waiting.guild_id AND guild.left_at IS NOT NULL)`;
  for (const { guildId } of guilds) await enqueue(tx, arrivalsTask, { guildId }, { key: guildId });
}

export async function exportInvites(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const promo = { select: { name: true } };
  const [arrivals, asked] = await Promise.all([
    db.promoArrival.findMany({ where: { guildId, userId }, select: { at: true, endedAt: true, promo } }),
    db.promoInvite.findMany({
      where: { guildId, askedBy: userId },
      select: { madeAt: true, maxUses: true, uses: true, days: true, deadAt: true, cause: true, problem: true, promo },
      orderBy: { id: 'asc' },
    }),
  ]);
  return { arrivals, asked };
}

export async function eraseInvites(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.promoInvite.updateMany({ where: { guildId, askedBy: userId }, data: { askedBy: null } });
  const arrivals = await tx.promoArrival.findMany({ where: { guildId, userId } });
  await tx.promoArrival.deleteMany({ where: { guildId, userId } });
  for (const { promoId } of arrivals)
    await enqueue(tx, promoTask, { guildId, promoId, gone: [userId] }, { key: `${promoId}:${userId}` });
}
