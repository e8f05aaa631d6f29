import type { Raid } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, lock, type Tx } from '../../../infra/db.ts';
import { type RaidLevel, raidChanged } from '../../../kernel/moderation.ts';
import { bornAt } from '../../../kernel/snowflake.ts';
import { minute, second } from '../../../kernel/time.ts';
import { unknownRaid } from '../messages/raid.ts';
import { type Arrival, alike, below, isAbove, levelFor, pausesAt, scoreOf, watched } from '../rules/level.ts';
import { raidTask } from '../wire.ts';
import { readRaidSettings } from './setting.ts';

export type { Raid } from '../../../../prisma/client/client.ts';

const openRaid = (db: Db | Tx, guildId: string): Promise<Raid | null> => db.raid.findFirst({ where: { guildId, endedAt: null } });

/** How tense a server is now. */
export const levelOf = async (db: Db | Tx, guildId: string): Promise<RaidLevel> => (await openRaid(db, guildId))?.level ?? 'none';

export const findOpenRaid = openRaid;

/** The raid, on that server. Throws `raids.unknown`. */
export async function getRaid(db: Db | Tx, { guildId, raidId }: { guildId: string; raidId: number }): Promise<Raid> {
  const raid = await db.raid.findFirst({ where: { id: raidId, guildId } });
  if (!raid) throw unknownRaid();
  return raid;
}

export const findRaid = (db: Db, { guildId, raidId }: { guildId: string; raidId: number }): Promise<Raid | null> =>
  db.raid.findFirst({ where: { id: raidId, guildId } });

const promiseRaid = (tx: Tx | Db, { id, guildId }: Pick<Raid, 'id' | 'guildId'>): Promise<void> =>
  enqueue(tx, raidTask, { guildId, raidId: id }, { key: String(id) });

/** Its effects on Discord, and the rules that depend on it. */
async function promiseChange(tx: Tx, raid: Pick<Raid, 'id' | 'guildId'>): Promise<void> {
  await promiseRaid(tx, raid);
  await enqueue(tx, raidChanged, { guildId: raid.guildId }, { key: raid.guildId });
}

type Raise = {
  guildId: string;
  level: Exclude<RaidLevel, 'none'>;
  now: Date;
  /** When the sign for it was, if not now: found again after a stop. */
  at?: Date;
} & ({ cause: 'joins' | 'rule'; actorId?: never } | { cause: 'moderator'; actorId: string });

/** True for a sign that somebody or time has answered already: the same arrivals must not undo what a moderator decided, nor what calm brought. */
function isAnswered({ endedAt, calmedAt, levelAt, peak }: Raid, level: RaidLevel, at: Date): boolean {
  if (endedAt) return at <= endedAt || (calmedAt !== null && at.getTime() - calmedAt.getTime() < watched);
  if (calmedAt !== null && at.getTime() - calmedAt.getTime() < watched) return true;
  return at <= levelAt && !isAbove(level, peak);
}

/**
 * Raises a server to that level, or keeps it there: a level below the present one changes nothing. Whoever says the same at the same moment raises it
 * once. Null when there is nothing to raise.
 */
export async function raiseLevel(tx: Tx, { guildId, level, cause, actorId, now, at = now }: Raise): Promise<Raid | null> {
  await lock(tx, `raids:${guildId}`);
  const last = await tx.raid.findFirst({ where: { guildId }, orderBy: { startedAt: 'desc' } });
  const open = last?.endedAt === null ? last : null;
  if (cause === 'joins' && last && (!open || isAbove(level, open.level)) && isAnswered(last, level, at)) return open;
  if (!open) {
    const raid = await tx.raid.create({
      data: { guildId, level, peak: level, cause, raisedBy: actorId ?? null, startedAt: at, levelAt: now, signalAt: at },
    });
    await promiseChange(tx, raid);
    return raid;
  }
  if (isAbove(open.level, level)) return open;
  const rises = isAbove(level, open.level);
  const raid = await tx.raid.update({
    where: { id: open.id },
    data: {
      // The clock of another process may be a little behind.
      signalAt: at > open.signalAt ? at : open.signalAt,
      ...(rises && { level, levelAt: now, peak: isAbove(level, open.peak) ? level : open.peak }),
    },
  });
  if (rises) await promiseChange(tx, raid);
  return raid;
}

