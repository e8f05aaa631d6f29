import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { coordinatorInPair, notActive, pairOver, remindedLately, unknownPair } from '../messages/refusal.ts';
import { pageSize, remindEvery } from '../rules/limit.ts';
import { openTask, questionTask } from '../wire.ts';
import { begins } from './coordinator.ts';
import { holdPair, isOfPair, type Pair } from './pair.ts';
import { promiseWord } from './pause.ts';

async function getPair(tx: Tx, { guildId }: Change, pairId: number): Promise<Pair> {
  const pair = await holdPair(tx, { guildId, pairId });
  if (!pair) throw unknownPair();
  return pair;
}

/** Asks both, in their thread, whether all is well. At most once a day. Throws `pairs.unknown`, `pairs.not_active`, `pairs.reminded_lately`. */
export const remindPair = (db: Db, by: Change, { pairId }: { pairId: number }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const { state, remindedAt, learnerId } = await getPair(tx, by, pairId);
    if (state !== 'active') throw notActive();
    if (remindedAt && now.getTime() - remindedAt.getTime() < remindEvery) throw remindedLately(remindedAt);
    await tx.mentoringPair.update({ where: { id: pairId }, data: { remindedAt: now } });
    await promiseWord(tx, { guildId, pairId }, 'remind', now);
    await audit(tx, {
      guildId,
      actorId,
      ...(learnerId && { targetId: learnerId }),
      action: 'pairs.remind',
      subject: `pair:${pairId}`,
      at: now,
    });
  });

/** Who looks after it; null for nobody. That they are of staff is for the caller to see. Throws `pairs.unknown`, `pairs.over`, `pairs.coordinator_in_pair`. */
export const setCoordinator = (
  db: Db,
  by: Change,
  { pairId, coordinatorId }: { pairId: number; coordinatorId: string | null },
): Promise<Pair> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now } = by;
    const pair = await getPair(tx, by, pairId);
    if (pair.state === 'ended') throw pairOver();
    if (coordinatorId !== null && isOfPair(pair, coordinatorId)) throw coordinatorInPair();
    if (pair.coordinatorId === coordinatorId) return pair;
    await audit(tx, {
      guildId,
      actorId,
      ...(coordinatorId !== null && { targetId: coordinatorId }),
      action: 'pairs.coordinate',
      subject: `pair:${pairId}`,
      at: now,
    });
    await enqueue(tx, openTask, { guildId, pairId }, { key: String(pairId) });
    await enqueue(tx, questionTask, { guildId, pairId }, { key: String(pairId) });
    const waited = pair.coordinatorId === null && pair.awaitedAt !== null;
    return tx.mentoringPair.update({ where: { id: pairId }, data: { coordinatorId, ...(waited && begins(now)) } });
  });

/** The question who coordinates a pair is in the channel of staff. */
export const recordQuestion = (db: Db, id: number, question: { channelId: string; messageId: string }) =>
  db.mentoringPair.updateMany({
    where: { id },
    data: { questionChannelId: question.channelId, questionMessageId: question.messageId },
  });

const lacking = async (db: Db, guildId: string): Promise<boolean> =>
  (await db.mentoringSetting.count({ where: { guildId, needsCoordinator: true } })) > 0;

/** Pairs that wait for somebody of staff, where the guild wants one. */
export const countUncoordinated = async (db: Db, guildId: string): Promise<number> =>
  (await lacking(db, guildId)) ? db.mentoringPair.count({ where: { guildId, coordinatorId: null, state: { not: 'ended' } } }) : 0;

export type Uncoordinated = { id: number; mentor: string | null; learner: string | null; createdAt: Date };
export type UncoordinatedPage = { pairs: Uncoordinated[]; total: number; page: number };

export async function listUncoordinated(db: Db, guildId: string, page: number): Promise<UncoordinatedPage> {
  const total = await countUncoordinated(db, guildId);
  const at = Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1));
  if (total === 0) return { pairs: [], total, page: 0 };
  const found = await db.mentoringPair.findMany({
    where: { guildId, coordinatorId: null, state: { not: 'ended' } },
    orderBy: { id: 'asc' },
    skip: at * pageSize,
    take: pageSize,
  });
  const names = await namesOf(
    db,
    guildId,
    found.flatMap(({ mentorId, learnerId }) => [mentorId, learnerId]),
  );
  const pairs = found.map(({ id, mentorId, learnerId, createdAt }) => ({
    id,
    createdAt,
    mentor: names.get(mentorId ?? '') ?? null,
    learner: names.get(learnerId ?? '') ?? null,
  }));
  return { pairs, total, page: at };
}
