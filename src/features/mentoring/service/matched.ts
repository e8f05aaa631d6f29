import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import { rarityOf } from '../../../kernel/fit.ts';
import type { Language, MatchedLearner, MatchedMentor, Stage, Theme, Way } from '../../../kernel/mentoring.ts';
import { weeklyHours } from '../../../kernel/mentoring.ts';
import { day } from '../../../kernel/time.ts';
import type { Rarity } from '../rules/score.ts';
import { offsets, slotsOf, type Week } from '../rules/time.ts';

/** Whom to read; absent: every approved mentor, and every learner who waits. */
export type Reading = { mentorIds?: readonly string[]; learnerIds?: readonly string[]; now: Date };

/** Mentors and learners as the matching knows them, with what a view says of their weeks. */
export type Matching = {
  mentors: MatchedMentor[];
  /** By request. */
  learners: (MatchedLearner & { requestId: number })[];
  weeks: ReadonlyMap<string, Week>;
};

type Said = {
  id: string;
  themes: Theme[];
  skills: string[];
  languages: Language[];
  availability: string[];
  timeZone: string;
  ways: Way[];
  city: string | null;
  department: string | null;
  avoids: string[] | null;
};
type MentorRow = Said & {
  seats: number;
  courses: number[] | null;
  prefersCourses: number[];
  prefersCampuses: number[];
  prefersStages: Stage[];
};
type LearnerRow = Said & {
  requestId: number;
  stage: Stage | null;
  course: number | null;
  campus: number | null;
  preferred: string[] | null;
  createdAt: Date;
};

const among = (column: Prisma.Sql, ids: readonly string[] | undefined): Prisma.Sql =>
  ids === undefined ? Prisma.empty : Prisma.sql`AND ${column} = ANY (${[...ids]}::text[])`;

const zoneOf = Prisma.sql`coalesce(said.time_zone, (SELECT time_zone FROM guild WHERE id = said.guild_id), 'Europe/Paris')`;

/** Seats may be 0 or less: who is full is for the matching to leave out. Ids that are no approved mentors are not among them. */
const readMentors = (db: Db | Tx, guildId: string, ids?: readonly string[]): Promise<MentorRow[]> => db.$queryRaw<MentorRow[]>`
  SELECT said.user_id AS id, themes, skill_keys AS skills, languages, availability, ${zoneOf} AS "timeZone", ways, city, department,
    prefers_courses AS "prefersCourses", prefers_campuses AS "prefersCampuses", prefers_stages AS "prefersStages",
    capacity - coalesce(taken.count, 0) AS seats, courses.ids AS courses, avoided.ids AS avoids
  FROM mentor_profile AS said
  LEFT JOIN (
    SELECT mentor_id, count(*)::int AS count FROM mentoring_pair
    WHERE guild_id = ${guildId} AND state <> 'ended' ${among(Prisma.sql`mentor_id`, ids)} GROUP BY mentor_id
  ) AS taken ON taken.mentor_id = said.user_id
  LEFT JOIN (
    SELECT user_id, array_agg(DISTINCT course_id) AS ids FROM promo_member JOIN promo ON promo.id = promo_id
    WHERE promo_member.guild_id = ${guildId} ${among(Prisma.sql`user_id`, ids)} GROUP BY user_id
  ) AS courses ON courses.user_id = said.user_id
  LEFT JOIN (
    SELECT user_id, array_agg(avoided_id) AS ids FROM mentoring_avoid
    WHERE guild_id = ${guildId} ${among(Prisma.sql`user_id`, ids)} GROUP BY user_id
  ) AS avoided ON avoided.user_id = said.user_id
  WHERE said.guild_id = ${guildId} AND said.state = 'approved' ${among(Prisma.sql`said.user_id`, ids)}
  ORDER BY said.user_id`;

