import type { Db, Tx } from '../../../infra/db.ts';
import type { Fit, MatchedLearner, MatchedMentor, Slot, Theme } from '../../../kernel/mentoring.ts';
import { calledSql } from '../../mentors/service/name.ts';
import { mostProposed } from '../rules/limit.ts';
import { bestMentors, defaultWeighing } from '../rules/score.ts';
import { commonSlots, type Week } from '../rules/time.ts';
import { type Matching, readMatched, readRarity } from './matched.ts';
import type { Request } from './request.ts';
import { shortlist } from './shortlist.ts';

/** A mentor as a learner reads of them. `slots` are those of the learner, in the learner's zone. */
export type Proposal = { mentorId: string; name: string; job: string; about: string; badge: number; fit: Fit; slots: Slot[] };

const weekOf = ({ weeks }: Matching, id: string): Week => weeks.get(id) ?? { availability: [], offset: 0 };

export type Fitting = { mentor: MatchedMentor; fit: Fit; slots: Slot[] };

/** The mentors of whom this request may be asked, best first. `among`: only these. */
export async function fittingMentors(
  db: Db | Tx,
  request: Request,
  { now, count = mostProposed, among }: { now: Date; count?: number; among?: readonly string[] },
): Promise<{ learner: MatchedLearner | null; fitting: Fitting[] }> {
  const { guildId, userId } = request;
  const wanted = { themes: request.themes as Theme[], skills: request.skillKeys };
  const [asking, rarity, guild] = await Promise.all([
    readMatched(db, guildId, { mentorIds: [], learnerIds: [userId], now }),
    readRarity(db, guildId, wanted),
    db.guild.findUnique({ where: { id: guildId }, select: { timeZone: true } }),
  ]);
  const [learner] = asking.learners;
  if (!learner) return { learner: null, fitting: [] };
  const listed = await shortlist(db, { request, learner, rarity, timeZone: guild?.timeZone ?? 'Europe/Paris', now }, among);
  const matching = await readMatched(db, guildId, { mentorIds: listed, learnerIds: [], now });
  const rank = new Map(listed.map((id, index) => [id, index]));
  const tie = (one: string, other: string): number => (rank.get(one) ?? 0) - (rank.get(other) ?? 0);
  const week = weekOf(asking, learner.id);
  const fitting = bestMentors(learner, matching.mentors, count, { ...defaultWeighing, offsetMinutes: week.offset }, rarity, tie);
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
