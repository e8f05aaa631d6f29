import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import type { Fit, MatchedLearner, MatchedMentor, Slot, Theme } from '../../../kernel/mentoring.ts';
import { calledSql } from '../../mentors/service/name.ts';
import { mostProposed, mostWaiting } from '../rules/limit.ts';
import { bestMentors, defaultWeighing } from '../rules/score.ts';
import { commonSlots, type Week } from '../rules/time.ts';
import { type Matching, readMatched, readRarity } from './matched.ts';
import type { Request } from './request.ts';

/** A mentor as a learner reads of them. `slots` are those of the learner, in the learner's zone. */
export type Proposal = { mentorId: string; name: string; job: string; about: string; badge: number; fit: Fit; slots: Slot[] };

/** Mentors whose profile is compared in full. Among thousands, whoever is among the five best shares much at first sight too. */
const shortlisted = 120;

/**
 * Mentors of whom this request may be asked now, those who share most at first sight first: approved, with a seat and few questions that wait, a language in
 * common, nobody who is avoided on either side, nor who has said no.
 */
const shortlist = (db: Db | Tx, request: Request, among?: readonly string[]): Promise<{ id: string }[]> => {
  const { guildId, userId, id, languages, themes, skillKeys, availability } = request;
  const has = (column: Prisma.Sql, wanted: readonly string[], most: number) =>
    Prisma.join(
      [
        Prisma.sql`0`,
        ...wanted.map(
          (one, place) => Prisma.sql`CASE WHEN ${one} = ANY (${column}) THEN ${most / (place + 1)}::float8 ELSE 0 END`,
        ),
      ],
      ' + ',
    );
  return db.$queryRaw<{ id: string }[]>`
    SELECT user_id AS id FROM mentor_profile AS mentor
    WHERE guild_id = ${guildId} AND state = 'approved' AND user_id <> ${userId} AND languages && ${languages}::text[]
      ${among === undefined ? Prisma.empty : Prisma.sql`AND user_id = ANY (${[...among]}::text[])`}
      AND user_id NOT IN (
        SELECT avoided_id FROM mentoring_avoid WHERE guild_id = ${guildId} AND user_id = ${userId}
        UNION ALL SELECT user_id FROM mentoring_avoid WHERE guild_id = ${guildId} AND avoided_id = ${userId}
        UNION ALL SELECT mentor_id FROM mentoring_ask WHERE request_id = ${id} AND state IN ('queued', 'asked', 'question', 'declined', 'expired')
        UNION ALL (SELECT mentor_id FROM mentoring_ask WHERE guild_id = ${guildId} AND state IN ('asked', 'question')
          GROUP BY mentor_id HAVING count(*) >= ${mostWaiting})
        UNION ALL (SELECT pair.mentor_id FROM mentoring_pair AS pair JOIN mentor_profile AS full_up ON full_up.guild_id = pair.guild_id AND full_up.user_id = pair.mentor_id
          WHERE pair.guild_id = ${guildId} AND pair.state <> 'ended' GROUP BY pair.mentor_id HAVING count(*) >= min(full_up.capacity))
      )
    ORDER BY (user_id = ANY (ARRAY(SELECT mentor_id FROM mentoring_preference WHERE request_id = ${id}))) DESC,
      35 * (${has(Prisma.sql`themes`, themes, 1)}) + CASE WHEN skill_keys && ${skillKeys}::text[] THEN 25 * (${has(Prisma.sql`skill_keys`, skillKeys, 1)}) ELSE 0 END
        + CASE WHEN availability && ${availability}::text[] THEN 20 ELSE 0 END DESC, user_id COLLATE "C"
    LIMIT ${shortlisted}`;
};

const weekOf = ({ weeks }: Matching, id: string): Week => weeks.get(id) ?? { availability: [], offset: 0 };

export type Fitting = { mentor: MatchedMentor; fit: Fit; slots: Slot[] };

/** The mentors of whom this request may be asked, best first. `among`: only these. */
export async function fittingMentors(
  db: Db | Tx,
  request: Request,
  { now, count = mostProposed, among }: { now: Date; count?: number; among?: readonly string[] },
): Promise<{ learner: MatchedLearner | null; fitting: Fitting[] }> {
  const wanted = { themes: request.themes as Theme[], skills: request.skillKeys };
  const [matching, rarity] = await Promise.all([
    shortlist(db, request, among).then((candidates) =>
      readMatched(db, request.guildId, { mentorIds: candidates.map(({ id }) => id), learnerIds: [request.userId], now }),
    ),
    readRarity(db, request.guildId, wanted),
  ]);
  const [learner] = matching.learners;
  if (!learner) return { learner: null, fitting: [] };
  const week = weekOf(matching, learner.id);
  const fitting = bestMentors(learner, matching.mentors, count, { ...defaultWeighing, offsetMinutes: week.offset }, rarity);
  return {
    learner,
    fitting: fitting.map((one) => ({
      ...one,
      slots: commonSlots(week, weekOf(matching, one.mentor.id)),
    })),
  };
}

/** With what people read of them: texts are read for these alone. */
export async function proposeMentors(db: Db, request: Request, now: Date): Promise<Proposal[]> {
  const { fitting } = await fittingMentors(db, request, { now });
  const ids = fitting.map(({ mentor }) => mentor.id);
  const said = await db.$queryRaw<{ id: string; job: string; about: string; badge: number; name: string | null }[]>`
    SELECT mentor.user_id AS id, job, about, CASE WHEN shows_badge THEN badge ELSE 0 END AS badge, ${calledSql} AS name FROM mentor_profile AS mentor
    LEFT JOIN member ON member.guild_id = mentor.guild_id AND member.user_id = mentor.user_id
    WHERE mentor.guild_id = ${request.guildId} AND mentor.user_id = ANY (${ids}::text[])`;
  const known = new Map(said.map((one) => [one.id, one]));
  return fitting.map(({ mentor, fit, slots }) => {
    const { job = '', about = '', badge = 0, name } = known.get(mentor.id) ?? {};
    return { mentorId: mentor.id, name: name ?? '', job, about, badge, fit, slots };
  });
}

/** Why nobody fits: what could be loosened, and how many mentors there would then be. */
export type Gap = { mentors: number; speaking: number; free: number };
export async function gapOf(db: Db, { guildId, userId, languages }: Request): Promise<Gap> {
  const [row] = await db.$queryRaw<Gap[]>`
    SELECT count(*)::int AS mentors, (count(*) FILTER (WHERE languages && ${languages}::text[]))::int AS speaking,
      (count(*) FILTER (WHERE languages && ${languages}::text[] AND capacity > (
        SELECT count(*) FROM mentoring_pair AS pair WHERE pair.guild_id = mentor.guild_id AND pair.mentor_id = mentor.user_id AND pair.state <> 'ended')))::int AS free
    FROM mentor_profile AS mentor WHERE guild_id = ${guildId} AND state = 'approved' AND user_id <> ${userId}`;
  return row ?? { mentors: 0, speaking: 0, free: 0 };
}
