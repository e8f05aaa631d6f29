import type { MentoringCampaign } from '../../../../prisma/client/client.ts';
import { type Db, Prisma } from '../../../infra/db.ts';
import { readLevels } from '../rules.ts';
import type { Piece } from './propose.ts';

/** People of one piece: the database and the thread read some 200 kB at a time, and nobody waits for either. */
const pageSize = 400;

/** As JSON text, which is handed on as it is: to read it here would keep others waiting. */
type Page = { rows: string | null; last: string | null; count: number };

const avoided = (campaignId: number, own: 'learner' | 'mentor'): Prisma.Sql => {
  const [mine, other] =
    own === 'learner' ? [Prisma.sql`learner_id`, Prisma.sql`mentor_id`] : [Prisma.sql`mentor_id`, Prisma.sql`learner_id`];
  return Prisma.sql`ARRAY(
    SELECT avoided_id FROM mentoring_avoid AS avoid WHERE avoid.guild_id = who.guild_id AND avoid.user_id = who.user_id
    UNION SELECT ${other} FROM campaign_exclusion AS apart WHERE apart.campaign_id = ${campaignId} AND apart.${mine} = who.user_id)`;
};

const said = Prisma.sql`who.themes, who.skill_keys AS skills, who.languages, who.availability, who.time_zone AS zone, who.ways, who.city, who.department`;

type Whose = { guildId: string; id: number };

/** Of which people: those who take part, or these. */
const participants = (id: number, part: 'learner' | 'mentor', after: string): Prisma.Sql => Prisma.sql`
  SELECT user_id FROM campaign_participant
  WHERE campaign_id = ${id} AND part = ${part}::campaign_part AND left_at IS NULL AND user_id > ${after}`;
const these = (ids: readonly string[], after: string): Prisma.Sql =>
  Prisma.sql`SELECT user_id FROM unnest(${[...ids]}::text[]) AS named (user_id) WHERE user_id > ${after}`;

/** Approved mentors among `people`, with the places that no pair of theirs holds, nor one of the proposal that staff fixed. */
const mentorPage = (db: Db, { guildId, id }: Whose, people: Prisma.Sql): Promise<Page[]> => db.$queryRaw<Page[]>`
  SELECT json_agg(one)::text AS rows, max(one.id) AS last, count(*)::int AS count FROM (
    SELECT who.user_id AS id, ${said}, ${avoided(id, 'mentor')} AS avoids,
      greatest(0, who.capacity
        - (SELECT count(*) FROM mentoring_pair AS pair WHERE pair.guild_id = ${guildId} AND pair.mentor_id = who.user_id AND pair.state <> 'ended')
        - (SELECT count(*) FROM campaign_pair AS held WHERE held.campaign_id = ${id} AND held.mentor_id = who.user_id AND held.locked)
      ) AS seats,
      ARRAY(SELECT DISTINCT promo.course_id FROM promo_member AS stay JOIN promo ON promo.id = stay.promo_id
        WHERE stay.guild_id = ${guildId} AND stay.user_id = who.user_id) AS courses,
      who.prefers_courses AS courses_wanted, who.prefers_campuses AS campuses_wanted, who.prefers_stages AS stages_wanted
    FROM (${people} ORDER BY user_id LIMIT ${pageSize}) AS person
    JOIN mentor_profile AS who ON who.guild_id = ${guildId} AND who.user_id = person.user_id AND who.state = 'approved'
  ) AS one`;

