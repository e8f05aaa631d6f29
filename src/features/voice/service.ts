import type { VoiceRoom } from '../../../prisma/client/client.ts';
import { audit } from '../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, lock, type Tx } from '../../infra/db.ts';
import { cut, type Locale } from '../../kernel/text.ts';
import { day, timeOf } from '../../kernel/time.ts';
import { findMember } from '../members/service.ts';
import { clearedAmong, type Lobby, lobbiesAmong, lobbyAt, placesOfChannel } from '../promos/service/lobby.ts';
import { findPromo } from '../promos/service/promo.ts';
import { badSeats, notYours, type Problem, renamedLately, text, unknownRoom } from './messages.ts';
import { moveTime, readSeats, renameEvery } from './rules.ts';
import { alertTask, roomTask } from './wire.ts';

export type { VoiceRoom } from '../../../prisma/client/client.ts';

/** Who is where, as the gateway tells it. */
export type Sight = {
  knows(guildId: string): boolean;
  peopleIn(guildId: string, channelId: string): readonly string[];
  placeOf(guildId: string, userId: string): string | null;
  occupied(): readonly { guildId: string; channelId: string; userIds: readonly string[] }[];
};

const promiseRooms = (tx: Tx | Db, rooms: readonly Pick<VoiceRoom, 'id' | 'guildId'>[]): Promise<void> =>
  enqueueAll(
    tx,
    roomTask,
    rooms.map(({ id, guildId }) => ({ payload: { guildId, roomId: id }, key: String(id) })),
  );

type Entry = { userId: string; lobby: Lobby; now: Date };

/**
 * Somebody is in a channel that opens rooms: they get one, or are taken back to theirs. Whoever opened one in another promo leaves it to
 * those who are still in it.
 */
export async function enterLobby(tx: Tx, { userId, lobby, now }: Entry): Promise<void> {
  const { guildId, promoId, channelId: lobbyId, key: lobbyKey } = lobby;
  await lock(tx, `voice.person:${guildId}:${userId}`);
  const own = await tx.voiceRoom.findUnique({ where: { guildId_userId: { guildId, userId } } });
  if (own?.promoId === promoId) {
    if (own.lobbyId !== lobbyId) await tx.voiceRoom.update({ where: { id: own.id }, data: { lobbyId, lobbyKey } });
    return promiseRooms(tx, [own]);
  }
  if (own) {
    await tx.voiceRoom.update({ where: { id: own.id }, data: { userId: null, changed: true } });
    await promiseRooms(tx, [own]);
  }
  await promiseRooms(tx, [await tx.voiceRoom.create({ data: { guildId, promoId, userId, lobbyId, lobbyKey, openedAt: now } })]);
}

/** A person was seen in a voice channel, or out of all. */
export async function seePerson(
  db: Db,
  { guildId, userId, channelId, now }: { guildId: string; userId: string; channelId: string | null; now: Date },
): Promise<void> {
  if (channelId === null) return;
  const [lobby] = await lobbiesAmong(db, [channelId]);
  if (lobby?.guildId === guildId) await db.$transaction((tx) => enterLobby(tx, { userId, lobby, now }));
  else await db.voiceRoom.updateMany({ where: { guildId, channelId, movedAt: { not: null } }, data: { movedAt: null } });
}

/** Rooms that nobody seems to need any more, or that wait for something. Whether it is so is looked at again before anything is deleted. */
function unsettled(room: VoiceRoom, sight: Sight, now: Date): boolean {
  const { guildId, userId, lobbyId, channelId, movedAt, problem } = room;
  if (!sight.knows(guildId)) return false;
  if (channelId === null || (userId !== null && sight.placeOf(guildId, userId) === lobbyId)) return true;
  // What Discord refused is tried again by the hour: each refusal counts against the bot everywhere.
  if (problem === 'stuck') return false;
  if (movedAt !== null && now.getTime() - movedAt.getTime() < moveTime) return false;
  return sight.peopleIn(guildId, channelId).length === 0;
}

/** Somebody left a voice channel: a room that this emptied goes. Who no longer waits for theirs may ask for it again. */
export async function leavePlace(
  db: Db,
  { guildId, userId, channelId, sight, now }: { guildId: string; userId: string; channelId: string; sight: Sight; now: Date },
): Promise<void> {
  const awaited = { guildId, userId, lobbyId: channelId };
  const rooms = await db.voiceRoom.findMany({ where: { OR: [{ guildId, channelId }, awaited] } });
  if (rooms.length === 0) return;
  await db.voiceRoom.updateMany({ where: { ...awaited, problem: 'forbidden' }, data: { problem: null } });
  await promiseRooms(
    db,
    rooms.filter((room) => unsettled(room, sight, now)),
  );
}

