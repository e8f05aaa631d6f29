import type { CampaignPlace, CampaignProblem, CampaignState } from '../../../../prisma/client/client.ts';
import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { countReachable, type Reachable, reachablePromos } from '../../promos/service/audience.ts';
import { noPromo, notNow } from '../messages/refusal.ts';
import { shownOf } from '../rules.ts';
import { placeTask } from '../wire.ts';
import { type Campaign, change, getCampaign, type Key, lockCampaign, type Placed, promiseCard } from './campaign.ts';

export const choiceSize = 25;

export type Choices = {
  campaign: Campaign;
  promos: (Reachable & { isChosen: boolean })[];
  chosen: number;
  total: number;
  page: number;
};

async function choicesOf(tx: Db | Tx, campaign: Placed, page: number): Promise<Choices> {
  const { guildId } = campaign;
  const total = await countReachable(tx, { guildId });
  if (total === 0) throw noPromo();
  const shown = Math.min(page, Math.ceil(total / choiceSize) - 1);
  const promos = await reachablePromos(tx, { guildId }, { limit: choiceSize, offset: shown * choiceSize, order: 'creation' });
  const chosen = new Set(campaign.places.flatMap(({ promoId }) => promoId ?? []));
  return {
    campaign,
    promos: promos.map((promo) => ({ ...promo, isChosen: chosen.has(promo.id) })),
    chosen: chosen.size,
    total,
    page: shown,
  };
}

/** A page of the promos for which a draft may be; `page` begins at 0. Throws `campaigns.unknown`, `campaigns.not_now`, `campaigns.no_promo`. */
export async function readChoices(db: Db, key: Key, page: number): Promise<Choices> {
  const campaign = await getCampaign(db, key);
  if (campaign.state !== 'draft') throw notNow();
  return choicesOf(db, campaign, page);
}

/** Chooses promos among those that were shown, from the `first` to the `last`; all others stay as they are. Throws as `readChoices`. */
export const choosePromos = (
  db: Db,
  by: Change,
  { id, page, first, last, chosen }: { id: number; page: number; first: number; last: number; chosen: readonly number[] },
): Promise<Choices> =>
  db.$transaction(async (tx) => {
    const { guildId } = by;
    const campaign = await lockCampaign(tx, { guildId, id });
    if (campaign.state !== 'draft') throw notNow();
    const promos = await reachablePromos(tx, { guildId, between: { first, last } }, { limit: choiceSize, order: 'creation' });
    await tx.campaignPlace.deleteMany({ where: { campaignId: id, promoId: { in: promos.map((promo) => promo.id) } } });
    const added = promos.filter((promo) => chosen.includes(promo.id));
    await tx.campaignPlace.createMany({ data: added.map((promo) => ({ campaignId: id, promoId: promo.id, name: promo.name })) });
    await change(tx, by, campaign, { action: 'campaigns.choose_promos', after: { promos: added.length } });
    return choicesOf(tx, await getCampaign(tx, { guildId, id }), page);
  });

/** A place with its campaign; null when it was forgotten. */
export const findPlace = (
  db: Db,
  { guildId, placeId }: { guildId: string; placeId: number },
): Promise<(CampaignPlace & { campaign: Campaign }) | null> =>
  db.campaignPlace.findFirst({ where: { id: placeId, campaign: { guildId } }, include: { campaign: true } });

/** The message of a place, and of which state it speaks. */
export async function recordShown(
  db: Db,
  { placeId, state, ...at }: { placeId: number; state: CampaignState; channelId: string | null; messageId: string | null },
): Promise<void> {
  await db.campaignPlace.update({ where: { id: placeId }, data: { ...at, shown: shownOf(state), problem: null } });
}

/** Its channel was deleted: it is looked for again. */
export async function recordGone(db: Db, placeId: number): Promise<void> {
  await db.campaignPlace.update({ where: { id: placeId }, data: { channelId: null, messageId: null, problem: 'gone' } });
}

/** Discord refuses: staff see it with the campaign. */
export async function recordProblem(db: Db, placeId: number, problem: CampaignProblem): Promise<void> {
  await db.campaignPlace.update({ where: { id: placeId }, data: { problem } });
}

/** Places whose message lags behind what the campaign says: what an abandoned task left, or where Discord refused. */
export async function promiseLate(tx: Tx): Promise<void> {
  const late = await tx.$queryRaw<{ guildId: string; placeId: number }[]>`
    SELECT campaign.guild_id AS "guildId", place.id AS "placeId"
    FROM mentoring_campaign AS campaign JOIN campaign_place AS place ON place.campaign_id = campaign.id
    WHERE campaign.state <> 'draft' AND (campaign.state = 'open' OR place.message_id IS NOT NULL)
      AND place.shown IS DISTINCT FROM CASE campaign.state WHEN 'preview' THEN 'closed' ELSE campaign.state END
      AND NOT EXISTS (SELECT FROM guild WHERE guild.id = campaign.guild_id AND guild.left_at IS NOT NULL)
    LIMIT 500`;
  await enqueueAll(
    tx,
    placeTask,
    late.map((payload) => ({ payload, key: String(payload.placeId) })),
  );
}

/** The channel of mentoring is another one: campaigns that are open ask there. */
export async function promiseMoved(tx: Tx, guildId: string): Promise<void> {
  const moved = await tx.$queryRaw<{ placeId: number }[]>`
    UPDATE campaign_place AS place SET shown = NULL, problem = NULL FROM mentoring_campaign AS campaign
    WHERE campaign.id = place.campaign_id AND campaign.guild_id = ${guildId} AND campaign.state = 'open' AND place.promo_id IS NULL
    RETURNING place.id AS "placeId"`;
  await enqueueAll(
    tx,
    placeTask,
    moved.map(({ placeId }) => ({ payload: { guildId, placeId }, key: String(placeId) })),
  );
}

/** The channel of staff is another one: the cards of what is under way come there. */
export async function promiseCards(tx: Tx, guildId: string): Promise<void> {
  const waiting = await tx.mentoringCampaign.findMany({
    where: { guildId, OR: [{ state: 'preview' }, { state: 'closed', cardMessageId: { not: null } }] },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id } of waiting) await promiseCard(tx, { guildId, id });
}
