import { enqueue, enqueueAll, Prisma, type Tx } from '../../../infra/db.ts';
import { addDays, type Day, dateOf, dayOf } from '../../../kernel/day.ts';
import { deletionDay, noticeDays } from '../rules/life.ts';
import { buildTask, clearTask, compareTask, noticeTask } from '../wire.ts';
import { settleKinds } from './kind.ts';
import { promiseKinds, promisePermissions, promiseRoles } from './member.ts';

type Key = { guildId: string; promoId: number };

/** People of a promo, and its learners who learn in no other that runs. */
async function peopleOf(tx: Tx, promoId: number): Promise<{ all: string[]; onlyHere: string[] }> {
  const rows = await tx.$queryRaw<{ userId: string; onlyHere: boolean }[]>`
    SELECT person.user_id AS "userId", person.part = 'learner' AND NOT EXISTS (
      SELECT FROM promo_member AS other JOIN promo ON promo.id = other.promo_id
      WHERE other.guild_id = person.guild_id AND other.user_id = person.user_id AND other.left_at IS NULL AND other.part = 'learner'
        AND other.promo_id <> person.promo_id AND promo.state = 'active') AS "onlyHere"
    FROM promo_member AS person WHERE person.promo_id = ${promoId} AND person.left_at IS NULL`;
  return { all: rows.map(({ userId }) => userId), onlyHere: rows.flatMap(({ userId, onlyHere }) => (onlyHere ? [userId] : [])) };
}

/** The promo begins: its space, its roles, and its people learn, whether they were alumni of another or still outside. */
export async function begin(tx: Tx, { guildId, promoId }: Key): Promise<void> {
  await tx.promo.update({ where: { id: promoId }, data: { state: 'active' } });
  const { all } = await peopleOf(tx, promoId);
  await settleKinds(tx, { guildId, userIds: all });
  await enqueue(tx, buildTask, { guildId, promoId }, { key: String(promoId) });
  await promiseRoles(tx, guildId, all);
}

/** The promo ends: read-only, and its learners become alumni unless they learn in another. */
export async function finish(
  tx: Tx,
  { guildId, promoId, today, diploma, now }: Key & { today: Day; diploma: boolean; now: Date },
): Promise<void> {
  const { all, onlyHere } = await peopleOf(tx, promoId);
  await tx.promo.update({
    where: { id: promoId },
    data: { state: 'ended', endedAt: now, deleteOn: dateOf(deletionDay(today, { diploma })), lockedAt: null },
  });
  await settleKinds(tx, { guildId, userIds: all });
  await promisePermissions(tx, { guildId, promoId });
  // The roles of the promo, its course and its campus stay until its space goes.
  await promiseKinds(tx, guildId, onlyHere);
}

/** The way back from an end: its learners learn again, its channels are theirs again. */
export async function reopen(tx: Tx, { guildId, promoId }: Key): Promise<void> {
  await tx.promo.update({
    where: { id: promoId },
    data: { endedAt: null, deleteOn: null, deletionToldAt: null, endToldAt: null },
  });
  const { all } = await peopleOf(tx, promoId);
  await settleKinds(tx, { guildId, userIds: all });
  await enqueue(tx, buildTask, { guildId, promoId }, { key: String(promoId) });
  await promisePermissions(tx, { guildId, promoId });
  await promiseRoles(tx, guildId, all);
}

/** More wait for the next time. */
const most = 50;

type Due = { id: number; guildId: string; today: Date; diploma: boolean };

/**
 * `soon`: no time zone is more than a day ahead of UTC, so nothing later can be due; each bound is one that an index knows, since the local
 * date of a server is not.
 */
const conditions = (soon: Prisma.Sql) => ({
  starting: Prisma.sql`promo.state = 'planned' AND promo.starts_on <= ${soon} AND promo.starts_on <= local.today`,
  end_notice: Prisma.sql`promo.state = 'active' AND promo.end_told_at IS NULL AND promo.ends_on <= ${soon} + ${noticeDays}::int
    AND promo.ends_on - ${noticeDays}::int <= local.today AND promo.ends_on > local.today`,
  ending: Prisma.sql`promo.state = 'active' AND promo.ends_on <= ${soon} AND promo.ends_on <= local.today`,
  deletion_notice: Prisma.sql`promo.state IN ('ended', 'cancelled') AND promo.clearing_at IS NULL AND promo.delete_on <= ${soon} + ${noticeDays}::int
    AND promo.state = 'ended' AND promo.deletion_told_at IS NULL AND promo.delete_on - ${noticeDays}::int <= local.today
    AND promo.delete_on > local.today`,
  leaving: Prisma.sql`promo.state IN ('ended', 'cancelled') AND promo.clearing_at IS NULL AND promo.delete_on <= ${soon}
    AND promo.delete_on <= local.today`,
});

