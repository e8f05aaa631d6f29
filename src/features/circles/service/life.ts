import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueEach, Prisma, promised, type Tx } from '../../../infra/db.ts';
import { type Day, dateOf, dayOf, parseDay } from '../../../kernel/day.ts';
import { day } from '../../../kernel/time.ts';
import { avoidsOf } from '../../mentors/service/avoid.ts';
import { findMentor } from '../../mentors/service/mentor.ts';
import {
  circleBadEnd,
  circleBadProlonging,
  circleClosed,
  circleNotForThem,
  circleNotMentor,
  circleProlongedOnce,
} from '../messages/refusal.ts';
import { draftKept, latestProlonging, longestWithoutMentor, threadKept, warnedBefore } from '../rules/circle.ts';
import { cardTask, leadTask, roomTask, staffTask } from '../wire.ts';
import { type Circle, type CircleKey, findCircle, isLive, lockCircle, lockLed, promiseCircle, promiseNews } from './circle.ts';
import { requireRoom } from './draft.ts';
import { closeWaiting, fillCircle } from './place.ts';
import { isMentor, type Lead } from './who.ts';

/** Once, by who leads it. Throws `circles.unknown`, `circles.closed`, `circles.prolonged_once`, `circles.bad_end`, `circles.bad_prolonging`. */
export const prolongCircle = (
  db: Db,
  lead: Lead,
  circleId: number,
  { typed, today, show }: { typed: string; today: Day; show(latest: Day): string },
): Promise<Circle> =>
  db.$transaction(async (tx) => {
    const circle = await lockLed(tx, lead, circleId);
    if (!isLive(circle)) throw circleClosed();
    if (circle.prolongedAt) throw circleProlongedOnce();
    const until = parseDay(typed);
    if (!until) throw circleBadEnd('unreadable');
    const latest = latestProlonging(dayOf(circle.endsOn), today);
    if (until <= dayOf(circle.endsOn) || until > latest) throw circleBadProlonging(show(latest));
    const data = { endsOn: dateOf(until), prolongedAt: lead.now, warnedAt: null };
    const longer = await tx.mentoringCircle.update({ where: { id: circleId }, data });
    await promiseCircle(tx, longer);
    await promiseNews(tx, longer, 'prolonged', lead.now);
    return longer;
  });

/** From here on nobody joins; the thread is closed for good, and deleted later. The circle is locked. */
async function finish(tx: Tx, circle: Circle, endedAs: 'finished' | 'mentor' | 'staff' | 'no_mentor', now: Date): Promise<void> {
  await tx.mentoringCircle.update({ where: { id: circle.id }, data: { state: 'ended', endedAt: now, endedAs, pausedAt: null } });
  await tx.mentoringCircleMeeting.updateMany({
    where: { circleId: circle.id, state: 'planned', startsAt: { gt: now } },
    data: { state: 'cancelled', settledAt: now },
  });
  await closeWaiting(tx, circle, now);
  await promiseCircle(tx, circle);
  if (circle.staffMessageId) await promiseStaff(tx, circle);
}

const promiseStaff = (tx: Tx, { id, guildId }: { id: number; guildId: string }): Promise<void> =>
  enqueue(tx, staffTask, { guildId, circleId: id }, { key: String(id) });

/** Throws `circles.unknown`, `circles.closed`. */
export const endCircle = (db: Db, lead: Lead, circleId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = lead;
    const circle = await lockLed(tx, lead, circleId);
    if (!isLive(circle)) throw circleClosed();
    const isOwn = circle.mentorId === userId;
    await finish(tx, circle, isOwn ? 'mentor' : 'staff', now);
    if (!isOwn)
      await audit(tx, {
        guildId,
        actorId: userId,
        action: 'circles.end',
        subject: `circle:${circleId}`,
        before: { state: circle.state },
        at: now,
      });
  });

/**
 * Staff give it to another mentor. Throws `circles.unknown`, `circles.closed`, `circles.not_mentor`, `circles.too_many_led`, and `circles.not_for_them` when
 * somebody inside is apart from that mentor: nobody loses their place by it, and nobody is named.
 */
