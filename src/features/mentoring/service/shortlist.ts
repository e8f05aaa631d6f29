import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import { type MatchedLearner, slots, weeklyHours } from '../../../kernel/mentoring.ts';
import { departments, isDepartment, regionOf } from '../../../kernel/place.ts';
import { zones } from '../../../kernel/zone.ts';
import { askedAgainAfter, mostWaiting } from '../rules/limit.ts';
import { askedBy, defaultWeighing, enoughHours, near, preferredFirst, type Rarity } from '../rules/part.ts';
import { offsets } from '../rules/time.ts';
import type { Request } from './request.ts';

/** Mentors whose profile is then compared in full: those of equal scores by the last bit of a sum, and more than enough. */
const shortlisted = 40;

const nothing = Prisma.sql`0::float8`;
const sum = (terms: readonly Prisma.Sql[]): Prisma.Sql => (terms.length === 0 ? nothing : Prisma.join([...terms], ' + '));
const held = (column: Prisma.Sql, item: string, worth: number): Prisma.Sql =>
  Prisma.sql`CASE WHEN ${item} = ANY (${column}) THEN ${worth}::float8 ELSE 0 END`;

/** What each of the wanted items is worth, of those in that column. */
const shareIn = (column: Prisma.Sql, wanted: ReadonlyMap<string, number>): Prisma.Sql =>
  wanted.size === 0
    ? nothing
    : Prisma.sql`CASE WHEN ${column} && ${[...wanted.keys()]}::text[] THEN ${sum([...wanted].map(([item, worth]) => held(column, item, worth)))} ELSE 0 END`;

/** Hours that a mentor has in common with the learner: parts of the week are of the mentor's own zone, that of the server when they named none. */
function commonHours({ hours }: MatchedLearner, ofGuild: string, now: Date): Prisma.Sql {
  const offsetIn = offsets(now);
  const inZone = (zone: string) =>
    Object.fromEntries(
      slots
        .map((slot) => [slot, [...weeklyHours([slot], offsetIn(zone))].filter((hour) => hours.has(hour)).length] as const)
        .filter(([, common]) => common > 0),
    );
  const usual = inZone(ofGuild);
  const elsewhere = Object.fromEntries(Object.keys(zones).map((zone) => [zone, inZone(zone)]));
  const same = Object.keys(zones).filter((zone) => offsetIn(zone) === offsetIn(ofGuild));
  return Prisma.sql`CASE
    WHEN time_zone IS NULL OR time_zone = ANY (${[...same, ofGuild]}::text[])
      THEN ${shareIn(Prisma.sql`availability`, new Map(Object.entries(usual)))}
    ELSE (SELECT coalesce(sum((${JSON.stringify(elsewhere)}::jsonb -> time_zone ->> slot)::float8), 0) FROM unnest(availability) AS slot) END`;
}

/** How near a mentor is who would meet in person. */
const placeIn = ({ city, department }: MatchedLearner, region: readonly string[]): Prisma.Sql =>
  Prisma.sql`CASE WHEN NOT 'in_person' = ANY (ways) OR department IS NULL THEN 0
    WHEN department = ${department} THEN CASE WHEN lower(city) = ${city?.toLowerCase() ?? null}::text THEN ${near.city}::float8 ELSE ${near.department}::float8 END
    WHEN department = ANY (${[...region]}::text[]) THEN ${near.region}::float8 ELSE 0 END`;

/** A way to meet that both have, as `mayPair` says it. */
function canMeet({ ways, department }: MatchedLearner, region: readonly string[]): Prisma.Sql {
  if (ways.length === 0) return Prisma.sql`true`;
  const far = ways.filter((way) => way !== 'in_person');
  const isNear =
    department === null
      ? Prisma.sql`true`
      : Prisma.sql`(department IS NULL OR department = ANY (${[department, ...region]}::text[]))`;
  const inPerson = ways.includes('in_person') ? Prisma.sql`OR ('in_person' = ANY (ways) AND ${isNear})` : Prisma.empty;
  return Prisma.sql`(cardinality(ways) = 0 OR ways && ${far}::text[] ${inPerson})`;
}

export type Wanted = {
  request: Request;
  learner: MatchedLearner;
  rarity: Rarity /** Of the server. */;
  timeZone: string;
  now: Date;
};

/**
 * Mentors of whom this request may be asked now, best first by the score of `rules/part.ts`, which a property test holds this against: approved, with a
 * seat and few questions that wait, nobody who is avoided on either side, nor who has lately said no to this learner, let them wait, or had the question
 * taken back. Of equals, chance decides, another for each request: the oldest account would be asked by everybody.
 */