/** Course and campus are those of the promo that they came to last. */
const readLearners = (db: Db | Tx, guildId: string, ids?: readonly string[]): Promise<LearnerRow[]> => db.$queryRaw<LearnerRow[]>`
  SELECT said.user_id AS id, said.id AS "requestId", themes, skill_keys AS skills, languages, availability, ${zoneOf} AS "timeZone", ways, city,
    department, stage, said.created_at AS "createdAt", promo.course_id AS course, promo.campus_id AS campus, preferred.ids AS preferred,
    avoided.ids AS avoids
  FROM mentoring_request AS said
  LEFT JOIN (
    SELECT DISTINCT ON (user_id) user_id, course_id, campus_id FROM promo_member JOIN promo ON promo.id = promo_id
    WHERE promo_member.guild_id = ${guildId} AND part = 'learner' ${among(Prisma.sql`user_id`, ids)}
    ORDER BY user_id, promo_member.left_at IS NOT NULL, promo_member.id DESC
  ) AS promo ON promo.user_id = said.user_id
  LEFT JOIN LATERAL (
    SELECT array_agg(mentor_id ORDER BY place) AS ids FROM mentoring_preference WHERE request_id = said.id
  ) AS preferred ON true
  LEFT JOIN (
    SELECT user_id, array_agg(avoided_id) AS ids FROM mentoring_avoid
    WHERE guild_id = ${guildId} ${among(Prisma.sql`user_id`, ids)} GROUP BY user_id
  ) AS avoided ON avoided.user_id = said.user_id
  WHERE said.guild_id = ${guildId} AND said.state = 'waiting' ${among(Prisma.sql`said.user_id`, ids)}
  ORDER BY said.user_id`;

/** How rare each of these themes and skills is among all approved mentors: those of one learner, to compare a few mentors as if they were all there. */
export async function readRarity(
  db: Db | Tx,
  guildId: string,
  { themes, skills }: Pick<MatchedLearner, 'themes' | 'skills'>,
): Promise<Rarity> {
  const wanted = [...themes.map((item) => ({ item, isTheme: true })), ...skills.map((item) => ({ item, isTheme: false }))];
  const counts = wanted.map(
    ({ item, isTheme }) =>
      Prisma.sql`count(*) FILTER (WHERE ${isTheme ? Prisma.sql`themes` : Prisma.sql`skill_keys`} @> ARRAY[${item}]::text[])`,
  );
  const [row] = await db.$queryRaw<{ counts: number[] }[]>`
    SELECT ARRAY[${Prisma.join([Prisma.sql`count(*)`, ...counts])}]::int[] AS counts FROM mentor_profile WHERE guild_id = ${guildId} AND state = 'approved'`;
  const [people = 0, ...having] = row?.counts ?? [];
  const of = (kind: boolean) =>
    new Map(
      wanted.flatMap(({ item, isTheme }, index) =>
        isTheme === kind ? [[item, rarityOf(people, having[index] ?? 0)] as const] : [],
      ),
    );
  return { themes: of(true), skills: of(false) };
}

/**
 * Mentors and learners of a guild as the matching knows them, in as many queries whatever their number: approved mentors with the seats that are left, and
 * learners whose request waits.
 */
export async function readMatched(db: Db | Tx, guildId: string, { mentorIds, learnerIds, now }: Reading): Promise<Matching> {
  const [mentors, learners] = await Promise.all([
    mentorIds?.length === 0 ? [] : readMentors(db, guildId, mentorIds),
    learnerIds?.length === 0 ? [] : readLearners(db, guildId, learnerIds),
  ]);
  const offsetIn = offsets(now);
  const weeks = new Map<string, Week>();
  const said = <R extends Said>({ timeZone, availability, avoids, ...row }: R) => {
    const offset = offsetIn(timeZone);
    weeks.set(row.id, { availability, offset });
    return { ...row, avoids: avoids ?? [], hours: weeklyHours(slotsOf(availability), offset) };
  };
  return {
    weeks,
    mentors: mentors.map(({ courses, ...row }) => ({ ...said(row), courses: courses ?? [] })),
    learners: learners.map(({ preferred, createdAt, ...row }) => ({
      ...said(row),
      preferred: preferred ?? [],
      waitingDays: Math.max(0, Math.floor((now.getTime() - createdAt.getTime()) / day)),
    })),
  };
}
