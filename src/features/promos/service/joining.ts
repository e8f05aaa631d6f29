import { type Db, Prisma, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import type { Text } from '../../../kernel/text.ts';
import { promoDay, text } from '../messages/promo.ts';
import { dayOf } from '../rules/day.ts';
import type { State } from '../rules/life.ts';
import { admitTraced, isInside, learnsIn, lockPerson, type Part } from './member.ts';
import { findPromo, lockPromo, type Promo } from './promo.ts';

/** Entries of a page: as many as Discord shows in a select. */
export const joinSize = 25;

/** A promo as people choose it. Names are as staff typed them. */
export type PromoChoice = {
  id: number;
  name: string;
  course: string;
  campus: string;
  remote: boolean;
  managerId: string | null;
  /** True while people may enter it. */
  isJoinable: boolean;
  hasBegun: boolean;
  /** Its people see its space, or will in a moment. */
  hasSpace: boolean;
  start: Text;
  dates: Text;
};

type Row = Pick<Promo, 'id' | 'name' | 'remote' | 'early' | 'state' | 'startsOn' | 'endsOn' | 'managerId'> & {
  course: string;
  campus: string;
};

const isOpen = (state: State): boolean => state === 'planned' || state === 'active';

function choiceOf({ id, name, course, campus, remote, early, state, startsOn, endsOn, managerId }: Row): PromoChoice {
  const start = promoDay(dayOf(startsOn));
  const dates = text.fromTo(start, promoDay(dayOf(endsOn)));
  const hasSpace = state === 'active' || (state === 'planned' && early);
  const hasBegun = state === 'active';
  return { id, name, course, campus, remote, managerId, isJoinable: isOpen(state), hasBegun, hasSpace, start, dates };
}

/** Promos that people may ask to join; without those in which `userId` is. */
function joinable({ guildId, userId }: { guildId: string; userId?: string | undefined }): Prisma.Sql {
  const open = Prisma.sql`promo.guild_id = ${guildId} AND promo.state IN ('planned', 'active') AND promo.clearing_at IS NULL`;
  if (userId === undefined) return open;
  return Prisma.sql`${open} AND NOT EXISTS (
    SELECT FROM promo_member AS mine WHERE mine.promo_id = promo.id AND mine.user_id = ${userId} AND mine.left_at IS NULL)`;
}

/** Whose choice it is: `userId` leaves out the promos in which that person is. */
export type Choosing = { guildId: string; userId?: string | undefined };

export async function hasJoinable(db: Db | Tx, choosing: Choosing): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`SELECT 1 FROM promo WHERE ${joinable(choosing)} LIMIT 1`;
  return rows.length > 0;
}

export type CourseChoice = { id: number; name: string; promos: number };
export type CoursePage = { courses: CourseChoice[]; total: number; page: number };

/** Courses with a promo that can be joined, by name. `page` begins at 0; one that is no more shows the last. */
export async function readCourses(db: Db, { page, ...choosing }: Choosing & { page: number }): Promise<CoursePage> {
  const rows = await db.$queryRaw<(CourseChoice & { total: number; page: number })[]>`
    WITH found AS (
      SELECT course.id, course.name, count(*)::int AS promos
      FROM promo JOIN catalogue_entry AS course ON course.id = promo.course_id
      WHERE ${joinable(choosing)} GROUP BY course.id
    ), size AS (
      SELECT count(*)::int AS total, least(${page}::int, greatest(0, count(*)::int - 1) / ${joinSize}::int) AS page FROM found
    ), line AS (
      SELECT found.*, (row_number() OVER (ORDER BY fold(name), id) - 1)::int AS place FROM found
    )
    SELECT line.id, line.name, line.promos, size.total, size.page FROM size
    JOIN line ON line.place / ${joinSize}::int = size.page ORDER BY line.place`;
  const courses = rows.map(({ id, name, promos }) => ({ id, name, promos }));
  return { courses, total: rows[0]?.total ?? 0, page: rows[0]?.page ?? 0 };
}

