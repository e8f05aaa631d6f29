import { type Db, lock, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { addDays, type Day, startOf, todayIn } from '../../../kernel/day.ts';
import { day, minute } from '../../../kernel/time.ts';
import { changedMeanwhile, impossibleDays, nothingCounts, notNow, tooManyCampaigns } from '../messages/refusal.ts';
import { countsNothing, dayFault, isRunning, type Levels, lapseDays, mostRunning, usualLevels } from '../rules.ts';
import {
  type Campaign,
  change,
  getCampaign,
  type Key,
  lockCampaign,
  lockSeen,
  type Placed,
  promiseCard,
  promisePlaces,
  promiseProposal,
  promiseTellings,
  type Seen,
} from './campaign.ts';

export type Outline = { name: string; opens: Day; closes: Day; coordinatorId: string | null; minScore: number };

/** The first moment of the opening day, and the last minute of the closing one, where the server is. Throws `campaigns.impossible_days`. */
function momentsOf({ opens, closes }: Outline, { now, timeZone, isOpen }: { now: Date; timeZone: string; isOpen: boolean }) {
  const fault = dayFault({ opens, closes, today: todayIn(timeZone, now), isOpen });
  if (fault) throw impossibleDays(fault);
  return { opensAt: startOf(opens, timeZone), closesAt: new Date(startOf(addDays(closes, 1), timeZone).getTime() - minute) };
}

/** A draft, for all learners until promos are chosen. Throws `campaigns.impossible_days`, `campaigns.too_many`. */
export const createCampaign = (db: Db, by: Change & { timeZone: string }, outline: Outline): Promise<Placed> =>
  db.$transaction(async (tx) => {
    const { guildId, actorId, now, timeZone } = by;
    const moments = momentsOf(outline, { now, timeZone, isOpen: false });
    await lock(tx, `campaigns:${guildId}`);
    const running = await tx.mentoringCampaign.count({ where: { guildId, state: { notIn: ['published', 'cancelled'] } } });
    if (running >= mostRunning) throw tooManyCampaigns(mostRunning);
    const campaign = await tx.mentoringCampaign.create({
      data: {
        guildId,
        name: outline.name,
        ...moments,
        coordinatorId: outline.coordinatorId,
        minScore: outline.minScore,
        weights: usualLevels,
        // Any number will do, so that it stays the same.
        seed: now.getTime() % 1_000_003,
        createdBy: actorId,
        createdAt: now,
        places: { create: [{ promoId: null, name: '' }] },
      },
    });
    await change(tx, by, campaign, { action: 'campaigns.create' });
    return getCampaign(tx, { guildId, id: campaign.id });
  });

/** Of a draft, or of one that is open, whose opening is over. Throws as `lockSeen` and `createCampaign`. */
export const editCampaign = (db: Db, by: Change & { timeZone: string }, seen: Seen, outline: Outline): Promise<Placed> =>
  db.$transaction(async (tx) => {
    const { guildId, now, timeZone } = by;
    const campaign = await lockSeen(tx, by, seen, ['draft', 'open']);
    const isOpen = campaign.state === 'open';
    const { opensAt, closesAt } = momentsOf(outline, { now, timeZone, isOpen });
    const { name, coordinatorId, minScore } = outline;
    await change(tx, by, campaign, {
      action: 'campaigns.edit',
      data: { name, coordinatorId, minScore, closesAt, ...(!isOpen && { opensAt }) },
    });
    // What is posted says the name and the last day.
    if (isOpen) {
      await tx.campaignPlace.updateMany({ where: { campaignId: campaign.id }, data: { shown: null } });
      await promisePlaces(tx, campaign);
    }
    return getCampaign(tx, { guildId, id: campaign.id });
  });

/** Until the proposal is published; one that is computed already is computed again when staff say so. Throws as `lockSeen`, `campaigns.nothing_counts`. */
export const weigh = (db: Db, by: Change, seen: Seen, weights: Levels): Promise<Placed> =>
  db.$transaction(async (tx) => {
    const campaign = await lockSeen(tx, by, seen, ['draft', 'open', 'preview']);
    if (countsNothing(weights)) throw nothingCounts();
    await change(tx, by, campaign, {
      action: 'campaigns.weigh',
      data: { weights, ...(campaign.state === 'preview' && { changedAt: by.now }) },
      after: { weights },
    });
    return getCampaign(tx, { guildId: by.guildId, id: campaign.id });
  });

/** Opens it now when its day has come, else lets it open by itself. Throws as `lockSeen`. */
export const planCampaign = (db: Db, by: Change, seen: Seen): Promise<Placed> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = by;
    const campaign = await lockSeen(tx, by, seen, ['draft']);
    if (campaign.closesAt <= now) throw impossibleDays('past');
    const isDue = campaign.opensAt <= now;
    await change(tx, by, campaign, {
      action: 'campaigns.plan',
      data: { plannedAt: now, ...(isDue && { state: 'open', openedAt: now }) },
    });
    if (isDue) await promisePlaces(tx, campaign);
    return getCampaign(tx, { guildId, id: campaign.id });
  });

