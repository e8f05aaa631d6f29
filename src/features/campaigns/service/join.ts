import type { CampaignPart, CampaignParticipant } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Locale } from '../../../kernel/text.ts';
import { day } from '../../../kernel/time.ts';
import { alreadyAccompanied, notForYou, notOpen } from '../messages/refusal.ts';
import { remindDays } from '../rules.ts';
import { remindTask } from '../wire.ts';
import { type Campaign, getCampaign, type Key } from './campaign.ts';

export type Person = { guildId: string; userId: string };

/** Where somebody stands in a campaign. `isReady`: their form is there, so they count. */
export type Standing = { campaign: Campaign; part: CampaignPart; isReady: boolean };

/** True for a learner with a request that waits, and for a mentor who is approved. */
async function isReady(tx: Db | Tx, { guildId, userId }: Person, part: CampaignPart): Promise<boolean> {
  if (part === 'learner') return (await tx.mentoringRequest.count({ where: { guildId, userId, state: 'waiting' } })) > 0;
  return (await tx.mentorProfile.count({ where: { guildId, userId, state: 'approved' } })) > 0;
}

/** Nobody can be matched who has a mentor already. */
export const isPaired = async (tx: Db | Tx, { guildId, userId }: Person): Promise<boolean> =>
  (await tx.mentoringPair.count({ where: { guildId, learnerId: userId, state: { not: 'ended' } } })) > 0;

/** Whoever learns in one of its promos; anybody who learns when none was chosen. */
async function isFor(tx: Tx, campaignId: number, { guildId, userId }: Person): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT NOT EXISTS (SELECT FROM campaign_place WHERE campaign_id = ${campaignId} AND promo_id IS NOT NULL)
      OR EXISTS (SELECT FROM campaign_place AS place JOIN promo_member AS stay ON stay.promo_id = place.promo_id
        WHERE place.campaign_id = ${campaignId} AND stay.guild_id = ${guildId} AND stay.user_id = ${userId}
          AND stay.part = 'learner' AND stay.left_at IS NULL) AS is`;
  return row?.is ?? false;
}

/**
 * Takes part until the close; a second time changes nothing but the part. Throws `campaigns.unknown`, `campaigns.not_open`, and for learners
 * `campaigns.not_for_you`, `campaigns.already_paired`.
 */
export const join = (
  db: Db,
  { guildId, userId, locale, now }: Person & { locale: Locale; now: Date },
  { id, part }: { id: number; part: CampaignPart },
): Promise<Standing> =>
  db.$transaction(async (tx) => {
    // The close waits for those who are joining, and they for nobody.
    await tx.$queryRaw`SELECT id FROM mentoring_campaign WHERE id = ${id} FOR SHARE`;
    const campaign = await getCampaign(tx, { guildId, id });
    if (campaign.state !== 'open' || campaign.closesAt <= now) throw notOpen();
    if (part === 'learner') {
      if (!(await isFor(tx, id, { guildId, userId }))) throw notForYou();
      if (await isPaired(tx, { guildId, userId })) throw alreadyAccompanied();
    }
    await tx.$executeRaw`
      INSERT INTO campaign_participant (campaign_id, guild_id, user_id, part, locale, joined_at)
      VALUES (${id}, ${guildId}, ${userId}, ${part}::campaign_part, ${locale}, ${now})
      ON CONFLICT (campaign_id, user_id) DO UPDATE SET part = excluded.part, locale = excluded.locale, left_at = NULL,
        joined_at = CASE WHEN campaign_participant.left_at IS NULL THEN campaign_participant.joined_at ELSE excluded.joined_at END`;
    return { campaign, part, isReady: await isReady(tx, { guildId, userId }, part) };
  });

/** Until the close. Throws `campaigns.unknown`, `campaigns.not_open`. */
export const leave = (db: Db, { guildId, userId, now }: Person & { now: Date }, id: number): Promise<Campaign> =>
  db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM mentoring_campaign WHERE id = ${id} FOR SHARE`;
    const campaign = await getCampaign(tx, { guildId, id });
    if (campaign.state !== 'open') throw notOpen();
    await tx.campaignParticipant.updateMany({ where: { campaignId: id, userId, leftAt: null }, data: { leftAt: now } });
    return campaign;
  });

/** The part that they take now; null when they do not. */
export const findPart = async (db: Db, { guildId, userId }: Person, id: number): Promise<CampaignPart | null> =>
  (await db.campaignParticipant.findFirst({ where: { campaignId: id, guildId, userId, leftAt: null } }))?.part ?? null;

export type Open = Campaign & { part: CampaignPart | null; isReady: boolean; isPaired: boolean };

