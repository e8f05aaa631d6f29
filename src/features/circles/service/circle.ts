import type { MentoringCircle, MentoringCircleMeeting, MentoringCirclePlace } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueEach, promised, type Tx } from '../../../infra/db.ts';
import { circleUnknown } from '../messages/refusal.ts';
import { endOf, mostLed } from '../rules/circle.ts';
import { type CircleNews, cardTask, newsTask, roomTask } from '../wire.ts';
import type { Lead, Who } from './who.ts';

export type Circle = MentoringCircle;
export type Place = MentoringCirclePlace;
export type Meeting = MentoringCircleMeeting;
export type CircleKey = { guildId: string; circleId: number };

export const findCircle = (db: Db | Tx, { guildId, circleId }: CircleKey): Promise<Circle | null> =>
  db.mentoringCircle.findFirst({ where: { id: circleId, guildId } });

/** Nobody else changes it, or who is in it, until the transaction ends. Throws `circles.unknown`. */
export async function lockCircle(tx: Tx, { guildId, circleId }: CircleKey): Promise<Circle> {
  await tx.$queryRaw`SELECT 1 FROM mentoring_circle WHERE id = ${circleId} AND guild_id = ${guildId} FOR UPDATE`;
  const circle = await findCircle(tx, { guildId, circleId });
  if (!circle) throw circleUnknown();
  return circle;
}

/** The same, for who leads it or may in their place. Throws `circles.unknown`. */
export async function lockLed(tx: Tx, { guildId, userId, isStaff }: Lead, circleId: number): Promise<Circle> {
  const circle = await lockCircle(tx, { guildId, circleId });
  if (circle.mentorId !== userId && !isStaff) throw circleUnknown();
  return circle;
}

export const isLive = ({ state }: Circle): boolean => state === 'open' || state === 'paused';

/** Its message and its thread are to be as its rows say: what waits under the same key is done once for all. */
export async function promiseCircle(tx: Tx, { id, guildId }: { id: number; guildId: string }): Promise<void> {
  const entry = { payload: { guildId, circleId: id }, key: String(id) };
  await enqueueEach(tx, [promised(cardTask, entry), promised(roomTask, entry)]);
}

/** Something to say in the thread. */
export const promiseNews = (
  tx: Tx,
  { id, guildId }: { id: number; guildId: string },
  news: CircleNews,
  now: Date,
): Promise<void> => enqueue(tx, newsTask, { guildId, circleId: id, news, at: now.toISOString() }, { key: `${id}:${news}` });

/** All that a view of a circle says. */
export type CircleView = {
  circle: Circle;
  /** In the order in which they came. */
  inside: Place[];
  waiting: Place[];
  /** Names of courses and promos; empty: every learner. */
  audience: string[];
  meeting: Meeting | null;
  /** The day on which a mentor who pauses by themselves is back; null: not by a day. */
  backOn: Date | null;
  /** The mentor while they may sit in the thread: also during a pause of their own, not under a sanction. */
  leaderId: string | null;
};