/** Learners among `people` who have a request that waits and no mentor. */
const learnerPage = (db: Db, { guildId, id }: Whose, people: Prisma.Sql, now: Date): Promise<Page[]> => db.$queryRaw<Page[]>`
  SELECT json_agg(one)::text AS rows, max(one.id) AS last, count(*)::int AS count FROM (
    SELECT who.user_id AS id, ${said}, ${avoided(id, 'learner')} AS avoids, who.stage, stay.course_id AS course, stay.campus_id AS campus,
      ARRAY(SELECT mentor_id FROM mentoring_preference AS wish WHERE wish.request_id = who.id ORDER BY wish.place) AS preferred,
      greatest(0, extract(epoch FROM ${now}::timestamptz - who.created_at) / 86400)::float8 AS days
    FROM (${people} ORDER BY user_id LIMIT ${pageSize}) AS person
    JOIN mentoring_request AS who ON who.guild_id = ${guildId} AND who.user_id = person.user_id AND who.state = 'waiting'
    LEFT JOIN LATERAL (
      SELECT promo.course_id, promo.campus_id FROM promo_member AS own JOIN promo ON promo.id = own.promo_id
      WHERE own.guild_id = ${guildId} AND own.user_id = who.user_id AND own.part = 'learner' AND own.left_at IS NULL
      ORDER BY promo.id DESC LIMIT 1
    ) AS stay ON true
    WHERE NOT EXISTS (SELECT FROM mentoring_pair AS pair
      WHERE pair.guild_id = ${guildId} AND pair.learner_id = who.user_id AND pair.state <> 'ended')
  ) AS one`;

/** The last of a page of people, who may have no form: pages follow the people, not their forms. */
async function lastOf(db: Db, people: Prisma.Sql): Promise<string | null> {
  const [row] = await db.$queryRaw<{ last: string | null }[]>`
    SELECT max(user_id) AS last FROM (${people} ORDER BY user_id LIMIT ${pageSize}) AS person`;
  return row?.last ?? null;
}

async function* pagesOf(
  db: Db,
  is: 'mentors' | 'learners',
  peopleAfter: (after: string) => Prisma.Sql,
  read: (people: Prisma.Sql) => Promise<Page[]>,
): AsyncGenerator<Piece> {
  for (let after: string | null = ''; after !== null; ) {
    const people = peopleAfter(after);
    const [page] = await read(people);
    if (page?.rows) yield { is, rows: page.rows };
    after = await lastOf(db, people);
  }
}

export type Clocked = { now: Date; timeZone: string };

const orderOf = ({ weights, minScore, first, seed }: MentoringCampaign, { now, timeZone }: Clocked): Piece => ({
  is: 'order',
  order: { weights: readLevels(weights), minScore, first, seed, now: now.toISOString(), timeZone },
});

/** All that `propose` needs. Whom a fixed pair seats is there too: what they would have preferred is told. */
export async function* feedProposal(db: Db, campaign: MentoringCampaign, at: Clocked): AsyncGenerator<Piece> {
  const { id } = campaign;
  yield orderOf(campaign, at);
  const [held] = await db.$queryRaw<{ rows: string | null }[]>`
    SELECT json_agg(json_build_object('learner', learner_id, 'mentor', mentor_id, 'learner_score', learner_score, 'mentor_score', mentor_score, 'score', score) ORDER BY id)::text AS rows
    FROM campaign_pair WHERE campaign_id = ${id} AND locked`;
  if (held?.rows) yield { is: 'held', rows: held.rows };
  yield* pagesOf(
    db,
    'mentors',
    (after) => participants(id, 'mentor', after),
    (people) => mentorPage(db, campaign, people),
  );
  yield* pagesOf(
    db,
    'learners',
    (after) => participants(id, 'learner', after),
    (people) => learnerPage(db, campaign, people, at.now),
  );
}

/** What `fitsOf` needs for these pairs: how rare something is depends on all mentors who take part. */
export async function* feedFits(
  db: Db,
  campaign: MentoringCampaign,
  at: Clocked,
  wanted: readonly { learner: string; mentor: string }[],
): AsyncGenerator<Piece> {
  const { id } = campaign;
  yield orderOf(campaign, at);
  yield { is: 'wanted', rows: JSON.stringify(wanted) };
  const mentorIds = wanted.map(({ mentor }) => mentor);
  const learnerIds = [...new Set(wanted.map(({ learner }) => learner))];
  yield* pagesOf(
    db,
    'mentors',
    (after) => Prisma.sql`SELECT user_id FROM (${participants(id, 'mentor', after)} UNION ${these(mentorIds, after)}) AS either`,
    (people) => mentorPage(db, campaign, people),
  );
  yield* pagesOf(
    db,
    'learners',
    (after) => these(learnerIds, after),
    (people) => learnerPage(db, campaign, people, at.now),
  );
}
