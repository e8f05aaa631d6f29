import type { GroupLobby } from '../../../../prisma/client/client.ts';
import type { Db } from '../../../infra/db.ts';
import { presentAmong } from '../../members/service.ts';
import { isFrozen } from '../../promos/service/lobby.ts';
import { readSpace } from '../../promos/service/place.ts';
import { findRound, promiseRooms, type RoundRow } from './round.ts';

/** What the rooms of a round must be, and what was made of them. */
export type Plan = {
  round: RoundRow;
  lobby: GroupLobby | null;
  promoName: string;
  categoryId: string | null;
  roleId: string | null;
  /** Trainers and staff of the promo. */
  team: readonly string[];
  /** Who is in the promo today: nobody else is let in. */
  members: ReadonlySet<string>;
  /** Of the people of these groups, those who are on the server, with since when. */
  present: ReadonlyMap<string, Date>;
  /** The promo is silent, for an exam or for good: only its team writes and speaks. */
  isFrozen: boolean;
};

/** Null when there is no such round. */
export async function readPlan(
  db: Db,
  { guildId, roundId }: { guildId: string; roundId: number },
  locale: 'fr' | 'en',
): Promise<Plan | null> {
  const round = await findRound(db, { guildId, roundId });
  if (!round) return null;
  const placed = round.teams.flatMap(({ places }) => places.map(({ userId }) => userId));
  const [lobby, space, present] = await Promise.all([
    db.groupLobby.findUnique({ where: { promoId: round.promoId } }),
    readSpace(db, { guildId, promoId: round.promoId }, locale),
    presentAmong(db, guildId, placed),
  ]);
  const category = space?.parts.find(({ what, key }) => what === 'category' && space.places.get(key)?.discordId);
  return {
    round,
    lobby,
    promoName: space?.promo.name ?? '',
    categoryId: (category && space?.places.get(category.key)?.discordId) ?? null,
    roleId: space?.places.get('role')?.discordId ?? null,
    team: space?.people.map(({ userId }) => userId) ?? [],
    members: new Set(space?.memberIds ?? []),
    present,
    isFrozen: space !== null && isFrozen(space.promo),
  };
}

/** Notes that a creation begins: what comes of it is looked for before another one is made. */
export async function beginLobby(db: Db, { promoId, now }: { promoId: number; now: Date }): Promise<void> {
  await db.groupLobby.upsert({ where: { promoId }, update: { begunAt: now }, create: { promoId, begunAt: now } });
}
/** `former`: the channel that somebody deleted, and with it every thread of the promo's groups and every list. */
export const recordLobby = (
  db: Db,
  { promoId, roundId, channelId, former }: { promoId: number; roundId: number; channelId: string; former: string | null },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.groupLobby.update({ where: { promoId }, data: { channelId, begunAt: null } });
    if (former === null) return;
    await tx.groupTeam.updateMany({ where: { round: { promoId } }, data: threadGone });
    await tx.groupPlace.updateMany({ where: { round: { promoId } }, data: { insideId: null, insideAt: null } });
    await tx.groupRound.updateMany({ where: { promoId }, data: { messageId: null } });
    const others = await tx.groupRound.findMany({
      where: { promoId, publishedAt: { not: null }, closedAt: null, id: { not: roundId } },
      select: { id: true, guildId: true },
    });
    for (const round of others) await promiseRooms(tx, round);
  });

const threadGone = { threadId: null, threadBegunAt: null, openingId: null };

/** Somebody deleted the thread of a group. */
export const forgetThread = (db: Db, teamId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.groupTeam.update({ where: { id: teamId }, data: threadGone });
    await tx.groupPlace.updateMany({ where: { insideId: teamId }, data: { insideId: null, insideAt: null } });
  });

export async function forgetLobby(db: Db, promoId: number): Promise<void> {
  await db.groupLobby.deleteMany({ where: { promoId } });
}

export async function beginRoom(
  db: Db,
  { teamId, what, now }: { teamId: number; what: 'thread' | 'voice'; now: Date },
): Promise<void> {
  await db.groupTeam.update({ where: { id: teamId }, data: what === 'thread' ? { threadBegunAt: now } : { voiceBegunAt: now } });
}
export async function recordRoom(
  db: Db,
  { teamId, what, id }: { teamId: number; what: 'thread' | 'voice'; id: string },
): Promise<void> {
  await db.groupTeam.update({
    where: { id: teamId },
    data: what === 'thread' ? { threadId: id, threadBegunAt: null } : { voiceId: id, voiceBegunAt: null },
  });
}

export async function recordOpening(db: Db, { teamId, messageId }: { teamId: number; messageId: string }): Promise<void> {
  await db.groupTeam.update({ where: { id: teamId }, data: { openingId: messageId } });
}
export async function recordList(db: Db, { roundId, messageId }: { roundId: number; messageId: string }): Promise<void> {
  await db.groupRound.update({ where: { id: roundId }, data: { messageId } });
}

/** In which thread a person is. Somebody erased meanwhile has no row any more. */
export async function recordInside(
  db: Db,
  { placeId, insideId, now }: { placeId: number; insideId: number | null; now: Date },
): Promise<void> {
  await db.groupPlace.updateMany({ where: { id: placeId }, data: { insideId, insideAt: insideId === null ? null : now } });
}

export async function recordProblem(
  db: Db,
  { roundId, problem }: { roundId: number; problem: 'full' | 'forbidden' | null },
): Promise<void> {
  await db.groupRound.update({ where: { id: roundId }, data: { problem } });
}

/** The rooms are gone. */
export async function recordClosed(db: Db, { roundId, now }: { roundId: number; now: Date }): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.groupTeam.updateMany({
      where: { roundId },
      data: { threadId: null, threadBegunAt: null, voiceId: null, voiceBegunAt: null, openingId: null },
    });
    await tx.groupPlace.updateMany({ where: { roundId }, data: { insideId: null, insideAt: null } });
    await tx.groupRound.update({ where: { id: roundId }, data: { closedAt: now, messageId: null, problem: null } });
  });
}

/** Channels that are gone once their groups are closed. */
export async function passingRooms(db: Db, guildId: string): Promise<string[]> {
  const [lobbies, teams] = await Promise.all([
    db.groupLobby.findMany({ where: { promo: { guildId } }, select: { channelId: true } }),
    db.groupTeam.findMany({
      where: { voiceId: { not: null }, round: { closedAt: null, promo: { guildId } } },
      select: { voiceId: true },
    }),
  ]);
  return [...lobbies.map(({ channelId }) => channelId), ...teams.map(({ voiceId }) => voiceId)].filter((id) => id !== null);
}

/** Whether other groups of the promo still have rooms. */
export const hasOthers = async (db: Db, { promoId, roundId }: { promoId: number; roundId: number }): Promise<boolean> =>
  (await db.groupRound.count({ where: { promoId, publishedAt: { not: null }, closedAt: null, id: { not: roundId } } })) > 0;
