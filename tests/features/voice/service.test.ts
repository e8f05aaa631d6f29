import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { addEntry } from '../../../src/features/catalogue/service/entry.ts';
import { createPromo } from '../../../src/features/promos/service/create.ts';
import { lobbiesAmong } from '../../../src/features/promos/service/lobby.ts';
import {
  type By,
  changeRoom,
  eraseRooms,
  exportRooms,
  followChannel,
  leavePlace,
  readPlan,
  recordProblem,
  type Sight,
  seePerson,
  sweepRooms,
} from '../../../src/features/voice/service.ts';
import { day, minute } from '../../../src/kernel/time.ts';
import { freshDatabase } from '../../support/database.ts';
import { monday } from '../../support/monday.ts';

const database = await freshDatabase();
const { db } = database;
afterAll(database.close);

const guildId = '900000000000000001';
const lea = '900000000000000011';
const ali = '900000000000000012';
const lobbyId = '900000000000000021';
const channelId = '900000000000000031';
let promoId: number;

beforeEach(async () => {
  await database.pool.query('TRUNCATE guild, catalogue_entry, promo, voice_room, voice_alert CASCADE');
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
  const by = { guildId, actorId: lea, now: monday };
  await db.guild.create({ data: { id: guildId, createdAt: monday } });
  const course = await addEntry(db, by, { kind: 'course', name: 'CDA' });
  const campus = await addEntry(db, by, { kind: 'campus', name: 'Lille' });
  const promo = await db.$transaction((tx) =>
    createPromo(
      tx,
      by,
      {
        do: 'create',
        courseId: course.id,
        campusId: campus.id,
        name: 'CDA 1',
        start: '2027-01-04',
        end: '2027-06-30',
        managerId: lea,
        trainerIds: [],
        remote: false,
        early: false,
      },
      '2027-01-11',
    ),
  );
  promoId = promo.id;
  await db.promoPlace.create({ data: { promoId, key: 'channel:demand', discordId: lobbyId } });
  await db.promoPlace.create({ data: { promoId, key: 'channel:sos', discordId: '900000000000000022' } });
  await database.pool.query('DELETE FROM graphile_worker._private_jobs');
});

const enter = (userId: string, where: string | null = lobbyId) =>
  seePerson(db, { guildId, userId, channelId: where, now: monday });
const tasks = async (): Promise<string[]> =>
  (await database.pool.query<{ key: string }>('SELECT key FROM graphile_worker.jobs ORDER BY key')).rows.map(({ key }) => key);
const sight = (places: Record<string, string>, knows = true): Sight => ({
  knows: () => knows,
  peopleIn: (_guild, channel) => Object.keys(places).filter((userId) => places[userId] === channel),
  placeOf: (_guild, userId) => places[userId] ?? null,
  occupied: () =>
    [...new Set(Object.values(places))].map((channel) => ({
      guildId,
      channelId: channel,
      userIds: Object.keys(places).filter((userId) => places[userId] === channel),
    })),
});

test('the template says which channel opens rooms, and the promo whether it does now', async () => {
  expect(await lobbiesAmong(db, [lobbyId, '900000000000000022', '1'])).toEqual([
    { channelId: lobbyId, key: 'channel:demand', guildId, promoId, promoName: 'CDA 1', isOpen: true },
  ]);
  await db.promo.update({ where: { id: promoId }, data: { lockedAt: monday } });
  expect(await lobbiesAmong(db, [lobbyId])).toMatchObject([{ isOpen: false }]);
  expect(await lobbiesAmong(db, [])).toEqual([]);
});

test('a channel of another server, or no channel, opens nothing', async () => {
  await seePerson(db, { guildId: '900000000000000002', userId: lea, channelId: lobbyId, now: monday });
  await enter(lea, null);
  await enter(lea, channelId);
  expect(await db.voiceRoom.count()).toBe(0);
});

