import type { GroupLobby } from '../../../../prisma/client/client.ts';
import type { Db } from '../../../infra/db.ts';
import { readSpace } from '../../promos/service/place.ts';
import { findRound, type RoundRow } from './round.ts';

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
};

/** Null when there is no such round. */
export async function readPlan(
  db: Db,
  { guildId, roundId }: { guildId: string; roundId: number },
  locale: 'fr' | 'en',
): Promise<Plan | null> {
  const round = await findRound(db, { guildId, roundId });
  if (!round) return null;
  const [lobby, space] = await Promise.all([
    db.groupLobby.findUnique({ where: { promoId: round.promoId } }),
    readSpace(db, { guildId, promoId: round.promoId }, locale),
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
  };
}

/** Notes that a creation begins: what comes of it is looked for before another one is made. */
export async function beginLobby(db: Db, { promoId, now }: { promoId: number; now: Date }): Promise<void> {
  await db.groupLobby.upsert({ where: { promoId }, update: { begunAt: now }, create: { promoId, begunAt: now } });
}
export async function recordLobby(db: Db, { promoId, channelId }: { promoId: number; channelId: string }): Promise<void> {
  await db.groupLobby.update({ where: { promoId }, data: { channelId, begunAt: null } });
}
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
export async function recordInside(db: Db, { placeId, insideId }: { placeId: number; insideId: number | null }): Promise<void> {
  await db.groupPlace.updateMany({ where: { id: placeId }, data: { insideId } });
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
    await tx.groupPlace.updateMany({ where: { roundId }, data: { insideId: null } });
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
