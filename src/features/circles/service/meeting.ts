import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, enqueueAll, lock, type Tx } from '../../../infra/db.ts';
import { addDays, dateOf, todayIn } from '../../../kernel/day.ts';
import { day } from '../../../kernel/time.ts';
import { findMentor } from '../../mentors/service/mentor.ts';
import {
  circleClosed,
  circleUnknown,
  meetingAlone,
  meetingEarly,
  meetingOutside,
  meetingOver,
  meetingOverlaps,
} from '../messages/refusal.ts';
import { endOf, furthestMeeting, remindedBefore, unsettledFor } from '../rules/circle.ts';
import { meetingTask, remindTask } from '../wire.ts';
import { type Circle, isLive, lockLed, type Meeting } from './circle.ts';
import type { Lead } from './who.ts';

export type NewMeeting = { startsAt: Date; minutes: number; place: string };

const promiseMeeting = (tx: Tx, { id, guildId }: Meeting): Promise<void> =>
  enqueue(tx, meetingTask, { guildId, meetingId: id }, { key: String(id) });

/** In which somebody types days and hours: the one of their profile, else the guild's. */
export async function zoneOf(db: Db, { guildId, userId }: Lead, fallback: string): Promise<string> {
  const profile = await findMentor(db, { guildId, userId });
  return profile?.timeZone ?? fallback;
}

/** The next one, or another moment for it. The last day is one of `timeZone`. Throws `circles.unknown`, `circles.closed`, `circles.meeting_outside`. */
export const planMeeting = (db: Db, lead: Lead, circleId: number, planning: NewMeeting, timeZone: string): Promise<Meeting> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = lead;
    const circle = await lockLed(tx, lead, circleId);
    if (!isLive(circle)) throw circleClosed();
    const { startsAt, minutes, place } = planning;
    const on = todayIn(timeZone, startsAt);
    const latest = addDays(todayIn(timeZone, now), furthestMeeting);
    if (startsAt <= now || on > latest || dateOf(on) > circle.endsOn) throw meetingOutside();
    const data = {
      startsAt,
      minutes,
      place,
      mentorId: circle.mentorId,
      // Who plans for tomorrow reminds by planning.
      remindedAt: startsAt.getTime() - now.getTime() <= remindedBefore ? now : null,
    };
    const planned = await tx.mentoringCircleMeeting.findFirst({ where: { circleId, state: 'planned' } });
    if (planned && planned.startsAt <= now) {
      // The one before is over; nobody said that it took place.
      const missed = await tx.mentoringCircleMeeting.update({
        where: { id: planned.id },
        data: { state: 'cancelled', settledAt: now },
      });
      await promiseMeeting(tx, missed);
    }
    const meeting =
      planned && planned.startsAt > now
        ? await tx.mentoringCircleMeeting.update({ where: { id: planned.id }, data })
        : await tx.mentoringCircleMeeting.create({ data: { ...data, circleId, guildId, createdAt: now } });
    await promiseMeeting(tx, meeting);
    return meeting;
  });

/** A meeting that is to come, or waits to be settled. Throws `circles.unknown`, `circles.meeting_over`. */
export async function getPlanned(db: Db, { guildId, userId, isStaff }: Lead, meetingId: number): Promise<Meeting> {
  const found = await db.mentoringCircleMeeting.findFirst({ where: { id: meetingId, guildId }, include: { circle: true } });
  if (!found || (found.circle.mentorId !== userId && !isStaff)) throw circleUnknown();
  const { circle, ...meeting } = found;
  if (meeting.state !== 'planned' || !isLive(circle)) throw meetingOver();
  return meeting;
}

/**
 * What counts for a mentor: it is over, somebody was there, and nothing else of theirs was at that time. Yields how many were inside. Throws
 * `circles.meeting_early`, `circles.meeting_alone`, `circles.meeting_overlaps`.
 */