test('fifty entries of the same person at once make one room and one task', async () => {
  await Promise.all(Array.from({ length: 50 }, () => enter(lea)));
  const rooms = await db.voiceRoom.findMany();
  expect(rooms).toHaveLength(1);
  expect(await tasks()).toEqual([`voice.room:${rooms[0]?.id}`]);
});

test('twenty people at once make twenty rooms', async () => {
  const people = Array.from({ length: 20 }, (_, index) => `9000000000000001${String(index).padStart(2, '0')}`);
  await Promise.all(people.map((userId) => enter(userId)));
  expect(await db.voiceRoom.count()).toBe(20);
});

describe('what no event told', () => {
  const sweep = (at: Sight, now = monday) => db.$transaction((tx) => sweepRooms(tx, { sight: at, now }));

  test('somebody who sits in the lobby gets a room, however often it is asked', async () => {
    await sweep(sight({ [lea]: lobbyId }));
    await sweep(sight({ [lea]: lobbyId }));
    expect(await db.voiceRoom.findMany()).toMatchObject([{ userId: lea, promoId, lobbyId }]);
  });

  test('an empty room is promised to go, one with people is not, and nothing while the gateway is mute', async () => {
    await db.voiceRoom.create({ data: { guildId, promoId, userId: lea, lobbyId, channelId, openedAt: monday } });
    await sweep(sight({}, false));
    await sweep(sight({ [ali]: channelId }));
    expect(await tasks()).toEqual([]);
    await sweep(sight({}));
    expect(await tasks()).toHaveLength(1);
  });

  test('a room that somebody is being moved into has a minute', async () => {
    await db.voiceRoom.create({ data: { guildId, promoId, userId: lea, lobbyId, channelId, openedAt: monday, movedAt: monday } });
    await sweep(sight({}));
    expect(await tasks()).toEqual([]);
    await sweep(sight({}), new Date(monday.getTime() + minute));
    expect(await tasks()).toHaveLength(1);
    await enter(lea, channelId);
    expect(await db.voiceRoom.findFirstOrThrow()).toMatchObject({ movedAt: null });
    await db.voiceRoom.updateMany({ data: { movedAt: monday } });
    await sweep(sight({ [lea]: channelId }));
    expect(await db.voiceRoom.findFirstOrThrow()).toMatchObject({ movedAt: null });
  });

  test('the rooms of a promo whose space goes do too', async () => {
    await db.voiceRoom.create({ data: { guildId, promoId, userId: lea, lobbyId, channelId, openedAt: monday } });
    await db.promo.update({ where: { id: promoId }, data: { clearingAt: monday } });
    await sweep(sight({ [lea]: channelId }));
    expect(await tasks()).toHaveLength(1);
  });
});

