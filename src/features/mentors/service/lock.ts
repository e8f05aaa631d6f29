import { lock, type Tx } from '../../../infra/db.ts';
import type { Who } from './mentor.ts';

/**
 * The order in which all features of mentoring take their locks, so that nobody waits in a circle. Whoever needs several takes them from top to bottom, and
 * of one kind in the order of the keys:
 *
 * 1. a campaign, a flash session, a circle (rows);
 * 2. a person who may come to have a request or a pair (`lockPerson`);
 * 3. mentors (rows of `mentor_profile`, by `user_id`: `lockMentors`);
 * 4. requests (by id), which also guard the questions of theirs: nobody changes an open question without its request;
 * 5. pairs (by id), and `sessions.pair:…` before the pair of which a session is planned;
 * 6. sessions, goals, notes, reports of a pair;
 * 7. `mentoring_avoid`;
 * 8. tasks in the queue (`enqueueAll` sorts those of one call).
 *
 * A new pair is written only while mentor and either the learner's request or the learner are held, so that the unique indexes are never waited for.
 * Schedules look at many rows of many people: they take those that nobody holds (`SKIP LOCKED`), and the next turn takes the rest. An erasure goes feature
 * by feature, so it takes all that it comes to before it begins (`lockAllOf`).
 */
export const lockPerson = (tx: Tx, { guildId, userId }: Who): Promise<void> => lock(tx, `mentoring.person:${guildId}:${userId}`);

/** Whoever holds a mentor's row is alone to give them a question or a learner. */
export async function lockMentors(tx: Tx, guildId: string, ids: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT user_id FROM mentor_profile WHERE guild_id = ${guildId} AND user_id = ANY (${[...ids]}::text[]) ORDER BY user_id FOR UPDATE`;
}

/** All that leads to somebody in mentoring, in that order, before they are forgotten. */
export async function lockAllOf(tx: Tx, { guildId, userId }: Who): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM mentoring_campaign WHERE guild_id = ${guildId} AND (created_by = ${userId} OR coordinator_id = ${userId}
      OR id IN (SELECT campaign_id FROM campaign_participant WHERE guild_id = ${guildId} AND user_id = ${userId})
      OR id IN (SELECT campaign_id FROM campaign_pair WHERE guild_id = ${guildId} AND learner_id = ${userId})
      OR id IN (SELECT campaign_id FROM campaign_pair WHERE guild_id = ${guildId} AND mentor_id = ${userId})) ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`
    SELECT id FROM mentoring_flash WHERE guild_id = ${guildId} AND (learner_id = ${userId} OR mentor_id = ${userId}
      OR id IN (SELECT flash_id FROM mentoring_flash_ask WHERE guild_id = ${guildId} AND mentor_id = ${userId})) ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`
    SELECT id FROM mentoring_circle WHERE guild_id = ${guildId} AND (mentor_id = ${userId}
      OR id IN (SELECT circle_id FROM mentoring_circle_place WHERE guild_id = ${guildId} AND user_id = ${userId})) ORDER BY id FOR UPDATE`;
  await lockPerson(tx, { guildId, userId });
  await lockMentors(tx, guildId, [userId]);
  await tx.$queryRaw`
    SELECT id FROM mentoring_request WHERE guild_id = ${guildId} AND (user_id = ${userId}
      OR id IN (SELECT request_id FROM mentoring_ask WHERE guild_id = ${guildId} AND mentor_id = ${userId})) ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`
    SELECT id FROM mentoring_pair WHERE guild_id = ${guildId}
      AND (mentor_id = ${userId} OR learner_id = ${userId} OR coordinator_id = ${userId} OR created_by = ${userId} OR ended_by = ${userId})
    ORDER BY id FOR UPDATE`;
}
