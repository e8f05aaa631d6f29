import type { Db } from '../../../infra/db.ts';
import { opinionShownFor, waitsFor } from '../rules/life.ts';
import { otherOf, ownPair, type Pair, type Session, type Who } from './find.ts';
import { opinionOfMentor } from './opinion.ts';
import { type Held, heldBy } from './outcome.ts';
import type { By } from './plan.ts';

export const listSize = 5;

export type SessionList = {
  pair: Pair;
  otherId: string | null;
  sessions: Omit<Session, 'pair'>[];
  page: number;
  pages: number;
  /** Of whoever mentors. */
  given: Held | null;
  own: Awaited<ReturnType<typeof opinionOfMentor>>;
};

/** The sessions of a pair of theirs, those to come first. Throws `sessions.not_yours`. */
export async function readList(db: Db, by: By, pairId: number, wanted: number): Promise<SessionList> {
  const { guildId, userId } = by;
  const pair = await ownPair(db, by, pairId);
  const total = await db.mentoringSession.count({ where: { pairId } });
  const pages = Math.max(1, Math.ceil(total / listSize));
  const page = Math.min(wanted, pages - 1);
  const isMentor = pair.mentorId === userId;
  const [sessions, given, own] = await Promise.all([
    db.mentoringSession.findMany({
      where: { pairId },
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
      skip: page * listSize,
      take: listSize,
    }),
    isMentor ? heldBy(db, { guildId, mentorId: userId }) : null,
    isMentor ? opinionOfMentor(db, { guildId, mentorId: userId }) : null,
  ]);
  return { pair, otherId: otherOf(pair, userId), sessions, page, pages, given, own };
}

type Line = { id: number; startsAt: Date };
export type Home = { next: Line | null; toAnswer: Line[]; toJudge: Line[] };

/** What waits for somebody, and their next session. */
export async function readHome(db: Db, { guildId, userId }: Who, now: Date): Promise<Home> {
  const before = (age: number) => new Date(now.getTime() - age);
  const rows = await db.$queryRaw<(Line & { what: 'next' | 'answer' | 'judge' })[]>`
    SELECT session.id, session.starts_at AS "startsAt",
      CASE WHEN session.state = 'done' THEN 'judge' WHEN session.starts_at > ${now} THEN 'next' ELSE 'answer' END AS what
    FROM mentoring_pair AS pair JOIN mentoring_session AS session ON session.pair_id = pair.id
    WHERE pair.guild_id = ${guildId} AND (pair.mentor_id = ${userId} OR pair.learner_id = ${userId}) AND (
      (session.state = 'planned' AND session.starts_at > ${now} AND pair.state <> 'ended')
      OR (session.state = 'planned' AND session.starts_at > ${before(waitsFor)}
        AND session.starts_at + make_interval(mins => session.minutes) <= ${now})
      OR (session.state = 'done' AND session.starts_at > ${before(opinionShownFor)} AND NOT EXISTS (
        SELECT FROM mentoring_opinion AS opinion WHERE opinion.session_id = session.id AND opinion.user_id = ${userId})))
    ORDER BY session.starts_at LIMIT 20`;
  const linesOf = (what: string) => rows.filter((row) => row.what === what);
  return { next: linesOf('next')[0] ?? null, toAnswer: linesOf('answer').slice(0, 3), toJudge: linesOf('judge').slice(0, 3) };
}