describe('changing a room', () => {
  const by = (actorId: string, isStaff = false, now = monday): By => ({ guildId, actorId, isStaff, now });
  const change = async (who: By, name: string, seats: string) => {
    const { id: roomId } = await db.voiceRoom.findFirstOrThrow();
    return changeRoom(db, who, { roomId, name, seats, locale: 'fr' });
  };
  beforeEach(async () => {
    await db.voiceRoom.create({ data: { guildId, promoId, userId: lea, lobbyId, channelId, openedAt: monday } });
  });

  test('is for who opened it, and for staff', async () => {
    await expect(change(by(ali), 'Autre', '3')).rejects.toMatchObject({ code: 'voice.not_yours' });
    await expect(change({ ...by(lea), guildId: '900000000000000002' }, 'A', '3')).rejects.toMatchObject({
      code: 'voice.unknown',
    });
    await change(by(lea), 'Révisions', '3');
    await change(by(ali, true), 'Révisions', '4');
    expect(await db.voiceRoom.findFirstOrThrow()).toMatchObject({ name: 'Révisions', seats: 4, changed: true });
    expect(await db.auditEntry.count({ where: { action: 'voice.change' } })).toBe(1);
  });

  test('numbers of places are checked, and a second name comes later', async () => {
    await expect(change(by(lea), 'A', '120')).rejects.toMatchObject({ code: 'voice.bad_seats' });
    await change(by(lea), 'A', '');
    await expect(change(by(lea), 'B', '')).rejects.toMatchObject({ code: 'voice.renamed_lately' });
    await change(by(lea), 'A', '9');
    await change(by(lea, false, new Date(monday.getTime() + 5 * minute)), 'B', '9');
    expect(await db.voiceRoom.findFirstOrThrow()).toMatchObject({ name: 'B', seats: 9 });
  });

  test('thirty at once: one name, and each of the others is told why', async () => {
    const done = await Promise.allSettled(Array.from({ length: 30 }, (_, index) => change(by(lea), `Nom ${index}`, '5')));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

test('who leaves a channel concerns the room that it was and the one that they awaited, no other', async () => {
  const data = { guildId, promoId, lobbyId, openedAt: monday };
  const own = await db.voiceRoom.create({ data: { ...data, userId: lea, channelId, problem: 'forbidden' } });
  const other = await db.voiceRoom.create({ data: { ...data, userId: ali, channelId: '900000000000000032' } });
  const leave = (left: string, places: Record<string, string>) =>
    leavePlace(db, { guildId, userId: lea, channelId: left, sight: sight(places), now: monday });
  await leave('900000000000000099', {});
  expect(await tasks()).toEqual([]);
  await leave(channelId, { [ali]: channelId });
  expect(await tasks()).toEqual([]);
  await leave('900000000000000032', {});
  expect(await tasks()).toEqual([`voice.room:${other.id}`]);
  // What Discord refused while they waited is tried again the next time that they ask.
  await leave(lobbyId, { [ali]: channelId });
  expect(await db.voiceRoom.findUnique({ where: { id: own.id } })).toMatchObject({ problem: null });
});

test('a room follows its lobby under the id that it has today', async () => {
  const room = await db.voiceRoom.create({
    data: {
      guildId,
      promoId,
      userId: lea,
      lobbyId: '900000000000000029',
      lobbyKey: 'channel:demand',
      channelId,
      openedAt: monday,
    },
  });
  expect(await readPlan(db, { guildId, roomId: room.id })).toMatchObject({ room: { lobbyId }, lobby: { channelId: lobbyId } });
  expect(await db.voiceRoom.findFirstOrThrow()).toMatchObject({ lobbyId });
  await followChannel(db, { guildId, channelId: '900000000000000022' });
  expect(await tasks()).toEqual([]);
  await followChannel(db, { guildId, channelId: lobbyId });
  expect(await tasks()).toEqual([`voice.room:${room.id}`]);
});

test('staff are told of a full category once a day, by however many rooms', async () => {
  const rooms = await Promise.all(
    [lea, ali].map((userId) => db.voiceRoom.create({ data: { guildId, promoId, userId, lobbyId, openedAt: monday } })),
  );
  const tell = (now: Date) => Promise.all(rooms.map((room) => recordProblem(db, room, { problem: 'full', now })));
  await tell(monday);
  expect(await tasks()).toHaveLength(1);
  await tell(new Date(monday.getTime() + day + 1));
  expect(await tasks()).toHaveLength(2);
});

test('what is kept of a person is exported, and erasing leaves the room to those inside', async () => {
  await db.voiceRoom.create({ data: { guildId, promoId, userId: lea, lobbyId, channelId, name: 'Chez Léa', openedAt: monday } });
  expect(JSON.stringify(await exportRooms(db, guildId, lea))).toContain('Chez Léa');
  await db.$transaction((tx) => eraseRooms(tx, guildId, lea));
  expect(await db.voiceRoom.findFirstOrThrow()).toMatchObject({ userId: null, name: null, changed: true, channelId });
  expect(await exportRooms(db, guildId, lea)).toEqual({ rooms: [] });
});
