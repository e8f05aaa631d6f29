import type { PromoInvite } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { day } from '../../../kernel/time.ts';
import { finishedAmong } from '../../promos/service/audience.ts';
import { addDays, type Day, dayOf, todayIn } from '../../promos/service/day.ts';
import { getPromo, lockPromo, type Promo } from '../../promos/service/promo.ts';
import { alreadyDead, type Cause, noRole, over, spokenDay, tooLate, tooMany, unknownInvite } from '../messages.ts';
import { mostOfPromo, mostRoles } from '../rules.ts';
import { guildTask, promoTask } from '../wire.ts';

export type { PromoInvite } from '../../../../prisma/client/client.ts';
export type Key = { guildId: string; promoId: number };

export const promisePromos = (tx: Tx | Db, promos: readonly Key[]): Promise<void> =>
  enqueueAll(
    tx,
    promoTask,
    promos.map(({ guildId, promoId }) => ({ payload: { guildId, promoId }, key: String(promoId) })),
  );

export const promisePromo = (tx: Tx | Db, key: Key): Promise<void> => promisePromos(tx, [key]);

/** The last day on which an invite works. */
export const lastDay = (promo: Pick<Promo, 'startsOn'>, days: number): Day => addDays(dayOf(promo.startsOn), days);

export type Wish = {
  promoId: number;
  /** 0: without limit. */
  maxUses: number;
  days: number;
  today: Day;
  /** Roles that the server has at this moment. */
  roles: number;
};

/** Throws `promos.unknown`, `invites.over`, `invites.too_late`, `invites.too_many`, `invites.no_role`. Returns the id of the row. */
export const askInvite = (db: Db, by: Change, { promoId, maxUses, days, today, roles }: Wish): Promise<number> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const promo = await lockPromo(tx, { guildId, promoId });
    if ((promo.state !== 'planned' && promo.state !== 'active') || promo.clearingAt) throw over(promo.name);
    const last = lastDay(promo, days);
    if (last < today) throw tooLate(promo.name, spokenDay(last));
    if ((await tx.promoInvite.count({ where: { promoId, deadAt: null } })) >= mostOfPromo) throw tooMany(mostOfPromo);
    const waiting = await tx.promoWaiting.findUnique({ where: { promoId } });
    if (!waiting && roles >= mostRoles) throw noRole(roles, mostRoles);
    if (!waiting) await tx.promoWaiting.create({ data: { promoId, guildId, since: now } });
    const { id } = await tx.promoInvite.create({ data: { guildId, promoId, askedBy: actorId, maxUses, days, madeAt: now } });
    // The code is a secret, and is nowhere but in its own row.
    const after = { invite: id, uses: maxUses, days };
    await audit(tx, { guildId, actorId, action: 'invites.ask', subject: `promo:${promoId}`, after, at: now });
    await promisePromo(tx, { guildId, promoId });
    return id;
  });

async function kill(tx: Tx, { id }: PromoInvite, cause: Cause, now: Date): Promise<void> {
  await tx.promoInvite.update({ where: { id }, data: { deadAt: now, cause, problem: null } });
}

