import { type Db, enqueue, enqueueAll, type Tx } from '../../../infra/db.ts';
import { readMentoring } from '../../mentors/service/setting.ts';
import { betweenSteps, type Step, stepOf } from '../rules/silence.ts';
import { alertTask, quietTask } from '../wire.ts';
import { endPair } from './end.ts';
import { awaitsCoordinator, holdPair, type PairKey, recordActivity } from './pair.ts';
import { promiseWord } from './pause.ts';

/** At once; the next hour sees to the others. */
const most = 500;

/** Pairs in which nobody is known to have said a word for as long as the guild bears: each is to be looked at. The fewest days that a guild may choose are 7. */
export async function promiseQuiet(tx: Tx, now: Date): Promise<void> {
  const due = await tx.$queryRaw<{ id: number; guildId: string }[]>`
    SELECT pair.id, pair.guild_id AS "guildId" FROM mentoring_pair AS pair LEFT JOIN mentoring_setting AS chosen ON chosen.guild_id = pair.guild_id
    WHERE pair.state = 'active' AND (pair.coordinator_id IS NOT NULL OR chosen.needs_coordinator IS NOT TRUE) AND pair.active_at <= ${now}::timestamptz - interval '7 days'
      AND pair.active_at <= ${now}::timestamptz - make_interval(days => CASE
        WHEN warned_at IS NOT NULL THEN coalesce(chosen.end_days, 42)
        WHEN nudged_at IS NOT NULL THEN coalesce(chosen.warn_days, 35)
        ELSE coalesce(chosen.nudge_days, 21) END)
      -- Who has a date is not silent.
      AND NOT EXISTS (SELECT FROM mentoring_session AS session WHERE session.pair_id = pair.id AND session.state = 'planned' AND session.starts_at > ${now})
      AND coalesce(warned_at, nudged_at, '-infinity') <= ${new Date(now.getTime() - betweenSteps)}
    ORDER BY pair.active_at LIMIT ${most}`;
  await enqueueAll(
    tx,
    quietTask,
    due.map(({ id, guildId }) => ({ payload: { guildId, pairId: id }, key: String(id) })),
  );
}

/** What was found in the thread: how far it was read, and when one of the two last wrote. */
export type Reading = { until: string | null; wroteAt: Date | null };

/** Takes the step that is due once the thread was read, if any: one of the two may have written, clicked or ended it meanwhile. */
export const takeStep = (db: Db, { guildId, pairId }: PairKey, { until, wroteAt }: Reading, now: Date): Promise<Step | null> =>
  db.$transaction(async (tx) => {
    await holdPair(tx, { guildId, pairId });
    if (until !== null) await tx.mentoringPair.update({ where: { id: pairId }, data: { readUntil: until } });
    if (wroteAt !== null) await recordActivity(tx, pairId, wroteAt);
    const pair = await tx.mentoringPair.findFirst({ where: { id: pairId, guildId } });
    // Nobody is silent who waits for staff.
    if (pair?.state !== 'active' || (await awaitsCoordinator(tx, pair))) return null;
    const step = stepOf(pair, await readMentoring(tx, guildId), now);
    if (step === 'nudge') {
      await tx.mentoringPair.update({ where: { id: pairId }, data: { nudgedAt: now } });
      await promiseWord(tx, { guildId, pairId }, 'nudge', now);
    }
    if (step === 'warn') {
      await tx.mentoringPair.update({ where: { id: pairId }, data: { warnedAt: now } });
      await promiseWord(tx, { guildId, pairId }, 'warn', now);
      await enqueue(tx, alertTask, { guildId, pairId, what: 'warn', at: now }, { key: `${pairId}:warn` });
    }
    if (step === 'end') await endPair(tx, { guildId, pairId, as: 'silence', now });
    return step;
  });
