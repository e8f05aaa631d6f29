import type { CampaignFirst, CampaignPair } from '../../../../prisma/client/client.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { Fit } from '../../../kernel/mentoring.ts';
import { lockMentors } from '../../mentors/service/lock.ts';
import {
  forbiddenPair,
  mentorFull,
  notInProposal,
  notTakingPart,
  sameMentor,
  severalPairs,
  unknownPair,
} from '../messages/refusal.ts';
import { type Campaign, change, getCampaign, lockSeen, type Placed, promiseProposal, type Seen } from './campaign.ts';
import { explain } from './compute.ts';
import type { Wanted } from './propose.ts';

/** What staff change in a proposal before it is published. Each click names the revision that it saw. */

async function pairOf(tx: Db | Tx, campaign: Campaign, row: number): Promise<CampaignPair> {
  const pair = await tx.campaignPair.findFirst({ where: { id: row, campaignId: campaign.id } });
  if (!pair) throw unknownPair();
  return pair;
}

/** Keeps a pair through whatever is computed next, or no longer. Throws as `lockSeen`, `campaigns.unknown_pair`. */
export const holdPair = (db: Db, by: Change, seen: Seen, { row, locked }: { row: number; locked: boolean }): Promise<Placed> =>
  db.$transaction(async (tx) => {
    const campaign = await lockSeen(tx, by, seen, ['preview']);
    const pair = await pairOf(tx, campaign, row);
    await tx.campaignPair.update({ where: { id: pair.id }, data: { locked, ...(!locked && { byHand: false }) } });
    await change(tx, by, campaign, { action: locked ? 'campaigns.lock' : 'campaigns.unlock', targetId: pair.learnerId });
    return getCampaign(tx, { guildId: by.guildId, id: campaign.id });
  });

/** These two are not paired by this campaign. Throws as `holdPair`. */
export const excludePair = (db: Db, by: Change, seen: Seen, row: number): Promise<Placed> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = by;
    const campaign = await lockSeen(tx, by, seen, ['preview']);
    const { id, learnerId, mentorId } = await pairOf(tx, campaign, row);
    await tx.campaignPair.delete({ where: { id } });
    await tx.campaignExclusion.create({ data: { campaignId: campaign.id, guildId, learnerId, mentorId, at: now } });
    await explain(tx, campaign);
    await change(tx, by, campaign, { action: 'campaigns.exclude', targetId: learnerId, data: { changedAt: now } });
    return getCampaign(tx, { guildId, id: campaign.id });
  });

/** They may be paired again. */
export const includePair = (
  db: Db,
  by: Change,
  seen: Seen,
  { learnerId, mentorId }: { learnerId: string; mentorId: string },
): Promise<Placed> =>
  db.$transaction(async (tx) => {
    const campaign = await lockSeen(tx, by, seen, ['preview']);
    const { count } = await tx.campaignExclusion.deleteMany({ where: { campaignId: campaign.id, learnerId, mentorId } });
    if (count === 0) throw unknownPair();
    await change(tx, by, campaign, { action: 'campaigns.include', targetId: learnerId, data: { changedAt: by.now } });
    return getCampaign(tx, { guildId: by.guildId, id: campaign.id });
  });

type Two = { learner: string; mentor: string };

/** Which two pairs a swap would make of this one and that of another person, who learns or accompanies. Throws `campaigns.not_in_proposal`, `campaigns.same_mentor`, `campaigns.several_pairs`. */
export async function swapOf(
  db: Db,
  { guildId, id, row, otherId }: { guildId: string; id: number; row: number; otherId: string },
): Promise<{ campaign: Campaign; wanted: Two[] }> {
  const campaign = await getCampaign(db, { guildId, id });
  const one = await pairOf(db, campaign, row);
  const others = await db.campaignPair.findMany({
    where: { campaignId: id, id: { not: row }, OR: [{ learnerId: otherId }, { mentorId: otherId }] },
    orderBy: { id: 'asc' },
    take: 2,
  });
  const [other] = others;
  if (!other) throw notInProposal();
  if (otherId === one.mentorId) throw sameMentor();
  // Which one of theirs is not for us to say.
  if (others.length > 1) throw severalPairs();
  if (other.mentorId === one.mentorId) throw sameMentor();
  return {
    campaign,
    wanted: [
      { learner: one.learnerId, mentor: other.mentorId },
      { learner: other.learnerId, mentor: one.mentorId },
    ],
  };
}