export const giveCircle = (db: Db, { guildId, userId, now }: Lead, circleId: number, mentorId: string): Promise<Circle> =>
  db.$transaction(async (tx) => {
    const circle = await lockCircle(tx, { guildId, circleId });
    if (!isLive(circle)) throw circleClosed();
    if (!(await isMentor(tx, { guildId, userId: mentorId }))) throw circleNotMentor();
    await requireRoom(tx, guildId, mentorId, circleId);
    const apart = [...(await avoidsOf(tx, { guildId, userId: mentorId }))];
    if ((await tx.mentoringCirclePlace.count({ where: { circleId, state: 'inside', userId: { in: apart } } })) > 0)
      throw circleNotForThem();
    const given = await tx.mentoringCircle.update({ where: { id: circleId }, data: { state: 'open', mentorId, pausedAt: null } });
    // Whoever learned there leads from now on: their seat is another's.
    await tx.mentoringCirclePlace.updateMany({
      where: { circleId, userId: mentorId, state: { in: ['inside', 'waiting'] } },
      data: { state: 'left', seat: null, endedAt: now },
    });
    await tx.mentoringCircleMeeting.updateMany({ where: { circleId, state: 'planned' }, data: { mentorId } });
    await audit(tx, {
      guildId,
      actorId: userId,
      targetId: mentorId,
      action: 'circles.give',
      subject: `circle:${circleId}`,
      before: { state: circle.state },
      after: { state: 'open' },
      at: now,
    });
    await fillCircle(tx, given, now);
    await promiseNews(tx, given, 'given', now);
    if (circle.staffMessageId) await promiseStaff(tx, circle);
    return given;
  });

/** A circle whose mentor cannot go on waits for staff; one whose mentor is back goes on. */
export async function sweepMentors(tx: Tx, now: Date): Promise<void> {
  const changed = await tx.$queryRaw<{ id: number; guildId: string; state: 'open' | 'paused'; hasCard: boolean }[]>`
    UPDATE mentoring_circle AS circle
    SET state = CASE WHEN found.is_there THEN 'open' ELSE 'paused' END::mentoring_circle_state,
      paused_at = CASE WHEN found.is_there THEN NULL ELSE ${now}::timestamptz END
    FROM (
      SELECT live.id, profile.user_id IS NOT NULL AND person.user_id IS NULL AS is_there FROM mentoring_circle AS live
      LEFT JOIN mentor_profile AS profile ON profile.guild_id = live.guild_id AND profile.user_id = live.mentor_id AND profile.state = 'approved'
      LEFT JOIN member AS person ON person.guild_id = live.guild_id AND person.user_id = live.mentor_id AND person.left_at IS NOT NULL
      WHERE live.state IN ('open', 'paused') ORDER BY live.id FOR UPDATE OF live SKIP LOCKED
    ) AS found
    WHERE circle.id = found.id AND (circle.state = 'open') <> found.is_there
    RETURNING circle.id, circle.guild_id AS "guildId", circle.state::text AS state, circle.staff_message_id IS NOT NULL AS "hasCard"`;
  for (const one of changed) {
    await promiseNews(tx, one, one.state === 'open' ? 'back' : 'paused', now);
    if (one.state === 'paused' || one.hasCard) await promiseStaff(tx, one);
    const circle = await lockCircle(tx, { guildId: one.guildId, circleId: one.id });
    await fillCircle(tx, circle, now);
    if (circle.mentorId && one.state === 'paused')
      await enqueue(
        tx,
        leadTask,
        { guildId: one.guildId, circleId: one.id, userId: circle.mentorId, at: now.toISOString() },
        { key: String(one.id) },
      );
  }
}

export type Leading = { circle: Circle; locale: string /** Null: not by a day that they said. */; backOn: Date | null };

/** Whoever leads a circle that waits for them, and can be told so: not somebody who left or is under a sanction. */
export async function readLeading(
  db: Db,
  { guildId, circleId, userId }: CircleKey & { userId: string },
): Promise<Leading | null> {
  const circle = await findCircle(db, { guildId, circleId });
  if (circle?.state !== 'paused' || circle.mentorId !== userId) return null;
  const profile = await findMentor(db, { guildId, userId });
  if (profile?.pausedAs !== 'own' && profile?.pausedAs !== 'silence' && profile?.pausedAs !== 'renewal') return null;
  return { circle, locale: profile.locale, backOn: profile.pausedAs === 'own' ? profile.pausedUntil : null };
}

