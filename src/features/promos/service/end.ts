import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, isDuplicate, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { badDates, nameTaken } from '../messages/create.ts';
import { alreadyEnded, mustPostpone, notBegun, notEnded, notUnfinished, tooLateToUndo } from '../messages/end.ts';
import { addDays, type Day, dateOf, dayOf } from '../rules/day.ts';
import { cancelledDays, dateProblem } from '../rules/life.ts';
import { alertTask } from '../wire.ts';
import { begin, clear, finish, reopen } from './calendar.ts';
import { settleKinds } from './kind.ts';
import { promisePermissions, promiseRoles } from './member.ts';
import { type Made, madeFor } from './place.ts';
import { countPeople, getPromo, type Headcount, lockPromo, type Promo } from './promo.ts';

/** What an end, a cancellation or a postponement touches, as the preview shows it: the ids of the channels that the promo has on Discord. */
export type Touched = { promo: Promo; people: Headcount; made: Made };

export async function readTouched(db: Db, key: { guildId: string; promoId: number }): Promise<Touched> {
  const promo = await getPromo(db, key);
  const [people, made] = await Promise.all([countPeople(db, key.promoId), madeFor(db, key.promoId)]);
  return { promo, people, made };
}

type Leaf = { promoId: number; today: Day };

/** Throws unless it has not ended yet. */
export function requireRunning({ state, name }: Promo): void {
  if (state !== 'planned' && state !== 'active') throw alreadyEnded(name);
}

const trace = (tx: Tx, { guildId, actorId, now }: Change, promo: Promo, action: `promos.${string}`, after: unknown) =>
  audit(tx, {
    guildId,
    actorId,
    action,
    subject: `promo:${promo.id}`,
    before: { state: promo.state, end: dayOf(promo.endsOn) },
    after,
    at: now,
  });

/** Throws unless it runs: one that has not begun can only be cancelled. */
export function requireBegun(promo: Promo): void {
  requireRunning(promo);
  if (promo.state === 'planned') throw notBegun(promo.name);
}

/** Ends it today. Throws `promos.already_ended`, `promos.not_begun`. */
export async function endPromo(tx: Tx, by: Change, { promoId, today }: Leaf): Promise<Promo> {
  const promo = await lockPromo(tx, { guildId: by.guildId, promoId });
  requireBegun(promo);
  await finish(tx, { guildId: by.guildId, promoId, today, diploma: promo.course.diploma, now: by.now });
  await trace(tx, by, promo, 'promos.end', { state: 'ended' });
  return promo;
}

/** It does not take place: nobody becomes alumni, and what there is of a space goes after a week. Throws `promos.already_ended`. */
export async function cancelPromo(tx: Tx, by: Change, { promoId, today }: Leaf): Promise<Promo> {
  const { guildId, now } = by;
  const promo = await lockPromo(tx, { guildId, promoId });
  requireRunning(promo);
  await tx.promo.update({
    where: { id: promoId },
    data: { state: 'cancelled', endedAt: now, deleteOn: dateOf(addDays(today, cancelledDays)), lockedAt: null },
  });
  await trace(tx, by, promo, 'promos.cancel', { state: 'cancelled' });
  const people = await currentPeople(tx, promoId);
  await settleKinds(tx, { guildId, userIds: people });
  await promisePermissions(tx, { guildId, promoId });
  await promiseRoles(tx, guildId, people);
  return promo;
}

const currentPeople = async (tx: Tx, promoId: number): Promise<string[]> =>
  (await tx.promoMember.findMany({ where: { promoId, leftAt: null }, select: { userId: true } })).map(({ userId }) => userId);

export type Postponement = { promoId: number; start: Day | null; end: Day; today: Day };

/** What is wrong with new dates, thrown: `promos.bad_dates`, `promos.too_late`. The start moves only while it has not come. */
export function checkPostponement(promo: Promo, { start, end, today }: Omit<Postponement, 'promoId'>): void {
  if (promo.clearingAt || promo.state === 'archived' || promo.state === 'cancelled') throw tooLateToUndo(promo.name);
  if (start !== null && promo.state !== 'planned') throw badDates('begun');
  const problem = dateProblem({ start: start ?? dayOf(promo.startsOn), end, today });
  if (problem) throw badDates(problem);
}

/** New dates; a promo that had ended runs again. */
export async function postponePromo(tx: Tx, by: Change, { promoId, start, end, today }: Postponement): Promise<Promo> {
  const { guildId } = by;
  const promo = await lockPromo(tx, { guildId, promoId });
  checkPostponement(promo, { start, end, today });
  const startsOn = start === null ? promo.startsOn : dateOf(start);
  await tx.promo.update({ where: { id: promoId }, data: { startsOn, endsOn: dateOf(end), endToldAt: null } });
  await trace(tx, by, promo, 'promos.postpone', { start: dayOf(startsOn), end });
  if (promo.state === 'ended') {
    await tx.promo.update({ where: { id: promoId }, data: { state: 'active' } });
    await reopen(tx, { guildId, promoId });
  } else if (promo.state === 'planned' && dayOf(startsOn) <= today) await begin(tx, { guildId, promoId });
  return { ...promo, startsOn, endsOn: dateOf(end) };
}

/** The way back from an end or a cancellation, until the deletion. Throws `promos.not_ended`, `promos.too_late`, `promos.must_postpone`. */
export const undoEnd = (db: Db, by: Change, leaf: Leaf): Promise<Promo> =>
  withFreeName(() => db.$transaction((tx) => undo(tx, by, leaf)));

/** Another promo may have taken the name of a cancelled one. */
export async function withFreeName<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicate(error, 'promo_name')) throw nameTaken();
    throw error;
  }
}

async function undo(tx: Tx, by: Change, { promoId, today }: Leaf): Promise<Promo> {
  const { guildId } = by;
  const promo = await lockPromo(tx, { guildId, promoId });
  if (promo.clearingAt) throw tooLateToUndo(promo.name);
  if (promo.state !== 'ended' && promo.state !== 'cancelled') throw notEnded(promo.name);
  if (dayOf(promo.endsOn) <= today) throw mustPostpone(promo.name);
  const state = dayOf(promo.startsOn) <= today ? 'active' : 'planned';
  await tx.promo.update({ where: { id: promoId }, data: { state } });
  await trace(tx, by, promo, 'promos.undo', { state });
  await reopen(tx, { guildId, promoId });
  return promo;
}

/** Throws unless its space never was complete: what people have worked in is ended or cancelled with the way back that goes with it. */
export function requireUnfinished(promo: Promo): void {
  requireRunning(promo);
  if (promo.builtAt !== null || promo.problem === null) throw notUnfinished(promo.name);
}

/**
 * Staff give up a space that Discord would not let us finish: the promo is cancelled, and what was made goes at once. Throws
 * `promos.already_ended`, `promos.not_unfinished`.
 */
export async function undoBuild(tx: Tx, by: Change, { promoId, today }: Leaf): Promise<Promo> {
  const { guildId, now } = by;
  requireUnfinished(await lockPromo(tx, { guildId, promoId }));
  const promo = await cancelPromo(tx, by, { promoId, today });
  await clear(tx, { guildId, promoId, now });
  await enqueue(tx, alertTask, { guildId, promoId }, { key: String(promoId) });
  return promo;
}
