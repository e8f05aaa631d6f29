import type { MentoringOpinion } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, isDuplicate, type Tx } from '../../../infra/db.ts';
import { alreadySaid, notOpen } from '../messages/opinion.ts';
import { endOf, fewestAnswers, isWorrying, opinionOpenFor } from '../rules/life.ts';
import { alertTask } from '../wire.ts';
import { ofPair, ownPair, ownSession, type Pair, type Session, sideOf, type Who } from './find.ts';
import type { By } from './plan.ts';

export type Opinion = { useful: number; comfort: number; comment: string | null };
export type About = { sessionId: number } | { pairId: number };

/** What the opinion is about, when one may be given on it now. Throws `sessions.not_yours`, `sessions.not_open`. */
async function requireOpen(db: Db | Tx, by: By, about: About): Promise<{ pair: Pair; session: Session | null }> {
  if ('sessionId' in about) {
    const session = await ownSession(db, by, about.sessionId);
    if (session.state !== 'done' || by.now.getTime() > endOf(session).getTime() + opinionOpenFor) throw notOpen();
    return { pair: session.pair, session };
  }
  const pair = await ownPair(db, by, about.pairId);
  if (!pair.endedAt || by.now.getTime() > pair.endedAt.getTime() + opinionOpenFor) throw notOpen();
  return { pair, session: null };
}

/** True when they said it already. */
export async function hasSaid(db: Db, { userId }: Who, about: About): Promise<boolean> {
  const said = await db.mentoringOpinion.findFirst({
    where: 'sessionId' in about ? { sessionId: about.sessionId, userId } : { pairId: about.pairId, sessionId: null, userId },
    select: { id: true },
  });
  return said !== null;
}

/** Before the form is opened. Throws `sessions.not_yours`, `sessions.not_open`, `sessions.said`. */
export async function beginOpinion(db: Db, by: By, about: About): Promise<void> {
  await requireOpen(db, by, about);
  if (await hasSaid(db, by, about)) throw alreadySaid();
}

/** True when somebody of staff is told. Throws what `beginOpinion` throws. */
export async function giveOpinion(db: Db, by: By, about: About, { useful, comfort, comment }: Opinion): Promise<boolean> {
  const isLow = isWorrying({ useful, comfort });
  try {
    await db.$transaction(async (tx) => {
      const { pair, session } = await requireOpen(tx, by, about);
      const { guildId, userId, now } = by;
      const { id: opinionId } = await tx.mentoringOpinion.create({
        data: {
          guildId,
          pairId: pair.id,
          sessionId: session?.id ?? null,
          userId,
          byMentor: sideOf(pair, userId) === 'mentor',
          useful,
          comfort,
          comment,
          saidAt: now,
        },
      });
      if (isLow) await enqueue(tx, alertTask, { guildId, opinionId }, { key: String(opinionId) });
    });
  } catch (error) {
    if (isDuplicate(error, 'mentoring_opinion_once') || isDuplicate(error, 'mentoring_opinion_end')) throw alreadySaid();
    throw error;
  }
  return isLow;
}

export type Alarm = MentoringOpinion & { pair: Pair; session: { startsAt: Date } | null };

/** An opinion of which nobody was told yet; null once told, or erased. */
export const findAlarm = (db: Db, { guildId, opinionId }: { guildId: string; opinionId: number }): Promise<Alarm | null> =>
  db.mentoringOpinion.findFirst({
    where: { id: opinionId, guildId, alertedAt: null, userId: { not: null } },
    include: { pair: { select: ofPair }, session: { select: { startsAt: true } } },
  });

export const recordAlerted = (db: Db, opinionId: number, now: Date) =>
  db.mentoringOpinion.updateMany({ where: { id: opinionId, alertedAt: null }, data: { alertedAt: now } });

export type Average = { useful: number; comfort: number; answers: number };

/** Of all answers since then, for staff; null where those of so few people would say who answered what. */
export async function satisfactionOf(db: Db, { guildId, since }: { guildId: string; since: Date }): Promise<Average | null> {
  const [found] = await db.$queryRaw<(Average & { people: number })[]>`/* kept */
    SELECT avg(useful)::float AS useful, avg(comfort)::float AS comfort, count(*)::int AS answers, count(DISTINCT user_id)::int AS people
    FROM mentoring_opinion WHERE guild_id = ${guildId} AND said_at > ${since}`;
  if (!found || found.people < fewestAnswers) return null;
  const { useful, comfort, answers } = found;
  return { useful, comfort, answers };
}

/** What a mentor may read of themselves: what learners said, each counting once, and only once three of them did. */
export async function opinionOfMentor(
  db: Db,
  { guildId, mentorId }: { guildId: string; mentorId: string },
): Promise<{ useful: number; comfort: number; people: number } | null> {
  const [found] = await db.$queryRaw<{ useful: number; comfort: number; people: number }[]>`
    SELECT avg(useful)::float AS useful, avg(comfort)::float AS comfort, count(*)::int AS people FROM (
      SELECT avg(opinion.useful) AS useful, avg(opinion.comfort) AS comfort
      FROM mentoring_pair AS pair JOIN mentoring_opinion AS opinion ON opinion.pair_id = pair.id AND NOT opinion.by_mentor
      WHERE pair.guild_id = ${guildId} AND pair.mentor_id = ${mentorId} GROUP BY pair.id) AS learner`;
  return found && found.people >= fewestAnswers ? found : null;
}