export async function shortlist(
  db: Db | Tx,
  { request, learner, rarity, timeZone, now }: Wanted,
  among?: readonly string[],
): Promise<string[]> {
  const { guildId, userId, id } = request;
  const { weights, minimum } = defaultWeighing;
  const asked = askedBy(learner, rarity);
  const { course, campus, stage, department, preferred } = learner;
  const region =
    department !== null && isDepartment(department)
      ? Object.keys(departments).filter(
          (code) => isDepartment(code) && code !== department && regionOf(code) === regionOf(department),
        )
      : [];
  const hasField = course !== null || asked.skills.size > 0;
  const always =
    weights.language +
    (asked.themes.size > 0 ? weights.themes : 0) +
    (asked.skills.size > 0 ? weights.skills : 0) +
    (asked.hours > 0 ? weights.time : 0) +
    (hasField ? weights.field : 0) +
    (asked.wouldMeet ? weights.place : 0);
  const isOf = (column: Prisma.Sql, wanted: number | string | null) =>
    wanted === null ? Prisma.sql`0` : Prisma.sql`(${wanted} = ANY (${column}))::int`;
  const ago = (age: number) => new Date(now.getTime() - age);
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH said AS MATERIALIZED (
      SELECT user_id,
        ${shareIn(Prisma.sql`languages`, new Map(learner.languages.map((one) => [one, 1 / asked.languages.size])))} AS language,
        ${shareIn(Prisma.sql`themes`, asked.themes)} AS themes,
        ${shareIn(Prisma.sql`skill_keys`, asked.skills)} AS skills,
        ${asked.hours === 0 ? nothing : Prisma.sql`least(1, (${commonHours(learner, timeZone, now)}) / ${Math.min(enoughHours, asked.hours)}::float8)`} AS time,
        ${asked.wouldMeet ? placeIn(learner, region) : nothing} AS place,
        ${sum(preferred.map((one, index) => Prisma.sql`CASE WHEN user_id = ${one} THEN ${preferredFirst[Math.min(index, 2)] ?? 0}::float8 ELSE 0 END`))} AS wish,
        (cardinality(prefers_courses) > 0)::int + (cardinality(prefers_campuses) > 0)::int + (cardinality(prefers_stages) > 0)::int AS named,
        ${isOf(Prisma.sql`prefers_courses`, course)} + ${isOf(Prisma.sql`prefers_campuses`, campus)} + ${isOf(Prisma.sql`prefers_stages`, stage)} AS met,
        ${
          course === null
            ? Prisma.sql`false`
            : Prisma.sql`user_id IN (SELECT promo_member.user_id FROM promo JOIN promo_member ON promo_member.promo_id = promo.id
              WHERE promo.course_id = ${course} AND promo_member.guild_id = ${guildId})`
        } AS followed
      FROM mentor_profile
      WHERE guild_id = ${guildId} AND state = 'approved' AND user_id <> ${userId} AND languages && ${[...asked.languages]}::text[]
        AND ${canMeet(learner, region)}
        ${among === undefined ? Prisma.empty : Prisma.sql`AND user_id = ANY (${[...among]}::text[])`}
        AND user_id NOT IN (
          SELECT avoided_id FROM mentoring_avoid WHERE guild_id = ${guildId} AND user_id = ${userId}
          UNION ALL SELECT user_id FROM mentoring_avoid WHERE guild_id = ${guildId} AND avoided_id = ${userId}
          UNION ALL SELECT mentor_id FROM mentoring_ask AS ask JOIN mentoring_request AS own ON own.id = ask.request_id
            WHERE own.guild_id = ${guildId} AND own.user_id = ${userId} AND (
              (ask.request_id = ${id} AND ask.state IN ('queued', 'asked', 'question'))
              OR (ask.state IN ('declined', 'expired') AND ask.ended_at > ${ago(askedAgainAfter.answered)})
              OR (ask.state = 'closed' AND ask.asked_at IS NOT NULL AND ask.ended_at > ${ago(askedAgainAfter.taken)}))
          UNION ALL (SELECT mentor_id FROM mentoring_ask WHERE guild_id = ${guildId} AND state IN ('asked', 'question')
            GROUP BY mentor_id HAVING count(*) >= ${mostWaiting})
          UNION ALL (SELECT pair.mentor_id FROM mentoring_pair AS pair
            JOIN mentor_profile AS full_up ON full_up.guild_id = pair.guild_id AND full_up.user_id = pair.mentor_id
            WHERE pair.guild_id = ${guildId} AND pair.state <> 'ended' GROUP BY pair.mentor_id HAVING count(*) >= min(full_up.capacity))
        )
    ), both_sides AS (
      SELECT user_id, wish, CASE WHEN named = 0 THEN 0 ELSE met::float8 / named END AS liking, CASE WHEN named = 0 THEN 0 ELSE ${weights.preference}::float8 END AS liking_weight,
        ${weights.language}::float8 * language + ${weights.themes}::float8 * least(1, themes) + ${weights.skills}::float8 * least(1, skills)
        + ${weights.time}::float8 * time + ${hasField ? weights.field : 0}::float8 * CASE WHEN followed THEN 1 ELSE least(1, skills) / 2 END
        + ${weights.place}::float8 * place AS alike
      FROM said
    ), scored AS (
      SELECT user_id, (alike + ${weights.preference}::float8 * wish) / ${always + (preferred.length > 0 ? weights.preference : 0)}::float8 AS to_learner,
        (alike + liking_weight * liking + ${weights.waiting * asked.waiting}::float8) / (${always + weights.waiting}::float8 + liking_weight) AS to_mentor
      FROM both_sides
    )
    SELECT user_id AS id FROM scored WHERE to_learner + to_mentor >= ${2 * minimum - 1e-9}::float8
    ORDER BY to_learner DESC, to_learner + to_mentor DESC, hashtextextended(user_id, ${id}::bigint)
    LIMIT ${shortlisted}`;
  return rows.map((row) => row.id);
}
