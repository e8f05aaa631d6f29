import { type Db, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { finishedAmong } from '../../promos/service/audience.ts';
import { isSettled } from '../../promos/service/expected.ts';
import { findPromo, type Promo } from '../../promos/service/promo.ts';
import { arrivalsTask, personTask, promoTask } from '../wire.ts';
import { promisePromos } from './invite.ts';

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
    const userIds = holders.map(({ userId }) => userId);
    await end(
      tx,
      Prisma.sql`expected.guild_id = ${guildId} AND expected.user_id = ANY (${userIds}::text[]) AND ${isSettled}`,
      now,
    );
  });
}

/** Whoever holds one of these roles, as an event tells. */
export async function seeRoles(db: Db, { guildId, userId, roleIds, now }: Who & { roleIds: readonly string[]; now: Date }) {
  if (roleIds.length === 0) return;
  const held = await db.promoWaiting.findMany({ where: { guildId, roleId: { in: [...roleIds] } }, select: { promoId: true } });
  await recordHolders(db, { guildId, holders: held.map(({ promoId }) => ({ userId, promoId })), now });
}

const isOf = ({ guildId, userId }: Who): Prisma.Sql =>
  Prisma.sql`expected.guild_id = ${guildId} AND expected.user_id = ${userId}`;

/** Ends open arrivals, `expected` in SQL, in the order in which everybody locks them, and promises that their roles go. */
async function end(tx: Tx, which: Prisma.Sql, now: Date): Promise<void> {
  const ended = await tx.$queryRaw<Who[]>`
    WITH due AS (
      SELECT promo_id, user_id FROM promo_arrival AS expected
      WHERE ended_at IS NULL AND ${which} ORDER BY promo_id, user_id FOR UPDATE
    )
    UPDATE promo_arrival AS arrival SET ended_at = ${now} FROM due
    WHERE arrival.promo_id = due.promo_id AND arrival.user_id = due.user_id
    RETURNING arrival.guild_id AS "guildId", arrival.user_id AS "userId"`;
  await promisePeople(tx, ended);
}

/** A server that the bot left is left alone until it is back, or erased. */
const isHere = Prisma.sql`NOT EXISTS (SELECT FROM guild WHERE guild.id = expected.guild_id AND guild.left_at IS NOT NULL)`;

/** What no event told: who is in the promo by now, and promos that are over. */
export const settleArrivals = (tx: Tx, now: Date): Promise<void> => end(tx, Prisma.sql`${isSettled} AND ${isHere}`, now);

/** Of a refusal that would come for everybody: each counts against the bot everywhere. */
const mostAgain = 50;

