import { type Db, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { mentoringStaffKey } from '../../../kernel/mentoring.ts';
import { timeOf } from '../../../kernel/time.ts';
import { notAMentor, notYet } from '../messages/refusal.ts';
import { absentFor, approvedFor, charterVersion, kept, renewalAskedBefore, staffReminderAfter } from '../rules/limit.ts';
import { canRenew, isMentor } from '../rules/profile.ts';
import { remindTask, removeCardTask } from '../wire.ts';
import { recordEvent } from './event.ts';
import { hold, settle } from './hold.ts';
import { keyOf, lockMentor, type Mentor, type Who } from './mentor.ts';
import { withdrawMentor } from './withdraw.ts';

/** Of a server that the bot has not left. */
const isHere = Prisma.sql`NOT EXISTS (SELECT FROM guild WHERE guild.id = mentor.guild_id AND guild.left_at IS NOT NULL)`;
const before = (now: Date, age: number): Date => new Date(now.getTime() - age);

/** A month before its end, once: they are asked whether they go on. */
export async function recallRenewal(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<Who[]>`
    UPDATE mentor_profile SET renewal_asked_at = ${now}
    WHERE (guild_id, user_id) IN (
      SELECT guild_id, user_id FROM mentor_profile AS mentor
      WHERE state IN ('approved', 'paused') AND approved_until <= ${new Date(now.getTime() + renewalAskedBefore)} AND approved_until > ${now}
        AND renewal_asked_at IS NULL AND paused_as IS DISTINCT FROM 'absent' AND ${isHere} FOR UPDATE SKIP LOCKED)
    RETURNING guild_id AS "guildId", user_id AS "userId"`;
  for (const who of due) await recordEvent(tx, { who, kind: 'expiring', actorId: null, now });
}

/** A year has passed without a word. */
export async function lapse(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<Who[]>`
    SELECT guild_id AS "guildId", user_id AS "userId" FROM mentor_profile AS mentor
    WHERE state IN ('approved', 'paused') AND approved_until <= ${now} AND ${isHere}
      AND NOT EXISTS (SELECT FROM mentor_hold AS held WHERE held.guild_id = mentor.guild_id AND held.user_id = mentor.user_id AND held.kind = 'renewal')
    ORDER BY guild_id, user_id LIMIT 200 FOR UPDATE OF mentor SKIP LOCKED`;
  for (const who of due) await hold(tx, { ...who, kind: 'renewal', until: null, now });
}

/**
 * One more year, from now. `stale`: the charter changed since they agreed to it, and is to be read first; `version` is the one that they
 * agree to, when they do. Throws `mentors.no_profile`, `not_a_mentor`, `not_yet`.
 */
export const renewMentor = (
  db: Db,
  { guildId, userId, now }: Who & { now: Date },
  version: number | null,
): Promise<Mentor | 'stale'> =>
  db.$transaction(async (tx) => {
    const who = { guildId, userId };
    const mentor = await lockMentor(tx, who);
    const { approvedUntil } = mentor;
    if (!isMentor(mentor) || !approvedUntil) throw notAMentor();
    if (!canRenew(mentor, now)) throw notYet(timeOf(before(approvedUntil, renewalAskedBefore), 'D'));
    if ((version ?? mentor.charterVersion) !== charterVersion) return 'stale';
    const renewed = await tx.mentorProfile.update({
      where: keyOf(who),
      data: {
        approvedUntil: new Date(now.getTime() + approvedFor),
        renewalAskedAt: null,
        ...(mentor.charterVersion !== charterVersion && { charterVersion, charterAt: now }),
        updatedAt: now,
        revision: { increment: 1 },
      },
    });
    await tx.mentorHold.deleteMany({ where: { ...who, kind: 'renewal' } });
    await recordEvent(tx, { who, kind: 'renewed', actorId: userId, now });
    return settle(tx, renewed, { actorId: userId, now });
  });

/** Who has been away for too long is a mentor no more. */
export async function endAbsent(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<Who[]>`
    SELECT guild_id AS "guildId", user_id AS "userId" FROM mentor_hold JOIN mentor_profile AS mentor USING (guild_id, user_id)
    WHERE kind = 'absent' AND at <= ${before(now, absentFor)} AND ${isHere} ORDER BY guild_id, user_id LIMIT 200 FOR UPDATE OF mentor SKIP LOCKED`;
  for (const who of due) await withdrawMentor(tx, { ...who, actorId: null, now });
}

/** Asks to tell staff, once, of profiles that wait for too long, where there is a place to say it. */
export async function remindStaff(tx: Tx, now: Date): Promise<void> {
  const guilds = await tx.$queryRaw<{ guildId: string }[]>`
    SELECT DISTINCT mentor.guild_id AS "guildId" FROM mentor_profile AS mentor
    JOIN channel_binding AS bound ON bound.guild_id = mentor.guild_id AND bound.key = ${mentoringStaffKey}
    WHERE state = 'pending' AND submitted_at <= ${before(now, staffReminderAfter)} AND staff_reminded_at IS NULL AND ${isHere}`;
  await enqueueAll(
    tx,
    remindTask,
    guilds.map(({ guildId }) => ({ payload: { guildId }, key: guildId })),
  );
}

export type Late = { mentors: Mentor[]; total: number; lastSentAt: Date };

/** All that wait for more than 48 hours, the oldest first, when staff were not told of one of them; null when there is nothing new to say. */
export async function findLate(
  db: Db,
  { guildId, now, limit }: { guildId: string; now: Date; limit: number },
): Promise<Late | null> {
  const where = { guildId, state: 'pending' as const, submittedAt: { lte: before(now, staffReminderAfter) } };
  if ((await db.mentorProfile.count({ where: { ...where, staffRemindedAt: null } })) === 0) return null;
  const [mentors, { _count, _max }] = await Promise.all([
    db.mentorProfile.findMany({ where, orderBy: [{ submittedAt: 'asc' }, { userId: 'asc' }], take: limit }),
    db.mentorProfile.aggregate({ where, _count: true, _max: { submittedAt: true } }),
  ]);
  return _max.submittedAt && { mentors, total: _count, lastSentAt: _max.submittedAt };
}

/** Staff were told of those sent until `lastSentAt`. What is sent anew is another wait. */
export async function recordReminded(
  db: Db,
  { guildId, lastSentAt, now }: { guildId: string; lastSentAt: Date; now: Date },
): Promise<void> {
  await db.mentorProfile.updateMany({
    where: { guildId, state: 'pending', submittedAt: { lte: lastSentAt }, staffRemindedAt: null },
    data: { staffRemindedAt: now },
  });
}

/** Deletes what has outlived its use. */
export async function forgetMentors(tx: Tx, now: Date): Promise<void> {
  const old = await tx.mentorProfile.findMany({
    where: {
      OR: [
        { state: 'withdrawn', updatedAt: { lt: before(now, kept.withdrawn) } },
        { state: 'draft', updatedAt: { lt: before(now, kept.draft) } },
      ],
    },
  });
  for (const { guildId, userId } of old) await tx.mentorProfile.deleteMany({ where: { guildId, userId } });
  await removeCards(tx, old);
  await tx.mentorEvent.deleteMany({ where: { at: { lt: before(now, kept.event) } } });
  await tx.$executeRaw`
    DELETE FROM mentoring_avoid AS avoid USING member
    WHERE member.guild_id = avoid.guild_id AND member.user_id = avoid.user_id AND member.left_at < ${before(now, kept.avoid)}`;
}

/** Their cards go too. */
export const removeCards = (
  tx: Tx,
  mentors: readonly Pick<Mentor, 'guildId' | 'cardChannelId' | 'cardMessageId'>[],
): Promise<void> =>
  enqueueAll(
    tx,
    removeCardTask,
    mentors.flatMap(({ guildId, cardChannelId: channelId, cardMessageId: messageId }) =>
      channelId && messageId ? [{ payload: { guildId, channelId, messageId }, key: messageId }] : [],
    ),
  );
