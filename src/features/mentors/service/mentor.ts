import type { MentorProfile } from '../../../../prisma/client/client.ts';
import type { Db, Tx } from '../../../infra/db.ts';
import { noProfile, notAMentor } from '../messages/refusal.ts';

export type { MentorEvent, MentorEventKind, MentorHoldKind, MentorPause, MentorState } from '../../../../prisma/client/client.ts';
export type Mentor = MentorProfile;
export type Who = { guildId: string; userId: string };

export const keyOf = ({ guildId, userId }: Who) => ({ guildId_userId: { guildId, userId } });

/** Somebody's profile, whatever its state. */
export const findMentor = (db: Db | Tx, who: Who): Promise<Mentor | null> => db.mentorProfile.findUnique({ where: keyOf(who) });

/** Throws `mentors.no_profile`. */
export async function getMentor(db: Db | Tx, who: Who): Promise<Mentor> {
  const mentor = await findMentor(db, who);
  if (!mentor) throw noProfile();
  return mentor;
}

/** The same, which nobody else changes until the transaction ends; null without one. */
export async function holdMentor(tx: Tx, { guildId, userId }: Who): Promise<Mentor | null> {
  await tx.$queryRaw`SELECT 1 FROM mentor_profile WHERE guild_id = ${guildId} AND user_id = ${userId} FOR UPDATE`;
  return findMentor(tx, { guildId, userId });
}

/** Throws `mentors.no_profile`. */
export async function lockMentor(tx: Tx, who: Who): Promise<Mentor> {
  const mentor = await holdMentor(tx, who);
  if (!mentor) throw noProfile();
  return mentor;
}

/** Somebody who may be asked now. Throws `mentors.no_profile`, `mentors.not_a_mentor`. */
export async function requireApproved(db: Db | Tx, who: Who): Promise<Mentor> {
  const mentor = await getMentor(db, who);
  if (mentor.state !== 'approved') throw notAMentor();
  return mentor;
}

export type FreeMentor = Who & { seats: number };

/** Approved mentors of a server who can take somebody more, and how many. */
export const mentorsFree = (db: Db | Tx, guildId: string): Promise<FreeMentor[]> => db.$queryRaw<FreeMentor[]>`
  SELECT mentor.guild_id AS "guildId", mentor.user_id AS "userId", (capacity - coalesce(taken, 0))::int AS seats
  FROM mentor_profile AS mentor
  LEFT JOIN (
    SELECT mentor_id, count(*) AS taken FROM mentoring_pair WHERE guild_id = ${guildId} AND state <> 'ended' GROUP BY mentor_id
  ) AS pair ON pair.mentor_id = mentor.user_id
  WHERE mentor.guild_id = ${guildId} AND mentor.state = 'approved' AND capacity > coalesce(taken, 0)
  ORDER BY mentor.user_id`;

/** How many people somebody accompanies. */
export const countPairs = (db: Db | Tx, { guildId, userId }: Who): Promise<number> =>
  db.mentoringPair.count({ where: { guildId, mentorId: userId, state: { not: 'ended' } } });
