import { audit } from '../../../infra/audit.ts';
import { type Db, enqueueAll, lock, type Tx } from '../../../infra/db.ts';
import { finishedAmong } from '../../promos/service/audience.ts';
import { type Day, dateOf, dayOf } from '../../promos/service/day.ts';
import { placesOfChannel } from '../../promos/service/lobby.ts';
import { getPromo } from '../../promos/service/promo.ts';
import { alreadyClosed, dayOutside, groupDay, promoOver } from '../messages.ts';
import { roomsTask } from '../wire.ts';
import { type By, describe, getRound, ownPromo, promiseRooms, type Round, type RoundRow } from './round.ts';

async function locked(tx: Tx, { guildId }: By, roundId: number): Promise<RoundRow> {
  const { promoId } = await getRound(tx, { guildId, roundId });
  await lock(tx, `groups.promo:${promoId}`);
  const round = await getRound(tx, { guildId, roundId });
  if (round.closingAt) throw alreadyClosed();
  return round;
}

/**
 * Opens the rooms until the end of a day, or changes that day. From then on these groups are part of the past that later ones avoid. Throws
 * `groups.unknown`, `groups.not_yours`, `groups.closed`, `groups.promo_over`, `groups.day_outside`.
 */
export async function publish(
  db: Db,
  by: By,
  { roundId, until, today }: { roundId: number; until: Day; today: Day },
): Promise<Round> {
  const { guildId, actorId, now } = by;
  const { promoId } = await getRound(db, { guildId, roundId });
  await ownPromo(db, by, promoId);
  await db.$transaction(async (tx) => {
    const round = await locked(tx, by, roundId);
    const promo = await getPromo(tx, { guildId, promoId });
    if ((promo.state !== 'planned' && promo.state !== 'active') || promo.clearingAt || !promo.builtAt) throw promoOver();
    const last = dayOf(promo.endsOn);
    if (until < today || until > last) throw dayOutside(groupDay(last));
    await tx.groupRound.update({
      where: { id: roundId },
      data: { until: dateOf(until), publishedAt: round.publishedAt ?? now, problem: null },
    });
    await audit(tx, {
      guildId,
      actorId,
      action: round.publishedAt ? 'groups.postpone' : 'groups.publish',
      subject: `groups:${roundId}`,
      before: { until: round.until && dayOf(round.until) },
      after: { until, groups: round.teams.length },
      at: now,
    });
    await promiseRooms(tx, round);
  });
  return describe(db, by, await getRound(db, { guildId, roundId }));
}

/** Closes the rooms before their day. Throws `groups.unknown`, `groups.not_yours`, `groups.closed`. */
export async function close(db: Db, by: By, roundId: number): Promise<Round> {
  const { guildId, actorId, now } = by;
  const { promoId } = await getRound(db, { guildId, roundId });
  await ownPromo(db, by, promoId);
  await db.$transaction(async (tx) => {
    const round = await locked(tx, by, roundId);
    if (!round.publishedAt) throw alreadyClosed();
    await tx.groupRound.update({ where: { id: roundId }, data: { closingAt: now } });
    await audit(tx, { guildId, actorId, action: 'groups.close', subject: `groups:${roundId}`, at: now });
    await promiseRooms(tx, round);
  });
  return describe(db, by, await getRound(db, { guildId, roundId }));
}

/** Tries again what Discord refused, once somebody has mended why. */
export async function retry(db: Db, by: By, roundId: number): Promise<Round> {
  const { guildId } = by;
  const { promoId } = await getRound(db, { guildId, roundId });
  await ownPromo(db, by, promoId);
  await db.$transaction(async (tx) => {
    const round = await getRound(tx, { guildId, roundId });
    if (!round.publishedAt) return;
    // Of a refused closing staff were told once: what it says stays until it is done.
    if (!round.closingAt) await tx.groupRound.update({ where: { id: roundId }, data: { problem: null } });
    await promiseRooms(tx, round);
  });
  return describe(db, by, await getRound(db, { guildId, roundId }));
}

/** Closes what is due: the day is over on the server's own clock, or the promo no longer runs. */
export async function closeDue(tx: Tx, now: Date): Promise<void> {
  const open = await tx.$queryRaw<{ id: number; guildId: string; promoId: number; isOver: boolean }[]>`
    SELECT round.id, round.guild_id AS "guildId", round.promo_id AS "promoId",
      round.until < (${now}::timestamptz AT TIME ZONE coalesce(guild.time_zone, 'Europe/Paris'))::date AS "isOver"
    FROM group_round AS round LEFT JOIN guild ON guild.id = round.guild_id
    WHERE round.published_at IS NOT NULL AND round.closing_at IS NULL AND guild.left_at IS NULL
    ORDER BY round.id FOR UPDATE OF round SKIP LOCKED`;
  const { over } = await finishedAmong(tx, [...new Set(open.map(({ promoId }) => promoId))]);
  for (const { id, guildId, promoId, isOver } of open) {
    if (!isOver && !over.includes(promoId)) continue;
    await tx.groupRound.update({ where: { id }, data: { closingAt: now } });
    await promiseRooms(tx, { guildId, id });
  }
}

/** Somebody joined the server again, in which case Discord has them in no thread any more, or for the first time. */
export const welcomeBack = (db: Db, { guildId, userId }: { guildId: string; userId: string }): Promise<void> =>
  db.$transaction(async (tx) => {
    const round = { publishedAt: { not: null }, closingAt: null };
    const places = await tx.groupPlace.findMany({ where: { guildId, userId, round }, select: { id: true, roundId: true } });
    await tx.groupPlace.updateMany({
      where: { id: { in: places.map(({ id }) => id) } },
      data: { insideId: null, insideAt: null },
    });
    for (const { roundId } of places) await promiseRooms(tx, { guildId, id: roundId });
  });

/** A channel of a promo has new permissions: the rooms of its groups become silent with it, and speak again. */
export const followChannel = (db: Db, { guildId, channelId }: { guildId: string; channelId: string }): Promise<void> =>
  db.$transaction(async (tx) => {
    const promoIds = (await placesOfChannel(tx, channelId)).map(({ promoId }) => promoId);
    if (promoIds.length === 0) return;
    const open = await tx.groupRound.findMany({
      where: { guildId, promoId: { in: promoIds }, publishedAt: { not: null }, closingAt: null },
      select: { id: true, guildId: true },
    });
    for (const round of open) await promiseRooms(tx, round);
  });

/** Rooms that follow who comes and goes, those that an abandoned task left, and what Discord refused. */
export async function promiseOpen(tx: Tx): Promise<void> {
  const left = await tx.guild.findMany({ where: { leftAt: { not: null } }, select: { id: true } });
  const rounds = await tx.groupRound.findMany({
    where: { publishedAt: { not: null }, closedAt: null, guildId: { notIn: left.map(({ id }) => id) } },
    select: { id: true, guildId: true },
  });
  await enqueueAll(
    tx,
    roomsTask,
    rounds.map(({ id, guildId }) => ({ payload: { guildId, roundId: id }, key: String(id) })),
  );
}

/** Groups of promos whose space is gone. */
export async function forgetFinished(tx: Tx): Promise<void> {
  const known = await tx.groupRound.findMany({ distinct: ['promoId'], select: { promoId: true } });
  const { cleared } = await finishedAmong(
    tx,
    known.map(({ promoId }) => promoId),
  );
  await tx.groupRound.deleteMany({
    where: { promoId: { in: cleared }, OR: [{ closedAt: { not: null } }, { publishedAt: null }] },
  });
}