/** Roles that are still to be taken back, the oldest first; more wait for the next time. */
export async function promiseTaking(tx: Tx): Promise<void> {
  const people = await tx.$queryRaw<Who[]>`
    SELECT guild_id AS "guildId", user_id AS "userId" FROM promo_arrival AS expected
    WHERE ended_at IS NOT NULL AND ${isHere} ORDER BY ended_at LIMIT ${mostAgain}`;
  await promisePeople(tx, people);
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

/**
 * Staff answered otherwise: the person is expected no more, in one promo or, without `promoId`, in any, and the waiting role is taken back.
 */
export const forgetArrival = (tx: Tx, { guildId, userId, promoId, now }: Who & { promoId?: number; now: Date }): Promise<void> =>
  end(
    tx,
    Prisma.sql`${isOf({ guildId, userId })} AND (${promoId ?? null}::integer IS NULL
      OR expected.promo_id = ${promoId ?? null}::integer)`,
    now,
  );

/** Deletes arrivals, `expected` in SQL. The last of a promo may have been all that its role was kept for. */
async function drop(tx: Tx, guildId: string, which: Prisma.Sql): Promise<void> {
  // Of two who drop the last two at once, the second waits here and then sees that none is left.
  await tx.$queryRaw`
    SELECT promo_id FROM promo_waiting AS waiting
    WHERE EXISTS (SELECT FROM promo_arrival AS expected WHERE expected.promo_id = waiting.promo_id AND ${which})
    ORDER BY promo_id FOR UPDATE`;
  const dropped = await tx.$queryRaw<{ promoId: number }[]>`
    WITH due AS (SELECT promo_id, user_id FROM promo_arrival AS expected WHERE ${which} ORDER BY promo_id, user_id FOR UPDATE)
    DELETE FROM promo_arrival AS arrival USING due WHERE arrival.promo_id = due.promo_id AND arrival.user_id = due.user_id
    RETURNING arrival.promo_id AS "promoId"`;
  const emptied = await tx.$queryRaw<{ promoId: number }[]>`
    SELECT DISTINCT promo_id AS "promoId" FROM unnest(${dropped.map(({ promoId }) => promoId)}::integer[]) AS left_by (promo_id)
    WHERE NOT EXISTS (SELECT FROM promo_arrival AS arrival WHERE arrival.promo_id = left_by.promo_id)`;
  await promisePromos(
    tx,
    emptied.map(({ promoId }) => ({ guildId, promoId })),
  );
}

/** Somebody left, and their roles with them. */
export const recordLeave = (db: Db, who: Who): Promise<void> => db.$transaction((tx) => drop(tx, who.guildId, isOf(who)));

/** The roles of what had ended were taken back. */
export const recordTaken = (db: Db, who: Who, promoIds: readonly number[]): Promise<void> =>
  db.$transaction((tx) =>
    drop(
      tx,
      who.guildId,
      Prisma.sql`${isOf(who)} AND expected.ended_at IS NOT NULL AND expected.promo_id = ANY (${[...promoIds]}::integer[])`,
    ),
  );

/** Promos in which the person is expected no more while their role may still be there. */
export const endedOf = async (db: Db, { guildId, userId }: Who): Promise<number[]> =>
  (await db.promoArrival.findMany({ where: { guildId, userId, endedAt: { not: null } } })).map(({ promoId }) => promoId);

export type Reading = {
  guildId: string;
  holders: readonly { userId: string; promoId: number }[];
  /** Waiting roles that were there all the while: nothing is known of who held one that somebody deleted. */
  roleIds: readonly string[];
  /** Before the first page was asked for. */
  seenAt: Date;
};

/** Arrivals written down before a reading of the members, of people who are gone or no longer hold the role: somebody took it by hand. */
export const dropAbsent = (db: Db, { guildId, holders, roleIds, seenAt }: Reading): Promise<void> =>
  db.$transaction((tx) =>
    drop(
      tx,
      guildId,
      Prisma.sql`expected.guild_id = ${guildId} AND expected.at < ${seenAt}
        AND EXISTS (
          SELECT FROM promo_waiting AS giving WHERE giving.promo_id = expected.promo_id
            AND giving.role_id = ANY (${[...roleIds]}::text[]) AND giving.since <= expected.at)
        AND NOT EXISTS (
          SELECT FROM unnest(${holders.map(({ promoId }) => promoId)}::integer[], ${holders.map(({ userId }) => userId)}::text[])
            AS seen (promo_id, user_id) WHERE seen.promo_id = expected.promo_id AND seen.user_id = expected.user_id)`,
    ),
  );

/** Servers with waiting roles: their members are read for what was missed. */
export async function promiseArrivals(tx: Tx): Promise<void> {
  const guilds = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT DISTINCT waiting.guild_id AS "guildId" FROM promo_waiting AS waiting
    WHERE role_id IS NOT NULL AND NOT EXISTS (SELECT FROM guild WHERE guild.id = waiting.guild_id AND guild.left_at IS NOT NULL)`;
  await enqueueAll(
    tx,
    arrivalsTask,
    guilds.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
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
  await enqueueAll(
    tx,
    promoTask,
    arrivals.map(({ promoId }) => ({ payload: { guildId, promoId, gone: [userId] }, key: `${promoId}:${userId}` })),
  );
}
