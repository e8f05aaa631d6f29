import { audit } from '../../../infra/audit.ts';
import { type Db, enqueue, type Tx } from '../../../infra/db.ts';
import type { Change } from '../../../kernel/change.ts';
import { addDays, type Day, dateOf } from '../../../kernel/day.ts';
import { badPause, notActive, nothingPaused, pausedAbsent, pausedByStaff, unknownPair } from '../messages/refusal.ts';
import { longestPause } from '../rules/limit.ts';
import { mention } from '../rules/pause.ts';
import { type News, sayTask } from '../wire.ts';
import { holdLivePair, holdPair, type Pair, type PairKey, type Who } from './pair.ts';
import { promiseRoom } from './thread.ts';

/** Promises to say something to both, once for that moment. */
export const promiseWord = (
  tx: Tx,
  { guildId, pairId }: PairKey,
  what: News,
  at: Date,
  { isQuiet = false }: { isQuiet?: boolean } = {},
): Promise<void> =>
  enqueue(tx, sayTask, { guildId, pairId, what, at, ...(isQuiet && { isQuiet }) }, { key: `${pairId}:${what}` });

/** Throws `pairs.bad_pause`. `today` is the guild's. */
function requireNear(until: Day, today: Day): void {
  if (until <= today || until > addDays(today, longestPause)) throw badPause(longestPause);
}

export type Pause = { pairId: number; until: Day; today: Day };

/** One of the two pauses it until that day, or changes the day. Throws `pairs.bad_pause`, `pairs.paused_by_staff`, `pairs.paused_absent` and what `getLivePair` does. */
export const pausePair = (db: Db, who: Who, { pairId, until, today }: Pause): Promise<Pair> =>
  db.$transaction(async (tx) => {
    requireNear(until, today);
    const { guildId, now } = who;
    const pair = await holdLivePair(tx, who, pairId);
    if (pair.pausedAs === 'staff') throw pausedByStaff();
    // It ends a week after somebody left: no later day can be promised.
    if (pair.absentSince) throw pausedAbsent();
    const { isQuiet, counted } = mention(pair, now);
    await promiseWord(tx, { guildId, pairId }, 'paused', now, { isQuiet });
    await promiseRoom(tx, { guildId, pairId });
    return tx.mentoringPair.update({
      where: { id: pairId },
      data: { state: 'paused', pausedAs: 'holiday', pausedUntil: dateOf(until), ...counted },
    });
  });

/** Staff pause it: neither of the two goes on before the day. Throws `pairs.bad_pause`, `pairs.unknown`, `pairs.not_active`, `pairs.paused_absent`. */
export const pausePairByStaff = (db: Db, { guildId, actorId, now }: Change, { pairId, until, today }: Pause): Promise<Pair> =>
  db.$transaction(async (tx) => {
    requireNear(until, today);
    const pair = await holdPair(tx, { guildId, pairId });
    if (!pair) throw unknownPair();
    if (pair.state === 'ended') throw notActive();
    if (pair.absentSince) throw pausedAbsent();
    await promiseWord(tx, { guildId, pairId }, 'paused', now);
    await promiseRoom(tx, { guildId, pairId });
    await audit(tx, {
      guildId,
      actorId,
      ...(pair.learnerId && { targetId: pair.learnerId }),
      action: 'pairs.pause',
      subject: `pair:${pairId}`,
      before: { state: pair.state },
      after: { state: 'paused', until },
      at: now,
    });
    return tx.mentoringPair.update({
      where: { id: pairId },
      data: { state: 'paused', pausedAs: 'staff', pausedUntil: dateOf(until) },
    });
  });

/** Silence is counted from the return. */
const goesOn = (now: Date) =>
  ({ state: 'active', pausedUntil: null, pausedAs: null, activeAt: now, nudgedAt: null, warnedAt: null }) as const;