/** From here on nobody joins, and the proposal is worked out. */
async function shut(tx: Tx, campaign: Campaign, now: Date): Promise<void> {
  const { guildId, id } = campaign;
  await tx.mentoringCampaign.update({
    where: { id },
    data: { state: 'closed', closedAt: now, revision: { increment: 1 } },
  });
  await promiseProposal(tx, campaign);
  await promisePlaces(tx, { guildId, id });
}

/** Before its day. Throws as `lockSeen`. */
export const closeCampaign = (db: Db, by: Change, seen: Seen): Promise<Placed> =>
  db.$transaction(async (tx) => {
    const campaign = await lockSeen(tx, by, seen, ['open']);
    await change(tx, by, campaign, { action: 'campaigns.close', after: { state: 'closed' } });
    await shut(tx, campaign, by.now);
    return getCampaign(tx, { guildId: by.guildId, id: campaign.id });
  });

/** Whoever took part is told; nobody is paired. Throws as `lockSeen`. */
export const cancelCampaign = (db: Db, by: Change, { id, revision }: Seen): Promise<Placed> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = by;
    const campaign = await lockCampaign(tx, { guildId, id });
    if (!isRunning(campaign.state)) throw notNow();
    if (campaign.revision !== revision) throw changedMeanwhile();
    await change(tx, by, campaign, { action: 'campaigns.cancel', data: { state: 'cancelled', endedAt: now } });
    await tx.campaignPair.deleteMany({ where: { campaignId: id } });
    if (campaign.state !== 'draft') {
      await promisePlaces(tx, campaign);
      await promiseTellings(tx, campaign);
    }
    if (campaign.cardMessageId !== null) await promiseCard(tx, campaign);
    return getCampaign(tx, { guildId, id });
  });

/** Nobody published it: whoever took part is told, and staff, in their channel. */
async function lapse(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - lapseDays * day);
  const forgotten = await tx.$queryRaw<Key[]>`
    SELECT id, guild_id AS "guildId" FROM mentoring_campaign
    WHERE state IN ('closed', 'preview') AND closed_at <= ${before} AND greatest(closed_at, computed_at, changed_at) <= ${before}
    ORDER BY id LIMIT 20 FOR UPDATE SKIP LOCKED`;
  for (const key of forgotten) {
    await tx.mentoringCampaign.update({
      where: { id: key.id },
      // Its card is posted anew: an edit tells nobody.
      data: {
        state: 'cancelled',
        endedAt: now,
        lapsed: true,
        revision: { increment: 1 },
        cardChannelId: null,
        cardMessageId: null,
      },
    });
    await tx.campaignPair.deleteMany({ where: { campaignId: key.id } });
    await promisePlaces(tx, key);
    await promiseTellings(tx, key);
    await promiseCard(tx, key);
  }
}

/** Opens, closes and ends what is due, a little at a time. */
export async function keepDates(tx: Tx, now: Date): Promise<void> {
  const opening = await tx.$queryRaw<Key[]>`
    SELECT id, guild_id AS "guildId" FROM mentoring_campaign
    WHERE state = 'draft' AND planned_at IS NOT NULL AND opens_at <= ${now} ORDER BY id LIMIT 50 FOR UPDATE SKIP LOCKED`;
  for (const key of opening) {
    await tx.mentoringCampaign.update({
      where: { id: key.id },
      data: { state: 'open', openedAt: now, revision: { increment: 1 } },
    });
    await promisePlaces(tx, key);
  }
  const closing = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM mentoring_campaign WHERE state = 'open' AND closes_at <= ${now} ORDER BY id LIMIT 50 FOR UPDATE SKIP LOCKED`;
  for (const { id } of closing) await shut(tx, await tx.mentoringCampaign.findUniqueOrThrow({ where: { id } }), now);
  await lapse(tx, now);
}
