import type { Db, Tx } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';

/** How often somebody was on a list of people to send away, and what they decided themselves. */
export async function exportRaids(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const [listed, raised, sweeps, lockdowns] = await Promise.all([
    db.raidSweepPerson.findMany({
      where: { guildId, userId, sweep: { confirmedAt: { not: null } } },
      select: { fate: true, sweep: { select: { measure: true, confirmedAt: true } } },
    }),
    db.raid.findMany({
      where: { guildId, raisedBy: userId },
      select: { level: true, peak: true, cause: true, startedAt: true, levelAt: true, signalAt: true, endedAt: true },
    }),
    db.raidSweep.findMany({ where: { guildId, madeBy: userId }, select: { measure: true, madeAt: true, doneAt: true } }),
    db.lockdown.findMany({ where: { guildId, madeBy: userId }, select: { reason: true, startedAt: true, endedAt: true } }),
  ]);
  return { listed, raised, sweeps, lockdowns };
}

export async function eraseRaids(tx: Tx, guildId: string, userId: string): Promise<void> {
  await tx.raidSweepPerson.deleteMany({ where: { guildId, userId } });
  await tx.raid.updateMany({ where: { guildId, raisedBy: userId }, data: { raisedBy: null } });
  await tx.raidSweep.deleteMany({ where: { guildId, madeBy: userId, confirmedAt: null } });
  await tx.raidSweep.updateMany({ where: { guildId, madeBy: userId }, data: { madeBy: null } });
  await tx.lockdown.deleteMany({ where: { guildId, madeBy: userId, startedAt: null } });
  await tx.lockdown.updateMany({ where: { guildId, madeBy: userId }, data: { madeBy: null, reason: '' } });
}

/** Alerts, a year after they ended. */
export const forgetRaids = async (tx: Tx, now: Date): Promise<void> => {
  await tx.raid.deleteMany({ where: { endedAt: { lt: new Date(now.getTime() - 365 * day) } } });
};
