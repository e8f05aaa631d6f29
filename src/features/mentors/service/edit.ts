import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { mentoringStaffKey } from '../../../kernel/mentoring.ts';
import { editsToldEvery } from '../rules/limit.ts';
import { editedTask } from '../wire.ts';
import type { TheirEvent } from './event.ts';

/** Servers whose staff have not read what approved mentors changed, told at most once a day. */
export async function promiseEdits(tx: Tx, now: Date): Promise<void> {
  const guilds = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT DISTINCT event.guild_id AS "guildId" FROM mentor_event AS event
    JOIN mentor_profile AS mentor ON mentor.guild_id = event.guild_id AND mentor.user_id = event.user_id
    JOIN channel_binding AS bound ON bound.guild_id = event.guild_id AND bound.key = ${mentoringStaffKey}
    WHERE event.kind = 'edited' AND event.noted_at IS NULL AND mentor.state IN ('approved', 'paused') AND event.at > mentor.decided_at
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = event.guild_id AND guild.left_at IS NOT NULL)
      AND NOT EXISTS (SELECT FROM mentor_event AS told
        WHERE told.guild_id = event.guild_id AND told.noted_at > ${new Date(now.getTime() - editsToldEvery)})`;
  await enqueueAll(
    tx,
    editedTask,
    guilds.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
}

export type Edits = { edits: TheirEvent[]; total: number; lastId: number; lastAt: Date };

/** The last change of each mentor that staff were not told of, newest first; null without one. What they read when they decided is no news. */
export async function findEdits(db: Db, { guildId, limit }: { guildId: string; limit: number }): Promise<Edits | null> {
  const unread = await db.$queryRaw<{ id: number }[]>`
    SELECT max(event.id) AS id FROM mentor_event AS event
    JOIN mentor_profile AS mentor ON mentor.guild_id = event.guild_id AND mentor.user_id = event.user_id
    WHERE event.guild_id = ${guildId} AND event.kind = 'edited' AND event.noted_at IS NULL AND mentor.state IN ('approved', 'paused')
      AND event.at > mentor.decided_at
    GROUP BY event.user_id ORDER BY 1 DESC`;
  const edits = await db.mentorEvent.findMany({
    where: { id: { in: unread.slice(0, limit).map(({ id }) => id) } },
    include: { profile: true },
    orderBy: { id: 'desc' },
  });
  const [last] = edits;
  return last ? { edits, total: unread.length, lastId: last.id, lastAt: last.at } : null;
}

/** Staff were told of all until that one. */
export async function recordEdits(
  db: Db,
  { guildId, lastId, now }: { guildId: string; lastId: number; now: Date },
): Promise<void> {
  await db.mentorEvent.updateMany({
    where: { guildId, kind: 'edited', notedAt: null, id: { lte: lastId } },
    data: { notedAt: now },
  });
}
