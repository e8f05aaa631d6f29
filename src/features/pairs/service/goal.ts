import { type Db, isDuplicate, type Tx } from '../../../infra/db.ts';
import { tooManyGoals, unknownGoal } from '../messages/refusal.ts';
import { mostGoals } from '../rules/limit.ts';
import { getLivePair, holdLivePair, recordActivity, type Who } from './pair.ts';
import { type Goal, promiseRoom } from './thread.ts';

const fields = { id: true, place: true, text: true, progress: true } as const;

const goalsOf = (db: Db | Tx, pairId: number): Promise<Goal[]> =>
  db.mentoringGoal.findMany({ where: { pairId }, orderBy: { place: 'asc' }, select: fields });

/** What the pair of somebody aims at. Throws what `getLivePair` does. */
export async function listGoals(db: Db, who: Who, pairId: number): Promise<Goal[]> {
  await getLivePair(db, who, pairId);
  return goalsOf(db, pairId);
}

/** Throws `pairs.unknown_goal`, and what `getLivePair` does. */
export async function getGoal(db: Db, who: Who, { pairId, goalId }: { pairId: number; goalId: number }): Promise<Goal> {
  const found = (await listGoals(db, who, pairId)).find(({ id }) => id === goalId);
  if (!found) throw unknownGoal();
  return found;
}

/** What one of the two does with their goals counts as a word, and the card in their thread shows it. */
const change = (db: Db, who: Who, pairId: number, apply: (tx: Tx) => Promise<void>): Promise<Goal[]> =>
  db.$transaction(async (tx) => {
    await holdLivePair(tx, who, pairId);
    await apply(tx);
    await recordActivity(tx, pairId, who.now);
    await promiseRoom(tx, { guildId: who.guildId, pairId });
    return goalsOf(tx, pairId);
  });

/** Throws `pairs.too_many_goals`. */
export const addGoal = (db: Db, who: Who, { pairId, text }: { pairId: number; text: string }): Promise<Goal[]> =>
  change(db, who, pairId, async (tx) => {
    const taken = (await goalsOf(tx, pairId)).map(({ place }) => place);
    const place = Array.from({ length: mostGoals }, (_, index) => index + 1).find((one) => !taken.includes(one));
    if (place === undefined) throw tooManyGoals(mostGoals);
    const { guildId, now } = who;
    await tx.mentoringGoal.create({ data: { pairId, guildId, place, text, createdAt: now, updatedAt: now } });
  }).catch((error: unknown) => {
    if (isDuplicate(error, 'mentoring_goal_place')) throw tooManyGoals(mostGoals);
    throw error;
  });

/** Throws `pairs.unknown_goal`. */
export const changeGoal = (
  db: Db,
  who: Who,
  { pairId, goalId, ...to }: { pairId: number; goalId: number; text?: string; progress?: number },
): Promise<Goal[]> =>
  change(db, who, pairId, async (tx) => {
    const { count } = await tx.mentoringGoal.updateMany({ where: { id: goalId, pairId }, data: { ...to, updatedAt: who.now } });
    if (count === 0) throw unknownGoal();
  });

export const dropGoal = (db: Db, who: Who, { pairId, goalId }: { pairId: number; goalId: number }): Promise<Goal[]> =>
  change(db, who, pairId, async (tx) => {
    const { count } = await tx.mentoringGoal.deleteMany({ where: { id: goalId, pairId } });
    if (count === 0) throw unknownGoal();
  });