/** Promos of which that is true on today's date in the time zone of their server. Another process asking at once takes others. */
const due = (tx: Tx, now: Date, which: keyof ReturnType<typeof conditions>): Promise<Due[]> =>
  tx.$queryRaw<Due[]>`
    SELECT promo.id, promo.guild_id AS "guildId", local.today, course.diploma
    FROM promo JOIN catalogue_entry AS course ON course.id = promo.course_id LEFT JOIN guild ON guild.id = promo.guild_id,
      LATERAL (SELECT (${now}::timestamptz AT TIME ZONE coalesce(guild.time_zone, 'Europe/Paris'))::date AS today) AS local
    WHERE guild.left_at IS NULL AND ${conditions(Prisma.sql`((${now}::timestamptz AT TIME ZONE 'UTC')::date + 1)`)[which]}
    ORDER BY promo.id LIMIT ${most} FOR UPDATE OF promo SKIP LOCKED`;

/** Whatever the calendar owes: beginnings, ends, notices, deletions. What was missed while the program was down comes in the right order. */
export async function keepCalendar(tx: Tx, now: Date): Promise<void> {
  for (const { id: promoId, guildId } of await due(tx, now, 'starting')) await begin(tx, { guildId, promoId });
  for (const { id: promoId, guildId } of await due(tx, now, 'end_notice')) {
    await tx.promo.update({ where: { id: promoId }, data: { endToldAt: now } });
    await enqueue(tx, noticeTask, { guildId, promoId, which: 'end' }, { key: `${promoId}:end` });
  }
  for (const { id: promoId, guildId, today, diploma } of await due(tx, now, 'ending'))
    await finish(tx, { guildId, promoId, today: dayOf(today), diploma, now });
  for (const { id: promoId, guildId } of await due(tx, now, 'deletion_notice')) {
    await tx.promo.update({ where: { id: promoId }, data: { deletionToldAt: now } });
    await enqueue(tx, noticeTask, { guildId, promoId, which: 'deletion' }, { key: `${promoId}:deletion` });
  }
  for (const { id: promoId, guildId } of await due(tx, now, 'leaving')) await clear(tx, { guildId, promoId, now });
}

/** From here on there is no way back: the space goes, and the roles with it. A promo that ended is archived. */
export async function clear(tx: Tx, { guildId, promoId, now }: Key & { now: Date }): Promise<void> {
  await tx.$executeRaw`
    UPDATE promo SET clearing_at = ${now}, state = CASE WHEN state = 'ended' THEN 'archived'::promo_state ELSE state END WHERE id = ${promoId}`;
  const { all } = await peopleOf(tx, promoId);
  await promiseRoles(tx, guildId, all);
  await enqueue(tx, clearTask, { guildId, promoId }, { key: String(promoId) });
}

/** The hour of the night, on a server's own clock, after which its promos are compared with Discord. */
const nightHour = 3;

/** One comparison a server and a night, of the promos that have a space. */
export async function keepNight(tx: Tx, now: Date): Promise<void> {
  const servers = await tx.$queryRaw<{ guildId: string; today: Date }[]>`
    UPDATE promo SET checked_on = local.today
    FROM promo AS same LEFT JOIN guild ON guild.id = same.guild_id,
      LATERAL (SELECT ${now}::timestamptz AT TIME ZONE coalesce(guild.time_zone, 'Europe/Paris') AS time) AS clock,
      LATERAL (SELECT clock.time::date AS today, extract(hour FROM clock.time) AS hour) AS local
    WHERE same.id = promo.id AND guild.left_at IS NULL AND promo.state IN ('planned', 'active', 'ended') AND promo.built_at IS NOT NULL
      AND local.hour >= ${nightHour} AND (promo.checked_on IS NULL OR promo.checked_on < local.today)
    RETURNING promo.guild_id AS "guildId", local.today`;
  const nights = new Map(servers.map(({ guildId, today }) => [guildId, dayOf(today)]));
  await enqueueAll(
    tx,
    compareTask,
    [...nights].map(([guildId, day]) => ({ payload: { guildId, day, askedAt: now }, key: guildId })),
  );
}

/** The first day on which a promo may end when it is postponed. */
export const earliestEnd = (today: Day): Day => addDays(today, 1);