/** One of the two goes on before the day. Throws `pairs.nothing_paused`, `pairs.paused_by_staff`, `pairs.paused_absent` and what `getLivePair` does. */
export const resumePair = (db: Db, who: Who, pairId: number): Promise<Pair> =>
  db.$transaction(async (tx) => {
    const { guildId, now } = who;
    const pair = await holdLivePair(tx, who, pairId);
    if (pair.state !== 'paused') throw nothingPaused();
    if (pair.pausedAs === 'staff') throw pausedByStaff();
    if (pair.absentSince) throw pausedAbsent();
    const { isQuiet, counted } = mention(pair, now);
    await promiseWord(tx, { guildId, pairId }, 'resumed', now, { isQuiet });
    await promiseRoom(tx, { guildId, pairId });
    return tx.mentoringPair.update({ where: { id: pairId }, data: { ...goesOn(now), ...counted } });
  });

/** Staff let a pair go on that they, or the two, paused. Throws `pairs.unknown`, `pairs.nothing_paused`, `pairs.paused_absent`. */
export const resumePairByStaff = (db: Db, { guildId, actorId, now }: Change, { pairId }: { pairId: number }): Promise<Pair> =>
  db.$transaction(async (tx) => {
    const pair = await holdPair(tx, { guildId, pairId });
    if (!pair) throw unknownPair();
    if (pair.state !== 'paused') throw nothingPaused();
    if (pair.absentSince) throw pausedAbsent();
    await promiseWord(tx, { guildId, pairId }, 'resumed', now);
    await promiseRoom(tx, { guildId, pairId });
    await audit(tx, {
      guildId,
      actorId,
      ...(pair.learnerId && { targetId: pair.learnerId }),
      action: 'pairs.resume',
      subject: `pair:${pairId}`,
      before: { state: 'paused' },
      after: { state: 'active' },
      at: now,
    });
    return tx.mentoringPair.update({ where: { id: pairId }, data: goesOn(now) });
  });

/** At once; the next hour sees to the others. */
const most = 500;

/** Those whose day has come where they are. Who waits for somebody that left waits on. */
export async function returnDue(tx: Tx, now: Date): Promise<void> {
  const back = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT pair.id, pair.guild_id AS "guildId" FROM mentoring_pair AS pair LEFT JOIN guild ON guild.id = pair.guild_id
    WHERE pair.state = 'paused' AND pair.absent_since IS NULL AND pair.paused_until <= (${now}::timestamptz + interval '1 day')::date
      AND pair.paused_until <= (${now}::timestamptz AT TIME ZONE coalesce(guild.time_zone, 'Europe/Paris'))::date
    ORDER BY pair.id LIMIT ${most} FOR UPDATE OF pair SKIP LOCKED`;
  await tx.mentoringPair.updateMany({ where: { id: { in: back.map(({ id }) => id) } }, data: goesOn(now) });
  for (const { id: pairId, guildId } of back) {
    await promiseWord(tx, { guildId, pairId }, 'resumed', now);
    await promiseRoom(tx, { guildId, pairId });
  }
}

/** Somebody of it left the server: it waits for them, and for nobody longer than is fair. */
export async function waitFor(tx: Tx, { id: pairId, guildId, state }: Pair, until: Day, now: Date): Promise<void> {
  await tx.mentoringPair.update({
    where: { id: pairId },
    data: { absentSince: now, ...(state === 'active' && { state: 'paused', pausedAs: 'absent', pausedUntil: dateOf(until) }) },
  });
  await promiseWord(tx, { guildId, pairId }, 'absent', now);
  await promiseRoom(tx, { guildId, pairId });
}

/** Both are there again: holidays go on until their day, anything else goes on now. */
export async function waitNoMore(tx: Tx, { id: pairId, guildId, pausedAs }: Pair, now: Date): Promise<void> {
  await tx.mentoringPair.update({
    where: { id: pairId },
    data: { absentSince: null, openedAt: null, ...(pausedAs === 'absent' && goesOn(now)) },
  });
  // Who comes back is let into the thread again.
  await promiseRoom(tx, { guildId, pairId });
  await promiseWord(tx, { guildId, pairId }, 'back', now);
}
