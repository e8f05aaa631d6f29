import { type Db, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { checkTask, uncardTask } from '../wire.ts';
import { managerOf } from './check.ts';
import type { Pair, PairKey } from './pair.ts';
import { promiseWord } from './pause.ts';
import { promiseRoom } from './thread.ts';

type Person = { guildId: string; userId: string };
type Sought = Pick<Pair, 'guildId' | 'mentorId' | 'learnerId' | 'createdBy'>;

/**
 * Who could look after a pair, the likeliest first: the learner's project manager, then whoever of staff made the
 * pair; never one of the two.
 */
export async function candidatesFor(db: Db | Tx, { guildId, mentorId, learnerId, createdBy }: Sought): Promise<string[]> {
  const two = [mentorId, learnerId].filter((id) => id !== null);
  const of = (id: string | null) => Prisma.sql`${id}`;
  const managers = await db.$queryRaw<{ id: string }[]>(
    managerOf({ guildId: of(guildId), mentorId: of(mentorId), learnerId: of(learnerId) }),
  );
  const maker = createdBy !== null && !two.includes(createdBy) ? [createdBy] : [];
  return [...new Set([...managers.map(({ id }) => id), ...maker])];
}

type Question = { guildId: string; questionChannelId: string | null; questionMessageId: string | null };

/** The question of somebody else stands no more: it named who was chosen. */
export const promiseUnasked = (tx: Tx, questions: readonly Question[]): Promise<void> =>
  enqueueAll(
    tx,
    uncardTask,
    questions.flatMap(({ guildId, questionChannelId: channelId, questionMessageId: messageId }) =>
      channelId && messageId ? [{ payload: { guildId, channelId, messageId }, key: messageId }] : [],
    ),
  );

/** Somebody looks after no pair any more, or not after this one: those that need a coordinator ask for another. */
export async function dropCoordinator(tx: Tx, { guildId, userId }: Person, pairId?: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM mentoring_pair WHERE guild_id = ${guildId} AND coordinator_id = ${userId} ORDER BY id FOR UPDATE`;
  const looked = await tx.mentoringPair.findMany({
    where: { guildId, coordinatorId: userId, ...(pairId !== undefined && { id: pairId }) },
    orderBy: { id: 'asc' },
  });
  await promiseUnasked(tx, looked);
  await tx.mentoringPair.updateMany({
    where: { id: { in: looked.map(({ id }) => id) }, coordinatorId: userId },
    data: { coordinatorId: null, questionChannelId: null, questionMessageId: null },
  });
  for (const { id, state } of looked) if (state !== 'ended') await promiseRoom(tx, { guildId, pairId: id });
}

/** Silence of a pair that waited for somebody is counted from their coming. */
export const begins = (now: Date) => ({ awaitedAt: null, activeAt: now, nudgedAt: null, warnedAt: null }) as const;

/** Somebody who may looks after it, unless somebody was chosen meanwhile. */
export const recordCoordinator = (db: Db, { guildId, pairId }: PairKey, userId: string, now: Date) =>
  db.mentoringPair.updateMany({
    where: { id: pairId, guildId, coordinatorId: null, state: { not: 'ended' } },
    data: { coordinatorId: userId, ...begins(now) },
  });

/** Both are told, once, that staff first choose somebody. */
export const recordAwaiting = (db: Db, { guildId, pairId }: PairKey, now: Date): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.mentoringPair.updateMany({
      where: { id: pairId, guildId, awaitedAt: null, coordinatorId: null, state: { not: 'ended' } },
      data: { awaitedAt: now },
    });
    if (count > 0) await promiseWord(tx, { guildId, pairId }, 'waiting', now);
  });

const checkOf = ({ guildId, userId }: Person) => ({ payload: { guildId, userId }, key: `${guildId}:${userId}` });

/** Whether they still may read what they look after is looked at; for most people there is nothing. */
export async function promiseCheck(db: Db, { guildId, userId }: Person): Promise<void> {
  const looks = await db.mentoringPair.findFirst({
    where: { guildId, coordinatorId: userId, state: { not: 'ended' } },
    select: { id: true },
  });
  if (looks) await enqueueAll(db, checkTask, [checkOf({ guildId, userId })]);
}

/** At once; the next hour sees to the others. */
const most = 500;

/** The same for everybody who looks after a pair: their role may have been taken while nobody listened. */
export async function promiseChecks(tx: Tx): Promise<void> {
  const found = await tx.$queryRaw<Person[]>`
    SELECT DISTINCT guild_id AS "guildId", coordinator_id AS "userId" FROM mentoring_pair
    WHERE state <> 'ended' AND coordinator_id IS NOT NULL ORDER BY 1, 2 LIMIT ${most}`;
  await enqueueAll(tx, checkTask, found.map(checkOf));
}

/** Pairs of guilds that want somebody in each, of which staff were not asked yet: the guild chose so since, or whoever looked after them is gone. */
export async function promiseQuestions(tx: Tx): Promise<void> {
  const due = await tx.$queryRaw<PairKey[]>`
    SELECT pair.id AS "pairId", pair.guild_id AS "guildId" FROM mentoring_setting AS chosen JOIN mentoring_pair AS pair ON pair.guild_id = chosen.guild_id
    WHERE chosen.needs_coordinator AND pair.state <> 'ended' AND pair.coordinator_id IS NULL AND (pair.question_message_id IS NULL OR pair.awaited_at IS NULL)
    ORDER BY pair.id LIMIT ${most}`;
  for (const key of due) await promiseRoom(tx, key);
}

/** Pairs that wait for nobody any more, as the guild chose otherwise: their thread opens. */
export async function promiseFreed(tx: Tx): Promise<void> {
  const free = await tx.$queryRaw<PairKey[]>`
    SELECT pair.id AS "pairId", pair.guild_id AS "guildId" FROM mentoring_pair AS pair LEFT JOIN mentoring_setting AS chosen ON chosen.guild_id = pair.guild_id
    WHERE pair.state <> 'ended' AND pair.coordinator_id IS NULL AND pair.awaited_at IS NOT NULL AND chosen.needs_coordinator IS NOT TRUE
    ORDER BY pair.id LIMIT ${most}`;
  for (const key of free) await promiseRoom(tx, key);
}

/** It waits for nobody, though nobody looks after it. */
export const recordFreed = (db: Db, { guildId, pairId }: PairKey, now: Date) =>
  db.mentoringPair.updateMany({ where: { id: pairId, guildId, awaitedAt: { not: null } }, data: begins(now) });
