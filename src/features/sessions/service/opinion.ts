import type { MentoringOpinion, Prisma } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, isDuplicate, type Tx } from '../../../infra/db.ts';
import { holdPair, recordActivity } from '../../pairs/service/pair.ts';
import { alreadySaid, nothingToRead, notOpen } from '../messages/opinion.ts';
import { endOf, fewestAnswers, isWorrying, opinionOpenFor, wordsCountedFor, wordsListedFor } from '../rules/life.ts';
import { alertTask } from '../wire.ts';
import { ofPair, ownPair, ownSession, type Pair, type Session, sideOf, type Who } from './find.ts';
import { type By, holdSession } from './plan.ts';

export type Opinion = { useful: number; comfort: number; comment: string | null; wantsContact: boolean };
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
export async function giveOpinion(db: Db, by: By, about: About, said: Opinion): Promise<boolean> {
  const isAlarm = isWorrying(said);
  try {
    await db.$transaction(async (tx) => {
      const { guildId, userId, now } = by;
      // Nobody is erased while their words are being written.
      if ('sessionId' in about) await holdSession(tx, by, about.sessionId);
      else await holdPair(tx, { guildId, pairId: about.pairId });
      const { pair, session } = await requireOpen(tx, by, about);
      const { id: opinionId } = await tx.mentoringOpinion.create({
        data: {
          guildId,
          pairId: pair.id,
          sessionId: session?.id ?? null,
          userId,
          byMentor: sideOf(pair, userId) === 'mentor',
          ...said,
          saidAt: now,
        },
      });
      if (pair.state !== 'ended') await recordActivity(tx, pair.id, now);
      if (isAlarm) await enqueue(tx, alertTask, { guildId, opinionId }, { key: String(opinionId) });
    });
  } catch (error) {
    if (isDuplicate(error, 'mentoring_opinion_once') || isDuplicate(error, 'mentoring_opinion_end')) throw alreadySaid();
    throw error;
  }
  return isAlarm;
}

const withWhole = { pair: { select: ofPair }, session: { select: { startsAt: true } } } as const;
export type Words = MentoringOpinion & { pair: Pair; session: { startsAt: Date } | null };

/** An opinion of which nobody was told yet; null once told, or erased. */
export const findAlarm = (db: Db, { guildId, opinionId }: { guildId: string; opinionId: number }): Promise<Words | null> =>
  db.mentoringOpinion.findFirst({
    where: { id: opinionId, guildId, alertedAt: null, userId: { not: null } },
    include: withWhole,
  });

export type Sent = { channelId: string; messageId: string };

/** What somebody was sent under that key, which is still there. */
export async function sentTo(db: Db, { guildId, userId }: Who, key: string): Promise<Sent | null> {
  const notice = await db.notice.findUnique({ where: { guildId_userId_key: { guildId, userId, key } } });
  return notice?.channelId && notice.messageId ? { channelId: notice.channelId, messageId: notice.messageId } : null;
}

export const recordAlerted = (db: Db, opinionId: number, sent: Sent | null, now: Date) =>
  db.mentoringOpinion.updateMany({
    where: { id: opinionId, alertedAt: null },
    data: { alertedAt: now, alertChannelId: sent?.channelId ?? null, alertMessageId: sent?.messageId ?? null },
  });

/** What people wrote, to staff: nobody reads what was said of a pair of their own. */
const readableBy = ({ guildId, userId }: Who) =>
  ({
    guildId,
    userId: { not: null },
    pair: {
      is: {
        AND: [
          { OR: [{ mentorId: null }, { mentorId: { not: userId } }] },
          { OR: [{ learnerId: null }, { learnerId: { not: userId } }] },
        ],
      },
    },
  }) satisfies Prisma.MentoringOpinionWhereInput;

/** Throws `sessions.nothing_to_read`: the same for what is erased as for what is not for them, which else would tell of whom it is. */
export async function readOpinion(db: Db, who: Who, opinionId: number): Promise<Words> {
  const found = await db.mentoringOpinion.findFirst({ where: { id: opinionId, ...readableBy(who) }, include: withWhole });
  if (!found) throw nothingToRead();
  return found;
}

const wordsSince = (who: Who, since: Date) =>
  ({ ...readableBy(who), comment: { not: null }, saidAt: { gt: since } }) satisfies Prisma.MentoringOpinionWhereInput;

export const countWords = (db: Db, who: Who, now: Date): Promise<number> =>
  db.mentoringOpinion.count({ where: wordsSince(who, new Date(now.getTime() - wordsCountedFor)) });

export const wordsSize = 5;
export type WordsPage = { said: Words[]; page: number; pages: number };

/** The newest first. */
export async function listWords(db: Db, who: Who, wanted: number, now: Date): Promise<WordsPage> {
  const where = wordsSince(who, new Date(now.getTime() - wordsListedFor));
  const pages = Math.max(1, Math.ceil((await db.mentoringOpinion.count({ where })) / wordsSize));
  const page = Math.min(wanted, pages - 1);
  const said = await db.mentoringOpinion.findMany({
    where,
    include: withWhole,
    orderBy: [{ saidAt: 'desc' }, { id: 'desc' }],
    skip: page * wordsSize,
    take: wordsSize,
  });
  return { said, page, pages };
}

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
