import type { MentorHoldKind, MentorPause } from '../../../../prisma/client/client.ts';
import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import { readSettings } from '../../../infra/settings.ts';
import { addDays, type Day, dateOf, startOf, todayIn } from '../../../kernel/day.ts';
import { notAMentor, pausedByOthers, pauseTooLong, pauseTooShort } from '../messages/refusal.ts';
import { pauseOf } from '../rules/hold.ts';
import { longestPause } from '../rules/limit.ts';
import { isMentor, isOpen, isOwnPause } from '../rules/profile.ts';
import { promiseCard, promiseChanged, promiseRole, recordEvent } from './event.ts';
import { holdMentor, keyOf, lockMentor, type Mentor, type Who } from './mentor.ts';

type At = Who & { now: Date };

/**
 * The state that the reasons of today make of a mentor: proposed, or paused for the first of them. `actorId`: who changed them; null, nobody did.
 * Whoever is neither stays what they are.
 */
export async function settle(tx: Tx, mentor: Mentor, { actorId, now }: { actorId: string | null; now: Date }): Promise<Mentor> {
  if (isOpen(mentor)) await promiseCard(tx, mentor);
  if (mentor.state !== 'approved' && mentor.state !== 'paused') return mentor;
  const { guildId, userId } = mentor;
  const pause = pauseOf(await tx.mentorHold.findMany({ where: { guildId, userId } }));
  const { timeZone } = await readSettings(tx, guildId);
  const pausedUntil = pause?.until ? dateOf(todayIn(timeZone, pause.until)) : null;
  const pausedAs = pause?.as ?? null;
  if (mentor.pausedAs === pausedAs && mentor.pausedUntil?.getTime() === pausedUntil?.getTime()) return mentor;
  const settled = await tx.mentorProfile.update({
    where: keyOf(mentor),
    data: { state: pause ? 'paused' : 'approved', pausedAs, pausedUntil, revision: { increment: 1 } },
  });
  if (mentor.pausedAs !== pausedAs)
    await recordEvent(tx, {
      who: mentor,
      kind: pause ? 'paused' : 'resumed',
      cause: pausedAs ?? mentor.pausedAs,
      actorId,
      now,
    });
  if (mentor.state === 'approved') await promiseChanged(tx, mentor);
  // Who comes back to the server has lost their roles.
  if (mentor.pausedAs === 'absent') await promiseRole(tx, mentor);
  return settled;
}

/** One more reason for a pause, or the same until another time. Nobody without a profile is held. */
export async function hold(
  tx: Tx,
  {
    guildId,
    userId,
    kind,
    until,
    actorId = null,
    now,
  }: At & { kind: MentorHoldKind; until: Date | null; actorId?: string | null },
): Promise<Mentor | null> {
  const mentor = await holdMentor(tx, { guildId, userId });
  if (!mentor || mentor.state === 'withdrawn') return mentor;
  await tx.mentorHold.upsert({
    where: { guildId_userId_kind: { guildId, userId, kind } },
    update: { until },
    create: { guildId, userId, kind, until, at: now },
  });
  return settle(tx, mentor, { actorId, now });
}

/** These reasons are over. */
export async function release(
  tx: Tx,
  { guildId, userId, kinds, actorId = null, now }: At & { kinds: readonly MentorHoldKind[]; actorId?: string | null },
): Promise<Mentor | null> {
  const mentor = await holdMentor(tx, { guildId, userId });
  if (!mentor) return null;
  await tx.mentorHold.deleteMany({ where: { guildId, userId, kind: { in: [...kinds] } } });
  return settle(tx, mentor, { actorId, now });
}

type Pausing = At & { as: MentorPause /** The day of the return; null: until it is ended. */; until: Day | null };

/** By the person themself: a day that is to come, within a year. */
async function requireReturn(tx: Tx, { guildId, until, now }: Pausing): Promise<void> {
  if (until === null) return;
  const today = todayIn((await readSettings(tx, guildId)).timeZone, now);
  if (until <= today) throw pauseTooShort();
  if (until > addDays(today, longestPause)) throw pauseTooLong();
}

/**
 * Pauses a mentor: nobody new is proposed to them, and those whom they accompany stay. Throws `mentors.no_profile`, and for a pause of their own
 * `mentors.not_a_mentor`, `pause_too_short`, `pause_too_long`.
 */
