import type { RuleHold, RuleHoldKind } from '../../../../prisma/client/client.ts';
import { type Db, enqueue, enqueueAll, lock, type Prisma, type Tx } from '../../../infra/db.ts';
import { day, second } from '../../../kernel/time.ts';
import { holdTask } from '../wire.ts';

export type { RuleHold } from '../../../../prisma/client/client.ts';

type NewHold = { guildId: string; channelId: string; kind: RuleHoldKind; interval: number; seconds: number; now: Date };

/** A channel is held once: what asks for the same again makes it last longer, and stricter. */
export async function hold(tx: Tx, { guildId, channelId, kind, interval, seconds, now }: NewHold): Promise<void> {
  await lock(tx, `rules.hold:${channelId}`);
  const until = new Date(now.getTime() + seconds * second);
  const open = await tx.ruleHold.findFirst({ where: { channelId, kind, endedAt: null } });
  const data = { until, intervalSeconds: interval };
  const { id } = open
    ? await tx.ruleHold.update({
        where: { id: open.id },
        data:
          open.until < until || open.intervalSeconds < interval
            ? {
                until: open.until < until ? until : open.until,
                intervalSeconds: Math.max(open.intervalSeconds, interval),
                ...(open.intervalSeconds < interval && { appliedAt: null }),
              }
            : {},
      })
    : await tx.ruleHold.create({ data: { guildId, channelId, kind, ...data, createdAt: now } });
  await enqueue(tx, holdTask, { guildId, holdId: id }, { key: String(id) });
}

export const readHold = (db: Db, { guildId, holdId }: { guildId: string; holdId: number }): Promise<RuleHold | null> =>
  db.ruleHold.findFirst({ where: { id: holdId, guildId, endedAt: null } });

/** How the channel was, written before anything changes there; a later try keeps what the first one saw. */
export async function recordBefore(db: Db, id: number, before: Prisma.InputJsonValue): Promise<RuleHold> {
  await db.$executeRaw`UPDATE rule_hold SET before = ${JSON.stringify(before)}::jsonb WHERE id = ${id} AND before IS NULL`;
  return db.ruleHold.findUniqueOrThrow({ where: { id } });
}
export const recordApplied = (db: Db, id: number, now: Date) =>
  db.ruleHold.updateMany({ where: { id, appliedAt: null }, data: { appliedAt: now } });
/** Made to last longer while the channel was given back: it is held again, from what it was at first. */
export async function recordEnded(tx: Tx, { id, guildId, until }: RuleHold, now: Date): Promise<void> {
  const { count } = await tx.ruleHold.updateMany({ where: { id, until, endedAt: null }, data: { endedAt: now } });
  if (count > 0) return;
  const again = await tx.ruleHold.updateMany({ where: { id, endedAt: null }, data: { appliedAt: null } });
  if (again.count > 0) await enqueue(tx, holdTask, { guildId, holdId: id }, { key: String(id) });
}

/** Those whose time is over, and those that never began. */
export async function promiseHolds(tx: Tx, now: Date): Promise<void> {
  const due = await tx.ruleHold.findMany({
    where: { endedAt: null, OR: [{ until: { lte: now } }, { appliedAt: null }] },
    select: { id: true, guildId: true },
    orderBy: { until: 'asc' },
    take: 500,
  });
  await enqueueAll(
    tx,
    holdTask,
    due.map(({ id: holdId, guildId }) => ({ payload: { guildId, holdId }, key: String(holdId) })),
  );
}

export const forgetHolds = (tx: Tx, now: Date) =>
  tx.ruleHold.deleteMany({ where: { endedAt: { lt: new Date(now.getTime() - day) } } });
