import type { Db, Tx } from '../../../infra/db.ts';
import { enqueueAll } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { mentorChanged } from '../../../kernel/mentoring.ts';
import { minute } from '../../../kernel/time.ts';
import { closeRequests } from '../../mentoring/service/request.ts';
import type { Obstacle } from '../../pairs/service/check.ts';
import { openPairs } from '../../pairs/service/many.ts';
import { alreadyPublished, changedMeanwhile, nothingToPublish, notNow } from '../messages/refusal.ts';
import {
  change,
  getCampaign,
  lockCampaign,
  type Placed,
  promiseCard,
  promisePlaces,
  promiseTellings,
  type Seen,
} from './campaign.ts';

export type Changed = { mentorId: string; learnerId: string; why: Obstacle['why'] | 'request_gone' };

/** `isDone: false`: nothing was written, since these pairs are no longer possible. `isUnled`: whom the campaign named may no longer look after its pairs. */
export type Publication =
  | { isDone: true; campaign: Placed; isUnled: boolean }
  | { isDone: false; campaign: Placed; changed: Changed[] };

/** Longest that ten thousand pairs, with a message each to promise, may take; five hundred take a second. */
const patience = 2 * minute;

/** A learner whose request is no longer there. Staff who paired somebody by hand did so with a request too. */
const withoutRequest = (tx: Tx, { guildId, id }: { guildId: string; id: number }): Promise<Changed[]> => tx.$queryRaw<Changed[]>`
  SELECT pair.mentor_id AS "mentorId", pair.learner_id AS "learnerId", 'request_gone' AS why FROM campaign_pair AS pair
  WHERE pair.campaign_id = ${id} AND NOT EXISTS (SELECT FROM mentoring_request AS request
    WHERE request.guild_id = ${guildId} AND request.user_id = pair.learner_id AND request.state = 'waiting')
    AND NOT EXISTS (SELECT FROM mentoring_pair AS other
      WHERE other.guild_id = ${guildId} AND other.learner_id = pair.learner_id AND other.state <> 'ended')
  ORDER BY pair.id LIMIT 100`;

/** `coordinatorId`: whom the campaign names, when they are of staff at this moment; otherwise the server's own rule says who looks after a pair. */
export type Publishing = Seen & { coordinatorId?: string | null };

/** Everybody whom the proposal names, before any row is written: whoever answers a question of one of them at this moment comes first, or sees what we did. */
async function holdPeople(tx: Tx, { guildId, id }: { guildId: string; id: number }): Promise<void> {
  await tx.$queryRaw`
    SELECT count(*)::int FROM (SELECT 1 FROM mentor_profile WHERE guild_id = ${guildId}
      AND user_id IN (SELECT mentor_id FROM campaign_pair WHERE campaign_id = ${id}) ORDER BY user_id FOR UPDATE) AS held`;
  await tx.$queryRaw`
    SELECT count(*)::int FROM (SELECT 1 FROM mentoring_request WHERE guild_id = ${guildId} AND state = 'waiting'
      AND user_id IN (SELECT learner_id FROM campaign_pair WHERE campaign_id = ${id}) ORDER BY id FOR UPDATE) AS held`;
}

/**
 * All pairs of the proposal, or none: in one transaction their rows are written, the requests end, and threads and messages are promised. Whoever is
 * second is told that it is done. Throws `campaigns.unknown`, `campaigns.already_published`, `campaigns.not_now`, `campaigns.changed`,
 * `campaigns.no_pairs`.
 */
export const publish = (db: Db, by: Change, seen: Publishing): Promise<Publication> =>
  db.$transaction((tx) => publishIn(tx, by, seen), { timeout: patience });

async function publishIn(tx: Tx, by: Change, { id, revision, coordinatorId = null }: Publishing): Promise<Publication> {
  const { guildId, actorId, now } = by;
  const campaign = await lockCampaign(tx, { guildId, id });
  if (campaign.state === 'published') throw alreadyPublished();
  if (campaign.state !== 'preview') throw notNow();
  if (campaign.revision !== revision) throw changedMeanwhile();
  const [proposal] = await tx.$queryRaw<{ count: number; learnerIds: string[]; wishes: string | null }[]>`
      SELECT count(*)::int AS count, array_agg(learner_id) AS "learnerIds",
        json_agg(json_build_object('mentor', mentor_id, 'learner', learner_id, 'score', score, 'reasons', reasons))::text AS wishes
      FROM campaign_pair WHERE campaign_id = ${id}`;
  if (!proposal?.wishes) throw nothingToPublish();
  await holdPeople(tx, { guildId, id });
  const isUnled = campaign.coordinatorId !== null && campaign.coordinatorId !== coordinatorId;
  const gone = await withoutRequest(tx, { guildId, id });
  const changed: Changed[] = [
    ...gone,
    // Their own obstacles are looked at once no request is missing: nothing may be written otherwise.
    ...(gone.length > 0
      ? []
      : await openPairs(tx, {
          guildId,
          wishes: proposal.wishes,
          origin: 'campaign',
          coordinatorId: isUnled ? null : campaign.coordinatorId,
          createdBy: actorId,
          now,
        })),
  ];
  if (changed.length > 0) return { isDone: false, campaign, changed };

  await closeRequests(tx, { guildId, learnerIds: proposal.learnerIds, as: 'paired', now });
  await tellMentors(tx, { guildId, id });
  await change(tx, by, campaign, {
    action: 'campaigns.publish',
    data: { state: 'published', endedAt: now, ...(isUnled && { coordinatorId: null }) },
    after: { pairs: proposal.count, ...(isUnled && { coordinator: 'no_longer_staff' }) },
  });
  await promiseTellings(tx, { guildId, id });
  await promisePlaces(tx, { guildId, id });
  await promiseCard(tx, { guildId, id });
  return { isDone: true, campaign: await getCampaign(tx, { guildId, id }), isUnled };
}

/** Mentors who have fewer places now, and were asked by somebody else: those questions may have to end. */
async function tellMentors(tx: Tx, { guildId, id }: { guildId: string; id: number }): Promise<void> {
  const asked = await tx.$queryRaw<{ userId: string }[]>`
    SELECT DISTINCT ask.mentor_id AS "userId" FROM campaign_pair AS pair
    JOIN mentoring_ask AS ask ON ask.guild_id = ${guildId} AND ask.mentor_id = pair.mentor_id AND ask.state IN ('queued', 'asked', 'question')
    WHERE pair.campaign_id = ${id}`;
  await enqueueAll(
    tx,
    mentorChanged,
    asked.map(({ userId }) => ({ payload: { guildId, userId }, key: `${guildId}:${userId}` })),
  );
}