/** Whether these two may be paired by hand. Throws `campaigns.not_taking_part`. */
export async function handOf(
  db: Db,
  { guildId, id, learner, mentor }: { guildId: string; id: number } & Two,
): Promise<{ campaign: Campaign; wanted: Two[] }> {
  const campaign = await getCampaign(db, { guildId, id });
  const takesPart = await db.campaignParticipant.count({
    where: { campaignId: id, userId: learner, part: 'learner', leftAt: null },
  });
  if (takesPart === 0) throw notTakingPart();
  return { campaign, wanted: [{ learner, mentor }] };
}

const rowOf = (campaign: Campaign, { learner, mentor }: Two, { learnerScore, mentorScore, score, reasons }: Fit) => ({
  campaignId: campaign.id,
  guildId: campaign.guildId,
  learnerId: learner,
  mentorId: mentor,
  learnerScore,
  mentorScore,
  score,
  reasons: [...reasons] as never,
  locked: true,
  byHand: true,
});

/** Mentors who would have more learners than places, with those of this proposal. */
async function isOverrun(tx: Tx, { guildId, id }: Campaign, mentorIds: readonly string[]): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT FROM unnest(${[...mentorIds]}::text[]) AS mentor (id)
      LEFT JOIN mentor_profile AS profile ON profile.guild_id = ${guildId} AND profile.user_id = mentor.id AND profile.state = 'approved'
      WHERE coalesce(profile.capacity, 0)
        < (SELECT count(*) FROM mentoring_pair AS pair WHERE pair.guild_id = ${guildId} AND pair.mentor_id = mentor.id AND pair.state <> 'ended')
        + (SELECT count(*) FROM campaign_pair AS found WHERE found.campaign_id = ${id} AND found.mentor_id = mentor.id)) AS is`;
  return row?.is ?? false;
}

/**
 * Puts these pairs in the place of those that their learners had, and keeps them through whatever is computed next. `wanted` says how well they fit.
 * Throws as `lockSeen`, `campaigns.forbidden_pair`, `campaigns.mentor_full`.
 */
export const fixPairs = (db: Db, by: Change, seen: Seen, wanted: readonly Wanted[]): Promise<Placed> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = by;
    const campaign = await lockSeen(tx, by, seen, ['preview']);
    // Nobody comes in from outside who is being forgotten.
    await lockMentors(
      tx,
      guildId,
      wanted.map(({ mentor }) => mentor),
    );
    const rows = wanted.map((one) => {
      if (!one.fit) throw forbiddenPair();
      return rowOf(campaign, one, one.fit);
    });
    await tx.campaignPair.deleteMany({
      where: { campaignId: campaign.id, learnerId: { in: rows.map(({ learnerId }) => learnerId) } },
    });
    await tx.campaignPair.createMany({ data: rows });
    if (
      await isOverrun(
        tx,
        campaign,
        rows.map(({ mentorId }) => mentorId),
      )
    )
      throw mentorFull();
    await explain(tx, campaign);
    for (const { learnerId } of rows)
      await change(tx, by, campaign, { action: 'campaigns.fix', targetId: learnerId, data: { changedAt: now } });
    return getCampaign(tx, { guildId, id: campaign.id });
  });

/** Works the proposal out again, around what staff fixed and excluded; with another choice of what comes first, if they say so. Throws as `lockSeen`. */
export const recompute = (db: Db, by: Change, seen: Seen, first?: CampaignFirst): Promise<Placed> =>
  db.$transaction(async (tx) => {
    const campaign = await lockSeen(tx, by, seen, ['preview']);
    await change(tx, by, campaign, {
      action: 'campaigns.recompute',
      data: { state: 'closed', ...(first && { first }) },
      after: { first: first ?? campaign.first },
    });
    await promiseProposal(tx, campaign);
    return getCampaign(tx, { guildId: by.guildId, id: campaign.id });
  });
