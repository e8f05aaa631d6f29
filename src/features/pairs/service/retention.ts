import type { MentoringEnd } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { namesKeptFor, pairKeptFor, threadKeptFor } from '../rules/limit.ts';
import { reportTask, uncardTask } from '../wire.ts';
import { dropCoordinator, promiseUnasked } from './coordinator.ts';
import { finish } from './end.ts';
import { promisePostsGone } from './post.ts';
import { promiseClear } from './thread.ts';

/** Ends that nobody chose: who reads theirs learns nothing of what the other did. */
const byNobody: readonly (MentoringEnd | null)[] = ['silence', 'left', 'withdrawn'];

/** The pairs of somebody without the other's name, what the pair aims at, their own notes and what they reported. */
export async function exportPairs(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const [pairs, notes, reports, handled] = await Promise.all([
    db.mentoringPair.findMany({
      where: {
        guildId,
        OR: [{ mentorId: userId }, { learnerId: userId }, { coordinatorId: userId }, { createdBy: userId }, { endedBy: userId }],
      },
      include: { goals: { orderBy: { place: 'asc' } } },
      orderBy: { id: 'asc' },
    }),
    db.mentoringNote.findMany({ where: { guildId, userId } }),
    db.mentoringReport.findMany({ where: { guildId, userId }, orderBy: { id: 'asc' } }),
    db.mentoringReport.findMany({
      where: { guildId, handledBy: userId },
      select: { note: true, handledAt: true },
      orderBy: { id: 'asc' },
    }),
  ]);
  const own = (id: string | null) => (id === userId ? id : null);
  return {
    pairs: pairs.map(({ mentorId, learnerId, coordinatorId, createdBy, endedBy, endedAs, endReason, goals, ...pair }) => ({
      ...pair,
      mentorId: own(mentorId),
      learnerId: own(learnerId),
      coordinatorId: own(coordinatorId),
      createdBy: own(createdBy),
      endedBy: own(endedBy),
      endedAs: endedBy === userId || byNobody.includes(endedAs) ? endedAs : null,
      // Whoever gave a reason gave it to staff: the other never reads it.
      endReason: endedBy === userId ? endReason : null,
      goals: mentorId === userId || learnerId === userId ? goals : [],
    })),
    notes,
    // What staff noted is theirs. That somebody was reported is said to nobody: who reports was promised so.
    reports: reports.map(({ handledBy: _staff, note: _note, aboutUserId: _other, ...report }) => report),
    reportsHandled: handled,
  };
}

type Card = { guildId: string; cardChannelId: string | null; cardMessageId: string | null };

const promiseUncard = (tx: Tx, cards: readonly Card[]): Promise<void> =>
  enqueueAll(
    tx,
    uncardTask,
    cards.flatMap(({ guildId, cardChannelId: channelId, cardMessageId: messageId }) =>
      channelId && messageId ? [{ payload: { guildId, channelId, messageId }, key: messageId }] : [],
    ),
  );