/** Channels that are gone once nobody is in them. */
export const passingRooms = async (db: Db, guildId: string): Promise<string[]> =>
  (await db.voiceRoom.findMany({ where: { guildId }, select: { channelId: true } })).flatMap(({ channelId }) => channelId ?? []);

/** Rooms of servers that the bot left are left alone until it is back, or erased. */
async function whereHere(tx: Tx) {
  const left = await tx.guild.findMany({ where: { leftAt: { not: null } }, select: { id: true } });
  return { guildId: { notIn: left.map(({ id }) => id) } };
}

/** What no event told: people in a channel that opens rooms, rooms that are empty, and rooms of promos whose space goes. */
export async function sweepRooms(tx: Tx, { sight, now }: { sight: Sight; now: Date }): Promise<void> {
  const occupied = sight.occupied().filter(({ guildId }) => sight.knows(guildId));
  for (const lobby of await lobbiesAmong(
    tx,
    occupied.map(({ channelId }) => channelId),
  ))
    for (const userId of sight.peopleIn(lobby.guildId, lobby.channelId)) await enterLobby(tx, { userId, lobby, now });
  const rooms = await tx.voiceRoom.findMany({ where: await whereHere(tx) });
  // Nobody heard them arrive: the program died between the move and the event.
  const arrived = rooms.filter(
    ({ guildId, channelId, movedAt }) => movedAt !== null && channelId !== null && sight.peopleIn(guildId, channelId).length > 0,
  );
  await tx.voiceRoom.updateMany({ where: { id: { in: arrived.map(({ id }) => id) } }, data: { movedAt: null } });
  const leaving = new Set(await clearedAmong(tx, [...new Set(rooms.map(({ promoId }) => promoId))]));
  await promiseRooms(
    tx,
    rooms.filter((room) => leaving.has(room.promoId) || unsettled(room, sight, now)),
  );
}

/**
 * The channel that opened them, or the category of their promo, has new permissions: its rooms follow. The category too, since somebody may
 * have deleted the channel.
 */
export async function followChannel(db: Db, { guildId, channelId }: { guildId: string; channelId: string }): Promise<void> {
  const places = await placesOfChannel(db, channelId);
  const from = places.map(({ promoId, key }) => (key.startsWith('category:') ? { promoId } : { promoId, lobbyKey: key }));
  await promiseRooms(
    db,
    await db.voiceRoom.findMany({ where: { guildId, channelId: { not: null }, OR: [{ lobbyId: channelId }, ...from] } }),
  );
}

/** The same for all, in case nobody heard of it. */
export async function followLobbies(tx: Tx): Promise<void> {
  await promiseRooms(tx, await tx.voiceRoom.findMany({ where: { channelId: { not: null }, ...(await whereHere(tx)) } }));
}

/** A room with what its promo says of it. `lobby` is null once the channel no longer opens rooms. */
export type Plan = { room: VoiceRoom; lobby: Lobby | null; promoName: string; isLeaving: boolean };

export async function readPlan(db: Db, { guildId, roomId }: { guildId: string; roomId: number }): Promise<Plan | null> {
  const room = await db.voiceRoom.findFirst({ where: { id: roomId, guildId } });
  if (!room) return null;
  const [lobby, promo] = await Promise.all([lobbyOf(db, room), findPromo(db, { guildId, promoId: room.promoId })]);
  const lobbyId = lobby?.channelId ?? room.lobbyId;
  if (lobbyId !== room.lobbyId) await update(db, room.id, { lobbyId });
  return {
    room: { ...room, lobbyId },
    lobby,
    promoName: promo?.name ?? '',
    isLeaving: !promo || promo.clearingAt !== null,
  };
}

/** The channel that opened a room, as it is today: it may have been made again. */
async function lobbyOf(db: Db, { promoId, lobbyId, lobbyKey }: VoiceRoom): Promise<Lobby | null> {
  if (lobbyKey !== null) return lobbyAt(db, { promoId, key: lobbyKey });
  const [lobby] = await lobbiesAmong(db, [lobbyId]);
  return lobby ?? null;
}

/** What a room is called on Discord. */
export async function nameOf(db: Db | Tx, { guildId, userId, name }: VoiceRoom, locale: Locale): Promise<string> {
  if (name) return name;
  const member = userId === null ? null : await findMember(db, { guildId, userId });
  return cut((member ? text.room(member.displayName) : text.plainRoom)[locale], 100);
}

const update = async (db: Db, id: number, data: Parameters<Db['voiceRoom']['updateMany']>[0]['data']): Promise<void> => {
  await db.voiceRoom.updateMany({ where: { id }, data });
};

/** Notes that a creation begins: what comes of it is looked for before another one is made. */
export const beginRoom = (db: Db, id: number, now: Date): Promise<void> => update(db, id, { begunAt: now });
export const recordRoom = (db: Db, id: number, channelId: string): Promise<void> =>
  update(db, id, { channelId, begunAt: null, problem: null });
