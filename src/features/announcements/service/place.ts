import type { AnnouncementPlace, Announcement as Row } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { placeTask } from '../wire.ts';

export const promisePlaces = (tx: Tx, guildId: string, placeIds: readonly number[]): Promise<void> =>
  enqueueAll(
    tx,
    placeTask,
    placeIds.map((placeId) => ({ payload: { guildId, placeId }, key: String(placeId) })),
  );

/** A place with what it must show; null when the announcement was forgotten. */
export const findPlace = (
  db: Db,
  { guildId, placeId }: { guildId: string; placeId: number },
): Promise<(AnnouncementPlace & { announcement: Row }) | null> =>
  db.announcementPlace.findFirst({ where: { id: placeId, announcement: { guildId } }, include: { announcement: true } });

/** The message of a place, and which words it shows. */
export async function recordShown(
  db: Db,
  { placeId, channelId, messageId, revision }: { placeId: number; channelId: string; messageId: string; revision: number },
): Promise<void> {
  await db.announcementPlace.update({ where: { id: placeId }, data: { channelId, messageId, revision, problem: null } });
}

/** The message of a place is gone. */
export async function recordRemoved(db: Db, placeId: number): Promise<void> {
  await db.announcementPlace.update({ where: { id: placeId }, data: { messageId: null, problem: null } });
}

/** Discord refuses: staff see it with the announcement, and try again from there. */
export async function recordProblem(
  db: Db,
  { placeId, problem, hasMessage }: { placeId: number; problem: NonNullable<AnnouncementPlace['problem']>; hasMessage: boolean },
): Promise<void> {
  await db.announcementPlace.update({ where: { id: placeId }, data: { problem, ...(!hasMessage && { messageId: null }) } });
}

/** Places that lag behind what their announcement says, without a reason: what an abandoned task left. */
export async function promiseLate(tx: Tx): Promise<void> {
  const late = await tx.$queryRaw<{ guildId: string; id: number }[]>`
    SELECT announcement.guild_id AS "guildId", place.id FROM announcement_place AS place
    JOIN announcement ON announcement.id = place.announcement_id
    WHERE place.problem IS NULL
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = announcement.guild_id AND guild.left_at IS NOT NULL) AND (
      (announcement.state = 'posted' AND (place.message_id IS NULL OR place.revision < announcement.revision))
      OR (announcement.state = 'withdrawn' AND place.message_id IS NOT NULL))
    LIMIT 500`;
  for (const { guildId, id } of late) await promisePlaces(tx, guildId, [id]);
}
