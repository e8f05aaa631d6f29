import type { Db } from '../../../infra/db.ts';
import type { Campaign, Key } from './campaign.ts';

export const pageSize = 10;

export type Listed = Campaign & { learners: number; mentors: number };
export type CampaignPage = { campaigns: Listed[]; total: number; page: number };

/** Those under way first, then the last ones; `page` begins at 0. */
export async function listCampaigns(db: Db, { guildId, page }: { guildId: string; page: number }): Promise<CampaignPage> {
  const total = await db.mentoringCampaign.count({ where: { guildId } });
  const shown = Math.min(page, Math.max(0, Math.ceil(total / pageSize) - 1));
  const campaigns = await db.mentoringCampaign.findMany({
    where: { guildId },
    orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    skip: shown * pageSize,
    take: pageSize,
  });
  const counts = await countParticipants(
    db,
    campaigns.map(({ id }) => id),
  );
  return { campaigns: campaigns.map((campaign) => ({ ...campaign, ...countsOf(counts, campaign.id) })), total, page: shown };
}

type Counts = ReadonlyMap<number, { learners: number; mentors: number }>;
const countsOf = (counts: Counts, id: number) => counts.get(id) ?? { learners: 0, mentors: 0 };

async function countParticipants(db: Db, ids: readonly number[]): Promise<Counts> {
  const rows = await db.$queryRaw<{ id: number; learners: number; mentors: number }[]>`
    SELECT campaign_id AS id, count(*) FILTER (WHERE part = 'learner')::int AS learners, count(*) FILTER (WHERE part = 'mentor')::int AS mentors
    FROM campaign_participant WHERE campaign_id = ANY (${[...ids]}::integer[]) AND left_at IS NULL GROUP BY campaign_id`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** How many take part, and of how many the form is there: only those count. */
export type Turnout = { learners: number; mentors: number; readyLearners: number; readyMentors: number };

export async function readTurnout(db: Db, { guildId, id }: Key): Promise<Turnout> {
  const [row] = await db.$queryRaw<Turnout[]>`
    SELECT count(*) FILTER (WHERE part = 'learner')::int AS learners, count(*) FILTER (WHERE part = 'mentor')::int AS mentors,
      count(request.id) FILTER (WHERE part = 'learner')::int AS "readyLearners",
      count(profile.user_id) FILTER (WHERE part = 'mentor')::int AS "readyMentors"
    FROM campaign_participant AS person
    LEFT JOIN mentoring_request AS request ON request.guild_id = ${guildId} AND request.user_id = person.user_id AND request.state = 'waiting'
    LEFT JOIN mentor_profile AS profile ON profile.guild_id = ${guildId} AND profile.user_id = person.user_id AND profile.state = 'approved'
    WHERE person.campaign_id = ${id} AND person.left_at IS NULL`;
  return row ?? { learners: 0, mentors: 0, readyLearners: 0, readyMentors: 0 };
}

/** Campaigns that wait for staff: their proposal is ready. */
export const countReady = (db: Db, guildId: string): Promise<number> =>
  db.mentoringCampaign.count({ where: { guildId, state: 'preview' } });