export async function namesOf(
  db: Db | Tx,
  { guildId, courseIds, promoIds }: Pick<Circle, 'guildId' | 'courseIds' | 'promoIds'>,
): Promise<string[]> {
  if (courseIds.length + promoIds.length === 0) return [];
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM catalogue_entry WHERE guild_id = ${guildId} AND id = ANY (${courseIds}::integer[])
    UNION SELECT name FROM promo WHERE guild_id = ${guildId} AND id = ANY (${promoIds}::integer[]) ORDER BY name`;
  return rows.map(({ name }) => name);
}

export async function readCircle(db: Db, key: CircleKey): Promise<CircleView | null> {
  const found = await db.mentoringCircle.findFirst({
    where: { id: key.circleId, guildId: key.guildId },
    include: {
      places: { where: { state: { in: ['inside', 'waiting'] } }, orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] },
      meetings: { where: { state: 'planned' } },
    },
  });
  if (!found) return null;
  const { places, meetings, ...circle } = found;
  const profile = circle.mentorId
    ? await db.mentorProfile.findUnique({
        where: { guildId_userId: { guildId: circle.guildId, userId: circle.mentorId } },
        select: { state: true, pausedAs: true, pausedUntil: true },
      })
    : null;
  const mayStay = profile?.state === 'approved' || (profile?.state === 'paused' && profile.pausedAs !== 'sanction');
  return {
    leaderId: mayStay ? circle.mentorId : null,
    backOn: profile?.pausedAs === 'own' ? profile.pausedUntil : null,
    circle,
    inside: places.filter(({ state }) => state === 'inside'),
    waiting: places.filter(({ state }) => state === 'waiting'),
    audience: await namesOf(db, circle),
    meeting: meetings[0] ?? null,
  };
}

export type Listed = { circle: Circle; inside: number; waiting: number; mine: Place['state'] | null };
export type CirclePage = { circles: Listed[]; total: number; page: number; isMentor: boolean };
export const pageSize = 5;

/** Those that go on: one's own first, then by their end. */
export async function listCircles(
  db: Db,
  { guildId, userId }: Pick<Who, 'guildId' | 'userId'>,
  page: number,
): Promise<CirclePage> {
  const [rows, total, profile] = await Promise.all([
    db.$queryRaw<{ id: number; inside: number; waiting: number; mine: Place['state'] | null }[]>`
      SELECT circle.id, count(place.id) FILTER (WHERE place.state = 'inside')::int AS inside,
        count(place.id) FILTER (WHERE place.state = 'waiting')::int AS waiting,
        max(place.state::text) FILTER (WHERE place.user_id = ${userId} AND place.state IN ('inside', 'waiting')) AS mine
      FROM mentoring_circle AS circle LEFT JOIN mentoring_circle_place AS place ON place.circle_id = circle.id
      WHERE circle.guild_id = ${guildId} AND circle.state IN ('open', 'paused')
      GROUP BY circle.id
      ORDER BY (circle.mentor_id IS NOT DISTINCT FROM ${userId}
        OR bool_or(place.user_id = ${userId} AND place.state IN ('inside', 'waiting')) IS TRUE) DESC, circle.ends_on, circle.id
      LIMIT ${pageSize} OFFSET ${page * pageSize}`,
    db.mentoringCircle.count({ where: { guildId, state: { in: ['open', 'paused'] } } }),
    db.mentorProfile.count({ where: { guildId, userId, state: 'approved' } }),
  ]);
  const circles = await db.mentoringCircle.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  const byId = new Map(circles.map((circle) => [circle.id, circle]));
  return {
    circles: rows.flatMap(({ id, ...counts }) => {
      const circle = byId.get(id);
      return circle ? [{ circle, ...counts }] : [];
    }),
    total,
    page,
    isMentor: profile > 0,
  };
}

/** Where somebody is, and what they lead: for *Mon espace*. */
export async function ownCircles(db: Db, { guildId, userId, now }: Who) {
  const live = { guildId, state: { in: ['open', 'paused'] as ('open' | 'paused')[] } };
  const [inside, led, begun] = await Promise.all([
    db.mentoringCircle.findMany({
      where: { ...live, places: { some: { userId, state: 'inside' } } },
      orderBy: { id: 'asc' },
      take: 3,
    }),
    db.mentoringCircle.findMany({ where: { ...live, mentorId: userId }, orderBy: { id: 'asc' }, take: 3 }),
    db.mentoringCircleMeeting.findMany({
      where: { guildId, mentorId: userId, state: 'planned', startsAt: { lt: now } },
      include: { circle: { select: { title: true } } },
      orderBy: { id: 'asc' },
      take: mostLed,
    }),
  ]);
  const unsettled = begun.filter((meeting) => endOf(meeting) <= now);
  return { inside, led, unsettled };
}

export const countOpen = (db: Db, guildId: string): Promise<number> =>
  db.mentoringCircle.count({ where: { guildId, state: 'open' } });

/** What waits for staff. */
export async function countForStaff(db: Db, guildId: string): Promise<{ orphans: number; reports: number }> {
  const [orphans, reports] = await Promise.all([
    db.mentoringCircle.count({ where: { guildId, state: 'paused' } }),
    db.mentoringCircleReport.count({ where: { guildId, handledAt: null } }),
  ]);
  return { orphans, reports };
}

type Kept = Partial<
  Pick<
    Circle,
    | 'cardChannelId'
    | 'cardMessageId'
    | 'begunAt'
    | 'threadId'
    | 'welcomeId'
    | 'lockedAt'
    | 'deletedAt'
    | 'staffChannelId'
    | 'staffMessageId'
  >
>;

/** What Discord has of it. */
export const recordCircle = (db: Db, id: number, data: Kept) => db.mentoringCircle.updateMany({ where: { id }, data });