export async function pauseMentor(tx: Tx, pausing: Pausing): Promise<Mentor> {
  const { guildId, userId, as, until, now } = pausing;
  const mentor = await lockMentor(tx, { guildId, userId });
  if (as === 'own') {
    if (!isMentor(mentor)) throw notAMentor();
    await requireReturn(tx, pausing);
  }
  const { timeZone } = await readSettings(tx, guildId);
  const moment = until === null ? null : startOf(until, timeZone);
  const actorId = as === 'own' ? userId : null;
  return (await hold(tx, { guildId, userId, kind: as, until: moment, actorId, now })) ?? mentor;
}

/**
 * Ends a pause for that reason; `own`: whichever the person may end, their own and the one of silence. What others hold goes on. Throws
 * `mentors.no_profile`, and `mentors.paused_by_others` when there is nothing that the person may end.
 */
export async function resumeMentor(tx: Tx, { guildId, userId, as, now }: At & { as: MentorPause }): Promise<Mentor> {
  const mentor = await lockMentor(tx, { guildId, userId });
  const kinds: MentorHoldKind[] = as === 'own' ? ['own', 'silence'] : as === 'sanction' ? ['sanction', 'timeout', 'ban'] : [as];
  if (as === 'own') {
    if (!isMentor(mentor)) throw notAMentor();
    const own = await tx.mentorHold.count({ where: { guildId, userId, kind: { in: kinds } } });
    if (mentor.pausedAs && own === 0 && !isOwnPause(mentor.pausedAs)) throw pausedByOthers(mentor.pausedAs);
  }
  return (await release(tx, { guildId, userId, kinds, actorId: as === 'own' ? userId : null, now })) ?? mentor;
}

/** As many at once as a transaction may hold locked for long. */
const batch = 200;

const isHere = Prisma.sql`NOT EXISTS (SELECT FROM guild WHERE guild.id = held.guild_id AND guild.left_at IS NOT NULL)`;

/** Pauses whose time is over end by themselves. */
export async function releaseDue(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<(Who & { kind: MentorHoldKind })[]>`
    SELECT guild_id AS "guildId", user_id AS "userId", kind FROM mentor_hold AS held JOIN mentor_profile AS mentor USING (guild_id, user_id)
    WHERE until <= ${now} AND ${isHere} ORDER BY guild_id, user_id LIMIT ${batch} FOR UPDATE OF mentor SKIP LOCKED`;
  for (const { guildId, userId, kind } of due) await release(tx, { guildId, userId, kinds: [kind], now });
}

/** Who left the server while nobody listened is paused, who is back is not. */
export async function settleAbsent(tx: Tx, now: Date): Promise<void> {
  const left = await tx.$queryRaw<Who[]>`
    SELECT held.guild_id AS "guildId", held.user_id AS "userId" FROM mentor_profile AS held
    JOIN member ON member.guild_id = held.guild_id AND member.user_id = held.user_id AND member.left_at IS NOT NULL
    WHERE held.state NOT IN ('draft', 'withdrawn') AND ${isHere}
      AND NOT EXISTS (SELECT FROM mentor_hold AS one WHERE one.guild_id = held.guild_id AND one.user_id = held.user_id AND one.kind = 'absent')
    ORDER BY 1, 2 LIMIT ${batch} FOR UPDATE OF held SKIP LOCKED`;
  for (const who of left) await hold(tx, { ...who, kind: 'absent', until: null, now });
  const back = await tx.$queryRaw<Who[]>`
    SELECT held.guild_id AS "guildId", held.user_id AS "userId" FROM mentor_profile AS held
    JOIN member ON member.guild_id = held.guild_id AND member.user_id = held.user_id AND member.left_at IS NULL
    WHERE (held.guild_id, held.user_id) IN (SELECT guild_id, user_id FROM mentor_hold WHERE kind IN ('absent', 'ban')) AND ${isHere}
    ORDER BY 1, 2 LIMIT ${batch} FOR UPDATE OF held SKIP LOCKED`;
  for (const who of back) await welcomeBack(tx, { ...who, now });
}

/** On the server again, so neither away nor banned. */
export const welcomeBack = (tx: Tx, who: At): Promise<Mentor | null> => release(tx, { ...who, kinds: ['absent', 'ban'] });

/** What Discord says of somebody at this moment: until when they may not speak. Most people are no mentors: nothing is locked for them. */
export async function followTimeout(db: Db, { guildId, userId, until, now }: At & { until: Date | null }): Promise<void> {
  const isOut = until !== null && until > now;
  const held = await db.mentorHold.findUnique({ where: { guildId_userId_kind: { guildId, userId, kind: 'timeout' } } });
  if (isOut ? held?.until?.getTime() === until.getTime() : held === null) return;
  await db.$transaction((tx) =>
    isOut
      ? hold(tx, { guildId, userId, kind: 'timeout', until, now })
      : release(tx, { guildId, userId, kinds: ['timeout'], now }),
  );
}