/** Throws `invites.unknown`, `invites.dead`. */
export const revokeInvite = (db: Db, { guildId, actorId, now }: Change, inviteId: number): Promise<PromoInvite> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM promo_invite WHERE id = ${inviteId} FOR UPDATE`;
    const invite = await tx.promoInvite.findFirst({ where: { id: inviteId, guildId } });
    if (!invite) throw unknownInvite();
    if (invite.cause) throw alreadyDead(invite.cause as Cause);
    await kill(tx, invite, 'revoked', now);
    const { promoId } = invite;
    await promisePromo(tx, invite);
    await audit(tx, {
      guildId,
      actorId,
      action: 'invites.revoke',
      subject: `promo:${promoId}`,
      before: { invite: inviteId },
      at: now,
    });
    return invite;
  });

export const findInvite = (db: Db, { guildId, inviteId }: { guildId: string; inviteId: number }): Promise<PromoInvite | null> =>
  db.promoInvite.findFirst({ where: { id: inviteId, guildId } });

/** Numbered in the promo in the order in which they were asked for. */
export type Listed = PromoInvite & { number: number; last: Day };
export type InviteList = { promo: Promo; alive: Listed[]; dead: Listed[]; waiting: number };

const mostDead = 5;

/** The invites of a promo that work, and the last that no longer do. Throws `promos.unknown`. */
export async function listInvites(db: Db, key: Key): Promise<InviteList> {
  const promo = await getPromo(db, key);
  const { promoId } = key;
  const [rows, waiting] = await Promise.all([
    db.$queryRaw<{ id: number; number: number }[]>`
      SELECT id, number FROM (
        SELECT id, dead_at, row_number() OVER (ORDER BY made_at, id)::int AS number,
          row_number() OVER (PARTITION BY dead_at IS NULL ORDER BY made_at DESC, id DESC) AS place
        FROM promo_invite WHERE promo_id = ${promoId}
      ) AS numbered WHERE dead_at IS NULL OR place <= ${mostDead} ORDER BY number`,
    db.promoArrival.count({ where: { promoId, endedAt: null } }),
  ]);
  const invites = new Map(
    (await db.promoInvite.findMany({ where: { id: { in: rows.map(({ id }) => id) } } })).map((one) => [one.id, one]),
  );
  const listed = rows.flatMap(({ id, number }): Listed[] => {
    const invite = invites.get(id);
    return invite ? [{ ...invite, number, last: lastDay(promo, invite.days) }] : [];
  });
  return {
    promo,
    alive: listed.filter(({ deadAt }) => deadAt === null),
    dead: listed.filter(({ deadAt }) => deadAt !== null),
    waiting,
  };
}

/** Invites that have come to their end on the clock of their server, and those of promos that are over. */
export async function endInvites(tx: Tx, now: Date): Promise<void> {
  const alive = await tx.promoInvite.findMany({
    where: { deadAt: null },
    include: { promo: { select: { startsOn: true } } },
    orderBy: { id: 'asc' },
  });
  if (alive.length === 0) return;
  const over = new Set((await finishedAmong(tx, [...new Set(alive.map(({ promoId }) => promoId))])).over);
  const guilds = await tx.guild.findMany({ where: { id: { in: [...new Set(alive.map(({ guildId }) => guildId))] } } });
  const known = new Map(guilds.map((guild) => [guild.id, guild]));
  const ended: PromoInvite[] = [];
  for (const { promo, ...invite } of alive) {
    const guild = known.get(invite.guildId);
    // A server that the bot left is left alone until it is back, or erased.
    if (guild?.leftAt) continue;
    const isOver = over.has(invite.promoId);
    if (!isOver && lastDay(promo, invite.days) >= todayIn(guild?.timeZone ?? 'Europe/Paris', now)) continue;
    await kill(tx, invite, isOver ? 'over' : 'expired', now);
    ended.push(invite);
  }
  await promisePromos(tx, ended);
}

/** Servers whose invites and waiting roles are to be compared with Discord: deletions by hand, uses, and what a task could not do. */
export async function promiseAll(tx: Tx): Promise<void> {
  const guilds = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT DISTINCT waiting.guild_id AS "guildId" FROM promo_waiting AS waiting
    WHERE NOT EXISTS (SELECT FROM guild WHERE guild.id = waiting.guild_id AND guild.left_at IS NOT NULL)`;
  await enqueueAll(
    tx,
    guildTask,
    guilds.map((guild) => ({ payload: guild, key: guild.guildId })),
  );
}

/** How long the list of dead invites is kept. */
const keptFor = 365 * day;

export async function forgetInvites(tx: Tx, now: Date): Promise<void> {
  await tx.promoInvite.deleteMany({
    where: { deadAt: { lt: new Date(now.getTime() - keptFor) }, code: null, begunAt: null },
  });
}
