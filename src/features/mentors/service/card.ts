import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { mentoringStaffKey } from '../../../kernel/mentoring.ts';
import { findMember, identityOf } from '../../members/service.ts';
import { cardTask } from '../wire.ts';
import { countPairs, findMentor, getMentor, type Mentor, type MentorEvent, type Who } from './mentor.ts';
import { namesOf } from './prefer.ts';

/** Lines of the history that the card shows. */
const shownEvents = 6;

/** A profile with all that staff read of it. */
export type MentorCard = {
  mentor: Mentor;
  /** Newest first. */
  events: MentorEvent[];
  pairs: number;
  /** As staff know them. */
  identity: { kind: 'learner' | 'trainer' | 'alumni' | 'staff' | 'recruiter' | 'candidate'; name: string } | null;
  isPresent: boolean;
  /** Names of the courses and campuses that they would rather help. */
  prefers: string[];
};

export async function describeMentor(db: Db, mentor: Mentor): Promise<MentorCard> {
  const { guildId, userId, prefersCourses, prefersCampuses } = mentor;
  const [events, pairs, absences, member, names] = await Promise.all([
    db.mentorEvent.findMany({ where: { guildId, userId }, orderBy: { id: 'desc' }, take: shownEvents }),
    countPairs(db, mentor),
    db.mentorHold.count({ where: { guildId, userId, kind: 'absent' } }),
    findMember(db, mentor),
    namesOf(db, guildId, [...prefersCourses, ...prefersCampuses]),
  ]);
  const identity = identityOf(member);
  return {
    mentor,
    events,
    pairs,
    identity: identity && { kind: identity.kind, name: `${identity.firstName} ${identity.lastName}` },
    isPresent: absences === 0,
    prefers: [...names.values()],
  };
}

/** Throws `mentors.no_profile`. */
export const getCard = async (db: Db, who: Who): Promise<MentorCard> => describeMentor(db, await getMentor(db, who));

/** Null when there is nothing to show any more. */
export async function findCard(db: Db, who: Who): Promise<MentorCard | null> {
  const mentor = await findMentor(db, who);
  return mentor && describeMentor(db, mentor);
}

/** Where the card is. False when another try had recorded one already, which may show an older state. */
export async function recordCard(
  db: Db,
  { guildId, userId, former, channelId, messageId }: Who & { former: string | null; channelId: string; messageId: string },
): Promise<boolean> {
  const { count } = await db.mentorProfile.updateMany({
    where: { guildId, userId, cardMessageId: former },
    data: { cardChannelId: channelId, cardMessageId: messageId },
  });
  return count > 0;
}

const enqueueCards = (tx: Tx | Db, people: readonly Who[]): Promise<void> =>
  enqueueAll(
    tx,
    cardTask,
    people.map(({ guildId, userId }) => ({ payload: { guildId, userId }, key: `${guildId}:${userId}` })),
  );

/** Profiles that wait without a card where staff look for it: there was no channel, or another is bound now. */
export async function promiseMissingCards(tx: Tx, guildId: string | null = null): Promise<void> {
  await enqueueCards(
    tx,
    await tx.$queryRaw<Who[]>`
      SELECT mentor.guild_id AS "guildId", user_id AS "userId" FROM mentor_profile AS mentor
      JOIN channel_binding AS bound ON bound.guild_id = mentor.guild_id AND bound.key = ${mentoringStaffKey}
      WHERE state IN ('pending', 'asked') AND (${guildId}::text IS NULL OR mentor.guild_id = ${guildId})
        AND (card_message_id IS NULL OR card_channel_id <> bound.channel_id)
        AND NOT EXISTS (SELECT FROM guild WHERE guild.id = mentor.guild_id AND guild.left_at IS NOT NULL)`,
  );
}

/** Messages of a server were deleted: cards of profiles that wait for somebody come back. */
export async function restoreCards(db: Db, { guildId, messageIds }: { guildId: string; messageIds: string[] }): Promise<void> {
  await enqueueCards(
    db,
    await db.mentorProfile.findMany({
      where: { guildId, cardMessageId: { in: messageIds }, state: { in: ['pending', 'asked'] } },
      select: { guildId: true, userId: true },
    }),
  );
}

/** Profiles that wait for staff. */
export const countWaiting = (db: Db, guildId: string): Promise<number> =>
  db.mentorProfile.count({ where: { guildId, state: 'pending' } });

/** One profile of the staff's queue; `at` begins at 0. */
export type QueuePage = { card: MentorCard | null; at: number; total: number };

/** The one at that place of the queue, oldest first, or the last one when the queue is shorter by now. */
export async function readQueue(db: Db, { guildId, at }: { guildId: string; at: number }): Promise<QueuePage> {
  const total = await countWaiting(db, guildId);
  const shown = Math.max(0, Math.min(at, total - 1));
  const mentor = await db.mentorProfile.findFirst({
    where: { guildId, state: 'pending' },
    orderBy: [{ submittedAt: 'asc' }, { userId: 'asc' }],
    skip: shown,
  });
  return { card: mentor && (await describeMentor(db, mentor)), at: shown, total };
}
