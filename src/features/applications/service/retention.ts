import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { applicationKeptFor, fileKeptFor, messageKeptFor, recommendationKeptFor, recommendationWaits } from '../rules/silence.ts';
import type { Stage } from '../rules/stage.ts';
import { roomTask } from '../wire.ts';
import { endFor, promiseNews } from './stage.ts';

type Who = { guildId: string; userId: string };

export async function exportApplications(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const where = { guildId, userId };
  const offer = { select: { title: true, company: { select: { name: true } }, relayedFor: true } };
  const said = { words: true, state: true, createdAt: true, decidedAt: true, offer } as const;
  const [applications, about, written] = await Promise.all([
    db.application.findMany({
      where,
      omit: { id: true, guildId: true, offerId: true, userId: true, campusId: true },
      include: { offer, file: { select: { name: true, bytes: true, createdAt: true } } },
      orderBy: { id: 'asc' },
    }),
    db.recommendation.findMany({ where, select: said, orderBy: { id: 'asc' } }),
    // What the other answered is theirs: whoever refuses was promised that nobody will know.
    db.recommendation.findMany({
      where: { guildId, authorId: userId },
      select: { words: true, createdAt: true, offer },
      orderBy: { id: 'asc' },
    }),
  ]);
  return {
    applications: applications.map(({ file, ...application }) => ({
      ...application,
      file: file && { ...file, bytes: Buffer.from(file.bytes).toString('base64') },
    })),
    recommendationsOfYou: about,
    recommendationsByYou: written,
  };
}

/** Open applications are withdrawn, and what was written is gone, here and on Discord; what is left counts and names nobody. */
export async function eraseApplications(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  await endAll(tx, { guildId, userId }, now);
  await tx.application.updateMany({ where: { guildId, userId }, data: { userId: null } });
  await tx.recommendation.deleteMany({ where: { guildId, OR: [{ userId }, { authorId: userId }] } });
}

async function endAll(tx: Tx, { guildId, userId }: Who, now: Date): Promise<void> {
  // Whoever answers one at this moment is waited for: what is ended below is what it is by then.
  const all = await tx.$queryRaw<{ id: number; guildId: string; offerId: number; stage: Stage }[]>`
    SELECT id, guild_id AS "guildId", offer_id AS "offerId", stage::text AS stage FROM application
    WHERE guild_id = ${guildId} AND user_id = ${userId} AND (closed_at IS NULL OR purged_at IS NULL) ORDER BY id FOR UPDATE`;
  for (const application of all) await endFor(tx, application, now);
}

/** Somebody left the server: nobody there could answer them. */
export const leave = (db: Db, who: Who, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    await endAll(tx, who, now);
    await tx.recommendation.deleteMany({ where: { ...who, state: 'asked' } });
  });

/** Departures that no event told. */
export async function endDeparted(tx: Tx, now: Date): Promise<void> {
  const gone = await tx.$queryRaw<Who[]>`
    SELECT DISTINCT application.guild_id AS "guildId", application.user_id AS "userId" FROM application
    JOIN member ON member.guild_id = application.guild_id AND member.user_id = application.user_id AND member.left_at IS NOT NULL
    WHERE closed_at IS NULL LIMIT 500`;
  for (const who of gone) await endAll(tx, who, now);
}

/** At once; the next hour sees to the others. */
const most = 1_000;

/** What has outlived its use. */
export async function forgetOld(tx: Tx, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age);
  const purged = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    WITH due AS (
      SELECT id FROM application WHERE purged_at IS NULL AND closed_at < ${before(messageKeptFor)} LIMIT ${most}
    ), files AS (
      DELETE FROM application_file USING due WHERE application_id = due.id
    )
    UPDATE application SET message = NULL, purged_at = ${now} FROM due WHERE application.id = due.id
    RETURNING application.id, guild_id AS "guildId"`;
  await enqueueAll(
    tx,
    roomTask,
    purged.map(({ id, guildId }) => ({ payload: { guildId, applicationId: id }, key: String(id) })),
  );
  await tx.$executeRaw`
    DELETE FROM application WHERE id IN (
      SELECT id FROM application
      WHERE closed_at IS NOT NULL AND stage_at < ${before(applicationKeptFor)} AND purged_at IS NOT NULL AND room_channel_id IS NULL LIMIT ${most})`;
  const lost = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    WITH old AS (DELETE FROM application_file WHERE created_at < ${before(fileKeptFor)} RETURNING application_id)
    SELECT id, guild_id AS "guildId" FROM old JOIN application ON application.id = application_id WHERE closed_at IS NULL`;
  await promiseNews(tx, lost, 'file_lost', now);
  await tx.recommendation.deleteMany({
    where: {
      OR: [
        { createdAt: { lt: before(recommendationKeptFor) } },
        { createdAt: { lt: before(recommendationWaits) }, state: { not: 'accepted' } },
      ],
    },
  });
}
