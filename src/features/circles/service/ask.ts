import type { MentoringFlash } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueAll, isDuplicate, lock, type Tx } from '../../../infra/db.ts';
import { skillKeys } from '../../../kernel/fit.ts';
import type { Language } from '../../../kernel/mentoring.ts';
import { longestSkill, mostSkills, readSkills } from '../../../kernel/skill.ts';
import { day, timeOf } from '../../../kernel/time.ts';
import { flashNotTaken, flashNotYours, flashOpen, flashTooManySkills, flashWeek, type When } from '../messages/flash.ts';
import { answerTime, type FlashTheme, mostAsked, mostAsksADay, mostAWeek, takenFor, week } from '../rules/flash.ts';
import { flashAskTask, flashNewsTask, flashRoomTask } from '../wire.ts';
import type { Who } from './who.ts';

export type Flash = MentoringFlash;
export type FlashKey = { guildId: string; flashId: number };

export type NewFlash = {
  theme: FlashTheme;
  about: string;
  suits: When;
  skills: string;
  languages: readonly Language[];
  locale: string;
};

export const findFlash = (db: Db | Tx, { guildId, flashId }: FlashKey): Promise<Flash | null> =>
  db.mentoringFlash.findFirst({ where: { id: flashId, guildId } });

/** Nobody else changes it until the transaction ends. */
export async function lockFlash(tx: Tx, { guildId, flashId }: FlashKey): Promise<Flash | null> {
  await tx.$queryRaw`SELECT 1 FROM mentoring_flash WHERE id = ${flashId} AND guild_id = ${guildId} FOR UPDATE`;
  return findFlash(tx, { guildId, flashId });
}

/** What a learner asked and is not over. */
export const liveFlash = (db: Db | Tx, { guildId, userId }: Pick<Who, 'guildId' | 'userId'>): Promise<Flash | null> =>
  db.mentoringFlash.findFirst({ where: { guildId, learnerId: userId, state: { in: ['open', 'taken'] } } });

/** Those that count, the oldest first: what nobody could do is no reason to make somebody wait. */
const recent = (db: Db | Tx, { guildId, userId, now }: Who): Promise<{ createdAt: Date }[]> => db.$queryRaw`
  SELECT created_at AS "createdAt" FROM mentoring_flash
  WHERE guild_id = ${guildId} AND learner_id = ${userId} AND created_at > ${new Date(now.getTime() - week)}
    AND state <> 'expired' AND NOT (state = 'cancelled' AND ended_by IS DISTINCT FROM learner_id)
  ORDER BY created_at`;

/** How many more a learner may ask in these seven days. */
export const flashesLeft = async (db: Db, who: Who): Promise<number> => Math.max(0, mostAWeek - (await recent(db, who)).length);

function tidySkills(typed: string): string[] {
  const skills = readSkills(typed);
  if (skills.length > mostSkills || skills.some((skill) => skill.length > longestSkill)) throw flashTooManySkills(mostSkills);
  return skills;
}

/** Asks all fitting mentors at once. Throws `circles.flash_open`, `circles.flash_week`, `circles.flash_skills`. */
export async function askFlash(db: Db, who: Who, input: NewFlash): Promise<{ flash: Flash; asked: number }> {
  const { guildId, userId, now } = who;
  const skills = tidySkills(input.skills);
  try {
    return await db.$transaction(async (tx) => {
      await lock(tx, `circles.flash:${guildId}:${userId}`);
      if (await liveFlash(tx, who)) throw flashOpen();
      const made = await recent(tx, who);
      const [first] = made;
      if (first && made.length >= mostAWeek) throw flashWeek(mostAWeek, timeOf(new Date(first.createdAt.getTime() + week), 'R'));
      const flash = await tx.mentoringFlash.create({
        data: {
          ...input,
          guildId,
          learnerId: userId,
          skills,
          skillKeys: skillKeys(skills),
          languages: [...input.languages],
          createdAt: now,
          closesAt: new Date(now.getTime() + answerTime),
        },
      });
      return { flash, asked: await askMentors(tx, flash, now) };
    });
  } catch (error) {
    if (isDuplicate(error, 'mentoring_flash_one')) throw flashOpen();
    throw error;
  }
}

