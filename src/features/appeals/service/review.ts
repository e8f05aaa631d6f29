import type { Appeal, ModerationCase, ServerRule } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Prisma, type Tx } from '../../../infra/db.ts';
import { moderationKey } from '../../../kernel/moderation.ts';
import { activePoints } from '../../moderation/service/points.ts';
import { remindEvery } from '../rules/limit.ts';
import { cardTask, remindTask } from '../wire.ts';

export type ReviewedCase = ModerationCase;

/** Other cases that the card names. */
const shownCases = 4;

/** An appeal with all that moderators read of it. */
export type AppealFile = {
  appeal: Appeal;
  made: ModerationCase;
  rule: ServerRule | null;
  /** The latest others, newest first. */
  others: Pick<ModerationCase, 'number' | 'kind' | 'createdAt' | 'voidedAt'>[];
  othersCount: number;
  points: number;
};

export async function describeAppeal(db: Db, appeal: Appeal, now: Date): Promise<AppealFile> {
  const made = await db.moderationCase.findUniqueOrThrow({ where: { id: appeal.caseId }, include: { rule: true } });
  const { guildId, userId, rule, ...kept } = made;
  const where = {
    guildId,
    userId: userId ?? '',
    id: { not: made.id },
    kind: { not: 'release' as const },
    hiddenAt: null,
  };
  const [others, othersCount, points] = await Promise.all([
    db.moderationCase.findMany({
      where,
      orderBy: { number: 'desc' },
      take: shownCases,
      select: { number: true, kind: true, createdAt: true, voidedAt: true },
    }),
    db.moderationCase.count({ where }),
    userId === null ? 0 : activePoints(db, { guildId, userId }, now),
  ]);
  return { appeal, made: { ...kept, guildId, userId }, rule, others, othersCount, points };
}

/** Null when there is nothing to show: no such appeal, or one that is still to be written. */
export async function findFile(
  db: Db,
  { guildId, appealId }: { guildId: string; appealId: number },
  now: Date,
): Promise<AppealFile | null> {
  const appeal = await db.appeal.findFirst({ where: { id: appealId, guildId, sentAt: { not: null } } });
  return appeal && describeAppeal(db, appeal, now);
}

/** False when another try had recorded one already. */
export async function recordCard(
  db: Db,
  { appealId, former, channelId, messageId }: { appealId: number; former: string | null; channelId: string; messageId: string },
): Promise<boolean> {
  const { count } = await db.appeal.updateMany({
    where: { id: appealId, cardMessageId: former },
    data: { cardChannelId: channelId, cardMessageId: messageId },
  });
  return count > 0;
}

const promiseCards = (tx: Tx | Db, appeals: readonly { id: number; guildId: string }[]): Promise<void> =>
  enqueueAll(
    tx,
    cardTask,
    appeals.map(({ id, guildId }) => ({ payload: { guildId, appealId: id }, key: String(id) })),
  );

/** Appeals that wait without a card where moderators look for it. */
export async function promiseMissingCards(tx: Tx, guildId: string | null = null): Promise<void> {
  await promiseCards(
    tx,
    await tx.$queryRaw<{ id: number; guildId: string }[]>`
      SELECT appeal.id, appeal.guild_id AS "guildId" FROM appeal
      JOIN channel_binding AS bound ON bound.guild_id = appeal.guild_id AND bound.key = ${moderationKey}
      WHERE state = 'open' AND (${guildId}::text IS NULL OR appeal.guild_id = ${guildId})
        AND (card_message_id IS NULL OR card_channel_id <> bound.channel_id)
        AND NOT EXISTS (SELECT FROM guild WHERE guild.id = appeal.guild_id AND guild.left_at IS NOT NULL)`,
  );
}

/** Messages of a server were deleted: cards of appeals that wait come back. */
export async function restoreCards(db: Db, { guildId, messageIds }: { guildId: string; messageIds: string[] }): Promise<void> {
  await promiseCards(
    db,
    await db.appeal.findMany({
      where: { guildId, state: 'open', cardMessageId: { in: messageIds } },
      select: { id: true, guildId: true },
    }),
  );
}

