import type { Db, Tx } from '../../../infra/db.ts';
import { isQueued } from '../../../infra/queue.ts';
import { computeTask } from '../wire.ts';
import { type Campaign, type Key, lockCampaign, promiseCard, promiseProposal } from './campaign.ts';
import type { Proposal } from './propose.ts';

/** The campaign whose proposal is to be worked out; null when nobody waits for one. */
export const findClosed = (db: Db, { guildId, id }: Key): Promise<Campaign | null> =>
  db.mentoringCampaign.findFirst({ where: { id, guildId, state: 'closed' } });

/** Longest that keeping a proposal of ten thousand pairs may take. */
const patience = 30_000;

/**
 * Keeps what was worked out for the revision that it was worked out for; when staff changed something meanwhile, their change promised another. What
 * staff fixed stays.
 */
export const keepProposal = (
  db: Db,
  { guildId, id, revision }: Key & { revision: number },
  proposal: readonly Proposal[],
  now: Date,
): Promise<boolean> =>
  db.$transaction(
    async (tx) => {
      const campaign = await lockCampaign(tx, { guildId, id });
      if (campaign.state !== 'closed' || campaign.revision !== revision) return false;
      await tx.campaignPair.deleteMany({ where: { campaignId: id, locked: false } });
      const figures = proposal.find((piece) => piece.is === 'figures')?.figures;
      if (!figures) throw new Error('a proposal without its figures');
      for (const piece of proposal)
        if (piece.is === 'pairs')
          await tx.$executeRaw`
            INSERT INTO campaign_pair (campaign_id, guild_id, learner_id, mentor_id, learner_score, mentor_score, score, reasons, rival_id)
            SELECT ${id}, ${guildId}, learner, mentor, learner_score, mentor_score, score, reasons, rival
            FROM jsonb_to_recordset(${piece.rows}::jsonb) AS found (learner text, mentor text, learner_score float8, mentor_score float8, score float8, reasons jsonb, rival text)
            WHERE EXISTS (SELECT FROM campaign_participant AS person WHERE person.campaign_id = ${id} AND person.user_id = learner AND person.left_at IS NULL)
              AND EXISTS (SELECT FROM campaign_participant AS person WHERE person.campaign_id = ${id} AND person.user_id = mentor AND person.left_at IS NULL)`;
      for (const piece of proposal)
        if (piece.is === 'held')
          await tx.$executeRaw`
            UPDATE campaign_pair AS pair SET rival_id = found.rival
            FROM jsonb_to_recordset(${piece.rows}::jsonb) AS found (learner text, rival text)
            WHERE pair.campaign_id = ${id} AND pair.learner_id = found.learner AND pair.locked`;
      await explain(tx, { guildId, id });
      for (const piece of proposal)
        if (piece.is === 'alone')
          await tx.$executeRaw`
            UPDATE campaign_participant AS person SET why = found.why::campaign_why
            FROM jsonb_to_recordset(${piece.rows}::jsonb) AS found (id text, why text)
            WHERE person.campaign_id = ${id} AND person.user_id = found.id`;
      await tx.mentoringCampaign.update({
        where: { id },
        data: { state: 'preview', computedAt: now, changedAt: null, figures, revision: { increment: 1 } },
      });
      await promiseCard(tx, { guildId, id });
      return true;
    },
    { timeout: patience },
  );

/** Who is in no pair since they did not count: they have a mentor already, or no form. */
export async function explain(tx: Tx, { guildId, id }: Key): Promise<void> {
  await tx.$executeRaw`
    UPDATE campaign_participant AS person SET why = CASE
      WHEN person.part = 'learner' AND EXISTS (SELECT FROM campaign_pair AS found WHERE found.campaign_id = ${id} AND found.learner_id = person.user_id) THEN NULL
      WHEN person.part = 'mentor' AND EXISTS (SELECT FROM campaign_pair AS found WHERE found.campaign_id = ${id} AND found.mentor_id = person.user_id) THEN NULL
      WHEN person.part = 'learner' AND EXISTS (SELECT FROM mentoring_pair AS pair
        WHERE pair.guild_id = ${guildId} AND pair.learner_id = person.user_id AND pair.state <> 'ended') THEN 'paired'::campaign_why
      WHEN person.part = 'learner' AND EXISTS (SELECT FROM mentoring_request AS request
        WHERE request.guild_id = ${guildId} AND request.user_id = person.user_id AND request.state = 'waiting') THEN coalesce(person.why, 'seats'::campaign_why)
      WHEN person.part = 'mentor' AND EXISTS (SELECT FROM mentor_profile AS profile
        WHERE profile.guild_id = ${guildId} AND profile.user_id = person.user_id AND profile.state = 'approved') THEN 'no_learner'::campaign_why
      ELSE 'form'::campaign_why END
    WHERE person.campaign_id = ${id} AND person.left_at IS NULL`;
}

/** Proposals that nobody works out: an abandoned task left them. */
export async function promiseForgotten(tx: Tx): Promise<void> {
  const waiting = await tx.$queryRaw<Key[]>`
    SELECT id, guild_id AS "guildId" FROM mentoring_campaign AS campaign
    WHERE state = 'closed' AND NOT EXISTS (SELECT FROM guild WHERE guild.id = campaign.guild_id AND guild.left_at IS NOT NULL)
    ORDER BY closed_at LIMIT 50`;
  for (const key of waiting) if (!(await isQueued(tx, computeTask, String(key.id)))) await promiseProposal(tx, key);
}

/** The card of staff, which shows that the proposal is ready. */
export async function recordCard(
  db: Db,
  id: number,
  { channelId, messageId }: { channelId: string; messageId: string },
): Promise<void> {
  await db.mentoringCampaign.update({ where: { id }, data: { cardChannelId: channelId, cardMessageId: messageId } });
}
