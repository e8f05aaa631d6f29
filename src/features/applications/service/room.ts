import type { Application } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { roomTask } from '../wire.ts';
import { findCard, type Praise } from './board.ts';
import { deliveredKey } from './delivered.ts';
import type { OfferFacts } from './offer.ts';
import { promiseNews } from './stage.ts';

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

type Kept = 'begunAt' | 'roomChannelId' | 'openingMessageId' | 'cvMessageId';

/** What Discord has of an application. */
export async function recordRoom(db: Db | Tx, id: number, data: Partial<Pick<Application, Kept>>): Promise<void> {
  await db.application.updateMany({ where: { id }, data });
}

/** The file is in the thread from now on, and no longer here. */
export async function recordDelivered(db: Db, id: number, cvMessageId: string): Promise<void> {
  await db.$transaction([
    db.applicationFile.deleteMany({ where: { applicationId: id } }),
    db.application.updateMany({ where: { id }, data: { cvMessageId } }),
  ]);
}

/** Nothing of an application is in a thread any more. */
export const recordGone = (db: Db | Tx, id: number): Promise<void> =>
  recordRoom(db, id, { begunAt: null, roomChannelId: null, openingMessageId: null, cvMessageId: null });

/** Somebody deleted the thread, and the CV that was in it with it: its person learns that. */
export const recordLost = (db: Db, { id, guildId }: Pick<Application, 'id' | 'guildId'>, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const [before] = await tx.$queryRaw<{ hadCv: boolean }[]>`
      SELECT cv_message_id IS NOT NULL AS "hadCv" FROM application WHERE id = ${id} FOR UPDATE`;
    await recordGone(tx, id);
    if (before?.hadCv) await promiseNews(tx, [{ id, guildId }], 'file_lost', now);
  });

export type Delivered = { userId: string; channelId: string; messageId: string };

/** All of them, or those that somebody other than `readers` has. */
export const findDelivered = (
  db: Db,
  guildId: string,
  applicationId: number,
  readers: readonly string[] = [],
): Promise<Delivered[]> =>
  db.$queryRaw`
    SELECT user_id AS "userId", channel_id AS "channelId", message_id AS "messageId" FROM notice
    WHERE guild_id = ${guildId} AND key = ${deliveredKey(applicationId)} AND lasting AND message_id IS NOT NULL AND user_id <> ALL (${[...readers]}::text[])`;

/** The same choice, once they are taken back. */
export async function forgetDelivered(
  db: Db,
  guildId: string,
  applicationId: number,
  readers: readonly string[] = [],
): Promise<void> {
  await db.$executeRaw`
    DELETE FROM notice WHERE guild_id = ${guildId} AND key = ${deliveredKey(applicationId)} AND lasting AND user_id <> ALL (${[...readers]}::text[])`;
}

/** How many are looked after at once; the next hour sees to the others. */
const most = 500;

/** Threads that are not as they should be: not made, or not deleted. Where Discord refuses threads, each hour tries again. */
export async function promiseRooms(tx: Tx): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    (SELECT application.id, application.guild_id AS "guildId" FROM application JOIN channel_binding AS bound ON bound.guild_id = application.guild_id AND bound.key = 'applications'
     WHERE application.closed_at IS NULL AND room_channel_id IS NULL ORDER BY application.sent_at DESC LIMIT ${most})
    UNION (SELECT id, guild_id FROM application WHERE purged_at IS NOT NULL AND (room_channel_id IS NOT NULL OR begun_at IS NOT NULL) LIMIT ${most})`;
  await promiseThose(tx, rows);
}

/** Changes of those who may sit somewhere that are looked at together. */
const changesAtOnce = 100;

/** Where those who may read have changed, threads and messages are looked after again, also of what has ended: it has a CV and words until it is purged. */
export async function promiseSeats(tx: Tx): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    WITH taken AS (
      DELETE FROM seating_change WHERE id IN (SELECT id FROM seating_change ORDER BY id LIMIT ${changesAtOnce} FOR UPDATE SKIP LOCKED)
      RETURNING company_id, offer_id
    ), changed AS (
      SELECT offer_id AS id FROM taken WHERE offer_id IS NOT NULL
      UNION SELECT offer.id FROM taken JOIN offer ON offer.company_id = taken.company_id
    )
    SELECT application.id, application.guild_id AS "guildId" FROM changed JOIN application ON offer_id = changed.id WHERE purged_at IS NULL`;
  await promiseThose(tx, rows);
}

async function promiseThose(tx: Tx, rows: readonly { id: number; guildId: string }[]): Promise<void> {
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