/** Votes of the team that led to what is appealed, and in which somebody had a part. */
async function votesOf(db: Db, guildId: string, userId: string, now: Date): Promise<number[]> {
  const found = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT vote.id FROM appeal
    JOIN moderation_case AS made ON made.id = appeal.case_id AND made.source = 'vote'
    JOIN moderation_vote AS vote ON vote.id = made.source_id AND vote.guild_id = appeal.guild_id
    LEFT JOIN moderation_ballot AS ballot ON ballot.vote_id = vote.id AND ballot.voter_id = ${userId} AND ballot.choice = 'yes'
    WHERE appeal.guild_id = ${guildId} AND appeal.state = 'open'
      AND (${userId} IN (vote.proposed_by, vote.decided_by) OR (ballot.id IS NOT NULL AND appeal.due_at > ${now}))`;
  return found.map(({ id }) => id);
}

/** Those that somebody may decide: none against what they did, asked for, voted for, or are concerned by. */
const decidableBy = (guildId: string, userId: string, votes: readonly number[]): Prisma.AppealWhereInput => ({
  guildId,
  state: 'open',
  case: {
    AND: [
      { OR: [{ source: null }, { source: { not: 'vote' } }, { sourceId: { notIn: [...votes] } }] },
      { OR: [{ userId: null }, { userId: { not: userId } }] },
      { OR: [{ authorId: null }, { authorId: { not: userId } }] },
      { OR: [{ behalfId: null }, { behalfId: { not: userId } }] },
    ],
  },
});

export const countWaiting = async (
  db: Db,
  { guildId, userId }: { guildId: string; userId: string },
  now: Date,
): Promise<number> => db.appeal.count({ where: decidableBy(guildId, userId, await votesOf(db, guildId, userId, now)) });

/** One of those, `at` begins at 0; the last one when there are fewer by now. */
export type QueuePage = { file: AppealFile | null; at: number; total: number };

export async function readQueue(
  db: Db,
  { guildId, userId, at }: { guildId: string; userId: string; at: number },
  now: Date,
): Promise<QueuePage> {
  const where = decidableBy(guildId, userId, await votesOf(db, guildId, userId, now));
  const total = await db.appeal.count({ where });
  const place = Math.max(0, Math.min(at, total - 1));
  const appeal = await db.appeal.findFirst({ where, orderBy: [{ sentAt: 'asc' }, { id: 'asc' }], skip: place });
  return { file: appeal && (await describeAppeal(db, appeal, now)), at: place, total };
}

export type LateAppeal = { appeal: Appeal; made: Pick<ModerationCase, 'number' | 'userId' | 'authorId' | 'behalfId'> };
export type Late = { late: LateAppeal[]; total: number };

const isLate = (now: Date): Prisma.AppealWhereInput => ({
  state: 'open',
  dueAt: { lte: now },
  OR: [{ remindedAt: null }, { remindedAt: { lte: new Date(now.getTime() - remindEvery) } }],
});

/** Promises a reminder to each server where an appeal waits for longer than it should. */
export async function promiseReminders(tx: Tx, now: Date): Promise<void> {
  const guilds = await tx.appeal.findMany({ where: isLate(now), distinct: ['guildId'], select: { guildId: true } });
  await enqueueAll(
    tx,
    remindTask,
    guilds.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
}

/** Null when nobody has to be reminded. */
export async function findLate(db: Db, guildId: string, now: Date, limit: number): Promise<Late | null> {
  const where = { guildId, ...isLate(now) };
  const total = await db.appeal.count({ where });
  if (total === 0) return null;
  const rows = await db.appeal.findMany({
    where,
    orderBy: { sentAt: 'asc' },
    take: limit,
    include: { case: { select: { number: true, userId: true, authorId: true, behalfId: true } } },
  });
  return { total, late: rows.map(({ case: made, ...appeal }) => ({ appeal, made })) };
}

export async function recordReminded(db: Db, guildId: string, now: Date): Promise<void> {
  await db.appeal.updateMany({ where: { guildId, ...isLate(now) }, data: { remindedAt: now } });
}
