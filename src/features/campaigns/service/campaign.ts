import type { CampaignPlace, MentoringCampaign, Prisma } from '../../../../prisma/client/client.ts';
import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { changedMeanwhile, notNow, unknownCampaign } from '../messages/refusal.ts';
import { cardTask, computeTask, placeTask, tellTask } from '../wire.ts';

export type Campaign = MentoringCampaign;
/** A campaign with the places where it asks people to take part. */
export type Placed = Campaign & { places: CampaignPlace[] };

export type Key = { guildId: string; id: number };
/** With the revision that the click saw. */
export type Seen = { id: number; revision: number };

/** Throws `campaigns.unknown`. */
export async function getCampaign(db: Db | Tx, { guildId, id }: Key): Promise<Placed> {
  const found = await db.mentoringCampaign.findFirst({
    where: { id, guildId },
    include: { places: { orderBy: [{ promoId: { sort: 'asc', nulls: 'first' } }] } },
  });
  if (!found) throw unknownCampaign();
  return found;
}

/** Nobody else changes it until the transaction ends. Throws `campaigns.unknown`. */
export async function lockCampaign(tx: Tx, key: Key): Promise<Placed> {
  await tx.$queryRaw`SELECT id FROM mentoring_campaign WHERE id = ${key.id} FOR UPDATE`;
  return getCampaign(tx, key);
}

/** The same as the click saw it, in one of these states. Throws `campaigns.unknown`, `campaigns.not_now`, `campaigns.changed`. */
export async function lockSeen(
  tx: Tx,
  { guildId }: Pick<Change, 'guildId'>,
  { id, revision }: Seen,
  states: readonly Campaign['state'][],
): Promise<Placed> {
  const campaign = await lockCampaign(tx, { guildId, id });
  if (!states.includes(campaign.state)) throw notNow();
  if (campaign.revision !== revision) throw changedMeanwhile();
  return campaign;
}

/** Writes a change of staff, by which clicks that saw less are told so, and the line of the log that says who made it. */
export async function change(
  tx: Tx,
  { guildId, actorId, now }: Change,
  campaign: Campaign,
  {
    action,
    data = {},
    targetId,
    after,
  }: {
    action: `campaigns.${string}`;
    data?: Prisma.MentoringCampaignUpdateInput;
    targetId?: string;
    after?: Record<string, unknown>;
  },
): Promise<void> {
  await tx.mentoringCampaign.update({ where: { id: campaign.id }, data: { ...data, revision: { increment: 1 } } });
  await audit(tx, {
    guildId,
    actorId,
    action,
    subject: `campaign:${campaign.id}`,
    before: { state: campaign.state },
    after: { state: data.state ?? campaign.state, ...after },
    ...(targetId !== undefined && { targetId }),
    at: now,
  });
}

export const promiseCard = (tx: Tx, { guildId, id }: Key): Promise<void> =>
  enqueue(tx, cardTask, { guildId, campaignId: id }, { key: String(id) });

export const promiseProposal = (tx: Tx, { guildId, id }: Key): Promise<void> =>
  enqueue(tx, computeTask, { guildId, campaignId: id }, { key: String(id) });

/** Those of a server follow each other: hundreds of messages must not hold what somebody waits for. */
const queueOf = (guildId: string): string => `campaigns:${guildId}`;

/** Its messages, in every place, are brought to what it says now. */
export async function promisePlaces(tx: Tx, { guildId, id }: Key): Promise<void> {
  const places = await tx.campaignPlace.findMany({ where: { campaignId: id }, select: { id: true } });
  await enqueueAll(
    tx,
    placeTask,
    places.map((place) => ({ payload: { guildId, placeId: place.id }, key: String(place.id), queue: queueOf(guildId) })),
  );
}

/** People promised at once. */
const batch = 500;

/** Everybody who took part is told what came of it, once, and so is a mentor whom staff put into a pair from outside. */
export async function promiseTellings(tx: Tx, { guildId, id }: Key): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const people: { userId: string }[] = await tx.$queryRaw`
      SELECT user_id AS "userId" FROM campaign_participant WHERE campaign_id = ${id} AND left_at IS NULL AND user_id > ${after}
      UNION SELECT mentor_id FROM campaign_pair WHERE campaign_id = ${id} AND mentor_id > ${after}
      ORDER BY 1 LIMIT ${batch}`;
    await enqueueAll(
      tx,
      tellTask,
      people.map(({ userId }) => ({
        payload: { guildId, campaignId: id, userId },
        key: `${id}:${userId}`,
        queue: queueOf(guildId),
      })),
    );
    after = people.length === batch ? people.at(-1)?.userId : undefined;
  }
}