/** What a moderator decides, in either direction. */
export const setLevel = (
  db: Db,
  { guildId, level, actorId, now }: { guildId: string; level: RaidLevel; actorId: string; now: Date },
): Promise<Raid | null> =>
  db.$transaction(async (tx) => {
    await lock(tx, `raids:${guildId}`);
    const open = await openRaid(tx, guildId);
    const before = open?.level ?? 'none';
    if (before === level) return open;
    await audit(tx, { guildId, actorId, action: 'raids.level', before: { level: before }, after: { level }, at: now });
    if (level !== 'none' && isAbove(level, before)) return raiseLevel(tx, { guildId, level, cause: 'moderator', actorId, now });
    return open && stepTo(tx, open, level, now, { calmedAt: now });
  });

async function stepTo(tx: Tx, { id }: Raid, level: RaidLevel, now: Date, by: { calmedAt?: Date } = {}): Promise<Raid> {
  const raid = await tx.raid.update({
    where: { id },
    data: { ...by, ...(level === 'none' ? { endedAt: now } : { level, levelAt: now, signalAt: now }) },
  });
  await promiseChange(tx, raid);
  return raid;
}

/** Raids that have been calm for long enough go down one step. */
export async function calmDown(tx: Tx, now: Date): Promise<void> {
  const open = await tx.raid.findMany({ where: { endedAt: null }, orderBy: { guildId: 'asc' } });
  for (const { guildId } of open) {
    await lock(tx, `raids:${guildId}`);
    const raid = await openRaid(tx, guildId);
    const { calmMinutes } = await readRaidSettings(tx, guildId);
    if (raid && now.getTime() - raid.signalAt.getTime() >= calmMinutes * minute) await stepTo(tx, raid, below(raid.level), now);
  }
}

/** Pauses last an hour at Discord, and are asked for again well before their end. */
export const pauseTime = 60 * minute;
const renewBefore = 30 * minute;

/** Raids whose pauses at Discord are about to end, and those that are over and left one behind. */
export async function promiseRenewals(tx: Tx, now: Date): Promise<void> {
  const open = await tx.raid.findMany({ where: { endedAt: null, level: { in: ['medium', 'high'] } } });
  // Without a moment of ours somebody holds it for longer: looked at again when they let go, which the next step of the level does.
  const late = (until: Date | null) => until !== null && until.getTime() - now.getTime() < renewBefore;
  const due = open.filter(({ level, invitesUntil, dmsUntil, refused }) => {
    const { invites, dms } = pausesAt(level);
    return !refused && ((invites && late(invitesUntil)) || (dms && late(dmsUntil)));
  });
  const left = await tx.raid.findMany({
    where: { endedAt: { not: null }, OR: [{ invitesUntil: { gt: now } }, { dmsUntil: { gt: now } }] },
  });
  await enqueueAll(
    tx,
    raidTask,
    [...due, ...left].map(({ id, guildId }) => ({ payload: { guildId, raidId: id }, key: String(id) })),
  );
}

/** Somebody who came by a promo's invite has its role from the first moment. */
type Row = { guildId: string; userId: string; username: string; joinedAt: Date; isExpected: boolean };

const arrivalOf = ({ userId, username, joinedAt, isExpected }: Row): Arrival => ({
  userId,
  username,
  at: joinedAt.getTime(),
  createdAt: bornAt(userId).getTime(),
  isExpected,
});

/** Fewest arrivals of a minute that are looked at: the lightest weight that reaches the lowest threshold. */
const fewest = 2;

/** How far back a stop of the program is made up for, and the step from one minute that is looked at to the next. */
const lookBack = 15 * minute;
const step = 20 * second;

/**
 * Raids that no event told, because the program was down or restarted in the middle of one: the arrivals of the last quarter of an hour as the list
 * of members has them, minute by minute.
 */