export type PromoChoices = { courseId: number; promos: PromoChoice[]; total: number; page: number };

/** Promos of a course that can be joined, by name. Empty for a course of another server, or without any. */
export async function readChoices(
  db: Db,
  { courseId, page, ...choosing }: Choosing & { courseId: number; page: number },
): Promise<PromoChoices> {
  const rows = await db.$queryRaw<(Row & { total: number; page: number })[]>`
    WITH found AS (
      SELECT promo.id, (row_number() OVER (ORDER BY fold(promo.name), promo.id) - 1)::int AS place, count(*) OVER ()::int AS total
      FROM promo WHERE promo.course_id = ${courseId} AND ${joinable(choosing)}
    ), shown AS (
      SELECT found.*, least(${page}::int, (total - 1) / ${joinSize}::int) AS page FROM found
    )
    SELECT promo.id, promo.name, promo.remote, promo.early, promo.state::text AS state, promo.starts_on AS "startsOn",
      promo.ends_on AS "endsOn", promo.manager_id AS "managerId", course.name AS course, campus.name AS campus, shown.total, shown.page
    FROM shown JOIN promo ON promo.id = shown.id
    JOIN catalogue_entry AS course ON course.id = promo.course_id JOIN catalogue_entry AS campus ON campus.id = promo.campus_id
    WHERE shown.place / ${joinSize}::int = shown.page ORDER BY shown.place`;
  return { courseId, promos: rows.map(choiceOf), total: rows[0]?.total ?? 0, page: rows[0]?.page ?? 0 };
}

const nameOf = (promo: Promo): Row => ({ ...promo, course: promo.course.name, campus: promo.campus.name });

/** A promo of this server, in whatever state; null when there is none. */
export async function findChoice(db: Db | Tx, key: { guildId: string; promoId: number }): Promise<PromoChoice | null> {
  const promo = await findPromo(db, key);
  return promo && choiceOf(nameOf(promo));
}

/** True when the promo can be joined. It stays so until the transaction ends. */
export async function holdJoinable(tx: Tx, { guildId, promoId }: { guildId: string; promoId: number }): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM promo WHERE id = ${promoId} AND ${joinable({ guildId })} FOR SHARE`;
  return rows.length > 0;
}

/** Promos, planned or running, where a person learns, but that one. */
export async function learningElsewhere(
  db: Db | Tx,
  { guildId, userId, except }: { guildId: string; userId: string; except: number },
): Promise<string[]> {
  const state = { in: ['planned' as const, 'active' as const] };
  const found = await db.promoMember.findMany({
    where: { guildId, userId, part: 'learner', leftAt: null, promoId: { not: except }, promo: { state } },
    select: { promo: { select: { name: true } } },
    orderBy: { id: 'asc' },
    take: 10,
  });
  return found.map(({ promo }) => promo.name);
}

/** Before whatever else of the person or the promo is locked: everybody takes them in this order. */
export async function lockJoining(tx: Tx, key: { guildId: string; userId: string; promoId: number }): Promise<Promo> {
  await lockPerson(tx, key.guildId, key.userId);
  return lockPromo(tx, key);
}

/** over: it has ended or was cancelled. elsewhere: the person learns in another promo, and a second one is not meant. */
export type Joined = 'joined' | 'already' | 'over' | 'elsewhere';

/** Lets a person into a promo that `lockJoining` locked, when they may be in it; nothing is thrown, since what led here stands. */
export async function joinPromo(
  tx: Tx,
  by: Change,
  { promo, userId, part, isSecond }: { promo: Promo; userId: string; part: Part; isSecond: boolean },
): Promise<Joined> {
  const promoId = promo.id;
  if (await isInside(tx, { promoId, userId })) return 'already';
  if (!isOpen(promo.state)) return 'over';
  if (part === 'learner' && !isSecond && (await learnsIn(tx, { guildId: by.guildId, userId, except: promoId })))
    return 'elsewhere';
  await admitTraced(tx, by, { promoId, userId, part });
  return 'joined';
}