async function countMeeting(tx: Tx, meeting: Meeting, now: Date): Promise<number> {
  const { guildId, circleId, mentorId, startsAt } = meeting;
  const end = endOf(meeting);
  if (end > now) throw meetingEarly();
  const people = await tx.mentoringCirclePlace.count({ where: { circleId, state: 'inside', askedAt: { lt: end } } });
  if (people === 0) throw meetingAlone();
  // Those of two circles are settled one after the other.
  if (mentorId === null) return people;
  await lock(tx, `circles.met:${guildId}:${mentorId}`);
  const near = await tx.mentoringCircleMeeting.findMany({
    where: { guildId, mentorId, state: 'done', startsAt: { gt: new Date(startsAt.getTime() - day), lt: end } },
  });
  if (near.some((one) => endOf(one) > startsAt)) throw meetingOverlaps();
  return people;
}

/** Throws `circles.unknown`, `circles.meeting_over`; for `done` also `circles.meeting_early`, `circles.meeting_alone`, `circles.meeting_overlaps`. */
export const settleMeeting = (db: Db, lead: Lead, meetingId: number, state: 'done' | 'cancelled'): Promise<Meeting> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = lead;
    const found = await tx.mentoringCircleMeeting.findFirst({ where: { id: meetingId, guildId }, select: { circleId: true } });
    if (!found) throw circleUnknown();
    const circle = await lockLed(tx, lead, found.circleId);
    const meeting = await tx.mentoringCircleMeeting.findUniqueOrThrow({ where: { id: meetingId } });
    if (meeting.state !== 'planned') throw meetingOver();
    const people = state === 'done' ? await countMeeting(tx, meeting, now) : null;
    const settled = await tx.mentoringCircleMeeting.update({ where: { id: meetingId }, data: { state, settledAt: now, people } });
    await promiseMeeting(tx, settled);
    if (circle.mentorId !== userId)
      await audit(tx, {
        guildId,
        actorId: userId,
        action: 'circles.settle_meeting',
        subject: `meeting:${meetingId}`,
        after: { state },
        at: now,
      });
    return settled;
  });

export type MeetingPlan = { meeting: Meeting; circle: Circle; people: string[] };

export async function readMeeting(
  db: Db,
  { guildId, meetingId }: { guildId: string; meetingId: number },
): Promise<MeetingPlan | null> {
  const found = await db.mentoringCircleMeeting.findFirst({
    where: { id: meetingId, guildId },
    include: {
      circle: { include: { places: { where: { state: 'inside' }, orderBy: { id: 'asc' }, select: { userId: true } } } },
    },
  });
  if (!found) return null;
  const { circle: whole, ...meeting } = found;
  const { places, ...circle } = whole;
  return { meeting, circle, people: [...(circle.mentorId ? [circle.mentorId] : []), ...places.map(({ userId }) => userId)] };
}

export const recordMeeting = (db: Db, id: number, data: Partial<Pick<Meeting, 'messageId' | 'remindedAt'>>) =>
  db.mentoringCircleMeeting.updateMany({ where: { id }, data });

/** The thread is there: what was planned before it is announced in it. */
export const recordWelcome = (db: Db, circleId: number, welcomeId: string): Promise<void> =>
  db.$transaction(async (tx) => {
    await tx.mentoringCircle.updateMany({ where: { id: circleId }, data: { welcomeId } });
    const planned = await tx.mentoringCircleMeeting.findFirst({ where: { circleId, state: 'planned' } });
    if (planned) await promiseMeeting(tx, planned);
  });

/** Reminds of what is tomorrow, and forgets what nobody settled. */
export async function sweepMeetings(tx: Tx, now: Date): Promise<void> {
  const due = await tx.mentoringCircleMeeting.findMany({
    where: { state: 'planned', remindedAt: null, startsAt: { gt: now, lte: new Date(now.getTime() + remindedBefore) } },
    select: { id: true, guildId: true },
  });
  await enqueueAll(
    tx,
    remindTask,
    due.map(({ id, guildId }) => ({ payload: { guildId, meetingId: id }, key: String(id) })),
  );
  const old = { state: 'planned' as const, startsAt: { lte: new Date(now.getTime() - unsettledFor) } };
  const forgotten = await tx.mentoringCircleMeeting.findMany({ where: old });
  if (forgotten.length === 0) return;
  await tx.mentoringCircleMeeting.updateMany({
    where: { id: { in: forgotten.map(({ id }) => id) } },
    data: { state: 'cancelled', settledAt: now },
  });
  for (const meeting of forgotten) await promiseMeeting(tx, meeting);
}