/** Campaigns that this person may join now, and those that they joined, soonest over first. */
export async function openFor(
  db: Db,
  { guildId, userId, isMentor, isLearner, now }: Person & { isMentor: boolean; isLearner: boolean; now: Date },
): Promise<Open[]> {
  const rows = await db.$queryRaw<{ id: number; part: CampaignPart | null; ready: boolean; paired: boolean }[]>`
    SELECT campaign.id, person.part,
      person.part = 'learner' AND EXISTS (SELECT FROM mentoring_pair AS pair
        WHERE pair.guild_id = ${guildId} AND pair.learner_id = ${userId} AND pair.state <> 'ended') AS paired,
      CASE person.part WHEN 'learner' THEN EXISTS (SELECT FROM mentoring_request AS request
          WHERE request.guild_id = ${guildId} AND request.user_id = ${userId} AND request.state = 'waiting')
        WHEN 'mentor' THEN EXISTS (SELECT FROM mentor_profile AS profile
          WHERE profile.guild_id = ${guildId} AND profile.user_id = ${userId} AND profile.state = 'approved')
        ELSE false END AS ready
    FROM mentoring_campaign AS campaign
    LEFT JOIN campaign_participant AS person ON person.campaign_id = campaign.id AND person.user_id = ${userId} AND person.left_at IS NULL
    WHERE campaign.guild_id = ${guildId} AND campaign.state = 'open' AND campaign.closes_at > ${now} AND (
      person.user_id IS NOT NULL OR ${isMentor} OR (${isLearner}
        AND NOT EXISTS (SELECT FROM mentoring_pair AS pair WHERE pair.guild_id = ${guildId} AND pair.learner_id = ${userId} AND pair.state <> 'ended')
        AND (NOT EXISTS (SELECT FROM campaign_place AS place WHERE place.campaign_id = campaign.id AND place.promo_id IS NOT NULL)
          OR EXISTS (SELECT FROM campaign_place AS place JOIN promo_member AS stay ON stay.promo_id = place.promo_id
            WHERE place.campaign_id = campaign.id AND stay.guild_id = ${guildId} AND stay.user_id = ${userId} AND stay.part = 'learner' AND stay.left_at IS NULL))))
    ORDER BY campaign.closes_at, campaign.id LIMIT 5`;
  const campaigns = await db.mentoringCampaign.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  return rows.flatMap(({ id, part, ready, paired }) => {
    const campaign = campaigns.find((one) => one.id === id);
    return campaign ? [{ ...campaign, part, isReady: ready, isPaired: paired ?? false }] : [];
  });
}

/** Those whose form is missing two days before the close are reminded of it, once. */
export async function promiseReminders(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<{ guildId: string; campaignId: number; userId: string }[]>`
    UPDATE campaign_participant AS person SET reminded_at = ${now}
    FROM mentoring_campaign AS campaign
    WHERE campaign.id = person.campaign_id AND campaign.state = 'open' AND campaign.closes_at <= ${new Date(now.getTime() + remindDays * day)}
      AND campaign.closes_at > ${now} AND person.left_at IS NULL AND person.reminded_at IS NULL AND person.joined_at <= ${new Date(now.getTime() - day)}
      AND CASE person.part WHEN 'learner' THEN NOT EXISTS (SELECT FROM mentoring_request AS request
          WHERE request.guild_id = person.guild_id AND request.user_id = person.user_id AND request.state = 'waiting')
          AND NOT EXISTS (SELECT FROM mentoring_pair AS pair
            WHERE pair.guild_id = person.guild_id AND pair.learner_id = person.user_id AND pair.state <> 'ended')
        ELSE NOT EXISTS (SELECT FROM mentor_profile AS profile
          WHERE profile.guild_id = person.guild_id AND profile.user_id = person.user_id AND profile.state = 'approved') END
    RETURNING person.guild_id AS "guildId", person.campaign_id AS "campaignId", person.user_id AS "userId"`;
  await enqueueAll(
    tx,
    remindTask,
    due.map((payload) => ({
      payload,
      key: `${payload.campaignId}:${payload.userId}`,
      queue: `campaigns:${payload.guildId}`,
    })),
  );
}

export type Told = Pick<CampaignParticipant, 'part' | 'locale' | 'why'> & {
  campaign: Campaign;
  isReady: boolean;
  isPaired: boolean;
};

/** Somebody whom a campaign concerns, for what they are told: who takes part, and a mentor whom staff put into a pair from outside. Null when either was forgotten. */
export async function findParticipant(db: Db, { guildId, id, userId }: Key & { userId: string }): Promise<Told | null> {
  const found = await db.campaignParticipant.findFirst({
    where: { campaignId: id, guildId, userId, leftAt: null },
    include: { campaign: true },
  });
  if (found) {
    const person = { guildId, userId };
    const paired = found.part === 'learner' && (await isPaired(db, person));
    return { ...found, isReady: await isReady(db, person, found.part), isPaired: paired };
  }
  const [campaign, put, profile] = await Promise.all([
    db.mentoringCampaign.findFirst({ where: { id, guildId } }),
    db.campaignPair.count({ where: { campaignId: id, mentorId: userId } }),
    db.mentorProfile.findUnique({ where: { guildId_userId: { guildId, userId } }, select: { locale: true } }),
  ]);
  if (!campaign || put === 0) return null;
  return { campaign, part: 'mentor', locale: profile?.locale ?? 'fr', why: null, isReady: true, isPaired: false };
}
