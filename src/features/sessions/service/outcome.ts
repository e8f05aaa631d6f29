import { type Db, enqueue } from '../../../infra/db.ts';
import { recordActivity } from '../../pairs/service/pair.ts';
import { notYet, tooLateToSay } from '../messages/outcome.ts';
import { type Absent, endOf, isAnswerable, type Outcome } from '../rules/life.ts';
import { opinionTask } from '../wire.ts';
import { otherOf, ownSession, type Session } from './find.ts';
import { type By, holdSession, promiseCard } from './plan.ts';

export type Said = { outcome: Outcome /** Who could not come, for one that did not take place. */; absent: Absent | null };
export type Settled = { session: Session; what: 'first' | 'corrected' | 'already' };

const missedByOf = ({ pair }: Session, { outcome, absent }: Said): string | null =>
  outcome !== 'missed' ? null : absent === 'mentor' ? pair.mentorId : absent === 'learner' ? pair.learnerId : null;

/**
 * What came of a session. The first answer counts for both; within seven days one of them may correct it, once. A session that took place is a sign of life
 * of the pair. Throws `sessions.not_yours`, `sessions.not_yet`, `sessions.too_late`.
 */
export const settleSession = (db: Db, by: By, sessionId: number, said: Said): Promise<Settled> =>
  db.$transaction(async (tx) => {
    await holdSession(tx, by, sessionId);
    const session = await ownSession(tx, by, sessionId);
    const missedBy = missedByOf(session, said);
    if (session.state === said.outcome && session.missedBy === missedBy) return { session, what: 'already' };
    if (session.state === 'planned' && by.now < session.startsAt) throw notYet();
    if (!isAnswerable(session, by.now)) throw tooLateToSay(session.state === 'planned' ? null : session.state);
    const isFirst = session.state === 'planned';
    const settled = await tx.mentoringSession.update({
      where: { id: sessionId },
      data: {
        state: said.outcome,
        missedBy,
        settledBy: by.userId,
        ...(isFirst ? { settledAt: by.now } : { correctedAt: by.now }),
      },
    });
    await promiseCard(tx, settled);
    const { pair, pairId, guildId } = session;
    const other = otherOf(pair, by.userId);
    if (said.outcome === 'done') {
      const end = endOf(session);
      await recordActivity(tx, pairId, end < by.now ? end : by.now);
      if (other) await enqueue(tx, opinionTask, { guildId, sessionId, userId: other }, { key: String(sessionId) });
    }
    return { session: { ...settled, pair }, what: isFirst ? 'first' : 'corrected' };
  });

export type Held = { sessions: number; minutes: number };

/** What a mentor gave in sessions with their pairs, for their own list. All that they gave, in circles too, is for `mentorstats` to say. */
export async function heldBy(db: Db, { guildId, mentorId }: { guildId: string; mentorId: string }): Promise<Held> {
  const [given] = await db.$queryRaw<Held[]>`
    SELECT count(*)::int AS sessions, coalesce(sum(session.minutes), 0)::int AS minutes
    FROM mentoring_session AS session JOIN mentoring_pair AS pair ON pair.id = session.pair_id
    WHERE pair.guild_id = ${guildId} AND pair.mentor_id = ${mentorId} AND session.state = 'done'`;
  return given ?? { sessions: 0, minutes: 0 };
}
