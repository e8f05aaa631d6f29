import { type Db, enqueueAll, type Tx } from '../../../infra/db.ts';
import { day } from '../../../kernel/time.ts';
import { dropTask } from '../wire.ts';

const kept = 365 * day;

type Posted = { guildId: string; cardChannelId: string | null; cardMessageId: string | null };
const posted = { guildId: true, cardChannelId: true, cardMessageId: true } as const;

const promiseDrops = (tx: Tx, cards: readonly Posted[]): Promise<void> =>
  enqueueAll(
    tx,
    dropTask,
    cards.flatMap(({ guildId, cardChannelId: channelId, cardMessageId: messageId }) =>
      channelId && messageId ? [{ payload: { guildId, channelId, messageId }, key: messageId }] : [],
    ),
  );

/** After a year, with their cards. */
export async function forgetAccounts(tx: Tx, now: Date): Promise<void> {
  const where = { createdAt: { lt: new Date(now.getTime() - kept) } };
  await promiseDrops(tx, await tx.compromisedAccount.findMany({ where, select: posted }));
  await tx.compromisedAccount.deleteMany({ where });
}

export async function exportAccounts(db: Db, guildId: string, userId: string): Promise<Record<string, unknown>> {
  const accounts = await db.compromisedAccount.findMany({
    where: { guildId, userId },
    orderBy: { id: 'asc' },
    select: { state: true, floodedAt: true, until: true, recoveredAt: true, decidedAt: true, createdAt: true },
  });
  return { accounts, decided: await db.compromisedAccount.count({ where: { guildId, decidedBy: userId } }) };
}

/** Their cards go from the moderators' channel too. */
export async function eraseAccounts(tx: Tx, guildId: string, userId: string): Promise<void> {
  const own = await tx.compromisedAccount.findMany({ where: { guildId, userId }, orderBy: { id: 'asc' }, select: posted });
  await tx.compromisedAccount.deleteMany({ where: { guildId, userId } });
  await tx.compromisedAccount.updateMany({ where: { guildId, decidedBy: userId }, data: { decidedBy: null } });
  await promiseDrops(tx, own);
}
