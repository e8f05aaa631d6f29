import type { CampaignPair, CampaignPart, CampaignWhy } from '../../../../prisma/client/client.ts';
import type { Db } from '../../../infra/db.ts';
import { type Reason, type Slot, slots, weeklyHours } from '../../../kernel/mentoring.ts';
import { readMatched } from '../../mentoring/service/matched.ts';
import { offsets } from '../../mentoring/service/matcher.ts';
import { unknownPair } from '../messages/refusal.ts';
import { pairsOnPage, peopleOnPage } from '../rules.ts';
import { type Campaign, getCampaign, type Key, type Placed } from './campaign.ts';

/** What staff read of a proposal, page by page. */

export type Shown = Omit<CampaignPair, 'reasons'> & {
  reasons: readonly Reason[];
  learnerName: string | null;
  mentorName: string | null;
};

/** Parts of the week are kept as the learner's clock has them; staff read them on that of the server. Null: these are the same. */
async function serverTimes(
  db: Db,
  { guildId, computedAt, createdAt }: Campaign,
  pairs: readonly CampaignPair[],
): Promise<(pair: CampaignPair) => readonly Slot[] | null> {
  const elsewhere = await db.$queryRaw<{ userId: string; timeZone: string }[]>`
    SELECT request.user_id AS "userId", guild.time_zone AS "timeZone" FROM mentoring_request AS request JOIN guild ON guild.id = request.guild_id
    WHERE request.guild_id = ${guildId} AND request.user_id = ANY (${pairs.map(({ learnerId }) => learnerId)}::text[])
      AND request.state = 'waiting' AND request.time_zone <> guild.time_zone`;
  const [first] = elsewhere;
  if (!first) return () => null;
  const far = new Set(elsewhere.map(({ userId }) => userId));
  const shown = pairs.filter(({ learnerId }) => far.has(learnerId));
  const now = computedAt ?? createdAt;
  const { mentors, learners } = await readMatched(db, guildId, {
    mentorIds: shown.map(({ mentorId }) => mentorId),
    learnerIds: [...far],
    now,
  });
  const hours = new Map([...mentors, ...learners].map((person) => [person.id, person.hours]));
  const offset = offsets(now)(first.timeZone);
  return ({ learnerId, mentorId }) => {
    if (!far.has(learnerId)) return null;
    const [one, other] = [hours.get(learnerId), hours.get(mentorId)];
    return slots.filter((slot) => [...weeklyHours([slot], offset)].some((hour) => one?.has(hour) && other?.has(hour)));
  };
}

/** What people are called, for menus, where a mention would be a number. */
async function named(db: Db, campaign: Campaign, pairs: readonly CampaignPair[]): Promise<Shown[]> {
  const { guildId } = campaign;
  const ids = pairs.flatMap(({ learnerId, mentorId }) => [learnerId, mentorId]);
  const found = await db.$queryRaw<{ userId: string; name: string }[]>`
    SELECT user_id AS "userId", CASE WHEN identified_at IS NULL THEN display_name ELSE concat_ws(' ', first_name, last_name) END AS name
    FROM member WHERE guild_id = ${guildId} AND user_id = ANY (${ids}::text[])`;
  const names = new Map(found.map(({ userId, name }) => [userId, name]));
  const timesOf = await serverTimes(db, campaign, pairs);
  return pairs.map((pair) => ({
    ...pair,
    reasons: (pair.reasons as unknown as readonly Reason[]).map((reason) =>
      reason.part === 'time' ? { ...reason, items: timesOf(pair) ?? reason.items } : reason,
    ),
    learnerName: names.get(pair.learnerId) ?? null,
    mentorName: names.get(pair.mentorId) ?? null,
  }));
}

export type PairPage = { campaign: Campaign; pairs: Shown[]; total: number; page: number };

/** The least sure ones first: they are what staff look at. */
export async function readPairs(db: Db, key: Key, page: number): Promise<PairPage> {
  const campaign = await getCampaign(db, key);
  const where = { campaignId: key.id };
  const total = await db.campaignPair.count({ where });
  const shown = Math.min(page, Math.max(0, Math.ceil(total / pairsOnPage) - 1));
  const pairs = await db.campaignPair.findMany({
    where,
    orderBy: [{ score: 'asc' }, { id: 'asc' }],
    skip: shown * pairsOnPage,
    take: pairsOnPage,
  });
  return { campaign, pairs: await named(db, campaign, pairs), total, page: shown };
}