/** Ends and warnings, by the day of each server; and what nobody published. */
export async function sweepEnds(tx: Tx, now: Date): Promise<void> {
  // Of the earliest day in any zone: the exact one is looked at below.
  const due = await tx.$queryRaw<{ id: number; guildId: string; isOver: boolean; isLost: boolean }[]>`
    SELECT circle.id, circle.guild_id AS "guildId", circle.ends_on < local.today AS "isOver", lost.is_lost AS "isLost"
    FROM mentoring_circle AS circle LEFT JOIN guild ON guild.id = circle.guild_id
    LEFT JOIN mentor_profile AS profile ON profile.guild_id = circle.guild_id AND profile.user_id = circle.mentor_id AND profile.paused_as = 'own'
    CROSS JOIN LATERAL (SELECT (${now}::timestamptz AT TIME ZONE coalesce(guild.time_zone, 'Europe/Paris'))::date AS today) AS local
    -- A circle waits for who said when they are back.
    CROSS JOIN LATERAL (
      SELECT coalesce(circle.paused_at <= ${new Date(now.getTime() - longestWithoutMentor)} AND coalesce(profile.paused_until < local.today, true), false)
    ) AS lost (is_lost)
    WHERE circle.state IN ('open', 'paused') AND (circle.ends_on < local.today OR lost.is_lost
      OR (circle.warned_at IS NULL AND circle.ends_on <= local.today + ${warnedBefore}::integer))
    ORDER BY circle.id LIMIT 200`;
  for (const { id, guildId, isOver, isLost } of due) {
    const circle = await lockCircle(tx, { guildId, circleId: id });
    if (!isLive(circle)) continue;
    if (isOver || isLost) await finish(tx, circle, isOver ? 'finished' : 'no_mentor', now);
    else {
      await tx.mentoringCircle.update({ where: { id }, data: { warnedAt: now } });
      // One that was opened for less than that needs no warning.
      if (circle.publishedAt && now.getTime() - circle.publishedAt.getTime() > day) await promiseNews(tx, circle, 'warned', now);
    }
  }
  await tx.mentoringCircle.deleteMany({ where: { state: 'draft', createdAt: { lt: new Date(now.getTime() - draftKept) } } });
}

/** What Discord does not have, refused, or by `now` has no longer to have; with a guild, what was waiting for its channels. */
export async function promiseCircles(tx: Tx, { now = new Date(0), guildId }: { now?: Date; guildId?: string }): Promise<void> {
  const here = guildId === undefined ? Prisma.empty : Prisma.sql`AND circle.guild_id = ${guildId}`;
  const due = await tx.$queryRaw<{ id: number; guildId: string; card: boolean; room: boolean; staff: boolean }[]>`
    SELECT * FROM (
      SELECT circle.id, circle.guild_id AS "guildId",
        CASE WHEN state = 'ended' THEN ended_at <= ${new Date(now.getTime() - threadKept)} AND card_message_id IS NOT NULL
          ELSE bound.channel_id IS NOT NULL AND bound.channel_id IS DISTINCT FROM card_channel_id END OR 'circles.card:' || circle.id = ANY (refused.keys) AS card,
        CASE WHEN state = 'ended' THEN deleted_at IS NULL AND begun_at IS NOT NULL AND (locked_at IS NULL OR ended_at <= ${new Date(now.getTime() - threadKept)})
          ELSE bound.channel_id IS NOT NULL AND thread_id IS NULL END OR 'circles.room:' || circle.id = ANY (refused.keys) AS room,
        state = 'paused' AND staff.channel_id IS NOT NULL AND staff.channel_id IS DISTINCT FROM staff_channel_id AS staff
      FROM mentoring_circle AS circle
      LEFT JOIN channel_binding AS bound ON bound.guild_id = circle.guild_id AND bound.key = 'mentoring'
      LEFT JOIN channel_binding AS staff ON staff.guild_id = circle.guild_id AND staff.key = 'mentoring_staff'
      CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(key), '{}') AS keys FROM fault
        WHERE fault.guild_id = circle.guild_id AND key IN ('circles.card:' || circle.id, 'circles.room:' || circle.id)
      ) AS refused
      WHERE (state IN ('open', 'paused') OR (state = 'ended' AND (deleted_at IS NULL OR card_message_id IS NOT NULL))) ${here}
    ) AS looked WHERE card OR room OR staff ORDER BY id LIMIT 500`;
  const entry = ({ id, guildId: at }: { id: number; guildId: string }) => ({
    payload: { guildId: at, circleId: id },
    key: String(id),
  });
  await enqueueEach(
    tx,
    due.flatMap((one) => [
      ...(one.card ? [promised(cardTask, entry(one))] : []),
      ...(one.room ? [promised(roomTask, entry(one))] : []),
      ...(one.staff ? [promised(staffTask, entry(one))] : []),
    ]),
  );
}
