import { audit } from '../../../infra/audit.ts';
import { type Db, enqueueAll, lock, type Tx } from '../../../infra/db.ts';
import { avoidsOf } from '../../mentors/service/avoid.ts';
import {
  circleAlreadyIn,
  circleClosed,
  circleNotForYou,
  circleOtherAudience,
  circleOwn,
  circleTooMany,
  circleUnknown,
} from '../messages/refusal.ts';
import { mostJoined } from '../rules/circle.ts';
import { type PlaceNews, placeTask } from '../wire.ts';
import { type Circle, isLive, lockCircle, lockLed, namesOf, type Place, promiseCircle } from './circle.ts';
import { areApart, type Lead, type Who } from './who.ts';

/** `inside`, or their place in the waiting list, from 1. */
export type Joined = { circle: Circle; isInside: boolean; place: number };

async function requireAudience(tx: Tx, circle: Circle, userId: string): Promise<void> {
  const { guildId, courseIds, promoIds } = circle;
  if (courseIds.length + promoIds.length === 0) return;
  const [row] = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM promo_member AS person JOIN promo ON promo.id = person.promo_id
      WHERE person.guild_id = ${guildId} AND person.user_id = ${userId} AND person.part = 'learner' AND person.left_at IS NULL
        AND promo.state IN ('planned', 'active') AND (promo.id = ANY (${promoIds}::integer[]) OR promo.course_id = ANY (${courseIds}::integer[]))
    ) AS found`;
  if (!row?.found) throw circleOtherAudience(await namesOf(tx, circle));
}

/** The lowest seat that nobody has; null when all are taken. */
async function freeSeat(tx: Tx, { id, seats }: Circle): Promise<number | null> {
  const taken = await tx.mentoringCirclePlace.findMany({ where: { circleId: id, state: 'inside' }, select: { seat: true } });
  const busy = new Set(taken.map(({ seat }) => seat));
  return Array.from({ length: seats }, (_, index) => index + 1).find((seat) => !busy.has(seat)) ?? null;
}

/** One thing at a time that somebody joins. */
const joining = ({ guildId, userId }: { guildId: string; userId: string }): string => `circles.join:${guildId}:${userId}`;

/**
 * A seat, or the end of the waiting list. Throws `circles.unknown`, `circles.closed`, `circles.own`, `circles.already_in`, `circles.not_for_you`,
 * `circles.other_audience`, `circles.too_many`.
 */
export const joinCircle = (db: Db, { guildId, userId, now }: Who, circleId: number, locale: string): Promise<Joined> =>
  db.$transaction(async (tx) => {
    await lock(tx, joining({ guildId, userId }));
    const circle = await lockCircle(tx, { guildId, circleId });
    if (circle.mentorId === userId) throw circleOwn();
    if (circle.state !== 'open' || circle.mentorId === null) throw circleClosed();
    const former = await tx.mentoringCirclePlace.findUnique({ where: { circleId_userId: { circleId, userId } } });
    if (former && !former.endedAt) throw circleAlreadyIn();
    if (former?.state === 'removed' || (await areApart(tx, { guildId, one: userId, other: circle.mentorId })))
      throw circleNotForYou();
    await requireAudience(tx, circle, userId);
    const joined = await tx.mentoringCirclePlace.count({
      where: { guildId, userId, state: { in: ['inside', 'waiting'] }, circle: { state: { in: ['open', 'paused'] } } },
    });
    if (joined >= mostJoined) throw circleTooMany(mostJoined);

    const waiting = await tx.mentoringCirclePlace.count({ where: { circleId, state: 'waiting' } });
    // Whoever waits comes first.
    const seat = waiting > 0 ? null : await freeSeat(tx, circle);
    const data = { state: seat === null ? ('waiting' as const) : ('inside' as const), seat, locale, askedAt: now, endedAt: null };
    await tx.mentoringCirclePlace.upsert({
      where: { circleId_userId: { circleId, userId } },
      update: data,
      create: { ...data, circleId, guildId, userId },
    });
    await promiseCircle(tx, circle);
    return { circle, isInside: seat !== null, place: waiting + 1 };
  });

const promisePlaces = (tx: Tx, places: readonly Pick<Place, 'id' | 'guildId'>[], news: PlaceNews): Promise<void> =>
  enqueueAll(
    tx,
    placeTask,
    places.map(({ id, guildId }) => ({ payload: { guildId, placeId: id, news }, key: `${id}:${news}` })),
  );

/** Whoever waits for a mentor from whom they are apart waits no more: they are told as neutrally as whoever is removed. The circle is locked. */
async function dismiss(tx: Tx, { id: circleId, guildId, mentorId }: Circle, now: Date): Promise<void> {
  if (mentorId === null) return;
  const apart = [...(await avoidsOf(tx, { guildId, userId: mentorId }))];
  const dismissed = await tx.mentoringCirclePlace.updateManyAndReturn({
    where: { circleId, state: 'waiting', userId: { in: apart } },
    data: { state: 'left', endedAt: now },
  });
  await promisePlaces(tx, dismissed, 'removed');
}

/** Lets in those who have waited longest, while there is room. The circle is locked. */
export async function fillCircle(tx: Tx, circle: Circle, now: Date): Promise<void> {
  await dismiss(tx, circle, now);
  const letIn: Place[] = [];
  while (circle.state === 'open') {
    const seat = await freeSeat(tx, circle);
    const next =
      seat === null
        ? null
        : await tx.mentoringCirclePlace.findFirst({
            where: { circleId: circle.id, state: 'waiting' },
            orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
          });
    if (!next) break;
    letIn.push(await tx.mentoringCirclePlace.update({ where: { id: next.id }, data: { state: 'inside', seat } }));
  }
  await promisePlaces(tx, letIn, 'let_in');
  await promiseCircle(tx, circle);
}

async function vacate(tx: Tx, circle: Circle, place: Place, state: 'left' | 'removed', now: Date): Promise<void> {
  await tx.mentoringCirclePlace.update({ where: { id: place.id }, data: { state, seat: null, endedAt: now } });
  await fillCircle(tx, circle, now);
}

/** They avoid each other from now on: neither keeps a place where the other leads. */
export const partInCircles = (db: Db, { guildId, one, other }: { guildId: string; one: string; other: string }, now: Date) =>
  db.$transaction(async (tx) => {
    // Whoever joins at this moment is seen once they have.
    for (const userId of [one, other].sort()) await lock(tx, joining({ guildId, userId }));
    const places = await tx.mentoringCirclePlace.findMany({
      where: {
        guildId,
        userId: { in: [one, other] },
        state: { in: ['inside', 'waiting'] },
        circle: { state: { in: ['open', 'paused'] } },
      },
      orderBy: { circleId: 'asc' },
    });
    for (const { id, circleId, userId } of places) {
      const circle = await lockCircle(tx, { guildId, circleId });
      const place = await tx.mentoringCirclePlace.findUnique({ where: { id } });
      const leader = userId === one ? other : one;
      if (!isLive(circle) || circle.mentorId !== leader || !place || place.endedAt) continue;
      if (!(await areApart(tx, { guildId, one, other }))) return;
      await vacate(tx, circle, place, 'left', now);
      await promisePlaces(tx, [place], 'removed');
    }
  });

/** Also from the waiting list, and without reasons. Throws `circles.unknown`. */
export const leaveCircle = (db: Db, who: Who, circleId: number): Promise<Circle> =>
  db.$transaction((tx) => leaveIn(tx, who, circleId));

export async function leaveIn(tx: Tx, { guildId, userId, now }: Who, circleId: number): Promise<Circle> {
  const circle = await lockCircle(tx, { guildId, circleId });
  const place = await tx.mentoringCirclePlace.findUnique({ where: { circleId_userId: { circleId, userId } } });
  if (!place || place.endedAt) throw circleUnknown();
  await vacate(tx, circle, place, 'left', now);
  return circle;
}

/** By who leads it. The person is told neutrally and cannot come back by themselves. Throws `circles.unknown`. */
export const removeFromCircle = (db: Db, lead: Lead, circleId: number, personId: string): Promise<void> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = lead;
    const circle = await lockLed(tx, lead, circleId);
    const place = await tx.mentoringCirclePlace.findUnique({ where: { circleId_userId: { circleId, userId: personId } } });
    if (!isLive(circle) || !place || place.endedAt) throw circleUnknown();
    await vacate(tx, circle, place, 'removed', now);
    await promisePlaces(tx, [place], 'removed');
    if (circle.mentorId !== userId)
      await audit(tx, {
        guildId,
        actorId: userId,
        targetId: personId,
        action: 'circles.remove',
        subject: `circle:${circleId}`,
        at: now,
      });
  });

/** The circle is over: whoever waited is told, and its people are left as they were. */
export async function closeWaiting(tx: Tx, circle: Circle, now: Date): Promise<void> {
  const waiting = await tx.mentoringCirclePlace.findMany({ where: { circleId: circle.id, state: 'waiting' } });
  await tx.mentoringCirclePlace.updateMany({
    where: { circleId: circle.id, state: 'waiting' },
    data: { state: 'left', endedAt: now },
  });
  await promisePlaces(tx, waiting, 'closed');
}

/** Those who left the server give their seats up. */
export async function sweepPlaces(tx: Tx, now: Date): Promise<void> {
  const gone = await tx.$queryRaw<{ id: number; circleId: number; guildId: string }[]>`
    SELECT place.id, place.circle_id AS "circleId", place.guild_id AS "guildId"
    FROM mentoring_circle AS circle JOIN mentoring_circle_place AS place ON place.circle_id = circle.id
    JOIN member ON member.guild_id = place.guild_id AND member.user_id = place.user_id AND member.left_at IS NOT NULL
    WHERE circle.state IN ('open', 'paused') AND place.state IN ('inside', 'waiting') ORDER BY place.circle_id, place.id LIMIT 200`;
  for (const { id, circleId, guildId } of gone) {
    const circle = await lockCircle(tx, { guildId, circleId });
    const place = await tx.mentoringCirclePlace.findUnique({ where: { id } });
    if (place && !place.endedAt) await vacate(tx, circle, place, 'left', now);
  }
}

export type Told = { place: Place; circle: Circle };

export async function findPlace(db: Db, { guildId, placeId }: { guildId: string; placeId: number }): Promise<Told | null> {
  const found = await db.mentoringCirclePlace.findFirst({ where: { id: placeId, guildId }, include: { circle: true } });
  if (!found) return null;
  const { circle, ...place } = found;
  return { place, circle };
}