/** Throws `campaigns.unknown_pair`. */
export async function readPair(db: Db, key: Key, row: number): Promise<{ campaign: Placed; pair: Shown }> {
  const campaign = await getCampaign(db, key);
  const found = await db.campaignPair.findFirst({ where: { id: row, campaignId: key.id } });
  const [pair] = found ? await named(db, campaign, [found]) : [];
  if (!pair) throw unknownPair();
  return { campaign, pair };
}

export type Alone = { userId: string; part: CampaignPart; why: CampaignWhy };
export type AlonePage = {
  campaign: Campaign;
  people: Alone[];
  whys: ReadonlyMap<CampaignWhy, number>;
  total: number;
  page: number;
};

/** Who is in no pair and why: learners first, by reason. */
export async function readAlone(db: Db, key: Key, page: number): Promise<AlonePage> {
  const campaign = await getCampaign(db, key);
  const where = { campaignId: key.id, leftAt: null, why: { not: null } };
  const grouped = await db.campaignParticipant.groupBy({ by: ['why'], where, _count: true, orderBy: { why: 'asc' } });
  const whys = new Map(grouped.flatMap(({ why, _count }) => (why ? [[why, _count] as const] : [])));
  const total = [...whys.values()].reduce((sum, count) => sum + count, 0);
  const shown = Math.min(page, Math.max(0, Math.ceil(total / peopleOnPage) - 1));
  const rows = await db.campaignParticipant.findMany({
    where,
    orderBy: [{ part: 'asc' }, { why: 'asc' }, { userId: 'asc' }],
    skip: shown * peopleOnPage,
    take: peopleOnPage,
    select: { userId: true, part: true, why: true },
  });
  const people = rows.flatMap(({ why, ...person }) => (why ? [{ ...person, why }] : []));
  return { campaign, people, whys, total, page: shown };
}

export type ExcludedPage = {
  campaign: Campaign;
  excluded: { learnerId: string; mentorId: string; learnerName: string | null; mentorName: string | null }[];
  total: number;
  page: number;
};

export async function readExcluded(db: Db, key: Key, page: number): Promise<ExcludedPage> {
  const campaign = await getCampaign(db, key);
  const where = { campaignId: key.id };
  const total = await db.campaignExclusion.count({ where });
  const shown = Math.min(page, Math.max(0, Math.ceil(total / peopleOnPage) - 1));
  const excluded = await db.$queryRaw<ExcludedPage['excluded']>`
    SELECT apart.learner_id AS "learnerId", apart.mentor_id AS "mentorId", learner.display_name AS "learnerName", mentor.display_name AS "mentorName"
    FROM campaign_exclusion AS apart
    LEFT JOIN member AS learner ON learner.guild_id = apart.guild_id AND learner.user_id = apart.learner_id
    LEFT JOIN member AS mentor ON mentor.guild_id = apart.guild_id AND mentor.user_id = apart.mentor_id
    WHERE apart.campaign_id = ${key.id} ORDER BY apart.at, apart.learner_id, apart.mentor_id LIMIT ${peopleOnPage} OFFSET ${shown * peopleOnPage}`;
  return { campaign, excluded, total, page: shown };
}

/** What is true of a proposal at this moment, whatever staff changed since it was computed. */
export type Now = { pairs: number; mean: number; least: number; held: number; excluded: number; alone: number };

export async function readNow(db: Db, key: Key): Promise<{ campaign: Placed; now: Now }> {
  const campaign = await getCampaign(db, key);
  const [row] = await db.$queryRaw<Now[]>`
    SELECT count(*)::int AS pairs, coalesce(avg(score), 0)::float8 AS mean, coalesce(min(score), 0)::float8 AS least,
      count(*) FILTER (WHERE locked)::int AS held,
      (SELECT count(*)::int FROM campaign_exclusion WHERE campaign_id = ${key.id}) AS excluded,
      (SELECT count(*)::int FROM campaign_participant WHERE campaign_id = ${key.id} AND left_at IS NULL AND part = 'learner' AND why IS NOT NULL) AS alone
    FROM campaign_pair WHERE campaign_id = ${key.id}`;
  return { campaign, now: row ?? { pairs: 0, mean: 0, least: 0, held: 0, excluded: 0, alone: 0 } };
}

/** What one person is told once it is published: whom they are with, and why. */
export async function pairsOfPerson(db: Db, { id, userId }: { id: number; userId: string }): Promise<CampaignPair[]> {
  return db.campaignPair.findMany({
    where: { campaignId: id, OR: [{ learnerId: userId }, { mentorId: userId }] },
    orderBy: { id: 'asc' },
  });
}
