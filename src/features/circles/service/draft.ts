import { audit } from '../../../infra/audit.ts';
import { type Db, lock, type Tx } from '../../../infra/db.ts';
import { type Day, dateOf, dayOf } from '../../../kernel/day.ts';
import type { Theme } from '../../../kernel/mentoring.ts';
import {
  circleBadEnd,
  circleClosed,
  circleNotMentor,
  circleStaffOnly,
  circleTooManyLed,
  circleUnknown,
  circleUnknownAudience,
} from '../messages/refusal.ts';
import { mostLed, readEnd } from '../rules/circle.ts';
import { type Circle, type CircleView, lockLed, promiseCircle, readCircle } from './circle.ts';
import { isMentor, type Lead } from './who.ts';

/** As it was typed. */
export type NewCircle = { title: string; theme: Theme; about: string; seats: number; end: string };

function tidy({ end, ...rest }: NewCircle, today: Day) {
  const read = readEnd(end, today);
  if (!read.ok) throw circleBadEnd(read.fault);
  return { ...rest, endsOn: dateOf(read.day) };
}

async function requireMentor(tx: Tx, { guildId, userId, isStaff }: Lead, mentorId: string): Promise<void> {
  if (mentorId !== userId && !isStaff) throw circleStaffOnly();
  if (!(await isMentor(tx, { guildId, userId: mentorId }))) throw circleNotMentor();
}

/** Throws `circles.staff_only`, `circles.not_mentor`: who may fill in the form. */
export const requireLeader = (db: Db, lead: Lead, mentorId: string): Promise<void> =>
  db.$transaction((tx) => requireMentor(tx, lead, mentorId));

/** Two at a time are counted one after the other; `circleId` itself takes no room. Throws `circles.too_many_led`. */
export async function requireRoom(tx: Tx, guildId: string, mentorId: string, circleId = 0): Promise<void> {
  await lock(tx, `circles.lead:${guildId}:${mentorId}`);
  const led = await tx.mentoringCircle.count({
    where: { guildId, mentorId, state: { in: ['open', 'paused'] }, id: { not: circleId } },
  });
  if (led >= mostLed) throw circleTooManyLed(mostLed);
}

/** Throws the same, `circles.bad_end`, `circles.too_many_led`. A mentor has one draft: the new one takes its place. */
export const draftCircle = (db: Db, lead: Lead, mentorId: string, typed: NewCircle, today: Day): Promise<Circle> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = lead;
    await tx.$queryRaw`
      SELECT 1 FROM mentoring_circle WHERE guild_id = ${guildId} AND mentor_id = ${mentorId} AND state = 'draft' ORDER BY id FOR UPDATE`;
    await requireMentor(tx, lead, mentorId);
    const data = tidy(typed, today);
    await requireRoom(tx, guildId, mentorId);
    await tx.mentoringCircle.deleteMany({ where: { guildId, mentorId, state: 'draft' } });
    return tx.mentoringCircle.create({ data: { ...data, guildId, mentorId, createdBy: userId, createdAt: now } });
  });

/** Throws `circles.unknown`, `circles.closed` once it is published. */
async function lockDraft(tx: Tx, lead: Lead, circleId: number): Promise<Circle> {
  const circle = await lockLed(tx, lead, circleId);
  if (circle.state !== 'draft') throw circleClosed();
  return circle;
}

export const editDraft = (db: Db, lead: Lead, circleId: number, typed: NewCircle, today: Day): Promise<Circle> =>
  db.$transaction(async (tx) => {
    await lockDraft(tx, lead, circleId);
    return tx.mentoringCircle.update({ where: { id: circleId }, data: tidy(typed, today) });
  });

/** For whom it is, by names as they were typed. Throws `circles.unknown_audience`. */
export const setAudience = (db: Db, lead: Lead, circleId: number, typed: string): Promise<Circle> =>
  db.$transaction(async (tx) => {
    const { guildId } = await lockDraft(tx, lead, circleId);
    const names = [
      ...new Set(
        typed
          .split(/[,;\n]/)
          .map((name) => name.trim())
          .filter(Boolean),
      ),
    ];
    const found = await tx.$queryRaw<{ kind: 'course' | 'promo'; id: number; typed: string }[]>`
      SELECT 'course' AS kind, entry.id, typed FROM unnest(${names}::text[]) AS typed
      JOIN catalogue_entry AS entry ON entry.guild_id = ${guildId} AND entry.kind = 'course' AND removed_at IS NULL AND fold(entry.name) = fold(typed)
      UNION SELECT 'promo', promo.id, typed FROM unnest(${names}::text[]) AS typed
      JOIN promo ON promo.guild_id = ${guildId} AND promo.state IN ('planned', 'active') AND fold(promo.name) = fold(typed)`;
    const known = new Set(found.map((one) => one.typed));
    const unknown = names.filter((name) => !known.has(name));
    if (unknown.length > 0) throw circleUnknownAudience(unknown);
    const idsOf = (kind: 'course' | 'promo') => [...new Set(found.filter((one) => one.kind === kind).map(({ id }) => id))];
    return tx.mentoringCircle.update({ where: { id: circleId }, data: { courseIds: idsOf('course'), promoIds: idsOf('promo') } });
  });

/** Opens it: announced, with its thread. Throws `circles.unknown`, `circles.closed`, `circles.not_mentor`, `circles.too_many_led`, `circles.bad_end`. */
export const publishCircle = (db: Db, lead: Lead, circleId: number, today: Day): Promise<Circle> =>
  db.$transaction(async (tx) => {
    const { guildId, userId, now } = lead;
    const draft = await lockDraft(tx, lead, circleId);
    const mentorId = draft.mentorId ?? '';
    await requireMentor(tx, lead, mentorId);
    // A draft may have waited for days.
    if (dayOf(draft.endsOn) <= today) throw circleBadEnd('past');
    await requireRoom(tx, guildId, mentorId);
    const circle = await tx.mentoringCircle.update({ where: { id: circleId }, data: { state: 'open', publishedAt: now } });
    if (userId !== mentorId)
      await audit(tx, {
        guildId,
        actorId: userId,
        targetId: mentorId,
        action: 'circles.publish',
        subject: `circle:${circleId}`,
        after: { seats: circle.seats },
        at: now,
      });
    await promiseCircle(tx, circle);
    return circle;
  });

export const dropDraft = (db: Db, lead: Lead, circleId: number): Promise<void> =>
  db.$transaction(async (tx) => {
    await lockDraft(tx, lead, circleId);
    await tx.mentoringCircle.delete({ where: { id: circleId } });
  });

/** A draft as its maker sees it. Throws `circles.unknown`. */
export async function getDraft(db: Db, { guildId, userId, isStaff }: Lead, circleId: number): Promise<CircleView> {
  const view = await readCircle(db, { guildId, circleId });
  if (!view || (view.circle.mentorId !== userId && !isStaff)) throw circleUnknown();
  return view;
}