/**
 * Asks those who fit, as many as are missing to the most who have it before them (the flash is locked): who shares a technology first, then who was asked longest ago. Nobody gets more than their
 * part of a day, and whoever took one this week gets none unless they wish.
 */
export async function askMentors(tx: Tx, flash: Flash, now: Date): Promise<number> {
  const { id, guildId, learnerId, theme, languages, skillKeys: keys } = flash;
  const before = (age: number) => new Date(now.getTime() - age);
  // Counted and written by one at a time: together they would ask somebody too often.
  await lock(tx, `circles.flash_asks:${guildId}`);
  const asked = await tx.$queryRaw<{ userId: string }[]>`
    INSERT INTO mentoring_flash_ask (flash_id, guild_id, mentor_id, at)
    SELECT ${id}::integer, mentor.guild_id, mentor.user_id, ${now}::timestamptz
    FROM mentor_profile AS mentor
    LEFT JOIN mentoring_flash_wish AS chosen ON chosen.guild_id = mentor.guild_id AND chosen.user_id = mentor.user_id
    CROSS JOIN LATERAL (
      SELECT max(ask.at) AS last, count(*) FILTER (WHERE ask.at > ${before(day)}) AS today
      FROM mentoring_flash_ask AS ask WHERE ask.guild_id = mentor.guild_id AND ask.mentor_id = mentor.user_id
    ) AS load
    WHERE mentor.guild_id = ${guildId} AND mentor.state = 'approved' AND mentor.user_id <> ${learnerId}
      AND mentor.themes @> ARRAY[${theme}]::text[] AND mentor.languages && ${languages}::text[]
      AND coalesce(chosen.wish, 'weekly') <> 'never' AND load.today < ${mostAsksADay}
      AND (chosen.wish = 'always' OR NOT EXISTS (
        SELECT FROM mentoring_flash AS taken
        WHERE taken.guild_id = mentor.guild_id AND taken.mentor_id = mentor.user_id AND taken.taken_at > ${before(week)}))
      AND NOT EXISTS (SELECT FROM mentoring_flash_ask AS ask WHERE ask.flash_id = ${id} AND ask.mentor_id = mentor.user_id)
      AND NOT EXISTS (SELECT FROM member WHERE member.guild_id = mentor.guild_id AND member.user_id = mentor.user_id AND left_at IS NOT NULL)
      AND NOT EXISTS (
        SELECT FROM mentoring_avoid AS avoid WHERE avoid.guild_id = mentor.guild_id
          AND ((avoid.user_id = mentor.user_id AND avoided_id = ${learnerId}) OR (avoid.user_id = ${learnerId} AND avoided_id = mentor.user_id)))
    ORDER BY (mentor.skill_keys && ${keys}::text[]) DESC, load.last NULLS FIRST, md5(${String(id)} || mentor.user_id)
    LIMIT greatest(0, ${mostAsked} - (SELECT count(*) FROM mentoring_flash_ask WHERE flash_id = ${id} AND state = 'asked'))
    RETURNING mentor_id AS "userId"`;
  await promiseAsks(
    tx,
    asked.map(({ userId }) => ({ guildId, flashId: id, userId })),
  );
  return asked.length;
}

export const promiseAsks = (tx: Tx, asks: readonly { guildId: string; flashId: number; userId: string }[]): Promise<void> =>
  enqueueAll(
    tx,
    flashAskTask,
    asks.map((payload) => ({ payload, key: `${payload.flashId}:${payload.userId}` })),
  );

export const promiseRoom = (tx: Tx, key: FlashKey): Promise<void> =>
  enqueue(tx, flashRoomTask, key, { key: String(key.flashId) });

type Ended = { id: number; guildId: string };