/** A pair of somebody who is erased ends, and the other is told. What both wrote goes with the thread; what is left of the row names the other alone. */
export async function erasePairs(tx: Tx, guildId: string, userId: string, now: Date): Promise<void> {
  // Whoever changes one of them at this moment is waited for.
  await tx.$queryRaw`
    SELECT id FROM mentoring_pair WHERE guild_id = ${guildId} AND (mentor_id = ${userId} OR learner_id = ${userId}) ORDER BY id FOR UPDATE`;
  const theirs = await tx.mentoringPair.findMany({
    where: { guildId, OR: [{ mentorId: userId }, { learnerId: userId }] },
    orderBy: { id: 'asc' },
  });
  for (const pair of theirs) if (pair.state !== 'ended') await finish(tx, { guildId, pairId: pair.id, as: 'left', now });
  await promiseClear(tx, theirs);
  const ids = theirs.map(({ id }) => id);
  await promisePostsGone(tx, ids);
  await promiseUnasked(tx, theirs);
  const own = { guildId, userId };
  await promiseUncard(tx, await tx.mentoringReport.findMany({ where: own }));
  await tx.mentoringReport.deleteMany({ where: own });
  // What the others reported stays theirs, and staff go on with it; their cards name somebody else no more.
  const named = await tx.mentoringReport.findMany({
    where: { OR: [{ pairId: { in: ids } }, { guildId, aboutUserId: userId }, { guildId, handledBy: userId }] },
    select: { id: true },
  });
  await enqueueAll(
    tx,
    reportTask,
    named.map(({ id: reportId }) => ({ payload: { guildId, reportId }, key: String(reportId) })),
  );
  await tx.mentoringReport.updateMany({ where: { guildId, aboutUserId: userId }, data: { aboutUserId: null } });
  await tx.mentoringGoal.deleteMany({ where: { pairId: { in: ids } } });
  await tx.mentoringNote.deleteMany({ where: { OR: [{ pairId: { in: ids } }, { guildId, userId }] } });
  await tx.mentoringPair.updateMany({
    where: { id: { in: ids } },
    data: { lockedAt: now, questionChannelId: null, questionMessageId: null },
  });
  await tx.mentoringPair.updateMany({ where: { guildId, mentorId: userId }, data: { mentorId: null } });
  await tx.mentoringPair.updateMany({ where: { guildId, learnerId: userId }, data: { learnerId: null } });
  await tx.mentoringPair.updateMany({ where: { guildId, createdBy: userId }, data: { createdBy: null } });
  await tx.mentoringPair.updateMany({ where: { guildId, endedBy: userId }, data: { endedBy: null, endReason: null } });
  await tx.mentoringReport.updateMany({ where: { guildId, handledBy: userId }, data: { handledBy: null } });
  await dropCoordinator(tx, { guildId, userId });
}

/** At once; the next hour sees to the others. */
const most = 1_000;

/** Deletes what has outlived its use. */
export async function forgetPairs(tx: Tx, now: Date): Promise<void> {
  const before = (age: number) => new Date(now.getTime() - age);
  const closed = { pair: { state: 'ended', endedAt: { lt: before(threadKeptFor) } } } as const;
  await tx.mentoringGoal.deleteMany({ where: closed });
  await tx.mentoringNote.deleteMany({ where: closed });
  const old = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM mentoring_pair
    WHERE state = 'ended' AND num_nonnulls(mentor_id, learner_id, coordinator_id, created_by, ended_by, end_reason) > 0 AND ended_at < ${before(namesKeptFor)}
    ORDER BY ended_at LIMIT ${most}`;
  const ids = old.map(({ id }) => id);
  await promisePostsGone(tx, ids);
  await promiseUnasked(tx, await tx.mentoringPair.findMany({ where: { id: { in: ids } } }));
  await promiseUncard(tx, await tx.mentoringReport.findMany({ where: { pairId: { in: ids } } }));
  await tx.mentoringReport.deleteMany({ where: { pairId: { in: ids } } });
  await tx.mentoringPair.updateMany({
    where: { id: { in: ids } },
    data: {
      mentorId: null,
      learnerId: null,
      coordinatorId: null,
      createdBy: null,
      endedBy: null,
      endReason: null,
      questionChannelId: null,
      questionMessageId: null,
    },
  });
  const reports = await tx.mentoringReport.findMany({ where: { handledAt: { lt: before(namesKeptFor) } }, take: most });
  await promiseUncard(tx, reports);
  await tx.mentoringReport.deleteMany({ where: { id: { in: reports.map(({ id }) => id) } } });
  await tx.$executeRaw`
    DELETE FROM mentoring_pair WHERE id IN (
      SELECT id FROM mentoring_pair WHERE state = 'ended' AND ended_at < ${before(pairKeptFor)} AND thread_id IS NULL ORDER BY ended_at LIMIT ${most})`;
}