export async function findRaids(tx: Tx, now: Date): Promise<void> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT member.guild_id AS "guildId", user_id AS "userId", username, joined_at AS "joinedAt",
      EXISTS (SELECT FROM promo_arrival AS arrival WHERE arrival.guild_id = member.guild_id AND arrival.user_id = member.user_id) AS "isExpected"
    FROM member JOIN guild ON guild.id = member.guild_id AND guild.left_at IS NULL
    WHERE joined_at > ${new Date(now.getTime() - lookBack)} AND joined_at <= ${now}
      -- Whoever was there before the bot did not arrive.
      AND joined_at > guild.created_at ORDER BY joined_at`;
  const servers = [...Map.groupBy(rows, ({ guildId }) => guildId)].sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [guildId, arrived] of servers) {
    if (arrived.length < fewest) continue;
    const thresholds = await readRaidSettings(tx, guildId);
    const arrivals = arrived.map(arrivalOf);
    for (let end = now.getTime() - lookBack + watched; end <= now.getTime(); end += step) {
      const minuteOf = arrivals.filter(({ at }) => at > end - watched && at <= end);
      const level = minuteOf.length < fewest ? 'none' : levelFor(scoreOf(minuteOf), thresholds);
      if (level !== 'none') await raiseLevel(tx, { guildId, level, cause: 'joins', now, at: new Date(end) });
    }
  }
}

/** Who arrived a little before the first sign is of the raid as well. */
const before = 2 * minute;

export type Arrived = { userId: string; displayName: string; joinedAt: Date; isYoung: boolean; isAlike: boolean };

/** Accounts of less than a week. */
const youth = 7 * 24 * 60 * minute;

/** Those of a raid who are still there and whom nobody knows: not identified, not in a promo, not expected. */
export async function arrivedIn(db: Db | Tx, raid: Raid): Promise<Arrived[]> {
  const rows = await db.$queryRaw<(Row & { displayName: string })[]>`
    SELECT member.guild_id AS "guildId", user_id AS "userId", username, display_name AS "displayName", joined_at AS "joinedAt", false AS "isExpected"
    FROM member
    WHERE guild_id = ${raid.guildId} AND joined_at >= ${new Date(raid.startedAt.getTime() - before)}
      AND joined_at <= coalesce(${raid.endedAt}::timestamptz, 'infinity') AND left_at IS NULL AND identified_at IS NULL
      AND NOT EXISTS (SELECT FROM promo_member AS learner WHERE learner.guild_id = member.guild_id AND learner.user_id = member.user_id)
      AND NOT EXISTS (SELECT FROM promo_arrival AS arrival WHERE arrival.guild_id = member.guild_id AND arrival.user_id = member.user_id)
    ORDER BY joined_at, user_id`;
  const similar = alike(rows.map(arrivalOf));
  return rows.map((row) => ({
    userId: row.userId,
    displayName: row.displayName,
    joinedAt: row.joinedAt,
    isYoung: row.joinedAt.getTime() - bornAt(row.userId).getTime() < youth,
    isAlike: similar.has(row.userId),
  }));
}

/** What was set at Discord. */
export const recordPauses = (
  db: Db,
  raidId: number,
  data: { invitesUntil: Date | null; dmsUntil: Date | null; refused: boolean },
): Promise<unknown> => db.raid.update({ where: { id: raidId }, data });

export const recordCard = (
  db: Db,
  raidId: number,
  { channelId, messageId }: { channelId: string; messageId: string },
): Promise<unknown> => db.raid.update({ where: { id: raidId }, data: { cardChannelId: channelId, cardMessageId: messageId } });

export const recordAlert = (db: Db, raidId: number, alerted: Exclude<RaidLevel, 'none'>): Promise<unknown> =>
  db.raid.update({ where: { id: raidId }, data: { alerted } });

/** A card that is deleted while the raid lasts comes back. */
export async function restoreCard(db: Db, { guildId, messageIds }: { guildId: string; messageIds: string[] }): Promise<void> {
  const lost = await db.raid.findMany({ where: { guildId, cardMessageId: { in: messageIds }, endedAt: null } });
  for (const raid of lost) await promiseRaid(db, raid);
}

/** Channels that were bound since. */
export async function promiseOpenRaids(tx: Tx, guildId: string | null = null): Promise<void> {
  const open = await tx.raid.findMany({ where: { endedAt: null, ...(guildId !== null && { guildId }) } });
  for (const raid of open) await promiseRaid(tx, raid);
}
