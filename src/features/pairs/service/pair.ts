import type { MentoringPair, Prisma } from '../../../../prisma/client/client.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';
import { namesOf } from '../../mentors/service/name.ts';
import { readMentoring } from '../../mentors/service/setting.ts';
import { pairOver, unknownPair } from '../messages/refusal.ts';
import { ownPageSize } from '../rules/limit.ts';

export type Pair = MentoringPair;
/** Who acts, where and when. */
export type Who = { guildId: string; userId: string; now: Date };
export type PairKey = { guildId: string; pairId: number };

export const findPair = (db: Db | Tx, { guildId, pairId }: PairKey): Promise<Pair | null> =>
  db.mentoringPair.findFirst({ where: { id: pairId, guildId } });

/** True for the two of it, not for who coordinates it. */
export const isOfPair = ({ mentorId, learnerId }: Pick<Pair, 'mentorId' | 'learnerId'>, userId: string): boolean =>
  mentorId === userId || learnerId === userId;

export const otherOf = ({ mentorId, learnerId }: Pick<Pair, 'mentorId' | 'learnerId'>, userId: string): string | null =>
  mentorId === userId ? learnerId : mentorId;

/** The guild wants somebody of staff in the thread, and nobody is: until then the two wait. */
export const awaitsCoordinator = async (db: Db | Tx, { guildId, coordinatorId }: Pair): Promise<boolean> =>
  coordinatorId === null && (await readMentoring(db, guildId)).needsCoordinator;

const ofPerson = ({ guildId, userId }: Pick<Who, 'guildId' | 'userId'>) =>
  ({ guildId, OR: [{ mentorId: userId }, { learnerId: userId }] }) satisfies Prisma.MentoringPairWhereInput;

/** Those of somebody that go on, paused or not, the oldest first. At most six: five learners and one mentor. */
export const pairsOf = (db: Db | Tx, who: Pick<Who, 'guildId' | 'userId'>): Promise<Pair[]> =>
  db.mentoringPair.findMany({ where: { ...ofPerson(who), state: { not: 'ended' } }, orderBy: { id: 'asc' } });

/** The one that goes on in that thread. */
export const pairInThread = (db: Db | Tx, { guildId, threadId }: { guildId: string; threadId: string }): Promise<Pair | null> =>
  db.mentoringPair.findFirst({ where: { guildId, threadId, state: { not: 'ended' } } });

/** One's own, whatever its state. Throws `pairs.unknown`. */
export async function getOwnPair(
  db: Db | Tx,
  { guildId, userId }: Pick<Who, 'guildId' | 'userId'>,
  pairId: number,
): Promise<Pair> {
  const pair = await findPair(db, { guildId, pairId });
  if (!pair || !isOfPair(pair, userId)) throw unknownPair();
  return pair;
}

/** One's own that goes on. Throws `pairs.unknown`, `pairs.over`. */
export async function getLivePair(db: Db | Tx, who: Pick<Who, 'guildId' | 'userId'>, pairId: number): Promise<Pair> {
  const pair = await getOwnPair(db, who, pairId);
  if (pair.state === 'ended') throw pairOver();
  return pair;
}

/** The row is held until the transaction ends, so that it is what we saw. Null when there is none. */
export async function holdPair(tx: Tx, key: PairKey): Promise<Pair | null> {
  await tx.$queryRaw`SELECT id FROM mentoring_pair WHERE id = ${key.pairId} AND guild_id = ${key.guildId} FOR UPDATE`;
  return findPair(tx, key);
}

/** The same of one's own that goes on. */
export async function holdLivePair(tx: Tx, who: Pick<Who, 'guildId' | 'userId'>, pairId: number): Promise<Pair> {
  await holdPair(tx, { guildId: who.guildId, pairId });
  return getLivePair(tx, who, pairId);
}

/**
 * One of the two wrote, met or clicked at that moment. What was said of their silence stands only when the silence that begins there is already as
 * long again: an old message does not make us say it twice.
 */
export async function recordActivity(db: Db | Tx, pairId: number, at: Date): Promise<void> {
  const pair = await db.mentoringPair.findUnique({ where: { id: pairId }, select: { guildId: true } });
  if (!pair) return;
  const { nudgeDays, warnDays } = await readMentoring(db, pair.guildId);
  const after = (days: number) => new Date(at.getTime() + days * day);
  await db.$executeRaw`
    UPDATE mentoring_pair SET active_at = ${at},
      nudged_at = CASE WHEN nudged_at >= ${after(nudgeDays)} THEN nudged_at END,
      warned_at = CASE WHEN nudged_at >= ${after(nudgeDays)} AND warned_at >= ${after(warnDays)} THEN warned_at END
    WHERE id = ${pairId} AND active_at < ${at}`;
}

export type OwnPair = Pair & { otherName: string | null; isMentor: boolean; goals: number; done: number };
export type OwnPage = { pairs: OwnPair[]; total: number; page: number };

/** All of one's pairs that go on, as one reads them. */
export async function listAllOwn(db: Db, who: Pick<Who, 'guildId' | 'userId'>): Promise<OwnPair[]> {
  const all = await pairsOf(db, who);
  if (all.length === 0) return [];
  const [names, goals] = await Promise.all([
    namesOf(
      db,
      who.guildId,
      all.map((pair) => otherOf(pair, who.userId)),
    ),
    db.mentoringGoal.findMany({ where: { pairId: { in: all.map(({ id }) => id) } }, select: { pairId: true, progress: true } }),
  ]);
  return all.map((pair) => {
    const own = goals.filter(({ pairId }) => pairId === pair.id);
    return {
      ...pair,
      otherName: names.get(otherOf(pair, who.userId) ?? '') ?? null,
      isMentor: pair.mentorId === who.userId,
      goals: own.length,
      done: own.filter(({ progress }) => progress === 100).length,
    };
  });
}

/** A page of them; one that is no more shows the last. */
export async function listOwn(db: Db, who: Pick<Who, 'guildId' | 'userId'>, page: number): Promise<OwnPage> {
  const all = await listAllOwn(db, who);
  const at = Math.min(page, Math.max(0, Math.ceil(all.length / ownPageSize) - 1));
  return { pairs: all.slice(at * ownPageSize, (at + 1) * ownPageSize), total: all.length, page: at };
}