export const recordPanel = (db: Db, id: number, messageId: string): Promise<void> => update(db, id, { messageId });
/** Before the move itself, so that the room is not taken for empty while nobody was seen in it yet. */
export const recordMove = (db: Db, id: number, movedAt: Date | null): Promise<void> => update(db, id, { movedAt, problem: null });
/** People are in it: whatever was refused before is over. */
export const recordUsed = (db: Db, id: number): Promise<void> => update(db, id, { problem: null });
export const recordStuck = (db: Db, id: number): Promise<void> => update(db, id, { problem: 'stuck' });

/** Discord has what the row said when it was read; a change since then is still to come. */
export async function recordSettled(db: Db, { id, name, seats, userId }: VoiceRoom): Promise<void> {
  await db.voiceRoom.updateMany({ where: { id, name, seats, userId }, data: { changed: false } });
}

/** Why there is no room for them now. What staff can mend, they hear of once a day. */
export const recordProblem = (
  db: Db,
  { id, guildId, promoId }: VoiceRoom,
  { problem, now }: { problem: Problem; now: Date },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.voiceRoom.updateMany({ where: { id }, data: { problem } });
    if (problem === 'closed') return;
    const told = await tx.$executeRaw`
      INSERT INTO voice_alert AS alert (promo_id, problem, told_at) VALUES (${promoId}, ${problem}, ${now})
      ON CONFLICT (promo_id, problem) DO UPDATE SET told_at = EXCLUDED.told_at WHERE alert.told_at < ${new Date(now.getTime() - day)}`;
    if (told > 0)
      await enqueue(tx, alertTask, { guildId, promoId, problem, at: now }, { key: `${promoId}:${problem}:${now.getTime()}` });
  });

export async function dropRoom(db: Db, id: number): Promise<void> {
  await db.voiceRoom.deleteMany({ where: { id } });
}

/** Who acts; `isStaff` as the roles of the moment say. */
export type By = { guildId: string; actorId: string; isStaff: boolean; now: Date };

const own = (room: VoiceRoom | null, { actorId, isStaff }: By): VoiceRoom => {
  if (!room?.channelId) throw unknownRoom();
  if (room.userId !== actorId && !isStaff) throw notYours();
  return room;
};

/** The room, when it is theirs to change. Throws `voice.unknown`, `voice.not_yours`. */
export const ownRoom = async (db: Db, by: By, roomId: number): Promise<VoiceRoom> =>
  own(await db.voiceRoom.findFirst({ where: { id: roomId, guildId: by.guildId } }), by);

/** Throws `voice.unknown`, `voice.not_yours`, `voice.bad_seats`, `voice.renamed_lately`. */
export const changeRoom = (
  db: Db,
  by: By,
  { roomId, name, seats: typed, locale }: { roomId: number; name: string; seats: string; locale: Locale },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    await tx.$queryRaw`SELECT id FROM voice_room WHERE id = ${roomId} FOR UPDATE`;
    const room = own(await tx.voiceRoom.findFirst({ where: { id: roomId, guildId } }), by);
    const seats = readSeats(typed);
    if (seats === null) throw badSeats();
    const isRenamed = name !== (await nameOf(tx, room, locale));
    const free = room.renamedAt ? new Date(room.renamedAt.getTime() + renameEvery) : now;
    if (isRenamed && free > now) throw renamedLately(timeOf(free, 'R'));
    if (!isRenamed && seats === room.seats) return;
    await tx.voiceRoom.update({
      where: { id: roomId },
      data: { seats, changed: true, ...(isRenamed && { name, renamedAt: now }) },
    });
    if (room.userId !== actorId)
      await audit(tx, {
        guildId,
        actorId,
        ...(room.userId !== null && { targetId: room.userId }),
        action: 'voice.change',
        subject: `room:${roomId}`,
        before: { seats: room.seats },
        after: { seats, renamed: isRenamed },
        at: now,
      });
    await promiseRooms(tx, [room]);
  });

export async function exportRooms(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const rooms = await db.voiceRoom.findMany({
    where: { guildId, userId },
    select: {
      name: true,
      lobbyId: true,
      lobbyKey: true,
      seats: true,
      openedAt: true,
      renamedAt: true,
      movedAt: true,
      problem: true,
      promo: { select: { name: true } },
    },
  });
  return { rooms };
}

/** The room stays with those who are in it, under a name that is nobody's. */
export async function eraseRooms(tx: Tx, guildId: string, userId: string): Promise<void> {
  const rooms = await tx.voiceRoom.findMany({ where: { guildId, userId } });
  await tx.voiceRoom.updateMany({ where: { guildId, userId }, data: { userId: null, name: null, changed: true } });
  await promiseRooms(tx, rooms);
}