/** They are over, or taken: who was asked and has not answered sees it, the learner is told, the thread follows. */
export async function settleFlashes(tx: Tx, flashes: readonly Ended[]): Promise<void> {
  if (flashes.length === 0) return;
  const closed = await tx.$queryRaw<{ flashId: number; guildId: string; userId: string }[]>`
    UPDATE mentoring_flash_ask SET state = 'closed' WHERE flash_id = ANY (${flashes.map(({ id }) => id)}::integer[]) AND state = 'asked'
    RETURNING flash_id AS "flashId", guild_id AS "guildId", mentor_id AS "userId"`;
  await promiseAsks(tx, closed);
  const entries = flashes.map(({ id, guildId }) => ({ payload: { guildId, flashId: id }, key: String(id) }));
  await enqueueAll(tx, flashNewsTask, entries);
  await enqueueAll(tx, flashRoomTask, entries);
}

/** Throws `circles.flash_not_yours`, `circles.flash_over`. */
export const withdrawFlash = (db: Db, { guildId, userId, now }: Who, flashId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    const flash = await lockFlash(tx, { guildId, flashId });
    if (flash?.learnerId !== userId) throw flashNotYours();
    if (flash.state !== 'open') throw flashNotTaken();
    await tx.mentoringFlash.update({ where: { id: flashId }, data: { state: 'withdrawn', endedAt: now, endedBy: userId } });
    await settleFlashes(tx, [flash]);
  });

/** Closes what nobody took in time, what nobody finished, and what somebody left or may not go on with. */
export async function sweepFlashes(tx: Tx, now: Date): Promise<void> {
  const ended = await tx.$queryRaw<Ended[]>`
    UPDATE mentoring_flash AS flash
    SET ended_at = ${now}, ended_by = gone.user_id,
      state = CASE WHEN gone.user_id IS NULL THEN CASE WHEN state = 'open' THEN 'expired' ELSE 'lapsed' END
        WHEN state = 'open' THEN 'withdrawn' ELSE 'cancelled' END::mentoring_flash_state
    FROM (
      SELECT live.id, left_person.user_id FROM mentoring_flash AS live
      LEFT JOIN LATERAL (
        SELECT user_id FROM member
        WHERE member.guild_id = live.guild_id AND member.user_id IN (live.learner_id, live.mentor_id) AND left_at IS NOT NULL
        UNION ALL SELECT user_id FROM mentor_profile AS profile
        WHERE profile.guild_id = live.guild_id AND profile.user_id = live.mentor_id AND (state = 'withdrawn' OR paused_as = 'sanction')
        LIMIT 1
      ) AS left_person ON true
      WHERE live.state IN ('open', 'taken') AND (left_person.user_id IS NOT NULL
        OR (live.state = 'open' AND live.closes_at <= ${now})
        OR (live.state = 'taken' AND live.taken_at <= ${new Date(now.getTime() - takenFor)}))
      FOR UPDATE OF live SKIP LOCKED
    ) AS gone
    WHERE flash.id = gone.id
    RETURNING flash.id, flash.guild_id AS "guildId"`;
  await settleFlashes(tx, ended);
}

/** Most that are looked after in one go; the next goes on. */
const atOnce = 200;

/** Mentors become free: what still waits is offered to them, the oldest first. */
export async function askAgain(tx: Tx, now: Date): Promise<void> {
  const waiting = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM mentoring_flash AS flash
    WHERE state = 'open' AND closes_at > ${now}
      AND (SELECT count(*) FROM mentoring_flash_ask AS ask WHERE flash_id = flash.id AND ask.state = 'asked') < ${mostAsked}
    ORDER BY guild_id, closes_at LIMIT ${atOnce} FOR UPDATE SKIP LOCKED`;
  const flashes = await tx.mentoringFlash.findMany({
    where: { id: { in: waiting.map(({ id }) => id) } },
    orderBy: [{ guildId: 'asc' }, { closesAt: 'asc' }],
  });
  for (const flash of flashes) await askMentors(tx, flash, now);
}
