import type { Application } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { roomTask } from '../wire.ts';
import { findCard, type Praise } from './board.ts';
import type { OfferFacts } from './offer.ts';

export type RoomPlan = {
  application: Application;
  offer: OfferFacts;
  name: string | null;
  praise: Praise[];
  file: { name: string; bytes: Uint8Array } | null;
};

/** What the private thread of an application must be; null when the application was forgotten. */
export async function readPlan(
  db: Db,
  { guildId, applicationId }: { guildId: string; applicationId: number },
): Promise<RoomPlan | null> {
  const card = await findCard(db, { guildId, id: applicationId });
  if (!card) return null;
  const { hasFile, ...rest } = card;
  const file = hasFile
    ? await db.applicationFile.findUnique({ where: { applicationId }, select: { name: true, bytes: true } })
    : null;
  return { ...rest, file };
}

type Kept = 'begunAt' | 'roomChannelId' | 'openingMessageId' | 'cvMessageId' | 'seatedAt';

/** What Discord has of an application. */
export async function recordRoom(db: Db, id: number, data: Partial<Pick<Application, Kept>>): Promise<void> {
  await db.application.updateMany({ where: { id }, data });
}

/** The file is in a private message from now on, and no longer here. */
export async function recordDelivered(db: Db, id: number, cvMessageId: string | null): Promise<void> {
  await db.$transaction([
    db.applicationFile.deleteMany({ where: { applicationId: id } }),
    db.application.updateMany({ where: { id }, data: { cvMessageId } }),
  ]);
}

/** Nothing of an application is on Discord any more. */
export const recordGone = (db: Db, id: number): Promise<void> =>
  recordRoom(db, id, { begunAt: null, roomChannelId: null, openingMessageId: null, cvMessageId: null, seatedAt: null });

/** Messages that handed an application on where no thread could be made, so that they can be taken back. */
export const deliveredKey = (applicationId: number): string => `applications.delivered:${applicationId}`;

export type Delivered = { userId: string; channelId: string; messageId: string };

export async function findDelivered(db: Db, guildId: string, applicationId: number): Promise<Delivered[]> {
  const told = await db.notice.findMany({
    where: {
      guildId,
      key: deliveredKey(applicationId),
      channelId: { not: null },
      messageId: { not: null },
      // The primary key begins with the guild and the person.
      userId: { in: await possibleReaders(db, applicationId) },
    },
  });
  return told.flatMap(({ userId, channelId, messageId }) => (channelId && messageId ? [{ userId, channelId, messageId }] : []));
}

const possibleReaders = async (db: Db, applicationId: number): Promise<string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT person.user_id AS id FROM application JOIN offer ON offer.id = offer_id JOIN company_recruiter AS person ON person.company_id = offer.company_id
    WHERE application.id = ${applicationId}
    UNION SELECT author_id FROM application JOIN offer ON offer.id = offer_id WHERE application.id = ${applicationId} AND author_id IS NOT NULL`;
  return rows.map(({ id }) => id);
};

export async function forgetDelivered(db: Db, guildId: string, applicationId: number, userIds: readonly string[]): Promise<void> {
  await db.notice.deleteMany({ where: { guildId, key: deliveredKey(applicationId), userId: { in: [...userIds] } } });
}

/** How many are looked after at once; the next hour sees to the others. */
const most = 500;

/**
 * Threads that are not as they should be: not made, not deleted, or with people who joined or left the company since. Where Discord refuses threads,
 * each hour tries again.
 */
export async function promiseRooms(tx: Tx): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    (SELECT application.id, application.guild_id AS "guildId" FROM application JOIN channel_binding AS bound ON bound.guild_id = application.guild_id AND bound.key = 'applications'
     WHERE application.closed_at IS NULL AND room_channel_id IS NULL ORDER BY application.sent_at DESC LIMIT ${most})
    UNION (SELECT id, guild_id FROM application WHERE purged_at IS NOT NULL AND (room_channel_id IS NOT NULL OR begun_at IS NOT NULL) LIMIT ${most})
    UNION (SELECT application.id, application.guild_id FROM company_recruiter AS person
      JOIN offer ON offer.company_id = person.company_id
      JOIN application ON application.offer_id = offer.id AND application.closed_at IS NULL AND room_channel_id IS NOT NULL
      WHERE greatest(person.added_at, person.left_at) >= seated_at LIMIT ${most})`;
  const there = await tx.guild.findMany({ where: { leftAt: { not: null } }, select: { id: true } });
  const left = new Set(there.map(({ id }) => id));
  await enqueueAll(
    tx,
    roomTask,
    rows
      .filter(({ guildId }) => !left.has(guildId))
      .map(({ id, guildId }) => ({ payload: { guildId, applicationId: id }, key: String(id) })),
  );
}

/** The channel was bound, so threads are possible now. */
export async function promiseRoomsOf(tx: Tx, guildId: string): Promise<void> {
  const rows = await tx.application.findMany({
    where: { guildId, closedAt: null, roomChannelId: null },
    select: { id: true },
    orderBy: { sentAt: 'desc' },
    take: most,
  });
  await enqueueAll(
    tx,
    roomTask,
    rows.map(({ id }) => ({ payload: { guildId, applicationId: id }, key: String(id) })),
  );
}
